"""Values just inside and just outside every check of a program."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from eventwright.errors import Location
from eventwright.judging.containers import ArrayCheck, ObjectCheck
from eventwright.judging.reference import Reference
from eventwright.planning import plan
from eventwright.planning.plan import Entry, Plan, Program
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import identity, same
from eventwright.targets.vectors import arrays, objects, unions
from eventwright.targets.vectors.samples import NoSampleError, Sampler
from eventwright.targets.vectors.tree import Tree, merge
from eventwright.targets.vectors.values import Candidate, of_scalar, of_types

_DEEPEST_CALL = 3
"""How many definitions deep faults are looked for, where a few show that they are called."""
_MOST_TRIED = 60
"""How many candidates of a called definition are looked through for those few."""


Few: TypeAlias = dict[tuple[Entry, int, Hashable], Sequence[Candidate]]
"""What shows that a definition is called, by it, how deep it is called, and a valid value of it."""


class Candidates:
    """Makes the candidates of one named type.

    With `through`, the first time that a definition is called all its candidates are made as well,
    so that one type alone carries every check that it reaches; else a few show that it is called,
    unless it is one of those without functions of their own. What shows it is kept in `few`, which
    all types of a module share.
    """

    def __init__(
        self,
        programs: Plan,
        sampler: Sampler,
        reference: Reference,
        named: Container[Location],
        few: Few,
        *,
        through: bool,
    ) -> None:
        self.sampler = sampler
        self._programs = programs.programs
        self._reference = reference
        self._named = named
        self._through = through
        self._seen: set[Entry] = set()
        self._open: list[Entry] = []
        self._few = few

    def of(self, program: Program, base: Json) -> Iterator[Candidate]:
        """The candidates of a program, of which `base` is a valid value."""
        yield Candidate("", "valid", base)
        for check in program.checks:
            yield from self._check(check, program, base)

    def fault(self, program: Program, tree: Tree) -> str | None:
        """The code of the first issue of a value, or None when it is valid."""
        issue = self._reference.fault(program, Candidate("", "", tree).value())
        return None if issue is None else issue.code

    def in_place(self, program: Program | None, base: Json, aim: str) -> Iterator[Candidate]:
        """The candidates of a further program for the same value, of which `base` is one."""
        if program is None:
            return
        if self.fault(program, base):
            try:
                base = merge(base, self.sampler.sample(program))
            except NoSampleError:
                return
        for candidate in self.of(program, base):
            yield Candidate(candidate.place, f"{aim} {candidate.aim}", candidate.tree)

    def _check(self, check: plan.Check, program: Program, base: Json) -> Iterator[Candidate]:
        if isinstance(check, ArrayCheck | plan.MinItems | plan.MaxItems | plan.UniqueItems):
            yield from arrays.candidates(self, check, program, base)
        elif isinstance(check, ObjectCheck | plan.MinProperties | plan.MaxProperties):
            yield from objects.candidates(self, check, program, base)
        elif isinstance(check, plan.Internal | plan.External):
            yield from unions.candidates(self, check, base)
        else:
            yield from self._whole(check, base)

    def _whole(self, check: plan.Check, base: Json) -> Iterator[Candidate]:
        match check:
            case plan.Type(types=types):
                yield from of_types(types, base)
            case plan.Nullable(program=inner):
                yield Candidate("", "null", None)
                yield from self._other_than_null(inner, base)
            case plan.Call(entry=entry):
                yield from self._call(entry, base)
            case plan.AllOf(programs=(inner,)):
                yield from self.of(inner, base)
            case plan.AllOf(programs=programs):
                yield from self._each(programs, base, "allOf")
            case plan.AnyOf(programs=programs):
                yield from self._each(programs, base, "anyOf")
            case plan.OneOf(programs=programs):
                yield from self._each(programs, base, "oneOf")
            case plan.ByType(branches=branches):
                yield from of_types(tuple(kind for types, _ in branches for kind in types), base)
                yield from self._each((inner for _, inner in branches), base, "type")
            case plan.Not(program=inner):
                yield from self.in_place(inner, base, "not")
            case plan.Conditional(condition=condition, then=then, otherwise=otherwise):
                yield from self.in_place(condition, base, "if")
                yield from self.in_place(then, base, "then")
                yield from self.in_place(otherwise, base, "else")
            case _:
                yield from of_scalar(check, base)

    def _other_than_null(self, inner: Program, base: Json) -> Iterator[Candidate]:
        try:
            value = self.sampler.sample(inner) if base is None else base
        except NoSampleError:
            return
        yield from self.of(inner, value)

    def _each(self, programs: Iterable[Program], base: Json, aim: str) -> Iterator[Candidate]:
        for index, program in enumerate(programs):
            yield from self.in_place(program, base, f"{aim}={index}")

    def _call(self, entry: Entry, base: Json) -> Iterator[Candidate]:
        program = self._programs[entry]
        through = self._through or entry.location not in self._named
        if through and not self._open and entry not in self._seen:
            self._seen.add(entry)
            yield from self.of(program, base)
            return
        yield Candidate("", "valid", base)
        if entry in self._open or len(self._open) == _DEEPEST_CALL:
            return
        key = entry, len(self._open), identity(base)
        if key not in self._few:
            self._open.append(entry)
            self._few[key] = list(self._few_of(program, base))
            self._open.pop()
        yield from self._few[key]

    def _few_of(self, program: Program, base: Json) -> Iterator[Candidate]:
        """Another valid value, and a few that are not."""
        wanted = ["", "type", "type", "other"]
        for candidate in islice(self.of(program, base), 1, _MOST_TRIED):
            code = self.fault(program, candidate.tree)
            kind = "" if code is None else "type" if code == "type" else "other"
            if kind in wanted and not (not kind and same(candidate.value(), base)):
                wanted.remove(kind)
                yield candidate
            if not wanted:
                break
