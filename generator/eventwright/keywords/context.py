"""What a family of keywords may ask while it plans a schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from eventwright.errors import Location
from eventwright.load import Json
from eventwright.plan import Check, Program
from eventwright.refs import SchemaSet

Schema: TypeAlias = dict[str, Json]


class Context(Protocol):
    """The planner, as a family sees it."""

    schemas: SchemaSet
    format_assertion: bool

    def subprogram(self, location: Location) -> Program:
        """The program of a schema inside this one."""
        ...

    def unsupported(self, location: Location, what: str, fix: str = ...) -> None:
        """Note that something can't be honoured yet, so that all such places are told at once."""
        ...


class Family(Protocol):
    """A module of this package: the keywords that it accounts for, and their checks."""

    KEYWORDS: frozenset[str]

    def checks(self, schema: Schema, location: Location, context: Context) -> Iterator[Check]:
        """The checks of the family's keywords in this schema."""
        ...


def has_type(schema: Schema, name: str) -> bool:
    """Whether `type` lists this type."""
    wanted = schema.get("type")
    return wanted == name or (isinstance(wanted, list) and name in wanted)
