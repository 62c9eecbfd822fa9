"""Small schemas that each show one thing, among them whatever was once wrong, in both languages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from eventwright.settings import Settings
from eventwright.targets.python.scope import scope
from fuzz.comparing import same_value
from support.fixtures import FIXTURES
from support.many_schemas import Outcomes, compiled, read

FILES = {file.stem: file for file in sorted((FIXTURES / "small_schemas").iterdir())}


@dataclass(frozen=True, slots=True)
class Found:
    """What was made of one schema and its payloads."""

    # Any: the JSON of a fixture.
    fixture: dict[str, Any]
    outcomes: Outcomes
    notes: list[str]
    """The places of the notes."""
    types: list[str]
    """The names of the types in Python."""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Found]:
    folder = tmp_path_factory.mktemp("small_schemas")
    fixtures = {name: json.loads(file.read_bytes()) for name, file in FILES.items()}
    settings = Settings(schema=folder, output=folder)
    modules = {name: compiled(name, f["schema"], folder, settings) for name, f in fixtures.items()}
    payloads = {
        name: [case["payload"] for case in (*f["valid"], *f["invalid"])]
        for name, f in fixtures.items()
    }
    outcomes = read(list(modules.values()), payloads, folder / "package")
    return {
        name: Found(
            fixture,
            outcomes[name],
            sorted(note.location.pointer for note in modules[name].notes),
            sorted(scope(modules[name]).names.types.values()),
        )
        for name, fixture in fixtures.items()
    }


@pytest.fixture(params=FILES)
def found(request: pytest.FixtureRequest, everything: dict[str, Found]) -> Found:
    return everything[request.param]


def test_valid_payloads_are_written_as_they_should_be(found: Found) -> None:
    cases = found.fixture["valid"]
    assert cases
    for index, case in enumerate(cases):
        for outcome in (found.outcomes.python[index], found.outcomes.typescript[index]):
            assert outcome.issues == ()
            assert outcome.fault is None
            assert same_value(outcome.encoded, json.dumps(case["written"])), outcome.encoded


def test_invalid_payloads_have_their_issues(found: Found) -> None:
    first = len(found.fixture["valid"])
    cases = found.fixture["invalid"]
    assert cases
    for index, case in enumerate(cases, first):
        python, typescript = found.outcomes.python[index], found.outcomes.typescript[index]
        assert python == typescript
        assert python.fault is None
        assert [[path, code] for path, code, _ in python.issues] == case["issues"]


def test_what_has_no_effect_is_told(found: Found) -> None:
    assert found.notes == sorted(found.fixture.get("notes", []))


def test_types_have_their_names(found: Found) -> None:
    assert found.types == found.fixture.get("types", found.types)


def test_every_file_says_what_it_shows() -> None:
    assert all(json.loads(file.read_bytes())["about"] for file in FILES.values())
