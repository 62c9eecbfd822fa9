"""The functions that every module offers: from text to values and back, and what is wrong.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

from _thread import allocate_lock
from collections.abc import Callable, Collection, Container, Sequence
from sys import getrecursionlimit, setrecursionlimit
from types import FunctionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from ._issues import DecodeError, EncodeError, Issue
from ._json import (
    LOAD_ERRORS,
    OPENS_ARRAY,
    ROUNDS_INTEGERS,
    SHORT,
    SHORT_WITHOUT_ARRAYS,
    TOO_DEEP,
    JsonValue,
    as_json,
    is_too_deep,
    is_whole,
    load,
    long_value,
    parsed,
    read_text,
    scan,
    whole_text,
)
from ._rules import ANY_JSON, Rule, issues_of
from ._values import REFUSED, Readers, Unknown, Writers, closely, never

if TYPE_CHECKING:
    from ._signatures import Decode, DecodeUnion, Dump, Encode, Parse, ParseUnion, Validate

DOUBTS: tuple[type[Exception], ...] = (
    *REFUSED,
    ValueError,
    StopIteration,
    RecursionError,
    *LOAD_ERRORS,
)
"""What is raised where a value is refused, or a text is not as most are: compact, flat, JSON."""

_MANY_CALLS = 1_000_000
"""More than it takes to judge a value of MAX_LEVELS levels."""
_limit_is_raised = allocate_lock()

_T = TypeVar("_T")
_U = TypeVar("_U", bound=Unknown)
_A = TypeVar("_A")


# `decode` takes one look at a text and reads what a parser finds; where that is not enough to tell,
# it starts over and looks closely. That is written twice, since a call would take a while. Tables,
# where there are any, spare it and `encode` the call of what looks them up.


def functions(
    type_: str,
    read: Callable[[JsonValue], _T],
    write: Callable[[_T], str],
    rule: Rule,
    writers: Writers | None = None,
) -> tuple[Decode[_T], Encode[_T], Parse[_T], Dump[_T], Validate]:
    """Make the functions of a type that has no tag which might be unknown.

    Args:
        type_: The name of the type.
        read: The reader.
        write: The writer.
        rule: What is asked of a value.
        writers: The table in which `write` looks up the class of a value.
    """

    def decode(data: bytes | str) -> _T:
        """Read a value from JSON text, or raise a DecodeError."""
        value: Any = None  # what is no object is told by what it raises
        try:
            if len(data) >= SHORT:
                value = long_value(data)
            elif load is not None:
                value = load(data)
            else:
                text = data.decode() if type(data) is bytes else whole_text(data)
                value, end = scan(text, 0)
                has_more = end < len(text) and text[end:].strip(" \t\r\n")
                if has_more or ("\\" in text and not is_whole(text)):
                    value = long_value(data)
            return read(value)
        except REFUSED:
            # What a parser has read exactly, and a reader has refused, takes no second look.
            if value is not None and not ROUNDS_INTEGERS:
                return _read_closely(value, never, rule)
        except DOUBTS:
            pass  # whether anything is wrong, and what, takes a closer look
        return _read_closely(read_text(data), read, rule)

    def parse(value: object) -> _T:
        """Read a value from a JSON value, or raise a DecodeError."""
        return _read_closely(as_json(value), read, rule)

    encode = _encode(write, writers)
    dump = _dump(encode)
    _say_types(type_, decode, encode, parse, dump)
    return decode, encode, parse, dump, _validate(parse)


def union_functions(
    type_: str,
    read: Callable[[JsonValue], _T],
    write: Callable[[_T | _U], str],
    rule: Rule,
    unknown_class: type[_U],
    unknown_tag: Callable[[JsonValue], str | None],
    readers: tuple[str, Readers[_T]] | None = None,
    writers: Writers | None = None,
) -> tuple[DecodeUnion[_T, _U], Encode[_T | _U], ParseUnion[_T, _U], Dump[_T | _U], Validate]:
    """Make the functions of a tagged union.

    Args:
        type_: The name of the type.
        read: The reader.
        write: The writer.
        rule: What is asked of a value.
        unknown_class: What stands for a value whose tag is not known.
        unknown_tag: Finds such a tag.
        readers: The member that is the tag, and the table that `read` looks it up in.
        writers: The table in which `write` looks up the class of a value.
    """
    name, variants = readers or ("", None)

    def decode(data: bytes | str, unknown: Literal["error", "keep"] = "error") -> _T | _U:
        """Read a value from JSON text, or raise a DecodeError; an unknown tag may be kept."""
        value: Any = None  # what is no object is told by what it raises
        try:
            if len(data) >= SHORT:
                value = long_value(data)
            elif load is not None:
                value = load(data)
            else:
                text = data.decode() if type(data) is bytes else whole_text(data)
                value, end = scan(text, 0)
                has_more = end < len(text) and text[end:].strip(" \t\r\n")
                if has_more or ("\\" in text and not is_whole(text)):
                    value = long_value(data)
            return (variants[value[name]] if variants else read)(value)
        except REFUSED:
            if value is not None and not ROUNDS_INTEGERS:
                return checked(value, unknown, never)
        except DOUBTS:
            pass
        return checked(read_text(data), unknown)

    def parse(value: object, unknown: Literal["error", "keep"] = "error") -> _T | _U:
        """Read a value from a JSON value, or raise a DecodeError; an unknown tag may be kept."""
        return checked(as_json(value), unknown)

    def checked(
        value: JsonValue,
        unknown: Literal["error", "keep"],
        read: Callable[[JsonValue], _T] = read,
    ) -> _T | _U:
        # No call of `decode` that reads what it expects takes the time to look at this.
        if unknown not in ("error", "keep"):
            raise ValueError(f'unknown has to be "error" or "keep", not {unknown!r}')
        tag = unknown_tag(value) if unknown == "keep" else None
        if tag is None:
            return _read_closely(value, read, rule)
        issues = issues_of(ANY_JSON, value)
        if issues:
            raise DecodeError(issues) from None
        return unknown_class(tag, value)

    encode = _encode(write, writers)
    dump = _dump(encode)
    _say_types(f"{type_} | {unknown_class.__name__}", decode, encode, parse, dump)
    # That an unknown value is given only where it is asked for is in these types alone.
    decodes = cast("DecodeUnion[_T, _U]", decode)
    parses = cast("ParseUnion[_T, _U]", parse)
    return decodes, encode, parses, dump, _validate(parse)


def _say_types(
    type_: str,
    decode: Decode[Any],
    encode: Encode[Any],
    parse: Parse[Any],
    dump: Dump[Any],
) -> None:
    """Say in functions what they give or take, of which this file knows no more than a variable."""
    decode.__annotations__["return"] = parse.__annotations__["return"] = type_
    encode.__annotations__["value"] = dump.__annotations__["value"] = type_


def name_functions(module: dict[str, Any]) -> None:
    """Give the functions that were made here the names that a module has for them.

    By these they are shown, and found again where they were pickled.
    """
    for name, value in module.items():
        is_made_here = isinstance(value, FunctionType) and value.__module__ == __name__
        if is_made_here and "<locals>" in value.__qualname__:
            value.__module__, value.__name__, value.__qualname__ = module["__name__"], name, name


def _encode(write: Callable[[_A], str], writers: Writers | None) -> Encode[_A]:
    """Make what writes a value."""

    def encode(value: _A) -> bytes:
        """Write a value as JSON text."""
        try:
            text = (writers[type(value)] if writers else write)(value).encode()
        except (TypeError, ValueError, LookupError, AttributeError, RecursionError) as error:
            raise _why_unwritten(value, write, encode, error) from None
        size = len(text)
        # Asked of every text, so in place.
        if size < SHORT or (size < SHORT_WITHOUT_ARRAYS and OPENS_ARRAY not in text):
            return text
        if not is_too_deep(text):
            return text
        raise EncodeError([TOO_DEEP])

    return encode


def _why_unwritten(
    value: _A, write: Callable[[_A], str], encode: Encode[_A], error: Exception
) -> Exception:
    """The error that tells best why a value was not written."""
    from ._unwritable import why_unwritable  # hardly ever needed, so not before

    return why_unwritable(value, write, encode, error)


def _dump(encode: Encode[_A]) -> Dump[_A]:
    def dump(value: _A) -> JsonValue:
        """Write a value as a JSON value."""
        return parsed(encode(value).decode())

    return dump


def _read_closely(value: JsonValue, read: Callable[[JsonValue], _T], rule: Rule) -> _T:
    """Read a value, or tell all that is wrong with it."""
    try:
        return _decided(value, read, rule)
    except RecursionError:
        # A value has few levels, but what a schema asks at each may take many calls.
        with _limit_is_raised:
            limit = getrecursionlimit()
            setrecursionlimit(max(limit, _MANY_CALLS))
            try:
                return _decided(value, read, rule)
            finally:
                setrecursionlimit(limit)


def _decided(value: JsonValue, read: Callable[[JsonValue], _T], rule: Rule) -> _T:
    """Read a value, or tell all that is wrong with it, within as many calls as Python allows."""
    try:
        return closely(read, value)
    except REFUSED as refused:
        issues = issues_of(rule, value)
        if not issues:
            raise AssertionError("a reader refuses what its rule lets pass") from refused
    # What a reader raises may quote the payload, which no traceback should show.
    raise DecodeError(issues) from None


def _validate(parse: Callable[[object], object]) -> Validate:
    def validate(value: object) -> list[Issue]:
        """List all that is wrong with a JSON value; nothing where it is valid."""
        try:
            parse(value)
        except DecodeError as error:
            return error.issues
        return []

    return validate


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
