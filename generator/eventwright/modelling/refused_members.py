"""Members that an object must have by one schema and may not have by another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from eventwright.errors import Location, Problem
from eventwright.modelling.asks import required_by
from eventwright.modelling.facts import allowed, array, choices, parts, stands_in
from eventwright.reading.jsontext import Json
from eventwright.reading.refs import SchemaSet, once


def refused_members(schemas: SchemaSet) -> Iterator[Problem]:
    """What leaves no object, each told of the schema that brings it about."""
    for place in schemas.schemas:
        places = parts(schemas, place)
        refused = _refused(schemas, place)
        for part in places:
            if refused and part != place:
                refused -= _refused(schemas, part)
        if refused:
            yield from _told(schemas, place, refused, list(_refusing(schemas, places)))
        yield from _refused_beside(schemas, place)


def _refused_beside(schemas: SchemaSet, place: Location) -> Iterator[Problem]:
    """What the branches of a union ask for, and what stands beside it refuses."""
    places = parts(schemas, place)
    names = allowed(places.values())
    if names is None:
        return
    for union in places:
        if union == place or stands_in(union, place):
            for branch in chain.from_iterable(choices(schemas, union).values()):
                known = _refused(schemas, branch) | _refused(schemas, place)
                refused = required_by(schemas, branch) - names - known
                if refused:
                    yield from _told(schemas, branch, refused, list(_closing(places)))


def _told(
    schemas: SchemaSet,
    place: Location,
    names: frozenset[str],
    refusing: Sequence[tuple[str, frozenset[str]]],
) -> Iterator[Problem]:
    """What to say of the members that a schema asks for, and one of some keywords refuses."""
    asking = _asking(schemas, place)
    cure = 'describe it there too, or say "unevaluatedProperties": false around both instead'
    for name in sorted(names):
        keyword = next(keyword for keyword, others in refusing if name not in others)
        problem = f'requires "{name}", which {keyword} refuses; so no object passes both'
        yield Problem(asking.get(name, place), problem, cure)


def _asking(schemas: SchemaSet, place: Location) -> Mapping[str, Location]:
    """Where a schema itself says which members are required, and no other one that it refers to."""
    return {
        str(name): part.child("required", index)
        for part, schema in parts(schemas, place).items()
        if part == place or stands_in(part, place)
        for index, name in enumerate(array(schema.get("required")))
    }


def _closing(places: Mapping[Location, dict[str, Json]]) -> Iterator[tuple[str, frozenset[str]]]:
    """The keywords of some schemas that refuse members, each with the names that it allows."""
    for place, schema in places.items():
        names = allowed([schema])
        if names is not None:
            yield f"{place.child('additionalProperties')}", names


def _refusing(
    schemas: SchemaSet, places: Mapping[Location, dict[str, Json]]
) -> Iterator[tuple[str, frozenset[str]]]:
    """The same, and the unions that do so in all of their branches."""
    yield from _closing(places)
    for place in places:
        for union, names in _names_in_unions(schemas, place).items():
            yield f"every branch of {union}", names


@once
def _refused(schemas: SchemaSet, place: Location) -> frozenset[str]:
    """The members that a schema asks for, and refuses by itself or what it refers to."""
    names = _names(schemas, place)
    return frozenset() if names is None else required_by(schemas, place) - names


@once
def _names(schemas: SchemaSet, place: Location) -> frozenset[str] | None:
    """The only names that members may have, unions included; None where others are allowed."""
    places = parts(schemas, place)
    own = allowed(places.values())
    found = [names for part in places for names in _names_in_unions(schemas, part).values()]
    found += [] if own is None else [own]
    return frozenset.intersection(*found) if found else None


def _names_in_unions(schemas: SchemaSet, place: Location) -> Mapping[Location, frozenset[str]]:
    """By each union of a schema that has closed branches alone: the names that these allow."""
    found: dict[Location, frozenset[str]] = {}
    for keyword, branches in choices(schemas, place).items():
        names = [_names(schemas, branch) for branch in branches]
        closed = [each for each in names if each is not None]
        if len(closed) == len(names):
            found[place.child(keyword)] = frozenset().union(*closed)
    return found
