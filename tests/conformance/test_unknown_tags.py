"""Both languages keep a value whose tag the schema doesn't know, and write it back unchanged.

Only the tag may be unknown: whatever else is wrong with a value stays an error.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

from support.fixtures import Protocol
from support.replay import Outcome, Payload, compiled_module, in_python, in_typescript, same_json


@dataclass(frozen=True, slots=True)
class Kept:
    """A payload that is kept, and its tag."""

    protocol: Protocol
    type: str | None
    """The union that it is read as; None: the root type, by its short names."""
    text: str
    tag: str
    imprecise: tuple[str, ...] = ()
    """Where it holds integers that number mode refuses."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A payload that is refused although unknown tags are kept, and its issues."""

    protocol: Protocol
    type: str | None
    text: str
    issues: tuple[tuple[str, str], ...]
    """Pairs of path and code."""


BIG = '{"event":"new","u":18446744073709551615,"i":[-9223372036854775809],"even":9007199254740992}'

KEPT = (
    # Externally tagged: the only key of an object.
    Kept(
        "chat_event", None, '{"SessionPaused":{"why":null,"for":[1.5,-0.0,1e300]}}', "SessionPaused"
    ),
    Kept("chat_event", None, '{"SessionPaused":null}', "SessionPaused"),
    Kept("chat_event", None, '{"sessionStarted":{}}', "sessionStarted"),
    Kept("chat_event", None, '{"":[]}', ""),
    Kept("chat_event", None, '{"\\ud83d\\ude00":"\\u2028"}', "\U0001f600"),
    Kept("chat_event", None, '{"__proto__":{"__proto__":1}}', "__proto__"),
    Kept("chat_event", None, '{"constructor":{"toString":1}}', "constructor"),
    Kept("chat_event", None, '{"New":{"n":9007199254740993}}', "New", ("/New/n",)),
    Kept("chat_event", None, f'{{"New":{"9" * 4300}}}', "New", ("/New",)),
    # Internally tagged: a member among others.
    Kept("event_frame", None, '{"event":"paused"}', "paused"),
    Kept("event_frame", None, '{"at":{"event":"error"},"event":"Error"}', "Error"),
    Kept("event_frame", None, '{"event":"","":1}', ""),
    Kept("event_frame", None, '{"event":"__proto__","__proto__":[]}', "__proto__"),
    Kept("event_frame", None, '{"event":"toString"}', "toString"),
    Kept("event_frame", None, '{"event":"error","event":"last"}', "last"),
    Kept("event_frame", None, BIG, "new", ("/i/0", "/u")),
    Kept("event_frame", "ReviewDecision", '{"type":"later","days":2}', "later"),
    # Bare strings, and the only key beside them.
    Kept("event_frame", "McpStartupStatus", '"paused"', "paused"),
    Kept("event_frame", "McpStartupStatus", '""', ""),
    Kept("event_frame", "McpStartupStatus", '"__proto__"', "__proto__"),
    Kept("event_frame", "McpStartupStatus", '"Ready"', "Ready"),
    Kept("event_frame", "McpStartupStatus", '{"paused":{"n":[]}}', "paused"),
    Kept("event_frame", "McpStartupStatus", '{"paused":-9007199254740993}', "paused", ("/paused",)),
)
REFUSED = (
    # The text and its values.
    Refused("chat_event", None, '{"New":1', (("", "json"),)),
    Refused("chat_event", None, '{"New":NaN}', (("", "json"),)),
    Refused("chat_event", None, '{"New":"\\ud83d"}', (("", "json"),)),
    Refused("chat_event", None, f'{{"New":{"[" * 127}{"]" * 127}}}', (("", "json"),)),
    Refused("chat_event", None, '{"New":[1e400,-1e400]}', (("/New/0", "json"), ("/New/1", "json"))),
    Refused("event_frame", None, '{"event":"new","x":[1e400]}', (("/x/0", "json"),)),
    # No tag, or none that could be one.
    Refused("chat_event", None, "null", (("", "type"),)),
    Refused("chat_event", None, '["SessionPaused"]', (("", "type"),)),
    Refused("chat_event", None, '"SessionPaused"', (("", "type"),)),
    Refused("chat_event", None, "{}", (("", "tag"),)),
    Refused("chat_event", None, '{"A":1,"B":2}', (("", "tag"),)),
    Refused("event_frame", None, '"paused"', (("", "type"),)),
    Refused("event_frame", None, "{}", (("/event", "required"),)),
    Refused("event_frame", None, '{"event":null}', (("/event", "tag"),)),
    Refused("event_frame", None, '{"event":["paused"]}', (("/event", "tag"),)),
    Refused("event_frame", "McpStartupStatus", "1", (("", "type"),)),
    Refused("event_frame", "McpStartupStatus", "{}", (("", "tag"),)),
    Refused("event_frame", "McpStartupStatus", '{"a":1,"b":2}', (("", "tag"),)),
    # A tag that is known.
    Refused("chat_event", None, '{"SessionStarted":null}', (("/SessionStarted", "type"),)),
    Refused("event_frame", None, '{"event":"turn_started"}', (("/turn_id", "required"),)),
    Refused("event_frame", "McpStartupStatus", '"failed"', (("", "tag"),)),
    Refused("event_frame", "McpStartupStatus", '{"ready":{}}', (("/ready", "tag"),)),
    Refused("event_frame", "McpStartupStatus", '{"failed":{}}', (("/failed/error", "required"),)),
    # A union inside the one that is read.
    Refused(
        "event_frame",
        None,
        '{"event":"mcp_startup_update","update":{"server_name":"s","status":"paused"}}',
        (("/update/status", "tag"),),
    ),
    Refused(
        "event_frame",
        None,
        '{"event":"mcp_startup_update","update":{"server_name":"s","status":{"paused":1}}}',
        (("/update/status/paused", "tag"),),
    ),
)
CASES: tuple[Kept | Refused, ...] = (*KEPT, *REFUSED)

Reader = Callable[[Protocol, list[Payload]], list[Outcome]]


def outcomes(reader: Reader, cases: tuple[Kept | Refused, ...]) -> list[Outcome]:
    """What a reader that keeps unknown tags makes of each payload."""
    made: dict[Kept | Refused, Outcome] = {}
    for protocol in sorted({case.protocol for case in cases}):
        ours = [case for case in cases if case.protocol == protocol]
        payloads = [Payload(case.text, case.type, "keep") for case in ours]
        made.update(zip(ours, reader(protocol, payloads), strict=True))
    return [made[case] for case in cases]


def wrong(cases: tuple[Kept | Refused, ...], found: list[Outcome]) -> dict[str, Outcome]:
    """The outcomes that are not what is owed, by the payload's text."""
    return {
        case.text: outcome
        for case, outcome in zip(cases, found, strict=True)
        if not (kept(case, outcome) if isinstance(case, Kept) else outcome.places() == case.issues)
    }


def kept(case: Kept, outcome: Outcome) -> bool:
    if outcome.encoded is None or outcome.kept != case.tag or not outcome.agrees:
        return False
    return same_json(json.loads(outcome.encoded), json.loads(case.text))


def python(protocol: Protocol, payloads: list[Payload]) -> list[Outcome]:
    return in_python(import_module(f"agent_events.{protocol}"), payloads)


def typescript(package: Path) -> Reader:
    return lambda protocol, payloads: in_typescript(compiled_module(package, protocol), payloads)


def test_python_keeps_an_unknown_tag_and_nothing_else() -> None:
    assert wrong(CASES, outcomes(python, CASES)) == {}


def test_typescript_keeps_an_unknown_tag_and_nothing_else(typescript_bigint_package: Path) -> None:
    assert wrong(CASES, outcomes(typescript(typescript_bigint_package), CASES)) == {}


def test_number_mode_keeps_what_it_can_hold(typescript_package: Path) -> None:
    owed = tuple(
        Refused(
            case.protocol, case.type, case.text, tuple((p, "precision") for p in case.imprecise)
        )
        if isinstance(case, Kept) and case.imprecise
        else case
        for case in CASES
    )
    assert owed != CASES
    assert wrong(owed, outcomes(typescript(typescript_package), owed)) == {}


def test_both_languages_use_the_same_words(typescript_bigint_package: Path) -> None:
    theirs = outcomes(typescript(typescript_bigint_package), REFUSED)
    assert [one.issues for one in outcomes(python, REFUSED)] == [one.issues for one in theirs]


@pytest.mark.parametrize("case", KEPT, ids=lambda case: case.text[:40])
def test_an_unknown_tag_is_an_error_by_default(case: Kept) -> None:
    (outcome,) = in_python(
        import_module(f"agent_events.{case.protocol}"), [Payload(case.text, case.type)]
    )
    assert [code for _, code in outcome.places()] == ["tag"]
