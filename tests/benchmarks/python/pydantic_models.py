"""Both protocols as pydantic models, strict, as a user of pydantic writes them.

Literals, since they are the fastest of pydantic's ways to spell an enum; date-times as text with a
pattern, since `datetime` drops the nanoseconds that the producers write.
"""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter, model_validator
from pydantic_core import to_json

from benchmarks.race import Decoders, Encoders

U32 = Annotated[int, Field(ge=0, le=2**32 - 1)]
U64 = Annotated[int, Field(ge=0, le=2**64 - 1)]
I32 = Annotated[int, Field(ge=-(2**31), le=2**31 - 1)]
I64 = Annotated[int, Field(ge=-(2**63), le=2**63 - 1)]
DateTime = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        r"[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
    ),
]


class Model(BaseModel):
    model_config = ConfigDict(strict=True)


class Closed(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class EventMeta(Model):
    event_id: str
    occurred_at: DateTime
    trace_id: str | None = None


class TokenUsage(Model):
    prompt_tokens: U64
    completion_tokens: U64
    total_tokens: U64


class SessionStarted(Model):
    meta: EventMeta
    session_id: str
    model: str


class SessionCompleted(Model):
    meta: EventMeta
    session_id: str
    status: Literal["running", "completed", "error", "cancelled"]


class RoundStarted(Model):
    meta: EventMeta
    round_id: str
    session_id: str
    model: str


class RoundCompleted(Model):
    meta: EventMeta
    round_id: str
    session_id: str
    status: Literal["running", "success", "error", "cancelled"]
    usage: TokenUsage
    latency_ms: U64
    error: str | None = None


class ToolCalled(Model):
    meta: EventMeta
    tool_call_id: str
    round_id: str
    session_id: str
    tool_name: str
    latency_ms: U64
    success: bool


class MessageCountUpdated(Model):
    meta: EventMeta
    session_id: str
    message_count: U32


class SessionStartedEnvelope(Closed):
    session_started: SessionStarted = Field(alias="SessionStarted")


class SessionCompletedEnvelope(Closed):
    session_completed: SessionCompleted = Field(alias="SessionCompleted")


class RoundStartedEnvelope(Closed):
    round_started: RoundStarted = Field(alias="RoundStarted")


class RoundCompletedEnvelope(Closed):
    round_completed: RoundCompleted = Field(alias="RoundCompleted")


class ToolCalledEnvelope(Closed):
    tool_called: ToolCalled = Field(alias="ToolCalled")


class MessageCountUpdatedEnvelope(Closed):
    message_count_updated: MessageCountUpdated = Field(alias="MessageCountUpdated")


def key(value: Any) -> Any:
    """The key of an envelope: the first that is read; the model of that name refuses a second."""
    if isinstance(value, dict):
        return next(iter(value), None)
    return type(value).__name__.removesuffix("Envelope")


ChatEvent = Annotated[
    Annotated[SessionStartedEnvelope, Tag("SessionStarted")]
    | Annotated[SessionCompletedEnvelope, Tag("SessionCompleted")]
    | Annotated[RoundStartedEnvelope, Tag("RoundStarted")]
    | Annotated[RoundCompletedEnvelope, Tag("RoundCompleted")]
    | Annotated[ToolCalledEnvelope, Tag("ToolCalled")]
    | Annotated[MessageCountUpdatedEnvelope, Tag("MessageCountUpdated")],
    Discriminator(key),
]


class ResponseStart(Model):
    event: Literal["response_start"]
    response_id: str


class ResponseDelta(Model):
    event: Literal["response_delta"]
    response_id: str
    delta: str
    channel: Literal["text", "reasoning"] = "text"


class ResponseEnd(Model):
    event: Literal["response_end"]
    response_id: str


class ToolCallStart(Model):
    event: Literal["tool_call_start"]
    response_id: str
    tool_name: str
    arguments: Any


class ToolCallResult(Model):
    event: Literal["tool_call_result"]
    response_id: str
    tool_name: str
    output: Any


class McpStartupFailedStatus(Model):
    error: str


class McpStartupFailed(Closed):
    failed: McpStartupFailedStatus


class McpStartupUpdateEvent(Model):
    server_name: str
    status: Literal["starting", "ready", "cancelled"] | McpStartupFailed


class McpStartupUpdate(Model):
    event: Literal["mcp_startup_update"]
    update: McpStartupUpdateEvent


class McpStartupFailure(Model):
    server_name: str
    error: str


class McpStartupCompleteEvent(Model):
    ready: list[str]
    failed: list[McpStartupFailure]
    cancelled: list[str]


class McpStartupComplete(Model):
    event: Literal["mcp_startup_complete"]
    summary: McpStartupCompleteEvent


class McpToolCallBegin(Model):
    event: Literal["mcp_tool_call_begin"]
    server_name: str
    tool_name: str


class McpToolCallEnd(Model):
    event: Literal["mcp_tool_call_end"]
    server_name: str
    tool_name: str
    ok: bool


class NetworkApprovalContext(Model):
    host: str
    protocol: str


class NetworkPolicyAmendment(Model):
    host: str
    action: Literal["allow", "deny"]


class ApprovedDecision(Model):
    type: Literal["approved"]


class ApprovedExecpolicyAmendmentDecision(Model):
    type: Literal["approved_execpolicy_amendment"]


class ApprovedForSessionDecision(Model):
    type: Literal["approved_for_session"]


class NetworkPolicyAmendmentDecision(Model):
    type: Literal["network_policy_amendment"]
    host: str
    action: Literal["allow", "deny"]


class DeniedDecision(Model):
    type: Literal["denied"]


class AbortDecision(Model):
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


class ExecApprovalRequestEvent(Model):
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


class ExecApprovalRequest(Model):
    event: Literal["exec_approval_request"]
    request: ExecApprovalRequestEvent


class ApplyPatchApprovalRequest(Model):
    event: Literal["apply_patch_approval_request"]
    request: ExecApprovalRequestEvent


class UserInputOption(Model):
    label: str
    description: str


class UserInputQuestion(Model):
    header: str
    id: str
    question: str
    options: list[UserInputOption]
    allow_free_text: bool = False
    multi_select: bool = False


class UserInputRequestEvent(Model):
    call_id: str
    turn_id: str
    request_id: str
    questions: list[UserInputQuestion]


class UserInputRequest(Model):
    event: Literal["user_input_request"]
    request: UserInputRequestEvent


class ElicitationRequest(Model):
    event: Literal["elicitation_request"]
    server_name: str
    request_id: str
    prompt: str


class ExecCommandBegin(Model):
    event: Literal["exec_command_begin"]
    command: str
    cwd: str


class ExecCommandOutputDelta(Model):
    event: Literal["exec_command_output_delta"]
    command: str
    delta: str


class ExecCommandEnd(Model):
    event: Literal["exec_command_end"]
    command: str
    exit_code: I32


class PatchApplyBegin(Model):
    event: Literal["patch_apply_begin"]
    path: str


class PatchApplyEnd(Model):
    event: Literal["patch_apply_end"]
    path: str
    ok: bool


class TurnStarted(Model):
    event: Literal["turn_started"]
    turn_id: str


class TurnComplete(Model):
    event: Literal["turn_complete"]
    turn_id: str


class TurnAborted(Model):
    event: Literal["turn_aborted"]
    turn_id: str
    reason: str


class ThreadGoal(Model):
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


class ThreadGoalUpdated(Model):
    event: Literal["thread_goal_updated"]
    goal: ThreadGoal


class ThreadGoalCleared(Model):
    event: Literal["thread_goal_cleared"]
    thread_id: str


class AgentError(Model):
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


class OptionalMembers(Closed):
    """The chat event in another spelling: one model, whose member that is set tells the event."""

    session_started: SessionStarted | None = Field(None, alias="SessionStarted")
    session_completed: SessionCompleted | None = Field(None, alias="SessionCompleted")
    round_started: RoundStarted | None = Field(None, alias="RoundStarted")
    round_completed: RoundCompleted | None = Field(None, alias="RoundCompleted")
    tool_called: ToolCalled | None = Field(None, alias="ToolCalled")
    message_count_updated: MessageCountUpdated | None = Field(None, alias="MessageCountUpdated")

    @model_validator(mode="after")
    def one_is_set(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("not one key")
        return self


DECODE: Decoders = {
    "chat_event": _CHAT_EVENT.validate_json,
    "event_frame": _EVENT_FRAME.validate_json,
}
ENCODE: Encoders = {"chat_event": to_json, "event_frame": to_json}
DECODE_OPTIONAL_MEMBERS: Decoders = {"chat_event": TypeAdapter(OptionalMembers).validate_json}
DUMP_JSON: Encoders = {
    "chat_event": partial(_CHAT_EVENT.dump_json, by_alias=True),
    "event_frame": _EVENT_FRAME.dump_json,
}
