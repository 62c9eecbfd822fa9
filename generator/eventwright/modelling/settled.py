"""Whether a schema looks at everything that its values keep."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Set

from eventwright.errors import Location
from eventwright.modelling.facts import UNIONS, array, fixed_items, members, parts, types
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import double_holds
from eventwright.reading.refs import SchemaSet

_ITEMS = frozenset({"items", "prefixItems", "unevaluatedItems"})
_MEMBERS = frozenset({"additionalProperties", "patternProperties", "unevaluatedProperties"})
# What only tries a value marks its parts as evaluated without a look at how they are kept.
_TRYING = frozenset({"contains", "anyOf", "oneOf", "if", "dependentSchemas"})
# Other members are kept because of these, and not looked at by them.
_OPENING = frozenset({"patternProperties", "if", "dependentSchemas"})


def settled(schemas: SchemaSet, location: Location, whole: Container[Location]) -> bool:
    """Whether a schema looks at all that is kept of its values, so that nothing is kept unseen.

    Args:
        schemas: The schemas.
        location: Where the schema stands.
        whole: The places whose values keep the members that no schema describes.
    """
    return _settled(schemas, location, whole, {})


def _settled(
    schemas: SchemaSet,
    location: Location,
    whole: Container[Location],
    known: dict[Location, bool],
) -> bool:
    if location not in known:
        known[location] = True  # what holds itself is looked at where it is held
        known[location] = _looks_inside(schemas, location, whole, known)
    return known[location]


def _looks_inside(
    schemas: SchemaSet,
    location: Location,
    whole: Container[Location],
    known: dict[Location, bool],
) -> bool:
    kinds = types(schemas, location)
    if kinds is not None and kinds.isdisjoint({"array", "object", "integer"}):
        return True  # there is nothing inside, nor a wide constant
    places = parts(schemas, location)
    if any(schemas.at(place) is False for place in places):
        return True  # there are no values
    found = {place: members(schemas.at(place)) for place in places}
    if any(map(_is_wide, found.values())):
        return False
    # What is referred to looks at its own values.
    kept = any(place in whole for place in places if f"{place}/".startswith(f"{location}/"))
    if kinds is not None:
        listed = any("const" in schema or "enum" in schema for schema in found.values())
        items = "array" not in kinds or _says(found, "items", _ITEMS)
        others = "object" not in kinds or not (kept or _is_open(schemas, found))
        if listed or (
            (items or fixed_items(schemas, location))
            and (others or _says(found, "additionalProperties", _MEMBERS))
        ):
            return True
    if kept:
        return False
    for place, schema in found.items():
        for keyword in ("oneOf", "anyOf"):
            places = [place.child(keyword, i) for i in range(len(array(schema.get(keyword))))]
            if places and all(_settled(schemas, branch, whole, known) for branch in places):
                return True
    return False


def _is_open(schemas: SchemaSet, found: Mapping[Location, dict[str, Json]]) -> bool:
    """Whether objects may keep members that `properties` doesn't describe."""
    named = {name for schema in found.values() for name in members(schema.get("properties"))}
    branches = list(_branches(schemas, found))
    looked_at = [*found.values(), *(part for branch in branches for part in branch)]
    if not named or any(not _OPENING.isdisjoint(schema) for schema in looked_at):
        return True
    required = {name for schema in found.values() for name in array(schema.get("required"))}
    return not named.issuperset((*required, *_asked_by_branches(branches)))


def _branches(
    schemas: SchemaSet, found: Mapping[Location, dict[str, Json]]
) -> Iterator[list[dict[str, Json]]]:
    """The branches of unions, each with the schemas that it is made of."""
    for place, schema in found.items():
        for keyword in UNIONS:
            for index in range(len(array(schema.get(keyword)))):
                inside = parts(schemas, place.child(keyword, index))
                yield [members(schemas.at(part)) for part in inside]


def _asked_by_branches(branches: Iterable[list[dict[str, Json]]]) -> Iterator[Json]:
    """The members that a branch of a union requires and does not describe itself."""
    for branch in branches:
        named = {name for part in branch for name in members(part.get("properties"))}
        asked = {name for part in branch for name in array(part.get("required"))}
        yield from asked - named


def _says(found: Mapping[Location, dict[str, Json]], keyword: str, family: Set[str]) -> bool:
    """Whether one keyword alone says what the parts of a value are that no name tells apart.

    Where several say it, the parts are kept as any JSON, and none of them looks at all of it.
    """
    said = [(name, schema[name]) for schema in found.values() for name in family & schema.keys()]
    tried = any(not _TRYING.isdisjoint(schema) for schema in found.values())
    match said:
        case [(name, part)]:
            # What is unevaluated is kept as any JSON, of which only a schema for all sees all.
            for_all = name.startswith("unevaluated") and not members(part) and not tried
            return name == keyword or for_all
        case _:
            return False


def _is_wide(schema: Mapping[str, Json]) -> bool:
    """Whether an allowed value holds an integer that a double does not, in a branch perhaps."""
    branches = (members(branch) for keyword in UNIONS for branch in array(schema.get(keyword)))
    return _holds_wide([schema.get("const"), schema.get("enum")]) or any(map(_is_wide, branches))


def _holds_wide(value: Json) -> bool:
    match value:
        case list():
            return any(map(_holds_wide, value))
        case dict():
            return any(map(_holds_wide, value.values()))
        case _:
            return isinstance(value, int) and not double_holds(value)
