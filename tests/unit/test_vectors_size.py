"""The vectors of a module stay small, and no type goes without."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventwright.generate import compile_modules
from eventwright.judging.containers import Seen
from eventwright.judging.issues import Issue
from eventwright.judging.reference import Reference
from eventwright.planning.plan import Program
from eventwright.reading.jsontext import Json
from eventwright.settings import Settings
from eventwright.targets.vectors import suite
from eventwright.targets.vectors.suite import Suite, shared_out

WORD = {"type": "string", "minLength": 300, "maxLength": 300}


@pytest.mark.parametrize(
    ("whole", "wanted", "share"),
    [
        (10, [], 0),
        (10, [1, 2, 3], 3),
        (10, [5, 5], 5),
        (10, [6, 6], 5),
        (10, [1, 20, 30], 4),
        (10, [9, 9, 1, 1], 4),
        (1, [2, 2], 0),
    ],
)
def test_who_wants_less_leaves_the_rest_to_others(
    whole: int, wanted: list[int], share: int
) -> None:
    assert shared_out(whole, wanted) == share
    assert sum(min(share, amount) for amount in wanted) <= whole


def characters(folder: Path, types: int) -> tuple[Counter[str], Counter[str]]:
    """How long the payloads of each type of a module are together, and how many are wrong."""
    record = {"type": "object", "properties": dict.fromkeys("abcd", WORD), "required": ["a"]}
    definitions = {f"Record{n}": {"title": f"Record{n}", **record} for n in range(types)}
    union = {"oneOf": [{"$ref": f"#/$defs/Record{n}"} for n in range(types)]}
    path = folder / "m.json"
    path.write_text(json.dumps({"title": "Root", "$defs": definitions, **union}))
    (module,) = compile_modules(Settings(schema=path, output=folder / "out", root=folder))
    lengths: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for vector in Suite(module).vectors():
        lengths[str(vector["type"])] += len(str(vector["text"]))
        wrong[str(vector["type"])] += not vector["valid"]
    return lengths, wrong


def test_types_share_what_a_module_may_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free, _ = characters(tmp_path, 10)
    monkeypatch.setattr(suite, "MOST_OF_OTHERS", 50_000)
    bound, _ = characters(tmp_path, 10)
    names = {f"Record{n}" for n in range(10)}
    assert free["Root"] == bound["Root"]
    assert all(free[name] > 10_000 for name in names)
    # The payload that brings a type to its share is kept whole.
    assert all(3_000 < bound[name] < 5_000 + 1_500 for name in names)
    monkeypatch.setattr(suite, "MOST_OF_OTHERS", 10)
    _, wrong = characters(tmp_path, 10)
    assert all(wrong[name] >= 6 for name in names)


def test_definitions_that_double_are_judged_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doublings = 14
    definitions: dict[str, object] = {
        f"A{n}": {"allOf": [{"$ref": f"#/$defs/A{n + 1}"}] * 2} for n in range(doublings)
    }
    definitions[f"A{doublings}"] = {"type": "object", "properties": {"a": {"type": "integer"}}}
    path = tmp_path / "m.json"
    path.write_text(json.dumps({"$defs": definitions, "$ref": "#/$defs/A0"}))
    (module,) = compile_modules(Settings(schema=path, output=tmp_path / "out", root=tmp_path))
    judgements = 0
    found = Reference.found

    def counting(judge: Reference, program: Program, value: Json, seen: Seen) -> Iterator[Issue]:
        nonlocal judgements
        judgements += 1
        return found(judge, program, value, seen)

    monkeypatch.setattr(Reference, "found", counting)
    count = sum(1 for _ in Suite(module).vectors())
    assert judgements < 100 * doublings * count
