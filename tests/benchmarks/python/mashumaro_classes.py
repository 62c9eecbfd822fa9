"""Both protocols as dataclasses with mashumaro, as a user of mashumaro writes them.

It takes the types of most members on trust; that is its way, and its verdicts show it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any, Literal

import orjson
from mashumaro.codecs.orjson import ORJSONDecoder
from mashumaro.mixins.orjson import DataClassORJSONMixin
from mashumaro.types import Discriminator

from benchmarks.race import Decoders, Encoders


@dataclass(kw_only=True)
class EventMeta(DataClassORJSONMixin):
    event_id: str
    occurred_at: datetime
    trace_id: str | None = None


@dataclass(kw_only=True)
class TokenUsage(DataClassORJSONMixin):
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


@dataclass(kw_only=True)
class SessionStarted(DataClassORJSONMixin):
    meta: EventMeta
    session_id: str
    model: str


@dataclass(kw_only=True)
class SessionCompleted(DataClassORJSONMixin):
    meta: EventMeta
    session_id: str
    status: Literal["running", "completed", "error", "cancelled"]


@dataclass(kw_only=True)
class RoundStarted(DataClassORJSONMixin):
    meta: EventMeta
    round_id: str
    session_id: str
    model: str


@dataclass(kw_only=True)
class RoundCompleted(DataClassORJSONMixin):
    meta: EventMeta
    round_id: str
    session_id: str
    status: Literal["running", "success", "error", "cancelled"]
    usage: TokenUsage
    latency_ms: int
    error: str | None = None


@dataclass(kw_only=True)
class ToolCalled(DataClassORJSONMixin):
    meta: EventMeta
    tool_call_id: str
    round_id: str
    session_id: str
    tool_name: str
    latency_ms: int
    success: bool


@dataclass(kw_only=True)
class MessageCountUpdated(DataClassORJSONMixin):
    meta: EventMeta
    session_id: str
    message_count: int


@dataclass(kw_only=True)
class ResponseStart(DataClassORJSONMixin):
    event: Literal["response_start"] = "response_start"
    response_id: str


@dataclass(kw_only=True)
class ResponseDelta(DataClassORJSONMixin):
    event: Literal["response_delta"] = "response_delta"
    response_id: str
    delta: str
    channel: Literal["text", "reasoning"] = "text"


@dataclass(kw_only=True)
class ResponseEnd(DataClassORJSONMixin):
    event: Literal["response_end"] = "response_end"
    response_id: str


@dataclass(kw_only=True)
class ToolCallStart(DataClassORJSONMixin):
    event: Literal["tool_call_start"] = "tool_call_start"
    response_id: str
    tool_name: str
    arguments: Any


@dataclass(kw_only=True)
class ToolCallResult(DataClassORJSONMixin):
    event: Literal["tool_call_result"] = "tool_call_result"
    response_id: str
    tool_name: str
    output: Any


@dataclass(kw_only=True)
class McpStartupFailedStatus(DataClassORJSONMixin):
    error: str


@dataclass(kw_only=True)
class McpStartupFailed(DataClassORJSONMixin):
    failed: McpStartupFailedStatus


@dataclass(kw_only=True)
class McpStartupUpdateEvent(DataClassORJSONMixin):
    server_name: str
    status: Literal["starting", "ready", "cancelled"] | McpStartupFailed


@dataclass(kw_only=True)
class McpStartupUpdate(DataClassORJSONMixin):
    event: Literal["mcp_startup_update"] = "mcp_startup_update"
    update: McpStartupUpdateEvent


@dataclass(kw_only=True)
class McpStartupFailure(DataClassORJSONMixin):
    server_name: str
    error: str


@dataclass(kw_only=True)
class McpStartupCompleteEvent(DataClassORJSONMixin):
    ready: list[str]
    failed: list[McpStartupFailure]
    cancelled: list[str]


@dataclass(kw_only=True)
class McpStartupComplete(DataClassORJSONMixin):
    event: Literal["mcp_startup_complete"] = "mcp_startup_complete"
    summary: McpStartupCompleteEvent


@dataclass(kw_only=True)
class McpToolCallBegin(DataClassORJSONMixin):
    event: Literal["mcp_tool_call_begin"] = "mcp_tool_call_begin"
    server_name: str
    tool_name: str


@dataclass(kw_only=True)
class McpToolCallEnd(DataClassORJSONMixin):
    event: Literal["mcp_tool_call_end"] = "mcp_tool_call_end"
    server_name: str
    tool_name: str
    ok: bool


@dataclass(kw_only=True)
class NetworkApprovalContext(DataClassORJSONMixin):
    host: str
    protocol: str


@dataclass(kw_only=True)
class NetworkPolicyAmendment(DataClassORJSONMixin):
    host: str
    action: Literal["allow", "deny"]


@dataclass(kw_only=True)
class ApprovedDecision(DataClassORJSONMixin):
    type: Literal["approved"] = "approved"


@dataclass(kw_only=True)
class ApprovedExecpolicyAmendmentDecision(DataClassORJSONMixin):
    type: Literal["approved_execpolicy_amendment"] = "approved_execpolicy_amendment"


@dataclass(kw_only=True)
class ApprovedForSessionDecision(DataClassORJSONMixin):
    type: Literal["approved_for_session"] = "approved_for_session"


@dataclass(kw_only=True)
class NetworkPolicyAmendmentDecision(DataClassORJSONMixin):
    type: Literal["network_policy_amendment"] = "network_policy_amendment"
    host: str
    action: Literal["allow", "deny"]


@dataclass(kw_only=True)
class DeniedDecision(DataClassORJSONMixin):
    type: Literal["denied"] = "denied"


@dataclass(kw_only=True)
class AbortDecision(DataClassORJSONMixin):
    type: Literal["abort"] = "abort"


ReviewDecision = Annotated[
    ApprovedDecision
    | ApprovedExecpolicyAmendmentDecision
    | ApprovedForSessionDecision
    | NetworkPolicyAmendmentDecision
    | DeniedDecision
    | AbortDecision,
    Discriminator(field="type", include_supertypes=True),
]


@dataclass(kw_only=True)
class ExecApprovalRequestEvent(DataClassORJSONMixin):
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


@dataclass(kw_only=True)
class ExecApprovalRequest(DataClassORJSONMixin):
    event: Literal["exec_approval_request"] = "exec_approval_request"
    request: ExecApprovalRequestEvent


@dataclass(kw_only=True)
class ApplyPatchApprovalRequest(DataClassORJSONMixin):
    event: Literal["apply_patch_approval_request"] = "apply_patch_approval_request"
    request: ExecApprovalRequestEvent


@dataclass(kw_only=True)
class UserInputOption(DataClassORJSONMixin):
    label: str
    description: str


@dataclass(kw_only=True)
class UserInputQuestion(DataClassORJSONMixin):
    header: str
    id: str
    question: str
    options: list[UserInputOption]
    allow_free_text: bool = False
    multi_select: bool = False


@dataclass(kw_only=True)
class UserInputRequestEvent(DataClassORJSONMixin):
    call_id: str
    turn_id: str
    request_id: str
    questions: list[UserInputQuestion]


@dataclass(kw_only=True)
class UserInputRequest(DataClassORJSONMixin):
    event: Literal["user_input_request"] = "user_input_request"
    request: UserInputRequestEvent


@dataclass(kw_only=True)
class ElicitationRequest(DataClassORJSONMixin):
    event: Literal["elicitation_request"] = "elicitation_request"
    server_name: str
    request_id: str
    prompt: str


@dataclass(kw_only=True)
class ExecCommandBegin(DataClassORJSONMixin):
    event: Literal["exec_command_begin"] = "exec_command_begin"
    command: str
    cwd: str


@dataclass(kw_only=True)
class ExecCommandOutputDelta(DataClassORJSONMixin):
    event: Literal["exec_command_output_delta"] = "exec_command_output_delta"
    command: str
    delta: str


@dataclass(kw_only=True)
class ExecCommandEnd(DataClassORJSONMixin):
    event: Literal["exec_command_end"] = "exec_command_end"
    command: str
    exit_code: int


@dataclass(kw_only=True)
class PatchApplyBegin(DataClassORJSONMixin):
    event: Literal["patch_apply_begin"] = "patch_apply_begin"
    path: str


@dataclass(kw_only=True)
class PatchApplyEnd(DataClassORJSONMixin):
    event: Literal["patch_apply_end"] = "patch_apply_end"
    path: str
    ok: bool


@dataclass(kw_only=True)
class TurnStarted(DataClassORJSONMixin):
    event: Literal["turn_started"] = "turn_started"
    turn_id: str


@dataclass(kw_only=True)
class TurnComplete(DataClassORJSONMixin):
    event: Literal["turn_complete"] = "turn_complete"
    turn_id: str


@dataclass(kw_only=True)
class TurnAborted(DataClassORJSONMixin):
    event: Literal["turn_aborted"] = "turn_aborted"
    turn_id: str
    reason: str


@dataclass(kw_only=True)
class ThreadGoal(DataClassORJSONMixin):
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


@dataclass(kw_only=True)
class ThreadGoalUpdated(DataClassORJSONMixin):
    event: Literal["thread_goal_updated"] = "thread_goal_updated"
    goal: ThreadGoal


@dataclass(kw_only=True)
class ThreadGoalCleared(DataClassORJSONMixin):
    event: Literal["thread_goal_cleared"] = "thread_goal_cleared"
    thread_id: str


@dataclass(kw_only=True)
class AgentError(DataClassORJSONMixin):
    event: Literal["error"] = "error"
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


_EVENTS: dict[str, Callable[[dict[str, Any]], Any]] = {
    each.__name__: each.from_dict
    for each in (
        SessionStarted,
        SessionCompleted,
        RoundStarted,
        RoundCompleted,
        ToolCalled,
        MessageCountUpdated,
    )
}


def decode_chat_event(text: bytes) -> Any:
    ((key, members),) = orjson.loads(text).items()
    return _EVENTS[key](members)


def encode_chat_event(event: Any) -> bytes:
    return b'{"%s":%s}' % (type(event).__name__.encode(), event.to_jsonb())


def encode_event_frame(frame: Any) -> bytes:
    return frame.to_jsonb()  # type: ignore[no-any-return]  # the union is Any to its reader


DECODE: Decoders = {
    "chat_event": decode_chat_event,
    "event_frame": ORJSONDecoder(
        Annotated[EventFrame, Discriminator(field="event", include_supertypes=True)]
    ).decode,
}
ENCODE: Encoders = {"chat_event": encode_chat_event, "event_frame": encode_event_frame}
