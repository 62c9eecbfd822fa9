"""What a schema guarantees about every value that passes it, through `$ref` and `allOf`."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from eventwright import patterns
from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.reading.dialect import JSON_TYPES
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import TagValue, are_alike, json_type, tag_value
from eventwright.reading.refs import SchemaSet, once
from eventwright.reading.vocabulary import meaning

UnionKeyword: TypeAlias = Literal["oneOf", "anyOf"]
MAX_TAG_DEPTH = 2
"""How many names deep a tag may stand in an object."""
MAX_UNION_DEPTH = 3
"""How many unions inside each other are looked through for the types of a value."""
UNIONS: tuple[UnionKeyword, ...] = ("oneOf", "anyOf")
_COMBINING = ("allOf", *UNIONS)
_ITEMS = frozenset({"items", "prefixItems"})
# Keywords that may allow members without naming them in `properties`.
_OPENING = frozenset(
    "additionalProperties patternProperties unevaluatedProperties if dependentSchemas".split()
)
_IN_PLACE = re.compile(rf"(/({'|'.join(_COMBINING)})/[0-9]+)+")


@frozen
class Tag:
    """The constants that a member can have, of one JSON type, and whether it must be there."""

    values: tuple[TagValue, ...]
    required: bool


@once
def parts(schemas: SchemaSet, location: Location) -> Mapping[Location, dict[str, Json]]:
    """All schemas that a value must pass to pass this one, by their places, itself first.

    One that is only true or false stands there as an empty one.
    """
    found: dict[Location, dict[str, Json]] = {}
    pending = [location]
    for place in pending:  # which grows meanwhile
        if place not in found:
            found[place] = members(schemas.at(place))
            pending += direct_parts(schemas, place)
    return found


def direct_parts(schemas: SchemaSet, place: Location) -> Iterator[Location]:
    """The schemas that one names itself, which a value must pass to pass it."""
    if place in schemas.targets:
        yield schemas.targets[place]
    yield from schemas.joined.get(place, ())
    yield from _all_asked(schemas, place)


def _all_asked(schemas: SchemaSet, place: Location) -> Iterator[Location]:
    """The schemas of `allOf`, and that of a union of one branch, which is no choice."""
    schema = members(schemas.at(place))
    for keyword in (word for word in _COMBINING if word in schema):
        branches = branches_of(schemas, place, keyword)
        if keyword == "allOf" or len(branches) == 1:
            yield from branches


def stands_in(part: Location, whole: Location) -> bool:
    """Whether a schema that is combined stands inside of another one, with no reference between."""
    return bool(_IN_PLACE.fullmatch(f"{part}".removeprefix(f"{whole}")))


def names_members(schema: dict[str, Json]) -> bool:
    """Whether a schema says which members an object has: none, perhaps, but not any."""
    named = schema.get("properties")
    return named is not None and (named != {} or schema.get("additionalProperties", False) is False)


def opening(schema: dict[str, Json]) -> Sequence[str]:
    """The keywords for which a record of a schema keeps members that none describes."""
    return [word for word in sorted(_OPENING & schema.keys()) if schema[word] is not False]


def describes_items(schema: dict[str, Json]) -> bool:
    """Whether a schema says what is in an array."""
    return not _ITEMS.isdisjoint(schema)


def whole_of(part: Location) -> Location | None:
    """The schema that combines the one at a place with others; None where none does."""
    keyword = part.parent
    return keyword.parent if stands_in(part, keyword.parent) else None


def branches_of(schemas: SchemaSet, location: Location, keyword: str) -> Sequence[Location]:
    """The schemas that a keyword combines; one of `anyOf` that says what another says is none."""
    branches = schemas.combined(location, keyword)
    if keyword != "anyOf" or len(branches) == 1:
        return branches
    first: dict[Hashable, Location] = {}
    for branch in branches:
        first.setdefault(meaning(schemas.at(branch)), branch)
    return list(first.values())


@once
def choices(schemas: SchemaSet, location: Location) -> Mapping[UnionKeyword, Sequence[Location]]:
    """The branches of the unions in a schema, but for those that leave no choice."""
    schema = members(schemas.at(location))
    unions = {word: branches_of(schemas, location, word) for word in UNIONS if word in schema}
    return {keyword: branches for keyword, branches in unions.items() if len(branches) > 1}


def branches_in(schemas: SchemaSet, location: Location) -> Iterator[Location]:
    """The branches of the unions that a schema is made of."""
    for place in parts(schemas, location):
        for branches in choices(schemas, place).values():
            yield from branches


def named_in(schemas: Iterable[dict[str, Json]]) -> frozenset[str]:
    """The members that some schemas of an object describe by their names."""
    return frozenset(name for schema in schemas for name in members(schema.get("properties")))


def allowed(schemas: Iterable[dict[str, Json]]) -> frozenset[str] | None:
    """The only names that members of an object may have; None where some schemas allow others."""
    closed = [
        named_in([schema])
        for schema in schemas
        if schema.get("additionalProperties") is False and "patternProperties" not in schema
    ]
    return frozenset.intersection(*closed) if closed else None


def matches(pattern: str, name: str) -> bool:
    """Whether a name of a member matches a pattern, as far as that is told in a moment."""
    try:
        quick = patterns.is_quick(pattern, name)
        return quick and re.search(patterns.python(pattern), name) is not None
    except patterns.PatternError:
        return False  # the plan refuses it


def only_pattern(schemas: SchemaSet, location: Location) -> Location | None:
    """The schema of an object's members, where the names of all of them match one pattern."""
    found = parts(schemas, location)
    patterns = [
        place.child("patternProperties", pattern)
        for place, schema in found.items()
        for pattern in members(schema.get("patternProperties"))
    ]
    closed = any(schema.get("additionalProperties") is False for schema in found.values())
    named = any(names_members(schema) for schema in found.values())
    return patterns[0] if len(patterns) == 1 and closed and not named else None


def asked_of(schemas: Iterable[dict[str, Json]]) -> frozenset[str]:
    """The members that some schemas of an object require."""
    return frozenset(str(name) for schema in schemas for name in array(schema.get("required")))


@once
def types(schemas: SchemaSet, location: Location) -> frozenset[str] | None:
    """The JSON types that a value can have; None where the schema does not say."""
    return _types(schemas, location)


def _types(
    schemas: SchemaSet, location: Location, depth: int = MAX_UNION_DEPTH
) -> frozenset[str] | None:
    found: frozenset[str] | None = None
    for place, schema in parts(schemas, location).items():
        for allowed in (stated_types(schema), *_types_of_unions(schemas, place, depth)):
            if allowed is not None:
                found = allowed if found is None else common_types(found, allowed)
    return found


def _types_of_unions(
    schemas: SchemaSet, location: Location, depth: int
) -> Iterator[frozenset[str] | None]:
    for branches in choices(schemas, location).values() if depth else ():
        yield types_of_any(_types(schemas, branch, depth - 1) for branch in branches)


def types_of_any(branches: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """The types that one branch or another allows; None where one does not say."""
    joined: frozenset[str] = frozenset()
    for allowed in branches:
        if allowed is None:
            return None
        joined |= allowed
    return joined


def common_types(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The types that both allow; an integer is a number too."""
    integer = any("integer" in a and "number" in b for a, b in ((one, other), (other, one)))
    return (one & other) | frozenset({"integer"} if integer else ())


def is_object(schemas: SchemaSet, location: Location) -> bool:
    """Whether every value is an object."""
    return types(schemas, location) == frozenset({"object"})


def stated_types(schema: dict[str, Json]) -> frozenset[str] | None:
    """The JSON types that a schema allows itself: those of its constants, or of `type`."""
    if "const" in schema:
        return frozenset({json_type(schema["const"])})
    if "enum" in schema:
        return frozenset(map(json_type, array(schema["enum"])))
    return own_type(schema)


def own_type(schema: dict[str, Json]) -> frozenset[str] | None:
    """The JSON types that the keyword `type` allows; None where it is not there, or allows all."""
    wanted = schema.get("type")
    if isinstance(wanted, str):
        return frozenset({wanted})
    listed = frozenset(map(str, array(wanted)))
    return None if not listed or listed | {"integer"} == JSON_TYPES else listed


def tags(
    schemas: SchemaSet,
    location: Location,
    union: Location | None = None,
    depth: int = MAX_TAG_DEPTH,
) -> Mapping[tuple[str, ...], Tag]:
    """The members that can have only certain constants, by their path, in the schema's order.

    What stands around its union may say for a branch that it is an object, and what it requires.
    """
    asking = [location] if union is None else [location, union]
    if not any(is_object(schemas, place) for place in asking):
        return {}
    required = asked_of(schema for place in asking for schema in parts(schemas, place).values())
    found: dict[tuple[str, ...], Tag] = {}
    for place, schema in parts(schemas, location).items():
        for name in members(schema.get("properties")):
            member = place.child("properties", name)
            values = constants(schemas, member)
            if values:
                found[(name,)] = Tag(values, name in required)
            elif depth > 1 and name in required:
                inner = tags(schemas, member, depth=depth - 1)
                found |= {(name, *path): tag for path, tag in inner.items()}
    return found


def constants(schemas: SchemaSet, location: Location) -> tuple[TagValue, ...]:
    """What a schema admits, where it is a closed set of possible tags of one type; else none."""
    for schema in parts(schemas, location).values():
        listed = [schema["const"]] if "const" in schema else array(schema.get("enum"))
        values = [value for value in map(tag_value, listed) if value is not None]
        if len(values) == len(listed) and are_alike(values):
            return tuple(dict.fromkeys(values))
    return ()


def strings(schemas: SchemaSet, location: Location) -> tuple[str, ...]:
    """The strings that a schema admits, where it is a closed set of strings; else none."""
    return tuple(value for value in constants(schemas, location) if isinstance(value, str))


def fixed_items(schemas: SchemaSet, location: Location) -> tuple[Location, ...]:
    """The places of all items of an array that has just these; none where it may have others."""
    found = parts(schemas, location)
    prefixed = [place for place, schema in found.items() if "prefixItems" in schema]
    if len(prefixed) != 1:
        return ()
    (place,) = prefixed
    count = len(array(found[place]["prefixItems"]))
    at_least = any(schema.get("minItems") == count for schema in found.values())
    at_most = any(schema.get("maxItems") == count for schema in found.values())
    if not (at_least and (at_most or found[place].get("items") is False)):
        return ()
    return tuple(place.child("prefixItems", index) for index in range(count))


def array(value: Json) -> list[Json]:
    """The value where it is an array, else an empty one."""
    return value if isinstance(value, list) else []


def members(value: Json) -> dict[str, Json]:
    """The value where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}
