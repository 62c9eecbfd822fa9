"""Notes that the user has seen and accepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventwright.errors import Location, Problem


def not_accepted(notes: Iterable[Problem], accepted: Sequence[str]) -> Iterator[Problem]:
    """The notes that are not accepted, neither by their words nor by their places.

    What accepts nothing is worth a note itself, or it would accept what comes later.
    """
    unused = dict.fromkeys(accepted)
    for note in notes:
        accepting = [entry for entry in accepted if entry == note.problem or _is_at(note, entry)]
        if not accepting:
            yield note
        for entry in accepting:
            unused.pop(entry, None)
    for entry in unused:
        yield Problem(Location(entry), "accepts no note", "take it out of accept-notes")


def _is_at(note: Problem, place: str) -> bool:
    """Whether a note is told of a place, a file or a file and a JSON Pointer, or inside of it."""
    whole = place if "#" in place else f"{place}#"
    return f"{note.location}" == whole or f"{note.location}".startswith(f"{whole}/")
