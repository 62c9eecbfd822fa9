"""Which groups a pattern refers back to, and whether every engine agrees on what they hold."""

from __future__ import annotations

from eventwright.patterns.syntax import (
    Backreference,
    Choice,
    Group,
    Look,
    Node,
    PatternError,
    Repeat,
    Sequence,
    children,
)


def referenced(root: Node) -> frozenset[int]:
    """The numbers of the groups that a backreference names.

    A backreference to a group that did not take part matches the empty text in ECMA-262 and
    nothing in Python; in a repeated group the two forget at different times. Raises PatternError
    unless the group surely took part, in the same round of every repetition around it.
    """
    found: set[int] = set()
    _visit(root, frozenset(), found)
    return frozenset(found)


def _visit(node: Node, held: frozenset[int], found: set[int]) -> frozenset[int]:
    """Checks the node's references; gives the groups that surely hold something after it."""
    match node:
        case Backreference(number):
            if number not in held:
                raise PatternError(
                    f"a backreference needs a group that always takes part before it, "
                    f"and group {number} may not have"
                )
            found.add(number)
            return held
        case Sequence(items):
            for item in items:
                held = _visit(item, held, found)
            return held
        case Group(number, body):
            return _visit(body, held, found) | {number}
        case Look(behind=True):
            held_inside: frozenset[int] = frozenset()
            _visit(node.body, held_inside, found)
            return held
        case Choice() | Repeat() | Look():
            for child in children(node):
                _visit(child, held, found)
    return held
