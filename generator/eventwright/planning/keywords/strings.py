"""The keywords for strings."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.modelling.facts import own_type
from eventwright.planning.keywords import patterns
from eventwright.planning.keywords.context import Context, Schema, size
from eventwright.planning.plan import Check, Double, Format, Maximum, MaxLength, Minimum, MinLength
from eventwright.reading.formats import ASSERTED, DOUBLES, INTEGER_FORMATS

KEYWORDS = frozenset({"minLength", "maxLength", "pattern", "format"})


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """The length in code points, the pattern, then the format where formats are asserted."""
    if (shortest := size(schema, "minLength")) is not None:
        yield MinLength(shortest)
    if (longest := size(schema, "maxLength")) is not None:
        yield MaxLength(longest)
    if isinstance(source := schema.get("pattern"), str):
        yield patterns.of_text(source, location.child("pattern"), context, longest)
    asserted = context.settings.format_assertion or location.file in context.schemas.asserts_formats
    if isinstance(name := schema.get("format"), str) and asserted:
        yield from _format(name, schema)


def _format(name: str, schema: Schema) -> Iterator[Check]:
    """The check of a format; none where a bound of the schema asks for as much."""
    if name in INTEGER_FORMATS:
        lowest, highest = INTEGER_FORMATS[name]
        least, most = schema.get("minimum"), schema.get("maximum")
        if not (isinstance(least, int | float) and least >= lowest):
            yield Minimum(lowest)
        if not (isinstance(most, int | float) and most <= highest):
            yield Maximum(highest)
    elif name in ASSERTED:
        yield Format(name)
    elif name in DOUBLES and "number" in (own_type(schema) or ()):
        yield Double()
