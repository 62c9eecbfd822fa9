"""`$ref` and `$dynamicRef`."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.planning.keywords.context import Context, Schema
from eventwright.planning.plan import Call, Check

KEYWORDS = frozenset({"$ref", "$dynamicRef"})


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """A call of the definition that the reference points to."""
    if "$ref" in schema:
        yield Call(context.entry(context.schemas.targets[location]))
    if "$dynamicRef" in schema:
        yield Call(context.entry(context.dynamic_target(location)))
