"""JSON values that may hold numbers in a spelling of their own, and the text they make."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from eventwright.frozen import frozen
from eventwright.reading.jsontext import Json


@frozen
class Raw:
    """JSON text that stands in a payload as it is, such as `1e0`."""

    text: str


Tree: TypeAlias = "bool | int | float | str | Raw | Sequence[Tree] | Mapping[str, Tree] | None"


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def write(tree: Tree) -> str:
    """The tree as compact JSON text."""
    try:
        return _encode(tree)
    except TypeError:  # for Raw, which JSON does not know
        return _written(tree)


def _written(tree: Tree) -> str:
    match tree:
        case Raw(text):
            return text
        case Mapping():
            members = (f"{_encode(name)}:{_written(value)}" for name, value in tree.items())
            return "{" + ",".join(members) + "}"
        case list() | tuple():
            return "[" + ",".join(map(_written, tree)) + "]"
        case _:
            return _encode(tree)


def as_object(value: Json) -> dict[str, Json]:
    """A value that is known to be an object.

    Raises:
        TypeError: It is none, against what the caller knows.
    """
    if not isinstance(value, dict):
        raise TypeError("an object was expected")
    return value


def get(value: Json, path: tuple[str, ...]) -> Json:
    """The member of nested objects that names lead to.

    Raises:
        KeyError: There is none.
    """
    for name in path:
        if not isinstance(value, dict):
            raise KeyError(name)
        value = value[name]
    return value


def put(value: Mapping[str, Json], path: tuple[str, ...], last: Json) -> dict[str, Json]:
    """Nested objects with another member at the place that names lead to."""
    if len(path) > 1:
        inner = value.get(path[0])
        last = put(inner if isinstance(inner, dict) else {}, path[1:], last)
    return {**value, path[0]: last}


def drop(value: Mapping[str, Json], path: tuple[str, ...]) -> dict[str, Json]:
    """Nested objects without the member that names lead to."""
    inner = value.get(path[0])
    if len(path) > 1 and isinstance(inner, dict):
        return {**value, path[0]: drop(inner, path[1:])}
    return {name: member for name, member in value.items() if name != path[0]}


def merge(one: Json, other: Json) -> Json:
    """Two values in one: objects take in the other's members, anything else gives way to it."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one | {k: merge(one[k], v) if k in one else v for k, v in other.items()}
    return other
