"""`oneOf` and `anyOf`, as the encoding of a union."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import get_args

from eventwright.errors import Location
from eventwright.modelling.encodings import (
    ByJsonType,
    Encoding,
    ExternallyTagged,
    InternallyTagged,
    Single,
    StringEnum,
    TaggedBranch,
    Trial,
)
from eventwright.modelling.exclusion import exclude_each_other
from eventwright.modelling.facts import UNIONS, UnionKeyword, asked_of, members, parts, types
from eventwright.modelling.unions import by_demand, recognise
from eventwright.planning.keywords.context import Context, Schema
from eventwright.planning.plan import (
    AllOf,
    AnyOf,
    Branch,
    ByType,
    Check,
    Enum,
    External,
    Internal,
    Members,
    Nullable,
    OneOf,
    Program,
    Type,
)
from eventwright.reading.jsontext import JsonType
from eventwright.reading.jsonvalues import TagValue
from eventwright.reading.vocabulary import meant

KEYWORDS: frozenset[str] = frozenset(UNIONS)
_TYPES: tuple[JsonType, ...] = get_args(JsonType)
_OBJECT = Type(("object",))


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """One check that chooses the branch, so that a bad value gets no list of issues per branch."""
    for keyword in UNIONS:
        encoding = recognise(context.schemas, location, keyword)
        if encoding is not None:
            yield _Union(keyword, location, context).check(encoding)


class _Union:
    def __init__(self, keyword: UnionKeyword, location: Location, context: Context) -> None:
        self.keyword = keyword
        self.location = location
        self.context = context

    def check(self, encoding: Encoding) -> Check:
        match encoding:
            case StringEnum(values=values):
                return Enum(tuple(value for value, _ in values))
            case InternallyTagged(tag=tag, branches=branches, untagged=untagged, fallback=fallback):
                other = self.context.in_place(fallback) if fallback else None
                missing = self.untagged(untagged) if untagged else other
                tagged = tuple(self.tagged(tag, branch) for branch in branches)
                return Internal(tag, tagged, missing, other)
            case ExternallyTagged(branches=branches):
                return External(tuple(map(self.enveloped, branches)))
            case ByJsonType(groups=groups):
                return self.by_type(groups)
            case Single(location=location):
                return self.trial((location,))
            case Trial(branches=branches):
                return self.trial(branches)

    def program(self, encoding: Encoding) -> Program:
        if isinstance(encoding, Single):
            return self.context.in_place(encoding.location)
        return Program(self.location.child(self.keyword), (self.check(encoding),))

    def trial(self, branches: tuple[Location, ...]) -> Check:
        programs = tuple(map(self.context.in_place, branches))
        if len(programs) == 1:
            return AllOf(programs)  # a choice of one schema is none
        if self.keyword == "anyOf":
            return AnyOf(programs)
        return OneOf(programs, exclude_each_other(self.context.schemas, branches))

    def untagged(self, branches: tuple[Location, ...]) -> Program:
        """What decides where the tag is missing; of several that may pass, which is the best."""
        if self.keyword == "anyOf":
            branches = by_demand(self.context.schemas, self.location, branches)
        return self.program(Trial(branches))

    def by_type(self, groups: tuple[tuple[frozenset[str], Encoding], ...]) -> Check:
        others = [encoding for _, encoding in groups if not self.is_null(encoding)]
        if len(groups) == 2 and len(others) == 1:
            return Nullable(self.program(others[0]))
        return ByType(
            tuple(
                (tuple(kind for kind in _TYPES if kind in kinds), self.program(encoding))
                for kinds, encoding in groups
            )
        )

    def is_null(self, encoding: Encoding) -> bool:
        """Whether a group is null, and says no more about it."""
        if not isinstance(encoding, Single):
            return False
        schema = members(self.context.schemas.at(encoding.location))
        return schema.get("type") == "null" and meant(schema) == {"type"}

    def tagged(self, tag: tuple[str, ...], branch: TaggedBranch[TagValue]) -> Branch[TagValue]:
        """The branch of a tag beside the payload's members.

        What has a tag is an object. One that leaves it to the schema around its union to say so
        has the members too that this schema requires.
        """
        schemas = self.context.schemas
        program = self.context.in_place(branch.location)
        if types(schemas, branch.location) is None:
            around = asked_of(parts(schemas, self.location).values())
            there = {tag[0], *around}
            checks = (_OBJECT, *(_with(there, check) for check in program.checks))
            program = Program(program.location, checks)
        return Branch(branch.tag, program)

    def enveloped(self, branch: TaggedBranch[str]) -> Branch[str]:
        """The branch of a tag that is the only key of an object, or a bare string."""
        if branch.payload is None:
            return Branch(branch.tag, None)
        return Branch(branch.tag, self.context.subprogram(branch.payload))


def _with(names: Set[str], check: Check) -> Check:
    """What a check asks of an object that has members of these names."""
    if not isinstance(check, Members):
        return check
    known = (replace(m, required=m.required or m.name in names) for m in check.members)
    return Members(tuple(known))
