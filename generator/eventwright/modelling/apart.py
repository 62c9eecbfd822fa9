"""Whether what is written of one schema's values can pass another schema that they fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import product

from eventwright.errors import Location
from eventwright.modelling.asks import kept_for, required_by
from eventwright.modelling.domains import domain, in_all
from eventwright.modelling.exclusion import described, exclude_each_other, refused_tags
from eventwright.modelling.facts import (
    asked_of,
    branches_in,
    choices,
    matches,
    members,
    named_in,
    opening,
    parts,
    tags,
    whole_of,
)
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import identities, identity
from eventwright.reading.refs import SchemaSet, once


def never_passes(schemas: SchemaSet, place: Location, other: Location) -> bool:
    """Whether no value of a schema passes another one.

    It can be told where they have no type in common, where one forbids what the other one requires,
    and where a member can't pass them both.
    """
    return (
        not in_all([domain(schemas, place), domain(schemas, other)]).types
        or _refuses(schemas, other, place, _required(schemas, place))
        or exclude_each_other(schemas, [place, other])
        or _leaves_tags(schemas, place, other)
    )


def never_passes_written(schemas: SchemaSet, place: Location, other: Location) -> bool:
    """Whether nothing that is written of a schema's values passes another schema.

    What is required of the other one's values may be missing, defaults are there.
    """
    known = _names(schemas, place)
    return (
        (known is not None and not required_by(schemas, other) <= known)
        or never_passes(schemas, place, other)
        or _refuses(schemas, other, place, _written(schemas, place))
        or any(
            all(never_passes_written(schemas, place, branch) for branch in branches)
            for part in parts(schemas, other)
            for branches in choices(schemas, part).values()
        )
    )


def _refuses(schemas: SchemaSet, other: Location, place: Location, there: Set[str]) -> bool:
    """Whether one schema refuses the objects of another one, in which some members always are."""
    asked = there | required_by(schemas, other)
    return _forbids(schemas, other, there) or _differ(schemas, place, other, asked)


@once
def _required(schemas: SchemaSet, location: Location) -> frozenset[str]:
    """The members that all objects of a schema have, by those around it too."""
    around = (required_by(schemas, place) for place in _around(location))
    return required_by(schemas, location).union(*around)


@once
def _written(schemas: SchemaSet, location: Location) -> frozenset[str]:
    """The members that are written of every object of a schema, and of those around it."""
    places = (location, *_around(location))
    return _always_written(schema for place in places for schema in parts(schemas, place).values())


def _always_written(schemas: Iterable[dict[str, Json]]) -> frozenset[str]:
    """The members that are written of every object: those required, and constants by default.

    Any other default may be refused by what else is said of the member, and is none then.
    """
    found = list(schemas)
    described = [
        (name, members(member))
        for schema in found
        for name, member in members(schema.get("properties")).items()
    ]
    filled = {
        name
        for name, member in described
        if {"const", "default"} <= member.keys()
        and identity(member["const"]) == identity(member["default"])
    }
    left_out = {name for name, member in described if member.get("x-omit-default") is True}
    return asked_of(found) | (filled - left_out)


@once
def _names(schemas: SchemaSet, location: Location) -> frozenset[str] | None:
    """The members that a record of a schema's values may have; None where it may have any."""
    found = [*_inside(schemas, location)]
    names: set[str] = set()
    for around in _around(location):
        found.append(around)
        names |= _optional(schemas, around)
    for place in found:
        held = parts(schemas, place)
        beside = kept_for(schemas, held)
        if beside.others or any(map(opening, held.values())):
            return None
        names.update(asked_of(held.values()), named_in(held.values()), beside.names)
    return frozenset(names)


@once
def _optional(schemas: SchemaSet, union: Location) -> frozenset[str]:
    """The members that branches of a union may do without, which others keep for their sake."""
    return frozenset(
        name
        for branch in branches_in(schemas, union)
        for name in named_in(parts(schemas, branch).values()) - required_by(schemas, branch)
    )


def _inside(schemas: SchemaSet, location: Location) -> Iterator[Location]:
    """A schema, and the branches of the unions in it, at any depth."""
    yield location
    for branch in branches_in(schemas, location):
        yield from _inside(schemas, branch)


def _around(location: Location) -> Iterator[Location]:
    """The schemas that combine the one at a place with others."""
    around = whole_of(location)
    while around:
        yield around
        around = whole_of(around)


def _forbids(schemas: SchemaSet, location: Location, names: Iterable[str]) -> bool:
    """Whether a schema allows no member of one of some names."""
    for schema in parts(schemas, location).values():
        if schema.get("additionalProperties") is False:
            patterns = members(schema.get("patternProperties"))
            for name in names:
                allowed = name in members(schema.get("properties"))
                if not (allowed or any(matches(pattern, name) for pattern in patterns)):
                    return True
    return False


def _differ(schemas: SchemaSet, place: Location, other: Location, names: Iterable[str]) -> bool:
    """Whether one of some members has no value that both schemas allow for it."""
    ours, theirs = parts(schemas, place), parts(schemas, other)
    return any(
        not in_all([domain(schemas, one), domain(schemas, two)]).types
        for name in names
        for one, two in product(described(schemas, ours, name), described(schemas, theirs, name))
    )


def _leaves_tags(schemas: SchemaSet, place: Location, other: Location) -> bool:
    """Whether one of two schemas turns away the tags of the other one."""
    return any(
        tag.required and refused_tags(schemas, turning, path) >= identities(tag.values)
        for turning, tagged in ((place, other), (other, place))
        for path, tag in tags(schemas, tagged).items()
    )
