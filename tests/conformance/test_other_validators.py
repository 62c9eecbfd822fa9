"""The canonical schemas mean the same to validators that this project did not write.

They see parsed payloads, so they agree on all fixtures and vectors but for what a text alone can
tell; the table below counts and explains where else their verdict is another one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from typing import Protocol as Interface

import jsonschema
import jsonschema_rs
import pytest
import referencing

from support.fixtures import PROTOCOLS, Protocol, invalid, valid
from support.project import ROOT
from support.vectors import vectors

ROOT_TYPES: dict[Protocol, str] = {"chat_event": "ChatEvent", "event_frame": "EventFrame"}


class Validator(Interface):
    """What both validators are to us."""

    def is_valid(self, instance: Any) -> bool: ...


@dataclass(frozen=True, slots=True)
class Case:
    """A payload of the root type, and the issues that we give it, as pairs of path and code."""

    text: str
    issues: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A kind of difference: how many vectors show it, and why it is there."""

    chat_event: int
    event_frame: int
    reason: str


TEXT = Difference(79, 79, "it is not asked: a parsed payload does not show what its text was")
NOT_FINITE = Difference(0, 6, "the parser has made an infinity of it, and any JSON takes that")
JSONSCHEMA_RS = {
    "the text": TEXT,
    "takes a number past the range of a double": NOT_FINITE,
}
JSONSCHEMA = {
    "the text": TEXT,
    "takes a number past the range of a double": NOT_FINITE,
    "takes a malformed date-time": Difference(45, 0, "it leaves formats alone unless asked"),
}


def schemas(protocol: Protocol) -> dict[str, Any]:
    """The protocol's schemas by their identifiers; a schema is any JSON value."""
    texts = (path.read_bytes() for path in sorted((ROOT / "schema" / protocol).glob("*.json")))
    return {schema["$id"]: schema for schema in map(json.loads, texts)}


def root(protocol: Protocol, known: dict[str, Any]) -> dict[str, Any]:
    """The schema of the protocol's envelope."""
    (name,) = [name for name in known if name.endswith(f"/{protocol}.schema.json")]
    return {"$ref": name}


def with_formats(protocol: Protocol) -> Validator:
    """The validator of jsonschema-rs, which asserts formats."""
    known = schemas(protocol)
    return jsonschema_rs.Draft202012Validator(
        root(protocol, known),
        registry=jsonschema_rs.Registry([*known.items()]),
        validate_formats=True,
    )


def without_formats(protocol: Protocol) -> Validator:
    """The validator of jsonschema, which takes formats for annotations."""
    known = schemas(protocol)
    registry = referencing.Registry().with_contents(known.items())
    return jsonschema.Draft202012Validator(root(protocol, known), registry=registry)


def fixtures(protocol: Protocol) -> list[Case]:
    accepted = [Case(case.text, ()) for case in valid(protocol)]
    return accepted + [Case(case.text, case.issues) for case in invalid(protocol)]


def root_vectors(protocol: Protocol) -> list[Case]:
    return [
        Case(vector.payload.text, tuple((path, code) for path, code, _ in vector.issues))
        for vector in vectors(protocol)
        if vector.payload.type == ROOT_TYPES[protocol]
    ]


def differences(cases: Iterable[Case], validator: Validator) -> Counter[str]:
    """How often the validator's verdict is another one than ours, by the kind of difference."""
    kinds = (difference(case, validator) for case in cases)
    return Counter(kind for kind in kinds if kind is not None)


def difference(case: Case, validator: Validator) -> str | None:
    if case.issues == (("", "json"),):
        return "the text"
    accepted = validator.is_valid(json.loads(case.text))
    if accepted is not bool(case.issues):
        return None
    if not accepted:
        return f"refuses {case.text}"
    codes = {code for _, code in case.issues}
    if codes == {"json"}:
        return "takes a number past the range of a double"
    return "takes a malformed date-time" if codes == {"format"} else f"takes {case.text}"


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_jsonschema_rs_agrees_with_every_fixture(protocol: Protocol) -> None:
    found = differences(fixtures(protocol), with_formats(protocol))
    assert found.keys() == {"the text"}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_jsonschema_agrees_with_every_fixture_but_for_formats(protocol: Protocol) -> None:
    found = differences(fixtures(protocol), without_formats(protocol))
    formats = [case for case in fixtures(protocol) if {c for _, c in case.issues} == {"format"}]
    assert found.keys() - {"takes a malformed date-time"} == {"the text"}
    assert found["takes a malformed date-time"] == len(formats)


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    ("validator", "table"),
    [(with_formats, JSONSCHEMA_RS), (without_formats, JSONSCHEMA)],
    ids=["jsonschema-rs", "jsonschema"],
)
def test_every_difference_on_vectors_is_counted_and_explained(
    protocol: Protocol,
    validator: Callable[[Protocol], Validator],
    table: dict[str, Difference],
) -> None:
    found = differences(root_vectors(protocol), validator(protocol))
    counts = {kind: getattr(row, protocol) for kind, row in table.items()}
    assert found == {kind: count for kind, count in counts.items() if count}
