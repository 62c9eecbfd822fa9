"""Which known word is meant by one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def closest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """The known word that is most like this one; None where none is so much alike, of 1.

    Case does not count, and a word of the same letters in another order is as like as can be.
    """
    from difflib import get_close_matches  # slow to import, and seldom needed

    asked = word.lower()
    letters = sorted(asked)
    spelled = {name.lower(): name for name in known}
    reordered = [n for n in spelled if len(n) == len(asked) and sorted(n) == letters]
    found = reordered or get_close_matches(asked, spelled, n=1, cutoff=alike)
    return spelled[found[0]] if found else None
