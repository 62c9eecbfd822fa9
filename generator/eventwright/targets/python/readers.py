"""The readers of a module: the fast path, which checks a value and builds it at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventwright import plan
from eventwright.code import Code, python_literal
from eventwright.model import Alias, Definition, Enum, External, Internal, Record, Union, Variant
from eventwright.plan import Program
from eventwright.targets.python.reading import (
    NOT_AN_OBJECT,
    Checks,
    NoStraightLineError,
    asks_for,
    expected,
    expression,
    function,
)
from eventwright.targets.python.records import read_record
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import indented, literals


@dataclass(frozen=True, slots=True)
class Table:
    """What a reader looks up: an enum's members by their values, or readers by their tags."""

    name: Code
    type: Code
    value: Code


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
        program = scope.plan.programs[definition.location]
        try:
            yield _reader(definition, program, scope, [])
        except NoStraightLineError:
            rule = scope.rule(definition.location)
            asked = [f"if not passes({rule}, value):", "    raise InvalidError"]
            yield _reader(definition, _expected(definition), scope, asked)


def _reader(definition: Definition, program: Program, scope: Scope, first: list[str]) -> Reader:
    table: Table | None = None
    match definition:
        case Record():
            body = read_record(definition, program, scope)
        case Enum():
            body = _enum(definition, program, scope)
            table = _values(definition, scope)
        case Union():
            branches = _branches(definition, program)
            body = _union(definition, scope)
            table = _variants(definition, branches, scope)
        case Alias(shape=shape):
            body = [f"return {expression(shape, program.checks, 'value', scope)}"]
    return Reader(
        Code(scope.reader(definition.location)),
        scope.names.type(definition.location),
        Code("\n".join(indented([*first, *body]))),
        table,
    )


def _expected(definition: Definition) -> Program:
    """The program that asks for no more than a definition's shape, when its rule was asked."""
    place = definition.location
    match definition:
        case Record(fields=fields, extra=extra):
            members = tuple(
                plan.Member(field.wire, field.required, expected(field.shape, place))
                for field in fields
            )
            rest = (
                plan.AdditionalMembers(
                    tuple(field.wire for field in fields), expected(extra, place)
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
                plan.Branch(v.tag, expected(v.payload, place) if v.payload else None)
                for v in variants
            )
            match encoding:
                case Internal(tag=tag):
                    return Program(place, (plan.Internal(tag, branches),))
                case External():
                    return Program(place, (plan.External(branches),))
        case Alias(shape=shape):
            return expected(shape, place)


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


def _branches(union: Union, program: Program) -> tuple[plan.Branch, ...]:
    """What is asked of the payload of each variant.

    Raises:
        NoStraightLineError: More is asked than to choose by the tag.
    """
    checks = program.checks
    if isinstance(union.encoding, Internal) and checks[0] == plan.Type(("object",)):
        checks = checks[1:]
    match checks, union.encoding:
        case (plan.Internal(tag=tag, branches=branches),), Internal(tag=wanted) if tag == wanted:
            return branches
        case (plan.External(branches=branches),), External():
            return branches
        case _:
            raise NoStraightLineError


def _union(union: Union, scope: Scope) -> list[str]:
    table = scope.table(union.location)
    if isinstance(union.encoding, Internal):
        return [
            *NOT_AN_OBJECT,
            f"tag = value[{python_literal(union.encoding.tag)}]",
            "if type(tag) is not str:",
            "    raise InvalidError",
            f"return {table}[tag](value)",
        ]
    bare = [variant.tag for variant in union.variants if variant.payload is None]
    strings = ["if type(value) is str:", f"    return one_of(value, {literals(bare)})"]
    return [
        *(strings if bare else []),
        "if type(value) is not dict or len(value) != 1:",
        "    raise InvalidError",
        "[(tag, payload)] = value.items()",
        f"return {table}[tag](payload)",
    ]


def _variants(union: Union, branches: tuple[plan.Branch, ...], scope: Scope) -> Table:
    pairs = zip(union.variants, branches, strict=True)
    made = [_variant(union, variant, branch, scope) for variant, branch in pairs]
    return Table(
        Code(scope.table(union.location)),
        Code(f"Mapping[str, Callable[[JsonValue], {scope.type(union.location)}]]"),
        Code(f"{{{', '.join(text for text in made if text)}}}"),
    )


def _variant(union: Union, variant: Variant, branch: plan.Branch, scope: Scope) -> str:
    """The entry of a variant that has a payload; nothing for a bare string."""
    if variant.payload is None or branch.program is None:
        return ""
    if variant.location in scope.wrapped:
        made = expression(variant.payload, branch.program.checks, "payload", scope)
        name = scope.variant_class(union.location, variant)
        read = f"lambda payload: {name}(value={made})"
    else:
        read = function(variant.payload, branch.program.checks, scope)
    return f"{python_literal(variant.tag)}: {read}"
