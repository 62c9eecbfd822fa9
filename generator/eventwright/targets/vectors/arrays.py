"""Arrays just inside and just outside every check of arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from eventwright.judging.containers import ArrayCheck
from eventwright.planning import plan
from eventwright.planning.plan import Program
from eventwright.reading.jsontext import Json
from eventwright.targets.vectors.maker import Maker
from eventwright.targets.vectors.samples import NoSampleError
from eventwright.targets.vectors.tree import Raw, Tree
from eventwright.targets.vectors.values import WRONG, Candidate, placed, sizes

Checked: TypeAlias = ArrayCheck | plan.MinItems | plan.MaxItems | plan.UniqueItems


def candidates(maker: Maker, check: Checked, program: Program, base: Json) -> Iterator[Candidate]:
    """The arrays to try on one check of a program, of which `base` is a valid value."""
    items = base if isinstance(base, list) else []
    match check:
        case plan.MinItems(limit=limit) | plan.MaxItems(limit=limit):
            item = items[0] if items else 1
            for count in sizes(limit):
                yield Candidate("", f"items={count}", [item] * count)
                yield Candidate("", f"items={count}, distinct", _distinct(maker, program, count))
        case plan.UniqueItems():
            yield from _unique(maker, program, items)
        case plan.Items(program=each, start=0):
            yield from _items(maker, each)
        case plan.Items(program=each, start=start):
            yield from _rest(maker, each, items[:start])
        case plan.PrefixItems(programs=programs):
            yield from _prefix(maker, programs, items)
        case plan.Contains():
            yield from _contains(maker, check, items)
        case plan.UnevaluatedItems(program=rest):
            for kind, value in WRONG.items():
                yield Candidate(f"/{len(items)}", f"further={kind}", [*items, value])
            if rest is not None:
                yield from _rest(maker, rest, items)


def _items(maker: Maker, each: Program) -> Iterator[Candidate]:
    yield Candidate("", "items=none", [])
    try:
        base = maker.sampler.sample(each)
    except NoSampleError:
        return
    yield Candidate("", "items=two", [base, base])
    yield Candidate("", "items=many", [base] * 20)
    tried: list[Tree] = []
    for candidate in maker.of(each, base):
        yield placed("0", candidate, [candidate.tree])
        tried.append(candidate.tree)
    # Only as many are judged as must be: in arrays of arrays, each level judges them again.
    for first in islice(_wrong(maker, each, tried), 1):
        last = next(_wrong(maker, each, reversed(tried)))
        yield Candidate("/2", "last", [base, base, first])
        yield Candidate("", "items=wrong", [first, base, last, first])


def _wrong(maker: Maker, program: Program, trees: Iterable[Tree]) -> Iterator[Tree]:
    return (tree for tree in trees if maker.fault(program, tree))


def _rest(maker: Maker, each: Program, before: list[Json]) -> Iterator[Candidate]:
    """The candidates of an item that stands behind others."""
    try:
        base = maker.sampler.sample(each)
    except NoSampleError:
        return
    yield Candidate("", "items=more", [*before, base, base])
    for candidate in maker.of(each, base):
        yield placed(str(len(before)), candidate, [*before, candidate.tree])


def _prefix(maker: Maker, programs: tuple[Program, ...], items: list[Json]) -> Iterator[Candidate]:
    """Every item's candidates in its place, and arrays that end early or late."""
    full = items + maker.sampler.each(programs[len(items) :])
    for count in range(len(full) + 1):
        yield Candidate("", f"items={count}", full[:count])
    for kind, value in WRONG.items():
        yield Candidate(f"/{len(full)}", f"further={kind}", [*full, value])
    for index, (program, item) in enumerate(zip(programs, full, strict=False)):
        if maker.fault(program, item):
            continue
        for candidate in maker.of(program, item):
            tree = [*full[:index], candidate.tree, *full[index + 1 :]]
            yield placed(str(index), candidate, tree)


def _contains(maker: Maker, check: plan.Contains, items: list[Json]) -> Iterator[Candidate]:
    """Arrays around each limit of how many items match."""
    try:
        match = maker.sampler.sample(check.program)
    except NoSampleError:
        return
    others: list[Tree] = [v for v in WRONG.values() if maker.fault(check.program, v)]
    rest = [item for item in items if maker.fault(check.program, item)]
    limits = {0, 1, check.fewest, check.fewest if check.most is None else check.most}
    for count in sorted({size for limit in limits for size in sizes(limit) if size >= 0}):
        yield Candidate("", f"matching={count}", [*rest, *[match] * count])
        yield Candidate("", f"matching={count} of more", [*others[:1], *[match] * count])
        distinct = [*rest, *_distinct(maker, check.program, count)]
        yield Candidate("", f"matching={count}, distinct", distinct)
    for candidate in maker.of(check.program, match):
        few = [match] * (check.fewest - 1)
        yield placed(str(len(few)), candidate, [*few, candidate.tree])


def _unique(maker: Maker, program: Program, items: list[Json]) -> Iterator[Candidate]:
    """Pairs of items that are equal, or nearly so."""
    if items:
        yield Candidate("", "equal=last", [*items, items[-1]])
        yield Candidate("", "equal=first", [*items, items[0]])
        distinct = _distinct(maker, program, 3)
        yield Candidate("", "distinct=3", distinct)
        yield Candidate("", "equal=apart", [*distinct, *distinct[:1]])
    for text in _PAIRS:
        yield Candidate("", f"pair={text}", Raw(text))


def _distinct(maker: Maker, program: Program, count: int) -> list[Json]:
    """That many items, each another one where the schema leaves a choice."""
    programs = maker.sampler.item_programs(program, count)
    made: list[Json] = []
    for ordinal, each in enumerate(programs, 1):
        try:
            made.append(maker.sampler.sample(each, f"text{ordinal}", ordinal))
        except NoSampleError:
            break
    return made


_PAIRS = (
    "[1,1]",
    "[1,1.0]",
    "[1,true]",
    "[0,false]",
    "[null,0]",
    '["1",1]',
    '["a","A"]',
    "[[1],[1.0]]",
    "[[1],[true]]",
    "[[1,2],[2,1]]",
    "[[],{}]",
    '[{"a":1,"b":2},{"b":2,"a":1}]',
    '[{"a":1},{"a":true}]',
    '[{"a":1},{"a":1,"b":1}]',
    "[9007199254740993,9007199254740992]",
)
