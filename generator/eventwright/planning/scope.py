"""Dynamic scope: what a `$dynamicRef` points to, settled before any payload is seen.

A `$dynamicRef` means the outermost of the schema resources on the way to it that have its anchor
(JSON Schema 2020-12 core, section 8.2.3.2). The ways through a closed set of schemas are finite, so
a definition that means something else on another way gets a program for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from eventwright.errors import Location
from eventwright.planning.plan import Entry
from eventwright.reading.refs import SchemaSet

Bindings: TypeAlias = Mapping[str, Location]


class Scopes:
    """The dynamic anchors of a module, and what they are bound to on a way through it."""

    def __init__(self, schemas: SchemaSet) -> None:
        self._schemas = schemas
        holders: dict[str, list[Location]] = {}
        for anchors in schemas.dynamic_anchors.values():
            for name, place in anchors.items():
                holders.setdefault(name, []).append(place)
        # An anchor that only one resource has means the same on every way.
        self._ambiguous = {name for name, places in holders.items() if len(places) > 1}

    def bindings(self, entry: Entry) -> Bindings:
        """The anchors as the program of an entry sees them."""
        return MappingProxyType(dict(self._own(entry.location)) | dict(entry.scope))

    def enter(self, bindings: Bindings, location: Location) -> Bindings:
        """The anchors after a step to this place; those bound further out stay as they are."""
        if not self._ambiguous:
            return bindings
        return MappingProxyType(dict(self._own(location)) | dict(bindings))

    def entry(self, bindings: Bindings, target: Location) -> Entry:
        """The definition at a place, as it is reached with these bindings."""
        inside = self.enter(bindings, target)
        own = self._own(target)
        changed = {name: place for name, place in inside.items() if own.get(name) != place}
        return Entry(target, tuple(sorted(changed.items())))

    def target(self, bindings: Bindings, location: Location) -> Location:
        """What the `$dynamicRef` of the schema at a place points to with these bindings."""
        static = self._schemas.dynamic_targets[location]
        name = self._schemas.dynamic_names.get(location)
        return static if name is None else bindings.get(name, static)

    def _own(self, location: Location) -> Bindings:
        if not self._ambiguous:
            return {}
        resource = self._schemas.resource_of(location)
        anchors = self._schemas.dynamic_anchors.get(resource, {})
        return {name: place for name, place in anchors.items() if name in self._ambiguous}
