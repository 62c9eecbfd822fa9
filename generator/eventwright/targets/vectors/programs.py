"""The programs inside of a program."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.planning import plan
from eventwright.planning.plan import Check, Program


def inside(program: Program) -> Iterator[Program]:
    """The programs that a program's own checks hold, for the same value or for parts of it."""
    for check in program.checks:
        for inner in (*in_place(check), *_of_parts(check)):
            if inner is not None:
                yield inner


def nested(program: Program) -> Iterator[Program]:
    """A program and all those inside it; what it calls stands by itself."""
    pending = [program]
    while pending:
        here = pending.pop()
        yield here
        pending += reversed(list(inside(here)))


def in_place(check: Check) -> tuple[Program | None, ...]:
    """The programs that a check runs on the whole value that it is given."""
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
        case plan.External(branches=branches):
            return tuple(branch.program for branch in branches)
        case _:
            return ()
