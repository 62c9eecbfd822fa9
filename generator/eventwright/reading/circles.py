"""References that lead back to themselves while they are about the same value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eventwright.errors import Location, Problem
from eventwright.reading.dialect import DRAFT_2020_12, held
from eventwright.reading.jsontext import Json

Targets = Sequence[Mapping[Location, Location]]


def circles(schemas: Mapping[Location, Json], targets: Targets) -> Iterator[Problem]:
    """One problem for each circle.

    Args:
        schemas: All schemas by their places.
        targets: What the schemas refer to by `$ref`, and by `$dynamicRef` where nothing further out
            has its anchor.
    """
    done: set[Location] = set()
    for start in (place for kind in targets for place in kind):
        path = {} if start in done else {start: _same_value(start, schemas, targets)}
        while path:
            here = next(reversed(path))
            step = next(path[here], None)
            if step is None:
                done.add(here)
                del path[here]
            elif step in path:
                way = list(path)
                way = way[way.index(step) :]
                yield _circle([place for place in way if any(place in kind for kind in targets)])
            elif step not in done:
                path[step] = _same_value(step, schemas, targets)


def _same_value(
    location: Location, schemas: Mapping[Location, Json], targets: Targets
) -> Iterator[Location]:
    """The schemas that the schema at a place applies to the value that it is about itself."""
    for kind in targets:
        if location in kind:
            yield kind[location]
    schema = schemas[location]
    if isinstance(schema, dict):
        for keyword in DRAFT_2020_12.in_place.intersection(schema):
            holds = DRAFT_2020_12.subschemas[keyword]
            for pointer, _ in held(holds, schema[keyword], f"{location.pointer}/{keyword}"):
                yield Location(location.file, pointer)


def _circle(holders: list[Location]) -> Problem:
    way = " → ".join(str(holder) for holder in [*holders, holders[0]])
    return Problem(
        holders[0].child("$ref"),
        f"this reference leads back to itself without describing a value: {way}",
        "let one of these schemas describe a value instead of referring to the next",
    )
