"""The checks that compare a value with one limit, or with a list of values."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sized
from typing import Any, NamedTuple, TypeAlias

from eventwright import patterns
from eventwright.judging.grammars import CHECKS
from eventwright.judging.issues import Issue
from eventwright.planning import plan
from eventwright.planning.words import WORDS, shown
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import (
    MAX_SAFE,
    double_holds,
    is_double,
    is_multiple,
    json_type,
    same,
)

Limit: TypeAlias = (
    plan.Enum
    | plan.Const
    | plan.MultipleOf
    | plan.Minimum
    | plan.Maximum
    | plan.ExclusiveMinimum
    | plan.ExclusiveMaximum
    | plan.Double
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


class _Keyword(NamedTuple):
    """What a check is called, which values it looks at, and which of those pass."""

    code: str
    words: str
    kinds: Container[type]
    # Any: each takes a value of its kinds, and the check that it stands under.
    passes: Callable[[Any, Any], bool]


_ANY = frozenset({type(None), bool, int, float, str, list, dict})
_TEXT = frozenset({str})
_NUMBER = frozenset({int, float})
_ARRAY = frozenset({list})
_OBJECT = frozenset({dict})


def limit_issues(check: Limit, value: Json) -> list[Issue]:
    """The issue of a value that is beyond a limit."""
    keyword = _KEYWORDS[type(check)]
    if type(value) not in keyword.kinds or keyword.passes(value, check):
        return []
    return [Issue("", keyword.code, WORDS[keyword.words] + _limit_text(check))]


def _is_listed(value: Json, check: plan.Enum) -> bool:
    if isinstance(value, str):
        return value in check.values  # quicker than one by one, and the same for strings
    return any(same(value, other) for other in check.values)


def _matches(text: str, check: plan.Pattern) -> bool:
    if check.longest is not None and len(text) > check.longest:
        return True
    return re.search(patterns.python(check.source), text) is not None


def _is_distinct(items: list[Json], _check: plan.UniqueItems) -> bool:
    return not any(same(a, b) for index, a in enumerate(items) for b in items[:index])


def _is_long(value: Sized, check: plan.MinLength | plan.MinItems | plan.MinProperties) -> bool:
    return len(value) >= check.limit


def _is_short(value: Sized, check: plan.MaxLength | plan.MaxItems | plan.MaxProperties) -> bool:
    return len(value) <= check.limit


_KEYWORDS: Mapping[type[Limit], _Keyword] = {
    plan.Enum: _Keyword("enum", "enum", _ANY, _is_listed),
    plan.Const: _Keyword("const", "const", _ANY, lambda v, check: same(v, check.value)),
    plan.MultipleOf: _Keyword(
        "multipleOf", "multiple_of", _NUMBER, lambda v, check: is_multiple(v, check.divisor)
    ),
    plan.Minimum: _Keyword("minimum", "minimum", _NUMBER, lambda v, check: v >= check.limit),
    plan.Maximum: _Keyword("maximum", "maximum", _NUMBER, lambda v, check: v <= check.limit),
    plan.ExclusiveMinimum: _Keyword(
        "exclusiveMinimum", "exclusive_minimum", _NUMBER, lambda v, check: v > check.limit
    ),
    plan.ExclusiveMaximum: _Keyword(
        "exclusiveMaximum", "exclusive_maximum", _NUMBER, lambda v, check: v < check.limit
    ),
    plan.Double: _Keyword("format", "format", _NUMBER, lambda v, _: is_double(v)),
    plan.MinLength: _Keyword("minLength", "min_length", _TEXT, _is_long),
    plan.MaxLength: _Keyword("maxLength", "max_length", _TEXT, _is_short),
    plan.Pattern: _Keyword("pattern", "pattern", _TEXT, _matches),
    plan.Format: _Keyword("format", "format", _TEXT, lambda v, check: CHECKS[check.name](v)),
    plan.MinItems: _Keyword("minItems", "min_items", _ARRAY, _is_long),
    plan.MaxItems: _Keyword("maxItems", "max_items", _ARRAY, _is_short),
    plan.UniqueItems: _Keyword("uniqueItems", "unique_items", _ARRAY, _is_distinct),
    plan.MinProperties: _Keyword("minProperties", "min_properties", _OBJECT, _is_long),
    plan.MaxProperties: _Keyword("maxProperties", "max_properties", _OBJECT, _is_short),
}


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
        case plan.Double():
            return "double"
        case plan.MultipleOf(divisor=divisor):
            return shown(divisor)
        case plan.UniqueItems():
            return ""
        case _:
            return shown(check.limit)


def too_long(types: tuple[JsonType, ...], value: int | float) -> bool:
    """Whether a double can't hold a number; as an integer, only one whose neighbours it can too."""
    if json_type(value) == "integer" and "integer" in types:
        return abs(value) > MAX_SAFE
    return isinstance(value, int) and not double_holds(value)
