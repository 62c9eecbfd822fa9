"""Which schemas judge the values that another one makes a type of, wherever they stand.

Such a schema is in `not`, `if` or `contains`, is another branch of a `oneOf`, or stands further out
and looks inside. Its verdict must not change when members are not written that nothing describes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations, product

from eventwright.errors import Location
from eventwright.modelling.apart import never_passes, never_passes_written
from eventwright.modelling.asks import (
    CONDITIONS,
    Watch,
    inside,
    lists_objects,
    one_at_most,
    own_watches,
)
from eventwright.modelling.facts import array, branches_in, choices, members, parts
from eventwright.modelling.in_place import essence
from eventwright.reading.jsontext import Json
from eventwright.reading.refs import SchemaSet, once

_OTHER_MEMBERS = ("additionalProperties", "unevaluatedProperties")
_OTHER_ITEMS = ("items", "unevaluatedItems")
_JUDGING = CONDITIONS | {"minProperties", "contains", "oneOf", "anyOf"}


def watches(schemas: SchemaSet, places: Iterable[Location]) -> Sequence[Watch]:
    """All that judge the values of schemas which hold together."""
    found = _everywhere(schemas, Location(schemas.module.documents[0].file))
    return list(dict.fromkeys(watch for place in places for watch in found.get(place, ())))


@once
def _everywhere(schemas: SchemaSet, _: Location) -> Mapping[Location, Sequence[Watch]]:
    return _Watches(schemas).found


class _Watches:
    """Finds them for all schemas of a module."""

    def __init__(self, schemas: SchemaSet) -> None:
        self.found: dict[Location, list[Watch]] = {}
        self._known: dict[Location, set[Watch]] = {}
        self._schemas = schemas
        self._pending: list[tuple[Location, Watch]] = []
        for place, schema in schemas.schemas.items():
            if any(map(_judges, parts(schemas, place).values())):
                self._begin(place, members(schema))
        while self._pending:
            self._follow(*self._pending.pop())

    def _begin(self, place: Location, schema: dict[str, Json]) -> None:
        """What a schema says of its own values."""
        schemas = self._schemas
        for watch in own_watches(schemas, parts(schemas, place)):
            self._add(place, watch)
        for part, held in parts(schemas, place).items():
            if "minProperties" in held or lists_objects(held):
                self._add(place, Watch(part, passed=True, around=True))
            self._contained(place, Watch(part, passed=True))
        if "oneOf" in schema and not one_at_most(schemas, place):
            for branch, other in permutations(choices(schemas, place)["oneOf"], 2):
                self._add(branch, Watch(other, passed=False))

    def _add(self, place: Location, watch: Watch) -> None:
        known = self._known.setdefault(place, set())
        if watch in known or not isinstance(self._schemas.at(watch.place), dict):
            return
        known.add(watch)
        is_moot = never_passes if watch.passed else never_passes_written
        if not is_moot(self._schemas, place, watch.place):
            self.found.setdefault(place, []).append(watch)
            self._pending.append((place, watch))

    def _follow(self, place: Location, watch: Watch) -> None:
        """Let one judge what a schema is made of, too."""
        schemas = self._schemas
        about = essence(schemas, place)
        for inner in [about] if about != place else branches_in(schemas, place):
            self._add(inner, watch)
        if watch.around:
            return
        for other in inside(schemas, watch):
            self._add(place, other)
        for their in parts(schemas, watch.place):
            self._contained(place, Watch(their, watch.passed))
            for our in parts(schemas, place):
                for child, at in _same_parts(schemas, our, their):
                    self._add(child, Watch(at, watch.passed))

    def _contained(self, place: Location, watch: Watch) -> None:
        """Let `contains` judge the items of a schema."""
        schema = members(self._schemas.at(watch.place))
        if "contains" not in schema:
            return
        verdicts = [watch.passed, *([not watch.passed] if "maxContains" in schema else [])]
        for our, held in parts(self._schemas, place).items():
            for item in _items(held, our):
                for passed in verdicts:
                    self._add(item, Watch(watch.place.child("contains"), passed))


def _judges(schema: dict[str, Json]) -> bool:
    """Whether a schema may have one in it that judges its values, or be one for its branches."""
    return not _JUDGING.isdisjoint(schema) or lists_objects(schema)


def _same_parts(
    schemas: SchemaSet, our: Location, their: Location
) -> Iterator[tuple[Location, Location]]:
    """The schemas of parts of a value, each with one that another schema has for the same part."""
    ours, theirs = members(schemas.at(our)), members(schemas.at(their))
    named = members(theirs.get("properties"))
    matched = [*_held(theirs, their, "patternProperties")]
    rest = [their.child(keyword) for keyword in _OTHER_MEMBERS if keyword in theirs]
    for name in members(ours.get("properties")):
        at = [their.child("properties", name)] if name in named else rest
        yield from product([our.child("properties", name)], [*at, *matched])
    others = [*_held(ours, our, "patternProperties")]
    others += [our.child(keyword) for keyword in _OTHER_MEMBERS if keyword in ours]
    yield from product(others, [*_held(theirs, their, "properties"), *matched, *rest])
    first, second = (
        [place.child("prefixItems", index) for index in range(len(array(s.get("prefixItems"))))]
        for s, place in ((ours, our), (theirs, their))
    )
    yield from zip(first, second, strict=False)
    left, right = (
        [place.child(keyword) for keyword in _OTHER_ITEMS if keyword in s]
        for s, place in ((ours, our), (theirs, their))
    )
    yield from product(first[len(second) :], right)
    yield from product(left, [*second[len(first) :], *right])


def _held(schema: dict[str, Json], place: Location, keyword: str) -> Iterator[Location]:
    """The schemas that a keyword has by name."""
    return (place.child(keyword, name) for name in members(schema.get(keyword)))


def _items(schema: dict[str, Json], place: Location) -> Iterator[Location]:
    """The schemas of an array's items."""
    yield from (
        place.child("prefixItems", index) for index in range(len(array(schema.get("prefixItems"))))
    )
    yield from (place.child(keyword) for keyword in _OTHER_ITEMS if keyword in schema)
