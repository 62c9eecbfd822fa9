"""Whether schemas exclude each other, so that no value passes two of them."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.facts import (
    UNIONS,
    Tag,
    allowed,
    array,
    asked_of,
    constants,
    is_object,
    members,
    parts,
    tags,
)
from eventwright.reading.jsonvalues import identities, json_type
from eventwright.reading.refs import SchemaSet, once
from eventwright.reading.vocabulary import has_only

_MOST = 500
"""How many objects are compared with each other; more are taken not to exclude each other."""
_DEPTH = 2
"""How many members inside each other are looked at."""


@frozen
class _Object:
    """What the values of a branch have in common, all of which are objects."""

    tags: Mapping[tuple[str, ...], Tag]
    required: frozenset[str]
    allowed: frozenset[str] | None
    """The only names that members can have; None where others are allowed."""
    places: Collection[Location]
    """The schemas that describe their members."""


def exclude_each_other(
    schemas: SchemaSet, branches: Sequence[Location], depth: int = _DEPTH
) -> bool:
    """Whether no value passes two of the branches; False where that can't be told.

    It can be told of objects with different constants in one member, where one requires a member
    that the other forbids, and where members of one name exclude each other. A branch that is a
    union itself stands for all of its branches.
    """
    found = [_all_objects(schemas, branch) for branch in branches]
    if not all(found) or sum(map(len, found)) > _MOST:
        return False
    return _told_by_tag(found) or all(
        _exclude(one, other) or _exclude_by_members(schemas, one, other, depth)
        for ours, theirs in combinations(found, 2)
        for one in ours
        for other in theirs
    )


def _told_by_tag(branches: Sequence[Sequence[_Object]]) -> bool:
    """Whether all objects require one member, those of each branch with constants of their own."""
    for path in branches[0][0].tags:
        known: set[Hashable] = set()
        for branch in branches:
            held = [one.tags[path] for one in branch if path in one.tags]
            own = identities(value for tag in held for value in tag.values)
            is_asked = len(held) == len(branch) and all(tag.required for tag in held)
            if not is_asked or own & known:
                break
            known |= own
        else:
            return True
    return False


@once
def _all_objects(schemas: SchemaSet, location: Location) -> Sequence[_Object]:
    return list(_objects(schemas, location, frozenset()))


def _objects(
    schemas: SchemaSet, location: Location, around: frozenset[Location]
) -> Iterator[_Object]:
    """The objects that pass a schema, by the branches of its union; none if others pass too."""
    if location in around or not is_object(schemas, location):
        return
    unions = [
        combined
        for place in parts(schemas, location)
        for keyword in UNIONS
        if len(combined := schemas.combined(place, keyword)) > 1
    ]
    if not unions:
        yield _object(schemas, location)
        return
    for branch in unions[0]:
        inside = list(_objects(schemas, branch, around | {location}))
        if not inside:
            yield _object(schemas, location)
            return
        yield from inside


def _object(schemas: SchemaSet, location: Location) -> _Object:
    found = parts(schemas, location)
    return _Object(
        tags(schemas, location), asked_of(found.values()), allowed(found.values()), found
    )


def _exclude(one: _Object, other: _Object) -> bool:
    return (
        _forbids(one, other)
        or _forbids(other, one)
        or any(
            differ(tag, other.tags[path]) for path, tag in one.tags.items() if path in other.tags
        )
    )


def _exclude_by_members(schemas: SchemaSet, one: _Object, other: _Object, depth: int) -> bool:
    if depth == 0:
        return False
    return any(
        exclude_each_other(schemas, pair, depth - 1)
        for name in sorted(one.required | other.required)
        for pair in product(
            described(schemas, one.places, name), described(schemas, other.places, name)
        )
    )


def described(schemas: SchemaSet, places: Iterable[Location], name: str) -> Iterator[Location]:
    """The schemas of a member."""
    for place in places:
        if name in members(members(schemas.at(place)).get("properties")):
            yield place.child("properties", name)


def _forbids(one: _Object, other: _Object) -> bool:
    """Whether one allows no member of a name that the other requires."""
    return one.allowed is not None and not other.required <= one.allowed


def differ(one: Tag, other: Tag) -> bool:
    """Whether a member can't have a constant of both, and is there in the values of one of them."""
    return (one.required or other.required) and identities(one.values).isdisjoint(
        identities(other.values)
    )


def refused_tags(
    schemas: SchemaSet, branch: Location, path: tuple[str, ...]
) -> frozenset[Hashable]:
    """The tags that a branch for objects turns away with `not`, and so leaves to other branches.

    `not` stands beside its members, or in the member that has the tag. Each by its identity.
    """
    if not is_object(schemas, branch) or len(path) > 1:
        return frozenset()
    [name] = path
    places = parts(schemas, branch)
    negated = [each for place in places for each in _negated(schemas, place)]
    alone = [place.child("properties", name) for place in negated if _only(schemas, place, name)]
    held = [
        place.child("properties", name)
        for place, schema in places.items()
        if name in members(schema.get("properties"))
    ]
    inside = [part for place in held for part in parts(schemas, place)]
    alone += [each for part in inside for each in _negated(schemas, part)]
    return frozenset().union(*(_constants_alone(schemas, place) for place in alone))


def _negated(schemas: SchemaSet, place: Location) -> Iterator[Location]:
    """The schemas none of which a value of the one at a place passes."""
    schema = members(schemas.at(place))
    if "not" in schema:
        inner = place.child("not")
        yield inner
        yield from schemas.listed(inner, "anyOf")


def _only(schemas: SchemaSet, place: Location, name: str) -> bool:
    """Whether a schema asks nothing but of one member of an object."""
    schema = members(schemas.at(place))
    plain = has_only(schema, "type", "properties", "required")
    lone = [*members(schema.get("properties"))] == [name]
    asked = array(schema.get("required")) in ([], [name])
    return plain and lone and asked and schema.get("type", "object") == "object"


def _constants_alone(schemas: SchemaSet, place: Location) -> frozenset[Hashable]:
    """The constants that a schema lets pass, where it says nothing else."""
    schema = members(schemas.at(place))
    if not (has_only(schema, "type", "const") or has_only(schema, "type", "enum")):
        return frozenset()
    values = constants(schemas, place)
    return identities(v for v in values if schema.get("type", json_type(v)) == json_type(v))
