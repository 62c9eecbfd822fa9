"""One small valid payload for every program, to put one fault at a time into."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright import plan
from eventwright.errors import Location
from eventwright.load import Json
from eventwright.plan import JsonType, Plan, Program
from eventwright.refs import SchemaSet
from eventwright.targets.vectors.formats import FORMATS
from eventwright.targets.vectors.reference import Reference

_SCALARS = frozenset({"boolean", "integer", "number", "string"})


class NoSampleError(Exception):
    """No valid payload was found; a type that holds itself without end has none."""


class Sampler:
    """Finds valid payloads: made from the plan, else taken from the schema's own examples."""

    def __init__(self, schemas: SchemaSet, programs: Plan, reference: Reference) -> None:
        self._schemas = schemas
        self._programs = programs.programs
        self._reference = reference
        self._open: list[Location] = []

    def sample(self, program: Program, name: str = "text", ordinal: int = 1) -> Json:
        """A valid value with required members only.

        Strings are `name` and integers are `ordinal` where they may be, so that no two members of
        a record hold the same value and none can take another's place unseen.

        Raises:
            NoSampleError: None was found.
        """
        for value in self._proposals(program, name, ordinal):
            if not self._reference.issues(program, value):
                return value
        raise NoSampleError(str(program.location))

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
                return None if self._reference.issues(program, value) else value
        return None

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
        schema = self._schemas.at(program.location)
        examples = schema.get("examples") if isinstance(schema, dict) else None
        yield from examples if isinstance(examples, list) else ()

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
            case plan.Minimum(limit=limit) | plan.ExclusiveMinimum(limit=limit):
                yield from (limit + ordinal, limit, limit + 1)
            case plan.Maximum(limit=limit) | plan.ExclusiveMaximum(limit=limit):
                yield from (limit, limit - 1)
            case plan.MinLength(limit=limit) | plan.MaxLength(limit=limit):
                yield from (name.ljust(limit, "x"), "x" * limit)
            case plan.Items(program=items):
                item = self.sample(items, name, ordinal)
                yield [item]
                yield [item] * _least_items(program)
            case plan.Members(members=members):
                yield {
                    member.name: self.sample(member.program, member.name, ordinal)
                    for ordinal, member in enumerate(members, 1)
                    if member.required
                }
            case plan.Nullable(program=inner):
                yield self.sample(inner, name, ordinal)
                yield None
            case plan.Call(target=target):
                yield self._called(target, name, ordinal)
            case plan.Internal(tag=tag, branches=branches):
                yield from self._variants(branches, tag)
            case plan.External(branches=branches):
                yield from self._variants(branches, None)
            case _:
                pass

    def _called(self, target: Location, name: str, ordinal: int) -> Json:
        if target in self._open:
            raise NoSampleError(str(target))
        self._open.append(target)
        try:
            return self.sample(self._programs[target], name, ordinal)
        finally:
            self._open.pop()

    def _variants(self, branches: tuple[plan.Branch, ...], tag: str | None) -> Iterator[Json]:
        for branch in branches:
            try:
                yield self.variant(branch, tag)
            except NoSampleError:
                continue

    def variant(self, branch: plan.Branch, tag: str | None) -> Json:
        """A valid value of one variant of a union, whose tag stands in the member `tag`, if any.

        Raises:
            NoSampleError: None was found.
        """
        payload = self.sample(branch.program) if branch.program else None
        if tag is not None:
            return {tag: branch.tag} | (payload if isinstance(payload, dict) else {})
        return {branch.tag: payload} if branch.program else branch.tag


def _scalar(kind: JsonType, name: str, ordinal: int) -> Json:
    values: dict[JsonType, Json] = {
        "boolean": True,
        "integer": ordinal,
        "number": ordinal + 0.5,
        "string": name,
    }
    return values[kind]


def _least_items(program: Program) -> int:
    limits = [check.limit for check in program.checks if isinstance(check, plan.MinItems)]
    return max([1, *limits])
