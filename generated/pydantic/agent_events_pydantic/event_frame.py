"""A frame of an agent's event stream. The member `event` tells what it is; the other members stand beside it. Frames cover a turn from turn_started to turn_complete or turn_aborted: streamed responses, tool calls, start-up of MCP servers, commands, patches, approvals and errors. What a frame begins, its counterpart ends.

Made by eventwright from schema/event_frame; edit the schema and run `eventwright generate`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, RootModel, StrictBool, StrictInt, StrictStr

from agent_events_pydantic._model import Model
from agent_events_pydantic._model import constant as _constant


class ResponseStart(Model):
    """The model starts a response. Its text follows in response_delta frames and response_end closes it, all with the same `response_id`."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["response_start"] = _constant("response_start")
    """Tells this frame from the others; it may stand anywhere in the object."""
    response_id: StrictStr
    """The new response."""


class ResponseChannel(StrEnum):
    """Where the text of a response belongs."""

    TEXT = "text"
    """The answer that the user reads."""
    REASONING = "reasoning"
    """The model's thinking on the way to the answer; clients usually fold it away or leave it out."""


class ResponseDelta(Model):
    """The next piece of a response in progress. Pieces come in order; joined per channel they are the response's text."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["response_delta"] = _constant("response_delta")
    """Tells this frame from the others; it may stand anywhere in the object."""
    response_id: StrictStr
    """The response that the piece belongs to."""
    delta: StrictStr
    """Text to append to what the channel already holds."""
    channel: ResponseChannel = ResponseChannel.TEXT
    """Whether the text is part of the answer or of the model's reasoning. Left out on the wire when it is `text`."""


class ResponseEnd(Model):
    """The response is finished; no more of its text follows."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["response_end"] = _constant("response_end")
    """Tells this frame from the others; it may stand anywhere in the object."""
    response_id: StrictStr
    """The response that ended, as named by its response_start."""


class ToolCallStart(Model):
    """The model calls a tool. The matching tool_call_result reports what came of it."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["tool_call_start"] = _constant("tool_call_start")
    """Tells this frame from the others; it may stand anywhere in the object."""
    response_id: StrictStr
    """The response that makes the call."""
    tool_name: StrictStr
    """Name of the tool that is called."""
    arguments: Any
    """What the tool is called with: any JSON value, whose shape only the tool knows. Always present; null is a value like any other."""


class ToolCallResult(Model):
    """A tool call is finished and has produced a result."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["tool_call_result"] = _constant("tool_call_result")
    """Tells this frame from the others; it may stand anywhere in the object."""
    response_id: StrictStr
    """The response that made the call."""
    tool_name: StrictStr
    """Name of the tool that was called."""
    output: Any
    """What the tool returned: any JSON value, whose shape only the tool knows. Always present; null is a value like any other."""


class McpStartupFailedStatus(Model):
    """Why an MCP server could not be started."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    error: StrictStr
    """What went wrong, for a person to read."""


class McpStartupStatusFailed(Model):
    """The server could not be started."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
    )
    failed: Annotated[McpStartupFailedStatus, Field(alias="failed")]


class McpStartupStatus(
    RootModel[Literal["starting", "ready", "cancelled"] | McpStartupStatusFailed]
):
    model_config = ConfigDict(
        frozen=True,
    )
    root: Literal["starting", "ready", "cancelled"] | McpStartupStatusFailed
    """How far an MCP server has come in its start-up. On the wire it is a bare string or, for a failure, an object with the one key `failed`. All but `starting` are final."""


class McpStartupUpdateEvent(Model):
    """One MCP server and how far it has come in its start-up."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    server_name: StrictStr
    """Name of the MCP server, as configured."""
    status: McpStartupStatus
    """The state that the server is in now."""


class McpStartupUpdate(Model):
    """One MCP server moved on in its start-up. Updates for all servers come before the closing mcp_startup_complete."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["mcp_startup_update"] = _constant("mcp_startup_update")
    """Tells this frame from the others; it may stand anywhere in the object."""
    update: McpStartupUpdateEvent
    """Which server it is and how far it has come."""


class McpStartupFailure(Model):
    """An MCP server that could not be started, and why."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    server_name: StrictStr
    """Name of the MCP server, as configured."""
    error: StrictStr
    """What went wrong, for a person to read."""


class McpStartupCompleteEvent(Model):
    """All configured MCP servers, sorted by how their start-up ended. Each server stands in one list; a list may be empty but is never left out."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    ready: list[StrictStr]
    """Servers that are up and take requests."""
    failed: list[McpStartupFailure]
    """Servers that could not be started, each with the reason."""
    cancelled: list[StrictStr]
    """Servers whose start-up was called off."""


class McpStartupComplete(Model):
    """Every MCP server has finished starting, one way or another."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["mcp_startup_complete"] = _constant("mcp_startup_complete")
    """Tells this frame from the others; it may stand anywhere in the object."""
    summary: McpStartupCompleteEvent
    """What became of each server."""


class McpToolCallBegin(Model):
    """A call to a tool of an MCP server begins; mcp_tool_call_end ends it."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["mcp_tool_call_begin"] = _constant("mcp_tool_call_begin")
    """Tells this frame from the others; it may stand anywhere in the object."""
    server_name: StrictStr
    """Name of the MCP server that offers the tool."""
    tool_name: StrictStr
    """Name of the tool on that server."""


class McpToolCallEnd(Model):
    """A call to a tool of an MCP server is finished."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["mcp_tool_call_end"] = _constant("mcp_tool_call_end")
    """Tells this frame from the others; it may stand anywhere in the object."""
    server_name: StrictStr
    """Name of the MCP server that offers the tool."""
    tool_name: StrictStr
    """Name of the tool on that server."""
    ok: StrictBool
    """Whether the call succeeded."""


class NetworkApprovalContext(Model):
    """A network connection that is waiting for approval."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    host: StrictStr
    """Host name that would be connected to."""
    protocol: StrictStr
    """Protocol of the connection, such as `https`."""


class NetworkPolicyAction(StrEnum):
    """What a network rule does with connections to its host."""

    ALLOW = "allow"
    """Connections to the host are let through."""
    DENY = "deny"
    """Connections to the host are refused."""


class NetworkPolicyAmendment(Model):
    """A network rule for one host that could be added to the user's policy."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    host: StrictStr
    """Host name that the rule is about."""
    action: NetworkPolicyAction
    """Whether connections to the host are let through or refused."""


class ApprovedDecision(Model):
    """Go ahead, this once."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    type: Literal["approved"] = _constant("approved")
    """Tells this decision from the others."""


class ApprovedExecpolicyAmendmentDecision(Model):
    """Go ahead, and add the proposed rules to the execution policy. Similar commands are not asked about again."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    type: Literal["approved_execpolicy_amendment"] = _constant("approved_execpolicy_amendment")
    """Tells this decision from the others."""


class ApprovedForSessionDecision(Model):
    """Go ahead, and do not ask again for the same thing during this session."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    type: Literal["approved_for_session"] = _constant("approved_for_session")
    """Tells this decision from the others."""


class NetworkPolicyAmendmentDecision(Model):
    """Decide by a rule for one host, which is added to the network policy."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    type: Literal["network_policy_amendment"] = _constant("network_policy_amendment")
    """Tells this decision from the others."""
    host: StrictStr
    """Host name that the rule is about."""
    action: NetworkPolicyAction
    """Whether connections to the host are let through or refused."""


class DeniedDecision(Model):
    """Do not do it. The turn itself goes on."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    type: Literal["denied"] = _constant("denied")
    """Tells this decision from the others."""


class AbortDecision(Model):
    """Do not do it, and break off the whole turn."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    type: Literal["abort"] = _constant("abort")
    """Tells this decision from the others."""


class ReviewDecision(
    RootModel[
        ApprovedDecision
        | ApprovedExecpolicyAmendmentDecision
        | ApprovedForSessionDecision
        | NetworkPolicyAmendmentDecision
        | DeniedDecision
        | AbortDecision
    ]
):
    model_config = ConfigDict(
        frozen=True,
    )
    root: Annotated[
        ApprovedDecision
        | ApprovedExecpolicyAmendmentDecision
        | ApprovedForSessionDecision
        | NetworkPolicyAmendmentDecision
        | DeniedDecision
        | AbortDecision,
        Field(discriminator="type"),
    ]
    """An answer that the user can give to an approval request."""


class ExecApprovalRequestEvent(Model):
    """A request for the user's approval of a command or a patch. The agent waits until one of the available decisions is sent back."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    call_id: StrictStr
    """The tool call that needs approval."""
    approval_id: StrictStr
    """Identifies this request; the user's decision refers to it."""
    turn_id: StrictStr
    """The turn in which the request was made."""
    command: StrictStr
    """What would be run or applied once approved, for the user to read."""
    cwd: StrictStr
    """Path of the directory that it would run in."""
    reason: StrictStr
    """Why approval is needed, for a person to read."""
    matched_rule: StrictStr | None = None
    """The policy rule that asked for approval. Null, and left out on the wire, when no rule in particular did."""
    network_approval_context: NetworkApprovalContext | None = None
    """The connection that is waiting for approval. Null, and left out on the wire, when the request is not about the network."""
    proposed_execpolicy_amendment: list[StrictStr] = []
    """Rules that an approval with an execution policy amendment would add. Empty when none are proposed."""
    proposed_network_policy_amendments: Annotated[
        list[NetworkPolicyAmendment], Field(validate_default=True)
    ] = []
    """Network rules that the user could accept instead of deciding each time. Empty when none are proposed."""
    additional_permissions: list[StrictStr] = []
    """Permissions that the action needs beyond those already granted. Empty when it needs no more."""
    available_decisions: Annotated[list[ReviewDecision], Field(validate_default=True)] = []
    """The decisions that the user can choose from. Empty when the producer names none."""


class ExecApprovalRequest(Model):
    """The agent wants to run a command and waits until the user has decided."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["exec_approval_request"] = _constant("exec_approval_request")
    """Tells this frame from the others; it may stand anywhere in the object."""
    request: ExecApprovalRequestEvent
    """What is to be run, why it needs approval and what the user may decide."""


class ApplyPatchApprovalRequest(Model):
    """The agent wants to apply a patch and waits until the user has decided."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["apply_patch_approval_request"] = _constant("apply_patch_approval_request")
    """Tells this frame from the others; it may stand anywhere in the object."""
    request: ExecApprovalRequestEvent
    """The patch to be applied, why it needs approval and what the user may decide."""


class UserInputOption(Model):
    """One answer to choose from."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    label: StrictStr
    """A short text to choose by; it is also what is sent back when the option is chosen."""
    description: StrictStr
    """What choosing this option means."""


class UserInputQuestion(Model):
    """One question with the answers to choose from."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    header: StrictStr
    """A short title to show above the question."""
    id: StrictStr
    """Identifies the question within the request; its answer refers to it."""
    question: StrictStr
    """The question itself."""
    options: list[UserInputOption]
    """The answers to choose from, to show in this order."""
    allow_free_text: StrictBool = False
    """Whether the user may also type an answer of their own. False when absent."""
    multi_select: StrictBool = False
    """Whether the user may choose more than one option. False when absent."""


class UserInputRequestEvent(Model):
    """Questions that the model puts to the user. The agent waits for the answers."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    call_id: StrictStr
    """The tool call that asks."""
    turn_id: StrictStr
    """The turn in which the request was made."""
    request_id: StrictStr
    """Identifies this request; the user's answers refer to it."""
    questions: list[UserInputQuestion]
    """The questions to show, in this order."""


class UserInputRequest(Model):
    """The model asks the user one or more questions and waits for the answers."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["user_input_request"] = _constant("user_input_request")
    """Tells this frame from the others; it may stand anywhere in the object."""
    request: UserInputRequestEvent
    """The questions, and the identifiers that the answers refer to."""


class ElicitationRequest(Model):
    """An MCP server asks the user for input through the agent."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["elicitation_request"] = _constant("elicitation_request")
    """Tells this frame from the others; it may stand anywhere in the object."""
    server_name: StrictStr
    """Name of the MCP server that asks."""
    request_id: StrictStr
    """Identifies the request; the user's answer refers to it."""
    prompt: StrictStr
    """What to show the user."""


class ExecCommandBegin(Model):
    """A command starts. Its output follows in exec_command_output_delta frames and exec_command_end ends it."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["exec_command_begin"] = _constant("exec_command_begin")
    """Tells this frame from the others; it may stand anywhere in the object."""
    command: StrictStr
    """The command line that is run."""
    cwd: StrictStr
    """Path of the directory that the command runs in."""


class ExecCommandOutputDelta(Model):
    """The next piece of output of a running command."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["exec_command_output_delta"] = _constant("exec_command_output_delta")
    """Tells this frame from the others; it may stand anywhere in the object."""
    command: StrictStr
    """The command line that produced the output, as in its exec_command_begin."""
    delta: StrictStr
    """Text to append to the command's output so far."""


class ExecCommandEnd(Model):
    """A command has finished."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["exec_command_end"] = _constant("exec_command_end")
    """Tells this frame from the others; it may stand anywhere in the object."""
    command: StrictStr
    """The command line that was run, as in its exec_command_begin."""
    exit_code: Annotated[StrictInt, Field(ge=-2147483648, le=2147483647)]
    """Exit code of the process. Zero means success by convention; it may be negative."""


class PatchApplyBegin(Model):
    """The agent starts to apply a patch to a file; patch_apply_end ends it."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["patch_apply_begin"] = _constant("patch_apply_begin")
    """Tells this frame from the others; it may stand anywhere in the object."""
    path: StrictStr
    """Path of the file that the patch changes."""


class PatchApplyEnd(Model):
    """The agent has finished applying a patch to a file."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["patch_apply_end"] = _constant("patch_apply_end")
    """Tells this frame from the others; it may stand anywhere in the object."""
    path: StrictStr
    """Path of the file, as in its patch_apply_begin."""
    ok: StrictBool
    """Whether the patch was applied."""


class TurnStarted(Model):
    """The agent begins a turn: all the work that it does until it waits for the user again. It ends with turn_complete or turn_aborted."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["turn_started"] = _constant("turn_started")
    """Tells this frame from the others; it may stand anywhere in the object."""
    turn_id: StrictStr
    """The new turn."""


class TurnComplete(Model):
    """The turn ran to its normal end."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["turn_complete"] = _constant("turn_complete")
    """Tells this frame from the others; it may stand anywhere in the object."""
    turn_id: StrictStr
    """The turn that ended, as named by its turn_started."""


class TurnAborted(Model):
    """The turn was broken off before its normal end; no turn_complete follows."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["turn_aborted"] = _constant("turn_aborted")
    """Tells this frame from the others; it may stand anywhere in the object."""
    turn_id: StrictStr
    """The turn that ended, as named by its turn_started."""
    reason: StrictStr
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


class ThreadGoal(Model):
    """What a thread is working towards over many turns, and what that has cost so far."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    thread_id: StrictStr
    """The thread that has the goal."""
    goal_id: StrictStr
    """Identifies this goal; a new goal of the same thread has another one."""
    objective: StrictStr
    """What is to be achieved, as the user sees it."""
    status: ThreadGoalStatus
    """Whether the goal is being worked on and, if not, why."""
    token_budget: Annotated[
        StrictInt | None, Field(ge=-9223372036854775808, le=9223372036854775807)
    ] = None
    """How many model tokens may be spent on the goal. Null, and left out on the wire, when there is no limit."""
    tokens_used: Annotated[StrictInt, Field(ge=-9223372036854775808, le=9223372036854775807)]
    """Model tokens spent on the goal so far."""
    time_used_seconds: Annotated[StrictInt, Field(ge=-9223372036854775808, le=9223372036854775807)]
    """Wall-clock time worked on the goal so far, in seconds."""
    continuation_count: Annotated[StrictInt, Field(ge=-9223372036854775808, le=9223372036854775807)]
    """How often the agent has gone on with the goal by itself, without a message from the user."""
    created_at: Annotated[StrictInt, Field(ge=-9223372036854775808, le=9223372036854775807)]
    """When the goal was set, in seconds since the Unix epoch."""
    updated_at: Annotated[StrictInt, Field(ge=-9223372036854775808, le=9223372036854775807)]
    """When the goal last changed, in seconds since the Unix epoch."""


class ThreadGoalUpdated(Model):
    """A thread was given a goal, or the state of its goal changed."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["thread_goal_updated"] = _constant("thread_goal_updated")
    """Tells this frame from the others; it may stand anywhere in the object."""
    goal: ThreadGoal
    """The goal as it is now; it replaces what was known before."""


class ThreadGoalCleared(Model):
    """The goal of a thread was removed; the thread has none now."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["thread_goal_cleared"] = _constant("thread_goal_cleared")
    """Tells this frame from the others; it may stand anywhere in the object."""
    thread_id: StrictStr
    """The thread that lost its goal."""


class AgentError(Model):
    """Something went wrong while the agent worked on a response."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event: Literal["error"] = _constant("error")
    """Tells this frame from the others; it may stand anywhere in the object."""
    response_id: StrictStr
    """The response during which the error occurred."""
    message: StrictStr
    """What went wrong, for a person to read."""


class EventFrame(
    RootModel[
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
    ]
):
    model_config = ConfigDict(
        frozen=True,
    )
    root: Annotated[
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
        | AgentError,
        Field(discriminator="event"),
    ]
    """A frame of an agent's event stream. The member `event` tells what it is; the other members stand beside it. Frames cover a turn from turn_started to turn_complete or turn_aborted: streamed responses, tool calls, start-up of MCP servers, commands, patches, approvals and errors. What a frame begins, its counterpart ends."""
