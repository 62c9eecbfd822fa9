"""The keywords for arrays, but for `unevaluatedItems`."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.planning.keywords.context import Context, Schema, size
from eventwright.planning.plan import (
    Check,
    Contains,
    Items,
    MaxItems,
    MinItems,
    PrefixItems,
    UniqueItems,
)

KEYWORDS = frozenset(
    "minItems maxItems uniqueItems prefixItems items contains minContains maxContains".split()
)


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """The number of items, the items by index, then what the array as a whole must hold."""
    if (fewest := size(schema, "minItems")) is not None:
        yield MinItems(fewest)
    if (most := size(schema, "maxItems")) is not None:
        yield MaxItems(most)
    prefix = schema.get("prefixItems")
    first = len(prefix) if isinstance(prefix, list) else 0
    if first:
        places = (location.child("prefixItems", index) for index in range(first))
        yield PrefixItems(tuple(map(context.subprogram, places)))
    if "items" in schema:
        yield Items(context.subprogram(location.child("items")), first)
    if "contains" in schema:
        yield _contains(schema, location, context)
    if schema.get("uniqueItems") is True:
        yield UniqueItems()


def _contains(schema: Schema, location: Location, context: Context) -> Contains:
    fewest = size(schema, "minContains")
    return Contains(
        context.subprogram(location.child("contains")),
        1 if fewest is None else fewest,
        size(schema, "maxContains"),
        fewest is not None,
    )
