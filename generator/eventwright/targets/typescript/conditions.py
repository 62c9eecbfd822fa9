"""The conditions of the checks: a program of the plan as one expression.

The expression is true only for values that pass; where there is no short one, the rules decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from eventwright import patterns
from eventwright.modelling.model import JsonScalar
from eventwright.planning import plan
from eventwright.planning.bounds import integer_bounds
from eventwright.planning.walking import allows_all, asks_nothing
from eventwright.reading.jsontext import JsonType
from eventwright.rendering.code import Code
from eventwright.targets.tuples import exact_items
from eventwright.targets.typescript.language import MAX_SAFE, inherited, literal
from eventwright.targets.typescript.layout import Arrow, Doc, call, enclosed
from eventwright.targets.typescript.programs import constants, is_call, is_plain, looks_at_null
from eventwright.targets.typescript.scope import Scope, member_of
from eventwright.targets.typescript.tests import (
    AnyOf,
    Test,
    absent_or,
    all_of,
    all_parts,
    any_of,
    any_parts,
    expressed,
    one_of,
)

_OF_THE_VALUE = plan.AnyJson | plan.Call | plan.AllOf | plan.AnyOf | plan.OneOf
"""The checks that look at a value as one of another type."""


class NoConditionError(Exception):
    """There is no short expression for a check."""


class Tester:
    """Makes the expression of a program, or says that there is none."""

    def __init__(self, scope: Scope, known: Code | None = None) -> None:
        """A maker of expressions about values; `known` is the type with the value's members."""
        self._scope = scope
        self._known = known

    def program(self, program: plan.Program, value: Code) -> Test:
        """An expression that is true exactly for the values (or some of them) that pass."""
        match tuple(check for check in program.checks if not asks_nothing(check)):
            case (plan.Type(types=types), *rest) if values := constants(types, rest):
                return self._equal(values, value)
            case (plan.Type(types=(kind,)), *rest):
                return self._typed(kind, rest, value)
            case (plan.Type(types=("null", kind)), *rest) if not looks_at_null(rest):
                return AnyOf((Code(f"{value} === null"), self._typed(kind, rest, value)))
            case (plan.Type(types=types),):
                return AnyOf(tuple(self._typed(kind, [], value) for kind in types))
            case (check,):
                return self._only(check, value)
            case (plan.AnyJson() as first, *rest):
                kept = self._only(first, value)
                others = all_parts(self.program(plan.Program(program.location, tuple(rest)), value))
                return all_of(kept, *(test for test in others if test != kept))
            case (plan.Type(types=types), plan.AnyJson() as every) if allows_all(types):
                return self._only(every, value)
            case _:
                raise NoConditionError

    def _only(self, check: plan.Check, value: Code) -> Test:
        match check:
            case plan.AnyJson():
                return call(self._use("anyJson"), value)
            case plan.Call(entry=entry) if self._scope.has_type(entry):
                return call(self._scope.check(entry.location), value)
            case plan.OneOf(programs=programs, exclusive=True):
                return self._any(programs, value)
            case plan.AnyOf(programs=programs):
                return self._any_of(programs, value)
            case plan.AllOf(programs=programs):
                # What knows the value's members comes before what has narrowed it to another type.
                ordered = sorted(programs, key=is_call)
                return all_of(
                    *(p for inner in ordered for p in all_parts(self.program(inner, value)))
                )
            case plan.ByType(branches=branches):
                # What passes a branch has a type of that branch and of no other.
                return self._any([program for _, program in branches], value)
            case plan.Internal(tag=(name,), missing=None, unknown=None) if not inherited(name):
                return self._tagged(check.branches, self.member_of(value, name), value)
            case plan.Nullable(program=program):
                return AnyOf((Code(f"{value} === null"), *any_parts(self.program(program, value))))
            case plan.Const(value=other):
                return self._equal([other], value)
            case plan.Enum(values=values):
                return self._equal(values, value)
            case _:
                raise NoConditionError

    def _any_of(self, programs: Sequence[plan.Program], value: Code) -> Test:
        passed = self._any(programs, value)
        if not any(map(self._scope.digits.may_be_lost, programs)):
            return passed
        if any(map(self._scope.leads_back, programs)):
            # To look at all of a value at every level would multiply the work by the levels.
            raise NoConditionError
        # A value may pass one, lose digits there, and keep them in another.
        return all_of(call(self._use("anyJson"), value), *all_parts(passed))

    def _tagged(self, branches: Sequence[plan.Branch], tag: Code, value: Code) -> Test:
        chosen = []
        for branch in branches:
            has_tag = Code(f"{tag} === {literal(branch.tag)}")
            rest = () if branch.program is None else all_parts(self.program(branch.program, value))
            chosen.append(all_of(has_tag, *rest))
        return all_of(call(self._use("anObject"), value), any_of(*chosen))

    def _any(self, programs: Sequence[plan.Program], value: Code) -> Test:
        return any_of(*(p for inner in programs for p in any_parts(self.program(inner, value))))

    def _equal(self, values: Sequence[object], value: Code) -> Test:
        held = [v for v in values if _held(v)]
        if len(held) < len(values):
            raise NoConditionError
        return one_of(held, value)

    def _typed(self, kind: JsonType, rest: Sequence[plan.Check], value: Code) -> Test:
        match kind:
            case "integer":
                return self._integer(rest, value)
            case "number":
                head: Test = call(self._use("aNumber"), value)
            case "object":
                members = f"<{self._known}>" if self._known and value == "value" else ""
                head = call(Code(f"{self._use('anObject')}{members}"), value)
            case "array":
                return self._array(rest, value)
            case "null":
                head = Code(f"{value} === null")
            case "string" | "boolean":
                head = Code(f'typeof {value} === "{kind}"')
        # What knows the value's members comes before what narrows it to another type.
        ordered = sorted(rest, key=lambda check: isinstance(check, _OF_THE_VALUE))
        return all_of(head, *(part for check in ordered for part in self._further(check, value)))

    def _further(self, check: plan.Check, value: Code) -> Iterator[Test]:
        """The tests of a check on a value whose type is settled."""
        match check:
            case plan.Members(members=members):
                for known in members:
                    yield from self._known_member(known, value)
            case plan.AdditionalMembers(known=known_names, program=program, patterns=()):
                known_list = enclosed("[", [literal(name) for name in known_names], "]")
                test = self._use("nothing") if program is None else self._predicate(program)
                yield call(self._use("everyOther"), value, known_list, test)
            case plan.Items(program=program, start=0):
                yield call(self._use("everyItem"), value, self._predicate(program))
            case plan.Format(name=name):
                yield call(self._scope.imports.format(name), value)
            case plan.Minimum(limit=limit):
                yield Code(f"{value} >= {literal(limit)}")
            case plan.Maximum(limit=limit):
                yield Code(f"{value} <= {literal(limit)}")
            case plan.ExclusiveMinimum(limit=limit):
                yield Code(f"{value} > {literal(limit)}")
            case plan.ExclusiveMaximum(limit=limit):
                yield Code(f"{value} < {literal(limit)}")
            case plan.MinLength(limit=limit):
                yield Code(f"{self._use('codePoints')}({value}) >= {limit}")
            case plan.MaxLength(limit=limit):
                yield Code(f"{self._use('codePoints')}({value}) <= {limit}")
            case plan.Pattern(source=source):
                pattern = literal(patterns.typescript(source))
                yield call(self._use("matchesPattern"), value, pattern)
            case plan.MinItems(limit=limit):
                yield Code(f"{value}.length >= {limit}")
            case plan.MaxItems(limit=limit):
                yield Code(f"{value}.length <= {limit}")
            case plan.AnyJson() | plan.Call() | plan.AllOf() | plan.AnyOf() | plan.OneOf():
                yield from all_parts(self._only(check, value))
            case _:
                raise NoConditionError

    def _known_member(self, known: plan.Member, value: Code) -> Iterator[Test]:
        place = self.member_of(value, known.name)
        narrows = not inherited(known.name)
        if not narrows and not is_plain(known.program):
            raise NoConditionError
        if not known.program.checks:
            if known.required:
                yield Code(f"{place} !== undefined")
            return
        test = self.program(known.program, place)
        if known.required:
            yield from all_parts(test)
        else:
            yield absent_or(test, place)

    def member_of(self, value: Code, name: str) -> Code:
        """A member of an object, as far as its members are known."""
        if (self._known and value == "value") or inherited(name):
            return member_of(value, name, self._scope)
        return Code(f"{value}[{literal(name)}]")

    def _array(self, rest: Sequence[plan.Check], value: Code) -> Test:
        match rest:
            case [plan.Items(program=program, start=0)]:
                return call(self._use("anArrayOf"), value, self._predicate(program))
            case _ if (programs := exact_items(rest)) is not None:
                head = Code(f"Array.isArray({value}) && {value}.length === {len(programs)}")
                places = (Code(f"{value}[{index}]") for index in range(len(programs)))
                return all_of(head, *map(self.program, programs, places))
            case _:
                head = Code(f"Array.isArray({value})")
                return all_of(head, *(p for check in rest for p in self._further(check, value)))

    def _predicate(self, program: plan.Program) -> Doc:
        """A function that tests an item."""
        match program.checks:
            case (plan.Type(types=("string",)),):
                return self._use("aString")
            case (plan.Type(types=("boolean",)),):
                return self._use("aBoolean")
            case (plan.Type(types=("number",)),):
                return self._use("aNumber")
            case (plan.AnyJson(),):
                return self._use("anyJson")
            case (plan.Call(entry=entry),) if self._scope.has_type(entry):
                return self._scope.check(entry.location)
            case _:
                return Arrow(Code("item"), expressed(self.program(program, Code("item"))))

    def _integer(self, rest: Sequence[plan.Check], value: Code) -> Test:
        bounds = integer_bounds(rest)
        if bounds is None:
            raise NoConditionError
        lower, upper = bounds
        low = -MAX_SAFE - 1 if lower is None else lower
        high = MAX_SAFE + 1 if upper is None else upper
        if self._scope.exact and (low < -MAX_SAFE or high > MAX_SAFE):
            if lower is not None and upper is not None:
                return call(self._use("longWithin"), value, literal(low), literal(high))
            head: Test = call(self._use("anInteger"), value)
            return all_of(head, *(part for check in rest for part in self._further(check, value)))
        if low > MAX_SAFE or high < -MAX_SAFE:
            raise NoConditionError  # what is within is no safe integer
        if low < -MAX_SAFE and high > MAX_SAFE:
            return call(Code("Number.isSafeInteger"), value)
        limits = [
            Code("Number.MIN_SAFE_INTEGER") if low < -MAX_SAFE else literal(low),
            Code("Number.MAX_SAFE_INTEGER") if high > MAX_SAFE else literal(high),
        ]
        return call(self._use("integerWithin"), value, *limits)

    def _use(self, name: str) -> Code:
        return self._scope.imports.use(name)


def _held(value: object) -> TypeGuard[JsonScalar]:
    """Whether a constant is a scalar that TypeScript's `===` compares as JSON does."""
    if isinstance(value, int):
        return abs(value) <= MAX_SAFE
    return value is None or isinstance(value, str | float)
