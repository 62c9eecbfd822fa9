"""The schemas that the generator is measured on are what they say they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.definitions import MOST, Schema, definitions
from eventwright.generate import generate
from eventwright.settings import Settings


def referred(schema: Schema) -> set[str]:
    """The definitions that the root leads to."""
    found: set[str] = set()
    pending = [schema["oneOf"]]
    while pending:
        match pending.pop():
            case {"$ref": str(pointer)}:
                name = pointer.removeprefix("#/$defs/")
                if name not in found:
                    found.add(name)
                    pending.append(schema["$defs"][name])
            case dict(members):
                pending += members.values()
            case list(items):
                pending += items
    return found


@pytest.mark.parametrize("count", [1, 54, 540])
def test_all_definitions_can_be_reached(count: int) -> None:
    schema = definitions(count)
    assert len(schema["$defs"]) == count
    assert referred(schema) == set(schema["$defs"])


def test_a_seed_makes_the_same_schema_again() -> None:
    assert json.dumps(definitions(99, seed=7)) == json.dumps(definitions(99, seed=7))
    assert definitions(99, seed=7) != definitions(99, seed=8)


def test_there_are_no_more_definitions_than_names() -> None:
    with pytest.raises(ValueError, match=str(MOST)):
        definitions(MOST + 1)


def test_the_generator_takes_them_without_a_note(tmp_path: Path) -> None:
    schema = tmp_path / "notification.json"
    schema.write_text(json.dumps(definitions(200)))
    bindings = generate(Settings(schema, tmp_path / "output", targets=("python", "typescript")))
    assert bindings.notes == ()
