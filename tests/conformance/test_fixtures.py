"""The fixtures are what their README says, and they cover every event of both protocols."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from support.fixtures import FIXTURES, PROTOCOLS, Protocol, invalid, valid
from support.project import ROOT


# A schema is any JSON value.
def schema(protocol: Protocol, file: str) -> Any:
    return json.loads((ROOT / "schema" / protocol / file).read_text(encoding="utf-8"))


def events(protocol: Protocol) -> set[str]:
    """The names of the schema files that the protocol's root lists."""
    root = schema(protocol, f"{protocol}.schema.json")
    branches = [
        branch if "$ref" in branch else next(iter(branch["properties"].values()))
        for branch in root["oneOf"]
    ]
    return {branch["$ref"].removesuffix(".schema.json") for branch in branches}


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("kind", ["valid", "invalid"])
def test_every_event_has_fixtures_of_both_kinds(protocol: Protocol, kind: str) -> None:
    files = {path.stem for path in (FIXTURES / protocol / kind).iterdir()}
    assert files == events(protocol)


def test_every_case_is_there_once() -> None:
    counts = Counter(case.id for protocol in PROTOCOLS for case in valid(protocol))
    counts.update(case.id for protocol in PROTOCOLS for case in invalid(protocol))
    assert counts.total() == 2774
    assert set(counts.values()) == {1}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_encoded_is_a_json_object(protocol: Protocol) -> None:
    for case in valid(protocol):
        assert type(json.loads(case.encoded)) is dict, case.id


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_invalid_case_names_a_fault(protocol: Protocol) -> None:
    codes = Counter(code for case in invalid(protocol) for _, code in case.issues)
    assert all(case.issues for case in invalid(protocol))
    assert {"type", "required", "tag", "minimum", "maximum", "enum", "json"} <= codes.keys()
