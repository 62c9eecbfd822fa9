"""Tagged unions whose branches stand among those of values of other types."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from eventwright.errors import Location
from eventwright.modelling.encodings import ByJsonType, ExternallyTagged, InternallyTagged
from eventwright.modelling.facts import (
    UNIONS,
    UnionKeyword,
    branches_of,
    members,
    parts,
    types,
    types_of_any,
)
from eventwright.modelling.in_place import essence
from eventwright.modelling.unions import encoding_of, recognise
from eventwright.reading.jsontext import Json
from eventwright.reading.refs import SchemaSet
from eventwright.reading.vocabulary import meant

_REFERRING = frozenset({"$ref", "allOf"})


def with_groups(schemas: SchemaSet) -> SchemaSet:
    """The same schemas, of which a tagged union beside null or other types is one branch.

    So `"anyOf": [A, B, {"type": "null"}]`, where a tag tells A and B apart, is read as
    `"anyOf": [{"anyOf": [A, B]}, {"type": "null"}]`, which the same values pass; A and B make one
    type then. References to the same schemas make one type wherever they stand so, and that of the
    schema that says just `"anyOf": [A, B]`, where something refers to it.
    """
    found = {
        place.child(keyword): (place, keyword, tagged)
        for place in schemas.schemas
        if (keyword := _only_union(schemas, place))
        if (tagged := _tagged(schemas, place, keyword))
    }
    if not found:
        return schemas
    joined = _joined(schemas)
    known = _referred(schemas)
    grouped: dict[Location, Sequence[Location]] = {}
    unions: dict[Location, Json] = {}
    for union, (place, keyword, tagged) in found.items():
        if place in joined:
            continue
        branches = branches_of(schemas, place, keyword)
        inside = [branch for branch in branches if branch in tagged]
        references = _references(schemas, inside)
        group = known.setdefault((keyword, references), union) if references else union
        grouped[union] = [group, *(branch for branch in branches if branch not in tagged)]
        if group == union:
            grouped[union.child(keyword)] = inside
            unions[union] = {keyword: [schemas.at(branch) for branch in inside]}
    return replace(schemas, schemas={**schemas.schemas, **unions}, grouped=grouped)


def _joined(schemas: SchemaSet) -> Set[Location]:
    """The schemas beside which others ask something of the same value somewhere."""
    joined: set[Location] = set()
    for place in schemas.schemas:
        found = parts(schemas, place)
        if sum(bool(meant(schema) - _REFERRING) for schema in found.values()) > 1:
            joined |= found.keys()
    return joined


def _referred(schemas: SchemaSet) -> dict[tuple[str, Set[Location]], Location]:
    """The unions that something refers to, by their keyword and what their branches refer to."""
    return {
        (keyword, references): place
        for place in dict.fromkeys(schemas.targets.values())
        if (keyword := _only_union(schemas, place))
        for branches in (branches_of(schemas, place, keyword),)
        if types(schemas, place) == types_of_any(types(schemas, branch) for branch in branches)
        if (references := _references(schemas, branches))
    }


def _references(schemas: SchemaSet, branches: Sequence[Location]) -> Set[Location]:
    """What branches refer to, where each is but one reference to something else; else nothing.

    What a dynamic reference leads to depends on the way that leads to it.
    """
    found = frozenset(essence(schemas, branch) for branch in branches)
    plain = len(found) == len(branches) and found.isdisjoint(branches)
    return found if plain and not schemas.dynamic_targets else frozenset()


def _only_union(schemas: SchemaSet, location: Location) -> UnionKeyword | None:
    """The union that is all that a schema says, but for the JSON types of its values."""
    asked = meant(members(schemas.at(location))) - {"type"}
    return next((keyword for keyword in UNIONS if asked == {keyword}), None)


def _tagged(schemas: SchemaSet, location: Location, keyword: UnionKeyword) -> Set[Location]:
    """The branches of a union that a tag tells apart, where others have values of other types."""
    union = recognise(schemas, location, keyword)
    if not isinstance(union, ByJsonType):
        return frozenset()
    for _, group in union.groups:
        if isinstance(group, InternallyTagged):
            tagged = {branch.location for branch in group.branches}
            return tagged | {group.fallback} if group.fallback else tagged
    # Objects of one key each may be meant as tagged; beside null they are what they are alone.
    branches = branches_of(schemas, location, keyword)
    others = tuple(b for b in branches if types(schemas, b) != frozenset({"null"}))
    is_tagged = isinstance(encoding_of(schemas, location, others), ExternallyTagged)
    return frozenset(others if is_tagged and len(others) < len(branches) else ())
