"""Every plan that differs from a right one in one thing: a check dropped, weakened or swapped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, TypeAlias, get_args

from eventwright.errors import Location
from eventwright.planning import plan as p
from eventwright.planning.plan import Entry, Plan, Program
from eventwright.reading.jsontext import JsonType

CHECKS = get_args(p.Check)
NULL = "let null through"
JSON_TYPES: tuple[JsonType, ...] = get_args(JsonType)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A plan with one thing changed."""

    entry: Entry
    """The definition that is changed."""
    place: Location
    """The subschema whose program is changed."""
    kind: str
    """What was done to what, such as `weaken Minimum`."""
    what: str
    """The change in full; with the place, it names the mutant."""
    plan: Plan

    def __str__(self) -> str:
        return f"{self.place.file}#{self.place.pointer}: {self.what}"


@dataclass(frozen=True, slots=True)
class _Change:
    place: Location
    kind: str
    what: str
    copy: Any
    """The changed part of the plan, of the type that it had."""


# A part of a plan is a check, a tuple of them, or a value in one; a copy is of the same type.
Part: TypeAlias = Any


def mutants(plan: Plan) -> Iterator[Mutant]:
    """All mutants of a plan, in the order of its programs."""
    others = _next_entries(plan)
    for entry, program in plan.programs.items():
        for change in _changes(program, entry.location, others):
            programs = {**plan.programs, entry: change.copy}
            yield Mutant(entry, change.place, change.kind, change.what, Plan(programs))


def _next_entries(plan: Plan) -> dict[Entry, Entry]:
    """For each definition another one."""
    entries = [*plan.programs]
    return dict(zip(entries, [*entries[1:], entries[0]], strict=True))


def _changes(part: Part, place: Location, others: dict[Entry, Entry]) -> Iterator[_Change]:
    """Every copy of a part of a plan that differs from it in one thing."""
    if isinstance(part, Location | Entry):
        return  # where something is, not what is asked of it
    if isinstance(part, Program):
        place = part.location
    if isinstance(part, tuple):
        for index, item in enumerate(part):
            before, after = part[:index], part[index + 1 :]
            for inner in _changes(item, place, others):
                yield replace(inner, copy=(*before, inner.copy, *after))
    elif is_dataclass(part):
        for kind, what, copy in _own_changes(part, others):
            yield _Change(place, kind, what, copy)
        for field in fields(part):
            for inner in _changes(getattr(part, field.name), place, others):
                if inner.kind == NULL and inner.place in _without_null(part):
                    continue
                yield replace(inner, copy=_with(part, field.name, inner.copy))


def _without_null(part: Part) -> set[Location]:
    """The programs right inside a check that are never asked about null."""
    match part:
        case p.Internal(branches=branches):
            return {branch.program.location for branch in branches if branch.program is not None}
        case p.Nullable(program=program):
            return {program.location}
        case _:
            return set()


def _own_changes(part: Part, others: dict[Entry, Entry]) -> Iterator[tuple[str, str, Part]]:
    """What can be done to a part itself, not to parts of it: kind, description and copy."""
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, Location | Entry) or (type(part), field.name) == (p.Internal, "tag"):
            continue
        if isinstance(value, tuple):
            for kind, what, copy in _of_tuple(value, of=part):
                yield kind, what, _with(part, field.name, copy)
        elif isinstance(value, Program) and field.default is None:
            yield from [(f"drop {field.name}", f"drop {field.name}", _with(part, field.name, None))]
    change = _CHANGES.get(type(part))
    if change:
        for verb, other in change(part):
            name = type(part).__name__
            yield f"{verb} {name}", f"{verb} {_shown(part)} to {_shown(other)}", other
    if isinstance(part, p.Type) and "null" not in part.types:
        yield NULL, f"{NULL} {_shown(part)}", p.Type(("null", *part.types))
    if isinstance(part, p.Call):
        nullable = p.Nullable(Program(part.entry.location, (part,)))
        yield NULL, f"{NULL} {_shown(part)}", nullable
        swapped = p.Call(others[part.entry])
        yield "swap Call", f"swap {_shown(part)} for {_shown(swapped)}", swapped


def _with(part: Part, name: str, value: Part) -> Part:
    return replace(part, **{name: value})


def _of_tuple(value: tuple[Part, ...], *, of: Part) -> Iterator[tuple[str, str, Part]]:
    """A tuple with an item less, or with two neighbours in each other's place."""
    for index, item in enumerate(value):
        if len(value) > 1 or isinstance(of, Program):
            yield (
                _kind("drop", item, of),
                f"drop {_shown(item)}",
                value[:index] + value[index + 1 :],
            )
    for index, (left, right) in enumerate(pairwise(value)):
        before, after = value[:index], value[index + 2 :]
        if isinstance(left, (*CHECKS, p.Member)) and _order_shows(left, right):
            what = f"swap {_shown(left)} and {_shown(right)} in order"
            yield _kind("swap order of", left, of), what, (*before, right, left, *after)
        for name in ("name", "tag"):
            if hasattr(left, name):
                ours, theirs = getattr(left, name), getattr(right, name)
                exchanged = replace(left, **{name: theirs}), replace(right, **{name: ours})
                what = f"swap the {name}s {ours!r} and {theirs!r}"
                yield _kind(f"swap {name} of", left, of), what, (*before, *exchanged, *after)


def _order_shows(left: Part, right: Part) -> bool:
    """Whether a value can fail both, so that the order of the issues tells which is first."""
    kinds = {type(left), type(right)}
    if p.Type in kinds:
        # A value of another type ends the program here or passes the other check.
        return not kinds <= {p.Type, p.Members, *_CHANGES} - _OF_ANY_TYPE
    return not (kinds & _LOWER and kinds & _UPPER)


def _kind(verb: str, item: Part, of: Part) -> str:
    own = isinstance(item, (*CHECKS, p.Member, p.Branch))
    return f"{verb} {type(item).__name__}" if own else f"{verb} part of {type(of).__name__}"


def _shown(part: Part) -> str:
    """A part in short: its type, and what it holds if that is no program."""
    if isinstance(part, Entry):
        return f"{part.location.file.rpartition('/')[2]}#{part.location.pointer}"
    if not is_dataclass(part) or isinstance(part, type):
        return f"{part!r}"[:200]
    values = [getattr(part, f.name) for f in fields(part) if f.name not in ("program", "location")]
    plain = [_shown(v) for v in values if not _holds_programs(v)]
    return f"{type(part).__name__}({', '.join(plain)})"


def _holds_programs(value: Part) -> bool:
    if isinstance(value, tuple):
        return any(map(_holds_programs, value))
    return isinstance(value, Program | p.Branch | p.Member | type(None))


Changed: TypeAlias = Iterator[tuple[str, Part]]


def _limits(exclusive: type, *, weaker: int) -> Callable[[Part], Changed]:
    """A bound that is one off to either side, or that excludes what it included."""

    def changed(part: Part) -> Changed:
        yield "weaken", replace(part, limit=part.limit + weaker)
        yield "tighten", replace(part, limit=part.limit - weaker)
        yield "swap", exclusive(part.limit)

    return changed


def _counts(*, weaker: int) -> Callable[[Part], Changed]:
    """A count that is one off to either side."""

    def changed(part: Part) -> Changed:
        for verb, step in (("weaken", weaker), ("tighten", -weaker)):
            if part.limit + step >= 0:
                yield verb, replace(part, limit=part.limit + step)

    return changed


def _type(part: p.Type) -> Changed:
    for index, name in enumerate(part.types):
        rest = {*part.types} - {name}
        other = next(
            t for t in _after(name) if t not in rest and {t, name} != {"integer", "number"}
        )
        yield "swap", p.Type((*part.types[:index], other, *part.types[index + 1 :]))
        if name == "integer" and "number" not in rest:
            yield "weaken", p.Type((*part.types[:index], "number", *part.types[index + 1 :]))
        if name == "number":
            yield "tighten", p.Type((*part.types[:index], "integer", *part.types[index + 1 :]))


def _after(name: JsonType) -> tuple[JsonType, ...]:
    place = JSON_TYPES.index(name) + 1
    return JSON_TYPES[place:] + JSON_TYPES[:place]


def _enum(part: p.Enum) -> Changed:
    yield "weaken", p.Enum((*part.values, "another value"))
    for index, value in enumerate(part.values):
        yield "swap", p.Enum((*part.values[:index], f"{value}x", *part.values[index + 1 :]))


def _const(part: p.Const) -> Changed:
    yield "swap", p.Const([] if part.value == "x" else "x")


def _multiple(part: p.MultipleOf) -> Changed:
    yield "tighten", p.MultipleOf(part.divisor * 2)
    yield "weaken", p.MultipleOf(part.divisor / 2)


def _pattern(part: p.Pattern) -> Changed:
    if part.source.startswith("^"):
        yield "weaken", p.Pattern(part.source[1:])
    if part.source.endswith("$"):
        yield "weaken", p.Pattern(part.source[:-1])


def _format(part: p.Format) -> Changed:
    yield "swap", p.Format("date" if part.name == "date-time" else "date-time")


def _items(part: p.Items) -> Changed:
    yield "weaken", replace(part, start=part.start + 1)


def _contains(part: p.Contains) -> Changed:
    yield "tighten", replace(part, fewest=part.fewest + 1)
    if part.fewest:
        yield "weaken", replace(part, fewest=part.fewest - 1)
    if part.most is not None:
        yield "weaken", replace(part, most=part.most + 1)


def _member(part: p.Member) -> Changed:
    yield "weaken" if part.required else "tighten", replace(part, required=not part.required)


def _nullable(part: p.Nullable) -> Changed:
    yield "tighten", p.AllOf((part.program,))


def _all_of(part: p.AllOf) -> Changed:
    yield "weaken", p.AnyOf(part.programs)


def _any_of(part: p.AnyOf) -> Changed:
    yield "tighten", p.OneOf(part.programs)


def _one_of(part: p.OneOf) -> Changed:
    yield "weaken", p.AnyOf(part.programs)


def _not(part: p.Not) -> Changed:
    yield "swap", p.AllOf((part.program,))


def _conditional(part: p.Conditional) -> Changed:
    yield "swap", p.Conditional(part.condition, part.otherwise, part.then)


def _branch(part: p.Branch) -> Changed:
    yield "swap", replace(part, tag=f"{part.tag}x")


# What else can be done to a check than to drop it.
_CHANGES: dict[type, Callable[[Any], Changed]] = {
    p.Type: _type,
    p.Enum: _enum,
    p.Const: _const,
    p.Minimum: _limits(p.ExclusiveMinimum, weaker=-1),
    p.Maximum: _limits(p.ExclusiveMaximum, weaker=1),
    p.ExclusiveMinimum: _limits(p.Minimum, weaker=-1),
    p.ExclusiveMaximum: _limits(p.Maximum, weaker=1),
    p.MultipleOf: _multiple,
    p.MinLength: _counts(weaker=-1),
    p.MaxLength: _counts(weaker=1),
    p.MinItems: _counts(weaker=-1),
    p.MaxItems: _counts(weaker=1),
    p.MinProperties: _counts(weaker=-1),
    p.MaxProperties: _counts(weaker=1),
    p.Pattern: _pattern,
    p.Format: _format,
    p.Items: _items,
    p.Contains: _contains,
    p.Member: _member,
    p.Nullable: _nullable,
    p.AllOf: _all_of,
    p.AnyOf: _any_of,
    p.OneOf: _one_of,
    p.Not: _not,
    p.Conditional: _conditional,
    p.Branch: _branch,
}

_OF_ANY_TYPE = {p.Enum, p.Const, p.Nullable, p.AllOf, p.AnyOf, p.OneOf, p.Not, p.Conditional}
_LOWER = {p.Minimum, p.ExclusiveMinimum, p.MinLength, p.MinItems, p.MinProperties}
_UPPER = {p.Maximum, p.ExclusiveMaximum, p.MaxLength, p.MaxItems, p.MaxProperties}
