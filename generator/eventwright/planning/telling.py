"""Where tags and words tell values apart, so that each means just what the schema says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from eventwright.errors import Location, Problem
from eventwright.modelling.facts import UNIONS
from eventwright.modelling.model import Enum, Internal, Model, Named, Record, Shape, Union
from eventwright.planning import plan
from eventwright.planning.dispatching import tag_type
from eventwright.planning.plan import Check, Entry, Plan, Program
from eventwright.planning.walking import nested, parts

_ONLY_ASKED = plan.Not | plan.Contains | plan.PropertyNames | plan.UniqueItems
_STRING = plan.Type(("string",))
_TELL_APART = (
    "see to it that a required tag or the JSON type tells apart the alternatives"
    " that it is a part of"
)


def telling(model: Model, programs: Plan) -> Iterator[Location]:
    """The definitions by which values are told apart, or which dynamic anchors change."""
    told: list[Program] = []
    pending = list(programs.programs.values())
    while pending:
        for check in pending.pop().checks:
            reading = _reading(check)
            pending += reading
            told += [part for part in parts(check) if not any(part is one for one in reading)]
    joined: dict[Location, set[Entry]] = {}
    for place, beside in model.branches.items():
        if Entry(place) in programs.programs:  # else no type is made of it
            joined.setdefault(beside.branch, set()).add(Entry(place))
    used = {entry for entry in programs.programs if entry.scope} | set(_used(told, joined))
    seen: set[Entry] = set()
    while used:
        entry = used.pop()
        seen.add(entry)
        yield entry.location
        used |= {*_used([programs.programs[entry]], joined)} - seen


def _used(programs: Iterable[Program], joined: Mapping[Location, Set[Entry]]) -> Iterator[Entry]:
    """The definitions that programs call, and those that what stands around a part is joined to."""
    for program in programs:
        for part in nested(program):
            yield from (check.entry for check in part.checks if isinstance(check, plan.Call))
            yield from joined.get(part.location, ())


def _reading(check: Check) -> tuple[Program, ...]:
    """The programs by which a value that passes a check is read, or parts of it are."""
    match check:
        case (
            plan.AllOf()
            | plan.Nullable()
            | plan.ByType()
            | plan.Internal()
            | plan.External()
            | plan.Members()
            | plan.AdditionalMembers()
            | plan.PatternMembers()
            | plan.Items()
            | plan.PrefixItems()
        ):
            return parts(check)
        case _:
            return ()


def tags(model: Model) -> Iterator[tuple[Location, str]]:
    """The members that are tags, each with the record that has it."""
    for union in model.definitions.values():
        if isinstance(union, Union) and isinstance(union.encoding, Internal):
            for variant in union.variants:
                yield from _on_the_way(variant.payload, union.encoding.tag, model)


def _on_the_way(
    shape: Shape | None, way: tuple[str, ...], model: Model
) -> Iterator[tuple[Location, str]]:
    record = model.definitions[shape.target] if isinstance(shape, Named) else None
    if way and isinstance(record, Record):
        yield record.location, way[0]
        for field in record.fields:
            if field.wire == way[0]:
                yield from _on_the_way(field.shape, way[1:], model)


def still_closed(model: Model, programs: Plan) -> Iterator[Problem]:
    """Notes about the tags and words, among what is read, that stay all that there are."""
    roots = [model.root] if model.root else [*model.definitions]
    types = (model.definitions[place] for place in roots)
    pending = [programs.of(type_.location) for type_ in types if not isinstance(type_, Enum)]
    tag_members = frozenset(tags(model))
    seen: set[Entry] = set()
    while pending:
        program = pending.pop()
        for check in program.checks:
            match check:
                case plan.Call(entry=entry) if entry in seen:
                    pass
                case plan.Call(entry=entry):
                    seen.add(entry)
                    own = {name for place, name in tag_members if place == entry.location}
                    pending.append(_without(programs.programs[entry], own))
                case plan.Internal(tag=tag):
                    if check.unknown is None and tag_type(check) != "boolean":
                        yield _closed_union(model, program.location)
                    pending += [_without(part, {tag[0]}) for part in parts(check)]
                case plan.External(unknown=None):
                    yield _closed_union(model, program.location)
                case plan.Enum(values=values) if _has_words(values):
                    yield _closed(program.location, "a word")
                case plan.AnyOf(programs=alternatives) if any(
                    one.checks == (_STRING,) for one in alternatives
                ):
                    pass
                case plan.Conditional(then=then, otherwise=otherwise):
                    pending += [one for one in (then, otherwise) if one]
                case _ if not isinstance(check, _ONLY_ASKED):
                    pending += parts(check)
                case _:
                    pass


def are_words(values: Iterable[object]) -> bool:
    """Whether some values are several strings, beside null perhaps; a single one is a constant."""
    listed = list(values)
    return _has_words(listed) and all(each is None or isinstance(each, str) for each in listed)


def _has_words(values: Iterable[object]) -> bool:
    return len([value for value in values if isinstance(value, str)]) > 1


def _without(program: Program, names: Set[str]) -> Program:
    """What a program asks of all members but those that are tags."""
    if not names:
        return program
    checks = tuple(
        plan.Members(tuple(each for each in check.members if each.name not in names))
        if isinstance(check, plan.Members)
        else check
        for check in program.checks
    )
    return Program(program.location, checks)


def _closed_union(model: Model, place: Location) -> Problem:
    if place not in model.definitions and place.steps[-1:] and place.steps[-1] in UNIONS:
        # It has a type only among other branches.
        cure = "move the branches that it tells apart into a oneOf of their own, beside the others"
        return _closed(place, "a tag", cure)
    return _closed(place, "a tag")


def _closed(place: Location, what: str, cure: str = _TELL_APART) -> Problem:
    return Problem(place, f"is not open: {what} that it does not know stays an error", cure)
