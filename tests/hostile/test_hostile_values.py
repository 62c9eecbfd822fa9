"""Values that no JSON text makes: each gets a list of issues or is read, and never blows up."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any, NoReturn

import pytest
from agent_events import chat_event, event_frame

from hostile.timing import HANGS, within
from support.project import ROOT, run

READER = ROOT / "tests" / "hostile" / "values.mjs"
MODULES: dict[str, Any] = {"event_frame": event_frame, "chat_event": chat_event}
DELTA = {"event": "response_delta", "response_id": "a", "delta": "b"}


class Text(str):
    def __eq__(self, _other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1


class Number(int):
    def __ge__(self, _other: object) -> bool:
        return True

    def __le__(self, _other: object) -> bool:
        return True


class Mapping(dict[str, Any]):
    def __getitem__(self, _key: str) -> NoReturn:
        raise AssertionError("called")

    def get(self, _key: str, _default: object = None) -> NoReturn:
        raise AssertionError("called")


class Sequence(list[Any]):
    def __iter__(self) -> NoReturn:
        raise AssertionError("called")


class Colour(StrEnum):
    RED = "response_delta"


class Count(IntEnum):
    ONE = 1


class Angry:
    def __getattr__(self, _name: str) -> NoReturn:
        raise AssertionError("called")

    def __eq__(self, _other: object) -> NoReturn:
        raise AssertionError("called")

    def __hash__(self) -> NoReturn:
        raise AssertionError("called")


def cyclic_list() -> list[Any]:
    made: list[Any] = []
    made.append(made)
    return made


def cyclic_dict() -> dict[str, Any]:
    made: dict[str, Any] = {**DELTA}
    made["zz"] = made
    return made


def deep() -> list[Any]:
    made: list[Any] = []
    for _ in range(100_000):
        made = [made]
    return made


VALUES: dict[str, Callable[[], Any]] = {
    "cyclic list": cyclic_list,
    "cyclic object": cyclic_dict,
    "100,000 levels": deep,
    "levels in a member": lambda: {**DELTA, "zz": deep()},
    "bytes": lambda: b"{}",
    "bytes as a member": lambda: {**DELTA, "delta": b"x"},
    "bytearray": lambda: bytearray(b"{}"),
    "set": lambda: {"a"},
    "set in a member": lambda: {**DELTA, "zz": {1}},
    "tuple": lambda: ("a",),
    "tuple in a member": lambda: {**DELTA, "zz": (1,)},
    "generator": lambda: (x for x in "a"),
    "object": object,
    "type": lambda: int,
    "module": lambda: json,
    "function": lambda: print,
    "complex": lambda: 1j,
    "NaN": lambda: float("nan"),
    "NaN in a member": lambda: {**DELTA, "zz": float("nan")},
    "infinity in a member": lambda: {**DELTA, "zz": [float("inf")]},
    "lone surrogate": lambda: {**DELTA, "delta": "\ud800"},
    "lone surrogate in a name": lambda: {**DELTA, "\ud800": 1},
    "number as a name": lambda: {**DELTA, 1: 1},
    "None as a name": lambda: {None: 1},
    "tuple as a name": lambda: {(1, 2): 1},
    "bytes as a name": lambda: {b"event": "response_delta"},
    "str that equals everything": lambda: {**DELTA, "event": Text("x")},
    "str that equals everything, as a name": lambda: {Text("zz"): 1, **DELTA},
    "str of an enum": lambda: {**DELTA, "event": Colour.RED},
    "int that is never out of bounds": lambda: {**DELTA, "delta": Number(2**70)},
    "int of an enum": lambda: {**DELTA, "zz": Count.ONE},
    "dict that raises": lambda: Mapping(DELTA),
    "dict that raises, in a member": lambda: {**DELTA, "zz": Mapping(DELTA)},
    "list that raises": lambda: {**DELTA, "zz": Sequence([1])},
    "object that raises": Angry,
    "object that raises, in a member": lambda: {**DELTA, "delta": Angry()},
    "integer of 5,000 digits": lambda: {**DELTA, "zz": 10**5000},
    "integer of 5,000 digits as a delta": lambda: {**DELTA, "delta": 10**5000},
    "a million items": lambda: {**DELTA, "zz": [1] * 1_000_000},
    "a million wrong items": lambda: [None] * 1_000_000,
}


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("name", VALUES)
def test_python_lists_issues_or_reads_it(name: str, module: str) -> None:
    bindings = MODULES[module]
    value = VALUES[name]()
    with within(HANGS):
        issues = bindings.validate(value)
    assert all(type(issue) is bindings.Issue for issue in issues)
    assert len(issues) <= 101
    with within(HANGS):
        try:
            read = bindings.parse(value)
        except bindings.DecodeError as error:
            told = list(error.issues)
        else:
            told = []
            json.loads(bindings.encode(read))
    assert told == issues


@pytest.mark.parametrize("name", VALUES)
def test_python_refuses_it_in_the_place_of_text(name: str) -> None:
    value = VALUES[name]()
    with within(HANGS), pytest.raises((event_frame.DecodeError, TypeError)):
        event_frame.decode(value)


@pytest.fixture(scope="module")
def in_typescript(typescript_package: Path, typescript_bigint_package: Path) -> list[Any]:
    packages = (typescript_package, typescript_bigint_package)
    return [json.loads(run("node", READER, package)) for package in packages]


def test_typescript_lists_issues_or_reads_it(in_typescript: list[Any]) -> None:
    for rows in in_typescript:
        assert len(rows) > 60
        assert {name: told for name, told in rows.items() if told["fault"]} == {}
        assert {name for name, told in rows.items() if told["seconds"] > HANGS} == set()


def test_what_a_value_throws_itself_is_passed_on(in_typescript: list[Any]) -> None:
    owed = re.compile("proxy.* (throws|revoked)|(member|tag) that throws")
    for rows in in_typescript:
        passed_on = {name for name, told in rows.items() if told["passedOn"]}
        assert passed_on == {name for name in rows if owed.search(name)}
