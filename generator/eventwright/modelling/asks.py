"""What the verdict of schemas on an object rests on beside the members that a record describes.

A record is written without the other members of the object that it was read from. Schemas may have
judged the object by these: by `not`, `if` or `minProperties`, or as another branch of a `oneOf`.
They have to judge what is written the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeAlias

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.exclusion import exclude_each_other
from eventwright.modelling.facts import (
    array,
    asked_of,
    choices,
    members,
    named_in,
    opening,
    parts,
)
from eventwright.modelling.in_place import only_asking
from eventwright.reading.jsontext import Json
from eventwright.reading.refs import SchemaSet, once

# Keywords by which a schema refuses objects for members that it does not name.
CLOSING = ("additionalProperties", "unevaluatedProperties")
# Keywords by which one asks for members that it neither describes nor always requires.
_ASKING_MORE = frozenset({"dependentRequired", "minProperties", "const", "enum"})
_REFUSING = ("maxProperties", "propertyNames", "patternProperties", *CLOSING)
_VERDICTS: Mapping[str, Callable[[bool], Sequence[bool]]] = {
    "not": lambda passed: [not passed],
    "if": lambda _: [True, False],
    "then": lambda passed: [passed],
    "else": lambda passed: [passed],
}
"""Which verdicts of the schema under a keyword are to stay, so that the one around it stays."""


CONDITIONS = frozenset({*_VERDICTS, "dependentSchemas"})
"""The keywords of schemas that make no types of what they judge; unions may."""
_CONDITIONS_OR_UNIONS = CONDITIONS | {"oneOf", "anyOf"}

_Ask: TypeAlias = tuple[str | None, Location]
"""A member on which a verdict rests, or None for any other, and the place that says so."""


@frozen
class Watch:
    """A schema that judges values of which another one makes a type."""

    place: Location
    passed: bool
    """Whether what passes it has to pass it as it is written; else, what fails has to fail."""
    around: bool = False
    """Whether it stands around a union, the branches of which have its members."""


@frozen
class Kept:
    """What a record keeps that its schemas neither describe nor require."""

    names: Mapping[str, Location]
    """Members that are asked for by name, each with the place that asks for it."""
    others: bool
    """Whether it keeps all other members, whatever their names."""

    def __bool__(self) -> bool:
        return bool(self.names) or self.others


_NOTHING = Kept({}, others=False)


def kept_for(
    schemas: SchemaSet, places: Collection[Location], outside: Sequence[Watch] = ()
) -> Kept:
    """What a record of schemas that hold together keeps, as these and some others judge its values.

    Nothing, where these schemas allow other members, all of which are kept, or where they forbid
    them.
    """
    held = {place: members(schemas.at(place)) for place in places}
    closed = [word for s in held.values() for word in CLOSING if s.get(word) is False]
    if any(map(opening, held.values())) or "additionalProperties" in closed:
        return _NOTHING
    own = own_watches(schemas, places)
    if not (own or outside) and all(map(_ASKING_MORE.isdisjoint, held.values())):
        return _NOTHING
    known = asked_of(held.values()) | named_in(held.values())
    first = list(_asked_to_pass(held))
    alone = _asked(schemas, first, known, own)
    found = _asked(schemas, first, known, [*own, *outside]) if outside else alone
    # A type with a few more members is of more use than one with any, but not one of them alone.
    is_foreign = len(found.names) - len(alone.names) > len(known) + len(alone.names)
    others = not closed and (found.others or is_foreign)
    return Kept({} if others else found.names, others)


def _asked(
    schemas: SchemaSet, first: Sequence[_Ask], known: Set[str], watches: Sequence[Watch]
) -> Kept:
    """What is asked of an object that has some members, first and by those who judge it."""
    names: dict[str, Location] = {}
    while True:
        asks = list(first)
        for watch in dict.fromkeys(watches):
            asks += _asks(schemas, watch, known | names.keys())
        more: dict[str, Location] = {}
        for name, at in asks:
            if name is not None and name not in known and name not in names:
                more.setdefault(name, at)
        names |= more
        if not more:
            return Kept(names, any(name is None for name, _ in asks))


def _asks(schemas: SchemaSet, watch: Watch, known: Set[str]) -> Sequence[_Ask]:
    """What the verdict of one rests on.

    Args:
        schemas: The schemas.
        watch: The one.
        known: The members that are kept already.
    """
    if watch.passed:
        return _to_pass(schemas, watch.place)
    # Nothing passes without what is never there.
    asked = required_by(schemas, watch.place)
    return _to_fail(schemas, watch.place) if asked <= known else ()


@once
def required_by(schemas: SchemaSet, location: Location) -> frozenset[str]:
    """The members that all objects which pass a schema have."""
    return asked_of(parts(schemas, location).values())


@once
def _to_pass(schemas: SchemaSet, location: Location) -> Sequence[_Ask]:
    return list(_asked_to_pass(parts(schemas, location)))


@once
def _to_fail(schemas: SchemaSet, location: Location) -> Sequence[_Ask]:
    return list(_asked_to_fail(parts(schemas, location)))


def _asked_to_pass(held: Mapping[Location, dict[str, Json]]) -> Iterator[_Ask]:
    """The members without which an object might not pass some schemas any more."""
    sure = len(asked_of(held.values()))
    for place, schema in held.items():
        for index, name in enumerate(array(schema.get("required"))):
            yield str(name), place.child("required", index)
        for holder, names in members(schema.get("dependentRequired")).items():
            for index, name in enumerate(array(names)):
                yield str(name), place.child("dependentRequired", holder, index)
        for name in members(schema.get("properties")):
            yield name, place.child("properties", name)
        if lists_objects(schema):
            yield None, place
        count = schema.get("minProperties")
        if isinstance(count, int | float) and count > sure:
            yield None, place.child("minProperties")


def _asked_to_fail(held: Mapping[Location, dict[str, Json]]) -> Iterator[_Ask]:
    """The members without which an object might pass some schemas that it fails."""
    for place, schema in held.items():
        for keyword in ("properties", "dependentRequired", "dependentSchemas"):
            yield from ((name, place.child(keyword, name)) for name in members(schema.get(keyword)))
        for keyword in _REFUSING:
            if schema.get(keyword, True) is not True:
                yield None, place.child(keyword)
        if lists_objects(schema):
            yield None, place


def lists_objects(schema: dict[str, Json]) -> bool:
    """Whether objects are among the values that a schema lists."""
    is_constant = isinstance(schema.get("const"), dict)
    return is_constant or ("enum" in schema and dict in map(type, array(schema["enum"])))


def own_watches(schemas: SchemaSet, places: Iterable[Location]) -> Sequence[Watch]:
    """What schemas that hold together ask without making types of it, as by `not`."""
    return _all(schemas, _conditions(schemas, places, passed=True))


def _all(schemas: SchemaSet, first: Iterable[Watch]) -> Sequence[Watch]:
    """Some of them, and those in them."""
    found = dict.fromkeys(first)
    pending = list(found)
    for watch in pending:  # which grows meanwhile
        more = [other for other in inside(schemas, watch) if other not in found]
        found |= dict.fromkeys(more)
        pending += more
    return pending


def inside(schemas: SchemaSet, watch: Watch) -> Iterator[Watch]:
    """What the verdict of one rests on beside what is true of all that pass it."""
    places = parts(schemas, watch.place)
    return _conditions(schemas, places, passed=watch.passed, all_unions=True)


def _conditions(
    schemas: SchemaSet, places: Iterable[Location], *, passed: bool, all_unions: bool = False
) -> Iterator[Watch]:
    """What the verdict of schemas that hold together rests on beside themselves.

    Args:
        schemas: The schemas.
        places: Where they stand.
        passed: The verdict.
        all_unions: Whether to look into unions that make types as well.
    """
    for place in places:
        schema = members(schemas.at(place))
        if _CONDITIONS_OR_UNIONS.isdisjoint(schema):
            continue
        for keyword, verdicts in _VERDICTS.items():
            if keyword in schema:
                at = place.child(keyword)
                yield from (Watch(at, verdict) for verdict in verdicts(passed))
        for name in members(schema.get("dependentSchemas")):
            yield Watch(place.child("dependentSchemas", name), passed)
        asking = None if all_unions else only_asking(schemas, place)
        for keyword, branches in choices(schemas, place).items():
            apart = keyword == "anyOf" or one_at_most(schemas, place)
            for branch in branches:
                if asking is None or branch in asking:
                    yield Watch(branch, passed)
                    if not apart:
                        yield Watch(branch, not passed)


@once
def one_at_most(schemas: SchemaSet, union: Location) -> bool:
    """Whether no value passes two branches of the `oneOf` of a schema."""
    branches = choices(schemas, union).get("oneOf")
    return not branches or exclude_each_other(schemas, branches)
