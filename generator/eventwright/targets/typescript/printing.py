"""Line breaking as prettier does it: a document is printed flat where it fits, else broken.

The algorithm is the one of Wadler's "A prettier printer" in the variant that prettier has: a group
is printed on one line if everything up to the next possible break after it fits as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from eventwright.rendering.code import Code
from eventwright.targets.typescript.layout import (
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
    columns,
)

_STEP = 2
_SPACE = Code(" ")

_Command: TypeAlias = "Doc | int"
"""A document to print, or how far the lines are indented that begin from there on."""


def render(doc: Doc) -> Code:
    """Print a document that begins at the start of a line.

    Much of what a package takes to make is spent here: the commonest kinds are asked for first, and
    by their very class, which is quicker than a `match`.
    """
    out: list[str] = []
    column = 0
    indent = 0
    commands: list[_Command] = [doc]
    while commands:
        current = commands.pop()
        if type(current) is Code:
            out.append(current)
            column += len(current) if current.isascii() else columns(current)
        elif isinstance(current, tuple):
            commands += current[::-1]
        elif type(current) is Line:
            if out and out[-1][-1:] in ("", " "):
                _trim(out)
            out.append("\n" + " " * indent)
            column = indent
        elif type(current) is Group or type(current) is Call or type(current) is Arrow:
            flat = current.flat
            if flat is None:
                commands.append(_broken(current, WIDTH - column))
                continue
            width = len(flat) if flat.isascii() else columns(flat)
            if column + width <= WIDTH and _fits(commands, WIDTH - column - width):
                out.append(flat)
                column += width
            else:
                commands.append(_broken(current, WIDTH - column))
        elif isinstance(current, int):
            indent = current
        elif type(current) is Indent:
            commands += (indent, current.inner)
            indent += _STEP
        elif type(current) is IfBroken:
            commands.append(current.text)
        elif _fits(commands, WIDTH - column - 1, current.inner):
            commands += (current.inner, _SPACE)
        else:
            commands += (indent, current.inner, SPACE_LINE)
            indent += _STEP
    return Code("".join(out))


def _broken(doc: Group | Call | Arrow, room: int) -> Doc:
    """What does not fit on the line, with the places where it may be broken."""
    if isinstance(doc, Group):
        return doc.inner
    if isinstance(doc, Call) and _fits((), room, doc.head()):
        return doc.hugging()
    return doc.broken()


def _fits(upcoming: Sequence[_Command], room: int, first: Doc = ()) -> bool:
    """Whether there is room for all that comes before the next place to break at."""
    rest = len(upcoming)
    docs: list[_Command] = [first] if first else []
    while room >= 0:
        if docs:
            doc = docs.pop()
        elif rest:
            rest -= 1
            doc = upcoming[rest]
        else:
            return True
        if type(doc) is Code:
            room -= len(doc) if doc.isascii() else columns(doc)
        elif isinstance(doc, tuple):
            docs += doc[::-1]
        elif type(doc) is Line or type(doc) is Fluid:
            return True
        elif type(doc) is Indent or type(doc) is Group:
            docs.append(doc.inner)
        elif type(doc) is IfBroken:
            docs.append(doc.text)
        elif not isinstance(doc, int):
            docs.append(doc.broken())
    return False


def _trim(out: list[str]) -> None:
    """Take away the spaces at the end of a line."""
    while out:
        kept = out.pop().rstrip(" ")
        if kept:
            out.append(kept)
            break
