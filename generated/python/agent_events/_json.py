"""JSON in and out: text to value and back, and what a JSON value may be.

Text is read as RFC 8259 has it and no further: no NaN, no byte-order mark, no lone surrogate.
Deeper nesting than MAX_LEVELS is refused, so that no payload can exhaust the stack.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from itertools import accumulate
from json.encoder import encode_basestring
from math import isfinite
from operator import attrgetter
from types import NoneType
from typing import Any, Final, NoReturn, TypeAlias, TypeVar, Union, cast

from ._issues import DecodeError, Issue, collected, escape

JsonValue: TypeAlias = Union["dict[str, JsonValue]", "list[JsonValue]", str, int, float, bool, None]
"""What a JSON text stands for."""
JsonObject: TypeAlias = dict[str, JsonValue]
"""What a JSON object stands for."""

_T = TypeVar("_T")

MAX_LEVELS = 127
MAX_DIGITS = 4300
"""The digits of the longest integer that Python's `int` reads unless it is told otherwise."""

_TOO_LONG = 10**MAX_DIGITS
SHORT = 2 * (MAX_LEVELS + 1)
"""No shorter text has too many levels: an array takes two characters, an object more."""
SHORT_WITHOUT_ARRAYS = 5 * MAX_LEVELS
OPENS_ARRAY, _ESCAPES = b"[\\"
# In a text that begins with so many bytes, so few quotes among them, are large strings.
_LONG = 4096
_FEW = 100
_MANY = 1000
"""So many levels Python lets a parser take in every thread, unless it is told to allow more."""
_NEITHER_BRACKETS_NOR_QUOTES = bytes(set(range(256)) - set(b'[]{}"'))
_ROUNDS = 16
# Patterns are compiled when they are needed, which is hardly ever.
# A string that is not closed ends with the text, so that no part is looked at twice.
_STRING = r'(?s)"(?:[^"\\]|\\.)*"?'
_BRACKET = r"[\[\]{}]"
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}
# One escape after the other: a surrogate pair, a lone surrogate (captured), or any other escape.
_ESCAPE = r"(?s)\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F])|.)"

TOO_DEEP: Final = Issue("", "json", "has more than 127 levels of nesting")


def whole_text(data: bytes | str) -> str:
    """The text itself, or that of its bytes, if there is no lone surrogate in it.

    Raises:
        ValueError: There is, or the bytes are not UTF-8.
    """
    text = data if isinstance(data, str) else str(data, "utf-8")
    if has_surrogate(text):
        raise ValueError("a lone surrogate")
    return text


def is_whole(text: str) -> bool:
    """Whether it is clear that no escape in a text is a surrogate."""
    return "\\u" not in text or ("\\ud" not in text and "\\uD" not in text)


def long_value(data: bytes | str) -> JsonValue:
    """The value of a text of any length, if it is clear that the text keeps to the limits.

    Raises:
        ValueError: It is not, or the text is not JSON; a parser may raise errors of its own.
    """
    raw = data.encode() if isinstance(data, str) else data
    brackets = _count_opening(raw)
    if brackets > _MANY and not _is_shallow(raw):
        raise ValueError("perhaps too many levels")
    if load is not None:
        value, may_be_torn = load(data), False
    else:
        text = data if isinstance(data, str) else raw.decode()
        if len(text) > MAX_DIGITS and has_long_number(text):
            raise ValueError("perhaps a number of too many digits")
        value, end = scan(text, 0)
        if end < len(text) and text[end:].strip(" \t\r\n"):
            raise ValueError("more than one value")
        may_be_torn = _ESCAPES in raw and _may_be_torn(text, raw)
    if not (may_be_torn or MAX_LEVELS < brackets <= _MANY):
        return value
    if _shows_all(value, raw, None if may_be_torn else brackets):
        return value
    raise ValueError("perhaps more in the text than in its value")


def _may_be_torn(text: str, raw: bytes) -> bool:
    """Whether a lone surrogate may stand in a text by an escape."""
    # A value of few strings tells it sooner, unless it takes long to encode them.
    if len(raw) > _LONG and text.isascii() and _count_quotes(raw[:_LONG]) < _FEW:
        return True
    return not is_whole(text)


def _count_opening(raw: bytes) -> int:
    """How many brackets open in a text, those in strings among them.

    It is less where the text is too short for too many levels, and where there are more than _MANY.
    """
    if len(raw) < SHORT_WITHOUT_ARRAYS and OPENS_ARRAY not in raw:
        return 0
    # To leave out what is rare takes a third of the time of counting it.
    return len(raw) - len(raw.replace(b"[", b"", _MANY + 1).replace(b"{", b"", _MANY + 1))


def _count_quotes(raw: bytes) -> int:
    """How many quotes stand in a text."""
    return len(raw) - len(raw.replace(b'"', b""))


def _shows_all(value: JsonValue, raw: bytes, brackets: int | None) -> bool:
    """Whether a text clearly has no more levels than its value may have, and no lone surrogate.

    The value lacks a member whose key stands again behind it; then the text has more quotes than
    the value's strings. They need not be counted where only levels are asked for, by how many
    brackets open in the text, and too few are left for too many levels.
    """
    strings: list[str] = []
    parts: list[JsonValue] = [value]
    for level in range(MAX_LEVELS + 1):
        wholes = [part for part in parts if type(part) is dict or type(part) is list]
        if brackets is not None:
            brackets -= len(wholes)
            if level + brackets < MAX_LEVELS:
                return True
        strings += [part for part in parts if type(part) is str]
        if not wholes:
            return _has_no_others(raw, strings)
        parts = []
        for whole in wholes:
            if type(whole) is dict:
                strings += whole
                parts += whole.values()
            else:
                parts += whole
    return False


def _has_no_others(raw: bytes, strings: list[str]) -> bool:
    """Whether a text has no strings beside these, by its quotes.

    Raises:
        UnicodeEncodeError: There is a lone surrogate in one of them.
    """
    inside = _count_quotes("".join(strings).encode())
    escaped = raw.count(rb"\u0022") if inside else 0
    return _count_quotes(raw) + escaped == 2 * len(strings) + inside


def _is_shallow(raw: bytes) -> bool:
    """Whether it is clear that a text, if it is JSON, has not too many levels.

    That is told by those brackets alone that stand in no string.
    """
    if _ESCAPES in raw:
        # Then every quote delimits a string; a replacement as long as what it replaces is quick.
        raw = raw.replace(rb"\\", b"__").replace(rb"\"", b"__")
    marks = raw.translate(None, _NEITHER_BRACKETS_NOR_QUOTES).replace(b'""', b"")
    brackets = b"".join(marks.split(b'"')[::2])
    # What is empty is left out, which takes at most one level away.
    for empty in (b"[]", b"{}") * _ROUNDS:
        brackets = brackets.replace(empty, b"")
    return 2 * _ROUNDS + len(brackets) // 2 <= MAX_LEVELS


def is_too_deep(raw: bytes) -> bool:
    """Whether a JSON text has more levels than are read."""
    if _count_opening(raw) <= MAX_LEVELS or _is_shallow(raw):
        return False
    return _levels(raw.decode()) > MAX_LEVELS


def has_long_number(text: str) -> bool:
    """Whether more digits than can be read stand side by side, a string's among them."""
    # One of so many stands where the index is a multiple of their number.
    step = MAX_DIGITS + 1
    return any(
        character in "0123456789" and _digits_around(text, index * step) > MAX_DIGITS
        for index, character in enumerate(text[::step])
    )


def _digits_around(text: str, at: int) -> int:
    """How many digits stand side by side just before a place in a text, and from there on."""
    before, after = text[max(0, at - MAX_DIGITS) : at], text[at : at + MAX_DIGITS + 1]
    others = len(before.rstrip("0123456789")) + len(after.lstrip("0123456789"))
    return len(before) + len(after) - others


def read_text(data: bytes | str) -> JsonValue:
    """The value of a JSON text.

    Raises:
        DecodeError: The text is not UTF-8, not JSON, or goes past the limits.
    """
    try:
        text = data if isinstance(data, str) else str(data, "utf-8")
    except UnicodeDecodeError:
        raise _refused("is not valid UTF-8") from None
    if text.count("[") + text.count("{") > MAX_LEVELS and _levels(text) > MAX_LEVELS:
        raise DecodeError([TOO_DEEP])
    try:
        value, fits = _parse_long(text) if has_long_number(text) else (_parse(text), True)
    except ValueError:
        raise _refused("is not valid JSON") from None
    if _has_lone_surrogate(text):
        raise _refused("has a lone surrogate")
    if not fits:
        raise _refused("has a number of more than 4300 digits")
    return value


quoted = encode_basestring
"""A string as JSON text."""


def json_text(value: object) -> str:
    """Any JSON value as JSON text; a tuple stands for an array, and a mapping for an object.

    Raises:
        ValueError: A number in it has no text.
        RecursionError: The value holds itself.
    """
    return "".join(_chunks(value, 0))


def list_text(items: Iterable[_T], write: Callable[[_T], str]) -> str:
    """An array as JSON text."""
    return f"[{','.join(map(write, items))}]"


def parsed(text: str) -> JsonValue:
    """The value of a JSON text that was written here."""
    return scan(text, 0)[0]


def as_json(value: object) -> JsonValue:
    """The same value, which has to be a JSON value through and through.

    Raises:
        DecodeError: It is not, or it goes past the limits.
    """
    issues = json_issues(value)
    if issues:
        raise DecodeError(issues)
    return cast(JsonValue, value)  # every part of it has been looked at


def json_issues(value: object) -> list[Issue]:
    """What keeps a value from being a JSON value; too deep a nesting is told alone."""
    # Nearly always nothing does, and to see that takes neither paths nor an order.
    if _is_json(value, 0):
        return []
    try:
        return collected(lambda issues: _inspect(value, "", 0, issues))
    except _TooDeepError:
        return [TOO_DEEP]


def find_unwritable(value: JsonValue, path: str, issues: list[Issue]) -> None:
    """Note what keeps a JSON value from being written: the numbers in it that have no text."""
    # Nearly always there are none, and to see that takes neither paths nor an order.
    if not every_wide_number(value, has_text):
        _tell_unwritable(value, path, issues)


def _tell_unwritable(value: JsonValue, path: str, issues: list[Issue]) -> None:
    if isinstance(value, dict):
        for key in sorted(value):
            _tell_unwritable(value[key], f"{path}/{escape(key)}", issues)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _tell_unwritable(item, f"{path}/{index}", issues)
    elif isinstance(value, int | float) and not has_text(value):
        words = (
            "has a number of more than 4300 digits"
            if isinstance(value, int)
            else "must be a finite number"
        )
        issues.append(_issue(words, path))


def every_wide_number(value: JsonValue, holds: Callable[[float], bool]) -> bool:
    """Whether something holds of all numbers in a value that an int64 does not hold."""
    parts = [value]
    for part in parts:
        if type(part) is str:
            continue
        if type(part) is dict:
            parts.extend(part.values())
        elif type(part) is list:
            parts.extend(part)
        elif (type(part) is int or type(part) is float) and not (
            -(2**63) < part < 2**63 or holds(part)
        ):
            return False
    return True


def has_text(number: float) -> bool:
    """Whether a number can be written: it is finite and has no more digits than can be read."""
    return isfinite(number) if isinstance(number, float) else -_TOO_LONG < number < _TOO_LONG


class _TooDeepError(Exception):
    pass


def _issue(message: str, path: str = "") -> Issue:
    return Issue(path, "json", message)


def _refused(message: str) -> DecodeError:
    return DecodeError([_issue(message)])


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(literal: str) -> float:
    number = float(literal)
    if isfinite(number):
        return number
    raise ValueError(f"{literal} is past all floats")


def _found_parser() -> tuple[Callable[[bytes | str], JsonValue] | None, str]:
    """A faster parser than the standard library's, and its name, if there is one."""
    for name, function in (("msgspec", "json.decode"), ("orjson", "loads")):
        try:
            return attrgetter(function)(import_module(name)), name
        except ImportError:
            continue
    return None, ""


def _as_dictionary(value: object) -> dict[Any, Any]:
    if isinstance(value, Mapping):
        return dict(cast("Mapping[object, object]", value))
    raise TypeError(f"{type(value).__name__} is no class of JSON values")


load, _parser = _found_parser()
"""Reads a text, or raises one of LOAD_ERRORS where the standard library may still read it."""
LOAD_ERRORS: tuple[type[Exception], ...] = (
    (import_module("msgspec").MsgspecError,) if _parser == "msgspec" else ()
)
ROUNDS_INTEGERS = _parser == "orjson"
"""Whether it makes floats of integers that 64 bits don't hold."""

_parse: Callable[[str], JsonValue] = json.JSONDecoder(parse_constant=_no_constant).decode
scan: Callable[[str, int], tuple[JsonValue, int]] = vars(
    json.JSONDecoder(parse_constant=_no_constant, parse_float=_finite)
)["scan_once"]
"""The value at a place in a text, and its end; as in other parsers, no number is infinite."""
# An encoder makes this anew for every value, which takes as long as to write a short one.
_chunks: Callable[[object, int], Iterable[str]] = vars(json.encoder)["c_make_encoder"](
    None, _as_dictionary, quoted, None, ":", ",", False, False, False
)


def _parse_long(text: str) -> tuple[JsonValue, bool]:
    """The value of a text that may hold too long an integer, and whether it holds none."""
    fits = True

    def integer(literal: str) -> int:
        nonlocal fits
        if len(literal.removeprefix("-")) <= MAX_DIGITS:
            return int(literal)
        fits = False
        return 0

    decoder = json.JSONDecoder(parse_constant=_no_constant, parse_int=integer)
    return decoder.decode(text), fits


def _levels(text: str) -> int:
    """How deep the brackets of a text are nested; those inside strings don't count."""
    brackets = re.findall(_BRACKET, re.sub(_STRING, "", text))
    return max(accumulate(map(_STEPS.__getitem__, brackets)), default=0)


def has_surrogate(text: str) -> bool:
    """Whether a surrogate stands in a string, which then has no encoding."""
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _has_lone_surrogate(text: str) -> bool:
    """Whether a surrogate stands in a JSON text, or an escape that is half of a pair."""
    if has_surrogate(text):
        return True
    if "\\ud" not in text and "\\uD" not in text:
        return False
    return any(escape[1] for escape in re.finditer(_ESCAPE, text))


def _is_json(value: object, levels: int) -> bool:
    """Whether a value that stands inside this many levels is JSON through and through."""
    kind = type(value)
    if kind is str:
        return not has_surrogate(cast(str, value))
    if kind is not list and kind is not dict:
        return kind in (int, float, bool, NoneType)
    if levels == MAX_LEVELS:
        return False
    if kind is list:
        for item in cast("list[object]", value):
            if not _is_json(item, levels + 1):
                return False
    else:
        for key, member in cast("dict[object, object]", value).items():
            if type(key) is not str or has_surrogate(key) or not _is_json(member, levels + 1):
                return False
    return True


def _inspect(value: object, path: str, levels: int, issues: list[Issue]) -> None:
    """Note what is no JSON in a value that stands inside this many levels."""
    kind = type(value)
    if kind is str:
        if has_surrogate(cast(str, value)):
            issues.append(_issue("has a lone surrogate", path))
    elif kind is list:
        if levels == MAX_LEVELS:
            raise _TooDeepError
        for index, item in enumerate(cast("list[object]", value)):
            _inspect(item, f"{path}/{index}", levels + 1, issues)
    elif kind is dict:
        if levels == MAX_LEVELS:
            raise _TooDeepError
        _inspect_members(cast("dict[object, object]", value), path, levels + 1, issues)
    elif kind not in (int, float, bool, NoneType):
        issues.append(_issue("is not a JSON value", path))


def _inspect_members(
    members: dict[object, object], path: str, levels: int, issues: list[Issue]
) -> None:
    keys = [key for key in members if type(key) is str]
    if len(keys) < len(members):
        issues.append(_issue("is not a JSON value", path))
    for key in sorted(keys):
        if has_surrogate(key):
            issues.append(_issue("has a lone surrogate", path))
        else:
            _inspect(members[key], f"{path}/{escape(key)}", levels, issues)
