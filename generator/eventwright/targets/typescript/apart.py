"""The checks that have rules of their own.

Where no short expression says what a check asks, its rule is asked beside the expressions of the
others, and the rule of the whole type refers to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from eventwright.casing import camel
from eventwright.errors import Location
from eventwright.planning.plan import Check, Entry, Plan
from eventwright.planning.walking import nested
from eventwright.rendering.code import Code, identifier


@dataclass
class Apart:
    """The checks of a module that have rules of their own, noted as they are left."""

    plan: Plan
    validate: Callable[[Entry], Code]
    """The name of the function that lists the issues of a definition."""
    _left: dict[Entry, dict[Code, Check]] = field(default_factory=dict)
    _names: dict[int, Code] = field(default_factory=dict)

    def leave(self, check: Check) -> Code | None:
        """The name of the rule of this check, which has one from now on; None if it can't have."""
        entry, place = self._places[id(check)]
        inside = place.pointer.removeprefix(entry.location.pointer)
        # No name that is made of a type's alone has an underscore inside it.
        kind = camel(f"{inside}/{type(check).__name__}")
        name = identifier(f"{self.validate(entry)}_{kind}")
        if self._left.setdefault(entry, {}).setdefault(name, check) is not check:
            return None
        self._names[id(check)] = name
        return name

    def name(self, check: Check) -> Code | None:
        """The name of the rule of this check, if it has one of its own."""
        return self._names.get(id(check))

    def of(self, entry: Entry) -> Mapping[Code, Check]:
        """The checks of a definition that have rules of their own, by the names of these."""
        return self._left.get(entry, {})

    def entry(self, check: Check) -> Entry:
        """The definition in which a check stands."""
        return self._places[id(check)][0]

    @cached_property
    def _places(self) -> dict[int, tuple[Entry, Location]]:
        """By each check: the definition and the schema in which it stands."""
        return {
            id(check): (entry, inner.location)
            for entry, program in self.plan.programs.items()
            for inner in nested(program)
            for check in inner.checks
        }
