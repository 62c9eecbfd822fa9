"""Both languages give every vector the verdict, the issues and the encoded value that it owes."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from eventwright.casing import snake
from support.fixtures import PROTOCOLS, Protocol
from support.project import GENERATED, ROOT, run
from support.replay import Outcome, same_json

# A vector as JSON has it.
Vector = dict[str, Any]

REPLAY = ROOT / "tests" / "conformance" / "vectors.mjs"


def file_of(protocol: Protocol) -> Path:
    return GENERATED / "vectors" / f"{protocol}.jsonl"


@cache
def vectors(protocol: Protocol) -> tuple[Vector, ...]:
    return tuple(map(json.loads, file_of(protocol).read_text(encoding="utf-8").splitlines()))


def in_python(protocol: Protocol) -> list[Outcome]:
    """What the Python bindings make of every vector."""
    module = import_module(f"agent_events.{protocol}")

    def outcome(vector: Vector) -> Outcome:
        name = snake(vector["type"])
        try:
            value = getattr(module, f"decode_{name}")(vector["text"])
        except module.DecodeError as error:
            return Outcome(None, tuple((i.path, i.code, i.message) for i in error.issues))
        encoded: bytes = getattr(module, f"encode_{name}")(value)
        return Outcome(encoded.decode())

    return [outcome(vector) for vector in vectors(protocol)]


def in_typescript(package: Path, protocol: Protocol) -> list[Outcome]:
    """What a compiled TypeScript package makes of every vector."""
    rows = json.loads(run("node", REPLAY, package, protocol.replace("_", "-"), file_of(protocol)))
    return [
        Outcome(row.get("encoded"), tuple((p, c, m) for p, c, m in row.get("issues", ())))
        for row in rows
    ]


def wrong(wanted: list[Vector], outcomes: list[Outcome]) -> dict[str, Outcome]:
    """The outcomes that are not what the vectors owe, by the vector's id."""
    return {
        vector["id"]: outcome
        for vector, outcome in zip(wanted, outcomes, strict=True)
        if not owed(vector, outcome)
    }


def owed(vector: Vector, outcome: Outcome) -> bool:
    if not vector["valid"]:
        issues = tuple((i["path"], i["code"], i["message"]) for i in vector["issues"])
        return outcome.encoded is None and outcome.issues == issues
    return outcome.encoded is not None and same_json(json.loads(outcome.encoded), vector["encoded"])


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_python_gives_every_vector_what_it_owes(protocol: Protocol) -> None:
    assert wrong([*vectors(protocol)], in_python(protocol)) == {}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_typescript_gives_every_vector_what_it_owes(
    protocol: Protocol, typescript_bigint_package: Path
) -> None:
    outcomes = in_typescript(typescript_bigint_package, protocol)
    assert wrong([*vectors(protocol)], outcomes) == {}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_in_number_mode_large_integers_get_precision(
    protocol: Protocol, typescript_package: Path
) -> None:
    wanted = [vector | vector.get("number", {}) for vector in vectors(protocol)]
    assert wrong(wanted, in_typescript(typescript_package, protocol)) == {}
