"""A pattern as the automaton that a backtracking engine walks, one state a character position."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from eventwright.frozen import frozen
from eventwright.patterns.charset import EVERYTHING, LAST, CharSet
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
    children,
)
from eventwright.patterns.width import longest

_MOST_POSITIONS = 2_000
_MOST_PATHS = 20_000
_MOST_COPIES = 64
_MOST_OPTIONAL_COPIES = 4
"""For the search for loops, to which a longer count is one more."""


class TooLargeError(Exception):
    """The automaton would have more states, or more ways between them, than can be looked at."""


@frozen
class Automaton:
    """Which character position a match may go on to from which.

    A state is a position that was just matched; the last two are the search that still looks for
    a place to start at, and the start of the text.
    """

    follow: tuple[Counter[int], ...]
    """For each state the next ones, and how many ways lead there without a character between."""
    letters: tuple[int, ...]
    """For each state the characters that lead to it: a bit mask of classes of characters."""
    settled: tuple[bool, ...]
    """For each state whether the search surely succeeds from there."""
    span: tuple[float, ...]
    """For each state how many characters the outermost repetition around it can take."""

    @property
    def search(self) -> int:
        """The state of the search that has not started to match."""
        return len(self.follow) - 2

    @property
    def start(self) -> int:
        """The state before the first character."""
        return len(self.follow) - 1

    @property
    def anchored(self) -> bool:
        """Whether a match can only begin at the start of the text."""
        return set(self.follow[self.search]) <= {self.search}


class _Kind(Enum):
    FREE = auto()
    CONDITIONAL = auto()
    TEXT_START = auto()
    ROUND = auto()


def automaton(
    root: Node, copies: int = _MOST_COPIES, optional_copies: int = _MOST_OPTIONAL_COPIES
) -> Automaton:
    """The automaton of a search for the pattern.

    Args:
        root: The pattern.
        copies: How often a counted body is written out; the rest of its rounds make a loop.
        optional_copies: How often at most a body may be missing, so as not to be a loop.

    Raises:
        TooLargeError: It would be too large.
    """
    builder = _Builder(_groups(root), copies, optional_copies)
    entry = builder.state()
    builder.end = builder.add(root, entry)
    count = len(builder.chars)
    follow = [builder.closure(after, at_start=False) for after in builder.after]
    searching = builder.closure(entry, at_start=False)
    starting = builder.closure(entry, at_start=True)
    found_at_once = builder.settled(entry, at_start=True)
    if not found_at_once:
        searching[count] = starting[count] = 1
    return Automaton(
        (*follow, searching, starting),
        tuple(_masks([*builder.chars, EVERYTHING, EVERYTHING])),
        (*(builder.settled(after, at_start=False) for after in builder.after), False, False),
        (*builder.spans, math.inf, 0),
    )


class _Builder:
    """Thompson's construction: states joined by edges that take no character."""

    def __init__(self, groups: dict[int, Node], copies: int, optional_copies: int) -> None:
        self.groups = groups
        self.copies = copies
        self.optional_copies = optional_copies
        self.edges: list[list[tuple[int, _Kind]]] = []
        self.positions: list[list[int]] = []
        self.end: int | None = None
        self.round_end: dict[int, int] = {}
        self.chars: list[CharSet] = []
        self.after: list[int] = []
        self.spans: list[float] = []
        self.span: float = 0

    def state(self) -> int:
        self.edges.append([])
        self.positions.append([])
        return len(self.edges) - 1

    def edge(self, source: int, target: int, kind: _Kind = _Kind.FREE) -> None:
        self.edges[source].append((target, kind))

    def add(self, node: Node, entry: int) -> int:
        """Adds what the node matches from the entry on; gives the state behind it."""
        match node:
            case Sequence(items):
                for item in items:
                    entry = self.add(item, entry)
                return entry
            case Group(_, body):
                return self.add(body, entry)
            case Repeat():
                return self.repeat(node, entry)
        leaving = self.state()
        match node:
            case Char(chars):
                self.char(chars, entry, leaving)
            case Choice(options):
                for option in options:
                    way = self.state()
                    self.edge(entry, way)
                    self.edge(self.add(option, way), leaving)
            case Assertion.START:
                self.edge(entry, leaving, _Kind.TEXT_START)
            case Assertion():
                self.edge(entry, leaving, _Kind.CONDITIONAL)
            case Look(body, behind):
                self.edge(entry, leaving, _Kind.CONDITIONAL)
                self.look(body, behind, entry)
            case Backreference(number):
                # What the group matched, it could match again: more ways than there are.
                self.check_bounded(self.groups[number])
                way = self.state()
                self.edge(entry, way, _Kind.CONDITIONAL)
                self.edge(self.add(self.groups[number], way), leaving, _Kind.CONDITIONAL)
        return leaving

    def char(self, chars: CharSet, entry: int, leaving: int) -> None:
        if len(self.chars) >= _MOST_POSITIONS:
            raise TooLargeError
        self.positions[entry].append(len(self.chars))
        self.chars.append(chars)
        self.after.append(leaving)
        self.spans.append(self.span)

    def look(self, body: Node, behind: bool, entry: int) -> None:
        if behind:
            self.check_bounded(body)
            return
        # Where it ends nothing is settled: the search goes on, and may look ahead again elsewhere.
        way = self.state()
        self.edge(entry, way, _Kind.CONDITIONAL)
        self.add(body, way)

    def check_bounded(self, body: Node) -> None:
        if longest(body) > _MOST_COPIES:
            raise TooLargeError

    def repeat(self, node: Repeat, entry: int) -> int:
        copies = min(node.low, self.copies)
        for _ in range(copies):
            entry = self.add(node.body, entry)
        if node.high == copies:
            return entry
        if node.high is not None and node.high - copies <= self.optional_copies:
            leaving = self.state()
            for _ in range(node.high - copies):
                self.edge(entry, leaving)
                entry = self.add(node.body, entry)
            self.edge(entry, leaving)
            return leaving
        # A long count is walked like an endless one, but for its span.
        outer = self.span
        width = longest(node.body)
        rounds = math.inf if node.high is None else node.high - copies
        self.span = max(outer, rounds * width if width else 0)
        begin = self.state()
        self.edge(entry, begin)
        end = self.add(node.body, begin)
        self.span = outer
        again, leaving = self.state(), self.state()
        self.edge(end, again)
        self.edge(again, begin, _Kind.ROUND)
        self.round_end[begin] = again
        exit_kind = _Kind.CONDITIONAL if node.low > copies else _Kind.FREE
        self.edge(entry, leaving, exit_kind)
        self.edge(again, leaving, exit_kind)
        return leaving

    def closure(self, state: int, at_start: bool) -> Counter[int]:
        """The positions that can come next, and the number of ways to each."""
        ways: Counter[int] = Counter()
        stack: list[tuple[int, frozenset[int]]] = [(state, frozenset())]
        for _ in range(_MOST_PATHS):
            if not stack:
                return ways
            here, begun = stack.pop()
            ways.update(self.positions[here])
            # A round that took nothing is the last one, in Python; ECMA-262 even takes it back.
            last_round = here in begun
            if here in self.round_end:
                begun |= {self.round_end[here]}
            for target, kind in self.edges[here]:
                passable = at_start or kind is not _Kind.TEXT_START
                if passable and not (kind is _Kind.ROUND and last_round):
                    stack.append((target, begun))
        raise TooLargeError

    def settled(self, state: int, at_start: bool) -> bool:
        """Whether the end is reached from here without a condition."""
        seen = {state}
        stack = [state]
        while stack:
            here = stack.pop()
            if here == self.end:
                return True
            for target, kind in self.edges[here]:
                passable = kind is _Kind.FREE or (at_start and kind is _Kind.TEXT_START)
                if passable and target not in seen:
                    seen.add(target)
                    stack.append(target)
        return False


def _groups(node: Node) -> dict[int, Node]:
    found = {node.number: node.body} if isinstance(node, Group) else {}
    for child in children(node):
        found.update(_groups(child))
    return found


def _masks(sets: Iterable[CharSet]) -> Iterator[int]:
    """For each set a bit mask; two masks have a bit in common when the sets have a character."""
    sets = list(sets)
    distinct = {chars: bit for bit, chars in enumerate(dict.fromkeys(sets))}
    bounds = {0, LAST + 1}
    for chars in distinct:
        bounds.update(bound for first, last in chars.ranges for bound in (first, last + 1))
    points = sorted(bounds)
    members = [0] * len(points)
    for chars, bit in distinct.items():
        for first, last in chars.ranges:
            for index in range(bisect_left(points, first), bisect_left(points, last + 1)):
                members[index] |= 1 << bit
    kinds = sorted(set(members[:-1]))
    for chars in sets:
        inside = 1 << distinct[chars]
        yield sum(1 << number for number, kind in enumerate(kinds) if kind & inside)
