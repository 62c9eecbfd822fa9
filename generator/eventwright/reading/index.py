"""Every schema of a module by its place, and the places by URI and by anchor."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias
from urllib.parse import quote, urljoin

from eventwright.errors import Location, Problem
from eventwright.frozen import frozen
from eventwright.reading.dialect import DRAFT_2020_12, inside
from eventwright.reading.documents import Document
from eventwright.reading.jsontext import Json

ReferenceKeyword: TypeAlias = Literal["$ref", "$dynamicRef"]
_KEYWORDS: tuple[ReferenceKeyword, ...] = ("$ref", "$dynamicRef")


@frozen
class Reference:
    """A `$ref` or `$dynamicRef`, the schema that has it, and the URI that it is relative to."""

    holder: Location
    keyword: ReferenceKeyword
    text: str
    base: str


class Index:
    """Every schema by its place, and the places by URI and by anchor."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.schemas: dict[Location, Json] = {}
        self.references: list[Reference] = []
        self.problems: list[Problem] = []
        self.resources: dict[str, Location] = {}
        """The root of each schema resource by its URI."""
        self.anchors: dict[tuple[Location, str], Location] = {}
        """What an anchor names, by the root of its resource and its own name."""
        self.dynamic_anchors: dict[Location, dict[str, Location]] = {}

    def add(self, document: Document, uri: str) -> None:
        """Enter a document that goes by a URI, with all schemas in it."""
        top = Location(document.file)
        self.resources.setdefault(uri, top)
        if document.file not in self.documents:
            self.documents[document.file] = document
            self.enter(document.content, top, top, uri)

    def enter(self, schema: Json, location: Location, resource: Location, base: str) -> None:
        """Enter a schema with all those inside it."""
        pending = [(location.pointer, schema, resource, base)]
        while pending:
            pointer, item, around, uri = pending.pop()
            place = Location(location.file, pointer)
            self.schemas[place] = item
            if isinstance(item, dict):
                around, uri = self._names(item, place, around, uri)
                for keyword in _KEYWORDS:
                    text = item.get(keyword)
                    if isinstance(text, str):
                        self.references.append(Reference(place, keyword, text, uri))
                children = [
                    (inner, child, around, uri)
                    for inner, child in inside(item, pointer, DRAFT_2020_12)
                ]
                pending += reversed(children)

    def _names(
        self, schema: dict[str, Json], location: Location, resource: Location, base: str
    ) -> tuple[Location, str]:
        """Note what a schema calls itself; its resource and that one's URI."""
        identifier = schema.get("$id")
        if isinstance(identifier, str):
            resource, base = location, join(base, identifier.removesuffix("#"))
            known = self.resources.setdefault(base, location)
            if known != location:
                self._twice(location.child("$id"), f'the $id "{base}"', known)
        for keyword in ("$anchor", "$dynamicAnchor"):
            anchor = schema.get(keyword)
            if isinstance(anchor, str):
                known = self.anchors.setdefault((resource, anchor), location)
                if known != location:
                    self._twice(location, f'the anchor "{anchor}"', known)
                elif keyword == "$dynamicAnchor":
                    self.dynamic_anchors.setdefault(resource, {})[anchor] = location
        return resource, base

    def _twice(self, location: Location, name: str, known: Location) -> None:
        problem = f"{name} also belongs to {known}"
        self.problems.append(Problem(location, problem, "give each of the two its own"))


def file_uri(file: str) -> str:
    """The URI that a file goes by, whatever `$id` it has."""
    return "file://" + quote(posixpath.normpath(f"/{file}"))


def by_uri(documents: Iterable[Document]) -> Mapping[str, Document]:
    """Documents by the URIs of their files, and by each `$id` that only one of them has."""
    by_file = {file_uri(document.file): document for document in documents}
    by_id: dict[str, list[Document]] = {}
    for uri, document in by_file.items():
        content = document.content
        identifier = content.get("$id") if isinstance(content, dict) else None
        if isinstance(identifier, str):
            by_id.setdefault(join(uri, identifier.removesuffix("#")), []).append(document)
    return {**{uri: found[0] for uri, found in by_id.items() if len(found) == 1}, **by_file}


def join(base: str, reference: str) -> str:
    """The URI that a reference names (RFC 3986 section 5); itself where it is malformed."""
    if not reference or reference.startswith("#"):
        return base + reference
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def value_at(contents: Mapping[str, Json], location: Location) -> Json:
    """The JSON value at a place.

    Raises:
        LookupError: There is nothing at that place.
    """
    value = contents[location.file]
    for segment in location.steps:
        if isinstance(value, list) and segment.isdecimal():
            value = value[int(segment)]
        elif isinstance(value, dict):
            value = value[segment.replace("~1", "/").replace("~0", "~")]
        else:
            raise LookupError(str(location))
    return value
