"""Tagged unions whose branches stand among those of values of other types."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from eventwright.errors import Location
from eventwright.modelling.encodings import ByJsonType, ExternallyTagged, InternallyTagged
from eventwright.modelling.facts import UNIONS, UnionKeyword, branches_of, members, types
from eventwright.modelling.in_place import essence
from eventwright.modelling.unions import encoding_of, recognise
from eventwright.reading.jsontext import Json
from eventwright.reading.refs import SchemaSet
from eventwright.reading.vocabulary import meaning, meant


def with_groups(schemas: SchemaSet) -> SchemaSet:
    """The same schemas, of which a tagged union beside null or other types is one branch.

    So `"anyOf": [A, B, {"type": "null"}]`, where a tag tells A and B apart, is read as
    `"anyOf": [{"anyOf": [A, B]}, {"type": "null"}]`, which the same values pass; A and B make one
    type then. Where something refers to a schema that says just `"anyOf": [A, B]`, that is the one.
    """
    found = {
        place.child(keyword): (place, keyword, tagged)
        for place in schemas.schemas
        if (keyword := _only_union(schemas, place))
        if (tagged := _tagged(schemas, place, keyword))
    }
    if not found:
        return schemas
    referred = {
        _said(schemas, keyword, branches_of(schemas, place, keyword)): place
        for place in dict.fromkeys(schemas.targets.values())
        if (keyword := _only_union(schemas, place))
        if types(schemas, place) == _types_of(schemas, branches_of(schemas, place, keyword))
    }
    grouped: dict[Location, Sequence[Location]] = {}
    unions: dict[Location, Json] = {}
    for union, (place, keyword, tagged) in found.items():
        branches = branches_of(schemas, place, keyword)
        inside = [branch for branch in branches if branch in tagged]
        group = referred.get(_said(schemas, keyword, inside), union)
        grouped[union] = [group, *(branch for branch in branches if branch not in tagged)]
        if group == union:
            grouped[union.child(keyword)] = inside
            unions[union] = {keyword: [schemas.at(branch) for branch in inside]}
    return replace(schemas, schemas={**schemas.schemas, **unions}, grouped=grouped)


def _said(schemas: SchemaSet, keyword: UnionKeyword, branches: Sequence[Location]) -> Hashable:
    """What two unions have in common only if the same values pass them both."""
    return keyword, frozenset(_meaning(schemas, branch) for branch in branches)


def _meaning(schemas: SchemaSet, branch: Location) -> Hashable:
    place = essence(schemas, branch)
    if place != branch:
        return place
    return schemas.resource_of(branch), meaning(schemas.at(branch))


def _types_of(schemas: SchemaSet, branches: Sequence[Location]) -> frozenset[str] | None:
    """The JSON types that the values of some schemas have; None where one does not say."""
    found = [types(schemas, branch) for branch in branches]
    known = [kinds for kinds in found if kinds is not None]
    return frozenset().union(*known) if len(known) == len(found) else None


def _only_union(schemas: SchemaSet, location: Location) -> UnionKeyword | None:
    """The union that is all that a schema says, but for the JSON types of its values."""
    asked = meant(members(schemas.at(location))) - {"type"}
    return next((keyword for keyword in UNIONS if asked == {keyword}), None)


def _tagged(schemas: SchemaSet, location: Location, keyword: UnionKeyword) -> Sequence[Location]:
    """The branches of a union that a tag tells apart, where others have values of other types."""
    union = recognise(schemas, location, keyword)
    if not isinstance(union, ByJsonType):
        return ()
    for _, group in union.groups:
        if isinstance(group, InternallyTagged):
            tagged = [branch.location for branch in group.branches]
            return [*tagged, group.fallback] if group.fallback else tagged
    # Objects of one key each may be meant as tagged; beside null they are what they are alone.
    branches = branches_of(schemas, location, keyword)
    others = tuple(b for b in branches if types(schemas, b) != frozenset({"null"}))
    is_tagged = isinstance(encoding_of(schemas, location, others), ExternallyTagged)
    return others if is_tagged and len(others) < len(branches) else ()
