"""Unions whose branches a tag would tell apart, but for a slip in a few of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeAlias

from eventwright.errors import Location, Problem
from eventwright.frozen import frozen
from eventwright.modelling.demands import members_beside
from eventwright.modelling.encodings import ByJsonType, Encoding, InternallyTagged, Trial
from eventwright.modelling.exclusion import refused_tags
from eventwright.modelling.facts import (
    UNIONS,
    Tag,
    branches_of,
    choices,
    is_object,
    members,
    named_in,
    parts,
)
from eventwright.modelling.in_place import essence
from eventwright.modelling.unions import branch_tags, envelope, recognise
from eventwright.reading.jsonvalues import TagValue, are_alike, identity
from eventwright.reading.refs import SchemaSet

_GIVE = "give each its own"
_GIVE_OR_NEST = f"{_GIVE}, or put these into a union of their own"

Path: TypeAlias = tuple[str, ...]
Values: TypeAlias = Mapping[Location, tuple[TagValue, ...]]
"""The constants that are to tell branches apart, by branch."""


def missed_tags(schemas: SchemaSet) -> Iterator[Problem]:
    """What keeps branches from being told apart, where most of them look as if they were to be."""
    for place, schema in schemas.schemas.items():
        for keyword in UNIONS:
            if isinstance(schema, dict) and keyword in schema:
                branches = branches_of(schemas, place, keyword)
                for encoding in _encodings(recognise(schemas, place, keyword)):
                    yield from _missed(schemas, place, branches, encoding)


def _encodings(encoding: Encoding | None) -> Iterator[Encoding]:
    """How the values of a union are told apart, of each JSON type where that is done first."""
    match encoding:
        case ByJsonType(groups=groups):
            for _, group in groups:
                yield from _encodings(group)
        case None:
            pass
        case _:
            yield encoding


def _missed(
    schemas: SchemaSet, union: Location, branches: Sequence[Location], encoding: Encoding
) -> Iterator[Problem]:
    match encoding:
        case Trial(branches=tried):
            own = [branch for branch in branches if branch in tried]
            yield from list(_by_member(schemas, union, own)) or _by_key(schemas, union, own)
        case InternallyTagged():
            yield from _left_out(schemas, encoding)
        case _:
            pass


def _left_out(schemas: SchemaSet, union: InternallyTagged) -> Iterator[Problem]:
    """The few branches of a tagged union whose values may be written without their tag."""
    tagged = {branch.location for branch in union.branches}
    bare = [b for b in union.untagged if not _fills_in(schemas, b, union.tag)]
    if 3 * len(bare) <= len(tagged):
        name = "/".join(union.tag)
        problem = f'does not require "{name}", as the other branches do'
        effect = "so objects without it are read as this one, which is written without it"
        for branch in bare:
            yield Problem(branch, f"{problem}; {effect}", 'add it to "required"')


def _fills_in(schemas: SchemaSet, branch: Location, path: Path) -> bool:
    """Whether a member of a branch has a default."""
    places = list(parts(schemas, branch))
    for name in path:
        described = (at for at in places if name in named_in([members(schemas.at(at))]))
        places = [p for at in described for p in parts(schemas, at.child("properties", name))]
    return any("default" in members(schemas.at(place)) for place in places)


def _by_key(schemas: SchemaSet, union: Location, branches: Sequence[Location]) -> Iterator[Problem]:
    """What keeps objects of one member each from being told apart by its name."""
    made = {branch: one for branch in branches if (one := envelope(schemas, branch))}
    keys = {branch: (one.key,) for branch, one in made.items()}
    beside = (members_beside(schemas, union, branch) for branch in branches)
    optional = [one for one in made.values() if not one.required]
    few = len(made) == len(branches) and 3 * len(optional) <= len(made)
    if not (few and _seem_apart(keys)) or any(beside):
        return
    for first, second, key in _shared(keys):
        problem = f'has the one member "{key}", as {_named(schemas, first, union)} has'
        yield _problem(second, problem, _GIVE)
    for one in optional:
        problem = "does not require its one member, as the other branches do"
        yield _problem(one.place, problem, f'add "required": ["{one.key}"]')
    for one in made.values():
        if not one.closed:
            problem = "may have other members beside the one that it describes"
            yield _problem(one.place, problem, 'add "additionalProperties": false')


def _by_member(
    schemas: SchemaSet, union: Location, branches: Sequence[Location]
) -> Iterator[Problem]:
    """What keeps objects from being told apart by the constants of one member."""
    found = {branch: branch_tags(schemas, branch, union) for branch in branches}
    count = Counter(path for own in found.values() for path in own)
    often = (path for path, holders in count.items() if 2 * holders > len(branches))
    candidates = [_candidate(schemas, path, found) for path in often]
    likely = [candidate for candidate in candidates if _is_likely(schemas, candidate)]
    if likely:
        # Of several, it is the one that most branches have.
        best = max(likely, key=lambda one: (len(one.tagged), _alone(one.values)))
        yield from _slips(schemas, union, best)


@frozen
class _Candidate:
    """A member that may be meant to tell branches apart."""

    path: Path
    tagged: Mapping[Location, Tag]
    """The branches in which it has constants."""
    fallbacks: Sequence[Location]
    """Those that refuse some of these constants, and so leave them to others."""
    bare: Sequence[Location]
    """Those that do neither."""

    @property
    def values(self) -> Values:
        return {branch: tag.values for branch, tag in self.tagged.items()}


def _candidate(
    schemas: SchemaSet, path: Path, found: Mapping[Location, Mapping[Path, Tag]]
) -> _Candidate:
    rest = [branch for branch, own in found.items() if path not in own]
    fallbacks = [branch for branch in rest if refused_tags(schemas, branch, path)]
    tagged = {branch: own[path] for branch, own in found.items() if path in own}
    return _Candidate(path, tagged, fallbacks, [b for b in rest if b not in fallbacks])


def _is_likely(schemas: SchemaSet, candidate: _Candidate) -> bool:
    """Whether it is a slip, rather than meant so, where branches lack a constant of their own."""
    few = 2 * len(candidate.bare) <= _alone(candidate.values) and len(candidate.fallbacks) <= 1
    plain = all(_is_plain_object(schemas, branch) for branch in candidate.bare)
    return few and plain and _seem_apart(candidate.values)


def _is_plain_object(schemas: SchemaSet, branch: Location) -> bool:
    """Whether a branch is for objects, and turns none of them away."""
    held = parts(schemas, branch).values()
    return is_object(schemas, branch) and not any("not" in schema for schema in held)


def _lacking(schemas: SchemaSet, branch: Location, path: Path) -> Sequence[Location]:
    """Where a tag is missing: in the branch, or of a union that it is, in those that lack it."""
    for place in parts(schemas, branch):
        for branches in choices(schemas, place).values():
            found = {inner: branch_tags(schemas, inner, place).get(path) for inner in branches}
            if any(found.values()):
                bare = [inner for inner, tag in found.items() if tag is None or not tag.required]
                return [at for inner in bare for at in _lacking(schemas, inner, path)]
    return [branch]


def _slips(schemas: SchemaSet, union: Location, candidate: _Candidate) -> Iterator[Problem]:
    """What to mend, so that the member tells the branches apart."""
    name = "/".join(candidate.path)
    first, *later = candidate.tagged
    for branch in later:
        if not are_alike([candidate.values[first][0], candidate.values[branch][0]]):
            problem = (
                f'has a "{name}" of another JSON type than {_named(schemas, first, union)} has'
            )
            yield _problem(branch, problem, "give all of them one type")
    for first, second, value in _shared(candidate.values):
        problem = f'has "{name}": {_shown(value)}, as {_named(schemas, first, union)} has'
        yield _problem(second, problem, _GIVE_OR_NEST)
    for bare in candidate.bare:
        for branch in _lacking(schemas, bare, candidate.path):
            problem = f'has no constant "{name}" that is required, as the other branches have'
            yield _problem(branch, problem, 'add one, or refuse those of the others with "not"')
    for fallback in candidate.fallbacks:
        refused = refused_tags(schemas, fallback, candidate.path)
        for branch, tag in candidate.tagged.items():
            for value in (value for value in tag.values if identity(value) not in refused):
                problem = f'refuses the "{name}" of other branches, but not {_shown(value)}'
                yield _problem(fallback.child("not"), problem, "add it there")
            if not tag.required:
                problem = f'does not require "{name}", beside a branch for any other "{name}"'
                yield _problem(branch, problem, 'add it to "required"')


def _shared(values: Values) -> list[tuple[Location, Location, TagValue]]:
    """The values that an earlier branch has too: that one, the later one, the value."""
    first: dict[Hashable, Location] = {}
    return [
        (first[identity(value)], branch, value)
        for branch, own in values.items()
        for value in own
        if first.setdefault(identity(value), branch) != branch
    ]


def _alone(values: Values) -> int:
    """How many branches share no value."""
    sharing = {branch for one, other, _ in _shared(values) for branch in (one, other)}
    return len(values) - len(sharing)


def _seem_apart(values: Values) -> bool:
    """Whether so many branches have values of their own that it is a slip where some do not."""
    return len(_shared(values)) <= _alone(values)


def _named(schemas: SchemaSet, branch: Location, union: Location) -> str:
    """A branch, or what it refers to, as it is told in the file of its union."""
    place = essence(schemas, branch)
    inside = place.file == union.file and place.pointer
    return f"#{place.pointer}" if inside else str(place).removesuffix("#")


def _shown(value: TagValue) -> str:
    return json.dumps(value, ensure_ascii=False)


def _problem(place: Location, problem: str, cure: str) -> Problem:
    effect = "so no tag tells the branches apart, and they are tried in turn"
    return Problem(place, f"{problem}; {effect}", cure)
