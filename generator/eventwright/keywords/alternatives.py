"""`oneOf` and `anyOf`, as the encoding of a union."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.keywords.context import Context, Schema
from eventwright.plan import Branch, Check, Enum, External, Internal, Nullable
from eventwright.unions import (
    ExternallyTagged,
    InternallyTagged,
    NullOr,
    StringEnum,
    TaggedBranch,
    recognise,
)

KEYWORDS = frozenset({"oneOf", "anyOf"})


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """One check that chooses the branch, so that a bad value gets no list of issues per branch."""
    if schema.keys() >= KEYWORDS:
        context.unsupported(location.child("anyOf"), '"anyOf" beside "oneOf"')
    match recognise(context.schemas, location):
        case None:
            pass
        case StringEnum(values=values):
            yield Enum(tuple(value for value, _ in values))
        case NullOr(inner=inner):
            yield Nullable(context.subprogram(inner))
        case InternallyTagged(tag=tag, branches=branches):
            yield Internal(tag, tuple(_branch(branch, context) for branch in branches))
        case ExternallyTagged(branches=branches):
            yield External(tuple(_branch(branch, context) for branch in branches))


def _branch(branch: TaggedBranch, context: Context) -> Branch:
    return Branch(branch.tag, context.subprogram(branch.payload) if branch.payload else None)
