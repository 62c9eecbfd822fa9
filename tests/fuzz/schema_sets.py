"""The schemas of a set as their authors wrote them, read without the generator."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import referencing
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from eventwright.errors import Location

BASE = "https://fuzz.invalid/"
NEWEST = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class SchemaSet:
    """The documents of one module, by their URIs."""

    # Any: a schema is any JSON value.
    documents: Mapping[str, Any]
    uris: Mapping[str, str]
    """By the file's path in the module's folder."""

    @cached_property
    def registry(self) -> referencing.Registry[Any]:
        resources = [
            (uri, referencing.Resource.from_contents(content, DRAFT202012))
            for uri, content in self.documents.items()
        ]
        return referencing.Registry().with_resources(resources)

    @cached_property
    def document(self) -> Any:
        """One of the documents; they are all of one draft."""
        return next(iter(self.documents.values()))

    def uri(self, place: Location) -> str:
        """The URI of the schema at a place."""
        return f"{self.uris[place.file]}#{quote(place.pointer, safe='/~')}"

    def holds(self, place: Location) -> bool:
        """Whether a schema stands there as it was written; reading may have moved it."""
        try:
            found = self.registry.resolver().lookup(self.uri(place)).contents
        except (Unresolvable, KeyError, ValueError):  # for one, no place in an array is a name
            return False
        return isinstance(found, dict | bool)  # an array of schemas may stand for all of them

    @cached_property
    def dialect(self) -> str:
        """The URI of the draft."""
        named = self.document.get("$schema") if isinstance(self.document, dict) else None
        return named if isinstance(named, str) else NEWEST

    @cached_property
    def reads_doubles(self) -> bool:
        """Whether some place takes numbers that need not be integers."""
        return any(_has_numbers(document) for document in self.documents.values())

    @cached_property
    def divides(self) -> bool:
        """Whether some place asks for the multiples of a number."""
        return any('"multipleOf"' in json.dumps(document) for document in self.documents.values())


def one_document(document: Any, name: str) -> SchemaSet:
    """The set of a single schema, whose file has this name."""
    uri = _uri(document, name)
    return SchemaSet({uri: document}, {name: uri})


def schema_set(path: Path) -> SchemaSet:
    """The schemas of a file, or of a folder."""
    folder = path if path.is_dir() else path.parent
    documents = {}
    uris = {}
    for file in sorted(path.rglob("*.json")) if path.is_dir() else [path]:
        content = json.loads(file.read_bytes())
        name = file.relative_to(folder).as_posix()
        uris[name] = _uri(content, name)
        documents[uris[name]] = content
    return SchemaSet(documents, uris)


def _uri(content: object, name: str) -> str:
    own = content.get("$id") if isinstance(content, dict) else None
    return own if isinstance(own, str) and "://" in own else BASE + name


# Any: schemas are JSON.
def _has_numbers(schema: Any) -> bool:
    if isinstance(schema, list):
        return any(map(_has_numbers, schema))
    if not isinstance(schema, dict):
        return False
    kinds = schema.get("type")
    number = kinds == "number" or (isinstance(kinds, list) and "number" in kinds)
    untyped = kinds is None and not _NUMERIC.isdisjoint(schema)
    return number or untyped or any(map(_has_numbers, schema.values()))


_NUMERIC = {"multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
