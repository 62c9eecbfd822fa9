"""Scalars and other small values just inside and just outside one check."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass

from eventwright import plan
from eventwright.load import Json
from eventwright.plan import JsonType
from eventwright.targets.vectors.formats import FORMATS
from eventwright.targets.vectors.reference import MAX_SAFE, json_type
from eventwright.targets.vectors.tree import Raw, Tree, write

# The names that an object has without having been given them, where a language looks them up so.
INHERITED = ("__proto__", "constructor", "toString")
WRONG: dict[JsonType, Json] = {
    "null": None,
    "boolean": True,
    "integer": 1,
    "number": 0.5,
    "string": "1",
    "array": [],
    "object": {},
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value to try.

    `place` leads to the member or variant that is tried, and `aim` tells what is tried there; both
    stay the same when other members and types come and go.
    """

    place: str
    aim: str
    tree: Tree

    def value(self) -> Json:
        """What a JSON parser makes of it."""
        parsed: Json = json.loads(write(self.tree))
        return parsed


def near(text: str) -> list[str]:
    """Strings that are nearly this one, and names that every object of JavaScript has."""
    near = ["", "unknown", text.swapcase(), f"{text} ", f"{text}x", text[:-1]]
    return [*dict.fromkeys(near), *INHERITED]


def of_types(types: tuple[JsonType, ...], base: Json) -> Iterator[Candidate]:
    """A value of every JSON type, and the spellings and extremes of those that are wanted."""
    for kind, value in WRONG.items():
        yield Candidate("", f"type={kind}", value)
    if "boolean" in types:
        yield Candidate("", "type=false", False)
    if "string" in types:
        yield Candidate(
            "", "type=string-escaped", Raw(r'"\u0000\u001f\"\\\/\ud83d\ude00\u2028\u007f"')
        )
        yield Candidate("", "type=string-empty", "")
    if "integer" in types and "number" not in types:
        yield from _integers(base)
    if "number" in types:
        for text in ("0", "-0", "-0.0", "1e-7", "1.5e300", "5e-324", "1e400", "-1e400"):
            yield Candidate("", f"number={text}", Raw(text))


def _integers(base: Json) -> Iterator[Candidate]:
    whole = base if json_type(base) == "integer" else 1
    for text in (f"{whole}.0", f"{whole}e0", f"{whole}0E-1", f"{whole}.5", "-0", "-0.0"):
        yield Candidate("", f"integer={text}", Raw(text))
    for text in ("1e400", "1e-400", "1e3", "1e19", "123456789012345678901234567890"):
        yield Candidate("", f"integer={text}", Raw(text))
    for limit in (MAX_SAFE, MAX_SAFE + 1, MAX_SAFE + 2):
        yield Candidate("", f"integer={limit}", limit)
        yield Candidate("", f"integer={-limit}", -limit)


def of_scalar(check: plan.Check) -> Iterator[Candidate]:
    """The values to try on a check that looks at one scalar, or at any JSON whole."""
    match check:
        case plan.AnyJson():
            yield from _any_json()
        case plan.Enum(values=values):
            for value in values:
                yield Candidate("", f"enum={write(value)}", value)
            strings = [value for value in values if isinstance(value, str)]
            for text in near(strings[0]) if strings else ():
                yield Candidate("", f"enum!{text}", text)
        case plan.Const(value=value):
            yield from (Candidate("", f"const={k}", wrong) for k, wrong in WRONG.items())
            for text in near(value) if isinstance(value, str) else ():
                yield Candidate("", f"const!{text}", text)
        case plan.Format(name=name):
            for text in (*FORMATS[name].inside, *FORMATS[name].outside):
                yield Candidate("", f"{name}={text}", text)
        case plan.MinLength(limit=limit) | plan.MaxLength(limit=limit):
            for length in (limit - 1, limit, limit + 1):
                # A character outside the BMP: one code point, and two units of UTF-16.
                yield Candidate("", f"length={length}", "\U0001f600" * length)
        case _:
            yield from _limits(check)


def _limits(check: plan.Check) -> Iterator[Candidate]:
    match check:
        case (
            plan.Minimum(limit=limit)
            | plan.Maximum(limit=limit)
            | plan.ExclusiveMinimum(limit=limit)
            | plan.ExclusiveMaximum(limit=limit)
        ):
            for number in (limit - 1, limit, limit + 1):
                yield Candidate("", f"limit={number}", number)
            if isinstance(limit, int):
                yield Candidate("", f"limit={limit}.0", Raw(f"{limit}.0"))
            else:
                for toward in (-math.inf, math.inf):
                    number = math.nextafter(limit, toward)
                    yield Candidate("", f"limit={number}", number)
        case _:
            pass


def _any_json() -> Iterator[Candidate]:
    texts = (
        'null true false 0 -0 -0.0 0.5 1e2 1.0 5e-324 1.7976931348623157e308 1e400 -1e400 "" "text"'
        ' [] {} [null,[1,{"a":[]}]] {"b":1,"a":{"2":1,"1":null},"":"x"} {"__proto__":{"a":1}}'
        " 9007199254740991 9007199254740992 9007199254740993 -9007199254740993"
        " 18446744073709551616 123456789012345678901234567890"
        ' {"a":[1,9007199254740993]} {"z":1e400,"a":[1e400]} {"a/b~c":9007199254740993}'
        r' "\u0000\ud83d\ude00\u2028"'
    )
    for text in texts.split(" "):
        yield Candidate("", f"any={text}", Raw(text))
