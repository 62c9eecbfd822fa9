"""How many characters a part of a pattern can match."""

from __future__ import annotations

import math

from eventwright.patterns.syntax import (
    Backreference,
    Char,
    Choice,
    Group,
    Look,
    Node,
    Repeat,
    Sequence,
)


def fixed_width(node: Node) -> int | None:
    """The one number of code points that the node matches; None if there are several."""
    match node:
        case Char():
            return 1
        case Sequence(items):
            widths = [fixed_width(item) for item in items]
            return None if None in widths else sum(width or 0 for width in widths)
        case Choice(options):
            widths = [fixed_width(option) for option in options]
            return widths[0] if len(set(widths)) == 1 else None
        case Repeat(body, low, high):
            width = fixed_width(body)
            return width * low if width is not None and low == high else 0 if width == 0 else None
        case Group(_, body):
            return fixed_width(body)
        case Backreference():
            return None
    return 0


def shortest(node: Node) -> int:
    """The least number of code points that the node matches."""
    match node:
        case Char():
            return 1
        case Sequence(items):
            return sum(map(shortest, items))
        case Choice(options):
            return min(map(shortest, options))
        case Repeat(body, low):
            return shortest(body) * low
        case Group(_, body):
            return shortest(body)
    return 0


def longest(node: Node) -> float:
    """The greatest number of code points that the node consumes or looks ahead to."""
    match node:
        case Char():
            return 1
        case Sequence(items):
            return sum(map(longest, items))
        case Choice(options):
            return max(map(longest, options))
        case Repeat(body, _, high):
            width = longest(body)
            return 0 if width == 0 else width * (math.inf if high is None else high)
        case Group(_, body) | Look(body):
            return longest(body)
        case Backreference():
            return math.inf
    return 0
