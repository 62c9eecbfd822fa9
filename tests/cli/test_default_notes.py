"""What the command line notes of defaults that make invalid what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("project")

SPEED: Json = {"enum": ["slow", "fast"], "default": "slow"}
TEXT: Json = {"type": "string"}


def notes(beside: dict[str, Json], **members: Json) -> list[str]:
    """What is noted of an object with these keywords, without the file."""
    path = Path("schema") / "order.json"
    schema: Json = {"title": "Order", "type": "object", "properties": members, **beside}
    path.write_text(json.dumps(schema), encoding="utf-8")
    run = eventwright("generate", "--target", "python")
    assert run.code == 0
    return [note.removeprefix(f"note: {path}#/properties/") for note in run.notes]


def spoiled(name: str, code: str, besides: str = "") -> str:
    """The note about the default of a member."""
    return (
        f"{name}/default: filled in{besides}, it may make what is written invalid ({code}); "
        '"x-omit-default": true leaves it out; add "x-omit-default": true beside it'
    )


@pytest.mark.parametrize(
    ("code", "beside"),
    [
        ("not", {"not": {"required": ["speed"]}}),
        ("propertyNames", {"propertyNames": {"pattern": "^text$"}}),
        ("dependentRequired", {"dependentRequired": {"speed": ["more"]}}),
        ("required", {"if": {"required": ["speed"]}, "then": {"required": ["more"]}}),
        ("oneOf", {"oneOf": [{"required": ["speed"]}, {"required": ["text"]}]}),
        ("maxProperties", {"maxProperties": 1}),
        ("false", {"dependentSchemas": {"text": {"properties": {"speed": False}}}}),
    ],
)
def test_a_default_that_is_one_member_too_many(code: str, beside: dict[str, Json]) -> None:
    found = notes(beside, speed=SPEED, text=TEXT, more={"type": "integer"})
    assert found == [spoiled("speed", code)]


def test_two_defaults_that_are_too_many_together() -> None:
    found = notes({"maxProperties": 1}, speed=SPEED, other=SPEED)
    assert found == [spoiled("speed", "maxProperties", ' beside that of "other"')]


@pytest.mark.parametrize(
    "beside",
    [
        {},
        {"maxProperties": 2},
        {"minProperties": 1},
        {"oneOf": [{"required": ["text"]}, {"required": ["more"]}]},
        {"if": {"required": ["text"]}, "then": {"required": ["more"]}},
    ],
)
def test_defaults_that_spoil_nothing(beside: dict[str, Json]) -> None:
    assert notes(beside, speed=SPEED, text=TEXT, more=TEXT) == []


def test_a_default_that_is_left_out() -> None:
    omitted: Json = {"enum": ["slow", "fast"], "default": "slow", "x-omit-default": True}
    assert notes({"maxProperties": 1}, speed=omitted, text=TEXT) == []


def test_a_default_that_is_no_value_of_its_schema() -> None:
    small = {"type": "integer", "maximum": 9}
    lengths: Json = {"type": "array", "items": small, "default": [1, 12]}
    cure = "correct the default, or remove it"
    assert notes({}, lengths=lengths, tag={"const": "a", "default": "b"}) == [
        f"lengths/default: has no effect, as it is no valid value: /1 must be at most 9; {cure}",
        f'tag/default: has no effect, as it is no valid value: must be "a"; {cure}',
    ]
