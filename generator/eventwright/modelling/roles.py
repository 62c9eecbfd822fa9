"""What the branches of a union are called, which have no names of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from eventwright.casing import words
from eventwright.errors import Location
from eventwright.modelling.facts import UNIONS, array, members, parts, tags, types
from eventwright.modelling.titles import identified
from eventwright.reading.dialect import DRAFT_2020_12, Holds
from eventwright.reading.jsonvalues import TagValue, tag_text
from eventwright.reading.refs import SchemaSet, once
from eventwright.reading.vocabulary import meant

_FEW = range(2, 4)
"""How many words still make a name together."""


def roles_of(schemas: SchemaSet, branches: Sequence[Location]) -> dict[Location, list[str]]:
    """What to call each branch of a union, the best first; nothing where all others are null.

    Among the last is the first thing that a branch asks for and none of its siblings does. What is
    called by the JSON types of its values alone is a union that more branches may join.
    """
    marks = {branch: _all_marks(schemas, branch) for branch in branches}
    count = Counter(mark for own in marks.values() for mark in set(own))
    nulls = [branch for branch in branches if types(schemas, branch) == frozenset({"null"})]
    lone = len(branches) - len(nulls) == 1
    roles = {branch: [""] if lone else [] for branch in branches}
    for branch, own in marks.items():
        if branch not in schemas.grouped:
            roles[branch] += _roles(schemas, branch)
            roles[branch] += islice((f"with-{mark}" for mark in own if count[mark] == 1), 1)
        roles[branch].append("-or-".join(sorted(types(schemas, branch) or {"value"})))
    return roles


def tag_role(path: Sequence[str], tag: TagValue) -> str:
    """What a tag calls its branch: a string says it alone, any other with the member's name."""
    return tag if isinstance(tag, str) else "-".join([path[-1], *words(tag_text(tag))])


@once
def _roles(schemas: SchemaSet, branch: Location) -> Sequence[str]:
    """What a branch is by itself: its constant, what it refers to, what it asks for."""
    asked = [(path, tag) for path, tag in tags(schemas, branch).items() if tag.required]
    asked.sort(key=lambda entry: not isinstance(entry[1].values[0], str))
    constants = [tag_role(path, tag.values[0]) for path, tag in asked if len(tag.values) == 1]
    choices = [
        "-or-".join(tag_role(path, value) for value in tag.values)
        for path, tag in asked
        if len(tag.values) in _FEW
    ]
    places = parts(schemas, branch)
    referred = [_key(schemas.targets[place]) for place in places if place in schemas.targets]
    schema = members(schemas.at(branch))
    alternatives = [
        _key(schemas.targets[choice])
        for place in places
        for keyword in UNIONS
        for choice in schemas.combined(place, keyword)
        if choice in schemas.targets
    ]
    wanted = [
        str(name) for name in array(schema.get("required")) or members(schema.get("properties"))
    ]
    return [
        *constants[:1],
        *referred[:1],
        *identified(schema)[:1],
        *choices[:1],
        *(["-or-".join(alternatives)] if alternatives else []),
        *(["-".join(["with", *map(str, wanted)])] if wanted else []),
    ]


@once
def _all_marks(schemas: SchemaSet, location: Location) -> Sequence[str]:
    limits: list[str] = []
    return [*_marks(schemas, location, (), limits), *limits]


def _marks(
    schemas: SchemaSet, location: Location, way: tuple[str, ...], limits: list[str]
) -> Iterator[str]:
    """What a schema asks of its values, in words: `kind-note`, `count-integer`, `not-name`.

    Limits take in the words that say more than one would like to: `name-pattern-^a$`.
    """
    schema = members(schemas.at(location))
    for keyword in filter(meant(schema).__contains__, schema):
        value, place = schema[keyword], location.child(keyword)
        inside = DRAFT_2020_12.subschemas.get(keyword)
        if inside is Holds.MAP_OF_SCHEMAS:
            for name in members(value):
                yield from _marks(schemas, place.child(name), (*way, name), limits)
        elif inside is Holds.SCHEMA:
            yield from _marks(schemas, place, (*way, keyword), limits)
        elif inside is Holds.ARRAY_OF_SCHEMAS:
            for each in schemas.combined(location, keyword):
                yield from _marks(schemas, each, way, limits)
        elif keyword in {"type", "required", "enum", "const"}:
            said = value if isinstance(value, list) else [value]
            yield from ("-".join([*way, str(one)]) for one in said)
        elif keyword == "$ref":
            yield "-".join([*way, _key(schemas.targets[location])])
        else:
            yield "-".join([*way, keyword])
            if isinstance(value, str | int):
                limits.append("-".join([*way, keyword, str(value)]))


def _key(location: Location) -> str:
    return location.pointer.rpartition("/")[2]
