"""The syntax tree of a regular expression, and the error for one that can't be used."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from eventwright.frozen import frozen
from eventwright.patterns.charset import CharSet


class PatternError(ValueError):
    """The pattern is no ECMA-262 regular expression, or another language can't say the same."""


class Assertion(Enum):
    """What matches a place between characters."""

    START = "^"
    END = "$"
    BOUNDARY = r"\b"
    NOT_BOUNDARY = r"\B"


@frozen
class Char:
    """One character out of a set."""

    chars: CharSet


@frozen
class Sequence:
    """One thing after the other; the empty sequence matches the empty text."""

    items: tuple[Node, ...]


@frozen
class Choice:
    """Alternatives, tried in this order."""

    options: tuple[Node, ...]


@frozen
class Repeat:
    """The body, `low` to `high` times; without `high`, as often as it goes."""

    body: Node
    low: int
    high: int | None
    greedy: bool


@frozen
class Group:
    """A capturing group; numbers start at 1."""

    number: int
    body: Node


@frozen
class Look:
    """A lookahead or a lookbehind."""

    body: Node
    behind: bool
    negative: bool


@frozen
class Backreference:
    """What the group with this number matched last."""

    number: int


Node: TypeAlias = Char | Sequence | Choice | Repeat | Group | Look | Backreference | Assertion


@frozen
class Edit:
    """A stretch of the source, and what says the same under the `u` flag on every engine."""

    start: int
    end: int
    text: str


@frozen
class Pattern:
    """A parsed regular expression."""

    root: Node
    edits: tuple[Edit, ...]
    """In source order; empty when the source is plain `u` mode already."""


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside this one."""
    match node:
        case Sequence(items):
            return items
        case Choice(options):
            return options
        case Repeat(body) | Group(_, body) | Look(body):
            return (body,)
    return ()
