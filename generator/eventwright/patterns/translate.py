"""The same regular expression for each language: found or not found, exactly as ECMA-262 says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from eventwright.patterns.charset import EVERYTHING, NOTHING, CharSet
from eventwright.patterns.groups import referenced
from eventwright.patterns.parser import parse
from eventwright.patterns.spelling import python_class, python_literal
from eventwright.patterns.syntax import (
    Assertion,
    Backreference,
    Char,
    Choice,
    Group,
    Look,
    Node,
    PatternError,
    Repeat,
    Sequence,
    children,
)
from eventwright.patterns.width import fixed_width, shortest

_PYTHON = {
    Assertion.START: "^",
    Assertion.END: r"\Z",
    Assertion.BOUNDARY: r"(?a:\b)",
    # Python's own \B does not hold in the empty text before 3.14.
    Assertion.NOT_BOUNDARY: r"(?!(?a:\b))",
}
_RUST = {Assertion.START: "^", Assertion.END: "$", Assertion.BOUNDARY: r"(?-u:\b)"}


@cache  # asked for each text that a pattern is tried on
def python(source: str) -> str:
    r"""The pattern for Python's `re.search`, without flags: it finds what ECMA-262 (`u`) finds.

    Only whether something is found is the same; capturing groups are kept only where a
    backreference needs them. `\p{...}` is written out as ranges, by Unicode 17.0.

    Raises PatternError, in words for whoever wrote the schema, when the source is no ECMA-262
    pattern, or when `re` can't express it: a lookbehind of varying width, a backreference to a
    group that may not have taken part in the match.
    """
    root = parse(source).root
    printed = _Printer(_PYTHON, referenced(root)).node(root)
    try:
        re.compile(printed)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"Python has no pattern that means the same ({error})") from error
    return printed


def rust(source: str) -> str | None:
    """The pattern for Rust's crate `regex`, where it has one; it looks neither ahead nor back.

    Raises PatternError as `python` does for a source that is no ECMA-262 pattern.
    """
    root = parse(source).root
    return _Printer(_RUST, frozenset()).node(root) if _is_plain(root) else None


def _is_plain(node: Node) -> bool:
    """Whether a pattern asks for characters one after the other, and for where words begin."""
    is_else = isinstance(node, Look | Backreference) or node is Assertion.NOT_BOUNDARY
    return not is_else and node != Char(NOTHING) and all(map(_is_plain, children(node)))


def typescript(source: str) -> str:
    r"""The pattern for `new RegExp(..., "u")`: the source, where that is plain ECMA-262.

    `\p{...}` is written out as ranges, by Unicode 17.0, and what only patterns without the `u`
    flag allow (a backslash before punctuation, a lone brace) as the flag wants it.

    Raises PatternError as `python` does for a source that is no ECMA-262 pattern.
    """
    pattern = parse(source)
    written: list[str] = []
    position = 0
    for edit in pattern.edits:
        written += [source[position : edit.start], edit.text]
        position = edit.end
    text = "".join([*written, source[position:]])
    # V8 also searches between the two halves of a surrogate pair, where no character starts.
    return f"(?=[^]|$)(?:{text})" if _may_find_half_a_pair(pattern.root) else text


def _may_find_half_a_pair(root: Node) -> bool:
    """Whether the pattern could match the empty text at a place where no character starts."""
    return shortest(root) == 0 and _depends_on_neighbours(root)


def _depends_on_neighbours(node: Node) -> bool:
    return (
        isinstance(node, Look)
        or node is Assertion.NOT_BOUNDARY
        or any(map(_depends_on_neighbours, children(node)))
    )


class _Printer:
    def __init__(self, assertions: Mapping[Assertion, str], kept: frozenset[int]) -> None:
        self.assertions = assertions
        self.kept = kept

    def node(self, node: Node) -> str:
        match node:
            case Char(chars):
                return _char(chars)
            case Assertion():
                return self.assertions[node]
            case Sequence(items):
                return "".join(self.item(item) for item in items)
            case Choice(options):
                return "|".join(map(self.node, options))
            case Repeat(body, low, high, greedy):
                return self.repeated(body) + _quantifier(low, high) + ("" if greedy else "?")
            case Group(number, body):
                opening = f"(?P<g{number}>" if number in self.kept else "(?:"
                return f"{opening}{self.node(body)})"
            case Backreference(number):
                return f"(?P=g{number})"
            case Look(body, behind, negative):
                return self.look(body, behind, negative)

    def item(self, node: Node) -> str:
        """A node among others, where alternatives need a group of their own."""
        return f"(?:{self.node(node)})" if isinstance(node, Choice) else self.node(node)

    def repeated(self, body: Node) -> str:
        """A body that a quantifier can follow."""
        if isinstance(body, Char) and body.chars != NOTHING:
            return self.node(body)
        if isinstance(body, Group | Backreference):
            return self.node(body)
        return f"(?:{self.node(body)})"

    def look(self, body: Node, behind: bool, negative: bool) -> str:
        mark = "!" if negative else "="
        if not behind:
            return f"(?{mark}{self.node(body)})"
        # Python wants one width for all alternatives, ECMA-262 does not: each gets its own.
        looks = [f"(?<{mark}{self.node(option)})" for option in _same_width(body)]
        if negative:
            return "".join(looks)
        return looks[0] if len(looks) == 1 else f"(?:{'|'.join(looks)})"


def _same_width(body: Node) -> Iterator[Node]:
    """The parts of a lookbehind's body that each match texts of one length only."""
    if fixed_width(body) is not None:
        yield body
    elif isinstance(body, Choice):
        for option in body.options:
            yield from _same_width(option)
    elif isinstance(body, Group):
        yield from _same_width(body.body)
    else:
        raise PatternError("a lookbehind can only look for texts of one length")


def _char(chars: CharSet) -> str:
    if chars == NOTHING:
        return "(?!)"
    if chars == EVERYTHING:
        return "(?s:.)"
    first, last = chars.ranges[0]
    if first == last and len(chars.ranges) == 1:
        return python_literal(first)
    return python_class(chars)


def _quantifier(low: int, high: int | None) -> str:
    match low, high:
        case 0, None:
            return "*"
        case 1, None:
            return "+"
        case 0, 1:
            return "?"
    if high is None:
        return f"{{{low},}}"
    return f"{{{low}}}" if low == high else f"{{{low},{high}}}"
