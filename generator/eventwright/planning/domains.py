"""What values may pass checks, as far as types and listed values tell."""

from __future__ import annotations

from collections.abc import Iterable

from eventwright.modelling.domains import (
    EVERYTHING,
    NOTHING,
    Domain,
    in_all,
    in_any,
    of_types,
    of_values,
)
from eventwright.planning import plan
from eventwright.planning.plan import Check, Program


def domain(checks: Iterable[Check]) -> Domain:
    """The values that may pass some checks."""
    return in_all(map(_asked, checks))


def member_domains(checks: Iterable[Check]) -> dict[str, Domain]:
    """What members may be of an object that passes some checks, as far as these name them."""
    found: dict[str, list[Domain]] = {}
    for check in checks:
        for member in check.members if isinstance(check, plan.Members) else ():
            found.setdefault(member.name, []).append(domain(member.program.checks))
    return {name: in_all(domains) for name, domains in found.items()}


def needed(programs: Iterable[Program]) -> list[Program]:
    """The programs, of which one has to pass, without those that the others leave nothing to.

    Such a program lists values, of a type that another one asks for alone.
    """
    found = [(program, domain(program.checks).values) for program in programs]
    alone = Domain(frozenset(kind for program, _ in found for kind in _asked_alone(program)))
    return [program for program, values in found if values is None or alone.kept(values) != values]


def _asked_alone(program: Program) -> tuple[str, ...]:
    """The types that a program asks for, if it asks for nothing else."""
    match program.checks:
        case (plan.Type(types=types),):
            return types
        case _:
            return ()


def _of_any(programs: Iterable[Program]) -> Domain:
    return in_any(domain(program.checks) for program in programs)


def _asked(check: Check) -> Domain:
    match check:
        case plan.Type(types=types):
            return of_types(types)
        case plan.Const(value=value):
            return of_values([value])
        case plan.Enum(values=values):
            return of_values(values)
        case plan.Never():
            return NOTHING
        case plan.AllOf(programs=programs):
            return in_all(domain(program.checks) for program in programs)
        case plan.AnyOf(programs=programs) | plan.OneOf(programs=programs):
            return _of_any(programs)
        case plan.ByType(branches=branches):
            return _of_any(program for _, program in branches)
        case plan.Nullable(program=program):
            return in_any([of_values([None]), domain(program.checks)])
        case _:
            return EVERYTHING
