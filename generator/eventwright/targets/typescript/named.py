"""Documents by name, in order, as an expression."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventwright.reading.jsonvalues import TagValue
from eventwright.targets.typescript.language import literal, property_name
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    SOFT_LINE,
    SPACE_LINE,
    Doc,
    assigned,
    enclosed,
)

_INDEX = re.compile("0|[1-9][0-9]*")


def named(docs: Sequence[tuple[TagValue, Doc]]) -> Doc:
    """Things by name: an object, or a list of pairs where an object would not keep them so."""
    if is_listed([name for name, _ in docs]):
        line = SOFT_LINE if len(docs) == 1 else HARD_LINE
        return enclosed("[", [enclosed("[", [literal(n), doc], "]") for n, doc in docs], "]", line)
    members = [assigned(property_name(str(name)), doc) for name, doc in docs]
    return enclosed("{", members, "}", SPACE_LINE)


def is_listed(names: Sequence[TagValue]) -> bool:
    """Whether an object would not keep things by these names in their order."""
    kept = {name for name in names if isinstance(name, str) and not _moves(name)}
    return len(kept) < len(names)


def _moves(name: str) -> bool:
    """Whether an object literal has no member of this name at this place."""
    return name == "__proto__" or _INDEX.fullmatch(name) is not None
