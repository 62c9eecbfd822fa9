"""The keywords that say nothing about the verdict on a payload."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from eventwright.reading.dialect import DRAFT_2020_12
from eventwright.reading.jsontext import Json

ANNOTATIONS = frozenset(
    "$schema $id $anchor $comment $dynamicAnchor $vocabulary $defs definitions title description"
    " default examples deprecated readOnly writeOnly contentEncoding contentMediaType"
    " contentSchema x-name x-omit-default".split()
)

_ASSERTIONS = (DRAFT_2020_12.subschemas.keys() | DRAFT_2020_12.values.keys()) - ANNOTATIONS


def meant(schema: dict[str, Json]) -> AbstractSet[str]:
    """The keywords of a schema that say something about the verdict; no vendor's does."""
    return schema.keys() & _ASSERTIONS
