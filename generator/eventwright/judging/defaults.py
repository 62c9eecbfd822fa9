"""Defaults: only a value that a member can have, and that comes to an end, can be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from eventwright.errors import Location, Problem
from eventwright.frozen import frozen
from eventwright.judging.reference import Reference
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    AnyJson,
    Array,
    Boolean,
    Definition,
    Dictionary,
    Field,
    Integer,
    Literals,
    Model,
    Named,
    Never,
    Null,
    Nullable,
    Number,
    Open,
    Record,
    Shape,
    Text,
    Tuple,
    Union,
    Unknown,
)
from eventwright.planning.plan import AllOf, Call, Members, Plan, Program
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import json_type, same


def usable_defaults(model: Model, plan: Plan) -> tuple[Model, tuple[Problem, ...]]:
    """The model with only those defaults that can be filled in, and a note about each other one."""
    judge = _Judge(model, plan, Reference(plan))
    definitions: dict[Location, Definition] = {}
    notes: dict[Problem, None] = {}
    for location, definition in model.definitions.items():
        definitions[location] = definition
        if isinstance(definition, Record):
            faults = {field.wire: judge.fault(definition, field) for field in definition.fields}
            if any(faults.values()):
                fields = tuple(
                    replace(field, default=None) if faults[field.wire] else field
                    for field in definition.fields
                )
                definitions[location] = replace(definition, fields=fields)
            notes |= dict.fromkeys(filter(None, faults.values()))
    return replace(model, definitions=definitions), tuple(notes)


def alternative(shape: Alternatives, value: Json, model: Model, plan: Plan) -> Shape:
    """The first of the alternatives that a default is a value of."""
    judge = _Judge(model, plan, Reference(plan))
    return next((s for _, s in shape.branches if judge.takes(s, value)), AnyJson())


def takes(shape: Shape, value: Json, model: Model, plan: Plan) -> bool:
    """Whether a value is one of a shape."""
    return _Judge(model, plan, Reference(plan)).takes(shape, value)


def first_fault(programs: Iterable[Program], value: Json, reference: Reference) -> str | None:
    """What is wrong with an example or a default first, and where; None where nothing is."""
    faults = (reference.fault(program, value) for program in programs)
    fault = next(filter(None, faults), None)
    return f"{fault.path} {fault.message}".lstrip() if fault else None


@frozen
class _Judge:
    model: Model
    plan: Plan
    reference: Reference

    def fault(self, record: Record, field: Field) -> Problem | None:
        """What keeps a default from being filled in, if anything does."""
        if field.default is None:
            return None
        value, place = field.default.value, field.location.child("default")
        programs = programs_of_member(self.plan, self.plan.of(record.location), field.wire)
        wrong = first_fault(programs, value, self.reference)
        if wrong:
            problem = f"has no effect, as it is no valid value: {wrong}"
            return Problem(place, problem, "correct the default, or remove it")
        if not self.takes(field.shape, value):
            problem = "has no effect: what else describes the member does not allow it"
            return Problem(place, problem, "correct the default, or remove it")
        if self._has_no_end(record, field):
            problem = "has no effect: filled in, it would hold itself without end"
            return Problem(place, problem, "spell the member in the default, or remove the default")
        return None

    def _has_no_end(self, record: Record, field: Field) -> bool:
        start = (record.location, field.wire)
        pending, seen = [(record, field)], set[tuple[Location, str]]()
        while pending:
            _, holder = pending.pop()
            if holder.default is None:
                continue
            for inner, filled in self._filled(holder.shape, holder.default.value):
                key = (inner.location, filled.wire)
                if key == start:
                    return True
                if key not in seen:
                    seen.add(key)
                    pending.append((inner, filled))
        return False

    def _filled(self, shape: Shape, value: Json) -> Iterator[tuple[Record, Field]]:
        """The members whose defaults are filled in where a value of a shape is read."""
        match shape, value:
            case Nullable(inner=inner), _:
                yield from self._filled(inner, value)
            case Array(items=items), list():
                for item in value:
                    yield from self._filled(items, item)
            case Tuple(items=shapes), list():
                for inner, item in zip(shapes, value, strict=False):
                    yield from self._filled(inner, item)
            case Dictionary(values=values), dict():
                for item in value.values():
                    yield from self._filled(values, item)
            case Alternatives(branches=branches), dict() | list():
                for _, branch in branches:
                    if self.takes(branch, value):
                        yield from self._filled(branch, value)
            case Named(target=target), dict() | list():
                yield from self._filled_in(self.model.definitions[target], value)
            case _:
                pass

    def _filled_in(
        self, definition: Definition, value: dict[str, Json] | list[Json]
    ) -> Iterator[tuple[Record, Field]]:
        match definition, value:
            case Record(fields=fields), dict():
                for field in fields:
                    if field.wire in value:
                        yield from self._filled(field.shape, value[field.wire])
                    elif field.default is not None:
                        yield definition, field
            case Union(variants=variants), dict():
                for variant in variants:
                    under_key = [value[tag] for tag in value if tag == variant.tag]
                    for payload in (value, *under_key):
                        if variant.payload and self.takes(variant.payload, payload):
                            yield from self._filled(variant.payload, payload)
            case Alias(shape=shape), _:
                yield from self._filled(shape, value)
            case _:
                pass

    def takes(self, shape: Shape, value: Json) -> bool:
        """Whether a value is one of a shape."""
        kind = json_type(value)
        match shape, value:
            case AnyJson(), _:
                return True
            case Never() | Unknown(), _:
                return False
            case Nullable(inner=inner), _:
                return value is None or self.takes(inner, value)
            case Literals(values=values), _:
                return any(same(one, value) for one in values)
            case Alternatives(branches=branches), _:
                return any(self.takes(branch, value) for _, branch in branches)
            case Named(target=target), _:
                return self.reference.passes(self.plan.of(target), value)
            case Array(items=items), list():
                return all(self.takes(items, item) for item in value)
            case Tuple(items=shapes), list():
                pairs = zip(shapes, value, strict=False)
                return len(shapes) == len(value) and all(self.takes(*pair) for pair in pairs)
            case Dictionary(values=values), dict():
                return all(self.takes(values, item) for item in value.values())
            case Number(), _:
                return kind in {"integer", "number"}
            case Text() | Open() | Boolean() | Null() | Integer(), _:
                return kind == _KINDS[type(shape)]
            case _:
                return False


_KINDS: dict[type[Shape], str] = {
    Text: "string",
    Open: "string",
    Boolean: "boolean",
    Null: "null",
    Integer: "integer",
}


def programs_of_member(plan: Plan, program: Program, wire: str) -> Iterator[Program]:
    """What a member of an object must pass wherever the object passes a program."""
    return _programs(plan, program, wire, set())


def _programs(plan: Plan, program: Program, wire: str, seen: set[int]) -> Iterator[Program]:
    if id(program) in seen:
        return
    seen.add(id(program))
    for check in program.checks:
        match check:
            case Members(members=members):
                yield from (member.program for member in members if member.name == wire)
            case AllOf(programs=programs):
                for one in programs:
                    yield from _programs(plan, one, wire, seen)
            case Call(entry=entry):
                yield from _programs(plan, plan.programs[entry], wire, seen)
            case _:
                pass
