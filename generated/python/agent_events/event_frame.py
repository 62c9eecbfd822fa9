"""A frame of an agent's event stream.

The member `event` tells what it is; the other members stand beside it. Frames cover a turn from
turn_started to turn_complete or turn_aborted: streamed responses, tool calls, start-up of MCP
servers, commands, patches, approvals and errors. What a frame begins, its counterpart ends.

Made by eventwright from schema/event_frame; edit the schema and run `eventwright generate`.
"""

# Readers fill records of classes that no type checker knows.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Literal, TypeAlias

from ._functions import (
    functions,
    name_functions,
    union_functions,
    unknown_external_tag,
    unknown_internal_tag,
)
from ._issues import DecodeError as DecodeError
from ._issues import EncodeError as EncodeError
from ._issues import Issue as Issue
from ._json import JsonValue as JsonValue
from ._json import json_text, list_text, quoted
from ._rules import (
    ANY_JSON,
    BOOLEAN,
    INT32,
    INT32_MAX,
    INT32_MIN,
    INT64,
    INT64_MAX,
    INT64_MIN,
    NULL_OR_INT64,
    NULL_OR_STRING,
    STRING,
    array_of,
    const,
    enum,
    external,
    internal,
    nullable,
    optional,
    record,
    typed,
)
from ._values import (
    InvalidError,
    Readers,
    Unknown,
    Writers,
    always,
    any_json,
    array,
    blanks,
    by_class,
    by_class_under_key,
    by_key,
    by_tag,
    int32,
    int64,
    member_of,
    null_or,
    tagged,
    texts,
    unknown_text,
)

# Types


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseStart:
    """The model starts a response.

    Its text follows in response_delta frames and response_end closes it, all with the same
    `response_id`.
    """

    event: ClassVar[Literal["response_start"]] = "response_start"
    """Tells this frame from the others; it may stand anywhere in the object."""

    response_id: str
    """The new response."""


class ResponseChannel(StrEnum):
    """Where the text of a response belongs."""

    TEXT = "text"
    """The answer that the user reads."""
    REASONING = "reasoning"
    """The model's thinking on the way to the answer; clients usually fold it away or leave it out.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseDelta:
    """The next piece of a response in progress.

    Pieces come in order; joined per channel they are the response's text.
    """

    event: ClassVar[Literal["response_delta"]] = "response_delta"
    """Tells this frame from the others; it may stand anywhere in the object."""

    response_id: str
    """The response that the piece belongs to."""
    delta: str
    """Text to append to what the channel already holds."""
    channel: ResponseChannel = ResponseChannel.TEXT
    """Whether the text is part of the answer or of the model's reasoning. Left out on the wire when
    it is `text`.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseEnd:
    """The response is finished; no more of its text follows."""

    event: ClassVar[Literal["response_end"]] = "response_end"
    """Tells this frame from the others; it may stand anywhere in the object."""

    response_id: str
    """The response that ended, as named by its response_start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCallStart:
    """The model calls a tool. The matching tool_call_result reports what came of it."""

    event: ClassVar[Literal["tool_call_start"]] = "tool_call_start"
    """Tells this frame from the others; it may stand anywhere in the object."""

    response_id: str
    """The response that makes the call."""
    tool_name: str
    """Name of the tool that is called."""
    arguments: JsonValue
    """What the tool is called with: any JSON value, whose shape only the tool knows. Always
    present; null is a value like any other.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCallResult:
    """A tool call is finished and has produced a result."""

    event: ClassVar[Literal["tool_call_result"]] = "tool_call_result"
    """Tells this frame from the others; it may stand anywhere in the object."""

    response_id: str
    """The response that made the call."""
    tool_name: str
    """Name of the tool that was called."""
    output: JsonValue
    """What the tool returned: any JSON value, whose shape only the tool knows. Always present; null
    is a value like any other.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class McpStartupFailedStatus:
    """Why an MCP server could not be started."""

    error: str
    """What went wrong, for a person to read."""


McpStartupStatus: TypeAlias = Literal["starting", "ready", "cancelled"] | McpStartupFailedStatus
"""How far an MCP server has come in its start-up. On the wire it is a bare string or, for a
failure, an object with the one key `failed`. All but `starting` are final.

- "starting": The server is being started.
- "ready": The server is up and takes requests.
- "cancelled": The start-up was called off before it finished.
"""


class UnknownMcpStartupStatus(Unknown):
    """A value of McpStartupStatus with an unknown tag, kept as it came."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class McpStartupUpdateEvent:
    """One MCP server and how far it has come in its start-up."""

    server_name: str
    """Name of the MCP server, as configured."""
    status: McpStartupStatus
    """The state that the server is in now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class McpStartupUpdate:
    """One MCP server moved on in its start-up.

    Updates for all servers come before the closing mcp_startup_complete.
    """

    event: ClassVar[Literal["mcp_startup_update"]] = "mcp_startup_update"
    """Tells this frame from the others; it may stand anywhere in the object."""

    update: McpStartupUpdateEvent
    """Which server it is and how far it has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class McpStartupFailure:
    """An MCP server that could not be started, and why."""

    server_name: str
    """Name of the MCP server, as configured."""
    error: str
    """What went wrong, for a person to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class McpStartupCompleteEvent:
    """All configured MCP servers, sorted by how their start-up ended.

    Each server stands in one list; a list may be empty but is never left out.
    """

    ready: tuple[str, ...]
    """Servers that are up and take requests."""
    failed: tuple[McpStartupFailure, ...]
    """Servers that could not be started, each with the reason."""
    cancelled: tuple[str, ...]
    """Servers whose start-up was called off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class McpStartupComplete:
    """Every MCP server has finished starting, one way or another."""

    event: ClassVar[Literal["mcp_startup_complete"]] = "mcp_startup_complete"
    """Tells this frame from the others; it may stand anywhere in the object."""

    summary: McpStartupCompleteEvent
    """What became of each server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class McpToolCallBegin:
    """A call to a tool of an MCP server begins; mcp_tool_call_end ends it."""

    event: ClassVar[Literal["mcp_tool_call_begin"]] = "mcp_tool_call_begin"
    """Tells this frame from the others; it may stand anywhere in the object."""

    server_name: str
    """Name of the MCP server that offers the tool."""
    tool_name: str
    """Name of the tool on that server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class McpToolCallEnd:
    """A call to a tool of an MCP server is finished."""

    event: ClassVar[Literal["mcp_tool_call_end"]] = "mcp_tool_call_end"
    """Tells this frame from the others; it may stand anywhere in the object."""

    server_name: str
    """Name of the MCP server that offers the tool."""
    tool_name: str
    """Name of the tool on that server."""
    ok: bool
    """Whether the call succeeded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkApprovalContext:
    """A network connection that is waiting for approval."""

    host: str
    """Host name that would be connected to."""
    protocol: str
    """Protocol of the connection, such as `https`."""


class NetworkPolicyAction(StrEnum):
    """What a network rule does with connections to its host."""

    ALLOW = "allow"
    """Connections to the host are let through."""
    DENY = "deny"
    """Connections to the host are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPolicyAmendment:
    """A network rule for one host that could be added to the user's policy."""

    host: str
    """Host name that the rule is about."""
    action: NetworkPolicyAction
    """Whether connections to the host are let through or refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedDecision:
    """Go ahead, this once."""

    type: ClassVar[Literal["approved"]] = "approved"
    """Tells this decision from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedExecpolicyAmendmentDecision:
    """Go ahead, and add the proposed rules to the execution policy.

    Similar commands are not asked about again.
    """

    type: ClassVar[Literal["approved_execpolicy_amendment"]] = "approved_execpolicy_amendment"
    """Tells this decision from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedForSessionDecision:
    """Go ahead, and do not ask again for the same thing during this session."""

    type: ClassVar[Literal["approved_for_session"]] = "approved_for_session"
    """Tells this decision from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPolicyAmendmentDecision:
    """Decide by a rule for one host, which is added to the network policy."""

    type: ClassVar[Literal["network_policy_amendment"]] = "network_policy_amendment"
    """Tells this decision from the others."""

    host: str
    """Host name that the rule is about."""
    action: NetworkPolicyAction
    """Whether connections to the host are let through or refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeniedDecision:
    """Do not do it. The turn itself goes on."""

    type: ClassVar[Literal["denied"]] = "denied"
    """Tells this decision from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbortDecision:
    """Do not do it, and break off the whole turn."""

    type: ClassVar[Literal["abort"]] = "abort"
    """Tells this decision from the others."""


ReviewDecision: TypeAlias = (
    ApprovedDecision
    | ApprovedExecpolicyAmendmentDecision
    | ApprovedForSessionDecision
    | NetworkPolicyAmendmentDecision
    | DeniedDecision
    | AbortDecision
)
"""An answer that the user can give to an approval request."""


class UnknownReviewDecision(Unknown):
    """A value of ReviewDecision with an unknown tag, kept as it came."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecApprovalRequestEvent:
    """A request for the user's approval of a command or a patch.

    The agent waits until one of the available decisions is sent back.
    """

    call_id: str
    """The tool call that needs approval."""
    approval_id: str
    """Identifies this request; the user's decision refers to it."""
    turn_id: str
    """The turn in which the request was made."""
    command: str
    """What would be run or applied once approved, for the user to read."""
    cwd: str
    """Path of the directory that it would run in."""
    reason: str
    """Why approval is needed, for a person to read."""
    matched_rule: str | None = None
    """The policy rule that asked for approval. Null, and left out on the wire, when no rule in
    particular did.
    """
    network_approval_context: NetworkApprovalContext | None = None
    """The connection that is waiting for approval. Null, and left out on the wire, when the request
    is not about the network.
    """
    proposed_execpolicy_amendment: tuple[str, ...] = ()
    """Rules that an approval with an execution policy amendment would add. Empty when none are
    proposed.
    """
    proposed_network_policy_amendments: tuple[NetworkPolicyAmendment, ...] = ()
    """Network rules that the user could accept instead of deciding each time. Empty when none are
    proposed.
    """
    additional_permissions: tuple[str, ...] = ()
    """Permissions that the action needs beyond those already granted. Empty when it needs no more.
    """
    available_decisions: tuple[ReviewDecision, ...] = ()
    """The decisions that the user can choose from. Empty when the producer names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecApprovalRequest:
    """The agent wants to run a command and waits until the user has decided."""

    event: ClassVar[Literal["exec_approval_request"]] = "exec_approval_request"
    """Tells this frame from the others; it may stand anywhere in the object."""

    request: ExecApprovalRequestEvent
    """What is to be run, why it needs approval and what the user may decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyPatchApprovalRequest:
    """The agent wants to apply a patch and waits until the user has decided."""

    event: ClassVar[Literal["apply_patch_approval_request"]] = "apply_patch_approval_request"
    """Tells this frame from the others; it may stand anywhere in the object."""

    request: ExecApprovalRequestEvent
    """The patch to be applied, why it needs approval and what the user may decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserInputOption:
    """One answer to choose from."""

    label: str
    """A short text to choose by; it is also what is sent back when the option is chosen."""
    description: str
    """What choosing this option means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserInputQuestion:
    """One question with the answers to choose from."""

    header: str
    """A short title to show above the question."""
    id: str
    """Identifies the question within the request; its answer refers to it."""
    question: str
    """The question itself."""
    options: tuple[UserInputOption, ...]
    """The answers to choose from, to show in this order."""
    allow_free_text: bool = False
    """Whether the user may also type an answer of their own. False when absent."""
    multi_select: bool = False
    """Whether the user may choose more than one option. False when absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserInputRequestEvent:
    """Questions that the model puts to the user. The agent waits for the answers."""

    call_id: str
    """The tool call that asks."""
    turn_id: str
    """The turn in which the request was made."""
    request_id: str
    """Identifies this request; the user's answers refer to it."""
    questions: tuple[UserInputQuestion, ...]
    """The questions to show, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserInputRequest:
    """The model asks the user one or more questions and waits for the answers."""

    event: ClassVar[Literal["user_input_request"]] = "user_input_request"
    """Tells this frame from the others; it may stand anywhere in the object."""

    request: UserInputRequestEvent
    """The questions, and the identifiers that the answers refer to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElicitationRequest:
    """An MCP server asks the user for input through the agent."""

    event: ClassVar[Literal["elicitation_request"]] = "elicitation_request"
    """Tells this frame from the others; it may stand anywhere in the object."""

    server_name: str
    """Name of the MCP server that asks."""
    request_id: str
    """Identifies the request; the user's answer refers to it."""
    prompt: str
    """What to show the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecCommandBegin:
    """A command starts.

    Its output follows in exec_command_output_delta frames and exec_command_end ends it.
    """

    event: ClassVar[Literal["exec_command_begin"]] = "exec_command_begin"
    """Tells this frame from the others; it may stand anywhere in the object."""

    command: str
    """The command line that is run."""
    cwd: str
    """Path of the directory that the command runs in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecCommandOutputDelta:
    """The next piece of output of a running command."""

    event: ClassVar[Literal["exec_command_output_delta"]] = "exec_command_output_delta"
    """Tells this frame from the others; it may stand anywhere in the object."""

    command: str
    """The command line that produced the output, as in its exec_command_begin."""
    delta: str
    """Text to append to the command's output so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecCommandEnd:
    """A command has finished."""

    event: ClassVar[Literal["exec_command_end"]] = "exec_command_end"
    """Tells this frame from the others; it may stand anywhere in the object."""

    command: str
    """The command line that was run, as in its exec_command_begin."""
    exit_code: int
    """Exit code of the process. Zero means success by convention; it may be negative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatchApplyBegin:
    """The agent starts to apply a patch to a file; patch_apply_end ends it."""

    event: ClassVar[Literal["patch_apply_begin"]] = "patch_apply_begin"
    """Tells this frame from the others; it may stand anywhere in the object."""

    path: str
    """Path of the file that the patch changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatchApplyEnd:
    """The agent has finished applying a patch to a file."""

    event: ClassVar[Literal["patch_apply_end"]] = "patch_apply_end"
    """Tells this frame from the others; it may stand anywhere in the object."""

    path: str
    """Path of the file, as in its patch_apply_begin."""
    ok: bool
    """Whether the patch was applied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnStarted:
    """The agent begins a turn: all the work that it does until it waits for the user again.

    It ends with turn_complete or turn_aborted.
    """

    event: ClassVar[Literal["turn_started"]] = "turn_started"
    """Tells this frame from the others; it may stand anywhere in the object."""

    turn_id: str
    """The new turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnComplete:
    """The turn ran to its normal end."""

    event: ClassVar[Literal["turn_complete"]] = "turn_complete"
    """Tells this frame from the others; it may stand anywhere in the object."""

    turn_id: str
    """The turn that ended, as named by its turn_started."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnAborted:
    """The turn was broken off before its normal end; no turn_complete follows."""

    event: ClassVar[Literal["turn_aborted"]] = "turn_aborted"
    """Tells this frame from the others; it may stand anywhere in the object."""

    turn_id: str
    """The turn that ended, as named by its turn_started."""
    reason: str
    """Why the turn was broken off, for a person to read."""


class ThreadGoalStatus(StrEnum):
    """State of a thread's goal."""

    ACTIVE = "active"
    """The agent works towards the goal."""
    PAUSED = "paused"
    """The user has suspended work on the goal."""
    BLOCKED = "blocked"
    """The agent cannot get on without help."""
    USAGE_LIMITED = "usage_limited"
    """Work stopped because a usage limit of the account or the service was reached."""
    BUDGET_LIMITED = "budget_limited"
    """Work stopped because the goal's token budget is spent."""
    COMPLETE = "complete"
    """The goal is reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadGoal:
    """What a thread is working towards over many turns, and what that has cost so far."""

    thread_id: str
    """The thread that has the goal."""
    goal_id: str
    """Identifies this goal; a new goal of the same thread has another one."""
    objective: str
    """What is to be achieved, as the user sees it."""
    status: ThreadGoalStatus
    """Whether the goal is being worked on and, if not, why."""
    token_budget: int | None = None
    """How many model tokens may be spent on the goal. Null, and left out on the wire, when there is
    no limit.
    """
    tokens_used: int
    """Model tokens spent on the goal so far."""
    time_used_seconds: int
    """Wall-clock time worked on the goal so far, in seconds."""
    continuation_count: int
    """How often the agent has gone on with the goal by itself, without a message from the user."""
    created_at: int
    """When the goal was set, in seconds since the Unix epoch."""
    updated_at: int
    """When the goal last changed, in seconds since the Unix epoch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadGoalUpdated:
    """A thread was given a goal, or the state of its goal changed."""

    event: ClassVar[Literal["thread_goal_updated"]] = "thread_goal_updated"
    """Tells this frame from the others; it may stand anywhere in the object."""

    goal: ThreadGoal
    """The goal as it is now; it replaces what was known before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadGoalCleared:
    """The goal of a thread was removed; the thread has none now."""

    event: ClassVar[Literal["thread_goal_cleared"]] = "thread_goal_cleared"
    """Tells this frame from the others; it may stand anywhere in the object."""

    thread_id: str
    """The thread that lost its goal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentError:
    """Something went wrong while the agent worked on a response."""

    event: ClassVar[Literal["error"]] = "error"
    """Tells this frame from the others; it may stand anywhere in the object."""

    response_id: str
    """The response during which the error occurred."""
    message: str
    """What went wrong, for a person to read."""


EventFrame: TypeAlias = (
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
"""A frame of an agent's event stream. The member `event` tells what it is; the other members stand
beside it. Frames cover a turn from turn_started to turn_complete or turn_aborted: streamed
responses, tool calls, start-up of MCP servers, commands, patches, approvals and errors. What a
frame begins, its counterpart ends.
"""


class UnknownEventFrame(Unknown):
    """A value of EventFrame with an unknown tag, kept as it came."""

    __slots__ = ()


# Rules: what the schema asks for, to tell every issue of a value that a reader refuses.

_RESPONSE_START = record(event=const("response_start"), response_id=STRING)
_RESPONSE_CHANNEL = typed("string", enum("text", "reasoning"))
_RESPONSE_DELTA = record(
    event=const("response_delta"),
    response_id=STRING,
    delta=STRING,
    channel=optional(_RESPONSE_CHANNEL),
)
_RESPONSE_END = record(event=const("response_end"), response_id=STRING)
_TOOL_CALL_START = record(
    event=const("tool_call_start"), response_id=STRING, tool_name=STRING, arguments=ANY_JSON
)
_TOOL_CALL_RESULT = record(
    event=const("tool_call_result"), response_id=STRING, tool_name=STRING, output=ANY_JSON
)
_MCP_STARTUP_FAILED_STATUS = record(error=STRING)
_MCP_STARTUP_STATUS = external(
    ("starting", None), ("ready", None), ("failed", _MCP_STARTUP_FAILED_STATUS), ("cancelled", None)
)
_MCP_STARTUP_UPDATE_EVENT = record(server_name=STRING, status=_MCP_STARTUP_STATUS)
_MCP_STARTUP_UPDATE = record(event=const("mcp_startup_update"), update=_MCP_STARTUP_UPDATE_EVENT)
_MCP_STARTUP_FAILURE = record(server_name=STRING, error=STRING)
_MCP_STARTUP_COMPLETE_EVENT = record(
    ready=array_of(STRING), failed=array_of(_MCP_STARTUP_FAILURE), cancelled=array_of(STRING)
)
_MCP_STARTUP_COMPLETE = record(
    event=const("mcp_startup_complete"), summary=_MCP_STARTUP_COMPLETE_EVENT
)
_MCP_TOOL_CALL_BEGIN = record(
    event=const("mcp_tool_call_begin"), server_name=STRING, tool_name=STRING
)
_MCP_TOOL_CALL_END = record(
    event=const("mcp_tool_call_end"), server_name=STRING, tool_name=STRING, ok=BOOLEAN
)
_NETWORK_APPROVAL_CONTEXT = record(host=STRING, protocol=STRING)
_NETWORK_POLICY_ACTION = typed("string", enum("allow", "deny"))
_NETWORK_POLICY_AMENDMENT = record(host=STRING, action=_NETWORK_POLICY_ACTION)
_APPROVED_DECISION = record(type=const("approved"))
_APPROVED_EXECPOLICY_AMENDMENT_DECISION = record(type=const("approved_execpolicy_amendment"))
_APPROVED_FOR_SESSION_DECISION = record(type=const("approved_for_session"))
_NETWORK_POLICY_AMENDMENT_DECISION = record(
    type=const("network_policy_amendment"), host=STRING, action=_NETWORK_POLICY_ACTION
)
_DENIED_DECISION = record(type=const("denied"))
_ABORT_DECISION = record(type=const("abort"))
_REVIEW_DECISION = internal(
    ("type",),
    {
        "approved": _APPROVED_DECISION,
        "approved_execpolicy_amendment": _APPROVED_EXECPOLICY_AMENDMENT_DECISION,
        "approved_for_session": _APPROVED_FOR_SESSION_DECISION,
        "network_policy_amendment": _NETWORK_POLICY_AMENDMENT_DECISION,
        "denied": _DENIED_DECISION,
        "abort": _ABORT_DECISION,
    },
)
_EXEC_APPROVAL_REQUEST_EVENT = record(
    call_id=STRING,
    approval_id=STRING,
    turn_id=STRING,
    command=STRING,
    cwd=STRING,
    reason=STRING,
    matched_rule=optional(NULL_OR_STRING),
    network_approval_context=optional(nullable(_NETWORK_APPROVAL_CONTEXT)),
    proposed_execpolicy_amendment=optional(array_of(STRING)),
    proposed_network_policy_amendments=optional(array_of(_NETWORK_POLICY_AMENDMENT)),
    additional_permissions=optional(array_of(STRING)),
    available_decisions=optional(array_of(_REVIEW_DECISION)),
)
_EXEC_APPROVAL_REQUEST = record(
    event=const("exec_approval_request"), request=_EXEC_APPROVAL_REQUEST_EVENT
)
_APPLY_PATCH_APPROVAL_REQUEST = record(
    event=const("apply_patch_approval_request"), request=_EXEC_APPROVAL_REQUEST_EVENT
)
_USER_INPUT_OPTION = record(label=STRING, description=STRING)
_USER_INPUT_QUESTION = record(
    header=STRING,
    id=STRING,
    question=STRING,
    options=array_of(_USER_INPUT_OPTION),
    allow_free_text=optional(BOOLEAN),
    multi_select=optional(BOOLEAN),
)
_USER_INPUT_REQUEST_EVENT = record(
    call_id=STRING, turn_id=STRING, request_id=STRING, questions=array_of(_USER_INPUT_QUESTION)
)
_USER_INPUT_REQUEST = record(event=const("user_input_request"), request=_USER_INPUT_REQUEST_EVENT)
_ELICITATION_REQUEST = record(
    event=const("elicitation_request"), server_name=STRING, request_id=STRING, prompt=STRING
)
_EXEC_COMMAND_BEGIN = record(event=const("exec_command_begin"), command=STRING, cwd=STRING)
_EXEC_COMMAND_OUTPUT_DELTA = record(
    event=const("exec_command_output_delta"), command=STRING, delta=STRING
)
_EXEC_COMMAND_END = record(event=const("exec_command_end"), command=STRING, exit_code=INT32)
_PATCH_APPLY_BEGIN = record(event=const("patch_apply_begin"), path=STRING)
_PATCH_APPLY_END = record(event=const("patch_apply_end"), path=STRING, ok=BOOLEAN)
_TURN_STARTED = record(event=const("turn_started"), turn_id=STRING)
_TURN_COMPLETE = record(event=const("turn_complete"), turn_id=STRING)
_TURN_ABORTED = record(event=const("turn_aborted"), turn_id=STRING, reason=STRING)
_THREAD_GOAL_STATUS = typed(
    "string", enum("active", "paused", "blocked", "usage_limited", "budget_limited", "complete")
)
_THREAD_GOAL = record(
    thread_id=STRING,
    goal_id=STRING,
    objective=STRING,
    status=_THREAD_GOAL_STATUS,
    token_budget=optional(NULL_OR_INT64),
    tokens_used=INT64,
    time_used_seconds=INT64,
    continuation_count=INT64,
    created_at=INT64,
    updated_at=INT64,
)
_THREAD_GOAL_UPDATED = record(event=const("thread_goal_updated"), goal=_THREAD_GOAL)
_THREAD_GOAL_CLEARED = record(event=const("thread_goal_cleared"), thread_id=STRING)
_AGENT_ERROR = record(event=const("error"), response_id=STRING, message=STRING)
_EVENT_FRAME = internal(
    ("event",),
    {
        "response_start": _RESPONSE_START,
        "response_delta": _RESPONSE_DELTA,
        "response_end": _RESPONSE_END,
        "tool_call_start": _TOOL_CALL_START,
        "tool_call_result": _TOOL_CALL_RESULT,
        "mcp_startup_update": _MCP_STARTUP_UPDATE,
        "mcp_startup_complete": _MCP_STARTUP_COMPLETE,
        "mcp_tool_call_begin": _MCP_TOOL_CALL_BEGIN,
        "mcp_tool_call_end": _MCP_TOOL_CALL_END,
        "exec_approval_request": _EXEC_APPROVAL_REQUEST,
        "apply_patch_approval_request": _APPLY_PATCH_APPROVAL_REQUEST,
        "user_input_request": _USER_INPUT_REQUEST,
        "elicitation_request": _ELICITATION_REQUEST,
        "exec_command_begin": _EXEC_COMMAND_BEGIN,
        "exec_command_output_delta": _EXEC_COMMAND_OUTPUT_DELTA,
        "exec_command_end": _EXEC_COMMAND_END,
        "patch_apply_begin": _PATCH_APPLY_BEGIN,
        "patch_apply_end": _PATCH_APPLY_END,
        "turn_started": _TURN_STARTED,
        "turn_complete": _TURN_COMPLETE,
        "turn_aborted": _TURN_ABORTED,
        "thread_goal_updated": _THREAD_GOAL_UPDATED,
        "thread_goal_cleared": _THREAD_GOAL_CLEARED,
        "error": _AGENT_ERROR,
    },
)


# Readers: each checks a JSON value and builds what it stands for, up to the first fault. It fills a
# blank object, which becomes one of its class at the end and is frozen then. A value that is no
# object shows by the TypeError that is raised when a reader asks it for a member.

_blank = blanks(globals().values())


def _read_response_start(value: Any) -> ResponseStart:
    made = _blank.ResponseStart()
    made.response_id = response_id = value["response_id"]
    if type(response_id) is not str:
        raise InvalidError
    made.__class__ = ResponseStart
    return made


_read_response_channel = member_of(ResponseChannel)


def _read_response_delta(value: Any) -> ResponseDelta:
    made = _blank.ResponseDelta()
    made.response_id = response_id = value["response_id"]
    made.delta = delta = value["delta"]
    made.channel = _read_response_channel(value.get("channel", "text"))
    if not (type(response_id) is type(delta) is str):
        raise InvalidError
    made.__class__ = ResponseDelta
    return made


def _read_response_end(value: Any) -> ResponseEnd:
    made = _blank.ResponseEnd()
    made.response_id = response_id = value["response_id"]
    if type(response_id) is not str:
        raise InvalidError
    made.__class__ = ResponseEnd
    return made


def _read_tool_call_start(value: Any) -> ToolCallStart:
    made = _blank.ToolCallStart()
    made.response_id = response_id = value["response_id"]
    made.tool_name = tool_name = value["tool_name"]
    made.arguments = any_json(value["arguments"])
    if not (type(response_id) is type(tool_name) is str):
        raise InvalidError
    made.__class__ = ToolCallStart
    return made


def _read_tool_call_result(value: Any) -> ToolCallResult:
    made = _blank.ToolCallResult()
    made.response_id = response_id = value["response_id"]
    made.tool_name = tool_name = value["tool_name"]
    made.output = any_json(value["output"])
    if not (type(response_id) is type(tool_name) is str):
        raise InvalidError
    made.__class__ = ToolCallResult
    return made


def _read_mcp_startup_failed_status(value: Any) -> McpStartupFailedStatus:
    made = _blank.McpStartupFailedStatus()
    made.error = error = value["error"]
    if type(error) is not str:
        raise InvalidError
    made.__class__ = McpStartupFailedStatus
    return made


def _read_mcp_startup_update_event(value: Any) -> McpStartupUpdateEvent:
    made = _blank.McpStartupUpdateEvent()
    made.server_name = server_name = value["server_name"]
    made.status = _read_mcp_startup_status(value["status"])
    if type(server_name) is not str:
        raise InvalidError
    made.__class__ = McpStartupUpdateEvent
    return made


def _read_mcp_startup_update(value: Any) -> McpStartupUpdate:
    made = _blank.McpStartupUpdate()
    made.update = _read_mcp_startup_update_event(value["update"])
    made.__class__ = McpStartupUpdate
    return made


def _read_mcp_startup_failure(value: Any) -> McpStartupFailure:
    made = _blank.McpStartupFailure()
    made.server_name = server_name = value["server_name"]
    made.error = error = value["error"]
    if not (type(server_name) is type(error) is str):
        raise InvalidError
    made.__class__ = McpStartupFailure
    return made


def _read_mcp_startup_complete_event(value: Any) -> McpStartupCompleteEvent:
    made = _blank.McpStartupCompleteEvent()
    made.ready = texts(value["ready"])
    made.failed = array(value["failed"], _read_mcp_startup_failure)
    made.cancelled = texts(value["cancelled"])
    made.__class__ = McpStartupCompleteEvent
    return made


def _read_mcp_startup_complete(value: Any) -> McpStartupComplete:
    made = _blank.McpStartupComplete()
    made.summary = _read_mcp_startup_complete_event(value["summary"])
    made.__class__ = McpStartupComplete
    return made


def _read_mcp_tool_call_begin(value: Any) -> McpToolCallBegin:
    made = _blank.McpToolCallBegin()
    made.server_name = server_name = value["server_name"]
    made.tool_name = tool_name = value["tool_name"]
    if not (type(server_name) is type(tool_name) is str):
        raise InvalidError
    made.__class__ = McpToolCallBegin
    return made


def _read_mcp_tool_call_end(value: Any) -> McpToolCallEnd:
    made = _blank.McpToolCallEnd()
    made.server_name = server_name = value["server_name"]
    made.tool_name = tool_name = value["tool_name"]
    made.ok = ok = value["ok"]
    if not (type(server_name) is type(tool_name) is str) or type(ok) is not bool:
        raise InvalidError
    made.__class__ = McpToolCallEnd
    return made


def _read_network_approval_context(value: Any) -> NetworkApprovalContext:
    made = _blank.NetworkApprovalContext()
    made.host = host = value["host"]
    made.protocol = protocol = value["protocol"]
    if not (type(host) is type(protocol) is str):
        raise InvalidError
    made.__class__ = NetworkApprovalContext
    return made


_read_network_policy_action = member_of(NetworkPolicyAction)


def _read_network_policy_amendment(value: Any) -> NetworkPolicyAmendment:
    made = _blank.NetworkPolicyAmendment()
    made.host = host = value["host"]
    made.action = _read_network_policy_action(value["action"])
    if type(host) is not str:
        raise InvalidError
    made.__class__ = NetworkPolicyAmendment
    return made


_read_approved_decision = always(ApprovedDecision())

_read_approved_execpolicy_amendment_decision = always(ApprovedExecpolicyAmendmentDecision())

_read_approved_for_session_decision = always(ApprovedForSessionDecision())


def _read_network_policy_amendment_decision(value: Any) -> NetworkPolicyAmendmentDecision:
    made = _blank.NetworkPolicyAmendmentDecision()
    made.host = host = value["host"]
    made.action = _read_network_policy_action(value["action"])
    if type(host) is not str:
        raise InvalidError
    made.__class__ = NetworkPolicyAmendmentDecision
    return made


_read_denied_decision = always(DeniedDecision())

_read_abort_decision = always(AbortDecision())


def _read_exec_approval_request_event(value: Any) -> ExecApprovalRequestEvent:
    made = _blank.ExecApprovalRequestEvent()
    made.call_id = call_id = value["call_id"]
    made.approval_id = approval_id = value["approval_id"]
    made.turn_id = turn_id = value["turn_id"]
    made.command = command = value["command"]
    made.cwd = cwd = value["cwd"]
    made.reason = reason = value["reason"]
    made.matched_rule = matched_rule = value.get("matched_rule")
    made.network_approval_context = null_or(
        value.get("network_approval_context"), _read_network_approval_context
    )
    made.proposed_execpolicy_amendment = texts(value.get("proposed_execpolicy_amendment", []))
    made.proposed_network_policy_amendments = array(
        value.get("proposed_network_policy_amendments", []), _read_network_policy_amendment
    )
    made.additional_permissions = texts(value.get("additional_permissions", []))
    made.available_decisions = array(value.get("available_decisions", []), _read_review_decision)
    if not (
        type(call_id)
        is type(approval_id)
        is type(turn_id)
        is type(command)
        is type(cwd)
        is type(reason)
        is str
    ) or (matched_rule is not None and type(matched_rule) is not str):
        raise InvalidError
    made.__class__ = ExecApprovalRequestEvent
    return made


def _read_exec_approval_request(value: Any) -> ExecApprovalRequest:
    made = _blank.ExecApprovalRequest()
    made.request = _read_exec_approval_request_event(value["request"])
    made.__class__ = ExecApprovalRequest
    return made


def _read_apply_patch_approval_request(value: Any) -> ApplyPatchApprovalRequest:
    made = _blank.ApplyPatchApprovalRequest()
    made.request = _read_exec_approval_request_event(value["request"])
    made.__class__ = ApplyPatchApprovalRequest
    return made


def _read_user_input_option(value: Any) -> UserInputOption:
    made = _blank.UserInputOption()
    made.label = label = value["label"]
    made.description = description = value["description"]
    if not (type(label) is type(description) is str):
        raise InvalidError
    made.__class__ = UserInputOption
    return made


def _read_user_input_question(value: Any) -> UserInputQuestion:
    made = _blank.UserInputQuestion()
    made.header = header = value["header"]
    made.id = id_ = value["id"]
    made.question = question = value["question"]
    made.options = array(value["options"], _read_user_input_option)
    made.allow_free_text = allow_free_text = value.get("allow_free_text", False)
    made.multi_select = multi_select = value.get("multi_select", False)
    if not (type(header) is type(id_) is type(question) is str) or not (
        type(allow_free_text) is type(multi_select) is bool
    ):
        raise InvalidError
    made.__class__ = UserInputQuestion
    return made


def _read_user_input_request_event(value: Any) -> UserInputRequestEvent:
    made = _blank.UserInputRequestEvent()
    made.call_id = call_id = value["call_id"]
    made.turn_id = turn_id = value["turn_id"]
    made.request_id = request_id = value["request_id"]
    made.questions = array(value["questions"], _read_user_input_question)
    if not (type(call_id) is type(turn_id) is type(request_id) is str):
        raise InvalidError
    made.__class__ = UserInputRequestEvent
    return made


def _read_user_input_request(value: Any) -> UserInputRequest:
    made = _blank.UserInputRequest()
    made.request = _read_user_input_request_event(value["request"])
    made.__class__ = UserInputRequest
    return made


def _read_elicitation_request(value: Any) -> ElicitationRequest:
    made = _blank.ElicitationRequest()
    made.server_name = server_name = value["server_name"]
    made.request_id = request_id = value["request_id"]
    made.prompt = prompt = value["prompt"]
    if not (type(server_name) is type(request_id) is type(prompt) is str):
        raise InvalidError
    made.__class__ = ElicitationRequest
    return made


def _read_exec_command_begin(value: Any) -> ExecCommandBegin:
    made = _blank.ExecCommandBegin()
    made.command = command = value["command"]
    made.cwd = cwd = value["cwd"]
    if not (type(command) is type(cwd) is str):
        raise InvalidError
    made.__class__ = ExecCommandBegin
    return made


def _read_exec_command_output_delta(value: Any) -> ExecCommandOutputDelta:
    made = _blank.ExecCommandOutputDelta()
    made.command = command = value["command"]
    made.delta = delta = value["delta"]
    if not (type(command) is type(delta) is str):
        raise InvalidError
    made.__class__ = ExecCommandOutputDelta
    return made


def _read_exec_command_end(value: Any) -> ExecCommandEnd:
    made = _blank.ExecCommandEnd()
    made.command = command = value["command"]
    made.exit_code = exit_code = value["exit_code"]
    if type(exit_code) is not int or not INT32_MIN <= exit_code <= INT32_MAX:
        made.exit_code = int32(exit_code)
    if type(command) is not str:
        raise InvalidError
    made.__class__ = ExecCommandEnd
    return made


def _read_patch_apply_begin(value: Any) -> PatchApplyBegin:
    made = _blank.PatchApplyBegin()
    made.path = path = value["path"]
    if type(path) is not str:
        raise InvalidError
    made.__class__ = PatchApplyBegin
    return made


def _read_patch_apply_end(value: Any) -> PatchApplyEnd:
    made = _blank.PatchApplyEnd()
    made.path = path = value["path"]
    made.ok = ok = value["ok"]
    if type(path) is not str or type(ok) is not bool:
        raise InvalidError
    made.__class__ = PatchApplyEnd
    return made


def _read_turn_started(value: Any) -> TurnStarted:
    made = _blank.TurnStarted()
    made.turn_id = turn_id = value["turn_id"]
    if type(turn_id) is not str:
        raise InvalidError
    made.__class__ = TurnStarted
    return made


def _read_turn_complete(value: Any) -> TurnComplete:
    made = _blank.TurnComplete()
    made.turn_id = turn_id = value["turn_id"]
    if type(turn_id) is not str:
        raise InvalidError
    made.__class__ = TurnComplete
    return made


def _read_turn_aborted(value: Any) -> TurnAborted:
    made = _blank.TurnAborted()
    made.turn_id = turn_id = value["turn_id"]
    made.reason = reason = value["reason"]
    if not (type(turn_id) is type(reason) is str):
        raise InvalidError
    made.__class__ = TurnAborted
    return made


_read_thread_goal_status = member_of(ThreadGoalStatus)


def _read_thread_goal(value: Any) -> ThreadGoal:
    made = _blank.ThreadGoal()
    made.thread_id = thread_id = value["thread_id"]
    made.goal_id = goal_id = value["goal_id"]
    made.objective = objective = value["objective"]
    made.status = _read_thread_goal_status(value["status"])
    made.token_budget = token_budget = value.get("token_budget")
    if token_budget is not None and (
        type(token_budget) is not int or not INT64_MIN <= token_budget <= INT64_MAX
    ):
        made.token_budget = int64(token_budget)
    made.tokens_used = tokens_used = value["tokens_used"]
    if type(tokens_used) is not int or not INT64_MIN <= tokens_used <= INT64_MAX:
        made.tokens_used = int64(tokens_used)
    made.time_used_seconds = time_used_seconds = value["time_used_seconds"]
    if type(time_used_seconds) is not int or not INT64_MIN <= time_used_seconds <= INT64_MAX:
        made.time_used_seconds = int64(time_used_seconds)
    made.continuation_count = continuation_count = value["continuation_count"]
    if type(continuation_count) is not int or not INT64_MIN <= continuation_count <= INT64_MAX:
        made.continuation_count = int64(continuation_count)
    made.created_at = created_at = value["created_at"]
    if type(created_at) is not int or not INT64_MIN <= created_at <= INT64_MAX:
        made.created_at = int64(created_at)
    made.updated_at = updated_at = value["updated_at"]
    if type(updated_at) is not int or not INT64_MIN <= updated_at <= INT64_MAX:
        made.updated_at = int64(updated_at)
    if not (type(thread_id) is type(goal_id) is type(objective) is str):
        raise InvalidError
    made.__class__ = ThreadGoal
    return made


def _read_thread_goal_updated(value: Any) -> ThreadGoalUpdated:
    made = _blank.ThreadGoalUpdated()
    made.goal = _read_thread_goal(value["goal"])
    made.__class__ = ThreadGoalUpdated
    return made


def _read_thread_goal_cleared(value: Any) -> ThreadGoalCleared:
    made = _blank.ThreadGoalCleared()
    made.thread_id = thread_id = value["thread_id"]
    if type(thread_id) is not str:
        raise InvalidError
    made.__class__ = ThreadGoalCleared
    return made


def _read_agent_error(value: Any) -> AgentError:
    made = _blank.AgentError()
    made.response_id = response_id = value["response_id"]
    made.message = message = value["message"]
    if not (type(response_id) is type(message) is str):
        raise InvalidError
    made.__class__ = AgentError
    return made


_variants_of_mcp_startup_status: Readers[McpStartupStatus] = {
    "failed": _read_mcp_startup_failed_status
}
_read_mcp_startup_status: Callable[[Any], McpStartupStatus] = by_key(
    _variants_of_mcp_startup_status, "starting", "ready", "cancelled"
)

_variants_of_review_decision: Readers[ReviewDecision] = {
    "approved": _read_approved_decision,
    "approved_execpolicy_amendment": _read_approved_execpolicy_amendment_decision,
    "approved_for_session": _read_approved_for_session_decision,
    "network_policy_amendment": _read_network_policy_amendment_decision,
    "denied": _read_denied_decision,
    "abort": _read_abort_decision,
}
_read_review_decision: Callable[[Any], ReviewDecision] = by_tag(
    "type", _variants_of_review_decision
)

_variants_of_event_frame: Readers[EventFrame] = {
    "response_start": _read_response_start,
    "response_delta": _read_response_delta,
    "response_end": _read_response_end,
    "tool_call_start": _read_tool_call_start,
    "tool_call_result": _read_tool_call_result,
    "mcp_startup_update": _read_mcp_startup_update,
    "mcp_startup_complete": _read_mcp_startup_complete,
    "mcp_tool_call_begin": _read_mcp_tool_call_begin,
    "mcp_tool_call_end": _read_mcp_tool_call_end,
    "exec_approval_request": _read_exec_approval_request,
    "apply_patch_approval_request": _read_apply_patch_approval_request,
    "user_input_request": _read_user_input_request,
    "elicitation_request": _read_elicitation_request,
    "exec_command_begin": _read_exec_command_begin,
    "exec_command_output_delta": _read_exec_command_output_delta,
    "exec_command_end": _read_exec_command_end,
    "patch_apply_begin": _read_patch_apply_begin,
    "patch_apply_end": _read_patch_apply_end,
    "turn_started": _read_turn_started,
    "turn_complete": _read_turn_complete,
    "turn_aborted": _read_turn_aborted,
    "thread_goal_updated": _read_thread_goal_updated,
    "thread_goal_cleared": _read_thread_goal_cleared,
    "error": _read_agent_error,
}
_read_event_frame: Callable[[Any], EventFrame] = by_tag("event", _variants_of_event_frame)


# Writers: from a value to the JSON text that stands for it.


def _write_response_start(value: ResponseStart) -> str:
    return f'{{"event":"response_start","response_id":{quoted(value.response_id)}}}'


def _write_response_delta(value: ResponseDelta) -> str:
    channel = ""
    if value.channel != "text":
        channel = f',"channel":{quoted(value.channel)}'
    return (
        f'{{"event":"response_delta","response_id":{quoted(value.response_id)}'
        f',"delta":{quoted(value.delta)}{channel}}}'
    )


def _write_response_end(value: ResponseEnd) -> str:
    return f'{{"event":"response_end","response_id":{quoted(value.response_id)}}}'


def _write_tool_call_start(value: ToolCallStart) -> str:
    return (
        f'{{"event":"tool_call_start","response_id":{quoted(value.response_id)}'
        f',"tool_name":{quoted(value.tool_name)}'
        f',"arguments":{json_text(value.arguments)}}}'
    )


def _write_tool_call_result(value: ToolCallResult) -> str:
    return (
        f'{{"event":"tool_call_result","response_id":{quoted(value.response_id)}'
        f',"tool_name":{quoted(value.tool_name)}'
        f',"output":{json_text(value.output)}}}'
    )


def _write_mcp_startup_failed_status(value: McpStartupFailedStatus) -> str:
    return f'{{"error":{quoted(value.error)}}}'


def _write_mcp_startup_update_event(value: McpStartupUpdateEvent) -> str:
    return (
        f'{{"server_name":{quoted(value.server_name)}'
        f',"status":{_write_mcp_startup_status(value.status)}}}'
    )


def _write_mcp_startup_update(value: McpStartupUpdate) -> str:
    return (
        f'{{"event":"mcp_startup_update","update":{_write_mcp_startup_update_event(value.update)}}}'
    )


def _write_mcp_startup_failure(value: McpStartupFailure) -> str:
    return f'{{"server_name":{quoted(value.server_name)},"error":{quoted(value.error)}}}'


def _write_mcp_startup_complete_event(value: McpStartupCompleteEvent) -> str:
    return (
        f'{{"ready":{list_text(value.ready, quoted)}'
        f',"failed":{list_text(value.failed, _write_mcp_startup_failure)}'
        f',"cancelled":{list_text(value.cancelled, quoted)}}}'
    )


def _write_mcp_startup_complete(value: McpStartupComplete) -> str:
    return (
        '{"event":"mcp_startup_complete","summary":'
        f"{_write_mcp_startup_complete_event(value.summary)}}}"
    )


def _write_mcp_tool_call_begin(value: McpToolCallBegin) -> str:
    return (
        f'{{"event":"mcp_tool_call_begin","server_name":{quoted(value.server_name)}'
        f',"tool_name":{quoted(value.tool_name)}}}'
    )


def _write_mcp_tool_call_end(value: McpToolCallEnd) -> str:
    return (
        f'{{"event":"mcp_tool_call_end","server_name":{quoted(value.server_name)}'
        f',"tool_name":{quoted(value.tool_name)}'
        f',"ok":{"true" if value.ok else "false"}}}'
    )


def _write_network_approval_context(value: NetworkApprovalContext) -> str:
    return f'{{"host":{quoted(value.host)},"protocol":{quoted(value.protocol)}}}'


def _write_network_policy_amendment(value: NetworkPolicyAmendment) -> str:
    return f'{{"host":{quoted(value.host)},"action":{quoted(value.action)}}}'


def _write_approved_decision(value: ApprovedDecision) -> str:
    return '{"type":"approved"}'


def _write_approved_execpolicy_amendment_decision(
    value: ApprovedExecpolicyAmendmentDecision,
) -> str:
    return '{"type":"approved_execpolicy_amendment"}'


def _write_approved_for_session_decision(value: ApprovedForSessionDecision) -> str:
    return '{"type":"approved_for_session"}'


def _write_network_policy_amendment_decision(value: NetworkPolicyAmendmentDecision) -> str:
    return (
        f'{{"type":"network_policy_amendment","host":{quoted(value.host)}'
        f',"action":{quoted(value.action)}}}'
    )


def _write_denied_decision(value: DeniedDecision) -> str:
    return '{"type":"denied"}'


def _write_abort_decision(value: AbortDecision) -> str:
    return '{"type":"abort"}'


def _write_exec_approval_request_event(value: ExecApprovalRequestEvent) -> str:
    matched_rule = ""
    if value.matched_rule is not None:
        matched_rule = f',"matched_rule":{quoted(value.matched_rule)}'
    network_approval_context = ""
    if value.network_approval_context is not None:
        network_approval_context = (
            ',"network_approval_context":'
            f"{_write_network_approval_context(value.network_approval_context)}"
        )
    return (
        f'{{"call_id":{quoted(value.call_id)}'
        f',"approval_id":{quoted(value.approval_id)}'
        f',"turn_id":{quoted(value.turn_id)}'
        f',"command":{quoted(value.command)}'
        f',"cwd":{quoted(value.cwd)}'
        f',"reason":{quoted(value.reason)}{matched_rule}{network_approval_context}'
        ',"proposed_execpolicy_amendment":'
        f"{list_text(value.proposed_execpolicy_amendment, quoted)}"
        ',"proposed_network_policy_amendments":'
        + list_text(value.proposed_network_policy_amendments, _write_network_policy_amendment)
        + f',"additional_permissions":{list_text(value.additional_permissions, quoted)}'
        ',"available_decisions":'
        f"{list_text(value.available_decisions, _write_review_decision)}}}"
    )


def _write_exec_approval_request(value: ExecApprovalRequest) -> str:
    return (
        '{"event":"exec_approval_request","request":'
        f"{_write_exec_approval_request_event(value.request)}}}"
    )


def _write_apply_patch_approval_request(value: ApplyPatchApprovalRequest) -> str:
    return (
        '{"event":"apply_patch_approval_request","request":'
        f"{_write_exec_approval_request_event(value.request)}}}"
    )


def _write_user_input_option(value: UserInputOption) -> str:
    return f'{{"label":{quoted(value.label)},"description":{quoted(value.description)}}}'


def _write_user_input_question(value: UserInputQuestion) -> str:
    return (
        f'{{"header":{quoted(value.header)}'
        f',"id":{quoted(value.id)}'
        f',"question":{quoted(value.question)}'
        f',"options":{list_text(value.options, _write_user_input_option)}'
        f',"allow_free_text":{"true" if value.allow_free_text else "false"}'
        f',"multi_select":{"true" if value.multi_select else "false"}}}'
    )


def _write_user_input_request_event(value: UserInputRequestEvent) -> str:
    return (
        f'{{"call_id":{quoted(value.call_id)}'
        f',"turn_id":{quoted(value.turn_id)}'
        f',"request_id":{quoted(value.request_id)}'
        f',"questions":{list_text(value.questions, _write_user_input_question)}}}'
    )


def _write_user_input_request(value: UserInputRequest) -> str:
    return (
        '{"event":"user_input_request","request":'
        f"{_write_user_input_request_event(value.request)}}}"
    )


def _write_elicitation_request(value: ElicitationRequest) -> str:
    return (
        f'{{"event":"elicitation_request","server_name":{quoted(value.server_name)}'
        f',"request_id":{quoted(value.request_id)}'
        f',"prompt":{quoted(value.prompt)}}}'
    )


def _write_exec_command_begin(value: ExecCommandBegin) -> str:
    return (
        f'{{"event":"exec_command_begin","command":{quoted(value.command)}'
        f',"cwd":{quoted(value.cwd)}}}'
    )


def _write_exec_command_output_delta(value: ExecCommandOutputDelta) -> str:
    return (
        f'{{"event":"exec_command_output_delta","command":{quoted(value.command)}'
        f',"delta":{quoted(value.delta)}}}'
    )


def _write_exec_command_end(value: ExecCommandEnd) -> str:
    return (
        f'{{"event":"exec_command_end","command":{quoted(value.command)}'
        f',"exit_code":{value.exit_code:d}}}'
    )


def _write_patch_apply_begin(value: PatchApplyBegin) -> str:
    return f'{{"event":"patch_apply_begin","path":{quoted(value.path)}}}'


def _write_patch_apply_end(value: PatchApplyEnd) -> str:
    return (
        f'{{"event":"patch_apply_end","path":{quoted(value.path)}'
        f',"ok":{"true" if value.ok else "false"}}}'
    )


def _write_turn_started(value: TurnStarted) -> str:
    return f'{{"event":"turn_started","turn_id":{quoted(value.turn_id)}}}'


def _write_turn_complete(value: TurnComplete) -> str:
    return f'{{"event":"turn_complete","turn_id":{quoted(value.turn_id)}}}'


def _write_turn_aborted(value: TurnAborted) -> str:
    return (
        f'{{"event":"turn_aborted","turn_id":{quoted(value.turn_id)}'
        f',"reason":{quoted(value.reason)}}}'
    )


def _write_thread_goal(value: ThreadGoal) -> str:
    token_budget = ""
    if value.token_budget is not None:
        token_budget = f',"token_budget":{value.token_budget:d}'
    return (
        f'{{"thread_id":{quoted(value.thread_id)}'
        f',"goal_id":{quoted(value.goal_id)}'
        f',"objective":{quoted(value.objective)}'
        f',"status":{quoted(value.status)}{token_budget}'
        f',"tokens_used":{value.tokens_used:d}'
        f',"time_used_seconds":{value.time_used_seconds:d}'
        f',"continuation_count":{value.continuation_count:d}'
        f',"created_at":{value.created_at:d}'
        f',"updated_at":{value.updated_at:d}}}'
    )


def _write_thread_goal_updated(value: ThreadGoalUpdated) -> str:
    return f'{{"event":"thread_goal_updated","goal":{_write_thread_goal(value.goal)}}}'


def _write_thread_goal_cleared(value: ThreadGoalCleared) -> str:
    return f'{{"event":"thread_goal_cleared","thread_id":{quoted(value.thread_id)}}}'


def _write_agent_error(value: AgentError) -> str:
    return (
        f'{{"event":"error","response_id":{quoted(value.response_id)}'
        f',"message":{quoted(value.message)}}}'
    )


_write_mcp_startup_status: Callable[[McpStartupStatus | UnknownMcpStartupStatus], str] = (
    by_class_under_key(
        {McpStartupFailedStatus: ("failed", _write_mcp_startup_failed_status)},
        {str: quoted, UnknownMcpStartupStatus: unknown_text},
    )
)
_writers_of_review_decision: Writers = {
    ApprovedDecision: _write_approved_decision,
    ApprovedExecpolicyAmendmentDecision: _write_approved_execpolicy_amendment_decision,
    ApprovedForSessionDecision: _write_approved_for_session_decision,
    NetworkPolicyAmendmentDecision: _write_network_policy_amendment_decision,
    DeniedDecision: _write_denied_decision,
    AbortDecision: _write_abort_decision,
    UnknownReviewDecision: unknown_text,
}
_write_review_decision: Callable[[ReviewDecision | UnknownReviewDecision], str] = by_class(
    _writers_of_review_decision
)
_writers_of_event_frame: Writers = {
    ResponseStart: _write_response_start,
    ResponseDelta: _write_response_delta,
    ResponseEnd: _write_response_end,
    ToolCallStart: _write_tool_call_start,
    ToolCallResult: _write_tool_call_result,
    McpStartupUpdate: _write_mcp_startup_update,
    McpStartupComplete: _write_mcp_startup_complete,
    McpToolCallBegin: _write_mcp_tool_call_begin,
    McpToolCallEnd: _write_mcp_tool_call_end,
    ExecApprovalRequest: _write_exec_approval_request,
    ApplyPatchApprovalRequest: _write_apply_patch_approval_request,
    UserInputRequest: _write_user_input_request,
    ElicitationRequest: _write_elicitation_request,
    ExecCommandBegin: _write_exec_command_begin,
    ExecCommandOutputDelta: _write_exec_command_output_delta,
    ExecCommandEnd: _write_exec_command_end,
    PatchApplyBegin: _write_patch_apply_begin,
    PatchApplyEnd: _write_patch_apply_end,
    TurnStarted: _write_turn_started,
    TurnComplete: _write_turn_complete,
    TurnAborted: _write_turn_aborted,
    ThreadGoalUpdated: _write_thread_goal_updated,
    ThreadGoalCleared: _write_thread_goal_cleared,
    AgentError: _write_agent_error,
    UnknownEventFrame: unknown_text,
}
_write_event_frame: Callable[[EventFrame | UnknownEventFrame], str] = by_class(
    _writers_of_event_frame
)


# Functions: what can be done with every type.

(
    decode_response_start,
    encode_response_start,
    parse_response_start,
    dump_response_start,
    validate_response_start,
) = functions(
    "ResponseStart",
    tagged(_read_response_start, "event", "response_start"),
    _write_response_start,
    _RESPONSE_START,
)
(
    decode_response_channel,
    encode_response_channel,
    parse_response_channel,
    dump_response_channel,
    validate_response_channel,
) = functions("ResponseChannel", _read_response_channel, quoted, _RESPONSE_CHANNEL)
(
    decode_response_delta,
    encode_response_delta,
    parse_response_delta,
    dump_response_delta,
    validate_response_delta,
) = functions(
    "ResponseDelta",
    tagged(_read_response_delta, "event", "response_delta"),
    _write_response_delta,
    _RESPONSE_DELTA,
)
(
    decode_response_end,
    encode_response_end,
    parse_response_end,
    dump_response_end,
    validate_response_end,
) = functions(
    "ResponseEnd",
    tagged(_read_response_end, "event", "response_end"),
    _write_response_end,
    _RESPONSE_END,
)
(
    decode_tool_call_start,
    encode_tool_call_start,
    parse_tool_call_start,
    dump_tool_call_start,
    validate_tool_call_start,
) = functions(
    "ToolCallStart",
    tagged(_read_tool_call_start, "event", "tool_call_start"),
    _write_tool_call_start,
    _TOOL_CALL_START,
)
(
    decode_tool_call_result,
    encode_tool_call_result,
    parse_tool_call_result,
    dump_tool_call_result,
    validate_tool_call_result,
) = functions(
    "ToolCallResult",
    tagged(_read_tool_call_result, "event", "tool_call_result"),
    _write_tool_call_result,
    _TOOL_CALL_RESULT,
)
(
    decode_mcp_startup_failed_status,
    encode_mcp_startup_failed_status,
    parse_mcp_startup_failed_status,
    dump_mcp_startup_failed_status,
    validate_mcp_startup_failed_status,
) = functions(
    "McpStartupFailedStatus",
    _read_mcp_startup_failed_status,
    _write_mcp_startup_failed_status,
    _MCP_STARTUP_FAILED_STATUS,
)
(
    decode_mcp_startup_status,
    encode_mcp_startup_status,
    parse_mcp_startup_status,
    dump_mcp_startup_status,
    validate_mcp_startup_status,
) = union_functions(
    "McpStartupStatus",
    _read_mcp_startup_status,
    _write_mcp_startup_status,
    _MCP_STARTUP_STATUS,
    UnknownMcpStartupStatus,
    unknown_external_tag(_variants_of_mcp_startup_status, ("starting", "ready", "cancelled")),
)
(
    decode_mcp_startup_update_event,
    encode_mcp_startup_update_event,
    parse_mcp_startup_update_event,
    dump_mcp_startup_update_event,
    validate_mcp_startup_update_event,
) = functions(
    "McpStartupUpdateEvent",
    _read_mcp_startup_update_event,
    _write_mcp_startup_update_event,
    _MCP_STARTUP_UPDATE_EVENT,
)
(
    decode_mcp_startup_update,
    encode_mcp_startup_update,
    parse_mcp_startup_update,
    dump_mcp_startup_update,
    validate_mcp_startup_update,
) = functions(
    "McpStartupUpdate",
    tagged(_read_mcp_startup_update, "event", "mcp_startup_update"),
    _write_mcp_startup_update,
    _MCP_STARTUP_UPDATE,
)
(
    decode_mcp_startup_failure,
    encode_mcp_startup_failure,
    parse_mcp_startup_failure,
    dump_mcp_startup_failure,
    validate_mcp_startup_failure,
) = functions(
    "McpStartupFailure", _read_mcp_startup_failure, _write_mcp_startup_failure, _MCP_STARTUP_FAILURE
)
(
    decode_mcp_startup_complete_event,
    encode_mcp_startup_complete_event,
    parse_mcp_startup_complete_event,
    dump_mcp_startup_complete_event,
    validate_mcp_startup_complete_event,
) = functions(
    "McpStartupCompleteEvent",
    _read_mcp_startup_complete_event,
    _write_mcp_startup_complete_event,
    _MCP_STARTUP_COMPLETE_EVENT,
)
(
    decode_mcp_startup_complete,
    encode_mcp_startup_complete,
    parse_mcp_startup_complete,
    dump_mcp_startup_complete,
    validate_mcp_startup_complete,
) = functions(
    "McpStartupComplete",
    tagged(_read_mcp_startup_complete, "event", "mcp_startup_complete"),
    _write_mcp_startup_complete,
    _MCP_STARTUP_COMPLETE,
)
(
    decode_mcp_tool_call_begin,
    encode_mcp_tool_call_begin,
    parse_mcp_tool_call_begin,
    dump_mcp_tool_call_begin,
    validate_mcp_tool_call_begin,
) = functions(
    "McpToolCallBegin",
    tagged(_read_mcp_tool_call_begin, "event", "mcp_tool_call_begin"),
    _write_mcp_tool_call_begin,
    _MCP_TOOL_CALL_BEGIN,
)
(
    decode_mcp_tool_call_end,
    encode_mcp_tool_call_end,
    parse_mcp_tool_call_end,
    dump_mcp_tool_call_end,
    validate_mcp_tool_call_end,
) = functions(
    "McpToolCallEnd",
    tagged(_read_mcp_tool_call_end, "event", "mcp_tool_call_end"),
    _write_mcp_tool_call_end,
    _MCP_TOOL_CALL_END,
)
(
    decode_network_approval_context,
    encode_network_approval_context,
    parse_network_approval_context,
    dump_network_approval_context,
    validate_network_approval_context,
) = functions(
    "NetworkApprovalContext",
    _read_network_approval_context,
    _write_network_approval_context,
    _NETWORK_APPROVAL_CONTEXT,
)
(
    decode_network_policy_action,
    encode_network_policy_action,
    parse_network_policy_action,
    dump_network_policy_action,
    validate_network_policy_action,
) = functions("NetworkPolicyAction", _read_network_policy_action, quoted, _NETWORK_POLICY_ACTION)
(
    decode_network_policy_amendment,
    encode_network_policy_amendment,
    parse_network_policy_amendment,
    dump_network_policy_amendment,
    validate_network_policy_amendment,
) = functions(
    "NetworkPolicyAmendment",
    _read_network_policy_amendment,
    _write_network_policy_amendment,
    _NETWORK_POLICY_AMENDMENT,
)
(
    decode_approved_decision,
    encode_approved_decision,
    parse_approved_decision,
    dump_approved_decision,
    validate_approved_decision,
) = functions(
    "ApprovedDecision",
    tagged(_read_approved_decision, "type", "approved"),
    _write_approved_decision,
    _APPROVED_DECISION,
)
(
    decode_approved_execpolicy_amendment_decision,
    encode_approved_execpolicy_amendment_decision,
    parse_approved_execpolicy_amendment_decision,
    dump_approved_execpolicy_amendment_decision,
    validate_approved_execpolicy_amendment_decision,
) = functions(
    "ApprovedExecpolicyAmendmentDecision",
    tagged(_read_approved_execpolicy_amendment_decision, "type", "approved_execpolicy_amendment"),
    _write_approved_execpolicy_amendment_decision,
    _APPROVED_EXECPOLICY_AMENDMENT_DECISION,
)
(
    decode_approved_for_session_decision,
    encode_approved_for_session_decision,
    parse_approved_for_session_decision,
    dump_approved_for_session_decision,
    validate_approved_for_session_decision,
) = functions(
    "ApprovedForSessionDecision",
    tagged(_read_approved_for_session_decision, "type", "approved_for_session"),
    _write_approved_for_session_decision,
    _APPROVED_FOR_SESSION_DECISION,
)
(
    decode_network_policy_amendment_decision,
    encode_network_policy_amendment_decision,
    parse_network_policy_amendment_decision,
    dump_network_policy_amendment_decision,
    validate_network_policy_amendment_decision,
) = functions(
    "NetworkPolicyAmendmentDecision",
    tagged(_read_network_policy_amendment_decision, "type", "network_policy_amendment"),
    _write_network_policy_amendment_decision,
    _NETWORK_POLICY_AMENDMENT_DECISION,
)
(
    decode_denied_decision,
    encode_denied_decision,
    parse_denied_decision,
    dump_denied_decision,
    validate_denied_decision,
) = functions(
    "DeniedDecision",
    tagged(_read_denied_decision, "type", "denied"),
    _write_denied_decision,
    _DENIED_DECISION,
)
(
    decode_abort_decision,
    encode_abort_decision,
    parse_abort_decision,
    dump_abort_decision,
    validate_abort_decision,
) = functions(
    "AbortDecision",
    tagged(_read_abort_decision, "type", "abort"),
    _write_abort_decision,
    _ABORT_DECISION,
)
(
    decode_review_decision,
    encode_review_decision,
    parse_review_decision,
    dump_review_decision,
    validate_review_decision,
) = union_functions(
    "ReviewDecision",
    _read_review_decision,
    _write_review_decision,
    _REVIEW_DECISION,
    UnknownReviewDecision,
    unknown_internal_tag(("type",), _variants_of_review_decision),
    readers=("type", _variants_of_review_decision),
    writers=_writers_of_review_decision,
)
(
    decode_exec_approval_request_event,
    encode_exec_approval_request_event,
    parse_exec_approval_request_event,
    dump_exec_approval_request_event,
    validate_exec_approval_request_event,
) = functions(
    "ExecApprovalRequestEvent",
    _read_exec_approval_request_event,
    _write_exec_approval_request_event,
    _EXEC_APPROVAL_REQUEST_EVENT,
)
(
    decode_exec_approval_request,
    encode_exec_approval_request,
    parse_exec_approval_request,
    dump_exec_approval_request,
    validate_exec_approval_request,
) = functions(
    "ExecApprovalRequest",
    tagged(_read_exec_approval_request, "event", "exec_approval_request"),
    _write_exec_approval_request,
    _EXEC_APPROVAL_REQUEST,
)
(
    decode_apply_patch_approval_request,
    encode_apply_patch_approval_request,
    parse_apply_patch_approval_request,
    dump_apply_patch_approval_request,
    validate_apply_patch_approval_request,
) = functions(
    "ApplyPatchApprovalRequest",
    tagged(_read_apply_patch_approval_request, "event", "apply_patch_approval_request"),
    _write_apply_patch_approval_request,
    _APPLY_PATCH_APPROVAL_REQUEST,
)
(
    decode_user_input_option,
    encode_user_input_option,
    parse_user_input_option,
    dump_user_input_option,
    validate_user_input_option,
) = functions(
    "UserInputOption", _read_user_input_option, _write_user_input_option, _USER_INPUT_OPTION
)
(
    decode_user_input_question,
    encode_user_input_question,
    parse_user_input_question,
    dump_user_input_question,
    validate_user_input_question,
) = functions(
    "UserInputQuestion", _read_user_input_question, _write_user_input_question, _USER_INPUT_QUESTION
)
(
    decode_user_input_request_event,
    encode_user_input_request_event,
    parse_user_input_request_event,
    dump_user_input_request_event,
    validate_user_input_request_event,
) = functions(
    "UserInputRequestEvent",
    _read_user_input_request_event,
    _write_user_input_request_event,
    _USER_INPUT_REQUEST_EVENT,
)
(
    decode_user_input_request,
    encode_user_input_request,
    parse_user_input_request,
    dump_user_input_request,
    validate_user_input_request,
) = functions(
    "UserInputRequest",
    tagged(_read_user_input_request, "event", "user_input_request"),
    _write_user_input_request,
    _USER_INPUT_REQUEST,
)
(
    decode_elicitation_request,
    encode_elicitation_request,
    parse_elicitation_request,
    dump_elicitation_request,
    validate_elicitation_request,
) = functions(
    "ElicitationRequest",
    tagged(_read_elicitation_request, "event", "elicitation_request"),
    _write_elicitation_request,
    _ELICITATION_REQUEST,
)
(
    decode_exec_command_begin,
    encode_exec_command_begin,
    parse_exec_command_begin,
    dump_exec_command_begin,
    validate_exec_command_begin,
) = functions(
    "ExecCommandBegin",
    tagged(_read_exec_command_begin, "event", "exec_command_begin"),
    _write_exec_command_begin,
    _EXEC_COMMAND_BEGIN,
)
(
    decode_exec_command_output_delta,
    encode_exec_command_output_delta,
    parse_exec_command_output_delta,
    dump_exec_command_output_delta,
    validate_exec_command_output_delta,
) = functions(
    "ExecCommandOutputDelta",
    tagged(_read_exec_command_output_delta, "event", "exec_command_output_delta"),
    _write_exec_command_output_delta,
    _EXEC_COMMAND_OUTPUT_DELTA,
)
(
    decode_exec_command_end,
    encode_exec_command_end,
    parse_exec_command_end,
    dump_exec_command_end,
    validate_exec_command_end,
) = functions(
    "ExecCommandEnd",
    tagged(_read_exec_command_end, "event", "exec_command_end"),
    _write_exec_command_end,
    _EXEC_COMMAND_END,
)
(
    decode_patch_apply_begin,
    encode_patch_apply_begin,
    parse_patch_apply_begin,
    dump_patch_apply_begin,
    validate_patch_apply_begin,
) = functions(
    "PatchApplyBegin",
    tagged(_read_patch_apply_begin, "event", "patch_apply_begin"),
    _write_patch_apply_begin,
    _PATCH_APPLY_BEGIN,
)
(
    decode_patch_apply_end,
    encode_patch_apply_end,
    parse_patch_apply_end,
    dump_patch_apply_end,
    validate_patch_apply_end,
) = functions(
    "PatchApplyEnd",
    tagged(_read_patch_apply_end, "event", "patch_apply_end"),
    _write_patch_apply_end,
    _PATCH_APPLY_END,
)
(
    decode_turn_started,
    encode_turn_started,
    parse_turn_started,
    dump_turn_started,
    validate_turn_started,
) = functions(
    "TurnStarted",
    tagged(_read_turn_started, "event", "turn_started"),
    _write_turn_started,
    _TURN_STARTED,
)
(
    decode_turn_complete,
    encode_turn_complete,
    parse_turn_complete,
    dump_turn_complete,
    validate_turn_complete,
) = functions(
    "TurnComplete",
    tagged(_read_turn_complete, "event", "turn_complete"),
    _write_turn_complete,
    _TURN_COMPLETE,
)
(
    decode_turn_aborted,
    encode_turn_aborted,
    parse_turn_aborted,
    dump_turn_aborted,
    validate_turn_aborted,
) = functions(
    "TurnAborted",
    tagged(_read_turn_aborted, "event", "turn_aborted"),
    _write_turn_aborted,
    _TURN_ABORTED,
)
(
    decode_thread_goal_status,
    encode_thread_goal_status,
    parse_thread_goal_status,
    dump_thread_goal_status,
    validate_thread_goal_status,
) = functions("ThreadGoalStatus", _read_thread_goal_status, quoted, _THREAD_GOAL_STATUS)
(
    decode_thread_goal,
    encode_thread_goal,
    parse_thread_goal,
    dump_thread_goal,
    validate_thread_goal,
) = functions("ThreadGoal", _read_thread_goal, _write_thread_goal, _THREAD_GOAL)
(
    decode_thread_goal_updated,
    encode_thread_goal_updated,
    parse_thread_goal_updated,
    dump_thread_goal_updated,
    validate_thread_goal_updated,
) = functions(
    "ThreadGoalUpdated",
    tagged(_read_thread_goal_updated, "event", "thread_goal_updated"),
    _write_thread_goal_updated,
    _THREAD_GOAL_UPDATED,
)
(
    decode_thread_goal_cleared,
    encode_thread_goal_cleared,
    parse_thread_goal_cleared,
    dump_thread_goal_cleared,
    validate_thread_goal_cleared,
) = functions(
    "ThreadGoalCleared",
    tagged(_read_thread_goal_cleared, "event", "thread_goal_cleared"),
    _write_thread_goal_cleared,
    _THREAD_GOAL_CLEARED,
)
(
    decode_agent_error,
    encode_agent_error,
    parse_agent_error,
    dump_agent_error,
    validate_agent_error,
) = functions(
    "AgentError", tagged(_read_agent_error, "event", "error"), _write_agent_error, _AGENT_ERROR
)
(
    decode_event_frame,
    encode_event_frame,
    parse_event_frame,
    dump_event_frame,
    validate_event_frame,
) = union_functions(
    "EventFrame",
    _read_event_frame,
    _write_event_frame,
    _EVENT_FRAME,
    UnknownEventFrame,
    unknown_internal_tag(("event",), _variants_of_event_frame),
    readers=("event", _variants_of_event_frame),
    writers=_writers_of_event_frame,
)

# Functions of the root type, under short names.

decode = decode_event_frame
encode = encode_event_frame
parse = parse_event_frame
dump = dump_event_frame
validate = validate_event_frame

name_functions(globals())
