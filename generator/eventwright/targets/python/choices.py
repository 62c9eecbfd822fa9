"""How a program chooses among the branches of a union."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.planning import plan
from eventwright.planning.plan import Check, Program


def plain(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """The same checks, without an `allOf` of one schema around them."""
    match checks:
        case (plan.AllOf(programs=(only,)),):
            return plain(only.checks)
        case _:
            return checks


def chooses(checks: tuple[Check, ...]) -> bool:
    """Whether the first branch that takes a value is the right one, and one has to take it."""
    match plain(checks):
        case (plan.Type() | plan.AnyOf(),):
            return True
        case (plan.Internal(missing=missing),):
            return missing is None or _is_branch(missing) or chooses(missing.checks)
        case (plan.OneOf(programs=(_,)),):
            return True
        case (plan.ByType(branches=groups),):
            return all(_is_branch(program) or chooses(program.checks) for _, program in groups)
        case _:
            return False


def _is_branch(program: Program) -> bool:
    """Whether a program stands for one branch, and not for a choice among several."""
    choices = plan.OneOf | plan.AnyOf | plan.ByType | plan.Internal | plan.External
    return not any(isinstance(check, choices) for check in program.checks)


def in_place(checks: tuple[Check, ...], place: Location) -> Program | None:
    """The program of the schema at a place, among those that checks run on the same value."""
    for program in _programs(checks):
        if program.location == place:
            return program
        found = in_place(program.checks, place)
        if found is not None:
            return found
    return None


def _programs(checks: tuple[Check, ...]) -> Iterator[Program]:
    for check in checks:
        match check:
            case plan.AllOf(programs=programs) | plan.AnyOf(programs=programs):
                yield from programs
            case plan.OneOf(programs=programs):
                yield from programs
            case plan.Nullable(program=program):
                yield program
            case plan.ByType(branches=groups):
                yield from (program for _, program in groups)
            case plan.Internal(branches=branches, missing=missing, unknown=unknown):
                programs_ = [*(branch.program for branch in branches), missing, unknown]
                yield from (program for program in programs_ if program is not None)
            case _:
                pass
