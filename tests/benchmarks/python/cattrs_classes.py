"""Both protocols as attrs classes with cattrs and orjson, as a user of cattrs writes them.

It makes what it can of a member of another type: `str` of a number, `bool` of a string; its
verdicts show it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import orjson
from attrs import define, field
from cattrs.preconf.orjson import make_converter
from cattrs.strategies import configure_tagged_union

from benchmarks.race import Decoders, Encoders


@define(kw_only=True)
class EventMeta:
    event_id: str
    occurred_at: datetime
    trace_id: str | None = None


@define(kw_only=True)
class TokenUsage:
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


@define(kw_only=True)
class SessionStarted:
    meta: EventMeta
    session_id: str
    model: str


@define(kw_only=True)
class SessionCompleted:
    meta: EventMeta
    session_id: str
    status: Literal["running", "completed", "error", "cancelled"]


@define(kw_only=True)
class RoundStarted:
    meta: EventMeta
    round_id: str
    session_id: str
    model: str


@define(kw_only=True)
class RoundCompleted:
    meta: EventMeta
    round_id: str
    session_id: str
    status: Literal["running", "success", "error", "cancelled"]
    usage: TokenUsage
    latency_ms: int
    error: str | None = None


@define(kw_only=True)
class ToolCalled:
    meta: EventMeta
    tool_call_id: str
    round_id: str
    session_id: str
    tool_name: str
    latency_ms: int
    success: bool


@define(kw_only=True)
class MessageCountUpdated:
    meta: EventMeta
    session_id: str
    message_count: int


@define(kw_only=True)
class ResponseStart:
    response_id: str


@define(kw_only=True)
class ResponseDelta:
    response_id: str
    delta: str
    channel: Literal["text", "reasoning"] = "text"


@define(kw_only=True)
class ResponseEnd:
    response_id: str


@define(kw_only=True)
class ToolCallStart:
    response_id: str
    tool_name: str
    arguments: Any


@define(kw_only=True)
class ToolCallResult:
    response_id: str
    tool_name: str
    output: Any


@define(kw_only=True)
class McpStartupFailedStatus:
    error: str


@define(kw_only=True)
class McpStartupFailed:
    failed: McpStartupFailedStatus


@define(kw_only=True)
class McpStartupUpdateEvent:
    server_name: str
    status: Literal["starting", "ready", "cancelled"] | McpStartupFailed


@define(kw_only=True)
class McpStartupUpdate:
    update: McpStartupUpdateEvent


@define(kw_only=True)
class McpStartupFailure:
    server_name: str
    error: str


@define(kw_only=True)
class McpStartupCompleteEvent:
    ready: list[str]
    failed: list[McpStartupFailure]
    cancelled: list[str]


@define(kw_only=True)
class McpStartupComplete:
    summary: McpStartupCompleteEvent


@define(kw_only=True)
class McpToolCallBegin:
    server_name: str
    tool_name: str


@define(kw_only=True)
class McpToolCallEnd:
    server_name: str
    tool_name: str
    ok: bool


@define(kw_only=True)
class NetworkApprovalContext:
    host: str
    protocol: str


@define(kw_only=True)
class NetworkPolicyAmendment:
    host: str
    action: Literal["allow", "deny"]


@define(kw_only=True)
class ApprovedDecision:
    pass


@define(kw_only=True)
class ApprovedExecpolicyAmendmentDecision:
    pass


@define(kw_only=True)
class ApprovedForSessionDecision:
    pass


@define(kw_only=True)
class NetworkPolicyAmendmentDecision:
    host: str
    action: Literal["allow", "deny"]


@define(kw_only=True)
class DeniedDecision:
    pass


@define(kw_only=True)
class AbortDecision:
    pass


ReviewDecision = (
    ApprovedDecision
    | ApprovedExecpolicyAmendmentDecision
    | ApprovedForSessionDecision
    | NetworkPolicyAmendmentDecision
    | DeniedDecision
    | AbortDecision
)


@define(kw_only=True)
class ExecApprovalRequestEvent:
    call_id: str
    approval_id: str
    turn_id: str
    command: str
    cwd: str
    reason: str
    matched_rule: str | None = None
    network_approval_context: NetworkApprovalContext | None = None
    proposed_execpolicy_amendment: list[str] = field(factory=list)
    proposed_network_policy_amendments: list[NetworkPolicyAmendment] = field(factory=list)
    additional_permissions: list[str] = field(factory=list)
    available_decisions: list[ReviewDecision] = field(factory=list)


@define(kw_only=True)
class ExecApprovalRequest:
    request: ExecApprovalRequestEvent


@define(kw_only=True)
class ApplyPatchApprovalRequest:
    request: ExecApprovalRequestEvent


@define(kw_only=True)
class UserInputOption:
    label: str
    description: str


@define(kw_only=True)
class UserInputQuestion:
    header: str
    id: str
    question: str
    options: list[UserInputOption]
    allow_free_text: bool = False
    multi_select: bool = False


@define(kw_only=True)
class UserInputRequestEvent:
    call_id: str
    turn_id: str
    request_id: str
    questions: list[UserInputQuestion]


@define(kw_only=True)
class UserInputRequest:
    request: UserInputRequestEvent


@define(kw_only=True)
class ElicitationRequest:
    server_name: str
    request_id: str
    prompt: str


@define(kw_only=True)
class ExecCommandBegin:
    command: str
    cwd: str


@define(kw_only=True)
class ExecCommandOutputDelta:
    command: str
    delta: str


@define(kw_only=True)
class ExecCommandEnd:
    command: str
    exit_code: int


@define(kw_only=True)
class PatchApplyBegin:
    path: str


@define(kw_only=True)
class PatchApplyEnd:
    path: str
    ok: bool


@define(kw_only=True)
class TurnStarted:
    turn_id: str


@define(kw_only=True)
class TurnComplete:
    turn_id: str


@define(kw_only=True)
class TurnAborted:
    turn_id: str
    reason: str


@define(kw_only=True)
class ThreadGoal:
    thread_id: str
    goal_id: str
    objective: str
    status: Literal["active", "paused", "blocked", "usage_limited", "budget_limited", "complete"]
    token_budget: int | None = None
    tokens_used: int
    time_used_seconds: int
    continuation_count: int
    created_at: int
    updated_at: int


@define(kw_only=True)
class ThreadGoalUpdated:
    goal: ThreadGoal


@define(kw_only=True)
class ThreadGoalCleared:
    thread_id: str


@define(kw_only=True)
class AgentError:
    response_id: str
    message: str


EventFrame = (
    ResponseStart
    | ResponseDelta
    | ResponseEnd
    | ToolCallStart
    | ToolCallResult
    | McpStartupUpdate
    | McpStartupComplete
    | McpToolCallBegin
    | McpToolCallEnd
    | ExecApprovalRequest
    | ApplyPatchApprovalRequest
    | UserInputRequest
    | ElicitationRequest
    | ExecCommandBegin
    | ExecCommandOutputDelta
    | ExecCommandEnd
    | PatchApplyBegin
    | PatchApplyEnd
    | TurnStarted
    | TurnComplete
    | TurnAborted
    | ThreadGoalUpdated
    | ThreadGoalCleared
    | AgentError
)


_FRAMES: dict[type, str] = {
    ResponseStart: "response_start",
    ResponseDelta: "response_delta",
    ResponseEnd: "response_end",
    ToolCallStart: "tool_call_start",
    ToolCallResult: "tool_call_result",
    McpStartupUpdate: "mcp_startup_update",
    McpStartupComplete: "mcp_startup_complete",
    McpToolCallBegin: "mcp_tool_call_begin",
    McpToolCallEnd: "mcp_tool_call_end",
    ExecApprovalRequest: "exec_approval_request",
    ApplyPatchApprovalRequest: "apply_patch_approval_request",
    UserInputRequest: "user_input_request",
    ElicitationRequest: "elicitation_request",
    ExecCommandBegin: "exec_command_begin",
    ExecCommandOutputDelta: "exec_command_output_delta",
    ExecCommandEnd: "exec_command_end",
    PatchApplyBegin: "patch_apply_begin",
    PatchApplyEnd: "patch_apply_end",
    TurnStarted: "turn_started",
    TurnComplete: "turn_complete",
    TurnAborted: "turn_aborted",
    ThreadGoalUpdated: "thread_goal_updated",
    ThreadGoalCleared: "thread_goal_cleared",
    AgentError: "error",
}
_DECISIONS: dict[type, str] = {
    ApprovedDecision: "approved",
    ApprovedExecpolicyAmendmentDecision: "approved_execpolicy_amendment",
    ApprovedForSessionDecision: "approved_for_session",
    NetworkPolicyAmendmentDecision: "network_policy_amendment",
    DeniedDecision: "denied",
    AbortDecision: "abort",
}

_converter = make_converter(detailed_validation=False)
configure_tagged_union(ReviewDecision, _converter, _DECISIONS.__getitem__, "type")
configure_tagged_union(EventFrame, _converter, _FRAMES.__getitem__, "event")


_READERS = {
    each.__name__: (each, _converter.get_structure_hook(each))
    for each in (
        SessionStarted,
        SessionCompleted,
        RoundStarted,
        RoundCompleted,
        ToolCalled,
        MessageCountUpdated,
    )
}
_read_frame = _converter.get_structure_hook(EventFrame)
_write_frame = _converter.get_unstructure_hook(EventFrame)


def decode_chat_event(text: bytes) -> Any:
    ((key, members),) = orjson.loads(text).items()
    event, read = _READERS[key]
    return read(members, event)


def decode_event_frame(text: bytes) -> Any:
    return _read_frame(orjson.loads(text), EventFrame)


def encode_chat_event(event: Any) -> bytes:
    return orjson.dumps({type(event).__name__: _converter.unstructure(event)})


def encode_event_frame(frame: Any) -> bytes:
    return orjson.dumps(_write_frame(frame))


DECODE: Decoders = {"chat_event": decode_chat_event, "event_frame": decode_event_frame}
ENCODE: Encoders = {"chat_event": encode_chat_event, "event_frame": encode_event_frame}
