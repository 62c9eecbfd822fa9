"""One small valid payload for every program, to put one fault at a time into."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from eventwright.judging.reference import Reference
from eventwright.planning import plan
from eventwright.planning.plan import Entry, Plan, Program
from eventwright.planning.walking import in_place
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import TagValue, tag_text
from eventwright.reading.refs import SchemaSet
from eventwright.targets.vectors.assembly import (
    assembled_arrays,
    assembled_objects,
    assembled_strings,
)
from eventwright.targets.vectors.formats import FORMATS
from eventwright.targets.vectors.matching import matching
from eventwright.targets.vectors.parts import apart, described, further
from eventwright.targets.vectors.tree import get, put

_SCALARS = frozenset({"boolean", "integer", "number", "string"})
_PATTERNED = plan.Pattern | plan.AllOf
_LAST_RESORTS = (
    '"text" 1 {} [] null true 0.5 "" {"unknown":1} [1] 0 -1 7 1000 false "other" "0" [1,2] ["text"]'
)
"""What is tried where nothing else was found, as JSON texts."""


class NoSampleError(Exception):
    """No valid payload was found; a type that holds itself without end has none."""


class Sampler:
    """Finds valid payloads: made from the plan, else taken from the schema's own examples."""

    def __init__(self, schemas: SchemaSet, programs: Plan, reference: Reference) -> None:
        self._schemas = schemas
        self._programs = programs.programs
        self._reference = reference
        self._open: list[Entry] = []
        self._found: dict[tuple[int, str, int], Json] = {}
        self._failed: set[int] = set()

    def sample(self, program: Program, name: str = "text", ordinal: int = 1) -> Json:
        """A valid value with required members only.

        Strings are `name` and integers are `ordinal` where they may be, so that no two members of
        a record hold the same value and none can take another's place unseen.

        Raises:
            NoSampleError: None was found.
        """
        key = (id(program), name, ordinal)
        if key in self._found:
            return self._found[key]
        if id(program) in self._failed:
            raise NoSampleError(str(program.location))
        for value in self._proposals(program, name, ordinal):
            if self._reference.passes(program, value):
                self._found[key] = value
                return value
        if not self._open:
            self._failed.add(id(program))
        raise NoSampleError(str(program.location))

    def each(self, programs: Sequence[Program]) -> list[Json]:
        """A valid value for each program, up to the first that has none."""
        values: list[Json] = []
        for ordinal, program in enumerate(programs, 1):
            try:
                values.append(self.sample(program, f"text{ordinal}", ordinal))
            except NoSampleError:
                break
        return values

    def full(self, program: Program) -> dict[str, Json] | None:
        """A valid object with every known member, or None where the program has no members."""
        for check in program.checks:
            if isinstance(check, plan.Members):
                value: dict[str, Json] = {}
                for ordinal, member in enumerate(check.members, 1):
                    try:
                        value[member.name] = self.sample(member.program, member.name, ordinal)
                    except NoSampleError:
                        continue
                return value if self._reference.passes(program, value) else None
        return None

    def item_programs(self, program: Program, count: int) -> list[Program]:
        """What each of the first items of an array must pass."""
        made: list[Program] = []
        for check in program.checks:
            if isinstance(check, plan.PrefixItems):
                made += check.programs
        for check in program.checks:
            if isinstance(check, plan.Items | plan.Contains):
                made += [check.program] * (count - len(made))
        anything = Program(program.location, ())
        return [*made, *[anything] * (count - len(made))][:count]

    def variant(self, branch: plan.Branch[TagValue], tag: tuple[str, ...] | None) -> Json:
        """A valid value of one variant of a union, whose tag stands at a path, if any.

        Raises:
            NoSampleError: None was found.
        """
        payload = self.sample(branch.program) if branch.program else None
        if tag is None:
            return {tag_text(branch.tag): payload} if branch.program else branch.tag
        members = payload if isinstance(payload, dict) else {}
        return put(members if _has(members, tag) else {tag[0]: None} | members, tag, branch.tag)

    def _proposals(self, program: Program, name: str, ordinal: int) -> Iterator[Json]:
        types = [kind for c in program.checks if isinstance(c, plan.Type) for kind in c.types]
        yield from (_scalar(kind, name, ordinal) for kind in types if kind in _SCALARS)
        for check in program.checks:
            try:
                yield from self._from_check(program, check, name, ordinal)
            except NoSampleError:
                continue
        empty: dict[JsonType, Json] = {"array": [], "object": {}, "null": None}
        yield from (empty[kind] for kind in types if kind in empty)
        schema = self._schemas.schemas.get(program.location)  # none, for what has an unknown tag
        examples = schema.get("examples") if isinstance(schema, dict) else None
        yield from examples if isinstance(examples, list) else ()
        checks = list(apart(program))
        parts = [list(self._parts(program, check, name, ordinal)) for check in checks]
        whole = zip(checks, parts, strict=True)
        yield from assembled_strings([p for c, p in whole if isinstance(c, _PATTERNED)])
        for value in assembled_objects(program, parts):
            yield value
            yield from self._described(program, value)
        yield from assembled_arrays(program, self.item_programs, self.each)
        yield from map(json.loads, _LAST_RESORTS.split())

    def _described(self, program: Program, value: Json) -> Iterator[Json]:
        """The object with what the program says of members that only a part of it asks for."""
        if not isinstance(value, dict):
            return
        made = dict(value)
        known = [(member.name, member.program) for member in described(program)]
        for ordinal, (name, inner) in enumerate([*known, *further(program, value)], 1):
            if name in made and not self._reference.passes(inner, made[name]):
                try:
                    made[name] = self.sample(inner, name, ordinal)
                except NoSampleError:
                    return
        if made != value:
            yield made

    def _parts(
        self, program: Program, check: plan.Check, name: str, ordinal: int
    ) -> Iterator[Json]:
        try:
            yield from self._from_check(program, check, name, ordinal)
        except NoSampleError:
            return

    def _from_check(
        self, program: Program, check: plan.Check, name: str, ordinal: int
    ) -> Iterator[Json]:
        match check:
            case plan.AnyJson():
                yield {name: [ordinal, None]}
            case plan.Const(value=value):
                yield value
            case plan.Enum(values=values):
                yield from values
            case plan.Format(name=kind):
                yield from FORMATS[kind].inside
            case plan.Pattern(source=source):
                yield from matching(source)
            case plan.Minimum(limit=limit) | plan.ExclusiveMinimum(limit=limit):
                yield from (limit + ordinal, limit, limit + 1)
            case plan.Maximum(limit=limit) | plan.ExclusiveMaximum(limit=limit):
                yield from (limit, limit - 1)
            case plan.MultipleOf(divisor=divisor):
                yield from _multiples(program, divisor, ordinal)
            case plan.MinLength(limit=limit) | plan.MaxLength(limit=limit):
                yield from (name.ljust(limit, "x"), "x" * limit)
            case plan.Items(program=items, start=0):
                item = self.sample(items, name, ordinal)
                yield [item]
                yield [item] * _least_items(program)
            case plan.Members(members=members):
                yield {
                    member.name: self.sample(member.program, member.name, ordinal)
                    for ordinal, member in enumerate(members, 1)
                    if member.required
                }
            case plan.PatternMembers(patterns=patterns):
                for source, inner in patterns:
                    for text in matching(source):
                        yield {text: self.sample(inner, name, ordinal)}
            case plan.Nullable(program=inner):
                yield self.sample(inner, name, ordinal)
                yield None
            case plan.Call(entry=entry):
                yield self._called(entry, name, ordinal)
            case plan.Internal(tag=tag, branches=branches):
                yield from self._variants(branches, tag)
                yield from self._alternatives(check, name, ordinal)
            case plan.External(branches=branches):
                yield from self._variants(branches, None)
            case plan.Not() | plan.DependentSchemas():
                pass
            case _:
                yield from self._alternatives(check, name, ordinal)

    def _called(self, entry: Entry, name: str, ordinal: int) -> Json:
        if entry in self._open:
            raise NoSampleError(str(entry.location))
        self._open.append(entry)
        try:
            return self.sample(self._programs[entry], name, ordinal)
        finally:
            self._open.pop()

    def _variants(
        self, branches: tuple[plan.Branch[TagValue], ...], tag: tuple[str, ...] | None
    ) -> Iterator[Json]:
        for branch in branches:
            try:
                yield self.variant(branch, tag)
            except NoSampleError:
                continue

    def _alternatives(self, check: plan.Check, name: str, ordinal: int) -> Iterator[Json]:
        """A value of each program that a check runs on the whole value."""
        for program in in_place(check):
            if program is not None:
                try:
                    yield self.sample(program, name, ordinal)
                except NoSampleError:
                    continue


def _has(value: dict[str, Json], path: tuple[str, ...]) -> bool:
    try:
        get(value, path)
    except KeyError:
        return False
    return True


def _scalar(kind: JsonType, name: str, ordinal: int) -> Json:
    values: dict[JsonType, Json] = {
        "boolean": True,
        "integer": ordinal,
        "number": ordinal + 0.5,
        "string": name,
    }
    return values[kind]


def _multiples(program: Program, divisor: int | float, ordinal: int) -> Iterator[Json]:
    """Multiples of a number, from the program's bounds on."""
    bounds = plan.Minimum | plan.ExclusiveMinimum | plan.Maximum | plan.ExclusiveMaximum
    limits = [check.limit for check in program.checks if isinstance(check, bounds)]
    for limit in (0, *limits):
        start = limit // divisor
        yield from (divisor * (start + step) for step in (ordinal, 0, 1, -1, 2))


def _least_items(program: Program) -> int:
    limits = [check.limit for check in program.checks if isinstance(check, plan.MinItems)]
    return max([1, *limits])
