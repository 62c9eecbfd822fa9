"""Keywords that what stands beside them leaves without effect: most likely a slip."""

from __future__ import annotations

import json
from collections.abc import Iterator

from eventwright.errors import Location, Problem
from eventwright.modelling.facts import members, own_type
from eventwright.reading.jsonvalues import TYPES, kind
from eventwright.reading.refs import SchemaSet

_BY_TYPE = {
    "array": "prefixItems items contains minContains maxContains minItems maxItems uniqueItems"
    " unevaluatedItems",
    "number": "multipleOf minimum maximum exclusiveMinimum exclusiveMaximum",
    "object": "properties patternProperties additionalProperties propertyNames minProperties"
    " maxProperties required dependentRequired dependentSchemas unevaluatedProperties",
    "string": "minLength maxLength pattern",
}
_JUDGED = {keyword: type_ for type_, keywords in _BY_TYPE.items() for keyword in keywords.split()}
"""The one type whose values a keyword judges (JSON Schema 2020-12 validation, section 6)."""
_BESIDE = {"then": "if", "else": "if", "minContains": "contains", "maxContains": "contains"}
"""The keywords that are ignored without another one (core 10.2.2, validation 6.4.4 and 6.4.5)."""
_OWN = {"x-name": "string", "x-omit-default": "boolean"}
"""The type that a value of our own keywords has."""


def idle_keywords(schemas: SchemaSet) -> Iterator[Problem]:
    """The keywords that say nothing where they stand."""
    for place, value in schemas.schemas.items():
        schema = members(value)
        allowed = own_type(schema)
        for keyword in schema:
            if (needed := _BESIDE.get(keyword, keyword)) not in schema:
                yield _idle(
                    place.child(keyword), f'no "{needed}" stands beside it', "add one, or remove it"
                )
            elif keyword in _JUDGED and allowed is not None and not _judges(keyword, allowed):
                type_ = json.dumps(schema["type"])
                fix = 'remove it, or correct "type"'
                yield _idle(place.child(keyword), f'"type": {type_} stands beside it', fix)
            elif keyword in _OWN and kind(schema[keyword]) != _OWN[keyword]:
                wanted = TYPES[_OWN[keyword]]
                yield _idle(place.child(keyword), f"it must be {wanted}", "correct it")


def _judges(keyword: str, allowed: frozenset[str]) -> bool:
    """Whether a keyword judges values of any of these types."""
    judged = _JUDGED[keyword]
    return judged in allowed or (judged == "number" and "integer" in allowed)


def _idle(place: Location, why: str, fix: str) -> Problem:
    return Problem(place, f"has no effect: {why}", fix)
