"""What the command line notes of keywords that what stands beside them leaves without effect."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("project")

KEYWORDS: dict[str, dict[str, Json]] = {
    "array": {
        "prefixItems": [True],
        "items": True,
        "contains": True,
        "minItems": 1,
        "maxItems": 2,
        "uniqueItems": True,
        "unevaluatedItems": True,
    },
    "number": {
        "multipleOf": 2,
        "minimum": 1,
        "maximum": 4,
        "exclusiveMinimum": 1,
        "exclusiveMaximum": 4,
    },
    "object": {
        "properties": {"a": True},
        "patternProperties": {"^a$": True},
        "additionalProperties": True,
        "propertyNames": True,
        "minProperties": 1,
        "maxProperties": 2,
        "required": ["a"],
        "dependentRequired": {"a": ["b"]},
        "dependentSchemas": {"a": True},
        "unevaluatedProperties": True,
    },
    "string": {"minLength": 1, "maxLength": 2, "pattern": "^a"},
}
"""Keywords by the type whose values they judge."""


def having(**members: Json) -> dict[str, Json]:
    """An object of these members."""
    return {"type": "object", "properties": members}


def notes(member: Json) -> list[str]:
    """What is noted of an object's member, without its place."""
    path = Path("schema") / "order.json"
    path.write_text(json.dumps({"title": "Order", **having(line=member)}), encoding="utf-8")
    run = eventwright("generate", "--target", "python", "--strict")
    found = [note for note in run.notes if "#" in note]
    assert run.code == bool(found)
    return [note.removeprefix(f"{path}#/properties/line") for note in found]


@pytest.mark.parametrize("other", ["boolean", *KEYWORDS])
def test_keywords_of_another_type(other: str) -> None:
    judged = {name: value for each in KEYWORDS.values() for name, value in each.items()}
    found = notes(having(**{name: {"type": other, name: value} for name, value in judged.items()}))
    own = KEYWORDS.get(other, {})
    assert [note for note in found if "no effect" in note] == [
        f'/properties/{name}/{name}: has no effect: "type": "{other}" stands beside it; '
        'remove it, or correct "type"'
        for name in judged
        if name not in own
    ]


@pytest.mark.parametrize(
    "allowed", ["integer", "number", ["integer", "null"], ["string", "number"]]
)
def test_integers_are_numbers(allowed: Json) -> None:
    assert notes({"type": allowed, "minimum": 1}) == []


@pytest.mark.parametrize(
    ("keyword", "value", "needed"),
    [
        ("then", True, "if"),
        ("else", True, "if"),
        ("minContains", 2, "contains"),
        ("maxContains", 2, "contains"),
    ],
)
def test_keywords_without_the_one_that_they_belong_to(
    keyword: str, value: Json, needed: str
) -> None:
    assert notes({"type": "array", keyword: value}) == [
        f'/{keyword}: has no effect: no "{needed}" stands beside it; add one, or remove it'
    ]
    assert notes({"type": "array", keyword: value, needed: {"type": "array"}}) == []


@pytest.mark.parametrize(
    ("keyword", "value", "wanted"),
    [("x-name", 5, "a string"), ("x-omit-default", "yes", "a boolean")],
)
def test_our_own_keywords_of_a_wrong_type(keyword: str, value: Json, wanted: str) -> None:
    assert notes({"type": "string", "default": "a", keyword: value}) == [
        f"/{keyword}: has no effect: it must be {wanted}; correct it"
    ]
