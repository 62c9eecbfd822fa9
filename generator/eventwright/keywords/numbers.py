"""`minimum`, `exclusiveMinimum`, `maximum` and `exclusiveMaximum`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from eventwright.errors import Location
from eventwright.keywords.context import Context, Schema
from eventwright.plan import Check, ExclusiveMaximum, ExclusiveMinimum, Maximum, Minimum

_BOUNDS: Mapping[str, Callable[[int | float], Check]] = MappingProxyType(
    {
        "minimum": Minimum,
        "exclusiveMinimum": ExclusiveMinimum,
        "maximum": Maximum,
        "exclusiveMaximum": ExclusiveMaximum,
    }
)
KEYWORDS = frozenset(_BOUNDS)


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """The bounds, lower ones first."""
    for keyword, check in _BOUNDS.items():
        if isinstance(limit := schema.get(keyword), int | float):
            yield check(limit)
