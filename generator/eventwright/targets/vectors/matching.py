"""A few strings that a pattern matches, made from its syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from eventwright import patterns
from eventwright.patterns.charset import CharSet
from eventwright.patterns.parser import parse
from eventwright.patterns.syntax import (
    Assertion,
    Backreference,
    Char,
    Choice,
    Group,
    Look,
    Node,
    Repeat,
    Sequence,
)

_MOST = 8
_TRIES = 40
_LIKED = "a1AzZ09_- "
"""The characters that stand for a set, where it has one of them."""


@cache
def matching(source: str) -> tuple[str, ...]:
    """A few strings in which a pattern is found; none where making one takes more than a guess."""
    search = re.compile(patterns.python(source)).search
    texts = dict.fromkeys(islice(_texts(parse(source).root), _TRIES))
    quick = [text for text in texts if patterns.is_quick(source, text)]
    tried = quick or sorted(texts, key=len)[:1]
    return tuple(islice((text for text in tried if search(text)), _MOST))


def _texts(node: Node) -> Iterator[str]:
    match node:
        case Char(chars):
            yield from _characters(chars)
        case Sequence(items):
            yield from _sequence(items)
        case Choice(options):
            for option in options:
                yield from _few(option)[:2]
        case Repeat(body, low, high):
            yield from _repeated(body, low, high)
        case Group(_, body):
            yield from _texts(body)
        case Look(body, negative=False):
            yield from ("", *_few(body)[:2])
        case Look() | Backreference() | Assertion():
            yield ""


def _characters(chars: CharSet) -> Iterator[str]:
    yield from (liked for liked in _LIKED if ord(liked) in chars)
    for first, last in chars.ranges:
        if not (first <= 0xDFFF and last >= 0xD800):
            yield from (chr(first), chr(last))


def _sequence(items: tuple[Node, ...]) -> Iterator[str]:
    """Texts in which each item takes its turns while the others keep to their first."""
    choices = [_few(item) for item in items]
    if not all(choices):
        return
    yield "".join(texts[0] for texts in choices)
    for turn, texts in enumerate(choices):
        for text in texts[1:]:
            yield "".join(text if i == turn else other[0] for i, other in enumerate(choices))


def _repeated(body: Node, low: int, high: int | None) -> Iterator[str]:
    pieces = _few(body) or [""]
    for count in dict.fromkeys((low, max(low, 1), low + 1, low + 4, 16, 36)):
        # A long one is not worth its space; where only long ones match, there is none.
        if low <= count <= min(1000, count if high is None else high):
            yield pieces[0] * count
    yield from (piece * max(low, 1) for piece in pieces[1:])


def _few(node: Node) -> list[str]:
    """The first different texts of a node."""
    return list(dict.fromkeys(islice(_texts(node), 12)))[:6]
