"""Which references count: those of a module's documents, and of what these lead to elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from eventwright.errors import Location
from eventwright.reading.refs import SchemaSet


def led_to(schemas: SchemaSet) -> frozenset[Location]:
    """The schemas that a `$ref` names, without those that only others' unused schemas refer to."""
    if schemas.dynamic_targets:
        # What a dynamic reference leads to depends on the way that leads to it.
        return frozenset(schemas.targets.values())
    own = {document.file for document in schemas.module.documents}
    elsewhere = _by_file(schemas)
    pending = [holder for holder in schemas.targets if holder.file in own]
    found: set[Location] = set()
    while pending:
        target = schemas.targets[pending.pop()]
        if target not in found:
            found.add(target)
            if target.file not in own:
                pending += _inside(target, elsewhere.get(target.file, ()))
    return frozenset(found)


def _by_file(schemas: SchemaSet) -> Mapping[str, Sequence[str]]:
    """The pointers of the schemas with a `$ref`, sorted, by file."""
    found: dict[str, list[str]] = {}
    for holder in schemas.targets:
        found.setdefault(holder.file, []).append(holder.pointer)
    return {file: sorted(pointers) for file, pointers in found.items()}


def _inside(place: Location, pointers: Sequence[str]) -> Iterator[Location]:
    """Those of a file's places that are at a place or inside of it."""
    at = bisect_left(pointers, place.pointer)
    if pointers[at : at + 1] == [place.pointer]:
        yield place
    # A zero is the character after the slash.
    for index in range(*(bisect_left(pointers, place.pointer + end) for end in "/0")):
        yield Location(place.file, pointers[index])
