"""Notes that the user has seen and accepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventwright.errors import Location, Problem


def not_accepted(notes: Iterable[Problem], places: Sequence[str]) -> Iterator[Problem]:
    """The notes that are not told of some places or of what is in them.

    A place that accepts nothing is worth a note itself, or it would accept what comes later.
    """
    unused = dict.fromkeys(places)
    for note in notes:
        accepting = [place for place in places if _is_at(note.location, place)]
        if not accepting:
            yield note
        for place in accepting:
            unused.pop(place, None)
    for place in unused:
        file, _, pointer = place.partition("#")
        problem = "no note is told of this place"
        yield Problem(Location(file, pointer), problem, "take it out of accept-notes")


def _is_at(location: Location, place: str) -> bool:
    """Whether a location is a place, a file or a file and a JSON Pointer, or is inside of it."""
    whole = place if "#" in place else f"{place}#"
    return f"{location}" == whole or f"{location}".startswith(f"{whole}/")
