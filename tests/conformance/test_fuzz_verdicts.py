"""What fuzzing has found gets its verdict, the same one in both languages."""

from __future__ import annotations

import pytest

from eventwright.reading.jsontext import Json
from support.findings import Finding, assert_found, required
from support.many_schemas import Outcomes


def nested(value: Json) -> Json:
    for _ in range(100):
        value = {"not": value}
    return value


TAGS: dict[str, dict[str, Json]] = {
    "plain": {},
    "long": {"minLength": 4},
    "short": {"minLength": 6},
    "ruled out": {"not": {"minLength": 1}},
    "null": {"type": "null"},
}

FINDINGS = {
    "a_branch_that_refers_to_alternatives_of_which_two_may_hold": Finding(
        {
            "$defs": {"D": {"oneOf": [{"type": "object"}, {"type": "object"}]}},
            "oneOf": [
                {"exclusiveMaximum": 3, "$ref": "#/$defs/D"},
                {"type": "object", "oneOf": [{"enum": [0, [1]]}]},
            ],
        },
        valid=(),
        refused=({"a": None}, {}, 1),
    ),
    "null_that_a_condition_refuses": Finding(
        {
            "type": "object",
            "properties": {
                "a": {
                    "type": ["object", "null"],
                    "properties": {"b": {"type": "string"}},
                    "if": {"properties": {"b": {"type": "string"}}},
                    "then": {"type": "object", "required": ["b"]},
                }
            },
        },
        valid=({"a": {"b": "x"}}, {}),
        refused=({"a": None}, {"a": {}}),
    ),
    "a_member_of_two_types_that_another_schema_narrows_to_one": Finding(
        {
            "type": "object",
            "properties": {"a": {"type": ["number", "string"]}},
            "allOf": [{"properties": {"a": {"type": "integer"}}}],
        },
        valid=({"a": 1}, {}),
        refused=({"a": "1"}, {"a": 1.5}, {"a": None}),
    ),
    "members_beside_a_union_that_two_schemas_ask_about": Finding(
        {
            "title": "Holder",
            "oneOf": [{}, {"properties": {"c": {"type": "object"}}}],
            "unevaluatedProperties": {"maximum": -1},
            "allOf": [
                {"type": "object", "properties": {"kind": {}}, "unevaluatedProperties": {}},
            ],
        },
        valid=({"kind": 1, "b": 9, "c": ""},),
        refused=({"kind": 1, "b": 9, "c": {}},),
    ),
    "sizes_that_two_schemas_ask_for": Finding(
        {
            "type": "object",
            "properties": {
                "items": {"type": "array", "minItems": 1, "maxItems": 3},
                "map": {"type": "object", "minProperties": 2, "propertyNames": {"minLength": 1}},
            },
            "anyOf": [
                {
                    "type": "object",
                    "properties": {
                        "items": {"minItems": 2, "maxItems": 5},
                        "map": {
                            "minProperties": 1,
                            "maxProperties": 3,
                            "propertyNames": {"maxLength": 2},
                        },
                    },
                },
                {"type": "object", "properties": {"c": {"type": "null"}}, "required": ["c"]},
            ],
        },
        valid=({"items": [1, "a"]}, {"map": {"a": 1, "bc": 2}}, {"c": None, "items": [1]}),
        refused=(
            {"items": [1]},
            {"items": [1, 2, 3, 4]},
            {"map": {"a": 1}},
            {"map": {"a": 1, "": 2}},
            {"map": {"a": 1, "abc": 2}},
            {"map": {"a": 1, "b": 2, "c": 3, "d": 4}},
        ),
    ),
    "items_that_two_schemas_ask_for": Finding(
        {
            "type": "object",
            "properties": {"b": {"type": "array", "items": {"type": "integer"}, "minItems": 1}},
            "allOf": [
                {"properties": {"b": {"minItems": 2, "items": {"minimum": 3}}}},
                {"properties": {"b": {"items": {"maximum": 9}}}},
            ],
        },
        valid=({"b": [3, 9]}, {}),
        refused=({"b": [3]}, {"b": [3, 2]}, {"b": [3, 10]}, {"b": ["a", 4]}),
    ),
    "alternatives_that_no_value_gets_to": Finding(
        {
            "anyOf": [{"$ref": "#/$defs/D"}, {"type": "string"}],
            "$defs": {
                "D": {
                    "type": "integer",
                    "properties": {"a": {"oneOf": [{"enum": [{}, 1]}, {"type": "string"}]}},
                    "allOf": [{"type": "object", "properties": {"a": {"minLength": 1}}}],
                }
            },
        },
        valid=("a",),
        refused=({"a": "b"}, {"a": 1}, 1),
    ),
    "member_that_a_branch_only_requires": Finding(
        {
            "oneOf": [
                {"type": "object", "required": ["kind"]},
                {"type": "object", "unevaluatedProperties": {"type": "array"}},
            ],
            "properties": {"kind": {}},
            "unevaluatedProperties": {"type": "integer"},
        },
        valid=({"kind": "a", "b": 1}, {"kind": 2}, {"b": [1]}),
        refused=({"kind": "a", "b": "c"}, {"b": "c"}),
    ),
    "required_beside_unevaluated": Finding(
        {"unevaluatedProperties": {"type": "object"}, "required": ["a"]},
        valid=({"a": {}}, {"a": {}, "b": {}}, "", []),
        refused=({"a": ""}, {"a": {}, "b": 1}, {}),
    ),
    "keyword_beside_recursion": Finding(
        {"type": "object", "additionalProperties": {"$ref": "", "minItems": 1}},
        valid=({}, {"a": {}}, {"a": {"b": {}}}),
        refused=({"a": []}, {"a": 1}, {"a": {"b": [1]}}, []),
    ),
    "one_branch_for_several_types": Finding(
        {"type": ["string", "number"], "oneOf": [{}]},
        valid=("a", 1, 1.5),
        refused=(None, True, [], {}),
    ),
    "number_keyword_where_no_number_may_be": Finding(
        {"type": ["boolean", "string"], "multipleOf": 1e-07},
        valid=(True, False, "a"),
        refused=(1, None, {}),
    ),
    "integer_that_must_be_a_number_too": Finding(
        {"type": "number", "allOf": [{"type": "integer"}]},
        valid=(11, -1),
        refused=(1.5, None, "a"),
    ),
    "null_branch_that_asks_for_more": Finding(
        {"anyOf": [{"type": "null", "oneOf": [{"type": "string"}]}, {"type": "number"}]},
        valid=(1, 1.5),
        refused=(None, "a"),
    ),
    "multiple_of_a_number_past_all_its_digits": Finding(
        # 7.55e21 is the double 7550000000000000524288, and 1e23 is 99999999999999991611392.
        {"type": "number", "multipleOf": 10},
        valid=(10, 1e22, 7550000000000000524290),
        refused=(7.55e21, 1e23, 7550000000000000524288, 0.5),
    ),
    "branches_beside_members_that_stand_alone_too": Finding(
        {
            "$ref": "#/$defs/D",
            "properties": {"n": {"type": "integer"}, "m": {"$ref": "#/$defs/D"}},
            "$defs": {
                "D": {
                    "oneOf": [
                        {
                            "type": "object",
                            "properties": {"a": {}, "n": {"type": "array"}},
                            "required": ["a"],
                        },
                        required("b"),
                    ]
                }
            },
        },
        valid=({"a": 1, "m": {"a": 1, "n": [1]}}, {"b": 1, "n": 1, "m": {"b": 2}}),
        refused=({"a": 1, "n": 1}, {"b": 1, "m": {"a": 1, "n": 1}}, {"b": 1, "n": []}),
    ),
    "tags_of_which_more_is_asked": Finding(
        {
            "oneOf": [
                {
                    "type": "object",
                    "properties": {"kind": {"const": kind, **asked}},
                    "required": ["kind"],
                }
                for kind, asked in TAGS.items()
            ]
        },
        valid=({"kind": "plain"}, {"kind": "long"}),
        refused=({"kind": "short"}, {"kind": "ruled out"}, {"kind": "null"}, {"kind": "other"}),
    ),
    "rest_beside_referred_branches": Finding(
        {
            "properties": {"k": {}},
            "oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}],
            "unevaluatedProperties": False,
            "$defs": {"A": required("a"), "B": required("b")},
        },
        valid=({"a": 1, "k": 1}, {"b": 1}),
        refused=({"a": 1, "q": 1}, {"a": 1, "b": 1}, {"k": 1}, []),
    ),
    "rest_that_a_branch_takes_itself": Finding(
        {
            "properties": {"k": {}},
            "oneOf": [
                {**required("a"), "additionalProperties": True},
                {**required("b"), "unevaluatedProperties": {"type": "integer"}},
            ],
            "unevaluatedProperties": {"type": "null"},
        },
        valid=({"a": 1, "k": "x", "q": "x"}, {"b": 1, "q": 1, "k": 1}),
        refused=({"b": 1, "q": None}, {"b": 1, "k": "x"}, {}),
    ),
    "a_required_member_beside_the_branches": Finding(
        {
            "oneOf": [required("a"), required("b")],
            "allOf": [{"properties": {"c": {"type": "integer"}}}],
            "required": ["kind"],
        },
        valid=({"a": 1, "kind": [1]}, {"c": 1, "b": 1, "kind": None}),
        refused=({"a": 1}, {"a": 1, "kind": 1, "c": "x"}, {"kind": 1}),
    ),
    "a_required_member_beside_branches_alone": Finding(
        {"oneOf": [required("a"), {"type": "null"}], "required": ["kind"]},
        valid=({"a": 1, "kind": "x"}, None),
        refused=({"a": 1}, {"kind": "x"}),
    ),
    "rest_that_a_part_asks_for": Finding(
        {
            "properties": {"k": {}},
            "allOf": [{"properties": {"a": {}, "b": {}, "l": {}}, "unevaluatedProperties": False}],
            "oneOf": [required("a"), required("b")],
        },
        valid=({"a": 1}, {"b": 1, "l": 1}),
        refused=({"a": 1, "k": 1}, {"b": 1, "q": 1}, {}),
    ),
    "rest_beside_two_unions": Finding(
        {
            "properties": {"k": {}},
            "oneOf": [required("a"), required("b")],
            "anyOf": [{"properties": {"p": {"type": "integer"}}}],
            "unevaluatedProperties": False,
        },
        valid=({"a": 1, "k": 1}, {"b": 1}),
        refused=({"a": 1, "q": 1}, {"a": 1, "p": "x"}, {}),
    ),
    "multiple_of_a_fraction_as_it_is_written": Finding(
        {"multipleOf": 0.01}, valid=(0.07, 1.1, 1e23, 19.99), refused=(0.075, 1e-3)
    ),
    "union_among_alternatives": Finding(
        {
            "anyOf": [
                {"title": "Plain", "type": "object", "properties": {"a": {"type": "string"}}},
                {
                    "title": "Tagged",
                    "oneOf": [
                        {
                            "type": "object",
                            "properties": {"kind": {"const": kind}, "b": {"type": "string"}},
                            "required": ["kind"],
                        }
                        for kind in ("x", "y")
                    ],
                },
            ]
        },
        valid=({"kind": "x", "b": "c"}, {"a": "b"}),
        refused=({"a": 1}, []),
    ),
    "null_twice": Finding(
        {
            "anyOf": [{"$ref": "#/$defs/Nothing"}, {"type": "null"}],
            "$defs": {"Nothing": {"type": "null"}},
        },
        valid=(None,),
        refused=(1, {}),
    ),
    "alternatives_that_may_both_hold": Finding(
        {
            "anyOf": [
                {"type": "object"},
                {"oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/A", "minProperties": 0}]},
            ],
            "$defs": {
                "A": {"type": "object", "properties": {"a": {"type": "string", "const": "b"}}}
            },
        },
        valid=({"c": 1}, {"a": "b", "c": {}}, {}),
        refused=(1, "a"),
    ),
    "objects_and_others_beside_objects": Finding(
        {"anyOf": [{"type": ["boolean", "null", "object"]}, {"allOf": [{"type": "object"}]}]},
        valid=(True, None, {}, {"a": 1}),
        refused=("a", []),
    ),
    # Each level was looked at twice, so that 30 of them took minutes.
    "alternatives_at_many_levels": Finding(
        {
            "anyOf": [
                {"type": "integer"},
                {
                    "type": "object",
                    "properties": {"not": {"$ref": "#"}},
                    "required": ["not"],
                },
            ]
        },
        valid=(nested(1), 1),
        refused=(nested("a"), {}),
    ),
    "a_few_values_of_several_types": Finding(
        {"oneOf": [{"enum": [-1, "a"]}]}, valid=(-1, "a"), refused=("", 0, "b", None)
    ),
    "one_branch_for_several_types_with_a_limit": Finding(
        {"anyOf": [{"type": ["boolean", "number"], "exclusiveMinimum": 0}, {"type": "array"}]},
        valid=(1, True, 0.5, []),
        refused=(0, -1, "a"),
    ),
    "a_limit_of_numbers_in_a_branch_of_objects": Finding(
        {
            "type": "object",
            "properties": {"kind": {"type": "string"}},
            "oneOf": [{"required": ["k"]}, {"maximum": 3, "properties": {"n": {}}}],
        },
        valid=({"kind": "a", "n": 5}, {}),
        refused=({"k": 1}, 1),
    ),
    "named_members_of_one_type_among_several": Finding(
        {
            "type": ["object", "number"],
            "properties": {"b": {}},
            "additionalProperties": {"type": "null"},
        },
        valid=({"b": 6, "c": None}, {}, 1),
        refused=({"c": 6}, "a"),
    ),
    "members_of_what_need_be_no_object": Finding(
        {"properties": {"ab": {}}, "anyOf": [{}, {"type": "array"}]},
        valid=({"ab": 1}, [], -1, "a"),
        refused=(),
    ),
    "a_member_of_which_a_branch_asks_what_it_has_not_looked_at_itself": Finding(
        {
            "type": "object",
            "properties": {"p": {"type": "object", "properties": {"a": {"type": "integer"}}}},
            "oneOf": [
                {
                    "type": "object",
                    "properties": {
                        "kind": {"const": "x"},
                        "p": {"unevaluatedProperties": {"type": "array"}},
                    },
                    "required": ["kind"],
                },
                {"type": "object", "properties": {"kind": {"const": "y"}}, "required": ["kind"]},
            ],
        },
        valid=({"kind": "x", "p": {}}, {"kind": "x"}, {"kind": "y", "p": {"a": 1}}),
        refused=({"kind": "x", "p": {"a": 1}}, {"kind": "y", "p": {"a": "b"}}),
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_findings(name: str, found: dict[str, Outcomes]) -> None:
    assert_found(FINDINGS[name], found[name])
