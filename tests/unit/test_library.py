"""Local copies of foreign schemas, and the meta-schemas of the specification."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.errors import EventwrightError
from eventwright.reading.drafts import DIALECTS
from eventwright.reading.load import load
from support.schema_folders import place, reference_problems, schema_set, write

BASE = "https://example.com/s/"


def test_a_file_stands_for_its_uri(tmp_path: Path) -> None:
    write(tmp_path, {"copy.json": '{"$defs": {"A": {}}}'})
    resources = ((f"{BASE}foreign", tmp_path / "copy.json"),)
    schemas = schema_set(tmp_path, resources, m={"items": {"$ref": f"{BASE}foreign#/$defs/A"}})
    (target,) = schemas.targets.values()
    assert str(target) == "copy.json#/$defs/A"
    assert schemas.at(target) == {}
    assert [document.file for document in schemas.module.documents] == ["m/m.json"]


@pytest.mark.parametrize("end", ["", "/"])
def test_a_folder_stands_for_all_below_its_uri(tmp_path: Path, end: str) -> None:
    write(
        tmp_path / "copies",
        {
            "a b.json": '{"items": {"$ref": "deep/b.json#here"}}',
            "deep/b.json": '{"$defs": {"B": {"$anchor": "here", "items": {"$ref": "../c.json"}}}}',
            "c.json": "true",
            "unused.json": "no schema",
        },
    )
    resources = ((BASE.removesuffix("/") + end, tmp_path / "copies"),)
    schemas = schema_set(tmp_path, resources, m={"$ref": f"{BASE}a%20b.json"})
    assert [str(target) for target in schemas.targets.values()] == [
        "copies/a b.json#",
        "copies/deep/b.json#/$defs/B",
        "copies/c.json#",
    ]


def test_the_longest_uri_that_fits_counts(tmp_path: Path) -> None:
    write(tmp_path, {"all/a.json": "true", "one.json": "false"})
    resources = ((BASE, tmp_path / "all"), (f"{BASE}a.json", tmp_path / "one.json"))
    schemas = schema_set(tmp_path, resources, m={"$ref": f"{BASE}a.json"})
    assert [target.file for target in schemas.targets.values()] == ["one.json"]


def test_nothing_outside_of_the_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"copies/a.json": "true", "secret.json": "true"})
    (tmp_path / "copies" / "link.json").symlink_to(tmp_path / "secret.json")
    for name in ("%2e%2e/secret.json", "link.json"):
        with pytest.raises(EventwrightError, match="no schema has that"):
            schema_set(tmp_path, ((BASE, tmp_path / "copies"),), m={"$ref": BASE + name})


def test_a_resource_that_is_missing(tmp_path: Path) -> None:
    write(tmp_path, {"m.json": "{}"})
    with pytest.raises(EventwrightError, match=r"nowhere\.json#: does not exist"):
        load(tmp_path / "m.json", tmp_path, ((BASE, tmp_path / "nowhere.json"),))


def test_a_resource_that_is_no_schema(tmp_path: Path) -> None:
    write(tmp_path, {"copy.json": '{"type": "strng"}'})
    with pytest.raises(EventwrightError, match=r"copy\.json#/type"):
        schema_set(tmp_path, ((BASE, tmp_path / "copy.json"),), m={"$ref": BASE})


def test_a_copy_without_a_dialect_is_written_in_that_of_the_reference(tmp_path: Path) -> None:
    write(tmp_path, {"copy.json": '{"items": [true]}'})
    uri = "http://json-schema.org/draft-07/schema#"
    resources = ((BASE, tmp_path / "copy.json"),)
    schemas = schema_set(tmp_path, resources, m={"$schema": uri, "$ref": f"{BASE}#/items/0"})
    assert [str(target) for target in schemas.targets.values()] == ["copy.json#/prefixItems/0"]


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=lambda dialect: dialect.name)
def test_the_meta_schemas_need_no_copy(tmp_path: Path, dialect: object) -> None:
    uri = getattr(dialect, "uri", "")
    schemas = schema_set(tmp_path, m={"$ref": uri})
    assert schemas.targets[place("m.json#")].file == uri
    assert schemas.notes == ()


def test_a_dialect_of_ones_own_has_the_keywords_of_its_vocabularies(tmp_path: Path) -> None:
    latest = "https://json-schema.org/draft/2020-12"
    meta = {
        "$id": "https://example.com/dialect",
        "$schema": f"{latest}/schema",
        "$vocabulary": {f"{latest}/vocab/core": True, f"{latest}/vocab/applicator": True},
    }
    write(tmp_path, {"meta.json": json.dumps(meta)})
    resources = (("https://example.com/dialect", tmp_path / "meta.json"),)
    schema = {"$schema": "https://example.com/dialect", "properties": {"a": {"minimum": 1}}}
    schemas = schema_set(tmp_path, resources, m=schema)
    assert schemas.at(place("m.json#/properties")) == {"a": {}}
    assert [note.location for note in schemas.notes] == [place("m.json#/properties/a/minimum")]
    meta["$vocabulary"] = {"https://example.com/vocabulary": True}
    (problem,) = schema_problems(tmp_path, {**meta, "$id": "https://example.com/own"})
    assert "requires the unknown vocabulary https://example.com/vocabulary" in problem


def schema_problems(folder: Path, meta: dict[str, object]) -> list[str]:
    write(
        folder, {"d/meta.json": json.dumps(meta), "d/s.json": json.dumps({"$schema": meta["$id"]})}
    )
    with pytest.raises(EventwrightError) as caught:
        load(folder / "d", folder)
    return [problem.problem for problem in caught.value.problems]


def test_a_place_that_no_keyword_makes_one_of_schemas(tmp_path: Path) -> None:
    inner = {"items": {"$ref": "#/x/A"}, "type": "array"}
    schemas = schema_set(tmp_path, m={"$ref": "#/x/A", "x": {"A": inner}})
    assert set(schemas.targets.values()) == {place("m.json#/x/A")}
    assert place("m.json#/x/A") in [note.location for note in schemas.notes]
    (problem,) = reference_problems(tmp_path, m={"$ref": "#/x/A", "x": {"A": {"type": 1}}})[:1]
    assert problem.location == place("m.json#/x/A/type")
