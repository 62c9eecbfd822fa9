"""How checks choose among what a value may be: branches of a union, null, or single values."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.modelling.domains import of_types
from eventwright.modelling.model import JsonScalar
from eventwright.planning import plan
from eventwright.planning.narrowing import may_refuse_null
from eventwright.planning.plan import Check, Program


def plain(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """The same checks, without a choice of one schema around them."""
    match checks:
        case (plan.AllOf(programs=(only,)) | plan.AnyOf(programs=(only,)),):
            return plain(only.checks)
        case _:
            return checks


def chooses(checks: tuple[Check, ...]) -> bool:
    """Whether the first branch that takes a value is the right one, and one has to take it."""
    match plain(checks):
        case (plan.Type() | plan.AnyOf() | plan.OneOf(exclusive=True),):
            return True
        case (plan.Internal(missing=missing),):
            return missing is None or _is_branch(missing) or chooses(missing.checks)
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
    for program in programs(checks):
        if program.location == place:
            return program
        found = in_place(program.checks, place)
        if found is not None:
            return found
    return None


def programs(checks: tuple[Check, ...]) -> Iterator[Program]:
    """The programs that checks run on the same value, as a choice among them."""
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


def _is_null(program: Program) -> bool:
    """Whether null passes a program, and no other value."""
    return program.checks == (plan.Type(("null",)),)


def without_null(checks: tuple[Check, ...]) -> tuple[Check, ...] | None:
    """What is asked of a value that may be null when it is not; None where it may not be null."""
    match plain(checks):
        case (plan.Nullable(program=program),):
            return plain(program.checks)
        case (plan.ByType(branches=groups),) if any(_is_null(each) for _, each in groups):
            others = tuple(group for group in groups if group[0] != ("null",))
            return others[0][1].checks if len(others) == 1 else (plan.ByType(others),)
        case (plan.AnyOf(programs=programs),) if any(map(_is_null, programs)):
            return plain((plan.AnyOf(tuple(p for p in programs if not _is_null(p))),))
        case (plan.Type(types=("null", *types)), *rest) if types and not any(
            map(may_refuse_null, rest)
        ):
            return (plan.Type(tuple(types)), *rest)
        case _:
            return None


def asks_for(values: tuple[JsonScalar, ...], checks: tuple[Check, ...]) -> bool:
    """Whether checks ask for one of these values, and for nothing else."""
    match plain(checks):
        case (plan.Const(value=value),):
            return (value,) == values
        case (plan.Enum(values=listed),):
            return listed == values
        case (plan.Type(types=types), *rest) if rest:
            return of_types(types).kept(values) == values and asks_for(values, tuple(rest))
        case _:
            return False
