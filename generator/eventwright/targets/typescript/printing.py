"""Line breaking as prettier does it: a document is printed flat where it fits, else broken.

The algorithm is the one of Wadler's "A prettier printer" in the variant that prettier has: a group
is printed on one line if everything up to the next possible break after it fits as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias
from unicodedata import combining, east_asian_width

from eventwright.rendering.code import Code
from eventwright.targets.typescript.layout import (
    SOFT_LINE,
    SPACE_LINE,
    WIDTH,
    Arrow,
    Call,
    Doc,
    Fluid,
    Group,
    IfBroken,
    Indent,
    Line,
    enclosed,
)

_STEP = 2
_COLUMNS = {"W": 2, "F": 2}

_Command: TypeAlias = "tuple[int, Doc]"


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
