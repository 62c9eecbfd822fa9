"""Read the generated test vectors, and tell which of them a binding gets wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from support.fixtures import Protocol
from support.project import GENERATED
from support.replay import Outcome, Payload, same_json

Issues = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Vector:
    """A payload, and what every binding owes for it."""

    id: str
    payload: Payload
    issues: Issues
    """Triples of path, code and message; none where the payload is valid."""
    encoded: object
    """The JSON value that decoding and then encoding gives; None where the payload is invalid."""
    number: Issues | None
    """The issues for a reader whose integers are doubles, where those are others."""

    def in_number_mode(self) -> Vector:
        """What is owed by a reader whose integers are doubles."""
        return self if self.number is None else replace(self, issues=self.number, encoded=None)


@cache
def vectors(protocol: Protocol) -> tuple[Vector, ...]:
    """The vectors of a protocol, in the order of its file."""
    return vectors_of((GENERATED / "vectors" / f"{protocol}.jsonl").read_text(encoding="utf-8"))


def vectors_of(text: str) -> tuple[Vector, ...]:
    """The vectors in the text of a generated file."""
    return tuple(
        Vector(
            row["id"],
            Payload(row["text"], row["type"]),
            _issues(row),
            row.get("encoded"),
            _issues(row["number"]) if "number" in row else None,
        )
        for row in map(json.loads, text.splitlines())
    )


# A row is what JSON has.
def _issues(row: dict[str, object]) -> Issues:
    listed = row.get("issues", [])
    assert isinstance(listed, list)
    assert row["valid"] is not bool(listed)
    return tuple((issue["path"], issue["code"], issue["message"]) for issue in listed)


def wrong(owed: Iterable[Vector], outcomes: Iterable[Outcome]) -> dict[str, Outcome]:
    """The outcomes that are not what the vectors owe, by the vector's identifier."""
    return {
        vector.id: outcome
        for vector, outcome in zip(owed, outcomes, strict=True)
        if not is_owed(vector, outcome)
    }


def is_owed(vector: Vector, outcome: Outcome) -> bool:
    """Whether an outcome is what a vector asks for."""
    if vector.issues or outcome.issues:
        return vector.issues == outcome.issues
    if outcome.encoded is None:
        return False
    if not outcome.agrees:
        return False
    return same_json(json.loads(outcome.encoded), vector.encoded)
