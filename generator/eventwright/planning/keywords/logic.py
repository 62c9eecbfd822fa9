"""`allOf`, `not`, `if`, `then` and `else`."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.planning.keywords.context import Context, Schema
from eventwright.planning.plan import AllOf, Check, Conditional, Not

KEYWORDS = frozenset({"allOf", "not", "if", "then", "else"})


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """What the same value must pass besides, must not pass, or must pass on a condition."""
    parts = schema.get("allOf")
    if isinstance(parts, list):
        places = (location.child("allOf", index) for index in range(len(parts)))
        yield AllOf(tuple(map(context.in_place, places)))
    if "not" in schema:
        yield Not(context.in_place(location.child("not")))
    if "if" in schema:
        yield Conditional(
            context.in_place(location.child("if")),
            context.in_place(location.child("then")) if "then" in schema else None,
            context.in_place(location.child("else")) if "else" in schema else None,
        )
