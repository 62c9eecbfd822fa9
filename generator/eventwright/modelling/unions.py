"""Recognise how a `oneOf` or `anyOf` is encoded on the wire.

Recognition is exact: a union is taken for one that can be dispatched only where choosing a branch
by its tag or JSON type gives the verdict that trying every branch would give. What is recognised
as nothing else is a `Trial` of all branches.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.demands import demand, members_beside
from eventwright.modelling.encodings import (
    ByJsonType,
    Encoding,
    ExternallyTagged,
    InternallyTagged,
    Single,
    StringEnum,
    TaggedBranch,
    Trial,
)
from eventwright.modelling.exclusion import refused_tags
from eventwright.modelling.facts import (
    UNIONS,
    Tag,
    UnionKeyword,
    array,
    asked_of,
    branches_of,
    choices,
    members,
    parts,
    strings,
    tags,
    types,
)
from eventwright.reading.jsonvalues import TagValue, are_alike, identities
from eventwright.reading.refs import SchemaSet, once
from eventwright.reading.vocabulary import has_only


def recognise(schemas: SchemaSet, location: Location, keyword: UnionKeyword) -> Encoding | None:
    """The encoding of the union that a keyword makes; None where the schema does not have it."""
    return _one_of(schemas, location) if keyword == "oneOf" else _any_of(schemas, location)


@once
def _one_of(schemas: SchemaSet, location: Location) -> Encoding | None:
    return _recognised(schemas, location, "oneOf")


@once
def _any_of(schemas: SchemaSet, location: Location) -> Encoding | None:
    return _recognised(schemas, location, "anyOf")


def _recognised(schemas: SchemaSet, location: Location, keyword: UnionKeyword) -> Encoding | None:
    schema = members(schemas.at(location))
    if keyword not in schema:
        return None
    return encoding_of(schemas, location, tuple(branches_of(schemas, location, keyword)))


def encoding_of(schemas: SchemaSet, union: Location, branches: tuple[Location, ...]) -> Encoding:
    """The encoding of a union that had just these branches."""
    if len(branches) == 1:
        return Single(branches[0])
    return (
        _string_enum(schemas, branches)
        or _internally_tagged(schemas, union, branches)
        or _externally_tagged(schemas, branches)
        or _by_json_type(schemas, union, branches)
        or Trial(by_demand(schemas, union, branches))
    )


def _string_enum(schemas: SchemaSet, branches: tuple[Location, ...]) -> StringEnum | None:
    values = [
        (value, branch if len(found) == 1 else branch.child("enum", index))
        for branch in branches
        for found in [_constants(schemas, branch)]
        for index, value in enumerate(found)
    ]
    complete = all(_constants(schemas, branch) for branch in branches)
    return StringEnum(tuple(values)) if complete and _distinct(v for v, _ in values) else None


def _constants(schemas: SchemaSet, location: Location) -> tuple[str, ...]:
    """The strings that a schema admits, where it says nothing else about them."""
    schema = members(schemas.at(location))
    plain = has_only(schema, "const", "enum", "type") and schema.get("type") in (None, "string")
    single = not schema.keys() >= {"const", "enum"}
    return strings(schemas, location) if plain and single else ()


def _internally_tagged(
    schemas: SchemaSet, union: Location, branches: tuple[Location, ...]
) -> InternallyTagged | None:
    found = {branch: branch_tags(schemas, branch, union) for branch in branches}
    bare = [branch for branch in branches if not found[branch]]
    tagged = [branch for branch in branches if found[branch]]
    if len(bare) > 1 or len(tagged) < 2 - len(bare):
        return None
    for path in found[tagged[0]]:
        chosen = {branch: found[branch][path] for branch in tagged if path in found[branch]}
        values = [value for tag in chosen.values() for value in tag.values]
        if len(chosen) == len(tagged) and are_alike(values) and _distinct(values):
            fallback = bare[0] if bare else None
            # What has no tag might be meant for the fallback or for one that does without.
            always = all(tag.required for tag in chosen.values())
            refused = refused_tags(schemas, fallback, path) if fallback else frozenset()
            if not fallback or (always and refused >= identities(values)):
                return _tagged_by(path, chosen, fallback)
    return None


def branch_tags(
    schemas: SchemaSet, branch: Location, union: Location
) -> Mapping[tuple[str, ...], Tag]:
    """The tags of a branch; one that is a union has those too that all of its own branches have."""
    asked = asked_of(parts(schemas, union).values())
    inside = {
        path: replace(tag, required=True)
        for path, tag in _tags_inside(schemas, branch).items()
        if tag.required or (len(path) == 1 and path[0] in asked)
    }
    return {**inside, **tags(schemas, branch, union)}


@once
def _tags_inside(schemas: SchemaSet, location: Location) -> Mapping[tuple[str, ...], Tag]:
    """The tags that all branches of a union in a schema have, be it by another one that it goes."""
    found: dict[tuple[str, ...], Tag] = {}
    for place in parts(schemas, location):
        for branches in choices(schemas, place).values():
            first, *others = (branch_tags(schemas, branch, place) for branch in branches)
            for path in first:
                held = [first[path], *(other[path] for other in others if path in other)]
                values = [value for tag in held for value in tag.values]
                if len(held) == len(branches) and are_alike(values):
                    required = all(tag.required for tag in held)
                    found.setdefault(path, Tag(tuple(dict.fromkeys(values)), required))
    return found


def _tagged_union(schemas: SchemaSet, location: Location) -> InternallyTagged | None:
    """The one union of a schema, where a tag tells its branches apart."""
    found = [
        union
        for place, schema in parts(schemas, location).items()
        for keyword in UNIONS
        if keyword in schema and not isinstance(union := recognise(schemas, place, keyword), Single)
    ]
    match found:
        case [InternallyTagged() as union]:
            return union
        case _:
            return None


def tagged_ways(
    schemas: SchemaSet, location: Location, union: InternallyTagged
) -> Sequence[tuple[TagValue, Sequence[Location]]]:
    """By each tag of the union at a place: the branch, and those inside it that it stands for.

    A branch is looked into where it is a union by the same tag, and members stand beside it.
    """
    ways = [(branch.tag, _way(schemas, union, branch)) for branch in union.branches]
    inside = [way for _, way in ways if len(way) > 1]
    beside = {way[0] for way in inside if members_beside(schemas, location, way[-1])}
    return [(tag, way if way[0] in beside else way[:1]) for tag, way in ways]


def _way(
    schemas: SchemaSet, union: InternallyTagged, branch: TaggedBranch[TagValue]
) -> Sequence[Location]:
    way = [branch.location]
    inside = None if branch.location in union.untagged else _tagged_union(schemas, way[-1])
    while inside is not None and inside.tag == union.tag:
        found = [inner.location for inner in inside.branches if inner.tag == branch.tag]
        inside = _tagged_union(schemas, found[0]) if found else None
        way += found
    return way


def _tagged_by(
    path: tuple[str, ...], chosen: Mapping[Location, Tag], fallback: Location | None
) -> InternallyTagged:
    untagged = tuple(branch for branch, tag in chosen.items() if not tag.required)
    return InternallyTagged(
        path,
        tuple(TaggedBranch(value, b, b) for b, tag in chosen.items() for value in tag.values),
        untagged,
        fallback,
    )


def by_demand(
    schemas: SchemaSet, union: Location, branches: Sequence[Location]
) -> tuple[Location, ...]:
    """Branches that are tried, those that ask for most first."""
    return tuple(sorted(branches, key=partial(demand, schemas, union), reverse=True))


def _externally_tagged(
    schemas: SchemaSet, branches: tuple[Location, ...]
) -> ExternallyTagged | None:
    tagged: list[TaggedBranch[str]] = []
    for branch in branches:
        bare = [TaggedBranch(value, None, branch) for value in _constants(schemas, branch)]
        found = bare or _enveloped(schemas, branch)
        if not found:
            return None
        tagged += found
    distinct = _distinct((branch.tag, branch.payload is None) for branch in tagged)
    return ExternallyTagged(tuple(tagged)) if distinct else None


def _enveloped(schemas: SchemaSet, branch: Location) -> list[TaggedBranch[str]]:
    found = envelope(schemas, branch)
    if found is None or not (found.required and found.closed):
        return []
    return [TaggedBranch(found.key, found.place.child("properties", found.key), branch)]


@frozen
class Envelope:
    """An object of which one member is described."""

    key: str
    place: Location
    """The schema that describes it."""
    required: bool
    """Whether it must have this member."""
    closed: bool
    """Whether it can't have other members."""


def envelope(schemas: SchemaSet, branch: Location) -> Envelope | None:
    """What a branch is where it says nothing but that; None where it says more, or less."""
    place = branch
    while place in schemas.targets and has_only(members(schemas.at(place)), "$ref"):
        place = schemas.targets[place]
    schema = members(schemas.at(place))
    names = list(members(schema.get("properties")))
    asked = array(schema.get("required"))
    plain = has_only(schema, "type", "properties", "required", "additionalProperties")
    closing = asked in ([], names) and schema.get("additionalProperties", False) is False
    if not (len(names) == 1 and plain and closing and schema.get("type") == "object"):
        return None
    return Envelope(names[0], place, bool(asked), "additionalProperties" in schema)


def _by_json_type(
    schemas: SchemaSet, union: Location, branches: tuple[Location, ...]
) -> ByJsonType | None:
    groups: list[tuple[frozenset[str], tuple[Location, ...]]] = []
    for branch in branches:
        kinds = types(schemas, branch)
        if kinds is None:
            return None
        if "number" in kinds:
            kinds |= {"integer"}
        joined = [group for group in groups if group[0] & kinds]
        groups = [group for group in groups if group not in joined]
        places = tuple(place for _, members_ in joined for place in members_)
        groups.append((kinds.union(*(kinds_ for kinds_, _ in joined)), (*places, branch)))
    if len(groups) < 2:
        return None
    return ByJsonType(
        tuple((kinds, encoding_of(schemas, union, places)) for kinds, places in groups)
    )


def _distinct(values: Iterable[Hashable]) -> bool:
    items = list(values)
    return len(items) == len(set(items))
