"""Schemas that are about the same value as the one that holds or names them."""

from __future__ import annotations

from collections.abc import Sequence

from eventwright.errors import Location
from eventwright.modelling.facts import UNIONS, branches_of, members, parts, types
from eventwright.reading.refs import SchemaSet, once
from eventwright.reading.vocabulary import meant

_REFERRING = frozenset({"$ref", "allOf", *UNIONS})


def essence(schemas: SchemaSet, location: Location) -> Location:
    """The place that a schema is about, where it only refers to it and adds what is known of it."""
    schema = members(schemas.at(location))
    if _REFERRING.isdisjoint(schema):
        return location
    asked = meant(schema)
    if "$ref" in asked and asked <= {"$ref", "type"}:
        target = schemas.targets[location]
        return target if types(schemas, target) == types(schemas, location) else location
    for keyword in ("allOf", *UNIONS):
        if asked == {keyword} and len(branches := branches_of(schemas, location, keyword)) == 1:
            return essence(schemas, branches[0])
    return location


def describes(schemas: SchemaSet, branch: Location) -> bool:
    """Whether a branch says what its values look like, and does not only ask more of an object."""
    return any(
        members(schemas.at(place)).keys() & {"properties", "type", "const", "enum"}
        for place in parts(schemas, branch)
    )


@once
def only_asking(schemas: SchemaSet, place: Location) -> Sequence[Location]:
    """The branches of the unions in a schema that make no types."""
    schema = members(schemas.at(place))
    unions = (branches_of(schemas, place, keyword) for keyword in UNIONS if keyword in schema)
    return [
        branch
        for branches in unions
        if not any(describes(schemas, each) for each in branches)
        for branch in branches
    ]
