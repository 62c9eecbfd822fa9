"""Members that an object must have by one schema and may not have by another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eventwright.errors import Location, Problem
from eventwright.modelling.facts import (
    UNIONS,
    allowed,
    array,
    asked_of,
    branches_of,
    members,
    parts,
    stands_in,
)
from eventwright.reading.refs import SchemaSet


def refused_members(schemas: SchemaSet) -> Iterator[Problem]:
    """What leaves no object, each told of the schema that brings it about."""
    for place in schemas.schemas:
        places = parts(schemas, place)
        known = frozenset[str]().union(*(schemas.once(_refused, part) for part in places[1:]))
        yield from _told(schemas, place, schemas.once(_refused, place) - known, places)
        yield from _refused_beside(schemas, place)


def _refused_beside(schemas: SchemaSet, place: Location) -> Iterator[Problem]:
    """What the branches of a union ask for, and what stands beside it refuses."""
    places = parts(schemas, place)
    names = allowed(members(schemas.at(part)) for part in places)
    if names is None:
        return
    for union in places:
        if union == place or stands_in(union, place):
            for branches in _choices(schemas, union):
                for branch in branches:
                    refused = _asked(schemas, branch) - names - schemas.once(_refused, branch)
                    known = schemas.once(_refused, place)
                    yield from _told(schemas, branch, refused - known, places)


def _told(
    schemas: SchemaSet, place: Location, names: frozenset[str], places: Sequence[Location]
) -> Iterator[Problem]:
    """What to say of the members that a schema asks for, which one of some schemas refuses."""
    for name in sorted(names):
        at = _asking(schemas, place, name)
        refusing = _refusing(schemas, places, name)
        problem = f'requires "{name}", which {refusing} refuses; so no object passes both'
        cure = 'describe it there too, or say "unevaluatedProperties": false around both instead'
        yield Problem(at, problem, cure)


def _asking(schemas: SchemaSet, place: Location, name: str) -> Location:
    """Where a schema itself says that a member is required; its own place if another one does."""
    for part in parts(schemas, place):
        asked = array(members(schemas.at(part)).get("required"))
        if name in asked and (part == place or stands_in(part, place)):
            return part.child("required", asked.index(name))
    return place


def _refusing(schemas: SchemaSet, places: Sequence[Location], name: str) -> str:
    """The keyword that refuses a member, as it is told."""
    for place in places:
        names = allowed([members(schemas.at(place))])
        if names is not None and name not in names:
            return f"{place.child('additionalProperties')}"
    union = next(
        union
        for place in places
        for union, names in _names_in_unions(schemas, place).items()
        if name not in names
    )
    return f"every branch of {union}"


def _refused(schemas: SchemaSet, place: Location) -> frozenset[str]:
    """The members that a schema asks for, and refuses by itself or what it refers to."""
    names = schemas.once(_names, place)
    return frozenset() if names is None else _asked(schemas, place) - names


def _asked(schemas: SchemaSet, place: Location) -> frozenset[str]:
    return asked_of(members(schemas.at(part)) for part in parts(schemas, place))


def _names(schemas: SchemaSet, place: Location) -> frozenset[str] | None:
    """The only names that members may have, unions included; None where others are allowed."""
    places = parts(schemas, place)
    own = allowed(members(schemas.at(part)) for part in places)
    found = [names for part in places for names in _names_in_unions(schemas, part).values()]
    found += [] if own is None else [own]
    return frozenset.intersection(*found) if found else None


def _names_in_unions(schemas: SchemaSet, place: Location) -> Mapping[Location, frozenset[str]]:
    """By each union of a schema that has closed branches alone: the names that these allow."""
    found: dict[Location, frozenset[str]] = {}
    for branches in _choices(schemas, place):
        names = [schemas.once(_names, branch) for branch in branches]
        closed = [each for each in names if each is not None]
        if len(closed) == len(names):
            found[branches[0].parent] = frozenset().union(*closed)
    return found


def _choices(schemas: SchemaSet, place: Location) -> Iterator[Sequence[Location]]:
    """The branches of each union in a schema; that of a union of one is no choice."""
    schema = members(schemas.at(place))
    for keyword in (word for word in UNIONS if word in schema):
        branches = branches_of(schema, place, keyword)
        if len(branches) > 1:
            yield branches
