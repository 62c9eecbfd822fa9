"""`type`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from eventwright.errors import Location
from eventwright.modelling.facts import own_type
from eventwright.planning.keywords.context import Context, Schema
from eventwright.planning.plan import Check, Type
from eventwright.reading.jsontext import JsonType

KEYWORDS = frozenset({"type"})
_TYPES: tuple[JsonType, ...] = get_args(JsonType)


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """One check for all the types that a value may have, in a fixed order of types."""
    types = own_type(schema)
    if types is not None:
        yield _check(types)


@cache
def _check(types: frozenset[str]) -> Type:
    return Type(tuple(name for name in _TYPES if name in types))
