"""`const` and `enum`."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.planning.keywords.context import Context, Schema
from eventwright.planning.plan import Check, Const, Enum

KEYWORDS = frozenset({"const", "enum"})


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """The value, or the values, that are allowed."""
    if "const" in schema:
        yield Const(schema["const"])
    values = schema.get("enum")
    if isinstance(values, list):
        yield Enum(tuple(values))
