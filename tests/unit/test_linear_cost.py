"""Four times as many definitions are four times the work, counted in calls and not in time."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from benchmarks.definitions import definitions
from eventwright.generate import compile_modules, generate
from eventwright.settings import Settings

FEW, MANY = 150, 600
# Schemas that are made at random differ a little; a loop in a loop makes sixteen of four.
MOST = 1.5 * MANY / FEW
# What is called less often than once a definition or so may be called anyhow.
SELDOM = 1000


class Calls:
    """Counts the calls of each function, those of built-in ones by who calls them."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def note(self, frame: FrameType, event: str, argument: object) -> None:
        code = frame.f_code
        if event == "call":
            self.counts[f"{code.co_filename}:{code.co_qualname}"] += 1
        elif event == "c_call":
            name = getattr(argument, "__name__", "")
            self.counts[f"{name} in {code.co_filename}:{code.co_qualname}"] += 1


@contextmanager
def counted() -> Iterator[Calls]:
    calls = Calls()
    before = sys.getprofile()
    sys.setprofile(calls.note)
    try:
        yield calls
    finally:
        sys.setprofile(before)


@pytest.mark.parametrize("target", ["python", "typescript"])
def test_no_function_is_called_more_often_for_each_definition_of_a_large_schema(
    tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What another process does is not counted.
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    schema = tmp_path / "notification.json"
    made: list[Counter[str]] = []
    for count in (FEW, MANY):
        schema.write_text(json.dumps(definitions(count)))
        with counted() as calls:
            generate(Settings(schema, tmp_path / "output", targets=(target,)))
        made.append(calls.counts)
    few, many = made
    growth = {name: many[name] / (few[name] or 1) for name in many if many[name] > SELDOM}
    assert len(growth) > 100
    assert {name: times for name, times in growth.items() if times > MOST} == {}


def kinds_with_a_common_choice(count: int) -> dict[str, object]:
    """An object of as many kinds as a member, which all of them have, has alternatives."""
    names = [f"only{n}" for n in range(count)]
    choices = [{"type": "string", "maxLength": n} for n in range(count)]
    kinds = [{"properties": {name: {"type": "string"}}, "required": [name]} for name in names]
    return {"type": "object", "properties": {"choice": {"anyOf": choices}}, "anyOf": kinds}


def test_a_member_that_many_kinds_share_is_looked_at_once(tmp_path: Path) -> None:
    schema = tmp_path / "task.json"
    asked: list[int] = []
    for count in (FEW // 10, MANY // 10):
        schema.write_text(json.dumps(kinds_with_a_common_choice(count)))
        with counted() as calls:
            [module] = compile_modules(Settings(schema, tmp_path / "output"))
        assert len(module.model.definitions) > count
        looks = [n for name, n in calls.counts.items() if name.endswith("unions.py:encoding_of")]
        asked.append(sum(looks))
    assert asked[0] == asked[1] > 0
