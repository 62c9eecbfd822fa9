"""JSON values compared and told apart, as JSON Schema does."""

from __future__ import annotations

import math
from collections.abc import Hashable
from fractions import Fraction

from eventwright.reading.jsontext import Json

MAX_SAFE = 2**53 - 1


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


def double_holds(value: int) -> bool:
    """Whether an integer is a double too."""
    try:
        return int(float(value)) == value
    except OverflowError:
        return False


def is_multiple(value: int | float, divisor: int | float) -> bool:
    """Whether the quotient of two numbers is whole; a fraction is what its decimal text says."""
    if isinstance(value, float) and not math.isfinite(value):
        return True
    return (_exactly(value) / _exactly(divisor)).denominator == 1


def _exactly(value: int | float) -> Fraction:
    whole = isinstance(value, int) or value.is_integer()
    return Fraction(value) if whole else Fraction(repr(value))
