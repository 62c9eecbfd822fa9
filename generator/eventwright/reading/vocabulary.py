"""The keywords that say nothing about the verdict on a payload."""

from __future__ import annotations

ANNOTATIONS = frozenset(
    "$schema $id $anchor $comment $dynamicAnchor $vocabulary $defs definitions title description"
    " default examples deprecated readOnly writeOnly contentEncoding contentMediaType"
    " contentSchema x-name x-omit-default".split()
)
