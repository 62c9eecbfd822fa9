"""Containers and strings put together from what single checks ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import islice, product

from eventwright.planning import plan
from eventwright.planning.plan import Program
from eventwright.reading.jsontext import Json
from eventwright.targets.vectors.matching import matching
from eventwright.targets.vectors.tree import merge

_MOST_COMBINATIONS = 100
_MOST_ITEMS = 100


def assembled_objects(program: Program, parts: Sequence[Sequence[Json]]) -> Iterator[Json]:
    """Objects that take one of the proposals of each check, and as many members as are needed."""
    objects = [[value for value in values if isinstance(value, dict)] for values in parts]
    options = [values for values in objects if values]
    for chosen in islice(product(*options), _MOST_COMBINATIONS) if options else ():
        start: Json = {}
        merged = reduce(merge, chosen, start)
        yield merged
        yield reduce(merge, reversed(chosen), start)
        yield from _with_more(program, merged)
    yield from _with_more(program, {})


def assembled_strings(parts: Sequence[Sequence[Json]]) -> Iterator[str]:
    """Strings put together from one proposal of each pattern, as a start, a middle and an end."""
    strings = [[value for value in values if isinstance(value, str)] for values in parts]
    options = [values for values in strings if values]
    if len(options) > 1:
        yield from map("".join, islice(product(*options), _MOST_COMBINATIONS))


def _with_more(program: Program, value: Json) -> Iterator[Json]:
    """The object with further members, where the program asks for so many."""
    limits = [c.limit for c in program.checks if isinstance(c, plan.MinProperties)]
    needed = [
        name
        for check in program.checks
        if isinstance(check, plan.DependentRequired)
        for _, others in check.dependencies
        for name in others
    ]
    if not isinstance(value, dict) or not (limits or needed):
        return
    if needed:
        yield value | dict.fromkeys(needed, 1)
    patterns = [
        pattern
        for check in program.checks
        if isinstance(check, plan.PatternMembers)
        for pattern, _ in check.patterns
    ]
    names = [text for pattern in patterns for text in matching(pattern)]
    names += [f"unknown{n}" for n in range(max([0, *limits]))]
    for filler in (1, "text"):
        filled: dict[str, Json] = dict.fromkeys(names, filler)
        yield dict(list((value | filled).items())[: max([0, *limits])])


def assembled_arrays(
    program: Program,
    item_programs: Callable[[Program, int], list[Program]],
    samples: Callable[[Sequence[Program]], list[Json]],
) -> Iterator[Json]:
    """Arrays whose items are all different, as short as the program allows."""
    shortest = 0
    for check in program.checks:
        match check:
            case plan.MinItems(limit=limit) | plan.Contains(fewest=limit):
                shortest += limit
            case plan.PrefixItems(programs=programs):
                shortest = max(shortest, len(programs))
            case _:
                pass
    for count in sorted({min(n, _MOST_ITEMS) for n in (shortest, shortest // 2, 1)}):
        yield samples(item_programs(program, count))
