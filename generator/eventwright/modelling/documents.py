"""Documents that only refer to the type that has their name."""

from __future__ import annotations

from dataclasses import replace

from eventwright.casing import letters
from eventwright.errors import Location
from eventwright.modelling.facts import members
from eventwright.modelling.in_place import essence
from eventwright.modelling.titles import own_title
from eventwright.reading.refs import SchemaSet

_OF_TYPES = frozenset({"x-name", "examples", "deprecated"})
"""What a document says about its type, beside what values pass and what it is for."""


def type_of(schemas: SchemaSet, document: Location) -> Location:
    """The type of a document: the document itself, or the type that is all this refers to.

    The two are one where they have one name, as in what is exported for a type that holds itself,
    and the document says nothing of its own about the type. What a dynamic reference leads to
    depends on the way that leads to it, so that no step is left out there.
    """
    place = essence(schemas, document)
    says_more = not _OF_TYPES.isdisjoint(members(schemas.at(document)))
    if place == document or says_more or schemas.dynamic_targets:
        return document
    names = (own_title(schemas, each).wishes[0] for each in (document, place))
    return place if len(set(map(letters, names))) == 1 else document


def leading_past_documents(schemas: SchemaSet) -> SchemaSet:
    """The same schemas, whose references lead to the types of documents."""
    types = {
        document: type_
        for document in map(Location, schemas.contents)
        if (type_ := type_of(schemas, document)) != document
    }
    if not types:
        return schemas
    targets = dict(schemas.targets)
    for place, target in schemas.targets.items():
        while target in types:
            target = types[target]
        targets[place] = target
    return replace(schemas, targets=targets)
