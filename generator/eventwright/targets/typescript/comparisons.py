"""The checks of numbers, texts and lengths as expressions, for a value whose type is settled."""

from __future__ import annotations

from collections.abc import Sequence

from eventwright.planning import plan
from eventwright.planning.bounds import integer_bounds
from eventwright.planning.plan import Check, Program
from eventwright.rendering.code import Code
from eventwright.targets.typescript.language import MAX_SAFE, literal, pattern
from eventwright.targets.typescript.layout import call
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.tests import TRUE, NoConditionError, Test, all_of

BOUNDS = plan.Minimum | plan.Maximum | plan.ExclusiveMinimum | plan.ExclusiveMaximum


def comparison(check: Check, value: Code, scope: Scope) -> Test | None:
    """Whether a value passes a check, if that compares it with something."""
    match check:
        case plan.Format(name=name):
            return call(scope.imports.format(name), value)
        case plan.Double():
            return TRUE  # more than that is asked of a number
        case plan.Minimum(limit=limit):
            return Code(f"{value} >= {literal(limit)}")
        case plan.Maximum(limit=limit):
            return Code(f"{value} <= {literal(limit)}")
        case plan.ExclusiveMinimum(limit=limit):
            return Code(f"{value} > {literal(limit)}")
        case plan.ExclusiveMaximum(limit=limit):
            return Code(f"{value} < {literal(limit)}")
        case plan.MinLength(limit=limit):
            return Code(f"{scope.imports.use('codePoints')}({value}) >= {limit}")
        case plan.MaxLength(limit=limit):
            return Code(f"{scope.imports.use('codePoints')}({value}) <= {limit}")
        case plan.Pattern(source=source):
            return call(scope.imports.use("matchesPattern"), value, pattern(source))
        case plan.MinItems(limit=limit):
            return Code(f"{value}.length >= {limit}")
        case plan.MaxItems(limit=limit):
            return Code(f"{value}.length <= {limit}")
        case plan.MinProperties(limit=limit):
            return Code(f"{scope.imports.use('memberCount')}({value}) >= {limit}")
        case plan.MaxProperties(limit=limit):
            return Code(f"{scope.imports.use('memberCount')}({value}) <= {limit}")
        case _:
            return None


def integer_within(bounds: Sequence[Check], value: Code, scope: Scope) -> Test:
    """Whether a value is an integer within bounds.

    Raises:
        NoConditionError: No integer that a number holds is.
    """
    lower, upper = integer_bounds(bounds) or (None, None)
    low = -MAX_SAFE - 1 if lower is None else lower
    high = MAX_SAFE + 1 if upper is None else upper
    if scope.exact and (low < -MAX_SAFE or high > MAX_SAFE):
        if lower is not None and upper is not None:
            return call(scope.imports.use("longWithin"), value, literal(low), literal(high))
        compared = [comparison(check, value, scope) for check in bounds]
        head = call(scope.imports.use("anInteger"), value)
        return all_of(head, *(test for test in compared if test is not None))
    if low > MAX_SAFE or high < -MAX_SAFE:
        raise NoConditionError
    if low < -MAX_SAFE and high > MAX_SAFE:
        return call(Code("Number.isSafeInteger"), value)
    limits = [
        Code("Number.MIN_SAFE_INTEGER") if low < -MAX_SAFE else literal(low),
        Code("Number.MAX_SAFE_INTEGER") if high > MAX_SAFE else literal(high),
    ]
    return call(scope.imports.use("integerWithin"), value, *limits)


def by_name(program: Program, scope: Scope) -> Code | None:
    """The function that tells whether a value passes a program, where one has a name."""
    match program.checks:
        case (plan.Type(types=("string" | "boolean" | "number" as kind,)),):
            return scope.imports.use(f"a{kind.capitalize()}")
        case (plan.AnyJson(),):
            return scope.imports.use("anyJson")
        case (plan.Call(entry=entry),) if scope.has_type(entry):
            return scope.check(entry.location)
        case _:
            return None
