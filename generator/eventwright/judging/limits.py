"""The checks that compare a value with one limit, or with a list of values."""

from __future__ import annotations

import re
from typing import TypeAlias

from eventwright import patterns
from eventwright.judging.grammars import CHECKS
from eventwright.judging.issues import Issue
from eventwright.planning import plan
from eventwright.planning.words import WORDS, shown
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import is_multiple, same

Limit: TypeAlias = (
    plan.Enum
    | plan.Const
    | plan.MultipleOf
    | plan.Minimum
    | plan.Maximum
    | plan.ExclusiveMinimum
    | plan.ExclusiveMaximum
    | plan.MinLength
    | plan.MaxLength
    | plan.Pattern
    | plan.Format
    | plan.MinItems
    | plan.MaxItems
    | plan.UniqueItems
    | plan.MinProperties
    | plan.MaxProperties
)


def limit_issues(check: Limit, value: Json, path: str) -> list[Issue]:
    """The issue of a value at a path, where it is beyond a limit."""
    return [] if _passes(check, value) else [Issue(path, *_fault(check))]


def _passes(check: Limit, value: Json) -> bool:
    match check, value:
        case plan.Enum(values=values), str():
            return value in values  # quicker than one by one, and the same for strings
        case plan.Enum(values=values), _:
            return any(same(value, other) for other in values)
        case plan.Const(value=other), _:
            return same(value, other)
        case _, str():
            return _text_passes(check, value)
        case _, list():
            return _array_passes(check, value)
        case plan.MinProperties(limit=limit), dict():
            return len(value) >= limit
        case plan.MaxProperties(limit=limit), dict():
            return len(value) <= limit
        case _, None | bool() | dict():
            return True
        case _, int() | float():
            return _number_passes(check, value)


def _text_passes(check: Limit, value: str) -> bool:
    match check:
        case plan.MinLength(limit=limit):
            return len(value) >= limit
        case plan.MaxLength(limit=limit):
            return len(value) <= limit
        case plan.Pattern(source=source):
            return re.search(patterns.python(source), value) is not None
        case plan.Format(name=name):
            return CHECKS[name](value)
        case _:
            return True


def _array_passes(check: Limit, value: list[Json]) -> bool:
    match check:
        case plan.MinItems(limit=limit):
            return len(value) >= limit
        case plan.MaxItems(limit=limit):
            return len(value) <= limit
        case plan.UniqueItems():
            return not any(same(a, b) for index, a in enumerate(value) for b in value[:index])
        case _:
            return True


def _number_passes(check: Limit, value: int | float) -> bool:
    match check:
        case plan.MultipleOf(divisor=divisor):
            return is_multiple(value, divisor)
        case plan.Minimum(limit=limit):
            return value >= limit
        case plan.Maximum(limit=limit):
            return value <= limit
        case plan.ExclusiveMinimum(limit=limit):
            return value > limit
        case plan.ExclusiveMaximum(limit=limit):
            return value < limit
        case _:
            return True


_KEYWORDS: dict[type[Limit], tuple[str, str]] = {
    plan.Enum: ("enum", "enum"),
    plan.Const: ("const", "const"),
    plan.MultipleOf: ("multipleOf", "multiple_of"),
    plan.Minimum: ("minimum", "minimum"),
    plan.Maximum: ("maximum", "maximum"),
    plan.ExclusiveMinimum: ("exclusiveMinimum", "exclusive_minimum"),
    plan.ExclusiveMaximum: ("exclusiveMaximum", "exclusive_maximum"),
    plan.MinLength: ("minLength", "min_length"),
    plan.MaxLength: ("maxLength", "max_length"),
    plan.Pattern: ("pattern", "pattern"),
    plan.Format: ("format", "format"),
    plan.MinItems: ("minItems", "min_items"),
    plan.MaxItems: ("maxItems", "max_items"),
    plan.UniqueItems: ("uniqueItems", "unique_items"),
    plan.MinProperties: ("minProperties", "min_properties"),
    plan.MaxProperties: ("maxProperties", "max_properties"),
}


def _fault(check: Limit) -> tuple[str, str]:
    code, word = _KEYWORDS[type(check)]
    return code, WORDS[word] + _limit_text(check)


def _limit_text(check: Limit) -> str:
    match check:
        case plan.Enum(values=values):
            return shown(list(values))
        case plan.Const(value=value):
            return shown(value)
        case plan.Pattern(source=source):
            return source
        case plan.Format(name=name):
            return name
        case plan.MultipleOf(divisor=divisor):
            return shown(divisor)
        case plan.UniqueItems():
            return ""
        case _:
            return shown(check.limit)
