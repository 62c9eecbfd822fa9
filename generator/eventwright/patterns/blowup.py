"""Whether a backtracking engine may need more than linear time for a pattern.

The work of a failing search is the number of ways in which the automaton, searching from every
character, can read a text. That number is bounded unless a repetition can read a text in two ways
(exponential), or a second repetition can start anywhere inside a first and read on beside it
(polynomial): Weber and Seidl, "On the degree of ambiguity of finite automata", 1991. The search
for a place to start at counts as a repetition: `[a-z]+@` is quadratic without `^`.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import count

from eventwright.patterns.automaton import Automaton, TooLargeError, automaton
from eventwright.patterns.components import components
from eventwright.patterns.parser import parse
from eventwright.patterns.syntax import Node
from eventwright.patterns.width import longest

_SHORT = 16
"""How many characters any pattern can look at in a moment, though each doubles its time."""
_TEXT = 100_000
_MOST_STEPS = 10_000_000
"""What is let through reads a text of 100,000 characters in about this many steps at most."""
_MOST_VISITS = 100_000
_MOST_VECTORS = 500
_MOST_COUNTED = 101
"""Rounds after which a loop may add readers: there are too many by then in any case."""

_EXPONENTIAL = "a repetition can match the same text in more than one way"
_POLYNOMIAL = "two repetitions one after the other can match the same text"
_SEARCH = "a match that fails late is tried again from every character; begin the pattern with ^"
_AMBIGUOUS = "many of its optional parts can match the same text"
_TOO_LARGE = "it is too large or too entangled to tell how long it takes"


def blow_up(source: str, longest_text: int = _TEXT) -> str | None:
    """Why the pattern may take more than linear time, in words; None when it surely does not.

    In texts of no more characters than are given, it may take as many steps as are let through.
    It errs on the side of a warning: large counts are walked as if they were endless, and what is
    too large to analyse is reported. Only optional and counted parts in a row may be missed, as
    their ways are counted on the most promising texts, not on all. Raises PatternError as `python`
    does for a source that is no ECMA-262 pattern.
    """
    root = parse(source).root
    try:
        machine = automaton(root)
        text = max(1, min(_TEXT, longest_text))
        length = max(1, min(text, longest(root)) if machine.anchored else text)
        return _reason(machine, length, text) or _ambiguity(root, machine, length)
    except TooLargeError:
        return _TOO_LARGE


def is_quick(source: str, text: str) -> bool:
    """Whether a pattern surely takes but a moment to be looked for in a text.

    Raises PatternError as `blow_up` does.
    """
    return len(text) <= _SHORT or _known_blow_up(source) is None


_known_blow_up = cache(blow_up)


def _reason(machine: Automaton, length: float, text: int) -> str | None:
    open_loops = components(machine.follow, [not settled for settled in machine.settled])
    if any(_doubles(machine, loop) for loop in open_loops):
        return _EXPONENTIAL
    all_loops = components(machine.follow, [True] * len(machine.follow))
    steps, reason = length, None
    visits = count()
    for inner in open_loops:
        readers: float = 1
        for outer in all_loops:
            if outer == inner:
                continue  # a loop that can be entered beside itself doubles
            span = min(text, _span(machine, outer), _span(machine, inner))
            if span > readers and _runs_beside(machine, outer, inner, visits):
                readers = span
                reason = _SEARCH if machine.search in outer else _POLYNOMIAL
        steps *= readers
    return reason if steps > _MOST_STEPS else None


def _ambiguity(root: Node, machine: Automaton, length: float) -> str | None:
    """Why counted and optional parts take long, if they do: there are too many ways to read a text.

    They are counted with counts written out, as a loop would add readers with every character.
    """
    try:
        exact = automaton(root, _MOST_COUNTED, _MOST_COUNTED)
    except TooLargeError:
        exact = machine
    most = _MOST_STEPS / length
    return _AMBIGUOUS if _ways(exact, most) > most else None


def _span(machine: Automaton, loop: frozenset[int]) -> float:
    return max(machine.span[state] for state in loop)


def _steps(machine: Automaton, *states: int) -> Iterator[tuple[int, ...]]:
    """Where several readers of one text can be after its next character."""

    def extend(chosen: tuple[int, ...], letters: int) -> Iterator[tuple[int, ...]]:
        if len(chosen) == len(states):
            yield chosen
            return
        for state in machine.follow[states[len(chosen)]]:
            if common := letters & machine.letters[state]:
                yield from extend((*chosen, state), common)

    return extend((), -1)


def _doubles(machine: Automaton, loop: frozenset[int]) -> bool:
    """Whether two readers can part inside the loop and meet again."""
    if any(machine.follow[state][after] > 1 for state in loop for after in loop):
        return True
    stack = [(state, state) for state in loop]
    seen = set(stack)
    while stack:
        first, second = stack.pop()
        if len(seen) > _MOST_VISITS:
            raise TooLargeError
        for left, right in _steps(machine, first, second):
            if left not in loop or right not in loop:
                continue
            if left == right and first != second:
                return True
            if (left, right) not in seen:
                seen.add((left, right))
                stack.append((left, right))
    return False


def _runs_beside(
    machine: Automaton, outer: frozenset[int], inner: frozenset[int], visits: Iterator[int]
) -> bool:
    """Whether one text leads round the outer loop, round the inner one, and from one to the other.

    Then each round adds a reader to the inner loop.
    """
    for home in outer:
        for away in inner - {home}:
            first = (home, home, away)
            stack, seen = [first], {first}
            while stack:
                if next(visits) > _MOST_VISITS:
                    raise TooLargeError
                for left, middle, right in _steps(machine, *stack.pop()):
                    place = (left, middle, right)
                    if place == (home, away, away):
                        return True
                    if left in outer and right in inner and place not in seen:
                        seen.add(place)
                        stack.append(place)
    return False


def _ways(machine: Automaton, enough: float) -> int:
    """The greatest number of ways to read a text among the most promising texts; or one enough."""
    most = 0
    first = Counter({machine.start: 1})
    order = count()
    queue = [(0, next(order), first)]
    seen = {frozenset(first.items())}
    while queue and len(seen) < _MOST_VECTORS and most <= enough:
        _, _, vector = heapq.heappop(queue)
        for after in _readings(machine, vector):
            key = frozenset(after.items())
            if key in seen:
                continue
            seen.add(key)
            total = sum(number for state, number in after.items() if not machine.settled[state])
            most = max(most, total)
            heapq.heappush(queue, (-total, next(order), after))
    return most


def _readings(machine: Automaton, vector: Counter[int]) -> Iterator[Counter[int]]:
    """For each class of characters, how many ways lead where after one of them."""
    reached: Counter[int] = Counter()
    for state, number in vector.items():
        for after, ways in machine.follow[state].items():
            reached[after] += number * ways
    masks = {machine.letters[state] for state in reached}
    letters = 0
    for mask in masks:
        letters |= mask
    for bit in range(letters.bit_length()):
        kept = Counter({s: n for s, n in reached.items() if machine.letters[s] >> bit & 1})
        if kept:
            yield kept
