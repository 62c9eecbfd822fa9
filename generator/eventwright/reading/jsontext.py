"""Schema files as JSON values: strict, bounded, and with the place of every fault."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path, PurePath
from typing import Literal, TypeAlias

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.reading import yaml_files
from eventwright.reading.json_mistakes import mistake

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonType: TypeAlias = Literal["null", "boolean", "integer", "number", "string", "array", "object"]

MAX_BYTES = 20_000_000
MAX_DEPTH = 100
# Python's own limit for reading an integer, fixed here so that its settings can't change it.
MAX_DIGITS = 4300

_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_BRACKET = re.compile(r"[][{}]")
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_json(path: Path, file: str) -> Json:
    """The JSON value (RFC 8259) in the file at `path`; errors call the file `file`.

    Raises:
        EventwrightError: The file can't be read, is larger than 20 MB, is not UTF-8 or not JSON,
            nests deeper than 100 levels, or holds what would be lost in reading: a repeated
            member name, a number past the range of a double, half a surrogate pair.
    """
    location = Location(file)
    text = _decode(_read(path, location), location)
    if _depth(text) > MAX_DEPTH:
        raise _error(
            location,
            f"nests arrays and objects more than {MAX_DEPTH} levels deep",
            "move inner schemas to $defs and refer to them with $ref",
        )
    return _parse(text, location)


def _error(location: Location, problem: str, fix: str) -> EventwrightError:
    return EventwrightError(Problem(location, problem, fix))


def _read(path: Path, location: Location) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        fix = "check that the file exists and that you may read it"
        raise _error(location, f"can't be read: {error.strerror}", fix) from error
    if len(data) > MAX_BYTES:
        fix = "split the schema into several files, or point to the file that you meant"
        raise _error(location, f"is larger than {MAX_BYTES // 1_000_000} MB", fix)
    return data


def _decode(data: bytes, location: Location) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        fix = "save the file as UTF-8 without a byte-order mark"
        raise _error(location, "starts with a byte-order mark, which is not JSON", fix)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"is not UTF-8: byte 0x{data[error.start]:02x} in line {line}"
        raise _error(location, problem, "save the file as UTF-8") from error


def _depth(text: str) -> int:
    """How deep arrays and objects nest; 0 when there are too few of them to pass the limit."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return 0
    outside = _STRING.sub("", text)
    return max(accumulate(map(_STEPS.__getitem__, _BRACKET.findall(outside))))


def _parse(text: str, location: Location) -> Json:
    reader = _Reader()
    try:
        value: Json = json.loads(
            text,
            object_pairs_hook=reader.members,
            parse_int=reader.integer,
            parse_float=reader.number,
            parse_constant=reader.number,
        )
    except json.JSONDecodeError as error:
        file = PurePath(location.file)
        if yaml_files.is_yaml(file):
            problem = "is YAML, and schemas are read as JSON only"
            raise _error(location, problem, yaml_files.cure(file)) from error
        raise _error(location, *mistake(text, error)) from error
    if reader.suspicious or _ESCAPED_SURROGATE.search(text):
        problems = tuple(reader.problems(value, location))
        if problems:
            raise EventwrightError(*problems)
    return value


class _Reader:
    """Notes what `json` would let pass; the places are looked up only when there is something."""

    def __init__(self) -> None:
        self.suspicious = False
        # By identity; each object is kept beside its names, so that its id stays its own.
        self._repeated: dict[int, tuple[dict[str, Json], list[str]]] = {}

    def members(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        value = dict(pairs)
        if len(value) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            names = [name for name, count in counts.items() if count > 1]
            self._repeated[id(value)] = value, names
            self.suspicious = True
        return value

    def integer(self, literal: str) -> int | float:
        return int(literal) if len(literal) <= MAX_DIGITS else self.number("Infinity")

    def number(self, literal: str) -> float:
        value = float(literal)
        if not math.isfinite(value):
            self.suspicious = True
        return value

    def problems(self, value: Json, location: Location) -> Iterator[Problem]:
        """What was noted in `value`, with its places, in document order."""
        pending = [(location, value)]
        while pending:
            here, item = pending.pop()
            if isinstance(item, dict):
                _, names = self._repeated.get(id(item), (item, []))
                for name in names:
                    fix = "keep one of them: readers of JSON disagree about which one counts"
                    yield Problem(here.child(name), "stands twice in the same object", fix)
                for name in filter(_SURROGATE.search, item):
                    yield _half_pair(here.child(ascii(name)[1:-1]))
                pending.extend((here.child(name), item[name]) for name in reversed(item))
            elif isinstance(item, list):
                pending.extend((here.child(i), item[i]) for i in reversed(range(len(item))))
            elif isinstance(item, str) and _SURROGATE.search(item):
                yield _half_pair(here)
            elif isinstance(item, float) and not math.isfinite(item):
                problem = "is not a number that a double can hold"
                yield Problem(here, problem, "write a finite number; JSON has no NaN or Infinity")


def _half_pair(location: Location) -> Problem:
    fix = "write the character itself, or both halves of its escape"
    return Problem(location, "holds half a surrogate pair, which has no UTF-8 form", fix)
