"""Both protocols with open unions and enumerations: what they don't know is kept at any depth."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from support.fixtures import PROTOCOLS, Protocol, invalid, valid
from support.packages import compile_typescript
from support.project import node_tool, python_tool, run
from support.replay import Payload, compiled_module, in_python, in_typescript, same_json
from support.type_checks import mypy, pyright, tsc
from support.vectors import vectors_of, wrong

PACKAGE = "open_events"
PYTHON_CLIENT = """\
from typing import assert_never

from open_events import chat_event as ce
from open_events import event_frame as ef


def told(frame: ef.EventFrame) -> str:
    match frame:
        case ef.ResponseDelta(channel=ef.ResponseChannel.TEXT, delta=text):
            return text
        case ef.ResponseDelta(channel=channel):
            return channel.upper()
        case ef.UnknownEventFrame(tag=tag):
            return tag
        case _:
            return ""


def status(event: ce.SessionCompleted) -> str:
    match event.status:
        case ce.SessionStatus():
            return event.status.name
        case str():
            return event.status
        case _:
            assert_never(event.status)
"""
TYPESCRIPT_CLIENT = """\
import type * as ce from "./chat-event.js";
import type * as ef from "./event-frame.js";

export function told(frame: ef.EventFrame): string {
  switch (frame.event) {
    case "response_delta":
      return frame.channel === "text" ? frame.delta : frame.channel.toUpperCase();
    case "turn_aborted":
      return frame.reason;
    case undefined:
      return frame.tag;
    default:
      return frame.event;
  }
}

export function name(event: ce.ChatEvent): string {
  if (event.SessionCompleted !== undefined) return event.SessionCompleted.status.toUpperCase();
  if (event.ToolCalled !== undefined) return event.ToolCalled.tool_name;
  return "tag" in event ? event.tag : Object.keys(event).join();
}
"""


@pytest.fixture(scope="module")
def bindings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("open") / "generated"
    options = ("--unknown", "keep", "--package", PACKAGE, "--output", folder)
    targets = [f"--target={name}" for name in ("python", "typescript", "vectors")]
    told = run(*python_tool("eventwright"), "generate", "--strict", *options, *targets)
    assert "note" not in told
    return folder


@pytest.fixture(scope="module", autouse=True)
def _importable(bindings: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(bindings / "python"), *sys.path])
        yield


@pytest.fixture(scope="module")
def compiled(bindings: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_typescript(bindings / "typescript", tmp_path_factory.mktemp("open") / PACKAGE)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_vector_gets_its_answer(protocol: Protocol, bindings: Path, compiled: Path) -> None:
    owed = vectors_of((bindings / "vectors" / f"{protocol}.jsonl").read_text(encoding="utf-8"))
    payloads = [vector.payload for vector in owed]
    assert wrong(owed, in_python(import_module(f"{PACKAGE}.{protocol}"), payloads)) == {}
    rounded = [vector.in_number_mode() for vector in owed]
    assert wrong(rounded, in_typescript(compiled_module(compiled, protocol), payloads)) == {}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_only_unknown_tags_and_words_pass_too(protocol: Protocol, compiled: Path) -> None:
    cases = invalid(protocol)
    payloads = [Payload(case.text) for case in cases]
    python = in_python(import_module(f"{PACKAGE}.{protocol}"), payloads)
    typescript = in_typescript(compiled_module(compiled, protocol), payloads)
    passing = set[str]()
    for case, ours, theirs in zip(cases, python, typescript, strict=True):
        if "precision" not in {code for _, code in theirs.places()}:
            assert ours.issues == theirs.issues
        told, owed = set(ours.places()), set(case.issues)
        assert {(place, code) for place, code in owed if code not in {"tag", "enum"}} <= told
        # What is no string is no tag or word.
        assert told <= owed | {(place, "type") for place, _ in owed}
        passing |= {code for _, code in case.issues if not ours.issues}
    assert passing == {"tag", "enum"}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_is_known_is_as_it_was(protocol: Protocol, compiled: Path) -> None:
    cases = valid(protocol)
    payloads = [Payload(case.text) for case in cases]
    python = in_python(import_module(f"{PACKAGE}.{protocol}"), payloads)
    typescript = in_typescript(compiled_module(compiled, protocol), payloads)
    for case, *outcomes in zip(cases, python, typescript, strict=True):
        for outcome in outcomes:
            if "precision" not in {code for _, code in outcome.places()}:
                assert outcome.encoded is not None
                assert same_json(json.loads(outcome.encoded), json.loads(case.encoded))


def test_types_are_what_clients_narrow_by(bindings: Path, tmp_path: Path) -> None:
    client = bindings / "typescript" / "src" / "client.ts"
    client.write_text(TYPESCRIPT_CLIENT, encoding="utf-8")
    tsc(bindings / "typescript")
    client.unlink()
    (bindings / "python" / "client.py").write_text(PYTHON_CLIENT, encoding="utf-8")
    mypy(bindings / "python" / PACKAGE, bindings / "python" / "client.py", cache=tmp_path / "cache")
    assert pyright(bindings / "python") == []


def test_prettier_would_format_nothing(bindings: Path) -> None:
    sources = sorted((bindings / "typescript" / "src").glob("*.ts"))
    assert sources
    run(node_tool("prettier"), "--check", "--no-config", "--print-width=100", *sources)
