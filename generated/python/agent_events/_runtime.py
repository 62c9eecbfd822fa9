"""What the functions of every module are made of: reading, checking and writing values.

A reader takes a JSON value apart in one straight line. At the first fault it raises InvalidError;
KeyError for a key that is missing or names nothing; TypeError or AttributeError where something
else stands for an object or for such a key. Only then do the rules look at the whole value, to tell
every issue.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, is_dataclass
from enum import Enum, StrEnum
from math import isfinite
from typing import Any, Final, Literal, Protocol, TypeVar, overload

from ._json import (
    LOAD_ERRORS,
    ROUNDS_INTEGERS,
    SHORT,
    DecodeError,
    EncodeError,
    Issue,
    JsonObject,
    JsonValue,
    as_json,
    has_few_brackets,
    has_no_surrogate,
    has_text,
    is_shallow,
    json_text,
    load,
    parsed,
    quoted,
    read_text,
    scan,
    whole_text,
    why_unwritable,
)
from ._rules import (
    ANY_JSON,
    INT32_MAX,
    INT32_MIN,
    INT64_MAX,
    INT64_MIN,
    UINT32_MAX,
    UINT64_MAX,
    Rule,
    issues_of,
)


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


REFUSED = (InvalidError, KeyError, TypeError, AttributeError)
"""What a reader raises where a value is not what its schema asks for."""
DOUBTS: tuple[type[Exception], ...] = (*REFUSED, ValueError, StopIteration, *LOAD_ERRORS)
"""The same, and what is raised where a text is not as most are: compact, and JSON."""

_is_read_closely = ContextVar("is_read_closely", default=False)


_T = TypeVar("_T")
_U = TypeVar("_U", bound=Unknown)
_R = TypeVar("_R", covariant=True)
_K = TypeVar("_K", bound=Unknown, covariant=True)
_A = TypeVar("_A", contravariant=True)
_E = TypeVar("_E", bound=StrEnum)


# What can be done with every type.


class Decode(Protocol[_R]):
    """Reads a value from JSON text."""

    def __call__(self, data: bytes | str) -> _R:
        """Read a value from JSON text; bytes are UTF-8.

        Raises:
            DecodeError: The text is not JSON, or not what the schema asks for.
        """
        ...


class Encode(Protocol[_A]):
    """Writes a value as JSON text."""

    def __call__(self, value: _A) -> bytes:
        """Write a value as JSON text, in UTF-8.

        Raises:
            EncodeError: It holds a number that is not finite, or a lone surrogate.
        """
        ...


class Parse(Protocol[_R]):
    """Reads a value from a JSON value."""

    def __call__(self, value: object) -> _R:
        """Read a value from a JSON value, as `json.loads` gives it.

        Raises:
            DecodeError: The value is not JSON, or not what the schema asks for.
        """
        ...


class Dump(Protocol[_A]):
    """Writes a value as a JSON value."""

    def __call__(self, value: _A) -> JsonValue:
        """Write a value as a JSON value, as `json.dumps` takes it.

        Raises:
            EncodeError: It holds a number that is not finite, or a lone surrogate.
        """
        ...


class Validate(Protocol):
    """Lists what is wrong with a JSON value."""

    def __call__(self, value: object) -> list[Issue]:
        """List all that is wrong with a JSON value; nothing where it is valid."""
        ...


def functions(
    read: Callable[[JsonValue], _T], write: Callable[[_T], str], rule: Rule
) -> tuple[Decode[_T], Encode[_T], Parse[_T], Dump[_T], Validate]:
    """Make the functions of a type.

    `decode` takes one look at a text and reads what a scanner finds; where that is not enough to
    tell, it starts over and looks closely.
    """

    def decode(data: bytes | str) -> _T:
        """Read a value from JSON text."""
        try:
            if load is not None and (len(data) < SHORT or has_few_brackets(data)):
                return read(load(data))
            text = data.decode() if type(data) is bytes else whole_text(data)
            if (len(text) < SHORT or is_shallow(text)) and (
                "\\" not in text or has_no_surrogate(text)
            ):
                value, end = scan(text, 0)
                if end == len(text):
                    return read(value)
        except DOUBTS:
            pass  # whether anything is wrong, and what, takes a closer look
        return checked(read_text(data))

    def encode(value: _T) -> bytes:
        """Write a value as JSON text."""
        try:
            return write(value).encode()
        except (ValueError, RecursionError):
            issues = why_unwritable(value, write)
            if not issues:
                raise
        raise EncodeError(issues)

    def parse(value: object) -> _T:
        """Read a value from a JSON value."""
        return checked(as_json(value))

    def checked(value: JsonValue) -> _T:
        return _read_closely(value, read, rule)

    def dump(value: _T) -> JsonValue:
        """Write a value as a JSON value."""
        return parsed(encode(value).decode())

    return decode, encode, parse, dump, _validate(parse)


def _read_closely(value: JsonValue, read: Callable[[JsonValue], _T], rule: Rule) -> _T:
    """Read a value, or tell all that is wrong with it."""
    try:
        return closely(read, value)
    except REFUSED as refused:
        issues = issues_of(rule, value)
        if not issues:
            raise AssertionError("a reader refuses what its rule lets pass") from refused
    raise DecodeError(issues)


def closely(read: Callable[[JsonValue], _T], value: JsonValue) -> _T:
    """Read a value that is exact, as it is where no fast parser has made it."""
    token = _is_read_closely.set(True)
    try:
        return read(value)
    finally:
        _is_read_closely.reset(token)


def _validate(parse: Callable[[object], object]) -> Validate:
    def validate(value: object) -> list[Issue]:
        """List all that is wrong with a JSON value; nothing where it is valid."""
        try:
            parse(value)
        except DecodeError as error:
            return error.issues
        return []

    return validate


# What can be done with a tagged union, which may keep a value whose tag it doesn't know.


class DecodeUnion(Protocol[_R, _K]):
    """Reads a value of a union from JSON text."""

    @overload
    def __call__(self, data: bytes | str, *, unknown: Literal["error"] = "error") -> _R: ...
    @overload
    def __call__(self, data: bytes | str, *, unknown: Literal["keep"]) -> _R | _K: ...
    def __call__(
        self, data: bytes | str, *, unknown: Literal["error", "keep"] = "error"
    ) -> _R | _K:
        """Read a value from JSON text.

        Args:
            data: The text; bytes are UTF-8.
            unknown: What to do with a tag that the schema doesn't know: it is an error, or the
                value is kept as it is.

        Raises:
            DecodeError: The text is not JSON, or not what the schema asks for.
        """
        ...


class ParseUnion(Protocol[_R, _K]):
    """Reads a value of a union from a JSON value."""

    @overload
    def __call__(self, value: object, *, unknown: Literal["error"] = "error") -> _R: ...
    @overload
    def __call__(self, value: object, *, unknown: Literal["keep"]) -> _R | _K: ...
    def __call__(self, value: object, *, unknown: Literal["error", "keep"] = "error") -> _R | _K:
        """Read a value from a JSON value, as `json.loads` gives it.

        Args:
            value: The JSON value.
            unknown: What to do with a tag that the schema doesn't know: it is an error, or the
                value is kept as it is.

        Raises:
            DecodeError: The value is not JSON, or not what the schema asks for.
        """
        ...


def union_functions(
    read: Callable[[JsonValue], _T],
    write: Callable[[_T | _U], str],
    rule: Rule,
    unknown_class: Callable[[str, JsonValue], _U],
    unknown_tag: Callable[[JsonValue], str | None],
) -> tuple[DecodeUnion[_T, _U], Encode[_T | _U], ParseUnion[_T, _U], Dump[_T | _U], Validate]:
    """Make the functions of a tagged union."""

    @overload
    def decode(data: bytes | str, *, unknown: Literal["error"] = "error") -> _T: ...
    @overload
    def decode(data: bytes | str, *, unknown: Literal["keep"]) -> _T | _U: ...
    def decode(data: bytes | str, unknown: Literal["error", "keep"] = "error") -> _T | _U:
        """Read a value from JSON text."""
        try:
            if load is not None and (len(data) < SHORT or has_few_brackets(data)):
                return read(load(data))
            text = data.decode() if type(data) is bytes else whole_text(data)
            if (len(text) < SHORT or is_shallow(text)) and (
                "\\" not in text or has_no_surrogate(text)
            ):
                value, end = scan(text, 0)
                if end == len(text):
                    return read(value)
        except DOUBTS:
            pass  # whether anything is wrong, and what, takes a closer look
        return checked(read_text(data), unknown)

    def encode(value: _T | _U) -> bytes:
        """Write a value as JSON text."""
        try:
            return write(value).encode()
        except (ValueError, RecursionError):
            issues = why_unwritable(value, write)
            if not issues:
                raise
        raise EncodeError(issues)

    @overload
    def parse(value: object, *, unknown: Literal["error"] = "error") -> _T: ...
    @overload
    def parse(value: object, *, unknown: Literal["keep"]) -> _T | _U: ...
    def parse(value: object, unknown: Literal["error", "keep"] = "error") -> _T | _U:
        """Read a value from a JSON value."""
        return checked(as_json(value), unknown)

    def checked(value: JsonValue, unknown: Literal["error", "keep"]) -> _T | _U:
        tag = unknown_tag(value) if unknown == "keep" else None
        if tag is None:
            return _read_closely(value, read, rule)
        issues = issues_of(ANY_JSON, value)
        if issues:
            raise DecodeError(issues)
        return unknown_class(tag, value)

    def dump(value: _T | _U) -> JsonValue:
        """Write a value as a JSON value."""
        return parsed(encode(value).decode())

    return decode, encode, parse, dump, _validate(parse)


def unknown_internal_tag(
    path: Sequence[str], known: Container[JsonValue]
) -> Callable[[JsonValue], str | None]:
    """A function that finds the tag of an object where it is a string that is not known."""

    def find(value: JsonValue) -> str | None:
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return value if isinstance(value, str) and value not in known else None

    return find


def unknown_external_tag(
    keys: Container[JsonValue], bare: Collection[str] = ()
) -> Callable[[JsonValue], str | None]:
    """A function that finds the tag of a union's value where it is not known.

    Args:
        keys: The tags that are the only key of an object.
        bare: The tags that are bare strings; without any, no string is a tag.
    """

    def find(value: JsonValue) -> str | None:
        if isinstance(value, dict) and len(value) == 1:
            [name] = value
        elif isinstance(value, str) and bare:
            name = value
        else:
            return None
        return None if name in keys or name in bare else name

    return find


# What readers are made of.


def blanks(values: Iterable[object]) -> Mapping[type, Callable[[], Any]]:
    """What makes objects for readers to fill, for each dataclass among some values.

    Their class has the slots of the dataclass but is not frozen. Once all members are set, a reader
    makes the object one of the dataclass. No type checker knows of that; it takes a quarter of the
    time of a call with keywords.
    """
    return {
        value: type(value.__name__, (), {"__slots__": value.__dict__["__slots__"]})
        for value in values
        if isinstance(value, type) and is_dataclass(value)
    }


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


def by_tag(name: str, variants: Mapping[str, Callable[[Any], _T]]) -> Callable[[Any], _T]:
    """A reader of objects in which a member is the tag of the variant that they are."""

    def read(value: Any) -> _T:
        return variants[value[name]](value)

    return read


def by_key(variants: Mapping[str, Callable[[Any], _T]], *bare: Any) -> Callable[[Any], _T]:
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


def _is_exact(number: float) -> bool:
    """Whether a float is what the text has, and not what a parser made of an integer."""
    if not ROUNDS_INTEGERS or type(number) is int:
        return True
    return abs(number) < 2**63 or _is_read_closely.get()


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
    if type(value) is float and value.is_integer() and _is_exact(value):
        value = int(value)
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


def number(value: JsonValue) -> float:
    """Read a number, which has to be finite; an integer is kept as it is."""
    if type(value) is int or (type(value) is float and isfinite(value) and _is_exact(value)):
        return value
    raise InvalidError


def any_json(value: JsonValue) -> JsonValue:
    """Read any value in which every number is one that can be written again."""
    if type(value) is dict:
        for member in value.values():
            if type(member) is not str:
                any_json(member)
    elif type(value) is list:
        for item in value:
            if type(item) is not str:
                any_json(item)
    elif (type(value) is float or type(value) is int) and not (
        has_text(value) and _is_exact(value)
    ):
        raise InvalidError
    return value


def one_value(value: JsonValue, values: tuple[Any, ...]) -> Any:
    """Read one of a few scalar values; no type checker knows from here that there are no others."""
    if type(value) is float and not _is_exact(value):
        raise InvalidError
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


# Writers of tagged unions.


def by_class(writers: Mapping[type, Callable[[Any], str]]) -> Callable[[Any], str]:
    """A writer of values whose class tells how they are written."""

    def write(value: Any) -> str:
        return writers[type(value)](value)

    return write


def by_class_under_key(
    writers: Mapping[type, tuple[str, Callable[[Any], str]]],
    others: Mapping[type, Callable[[Any], str]],
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
