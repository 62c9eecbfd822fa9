"""What readers and writers are made of, and what stands for values that JSON has no word for.

A reader takes a JSON value apart in one straight line. At the first fault it raises InvalidError;
KeyError for a key that is missing or names nothing; TypeError or AttributeError where something
else stands for an object or for such a key. Only then do the rules look at the whole value, to tell
every issue.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, is_dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Final, Literal, Never, TypeAlias, TypeVar

from ._json import (
    ROUNDS_INTEGERS,
    JsonObject,
    JsonValue,
    every_wide_number,
    has_text,
    json_text,
    quoted,
)
from ._rules import INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, UINT32_MAX, UINT64_MAX


class Absent(Enum):
    """The type of ABSENT."""

    ABSENT = "absent"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent.ABSENT
"""Stands for a member that is not there, where null would mean something else; it is falsy."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value whose tag the schema doesn't know, kept whole."""

    tag: str
    raw: JsonValue
    """The value as it was read, its tag included; it is written back unchanged."""


class InvalidError(Exception):
    """A value is not what its schema asks for."""


class RoundedError(ValueError):
    """A value has to be read again from its text, since a parser may have rounded a number in it.

    It is not among REFUSED, or the next of several alternatives would be read.
    """


REFUSED = (InvalidError, KeyError, TypeError, AttributeError)
"""What a reader raises where a value is not what its schema asks for."""

_is_read_closely = ContextVar("is_read_closely", default=False)
_compiled = cache(re.compile)

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)


# What readers are made of.


class _Twin:
    """Stands for the twin of a dataclass until a reader asks for it, so that imports are quick."""

    __slots__ = ("frozen",)

    def __init__(self, frozen: type) -> None:
        self.frozen = frozen

    def __get__(self, _: None, owner: type) -> type:
        name, slots = self.frozen.__name__, self.frozen.__dict__["__slots__"]
        twin = type(name, (), {"__slots__": slots})
        setattr(owner, name, twin)
        return twin


def blanks(values: Iterable[object]) -> Any:
    """What makes objects for readers to fill: for each dataclass among some values, by its name.

    Their class, the dataclass's twin, has its slots but is not frozen. Once all members are set, a
    reader makes the object one of the dataclass. No type checker knows of that; it takes a quarter
    of the time of a call with keywords.
    """
    twins = {
        value.__name__: _Twin(value)
        for value in values
        if isinstance(value, type) and is_dataclass(value)
    }
    return type("Blanks", (), twins)


def always(made: _T) -> Callable[[object], _T]:
    """A reader of what a tag alone says, which is always the same."""
    return lambda _: made


def member_of(enum: type[_E]) -> Callable[[JsonValue], _E]:
    """A reader of the members of an enum."""
    members: dict[JsonValue, _E] = {member.value: member for member in enum}
    return members.__getitem__


def tagged(read: Callable[[JsonObject], _T], name: str, tag: str) -> Callable[[JsonValue], _T]:
    """A reader of an object with a tag, made of one that leaves it to a union to look at both."""

    def read_tagged(value: JsonValue) -> _T:
        if type(value) is not dict or value[name] != tag:
            raise InvalidError
        return read(value)

    return read_tagged


# Readers of tagged unions.


Readers: TypeAlias = Mapping[str, Callable[[Any], _T]]
"""The readers of a union's variants by their tags."""


def by_tag(name: str, variants: Readers[_T]) -> Callable[[Any], _T]:
    """A reader of objects in which a member is the tag of the variant that they are."""

    def read(value: Any) -> _T:
        return variants[value[name]](value)

    return read


def by_key(variants: Readers[_T], *bare: Any) -> Callable[[Any], _T]:
    """A reader of objects whose only key is the tag of the variant that stands under it.

    Args:
        variants: The readers by their tags.
        bare: The variants that are no object but a string; type checkers take them for any.
    """

    def read(value: JsonValue) -> _T:
        if type(value) is dict and len(value) == 1:
            [tag] = value
            return variants[tag](value[tag])
        string: _T = one_value(text(value), bare)
        return string

    return read


# Readers of the values that every schema has. Each raises InvalidError at the first fault.


def closely(read: Callable[[JsonValue], _T], value: JsonValue) -> _T:
    """Read a value that is exact, as it is where no fast parser has made it."""
    token = _is_read_closely.set(True)
    try:
        return read(value)
    finally:
        _is_read_closely.reset(token)


def _exact(number: float) -> float:
    """Give a number back that has all the digits of the text.

    Raises:
        RoundedError: It may be what a parser has made of a longer integer.
    """
    if not ROUNDS_INTEGERS or type(number) is int or abs(number) < 2**63 or _is_read_closely.get():
        return number
    raise RoundedError


def null_or(value: JsonValue, read: Callable[[JsonValue], _T]) -> _T | None:
    """Read null, or what a reader reads."""
    return None if value is None else read(value)


def text(value: JsonValue) -> str:
    """Read a string."""
    if type(value) is not str:
        raise InvalidError
    return value


def integer(value: JsonValue, minimum: int | None = None, maximum: int | None = None) -> int:
    """Read an integer between inclusive bounds; 1.0 is one, true is not."""
    if type(value) is float and value.is_integer():
        value = int(_exact(value))
    if type(value) is not int:
        raise InvalidError
    if (minimum is not None and value < minimum) or (maximum is not None and value > maximum):
        raise InvalidError
    return value


def int32(value: JsonValue) -> int:
    """Read a signed integer of 32 bits."""
    return integer(value, INT32_MIN, INT32_MAX)


def int64(value: JsonValue) -> int:
    """Read a signed integer of 64 bits."""
    return integer(value, INT64_MIN, INT64_MAX)


def uint32(value: JsonValue) -> int:
    """Read an unsigned integer of 32 bits."""
    return integer(value, 0, UINT32_MAX)


def uint64(value: JsonValue) -> int:
    """Read an unsigned integer of 64 bits."""
    return integer(value, 0, UINT64_MAX)


def any_json(value: JsonValue) -> JsonValue:
    """Read any value in which every number is one that can be written again."""
    if not ROUNDS_INTEGERS and not _is_read_closely.get():
        return value  # no parser lets pass what can't be written
    if not every_wide_number(value, lambda number: has_text(_exact(number))):
        raise InvalidError
    return value


def never(value: JsonValue) -> Never:
    """Read what no value is."""
    raise InvalidError


def one_value(value: JsonValue, values: tuple[Any, ...]) -> Any:
    """Read one of a few scalar values; no type checker knows from here that there are no others."""
    if type(value) is float:
        value = _exact(value)
    for expected in values:
        if value == expected and isinstance(value, bool) == isinstance(expected, bool):
            return expected
    raise InvalidError


def array(
    value: JsonValue,
    read: Callable[[JsonValue], _T],
    fewest: int = 0,
    most: int | None = None,
) -> tuple[_T, ...]:
    """Read an array, item by item, of at least and at most so many items."""
    if type(value) is not list or len(value) < fewest or (most is not None and len(value) > most):
        raise InvalidError
    items: list[_T] = []
    for item in value:
        items.append(read(item))  # for few items faster than a comprehension or map
    return tuple(items)


def texts(value: JsonValue, fewest: int = 0, most: int | None = None) -> tuple[str, ...]:
    """Read an array of strings, of at least and at most so many."""
    if type(value) is not list or len(value) < fewest or (most is not None and len(value) > most):
        raise InvalidError
    items: list[Any] = value  # no type checker sees that all of them are strings
    for item in items:
        if type(item) is not str:
            raise InvalidError
    return tuple(items)


# Writers of tagged unions.


Writers: TypeAlias = Mapping[type, Callable[[Any], str]]
"""The writers of values by their classes."""


def by_class(writers: Writers) -> Callable[[Any], str]:
    """A writer of values whose class tells how they are written."""

    def write(value: Any) -> str:
        return writers[type(value)](value)

    return write


def by_class_under_key(
    writers: Mapping[type, tuple[str, Callable[[Any], str]]],
    others: Writers,
) -> Callable[[Any], str]:
    """A writer of values whose class tells the key under which they stand in an object.

    Args:
        writers: The keys and the writers of what stands there.
        others: The writers of values that stand under no key.
    """
    opened = {kind: ("{" + quoted(key) + ":", write) for kind, (key, write) in writers.items()}

    def write(value: Any) -> str:
        if type(value) not in opened:
            return others[type(value)](value)
        opening, write_payload = opened[type(value)]
        return f"{opening}{write_payload(value)}}}"

    return write


def unknown_text(value: Unknown) -> str:
    """A value whose tag is not known as JSON text."""
    return json_text(value.raw)
