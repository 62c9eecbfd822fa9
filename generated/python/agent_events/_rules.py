"""The rules of a schema, as values: a rule finds every issue of a payload, in the schema's order.

A rule looks only at the JSON types that it is about and passes all others. `typed` asks for a type
and ends there when the value has another one, so that one fault gives one issue.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from math import inf, isfinite
from typing import Literal, TypeAlias

from ._json import Issue, JsonValue, any_json_issues, escape

Rule: TypeAlias = Callable[[JsonValue, str, list[Issue]], None]
"""Adds the issues of a value that stands at a path."""
JsonType: TypeAlias = Literal["null", "boolean", "integer", "number", "string", "array", "object"]

INT32_MIN, INT32_MAX = -(2**31), 2**31 - 1
INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1
UINT32_MAX, UINT64_MAX = 2**32 - 1, 2**64 - 1

_TYPE_WORDS: Mapping[str, str] = {
    "null": "null",
    "boolean": "a boolean",
    "integer": "an integer",
    "number": "a number",
    "string": "a string",
    "array": "an array",
    "object": "an object",
}
# Every date-time but the rare ones: 29 February, and a leap second.
_DATE_TIME = re.compile(
    r"[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    r"[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?"
    r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
_RARE_DATE_TIME = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?"
    r"(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))"
)


def typed(types: JsonType | tuple[JsonType, ...], *rules: Rule) -> Rule:
    """A value of one of these types, which passes the rules too."""
    wanted = (types,) if isinstance(types, str) else types
    message = "must be " + " or ".join(_TYPE_WORDS[name] for name in wanted)

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        kind = json_type(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            if kind == "integer" and "integer" in wanted:
                value = int(value)
            elif "number" in wanted:
                value = double(value)
                if not isfinite(value):
                    issues.append(Issue(path, "json", "must be a finite number"))
                    return
            else:
                issues.append(Issue(path, "type", message))
                return
        elif kind not in wanted:
            issues.append(Issue(path, "type", message))
            return
        for check in rules:
            check(value, path, issues)

    return rule


def json_type(value: JsonValue) -> JsonType:
    """The JSON type of a value; a number without a fraction is an integer."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "string"
        case dict():
            return "object"
        case list():
            return "array"
        case _:
            return "integer" if isinstance(value, int) or value.is_integer() else "number"


def nullable(inner: Rule) -> Rule:
    """Null, or what passes the inner rule."""

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if value is not None:
            inner(value, path, issues)

    return rule


def every(*rules: Rule) -> Rule:
    """What passes all of the rules."""

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        for check in rules:
            check(value, path, issues)

    return rule


def lazy(find: Callable[[], Rule]) -> Rule:
    """A rule that is looked up when it is needed, for types that hold themselves."""

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        find()(value, path, issues)

    return rule


# Objects


def record(*members: Rule) -> Rule:
    """An object with these members."""
    return typed("object", *members)


def required(name: str, inner: Rule) -> Rule:
    """A member that an object must have; a missing one is reported at its own path."""
    return _member(name, inner, Issue("", "required", "is required"))


def optional(name: str, inner: Rule) -> Rule:
    """A member that an object may have."""
    return _member(name, inner, None)


def _member(name: str, inner: Rule, missing: Issue | None) -> Rule:
    segment = f"/{escape(name)}"

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if not isinstance(value, dict):
            return
        if name in value:
            inner(value[name], path + segment, issues)
        elif missing is not None:
            issues.append(Issue(path + segment, missing.code, missing.message))

    return rule


def additional(known: Sequence[str], inner: Rule | None) -> Rule:
    """The members that are not known, in code-point order of their names; None forbids them."""

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if not isinstance(value, dict):
            return
        for name in sorted(value.keys() - set(known)):
            place = f"{path}/{escape(name)}"
            if inner is not None:
                inner(value[name], place, issues)
            else:
                issues.append(Issue(place, "additionalProperties", "is not allowed here"))

    return rule


def mapping_of(member: Rule) -> Rule:
    """An object whose member names are data, and whose members pass the rule."""
    return typed("object", additional((), member))


# Arrays


def array_of(item: Rule) -> Rule:
    """An array whose items pass the rule."""
    return typed("array", items(item))


def items(inner: Rule) -> Rule:
    """The items of an array pass the rule."""

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if isinstance(value, list):
            for index, item in enumerate(value):
                inner(item, f"{path}/{index}", issues)

    return rule


def min_items(limit: int) -> Rule:
    """An array has at least this many items."""
    return _items_rule("minItems", "must have an item count of at least ", limit, operator.ge)


def max_items(limit: int) -> Rule:
    """An array has at most this many items."""
    return _items_rule("maxItems", "must have an item count of at most ", limit, operator.le)


def _items_rule(code: str, words: str, limit: int, holds: Callable[[int, int], bool]) -> Rule:
    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if isinstance(value, list) and not holds(len(value), limit):
            issues.append(Issue(path, code, words + str(limit)))

    return rule


# Strings


def min_length(limit: int) -> Rule:
    """A string has at least this many code points."""
    return _text_rule(
        "minLength", "must have a length of at least " + str(limit), lambda s: len(s) >= limit
    )


def max_length(limit: int) -> Rule:
    """A string has at most this many code points."""
    return _text_rule(
        "maxLength", "must have a length of at most " + str(limit), lambda s: len(s) <= limit
    )


def _text_rule(code: str, message: str, holds: Callable[[str], bool]) -> Rule:
    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if isinstance(value, str) and not holds(value):
            issues.append(Issue(path, code, message))

    return rule


def is_date_time(text: str) -> bool:
    """Whether a text is a date-time of RFC 3339, with an offset and a day that the month has."""
    if _DATE_TIME.fullmatch(text):
        return True
    match = _RARE_DATE_TIME.fullmatch(text)
    if match is None:
        return False
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    sign, offset_hour, offset_minute = match[7], int(match[8] or 0), int(match[9] or 0)
    if (month, day) == (2, 29):
        real_day = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    else:
        real_day = _DATE_TIME.fullmatch(f"{match[1]}-{match[2]}-{match[3]}T00:00:00Z") is not None
    if not real_day or hour > 23 or minute > 59 or offset_hour > 23 or offset_minute > 59:
        return False
    offset = offset_hour * 60 + offset_minute
    utc = hour * 60 + minute + (offset if sign == "-" else -offset)
    return second <= 59 or (second == 60 and utc % (24 * 60) == 23 * 60 + 59)


# Numbers


def minimum(limit: float) -> Rule:
    """A number is at least this."""
    return _number_rule("minimum", "must be at least ", limit, operator.ge)


def maximum(limit: float) -> Rule:
    """A number is at most this."""
    return _number_rule("maximum", "must be at most ", limit, operator.le)


def exclusive_minimum(limit: float) -> Rule:
    """A number is greater than this."""
    return _number_rule("exclusiveMinimum", "must be greater than ", limit, operator.gt)


def exclusive_maximum(limit: float) -> Rule:
    """A number is less than this."""
    return _number_rule("exclusiveMaximum", "must be less than ", limit, operator.lt)


def _number_rule(
    code: str, words: str, limit: float, holds: Callable[[float, float], bool]
) -> Rule:
    message = words + json.dumps(limit)

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return
        if not holds(value, limit):
            issues.append(Issue(path, code, message))

    return rule


def double(number: float) -> float:
    """The nearest double of a number: infinity where it is too large."""
    try:
        return float(number)
    except OverflowError:
        return inf if number > 0 else -inf


# Values


def const(expected: JsonValue) -> Rule:
    """A value that equals this one."""
    return _value_rule("const", "must be " + _json(expected), (expected,))


def enum(*values: JsonValue) -> Rule:
    """A value that equals one of these."""
    return _value_rule("enum", "must be one of " + _json(list(values)), values)


def _value_rule(code: str, message: str, values: Sequence[JsonValue]) -> Rule:
    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if not any(same(value, expected) for expected in values):
            issues.append(Issue(path, code, message))

    return rule


def same(one: JsonValue, other: JsonValue) -> bool:
    """Whether two values are equal as JSON: 1 is 1.0, and neither is true."""
    match one, other:
        case dict(), dict():
            return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
        case _:
            return isinstance(one, bool) == isinstance(other, bool) and one == other


def _json(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)


# Unions: the tag chooses the branch, and only that branch has its say.


def internal(tag: str, branches: Mapping[str, Rule]) -> Rule:
    """An object whose member `tag` names the branch that it passes."""
    segment = f"/{escape(tag)}"
    unknown = "must name one of the variants " + _json(list(branches))

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if not isinstance(value, dict):
            return
        if tag not in value:
            issues.append(Issue(path + segment, "required", "is required"))
            return
        name = value[tag]
        if isinstance(name, str) and name in branches:
            branches[name](value, path, issues)
        else:
            issues.append(Issue(path + segment, "tag", unknown))

    return typed("object", rule)


def external(*variants: tuple[str, Rule | None]) -> Rule:
    """An object whose only key names the variant that its value passes; None: a bare string."""
    bare = {tag for tag, payload in variants if payload is None}
    payloads = {tag: payload for tag, payload in variants if payload is not None}
    unknown = "must name one of the variants " + _json(
        list(dict.fromkeys(tag for tag, _ in variants))
    )

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if isinstance(value, str):
            if value not in bare:
                issues.append(Issue(path, "tag", unknown))
        elif isinstance(value, dict):
            if len(value) != 1:
                issues.append(
                    Issue(path, "tag", "must have exactly one key, which names the variant")
                )
                return
            [(tag, payload)] = value.items()
            place = f"{path}/{escape(tag)}"
            if tag in payloads:
                payloads[tag](payload, place, issues)
            else:
                issues.append(Issue(place, "tag", unknown))

    text: tuple[JsonType, ...] = ("string",) if bare else ()
    envelope: tuple[JsonType, ...] = ("object",) if payloads else ()
    return typed(text + envelope, rule)


# What many schemas say, made once.


def _any_json(value: JsonValue, path: str, issues: list[Issue]) -> None:
    issues += any_json_issues(value, path)


ANY_JSON: Rule = _any_json
DATE_TIME = _text_rule("format", "must be a valid " + "date-time", is_date_time)
NULL = typed("null")
BOOLEAN = typed("boolean")
STRING = typed("string")
NUMBER = typed("number")
INTEGER = typed("integer")
INT32 = typed("integer", minimum(INT32_MIN), maximum(INT32_MAX))
INT64 = typed("integer", minimum(INT64_MIN), maximum(INT64_MAX))
UINT32 = typed("integer", minimum(0), maximum(UINT32_MAX))
UINT64 = typed("integer", minimum(0), maximum(UINT64_MAX))
