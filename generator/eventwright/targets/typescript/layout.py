"""Line breaking as prettier does it: a document is printed flat where it fits, else broken.

The algorithm is the one of Wadler's "A prettier printer" in the variant that prettier has: a group
is printed on one line if everything up to the next possible break after it fits as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias
from unicodedata import combining, east_asian_width

from eventwright.rendering.code import Code

WIDTH = 100
_STEP = 2
_COLUMNS = {"W": 2, "F": 2}


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
_Mode: TypeAlias = Literal["flat", "broken"]
_Command: TypeAlias = "tuple[int, _Mode, Doc]"

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


def right_side(value: Doc) -> Doc:
    """What stands after an equals sign or a colon, with the space or the line's end before it."""
    match value:
        case Call(arguments=(Code() as only,)) if len(only) <= WIDTH / 4 and "." not in only:
            # There is no good place to break inside such a call.
            return Group(Indent((SPACE_LINE, value)))
        case _:
            return Fluid(value)


def _spelled(doc: Call | Arrow) -> Doc:
    match doc:
        case Arrow(parameter=parameter, body=body):
            return (Code(f"({parameter}) =>"), Indent((SPACE_LINE, body)))
        case Call(function=function, arguments=(*others, Arrow() as last)):
            # The arrow's head stays on the line of the call.
            before = tuple((other, Code(", ")) for other in others)
            end = (IfBroken(Code(",")), SOFT_LINE, Code(")"))
            return (function, Code("("), before, Group((_spelled(last), end)))
        case Call(function=function, arguments=arguments):
            return (function, enclosed("(", arguments, ")"))


def generic(name: str, arguments: Sequence[Doc]) -> Doc:
    """A type with type arguments, which take no trailing comma."""
    elements = separated((Code(","), SPACE_LINE), arguments)
    return (Code(f"{name}<"), Group((Indent((SOFT_LINE, elements)), SOFT_LINE)), Code(">"))


def bars(types: Sequence[Doc]) -> Doc:
    """A union of types, which gets a leading bar when it is broken."""
    return (IfBroken(Code("| ")), separated((SPACE_LINE, Code("| ")), types))


def returned(value: Doc) -> Doc:
    """A return statement."""
    return (Code("return "), value, Code(";"))


def lines(docs: Iterable[Doc]) -> Doc:
    """One document a line."""
    return separated(HARD_LINE, docs)


def render(doc: Doc) -> Code:
    """Print a document that begins at the start of a line."""
    out: list[str] = []
    column = 0
    commands: list[_Command] = [(0, "broken", doc)]
    while commands:
        indent, mode, current = commands.pop()
        match current:
            case Code():
                out.append(current)
                column += _width(current)
            case tuple():
                commands += [(indent, mode, part) for part in reversed(current)]
            case Call():
                commands.append((indent, mode, _spelled(current)))
            case Arrow():
                commands.append((indent, mode, Group(_spelled(current))))
            case Indent(inner=inner):
                commands.append((indent + _STEP, mode, inner))
            case Group(inner=inner):
                flat: _Command = (indent, "flat", inner)
                fits = not _must_break(inner) and _fits(flat, commands, WIDTH - column)
                commands.append(flat if fits else (indent, "broken", inner))
            case Fluid(inner=inner):
                line: _Command = (indent + _STEP, "flat", SPACE_LINE)
                moved = not _fits(line, [*commands, (indent, "broken", inner)], WIDTH - column)
                step = _STEP if moved else 0
                commands.append((indent + step, mode, inner))
                commands.append((indent + step, "broken" if moved else "flat", SPACE_LINE))
            case IfBroken(text=text):
                if mode == "broken":
                    commands.append((indent, mode, text))
            case Line(flat=space, always=always):
                if mode == "flat" and not always:
                    out.append(space)
                    column += len(space)
                else:
                    _end_line(out, indent)
                    column = indent
    return Code("".join(out))


def _end_line(out: list[str], indent: int) -> None:
    while out and not out[-1].strip(" "):
        out.pop()
    if out:
        out[-1] = out[-1].rstrip(" ")
    out += ["\n", " " * indent]


def _fits(first: _Command, rest: Sequence[_Command], room: int) -> bool:
    """Whether a command, printed flat, and what follows it up to a line's end, have room."""
    upcoming = len(rest)
    commands = [first]
    while room >= 0:
        if not commands:
            if not upcoming:
                return True
            upcoming -= 1
            commands.append(rest[upcoming])
        indent, mode, doc = commands.pop()
        match doc:
            case Code():
                room -= _width(doc)
            case tuple():
                commands += [(indent, mode, part) for part in reversed(doc)]
            case Call() | Arrow():
                commands.append((indent, mode, _spelled(doc)))
            case Indent(inner=inner):
                commands.append((indent, mode, inner))
            case Group(inner=inner):
                commands.append((indent, "broken" if _must_break(inner) else mode, inner))
            case Fluid(inner=inner):
                commands.append((indent, mode, (SPACE_LINE, inner)))
            case IfBroken(text=text):
                if mode == "broken":
                    commands.append((indent, mode, text))
            case Line(flat=space, always=always):
                if always or mode == "broken":
                    return True
                room -= len(space)
    return False


def _must_break(doc: Doc) -> bool:
    match doc:
        case tuple():
            return any(map(_must_break, doc))
        case Call(arguments=arguments):
            return any(map(_must_break, arguments))
        case Indent(inner=inner) | Group(inner=inner) | Fluid(inner=inner) | Arrow(body=inner):
            return _must_break(inner)
        case Line(always=always):
            return always
        case _:
            return False


def _width(text: str) -> int:
    """How many columns a text takes: a wide East Asian character takes two."""
    if text.isascii():
        return len(text)
    return sum(_COLUMNS.get(east_asian_width(c), 1) for c in text if not combining(c))
