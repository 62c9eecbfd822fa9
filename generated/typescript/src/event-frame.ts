/**
 * A frame of an agent's event stream. The member `event` tells what it is; the other members stand
 * beside it. Frames cover a turn from turn_started to turn_complete or turn_aborted: streamed
 * responses, tool calls, start-up of MCP servers, commands, patches, approvals and errors. What a
 * frame begins, its counterpart ends.
 *
 * Made by eventwright from schema/event_frame; edit the schema and run `eventwright generate`.
 */

import type {
  Decode,
  DecodeUnion,
  Dump,
  Encode,
  Guard,
  JsonValue,
  OneOf,
  Parse,
  ParseUnion,
  Unchecked,
  Validate,
  WithOptional,
} from "./runtime.js";
import {
  ANY_JSON,
  BOOLEAN,
  INT32,
  INT64,
  NULL_OR_INT64,
  NULL_OR_STRING,
  STRING,
  Unknown,
  aString,
  anArrayOf,
  anObject,
  anyJson,
  arrayOf,
  constant,
  decoder,
  dumper,
  encoder,
  external,
  guard,
  integerWithin,
  internal,
  nullable,
  onlyKey,
  optional,
  orNull,
  parser,
  record,
  ref,
  strings,
  unionDecoder,
  unionParser,
  validator,
} from "./runtime.js";

export { DecodeError, EncodeError } from "./runtime.js";
export type {
  Decode,
  DecodeUnion,
  Dump,
  Encode,
  Guard,
  Issue,
  JsonObject,
  JsonValue,
  OneOf,
  Parse,
  ParseUnion,
  Validate,
  WithOptional,
} from "./runtime.js";

// Types. A type's `Input`, where it has one, is what its values are made of.

/**
 * The model starts a response. Its text follows in response_delta frames and response_end closes
 * it, all with the same `response_id`.
 */
export interface ResponseStart {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "response_start";
  /** The new response. */
  readonly response_id: string;
}

/**
 * Where the text of a response belongs.
 *
 * - `"text"`: The answer that the user reads.
 * - `"reasoning"`: The model's thinking on the way to the answer; clients usually fold it away or
 * leave it out.
 */
export type ResponseChannel = "text" | "reasoning";

/**
 * The next piece of a response in progress. Pieces come in order; joined per channel they are the
 * response's text.
 */
export interface ResponseDelta {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "response_delta";
  /** The response that the piece belongs to. */
  readonly response_id: string;
  /** Text to append to what the channel already holds. */
  readonly delta: string;
  /**
   * Whether the text is part of the answer or of the model's reasoning. Left out on the wire when
   * it is `text`.
   */
  readonly channel: ResponseChannel;
}

export type ResponseDeltaInput = WithOptional<ResponseDelta, "channel">;

/** The response is finished; no more of its text follows. */
export interface ResponseEnd {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "response_end";
  /** The response that ended, as named by its response_start. */
  readonly response_id: string;
}

/** The model calls a tool. The matching tool_call_result reports what came of it. */
export interface ToolCallStart {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "tool_call_start";
  /** The response that makes the call. */
  readonly response_id: string;
  /** Name of the tool that is called. */
  readonly tool_name: string;
  /**
   * What the tool is called with: any JSON value, whose shape only the tool knows. Always present;
   * null is a value like any other.
   */
  readonly arguments: JsonValue;
}

/** A tool call is finished and has produced a result. */
export interface ToolCallResult {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "tool_call_result";
  /** The response that made the call. */
  readonly response_id: string;
  /** Name of the tool that was called. */
  readonly tool_name: string;
  /**
   * What the tool returned: any JSON value, whose shape only the tool knows. Always present; null
   * is a value like any other.
   */
  readonly output: JsonValue;
}

/** Why an MCP server could not be started. */
export interface McpStartupFailedStatus {
  /** What went wrong, for a person to read. */
  readonly error: string;
}

/** The payloads of McpStartupStatus, each under its tag. */
export interface McpStartupStatusVariants {
  /** The server could not be started. */
  readonly failed: McpStartupFailedStatus;
}

/**
 * How far an MCP server has come in its start-up. On the wire it is a bare string or, for a
 * failure, an object with the one key `failed`. All but `starting` are final.
 */
export type McpStartupStatus = "starting" | "ready" | "cancelled" | OneOf<McpStartupStatusVariants>;

/** A value of McpStartupStatus with an unknown tag, kept as it came. */
export class UnknownMcpStartupStatus extends Unknown {
  declare readonly failed?: undefined;
}

/** One MCP server and how far it has come in its start-up. */
export interface McpStartupUpdateEvent {
  /** Name of the MCP server, as configured. */
  readonly server_name: string;
  /** The state that the server is in now. */
  readonly status: McpStartupStatus;
}

/**
 * One MCP server moved on in its start-up. Updates for all servers come before the closing
 * mcp_startup_complete.
 */
export interface McpStartupUpdate {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "mcp_startup_update";
  /** Which server it is and how far it has come. */
  readonly update: McpStartupUpdateEvent;
}

/** An MCP server that could not be started, and why. */
export interface McpStartupFailure {
  /** Name of the MCP server, as configured. */
  readonly server_name: string;
  /** What went wrong, for a person to read. */
  readonly error: string;
}

/**
 * All configured MCP servers, sorted by how their start-up ended. Each server stands in one list; a
 * list may be empty but is never left out.
 */
export interface McpStartupCompleteEvent {
  /** Servers that are up and take requests. */
  readonly ready: readonly string[];
  /** Servers that could not be started, each with the reason. */
  readonly failed: readonly McpStartupFailure[];
  /** Servers whose start-up was called off. */
  readonly cancelled: readonly string[];
}

/** Every MCP server has finished starting, one way or another. */
export interface McpStartupComplete {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "mcp_startup_complete";
  /** What became of each server. */
  readonly summary: McpStartupCompleteEvent;
}

/** A call to a tool of an MCP server begins; mcp_tool_call_end ends it. */
export interface McpToolCallBegin {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "mcp_tool_call_begin";
  /** Name of the MCP server that offers the tool. */
  readonly server_name: string;
  /** Name of the tool on that server. */
  readonly tool_name: string;
}

/** A call to a tool of an MCP server is finished. */
export interface McpToolCallEnd {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "mcp_tool_call_end";
  /** Name of the MCP server that offers the tool. */
  readonly server_name: string;
  /** Name of the tool on that server. */
  readonly tool_name: string;
  /** Whether the call succeeded. */
  readonly ok: boolean;
}

/** A network connection that is waiting for approval. */
export interface NetworkApprovalContext {
  /** Host name that would be connected to. */
  readonly host: string;
  /** Protocol of the connection, such as `https`. */
  readonly protocol: string;
}

/**
 * What a network rule does with connections to its host.
 *
 * - `"allow"`: Connections to the host are let through.
 * - `"deny"`: Connections to the host are refused.
 */
export type NetworkPolicyAction = "allow" | "deny";

/** A network rule for one host that could be added to the user's policy. */
export interface NetworkPolicyAmendment {
  /** Host name that the rule is about. */
  readonly host: string;
  /** Whether connections to the host are let through or refused. */
  readonly action: NetworkPolicyAction;
}

/** Go ahead, this once. */
export interface ApprovedDecision {
  /** Tells this decision from the others. */
  readonly type: "approved";
}

/**
 * Go ahead, and add the proposed rules to the execution policy. Similar commands are not asked
 * about again.
 */
export interface ApprovedExecpolicyAmendmentDecision {
  /** Tells this decision from the others. */
  readonly type: "approved_execpolicy_amendment";
}

/** Go ahead, and do not ask again for the same thing during this session. */
export interface ApprovedForSessionDecision {
  /** Tells this decision from the others. */
  readonly type: "approved_for_session";
}

/** Decide by a rule for one host, which is added to the network policy. */
export interface NetworkPolicyAmendmentDecision {
  /** Tells this decision from the others. */
  readonly type: "network_policy_amendment";
  /** Host name that the rule is about. */
  readonly host: string;
  /** Whether connections to the host are let through or refused. */
  readonly action: NetworkPolicyAction;
}

/** Do not do it. The turn itself goes on. */
export interface DeniedDecision {
  /** Tells this decision from the others. */
  readonly type: "denied";
}

/** Do not do it, and break off the whole turn. */
export interface AbortDecision {
  /** Tells this decision from the others. */
  readonly type: "abort";
}

/** An answer that the user can give to an approval request. */
export type ReviewDecision =
  | ApprovedDecision
  | ApprovedExecpolicyAmendmentDecision
  | ApprovedForSessionDecision
  | NetworkPolicyAmendmentDecision
  | DeniedDecision
  | AbortDecision;

/** A value of ReviewDecision with an unknown tag, kept as it came. */
export class UnknownReviewDecision extends Unknown {
  declare readonly type?: undefined;
}

/**
 * A request for the user's approval of a command or a patch. The agent waits until one of the
 * available decisions is sent back.
 */
export interface ExecApprovalRequestEvent {
  /** The tool call that needs approval. */
  readonly call_id: string;
  /** Identifies this request; the user's decision refers to it. */
  readonly approval_id: string;
  /** The turn in which the request was made. */
  readonly turn_id: string;
  /** What would be run or applied once approved, for the user to read. */
  readonly command: string;
  /** Path of the directory that it would run in. */
  readonly cwd: string;
  /** Why approval is needed, for a person to read. */
  readonly reason: string;
  /**
   * The policy rule that asked for approval. Null, and left out on the wire, when no rule in
   * particular did.
   */
  readonly matched_rule: string | null;
  /**
   * The connection that is waiting for approval. Null, and left out on the wire, when the request
   * is not about the network.
   */
  readonly network_approval_context: NetworkApprovalContext | null;
  /**
   * Rules that an approval with an execution policy amendment would add. Empty when none are
   * proposed.
   */
  readonly proposed_execpolicy_amendment: readonly string[];
  /**
   * Network rules that the user could accept instead of deciding each time. Empty when none are
   * proposed.
   */
  readonly proposed_network_policy_amendments: readonly NetworkPolicyAmendment[];
  /**
   * Permissions that the action needs beyond those already granted. Empty when it needs no more.
   */
  readonly additional_permissions: readonly string[];
  /** The decisions that the user can choose from. Empty when the producer names none. */
  readonly available_decisions: readonly ReviewDecision[];
}

export type ExecApprovalRequestEventInput = WithOptional<
  ExecApprovalRequestEvent,
  | "matched_rule"
  | "network_approval_context"
  | "proposed_execpolicy_amendment"
  | "proposed_network_policy_amendments"
  | "additional_permissions"
  | "available_decisions"
>;

/** The agent wants to run a command and waits until the user has decided. */
export interface ExecApprovalRequest {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "exec_approval_request";
  /** What is to be run, why it needs approval and what the user may decide. */
  readonly request: ExecApprovalRequestEvent;
}

export interface ExecApprovalRequestInput extends Omit<ExecApprovalRequest, "request"> {
  /** What is to be run, why it needs approval and what the user may decide. */
  readonly request: ExecApprovalRequestEventInput;
}

/** The agent wants to apply a patch and waits until the user has decided. */
export interface ApplyPatchApprovalRequest {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "apply_patch_approval_request";
  /** The patch to be applied, why it needs approval and what the user may decide. */
  readonly request: ExecApprovalRequestEvent;
}

export interface ApplyPatchApprovalRequestInput extends Omit<ApplyPatchApprovalRequest, "request"> {
  /** The patch to be applied, why it needs approval and what the user may decide. */
  readonly request: ExecApprovalRequestEventInput;
}

/** One answer to choose from. */
export interface UserInputOption {
  /** A short text to choose by; it is also what is sent back when the option is chosen. */
  readonly label: string;
  /** What choosing this option means. */
  readonly description: string;
}

/** One question with the answers to choose from. */
export interface UserInputQuestion {
  /** A short title to show above the question. */
  readonly header: string;
  /** Identifies the question within the request; its answer refers to it. */
  readonly id: string;
  /** The question itself. */
  readonly question: string;
  /** The answers to choose from, to show in this order. */
  readonly options: readonly UserInputOption[];
  /** Whether the user may also type an answer of their own. False when absent. */
  readonly allow_free_text: boolean;
  /** Whether the user may choose more than one option. False when absent. */
  readonly multi_select: boolean;
}

export type UserInputQuestionInput = WithOptional<
  UserInputQuestion,
  "allow_free_text" | "multi_select"
>;

/** Questions that the model puts to the user. The agent waits for the answers. */
export interface UserInputRequestEvent {
  /** The tool call that asks. */
  readonly call_id: string;
  /** The turn in which the request was made. */
  readonly turn_id: string;
  /** Identifies this request; the user's answers refer to it. */
  readonly request_id: string;
  /** The questions to show, in this order. */
  readonly questions: readonly UserInputQuestion[];
}

export interface UserInputRequestEventInput extends Omit<UserInputRequestEvent, "questions"> {
  /** The questions to show, in this order. */
  readonly questions: readonly UserInputQuestionInput[];
}

/** The model asks the user one or more questions and waits for the answers. */
export interface UserInputRequest {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "user_input_request";
  /** The questions, and the identifiers that the answers refer to. */
  readonly request: UserInputRequestEvent;
}

export interface UserInputRequestInput extends Omit<UserInputRequest, "request"> {
  /** The questions, and the identifiers that the answers refer to. */
  readonly request: UserInputRequestEventInput;
}

/** An MCP server asks the user for input through the agent. */
export interface ElicitationRequest {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "elicitation_request";
  /** Name of the MCP server that asks. */
  readonly server_name: string;
  /** Identifies the request; the user's answer refers to it. */
  readonly request_id: string;
  /** What to show the user. */
  readonly prompt: string;
}

/**
 * A command starts. Its output follows in exec_command_output_delta frames and exec_command_end
 * ends it.
 */
export interface ExecCommandBegin {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "exec_command_begin";
  /** The command line that is run. */
  readonly command: string;
  /** Path of the directory that the command runs in. */
  readonly cwd: string;
}

/** The next piece of output of a running command. */
export interface ExecCommandOutputDelta {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "exec_command_output_delta";
  /** The command line that produced the output, as in its exec_command_begin. */
  readonly command: string;
  /** Text to append to the command's output so far. */
  readonly delta: string;
}

/** A command has finished. */
export interface ExecCommandEnd {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "exec_command_end";
  /** The command line that was run, as in its exec_command_begin. */
  readonly command: string;
  /** Exit code of the process. Zero means success by convention; it may be negative. */
  readonly exit_code: number;
}

/** The agent starts to apply a patch to a file; patch_apply_end ends it. */
export interface PatchApplyBegin {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "patch_apply_begin";
  /** Path of the file that the patch changes. */
  readonly path: string;
}

/** The agent has finished applying a patch to a file. */
export interface PatchApplyEnd {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "patch_apply_end";
  /** Path of the file, as in its patch_apply_begin. */
  readonly path: string;
  /** Whether the patch was applied. */
  readonly ok: boolean;
}

/**
 * The agent begins a turn: all the work that it does until it waits for the user again. It ends
 * with turn_complete or turn_aborted.
 */
export interface TurnStarted {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "turn_started";
  /** The new turn. */
  readonly turn_id: string;
}

/** The turn ran to its normal end. */
export interface TurnComplete {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "turn_complete";
  /** The turn that ended, as named by its turn_started. */
  readonly turn_id: string;
}

/** The turn was broken off before its normal end; no turn_complete follows. */
export interface TurnAborted {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "turn_aborted";
  /** The turn that ended, as named by its turn_started. */
  readonly turn_id: string;
  /** Why the turn was broken off, for a person to read. */
  readonly reason: string;
}

/**
 * State of a thread's goal.
 *
 * - `"active"`: The agent works towards the goal.
 * - `"paused"`: The user has suspended work on the goal.
 * - `"blocked"`: The agent cannot get on without help.
 * - `"usage_limited"`: Work stopped because a usage limit of the account or the service was
 * reached.
 * - `"budget_limited"`: Work stopped because the goal's token budget is spent.
 * - `"complete"`: The goal is reached.
 */
export type ThreadGoalStatus =
  "active" | "paused" | "blocked" | "usage_limited" | "budget_limited" | "complete";

/** What a thread is working towards over many turns, and what that has cost so far. */
export interface ThreadGoal {
  /** The thread that has the goal. */
  readonly thread_id: string;
  /** Identifies this goal; a new goal of the same thread has another one. */
  readonly goal_id: string;
  /** What is to be achieved, as the user sees it. */
  readonly objective: string;
  /** Whether the goal is being worked on and, if not, why. */
  readonly status: ThreadGoalStatus;
  /**
   * How many model tokens may be spent on the goal. Null, and left out on the wire, when there is
   * no limit.
   */
  readonly token_budget: number | null;
  /** Model tokens spent on the goal so far. */
  readonly tokens_used: number;
  /** Wall-clock time worked on the goal so far, in seconds. */
  readonly time_used_seconds: number;
  /** How often the agent has gone on with the goal by itself, without a message from the user. */
  readonly continuation_count: number;
  /** When the goal was set, in seconds since the Unix epoch. */
  readonly created_at: number;
  /** When the goal last changed, in seconds since the Unix epoch. */
  readonly updated_at: number;
}

export type ThreadGoalInput = WithOptional<ThreadGoal, "token_budget">;

/** A thread was given a goal, or the state of its goal changed. */
export interface ThreadGoalUpdated {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "thread_goal_updated";
  /** The goal as it is now; it replaces what was known before. */
  readonly goal: ThreadGoal;
}

export interface ThreadGoalUpdatedInput extends Omit<ThreadGoalUpdated, "goal"> {
  /** The goal as it is now; it replaces what was known before. */
  readonly goal: ThreadGoalInput;
}

/** The goal of a thread was removed; the thread has none now. */
export interface ThreadGoalCleared {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "thread_goal_cleared";
  /** The thread that lost its goal. */
  readonly thread_id: string;
}

/** Something went wrong while the agent worked on a response. */
export interface AgentError {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "error";
  /** The response during which the error occurred. */
  readonly response_id: string;
  /** What went wrong, for a person to read. */
  readonly message: string;
}

/**
 * A frame of an agent's event stream. The member `event` tells what it is; the other members stand
 * beside it. Frames cover a turn from turn_started to turn_complete or turn_aborted: streamed
 * responses, tool calls, start-up of MCP servers, commands, patches, approvals and errors. What a
 * frame begins, its counterpart ends.
 */
export type EventFrame =
  | ResponseStart
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
  | AgentError;

export type EventFrameInput =
  | Exclude<
      EventFrame,
      | ResponseDelta
      | ExecApprovalRequest
      | ApplyPatchApprovalRequest
      | UserInputRequest
      | ThreadGoalUpdated
    >
  | ResponseDeltaInput
  | ExecApprovalRequestInput
  | ApplyPatchApprovalRequestInput
  | UserInputRequestInput
  | ThreadGoalUpdatedInput;

/** A value of EventFrame with an unknown tag, kept as it came. */
export class UnknownEventFrame extends Unknown {
  declare readonly event?: undefined;
}

// Checks: whether a value is valid, in one pass and without explanation. One that is named
// `check…` leaves large numbers to `validate…`; `has…` is for a record whose tag is known.

const hasResponseStart = (value: Unchecked<ResponseStart>) => typeof value.response_id === "string";

export const isResponseStart = (value: unknown): value is ResponseStart =>
  anObject<ResponseStart>(value) && value.event === "response_start" && hasResponseStart(value);

export const isResponseChannel = (value: unknown): value is ResponseChannel =>
  value === "text" || value === "reasoning";

const hasResponseDelta = (value: Unchecked<ResponseDelta>) =>
  typeof value.response_id === "string" &&
  typeof value.delta === "string" &&
  (value.channel === undefined || isResponseChannel(value.channel));

export const isResponseDelta = (value: unknown): value is ResponseDeltaInput =>
  anObject<ResponseDelta>(value) && value.event === "response_delta" && hasResponseDelta(value);

const hasResponseEnd = (value: Unchecked<ResponseEnd>) => typeof value.response_id === "string";

export const isResponseEnd = (value: unknown): value is ResponseEnd =>
  anObject<ResponseEnd>(value) && value.event === "response_end" && hasResponseEnd(value);

const hasToolCallStart = (value: Unchecked<ToolCallStart>) =>
  typeof value.response_id === "string" &&
  typeof value.tool_name === "string" &&
  anyJson(value.arguments);

const checkToolCallStart = (value: unknown): value is ToolCallStart =>
  anObject<ToolCallStart>(value) && value.event === "tool_call_start" && hasToolCallStart(value);

const hasToolCallResult = (value: Unchecked<ToolCallResult>) =>
  typeof value.response_id === "string" &&
  typeof value.tool_name === "string" &&
  anyJson(value.output);

const checkToolCallResult = (value: unknown): value is ToolCallResult =>
  anObject<ToolCallResult>(value) && value.event === "tool_call_result" && hasToolCallResult(value);

export const isMcpStartupFailedStatus = (value: unknown): value is McpStartupFailedStatus =>
  anObject<McpStartupFailedStatus>(value) && typeof value.error === "string";

export function isMcpStartupStatus(value: unknown): value is McpStartupStatus {
  if (typeof value === "string") {
    return value === "starting" || value === "ready" || value === "cancelled";
  }
  if (!anObject<McpStartupStatusVariants>(value)) return false;
  switch (onlyKey(value)) {
    case "failed":
      return isMcpStartupFailedStatus(value.failed);
    default:
      return false;
  }
}

export const isMcpStartupUpdateEvent = (value: unknown): value is McpStartupUpdateEvent =>
  anObject<McpStartupUpdateEvent>(value) &&
  typeof value.server_name === "string" &&
  isMcpStartupStatus(value.status);

const hasMcpStartupUpdate = (value: Unchecked<McpStartupUpdate>) =>
  isMcpStartupUpdateEvent(value.update);

export const isMcpStartupUpdate = (value: unknown): value is McpStartupUpdate =>
  anObject<McpStartupUpdate>(value) &&
  value.event === "mcp_startup_update" &&
  hasMcpStartupUpdate(value);

export const isMcpStartupFailure = (value: unknown): value is McpStartupFailure =>
  anObject<McpStartupFailure>(value) &&
  typeof value.server_name === "string" &&
  typeof value.error === "string";

export const isMcpStartupCompleteEvent = (value: unknown): value is McpStartupCompleteEvent =>
  anObject<McpStartupCompleteEvent>(value) &&
  anArrayOf(value.ready, aString) &&
  anArrayOf(value.failed, isMcpStartupFailure) &&
  anArrayOf(value.cancelled, aString);

const hasMcpStartupComplete = (value: Unchecked<McpStartupComplete>) =>
  isMcpStartupCompleteEvent(value.summary);

export const isMcpStartupComplete = (value: unknown): value is McpStartupComplete =>
  anObject<McpStartupComplete>(value) &&
  value.event === "mcp_startup_complete" &&
  hasMcpStartupComplete(value);

const hasMcpToolCallBegin = (value: Unchecked<McpToolCallBegin>) =>
  typeof value.server_name === "string" && typeof value.tool_name === "string";

export const isMcpToolCallBegin = (value: unknown): value is McpToolCallBegin =>
  anObject<McpToolCallBegin>(value) &&
  value.event === "mcp_tool_call_begin" &&
  hasMcpToolCallBegin(value);

const hasMcpToolCallEnd = (value: Unchecked<McpToolCallEnd>) =>
  typeof value.server_name === "string" &&
  typeof value.tool_name === "string" &&
  typeof value.ok === "boolean";

export const isMcpToolCallEnd = (value: unknown): value is McpToolCallEnd =>
  anObject<McpToolCallEnd>(value) &&
  value.event === "mcp_tool_call_end" &&
  hasMcpToolCallEnd(value);

export const isNetworkApprovalContext = (value: unknown): value is NetworkApprovalContext =>
  anObject<NetworkApprovalContext>(value) &&
  typeof value.host === "string" &&
  typeof value.protocol === "string";

export const isNetworkPolicyAction = (value: unknown): value is NetworkPolicyAction =>
  value === "allow" || value === "deny";

export const isNetworkPolicyAmendment = (value: unknown): value is NetworkPolicyAmendment =>
  anObject<NetworkPolicyAmendment>(value) &&
  typeof value.host === "string" &&
  isNetworkPolicyAction(value.action);

export const isApprovedDecision = (value: unknown): value is ApprovedDecision =>
  anObject<ApprovedDecision>(value) && value.type === "approved";

export const isApprovedExecpolicyAmendmentDecision = (
  value: unknown,
): value is ApprovedExecpolicyAmendmentDecision =>
  anObject<ApprovedExecpolicyAmendmentDecision>(value) &&
  value.type === "approved_execpolicy_amendment";

export const isApprovedForSessionDecision = (value: unknown): value is ApprovedForSessionDecision =>
  anObject<ApprovedForSessionDecision>(value) && value.type === "approved_for_session";

const hasNetworkPolicyAmendmentDecision = (value: Unchecked<NetworkPolicyAmendmentDecision>) =>
  typeof value.host === "string" && isNetworkPolicyAction(value.action);

export const isNetworkPolicyAmendmentDecision = (
  value: unknown,
): value is NetworkPolicyAmendmentDecision =>
  anObject<NetworkPolicyAmendmentDecision>(value) &&
  value.type === "network_policy_amendment" &&
  hasNetworkPolicyAmendmentDecision(value);

export const isDeniedDecision = (value: unknown): value is DeniedDecision =>
  anObject<DeniedDecision>(value) && value.type === "denied";

export const isAbortDecision = (value: unknown): value is AbortDecision =>
  anObject<AbortDecision>(value) && value.type === "abort";

export function isReviewDecision(value: unknown): value is ReviewDecision {
  if (!anObject<ReviewDecision>(value)) return false;
  const tag = value.type;
  if (typeof tag !== "string") return false;
  switch (tag) {
    case "approved":
      return isApprovedDecision(value);
    case "approved_execpolicy_amendment":
    case "approved_for_session":
      return true;
    case "network_policy_amendment":
      return hasNetworkPolicyAmendmentDecision(value);
    case "denied":
      return isDeniedDecision(value);
    case "abort":
      return isAbortDecision(value);
    default:
      return false;
  }
}

export const isExecApprovalRequestEvent = (
  value: unknown,
): value is ExecApprovalRequestEventInput =>
  anObject<ExecApprovalRequestEvent>(value) &&
  typeof value.call_id === "string" &&
  typeof value.approval_id === "string" &&
  typeof value.turn_id === "string" &&
  typeof value.command === "string" &&
  typeof value.cwd === "string" &&
  typeof value.reason === "string" &&
  (value.matched_rule == null || typeof value.matched_rule === "string") &&
  (value.network_approval_context == null ||
    isNetworkApprovalContext(value.network_approval_context)) &&
  (value.proposed_execpolicy_amendment === undefined ||
    anArrayOf(value.proposed_execpolicy_amendment, aString)) &&
  (value.proposed_network_policy_amendments === undefined ||
    anArrayOf(value.proposed_network_policy_amendments, isNetworkPolicyAmendment)) &&
  (value.additional_permissions === undefined ||
    anArrayOf(value.additional_permissions, aString)) &&
  (value.available_decisions === undefined ||
    anArrayOf(value.available_decisions, isReviewDecision));

const hasExecApprovalRequest = (value: Unchecked<ExecApprovalRequest>) =>
  isExecApprovalRequestEvent(value.request);

export const isExecApprovalRequest = (value: unknown): value is ExecApprovalRequestInput =>
  anObject<ExecApprovalRequest>(value) &&
  value.event === "exec_approval_request" &&
  hasExecApprovalRequest(value);

const hasApplyPatchApprovalRequest = (value: Unchecked<ApplyPatchApprovalRequest>) =>
  isExecApprovalRequestEvent(value.request);

export const isApplyPatchApprovalRequest = (
  value: unknown,
): value is ApplyPatchApprovalRequestInput =>
  anObject<ApplyPatchApprovalRequest>(value) &&
  value.event === "apply_patch_approval_request" &&
  hasApplyPatchApprovalRequest(value);

export const isUserInputOption = (value: unknown): value is UserInputOption =>
  anObject<UserInputOption>(value) &&
  typeof value.label === "string" &&
  typeof value.description === "string";

export const isUserInputQuestion = (value: unknown): value is UserInputQuestionInput =>
  anObject<UserInputQuestion>(value) &&
  typeof value.header === "string" &&
  typeof value.id === "string" &&
  typeof value.question === "string" &&
  anArrayOf(value.options, isUserInputOption) &&
  (value.allow_free_text === undefined || typeof value.allow_free_text === "boolean") &&
  (value.multi_select === undefined || typeof value.multi_select === "boolean");

export const isUserInputRequestEvent = (value: unknown): value is UserInputRequestEventInput =>
  anObject<UserInputRequestEvent>(value) &&
  typeof value.call_id === "string" &&
  typeof value.turn_id === "string" &&
  typeof value.request_id === "string" &&
  anArrayOf(value.questions, isUserInputQuestion);

const hasUserInputRequest = (value: Unchecked<UserInputRequest>) =>
  isUserInputRequestEvent(value.request);

export const isUserInputRequest = (value: unknown): value is UserInputRequestInput =>
  anObject<UserInputRequest>(value) &&
  value.event === "user_input_request" &&
  hasUserInputRequest(value);

const hasElicitationRequest = (value: Unchecked<ElicitationRequest>) =>
  typeof value.server_name === "string" &&
  typeof value.request_id === "string" &&
  typeof value.prompt === "string";

export const isElicitationRequest = (value: unknown): value is ElicitationRequest =>
  anObject<ElicitationRequest>(value) &&
  value.event === "elicitation_request" &&
  hasElicitationRequest(value);

const hasExecCommandBegin = (value: Unchecked<ExecCommandBegin>) =>
  typeof value.command === "string" && typeof value.cwd === "string";

export const isExecCommandBegin = (value: unknown): value is ExecCommandBegin =>
  anObject<ExecCommandBegin>(value) &&
  value.event === "exec_command_begin" &&
  hasExecCommandBegin(value);

const hasExecCommandOutputDelta = (value: Unchecked<ExecCommandOutputDelta>) =>
  typeof value.command === "string" && typeof value.delta === "string";

export const isExecCommandOutputDelta = (value: unknown): value is ExecCommandOutputDelta =>
  anObject<ExecCommandOutputDelta>(value) &&
  value.event === "exec_command_output_delta" &&
  hasExecCommandOutputDelta(value);

const hasExecCommandEnd = (value: Unchecked<ExecCommandEnd>) =>
  typeof value.command === "string" && integerWithin(value.exit_code, -2147483648, 2147483647);

export const isExecCommandEnd = (value: unknown): value is ExecCommandEnd =>
  anObject<ExecCommandEnd>(value) && value.event === "exec_command_end" && hasExecCommandEnd(value);

const hasPatchApplyBegin = (value: Unchecked<PatchApplyBegin>) => typeof value.path === "string";

export const isPatchApplyBegin = (value: unknown): value is PatchApplyBegin =>
  anObject<PatchApplyBegin>(value) &&
  value.event === "patch_apply_begin" &&
  hasPatchApplyBegin(value);

const hasPatchApplyEnd = (value: Unchecked<PatchApplyEnd>) =>
  typeof value.path === "string" && typeof value.ok === "boolean";

export const isPatchApplyEnd = (value: unknown): value is PatchApplyEnd =>
  anObject<PatchApplyEnd>(value) && value.event === "patch_apply_end" && hasPatchApplyEnd(value);

const hasTurnStarted = (value: Unchecked<TurnStarted>) => typeof value.turn_id === "string";

export const isTurnStarted = (value: unknown): value is TurnStarted =>
  anObject<TurnStarted>(value) && value.event === "turn_started" && hasTurnStarted(value);

const hasTurnComplete = (value: Unchecked<TurnComplete>) => typeof value.turn_id === "string";

export const isTurnComplete = (value: unknown): value is TurnComplete =>
  anObject<TurnComplete>(value) && value.event === "turn_complete" && hasTurnComplete(value);

const hasTurnAborted = (value: Unchecked<TurnAborted>) =>
  typeof value.turn_id === "string" && typeof value.reason === "string";

export const isTurnAborted = (value: unknown): value is TurnAborted =>
  anObject<TurnAborted>(value) && value.event === "turn_aborted" && hasTurnAborted(value);

export const isThreadGoalStatus = (value: unknown): value is ThreadGoalStatus =>
  value === "active" ||
  value === "paused" ||
  value === "blocked" ||
  value === "usage_limited" ||
  value === "budget_limited" ||
  value === "complete";

export const isThreadGoal = (value: unknown): value is ThreadGoalInput =>
  anObject<ThreadGoal>(value) &&
  typeof value.thread_id === "string" &&
  typeof value.goal_id === "string" &&
  typeof value.objective === "string" &&
  isThreadGoalStatus(value.status) &&
  (value.token_budget == null || Number.isSafeInteger(value.token_budget)) &&
  Number.isSafeInteger(value.tokens_used) &&
  Number.isSafeInteger(value.time_used_seconds) &&
  Number.isSafeInteger(value.continuation_count) &&
  Number.isSafeInteger(value.created_at) &&
  Number.isSafeInteger(value.updated_at);

const hasThreadGoalUpdated = (value: Unchecked<ThreadGoalUpdated>) => isThreadGoal(value.goal);

export const isThreadGoalUpdated = (value: unknown): value is ThreadGoalUpdatedInput =>
  anObject<ThreadGoalUpdated>(value) &&
  value.event === "thread_goal_updated" &&
  hasThreadGoalUpdated(value);

const hasThreadGoalCleared = (value: Unchecked<ThreadGoalCleared>) =>
  typeof value.thread_id === "string";

export const isThreadGoalCleared = (value: unknown): value is ThreadGoalCleared =>
  anObject<ThreadGoalCleared>(value) &&
  value.event === "thread_goal_cleared" &&
  hasThreadGoalCleared(value);

export const isAgentError = (value: unknown): value is AgentError =>
  anObject<AgentError>(value) &&
  value.event === "error" &&
  typeof value.response_id === "string" &&
  typeof value.message === "string";

function checkEventFrame(value: unknown): value is EventFrameInput {
  if (!anObject<EventFrame>(value)) return false;
  const tag = value.event;
  if (typeof tag !== "string") return false;
  switch (tag) {
    case "response_start":
      return hasResponseStart(value);
    case "response_delta":
      return hasResponseDelta(value);
    case "response_end":
      return hasResponseEnd(value);
    case "tool_call_start":
      return hasToolCallStart(value);
    case "tool_call_result":
      return hasToolCallResult(value);
    case "mcp_startup_update":
      return hasMcpStartupUpdate(value);
    case "mcp_startup_complete":
      return hasMcpStartupComplete(value);
    case "mcp_tool_call_begin":
      return hasMcpToolCallBegin(value);
    case "mcp_tool_call_end":
      return hasMcpToolCallEnd(value);
    case "exec_approval_request":
      return hasExecApprovalRequest(value);
    case "apply_patch_approval_request":
      return hasApplyPatchApprovalRequest(value);
    case "user_input_request":
      return hasUserInputRequest(value);
    case "elicitation_request":
      return hasElicitationRequest(value);
    case "exec_command_begin":
      return hasExecCommandBegin(value);
    case "exec_command_output_delta":
      return hasExecCommandOutputDelta(value);
    case "exec_command_end":
      return hasExecCommandEnd(value);
    case "patch_apply_begin":
      return hasPatchApplyBegin(value);
    case "patch_apply_end":
      return hasPatchApplyEnd(value);
    case "turn_started":
      return hasTurnStarted(value);
    case "turn_complete":
      return hasTurnComplete(value);
    case "turn_aborted":
      return hasTurnAborted(value);
    case "thread_goal_updated":
      return hasThreadGoalUpdated(value);
    case "thread_goal_cleared":
      return hasThreadGoalCleared(value);
    case "error":
      return isAgentError(value);
    default:
      return false;
  }
}

// Records: made anew of their members, or of checked JSON. Constants and defaults are filled in,
// members that the schema doesn't know are left out.

export const newResponseStart = ({ response_id }: Omit<ResponseStart, "event">): ResponseStart => ({
  event: "response_start",
  response_id,
});

export const newResponseDelta = ({
  response_id,
  delta,
  channel = "text",
}: Omit<ResponseDeltaInput, "event">): ResponseDelta => ({
  event: "response_delta",
  response_id,
  delta,
  channel,
});

export const newResponseEnd = ({ response_id }: Omit<ResponseEnd, "event">): ResponseEnd => ({
  event: "response_end",
  response_id,
});

export const newToolCallStart = (value: Omit<ToolCallStart, "event">): ToolCallStart => ({
  event: "tool_call_start",
  response_id: value.response_id,
  tool_name: value.tool_name,
  arguments: value.arguments,
});

export const newToolCallResult = ({
  response_id,
  tool_name,
  output,
}: Omit<ToolCallResult, "event">): ToolCallResult => ({
  event: "tool_call_result",
  response_id,
  tool_name,
  output,
});

export const newMcpStartupFailedStatus = ({
  error,
}: McpStartupFailedStatus): McpStartupFailedStatus => ({ error });

export const newMcpStartupUpdateEvent = ({
  server_name,
  status,
}: McpStartupUpdateEvent): McpStartupUpdateEvent => ({
  server_name,
  status: readMcpStartupStatus(status),
});

export const newMcpStartupUpdate = ({
  update,
}: Omit<McpStartupUpdate, "event">): McpStartupUpdate => ({
  event: "mcp_startup_update",
  update: newMcpStartupUpdateEvent(update),
});

export const newMcpStartupFailure = ({
  server_name,
  error,
}: McpStartupFailure): McpStartupFailure => ({ server_name, error });

export const newMcpStartupCompleteEvent = ({
  ready,
  failed,
  cancelled,
}: McpStartupCompleteEvent): McpStartupCompleteEvent => ({
  ready,
  failed: failed.map(newMcpStartupFailure),
  cancelled,
});

export const newMcpStartupComplete = ({
  summary,
}: Omit<McpStartupComplete, "event">): McpStartupComplete => ({
  event: "mcp_startup_complete",
  summary: newMcpStartupCompleteEvent(summary),
});

export const newMcpToolCallBegin = ({
  server_name,
  tool_name,
}: Omit<McpToolCallBegin, "event">): McpToolCallBegin => ({
  event: "mcp_tool_call_begin",
  server_name,
  tool_name,
});

export const newMcpToolCallEnd = ({
  server_name,
  tool_name,
  ok,
}: Omit<McpToolCallEnd, "event">): McpToolCallEnd => ({
  event: "mcp_tool_call_end",
  server_name,
  tool_name,
  ok,
});

export const newNetworkApprovalContext = ({
  host,
  protocol,
}: NetworkApprovalContext): NetworkApprovalContext => ({ host, protocol });

export const newNetworkPolicyAmendment = ({
  host,
  action,
}: NetworkPolicyAmendment): NetworkPolicyAmendment => ({ host, action });

export const newApprovedDecision = (): ApprovedDecision => ({ type: "approved" });

export const newApprovedExecpolicyAmendmentDecision = (): ApprovedExecpolicyAmendmentDecision => ({
  type: "approved_execpolicy_amendment",
});

export const newApprovedForSessionDecision = (): ApprovedForSessionDecision => ({
  type: "approved_for_session",
});

export const newNetworkPolicyAmendmentDecision = ({
  host,
  action,
}: Omit<NetworkPolicyAmendmentDecision, "type">): NetworkPolicyAmendmentDecision => ({
  type: "network_policy_amendment",
  host,
  action,
});

export const newDeniedDecision = (): DeniedDecision => ({ type: "denied" });

export const newAbortDecision = (): AbortDecision => ({ type: "abort" });

export const newExecApprovalRequestEvent = ({
  call_id,
  approval_id,
  turn_id,
  command,
  cwd,
  reason,
  matched_rule = null,
  network_approval_context,
  proposed_execpolicy_amendment = [],
  proposed_network_policy_amendments = [],
  additional_permissions = [],
  available_decisions = [],
}: ExecApprovalRequestEventInput): ExecApprovalRequestEvent => ({
  call_id,
  approval_id,
  turn_id,
  command,
  cwd,
  reason,
  matched_rule,
  network_approval_context: orNull(network_approval_context, newNetworkApprovalContext),
  proposed_execpolicy_amendment,
  proposed_network_policy_amendments:
    proposed_network_policy_amendments.map(newNetworkPolicyAmendment),
  additional_permissions,
  available_decisions: available_decisions.map(readReviewDecision),
});

export const newExecApprovalRequest = ({
  request,
}: Omit<ExecApprovalRequestInput, "event">): ExecApprovalRequest => ({
  event: "exec_approval_request",
  request: newExecApprovalRequestEvent(request),
});

export const newApplyPatchApprovalRequest = ({
  request,
}: Omit<ApplyPatchApprovalRequestInput, "event">): ApplyPatchApprovalRequest => ({
  event: "apply_patch_approval_request",
  request: newExecApprovalRequestEvent(request),
});

export const newUserInputOption = ({ label, description }: UserInputOption): UserInputOption => ({
  label,
  description,
});

export const newUserInputQuestion = ({
  header,
  id,
  question,
  options,
  allow_free_text = false,
  multi_select = false,
}: UserInputQuestionInput): UserInputQuestion => ({
  header,
  id,
  question,
  options: options.map(newUserInputOption),
  allow_free_text,
  multi_select,
});

export const newUserInputRequestEvent = ({
  call_id,
  turn_id,
  request_id,
  questions,
}: UserInputRequestEventInput): UserInputRequestEvent => ({
  call_id,
  turn_id,
  request_id,
  questions: questions.map(newUserInputQuestion),
});

export const newUserInputRequest = ({
  request,
}: Omit<UserInputRequestInput, "event">): UserInputRequest => ({
  event: "user_input_request",
  request: newUserInputRequestEvent(request),
});

export const newElicitationRequest = ({
  server_name,
  request_id,
  prompt,
}: Omit<ElicitationRequest, "event">): ElicitationRequest => ({
  event: "elicitation_request",
  server_name,
  request_id,
  prompt,
});

export const newExecCommandBegin = ({
  command,
  cwd,
}: Omit<ExecCommandBegin, "event">): ExecCommandBegin => ({
  event: "exec_command_begin",
  command,
  cwd,
});

export const newExecCommandOutputDelta = ({
  command,
  delta,
}: Omit<ExecCommandOutputDelta, "event">): ExecCommandOutputDelta => ({
  event: "exec_command_output_delta",
  command,
  delta,
});

export const newExecCommandEnd = ({
  command,
  exit_code,
}: Omit<ExecCommandEnd, "event">): ExecCommandEnd => ({
  event: "exec_command_end",
  command,
  exit_code,
});

export const newPatchApplyBegin = ({ path }: Omit<PatchApplyBegin, "event">): PatchApplyBegin => ({
  event: "patch_apply_begin",
  path,
});

export const newPatchApplyEnd = ({ path, ok }: Omit<PatchApplyEnd, "event">): PatchApplyEnd => ({
  event: "patch_apply_end",
  path,
  ok,
});

export const newTurnStarted = ({ turn_id }: Omit<TurnStarted, "event">): TurnStarted => ({
  event: "turn_started",
  turn_id,
});

export const newTurnComplete = ({ turn_id }: Omit<TurnComplete, "event">): TurnComplete => ({
  event: "turn_complete",
  turn_id,
});

export const newTurnAborted = ({ turn_id, reason }: Omit<TurnAborted, "event">): TurnAborted => ({
  event: "turn_aborted",
  turn_id,
  reason,
});

export const newThreadGoal = ({
  thread_id,
  goal_id,
  objective,
  status,
  token_budget = null,
  tokens_used,
  time_used_seconds,
  continuation_count,
  created_at,
  updated_at,
}: ThreadGoalInput): ThreadGoal => ({
  thread_id,
  goal_id,
  objective,
  status,
  token_budget,
  tokens_used,
  time_used_seconds,
  continuation_count,
  created_at,
  updated_at,
});

export const newThreadGoalUpdated = ({
  goal,
}: Omit<ThreadGoalUpdatedInput, "event">): ThreadGoalUpdated => ({
  event: "thread_goal_updated",
  goal: newThreadGoal(goal),
});

export const newThreadGoalCleared = ({
  thread_id,
}: Omit<ThreadGoalCleared, "event">): ThreadGoalCleared => ({
  event: "thread_goal_cleared",
  thread_id,
});

export const newAgentError = ({ response_id, message }: Omit<AgentError, "event">): AgentError => ({
  event: "error",
  response_id,
  message,
});

// Readers: other values, made anew of checked JSON.

function readMcpStartupStatus(value: McpStartupStatus): McpStartupStatus {
  if (typeof value === "string") return value;
  return { failed: newMcpStartupFailedStatus(value.failed) };
}

function readReviewDecision(value: ReviewDecision): ReviewDecision {
  switch (value.type) {
    case "approved":
      return newApprovedDecision();
    case "approved_execpolicy_amendment":
      return newApprovedExecpolicyAmendmentDecision();
    case "approved_for_session":
      return newApprovedForSessionDecision();
    case "network_policy_amendment":
      return newNetworkPolicyAmendmentDecision(value);
    case "denied":
      return newDeniedDecision();
    case "abort":
      return newAbortDecision();
  }
}

function readEventFrame(value: EventFrameInput): EventFrame {
  switch (value.event) {
    case "response_start":
      return newResponseStart(value);
    case "response_delta":
      return newResponseDelta(value);
    case "response_end":
      return newResponseEnd(value);
    case "tool_call_start":
      return newToolCallStart(value);
    case "tool_call_result":
      return newToolCallResult(value);
    case "mcp_startup_update":
      return newMcpStartupUpdate(value);
    case "mcp_startup_complete":
      return newMcpStartupComplete(value);
    case "mcp_tool_call_begin":
      return newMcpToolCallBegin(value);
    case "mcp_tool_call_end":
      return newMcpToolCallEnd(value);
    case "exec_approval_request":
      return newExecApprovalRequest(value);
    case "apply_patch_approval_request":
      return newApplyPatchApprovalRequest(value);
    case "user_input_request":
      return newUserInputRequest(value);
    case "elicitation_request":
      return newElicitationRequest(value);
    case "exec_command_begin":
      return newExecCommandBegin(value);
    case "exec_command_output_delta":
      return newExecCommandOutputDelta(value);
    case "exec_command_end":
      return newExecCommandEnd(value);
    case "patch_apply_begin":
      return newPatchApplyBegin(value);
    case "patch_apply_end":
      return newPatchApplyEnd(value);
    case "turn_started":
      return newTurnStarted(value);
    case "turn_complete":
      return newTurnComplete(value);
    case "turn_aborted":
      return newTurnAborted(value);
    case "thread_goal_updated":
      return newThreadGoalUpdated(value);
    case "thread_goal_cleared":
      return newThreadGoalCleared(value);
    case "error":
      return newAgentError(value);
  }
}

// Writers: the JSON of values that are written otherwise than they were read.

const writeResponseDelta = ({
  event,
  response_id,
  delta,
  channel = "text",
}: ResponseDeltaInput): unknown => ({
  event,
  response_id,
  delta,
  ...(channel !== "text" && { channel }),
});

const writeExecApprovalRequestEvent = ({
  call_id,
  approval_id,
  turn_id,
  command,
  cwd,
  reason,
  matched_rule = null,
  network_approval_context = null,
  proposed_execpolicy_amendment = [],
  proposed_network_policy_amendments = [],
  additional_permissions = [],
  available_decisions = [],
}: ExecApprovalRequestEventInput): unknown => ({
  call_id,
  approval_id,
  turn_id,
  command,
  cwd,
  reason,
  proposed_execpolicy_amendment,
  proposed_network_policy_amendments:
    proposed_network_policy_amendments.map(newNetworkPolicyAmendment),
  additional_permissions,
  available_decisions: available_decisions.map(readReviewDecision),
  ...(matched_rule !== null && { matched_rule }),
  ...(network_approval_context !== null && {
    network_approval_context: newNetworkApprovalContext(network_approval_context),
  }),
});

const writeExecApprovalRequest = ({ event, request }: ExecApprovalRequestInput): unknown => ({
  event,
  request: writeExecApprovalRequestEvent(request),
});

const writeApplyPatchApprovalRequest = ({
  event,
  request,
}: ApplyPatchApprovalRequestInput): unknown => ({
  event,
  request: writeExecApprovalRequestEvent(request),
});

const writeThreadGoal = ({
  thread_id,
  goal_id,
  objective,
  status,
  token_budget = null,
  tokens_used,
  time_used_seconds,
  continuation_count,
  created_at,
  updated_at,
}: ThreadGoalInput): unknown => ({
  thread_id,
  goal_id,
  objective,
  status,
  tokens_used,
  time_used_seconds,
  continuation_count,
  created_at,
  updated_at,
  ...(token_budget !== null && { token_budget }),
});

const writeThreadGoalUpdated = ({ event, goal }: ThreadGoalUpdatedInput): unknown => ({
  event,
  goal: writeThreadGoal(goal),
});

function writeEventFrame(value: EventFrameInput): unknown {
  switch (value.event) {
    case "response_start":
      return newResponseStart(value);
    case "response_delta":
      return writeResponseDelta(value);
    case "response_end":
      return newResponseEnd(value);
    case "tool_call_start":
      return newToolCallStart(value);
    case "tool_call_result":
      return newToolCallResult(value);
    case "mcp_startup_update":
      return newMcpStartupUpdate(value);
    case "mcp_startup_complete":
      return newMcpStartupComplete(value);
    case "mcp_tool_call_begin":
      return newMcpToolCallBegin(value);
    case "mcp_tool_call_end":
      return newMcpToolCallEnd(value);
    case "exec_approval_request":
      return writeExecApprovalRequest(value);
    case "apply_patch_approval_request":
      return writeApplyPatchApprovalRequest(value);
    case "user_input_request":
      return newUserInputRequest(value);
    case "elicitation_request":
      return newElicitationRequest(value);
    case "exec_command_begin":
      return newExecCommandBegin(value);
    case "exec_command_output_delta":
      return newExecCommandOutputDelta(value);
    case "exec_command_end":
      return newExecCommandEnd(value);
    case "patch_apply_begin":
      return newPatchApplyBegin(value);
    case "patch_apply_end":
      return newPatchApplyEnd(value);
    case "turn_started":
      return newTurnStarted(value);
    case "turn_complete":
      return newTurnComplete(value);
    case "turn_aborted":
      return newTurnAborted(value);
    case "thread_goal_updated":
      return writeThreadGoalUpdated(value);
    case "thread_goal_cleared":
      return newThreadGoalCleared(value);
    case "error":
      return newAgentError(value);
  }
}

// Validators: the schemas themselves. They find every issue of a value, also of one that failed
// its check.

export const validateResponseStart: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("response_start"), response_id: STRING }),
);

export const validateResponseChannel: Validate = /*#__PURE__*/ validator(() =>
  strings("text", "reasoning"),
);

export const validateResponseDelta: Validate = /*#__PURE__*/ validator(() =>
  record({
    event: constant("response_delta"),
    response_id: STRING,
    delta: STRING,
    channel: optional(ref(validateResponseChannel)),
  }),
);

export const validateResponseEnd: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("response_end"), response_id: STRING }),
);

export const validateToolCallStart: Validate = /*#__PURE__*/ validator(() =>
  record({
    event: constant("tool_call_start"),
    response_id: STRING,
    tool_name: STRING,
    arguments: ANY_JSON,
  }),
);

export const validateToolCallResult: Validate = /*#__PURE__*/ validator(() =>
  record({
    event: constant("tool_call_result"),
    response_id: STRING,
    tool_name: STRING,
    output: ANY_JSON,
  }),
);

export const validateMcpStartupFailedStatus: Validate = /*#__PURE__*/ validator(() =>
  record({ error: STRING }),
);

export const validateMcpStartupStatus: Validate = /*#__PURE__*/ validator(() =>
  external({
    starting: null,
    ready: null,
    failed: validateMcpStartupFailedStatus,
    cancelled: null,
  }),
);

export const validateMcpStartupUpdateEvent: Validate = /*#__PURE__*/ validator(() =>
  record({ server_name: STRING, status: ref(validateMcpStartupStatus) }),
);

export const validateMcpStartupUpdate: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("mcp_startup_update"), update: ref(validateMcpStartupUpdateEvent) }),
);

export const validateMcpStartupFailure: Validate = /*#__PURE__*/ validator(() =>
  record({ server_name: STRING, error: STRING }),
);

export const validateMcpStartupCompleteEvent: Validate = /*#__PURE__*/ validator(() =>
  record({
    ready: arrayOf(STRING),
    failed: arrayOf(ref(validateMcpStartupFailure)),
    cancelled: arrayOf(STRING),
  }),
);

export const validateMcpStartupComplete: Validate = /*#__PURE__*/ validator(() =>
  record({
    event: constant("mcp_startup_complete"),
    summary: ref(validateMcpStartupCompleteEvent),
  }),
);

export const validateMcpToolCallBegin: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("mcp_tool_call_begin"), server_name: STRING, tool_name: STRING }),
);

export const validateMcpToolCallEnd: Validate = /*#__PURE__*/ validator(() =>
  record({
    event: constant("mcp_tool_call_end"),
    server_name: STRING,
    tool_name: STRING,
    ok: BOOLEAN,
  }),
);

export const validateNetworkApprovalContext: Validate = /*#__PURE__*/ validator(() =>
  record({ host: STRING, protocol: STRING }),
);

export const validateNetworkPolicyAction: Validate = /*#__PURE__*/ validator(() =>
  strings("allow", "deny"),
);

export const validateNetworkPolicyAmendment: Validate = /*#__PURE__*/ validator(() =>
  record({ host: STRING, action: ref(validateNetworkPolicyAction) }),
);

export const validateApprovedDecision: Validate = /*#__PURE__*/ validator(() =>
  record({ type: constant("approved") }),
);

export const validateApprovedExecpolicyAmendmentDecision: Validate = /*#__PURE__*/ validator(() =>
  record({ type: constant("approved_execpolicy_amendment") }),
);

export const validateApprovedForSessionDecision: Validate = /*#__PURE__*/ validator(() =>
  record({ type: constant("approved_for_session") }),
);

export const validateNetworkPolicyAmendmentDecision: Validate = /*#__PURE__*/ validator(() =>
  record({
    type: constant("network_policy_amendment"),
    host: STRING,
    action: ref(validateNetworkPolicyAction),
  }),
);

export const validateDeniedDecision: Validate = /*#__PURE__*/ validator(() =>
  record({ type: constant("denied") }),
);

export const validateAbortDecision: Validate = /*#__PURE__*/ validator(() =>
  record({ type: constant("abort") }),
);

export const validateReviewDecision: Validate = /*#__PURE__*/ validator(() =>
  internal("type", {
    approved: validateApprovedDecision,
    approved_execpolicy_amendment: validateApprovedExecpolicyAmendmentDecision,
    approved_for_session: validateApprovedForSessionDecision,
    network_policy_amendment: validateNetworkPolicyAmendmentDecision,
    denied: validateDeniedDecision,
    abort: validateAbortDecision,
  }),
);

export const validateExecApprovalRequestEvent: Validate = /*#__PURE__*/ validator(() =>
  record({
    call_id: STRING,
    approval_id: STRING,
    turn_id: STRING,
    command: STRING,
    cwd: STRING,
    reason: STRING,
    matched_rule: optional(NULL_OR_STRING),
    network_approval_context: optional(nullable(ref(validateNetworkApprovalContext))),
    proposed_execpolicy_amendment: optional(arrayOf(STRING)),
    proposed_network_policy_amendments: optional(arrayOf(ref(validateNetworkPolicyAmendment))),
    additional_permissions: optional(arrayOf(STRING)),
    available_decisions: optional(arrayOf(ref(validateReviewDecision))),
  }),
);

export const validateExecApprovalRequest: Validate = /*#__PURE__*/ validator(() =>
  record({
    event: constant("exec_approval_request"),
    request: ref(validateExecApprovalRequestEvent),
  }),
);

export const validateApplyPatchApprovalRequest: Validate = /*#__PURE__*/ validator(() =>
  record({
    event: constant("apply_patch_approval_request"),
    request: ref(validateExecApprovalRequestEvent),
  }),
);

export const validateUserInputOption: Validate = /*#__PURE__*/ validator(() =>
  record({ label: STRING, description: STRING }),
);

export const validateUserInputQuestion: Validate = /*#__PURE__*/ validator(() =>
  record({
    header: STRING,
    id: STRING,
    question: STRING,
    options: arrayOf(ref(validateUserInputOption)),
    allow_free_text: optional(BOOLEAN),
    multi_select: optional(BOOLEAN),
  }),
);

export const validateUserInputRequestEvent: Validate = /*#__PURE__*/ validator(() =>
  record({
    call_id: STRING,
    turn_id: STRING,
    request_id: STRING,
    questions: arrayOf(ref(validateUserInputQuestion)),
  }),
);

export const validateUserInputRequest: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("user_input_request"), request: ref(validateUserInputRequestEvent) }),
);

export const validateElicitationRequest: Validate = /*#__PURE__*/ validator(() =>
  record({
    event: constant("elicitation_request"),
    server_name: STRING,
    request_id: STRING,
    prompt: STRING,
  }),
);

export const validateExecCommandBegin: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("exec_command_begin"), command: STRING, cwd: STRING }),
);

export const validateExecCommandOutputDelta: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("exec_command_output_delta"), command: STRING, delta: STRING }),
);

export const validateExecCommandEnd: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("exec_command_end"), command: STRING, exit_code: INT32 }),
);

export const validatePatchApplyBegin: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("patch_apply_begin"), path: STRING }),
);

export const validatePatchApplyEnd: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("patch_apply_end"), path: STRING, ok: BOOLEAN }),
);

export const validateTurnStarted: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("turn_started"), turn_id: STRING }),
);

export const validateTurnComplete: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("turn_complete"), turn_id: STRING }),
);

export const validateTurnAborted: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("turn_aborted"), turn_id: STRING, reason: STRING }),
);

export const validateThreadGoalStatus: Validate = /*#__PURE__*/ validator(() =>
  strings("active", "paused", "blocked", "usage_limited", "budget_limited", "complete"),
);

export const validateThreadGoal: Validate = /*#__PURE__*/ validator(() =>
  record({
    thread_id: STRING,
    goal_id: STRING,
    objective: STRING,
    status: ref(validateThreadGoalStatus),
    token_budget: optional(NULL_OR_INT64),
    tokens_used: INT64,
    time_used_seconds: INT64,
    continuation_count: INT64,
    created_at: INT64,
    updated_at: INT64,
  }),
);

export const validateThreadGoalUpdated: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("thread_goal_updated"), goal: ref(validateThreadGoal) }),
);

export const validateThreadGoalCleared: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("thread_goal_cleared"), thread_id: STRING }),
);

export const validateAgentError: Validate = /*#__PURE__*/ validator(() =>
  record({ event: constant("error"), response_id: STRING, message: STRING }),
);

export const validateEventFrame: Validate = /*#__PURE__*/ validator(() =>
  internal("event", {
    response_start: validateResponseStart,
    response_delta: validateResponseDelta,
    response_end: validateResponseEnd,
    tool_call_start: validateToolCallStart,
    tool_call_result: validateToolCallResult,
    mcp_startup_update: validateMcpStartupUpdate,
    mcp_startup_complete: validateMcpStartupComplete,
    mcp_tool_call_begin: validateMcpToolCallBegin,
    mcp_tool_call_end: validateMcpToolCallEnd,
    exec_approval_request: validateExecApprovalRequest,
    apply_patch_approval_request: validateApplyPatchApprovalRequest,
    user_input_request: validateUserInputRequest,
    elicitation_request: validateElicitationRequest,
    exec_command_begin: validateExecCommandBegin,
    exec_command_output_delta: validateExecCommandOutputDelta,
    exec_command_end: validateExecCommandEnd,
    patch_apply_begin: validatePatchApplyBegin,
    patch_apply_end: validatePatchApplyEnd,
    turn_started: validateTurnStarted,
    turn_complete: validateTurnComplete,
    turn_aborted: validateTurnAborted,
    thread_goal_updated: validateThreadGoalUpdated,
    thread_goal_cleared: validateThreadGoalCleared,
    error: validateAgentError,
  }),
);

// Functions: what else this module offers for every type, made of what stands above.

export const parseResponseStart: Parse<ResponseStart> = /*#__PURE__*/ parser(
  isResponseStart,
  validateResponseStart,
  newResponseStart,
);
export const decodeResponseStart: Decode<ResponseStart> = /*#__PURE__*/ decoder(parseResponseStart);
export const encodeResponseStart: Encode<ResponseStart> = /*#__PURE__*/ encoder(parseResponseStart);
export const dumpResponseStart: Dump<ResponseStart> = /*#__PURE__*/ dumper(newResponseStart);

export const parseResponseChannel: Parse<ResponseChannel> = /*#__PURE__*/ parser(
  isResponseChannel,
  validateResponseChannel,
);
export const decodeResponseChannel: Decode<ResponseChannel> =
  /*#__PURE__*/ decoder(parseResponseChannel);
export const encodeResponseChannel: Encode<ResponseChannel> =
  /*#__PURE__*/ encoder(parseResponseChannel);
export const dumpResponseChannel: Dump<ResponseChannel> = /*#__PURE__*/ dumper();

export const parseResponseDelta: Parse<ResponseDelta> = /*#__PURE__*/ parser(
  isResponseDelta,
  validateResponseDelta,
  newResponseDelta,
  writeResponseDelta,
);
export const decodeResponseDelta: Decode<ResponseDelta> = /*#__PURE__*/ decoder(parseResponseDelta);
export const encodeResponseDelta: Encode<ResponseDeltaInput> =
  /*#__PURE__*/ encoder(parseResponseDelta);
export const dumpResponseDelta: Dump<ResponseDeltaInput> = /*#__PURE__*/ dumper(writeResponseDelta);

export const parseResponseEnd: Parse<ResponseEnd> = /*#__PURE__*/ parser(
  isResponseEnd,
  validateResponseEnd,
  newResponseEnd,
);
export const decodeResponseEnd: Decode<ResponseEnd> = /*#__PURE__*/ decoder(parseResponseEnd);
export const encodeResponseEnd: Encode<ResponseEnd> = /*#__PURE__*/ encoder(parseResponseEnd);
export const dumpResponseEnd: Dump<ResponseEnd> = /*#__PURE__*/ dumper(newResponseEnd);

export const parseToolCallStart: Parse<ToolCallStart> = /*#__PURE__*/ parser(
  checkToolCallStart,
  validateToolCallStart,
  newToolCallStart,
);
export const decodeToolCallStart: Decode<ToolCallStart> = /*#__PURE__*/ decoder(parseToolCallStart);
export const encodeToolCallStart: Encode<ToolCallStart> = /*#__PURE__*/ encoder(parseToolCallStart);
export const dumpToolCallStart: Dump<ToolCallStart> = /*#__PURE__*/ dumper(newToolCallStart);
export const isToolCallStart: Guard<ToolCallStart> = /*#__PURE__*/ guard(
  checkToolCallStart,
  validateToolCallStart,
);

export const parseToolCallResult: Parse<ToolCallResult> = /*#__PURE__*/ parser(
  checkToolCallResult,
  validateToolCallResult,
  newToolCallResult,
);
export const decodeToolCallResult: Decode<ToolCallResult> =
  /*#__PURE__*/ decoder(parseToolCallResult);
export const encodeToolCallResult: Encode<ToolCallResult> =
  /*#__PURE__*/ encoder(parseToolCallResult);
export const dumpToolCallResult: Dump<ToolCallResult> = /*#__PURE__*/ dumper(newToolCallResult);
export const isToolCallResult: Guard<ToolCallResult> = /*#__PURE__*/ guard(
  checkToolCallResult,
  validateToolCallResult,
);

export const parseMcpStartupFailedStatus: Parse<McpStartupFailedStatus> = /*#__PURE__*/ parser(
  isMcpStartupFailedStatus,
  validateMcpStartupFailedStatus,
  newMcpStartupFailedStatus,
);
export const decodeMcpStartupFailedStatus: Decode<McpStartupFailedStatus> = /*#__PURE__*/ decoder(
  parseMcpStartupFailedStatus,
);
export const encodeMcpStartupFailedStatus: Encode<McpStartupFailedStatus> = /*#__PURE__*/ encoder(
  parseMcpStartupFailedStatus,
);
export const dumpMcpStartupFailedStatus: Dump<McpStartupFailedStatus> =
  /*#__PURE__*/ dumper(newMcpStartupFailedStatus);

export const parseMcpStartupStatus: ParseUnion<McpStartupStatus, UnknownMcpStartupStatus> =
  /*#__PURE__*/ unionParser(
    isMcpStartupStatus,
    validateMcpStartupStatus,
    UnknownMcpStartupStatus,
    readMcpStartupStatus,
  );
export const decodeMcpStartupStatus: DecodeUnion<McpStartupStatus, UnknownMcpStartupStatus> =
  /*#__PURE__*/ unionDecoder(parseMcpStartupStatus);
export const encodeMcpStartupStatus: Encode<McpStartupStatus | UnknownMcpStartupStatus> =
  /*#__PURE__*/ encoder(parseMcpStartupStatus);
export const dumpMcpStartupStatus: Dump<McpStartupStatus | UnknownMcpStartupStatus> =
  /*#__PURE__*/ dumper(readMcpStartupStatus);

export const parseMcpStartupUpdateEvent: Parse<McpStartupUpdateEvent> = /*#__PURE__*/ parser(
  isMcpStartupUpdateEvent,
  validateMcpStartupUpdateEvent,
  newMcpStartupUpdateEvent,
);
export const decodeMcpStartupUpdateEvent: Decode<McpStartupUpdateEvent> = /*#__PURE__*/ decoder(
  parseMcpStartupUpdateEvent,
);
export const encodeMcpStartupUpdateEvent: Encode<McpStartupUpdateEvent> = /*#__PURE__*/ encoder(
  parseMcpStartupUpdateEvent,
);
export const dumpMcpStartupUpdateEvent: Dump<McpStartupUpdateEvent> =
  /*#__PURE__*/ dumper(newMcpStartupUpdateEvent);

export const parseMcpStartupUpdate: Parse<McpStartupUpdate> = /*#__PURE__*/ parser(
  isMcpStartupUpdate,
  validateMcpStartupUpdate,
  newMcpStartupUpdate,
);
export const decodeMcpStartupUpdate: Decode<McpStartupUpdate> =
  /*#__PURE__*/ decoder(parseMcpStartupUpdate);
export const encodeMcpStartupUpdate: Encode<McpStartupUpdate> =
  /*#__PURE__*/ encoder(parseMcpStartupUpdate);
export const dumpMcpStartupUpdate: Dump<McpStartupUpdate> =
  /*#__PURE__*/ dumper(newMcpStartupUpdate);

export const parseMcpStartupFailure: Parse<McpStartupFailure> = /*#__PURE__*/ parser(
  isMcpStartupFailure,
  validateMcpStartupFailure,
  newMcpStartupFailure,
);
export const decodeMcpStartupFailure: Decode<McpStartupFailure> =
  /*#__PURE__*/ decoder(parseMcpStartupFailure);
export const encodeMcpStartupFailure: Encode<McpStartupFailure> =
  /*#__PURE__*/ encoder(parseMcpStartupFailure);
export const dumpMcpStartupFailure: Dump<McpStartupFailure> =
  /*#__PURE__*/ dumper(newMcpStartupFailure);

export const parseMcpStartupCompleteEvent: Parse<McpStartupCompleteEvent> = /*#__PURE__*/ parser(
  isMcpStartupCompleteEvent,
  validateMcpStartupCompleteEvent,
  newMcpStartupCompleteEvent,
);
export const decodeMcpStartupCompleteEvent: Decode<McpStartupCompleteEvent> = /*#__PURE__*/ decoder(
  parseMcpStartupCompleteEvent,
);
export const encodeMcpStartupCompleteEvent: Encode<McpStartupCompleteEvent> = /*#__PURE__*/ encoder(
  parseMcpStartupCompleteEvent,
);
export const dumpMcpStartupCompleteEvent: Dump<McpStartupCompleteEvent> = /*#__PURE__*/ dumper(
  newMcpStartupCompleteEvent,
);

export const parseMcpStartupComplete: Parse<McpStartupComplete> = /*#__PURE__*/ parser(
  isMcpStartupComplete,
  validateMcpStartupComplete,
  newMcpStartupComplete,
);
export const decodeMcpStartupComplete: Decode<McpStartupComplete> =
  /*#__PURE__*/ decoder(parseMcpStartupComplete);
export const encodeMcpStartupComplete: Encode<McpStartupComplete> =
  /*#__PURE__*/ encoder(parseMcpStartupComplete);
export const dumpMcpStartupComplete: Dump<McpStartupComplete> =
  /*#__PURE__*/ dumper(newMcpStartupComplete);

export const parseMcpToolCallBegin: Parse<McpToolCallBegin> = /*#__PURE__*/ parser(
  isMcpToolCallBegin,
  validateMcpToolCallBegin,
  newMcpToolCallBegin,
);
export const decodeMcpToolCallBegin: Decode<McpToolCallBegin> =
  /*#__PURE__*/ decoder(parseMcpToolCallBegin);
export const encodeMcpToolCallBegin: Encode<McpToolCallBegin> =
  /*#__PURE__*/ encoder(parseMcpToolCallBegin);
export const dumpMcpToolCallBegin: Dump<McpToolCallBegin> =
  /*#__PURE__*/ dumper(newMcpToolCallBegin);

export const parseMcpToolCallEnd: Parse<McpToolCallEnd> = /*#__PURE__*/ parser(
  isMcpToolCallEnd,
  validateMcpToolCallEnd,
  newMcpToolCallEnd,
);
export const decodeMcpToolCallEnd: Decode<McpToolCallEnd> =
  /*#__PURE__*/ decoder(parseMcpToolCallEnd);
export const encodeMcpToolCallEnd: Encode<McpToolCallEnd> =
  /*#__PURE__*/ encoder(parseMcpToolCallEnd);
export const dumpMcpToolCallEnd: Dump<McpToolCallEnd> = /*#__PURE__*/ dumper(newMcpToolCallEnd);

export const parseNetworkApprovalContext: Parse<NetworkApprovalContext> = /*#__PURE__*/ parser(
  isNetworkApprovalContext,
  validateNetworkApprovalContext,
  newNetworkApprovalContext,
);
export const decodeNetworkApprovalContext: Decode<NetworkApprovalContext> = /*#__PURE__*/ decoder(
  parseNetworkApprovalContext,
);
export const encodeNetworkApprovalContext: Encode<NetworkApprovalContext> = /*#__PURE__*/ encoder(
  parseNetworkApprovalContext,
);
export const dumpNetworkApprovalContext: Dump<NetworkApprovalContext> =
  /*#__PURE__*/ dumper(newNetworkApprovalContext);

export const parseNetworkPolicyAction: Parse<NetworkPolicyAction> = /*#__PURE__*/ parser(
  isNetworkPolicyAction,
  validateNetworkPolicyAction,
);
export const decodeNetworkPolicyAction: Decode<NetworkPolicyAction> =
  /*#__PURE__*/ decoder(parseNetworkPolicyAction);
export const encodeNetworkPolicyAction: Encode<NetworkPolicyAction> =
  /*#__PURE__*/ encoder(parseNetworkPolicyAction);
export const dumpNetworkPolicyAction: Dump<NetworkPolicyAction> = /*#__PURE__*/ dumper();

export const parseNetworkPolicyAmendment: Parse<NetworkPolicyAmendment> = /*#__PURE__*/ parser(
  isNetworkPolicyAmendment,
  validateNetworkPolicyAmendment,
  newNetworkPolicyAmendment,
);
export const decodeNetworkPolicyAmendment: Decode<NetworkPolicyAmendment> = /*#__PURE__*/ decoder(
  parseNetworkPolicyAmendment,
);
export const encodeNetworkPolicyAmendment: Encode<NetworkPolicyAmendment> = /*#__PURE__*/ encoder(
  parseNetworkPolicyAmendment,
);
export const dumpNetworkPolicyAmendment: Dump<NetworkPolicyAmendment> =
  /*#__PURE__*/ dumper(newNetworkPolicyAmendment);

export const parseApprovedDecision: Parse<ApprovedDecision> = /*#__PURE__*/ parser(
  isApprovedDecision,
  validateApprovedDecision,
  newApprovedDecision,
);
export const decodeApprovedDecision: Decode<ApprovedDecision> =
  /*#__PURE__*/ decoder(parseApprovedDecision);
export const encodeApprovedDecision: Encode<ApprovedDecision> =
  /*#__PURE__*/ encoder(parseApprovedDecision);
export const dumpApprovedDecision: Dump<ApprovedDecision> =
  /*#__PURE__*/ dumper(newApprovedDecision);

export const parseApprovedExecpolicyAmendmentDecision: Parse<ApprovedExecpolicyAmendmentDecision> =
  /*#__PURE__*/ parser(
    isApprovedExecpolicyAmendmentDecision,
    validateApprovedExecpolicyAmendmentDecision,
    newApprovedExecpolicyAmendmentDecision,
  );
export const decodeApprovedExecpolicyAmendmentDecision: Decode<ApprovedExecpolicyAmendmentDecision> =
  /*#__PURE__*/ decoder(parseApprovedExecpolicyAmendmentDecision);
export const encodeApprovedExecpolicyAmendmentDecision: Encode<ApprovedExecpolicyAmendmentDecision> =
  /*#__PURE__*/ encoder(parseApprovedExecpolicyAmendmentDecision);
export const dumpApprovedExecpolicyAmendmentDecision: Dump<ApprovedExecpolicyAmendmentDecision> =
  /*#__PURE__*/ dumper(newApprovedExecpolicyAmendmentDecision);

export const parseApprovedForSessionDecision: Parse<ApprovedForSessionDecision> =
  /*#__PURE__*/ parser(
    isApprovedForSessionDecision,
    validateApprovedForSessionDecision,
    newApprovedForSessionDecision,
  );
export const decodeApprovedForSessionDecision: Decode<ApprovedForSessionDecision> =
  /*#__PURE__*/ decoder(parseApprovedForSessionDecision);
export const encodeApprovedForSessionDecision: Encode<ApprovedForSessionDecision> =
  /*#__PURE__*/ encoder(parseApprovedForSessionDecision);
export const dumpApprovedForSessionDecision: Dump<ApprovedForSessionDecision> =
  /*#__PURE__*/ dumper(newApprovedForSessionDecision);

export const parseNetworkPolicyAmendmentDecision: Parse<NetworkPolicyAmendmentDecision> =
  /*#__PURE__*/ parser(
    isNetworkPolicyAmendmentDecision,
    validateNetworkPolicyAmendmentDecision,
    newNetworkPolicyAmendmentDecision,
  );
export const decodeNetworkPolicyAmendmentDecision: Decode<NetworkPolicyAmendmentDecision> =
  /*#__PURE__*/ decoder(parseNetworkPolicyAmendmentDecision);
export const encodeNetworkPolicyAmendmentDecision: Encode<NetworkPolicyAmendmentDecision> =
  /*#__PURE__*/ encoder(parseNetworkPolicyAmendmentDecision);
export const dumpNetworkPolicyAmendmentDecision: Dump<NetworkPolicyAmendmentDecision> =
  /*#__PURE__*/ dumper(newNetworkPolicyAmendmentDecision);

export const parseDeniedDecision: Parse<DeniedDecision> = /*#__PURE__*/ parser(
  isDeniedDecision,
  validateDeniedDecision,
  newDeniedDecision,
);
export const decodeDeniedDecision: Decode<DeniedDecision> =
  /*#__PURE__*/ decoder(parseDeniedDecision);
export const encodeDeniedDecision: Encode<DeniedDecision> =
  /*#__PURE__*/ encoder(parseDeniedDecision);
export const dumpDeniedDecision: Dump<DeniedDecision> = /*#__PURE__*/ dumper(newDeniedDecision);

export const parseAbortDecision: Parse<AbortDecision> = /*#__PURE__*/ parser(
  isAbortDecision,
  validateAbortDecision,
  newAbortDecision,
);
export const decodeAbortDecision: Decode<AbortDecision> = /*#__PURE__*/ decoder(parseAbortDecision);
export const encodeAbortDecision: Encode<AbortDecision> = /*#__PURE__*/ encoder(parseAbortDecision);
export const dumpAbortDecision: Dump<AbortDecision> = /*#__PURE__*/ dumper(newAbortDecision);

export const parseReviewDecision: ParseUnion<ReviewDecision, UnknownReviewDecision> =
  /*#__PURE__*/ unionParser(
    isReviewDecision,
    validateReviewDecision,
    UnknownReviewDecision,
    readReviewDecision,
  );
export const decodeReviewDecision: DecodeUnion<ReviewDecision, UnknownReviewDecision> =
  /*#__PURE__*/ unionDecoder(parseReviewDecision);
export const encodeReviewDecision: Encode<ReviewDecision | UnknownReviewDecision> =
  /*#__PURE__*/ encoder(parseReviewDecision);
export const dumpReviewDecision: Dump<ReviewDecision | UnknownReviewDecision> =
  /*#__PURE__*/ dumper(readReviewDecision);

export const parseExecApprovalRequestEvent: Parse<ExecApprovalRequestEvent> = /*#__PURE__*/ parser(
  isExecApprovalRequestEvent,
  validateExecApprovalRequestEvent,
  newExecApprovalRequestEvent,
  writeExecApprovalRequestEvent,
);
export const decodeExecApprovalRequestEvent: Decode<ExecApprovalRequestEvent> =
  /*#__PURE__*/ decoder(parseExecApprovalRequestEvent);
export const encodeExecApprovalRequestEvent: Encode<ExecApprovalRequestEventInput> =
  /*#__PURE__*/ encoder(parseExecApprovalRequestEvent);
export const dumpExecApprovalRequestEvent: Dump<ExecApprovalRequestEventInput> =
  /*#__PURE__*/ dumper(writeExecApprovalRequestEvent);

export const parseExecApprovalRequest: Parse<ExecApprovalRequest> = /*#__PURE__*/ parser(
  isExecApprovalRequest,
  validateExecApprovalRequest,
  newExecApprovalRequest,
  writeExecApprovalRequest,
);
export const decodeExecApprovalRequest: Decode<ExecApprovalRequest> =
  /*#__PURE__*/ decoder(parseExecApprovalRequest);
export const encodeExecApprovalRequest: Encode<ExecApprovalRequestInput> =
  /*#__PURE__*/ encoder(parseExecApprovalRequest);
export const dumpExecApprovalRequest: Dump<ExecApprovalRequestInput> =
  /*#__PURE__*/ dumper(writeExecApprovalRequest);

export const parseApplyPatchApprovalRequest: Parse<ApplyPatchApprovalRequest> =
  /*#__PURE__*/ parser(
    isApplyPatchApprovalRequest,
    validateApplyPatchApprovalRequest,
    newApplyPatchApprovalRequest,
    writeApplyPatchApprovalRequest,
  );
export const decodeApplyPatchApprovalRequest: Decode<ApplyPatchApprovalRequest> =
  /*#__PURE__*/ decoder(parseApplyPatchApprovalRequest);
export const encodeApplyPatchApprovalRequest: Encode<ApplyPatchApprovalRequestInput> =
  /*#__PURE__*/ encoder(parseApplyPatchApprovalRequest);
export const dumpApplyPatchApprovalRequest: Dump<ApplyPatchApprovalRequestInput> =
  /*#__PURE__*/ dumper(writeApplyPatchApprovalRequest);

export const parseUserInputOption: Parse<UserInputOption> = /*#__PURE__*/ parser(
  isUserInputOption,
  validateUserInputOption,
  newUserInputOption,
);
export const decodeUserInputOption: Decode<UserInputOption> =
  /*#__PURE__*/ decoder(parseUserInputOption);
export const encodeUserInputOption: Encode<UserInputOption> =
  /*#__PURE__*/ encoder(parseUserInputOption);
export const dumpUserInputOption: Dump<UserInputOption> = /*#__PURE__*/ dumper(newUserInputOption);

export const parseUserInputQuestion: Parse<UserInputQuestion> = /*#__PURE__*/ parser(
  isUserInputQuestion,
  validateUserInputQuestion,
  newUserInputQuestion,
);
export const decodeUserInputQuestion: Decode<UserInputQuestion> =
  /*#__PURE__*/ decoder(parseUserInputQuestion);
export const encodeUserInputQuestion: Encode<UserInputQuestionInput> =
  /*#__PURE__*/ encoder(parseUserInputQuestion);
export const dumpUserInputQuestion: Dump<UserInputQuestionInput> =
  /*#__PURE__*/ dumper(newUserInputQuestion);

export const parseUserInputRequestEvent: Parse<UserInputRequestEvent> = /*#__PURE__*/ parser(
  isUserInputRequestEvent,
  validateUserInputRequestEvent,
  newUserInputRequestEvent,
);
export const decodeUserInputRequestEvent: Decode<UserInputRequestEvent> = /*#__PURE__*/ decoder(
  parseUserInputRequestEvent,
);
export const encodeUserInputRequestEvent: Encode<UserInputRequestEventInput> =
  /*#__PURE__*/ encoder(parseUserInputRequestEvent);
export const dumpUserInputRequestEvent: Dump<UserInputRequestEventInput> =
  /*#__PURE__*/ dumper(newUserInputRequestEvent);

export const parseUserInputRequest: Parse<UserInputRequest> = /*#__PURE__*/ parser(
  isUserInputRequest,
  validateUserInputRequest,
  newUserInputRequest,
);
export const decodeUserInputRequest: Decode<UserInputRequest> =
  /*#__PURE__*/ decoder(parseUserInputRequest);
export const encodeUserInputRequest: Encode<UserInputRequestInput> =
  /*#__PURE__*/ encoder(parseUserInputRequest);
export const dumpUserInputRequest: Dump<UserInputRequestInput> =
  /*#__PURE__*/ dumper(newUserInputRequest);

export const parseElicitationRequest: Parse<ElicitationRequest> = /*#__PURE__*/ parser(
  isElicitationRequest,
  validateElicitationRequest,
  newElicitationRequest,
);
export const decodeElicitationRequest: Decode<ElicitationRequest> =
  /*#__PURE__*/ decoder(parseElicitationRequest);
export const encodeElicitationRequest: Encode<ElicitationRequest> =
  /*#__PURE__*/ encoder(parseElicitationRequest);
export const dumpElicitationRequest: Dump<ElicitationRequest> =
  /*#__PURE__*/ dumper(newElicitationRequest);

export const parseExecCommandBegin: Parse<ExecCommandBegin> = /*#__PURE__*/ parser(
  isExecCommandBegin,
  validateExecCommandBegin,
  newExecCommandBegin,
);
export const decodeExecCommandBegin: Decode<ExecCommandBegin> =
  /*#__PURE__*/ decoder(parseExecCommandBegin);
export const encodeExecCommandBegin: Encode<ExecCommandBegin> =
  /*#__PURE__*/ encoder(parseExecCommandBegin);
export const dumpExecCommandBegin: Dump<ExecCommandBegin> =
  /*#__PURE__*/ dumper(newExecCommandBegin);

export const parseExecCommandOutputDelta: Parse<ExecCommandOutputDelta> = /*#__PURE__*/ parser(
  isExecCommandOutputDelta,
  validateExecCommandOutputDelta,
  newExecCommandOutputDelta,
);
export const decodeExecCommandOutputDelta: Decode<ExecCommandOutputDelta> = /*#__PURE__*/ decoder(
  parseExecCommandOutputDelta,
);
export const encodeExecCommandOutputDelta: Encode<ExecCommandOutputDelta> = /*#__PURE__*/ encoder(
  parseExecCommandOutputDelta,
);
export const dumpExecCommandOutputDelta: Dump<ExecCommandOutputDelta> =
  /*#__PURE__*/ dumper(newExecCommandOutputDelta);

export const parseExecCommandEnd: Parse<ExecCommandEnd> = /*#__PURE__*/ parser(
  isExecCommandEnd,
  validateExecCommandEnd,
  newExecCommandEnd,
);
export const decodeExecCommandEnd: Decode<ExecCommandEnd> =
  /*#__PURE__*/ decoder(parseExecCommandEnd);
export const encodeExecCommandEnd: Encode<ExecCommandEnd> =
  /*#__PURE__*/ encoder(parseExecCommandEnd);
export const dumpExecCommandEnd: Dump<ExecCommandEnd> = /*#__PURE__*/ dumper(newExecCommandEnd);

export const parsePatchApplyBegin: Parse<PatchApplyBegin> = /*#__PURE__*/ parser(
  isPatchApplyBegin,
  validatePatchApplyBegin,
  newPatchApplyBegin,
);
export const decodePatchApplyBegin: Decode<PatchApplyBegin> =
  /*#__PURE__*/ decoder(parsePatchApplyBegin);
export const encodePatchApplyBegin: Encode<PatchApplyBegin> =
  /*#__PURE__*/ encoder(parsePatchApplyBegin);
export const dumpPatchApplyBegin: Dump<PatchApplyBegin> = /*#__PURE__*/ dumper(newPatchApplyBegin);

export const parsePatchApplyEnd: Parse<PatchApplyEnd> = /*#__PURE__*/ parser(
  isPatchApplyEnd,
  validatePatchApplyEnd,
  newPatchApplyEnd,
);
export const decodePatchApplyEnd: Decode<PatchApplyEnd> = /*#__PURE__*/ decoder(parsePatchApplyEnd);
export const encodePatchApplyEnd: Encode<PatchApplyEnd> = /*#__PURE__*/ encoder(parsePatchApplyEnd);
export const dumpPatchApplyEnd: Dump<PatchApplyEnd> = /*#__PURE__*/ dumper(newPatchApplyEnd);

export const parseTurnStarted: Parse<TurnStarted> = /*#__PURE__*/ parser(
  isTurnStarted,
  validateTurnStarted,
  newTurnStarted,
);
export const decodeTurnStarted: Decode<TurnStarted> = /*#__PURE__*/ decoder(parseTurnStarted);
export const encodeTurnStarted: Encode<TurnStarted> = /*#__PURE__*/ encoder(parseTurnStarted);
export const dumpTurnStarted: Dump<TurnStarted> = /*#__PURE__*/ dumper(newTurnStarted);

export const parseTurnComplete: Parse<TurnComplete> = /*#__PURE__*/ parser(
  isTurnComplete,
  validateTurnComplete,
  newTurnComplete,
);
export const decodeTurnComplete: Decode<TurnComplete> = /*#__PURE__*/ decoder(parseTurnComplete);
export const encodeTurnComplete: Encode<TurnComplete> = /*#__PURE__*/ encoder(parseTurnComplete);
export const dumpTurnComplete: Dump<TurnComplete> = /*#__PURE__*/ dumper(newTurnComplete);

export const parseTurnAborted: Parse<TurnAborted> = /*#__PURE__*/ parser(
  isTurnAborted,
  validateTurnAborted,
  newTurnAborted,
);
export const decodeTurnAborted: Decode<TurnAborted> = /*#__PURE__*/ decoder(parseTurnAborted);
export const encodeTurnAborted: Encode<TurnAborted> = /*#__PURE__*/ encoder(parseTurnAborted);
export const dumpTurnAborted: Dump<TurnAborted> = /*#__PURE__*/ dumper(newTurnAborted);

export const parseThreadGoalStatus: Parse<ThreadGoalStatus> = /*#__PURE__*/ parser(
  isThreadGoalStatus,
  validateThreadGoalStatus,
);
export const decodeThreadGoalStatus: Decode<ThreadGoalStatus> =
  /*#__PURE__*/ decoder(parseThreadGoalStatus);
export const encodeThreadGoalStatus: Encode<ThreadGoalStatus> =
  /*#__PURE__*/ encoder(parseThreadGoalStatus);
export const dumpThreadGoalStatus: Dump<ThreadGoalStatus> = /*#__PURE__*/ dumper();

export const parseThreadGoal: Parse<ThreadGoal> = /*#__PURE__*/ parser(
  isThreadGoal,
  validateThreadGoal,
  newThreadGoal,
  writeThreadGoal,
);
export const decodeThreadGoal: Decode<ThreadGoal> = /*#__PURE__*/ decoder(parseThreadGoal);
export const encodeThreadGoal: Encode<ThreadGoalInput> = /*#__PURE__*/ encoder(parseThreadGoal);
export const dumpThreadGoal: Dump<ThreadGoalInput> = /*#__PURE__*/ dumper(writeThreadGoal);

export const parseThreadGoalUpdated: Parse<ThreadGoalUpdated> = /*#__PURE__*/ parser(
  isThreadGoalUpdated,
  validateThreadGoalUpdated,
  newThreadGoalUpdated,
  writeThreadGoalUpdated,
);
export const decodeThreadGoalUpdated: Decode<ThreadGoalUpdated> =
  /*#__PURE__*/ decoder(parseThreadGoalUpdated);
export const encodeThreadGoalUpdated: Encode<ThreadGoalUpdatedInput> =
  /*#__PURE__*/ encoder(parseThreadGoalUpdated);
export const dumpThreadGoalUpdated: Dump<ThreadGoalUpdatedInput> =
  /*#__PURE__*/ dumper(writeThreadGoalUpdated);

export const parseThreadGoalCleared: Parse<ThreadGoalCleared> = /*#__PURE__*/ parser(
  isThreadGoalCleared,
  validateThreadGoalCleared,
  newThreadGoalCleared,
);
export const decodeThreadGoalCleared: Decode<ThreadGoalCleared> =
  /*#__PURE__*/ decoder(parseThreadGoalCleared);
export const encodeThreadGoalCleared: Encode<ThreadGoalCleared> =
  /*#__PURE__*/ encoder(parseThreadGoalCleared);
export const dumpThreadGoalCleared: Dump<ThreadGoalCleared> =
  /*#__PURE__*/ dumper(newThreadGoalCleared);

export const parseAgentError: Parse<AgentError> = /*#__PURE__*/ parser(
  isAgentError,
  validateAgentError,
  newAgentError,
);
export const decodeAgentError: Decode<AgentError> = /*#__PURE__*/ decoder(parseAgentError);
export const encodeAgentError: Encode<AgentError> = /*#__PURE__*/ encoder(parseAgentError);
export const dumpAgentError: Dump<AgentError> = /*#__PURE__*/ dumper(newAgentError);

export const parseEventFrame: ParseUnion<EventFrame, UnknownEventFrame> = /*#__PURE__*/ unionParser(
  checkEventFrame,
  validateEventFrame,
  UnknownEventFrame,
  readEventFrame,
  writeEventFrame,
);
export const decodeEventFrame: DecodeUnion<EventFrame, UnknownEventFrame> =
  /*#__PURE__*/ unionDecoder(parseEventFrame);
export const encodeEventFrame: Encode<EventFrameInput | UnknownEventFrame> =
  /*#__PURE__*/ encoder(parseEventFrame);
export const dumpEventFrame: Dump<EventFrameInput | UnknownEventFrame> =
  /*#__PURE__*/ dumper(writeEventFrame);
export const isEventFrame: Guard<EventFrameInput> = /*#__PURE__*/ guard(
  checkEventFrame,
  validateEventFrame,
);

export {
  decodeEventFrame as decode,
  encodeEventFrame as encode,
  parseEventFrame as parse,
  dumpEventFrame as dump,
  validateEventFrame as validate,
  isEventFrame as is,
};
