"""What schemas ask of the members of an object, also of those that none of them describes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from eventwright.errors import Location
from eventwright.modelling.asks import Kept, kept_for
from eventwright.modelling.facts import (
    asked_of,
    members,
    named_in,
    names_members,
    opening,
    parts,
    stated_types,
    types,
)
from eventwright.modelling.watching import watches
from eventwright.reading.refs import SchemaSet, once


def kept(schemas: SchemaSet, places: Collection[Location]) -> Kept:
    """What a record of schemas that hold together keeps so that what is written of it is valid."""
    is_made = any(names_members(members(schemas.at(place))) for place in places)
    return kept_for(schemas, places, watches(schemas, places) if is_made else ())


@once
def kept_of(schemas: SchemaSet, location: Location) -> Kept:
    """What a record of one schema keeps, with all that a value must pass to pass it."""
    return kept(schemas, parts(schemas, location))


def members_beside(schemas: SchemaSet, union: Location, branch: Location) -> Sequence[Location]:
    """What stands beside a union and describes members, or asks for others than a branch has.

    For a branch that describes members, it is also what says that values are objects; for one
    without objects, it is nothing.
    """
    if "object" not in (types(schemas, branch) or {"object"}):
        return []
    described = named_in(parts(schemas, branch).values())
    is_untyped = bool(described) and types(schemas, branch) is None
    found = parts(schemas, union)
    return [
        place
        for place, schema in found.items()
        if members(schema.get("properties"))
        or opening(schema)
        or not asked_of([schema]) <= described
        or (described and not kept_for(schemas, [place]).names.keys() <= described)
        or (is_untyped and stated_types(schema) == frozenset({"object"}))
    ]


def demand(schemas: SchemaSet, union: Location, branch: Location) -> tuple[int, int]:
    """How many members an object of a branch must have, and may have, with those beside its union.

    So much has the record that is made of it.
    """
    places = [*parts(schemas, branch), *members_beside(schemas, union, branch)]
    found = [members(schemas.at(place)) for place in places]
    required = asked_of(found)
    return len(required), len(required | named_in(found)) + len(kept(schemas, places).names)
