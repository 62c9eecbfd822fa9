"""Documents: text with the places where its lines may be broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, final
from unicodedata import combining, east_asian_width

from eventwright.rendering.code import Code

WIDTH = 100
_COLUMNS = {"W": 2, "F": 2}

# The classes are not frozen, since such take three times as long to make, and there are millions.
# Each knows its text on one line from the start: None where it has none, or one wider than WIDTH.


@final
@dataclass(slots=True)
class Line:
    """A place where a line may end: a space (or nothing) when flat, a new line when broken."""

    flat: Code | None
    """None where the line always ends."""


@final
@dataclass(slots=True)
class Indent:
    """Lines that begin inside are indented by one more step."""

    inner: Doc
    flat: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.flat = flattened(self.inner)


@final
@dataclass(slots=True)
class Group:
    """What is printed flat as a whole if it fits."""

    inner: Doc
    flat: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.flat = flattened(self.inner)


@final
@dataclass(slots=True)
class IfBroken:
    """Text that stands there only when the enclosing group is broken."""

    text: Code
    flat: str = field(init=False, default="", compare=False, repr=False)


@final
@dataclass(slots=True)
class Fluid:
    """A right side that moves to a line of its own only if its beginning doesn't fit otherwise."""

    inner: Doc
    flat: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.flat = flattened((SPACE_LINE, self.inner))


@final
@dataclass(slots=True)
class Call:
    """A function call."""

    function: Doc
    arguments: tuple[Doc, ...]
    flat: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        function = flattened(self.function)
        arguments = [flat for flat in map(flattened, self.arguments) if flat is not None]
        if function is None or len(arguments) < len(self.arguments):
            self.flat = None
        else:
            self.flat = _narrow(f"{function}({', '.join(arguments)})")

    def head(self) -> Doc:
        """What stays on the line of a call whose last argument is a function.

        Nothing does of one with more arguments whose function gives a chain of tests.
        """
        match self.arguments:
            case (*others, Arrow() as last) if not (others and isinstance(last.body, Group)):
                before = tuple((other, _COMMA_SPACE) for other in others)
                return (self.function, _OPENING, before, last.head())
            case _:
                return ()

    def hugging(self) -> Doc:
        """The same with the places where its lines may be broken, the head in one piece."""
        match self.arguments:
            case (*_, Arrow() as last) if self.head():
                end = (_LAST_COMMA, SOFT_LINE, _CLOSING)
                return (self.head(), Group((last.rest(), end)))
            case _:
                return self.broken()

    def broken(self) -> Doc:
        """The same with places to break at between all arguments."""
        return (self.function, enclosed("(", self.arguments, ")"))


@final
@dataclass(slots=True)
class Arrow:
    """A function of one parameter, as the last argument of a call."""

    parameter: Code
    body: Doc
    flat: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.flat = flattened(self.broken())

    def broken(self) -> Doc:
        """The same with the places where its lines may be broken."""
        return (self.head(), self.rest())

    def head(self) -> Code:
        """The parameter with the arrow."""
        return Code(f"({self.parameter}) =>")

    def rest(self) -> Doc:
        """What comes after the arrow."""
        return Indent((SPACE_LINE, self.body))


Doc: TypeAlias = "Code | tuple[Doc, ...] | Line | Indent | Group | IfBroken | Fluid | Call | Arrow"

SPACE_LINE = Line(Code(" "))
SOFT_LINE = Line(Code(""))
HARD_LINE = Line(None)

_OPENING, _CLOSING = Code("("), Code(")")
_COMMA, _COMMA_SPACE = Code(","), Code(", ")
_COMMA_LINE = (_COMMA, SPACE_LINE)
_LAST_COMMA = IfBroken(_COMMA)


def flattened(doc: Doc) -> str | None:
    """The document on one line; None where it must break, or is wider than any line."""
    if type(doc) is Code:
        return doc
    if not isinstance(doc, tuple):
        return doc.flat
    texts: list[str] = []
    for part in doc:
        if type(part) is Code:
            texts.append(part)
            continue
        text = flattened(part) if isinstance(part, tuple) else part.flat
        if text is None:
            return None
        texts.append(text)
    return _narrow("".join(texts))


def _narrow(line: str) -> str | None:
    """A line that is no wider than any may be; None for another one."""
    width = len(line) if line.isascii() else columns(line)
    return line if width <= WIDTH else None


def columns(text: str) -> int:
    """How many columns a text takes: a wide East Asian character takes two."""
    if text.isascii():
        return len(text)
    return sum(_COLUMNS.get(east_asian_width(c), 1) for c in text if not combining(c))


def separated(separator: Doc, docs: Iterable[Doc]) -> tuple[Doc, ...]:
    """The documents with the separator between them."""
    between = separator if isinstance(separator, tuple) else (separator,)
    parts: list[Doc] = []
    for doc in docs:
        if parts:
            parts += between
        parts.append(doc)
    return tuple(parts)


def enclosed(opening: str, docs: Sequence[Doc], closing: str, line: Line = SOFT_LINE) -> Doc:
    """A list between brackets: on one line, or one element a line with a trailing comma."""
    if not docs:
        return Code(opening + closing)
    elements = Indent((line, *separated(_COMMA_LINE, docs)))
    return Group((Code(opening), elements, _LAST_COMMA, line, Code(closing)))


def call(function: Doc, *arguments: Doc) -> Call:
    """A function call."""
    return Call(function, arguments)


def hugging(function: Doc, *arguments: Doc) -> Doc:
    """A function call whose last argument, a list or an object, is broken before the others."""
    *others, last = arguments
    before = tuple((other, _COMMA_SPACE) for other in others)
    return (function, _OPENING, before, last, _CLOSING)


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
    elements = separated(_COMMA_LINE, arguments)
    return (Code(f"{name}<"), Group((Indent((SOFT_LINE, *elements)), SOFT_LINE)), Code(">"))


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
