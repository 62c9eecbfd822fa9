"""Both languages give every fixture the answer that is owed, in the same words."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path

import pytest

from support.fixtures import PROTOCOLS, Protocol, invalid, valid
from support.replay import (
    Outcome,
    Payload,
    compiled_module,
    in_python,
    in_typescript,
    same_json,
)

MAX_SAFE = 2**53 - 1


def payloads(protocol: Protocol) -> list[Payload]:
    """The payloads of all fixtures, the valid ones first."""
    accepted = [Payload(case.text) for case in valid(protocol)]
    return accepted + [Payload(case.text) for case in invalid(protocol)]


def read_in_python(protocol: Protocol) -> list[Outcome]:
    return in_python(import_module(f"agent_events.{protocol}"), payloads(protocol))


def read_in_typescript(package: Path, protocol: Protocol) -> list[Outcome]:
    return in_typescript(compiled_module(package, protocol), payloads(protocol))


def wrong(protocol: Protocol, outcomes: list[Outcome]) -> dict[str, Outcome]:
    """The outcomes that are not what the fixtures owe, by the fixture's identifier."""
    cases = valid(protocol)
    accepted = {
        case.id: outcome
        for case, outcome in zip(cases, outcomes, strict=False)
        if outcome.encoded is None
        or not outcome.agrees
        or not same_json(json.loads(outcome.encoded), json.loads(case.encoded))
    }
    rejected = {
        case.id: outcome
        for case, outcome in zip(invalid(protocol), outcomes[len(cases) :], strict=True)
        if outcome.places() != case.issues
    }
    return accepted | rejected


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_python_gives_every_fixture_its_answer(protocol: Protocol) -> None:
    assert wrong(protocol, read_in_python(protocol)) == {}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_typescript_gives_every_fixture_its_answer(
    protocol: Protocol, typescript_bigint_package: Path
) -> None:
    outcomes = read_in_typescript(typescript_bigint_package, protocol)
    assert wrong(protocol, outcomes) == {}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_both_languages_use_the_same_words(
    protocol: Protocol, typescript_bigint_package: Path
) -> None:
    python = read_in_python(protocol)
    typescript = read_in_typescript(typescript_bigint_package, protocol)
    different = [
        (ours, theirs)
        for ours, theirs in zip(python, typescript, strict=True)
        if ours.issues != theirs.issues
    ]
    assert different == []


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_number_mode_differs_by_precision_alone(
    protocol: Protocol, typescript_package: Path, typescript_bigint_package: Path
) -> None:
    exact = read_in_typescript(typescript_bigint_package, protocol)
    number = read_in_typescript(typescript_package, protocol)
    imprecise = 0
    for payload, wide, narrow in zip(payloads(protocol), exact, number, strict=True):
        text = payload.text
        lost = {path for path, code in narrow.places() if code == "precision"}
        imprecise += bool(lost)
        assert not lost or holds_large_integer(text), text
        others = [issue for issue in narrow.issues if issue[0] not in lost]
        assert others == [issue for issue in wide.issues if issue[0] not in lost], text
        if not lost:
            assert same_text(narrow.encoded, wide.encoded), text
    assert imprecise


def same_text(left: str | None, right: str | None) -> bool:
    """Whether two encoders wrote the same JSON value, or neither wrote any."""
    if left is None or right is None:
        return left is right
    return same_json(json.loads(left), json.loads(right))


def holds_large_integer(text: str) -> bool:
    """Whether some number in a payload is past what a double counts one by one."""
    numbers = re.findall(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", text)
    return any(abs(float(number)) > MAX_SAFE for number in numbers)
