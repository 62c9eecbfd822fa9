"""Keywords of one schema that contradict each other, so that some values or all are never valid."""

from __future__ import annotations

import json
from collections.abc import Iterator

from eventwright.errors import Location, Problem
from eventwright.modelling.facts import array, members, own_type
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import json_type
from eventwright.reading.refs import SchemaSet

_LIMITS = (
    ("minLength", "maxLength", "string"),
    ("minItems", "maxItems", "array"),
    ("minContains", "maxContains", "array"),
    ("minProperties", "maxProperties", "object"),
    ("minimum", "maximum", "number"),
    ("exclusiveMinimum", "maximum", "number"),
    ("minimum", "exclusiveMaximum", "number"),
    ("exclusiveMinimum", "exclusiveMaximum", "number"),
)
"""What is the least, what is the most, and the values that both limit."""
_LOWEST = frozenset(low for low, _, _ in _LIMITS)


def contradictions(schemas: SchemaSet) -> Iterator[Problem]:
    """What leaves no value, or makes a value that is listed invalid, at a glance."""
    for place, value in schemas.schemas.items():
        schema = members(value)
        if not _LOWEST.isdisjoint(schema):
            yield from _limits(place, schema)
        if "enum" in schema or "const" in schema:
            yield from _values(place, schema)


def _limits(place: Location, schema: dict[str, Json]) -> Iterator[Problem]:
    for low, high, kind in _LIMITS:
        least, most = schema.get(low), schema.get(high)
        if isinstance(least, int | float) and isinstance(most, int | float):
            excluding = low.startswith("exclusive") or high.startswith("exclusive")
            if least > most or (excluding and least == most):
                problem = f'"{low}": {json.dumps(least)} and "{high}": {json.dumps(most)}'
                yield Problem(place, f"{problem} leave no {kind}", "correct one of them")


def _values(place: Location, schema: dict[str, Json]) -> Iterator[Problem]:
    listed = [
        (place.child("enum", index), value) for index, value in enumerate(array(schema.get("enum")))
    ]
    if "enum" in schema and not listed:
        yield Problem(place.child("enum"), "lists no value, so none is valid", "list some")
    if "const" in schema:
        listed.append((place.child("const"), schema["const"]))
    allowed = own_type(schema)
    if allowed is not None:
        kinds = allowed | {"integer"} if "number" in allowed else allowed
        for at, value in listed:
            if json_type(value) not in kinds:
                problem = f'is {json.dumps(value)}, which "type" does not allow'
                cure = f'correct it, or add "{json_type(value)}" to "type"'
                yield Problem(at, problem, cure)
