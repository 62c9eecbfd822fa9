"""Read the payloads with known answers in tests/fixtures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from support.project import ROOT

Protocol: TypeAlias = Literal["chat_event", "event_frame"]
PROTOCOLS: tuple[Protocol, ...] = ("chat_event", "event_frame")

FIXTURES = ROOT / "tests" / "fixtures"


@dataclass(frozen=True, slots=True)
class Valid:
    """A payload that readers owe a yes, and the JSON text that encoders owe for it."""

    id: str
    event: str
    case: str
    text: str
    encoded: str


@dataclass(frozen=True, slots=True)
class Invalid:
    """A payload that readers owe a no, and its issues as pairs of path and code."""

    id: str
    event: str
    case: str
    text: str
    issues: tuple[tuple[str, str], ...]


@cache
def valid(protocol: Protocol) -> tuple[Valid, ...]:
    """The valid payloads of a protocol, event by event."""
    return tuple(
        Valid(row["id"], path.stem, row["case"], row["text"], row["encoded"])
        for path in sorted((FIXTURES / protocol / "valid").glob("*.jsonl"))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    )


@cache
def invalid(protocol: Protocol) -> tuple[Invalid, ...]:
    """The invalid payloads of a protocol, event by event."""
    return tuple(
        Invalid(
            row["id"],
            path.stem,
            row["case"],
            row["text"],
            tuple((path, code) for path, code in row["issues"]),
        )
        for path in sorted((FIXTURES / protocol / "invalid").glob("*.jsonl"))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    )
