"""Documents: text with the places where its lines may be broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from eventwright.rendering.code import Code

WIDTH = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A place where a line may end: a space (or nothing) when flat, a new line when broken."""

    flat: Code
    always: bool = False


@dataclass(frozen=True, slots=True)
class Indent:
    """Lines that begin inside are indented by one more step."""

    inner: Doc


@dataclass(frozen=True, slots=True)
class Group:
    """What is printed flat as a whole if it fits."""

    inner: Doc


@dataclass(frozen=True, slots=True)
class IfBroken:
    """Text that stands there only when the enclosing group is broken."""

    text: Code


@dataclass(frozen=True, slots=True)
class Fluid:
    """A right side that moves to a line of its own only if its beginning doesn't fit otherwise."""

    inner: Doc


@dataclass(frozen=True, slots=True)
class Call:
    """A function call."""

    function: Doc
    arguments: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A function of one parameter, as the last argument of a call."""

    parameter: Code
    body: Doc


Doc: TypeAlias = "Code | tuple[Doc, ...] | Line | Indent | Group | IfBroken | Fluid | Call | Arrow"

SPACE_LINE = Line(Code(" "))
SOFT_LINE = Line(Code(""))
HARD_LINE = Line(Code(""), always=True)


def separated(separator: Doc, docs: Iterable[Doc]) -> Doc:
    """The documents with the separator between them."""
    parts: list[Doc] = []
    for doc in docs:
        parts += [separator, doc] if parts else [doc]
    return tuple(parts)


def enclosed(opening: str, docs: Sequence[Doc], closing: str, line: Line = SOFT_LINE) -> Doc:
    """A list between brackets: on one line, or one element a line with a trailing comma."""
    if not docs:
        return Code(opening + closing)
    elements = separated((Code(","), SPACE_LINE), docs)
    return Group(
        (
            Code(opening),
            Indent((line, elements)),
            IfBroken(Code(",")),
            line,
            Code(closing),
        )
    )


def call(function: Doc, *arguments: Doc) -> Call:
    """A function call."""
    return Call(function, arguments)


def hugging(function: Doc, *arguments: Doc) -> Doc:
    """A function call whose last argument, a list or an object, is broken before the others."""
    *others, last = arguments
    before = tuple((other, Code(", ")) for other in others)
    return (function, Code("("), before, last, Code(")"))


def right_side(value: Doc) -> Doc:
    """What stands after an equals sign or a colon, with the space or the line's end before it."""
    match value:
        case Call(arguments=(Code() as only,)) if len(only) <= WIDTH / 4 and "." not in only:
            # There is no good place to break inside such a call.
            return Group(Indent((SPACE_LINE, value)))
        case _:
            return Fluid(value)


def generic(name: str, arguments: Sequence[Doc]) -> Doc:
    """A type with type arguments, which take no trailing comma."""
    elements = separated((Code(","), SPACE_LINE), arguments)
    return (Code(f"{name}<"), Group((Indent((SOFT_LINE, elements)), SOFT_LINE)), Code(">"))


def bars(types: Sequence[Doc]) -> Doc:
    """A union of types, which gets a leading bar when it is broken."""
    return (IfBroken(Code("| ")), separated((SPACE_LINE, Code("| ")), types))


def assigned(key: Code, value: Doc) -> Doc:
    """A member of an object literal."""
    return Group((Code(f"{key}:"), right_side(value)))


def returned(value: Doc) -> Doc:
    """A return statement."""
    return (Code("return "), value, Code(";"))


def lines(docs: Iterable[Doc]) -> Doc:
    """One document a line."""
    return separated(HARD_LINE, docs)
