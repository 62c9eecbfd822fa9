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
from eventwright.reading.vocabulary import has_only, meaning, meant

_MOST = 50
"""How many branches are compared with each other."""
_PLAIN = ("type", "properties", "required", "additionalProperties", "$ref", "allOf")
_NOT_READ = frozenset(
    "not if then else contains propertyNames dependentSchemas allOf anyOf oneOf".split()
)
"""What stands in these is not read by itself, or not at all."""


@frozen
class _Object:
    """What an object is asked that keeps no members but those that are described."""

    described: Mapping[str, Hashable]
    """The members, each with what is said of it."""
    required: frozenset[str]
    closed: bool
    resource: Location
    """In which the references of its members have one meaning."""


def swallowed(schemas: SchemaSet, told: Set[Location]) -> Iterator[Problem]:
    """The branches, but those of unions told of already, whose values can't be read again."""
    referring = {schemas.targets[at] for at in schemas.targets if not _only_refers(schemas, at)}
    for place, schema in schemas.schemas.items():
        is_alone = meant(members(schema)) <= {"oneOf", "type"} and place not in referring
        if not is_alone or place.child("oneOf") in told or not _NOT_READ.isdisjoint(place.steps):
            continue
        branches = list(branches_of(schemas, place, "oneOf"))
        if len(branches) <= _MOST and isinstance(recognise(schemas, place, "oneOf"), Trial):
            yield from _among(schemas, branches)


def _only_refers(schemas: SchemaSet, place: Location) -> bool:
    return meant(members(schemas.at(place))) <= {"$ref"}


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
    if not is_object(schemas, branch):
        return None
    found = {at: said for at, said in parts(schemas, branch).items() if meant(said) - {"$ref"}}
    described: dict[str, Hashable] = {}
    for schema in found.values():
        named = members(schema.get("properties"))
        if not has_only(schema, *_PLAIN) or described.keys() & named.keys():
            return None
        described |= {name: meaning(value) for name, value in named.items()}
    closing = [s["additionalProperties"] for s in found.values() if "additionalProperties" in s]
    resources = {schemas.resource_of(place) for place in found}
    required = asked_of(found.values())
    is_plain = closing in ([], [False]) and (not closing or len(found) == 1)
    if not is_plain or len(resources) != 1 or not required <= described.keys():
        return None
    return _Object(described, required, bool(closing), *resources)


def _takes_all(one: _Object, other: _Object) -> bool:
    """Whether one branch takes every value of another one, as that is written."""
    alike = all(other.described.get(name, said) == said for name, said in one.described.items())
    known = not one.closed or other.described.keys() <= one.described.keys()
    same = one.resource == other.resource
    return same and alike and known and one.required <= other.required
