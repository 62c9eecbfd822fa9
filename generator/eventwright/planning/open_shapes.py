"""The shapes of values whose words the plan leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    Array,
    Definition,
    Dictionary,
    Enum,
    Field,
    Literals,
    Model,
    Named,
    Nullable,
    Open,
    Record,
    Shape,
    Tuple,
    Union,
    Variant,
)
from eventwright.planning import plan
from eventwright.planning.plan import Check, Plan, Program
from eventwright.planning.telling import are_words
from eventwright.reading.jsontext import JsonType
from eventwright.reading.jsonvalues import TagValue


def with_open_shapes(model: Model, programs: Plan) -> Model:
    """The same model; enumerations are open where no check lists their words."""
    opener = _Opener(model, programs)
    definitions = {place: opener.definition(each) for place, each in model.definitions.items()}
    return replace(model, definitions=definitions)


@frozen
class _Opener:
    model: Model
    plan: Plan

    def definition(self, definition: Definition) -> Definition:
        """A type, whose values may be open."""
        checks = self._all([self.plan.of(definition.location)])
        match definition:
            case Record(fields=fields, extra=extra):
                found = tuple(
                    field if field.constant else self._field(field, checks) for field in fields
                )
                return replace(definition, fields=found, extra=extra and self._rest(extra, checks))
            case Alias(shape=shape):
                return replace(definition, shape=self._shape(shape, checks))
            case Union(variants=variants):
                payloads = dict(_payloads(checks))
                found_ = tuple(self._variant(variant, payloads) for variant in variants)
                return replace(definition, variants=found_)
            case Enum():
                return definition

    def _field(self, field: Field, checks: Sequence[Check]) -> Field:
        programs = [
            member.program
            for check in checks
            if isinstance(check, plan.Members)
            for member in check.members
            if member.name == field.wire
        ]
        return replace(field, shape=self._part(field.shape, programs))

    def _rest(self, shape: Shape, checks: Sequence[Check]) -> Shape:
        """The shape of members whose names are data."""
        return self._part(shape, [program for check in checks for program in _of_values(check)])

    def _variant(self, variant: Variant, payloads: Mapping[TagValue | None, Program]) -> Variant:
        program = payloads.get(variant.tag)
        if variant.payload is None or program is None:
            return variant
        return replace(variant, payload=self._part(variant.payload, [program]))

    def _part(self, shape: Shape, programs: Sequence[Program]) -> Shape:
        """The shape of a part of a value; one of which nothing is asked is as it was."""
        return self._shape(shape, self._all(programs)) if programs else shape

    def _shape(self, shape: Shape, checks: Sequence[Check]) -> Shape:
        match shape:
            case Literals(values=values) if are_words(values) and not _lists_words(checks):
                words = tuple(value for value in values if value is not None)
                word = Open(Literals(words))
                return word if len(words) == len(values) else Nullable(word)
            case Named(target=target) if self._is_enum(target) and not _lists_words(checks):
                return Open(shape)
            case Nullable(inner=inner):
                found = self._shape(inner, checks)
                return found if isinstance(found, Nullable) else Nullable(found)
            case Array(items=items):
                return Array(self._part(items, [p for c in checks for p in _of_items(c)]))
            case Tuple(items=items):
                return Tuple(tuple(self._item(*each, checks) for each in enumerate(items)))
            case Dictionary(values=values_):
                return replace(shape, values=self._rest(values_, checks))
            case Alternatives(branches=branches):
                groups = [
                    group for c in checks if isinstance(c, plan.ByType) for group in c.branches
                ]
                found_ = ((at, self._branch(at, inner, groups, checks)) for at, inner in branches)
                return Alternatives(tuple(found_))
            case _:
                return shape

    def _branch(
        self,
        location: Location,
        shape: Shape,
        groups: Sequence[tuple[Sequence[JsonType], Program]],
        checks: Sequence[Check],
    ) -> Shape:
        """The shape of one of several alternatives; those that are tried stay as they are.

        Args:
            location: Where it stands, or where all stand.
            shape: Its shape.
            groups: What tells alternatives apart by their JSON types.
            checks: What is asked of a value of any of them.
        """
        if not groups:
            tried = any(isinstance(check, plan.AnyOf | plan.OneOf) for check in checks)
            return shape if tried else self._shape(shape, checks)
        words = isinstance(shape, Literals)
        programs = [
            program
            for types, program in groups
            if program.location == location or (words and "string" in types)
        ]
        return self._part(shape, programs)

    def _item(self, index: int, shape: Shape, checks: Sequence[Check]) -> Shape:
        """The shape of an item of a tuple."""
        found = [check.programs for check in checks if isinstance(check, plan.PrefixItems)]
        return self._part(shape, [each[index] for each in found if index < len(each)])

    def _is_enum(self, target: Location) -> bool:
        return isinstance(self.model.definitions[target], Enum)

    def _all(self, programs: Iterable[Program]) -> list[Check]:
        """What programs ask of one value, with what they call for it."""
        found: list[Check] = []
        pending = list(programs)
        while pending:
            for check in pending.pop().checks:
                found.append(check)
                match check:
                    case plan.AllOf(programs=more):
                        pending += more
                    case plan.Nullable(program=inner):
                        pending.append(inner)
                    case plan.Call(entry=entry):
                        pending.append(self.plan.programs[entry])
                    case _:
                        pass
        return found


def _lists_words(checks: Iterable[Check]) -> bool:
    return any(isinstance(check, plan.Enum | plan.Const) for check in checks)


def _of_items(check: Check) -> Iterator[Program]:
    if isinstance(check, plan.Items):
        yield check.program


def _of_values(check: Check) -> Iterator[Program]:
    match check:
        case plan.AdditionalMembers(program=Program() as rest):
            yield rest
        case plan.PatternMembers(patterns=patterns):
            yield from (program for _, program in patterns)
        case _:
            pass


def _payloads(checks: Iterable[Check]) -> Iterator[tuple[TagValue | None, Program]]:
    """What is asked of what stands under each key."""
    for check in checks:
        if isinstance(check, plan.External):
            yield from ((b.tag, b.program) for b in check.branches if b.program)
