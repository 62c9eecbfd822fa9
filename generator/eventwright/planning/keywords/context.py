"""What a family of keywords may ask while it plans a schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, TypeAlias

from eventwright.errors import Location
from eventwright.planning.plan import Check, Entry, Program
from eventwright.reading.jsontext import Json
from eventwright.reading.refs import SchemaSet
from eventwright.settings import Settings

Schema: TypeAlias = dict[str, Json]


class Context(Protocol):
    """The planner, as a family sees it."""

    schemas: SchemaSet
    settings: Settings

    def subprogram(self, location: Location) -> Program:
        """The program of a schema inside this one that is about a part of the value."""
        ...

    def in_place(self, location: Location) -> Program:
        """The program of a schema inside this one that is about the same value."""
        ...

    def entry(self, target: Location) -> Entry:
        """The definition at a place, as it is reached from here."""
        ...

    def refuse(self, location: Location, problem: str, fix: str) -> None:
        """Note that a keyword can't be honoured, so that all such places are told at once."""
        ...

    def dynamic_target(self, location: Location) -> Location:
        """What the `$dynamicRef` of the schema at a place points to, as it is reached from here."""
        ...


class Family(Protocol):
    """A module of this package: the keywords that it accounts for, and their checks."""

    KEYWORDS: frozenset[str]

    def checks(self, schema: Schema, location: Location, context: Context) -> Iterator[Check]:
        """The checks of the family's keywords in this schema."""
        ...


def size(schema: Schema, keyword: str) -> int | None:
    """A keyword's count; it may be written 2.0, which is an integer to the specification."""
    value = schema.get(keyword)
    return int(value) if isinstance(value, int | float) else None


def members(schema: Schema, keyword: str) -> Mapping[str, Json]:
    """A keyword's object; empty where the keyword is absent."""
    value = schema.get(keyword)
    return value if isinstance(value, dict) else {}


def names(value: Json) -> tuple[str, ...]:
    """The distinct strings of an array; empty where there is none."""
    listed = value if isinstance(value, list) else []
    return tuple(dict.fromkeys(name for name in listed if isinstance(name, str)))
