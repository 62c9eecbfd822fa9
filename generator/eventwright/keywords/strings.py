"""`minLength`, `maxLength` and `format`."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.keywords.context import Context, Schema
from eventwright.plan import Check, Format, MaxLength, MinLength

KEYWORDS = frozenset({"minLength", "maxLength", "format"})
FORMATS = frozenset({"date-time"})
"""The formats that can be asserted."""


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """The length in code points, then the format where formats are asserted."""
    # A size may be written 2.0: it is an integer to the specification.
    if isinstance(shortest := schema.get("minLength"), int | float):
        yield MinLength(int(shortest))
    if isinstance(longest := schema.get("maxLength"), int | float):
        yield MaxLength(int(longest))
    name = schema.get("format")
    if isinstance(name, str) and context.format_assertion:
        if name not in FORMATS:
            context.unsupported(
                location.child("format"),
                f'the format "{name}"',
                "remove it, or turn format assertion off (--no-format-assertion)",
            )
        yield Format(name)
