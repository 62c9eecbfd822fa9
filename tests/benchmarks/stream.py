"""The seeded stream that every contender reads.

2,000 event frames: 60 % are response_delta with 20 to 200 characters, a quarter of those with
non-ASCII text; 8 % are exec_command_output_delta; the rest are spread over the other 22 kinds.
600 chat events: 100 of each kind. Beside it there are a few large tool results. Texts are compact
JSON in UTF-8, as Rust's serde writes them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import cycle, islice
from random import Random

from benchmarks import texts
from benchmarks.events import (
    CHAT_KINDS,
    FRAME_KINDS,
    Json,
    Members,
    chat_event,
    frame,
    matches,
    response_delta,
    tool_result,
)
from support.fixtures import Protocol

FRAMES = 2_000
DELTAS = 1_200
NON_ASCII_DELTAS = 300
OUTPUTS = 160
CHAT_EVENTS = 600
LARGE_RESULTS = 5
LARGE_NOTE = "Each in one tool_call_result: 23, 14 and 31 kB."
SEED = 20_260_301

STREAMED = ("response_delta", "exec_command_output_delta")


def stream() -> dict[Protocol, list[str]]:
    """The payloads of each protocol, one JSON text each, in shuffled order."""
    # The same payloads on every machine; nothing here is a secret.
    draw = Random(SEED)  # noqa: S311
    return {"event_frame": _texts(draw, _frames(draw)), "chat_event": _texts(draw, _chat(draw))}


def large_results() -> dict[str, list[str]]:
    """Event frames with large tool results, by what these are."""
    draw = Random(SEED)  # noqa: S311 - nothing here is a secret
    kinds: dict[str, Callable[[], Json]] = {
        "200 matches": lambda: matches(draw, 200),
        "600 lines of code": lambda: texts.code(draw, 600),
        "350 lines of prose": lambda: "\n".join(texts.prose(draw, 60, 110) for _ in range(350)),
    }
    return {
        kind: _texts(draw, [tool_result(draw, make()) for _ in range(LARGE_RESULTS)])
        for kind, make in kinds.items()
    }


def _frames(draw: Random) -> list[Members]:
    others = [kind for kind in FRAME_KINDS if kind not in STREAMED]
    rest = FRAMES - DELTAS - OUTPUTS
    return [
        *(response_delta(draw, ascii_only=i >= NON_ASCII_DELTAS) for i in range(DELTAS)),
        *(frame(draw, "exec_command_output_delta") for _ in range(OUTPUTS)),
        *(frame(draw, kind) for kind in islice(cycle(others), rest)),
    ]


def _chat(draw: Random) -> list[Members]:
    return [chat_event(draw, kind) for kind in islice(cycle(CHAT_KINDS), CHAT_EVENTS)]


def _texts(draw: Random, payloads: list[Members]) -> list[str]:
    draw.shuffle(payloads)
    return [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in payloads]
