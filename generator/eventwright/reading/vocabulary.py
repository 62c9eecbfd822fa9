"""The keywords that say nothing about the verdict on a payload."""

from __future__ import annotations

from collections.abc import Hashable
from collections.abc import Set as AbstractSet

from eventwright.reading.dialect import DRAFT_2020_12, Holds
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import identity

ANNOTATIONS = frozenset(
    "$schema $id $anchor $comment $dynamicAnchor $vocabulary $defs definitions title description"
    " default examples deprecated readOnly writeOnly contentEncoding contentMediaType"
    " contentSchema x-name x-omit-default".split()
)

_ASSERTIONS = (DRAFT_2020_12.subschemas.keys() | DRAFT_2020_12.values.keys()) - ANNOTATIONS


def is_discriminator(keyword: str, value: Json) -> bool:
    """Whether a keyword is OpenAPI's name of a tag, which is looked at beside its union."""
    return keyword == "discriminator" and isinstance(value, dict) and "propertyName" in value


def meant(schema: dict[str, Json]) -> AbstractSet[str]:
    """The keywords of a schema that say something about the verdict; no vendor's does."""
    return schema.keys() & _ASSERTIONS


def has_only(schema: dict[str, Json], *keywords: str) -> bool:
    """Whether a schema says nothing about the verdict but by some keywords."""
    return not meant(schema) - set(keywords)


def meaning(schema: Json) -> Hashable:
    """What two schemas of one resource have in common only if the same values pass them both."""
    if not isinstance(schema, dict):
        return identity(schema)
    names = meant(schema) | (schema.keys() & {"$id"})  # on which depends what references lead to
    return frozenset((name, _meaning_of(name, schema[name])) for name in names)


def _meaning_of(keyword: str, value: Json) -> Hashable:
    match DRAFT_2020_12.subschemas.get(keyword), value:
        case Holds.SCHEMA, _:
            return meaning(value)
        case Holds.MAP_OF_SCHEMAS, dict():
            return frozenset((name, meaning(part)) for name, part in value.items())
        case Holds.ARRAY_OF_SCHEMAS, list():
            return tuple(map(meaning, value))
        case _:
            return identity(value)
