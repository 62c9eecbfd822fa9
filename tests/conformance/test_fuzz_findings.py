"""What fuzzing has found gets its verdict, the same one in both languages."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

import pytest

from eventwright.reading.jsontext import Json
from eventwright.settings import Settings
from fuzz.comparing import same_value
from fuzz.languages import Outcome, make_packages, node, read_in_python
from support.many_schemas import Outcomes, outcomes


@dataclass(frozen=True, slots=True)
class Finding:
    schema: dict[str, Json]
    valid: tuple[Json, ...]
    refused: tuple[Json, ...]
    shortened: tuple[tuple[Json, Json], ...] = ()
    """Valid payloads with members that are not kept, each with what is written for it."""

    @property
    def payloads(self) -> tuple[Json, ...]:
        return (*self.valid, *(payload for payload, _ in self.shortened), *self.refused)

    @property
    def written(self) -> tuple[Json, ...]:
        return (*self.valid, *(written for _, written in self.shortened))


def nested(value: Json) -> Json:
    for _ in range(100):
        value = {"not": value}
    return value


def required(name: str) -> dict[str, Json]:
    """An object with one member, an integer."""
    return {"type": "object", "properties": {name: {"type": "integer"}}, "required": [name]}


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
    "what_only_members_that_are_not_kept_told_apart": Finding(
        {
            "oneOf": [
                {"type": "object", "properties": {"a/b": {}}},
                {"type": "object", "properties": {"ab": {}, "c": {"const": []}}},
            ]
        },
        valid=(),
        refused=({}, {"a/b": 1}, {"c": []}),
        shortened=(({"a/b": [{}], "c": {}}, {"a/b": [{}]}), ({"c": 1}, {})),
    ),
    "what_is_too_small_without_members_that_are_not_kept": Finding(
        {
            "anyOf": [
                {"type": "object", "minProperties": 2, "required": ["a"], "properties": {}},
                {"type": "object", "properties": {}},
            ]
        },
        valid=({},),
        refused=([],),
        shortened=(
            ({"a": [], "": ""}, {"a": []}),
            ({"a": [{"b": 1}], "b": {}}, {"a": [{"b": 1}]}),
            ({"b": 1}, {}),
        ),
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
        valid=({"a": 1, "n": 1}, {"k": "b"}, {"a": 1, "n": 2, "p": 3}),
        refused=({"a": "b"}, {"n": "x"}),
        shortened=(
            ({"a": 1, "n": "x", "k": 1}, {"a": 1}),
            ({"a": "b", "x": 1, "y": 2}, {"a": "b"}),
            ({"a": 1, "n": "x", "k": "b"}, {"a": 1, "k": "b"}),
        ),
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
}

WIDE = 2**53 + 1
OPEN: dict[str, Json] = {"type": "object", "additionalProperties": {}}
ID = {"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}


@dataclass(frozen=True, slots=True)
class Kept:
    """A valid or invalid payload with a number that no double holds."""

    schema: dict[str, Json]
    payload: Json
    python: tuple[str, ...] = ()
    """The codes of its issues where all digits are kept."""
    number: tuple[tuple[str, str], ...] = ()
    """The places and codes of its issues where integers are numbers."""


WIDE_INTEGERS = {
    "bounds_of_a_member_that_is_an_array": Kept(
        {
            "oneOf": [
                {"type": "object", "properties": {"ab": {"exclusiveMinimum": 2**53}}},
                {"type": "object", "additionalProperties": {"exclusiveMinimum": 1e300}},
            ],
            "properties": {"ab": {"type": "array", "minItems": 2}},
        },
        {"ab": [1, 2], "": 1},
    ),
    "what_is_ruled_out": Kept(
        {"not": {"type": "integer"}}, 10**16, python=("not",), number=(("", "not"),)
    ),
    "two_alternatives_at_once": Kept(
        {"oneOf": [{"type": "integer"}, {"type": "number"}]},
        10**16,
        python=("oneOf",),
        number=(("", "oneOf"),),
    ),
    "an_alternative_without_it": Kept(
        {"anyOf": [ID, {"type": "object", "properties": {"name": {"type": "string"}}}]},
        {"id": 10**16, "name": "a"},
        number=(("/id", "precision"),),
    ),
    "an_alternative_without_an_odd_one": Kept(
        {"anyOf": [ID, {"type": "object", "properties": {"name": {"type": "string"}}}]},
        {"id": WIDE, "name": "a"},
        number=(("/id", "precision"),),
    ),
    "an_alternative_that_keeps_it": Kept(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"anyOf": [ID, {}]}}]},
        [{"id": WIDE}],
        number=(("/0/id", "precision"),),
    ),
    "another_fault_beside_it": Kept(
        {"title": "Rec", **ID, "required": ["id", "a"], "anyOf": [ID, {"required": ["b"]}]},
        {"id": WIDE},
        python=("required",),
        number=(("/id", "precision"), ("/a", "required")),
    ),
    "what_is_contained": Kept(
        {"type": "array", "items": {"type": "number"}, "contains": {"type": "integer"}},
        [1.5, 10**16],
    ),
    "a_format_that_is_a_note": Kept(
        {"type": "integer", "format": "uint32"}, WIDE, number=(("", "precision"),)
    ),
    "a_multiple_by_all_digits": Kept(
        {"multipleOf": 10},
        23372036854775808,
        python=("multipleOf",),
        number=(("", "multipleOf"),),
    ),
    "a_multiple_whose_shortest_text_is_none": Kept(
        {"oneOf": [{"anyOf": [{"multipleOf": 2**53}, {"type": "integer"}]}]}, 7 * 2**53
    ),
    "a_number_that_is_no_multiple_but_its_shortest_text_is": Kept(
        {"type": "number", "multipleOf": 10},
        63050394783186944,
        python=("multipleOf",),
        number=(("", "multipleOf"),),
    ),
    "a_member_that_a_condition_keeps": Kept(
        {"type": "object", "properties": {}, "if": {"required": ["a"]}},
        {"b": WIDE},
        number=(("/b", "precision"),),
    ),
    "a_member_of_a_branch_that_is_kept_whole": Kept(
        {"oneOf": [{"oneOf": [{"properties": {"a": True}, **OPEN}]}]},
        {"b": WIDE},
        number=(("/b", "precision"),),
    ),
    "a_member_of_several_types": Kept(
        {"properties": {"a": True}, **OPEN, "type": ["object", "string"]},
        {"b": WIDE},
        number=(("/b", "precision"),),
    ),
    "a_required_member_that_nothing_describes": Kept(
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["b"]},
        {"b": WIDE},
        number=(("/b", "precision"),),
    ),
    "an_allowed_value": Kept(
        {"enum": [{}, WIDE]},
        WIDE,
        number=(("", "precision"),),
    ),
    "an_item_of_the_only_value": Kept(
        {"const": [WIDE]},
        [WIDE],
        number=(("/0", "precision"),),
    ),
    "a_number_in_what_is_kept_whole": Kept(
        {"properties": {"a": {"type": "number"}}, "patternProperties": {"^b": {}}},
        {"a": math.inf, "b": [math.inf]},
        python=("json", "json"),
        number=(("/a", "json"), ("/b/0", "json")),
    ),
    "a_member_of_a_variant_that_is_kept_whole": Kept(
        {
            "title": "Union",
            "type": "object",
            "properties": {"a": {"type": "string"}},
            "oneOf": [
                {
                    "type": "object",
                    "properties": {"kind": {"const": kind}},
                    "required": ["kind"],
                    "anyOf": [ID, {"properties": {"name": {"type": "string"}}}],
                }
                for kind in ("x", "y")
            ],
        },
        {"kind": "x", "id": 1, "b": WIDE},
        number=(("/b", "precision"),),
    ),
    "a_value_that_no_type_is_asked_of": Kept(
        {"const": WIDE, "oneOf": [{"oneOf": [{"type": "object"}]}, {}]},
        WIDE,
        number=(("", "precision"),),
    ),
    "an_item_that_is_only_contained": Kept(
        {"type": "array", "contains": True, "unevaluatedItems": {}},
        [WIDE],
        number=(("/0", "precision"),),
    ),
    "a_member_that_is_only_tried": Kept(
        {"type": "object", "if": {"properties": {"a": True}}, "unevaluatedProperties": {}},
        {"a": WIDE},
        number=(("/a", "precision"),),
    ),
    "a_member_of_the_second_alternative": Kept(
        {
            "type": "object",
            "anyOf": [ID, {"properties": {"name": {}}}],
            "unevaluatedProperties": {},
        },
        {"id": 1, "name": WIDE},
        number=(("/name", "precision"),),
    ),
    "an_item_of_a_type_before_any_others": Kept(
        {"type": "array", "prefixItems": [{"title": "Item", **ID}], "items": {}},
        [{"id": 1, "b": WIDE}],
        number=(("/0/b", "precision"),),
    ),
    "a_member_whose_name_matches": Kept(
        {
            "type": "object",
            "patternProperties": {"^a": {"title": "Item", **ID}},
            "additionalProperties": {},
        },
        {"a": {"id": 1, "b": WIDE}},
        number=(("/a/b", "precision"),),
    ),
    "a_member_required_beside_one_branch": Kept(
        {"oneOf": [{"type": "object", "properties": {"a": {}}}], "required": ["kind"]},
        {"kind": WIDE},
        number=(("/kind", "precision"),),
    ),
    "a_member_required_beside_described_ones": Kept(
        {
            "oneOf": [required("a"), required("b")],
            "properties": {"c": {"type": "integer"}},
            "required": ["kind"],
        },
        {"a": 1, "kind": WIDE},
        number=(("/kind", "precision"),),
    ),
    "a_member_required_beside_a_union": Kept(
        {"oneOf": [required("a"), {"type": "null"}], "required": ["kind"]},
        {"a": 1, "kind": WIDE},
        number=(("/kind", "precision"),),
    ),
    "a_member_kept_by_a_keyword_beside_a_union": Kept(
        {
            "oneOf": [required("a"), required("b")],
            "properties": {"c": {"type": "integer"}},
            "dependentSchemas": {"kind": {"type": "object"}},
        },
        {"a": 1, "x": WIDE},
        number=(("/x", "precision"),),
    ),
    "a_member_that_a_branch_requires": Kept(
        {
            "type": "object",
            "properties": {"not": True},
            "anyOf": [{"required": ["kind"]}, {"type": "integer"}],
        },
        {"kind": WIDE},
        number=(("/kind", "precision"),),
    ),
    "a_member_of_what_is_unevaluated": Kept(
        {"type": "object", "unevaluatedProperties": {"title": "Part", **ID}},
        {"a": {"id": 1, "b": WIDE}},
        number=(("/a/b", "precision"),),
    ),
    "a_value_of_a_branch": Kept(
        {"oneOf": [{"oneOf": [{"const": WIDE}, {"minLength": 2}]}, {"maxLength": 1}]},
        WIDE,
        number=(("", "precision"),),
    ),
    "a_member_kept_beside_a_union": Kept(
        {
            "oneOf": [{"type": "object", "properties": {"a": {}}}, {"enum": []}],
            "properties": {"b": {"type": "array"}},
            "dependentSchemas": {"kind": {"type": "integer"}},
        },
        {"c": WIDE},
        number=(("/c", "precision"),),
    ),
    "a_member_of_the_branch_with_most_members": Kept(
        {
            "anyOf": [
                {"type": "object", "properties": {"c": {}}},
                {"type": "object", "properties": {"b": {"type": "integer"}}},
            ],
            "properties": {"c": {}},
        },
        {"b": 2**53},
        number=(("/b", "precision"),),
    ),
    "a_member_kept_by_a_branch_that_tries": Kept(
        {"type": "object", "properties": {"a": {}}, "anyOf": [{"if": {}}, {"type": "array"}]},
        {"b": 2**53 + 1},
        number=(("/b", "precision"),),
    ),
    "a_member_kept_by_a_branch_with_patterns": Kept(
        {
            "type": "object",
            "properties": {"a": {}},
            "anyOf": [{"patternProperties": {"^x": {}}}, {"type": "array"}],
        },
        {"b": 2**53 + 1},
        number=(("/b", "precision"),),
    ),
    "a_member_of_a_branch_that_is_taken_only_without_its_digits": Kept(
        {
            "oneOf": [
                {"type": "object", "properties": {"ab": {}, "b": {"multipleOf": 2**53}}},
                {"type": "object", "properties": {"a": {"type": "integer"}}},
            ]
        },
        {"b": WIDE},
    ),
    "a_member_of_a_branch_that_is_taken_by_its_digits": Kept(
        {
            "oneOf": [
                {"type": "object", "properties": {"ab": {}, "b": {"multipleOf": 5}}},
                {"type": "object", "properties": {"b": {"type": "string"}}},
            ]
        },
        {"b": 10 * 2**53},
    ),
    "a_part_of_a_member_that_several_schemas_keep": Kept(
        {
            "anyOf": [
                {"type": "object", "additionalProperties": {}},
                {"type": "object", "properties": {"ab": {}}},
            ],
            "properties": {"kind": {"pattern": "a"}},
            "unevaluatedProperties": {
                "type": "object",
                "properties": {"kind": {"$ref": "#"}},
                "minProperties": 2,
            },
        },
        {"": {"b": [[WIDE]]}},
        number=(("//b/0/0", "precision"),),
    ),
    "a_member_of_a_branch_that_only_another_member_refused": Kept(
        {
            "anyOf": [
                {
                    "type": "object",
                    "properties": {
                        "b": {"type": "string"},
                        "c": {"type": "string"},
                        "ab": {"type": "integer"},
                    },
                },
                {"type": "object", "properties": {"ab": {}}},
            ]
        },
        {"b": False, "ab": 2 * 10**19},
    ),
    "a_condition": Kept(
        {"if": {"type": "integer"}, "then": {"maximum": 5}},
        10**16,
        python=("maximum",),
        number=(("", "maximum"),),
    ),
}


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Outcome]]:
    """What Python makes of each payload, and TypeScript with bigint and with number."""
    folder = tmp_path_factory.mktemp("wide")
    (schemas := folder / "schemas").mkdir()
    for name, kept in WIDE_INTEGERS.items():
        (schemas / f"{name}.json").write_text(json.dumps(kept.schema), encoding="utf-8")
    packages = make_packages(schemas, folder / "made", formats=False)
    texts = {name: [compact(kept.payload)] for name, kept in WIDE_INTEGERS.items()}
    with node() as process:
        process.load(*packages.typescript)
        return {
            name: [
                *read_in_python(packages.module(name), text),
                *(one for place in packages.typescript for one in process.read(place, name, text)),
            ]
            for name, text in texts.items()
        }


@pytest.mark.parametrize("name", WIDE_INTEGERS)
def test_digits_that_a_number_loses(name: str, wide: dict[str, list[Outcome]]) -> None:
    kept = WIDE_INTEGERS[name]
    python, bigint, number = wide[name]
    assert tuple(code for _, code, _ in python.issues) == kept.python
    assert bigint == python
    assert tuple((path, code) for path, code, _ in number.issues) == kept.number
    assert number.encoded == (None if kept.number else python.encoded)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcomes]:
    folder = tmp_path_factory.mktemp("findings")
    groups = {name: (finding.schema, finding.payloads) for name, finding in FINDINGS.items()}
    return outcomes(groups, folder, Settings(schema=folder, output=folder))


@pytest.mark.parametrize("name", FINDINGS)
def test_verdicts(name: str, found: dict[str, Outcomes]) -> None:
    finding, both = FINDINGS[name], found[name]
    owed = [compact(payload) for payload in finding.written] + [None] * len(finding.refused)
    for python, typescript, written in zip(both.python, both.typescript, owed, strict=True):
        assert python.fault is typescript.fault is None
        assert python.issues == typescript.issues
        assert same_value(python.encoded, written), (python.encoded, written)
        assert same_value(typescript.encoded, written), (typescript.encoded, written)


def compact(payload: Json) -> str:
    """The text of a payload, in which an infinite number is one past the range of a double."""
    return json.dumps(payload, separators=(",", ":")).replace("Infinity", "1e400")
