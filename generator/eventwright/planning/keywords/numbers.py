"""`multipleOf` and the bounds of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from eventwright.errors import Location
from eventwright.planning.keywords.context import Context, Schema
from eventwright.planning.plan import (
    Check,
    ExclusiveMaximum,
    ExclusiveMinimum,
    Maximum,
    Minimum,
    MultipleOf,
)

_CHECKS: Mapping[str, Callable[[int | float], Check]] = MappingProxyType(
    {
        "minimum": Minimum,
        "exclusiveMinimum": ExclusiveMinimum,
        "maximum": Maximum,
        "exclusiveMaximum": ExclusiveMaximum,
        "multipleOf": MultipleOf,
    }
)
KEYWORDS = frozenset(_CHECKS)


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """The bounds, lower ones first, then the divisor."""
    for keyword, check in _CHECKS.items():
        if isinstance(limit := schema.get(keyword), int | float):
            yield check(limit)
