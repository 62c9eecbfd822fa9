"""What the command line notes of schemas that take no value, or not the ones that they show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("project")

LINE = "/properties/line"


def notes(schema: Json) -> list[str]:
    """What is noted of a schema, without the file."""
    path = Path("schema") / "order.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    run = eventwright("generate", "--target", "python")
    assert run.code == 0
    return [note.removeprefix(f"note: {path}#") for note in run.notes]


def notes_of_member(member: Json) -> list[str]:
    """The same of the member `line` of an object."""
    return notes({"title": "Order", "type": "object", "properties": {"line": member}})


@pytest.mark.parametrize(
    ("limits", "kind"),
    [
        ({"minLength": 5, "maxLength": 3}, "string"),
        ({"minItems": 2, "maxItems": 1}, "array"),
        ({"minProperties": 1, "maxProperties": 0}, "object"),
        ({"minimum": 0.5, "maximum": -1}, "number"),
        ({"exclusiveMinimum": 1, "maximum": 1}, "number"),
        ({"minimum": 1, "exclusiveMaximum": 1}, "number"),
        ({"exclusiveMinimum": 1, "exclusiveMaximum": 1}, "number"),
    ],
)
def test_limits_that_nothing_meets(limits: dict[str, Json], kind: str) -> None:
    (low, least), (high, most) = limits.items()
    member: Json = {"type": kind, **limits}
    assert notes_of_member(member) == [
        f'{LINE}: "{low}": {least} and "{high}": {most} leave no {kind}; correct one of them'
    ]


@pytest.mark.parametrize(
    "limits",
    [
        {"type": "string", "minLength": 3, "maxLength": 3},
        {"type": "array", "minItems": 0, "maxItems": 0},
        {"type": "number", "minimum": 1, "maximum": 1},
        {"type": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 2},
    ],
)
def test_limits_that_leave_something(limits: Json) -> None:
    assert notes_of_member(limits) == []


def test_an_enum_without_values() -> None:
    assert notes_of_member({"enum": []}) == [
        f"{LINE}/enum: lists no value, so none is valid; list some"
    ]


def test_values_of_another_type() -> None:
    assert notes_of_member({"type": "string", "enum": ["a", None]}) == [
        f'{LINE}/enum/1: is null, which "type" does not allow; correct it, or add "null" to "type"'
    ]
    assert notes_of_member({"type": ["integer", "null"], "const": "1"}) == [
        f'{LINE}/const: is "1", which "type" does not allow; correct it, or add "string" to "type"'
    ]
    assert notes_of_member({"type": "integer", "enum": [1, 2.0]}) == []
    assert notes_of_member({"type": "number", "enum": [1, 2.5]}) == []


def test_members_that_several_schemas_describe() -> None:
    one: Json = {"type": "object", "properties": {"line": {"type": "integer"}}}
    other: Json = {"type": "object", "properties": {"line": {"enum": ["a", None]}}}
    assert notes({"title": "Order", "allOf": [one, other]}) == [
        "/allOf/0/properties/line: takes no value that "
        "schema/order.json#/allOf/1/properties/line takes too; correct one of them"
    ]
    never: Json = {"properties": {"line": False}}
    assert notes({"title": "Order", "allOf": [one, never]}) == []


def closed(*names: str, **more: Json) -> dict[str, Json]:
    """An object with no other members than these."""
    described: Json = {name: {"type": "string"} for name in names}
    return {"type": "object", "properties": described, "additionalProperties": False, **more}


def refused(at: str, name: str, *, by: str) -> str:
    """What is noted of a member that is required at a place and refused by what is at another."""
    return (
        f'{at}: requires "{name}", which {by} refuses; so no object passes both; describe it there '
        'too, or say "unevaluatedProperties": false around both instead'
    )


CLOSING = "schema/order.json#{}/additionalProperties"


def test_a_member_that_another_schema_refuses() -> None:
    line: dict[str, Json] = {"type": "object", "properties": {"b": {"type": "string"}}}
    line |= {"required": ["b"]}
    note = refused(f"{LINE}/required/0", "b", by=CLOSING.format(f"{LINE}/allOf/0"))
    assert notes_of_member({**line, "allOf": [closed("a")]}) == [note]
    assert notes_of_member({**line, "allOf": [closed("a", "b")]}) == []
    assert notes_of_member({**line, "allOf": [closed("a")], "required": ["a"]}) == []
    by_pattern = closed("a", patternProperties={"^b$": {}})
    assert notes_of_member({**line, "allOf": [by_pattern]}) == []


def test_a_member_that_its_own_schema_refuses() -> None:
    note = refused(f"{LINE}/required/0", "b", by=CLOSING.format(LINE))
    assert notes_of_member(closed("a", required=["b"])) == [note]


def test_a_branch_that_asks_for_a_member_which_what_it_refers_to_refuses() -> None:
    def told(content: Json) -> list[str]:
        tags = {"a": {"$ref": "#/$defs/Content"}, "b": {}}
        branches: list[Json] = [
            {"type": "object", "properties": {"t": {"const": tag}}, "required": ["t"], **more}
            for tag, more in tags.items()
        ]
        return notes({"title": "Order", "oneOf": branches, "$defs": {"Content": content}})

    at = "/oneOf/0/required/0"
    assert told(closed("x")) == [refused(at, "t", by=CLOSING.format("/$defs/Content"))]
    either: Json = {"oneOf": [closed("x", required=["x"]), closed("y", required=["y"])]}
    union = "every branch of schema/order.json#/$defs/Content/oneOf"
    assert told(either) == [refused(at, "t", by=union)]
    some: Json = {"oneOf": [closed("x", required=["x"]), closed("t", "y", required=["y"])]}
    assert told(some) == []


def test_what_no_branch_may_have_beside_a_union() -> None:
    asking: list[Json] = [
        {"properties": {name: {"type": "string"}}, "required": [name]} for name in "ab"
    ]
    by = CLOSING.format(LINE)
    assert notes_of_member(closed("a", oneOf=asking)) == [
        refused(f"{LINE}/oneOf/1/required/0", "b", by=by)
    ]
    assert notes_of_member(closed("a", "b", oneOf=asking)) == []


def test_a_contradiction_is_told_once_where_it_arises() -> None:
    definitions: Json = {
        "Asking": {"type": "object", "required": ["b"], "properties": {"b": {}}},
        "Closed": closed("a"),
        "Both": {"allOf": [{"$ref": "#/$defs/Asking"}, {"$ref": "#/$defs/Closed"}]},
        "Again": {"$ref": "#/$defs/Both", "description": "The same."},
        "More": {"$ref": "#/$defs/Both", "minProperties": 1},
    }
    assert notes({"$defs": definitions}) == [
        refused("/$defs/Both", "b", by=CLOSING.format("/$defs/Closed"))
    ]


def test_examples_that_are_not_valid() -> None:
    line: Json = {"type": "integer", "minimum": 1, "examples": [1, 0]}
    order: dict[str, Json] = {
        "title": "Order",
        "type": "object",
        "properties": {"line": line},
        "required": ["line"],
        "examples": [{"line": 1}, {"lime": 1}],
    }
    assert notes(order) == [
        "/examples/1: is no valid value: /line is required; correct it, or remove it",
        f"{LINE}/examples/1: is no valid value: must be at least 1; correct it, or remove it",
    ]


def test_examples_of_definitions() -> None:
    sku: Json = {"type": "string", "minLength": 2, "examples": ["a", "ab"]}
    assert notes({"$defs": {"Sku": sku}}) == [
        "/$defs/Sku/examples/0: is no valid value: must have a length of at least 2; "
        "correct it, or remove it",
    ]


def test_an_example_is_judged_once_and_by_its_own_schema() -> None:
    line: Json = {
        "type": "object",
        "properties": {"n": {"type": "integer"}},
        "examples": [{"n": "1"}],
    }
    assert notes_of_member(line) == [
        f"{LINE}/examples/0: is no valid value: /n must be an integer; correct it, or remove it"
    ]
    base: Json = {"type": "object", "properties": {"n": {"type": "integer", "examples": [1]}}}
    narrowed: Json = {"allOf": [{"$ref": "#/$defs/Base"}], "properties": {"n": {"minimum": 2}}}
    assert notes({"$defs": {"Base": base, "Narrowed": narrowed}}) == []
