"""Both protocols as msgspec Structs, as a user of msgspec writes them.

A bound past int64 is not msgspec's to check, so `__post_init__` checks the one of a u64.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from benchmarks.race import Decoders, Encoders

U32 = Annotated[int, Meta(ge=0, le=2**32 - 1)]
AtLeast0 = Annotated[int, Meta(ge=0)]
I32 = Annotated[int, Meta(ge=-(2**31), le=2**31 - 1)]
I64 = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
DateTime = Annotated[datetime, Meta(tz=True)]

U64_MAX = 2**64 - 1


class EventMeta(Struct):
    event_id: str
    occurred_at: DateTime
    trace_id: str | None = None


class TokenUsage(Struct):
    prompt_tokens: AtLeast0
    completion_tokens: AtLeast0
    total_tokens: AtLeast0

    def __post_init__(self) -> None:
        if max(self.prompt_tokens, self.completion_tokens, self.total_tokens) > U64_MAX:
            raise ValueError("more than a u64 holds")


class SessionStarted(Struct):
    meta: EventMeta
    session_id: str
    model: str


class SessionCompleted(Struct):
    meta: EventMeta
    session_id: str
    status: Literal["running", "completed", "error", "cancelled"]


class RoundStarted(Struct):
    meta: EventMeta
    round_id: str
    session_id: str
    model: str


class RoundCompleted(Struct):
    meta: EventMeta
    round_id: str
    session_id: str
    status: Literal["running", "success", "error", "cancelled"]
    usage: TokenUsage
    latency_ms: AtLeast0
    error: str | None = None

    def __post_init__(self) -> None:
        if self.latency_ms > U64_MAX:
            raise ValueError("more than a u64 holds")


class ToolCalled(Struct):
    meta: EventMeta
    tool_call_id: str
    round_id: str
    session_id: str
    tool_name: str
    latency_ms: AtLeast0
    success: bool

    def __post_init__(self) -> None:
        if self.latency_ms > U64_MAX:
            raise ValueError("more than a u64 holds")


class MessageCountUpdated(Struct):
    meta: EventMeta
    session_id: str
    message_count: U32


class ChatEvent(Struct, rename="pascal", forbid_unknown_fields=True):
    """The envelope; which of its members is set tells the event."""

    session_started: SessionStarted | UnsetType = UNSET
    session_completed: SessionCompleted | UnsetType = UNSET
    round_started: RoundStarted | UnsetType = UNSET
    round_completed: RoundCompleted | UnsetType = UNSET
    tool_called: ToolCalled | UnsetType = UNSET
    message_count_updated: MessageCountUpdated | UnsetType = UNSET

    def __post_init__(self) -> None:
        members = (
            self.session_started,
            self.session_completed,
            self.round_started,
            self.round_completed,
            self.tool_called,
            self.message_count_updated,
        )
        if members.count(UNSET) != len(members) - 1:
            raise ValueError("not one key")


class ResponseStart(Struct, tag_field="event", tag="response_start"):
    response_id: str


class ResponseDelta(Struct, tag_field="event", tag="response_delta"):
    response_id: str
    delta: str
    channel: Literal["text", "reasoning"] = "text"


class ResponseEnd(Struct, tag_field="event", tag="response_end"):
    response_id: str


class ToolCallStart(Struct, tag_field="event", tag="tool_call_start"):
    response_id: str
    tool_name: str
    arguments: Any


class ToolCallResult(Struct, tag_field="event", tag="tool_call_result"):
    response_id: str
    tool_name: str
    output: Any


class McpStartupFailedStatus(Struct):
    error: str


class McpStartupFailed(Struct, forbid_unknown_fields=True):
    failed: McpStartupFailedStatus


class McpStartupUpdateEvent(Struct):
    server_name: str
    status: Literal["starting", "ready", "cancelled"] | McpStartupFailed


class McpStartupUpdate(Struct, tag_field="event", tag="mcp_startup_update"):
    update: McpStartupUpdateEvent


class McpStartupFailure(Struct):
    server_name: str
    error: str


class McpStartupCompleteEvent(Struct):
    ready: list[str]
    failed: list[McpStartupFailure]
    cancelled: list[str]


class McpStartupComplete(Struct, tag_field="event", tag="mcp_startup_complete"):
    summary: McpStartupCompleteEvent


class McpToolCallBegin(Struct, tag_field="event", tag="mcp_tool_call_begin"):
    server_name: str
    tool_name: str


class McpToolCallEnd(Struct, tag_field="event", tag="mcp_tool_call_end"):
    server_name: str
    tool_name: str
    ok: bool


class NetworkApprovalContext(Struct):
    host: str
    protocol: str


class NetworkPolicyAmendment(Struct):
    host: str
    action: Literal["allow", "deny"]


class ApprovedDecision(Struct, tag_field="type", tag="approved"):
    pass


class ApprovedExecpolicyAmendmentDecision(
    Struct, tag_field="type", tag="approved_execpolicy_amendment"
):
    pass


class ApprovedForSessionDecision(Struct, tag_field="type", tag="approved_for_session"):
    pass


class NetworkPolicyAmendmentDecision(Struct, tag_field="type", tag="network_policy_amendment"):
    host: str
    action: Literal["allow", "deny"]


class DeniedDecision(Struct, tag_field="type", tag="denied"):
    pass


class AbortDecision(Struct, tag_field="type", tag="abort"):
    pass


ReviewDecision = (
    ApprovedDecision
    | ApprovedExecpolicyAmendmentDecision
    | ApprovedForSessionDecision
    | NetworkPolicyAmendmentDecision
    | DeniedDecision
    | AbortDecision
)


class ExecApprovalRequestEvent(Struct):
    call_id: str
    approval_id: str
    turn_id: str
    command: str
    cwd: str
    reason: str
    matched_rule: str | None = None
    network_approval_context: NetworkApprovalContext | None = None
    proposed_execpolicy_amendment: list[str] = []
    proposed_network_policy_amendments: list[NetworkPolicyAmendment] = []
    additional_permissions: list[str] = []
    available_decisions: list[ReviewDecision] = []


class ExecApprovalRequest(Struct, tag_field="event", tag="exec_approval_request"):
    request: ExecApprovalRequestEvent


class ApplyPatchApprovalRequest(Struct, tag_field="event", tag="apply_patch_approval_request"):
    request: ExecApprovalRequestEvent


class UserInputOption(Struct):
    label: str
    description: str


class UserInputQuestion(Struct):
    header: str
    id: str
    question: str
    options: list[UserInputOption]
    allow_free_text: bool = False
    multi_select: bool = False


class UserInputRequestEvent(Struct):
    call_id: str
    turn_id: str
    request_id: str
    questions: list[UserInputQuestion]


class UserInputRequest(Struct, tag_field="event", tag="user_input_request"):
    request: UserInputRequestEvent


class ElicitationRequest(Struct, tag_field="event", tag="elicitation_request"):
    server_name: str
    request_id: str
    prompt: str


class ExecCommandBegin(Struct, tag_field="event", tag="exec_command_begin"):
    command: str
    cwd: str


class ExecCommandOutputDelta(Struct, tag_field="event", tag="exec_command_output_delta"):
    command: str
    delta: str


class ExecCommandEnd(Struct, tag_field="event", tag="exec_command_end"):
    command: str
    exit_code: I32


class PatchApplyBegin(Struct, tag_field="event", tag="patch_apply_begin"):
    path: str


class PatchApplyEnd(Struct, tag_field="event", tag="patch_apply_end"):
    path: str
    ok: bool


class TurnStarted(Struct, tag_field="event", tag="turn_started"):
    turn_id: str


class TurnComplete(Struct, tag_field="event", tag="turn_complete"):
    turn_id: str


class TurnAborted(Struct, tag_field="event", tag="turn_aborted"):
    turn_id: str
    reason: str


class ThreadGoal(Struct, kw_only=True):
    thread_id: str
    goal_id: str
    objective: str
    status: Literal["active", "paused", "blocked", "usage_limited", "budget_limited", "complete"]
    token_budget: I64 | None = None
    tokens_used: I64
    time_used_seconds: I64
    continuation_count: I64
    created_at: I64
    updated_at: I64


class ThreadGoalUpdated(Struct, tag_field="event", tag="thread_goal_updated"):
    goal: ThreadGoal


class ThreadGoalCleared(Struct, tag_field="event", tag="thread_goal_cleared"):
    thread_id: str


class AgentError(Struct, tag_field="event", tag="error"):
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

_ENCODER = msgspec.json.Encoder()

DECODE: Decoders = {
    "chat_event": msgspec.json.Decoder(ChatEvent).decode,
    "event_frame": msgspec.json.Decoder(EventFrame).decode,
}
ENCODE: Encoders = {"chat_event": _ENCODER.encode, "event_frame": _ENCODER.encode}
