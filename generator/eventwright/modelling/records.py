"""Records: the members of an object, gathered from every schema that it must pass."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias

from eventwright.errors import Location
from eventwright.modelling.asks import Kept
from eventwright.modelling.demands import kept
from eventwright.modelling.domains import domain
from eventwright.modelling.facts import (
    array,
    asked_of,
    common_types,
    is_object,
    matches,
    members,
    names_members,
    opening,
    stands_in,
)
from eventwright.modelling.member_order import bases_first
from eventwright.modelling.model import (
    Alternatives,
    AnyJson,
    Default,
    Doc,
    Field,
    Literals,
    Record,
    Shape,
    Title,
)
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import same, tag_value
from eventwright.reading.refs import SchemaSet

MemberOf: TypeAlias = Callable[[Sequence[Location], Title, str], Shape]
"""The shape of a member that is described at several places, and its role in a type's title."""
TitleAt: TypeAlias = Callable[[Location, Title], Title]
"""The title of the type that a schema stands in; where that has none, the one that is given."""


class ShapeOf(Protocol):
    """Makes the shape at a place, which plays these roles in the type of this title."""

    def __call__(self, location: Location, parent: Title, *roles: str) -> Shape:
        """The shape; the best role comes first."""
        ...


def is_record(schemas: SchemaSet, found: Mapping[Location, dict[str, Json]]) -> bool:
    """Whether schemas that hold together describe an object with known members."""
    if not any(map(names_members, found.values())):
        return False
    return any(is_object(schemas, place) for place in found)


def build_record(
    schemas: SchemaSet,
    location: Location,
    places: Sequence[Location],
    title: Title,
    member_of: MemberOf,
    title_at: TitleAt,
) -> Record:
    """The record that several schemas describe together; earlier places narrow later ones."""
    found = [(place, members(schemas.at(place))) for place in places]
    required = asked_of(schema for _, schema in found)
    wanted: dict[str, list[Location]] = {
        name: []
        for place in bases_first(schemas, places)
        for name in members(members(schemas.at(place)).get("properties"))
    }
    for place, schema in found:
        for name in members(schema.get("properties")):
            wanted[name].append(place.child("properties", name))

    def title_around(sources: Sequence[Location]) -> Title:
        holder = sources[0].parent.parent
        is_own = holder == places[0] or stands_in(holder, places[0]) or len(sources) > 1
        return title if is_own else title_at(holder, title)

    described = {name: [*named, *_unnamed(found, name)] for name, named in wanted.items()}
    fields = [
        _field(schemas, name, sources, name in required, title_around(sources), member_of)
        for name, sources in described.items()
    ]
    others = {
        str(name): place.child("required", index)
        for place, schema in found
        for index, name in enumerate(array(schema.get("required")))
        if name not in wanted
    }
    beside = kept(schemas, places)
    others |= beside.names
    fields += [_undescribed(place, name, name in required) for name, place in others.items()]
    doc = _told(schemas, places[0], dict(found))
    extra = _extra(schemas, found, beside, title, member_of)
    return Record(location, title, doc, tuple(fields), extra)


def _unnamed(found: Iterable[tuple[Location, dict[str, Json]]], name: str) -> Iterator[Location]:
    """The schemas of a member that do not name it: it matches a pattern, or is one of the rest."""
    for place, schema in found:
        matching = [p for p in members(schema.get("patternProperties")) if matches(p, name)]
        yield from (place.child("patternProperties", pattern) for pattern in matching)
        named = matching or name in members(schema.get("properties"))
        if not named and isinstance(schema.get("additionalProperties"), dict):
            yield place.child("additionalProperties")


def _told(schemas: SchemaSet, place: Location, found: Mapping[Location, dict[str, Json]]) -> Doc:
    """What the schema at a place tells itself, or the one that it refers to and only narrows."""
    own = {at: schema for at, schema in found.items() if at == place or stands_in(at, place)}
    docs = [doc_of(schema) for schema in own.values()]
    told = next((doc.description for doc in docs if doc.description), None)
    deprecated = any(doc.deprecated for doc in docs)
    bases = [schemas.targets[at] for at in own if at in schemas.targets]
    if told or len(bases) != 1 or any(names_members(schema) for schema in own.values()):
        return Doc(told, deprecated)
    base = _told(schemas, bases[0], found)
    return Doc(base.description, deprecated or base.deprecated)


def _field(
    schemas: SchemaSet,
    wire: str,
    sources: list[Location],
    required: bool,
    title: Title,
    member_of: MemberOf,
) -> Field:
    described = [members(schemas.at(source)) for source in sources]
    docs = [doc_of(schema) for schema in described]
    shape = member_of(sources, title, wire)
    default = next((Default(s["default"]) for s in described if "default" in s), None)
    match shape:
        case Literals(values=(only,)) if tag_value(only) is not None:
            constant = required or (default is not None and same(default.value, only))
        case _:
            constant = False
    return Field(
        wire=wire,
        shape=shape,
        required=required,
        default=default,
        omit_default=not required and any(s.get("x-omit-default") is True for s in described),
        constant=constant,
        doc=docs[0] if len(docs) == 1 else _joined(docs),
        location=sources[0],
        alias=next((a for a in (text(s.get("x-name")) for s in described) if a), None),
    )


def _joined(docs: Sequence[Doc]) -> Doc:
    """What several schemas tell of one thing: what the first tells that tells anything."""
    told = next((doc.description for doc in docs if doc.description), None)
    return Doc(told, any(doc.deprecated for doc in docs))


def narrowest(found: Sequence[tuple[Shape, frozenset[str]]]) -> Shape:
    """The shape that says most, of those that hold together; the first of several such.

    Args:
        found: The shapes, each with the JSON types of its values.
    """
    literal = [shape for shape, _ in found if isinstance(shape, Literals)]
    known = [(shape, kinds) for shape, kinds in found if not isinstance(shape, AnyJson)]
    narrow = [
        shape for shape, kinds in known if all(_are_among(kinds, others) for _, others in known)
    ]
    shapes = [shape for shape, _ in known or found]
    return (literal or narrow or shapes)[0]


def _are_among(kinds: frozenset[str], others: frozenset[str]) -> bool:
    """Whether these JSON types are all among others; an integer is a number too."""
    return common_types(kinds, others) == kinds


def _undescribed(location: Location, wire: str, required: bool) -> Field:
    return Field(wire, AnyJson(), required, None, False, False, Doc(), location, None)


def _extra(
    schemas: SchemaSet,
    found: Sequence[tuple[Location, dict[str, Json]]],
    beside: Kept,
    title: Title,
    member_of: MemberOf,
) -> Shape | None:
    """What other members look like where the schemas allow some; None where none are kept."""
    opened = [
        (place.child(keyword), schema[keyword], keyword)
        for place, schema in found
        for keyword in opening(schema)
    ]
    match opened:
        case []:
            return AnyJson() if beside.others else None
        case [(place, dict(), "additionalProperties")] if not domain(schemas, place).types:
            return None
        case [(place, dict(), "additionalProperties")]:
            return member_of([place], title, "value")
        case _:
            return AnyJson()


def doc_of(schema: dict[str, Json]) -> Doc:
    """What a schema tells a reader."""
    return Doc(text(schema.get("description")), schema.get("deprecated") is True)


def doc_with_values(schemas: SchemaSet, doc: Doc, shape: Shape) -> Doc:
    """The same, and what is told of values that are listed one by one beside all of their type."""
    branches = shape.branches if isinstance(shape, Alternatives) else ()
    return doc_listing(
        doc,
        (
            (json.dumps(shape.values[0]), doc_of(members(schemas.at(place))))
            for place, shape in branches
            if isinstance(shape, Literals) and len(shape.values) == 1
        ),
    )


def doc_listing(doc: Doc, values: Iterable[tuple[str, Doc]]) -> Doc:
    """The same, and below it what is told of values, each as it is spelled."""
    told = (f"- `{spelled}`: {said}" for spelled, own in values if (said := _sentence(own)))
    parts = (part for part in (doc.description, "\n".join(told)) if part)
    return Doc("\n\n".join(parts) or None, doc.deprecated)


def _sentence(doc: Doc) -> str:
    said = [doc.description] if doc.description else []
    return " ".join([*said, "Deprecated."] if doc.deprecated else said)


def text(value: Json) -> str | None:
    """The value where it is a string."""
    return value if isinstance(value, str) else None
