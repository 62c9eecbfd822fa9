"""JSON values compared and told apart, as JSON Schema does."""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from eventwright.reading.jsontext import Json, JsonType

MAX_SAFE = 2**53 - 1

TagValue: TypeAlias = str | int
"""A string, a boolean, or an integer that every number holds: what may tell variants apart."""
AnyTag = TypeVar("AnyTag", bound=TagValue, covariant=True)

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "null": "null",
        "boolean": "a boolean",
        "integer": "an integer",
        "number": "a number",
        "string": "a string",
        "array": "an array",
        "object": "an object",
    }
)
"""The JSON types in words."""


def same(one: Json, other: Json) -> bool:
    """Whether two values are the same JSON value: 1 is 1.0, and neither is true."""
    match one, other:
        case dict(), dict():
            return one.keys() == other.keys() and all(same(one[k], other[k]) for k in one)
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
        case _:
            return isinstance(one, bool) == isinstance(other, bool) and one == other


def identity(value: Json) -> Hashable:
    """What two values have in common only if they are the same JSON value."""
    match value:
        case dict():
            return "object", frozenset((name, identity(member)) for name, member in value.items())
        case list():
            return "array", tuple(map(identity, value))
        case bool():
            return "boolean", value
        case _:
            return value


def identities(values: Iterable[Json]) -> frozenset[Hashable]:
    """The identities of some values."""
    return frozenset(map(identity, values))


def double_holds(value: int) -> bool:
    """Whether an integer is a double too."""
    try:
        return int(float(value)) == value
    except OverflowError:
        return False


def is_double(value: int | float) -> bool:
    """Whether a number is a double, with all its digits."""
    return isinstance(value, float) or double_holds(value)


def is_multiple(value: int | float, divisor: int | float) -> bool:
    """Whether the quotient of two numbers is whole; a fraction is what its decimal text says."""
    if isinstance(value, float) and not math.isfinite(value):
        return True
    return (_exactly(value) / _exactly(divisor)).denominator == 1


def _exactly(value: int | float) -> Fraction:
    whole = isinstance(value, int) or value.is_integer()
    return Fraction(value) if whole else Fraction(repr(value))


def json_type(value: Json) -> JsonType:
    """The JSON type of a value; a number without a fraction is an integer."""
    if isinstance(value, float) and value.is_integer():
        return "integer"
    return _JSON_TYPES[type(value)]


_JSON_TYPES: Mapping[type[Json], JsonType] = MappingProxyType(
    {
        type(None): "null",
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
)


def tag_value(value: Json) -> TagValue | None:
    """The value where it may tell variants apart; 1.0 is 1. None for any other."""
    match value:
        case str() | bool():
            return value
        case int() | float() if json_type(value) == "integer" and abs(value) <= MAX_SAFE:
            return int(value)
        case _:
            return None


def tag_text(tag: TagValue) -> str:
    """A tag as text: a string as it is, any other as JSON."""
    return tag if isinstance(tag, str) else json.dumps(tag)


def are_alike(values: Iterable[Json]) -> bool:
    """Whether some values, and not none, all have one JSON type."""
    return len(set(map(json_type, values))) == 1


def kind(value: Json) -> JsonType:
    """The JSON type of a value, of which an integer is no type of its own."""
    found = json_type(value)
    return "number" if found == "integer" else found
