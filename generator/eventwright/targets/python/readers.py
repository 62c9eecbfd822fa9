"""The readers of a module: the fast path, which checks a value and builds it at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from eventwright.frozen import frozen
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
from eventwright.targets.python.annotations import nothing
from eventwright.targets.python.choices import asks_for
from eventwright.targets.python.expected import expected
from eventwright.targets.python.guards import NoStraightLineError
from eventwright.targets.python.members import Asked
from eventwright.targets.python.reading import Checks, called, expression
from eventwright.targets.python.records import agreed, asks_for_members, read_record
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import indented
from eventwright.targets.python.unions import UnionReader, union_reader

_OF_THE_RUNTIME = frozenset(
    "any_json boolean int32 int64 integer number text texts uint32 uint64".split()
)


@frozen
class Reader:
    """A function that reads a type."""

    name: Code
    takes: Code
    type: Code
    body: Code
    once: bool
    """Whether it may be asked again to read a part of a value."""
    left: tuple[Asked, ...]
    """What it leaves to rules."""

    @property
    def code(self) -> list[str]:
        """What can mention the names of other modules."""
        return [self.takes, self.body, *(["once"] if self.once else [])]


@frozen
class MadeReader:
    """A function that reads a type, which the runtime makes or has."""

    name: Code
    value: Code

    @property
    def code(self) -> list[str]:
        """What can mention the names of other modules."""
        return [self.value]


AnyReader: TypeAlias = Reader | MadeReader | UnionReader


def readers(scope: Scope) -> Iterator[AnyReader]:
    """The reader of every type, in the module's order."""
    for definition in scope.model.definitions.values():
        program = scope.plan.of(definition.location)
        if definition.location in scope.dynamic:
            program = _expected(definition, scope)
        try:
            yield _reader(definition, program, scope)
        except NoStraightLineError:
            yield _reader(definition, _expected(definition, scope), replace(scope, agreed=True))
        if definition.location in scope.open_enums:
            name = Code(scope.word_reader(definition.location))
            yield MadeReader(name, Code(f"word_of({scope.type(definition.location)})"))


def _reader(definition: Definition, program: Program, scope: Scope) -> AnyReader:
    """The reader of a type, which asks the type's rule first where the scope says so.

    Raises:
        NoStraightLineError: More is asked of the value than its shape says.
    """
    name = Code(scope.reader(definition.location))
    type_ = scope.names.type(definition.location)
    left: tuple[Asked, ...] = ()
    match definition:
        case Record():
            made = read_record(definition, program, scope)
            body, left = made.body, made.left
            if not scope.agreed and body == [f"return {type_}()"]:
                return MadeReader(name, Code(f"always({type_}())"))
        case Enum():
            if not scope.agreed and not asks_for(_texts(definition), program.checks):
                raise NoStraightLineError
            if not scope.agreed:
                return MadeReader(name, Code(f"member_of({type_})"))
            body = [f"return {type_}(text(value))"]
        case Union():
            return union_reader(definition, program, scope)
        case Alias(shape=shape):
            read = expression(shape, program.checks, "value", scope)
            function = called(read, "value")
            if not scope.agreed and function in _OF_THE_RUNTIME:
                return MadeReader(name, Code(function))
            body = [read if nothing(shape, scope) else f"return {read}"]
    entry = Entry(definition.location)
    first = agreed([scope.rule(entry)]) if scope.agreed else []
    takes = (
        "Any" if isinstance(definition, Record) and asks_for_members(definition) else "JsonValue"
    )
    return Reader(
        name,
        Code(takes),
        type_,
        Code("\n".join(indented([*first, *body]))),
        once=scope.reads_once(entry, asks_rules=scope.agreed or bool(left)),
        left=left,
    )


def _texts(enum: Enum) -> tuple[str, ...]:
    return tuple(value.value for value in enum.values)


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
        case Union(encoding=encoding, variants=variants) as union:
            known = [
                (v.tag, expected(v.payload, place, scope) if v.payload else None)
                for v in variants
                if v.tag is not None
            ]
            others = [v.payload for v in variants if v.tag is None and v.payload is not None]
            other = expected(others[0], place, scope) if others else None
            match encoding:
                case Internal(tag=tag):
                    tagged = tuple(plan.Branch(*each) for each in known)
                    missing = None if union.is_open else other
                    return Program(place, (plan.Internal(tag, tagged, missing, other),))
                case External():
                    keyed = tuple(plan.Branch(str(key), program) for key, program in known)
                    return Program(place, (plan.External(keyed, other),))
        case Alias(shape=shape):
            return expected(shape, place, scope)
