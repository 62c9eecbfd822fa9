"""The types of what several schemas describe ask by themselves for what all of them ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright.judging.reference import Reference
from eventwright.modelling.model import Record
from eventwright.reading.jsontext import Json
from eventwright.settings import Settings
from support.many_schemas import compiled

TEXT: Json = {"type": "string", "maxLength": 3}
LONG: Json = {"minLength": 2}
MARKED: dict[str, Json] = {"type": "object", "properties": {"name": TEXT}, "required": ["kind"]}
NAMED: Json = {"type": "object", "properties": {"name": LONG, "kind": {}}, "required": ["name"]}


VALID: Json = {"kind": 1, "name": "abc"}
INVALID: tuple[Json, ...] = (
    {"kind": 1},
    {"name": "ab"},
    {"kind": 1, "name": "a"},
    {"kind": 1, "name": "abcd"},
)
BY_MEMBER: Json = {
    "type": "object",
    "allOf": [{"properties": {"a": MARKED}}, {"properties": {"a": NAMED}}],
}
BY_BRANCH: Json = {**MARKED, "oneOf": [NAMED, {"type": "object", "properties": {"n": LONG}}]}


@pytest.mark.parametrize("schema", [BY_MEMBER, BY_BRANCH], ids=["member", "branch"])
def test_no_check_is_lost(tmp_path: Path, schema: Json) -> None:
    module = compiled("m", schema, tmp_path, Settings(schema=tmp_path, output=tmp_path))
    place, *_ = module.model.branches
    judge, program = Reference(module.plan), module.plan.of(place)
    assert judge.passes(program, VALID)
    issues = {issue.code for value in INVALID for issue in judge.issues(program, value)}
    assert issues == {"required", "minLength", "maxLength"}


def test_members_stand_as_they_are_written_and_those_of_a_base_first(tmp_path: Path) -> None:
    def an_object(*names: str, **beside: Json) -> Json:
        return {"type": "object", "properties": {name: {} for name in names}, **beside}

    schema: Json = {
        "properties": {"own": {}, "base1": {"type": "string"}},
        "allOf": [{"$ref": "#/$defs/Base"}, an_object("first"), an_object("second")],
        "oneOf": [an_object("x", required=["x"]), an_object("y", required=["y"])],
        "$defs": {"Base": an_object("base1", "base2", allOf=[an_object("root")])},
    }
    module = compiled("m", schema, tmp_path, Settings(schema=tmp_path, output=tmp_path))
    records = [
        [field.wire for field in definition.fields]
        for definition in module.model.definitions.values()
        if isinstance(definition, Record) and definition.location in module.model.branches
    ]
    shared = ["root", "base1", "base2", "first", "second", "own"]
    assert records == [[*shared, "x"], [*shared, "y"]]
