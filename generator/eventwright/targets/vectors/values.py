"""Scalars and other small values just inside and just outside one check."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from eventwright.errors import escape
from eventwright.patterns import is_quick
from eventwright.planning import plan
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import MAX_SAFE, TagValue, json_type
from eventwright.targets.vectors.formats import FORMATS
from eventwright.targets.vectors.matching import matching
from eventwright.targets.vectors.tree import Raw, Tree, write

# The names that an object has without having been given them, where a language looks them up so.
INHERITED = ("__proto__", "constructor", "toString")
_LARGEST = 2000
WRONG: dict[JsonType, Json] = {
    "null": None,
    "boolean": True,
    "integer": 1,
    "number": 0.5,
    "string": "1",
    "array": [],
    "object": {},
}


# A tuple, since each level of a payload makes its own of every one inside.
class Candidate(NamedTuple):
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


def sizes(limit: int) -> list[int]:
    """The sizes to try around a limit; none where the payload would be too long for a vector."""
    return [size for size in (limit - 1, limit, limit + 1) if size <= _LARGEST]


def placed(segment: str, inner: Candidate, tree: Tree) -> Candidate:
    """The candidate of an item or a member, as one of the value that it stands in."""
    return Candidate(f"/{escape(segment)}{inner.place}", inner.aim, tree)


def near(text: str) -> list[str]:
    """Strings that are nearly this one, and names that every object of JavaScript has."""
    near = ["", "unknown", text.swapcase(), f"{text} ", f"{text}x", text[:-1]]
    return [*dict.fromkeys(near), *INHERITED]


def near_tags(tag: TagValue) -> Mapping[str, Json]:
    """Values that are nearly this tag, each with its name; an integer may be written as 1.0."""
    if isinstance(tag, str):
        return {text: text for text in near(tag)}
    text = json.dumps(tag)
    others: list[Json] = [int(tag), float(tag), False, True]
    if not isinstance(tag, bool):
        others += [tag + 1, -tag - 1, tag + 0.5, 2**64 + tag]
    return {f"string-{text}": text} | {json.dumps(other): other for other in others}


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
        for whole in (MAX_SAFE, MAX_SAFE + 1, MAX_SAFE + 2, -MAX_SAFE - 2, 2**64 + 1, 10**20 + 1):
            yield Candidate("", f"number={whole}", whole)


def _integers(base: Json) -> Iterator[Candidate]:
    whole = 1
    if isinstance(base, int | float) and json_type(base) == "integer":
        whole = int(base)
    tenfold = f"{whole}0E-1" if whole else "0E-1"
    for text in (f"{whole}.0", f"{whole}e0", tenfold, f"{whole}.5", "-0", "-0.0"):
        yield Candidate("", f"integer={text}", Raw(text))
    for text in ("1e400", "1e-400", "1e3", "1e19", "123456789012345678901234567890"):
        yield Candidate("", f"integer={text}", Raw(text))
    for limit in (MAX_SAFE, MAX_SAFE + 1, MAX_SAFE + 2):
        yield Candidate("", f"integer={limit}", limit)
        yield Candidate("", f"integer={-limit}", -limit)


def of_scalar(check: plan.Check, base: Json) -> Iterator[Candidate]:
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
        case plan.Never():
            yield from (Candidate("", f"never={kind}", value) for kind, value in WRONG.items())
        case plan.Pattern(source=source):
            yield from _pattern(source, base)
        case plan.MultipleOf(divisor=divisor):
            yield from _multiples(divisor)
        case plan.Double():
            for text in ("9007199254740992", "9007199254740993", "18446744073709551616", "1e300"):
                yield Candidate("", f"double={text}", Raw(text))
        case plan.MinLength(limit=limit) | plan.MaxLength(limit=limit):
            for length in sizes(limit):
                # A character outside the BMP: one code point, and two units of UTF-16.
                yield Candidate("", f"length={length}", "\U0001f600" * length)
        case _:
            yield from _limits(check)


def _pattern(source: str, base: Json) -> Iterator[Candidate]:
    """Strings that match a pattern, and what is nearly one of them."""
    inside = [base] if isinstance(base, str) else []
    for text in dict.fromkeys((*inside, *matching(source))):
        shorter = (text[1:], text[:-1]) if text else ()
        longer = (f" {text}", f"{text} ", f"{text}\n", f"x{text}", f"{text}x", text * 2)
        for other in ("", text, *shorter, *longer, text.swapcase(), "\U0001f600"):
            if other == text or is_quick(source, other):
                yield Candidate("", f"pattern={other}", other)


def _multiples(divisor: int | float) -> Iterator[Candidate]:
    """Whole multiples of a number and what lies between them, in more than one spelling."""
    step = Decimal(repr(divisor))
    for factor in ("1", "-1", "3", "7", "10", "1000001", "0.5", "1.1", "-2.5", "1.0000001"):
        yield Candidate("", f"multiple={factor}", Raw(f"{step * Decimal(factor):f}"))
    texts = "0 1 0.1 1.5 1e300 -1e300 1e-300 9007199254740993 0.30000000000000004"
    for text in texts.split():
        yield Candidate("", f"number={text}", Raw(text))


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
