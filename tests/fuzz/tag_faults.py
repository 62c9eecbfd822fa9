"""Faults in the tags of payloads: unknown ones, none, two, other variants', and other types."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from eventwright.reading.jsonvalues import identity, tag_value

WRONG = (None, True, 0, 1.5, [], {}, ["a"], {"a": 1}, {"": "a"})


class TagFaults:
    """Changes what may be a tag: a constant of the schema, or the only key of an object."""

    def __init__(self, chance: random.Random, constants: list[Any]) -> None:
        self._random = chance
        known = {identity(tag): tag for tag in map(tag_value, constants) if tag is not None}
        self._tags = list(known.values())
        self._known = set(known)

    # Any: a payload is any JSON value.
    def changes(self, value: Any) -> list[Callable[[Any], Any]]:
        """What can be done to a part of a payload in the place of its tag."""
        found: list[Callable[[Any], Any]] = []
        if self._is_tag(value):
            found.append(self._other)
        if isinstance(value, dict):
            held = [name for name, part in value.items() if self._is_tag(part)]
            found += [self._without] * bool(held)
            found += [self._renamed, self._doubled, self._alone] * (len(value) == 1)
        return found

    def _is_tag(self, value: Any) -> bool:
        return tag_value(value) is not None and identity(value) in self._known

    def _other(self, tag: Any) -> Any:
        roll = self._random.random()
        if roll < 0.4 and self._tags:
            return self._random.choice(self._tags)
        return self._random.choice(WRONG) if roll < 0.5 else self._unknown(tag)

    def _unknown(self, tag: Any) -> Any:
        """A tag that is likely to be unknown, and perhaps close to one that is known."""
        if not isinstance(tag, str):
            others = (tag + 1, -tag, int(tag), float(tag), tag + 0.5, str(tag), 2**53 + 1, 1e20)
            return self._random.choice((*others, bool(tag), not tag))
        near = (
            tag.swapcase(),
            f"{tag} ",
            f"{tag}x",
            tag[:-1],
            "unknown",
            "",
            "__proto__",
            "\U0001f600",
        )
        return self._random.choice((*near, *_ESCAPED))

    def _without(self, value: dict[str, Any]) -> dict[str, Any]:
        held = [name for name, part in value.items() if self._is_tag(part)]
        gone = self._random.choice(held)
        return {name: part for name, part in value.items() if name != gone}

    def _renamed(self, value: dict[str, Any]) -> dict[str, Any]:
        [(tag, payload)] = value.items()
        return {str(self._other(tag)): payload}

    def _doubled(self, value: dict[str, Any]) -> dict[str, Any]:
        [(tag, payload)] = value.items()
        other = str(self._random.choice((*self._tags, self._unknown(tag))))
        return self._random.choice(({**value, other: payload}, {other: None, **value}))

    def _alone(self, value: dict[str, Any]) -> str:
        [tag] = value
        return tag


_ESCAPED = (
    '"',
    "\\",
    "'",
    "`",
    "a/b~c",
    "é",
    "\n",
    "constructor",
    "toString",
    "hasOwnProperty",
    "0",
)
