"""A record keeps members that none of its schemas describes only where a verdict rests on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright.modelling.model import Record
from eventwright.reading.jsontext import Json
from eventwright.settings import Settings
from support.many_schemas import compiled

ID: dict[str, Json] = {"type": "object", "properties": {"id": {"type": "integer"}}}
COUNTED: dict[str, Json] = {**ID, "minProperties": 1}


def described(*names: str, required: tuple[str, ...] = (), **constants: Json) -> dict[str, Json]:
    """An object with some members, and others that are constants."""
    members = {name: {"type": "integer"} for name in names}
    members |= {name: {"const": value} for name, value in constants.items()}
    return {"type": "object", "properties": members, "required": list(required)}


def records(schema: Json, folder: Path) -> list[Record]:
    """The records of a schema, in the order of their places."""
    module = compiled("m", schema, folder, Settings(schema=folder, output=folder))
    found = (made for made in module.model.definitions.values() if isinstance(made, Record))
    return sorted(found, key=lambda record: record.location)


@pytest.mark.parametrize(
    "schema",
    [
        pytest.param({**COUNTED, "required": ["id"]}, id="required"),
        pytest.param({**COUNTED, "additionalProperties": False}, id="closed"),
        pytest.param({**COUNTED, "unevaluatedProperties": False}, id="all_looked_at"),
        pytest.param({**ID, "not": {"required": ["a"]}}, id="not_there"),
        pytest.param({**ID, "not": described("a", "b", required=("a",))}, id="never_passes"),
        pytest.param({**ID, "maxProperties": 2, "propertyNames": {"minLength": 1}}, id="fewer"),
        pytest.param({"oneOf": [described("a", k=1, required=("k",)),
            described("b", k=2, required=("k",))]}, id="constants"),
        pytest.param({"oneOf": [described("a", "b", required=("a",)),
            described("b", "c", required=("c",))]}, id="apart_by_what_is_required"),
        pytest.param({"anyOf": [described("a"), described("b")]}, id="any_of"),
        pytest.param({"oneOf": [described("c", required=("c",)),
            {"oneOf": [described("a", required=("a",)), described("b", required=("b",))]},
        ]}, id="apart_from_each_branch"),
        pytest.param({"required": ["k"], "oneOf": [described("a", k=1), described("b", k=2)]},
            id="asked_beside"),
    ],
)  # fmt: skip
def test_nothing_is_kept_where_nothing_rests_on_it(tmp_path: Path, schema: Json) -> None:
    for record in records(schema, tmp_path):
        described_at = f"{record.location}/properties"
        assert all(f"{field.location}".startswith(described_at) for field in record.fields)
        assert record.extra is None


def test_nothing_is_kept_for_what_forbids_a_member_that_is_always_there(tmp_path: Path) -> None:
    closed = {**described("b"), "patternProperties": {"^x": {}}, "additionalProperties": False}
    asked, _ = records({"oneOf": [described("a", required=("a",)), closed]}, tmp_path)
    assert [field.wire for field in asked.fields] == ["a"]
    assert asked.extra is None


def test_all_others_are_kept_where_another_schema_names_many(tmp_path: Path) -> None:
    schema: Json = {"oneOf": [described("a"), described("a", "b", "c", "d")]}
    few, many = records(schema, tmp_path)
    assert [field.wire for field in few.fields] == ["a"]
    assert few.extra is not None
    assert many.extra is None


def test_members_of_others_are_kept_by_name_where_they_are_few(tmp_path: Path) -> None:
    schema: Json = {"oneOf": [described("a"), described("a", "b")]}
    one, other = records(schema, tmp_path)
    assert [field.wire for field in one.fields] == ["a", "b"]
    assert [field.wire for field in other.fields] == ["a", "b"]
    assert one.extra is other.extra is None
