"""What fuzzing has found in tagged unions, the same in both languages."""

from __future__ import annotations

import pytest

from eventwright.reading.jsontext import Json
from support.findings import Finding, assert_found, read_findings
from support.many_schemas import Outcomes


def keyed(tag: str, payload: Json) -> dict[str, Json]:
    """An object whose only key is a tag."""
    return {
        "type": "object",
        "properties": {tag: payload},
        "required": [tag],
        "additionalProperties": False,
    }


def tagged(**members: Json) -> dict[str, Json]:
    """An object with these members, of which only the tag has to be there."""
    return {"type": "object", "properties": {**members}, "required": ["kind"]}


FINDINGS = {
    "a_limit_of_numbers_beside_objects": Finding(
        {
            "minimum": 1,
            "oneOf": [tagged(kind={"const": "a"}), tagged(kind={"const": "b"}, n={})],
        },
        valid=({"kind": "a"}, {"kind": "b", "n": 0}),
        refused=({"toString": []}, {"kind": {"valueOf": 1, "toString": 1}}, 0, 2, [1]),
        shortened=(({"kind": "a", "toString": [], "valueOf": 1}, {"kind": "a"}),),
    ),
    "a_reference_to_a_union_that_does_without_its_tag": Finding(
        {
            "type": "object",
            "properties": {"u": {"oneOf": [{"$ref": "#/$defs/U", "properties": {}}]}},
            "$defs": {
                "U": {
                    "anyOf": [
                        {"type": "object", "properties": {"kind": {"const": "a"}, "n": {}}},
                        {"type": "object", "properties": {"kind": {"const": "b"}}},
                    ]
                }
            },
        },
        valid=({"u": {}}, {"u": {"n": 1}}, {"u": {"kind": "b"}}, {}),
        refused=({"u": {"kind": "c"}}, {"u": 1}),
    ),
    "a_tag_that_may_be_left_out_beside_a_branch_for_all_others": Finding(
        {
            "anyOf": [
                {
                    "type": "object",
                    "properties": {"kind": {"const": "a"}, "n": {"type": "integer"}},
                },
                {
                    "type": "object",
                    "properties": {"kind": {"type": "string"}, "s": {"type": "string"}},
                    "not": {"properties": {"kind": {"const": "a"}}, "required": ["kind"]},
                },
            ]
        },
        valid=({}, {"n": 1}, {"kind": "a", "n": 1}, {"kind": "b", "s": "x"}),
        refused=({"kind": "a", "n": "x"}, {"kind": "b", "s": 1}, {"n": "x", "s": 1}),
        shortened=(({"n": "x", "s": "y"}, {"s": "y"}),),
    ),
    "keys_with_a_double_quote": Finding(
        {
            "oneOf": [
                keyed('"', {"x-name": "Quoted", "type": "string", "minLength": 1}),
                keyed("'", {"x-name": "Single", "type": "integer", "multipleOf": 2}),
                keyed("\\", {"x-name": "Back", "type": "array", "uniqueItems": True}),
            ]
        },
        valid=({'"': "a"}, {"'": 2}, {"\\": [1, 2]}),
        refused=({'"': ""}, {"'": 1}, {"\\": [1, 1]}, {'"': "a", "'": 2}),
    ),
    "keys_that_make_one_word": Finding(
        {
            "oneOf": [
                keyed("a b", {"type": "integer"}),
                keyed("a/b", {"type": "string"}),
                keyed("ab", {"type": "boolean"}),
            ]
        },
        valid=({"a b": 1}, {"a/b": "x"}, {"ab": True}),
        refused=({"a b": "x"}, {"a/b": 1}, {"a-b": 1}),
    ),
    "keys_that_make_no_word": Finding(
        {
            "oneOf": [
                keyed("'", {"type": "integer"}),
                keyed("😀", {"$ref": "#"}),
                keyed("", {"type": "null"}),
            ]
        },
        valid=({"'": 1}, {"😀": {"'": 2}}, {"": None}),
        refused=({"'": {}}, {'"': 1}, {"😀": {"😀": 1}}),
    ),
    "keys_that_differ_in_case": Finding(
        {
            "oneOf": [
                keyed("started", {"type": "integer"}),
                {"x-name": "Loudly", **keyed("Started", {"type": "string"})},
            ]
        },
        valid=({"started": 1}, {"Started": "x"}),
        refused=({"started": "x"}, {"Started": 1}, {"STARTED": 1}),
    ),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcomes]:
    return read_findings(FINDINGS, tmp_path_factory.mktemp("findings"))


@pytest.mark.parametrize("name", FINDINGS)
def test_findings(name: str, found: dict[str, Outcomes]) -> None:
    assert_found(FINDINGS[name], found[name])
