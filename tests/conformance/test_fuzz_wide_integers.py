"""What fuzzing has found about numbers with digits that no double holds."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pytest

from eventwright.reading.jsontext import Json
from fuzz.languages import Outcome
from support.findings import read_everywhere, required

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
    "a_member_that_a_branch_may_require": Kept(
        {"type": "object", "properties": {}, "anyOf": [{"required": ["b"]}, {"required": ["c"]}]},
        {"b": WIDE},
        number=(("/b", "precision"),),
    ),
    "a_member_that_another_one_requires": Kept(
        {
            "type": "object",
            "properties": {"a": {"type": "string"}},
            "dependentRequired": {"a": ["b"]},
        },
        {"b": [WIDE]},
        number=(("/b/0", "precision"),),
    ),
    "a_member_that_may_be_required_beside_a_union": Kept(
        {
            "anyOf": [ID, {"type": "object", "properties": {"name": {"type": "string"}}}],
            "type": "object",
            "properties": {"a": {"type": "string"}},
            "dependentRequired": {"a": ["b"]},
        },
        {"id": 1, "b": [WIDE]},
        number=(("/b/0", "precision"),),
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
    "an_integer_of_which_another_branch_asks_less": Kept(
        {"oneOf": [{"type": "integer", "minimum": 10, "maximum": 10}, {"type": ["integer"]}]},
        WIDE,
        number=(("", "precision"),),
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
                {
                    "type": "object",
                    "properties": {"ab": {}, "b": {"multipleOf": 2**53}},
                    "required": ["b"],
                },
                {"type": "object", "properties": {"a": {"type": "integer"}}},
            ]
        },
        {"b": WIDE},
        number=(("/b", "precision"),),
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
    "a_member_of_what_another_alternative_keeps_whole": Kept(
        {
            "anyOf": [
                {"type": "object", "properties": {"kind": {"$ref": "#"}}},
                {
                    "oneOf": [{"type": "object"}, {"type": "object", "required": ["c"]}],
                    "required": ["p"],
                },
            ],
            "properties": {"b": {"type": "integer"}},
        },
        {"kind": {"b": 2**53}, "p": "a", "b": 0},
        number=(("/kind/b", "precision"),),
    ),
    "a_part_of_the_first_of_two_alternatives": Kept(
        {
            "anyOf": [
                {"title": "Named", "type": "object", "properties": {"name": {"type": "string"}}},
                {
                    "title": "Counted",
                    "type": "object",
                    "properties": {"part": {"title": "Part", **ID}, "other": {}},
                },
            ]
        },
        {"part": {"id": 10**22 + 1}},
        number=(("/part/id", "precision"),),
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
    cases = {name: (kept.schema, kept.payload) for name, kept in WIDE_INTEGERS.items()}
    return read_everywhere(cases, tmp_path_factory.mktemp("wide"))


@pytest.mark.parametrize("name", WIDE_INTEGERS)
def test_digits_that_a_number_loses(name: str, wide: dict[str, list[Outcome]]) -> None:
    kept = WIDE_INTEGERS[name]
    python, orjson, msgspec, bigint, number = wide[name]
    assert tuple(code for _, code, _ in python.issues) == kept.python
    assert bigint == python == orjson == msgspec
    assert tuple((path, code) for path, code, _ in number.issues) == kept.number
    assert number.encoded == (None if kept.number else python.encoded)
