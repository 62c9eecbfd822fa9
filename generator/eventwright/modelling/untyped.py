"""Advice on schemas that describe an object's members, and let whatever is no object pass."""

from __future__ import annotations

from eventwright.errors import Problem
from eventwright.modelling.facts import members, parts, types
from eventwright.modelling.model import Model
from eventwright.reading.refs import SchemaSet

_PROBLEM = (
    'describes "properties" without "type": "object"; '
    "so other JSON passes too, and it stays any JSON"
)


def untyped_objects(schemas: SchemaSet, model: Model) -> tuple[Problem, ...]:
    """The places that would be types of their own, did they but say that values are objects."""
    return tuple(
        Problem(place, _PROBLEM, 'add "type": "object"')
        for place in sorted(model.whole)
        if types(schemas, place) is None
        and any(members(schemas.at(part)).get("properties") for part in parts(schemas, place))
    )
