"""`minItems`, `maxItems` and `items`."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.keywords.context import Context, Schema, has_type
from eventwright.plan import AnyJson, Check, Items, MaxItems, MinItems, Program

KEYWORDS = frozenset({"minItems", "maxItems", "items"})


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """The number of items, then every item."""
    if isinstance(fewest := schema.get("minItems"), int | float):
        yield MinItems(int(fewest))
    if isinstance(most := schema.get("maxItems"), int | float):
        yield MaxItems(int(most))
    if "items" in schema:
        yield Items(context.subprogram(location.child("items")))
    elif has_type(schema, "array"):
        yield Items(Program(location, (AnyJson(),)))
