"""Make the plan: every keyword of every schema becomes a check or is known to be a note.

The plan is made from the resolved schemas and never from the model, which is lossy. Keywords are
those of JSON Schema draft 2020-12; older drafts are read into it beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.modelling.demands import kept
from eventwright.modelling.facts import members, named_in, parts
from eventwright.modelling.model import Model
from eventwright.modelling.settled import Settled, keeps_others
from eventwright.planning.applying import applicable
from eventwright.planning.expansion import refuse_explosions
from eventwright.planning.keywords import (
    alternatives,
    arrays,
    logic,
    numbers,
    objects,
    references,
    strings,
    types,
    unevaluated,
    values,
)
from eventwright.planning.keywords.context import Family
from eventwright.planning.narrowing import narrowed
from eventwright.planning.plan import (
    AllOf,
    AnyJson,
    Call,
    Check,
    Entry,
    Member,
    Members,
    Never,
    Plan,
    Program,
    Type,
    UnevaluatedItems,
    UnevaluatedMembers,
)
from eventwright.planning.repeating import circles, repeating
from eventwright.planning.scope import Bindings, Scopes
from eventwright.reading.refs import SchemaSet
from eventwright.settings import Settings

FAMILIES: tuple[Family, ...] = (
    types,
    values,
    numbers,
    strings,
    arrays,
    objects,
    logic,
    alternatives,
    references,
    unevaluated,
)
"""In the order in which a program reports issues."""

_ALTERNATIVES = ("anyOf", "oneOf", "$dynamicRef")
_UNEVALUATED = UnevaluatedItems | UnevaluatedMembers


def build_plan(schemas: SchemaSet, model: Model, settings: Settings) -> Plan:
    """The program of every definition, and of what they call.

    Args:
        schemas: The resolved schemas of a module.
        model: Its definitions get a program each, and are called wherever they are referred to.
        settings: Whether formats are asserted, and slow patterns let through.

    Raises:
        EventwrightError: A keyword can't be honoured exactly; it tells all such places at once.
    """
    scopes = Scopes(schemas)
    settled = Settled(schemas, model.whole)
    programs: dict[Entry, Program] = {}
    problems: list[Problem] = []
    pending = [Entry(location) for location in model.definitions]
    while pending:
        entry = pending.pop()
        if entry not in programs:
            planner = _Planner(schemas, model, settings, settled, scopes, scopes.bindings(entry))
            programs[entry] = planner.definition(entry.location)
            pending += planner.called
            problems += planner.problems
    if problems:
        raise EventwrightError(*dict.fromkeys(problems))
    refuse_explosions(programs)
    circular = circles(programs)
    return Plan(programs, circular, repeating(programs, circular))


class _Planner:
    """Plans one definition; it is the context that the families of keywords ask."""

    def __init__(
        self,
        schemas: SchemaSet,
        model: Model,
        settings: Settings,
        settled: Settled,
        scopes: Scopes,
        bindings: Bindings,
    ) -> None:
        self.schemas = schemas
        self.settings = settings
        self.called: list[Entry] = []
        self.problems: list[Problem] = []
        self._model = model
        self._settled = settled
        self._scopes = scopes
        self._bindings = bindings

    def subprogram(self, location: Location) -> Program:
        """The program of a part of the value; a call where it has a definition of its own."""
        return self._call(location) or self.kept(location)

    def in_place(self, location: Location) -> Program:
        """The program of a further schema for the same value."""
        return self._call(location) or Program(location, self._checks(location))

    def _call(self, location: Location) -> Program | None:
        # What the type of a branch asks for around it is asked already where it is a branch.
        if location not in self._model.definitions or location in self._model.branches:
            return None
        return Program(location, (Call(self.entry(location)),))

    def definition(self, location: Location) -> Program:
        """The program of a type."""
        inside = self._model.branches.get(location)
        if inside is None:
            return self.kept(location)
        if inside.only_objects:
            asked = narrowed((Type(("object",)), *self._checks(inside.branch)))
            return Program(inside.branch, applicable(asked))
        around = [check for place in inside.around for check in self._around(place)]
        own = _by_itself(Program(inside.branch, self._checks(inside.branch)))
        checks = (*_joined([*around, *own]), *self._left_over(inside.around))
        places = (*inside.around, *parts(self.schemas, inside.branch))
        found = [members(self.schemas.at(place)) for place in places]
        named = named_in(found)
        unseen = (isinstance(check, Members) and _holds_unseen(check, named) for check in checks)
        if keeps_others(found) or kept(self.schemas, places) or any(unseen):
            checks = _with_any_json(checks)
        return Program(inside.branch, applicable(checks))

    def kept(self, location: Location) -> Program:
        """The program of a value that becomes a part of what is read."""
        checks = self._checks(location)
        return Program(location, checks if self._settled(location) else _with_any_json(checks))

    def entry(self, target: Location) -> Entry:
        """The definition at a place, as it is reached from here."""
        entry = self._scopes.entry(self._bindings, target)
        self.called.append(entry)
        return entry

    def refuse(self, location: Location, problem: str, fix: str) -> None:
        """Note that a keyword can't be honoured, so that all such places are told at once."""
        self.problems.append(Problem(location, problem, fix))

    def dynamic_target(self, location: Location) -> Location:
        """What the `$dynamicRef` of the schema at a place points to, as it is reached from here."""
        return self._scopes.target(self._bindings, location)

    def _around(self, location: Location) -> Iterator[Check]:
        """What a schema asks for by itself, but for its unions and what it refers to."""
        schema = self.schemas.at(location)
        for family in FAMILIES:
            if isinstance(schema, dict) and family not in (alternatives, references, unevaluated):
                checks = family.checks(schema, location, self)
                yield from (check for check in checks if not isinstance(check, AllOf))

    def _left_over(self, around: Sequence[Location]) -> Iterator[Check]:
        """What the first of the schemas around a branch asks of what nothing has looked at.

        Nothing, where other alternatives may hold beside the branch: they may have looked at more.
        Nor where one of the other schemas asks something of what it has not looked at itself, which
        is to look at it.
        """
        schemas = [members(self.schemas.at(place)) for place in around]
        found = [keyword for keyword in _ALTERNATIVES for schema in schemas if keyword in schema]
        if found == ["oneOf"] and all(map(unevaluated.KEYWORDS.isdisjoint, schemas[1:])):
            yield from unevaluated.checks(schemas[0], around[0], self)

    def _checks(self, location: Location) -> tuple[Check, ...]:
        joined = self.schemas.joined.get(location)
        if joined:
            return applicable((AllOf(tuple(map(self.in_place, joined))),))
        schema = self.schemas.at(location)
        if not isinstance(schema, dict):
            return () if schema is True else (Never(),)
        outer = self._bindings
        self._bindings = self._scopes.enter(outer, location)
        checks = tuple(
            check
            for family in _families(frozenset(schema))
            for check in family.checks(schema, location, self)
        )
        self._bindings = outer
        checks = applicable(checks)
        match checks:
            case (AllOf(programs=(only,)),):
                return only.checks
            case _:
                return checks


@cache
def _families(keywords: frozenset[str]) -> tuple[Family, ...]:
    """The families that have a say in a schema of these keywords."""
    return tuple(family for family in FAMILIES if not family.KEYWORDS.isdisjoint(keywords))


def _holds_unseen(check: Members, named: Set[str]) -> bool:
    """Whether a member is only required, and not named, which is not to look at it."""
    looked_at = {member.name for member in check.members if member.program.checks} | named
    return any(member.required and member.name not in looked_at for member in check.members)


def _with_any_json(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """The checks with a look at everything, after the type, whose failure ends the program."""
    first = 1 if checks and isinstance(checks[0], Type) else 0
    return (*checks[:first], AnyJson(), *checks[first:])


def _joined(checks: Iterable[Check]) -> Iterator[Check]:
    """The same checks, with those said twice once, and known members side by side."""
    known: dict[str, Member] = {}
    rest: list[Check] = []
    for check in checks:
        if isinstance(check, Members):
            for member in check.members:
                known[member.name] = _together(known.get(member.name), member)
        elif check not in rest:
            rest.append(check)
    first = 1 if rest and isinstance(rest[0], Type) else 0
    yield from rest[:first]
    if known:
        yield Members(tuple(known.values()))
    yield from rest[first:]


def _by_itself(program: Program) -> tuple[Check, ...]:
    """The checks of a schema that stands beside others.

    What these have looked at is no part of what the schema itself has looked at.
    """
    asks = any(isinstance(check, _UNEVALUATED) for check in program.checks)
    return (AllOf((program,)),) if asks else program.checks


def _together(one: Member | None, other: Member) -> Member:
    """What is asked of a member by one schema and by another one."""
    if one is None:
        return other
    asked = _by_itself(one.program)
    more = [check for check in _by_itself(other.program) if check not in asked]
    checks = applicable(narrowed((*asked, *more)))
    place = (one if one.program.checks else other).program.location
    return Member(one.name, one.required or other.required, Program(place, checks))
