"""The stream that `make bench` reads has the composition that it claims."""

from __future__ import annotations

import json
from collections import Counter
from importlib import import_module
from typing import Any

import pytest

from benchmarks.stream import stream
from support.fixtures import PROTOCOLS, Protocol
from support.project import ROOT


# A payload is any JSON value.
def payloads(protocol: Protocol) -> list[Any]:
    return [*map(json.loads, stream()[protocol])]


def test_event_frames_are_mostly_text() -> None:
    frames = payloads("event_frame")
    kinds = Counter(frame["event"] for frame in frames)
    assert kinds.total() == 2_000
    assert kinds.pop("response_delta") == 1_200
    assert kinds.pop("exec_command_output_delta") == 160
    assert len(kinds) == 22
    assert max(kinds.values()) - min(kinds.values()) <= 1


def test_every_kind_of_frame_is_there() -> None:
    tags = {
        json.loads(path.read_bytes()).get("properties", {}).get("event", {}).get("const")
        for path in (ROOT / "schema" / "event_frame").glob("*.json")
    }
    assert {frame["event"] for frame in payloads("event_frame")} == tags - {None}


def test_deltas_have_20_to_200_characters_and_a_quarter_is_not_ascii() -> None:
    frames = payloads("event_frame")
    deltas = [frame["delta"] for frame in frames if frame["event"] == "response_delta"]
    lengths = [*map(len, deltas)]
    assert (min(lengths), max(lengths)) == (20, 200)
    assert sum(not delta.isascii() for delta in deltas) == 300


def test_requests_and_arguments_are_nested() -> None:
    frames = payloads("event_frame")
    requests = [frame["request"] for frame in frames if frame["event"] == "exec_approval_request"]
    assert all(request["available_decisions"] for request in requests)
    assert any("network_approval_context" in request for request in requests)
    calls = [frame["arguments"] for frame in frames if frame["event"] == "tool_call_start"]
    assert all(call["options"][0]["name"] for call in calls)


def test_chat_events_are_of_all_kinds() -> None:
    kinds = Counter(key for event in payloads("chat_event") for key in event)
    assert kinds.total() == 600
    assert len(kinds) == 6
    assert set(kinds.values()) == {100}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_payload_is_valid(protocol: Protocol) -> None:
    module = import_module(f"agent_events.{protocol}")
    assert [text for text in stream()[protocol] if module.validate(json.loads(text))] == []


def test_the_stream_is_always_the_same() -> None:
    assert stream() == stream()
