"""What schemas ask of the members of an object, also of those that none of them describes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

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
    return [*places, *_in_branches(schemas, places)]


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
    for name, at in _asked_of_some(schemas, places):
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


def _only_asking(schemas: SchemaSet, place: Location) -> Sequence[Location]:
    """The branches of the unions in a schema that make no types."""
    schema = members(schemas.at(place))
    unions = (branches_of(schema, place, keyword) for keyword in UNIONS if keyword in schema)
    return [
        branch
        for branches in unions
        if not any(describes(schemas, each) for each in branches)
        for branch in branches
    ]


def _in_branches(schemas: SchemaSet, places: Sequence[Location]) -> Sequence[Location]:
    """What stands in branches that only ask more, and in two negations, which are none."""
    branches = [branch for place in places for branch in schemas.once(_only_asking, place)]
    refused = (at for place in places for at in _refused(schemas, place))
    twice = [at.child("not") for at in refused if "not" in members(schemas.at(at))]
    return _in_place(schemas, [*branches, *twice], DRAFT_2020_12.in_place)


def _refused(schemas: SchemaSet, place: Location) -> Sequence[Location]:
    """What a value is not to be by the `not` of a schema."""
    first = [place.child("not")] if "not" in members(schemas.at(place)) else []
    return _in_place(schemas, first, DRAFT_2020_12.in_place - {"not"})


def _in_place(
    schemas: SchemaSet, places: Sequence[Location], keywords: Set[str]
) -> Sequence[Location]:
    """Schemas, and those for the same value that they hold under these keywords or refer to."""
    found = list(dict.fromkeys(places))
    known = set(found)
    for place in found:  # which grows meanwhile
        schema = members(schemas.at(place))
        more = [at for at, _ in subschemas({w: schema[w] for w in schema.keys() & keywords}, place)]
        more += [schemas.targets[place]] if place in schemas.targets else []
        found += [step for step in sorted(more) if step not in known]
        known.update(more)
    return found


def _asked_of_some(
    schemas: SchemaSet, places: Sequence[Location]
) -> Iterator[tuple[str, Location]]:
    """The members that only some values must have, each with the place that says so."""
    for place in places:
        yield from _dependent(members(schemas.at(place)), place)
        # What `not` describes and does not require passes it when it is missing.
        for at in _refused(schemas, place):
            negated = members(schemas.at(at))
            for name in members(negated.get("properties")):
                if name not in array(negated.get("required")):
                    yield name, at.child("properties", name)
    for place in _in_branches(schemas, places):
        schema = members(schemas.at(place))
        for index, required in enumerate(array(schema.get("required"))):
            yield str(required), place.child("required", index)
        yield from _dependent(schema, place)
        for keyword in ("dependentRequired", "properties"):
            yield from ((name, place.child(keyword, name)) for name in members(schema.get(keyword)))


def _dependent(schema: dict[str, Json], place: Location) -> Iterator[tuple[str, Location]]:
    """The members that must be there beside others."""
    for holder, names in members(schema.get("dependentRequired")).items():
        for index, name in enumerate(array(names)):
            yield str(name), place.child("dependentRequired", holder, index)
