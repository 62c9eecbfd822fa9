"""Whether a schema looks at everything that its values keep."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Set

from eventwright.errors import Location
from eventwright.modelling.asks import Kept
from eventwright.modelling.demands import kept, kept_of, members_beside
from eventwright.modelling.encodings import InternallyTagged
from eventwright.modelling.facts import (
    UNIONS,
    array,
    asked_of,
    branches_in,
    choices,
    fixed_items,
    members,
    named_in,
    only_pattern,
    parts,
    types,
)
from eventwright.modelling.unions import recognise
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import double_holds
from eventwright.reading.refs import SchemaSet, once

_OBJECTS = frozenset({"object"})
_ITEMS = frozenset({"items", "prefixItems", "unevaluatedItems"})
_MEMBERS = frozenset({"additionalProperties", "patternProperties", "unevaluatedProperties"})
# What only tries a value marks its parts as evaluated without a look at how they are kept.
_TRYING = frozenset({"contains", "anyOf", "oneOf", "if", "dependentSchemas"})
# Other members are kept because of these, and not looked at by them.
_OPENING = frozenset({"patternProperties", "if", "dependentSchemas"})
# What a schema may say beside a reference without saying anything of its values.
_REFERRING = frozenset({"$ref", "title", "description", "default", "deprecated"})


class Settled:
    """Whether a schema looks at all that is kept of its values, so that nothing is kept unseen.

    It is found out once for each: no schema leads back to itself while it is about one value.
    """

    def __init__(self, schemas: SchemaSet, whole: Container[Location]) -> None:
        """Take the schemas, and the places whose values keep members that no schema describes."""
        self._schemas = schemas
        self._whole = whole
        self._known: dict[Location, bool] = {}
        self._known_of_objects: dict[Location, bool] = {}

    def __call__(self, location: Location, *, objects: bool = False) -> bool:
        """Whether the schema at a place does so.

        Args:
            location: The place.
            objects: Whether its values are known to be objects, even if it does not say so.
        """
        answers = self._known_of_objects if objects else self._known
        known = answers.get(location)
        if known is None:
            known = answers[location] = self._looks_inside(location, objects=objects)
        return known

    def _looks_inside(self, location: Location, *, objects: bool) -> bool:
        schemas = self._schemas
        kinds = types(schemas, location)
        if kinds is None and objects:
            kinds = _OBJECTS
        if kinds is not None and kinds.isdisjoint({"array", "object", "integer"}):
            return True  # there is nothing inside, nor a wide constant
        found = parts(schemas, location)
        if False in map(schemas.at, found):
            return True  # there are no values
        keeping = [place for place in found if place in self._whole]
        if "$ref" in found[location] and _REFERRING.issuperset(found[location]) and not keeping:
            return self(schemas.targets[location], objects=objects)
        if any(map(_is_wide, found.values())):
            return False
        # What is referred to looks at its own values.
        whole = any(f"{place}/".startswith(f"{location}/") for place in keeping)
        if kinds is not None:
            listed = any("const" in schema or "enum" in schema for schema in found.values())
            items = "array" not in kinds or _says(found, "items", _ITEMS)
            others = "object" not in kinds or not (whole or _is_open(schemas, location))
            if listed or (
                (items or fixed_items(schemas, location))
                and (
                    others
                    or _says(found, "additionalProperties", _MEMBERS)
                    or only_pattern(schemas, location)
                )
            ):
                return True
        # A member that is asked for is kept.
        asked = asked_of(found.values()) - named_in(found.values())
        beside = kept_of(schemas, location)
        asked |= beside.names.keys()
        return not (whole or beside.others or keeps_others(found.values())) and any(
            self._look_inside(place, asked, objects=kinds == _OBJECTS) for place in found
        )

    def _look_inside(self, location: Location, asked: Set[str], *, objects: bool) -> bool:
        """Whether all branches of a union in a schema do so, and describe the members asked for."""
        schemas = self._schemas
        for keyword, branches in choices(schemas, location).items():
            # Of untagged objects, a value may keep what only another branch has looked at.
            tagged = objects and isinstance(recognise(schemas, location, keyword), InternallyTagged)
            if all(
                self(branch, objects=tagged and types(schemas, branch) is None)
                and asked <= _named(schemas, branch)
                for branch in branches
            ):
                return True
        return False


@once
def _named(schemas: SchemaSet, location: Location) -> Set[str]:
    """The members that a schema describes, or that each branch of a union in it does."""
    found = parts(schemas, location)
    inside = (
        frozenset.intersection(*(frozenset(_named(schemas, branch)) for branch in branches))
        for place in found
        for branches in choices(schemas, place).values()
    )
    return named_in(found.values()).union(*inside)


def keeps_others(schemas: Iterable[dict[str, Json]]) -> bool:
    """Whether members that none of some schemas names are kept because of what these may say."""
    return any(not _OPENING.isdisjoint(schema) for schema in schemas)


def _is_open(schemas: SchemaSet, location: Location) -> bool:
    """Whether objects may keep members that `properties` doesn't describe."""
    found = parts(schemas, location)
    named = named_in(found.values())
    branches = list(_branches(schemas, found))
    looked_at = [*found.values(), *(part for branch in branches for part in branch)]
    if not named or keeps_others(looked_at) or kept_of(schemas, location):
        return True
    if not asked_of(found.values()).union(*map(_left_to_others, branches)) <= named:
        return True
    return any(
        joined.others or not joined.names.keys() <= named
        for joined in _kept_of_branches(schemas, location)
    )


def _branches(
    schemas: SchemaSet, found: Mapping[Location, dict[str, Json]]
) -> Iterator[Iterable[dict[str, Json]]]:
    """The branches of unions, each with the schemas that it is made of."""
    for place in found:
        for keyword in UNIONS:
            for branch in schemas.combined(place, keyword):
                yield parts(schemas, branch).values()


def _kept_of_branches(schemas: SchemaSet, location: Location) -> Iterator[Kept]:
    """What types keep that are made of a branch of a union and of what stands beside it."""
    for branch in branches_in(schemas, location):
        if beside := members_beside(schemas, location, branch):
            yield kept(schemas, [*parts(schemas, branch), *beside])


def _left_to_others(branch: Iterable[dict[str, Json]]) -> Set[str]:
    """The members that a branch of a union requires and does not describe itself."""
    return asked_of(branch) - named_in(branch)


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
