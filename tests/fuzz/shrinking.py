"""The smallest payload that still shows a fault."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

from fuzz.languages import Payload

MAX_TRIES = 600
SECONDS = 40


def shrunk_json(value: Any, fails: Callable[[Any], bool]) -> Any:
    """A JSON value that fails too, as small as is found in a while: a try may take a second."""
    deadline = time.monotonic() + SECONDS
    best = value
    while True:
        for candidate in _simpler(best):
            if time.monotonic() > deadline:
                return best
            if len(json.dumps(candidate)) < len(json.dumps(best)) and fails(candidate):
                best = candidate
                break
        else:
            return best
    return best


def shrunk(payload: Payload, fails: Callable[[Payload], bool]) -> Payload:
    """A payload as small as can be found that fails too.

    Args:
        payload: One that fails.
        fails: Whether a payload fails in the same way.
    """
    tries = 0
    best = payload
    while True:
        for candidate in _smaller(best):
            tries += 1
            if tries > MAX_TRIES:
                return best
            if len(candidate) < len(best) and fails(candidate):
                best = candidate
                break
        else:
            return best


def _smaller(payload: Payload) -> Iterator[Payload]:
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):
        value = None
    for part in _simpler(value):
        yield json.dumps(part, separators=(",", ":"))
    size = len(payload)
    length = size // 2
    while length:
        for start in range(0, size, length):
            yield payload[:start] + payload[start + length :]
        length //= 2


def _simpler(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for name in value:
            yield {other: part for other, part in value.items() if other != name}
        for name, part in value.items():
            for simpler in (part, *_simpler(part)):
                yield simpler if simpler is part else {**value, name: simpler}
    elif isinstance(value, list):
        for index in range(len(value)):
            yield value[:index] + value[index + 1 :]
        for index, part in enumerate(value):
            for simpler in _simpler(part):
                yield [*value[:index], simpler, *value[index + 1 :]]
    elif isinstance(value, str) and value:
        yield ""
        yield value[: len(value) // 2]
