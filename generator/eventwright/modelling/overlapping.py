"""Branches of an `anyOf` that one object may pass together, of which it is read as one."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import combinations

from eventwright.errors import Location, Problem
from eventwright.modelling.dropping import drops
from eventwright.modelling.exclusion import exclude_each_other
from eventwright.modelling.model import Alternatives, Model, Named, Record, Shape
from eventwright.modelling.walking import all_shapes
from eventwright.reading.refs import SchemaSet


def overlapping(schemas: SchemaSet, model: Model, told: Set[Location]) -> Iterator[Problem]:
    """The unions, but those told of already, that drop members which another branch describes."""
    problem = "takes objects that fit several branches; members that only another has are dropped"
    cure = (
        "describe all of these members in one object, or tell the branches apart by a constant, or "
        'add "additionalProperties": true to keep what others describe'
    )
    unions = dict.fromkeys(
        shape
        for definition in model.definitions.values()
        for shape in all_shapes(definition)
        if isinstance(shape, Alternatives)
    )
    for union in unions:
        records = [
            (place, names)
            for place, shape in union.branches
            if place.parent.pointer.endswith("/anyOf")
            and place.parent not in told
            and (names := _dropping(schemas, model, shape))
        ]
        for (one, ours), (other, theirs) in combinations(records, 2):
            if ours - theirs and theirs - ours and not exclude_each_other(schemas, [one, other]):
                yield Problem(one.parent, problem, cure)
                break


def _dropping(schemas: SchemaSet, model: Model, shape: Shape) -> frozenset[str]:
    """The members of a record that drops all others, and does not refuse them."""
    record = model.definitions[shape.target] if isinstance(shape, Named) else None
    if not isinstance(record, Record) or not drops(schemas, model, record):
        return frozenset()
    return frozenset(field.wire for field in record.fields)
