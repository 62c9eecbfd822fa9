"""`oneOf` and `anyOf`, as the encoding of a union."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from eventwright.errors import Location
from eventwright.modelling.exclusion import exclude_each_other
from eventwright.modelling.facts import members
from eventwright.modelling.unions import (
    KEYWORDS as UNION_KEYWORDS,
)
from eventwright.modelling.unions import (
    ByJsonType,
    Encoding,
    ExternallyTagged,
    InternallyTagged,
    Keyword,
    Single,
    StringEnum,
    TaggedBranch,
    Trial,
    recognise,
)
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
    Nullable,
    OneOf,
    Program,
)
from eventwright.reading.jsontext import JsonType
from eventwright.reading.vocabulary import meant

KEYWORDS: frozenset[str] = frozenset(UNION_KEYWORDS)
_TYPES: tuple[JsonType, ...] = get_args(JsonType)


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """One check that chooses the branch, so that a bad value gets no list of issues per branch."""
    for keyword in UNION_KEYWORDS:
        encoding = recognise(context.schemas, location, keyword)
        if encoding is not None:
            yield _Union(keyword, location.child(keyword), context).check(encoding)


class _Union:
    def __init__(self, keyword: Keyword, location: Location, context: Context) -> None:
        self.keyword = keyword
        self.location = location
        self.context = context

    def check(self, encoding: Encoding) -> Check:
        match encoding:
            case StringEnum(values=values):
                return Enum(tuple(value for value, _ in values))
            case InternallyTagged(tag=tag, branches=branches, untagged=untagged, fallback=fallback):
                other = self.context.in_place(fallback) if fallback else None
                missing = self.program(Trial(untagged)) if untagged else other
                return Internal(tag, tuple(map(self.branch, branches)), missing, other)
            case ExternallyTagged(branches=branches):
                return External(tuple(map(self.branch, branches)))
            case ByJsonType(groups=groups):
                return self.by_type(groups)
            case Single(location=location):
                return self.trial((location,))
            case Trial(branches=branches):
                return self.trial(branches)

    def program(self, encoding: Encoding) -> Program:
        if isinstance(encoding, Single):
            return self.context.in_place(encoding.location)
        return Program(self.location, (self.check(encoding),))

    def trial(self, branches: tuple[Location, ...]) -> Check:
        programs = tuple(map(self.context.in_place, branches))
        if len(programs) == 1:
            return AllOf(programs)  # a choice of one schema is none
        if self.keyword == "anyOf":
            return AnyOf(programs)
        return OneOf(programs, exclude_each_other(self.context.schemas, branches))

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

    def branch(self, branch: TaggedBranch) -> Branch:
        if branch.payload is None:
            return Branch(branch.tag, None)
        # An internal tag is beside the payload's members; an external one holds the payload.
        same_value = branch.payload == branch.location
        program = self.context.in_place if same_value else self.context.subprogram
        return Branch(branch.tag, program(branch.payload))
