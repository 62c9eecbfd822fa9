"""What the command line notes of unions of which no type is made, or a second one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from support.command_line import eventwright
from support.union_notes import keyed, notes, numbered, of_tags, tagged

pytestmark = pytest.mark.usefixtures("project")

SEVERAL = (
    "is one value of several unions, of which no type is made; so it stays any JSON; "
    "make each but one a member, or one union of all their combinations"
)


def test_an_object_of_several_unions() -> None:
    unit: Json = {"oneOf": [tagged("cm"), tagged("inch")]}
    others = [numbered("a"), numbered("b")]
    beside: dict[str, Json] = {"type": "object", "properties": {"w": {"type": "number"}}}
    assert notes(*others, **beside, allOf=[unit]) == [f": {SEVERAL}"]
    assert notes(*others, allOf=[unit]) == [f": {SEVERAL}"]
    assert notes(*others, **beside, anyOf=[{"required": ["w"]}, {"required": ["number"]}]) == []


def test_a_member_of_several_unions() -> None:
    one: Json = {"properties": {"size": {"oneOf": [tagged("cm"), tagged("inch")]}}}
    other: Json = {"properties": {"size": {"anyOf": [keyed("a"), keyed("b")]}}}
    beside: dict[str, Json] = {"type": "object", "allOf": [one, other]}
    assert notes(True, **beside) == [f"/allOf/0/properties/size: {SEVERAL}"]


def test_a_branch_that_is_another_union_beside_members() -> None:
    note = (
        "is a union itself, beside the members of the one around it; so it stays an object of any"
        " JSON; make it a member, or write its branches as branches of that one"
    )
    beside: dict[str, Json] = {"type": "object", "properties": {"id": {"type": "string"}}}
    inner: Json = [numbered("a"), numbered("b")]
    assert notes({"oneOf": inner}, numbered("c"), **beside) == [f"/oneOf/0: {note}"]
    assert notes({**tagged("x"), "oneOf": inner}, tagged("y"), **beside) == [f"/oneOf/0: {note}"]
    assert notes({"oneOf": [tagged("x"), tagged("y")]}, tagged("z"), **beside) == []
    assert notes({"oneOf": inner}, numbered("c")) == []


def test_a_branch_whose_values_another_one_takes_too() -> None:
    number, text = {"type": "integer"}, {"type": "string"}

    def an_object(*required: str, **described: Json) -> Json:
        return {"type": "object", "required": [*required], "properties": described}

    def told(one: int, other: int) -> str:
        lost = f"writes what /oneOf/{other} takes too, so that no value of it can be read again"
        cure = 'write "anyOf" for "oneOf", or tell the two apart by a constant'
        return f"/oneOf/{one}: {lost}; {cure}"

    small, large = an_object("a", a=number), an_object("a", a=number, b=text)
    more = an_object("a", "c", a=number, c=text)
    assert notes(small, large) == [told(0, 1), told(1, 0)]
    assert notes({**small, "additionalProperties": False}, more) == []
    assert notes(more, {**large, "additionalProperties": False}) == []
    assert notes(small, an_object("a", a=text)) == []
    assert notes({**small, "additionalProperties": True}, more) == []
    defs: dict[str, Json] = {"Small": small, "Closed": {**large, "additionalProperties": False}}
    referring: list[Json] = [{"$ref": f"#/$defs/{name}"} for name in defs]
    assert notes(*referring, **{"$defs": defs}) == [told(0, 1), told(1, 0)]


@pytest.mark.parametrize(
    "beside",
    [
        {"properties": {"b": {"type": "string"}}},
        {"minProperties": 1},
        {"additionalProperties": True},
    ],
)
def test_branches_that_have_more_from_around_their_union(beside: dict[str, Json]) -> None:
    described: dict[str, Json] = {"a": {"type": "string"}}
    one: Json = {"type": "object", "required": ["a"], "properties": described}
    other: Json = {**one, "properties": {**described, "b": {"type": "string", "minLength": 5}}}
    assert of_tags(notes(one, other, **beside)) == notes(one, other, **beside)


def test_branches_that_refer_to_what_only_has_one_name() -> None:
    keyed: dict[str, Json] = {"type": "object", "required": ["k"]}
    keyed["properties"] = {"k": {"$ref": "#/$defs/K"}}
    branches: list[Json] = [
        {"$id": f"https://x.test/{kind}", **keyed, "$defs": {"K": {"type": kind}}}
        for kind in ("string", "integer")
    ]
    assert notes(*branches) == []


def test_alike_branches_of_a_union_of_which_no_value_is_written() -> None:
    one: dict[str, Json] = {"type": "object", "required": ["a"], "properties": {"a": True}}
    unions: Json = {"not": {"oneOf": [one, {**one, "properties": {"a": True, "b": True}}]}}
    found = notes(tagged("a"), tagged("b"), type="object", **unions)
    assert of_tags(found) == found


def test_a_union_that_says_what_another_one_says(project: Path) -> None:
    union: Json = {"oneOf": [tagged("a"), tagged("b")]}
    again: Json = {"description": "Another one.", "oneOf": [tagged("a"), tagged("b")]}
    reference: Json = {"$ref": "#/$defs/Named"}
    properties: Json = {
        "first": union,
        "second": {"type": "array", "items": again},
        "third": {"oneOf": [tagged("a"), tagged("c")]},
        "named": reference,
        "again": reference,
    }
    named: Json = {"oneOf": [tagged("a"), tagged("d")]}
    schema: Json = {"type": "object", "properties": properties, "$defs": {"Named": named}}
    (project / "schema" / "order.json").write_text(json.dumps(schema))
    note = (
        "note: schema/order.json#/properties/second/items: says what"
        " schema/order.json#/properties/first says, and makes another type of it"
    )
    fix = "  fix: move it to $defs, and refer to it from both places"
    assert eventwright("generate", "--target", "python").stderr.splitlines() == [note, fix]
