"""Schema files as documents of draft 2020-12, whatever draft they are written in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from itertools import islice
from types import MappingProxyType

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.frozen import frozen
from eventwright.reading import metaschema
from eventwright.reading.dialect import DRAFT_2020_12, Dialect
from eventwright.reading.drafts import Dialects
from eventwright.reading.jsontext import Json
from eventwright.reading.upgrade import upgrade

MAX_PROBLEMS = 10


@frozen
class Document:
    """A schema file: its name as the user knows it, and the schema in it."""

    file: str
    content: Json
    """In the terms of draft 2020-12."""
    dialect: Dialect = DRAFT_2020_12
    """What the file is written in."""
    moved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """For each schema that draft 2020-12 keeps elsewhere: its JSON Pointers in file and content."""
    notes: tuple[Problem, ...] = ()
    """The keywords that have no effect."""


class Reader:
    """Makes documents of the JSON values in schema files."""

    def __init__(self, dialects: Dialects, contents: Iterable[Json]) -> None:
        """`contents` are the values of all files that are read together."""
        self.dialects = dialects
        self._contents = contents

    def document(self, content: Json, file: str, around: Dialect) -> Document:
        """The document of a file, written in `around` if it does not say otherwise.

        Raises:
            EventwrightError: It is no schema.
        """
        location = Location(file)
        found = tuple(islice(self.problems(content, location, around), MAX_PROBLEMS))
        if found:
            raise EventwrightError(*found)
        upgraded = upgrade(content, location, around, self.dialects, lambda: self.hides(content))
        dialect = self.dialects.of(content, location, around)
        return Document(file, upgraded.content, dialect, upgraded.moved, tuple(upgraded.notes))

    def problems(self, content: Json, location: Location, around: Dialect) -> Iterator[Problem]:
        """Everything that makes a value no schema."""
        return metaschema.problems(content, location, around, self.dialects)

    def stays(self, content: Json, location: Location, dialect: Dialect) -> bool:
        """Whether a schema means in draft 2020-12 what it means in its own."""
        upgraded = upgrade(content, location, dialect, self.dialects, lambda: self.hides(content))
        return upgraded.content == content

    def hides(self, content: Json) -> bool:
        """Whether `unevaluatedItems` may look at arrays that this document describes."""
        return self._together or _mentions(content)

    @cached_property
    def _together(self) -> bool:
        return any(map(_mentions, self._contents))


def _mentions(content: Json) -> bool:
    return '"unevaluatedItems"' in json.dumps(content)
