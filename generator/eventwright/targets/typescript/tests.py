"""Tests as expressions: chains of `&&` and `||`, laid out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from eventwright.frozen import frozen
from eventwright.modelling.model import JsonScalar
from eventwright.rendering.code import Code
from eventwright.targets.typescript.language import literal
from eventwright.targets.typescript.layout import (
    SOFT_LINE,
    SPACE_LINE,
    Call,
    Doc,
    Group,
    IfBroken,
    Indent,
    separated,
)


class NoConditionError(Exception):
    """There is no short expression for what is asked of a value."""


@frozen
class AllOf:
    """Tests that all have to hold."""

    parts: tuple[Test, ...]


@frozen
class AnyOf:
    """Tests of which one has to hold."""

    parts: tuple[Test, ...]


Test: TypeAlias = "Doc | AllOf | AnyOf"

TRUE = Code("true")
FALSE = Code("false")


def returned_test(test: Test) -> Doc:
    """A return statement; an expression of several parts is broken inside parentheses."""
    if isinstance(test, AllOf | AnyOf):
        broken = (IfBroken(Code("(")), Indent((SOFT_LINE, Group(chain(test)))), SOFT_LINE)
        return (Code("return "), Group((*broken, IfBroken(Code(")")))), Code(";"))
    return (Code("return "), test, Code(";"))


def refused_unless(test: Test) -> Doc:
    """A statement that returns false unless a test holds."""
    negated = test if isinstance(test, Call) else _asked(test)
    return Group((Code("if (!"), negated, Code(")"), _indented(Code("return false;"))))


def where(test: Test, statement: Code) -> Doc:
    """A statement for where a test holds."""
    return Group((Code("if "), _asked(test), _indented(statement)))


def _asked(test: Test) -> Doc:
    """A test in parentheses."""
    inside = chain(test) if isinstance(test, AllOf | AnyOf) else test
    return (Code("("), Group((Indent((SOFT_LINE, inside)), SOFT_LINE)), Code(")"))


def _indented(statement: Code) -> Doc:
    return Indent((SPACE_LINE, statement))


def expressed(test: Test) -> Doc:
    """The expression alone, to stand where a line may begin."""
    return Group(chain(test)) if isinstance(test, AllOf | AnyOf) else test


def chain(test: AllOf | AnyOf) -> Doc:
    """The operands with their operator between them."""
    operator = Code(" &&") if isinstance(test, AllOf) else Code(" ||")
    return separated((operator, SPACE_LINE), [_operand(part) for part in test.parts])


def _operand(test: Test) -> Doc:
    """An operand; a chain of the other operator stands in parentheses, indented by one step."""
    if not isinstance(test, AllOf | AnyOf):
        return test
    operator = Code(" &&") if isinstance(test, AllOf) else Code(" ||")
    first, *others = (_operand(part) for part in test.parts)
    rest = tuple((operator, SPACE_LINE, other) for other in others)
    return Group((Code("("), first, Indent(rest), Code(")")))


def all_of(*parts: Test) -> Test:
    """Whether all of the tests hold."""
    match tuple(test for part in parts for test in all_parts(part) if test != TRUE):
        case ():
            return TRUE
        case (only,):
            return only
        case left:
            return FALSE if FALSE in left else AllOf(left)


def each_once(*tests: Test) -> Test:
    """Whether all of the tests hold, none of which is asked twice."""
    parts = [part for test in tests for part in all_parts(test)]
    return all_of(*(part for at, part in enumerate(parts) if part not in parts[:at]))


def any_of(*parts: Test) -> Test:
    """Whether one of the tests holds."""
    match tuple(test for part in parts for test in any_parts(part) if test != FALSE):
        case ():
            return FALSE
        case (only,):
            return only
        case left:
            return TRUE if TRUE in left else AnyOf(left)


def all_parts(test: Test) -> tuple[Test, ...]:
    """The tests that all have to hold."""
    return test.parts if isinstance(test, AllOf) else (test,)


def any_parts(test: Test) -> tuple[Test, ...]:
    """The tests of which one has to hold."""
    return test.parts if isinstance(test, AnyOf) else (test,)


def one_of(values: Sequence[JsonScalar], value: Code) -> Test:
    """Whether a value is one of these."""
    return any_of(*(Code(f"{value} === {literal(other)}") for other in values))


def none_of(values: Sequence[JsonScalar], value: Code) -> Test:
    """Whether a value is none of these."""
    return all_of(*(Code(f"{value} !== {literal(other)}") for other in values))


def together(first: Code, *others: Code) -> Test:
    """Whether members are there where another one is."""
    return absent_or(all_of(*(Code(f"{other} !== undefined") for other in others)), first)


def absent_or(test: Test, place: Code) -> Test:
    """Whether a member is absent or passes; `== null` asks for null as well."""
    first, *others = any_parts(test)
    if first == f"{place} === null":
        return any_of(Code(f"{place} == null"), *others)
    return any_of(Code(f"{place} === undefined"), first, *others)
