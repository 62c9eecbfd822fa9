"""Put payloads through the generated bindings of each language and see what comes out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from support.fixtures import Protocol
from support.project import ROOT, run

REPLAY = ROOT / "tests" / "conformance" / "replay.mjs"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reader made of a payload: the text that it wrote again, or its issues."""

    encoded: str | None
    issues: tuple[tuple[str, str, str], ...] = ()
    """Triples of path, code and message."""

    def places(self) -> tuple[tuple[str, str], ...]:
        """The issues without their messages."""
        return tuple((path, code) for path, code, _ in self.issues)


def in_python(protocol: Protocol, texts: Sequence[str]) -> list[Outcome]:
    """What the Python bindings make of each payload."""
    module = import_module(f"agent_events.{protocol}")

    def outcome(text: str) -> Outcome:
        try:
            return Outcome(module.encode(module.decode(text)).decode())
        except module.DecodeError as error:
            return Outcome(None, tuple((i.path, i.code, i.message) for i in error.issues))

    return [outcome(text) for text in texts]


def in_typescript(package: Path, protocol: Protocol, texts: Sequence[str]) -> list[Outcome]:
    """What a compiled TypeScript package makes of each payload."""
    module = protocol.replace("_", "-")
    payloads = json.dumps([{"module": module, "text": text} for text in texts])
    rows = json.loads(run("node", REPLAY, package, stdin=payloads))
    return [
        Outcome(row.get("encoded"), tuple((p, c, m) for p, c, m in row.get("issues", ())))
        for row in rows
    ]


def same_json(left: object, right: object) -> bool:
    """Whether two parsed JSON values are equal: `true` is not 1, but 1.0 is."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same_json(left[k], right[k]) for k in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same_json, left, right))
    return left == right
