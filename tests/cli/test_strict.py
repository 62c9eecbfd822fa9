"""`--strict`: notes are errors, of a run that makes something and of one that has nothing to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright import generate as pipeline
from eventwright.errors import Location, Problem
from support.command_line import Outcome, eventwright

NOTES = (
    Problem(Location("schema/order.json", "/x"), '"x" has no effect', "remove it"),
    Problem(Location("schema/order.json", "/items/x"), '"x" has no effect', "remove it"),
)
REFUSED = [
    'schema/order.json#/x: "x" has no effect',
    "  fix: remove it",
    'schema/order.json#/items/x: "x" has no effect',
    "  fix: remove it",
    "2 notes, and --strict lets none pass",
]


@pytest.fixture(autouse=True)
def noted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that has something to say, and a cache for one test alone."""
    bindings = pipeline.Bindings({"python/order.py": b""}, NOTES)
    monkeypatch.setattr(pipeline, "generate", lambda _: bindings)
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "cache"))


def is_refused(run: Outcome) -> bool:
    return (run.code, run.stdout, run.stderr.splitlines()) == (1, "", REFUSED)


def test_nothing_is_written(project: Path) -> None:
    assert is_refused(eventwright("generate", "--strict"))
    assert not (project / "generated").exists()


@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_run_that_has_nothing_to_do_ends_alike(
    monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    assert eventwright("generate").code == 0
    assert is_refused(eventwright(command, "--strict"))
    monkeypatch.delattr(pipeline, "generate")
    assert is_refused(eventwright(command, "--strict"))
    assert eventwright(command).code == 0


@pytest.mark.parametrize("command", ["generate", "check"])
def test_without_notes_it_says_nothing(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    bindings = pipeline.Bindings({"python/order.py": b""}, ())
    monkeypatch.setattr(pipeline, "generate", lambda _: bindings)
    assert eventwright("generate", "--strict").code == 0
    run = eventwright(command, "--strict")
    assert (run.code, run.stdout, run.stderr) == (0, "generated: up to date (1 files)\n", "")


def test_it_stands_in_the_help() -> None:
    for command in ("generate", "check"):
        assert "--strict" in eventwright(command, "--help").stdout
