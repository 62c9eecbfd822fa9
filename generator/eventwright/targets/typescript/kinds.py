"""How the alternatives of a value are told apart: by kind, by their checks, or by their rules."""

from __future__ import annotations

from collections.abc import Mapping

from eventwright.errors import Location
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    Array,
    Boolean,
    Dictionary,
    Enum,
    External,
    Integer,
    Literals,
    Named,
    Null,
    Nullable,
    Number,
    Open,
    Record,
    Shape,
    Text,
    Tuple,
    Union,
)
from eventwright.planning.plan import Entry, Program, Type
from eventwright.reading.jsontext import JsonType
from eventwright.reading.jsonvalues import kind
from eventwright.rendering.code import Code
from eventwright.targets.typescript.layout import Arrow, Doc, call, enclosed
from eventwright.targets.typescript.rules import rule_of
from eventwright.targets.typescript.scope import Scope

_INTEGER = Program(Location(""), (Type(("integer",)),))
_BEFORE_READ = 3
"""How many parts of an alternative stand before what reads it."""
_EVERY: frozenset[JsonType] = frozenset({"null", "boolean", "number", "string", "array", "object"})
_TESTS: Mapping[frozenset[JsonType], str] = {
    frozenset({"null"}): "aNull",
    frozenset({"boolean"}): "aBoolean",
    frozenset({"number"}): "numeric",
    frozenset({"string"}): "aString",
    frozenset({"array"}): "Array.isArray",
    frozenset({"object"}): "anObject",
}


def told(
    shape: Alternatives,
    branch: tuple[Location, Shape],
    convert: Doc,
    read: Doc | None,
    scope: Scope,
) -> Doc:
    """A branch with its test and converter, and its rule if the test may refuse a valid value.

    What reads the value stands beside a converter that may leave something out.
    """
    _, wanted = branch
    parts = [_test(shape, branch, scope), convert]
    if isinstance(wanted, Named) and parts[0] == scope.check(wanted.target):
        entry = Entry(wanted.target)
        parts += [scope.validate(entry)] if entry in scope.digits.doubted else []
    if read is not None:
        parts += [Code("undefined")] if len(parts) < _BEFORE_READ else []
        parts.append(read)
    return enclosed("[", parts, "]")


def _test(shape: Alternatives, branch: tuple[Location, Shape], scope: Scope) -> Doc:
    """The function that tells whether a value that is valid is one of this branch."""
    place, wanted = branch
    own = kinds(wanted, scope)
    others = [kinds(inner, scope) for other, inner in shape.branches if (other, inner) != branch]
    if own in _TESTS and not any(own & other for other in others):
        name = _TESTS[own]
        return Code(name) if "." in name else scope.imports.use(name)
    if isinstance(wanted, Named):
        entry = Entry(wanted.target)
        if entry not in scope.digits.inexact or entry not in scope.module.plan.circular:
            return scope.check(wanted.target)
        # The rule remembers what it was asked before.
        passes = call(scope.imports.use("passes"), Code("item"), scope.validate(entry))
        return Arrow(Code("item"), passes)
    if isinstance(wanted, Number) and not scope.is_settled(wanted):
        return scope.imports.use("numeric")
    # The plan leaves out what no value gets to, such as members of what must be a string.
    by_kind = Program(place, (Type(tuple(sorted(own))),))
    of_kind = _INTEGER if isinstance(wanted, Integer) else by_kind
    # A place that says several types has one program for all of them.
    is_shared = [other for other, _ in shape.branches].count(place) > 1
    program = (None if is_shared else scope.program_at(place)) or of_kind
    item = Code("item")
    return Arrow(item, call(scope.imports.use("meets"), item, rule_of(program, scope)))


def kinds(shape: Shape, scope: Scope) -> frozenset[JsonType]:
    """What kinds of JSON value a shape is for."""
    match shape:
        case Text() | Open():
            return frozenset({"string"})
        case Boolean():
            return frozenset({"boolean"})
        case Null():
            return frozenset({"null"})
        case Number() | Integer():
            return frozenset({"number"})
        case Array() | Tuple():
            return frozenset({"array"})
        case Dictionary():
            return frozenset({"object"})
        case Literals(values=values):
            return frozenset(map(kind, values))
        case Nullable(inner=inner):
            return kinds(inner, scope) | {"null"}
        case Alternatives(branches=branches):
            return frozenset().union(*(kinds(inner, scope) for _, inner in branches))
        case Named(target=target):
            return _kinds_of(target, scope)
        case _:
            return _EVERY


def _kinds_of(target: Location, scope: Scope) -> frozenset[JsonType]:
    match scope.definition(target):
        case Record():
            return frozenset({"object"})
        case Enum():
            return frozenset({"string"})
        case Union(encoding=External()) as union:
            bare = any(variant.payload is None for variant in union.variants)
            return frozenset({"object", "string"}) if bare else frozenset({"object"})
        case Union():
            return frozenset({"object"})
        case Alias(shape=Named() | Alternatives() | Nullable()):
            return _EVERY
        case Alias(shape=shape):
            return kinds(shape, scope)
