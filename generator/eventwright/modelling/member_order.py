"""In which order the members of a record stand that several schemas describe together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from eventwright.errors import Location
from eventwright.modelling.facts import direct_parts
from eventwright.reading.refs import SchemaSet


def bases_first(schemas: SchemaSet, places: Sequence[Location]) -> Sequence[Location]:
    """The schemas, each after those that it refers to, and else as their author lists them.

    Args:
        schemas: All schemas.
        places: Where these stand; each narrows those that come later.
    """
    if len(places) == 1:
        return places
    held = {part for place in places for part in direct_parts(schemas, place)}
    outermost = [place for place in places if place not in held]
    lists = [list(each) for _, each in groupby(outermost, key=lambda place: place.parent)]
    each = chain.from_iterable(reversed(lists))
    found = chain.from_iterable(_parts_first(schemas, place) for place in each)
    wanted = set(places)
    return [place for place in dict.fromkeys(found) if place in wanted]


def _parts_first(schemas: SchemaSet, location: Location) -> Iterator[Location]:
    """The schemas that one holds or names, each after its own, and itself last."""
    entered: set[Location] = set()
    pending = [(location, False)]
    while pending:
        place, is_left = pending.pop()
        if is_left:
            yield place
        elif place not in entered:
            entered.add(place)
            pending.append((place, True))
            pending += [(part, False) for part in reversed([*direct_parts(schemas, place)])]
