"""Branches of a `oneOf` whose values are refused once written, since another one takes them too."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Set
from itertools import permutations

from eventwright.errors import Location, Problem
from eventwright.frozen import frozen
from eventwright.modelling.encodings import Trial
from eventwright.modelling.facts import asked_of, branches_of, is_object, members, parts
from eventwright.modelling.unions import recognise
from eventwright.reading.refs import SchemaSet
from eventwright.reading.vocabulary import has_only, meaning

_MOST = 50
"""How many branches are compared with each other."""


@frozen
class _Object:
    """What an object is asked that keeps no members but those that are described."""

    described: Mapping[str, Hashable]
    """The members, each with what is said of it."""
    required: frozenset[str]
    closed: bool


def swallowed(schemas: SchemaSet, told: Set[Location]) -> Iterator[Problem]:
    """The branches, but those of unions told of already, whose values can't be read again."""
    for place, schema in schemas.schemas.items():
        if "oneOf" not in members(schema) or place.child("oneOf") in told:
            continue
        branches = list(branches_of(members(schema), place, "oneOf"))
        if len(branches) <= _MOST and isinstance(recognise(schemas, place, "oneOf"), Trial):
            yield from _among(schemas, branches)


def _among(schemas: SchemaSet, branches: list[Location]) -> Iterator[Problem]:
    found = {branch: made for branch in branches if (made := _object(schemas, branch))}
    for one, other in permutations(found, 2):
        if _takes_all(found[other], found[one]):
            problem = (
                f"writes what {other.pointer} takes too, so that no value of it can be read again"
            )
            cure = 'write "anyOf" for "oneOf", or tell the two apart by a constant'
            yield Problem(one, problem, cure)


def _object(schemas: SchemaSet, branch: Location) -> _Object | None:
    """What a branch asks of its values, where that is plain."""
    described: dict[str, Hashable] = {}
    closed = False
    if not is_object(schemas, branch):
        return None
    for schema in parts(schemas, branch).values():
        named = members(schema.get("properties"))
        words = ("type", "properties", "required", "additionalProperties", "$ref", "allOf")
        others = schema.get("additionalProperties", False)
        if not has_only(schema, *words) or others is not False or described.keys() & named.keys():
            return None
        described |= {name: meaning(value) for name, value in named.items()}
        closed = closed or "additionalProperties" in schema
    required = asked_of(parts(schemas, branch).values())
    return _Object(described, required, closed) if required <= described.keys() else None


def _takes_all(one: _Object, other: _Object) -> bool:
    """Whether one branch takes every value of another one, as that is written."""
    alike = all(other.described.get(name, said) == said for name, said in one.described.items())
    known = not one.closed or other.described.keys() <= one.described.keys()
    return alike and known and one.required <= other.required
