"""Events of every kind, drawn from a seeded generator: the payloads that the benchmark reads."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeAlias

from benchmarks import texts

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Members: TypeAlias = dict[str, Json]


def response_delta(draw: Random, *, ascii_only: bool) -> Members:
    """A piece of a response: 20 to 200 characters; one in ten is reasoning."""
    channel: Members = {"channel": "reasoning"} if draw.random() < 0.1 else {}
    text = texts.prose(draw, 20, 200, ascii_only=ascii_only)
    members = {"response_id": texts.name(draw, "resp"), "delta": text, **channel}
    return {"event": "response_delta", **members}


def frame(draw: Random, kind: str) -> Members:
    """An event frame of a kind other than response_delta."""
    return {"event": kind, **_FRAMES[kind](draw)}


def chat_event(draw: Random, kind: str) -> Members:
    """A chat event of a kind."""
    meta: Members = {
        "event_id": texts.uuid(draw),
        "occurred_at": texts.date_time(draw),
        "trace_id": texts.uuid(draw) if draw.random() < 0.5 else None,
    }
    return {kind: {"meta": meta, **_CHAT_EVENTS[kind](draw)}}


def tool_result(draw: Random, output: Json) -> Members:
    """What a tool gave back."""
    return {"event": "tool_call_result", **_tool(draw), "output": output}


def matches(draw: Random, count: int) -> list[Json]:
    """What a search found: so many lines, each with its place."""
    return [
        {"path": texts.path(draw), "line": draw.randint(1, 900), "text": texts.prose(draw, 20, 80)}
        for _ in range(count)
    ]


def _tool_arguments(draw: Random) -> Json:
    return {
        "path": texts.path(draw),
        "range": {"first": draw.randint(1, 500), "last": draw.randint(500, 900)},
        "options": [{"name": draw.choice(texts.ASCII), "on": draw.random() < 0.5, "weight": 0.25}],
        "note": None,
    }


def _tool_output(draw: Random) -> Json:
    return {"matches": matches(draw, draw.randint(1, 3)), "truncated": False}


def _mcp_status(draw: Random) -> Json:
    failed: Json = {"failed": {"error": texts.prose(draw, 20, 60)}}
    states: list[Json] = ["starting", "ready", "cancelled", failed]
    return draw.choice(states)


def _mcp_summary(draw: Random) -> Json:
    return {
        "ready": [*texts.SERVERS[: draw.randint(1, 3)]],
        "failed": [{"server_name": "browser", "error": texts.prose(draw, 20, 60)}],
        "cancelled": [],
    }


def _amendment(draw: Random) -> Members:
    return {"host": draw.choice(texts.HOSTS), "action": draw.choice(("allow", "deny"))}


def _approval_request(draw: Random) -> Members:
    decisions: list[Json] = [
        {"type": "approved"},
        {"type": "approved_for_session"},
        {"type": "network_policy_amendment", **_amendment(draw)},
        {"type": "denied"},
        {"type": "abort"},
    ]
    request: Members = {
        "call_id": texts.name(draw, "call"),
        "approval_id": texts.uuid(draw),
        "turn_id": texts.name(draw, "turn"),
        "command": draw.choice(texts.COMMANDS),
        "cwd": draw.choice(texts.FOLDERS),
        "reason": texts.prose(draw, 20, 80),
    }
    if draw.random() < 0.5:
        request["matched_rule"] = "network"
        request["network_approval_context"] = {
            "host": draw.choice(texts.HOSTS),
            "protocol": "https",
        }
    amendments: list[Json] = [_amendment(draw)]
    return {
        "request": {
            **request,
            "proposed_execpolicy_amendment": ["allow cargo test"],
            "proposed_network_policy_amendments": amendments,
            "additional_permissions": [],
            "available_decisions": decisions,
        }
    }


def _user_input_request(draw: Random) -> Members:
    options: list[Json] = [
        {"label": draw.choice(texts.ASCII), "description": texts.prose(draw, 20, 60)}
        for _ in range(3)
    ]
    question: Members = {
        "header": draw.choice(texts.ASCII),
        "id": texts.name(draw, "question"),
        "question": texts.prose(draw, 20, 80),
        "options": options,
        "allow_free_text": True,
        "multi_select": False,
    }
    return {
        "request": {
            "call_id": texts.name(draw, "call"),
            "turn_id": texts.name(draw, "turn"),
            "request_id": texts.uuid(draw),
            "questions": [question],
        }
    }


def _goal(draw: Random) -> Members:
    budget: Members = {"token_budget": 2_000_000} if draw.random() < 0.5 else {}
    started = draw.randint(1_770_000_000, 1_780_000_000)
    return {
        "goal": {
            "thread_id": texts.uuid(draw),
            "goal_id": texts.uuid(draw),
            "objective": texts.prose(draw, 20, 80),
            "status": draw.choice(("active", "paused", "blocked", "complete")),
            **budget,
            "tokens_used": draw.randint(0, 2_000_000),
            "time_used_seconds": draw.randint(0, 9_000),
            "continuation_count": draw.randint(0, 9),
            "created_at": started,
            "updated_at": started + draw.randint(0, 9_000),
        }
    }


def _response(draw: Random) -> Members:
    return {"response_id": texts.name(draw, "resp")}


def _turn(draw: Random) -> Members:
    return {"turn_id": texts.name(draw, "turn")}


def _mcp_tool(draw: Random) -> Members:
    return {"server_name": draw.choice(texts.SERVERS), "tool_name": draw.choice(texts.TOOLS)}


def _tool(draw: Random) -> Members:
    return {**_response(draw), "tool_name": draw.choice(texts.TOOLS)}


def _command(draw: Random) -> Members:
    return {"command": draw.choice(texts.COMMANDS)}


_FRAMES: dict[str, Callable[[Random], Members]] = {
    "response_start": _response,
    "response_end": _response,
    "tool_call_start": lambda draw: {**_tool(draw), "arguments": _tool_arguments(draw)},
    "tool_call_result": lambda draw: {**_tool(draw), "output": _tool_output(draw)},
    "mcp_startup_update": lambda draw: {
        "update": {"server_name": draw.choice(texts.SERVERS), "status": _mcp_status(draw)}
    },
    "mcp_startup_complete": lambda draw: {"summary": _mcp_summary(draw)},
    "mcp_tool_call_begin": _mcp_tool,
    "mcp_tool_call_end": lambda draw: {**_mcp_tool(draw), "ok": draw.random() < 0.9},
    "exec_approval_request": _approval_request,
    "apply_patch_approval_request": _approval_request,
    "user_input_request": _user_input_request,
    "elicitation_request": lambda draw: {
        "server_name": draw.choice(texts.SERVERS),
        "request_id": texts.uuid(draw),
        "prompt": texts.prose(draw, 20, 80),
    },
    "exec_command_begin": lambda draw: {**_command(draw), "cwd": draw.choice(texts.FOLDERS)},
    "exec_command_output_delta": lambda draw: {**_command(draw), "delta": texts.output(draw)},
    "exec_command_end": lambda draw: {**_command(draw), "exit_code": draw.choice((0, 1, -9))},
    "patch_apply_begin": lambda draw: {"path": texts.path(draw)},
    "patch_apply_end": lambda draw: {"path": texts.path(draw), "ok": draw.random() < 0.9},
    "turn_started": _turn,
    "turn_complete": _turn,
    "turn_aborted": lambda draw: {**_turn(draw), "reason": texts.prose(draw, 20, 60)},
    "thread_goal_updated": _goal,
    "thread_goal_cleared": lambda draw: {"thread_id": texts.uuid(draw)},
    "error": lambda draw: {**_response(draw), "message": texts.prose(draw, 20, 80)},
}
FRAME_KINDS = ("response_delta", *_FRAMES)


def _session(draw: Random) -> Members:
    return {"session_id": texts.name(draw, "session")}


def _round(draw: Random) -> Members:
    return {"round_id": texts.name(draw, "round"), **_session(draw)}


def _round_completed(draw: Random) -> Members:
    prompt, completion = draw.randint(100, 90_000), draw.randint(10, 4_000)
    return {
        **_round(draw),
        "status": draw.choice(("success", "error", "cancelled")),
        "usage": {
            "prompt_tokens": prompt,
            "completion_tokens": completion,
            "total_tokens": prompt + completion,
        },
        "latency_ms": draw.randint(50, 60_000),
        "error": None if draw.random() < 0.8 else texts.prose(draw, 20, 80),
    }


def _tool_called(draw: Random) -> Members:
    return {
        "tool_call_id": texts.name(draw, "call"),
        **_round(draw),
        "tool_name": draw.choice(texts.TOOLS),
        "latency_ms": draw.randint(5, 20_000),
        "success": draw.random() < 0.9,
    }


_CHAT_EVENTS: dict[str, Callable[[Random], Members]] = {
    "SessionStarted": lambda draw: {**_session(draw), "model": draw.choice(texts.MODELS)},
    "SessionCompleted": lambda draw: {
        **_session(draw),
        "status": draw.choice(("running", "completed", "error", "cancelled")),
    },
    "RoundStarted": lambda draw: {**_round(draw), "model": draw.choice(texts.MODELS)},
    "RoundCompleted": _round_completed,
    "ToolCalled": _tool_called,
    "MessageCountUpdated": lambda draw: {
        **_session(draw),
        "message_count": draw.randint(1, 400),
    },
}
CHAT_KINDS = tuple(_CHAT_EVENTS)
