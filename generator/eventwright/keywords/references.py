"""`$ref`."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.keywords.context import Context, Schema
from eventwright.plan import Call, Check

KEYWORDS = frozenset({"$ref"})


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """A call of the definition that the reference points to."""
    if "$ref" in schema:
        yield Call(context.schemas.targets[location])
