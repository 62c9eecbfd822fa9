"""JSON values that may hold numbers in a spelling of their own, and the text they make."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from eventwright.load import Json


@dataclass(frozen=True, slots=True)
class Raw:
    """JSON text that stands in a payload as it is, such as `1e0`."""

    text: str


Tree: TypeAlias = "bool | int | float | str | Raw | Sequence[Tree] | Mapping[str, Tree] | None"


def write(tree: Tree) -> str:
    """The tree as compact JSON text."""
    match tree:
        case Raw(text):
            return text
        case None | bool() | int() | float() | str():
            return json.dumps(tree, ensure_ascii=False)
        case Mapping():
            members = (f"{json.dumps(name)}:{write(value)}" for name, value in tree.items())
            return "{" + ",".join(members) + "}"
        case _:
            return "[" + ",".join(map(write, tree)) + "]"


def as_object(value: Json) -> dict[str, Json]:
    """A value that is known to be an object.

    Raises:
        TypeError: It is none, against what the caller knows.
    """
    if not isinstance(value, dict):
        raise TypeError("an object was expected")
    return value
