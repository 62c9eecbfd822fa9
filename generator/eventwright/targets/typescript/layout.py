"""Line breaking as prettier does it: a document is printed flat where it fits, else broken.

The algorithm is the one of Wadler's "A prettier printer" in the variant that prettier has: a group
is printed on one line if everything up to the next possible break after it fits as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias
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
_Command: TypeAlias = "tuple[int, Doc]"

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


def assigned(key: Code, value: Doc) -> Doc:
    """A member of an object literal."""
    return Group((Code(f"{key}:"), right_side(value)))


def returned(value: Doc) -> Doc:
    """A return statement."""
    return (Code("return "), value, Code(";"))


def lines(docs: Iterable[Doc]) -> Doc:
    """One document a line."""
    return separated(HARD_LINE, docs)


def render(doc: Doc) -> Code:
    """Print a document that begins at the start of a line."""
    return _Printer().render(doc)


# Each call takes two brackets: so many inside each other are wider than any line.
_MOST_CALLS = WIDTH // 2


class _TooDeepError(Exception):
    pass


class _Printer:
    """Prints one document; what is printed flat is printed at once, all else is broken.

    Half of what a package takes to make is spent here: the commonest kinds are asked for first, and
    by `isinstance`, which is quicker than a `match`.
    """

    def __init__(self) -> None:
        # By identity; each document is kept beside its text, so that its id stays its own.
        self._flat: dict[int, tuple[Doc, str | None]] = {}
        self._spelled: dict[int, tuple[Doc, Doc]] = {}
        self._calls = 0

    def render(self, doc: Doc) -> Code:
        out: list[str] = []
        column = 0
        commands: list[_Command] = [(0, doc)]
        while commands:
            indent, current = commands.pop()
            if isinstance(current, Code):
                out.append(current)
                column += _width(current)
            elif isinstance(current, tuple):
                commands += [(indent, part) for part in reversed(current)]
            elif isinstance(current, Group):
                flat = self.line(current.inner)
                if flat is not None and self.fits(commands, WIDTH - column - _width(flat)):
                    out.append(flat)
                    column += _width(flat)
                else:
                    commands.append((indent, current.inner))
            elif isinstance(current, Line):
                _end_line(out, indent)
                column = indent
            elif isinstance(current, Indent):
                commands.append((indent + _STEP, current.inner))
            elif isinstance(current, IfBroken):
                commands.append((indent, current.text))
            elif isinstance(current, Fluid):
                moved = not self.fits([*commands, (indent, current.inner)], WIDTH - column - 1)
                commands.append((indent + (_STEP if moved else 0), current.inner))
                commands.append((indent + _STEP, SPACE_LINE if moved else Code(" ")))
            elif isinstance(current, Arrow):
                commands.append((indent, Group(self.spelled(current))))
            else:
                commands.append((indent, self.spelled(current)))
        return Code("".join(out))

    def spelled(self, doc: Call | Arrow) -> Doc:
        """The document that a call or a function is printed as."""
        if id(doc) not in self._spelled:
            self._spelled[id(doc)] = doc, _spelled(doc)
        return self._spelled[id(doc)][1]

    def line(self, doc: Doc) -> str | None:
        """The document on one line; None where it must break, or is wider than any line."""
        self._calls = 0
        try:
            return self.flat(doc)
        except _TooDeepError:
            return None

    def flat(self, doc: Doc) -> str | None:
        """The same for a part of it."""
        known = self._flat.get(id(doc))
        if known is None:
            known = self._flat[id(doc)] = doc, self._flattened(doc)
        return known[1]

    def _flattened(self, doc: Doc) -> str | None:
        if isinstance(doc, Code):
            return doc
        if isinstance(doc, tuple):
            line = ""
            for part in doc:
                text = part if isinstance(part, Code) else self._flattened(part)
                if text is None:
                    return None
                line += text
            return line if _width(line) <= WIDTH else None
        if isinstance(doc, Line):
            return None if doc.always else doc.flat
        if isinstance(doc, (Indent, Group)):
            return self.flat(doc.inner)
        if isinstance(doc, IfBroken):
            return ""
        if isinstance(doc, Fluid):
            return self._flattened((SPACE_LINE, doc.inner))
        if self._calls == _MOST_CALLS:
            raise _TooDeepError
        self._calls += 1
        text = self.flat(self.spelled(doc))
        self._calls -= 1
        return text

    def fits(self, upcoming: Sequence[_Command], room: int) -> bool:
        """Whether there is room for all that comes before the next place to break at."""
        rest = len(upcoming)
        docs: list[Doc] = []
        while room >= 0:
            if not docs:
                if not rest:
                    return True
                rest -= 1
                docs.append(upcoming[rest][1])
            doc = docs.pop()
            if isinstance(doc, Code):
                room -= _width(doc)
            elif isinstance(doc, tuple):
                docs += reversed(doc)
            elif isinstance(doc, (Line, Fluid)):
                return True
            elif isinstance(doc, (Indent, Group)):
                docs.append(doc.inner)
            elif isinstance(doc, IfBroken):
                docs.append(doc.text)
            else:
                docs.append(self.spelled(doc))
        return False


def _end_line(out: list[str], indent: int) -> None:
    while out and not out[-1].strip(" "):
        out.pop()
    if out:
        out[-1] = out[-1].rstrip(" ")
    out += ["\n", " " * indent]


def _width(text: str) -> int:
    """How many columns a text takes: a wide East Asian character takes two."""
    if text.isascii():
        return len(text)
    return sum(_COLUMNS.get(east_asian_width(c), 1) for c in text if not combining(c))
