"""What values may pass a schema, as far as its types and the values that it lists tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, reduce

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.facts import (
    MAX_UNION_DEPTH,
    array,
    choices,
    common_types,
    members,
    own_type,
    parts,
)
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import identity, json_type
from eventwright.reading.refs import SchemaSet, once


@frozen
class Domain:
    """The JSON types that values may have; no value is left where there is none."""

    types: frozenset[str]
    values: tuple[Json, ...] | None = None
    """The values themselves, where only a few may be left."""

    def overlaps(self, types: frozenset[str]) -> bool:
        """Whether some values may have one of these JSON types."""
        return bool(common_types(self.types, types))

    def kept(self, values: Iterable[Json]) -> tuple[Json, ...]:
        """Those of some values that are in it."""
        if self.values is not None:
            own = set(map(identity, self.values))
            return tuple(value for value in values if identity(value) in own)
        types = self.types | ({"integer"} if "number" in self.types else set())
        return tuple(value for value in values if json_type(value) in types)


EVERYTHING = Domain(frozenset({"null", "boolean", "number", "string", "array", "object"}))
STRINGS = Domain(frozenset({"string"}))
NOTHING = Domain(frozenset())


def of_values(values: Sequence[Json]) -> Domain:
    """The domain of just these values."""
    return Domain(frozenset(map(json_type, values)), tuple(values))


@cache
def of_types(types: frozenset[str] | tuple[str, ...]) -> Domain:
    """The domain of all values of these types; the same object for the same types."""
    return Domain(frozenset(types))


def in_all(domains: Iterable[Domain]) -> Domain:
    """What is in all of some domains; values are in the order of the first that lists some."""
    return reduce(_both, domains, EVERYTHING)


def in_any(domains: Iterable[Domain]) -> Domain:
    """What is in one of some domains."""
    found = list(domains)
    listed = [value for domain in found for value in domain.values or ()]
    if all(domain.values is not None for domain in found):
        return of_values(listed)
    return Domain(frozenset().union(*(domain.types for domain in found)))


def _both(one: Domain, other: Domain) -> Domain:
    if one is other or other is EVERYTHING:
        return one
    if one is EVERYTHING:
        return other
    if one.values is not None:
        return of_values(other.kept(one.values))
    if other.values is not None:
        return _both(other, one)
    return Domain(common_types(one.types, other.types))


@once
def domain(schemas: SchemaSet, location: Location) -> Domain:
    """The values that may pass the schema at a place."""
    return _domain(schemas, location)


def _domain(schemas: SchemaSet, location: Location, depth: int = MAX_UNION_DEPTH) -> Domain:
    return in_all(
        asked
        for place in parts(schemas, location)
        for asked in _asked(schemas, place, schemas.at(place), depth)
    )


def _asked(schemas: SchemaSet, place: Location, schema: Json, depth: int) -> Iterator[Domain]:
    """What a schema says itself, and what the unions in it do."""
    if schema is False:
        yield NOTHING
    said = members(schema)
    if "const" in said:
        yield of_values([said["const"]])
    if "enum" in said:
        yield of_values(array(said["enum"]))
    types = own_type(said)
    if types is not None:
        yield of_types(types)
    for branches in choices(schemas, place).values() if depth else ():
        yield in_any(_domain(schemas, branch, depth - 1) for branch in branches)
