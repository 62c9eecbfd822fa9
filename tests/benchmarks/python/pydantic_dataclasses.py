"""Both protocols as pydantic dataclasses, strict; else they are spelled like `pydantic_models`."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag, TypeAdapter
from pydantic.dataclasses import dataclass
from pydantic_core import to_json

from benchmarks.python.pydantic_models import I32, I64, U32, U64, DateTime, key
from benchmarks.race import Decoders, Encoders

STRICT = ConfigDict(strict=True)
CLOSED = ConfigDict(strict=True, extra="forbid")


@dataclass(config=STRICT, kw_only=True, slots=True)
class EventMeta:
    event_id: str
    occurred_at: DateTime
    trace_id: str | None = None


@dataclass(config=STRICT, kw_only=True, slots=True)
class TokenUsage:
    prompt_tokens: U64
    completion_tokens: U64
    total_tokens: U64


@dataclass(config=STRICT, kw_only=True, slots=True)
class SessionStarted:
    meta: EventMeta
    session_id: str
    model: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class SessionCompleted:
    meta: EventMeta
    session_id: str
    status: Literal["running", "completed", "error", "cancelled"]


@dataclass(config=STRICT, kw_only=True, slots=True)
class RoundStarted:
    meta: EventMeta
    round_id: str
    session_id: str
    model: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class RoundCompleted:
    meta: EventMeta
    round_id: str
    session_id: str
    status: Literal["running", "success", "error", "cancelled"]
    usage: TokenUsage
    latency_ms: U64
    error: str | None = None


@dataclass(config=STRICT, kw_only=True, slots=True)
class ToolCalled:
    meta: EventMeta
    tool_call_id: str
    round_id: str
    session_id: str
    tool_name: str
    latency_ms: U64
    success: bool


@dataclass(config=STRICT, kw_only=True, slots=True)
class MessageCountUpdated:
    meta: EventMeta
    session_id: str
    message_count: U32


@dataclass(config=CLOSED, kw_only=True, slots=True)
class SessionStartedEnvelope:
    session_started: SessionStarted = Field(alias="SessionStarted")


@dataclass(config=CLOSED, kw_only=True, slots=True)
class SessionCompletedEnvelope:
    session_completed: SessionCompleted = Field(alias="SessionCompleted")


@dataclass(config=CLOSED, kw_only=True, slots=True)
class RoundStartedEnvelope:
    round_started: RoundStarted = Field(alias="RoundStarted")


@dataclass(config=CLOSED, kw_only=True, slots=True)
class RoundCompletedEnvelope:
    round_completed: RoundCompleted = Field(alias="RoundCompleted")


@dataclass(config=CLOSED, kw_only=True, slots=True)
class ToolCalledEnvelope:
    tool_called: ToolCalled = Field(alias="ToolCalled")


@dataclass(config=CLOSED, kw_only=True, slots=True)
class MessageCountUpdatedEnvelope:
    message_count_updated: MessageCountUpdated = Field(alias="MessageCountUpdated")


ChatEvent = Annotated[
    Annotated[SessionStartedEnvelope, Tag("SessionStarted")]
    | Annotated[SessionCompletedEnvelope, Tag("SessionCompleted")]
    | Annotated[RoundStartedEnvelope, Tag("RoundStarted")]
    | Annotated[RoundCompletedEnvelope, Tag("RoundCompleted")]
    | Annotated[ToolCalledEnvelope, Tag("ToolCalled")]
    | Annotated[MessageCountUpdatedEnvelope, Tag("MessageCountUpdated")],
    Discriminator(key),
]


@dataclass(config=STRICT, kw_only=True, slots=True)
class ResponseStart:
    event: Literal["response_start"]
    response_id: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class ResponseDelta:
    event: Literal["response_delta"]
    response_id: str
    delta: str
    channel: Literal["text", "reasoning"] = "text"


@dataclass(config=STRICT, kw_only=True, slots=True)
class ResponseEnd:
    event: Literal["response_end"]
    response_id: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class ToolCallStart:
    event: Literal["tool_call_start"]
    response_id: str
    tool_name: str
    arguments: Any


@dataclass(config=STRICT, kw_only=True, slots=True)
class ToolCallResult:
    event: Literal["tool_call_result"]
    response_id: str
    tool_name: str
    output: Any


@dataclass(config=STRICT, kw_only=True, slots=True)
class McpStartupFailedStatus:
    error: str


@dataclass(config=CLOSED, kw_only=True, slots=True)
class McpStartupFailed:
    failed: McpStartupFailedStatus


@dataclass(config=STRICT, kw_only=True, slots=True)
class McpStartupUpdateEvent:
    server_name: str
    status: Literal["starting", "ready", "cancelled"] | McpStartupFailed


@dataclass(config=STRICT, kw_only=True, slots=True)
class McpStartupUpdate:
    event: Literal["mcp_startup_update"]
    update: McpStartupUpdateEvent


@dataclass(config=STRICT, kw_only=True, slots=True)
class McpStartupFailure:
    server_name: str
    error: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class McpStartupCompleteEvent:
    ready: list[str]
    failed: list[McpStartupFailure]
    cancelled: list[str]


@dataclass(config=STRICT, kw_only=True, slots=True)
class McpStartupComplete:
    event: Literal["mcp_startup_complete"]
    summary: McpStartupCompleteEvent


@dataclass(config=STRICT, kw_only=True, slots=True)
class McpToolCallBegin:
    event: Literal["mcp_tool_call_begin"]
    server_name: str
    tool_name: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class McpToolCallEnd:
    event: Literal["mcp_tool_call_end"]
    server_name: str
    tool_name: str
    ok: bool


@dataclass(config=STRICT, kw_only=True, slots=True)
class NetworkApprovalContext:
    host: str
    protocol: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class NetworkPolicyAmendment:
    host: str
    action: Literal["allow", "deny"]


@dataclass(config=STRICT, kw_only=True, slots=True)
class ApprovedDecision:
    type: Literal["approved"]


@dataclass(config=STRICT, kw_only=True, slots=True)
class ApprovedExecpolicyAmendmentDecision:
    type: Literal["approved_execpolicy_amendment"]


@dataclass(config=STRICT, kw_only=True, slots=True)
class ApprovedForSessionDecision:
    type: Literal["approved_for_session"]


@dataclass(config=STRICT, kw_only=True, slots=True)
class NetworkPolicyAmendmentDecision:
    type: Literal["network_policy_amendment"]
    host: str
    action: Literal["allow", "deny"]


@dataclass(config=STRICT, kw_only=True, slots=True)
class DeniedDecision:
    type: Literal["denied"]


@dataclass(config=STRICT, kw_only=True, slots=True)
class AbortDecision:
    type: Literal["abort"]


ReviewDecision = Annotated[
    ApprovedDecision
    | ApprovedExecpolicyAmendmentDecision
    | ApprovedForSessionDecision
    | NetworkPolicyAmendmentDecision
    | DeniedDecision
    | AbortDecision,
    Field(discriminator="type"),
]


@dataclass(config=STRICT, kw_only=True, slots=True)
class ExecApprovalRequestEvent:
    call_id: str
    approval_id: str
    turn_id: str
    command: str
    cwd: str
    reason: str
    matched_rule: str | None = None
    network_approval_context: NetworkApprovalContext | None = None
    proposed_execpolicy_amendment: list[str] = field(default_factory=list)
    proposed_network_policy_amendments: list[NetworkPolicyAmendment] = field(default_factory=list)
    additional_permissions: list[str] = field(default_factory=list)
    available_decisions: list[ReviewDecision] = field(default_factory=list)


@dataclass(config=STRICT, kw_only=True, slots=True)
class ExecApprovalRequest:
    event: Literal["exec_approval_request"]
    request: ExecApprovalRequestEvent


@dataclass(config=STRICT, kw_only=True, slots=True)
class ApplyPatchApprovalRequest:
    event: Literal["apply_patch_approval_request"]
    request: ExecApprovalRequestEvent


@dataclass(config=STRICT, kw_only=True, slots=True)
class UserInputOption:
    label: str
    description: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class UserInputQuestion:
    header: str
    id: str
    question: str
    options: list[UserInputOption]
    allow_free_text: bool = False
    multi_select: bool = False


@dataclass(config=STRICT, kw_only=True, slots=True)
class UserInputRequestEvent:
    call_id: str
    turn_id: str
    request_id: str
    questions: list[UserInputQuestion]


@dataclass(config=STRICT, kw_only=True, slots=True)
class UserInputRequest:
    event: Literal["user_input_request"]
    request: UserInputRequestEvent


@dataclass(config=STRICT, kw_only=True, slots=True)
class ElicitationRequest:
    event: Literal["elicitation_request"]
    server_name: str
    request_id: str
    prompt: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class ExecCommandBegin:
    event: Literal["exec_command_begin"]
    command: str
    cwd: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class ExecCommandOutputDelta:
    event: Literal["exec_command_output_delta"]
    command: str
    delta: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class ExecCommandEnd:
    event: Literal["exec_command_end"]
    command: str
    exit_code: I32


@dataclass(config=STRICT, kw_only=True, slots=True)
class PatchApplyBegin:
    event: Literal["patch_apply_begin"]
    path: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class PatchApplyEnd:
    event: Literal["patch_apply_end"]
    path: str
    ok: bool


@dataclass(config=STRICT, kw_only=True, slots=True)
class TurnStarted:
    event: Literal["turn_started"]
    turn_id: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class TurnComplete:
    event: Literal["turn_complete"]
    turn_id: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class TurnAborted:
    event: Literal["turn_aborted"]
    turn_id: str
    reason: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class ThreadGoal:
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


@dataclass(config=STRICT, kw_only=True, slots=True)
class ThreadGoalUpdated:
    event: Literal["thread_goal_updated"]
    goal: ThreadGoal


@dataclass(config=STRICT, kw_only=True, slots=True)
class ThreadGoalCleared:
    event: Literal["thread_goal_cleared"]
    thread_id: str


@dataclass(config=STRICT, kw_only=True, slots=True)
class AgentError:
    event: Literal["error"]
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

_CHAT_EVENT: TypeAdapter[Any] = TypeAdapter(ChatEvent)
_EVENT_FRAME: TypeAdapter[Any] = TypeAdapter(Annotated[EventFrame, Field(discriminator="event")])

DECODE: Decoders = {
    "chat_event": _CHAT_EVENT.validate_json,
    "event_frame": _EVENT_FRAME.validate_json,
}
ENCODE: Encoders = {"chat_event": to_json, "event_frame": to_json}
