"""Recognise how a `oneOf` or `anyOf` is encoded on the wire, or say why it can't be told.

Recognition is exact: a union is taken for tagged only where choosing the branch by its tag gives
the verdict that trying every branch would give.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.load import Json
from eventwright.refs import SchemaSet
from eventwright.vocabulary import ANNOTATIONS


@dataclass(frozen=True, slots=True)
class StringEnum:
    """Every branch is a string constant: the values, each with the place that describes it."""

    values: tuple[tuple[str, Location], ...]


@dataclass(frozen=True, slots=True)
class NullOr:
    """One branch is null, the other one is this."""

    inner: Location


@dataclass(frozen=True, slots=True)
class TaggedBranch:
    """A branch, the tag that selects it, and the schema of its payload (None: a bare string)."""

    tag: str
    payload: Location | None
    location: Location


@dataclass(frozen=True, slots=True)
class InternallyTagged:
    """Every branch is an object with its own constant in the required member `tag`."""

    tag: str
    branches: tuple[TaggedBranch, ...]


@dataclass(frozen=True, slots=True)
class ExternallyTagged:
    """Every branch is a bare string, or an object whose one allowed member is its tag."""

    branches: tuple[TaggedBranch, ...]


Encoding: TypeAlias = StringEnum | NullOr | InternallyTagged | ExternallyTagged


_STRING = (None, "string")


def recognise(schemas: SchemaSet, location: Location) -> Encoding | None:
    """The encoding of the union at this place; None where the schema is no union.

    Raises:
        EventwrightError: There is a union, and its encoding can't be told.
    """
    schema = schemas.at(location)
    keyword = next((k for k in ("oneOf", "anyOf") if isinstance(schema, dict) and k in schema), "")
    if not keyword:
        return None
    at_keyword = location.child(keyword)
    count = len(_array(schemas.at(at_keyword)))
    branches = tuple(at_keyword.child(index) for index in range(count))
    encoding = (
        _null_or(schemas, branches)
        or _string_enum(schemas, branches)
        or _internally_tagged(schemas, branches)
        or _externally_tagged(schemas, branches)
    )
    if encoding is None:
        raise EventwrightError(
            Problem(
                at_keyword,
                "it can't be told how this union is encoded",
                "give every branch a required member of one name with a constant of its own, make"
                " every branch an object with one required member and no others (or a string"
                ' constant), or let it have two branches of which one is {"type": "null"}',
            )
        )
    return encoding


def _array(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _follow(schemas: SchemaSet, location: Location) -> Location:
    while location in schemas.targets:
        location = schemas.targets[location]
    return location


def constants(schemas: SchemaSet, location: Location) -> tuple[str, ...]:
    """The strings that a schema admits, where it is a `const` or an `enum` of strings alone."""
    schema = _object(schemas.at(_follow(schemas, location)))
    if not _has_only(schema, "const", "enum", "type") or schema.get("type") not in _STRING:
        return ()
    values = [schema["const"]] if "const" in schema else _array(schema.get("enum"))
    strings = tuple(value for value in values if isinstance(value, str))
    return strings if len(strings) == len(values) else ()


def _null_or(schemas: SchemaSet, branches: tuple[Location, ...]) -> NullOr | None:
    others = [b for b in branches if not _is_null(_object(schemas.at(b)))]
    return NullOr(others[0]) if len(branches) == 2 and len(others) == 1 else None


def _is_null(schema: dict[str, Json]) -> bool:
    return schema.get("type") == "null" and _has_only(schema, "type")


def _string_enum(schemas: SchemaSet, branches: tuple[Location, ...]) -> StringEnum | None:
    values = [(value, branch) for branch in branches for value in constants(schemas, branch)]
    complete = all(constants(schemas, branch) for branch in branches)
    return StringEnum(tuple(values)) if complete and _distinct(v for v, _ in values) else None


def _internally_tagged(
    schemas: SchemaSet, branches: tuple[Location, ...]
) -> InternallyTagged | None:
    tags_of = [_own_tags(schemas, branch) for branch in branches]
    for tag in tags_of[0] if tags_of else ():
        if all(tag in tags for tags in tags_of) and _distinct(tags[tag] for tags in tags_of):
            tagged = zip(branches, tags_of, strict=True)
            return InternallyTagged(tag, tuple(TaggedBranch(t[tag], b, b) for b, t in tagged))
    return None


def _own_tags(schemas: SchemaSet, branch: Location) -> dict[str, str]:
    """The required members of an object that can have one string only, with that string."""
    place = _follow(schemas, branch)
    schema = _object(schemas.at(place))
    if schema.get("type") != "object":
        return {}
    tags = {}
    for name in _object(schema.get("properties")):
        values = constants(schemas, place.child("properties", name))
        if len(values) == 1 and name in _array(schema.get("required")):
            tags[name] = values[0]
    return tags


def _externally_tagged(
    schemas: SchemaSet, branches: tuple[Location, ...]
) -> ExternallyTagged | None:
    tagged: list[TaggedBranch] = []
    for branch in branches:
        bare = [TaggedBranch(value, None, branch) for value in constants(schemas, branch)]
        found = bare or _enveloped(schemas, branch)
        if not found:
            return None
        tagged += found
    distinct = _distinct((branch.tag, branch.payload is None) for branch in tagged)
    return ExternallyTagged(tuple(tagged)) if distinct else None


def _enveloped(schemas: SchemaSet, branch: Location) -> list[TaggedBranch]:
    place = _follow(schemas, branch)
    schema = _object(schemas.at(place))
    names = list(_object(schema.get("properties")))
    one_key = len(names) == 1 and schema.get("required") == names
    closed = schema.get("type") == "object" and schema.get("additionalProperties") is False
    plain = _has_only(schema, "type", "properties", "required", "additionalProperties")
    if one_key and closed and plain:
        return [TaggedBranch(names[0], place.child("properties", names[0]), branch)]
    return []


def _has_only(schema: dict[str, Json], *keywords: str) -> bool:
    return not schema.keys() - ANNOTATIONS - set(keywords)


def _distinct(values: Iterable[Hashable]) -> bool:
    items = list(values)
    return len(items) == len(set(items))
