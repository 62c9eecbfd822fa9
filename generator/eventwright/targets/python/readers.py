"""The readers of a module: the fast path, which checks a value and builds it at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventwright.errors import Location
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    Definition,
    Enum,
    External,
    Internal,
    Record,
    Shape,
    Union,
)
from eventwright.planning import plan
from eventwright.planning.plan import Entry, Program
from eventwright.rendering.code import Code
from eventwright.targets.python.choices import chooses
from eventwright.targets.python.reading import (
    Checks,
    NoStraightLineError,
    asked,
    asks_for,
    expected,
    expression,
    function,
)
from eventwright.targets.python.records import read_record
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import indented
from eventwright.targets.python.unions import Table, read_union


@dataclass(frozen=True, slots=True)
class Reader:
    """A function that reads a type."""

    name: Code
    type: Code
    body: Code
    table: Table | None


def readers(scope: Scope) -> Iterator[Reader]:
    """The reader of every type, in the module's order."""
    for definition in scope.model.definitions.values():
        program = scope.plan.of(definition.location)
        if definition.location in scope.dynamic:
            yield _reader(definition, _expected(definition, scope), scope, [])
            continue
        try:
            yield _reader(definition, program, scope, [])
        except NoStraightLineError:
            yield _asking_first(definition, scope)


def _asking_first(definition: Definition, scope: Scope) -> Reader:
    """The reader of a type that asks the type's rule before it reads the value by its shape."""
    rule = scope.rule(Entry(definition.location))
    first = [f"if not passes({rule}, value):", "    raise InvalidError"]
    return _reader(definition, _expected(definition, scope), scope, first)


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
            body = _enum(definition, program, scope)
            table = _values(definition, scope)
        case Union():
            own = scope.plan.of(definition.location)
            body, table = read_union(definition, program, own, scope)
        case Alias(shape=Alternatives(branches=branches)) if len(branches) > 2:
            table = _branches(definition, branches, program, scope)
            body = [f"return first_of(value, {table.name})"]
        case Alias(shape=shape):
            body = [f"return {expression(shape, program.checks, 'value', scope)}"]
    return Reader(
        Code(scope.reader(definition.location)),
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
        case Enum(values=values):
            return Program(place, (plan.Enum(tuple(value.value for value in values)),))
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


def _enum(enum: Enum, program: Program, scope: Scope) -> list[str]:
    if not asks_for(tuple(value.value for value in enum.values), program.checks):
        raise NoStraightLineError
    return [
        "if type(value) is not str:",
        "    raise InvalidError",
        f"return {scope.table(enum.location)}[value]",
    ]


def _values(enum: Enum, scope: Scope) -> Table:
    name = scope.type(enum.location)
    return Table(
        Code(scope.table(enum.location)),
        Code(f"Mapping[str, {name}]"),
        Code(f"{{member.value: member for member in {name}}}"),
    )


def _branches(
    alias: Alias,
    branches: tuple[tuple[Location, Shape], ...],
    program: Program,
    scope: Scope,
) -> Table:
    """The readers of the branches of a union that no tag tells apart."""
    if not chooses(program.checks):
        raise NoStraightLineError
    found = [
        function(shape, checks, scope) for shape, checks in asked(program.checks, branches, scope)
    ]
    return Table(
        Code(f"_branches_of_{scope.names.snake(alias.location)}"),
        Code(f"Sequence[Callable[[JsonValue], {scope.type(alias.location)}]]"),
        Code(f"({', '.join(found)})"),
    )
