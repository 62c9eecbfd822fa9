"""What the functions of every module are made of: reading, checking and writing values.

A reader takes a JSON value apart in one straight line. At the first fault it raises InvalidError,
or KeyError for a missing key; only then do the rules look at the whole value, to tell every issue.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, Generic, Literal, TypeVar, overload

from ._json import DecodeError, Issue, JsonValue, as_json, read_text, write_text
from ._rules import ANY_JSON, Rule, issues_of, passes


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


_T = TypeVar("_T")
_U = TypeVar("_U", bound=Unknown)


class Codec(Generic[_T]):
    """The functions of one type."""

    __slots__ = ("_read", "_rule", "_write")

    def __init__(
        self, read: Callable[[JsonValue], _T], write: Callable[[_T], JsonValue], rule: Rule
    ) -> None:
        self._read = read
        self._write = write
        self._rule = rule

    def decode(self, data: bytes | str) -> _T:
        """Read a value from JSON text.

        Raises:
            DecodeError: The text is not JSON, or not what the schema asks for.
        """
        return self._checked(read_text(data))

    def encode(self, value: _T) -> bytes:
        """Write a value as JSON text.

        Raises:
            EncodeError: It holds a number that is not finite, or a lone surrogate.
        """
        return write_text(self._write(value))

    def parse(self, value: object) -> _T:
        """Read a value from a JSON value, as `json.loads` gives it.

        Raises:
            DecodeError: The value is not JSON, or not what the schema asks for.
        """
        return self._checked(as_json(value))

    def dump(self, value: _T) -> JsonValue:
        """Write a value as a JSON value, as `json.dumps` takes it."""
        return self._write(value)

    def validate(self, value: object) -> list[Issue]:
        """List all that is wrong with a JSON value; nothing where it is valid."""
        try:
            self.parse(value)
        except DecodeError as error:
            return error.issues
        return []

    def _checked(self, value: JsonValue) -> _T:
        try:
            return self._read(value)
        except (InvalidError, KeyError):
            issues = issues_of(self._rule, value)
        if not issues:
            raise AssertionError("a reader refuses what its rule lets pass")
        raise DecodeError(issues)


class UnionCodec(Codec[_T], Generic[_T, _U]):
    """The functions of a tagged union, which can keep a value whose tag it doesn't know."""

    __slots__ = ("_unknown", "_unknown_tag")

    def __init__(
        self,
        read: Callable[[JsonValue], _T],
        write: Callable[[_T], JsonValue],
        rule: Rule,
        unknown: Callable[[str, JsonValue], _U],
        unknown_tag: Callable[[JsonValue], str | None],
    ) -> None:
        super().__init__(read, write, rule)
        self._unknown = unknown
        self._unknown_tag = unknown_tag

    @overload
    def decode(self, data: bytes | str, *, unknown: Literal["error"] = "error") -> _T: ...
    @overload
    def decode(self, data: bytes | str, *, unknown: Literal["keep"]) -> _T | _U: ...
    def decode(self, data: bytes | str, *, unknown: Literal["error", "keep"] = "error") -> _T | _U:
        """Read a value from JSON text.

        Args:
            data: The text; bytes are UTF-8.
            unknown: What to do with a tag that the schema doesn't know: it is an error, or the
                value is kept as it is.

        Raises:
            DecodeError: The text is not JSON, or not what the schema asks for.
        """
        return self._open(read_text(data), unknown)

    @overload
    def parse(self, value: object, *, unknown: Literal["error"] = "error") -> _T: ...
    @overload
    def parse(self, value: object, *, unknown: Literal["keep"]) -> _T | _U: ...
    def parse(self, value: object, *, unknown: Literal["error", "keep"] = "error") -> _T | _U:
        """Read a value from a JSON value, as `json.loads` gives it.

        Args:
            value: The JSON value.
            unknown: What to do with a tag that the schema doesn't know: it is an error, or the
                value is kept as it is.

        Raises:
            DecodeError: The value is not JSON, or not what the schema asks for.
        """
        return self._open(as_json(value), unknown)

    def encode(self, value: _T | _U) -> bytes:
        """Write a value as JSON text.

        Raises:
            EncodeError: It holds a number that is not finite, or a lone surrogate.
        """
        return write_text(self.dump(value))

    def dump(self, value: _T | _U) -> JsonValue:
        """Write a value as a JSON value, as `json.dumps` takes it."""
        return value.raw if isinstance(value, Unknown) else self._write(value)

    def _open(self, value: JsonValue, unknown: Literal["error", "keep"]) -> _T | _U:
        tag = self._unknown_tag(value) if unknown == "keep" else None
        if tag is None:
            return self._checked(value)
        issues = issues_of(ANY_JSON, value)
        if issues:
            raise DecodeError(issues)
        return self._unknown(tag, value)


def unknown_internal_tag(
    path: Sequence[str], known: Collection[str]
) -> Callable[[JsonValue], str | None]:
    """A function that finds the tag of an object where it is a string that is not known."""

    def find(value: JsonValue) -> str | None:
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return value if isinstance(value, str) and value not in known else None

    return find


def unknown_external_tag(
    keys: Collection[str], bare: Collection[str] = ()
) -> Callable[[JsonValue], str | None]:
    """A function that finds the tag of a union's value where it is not known.

    Args:
        keys: The tags that are the only key of an object.
        bare: The tags that are bare strings; without any, no string is a tag.
    """
    known = {*keys, *bare}

    def find(value: JsonValue) -> str | None:
        if isinstance(value, dict) and len(value) == 1:
            [name] = value
        elif isinstance(value, str) and bare:
            name = value
        else:
            return None
        return None if name in known else name

    return find


# Readers of the values that every schema has. Each raises InvalidError at the first fault.


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
        value = int(value)
    if type(value) is not int:
        raise InvalidError
    if (minimum is not None and value < minimum) or (maximum is not None and value > maximum):
        raise InvalidError
    return value


def any_json(value: JsonValue) -> JsonValue:
    """Read any value in which every number is finite."""
    if type(value) is not str and not passes(ANY_JSON, value):
        raise InvalidError
    return value


def one_value(value: JsonValue, values: tuple[_T, ...]) -> _T:
    """Read one of a few scalar values."""
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
    return tuple(map(read, value))
