"""The checks of a program one by one, and what it asks of the members of an object."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.judging.containers import additional
from eventwright.planning import plan
from eventwright.planning.plan import Program
from eventwright.reading.jsontext import Json


def described(program: Program) -> Iterator[plan.Member]:
    """The members that a program describes, in itself or in an `allOf`."""
    for check in program.checks:
        match check:
            case plan.Members(members=members):
                yield from members
            case plan.AllOf(programs=programs):
                for inner in programs:
                    yield from described(inner)
            case _:
                pass


def further(program: Program, value: dict[str, Json]) -> Iterator[tuple[str, Program]]:
    """What a program asks of those members of an object that it does not describe."""
    for check in program.checks:
        if isinstance(check, plan.AdditionalMembers) and check.program:
            for name in additional(check, value):
                yield name, check.program


def apart(program: Program) -> Iterator[plan.Check]:
    """The checks of a program, with the programs of an `allOf` one by one."""
    for check in program.checks:
        if isinstance(check, plan.AllOf):
            yield from (plan.AllOf((inner,)) for inner in check.programs)
        else:
            yield check
