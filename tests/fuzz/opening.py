"""What bindings that keep unknown tags and words owe, to go by what those say that do not."""

from __future__ import annotations

import json
from typing import Any

from fuzz.comparing import Difference, same_value
from fuzz.languages import Outcome, Payload

_KEPT = frozenset({"tag", "enum"})
"""The issues of what is kept."""


def of_opening(payload: Payload, closed: Outcome, opened: Outcome) -> Difference | None:
    """Whether they make something else of a payload than they should."""
    if closed.accepted:
        if same_value(closed.encoded, opened.encoded):
            return None
        return Difference("opened", f"closed {closed.encoded}\nopened {opened}")
    told, left = set(closed.issues), set(opened.issues)
    if any(code == "limit" for _, code, _ in told | left):
        return None  # where one list ends, the other one may have other issues yet
    # What is no word has the wrong type, which is told alone. What is kept whole may hold what is
    # no number.
    no_words = {path for path, code, _ in left - told if code == "type"}
    more = {issue for issue in left - told if issue[1] not in {"type", "json"}}
    lost = {issue for issue in told - left if issue[1] not in _KEPT and issue[0] not in no_words}
    if lost or more:
        return Difference("opened issues", f"closed {closed.issues}\nopened {opened.issues}")
    if opened.encoded is None:
        return None
    read, written = json.loads(payload), json.loads(opened.encoded)
    for path, _, _ in closed.issues:
        if _at(read, path) != _at(written, path):
            return Difference("opened value", f"{path} is written as {opened.encoded}")
    return None


def _at(value: Any, path: str) -> Any:  # Any: any JSON value
    """The part of a value at a path."""
    for segment in path.split("/")[1:]:
        name = segment.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value
