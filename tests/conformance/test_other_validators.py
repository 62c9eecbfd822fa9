"""The canonical schemas mean the same to validators that this project did not write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pytest
import referencing

from support.fixtures import PROTOCOLS, Invalid, Protocol, invalid, valid
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

# What no validator of parsed payloads can see.
TEXT_FAULT = (("", "json"),)
FORMAT_FAULT = "format"


def schemas(protocol: Protocol) -> dict[str, Any]:
    """The protocol's schemas by their identifiers; a schema is any JSON value."""
    texts = (path.read_bytes() for path in sorted((ROOT / "schema" / protocol).glob("*.json")))
    return {schema["$id"]: schema for schema in map(json.loads, texts)}


def root(protocol: Protocol, known: dict[str, Any]) -> dict[str, Any]:
    """The schema of the protocol's envelope."""
    (name,) = [name for name in known if name.endswith(f"/{protocol}.schema.json")]
    return {"$ref": name}


def rejected(protocol: Protocol) -> Iterator[Invalid]:
    """The invalid fixtures whose text can be parsed."""
    return (case for case in invalid(protocol) if case.issues != TEXT_FAULT)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_jsonschema_rs_agrees_with_formats_asserted(protocol: Protocol) -> None:
    known = schemas(protocol)
    registry = jsonschema_rs.Registry([*known.items()])
    validator = jsonschema_rs.Draft202012Validator(
        root(protocol, known), registry=registry, validate_formats=True
    )
    refused = [c.id for c in valid(protocol) if not validator.is_valid(json.loads(c.text))]
    taken = [c.id for c in rejected(protocol) if validator.is_valid(json.loads(c.text))]
    assert (refused, taken) == ([], [])


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_jsonschema_agrees_but_for_formats(protocol: Protocol) -> None:
    known = schemas(protocol)
    registry = referencing.Registry().with_contents(known.items())
    validator = jsonschema.Draft202012Validator(root(protocol, known), registry=registry)
    refused = [c.id for c in valid(protocol) if not validator.is_valid(json.loads(c.text))]
    taken = [c.id for c in rejected(protocol) if validator.is_valid(json.loads(c.text))]
    only_formats = [
        c.id for c in rejected(protocol) if {code for _, code in c.issues} == {FORMAT_FAULT}
    ]
    assert (refused, taken) == ([], only_formats)
