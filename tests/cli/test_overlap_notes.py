"""What the command line notes of an `anyOf` of which one object may pass several branches."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("project")

NOTE = (
    "takes objects that fit several branches; members that only another has are dropped; describe "
    "all of these members in one object, or tell the branches apart by a constant, or add "
    '"additionalProperties": true to keep what others describe'
)


def having(*names: str, **others: Json) -> Json:
    """An object that requires members of these names."""
    described: Json = {name: {"type": "string"} for name in names}
    return {"type": "object", "properties": described, "required": list(names), **others}


def notes(keyword: str, *branches: Json) -> list[str]:
    """What is noted of a member that is such a union."""
    union: Json = {keyword: list(branches)}
    schema = {"title": "Order", "type": "object", "properties": {"of": union}}
    path = Path("schema") / "order.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    run = eventwright("generate", "--target", "python")
    assert run.code == 0
    return [note.removeprefix(f"note: {path}#/properties/of") for note in run.notes]


@pytest.mark.parametrize(
    "branches",
    [
        [having("text", "uri"), having("blob", "uri")],
        [having("text", "uri"), having("blob", "uri"), {"type": "null"}],
        [having("text"), having("text", "more"), having("text", "blob")],
    ],
)
def test_objects_that_pass_several_branches(branches: list[Json]) -> None:
    assert notes("anyOf", *branches) == [f"/anyOf: {NOTE}"]


@pytest.mark.parametrize(
    "branches",
    [
        pytest.param([having("text"), having("text", "more")], id="one has all the other has"),
        pytest.param(
            [having("text", additionalProperties=True), having("blob", additionalProperties=True)],
            id="both keep others",
        ),
        pytest.param(
            [
                having("text", additionalProperties=False),
                having("blob", additionalProperties=False),
            ],
            id="both refuse others",
        ),
        pytest.param(
            [
                having("text", properties={"text": {"type": "string"}, "blob": False}),
                having("blob"),
            ],
            id="one refuses the other",
        ),
        pytest.param([having("text"), {"type": "string"}], id="one object"),
    ],
)
def test_objects_that_lose_nothing(branches: list[Json]) -> None:
    assert notes("anyOf", *branches) == []


def test_objects_that_pass_several_branches_of_a_one_of_are_refused() -> None:
    assert notes("oneOf", having("text", "uri"), having("blob", "uri")) == []


def test_a_union_that_is_told_of_already() -> None:
    (note,) = notes("anyOf", having("text"), having("blob"))
    assert 'add "additionalProperties": false' in note
