"""Make the plan: every keyword of every schema becomes a check, a note, or an error.

The plan is made from the resolved schemas and never from the model, which is lossy. Keywords are
those of JSON Schema draft 2020-12.
"""

from __future__ import annotations

from collections.abc import Collection

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.keywords import (
    alternatives,
    arrays,
    numbers,
    objects,
    references,
    strings,
    types,
    values,
)
from eventwright.keywords.context import Family, Schema
from eventwright.plan import (
    AnyJson,
    Call,
    Const,
    Enum,
    External,
    Internal,
    Nullable,
    Plan,
    Program,
    Type,
)
from eventwright.refs import SchemaSet
from eventwright.vocabulary import ANNOTATIONS

FAMILIES: tuple[Family, ...] = (
    types,
    values,
    numbers,
    strings,
    arrays,
    objects,
    alternatives,
    references,
)
"""In the order in which a program reports issues."""

_KNOWN = ANNOTATIONS.union(*(family.KEYWORDS for family in FAMILIES))
# With one of these among its checks, a schema says what its values look like.
_SETTLES_SHAPE = Type | Const | Enum | Nullable | Internal | External | Call


def build_plan(
    schemas: SchemaSet, definitions: Collection[Location], format_assertion: bool
) -> Plan:
    """The program of every definition.

    Args:
        schemas: The resolved schemas of a module.
        definitions: The places that get a program of their own; elsewhere they are called.
        format_assertion: Whether `format` is a check or an annotation.

    Raises:
        EventwrightError: A keyword or format is not supported; it tells all of them at once.
    """
    planner = _Planner(schemas, frozenset(definitions), format_assertion)
    programs = {location: planner.program(location) for location in definitions}
    if planner.problems:
        raise EventwrightError(*planner.problems)
    return Plan(programs)


class _Planner:
    """Plans one module; it is the context that the families of keywords ask."""

    def __init__(
        self, schemas: SchemaSet, definitions: frozenset[Location], format_assertion: bool
    ) -> None:
        self.schemas = schemas
        self.definitions = definitions
        self.format_assertion = format_assertion
        self.problems: list[Problem] = []

    def subprogram(self, location: Location) -> Program:
        """The program at a place inside a schema; a call where it has a definition of its own."""
        if location in self.definitions:
            return Program(location, (Call(location),))
        return self.program(location)

    def program(self, location: Location) -> Program:
        """The checks of the schema at a place, in the plan's order of keywords."""
        schema = self.schemas.at(location)
        if not isinstance(schema, dict):
            if schema is False:
                self.unsupported(location, "the schema false")
            return Program(location, (AnyJson(),))
        self._account_for(schema, location)
        checks = [check for family in FAMILIES for check in family.checks(schema, location, self)]
        if not any(isinstance(check, _SETTLES_SHAPE) for check in checks):
            checks.insert(0, AnyJson())
        return Program(location, tuple(checks))

    def _account_for(self, schema: Schema, location: Location) -> None:
        for keyword in schema:
            if keyword not in _KNOWN and not keyword.startswith("x-"):
                self.unsupported(location.child(keyword), f'the keyword "{keyword}"')

    def unsupported(
        self, location: Location, what: str, fix: str = "rewrite the schema without it"
    ) -> None:
        """Note that something can't be honoured yet, so that all such places are told at once."""
        self.problems.append(Problem(location, f"{what} is not supported yet", fix))
