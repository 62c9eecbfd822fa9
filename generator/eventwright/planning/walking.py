"""What the programs of a plan hold, at any depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventwright.errors import Location
from eventwright.planning import plan
from eventwright.planning.plan import Check, Plan, Program
from eventwright.reading.jsontext import JsonType

_ALONE: frozenset[type[Check]] = frozenset(
    {
        plan.Never,
        plan.AnyJson,
        plan.Type,
        plan.Call,
        plan.Const,
        plan.Enum,
        plan.Format,
        plan.Pattern,
        plan.MinLength,
        plan.MaxLength,
        plan.Minimum,
        plan.Maximum,
        plan.MinItems,
        plan.MaxItems,
    }
)
"""The commonest of the checks that hold no program."""
_OF_REST: frozenset[type[Check]] = frozenset({plan.UnevaluatedItems, plan.UnevaluatedMembers})


def nested(program: Program) -> Iterator[Program]:
    """A program and all those inside it; what it calls stands by itself."""
    pending = [program]
    while pending:
        here = pending.pop()
        yield here
        for check in reversed(here.checks):
            pending += reversed(parts(check))


def checks_of(program: Program) -> Iterator[Check]:
    """Every check of a program and of those inside it."""
    return (check for inner in nested(program) for check in inner.checks)


def checks_of_all(plans: Iterable[Plan]) -> Iterator[Check]:
    """Every check of some plans."""
    return (
        check
        for plan in plans
        for program in plan.programs.values()
        for check in checks_of(program)
    )


def checks_inside(check: Check) -> Iterator[Check]:
    """Every check of the programs inside a check."""
    return (inner for part in parts(check) for inner in checks_of(part))


def asks_of_rest(program: Program) -> bool:
    """Whether a program asks something of what its other checks have not looked at."""
    return not _OF_REST.isdisjoint(map(type, program.checks))


def asks_nothing(check: Check) -> bool:
    """Whether a check lets all values pass, since one of its branches does."""
    return isinstance(check, plan.AnyOf) and not all(branch.checks for branch in check.programs)


def allows_all(types: Iterable[JsonType]) -> bool:
    """Whether every JSON type is among these."""
    return {"null", "boolean", "number", "string", "array", "object"} <= set(types)


def by_place(whole: Plan) -> dict[Location, Program]:
    """The programs inside those of the definitions, by the places of their schemas."""
    found: dict[Location, Program] = {}
    for program in whole.programs.values():
        for check in checks_of(program):
            for inner in parts(check):
                found.setdefault(inner.location, inner)
    return found


def parts(check: Check) -> tuple[Program, ...]:
    """The programs that stand right inside a check, for the same value or for parts of it."""
    if type(check) in _ALONE:
        return ()
    return tuple(part for part in (*in_place(check), *_of_parts(check)) if part is not None)


def in_place(check: Check) -> tuple[Program | None, ...]:
    """The programs that a check runs on the whole value that it is given."""
    if type(check) in _ALONE:
        return ()
    match check:
        case plan.AllOf(programs=programs) | plan.AnyOf(programs=programs):
            return programs
        case plan.OneOf(programs=programs):
            return programs
        case plan.Not(program=program) | plan.Nullable(program=program):
            return (program,)
        case plan.Conditional(condition=condition, then=then, otherwise=otherwise):
            return condition, then, otherwise
        case plan.ByType(branches=branches):
            return tuple(program for _, program in branches)
        case plan.Internal(branches=branches_, missing=missing, unknown=unknown):
            return *(branch.program for branch in branches_), missing, unknown
        case plan.DependentSchemas(dependencies=dependencies):
            return tuple(program for _, program in dependencies)
        case _:
            return ()


def _of_parts(check: Check) -> tuple[Program | None, ...]:
    match check:
        case plan.PrefixItems(programs=programs):
            return programs
        case plan.Items(program=program) | plan.Contains(program=program):
            return (program,)
        case plan.PropertyNames(program=program):
            return (program,)
        case plan.Members(members=members):
            return tuple(member.program for member in members)
        case plan.PatternMembers(patterns=patterns):
            return tuple(program for _, program in patterns)
        case plan.AdditionalMembers(program=rest):
            return (rest,)
        case plan.UnevaluatedItems(program=rest) | plan.UnevaluatedMembers(program=rest):
            return (rest,)
        case plan.External(branches=branches, unknown=unknown):
            return *(branch.program for branch in branches), unknown
        case _:
            return ()
