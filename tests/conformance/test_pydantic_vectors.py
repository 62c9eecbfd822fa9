"""The pydantic models take the same vectors; where their verdict is another one, it says why.

Pydantic has its own JSON reader, its own strictness and no room for some of our rules. Every kind
of difference is in the table below with its count and its reason, and the table is held to both.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from support.fixtures import PROTOCOLS, Protocol
from support.project import GENERATED
from support.replay import same_json

# A vector as JSON has it.
Vector = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A kind of difference: how many vectors show it, and why it is there."""

    chat_event: int
    event_frame: int
    reason: str


DIFFERENCES = {
    "refuses an integer with a fraction or an exponent": Difference(
        96, 100, "a strict int is spelled as one, and a lax one would take strings and booleans"
    ),
    "takes a date-time that no calendar has": Difference(
        12, 0, "a date-time is a string with a pattern, which knows neither leap years nor seconds"
    ),
    "takes NaN or Infinity in a member that is ignored": Difference(
        3, 3, "pydantic's JSON reader knows these words"
    ),
    "takes 128 levels of nesting": Difference(2, 2, "pydantic's JSON reader stops at 200 levels"),
    "takes a number past the range of a double inside any JSON": Difference(
        0, 12, "pydantic reads it as infinity"
    ),
    "writes a member that we omit while it equals its default": Difference(
        0, 28, "pydantic leaves out all defaults (exclude_defaults) or none"
    ),
    "leaves out a null that is its default": Difference(
        281, 0, "a model can't tell it from a member that is absent"
    ),
}


@pytest.fixture(autouse=True)
def _models_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(GENERATED / "pydantic")


@cache
def vectors(protocol: Protocol) -> tuple[Vector, ...]:
    text = (GENERATED / "vectors" / f"{protocol}.jsonl").read_text(encoding="utf-8")
    return tuple(map(json.loads, text.splitlines()))


def difference(vector: Vector, model: Any) -> str | None:
    """The kind of difference between our answer and that of the model; None where there is none."""
    adapter = TypeAdapter(model)
    try:
        value = adapter.validate_json(vector["text"])
    except ValidationError as error:
        return _refused(error) if vector["valid"] else None
    if not vector["valid"]:
        return _taken(vector)
    return _written(json.loads(adapter.dump_json(value)), vector["encoded"])


def _refused(error: ValidationError) -> str:
    if "int_type" in {fault["type"] for fault in error.errors()}:
        return "refuses an integer with a fraction or an exponent"
    return f"refuses: {error}"


def _taken(vector: Vector) -> str:
    ((path, code),) = {(issue["path"], issue["code"]) for issue in vector["issues"][:1]}
    match code:
        case "format":
            return "takes a date-time that no calendar has"
        case "json" if path:
            return "takes a number past the range of a double inside any JSON"
        case "json" if "levels" in vector["id"]:
            return "takes 128 levels of nesting"
        case "json" if vector["id"].endswith(("NaN", "Infinity")):
            return "takes NaN or Infinity in a member that is ignored"
        case _:
            return f"takes {code} at {path}"


def _written(ours: Any, wanted: Any) -> str | None:
    if same_json(ours, wanted):
        return None
    if same_json(_without(ours, _OMITTED), _without(wanted, _OMITTED)):
        return "writes a member that we omit while it equals its default"
    if same_json(_without(ours, _NULL), _without(wanted, _NULL)):
        return "leaves out a null that is its default"
    return f"writes {ours} for {wanted}"


# The members with x-omit-default, and those whose default is null; each with its default.
_OMITTED = {
    "channel": "text",
    "matched_rule": None,
    "network_approval_context": None,
    "token_budget": None,
}
_NULL = {"trace_id": None, "error": None}


def _without(value: Any, defaults: Mapping[str, object]) -> Any:
    """The same JSON value without the members that equal their defaults."""
    match value:
        case dict():
            return {
                name: _without(member, defaults)
                for name, member in value.items()
                if name not in defaults or member != defaults[name]
            }
        case list():
            return [_without(item, defaults) for item in value]
        case _:
            return value


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_difference_is_counted_and_explained(protocol: Protocol) -> None:
    module = import_module(f"agent_events_pydantic.{protocol}")
    kinds = (difference(v, getattr(module, v["type"])) for v in vectors(protocol))
    counted = Counter(kind for kind in kinds if kind is not None)
    table = {kind: getattr(row, protocol) for kind, row in DIFFERENCES.items()}
    assert counted == {kind: count for kind, count in table.items() if count}


def test_every_difference_in_the_table_occurs_somewhere() -> None:
    assert [kind for kind, row in DIFFERENCES.items() if not row.chat_event + row.event_frame] == []


def test_an_event_is_built_without_its_tag_and_written_as_on_the_wire() -> None:
    chat_event = import_module("agent_events_pydantic.chat_event")
    event_frame = import_module("agent_events_pydantic.event_frame")
    frame = event_frame.ResponseStart(response_id="r1")
    assert frame.model_dump_json() == '{"event":"response_start","response_id":"r1"}'
    text = '{"MessageCountUpdated":{"meta":{"event_id":"e","occurred_at":"2026-03-01T09:08:07Z",\
"trace_id":null},"session_id":"s1","message_count":1}}'
    event = chat_event.ChatEvent.model_validate_json(text)
    assert event.root.message_count_updated.message_count == 1
    assert event.model_dump_json() == text


@pytest.mark.parametrize("status", ['"ready"', '{"failed":{"error":"refused"}}'])
def test_a_bare_string_and_an_object_of_one_key_stay_what_they_are(status: str) -> None:
    model = import_module("agent_events_pydantic.event_frame").McpStartupStatus
    assert model.model_validate_json(status).model_dump_json() == status
