"""The readers of a module: the fast path, which checks a value and builds it at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from eventwright.modelling.model import (
    Alias,
    Definition,
    Enum,
    External,
    Internal,
    Record,
    Union,
)
from eventwright.planning import plan
from eventwright.planning.plan import Entry, Program
from eventwright.rendering.code import Code
from eventwright.targets.python.choices import asks_for
from eventwright.targets.python.expected import expected
from eventwright.targets.python.reading import Checks, NoStraightLineError, expression
from eventwright.targets.python.records import read_record
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import indented
from eventwright.targets.python.unions import Table, read_union


@dataclass(frozen=True, slots=True)
class Reader:
    """A function that reads a type."""

    name: Code
    takes: Code
    type: Code
    body: Code
    table: Table | None


@dataclass(frozen=True, slots=True)
class MemberReader:
    """A function that finds the member of an enum, which the runtime makes."""

    name: Code
    type: Code


def readers(scope: Scope) -> Iterator[Reader | MemberReader]:
    """The reader of every type, in the module's order."""
    for definition in scope.model.definitions.values():
        program = scope.plan.of(definition.location)
        if definition.location in scope.dynamic:
            program = _expected(definition, scope)
        if isinstance(definition, Enum) and asks_for(_texts(definition), program.checks):
            name = Code(scope.reader(definition.location))
            yield MemberReader(name, scope.names.type(definition.location))
            continue
        try:
            yield _reader(definition, program, scope, [])
        except NoStraightLineError:
            yield _asking_first(definition, scope)


def _texts(enum: Enum) -> tuple[str, ...]:
    return tuple(value.value for value in enum.values)


def _asking_first(definition: Definition, scope: Scope) -> Reader:
    """The reader of a type that asks the type's rule before it reads the value by its shape."""
    rule = scope.rule(Entry(definition.location))
    first = [f"if not agrees(value, {rule}):", "    raise InvalidError"]
    agreed = replace(scope, agreed=True)
    return _reader(definition, _expected(definition, scope), agreed, first)


def _reader(
    definition: Definition,
    program: Program,
    scope: Scope,
    first: list[str],
) -> Reader:
    table: Table | None = None
    match definition:
        case Record():
            body = read_record(definition, program, scope)
        case Enum():
            if not first:
                raise NoStraightLineError
            body = [f"return {scope.type(definition.location)}(text(value))"]
        case Union():
            own = scope.plan.of(definition.location)
            body, table = read_union(definition, program, own, scope)
        case Alias(shape=shape):
            body = [f"return {expression(shape, program.checks, 'value', scope)}"]
    return Reader(
        Code(scope.reader(definition.location)),
        Code("JsonObject" if definition.location in scope.dispatched else "JsonValue"),
        scope.names.type(definition.location),
        Code("\n".join(indented([*first, *body]))),
        table,
    )


def _expected(definition: Definition, scope: Scope) -> Program:
    """The program that asks for no more than a definition's shape, when its rule was asked."""
    place = definition.location
    match definition:
        case Record(fields=fields, extra=extra):
            members = tuple(
                plan.Member(field.wire, field.required, expected(field.shape, place, scope))
                for field in fields
            )
            rest = (
                plan.AdditionalMembers(
                    tuple(field.wire for field in fields), expected(extra, place, scope)
                )
                if extra is not None
                else None
            )
            checks: Checks = (plan.Type(("object",)), plan.Members(members))
            return Program(place, checks if rest is None else (*checks, rest))
        case Enum():
            return Program(place, (plan.Enum(_texts(definition)),))
        case Union(encoding=encoding, variants=variants):
            branches = tuple(
                plan.Branch(v.tag, expected(v.payload, place, scope) if v.payload else None)
                for v in variants
                if v.tag is not None
            )
            others = [v.payload for v in variants if v.tag is None and v.payload is not None]
            other = expected(others[0], place, scope) if others else None
            match encoding:
                case Internal(tag=tag):
                    return Program(place, (plan.Internal(tag, branches, other, other),))
                case External():
                    return Program(place, (plan.External(branches),))
        case Alias(shape=shape):
            return expected(shape, place, scope)
