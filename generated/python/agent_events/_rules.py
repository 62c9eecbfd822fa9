"""The rules of a schema, as values: a rule finds every issue of a payload, in the schema's order.

A rule looks only at the JSON types that it is about and passes all others. `typed` asks for a type
and ends there when the value has another one, so that one fault gives one issue.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from types import NoneType
from typing import Literal, TypeAlias

from ._formats import is_date_time
from ._issues import Issue, collected, escape, tell
from ._json import JsonValue, find_unwritable

Rule: TypeAlias = Callable[[JsonValue, str, list[Issue]], None]
"""Adds the issues of a value that stands at a path."""
JsonType: TypeAlias = Literal["null", "boolean", "integer", "number", "string", "array", "object"]

INT32_MIN, INT32_MAX = -(2**31), 2**31 - 1
INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1
UINT32_MAX, UINT64_MAX = 2**32 - 1, 2**64 - 1

_TYPE_WORDS: Mapping[JsonType, str] = {
    "null": "null",
    "boolean": "a boolean",
    "integer": "an integer",
    "number": "a number",
    "string": "a string",
    "array": "an array",
    "object": "an object",
}


def typed(types: JsonType | tuple[JsonType, ...], *rules: Rule) -> Rule:
    """A value of one of these types, which passes the rules too."""
    wanted = (types,) if isinstance(types, str) else types
    message = _wrong_type(wanted)
    taken = {*wanted, "integer"} if "number" in wanted else {*wanted}

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if json_type(value) not in taken:
            tell(issues, path, "type", message)
            return
        if isinstance(value, float) and not isfinite(value):
            tell(issues, path, "json", "must be a finite number")
            return
        for check in rules:
            check(value, path, issues)

    return rule


def json_type(value: JsonValue) -> JsonType:
    """The JSON type of a value; a number without a fraction is an integer."""
    if isinstance(value, float):
        return "integer" if value.is_integer() else "number"
    return _JSON_TYPES[type(value)]


_JSON_TYPES: Mapping[type, JsonType] = {
    NoneType: "null",
    bool: "boolean",
    int: "integer",
    str: "string",
    list: "array",
    dict: "object",
}


def _wrong_type(wanted: Sequence[JsonType]) -> str:
    return "must be " + " or ".join(_TYPE_WORDS[name] for name in wanted)


def nullable(inner: Rule) -> Rule:
    """Null, or what passes the inner rule."""

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if value is not None:
            inner(value, path, issues)

    return rule


# Several rules for the same value


def issues_of(rule: Rule, value: JsonValue) -> list[Issue]:
    """All that a rule finds wrong with a whole payload."""
    return _found(rule, value, "")


def _found(rule: Rule, value: JsonValue, path: str) -> list[Issue]:
    return collected(lambda issues: rule(value, path, issues))


# Objects


class _Optional:
    __slots__ = ("rule",)

    def __init__(self, rule: Rule) -> None:
        self.rule = rule


def optional(inner: Rule) -> _Optional:
    """The rule of a member that an object may do without."""
    return _Optional(inner)


def record(*rules: Rule, **known: Rule | _Optional) -> Rule:
    """An object with these members, which then passes the rules too."""
    return typed("object", members(**known), *rules)


def members(**known: Rule | _Optional) -> Rule:
    """The members of an object; a missing one is reported at its own path."""
    checks = [
        (name, f"/{escape(name)}", inner.rule if isinstance(inner, _Optional) else inner, inner)
        for name, inner in known.items()
    ]

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if not isinstance(value, dict):
            return
        for name, segment, check, inner in checks:
            if name in value:
                check(value[name], path + segment, issues)
            elif check is inner:
                tell(issues, path + segment, "required", "is required")

    return rule


# Arrays


def array_of(item: Rule) -> Rule:
    """An array whose items pass the rule."""
    return typed("array", items(item))


def items(inner: Rule, start: int = 0) -> Rule:
    """The items of an array pass the rule, from an index on."""

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if isinstance(value, list):
            for index in range(start, len(value)):
                inner(value[index], f"{path}/{index}", issues)

    return rule


# Strings


def _text_rule(code: str, message: str, holds: Callable[[str], bool]) -> Rule:
    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if isinstance(value, str) and not holds(value):
            tell(issues, path, code, message)

    return rule


DATE_TIME = _text_rule("format", "must be a valid date-time", is_date_time)


# Numbers. A limit comes with its text where Python writes it otherwise than ECMAScript.


def minimum(limit: float, text: str | None = None) -> Rule:
    """A number is at least this."""
    return _number_rule("minimum", "must be at least ", limit, text, operator.ge)


def maximum(limit: float, text: str | None = None) -> Rule:
    """A number is at most this."""
    return _number_rule("maximum", "must be at most ", limit, text, operator.le)


def _number_rule(
    code: str,
    words: str,
    limit: float,
    text: str | None,
    holds: Callable[[float, float], bool],
) -> Rule:
    message = words + (str(limit) if text is None else text)

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return
        if not holds(value, limit):
            tell(issues, path, code, message)

    return rule


# Values. They come with their text where Python writes a number in them otherwise than ECMAScript.


def const(expected: JsonValue, *, text: str | None = None) -> Rule:
    """A value that equals this one."""
    words = _json(expected) if text is None else text
    return _value_rule("const", "must be " + words, (expected,))


def enum(*values: JsonValue, text: str | None = None) -> Rule:
    """A value that equals one of these."""
    words = _json(list(values)) if text is None else text
    return _value_rule("enum", "must be one of " + words, values)


def _value_rule(code: str, message: str, values: Sequence[JsonValue]) -> Rule:
    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        if not any(same(value, expected) for expected in values):
            tell(issues, path, code, message)

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


# Unions: the tag or the type chooses the branch, and only that branch has its say.


def internal(
    path_to_tag: Sequence[str],
    branches: Mapping[str, Rule],
    missing: Rule | None = None,
    unknown: Rule | None = None,
) -> Rule:
    """An object in which a string, reached by these names, names the branch that it passes.

    Args:
        path_to_tag: The names of the members on the way to the tag.
        branches: What an object passes, by its tag.
        missing: What it passes without a tag; None: the tag is required.
        unknown: What it passes with another tag; None: it must have one of those.
    """
    message = "must name one of the variants " + _json(list(branches))

    def rule(value: JsonValue, path: str, issues: list[Issue]) -> None:
        tag, place = value, path
        for name in path_to_tag:
            if not isinstance(tag, dict):
                tell(issues, place, "type", _wrong_type(("object",)))
                return
            place += f"/{escape(name)}"
            if name not in tag:
                if missing is None:
                    tell(issues, place, "required", "is required")
                else:
                    missing(value, path, issues)
                return
            tag = tag[name]
        branch = branches.get(tag, unknown) if isinstance(tag, str) else unknown
        if branch is None:
            tell(issues, place, "tag", message)
        else:
            branch(value, path, issues)

    return rule


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
                tell(issues, path, "tag", unknown)
        elif isinstance(value, dict):
            if len(value) != 1:
                tell(issues, path, "tag", "must have exactly one key, which names the variant")
                return
            [(tag, payload)] = value.items()
            place = f"{path}/{escape(tag)}"
            if tag in payloads:
                payloads[tag](payload, place, issues)
            else:
                tell(issues, place, "tag", unknown)

    text: tuple[JsonType, ...] = ("string",) if bare else ()
    envelope: tuple[JsonType, ...] = ("object",) if payloads else ()
    return typed(text + envelope, rule)


# What many schemas say, made once.


def _any_json(value: JsonValue, path: str, issues: list[Issue]) -> None:
    find_unwritable(value, path, issues)


ANY_JSON: Rule = _any_json
BOOLEAN = typed("boolean")
STRING = typed("string")
NULL_OR_STRING = typed(("null", "string"))
INT32 = typed("integer", minimum(INT32_MIN), maximum(INT32_MAX))
INT64 = typed("integer", minimum(INT64_MIN), maximum(INT64_MAX))
NULL_OR_INT64 = typed(("null", "integer"), minimum(INT64_MIN), maximum(INT64_MAX))
UINT32 = typed("integer", minimum(0), maximum(UINT32_MAX))
UINT64 = typed("integer", minimum(0), maximum(UINT64_MAX))
