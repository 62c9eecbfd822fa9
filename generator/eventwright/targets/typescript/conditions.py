"""The conditions of the checks: a program of the plan as one expression.

The expression is true only for values that pass; where there is no short one, the rules decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial

from eventwright.modelling.domains import EVERYTHING, NOTHING, STRINGS, Domain, in_all, of_values
from eventwright.modelling.model import Never, Record, Shape
from eventwright.planning import plan
from eventwright.planning.applying import applicable, looks_at_null
from eventwright.planning.domains import domain, member_domains, needed
from eventwright.planning.walking import allows_all, asks_nothing
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import TagValue
from eventwright.rendering.code import Code
from eventwright.targets.tuples import exact_items
from eventwright.targets.typescript.comparisons import BOUNDS, by_name, comparison, integer_within
from eventwright.targets.typescript.language import inherited, is_held, literal, pattern
from eventwright.targets.typescript.layout import Arrow, Doc, call, enclosed
from eventwright.targets.typescript.places import Places
from eventwright.targets.typescript.programs import (
    MOST_COMPARED,
    constants,
    flattened,
    is_call,
    is_plain,
    is_short,
    late,
)
from eventwright.targets.typescript.ruled import ruled
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.tests import (
    FALSE,
    TRUE,
    NoConditionError,
    Test,
    absent_or,
    all_of,
    all_parts,
    any_of,
    each_once,
    expressed,
    none_of,
    one_of,
    together,
)


class Tester:
    """Makes the expression of a program, or says that there is none."""

    def __init__(
        self,
        scope: Scope,
        known: Code | None = None,
        fields: Mapping[str, Shape] | None = None,
        asked: Iterable[plan.Check] = (),
    ) -> None:
        """A maker of expressions about values.

        Args:
            scope: The module.
            known: The type with the value's members.
            fields: What they are, as far as every value of that type may have them.
            asked: What the value has passed where an expression is to stand.
        """
        self._scope = scope
        self._fields = fields or {}
        left = member_domains(asked)
        left |= {name: NOTHING for name, shape in self._fields.items() if shape == Never()}
        self._places = Places(scope, known).narrowed(Code("value"), left)
        self._possible = EVERYTHING
        """What a value may still be, where an expression is to stand."""
        self._is_object = False
        """Whether an object is known to be one, where an expression is to stand."""

    @classmethod
    def of(cls, record: Record, scope: Scope) -> Tester:
        """A maker of expressions about values that may be a record."""
        return cls(scope, scope.type(record.location), {f.wire: f.shape for f in record.fields})

    def program(self, program: plan.Program, value: Code) -> Test:
        """An expression that is true exactly for the values (or some of them) that pass."""
        return self._of_possible(EVERYTHING, program, value)

    def _in_place(self, program: plan.Program, value: Code) -> Test:
        """The same for a value of which something else is asked too."""
        return self._of_possible(self._possible, program, value)

    def _of_possible(self, possible: Domain, program: plan.Program, value: Code) -> Test:
        outside = self._possible
        self._possible = in_all([possible, domain(program.checks)])
        test = self._tested(program, value) if self._possible.types else FALSE
        self._possible = outside
        return test

    def _tested(self, program: plan.Program, value: Code) -> Test:
        match [check for check in program.checks if not asks_nothing(check)]:
            case (plan.Type(types=types), *rest) if values := constants(types, rest):
                return self._equal(values, value)
            case (plan.Type(types=(kind,)), *rest):
                return self._typed(kind, rest, value)
            case (plan.Type(types=("null", kind)), *rest) if not any(map(looks_at_null, rest)):
                return any_of(Code(f"{value} === null"), self._typed(kind, rest, value))
            case several if self._is_of_objects(parts := tuple(flattened(several))):
                _, *rest = applicable((plan.Type(("object",)), *parts))
                return self._typed("object", rest, value)
            case (check,):
                return self._only(check, value)
            case (plan.AnyJson() as first, *rest):
                kept = self._only(first, value)
                others = all_parts(self._tested(plan.Program(program.location, tuple(rest)), value))
                return all_of(kept, *(test for test in others if test != kept))
            case (plan.Type(types=types), plan.AnyJson() as every) if allows_all(types):
                return self._only(every, value)
            case several:
                tests = (self._only(check, value) for check in several)
                return all_of(*tests)

    def _is_of_objects(self, parts: Sequence[plan.Check]) -> bool:
        """Whether several checks ask for an object that is not known to be one yet."""
        return len(parts) > 1 and self._possible.types == {"object"} and not self._is_object

    def _only(self, check: plan.Check, value: Code) -> Test:
        match check:
            case plan.Type(types=types):
                return any_of(*(self._typed(kind, [], value) for kind in types))
            case plan.Never():
                return FALSE
            case plan.AnyJson():
                return call(self._use("anyJson"), value)
            case plan.Call(entry=entry) if self._scope.has_type(entry):
                return call(self._scope.check(entry.location), value)
            case plan.OneOf(programs=programs, exclusive=True):
                return self._any(programs, value)
            case plan.AnyOf():
                return self._any_of(check, value)
            case plan.AllOf(programs=programs):
                # What knows the value's members comes before what has narrowed it to another type.
                ordered = sorted(programs, key=is_call)
                return all_of(*(self._in_place(inner, value) for inner in ordered))
            case plan.ByType(branches=branches):
                # What passes a branch has a type of that branch and of no other.
                return self._any([program for _, program in branches], value)
            case plan.Internal(tag=(name,), missing=None, unknown=None) if not inherited(name):
                return self._tagged(check.branches, name, value)
            case plan.Nullable(program=program):
                return any_of(Code(f"{value} === null"), self._in_place(program, value))
            case plan.Const(value=other):
                return self._equal([other], value)
            case plan.Enum(values=values) if len(values) <= MOST_COMPARED:
                return self._equal(values, value)
            case plan.Not(program=listed) if self._possible == STRINGS and (
                values := constants(["string"], listed.checks)
            ):
                return none_of([v for v in values if is_held(v)], value)
            case plan.Members(members=members) if self._has({m.name for m in members}, value):
                return all_of(*self._further(check, value))
            case plan.DependentRequired(dependencies=pairs) if self._has(
                {name for first, others in pairs for name in (first, *others)}, value
            ):
                place = partial(self.member_of, value)
                return all_of(*(together(*map(place, (first, *rest))) for first, rest in pairs))
            case _:
                return ruled(check, value, self._scope)

    def _has(self, names: Set[str], value: Code) -> bool:
        """Whether a value is an object whose type has these members."""
        plain = names and not any(map(inherited, names))
        return bool(plain and self._is_object and value == "value" and names <= self._fields.keys())

    def _any_of(self, check: plan.AnyOf, value: Code) -> Test:
        passed = self._any(needed(check.programs), value)
        if not any(map(self._scope.digits.may_be_lost, check.programs)):
            return passed
        if self._scope.leads_back(check):
            # To look at all of a value at every level would multiply the work by the levels.
            raise NoConditionError
        # A value may pass one, lose digits there, and keep them in another.
        return all_of(call(self._use("anyJson"), value), passed)

    def _tagged(self, branches: Sequence[plan.Branch[TagValue]], name: str, value: Code) -> Test:
        chosen = []
        outside = self._places
        for branch in branches:
            has_tag = Code(f"{self.member_of(value, name)} === {literal(branch.tag)}")
            self._places = outside.narrowed(value, {name: of_values([branch.tag])})
            rest = self._in_place(branch.program, value) if branch.program else TRUE
            chosen.append(all_of(has_tag, rest))
        self._places = outside
        return all_of(call(self._use("anObject"), value), any_of(*chosen))

    def _any(self, programs: Sequence[plan.Program], value: Code) -> Test:
        ordered = sorted(programs, key=is_call) if self._is_object else programs
        return any_of(*(self._in_place(inner, value) for inner in ordered))

    def _equal(self, values: Sequence[Json], value: Code) -> Test:
        left = self._possible.kept(values)
        held = [v for v in left if is_held(v)]
        if len(held) < len(left):
            raise NoConditionError
        return one_of(held, value)

    def _typed(self, kind: JsonType, rest: Sequence[plan.Check], value: Code) -> Test:
        match kind:
            case "integer":
                return self._integer(rest, value)
            case "number":
                head: Test = call(self._use("aNumber"), value)
            case "object":
                members = f"<{known}>" if (known := self._places.known) and value == "value" else ""
                head = call(Code(f"{self._use('anObject')}{members}"), value)
            case "array":
                return self._array(rest, value)
            case "null":
                head = Code(f"{value} === null")
            case "string" | "boolean":
                head = Code(f'typeof {value} === "{kind}"')
        outside = self._is_object, self._places
        self._is_object = self._is_object or kind == "object"
        if len(parts := [*flattened(rest)]) > 1:  # A lone check looks at no member twice.
            self._places = self._places.narrowed(value, member_domains(parts))
        # What knows the value's members comes before what narrows it to another type.
        tests = [t for check in sorted(rest, key=late) for t in self._further(check, value)]
        self._is_object, self._places = outside
        return each_once(head, *tests)

    def _further(self, check: plan.Check, value: Code) -> Iterator[Test]:
        """The tests of a check on a value whose type is settled."""
        match check:
            case plan.Members(members=members):
                for member in members:
                    yield from self._known_member(member, value)
            case plan.AdditionalMembers(known=names, program=rest, patterns=sources):
                known = enclosed("[", [literal(name) for name in names], "]")
                test = self._use("nothing") if rest is None else self._predicate(rest)
                others = self._use("everyUnmatched" if sources else "everyOther")
                yield call(others, value, known, test, *map(pattern, sources))
            case plan.PatternMembers(patterns=pairs):
                for source, each in pairs:
                    test = self._predicate(each)
                    yield call(self._use("everyMatched"), value, pattern(source), test)
            case plan.PropertyNames(program=each) if is_short(each):
                yield call(self._use("everyName"), value, self._predicate(each))
            case plan.Items(program=program, start=0):
                yield call(self._use("everyItem"), value, self._predicate(program))
            case _:
                yield comparison(check, value, self._scope) or self._only(check, value)

    def _known_member(self, known: plan.Member, value: Code) -> Iterator[Test]:
        place = self.member_of(value, known.name)
        if inherited(known.name) and not is_plain(known.program):
            raise NoConditionError
        if not known.program.checks:
            if known.required:
                yield Code(f"{place} !== undefined")
            return
        test = self._of_possible(self._places.left(place), known.program, place)
        yield test if known.required else absent_or(test, place)

    def member_of(self, value: Code, name: str) -> Code:
        """A member of an object, as far as its members are known."""
        return self._places.of(value, name)

    def _array(self, rest: Sequence[plan.Check], value: Code) -> Test:
        is_array = Code(f"Array.isArray({value})")
        match rest:
            case [plan.Items(program=program, start=0)]:
                return call(self._use("anArrayOf"), value, self._predicate(program))
            case _ if (programs := exact_items(rest)) is not None:
                has_length = Code(f"{value}.length === {len(programs)}")
                places = (Code(f"{value}[{index}]") for index in range(len(programs)))
                return all_of(is_array, has_length, *map(self.program, programs, places))
            case _:
                return all_of(is_array, *(p for check in rest for p in self._further(check, value)))

    def _predicate(self, program: plan.Program) -> Doc:
        """A function that tests an item."""
        if named := by_name(program, self._scope):
            return named
        outside, self._places = self._places, self._places.anew()
        test = self.program(program, Code("item"))
        self._places = outside
        if test == FALSE:
            return self._use("nothing")
        return Arrow(Code("" if test == TRUE else "item"), expressed(test))

    def _integer(self, rest: Sequence[plan.Check], value: Code) -> Test:
        within = integer_within([c for c in rest if isinstance(c, BOUNDS)], value, self._scope)
        others = (check for check in rest if not isinstance(check, BOUNDS))
        further = (test for check in others for test in self._further(check, value))
        return each_once(within, *further)

    def _use(self, name: str) -> Code:
        return self._scope.imports.use(name)
