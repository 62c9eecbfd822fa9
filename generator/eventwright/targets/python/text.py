"""Small pieces of Python source."""

from __future__ import annotations

import json
from collections.abc import Iterable

from eventwright.planning.words import shown
from eventwright.reading.jsontext import Json
from eventwright.rendering.code import python_literal

INDENT = "    "
LIMITS: dict[float, str] = {
    -(2**31): "INT32_MIN",
    2**31 - 1: "INT32_MAX",
    -(2**63): "INT64_MIN",
    2**63 - 1: "INT64_MAX",
    2**32 - 1: "UINT32_MAX",
    2**64 - 1: "UINT64_MAX",
}
SIZES: dict[tuple[int, int], str] = {
    (-(2**31), 2**31 - 1): "int32",
    (-(2**63), 2**63 - 1): "int64",
    (0, 2**32 - 1): "uint32",
    (0, 2**64 - 1): "uint64",
}
"""The readers of integers of usual sizes, by their inclusive bounds."""


def tuple_of(expressions: Iterable[str]) -> str:
    """A tuple display."""
    items = list(expressions)
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def literals(values: Iterable[Json]) -> str:
    """A tuple display of literals."""
    return tuple_of(map(python_literal, values))


def strings(values: Iterable[str]) -> str:
    """String literals with commas between them."""
    return ", ".join(map(python_literal, values))


def indented(lines: Iterable[str]) -> list[str]:
    """The same lines, one level deeper."""
    return [INDENT + line for line in lines]


def limit_name(limit: float | None) -> str:
    """A limit by the name that the runtime gives it, or as a literal."""
    return repr(limit) if limit is None else LIMITS.get(limit, repr(limit))


def spelled(value: Json, *, keyword: bool = False) -> list[str]:
    """The argument that is the text of a value in messages, where Python's own text differs."""
    text = shown(value)
    if text == json.dumps(value, ensure_ascii=False):
        return []
    return [f"{'text=' if keyword else ''}{python_literal(text)}"]


def format_rule(name: str) -> str:
    """The rule that asserts a format."""
    return name.replace("-", "_").upper()


def format_test(name: str) -> str:
    """The function that tells whether a text has a format."""
    return f"is_{name.replace('-', '_')}"
