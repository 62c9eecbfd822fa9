"""Objects just inside and just outside every check of objects."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TypeAlias

from eventwright.errors import escape
from eventwright.judging.containers import ObjectCheck
from eventwright.planning import plan
from eventwright.planning.plan import Program
from eventwright.reading.jsontext import Json
from eventwright.targets.vectors.maker import Maker
from eventwright.targets.vectors.matching import matching
from eventwright.targets.vectors.samples import NoSampleError
from eventwright.targets.vectors.tree import Tree
from eventwright.targets.vectors.values import INHERITED, WRONG, Candidate, placed, sizes

Checked: TypeAlias = ObjectCheck | plan.MinProperties | plan.MaxProperties


def candidates(maker: Maker, check: Checked, program: Program, base: Json) -> Iterator[Candidate]:
    """The objects to try on one check of a program, of which `base` is a valid value."""
    if not isinstance(base, dict):
        return
    match check:
        case plan.Members(members=members):
            yield from _members(maker, members, program, base)
        case plan.AdditionalMembers(program=rest):
            yield from _additional(maker, rest, _name(maker, program), base)
        case plan.UnevaluatedMembers(program=rest):
            yield from _additional(maker, rest, _name(maker, program), base)
        case plan.PatternMembers(patterns=patterns):
            for pattern, inner in patterns:
                yield from _pattern_members(maker, pattern, inner, base)
        case plan.PropertyNames(program=names):
            yield from _names(maker, names, base)
        case plan.DependentRequired(dependencies=dependencies):
            for name, others in dependencies:
                yield from _dependent(maker, program, name, others, base)
        case plan.DependentSchemas(dependencies=schemas):
            for name, inner in schemas:
                yield from _dependent_schema(maker, program, name, inner, base)
        case plan.MinProperties(limit=limit) | plan.MaxProperties(limit=limit):
            full = maker.sampler.full(program) or base
            for count in sizes(limit):
                yield Candidate("", f"members={count}", _sized(full, count))
                yield Candidate("", f"members={count}, further", _sized(base, count))


def _members(
    maker: Maker, members: tuple[plan.Member, ...], program: Program, base: dict[str, Json]
) -> Iterator[Candidate]:
    yield Candidate("", "members=none", {})
    known = maker.sampler.full(program) or base
    full = known | {name: value for name, value in base.items() if name not in known}
    yield Candidate("", "members=full", full)
    yield Candidate("", "members=reversed", dict(reversed(full.items())))
    wrong: dict[str, Tree] = {}
    for ordinal, member in enumerate(members, 1):
        rest = {name: value for name, value in full.items() if name != member.name}
        yield Candidate(f"/{escape(member.name)}", "absent", rest)
        try:
            inner = maker.sampler.sample(member.program, member.name, ordinal)
        except NoSampleError:
            continue
        for candidate in maker.of(member.program, inner):
            yield placed(member.name, candidate, base | {member.name: candidate.tree})
            if member.name not in wrong and maker.fault(member.program, candidate.tree):
                wrong[member.name] = candidate.tree
    yield Candidate("", "members=wrong", wrong)
    yield Candidate("", "members=wrong-reversed", dict(reversed(wrong.items())))
    unknown: dict[str, Json] = {"unknown": {"event": 1}, "": None, **dict.fromkeys(INHERITED, 1)}
    yield Candidate("", "members=unknown", base | unknown)


def _name(maker: Maker, program: Program) -> str:
    """A name that members may have which a program does not describe."""
    for check in program.checks:
        if isinstance(check, plan.PropertyNames):
            with suppress(NoSampleError):
                name = maker.sampler.sample(check.program, "unknown")
                return name if isinstance(name, str) else "unknown"
    return "unknown"


def _additional(
    maker: Maker, rest: Program | None, known: str, base: dict[str, Json]
) -> Iterator[Candidate]:
    for name in ("unknown", "", *INHERITED):
        yield Candidate("", f"additional={name}", base | {name: 1})
    # In code-point order, which is neither this order, nor JavaScript's, nor that of UTF-16.
    many = ("\U0001f600", "\uffff", "b", "a", "B", "10", "9", "a/b", "a~b")
    yield Candidate("", "additional=many", base | dict.fromkeys(many, 1))
    if rest is None:
        return
    try:
        inner = maker.sampler.sample(rest, "value")
    except NoSampleError:
        return
    yield Candidate("", "additional=two", base | {"one": inner, "two": inner})
    for candidate in maker.of(rest, inner):
        yield placed(known, candidate, base | {known: candidate.tree})


def _pattern_members(
    maker: Maker, pattern: str, inner: Program, base: dict[str, Json]
) -> Iterator[Candidate]:
    names = list(matching(pattern))
    try:
        value = maker.sampler.sample(inner, "value")
    except NoSampleError:
        value = 1
    for name in names:
        place = f"/{escape(name)}"
        yield Candidate(place, "matching", base | {name: value})
        yield from (
            Candidate(f"/{escape(other)}", "nearly matching", base | {other: value})
            for other in (f"{name}~", f"~{name}", name[:-1], name.swapcase())
        )
        for kind, wrong in WRONG.items():
            yield Candidate(place, f"matching={kind}", base | {name: wrong})
    for candidate in maker.of(inner, value) if names else ():
        yield placed(names[0], candidate, base | {names[0]: candidate.tree})


def _names(maker: Maker, names: Program, base: dict[str, Json]) -> Iterator[Candidate]:
    """The candidates of a string as the name of a member."""
    for name in ("unknown", "", *INHERITED):
        yield Candidate("", f"name={name}", base | {name: 1})
    try:
        sample = maker.sampler.sample(names)
    except NoSampleError:
        return
    for candidate in maker.of(names, sample):
        text = candidate.value()
        if isinstance(text, str):
            yield Candidate(f"/{escape(text)}", f"name {candidate.aim}", base | {text: 1})


def _dependent(
    maker: Maker, program: Program, name: str, others: tuple[str, ...], base: dict[str, Json]
) -> Iterator[Candidate]:
    """A member with all others that it needs, with none, and without each."""
    sampled = (maker.sampler.full(program) or {}) | base
    full = base | {key: sampled.get(key, 1) for key in (name, *others)}
    place = f"/{escape(name)}"
    yield Candidate(place, "with others", full)
    yield Candidate(place, "alone", base | {name: full[name]})
    yield Candidate(place, "absent", {k: v for k, v in full.items() if k != name})
    for other in others:
        rest = {key: value for key, value in full.items() if key != other}
        yield Candidate(place, f"without {other}", rest)


def _dependent_schema(
    maker: Maker, program: Program, name: str, inner: Program, base: dict[str, Json]
) -> Iterator[Candidate]:
    sampled = maker.sampler.full(program) or {}
    with_it = {name: sampled.get(name, 1)} | base
    yield Candidate(f"/{escape(name)}", "alone", with_it)
    yield Candidate(f"/{escape(name)}", "absent", {k: v for k, v in base.items() if k != name})
    yield from maker.in_place(inner, with_it, f"beside {name}")


def _sized(value: dict[str, Json], count: int) -> dict[str, Json]:
    """The object with that many members: its first ones, and unknown ones where it has too few."""
    more = {f"unknown{n}": 1 for n in range(count - len(value))}
    return dict(list((value | more).items())[: max(count, 0)])
