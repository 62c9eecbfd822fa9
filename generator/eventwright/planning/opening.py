"""Open unions and enumerations: what they do not know is kept, where the settings ask for it.

A schema lists the variants and the words of today, and a deployed client meets those of tomorrow.
They are kept where values are read. Where a schema only tells values apart, in a condition or among
alternatives that are tried, a list means just what it says, and so does a tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.model import (
    Alias,
    Definition,
    Doc,
    Enum,
    External,
    Internal,
    Model,
    Union,
    Unknown,
    Variant,
)
from eventwright.planning import plan
from eventwright.planning.dispatching import tag_type
from eventwright.planning.domains import domain
from eventwright.planning.open_shapes import with_open_shapes
from eventwright.planning.plan import Check, Entry, Plan, Program
from eventwright.planning.telling import are_words, tags, telling
from eventwright.planning.walking import checks_of_all
from eventwright.reading.jsonvalues import AnyTag


def opened(model: Model, programs: Plan) -> tuple[Model, Plan]:
    """The same model and plan, whose unions and enumerations are open."""
    unevaluated = plan.UnevaluatedItems | plan.UnevaluatedMembers
    opener = _Opener(
        model,
        programs,
        frozenset(telling(model, programs)),
        frozenset(tags(model)),
        any(isinstance(check, unevaluated) for check in checks_of_all([programs])),
    )
    changed = {Entry(place): opener.program(place) for place in model.definitions}
    definitions: dict[Location, Definition] = {}
    for place, definition in model.definitions.items():
        definitions[place] = definition
        if isinstance(definition, Union) and place not in opener.telling:
            entry = Entry(place)
            definitions[place], changed[entry] = opener.union(definition, changed[entry])
    made = replace(programs, programs={**programs.programs, **changed})
    return with_open_shapes(replace(model, definitions=definitions), made), made


@frozen
class _Opener:
    model: Model
    programs: Plan
    telling: frozenset[Location]
    """The types by which values are told apart."""
    tags: frozenset[tuple[Location, str]]
    """The members that are tags, each with its record."""
    tracks: bool
    """Whether a check asks which members no other one has looked at."""

    def program(self, place: Location) -> Program:
        """What is asked of the values of a type, without the lists of words in it."""
        program = self.programs.of(place)
        if place in self.telling or isinstance(self.model.definitions[place], Enum):
            return program
        return self._opened(program, {name for record, name in self.tags if record == place})

    def union(self, union: Union, program: Program) -> tuple[Union, Program]:
        """A union with a variant for unknown tags, where there is one check that chooses."""
        place = union.location.child("unknown")
        checks, is_open = self._with_unknown(union, program.checks, place)
        if not is_open:
            return union, program
        variant = Variant(None, Unknown(union.location), Doc(), place)
        made = replace(union, variants=(*union.variants, variant))
        return made, replace(program, checks=checks)

    def _with_unknown(
        self, union: Union, checks: Iterable[Check], place: Location
    ) -> tuple[tuple[Check, ...], bool]:
        """What is asked of a value of a union, and whether unknown tags pass now."""
        made: list[Check] = []
        is_open = False
        for check in checks:
            match check, union.encoding:
                case plan.Internal(unknown=None, tag=tag), Internal(tag=own) if (
                    tag == own and union.is_closed
                ):
                    made.append(replace(check, unknown=self._with_tag(check, place)))
                    is_open = True
                case plan.External(branches=known), External() if any(map(_has_values, known)):
                    made.append(replace(check, unknown=Program(place, (plan.AnyJson(),))))
                    is_open = True
                case plan.AllOf(programs=programs), _:
                    pairs = [self._with_unknown(union, each.checks, place) for each in programs]
                    inner = zip(programs, pairs, strict=True)
                    made.append(plan.AllOf(tuple(replace(p, checks=own) for p, (own, _) in inner)))
                    is_open = is_open or any(opens for _, opens in pairs)
                case plan.Call(entry=entry), _:
                    made.append(check)
                    is_open = is_open or self._opens(union, entry.location)
                case _:
                    made.append(check)
        return tuple(made), is_open

    def _with_tag(self, check: plan.Internal, place: Location) -> Program:
        """The program of an object of any JSON that has a tag of the type of those known."""
        program = Program(place, (plan.Type((tag_type(check),)),))
        for name in reversed(check.tag):
            members = plan.Members((plan.Member(name, required=True, program=program),))
            program = Program(place, (plan.Type(("object",)), members))
        first, *others = program.checks
        if self.tracks:  # What an unknown variant may have is not for others to tell.
            others.append(plan.AdditionalMembers((), Program(place, ())))
        return Program(place, (first, plan.AnyJson(), *others))

    def _opens(self, union: Union, other: Location) -> bool:
        """Whether another type, whose values a union has too, lets unknown tags pass."""
        if other in self.telling or not isinstance(
            self.model.definitions.get(other), Union | Alias
        ):
            return False
        return self._with_unknown(union, self.programs.of(other).checks, other)[1]

    def _opened(self, program: Program, kept: Set[str] = frozenset()) -> Program:
        """A program without its lists of words, but for those in members of some names."""
        checks: list[Check] = []
        for check in program.checks:
            checks += self._without_words(check, kept)
        if _types(checks) > _types(program.checks):
            # What stands for a list goes before what else is asked, and is asked once.
            types = dict.fromkeys(check for check in checks if isinstance(check, plan.Type))
            checks = [*types, *(check for check in checks if not isinstance(check, plan.Type))]
        return Program(program.location, tuple(checks))

    def _without_words(self, check: Check, kept: Set[str]) -> Iterable[Check]:
        opened = self._opened
        match check:
            case plan.Enum(values=values) if are_words(values):
                return [plan.Type(("null", "string") if None in values else ("string",))]
            case plan.Call(entry=entry) if self._is_enum(entry):
                return opened(self.programs.programs[entry]).checks
            case plan.Nullable(program=program):
                return [plan.Nullable(opened(program))]
            case plan.AllOf(programs=programs):
                return [plan.AllOf(tuple(opened(each, kept) for each in programs))]
            case plan.ByType(branches=groups):
                return [plan.ByType(tuple((types, opened(group)) for types, group in groups))]
            case plan.Members(members=members):
                found = (
                    each if each.name in kept else replace(each, program=opened(each.program))
                    for each in members
                )
                return [plan.Members(tuple(found))]
            case plan.AdditionalMembers(program=Program() as rest):
                return [replace(check, program=opened(rest))]
            case plan.PatternMembers(patterns=patterns):
                return [plan.PatternMembers(tuple((name, opened(p)) for name, p in patterns))]
            case plan.Items(program=items):
                return [replace(check, program=opened(items))]
            case plan.PrefixItems(programs=programs):
                return [plan.PrefixItems(tuple(map(opened, programs)))]
            case plan.Internal(tag=tag, branches=branches):
                return [replace(check, branches=tuple(self._branch(b, {tag[0]}) for b in branches))]
            case plan.External(branches=branches):
                return [replace(check, branches=tuple(self._branch(b) for b in branches))]
            case _:
                return [check]

    def _branch(
        self, branch: plan.Branch[AnyTag], kept: Set[str] = frozenset()
    ) -> plan.Branch[AnyTag]:
        if branch.program is None:
            return branch
        return replace(branch, program=self._opened(branch.program, kept))

    def _is_enum(self, entry: Entry) -> bool:
        """Whether a definition is an enumeration of several words."""
        definition = self.model.definitions.get(entry.location)
        return isinstance(definition, Enum) and are_words(v.value for v in definition.values)


def _has_values(branch: plan.Branch[str]) -> bool:
    return branch.program is None or bool(domain(branch.program.checks).types)


def _types(checks: Iterable[Check]) -> int:
    """How many checks ask for a type."""
    return sum(isinstance(check, plan.Type) for check in checks)
