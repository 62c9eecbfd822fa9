"""Objects of very many members: the same issues, in the order of their names, in both languages."""

from __future__ import annotations

import random
from typing import Any

import pytest

from eventwright.settings import Settings
from support.many_schemas import Outcomes, outcomes

MANY = 12_000
INTEGER = {"type": "integer"}
# Any: a schema is any JSON value.
SCHEMAS: dict[str, dict[str, Any]] = {
    "additional_members": {"type": "object", "additionalProperties": INTEGER},
    "forbidden_members": {"type": "object", "additionalProperties": False},
    "members_by_pattern": {"type": "object", "patternProperties": {"": INTEGER}},
    "names": {"type": "object", "propertyNames": {"maxLength": 1}},
    "unevaluated_members": {
        "type": "object",
        "properties": {"known": True},
        "unevaluatedProperties": INTEGER,
    },
    "free_members_beside_a_fault": {
        "type": "object",
        "properties": {"known": INTEGER},
        "additionalProperties": True,
    },
    "contained_items": {
        "type": "object",
        "properties": {"known": {"type": "array", "contains": {"type": "string"}}},
    },
}
# Code points and units of UTF-16 put the last two in different orders.
NAMES = [*(f"m{number:05}" for number in range(MANY)), "", "~1/", "\ue000", "\U0001f600"]


def shuffled(value: object, last: object) -> dict[str, Any]:
    names = NAMES.copy()
    random.Random(1).shuffle(names)  # noqa: S311 - it is no secret
    return {**dict.fromkeys(names, value), "zz": last}


PAYLOADS = [
    shuffled("x", "x"),
    shuffled(1, "x"),
    shuffled(1, 1),
    shuffled(1, 1) | dict.fromkeys(NAMES[::2], "x"),
    shuffled(1, 1) | {"known": "x"},
    {"known": [1] * MANY},
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcomes]:
    folder = tmp_path_factory.mktemp("many")
    groups = {name: (schema, PAYLOADS) for name, schema in SCHEMAS.items()}
    return outcomes(groups, folder, Settings(schema=folder, output=folder))


@pytest.mark.parametrize("name", SCHEMAS)
def test_both_languages_say_the_same(name: str, found: dict[str, Outcomes]) -> None:
    both = found[name]
    assert [outcome.fault for outcome in both.python] == [None] * len(PAYLOADS)
    assert both.typescript == both.python


MEMBERS = ("additional_members", "members_by_pattern", "unevaluated_members")


@pytest.mark.parametrize("name", MEMBERS)
def test_the_first_by_name_are_told(name: str, found: dict[str, Outcomes]) -> None:
    every, last, none, half, _, _ = found[name].python
    paths = [f"/m{number:05}" for number in range(MANY)]
    assert [path for path, _, _ in every.issues] == ["/", *paths[:99], ""]
    assert [path for path, _, _ in half.issues] == ["/", *paths[:198:2], ""]
    assert every.issues[-1][1] == half.issues[-1][1] == "limit"
    assert [path for path, _, _ in last.issues] == ["/zz"]
    assert none.accepted
