"""Notes that are accepted, by place or by word, are not told and let a strict run pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.command_line import eventwright

SCHEMA = {
    "type": "object",
    "properties": {
        "photo": {"type": "string", "format": "binary"},
        "photos": {"type": "array", "items": {"type": "string", "format": "binary"}},
    },
}
UNCHECKED = 'the format "binary" is not checked'


@pytest.fixture(autouse=True)
def noted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A schema with two notes of one kind, and a cache for one test alone."""
    (project / "schema").mkdir(exist_ok=True)
    (project / "schema" / "order.json").write_text(json.dumps(SCHEMA))
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "cache"))


def run(*places: str) -> tuple[int, list[str]]:
    """The exit code of a strict run that accepts some places, and what is told of others."""
    words = [word for place in places for word in ("--accept-note", place)]
    outcome = eventwright("generate", "--target", "python", "--strict", *words)
    return outcome.code, [
        line for line in outcome.stderr.splitlines() if ": " in line and "fix" not in line
    ]


def test_a_place_accepts_its_own_notes() -> None:
    photo = "schema/order.json#/properties/photo/format"
    assert run(photo) == (1, [f"schema/order.json#/properties/photos/items/format: {UNCHECKED}"])


def test_a_place_accepts_what_is_inside_of_it_and_not_what_only_begins_so() -> None:
    photo = "schema/order.json#/properties/photo"
    assert run(photo) == (1, [f"schema/order.json#/properties/photos/items/format: {UNCHECKED}"])
    assert run(photo, "schema/order.json#/properties/photos") == (0, [])


@pytest.mark.parametrize("whole", ["schema/order.json", "schema/order.json#"])
def test_a_file_accepts_all_of_it(whole: str) -> None:
    assert run(whole) == (0, [])
    # Nothing is made anew this time.
    assert run(whole) == (0, [])
    assert len(run()[1]) == 2


def test_a_place_without_notes_is_told() -> None:
    assert run("schema/order.json", "schema/other.json#/a") == (
        1,
        ["schema/other.json#/a: accepts no note"],
    )


def test_words_accept_notes_wherever_they_are() -> None:
    assert run(UNCHECKED) == (0, [])
    unused = 'the format "base64" is not checked'
    assert run("schema/order.json", unused) == (1, [f"{unused}: accepts no note"])


def test_accepted_notes_are_not_told_where_they_are_no_errors(project: Path) -> None:
    table = '[tool.eventwright]\naccept-notes = ["schema/order.json#/properties/photos"]\n'
    (project / "pyproject.toml").write_text(table)
    outcome = eventwright("generate", "--target", "python")
    assert outcome.code == 0
    note = f"note: schema/order.json#/properties/photo/format: {UNCHECKED}"
    assert outcome.stderr.splitlines()[0] == note
