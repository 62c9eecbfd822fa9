"""What fuzzing has found in what is written of a value, the same in both languages."""

from __future__ import annotations

import pytest

from eventwright.reading.jsontext import Json
from support.findings import Finding, assert_found, required
from support.many_schemas import Outcomes


def chained(value: dict[str, Json]) -> Json:
    """An object with others of the same members inside each other."""
    made: Json = value
    for _ in range(60):
        made = {**value, "next": made}
    return made


def kept_by_default(name: str) -> dict[str, Json]:
    """An object with two members, of which the second is left out while it is 1."""
    count: dict[str, Json] = {"type": "integer", "default": 1, "x-omit-default": True}
    return {"type": "object", "properties": {name: {"type": "integer"}, "n": count}}


FINDINGS = {
    "what_only_members_of_others_tell_apart": Finding(
        {
            "oneOf": [
                {"type": "object", "properties": {"a/b": {}}},
                {"type": "object", "properties": {"ab": {}, "c": {"const": []}}},
            ]
        },
        valid=({"a/b": [{}], "c": {}}, {"c": 1}),
        refused=({}, {"a/b": 1}, {"c": []}),
    ),
    "what_is_too_small_without_other_members": Finding(
        {
            "anyOf": [
                {"type": "object", "minProperties": 2, "required": ["a"], "properties": {}},
                {"type": "object", "properties": {}},
            ]
        },
        valid=({}, {"a": [], "": ""}, {"a": [{"b": 1}], "b": {}}),
        refused=([],),
        shortened=(({"b": 1}, {}),),
    ),
    "parts_that_only_members_that_are_not_kept_told_apart": Finding(
        {
            "anyOf": [
                {
                    "type": "object",
                    "properties": {
                        "p": {
                            "title": "Q",
                            "type": "object",
                            "properties": {"q": {"type": "integer"}, "s": {"type": "string"}},
                        }
                    },
                    "required": ["p"],
                },
                {
                    "type": "object",
                    "properties": {"p": {"title": "R", "type": "object", "properties": {"r": {}}}},
                    "required": ["p"],
                },
            ]
        },
        valid=({"p": {"q": 1}}, {"p": {}}),
        refused=({}, {"p": 1}),
        shortened=(
            ({"p": {"r": 1, "q": "a"}}, {"p": {"r": 1}}),
            ({"p": {"r": {"q": 1}, "q": 1}}, {"p": {"q": 1}}),
        ),
    ),
    "parts_of_which_another_alternative_keeps_less": Finding(
        {
            "anyOf": [
                {"type": "object", "properties": {"p": {}}},
                {
                    "type": "object",
                    "properties": {
                        "p": {
                            "anyOf": [
                                {"type": "object", "properties": {"q": {"type": "string"}}},
                                {"type": "object", "properties": {"q": {"const": 1}}},
                            ]
                        },
                        "r": {"type": "integer"},
                    },
                },
            ]
        },
        valid=({"p": {"q": "a"}, "r": 1}, {"p": 1}),
        refused=([],),
        shortened=(
            ({"p": {"q": "a", "s": 1}, "r": []}, {"p": {"q": "a", "s": 1}}),
            ({"p": {"q": "a", "s": 1}, "r": 1}, {"p": {"q": "a"}, "r": 1}),
        ),
    ),
    "default_and_constant_that_only_other_branches_have": Finding(
        {
            "anyOf": [
                {
                    "type": "object",
                    "properties": {
                        "a": {"type": "integer"},
                        "n": {"type": "integer", "default": 1},
                        "p": {},
                    },
                },
                {
                    "type": "object",
                    "properties": {"a": {"type": "integer"}, "k": {"const": "b"}},
                    "required": ["k"],
                },
                {"type": "object", "properties": {"a": {}}, "minProperties": 3},
            ]
        },
        valid=(
            {"a": 1, "n": 1},
            {"k": "b"},
            {"a": 1, "n": 2, "p": 3},
            {"a": 1, "n": "x", "k": 1},
            {"a": "b", "x": 1, "y": 2},
        ),
        refused=({"a": "b"}, {"n": "x"}),
        shortened=(({"a": 1, "n": "x", "k": "b"}, {"a": 1, "k": "b"}),),
    ),
    "chains_of_what_only_members_that_are_not_kept_told_apart": Finding(
        {
            "anyOf": [
                {
                    "type": "object",
                    "properties": {"a": {"const": 1}, "next": {"$ref": "#"}, "c": {}},
                },
                {"type": "object", "properties": {"b": {}, "next": {"$ref": "#"}}},
            ]
        },
        valid=({}, {"a": 1, "next": {"c": 1}}),
        refused=([],),
        shortened=((chained({"b": 2, "a": 2}), chained({"b": 2})),),
    ),
    "members_left_out_while_they_have_their_default": Finding(
        {"anyOf": [kept_by_default("a"), kept_by_default("b"), {"type": "object"}]},
        valid=({"a": 1}, {"a": 1, "n": 2}, {"a": "x", "n": "y"}, {}),
        refused=([],),
        shortened=(
            ({"a": 1, "n": 1}, {"a": 1}),
            ({"b": 1, "n": 1, "a": "x"}, {"b": 1}),
            ({"b": 1, "n": 2, "a": "x"}, {"b": 1, "n": 2}),
        ),
    ),
    "required_members_that_have_their_default": Finding(
        {
            "oneOf": [
                {
                    "type": "object",
                    "properties": {"n": {"default": 1, "x-omit-default": True}},
                    "required": ["n"],
                }
            ]
        },
        valid=({"n": 1}, {"n": 2}),
        refused=({},),
    ),
    "maps_beside_any_json_by_its_name": Finding(
        {
            "oneOf": [
                {"type": "object", "additionalProperties": {"type": "object"}},
                {"$ref": "#/$defs/D"},
            ],
            "$defs": {"D": {}},
        },
        valid=({"a": 1}, {"a": ""}, [], 1, None, "x"),
        refused=({}, {"a": {}}),
    ),
    "maps_beside_maps_that_hold_themselves": Finding(
        {
            "anyOf": [
                {"type": "object", "additionalProperties": {"type": "object"}},
                {"type": "object", "additionalProperties": {"$ref": ""}},
            ]
        },
        valid=({"": {"a": {"": 8}, "ab": ""}}, {"a": {}, "b": {"c": {"d": {}}}}, {}),
        refused=({"a": 1}, []),
    ),
    "maps_of_what_holds_itself_beside_any_map": Finding(
        {
            "anyOf": [{"type": "object"}, {"$ref": "#/$defs/D"}],
            "$defs": {
                "D": {"type": "object", "additionalProperties": {"contains": {}, "$ref": "#"}}
            },
        },
        valid=({"a": {"": 2}}, {"a": {"": []}}, {"a": {"b": {"c": {}}}}, {}),
        refused=(1, []),
    ),
    "maps_of_records_beside_maps_that_hold_themselves": Finding(
        {
            "anyOf": [
                {
                    "type": "object",
                    "additionalProperties": {
                        "type": "object",
                        "additionalProperties": {"$ref": "#/$defs/R"},
                    },
                },
                {"type": "object", "additionalProperties": {"$ref": "#"}},
            ],
            "$defs": {"R": required("a")},
        },
        valid=({"x": {"y": {"a": 1}}}, {"x": {"y": {}, "z": {"x": {"y": {"a": 1}}}}}, {}),
        refused=({"x": {"y": {"a": "b"}}}, {"a": 1}),
        shortened=(({"x": {"y": {"a": 1, "b": 2}}}, {"x": {"y": {"a": 1}}}),),
    ),
    "arrays_of_maps_and_of_what_holds_itself": Finding(
        {
            "anyOf": [
                {"type": "object", "additionalProperties": {"$ref": "#/$defs/R"}},
                {"type": "array", "items": {"$ref": "#"}},
                {"type": "array", "items": {"type": "array", "items": {"$ref": "#/$defs/D"}}},
            ],
            "$defs": {
                "R": required("a"),
                "D": {
                    "type": "object",
                    "additionalProperties": {"anyOf": [{"$ref": "#"}, {"$ref": "#/$defs/D"}]},
                },
            },
        },
        valid=([[{"x": [{"y": {"a": 1}}]}]], [[{"x": {"y": {}}}]], {"x": {"a": 1}}, [[], []]),
        refused=({"x": {}}, 1, {"x": [1]}),
    ),
    "large_numbers_among_alternatives": Finding(
        {
            "anyOf": [{"type": "object"}, {"type": "object", "properties": {"a": {}}}],
            "properties": {"a": {"type": "number"}},
        },
        valid=({"a": 9372036854775808}, {"a": 1e300}, {"a": 0.5}),
        refused=({"a": "b"}, 1),
        shortened=(({"a": 9372036854775808, "": {}}, {"a": 9372036854775808}),),
    ),
    "large_constants_among_alternatives": Finding(
        {
            "anyOf": [
                {"type": "object", "properties": {"a": {"const": 2**53 + 1}, "c": {}}},
                {"type": "object", "properties": {"a": {"enum": [2**63, "x"]}}},
            ],
        },
        valid=({"a": 2**53 + 1}, {"a": 2**63}, {"a": "x"}),
        refused=({"a": 2**53}, {"a": 1}),
        shortened=(({"a": 2**63, "b": 2**70}, {"a": 2**63}),),
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_findings(name: str, found: dict[str, Outcomes]) -> None:
    assert_found(FINDINGS[name], found[name])
