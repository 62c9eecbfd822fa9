"""How many programs one value may have to pass; a schema of a few lines can ask for billions.

Schemas for the same value that refer to each other multiply: thirty definitions that each use the
next one twice make 2**30. What is about a part of the value does not count: a payload pays for its
own parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eventwright.errors import EventwrightError, Problem
from eventwright.planning.plan import (
    AllOf,
    AnyOf,
    ByType,
    Call,
    Check,
    Conditional,
    DependentSchemas,
    Entry,
    Internal,
    Not,
    Nullable,
    OneOf,
    Program,
)

MAX_EXPANSIONS = 100_000


def refuse_explosions(programs: Mapping[Entry, Program]) -> None:
    """See that every definition can be checked in a bounded number of steps for each value.

    Raises:
        EventwrightError: A definition asks one value to pass too many programs, or leads back to
            itself for the same value.
    """
    counter = _Counter(programs)
    for entry in programs:
        count = counter.of_entry(entry)
        if count > MAX_EXPANSIONS:
            raise EventwrightError(
                Problem(
                    entry.location,
                    f"asks each value to pass {count:,} schemas; {MAX_EXPANSIONS:,} are the limit",
                    "refer to each definition once for the same value",
                )
            )


class _Counter:
    def __init__(self, programs: Mapping[Entry, Program]) -> None:
        self._programs = programs
        self._counts: dict[Entry, int] = {}
        self._open: list[Entry] = []

    def of_entry(self, entry: Entry) -> int:
        if entry in self._open:
            raise EventwrightError(
                Problem(
                    entry.location,
                    "leads back to itself for the same value",
                    "let one of the schemas on the way describe a part of the value",
                )
            )
        if entry not in self._counts:
            self._open.append(entry)
            self._counts[entry] = self.of_program(self._programs[entry])
            self._open.pop()
        return self._counts[entry]

    def of_program(self, program: Program) -> int:
        return 1 + sum(map(self._of_check, program.checks))

    def _of_check(self, check: Check) -> int:
        match check:
            case Call(entry=entry):
                return self.of_entry(entry)
            case AllOf(programs=several) | AnyOf(programs=several) | OneOf(programs=several):
                return self._sum(several)
            case Not(program=program) | Nullable(program=program):
                return self.of_program(program)
            case Conditional(condition=condition, then=then, otherwise=otherwise):
                return self._sum(part for part in (condition, then, otherwise) if part)
            case DependentSchemas(dependencies=dependencies):
                return self._sum(program for _, program in dependencies)
            case ByType(branches=typed):
                return max(self.of_program(program) for _, program in typed)
            case Internal(branches=tagged, missing=missing, unknown=unknown):
                parts = [*(branch.program for branch in tagged), missing, unknown]
                return max(self.of_program(part) for part in parts if part)
            case _:
                return 0

    def _sum(self, programs: Iterable[Program]) -> int:
        return sum(map(self.of_program, programs))
