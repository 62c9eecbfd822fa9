"""What schemas ask of the members of an object, also of those that none of them describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from eventwright.errors import Location
from eventwright.modelling.facts import (
    UNIONS,
    array,
    asked_of,
    branches_of,
    members,
    named_in,
    parts,
    stated_types,
    types,
)
from eventwright.reading.dialect import DRAFT_2020_12, subschemas
from eventwright.reading.jsontext import Json
from eventwright.reading.refs import SchemaSet

# `not` says what a value is not.
_COMBINING = DRAFT_2020_12.in_place - {"not"}
# Keywords that may allow members without naming them in `properties`.
_OPENING = frozenset(
    "additionalProperties patternProperties unevaluatedProperties if dependentSchemas".split()
)


def opening(schema: dict[str, Json]) -> Sequence[str]:
    """The keywords for which a record of a schema keeps members that none describes."""
    return [word for word in sorted(_OPENING & schema.keys()) if schema[word] is not False]


def describes(schemas: SchemaSet, branch: Location) -> bool:
    """Whether a branch says what its values look like, and does not only ask more of an object."""
    return any(
        members(schemas.at(place)).keys() & {"properties", "type", "const", "enum"}
        for place in parts(schemas, branch)
    )


def asking(schemas: SchemaSet, places: Sequence[Location]) -> Sequence[Location]:
    """Schemas that hold together, and those in the branches of unions that only ask more."""
    branches = (branch for place in places for branch in _only_asking(schemas, place))
    return [*places, *_in_place(schemas, branches)]


def undescribed(schemas: SchemaSet, places: Sequence[Location]) -> Mapping[str, Location]:
    """The members that schemas which hold together may ask for, and do not describe.

    Without them, what is written of a valid value may be invalid. Each is told with the place that
    asks for it.
    """
    held = [members(schemas.at(place)) for place in places]
    if any(map(opening, held)):
        return {}  # they are kept with all others
    known = asked_of(held) | named_in(held)
    found: dict[str, Location] = {}
    for place in asking(schemas, places):
        for name, at in _asked_about(schemas, place):
            if name not in known:
                found.setdefault(name, at)
    return found


def members_beside(schemas: SchemaSet, union: Location, branch: Location) -> Sequence[Location]:
    """What stands beside a union and describes members, or asks for others than a branch has.

    For a branch that describes members, it is also what says that values are objects; for one
    without objects, it is nothing.
    """
    if "object" not in (types(schemas, branch) or {"object"}):
        return []
    described = named_in(members(schemas.at(place)) for place in parts(schemas, branch))
    is_untyped = bool(described) and types(schemas, branch) is None
    found = {place: members(schemas.at(place)) for place in parts(schemas, union)}
    return [
        place
        for place, schema in found.items()
        if members(schema.get("properties"))
        or opening(schema)
        or not asked_of([schema]) <= described
        or (described and not undescribed(schemas, [place]).keys() <= described)
        or (is_untyped and stated_types(schema) == frozenset({"object"}))
    ]


def demand(schemas: SchemaSet, union: Location, branch: Location) -> tuple[int, int]:
    """How many members an object of a branch must have, and may have, with those beside its union.

    So much has the record that is made of it.
    """
    places = [*parts(schemas, branch), *members_beside(schemas, union, branch)]
    found = [members(schemas.at(place)) for place in places]
    required = asked_of(found)
    others = undescribed(schemas, places)
    return len(required), len(required | named_in(found)) + len(others)


def _only_asking(schemas: SchemaSet, place: Location) -> Iterator[Location]:
    """The branches of the unions in a schema that make no types."""
    schema = members(schemas.at(place))
    for keyword in UNIONS:
        branches = branches_of(schema, place, keyword)
        if not any(describes(schemas, branch) for branch in branches):
            yield from branches


def _in_place(schemas: SchemaSet, places: Iterable[Location]) -> Sequence[Location]:
    """Schemas, and those inside of them that say what the same value is."""
    found = list(dict.fromkeys(places))
    known = set(found)
    for place in found:  # which grows meanwhile
        schema = members(schemas.at(place))
        combined = {word: schema[word] for word in _COMBINING & schema.keys()}
        more = [at for at, _ in subschemas(combined, place)]
        more += [schemas.targets[place]] if place in schemas.targets else []
        found += [step for step in more if step not in known]
        known.update(more)
    return found


def _asked_about(schemas: SchemaSet, place: Location) -> Iterator[tuple[str, Location]]:
    """The members that a schema may ask for, each with the place that does so."""
    schema = members(schemas.at(place))
    for index, name in enumerate(array(schema.get("required"))):
        yield str(name), place.child("required", index)
    for holder, names in members(schema.get("dependentRequired")).items():
        for index, name in enumerate(array(names)):
            yield str(name), place.child("dependentRequired", holder, index)
    for name in members(schema.get("properties")):
        yield name, place.child("properties", name)
    # What `not` describes and does not require passes it when it is missing.
    for refused in _in_place(schemas, [place.child("not")] if "not" in schema else []):
        negated = members(schemas.at(refused))
        for name in members(negated.get("properties")):
            if name not in array(negated.get("required")):
                yield name, refused.child("properties", name)
