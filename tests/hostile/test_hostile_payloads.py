"""Each hostile payload gets a verdict in both languages, the same one, and soon."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from hostile.payload_table import MARK, TABLE, Hostile
from hostile.timing import HANGS, within
from support.project import ROOT, run

READER = ROOT / "tests" / "hostile" / "payloads.mjs"
KEPT = 200


@dataclass(frozen=True, slots=True)
class Answer:
    accepted: bool
    written: str
    issues: tuple[tuple[str, str, str], ...]
    """The first of them."""
    count: int
    seconds: float


@cache
def in_python(name: str) -> Answer:
    hostile = TABLE[name]
    # Any: generated modules have no type in common.
    module: Any = import_module(f"agent_events.{hostile.protocol}")
    payload = hostile.payload()
    start = time.process_time()
    with within(HANGS):
        try:
            written = module.encode(module.decode(payload)).decode()
        except module.DecodeError as error:
            issues = tuple((i.path, i.code, i.message) for i in error.issues[:KEPT])
            return Answer(False, "", issues, len(error.issues), time.process_time() - start)
    return Answer(True, written[:1000], (), 0, time.process_time() - start)


@pytest.fixture(scope="module")
def typescript(typescript_bigint_package: Path) -> dict[str, Answer]:
    return in_typescript(typescript_bigint_package)


def in_typescript(package: Path) -> dict[str, Answer]:
    payloads = json.dumps([request(hostile) for hostile in TABLE.values()])
    rows = json.loads(run("node", READER, package, stdin=payloads))
    assert [(name, row) for name, row in zip(TABLE, rows, strict=True) if "fault" in row] == []
    return {
        name: Answer(
            row["accepted"],
            row["written"],
            tuple((path, code, message) for path, code, message in row["issues"]),
            row["count"],
            row["seconds"],
        )
        for name, row in zip(TABLE, rows, strict=True)
    }


def request(hostile: Hostile) -> dict[str, object]:
    return {
        "module": hostile.protocol.replace("_", "-"),
        "before": hostile.before,
        "unit": hostile.unit,
        "count": hostile.count,
        "after": hostile.after,
        "hex": hostile.data.hex() if hostile.data is not None else None,
    }


def kept(answer: Answer, owed: str) -> bool:
    if owed == "yes" or answer.accepted:
        return answer.accepted and owed == "yes"
    only_json = all(code == "json" for _, code, _ in answer.issues)
    return bool(answer.issues) and (only_json if owed == "json" else True)


@pytest.mark.parametrize("name", TABLE)
def test_python_gives_the_answer_that_is_owed(name: str) -> None:
    assert kept(in_python(name), TABLE[name].owed), in_python(name)


def test_typescript_gives_the_answers_that_are_owed(typescript: dict[str, Answer]) -> None:
    assert {n: a for n, a in typescript.items() if not kept(a, TABLE[n].owed)} == {}


def test_both_languages_say_the_same(typescript: dict[str, Answer]) -> None:
    different = {}
    for name, theirs in typescript.items():
        ours = in_python(name)
        same = (ours.issues, ours.count, ours.accepted) == (
            theirs.issues,
            theirs.count,
            theirs.accepted,
        )
        if not same or json_of(ours) != json_of(theirs):
            different[name] = (ours, theirs)
    assert different == {}


def json_of(answer: Answer) -> object:
    return json.loads(answer.written) if answer.written and len(answer.written) < KEPT * 5 else None


def test_number_mode_raises_nothing_else(typescript_package: Path) -> None:
    for name, answer in in_typescript(typescript_package).items():
        if TABLE[name].owed != "yes":
            assert not answer.accepted, name


@pytest.mark.parametrize("name", TABLE)
def test_issues_hold_nothing_of_the_payload(name: str) -> None:
    assert [issue for issue in in_python(name).issues if MARK in issue[2]] == []


def test_issues_are_capped_and_the_cap_says_so(typescript: dict[str, Answer]) -> None:
    name = "a million wrong items"
    for answer in (in_python(name), typescript[name]):
        assert answer.count == 101
        assert answer.issues[100][:2] == ("", "limit")


def test_nothing_takes_long(typescript: dict[str, Answer]) -> None:
    times = {name: max(in_python(name).seconds, typescript[name].seconds) for name in TABLE}
    for name in sorted(times, key=times.__getitem__)[-5:]:
        both = (
            f"Python {in_python(name).seconds:.2f} s, TypeScript {typescript[name].seconds:.2f} s"
        )
        print(f"{name}: {both}")  # noqa: T201 - the times are for people to read
    assert max(times.values()) < HANGS
