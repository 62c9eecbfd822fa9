"""The keywords for objects, but for `unevaluatedProperties`."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.planning.keywords import patterns
from eventwright.planning.keywords.context import Context, Schema, members, names, size
from eventwright.planning.plan import (
    AdditionalMembers,
    Check,
    DependentRequired,
    DependentSchemas,
    MaxProperties,
    Member,
    Members,
    MinProperties,
    PatternMembers,
    Program,
    PropertyNames,
)

KEYWORDS = frozenset(
    "minProperties maxProperties propertyNames properties required patternProperties"
    " additionalProperties dependentRequired dependentSchemas".split()
)


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """The number of members and their names, the members, then what they ask of each other."""
    if (fewest := size(schema, "minProperties")) is not None:
        yield MinProperties(fewest)
    if (most := size(schema, "maxProperties")) is not None:
        yield MaxProperties(most)
    if "propertyNames" in schema:
        yield PropertyNames(context.subprogram(location.child("propertyNames")))
    yield from _known(schema, location, context)
    place = location.child("patternProperties")
    sources = members(schema, "patternProperties")
    matched = tuple(patterns.checked(s, place.child(s), context) for s in sources)
    if matched:
        yield PatternMembers(tuple((s, context.subprogram(place.child(s))) for s in matched))
    yield from _additional(schema, location, matched, context)
    yield from _dependent(schema, location, context)


def _known(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    known = members(schema, "properties")
    required = names(schema.get("required"))
    inside = [
        Member(name, name in required, context.subprogram(location.child("properties", name)))
        for name in known
    ]
    anything = Program(location, ())
    inside += [Member(name, True, anything) for name in required if name not in known]
    if inside:
        yield Members(tuple(inside))


def _additional(
    schema: Schema, location: Location, matched: tuple[str, ...], context: Context
) -> Iterator[Check]:
    known = tuple(members(schema, "properties"))
    rest = schema.get("additionalProperties")
    if rest is False:
        yield AdditionalMembers(known, None, matched)
    elif rest is not None:
        program = context.subprogram(location.child("additionalProperties"))
        yield AdditionalMembers(known, program, matched)


def _dependent(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    required = members(schema, "dependentRequired")
    if required:
        yield DependentRequired(tuple((k, tuple(names(v))) for k, v in required.items()))
    places = {k: location.child("dependentSchemas", k) for k in members(schema, "dependentSchemas")}
    if places:
        yield DependentSchemas(tuple((k, context.in_place(p)) for k, p in places.items()))
