"""What the command line notes of an event's file that the root of its module does not name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("project")

TEXT: Json = {"type": "string"}


def event(tag: str, **others: Json) -> dict[str, Json]:
    """An object that requires the member `type`, a constant."""
    described: Json = {"type": {"const": tag}, **others}
    return {"type": "object", "properties": described, "required": ["type"]}


def branches(*names: str) -> Json:
    """A union of files."""
    return {"oneOf": [{"$ref": f"{name}.json"} for name in names]}


def notes(root: Json, **files: Json) -> list[str]:
    """What is noted of a folder of events with this root."""
    folder = Path("schema") / "events"
    folder.mkdir()
    for name, content in {"events": root, **files}.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    run = eventwright("generate", "--target", "python")
    assert run.code == 0
    return run.notes


@pytest.mark.parametrize("inner", [{}, {"data": event("inner")}])
def test_an_event_that_the_root_does_not_name(inner: dict[str, Json]) -> None:
    assert notes(
        branches("made", "paid"),
        made=event("made"),
        paid=event("paid"),
        sent=event("sent", **inner),
    ) == [
        'note: schema/events/sent.json#: has "type": "sent", and is no branch of '
        "schema/events/events.json; add it to the branches there, or move it out of this folder"
    ]


def test_an_event_with_a_tag_inside_a_member() -> None:
    files = {tag: {**event(tag, meta=event(tag)), "required": ["meta"]} for tag in ("a", "b", "c")}
    for file in files.values():
        del file["properties"]["type"]
    (note,) = notes(branches("a", "b"), **files)
    assert note.startswith('note: schema/events/c.json#: has "meta/type": "c", and is no branch of')


def test_a_union_of_events_that_the_root_does_not_name() -> None:
    returns = {"oneOf": [event("returned", why=TEXT), event("refused", by=TEXT)]}
    (note,) = notes(
        branches("made", "paid"), made=event("made"), paid=event("paid"), returns=returns
    )
    assert note.startswith('note: schema/events/returns.json#: has "type": "returned", and')


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(event("made", more=TEXT), id="the tag of a branch"),
        pytest.param({**event("sent"), "required": []}, id="a tag that is not required"),
        pytest.param({"type": "object", "properties": {"kind": {"const": "a"}}}, id="another tag"),
        pytest.param({"type": "object", "properties": {"type": TEXT}}, id="any tag"),
    ],
)
def test_files_that_may_be_no_events(other: Json) -> None:
    assert (
        notes(branches("made", "paid"), made=event("made"), paid=event("paid"), other=other) == []
    )


def test_a_file_that_another_one_refers_to() -> None:
    made = event("made", last={"$ref": "sent.json"})
    root = branches("made", "paid")
    assert notes(root, made=made, paid=event("paid"), sent=event("sent")) == []


def test_a_root_without_a_tag() -> None:
    assert notes(event("made"), sent=event("sent")) == []
