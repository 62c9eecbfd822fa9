"""`unevaluatedItems` and `unevaluatedProperties`, which look at what all others left alone."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.planning.keywords.context import Context, Schema
from eventwright.planning.plan import Check, UnevaluatedItems, UnevaluatedMembers

KEYWORDS = frozenset({"unevaluatedItems", "unevaluatedProperties"})


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """Last in every program, since they need to know what the checks before them looked at."""
    if "unevaluatedItems" in schema:
        allowed = schema["unevaluatedItems"] is not False
        place = location.child("unevaluatedItems")
        yield UnevaluatedItems(context.subprogram(place) if allowed else None)
    if "unevaluatedProperties" in schema:
        allowed = schema["unevaluatedProperties"] is not False
        place = location.child("unevaluatedProperties")
        yield UnevaluatedMembers(context.subprogram(place) if allowed else None)
