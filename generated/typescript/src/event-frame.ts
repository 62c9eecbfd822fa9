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
  Keep,
  OneOf,
  Parse,
  ParseUnion,
  Rule,
  Validate,
  Variant,
} from "./runtime.js";
import {
  ANY_JSON,
  BOOLEAN,
  INT32,
  INT64,
  STRING,
  Unknown,
  aString,
  among,
  anArrayOf,
  anObject,
  anyJson,
  arrayOf,
  asIs,
  constant,
  decoder,
  encoder,
  external,
  guard,
  integerWithin,
  internal,
  keepExternal,
  keepInternal,
  maximum,
  minimum,
  nullable,
  onlyKey,
  optional,
  orNull,
  parser,
  record,
  ref,
  required,
  typed,
  unionDecoder,
  unionParser,
  validator,
  variant,
} from "./runtime.js";

export { DecodeError, EncodeError } from "./runtime.js";
export type { Issue, JsonValue } from "./runtime.js";

// Types

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

/** What it is made of: members that have a default may be left out. */
export interface ResponseDeltaInput extends Omit<ResponseDelta, "channel"> {
  readonly channel?: ResponseChannel;
}

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

/** A McpStartupStatus with a tag that the schema doesn't know, kept as it came. */
export class UnknownMcpStartupStatus extends Unknown {}

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

/** A ReviewDecision with a tag that the schema doesn't know, kept as it came. */
export class UnknownReviewDecision extends Unknown {}

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

/** What it is made of: members that have a default may be left out. */
export interface ExecApprovalRequestEventInput extends Omit<
  ExecApprovalRequestEvent,
  | "matched_rule"
  | "network_approval_context"
  | "proposed_execpolicy_amendment"
  | "proposed_network_policy_amendments"
  | "additional_permissions"
  | "available_decisions"
> {
  readonly matched_rule?: string | null;
  readonly network_approval_context?: NetworkApprovalContext | null;
  readonly proposed_execpolicy_amendment?: readonly string[];
  readonly proposed_network_policy_amendments?: readonly NetworkPolicyAmendment[];
  readonly additional_permissions?: readonly string[];
  readonly available_decisions?: readonly ReviewDecision[];
}

/** The agent wants to run a command and waits until the user has decided. */
export interface ExecApprovalRequest {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "exec_approval_request";
  /** What is to be run, why it needs approval and what the user may decide. */
  readonly request: ExecApprovalRequestEvent;
}

/** What it is made of: members that have a default may be left out. */
export interface ExecApprovalRequestInput extends Omit<ExecApprovalRequest, "request"> {
  readonly request: ExecApprovalRequestEventInput;
}

/** The agent wants to apply a patch and waits until the user has decided. */
export interface ApplyPatchApprovalRequest {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "apply_patch_approval_request";
  /** The patch to be applied, why it needs approval and what the user may decide. */
  readonly request: ExecApprovalRequestEvent;
}

/** What it is made of: members that have a default may be left out. */
export interface ApplyPatchApprovalRequestInput extends Omit<ApplyPatchApprovalRequest, "request"> {
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

/** What it is made of: members that have a default may be left out. */
export interface UserInputQuestionInput extends Omit<
  UserInputQuestion,
  "allow_free_text" | "multi_select"
> {
  readonly allow_free_text?: boolean;
  readonly multi_select?: boolean;
}

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

/** What it is made of: members that have a default may be left out. */
export interface UserInputRequestEventInput extends Omit<UserInputRequestEvent, "questions"> {
  readonly questions: readonly UserInputQuestionInput[];
}

/** The model asks the user one or more questions and waits for the answers. */
export interface UserInputRequest {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "user_input_request";
  /** The questions, and the identifiers that the answers refer to. */
  readonly request: UserInputRequestEvent;
}

/** What it is made of: members that have a default may be left out. */
export interface UserInputRequestInput extends Omit<UserInputRequest, "request"> {
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

/** What it is made of: members that have a default may be left out. */
export interface ThreadGoalInput extends Omit<ThreadGoal, "token_budget"> {
  readonly token_budget?: number | null;
}

/** A thread was given a goal, or the state of its goal changed. */
export interface ThreadGoalUpdated {
  /** Tells this frame from the others; it may stand anywhere in the object. */
  readonly event: "thread_goal_updated";
  /** The goal as it is now; it replaces what was known before. */
  readonly goal: ThreadGoal;
}

/** What it is made of: members that have a default may be left out. */
export interface ThreadGoalUpdatedInput extends Omit<ThreadGoalUpdated, "goal"> {
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

/** What it is made of: members that have a default may be left out. */
export type EventFrameInput =
  | ResponseStart
  | ResponseDeltaInput
  | ResponseEnd
  | ToolCallStart
  | ToolCallResult
  | McpStartupUpdate
  | McpStartupComplete
  | McpToolCallBegin
  | McpToolCallEnd
  | ExecApprovalRequestInput
  | ApplyPatchApprovalRequestInput
  | UserInputRequestInput
  | ElicitationRequest
  | ExecCommandBegin
  | ExecCommandOutputDelta
  | ExecCommandEnd
  | PatchApplyBegin
  | PatchApplyEnd
  | TurnStarted
  | TurnComplete
  | TurnAborted
  | ThreadGoalUpdatedInput
  | ThreadGoalCleared
  | AgentError;

/** A EventFrame with a tag that the schema doesn't know, kept as it came. */
export class UnknownEventFrame extends Unknown {}

// Functions: what this module offers for every type.

export const decodeResponseStart: Decode<ResponseStart> = /* @__PURE__ */ decoder(
  checkResponseStart,
  readResponseStart,
  responseStartRule,
);
export const encodeResponseStart: Encode<ResponseStart> = /* @__PURE__ */ encoder(
  writeResponseStart,
  responseStartRule,
);
export const parseResponseStart: Parse<ResponseStart> = /* @__PURE__ */ parser(
  checkResponseStart,
  readResponseStart,
  responseStartRule,
);
export const dumpResponseStart: Dump<ResponseStart> = writeResponseStart;
export const validateResponseStart: Validate = /* @__PURE__ */ validator(responseStartRule);
export const isResponseStart: Guard<ResponseStart> = checkResponseStart;

export const decodeResponseChannel: Decode<ResponseChannel> = /* @__PURE__ */ decoder(
  checkResponseChannel,
  asIs,
  responseChannelRule,
);
export const encodeResponseChannel: Encode<ResponseChannel> = /* @__PURE__ */ encoder(
  asIs,
  responseChannelRule,
);
export const parseResponseChannel: Parse<ResponseChannel> = /* @__PURE__ */ parser(
  checkResponseChannel,
  asIs,
  responseChannelRule,
);
export const dumpResponseChannel: Dump<ResponseChannel> = asIs;
export const validateResponseChannel: Validate = /* @__PURE__ */ validator(responseChannelRule);
export const isResponseChannel: Guard<ResponseChannel> = checkResponseChannel;

export const decodeResponseDelta: Decode<ResponseDelta> = /* @__PURE__ */ decoder(
  checkResponseDelta,
  readResponseDelta,
  responseDeltaRule,
);
export const encodeResponseDelta: Encode<ResponseDelta> = /* @__PURE__ */ encoder(
  writeResponseDelta,
  responseDeltaRule,
);
export const parseResponseDelta: Parse<ResponseDelta> = /* @__PURE__ */ parser(
  checkResponseDelta,
  readResponseDelta,
  responseDeltaRule,
);
export const dumpResponseDelta: Dump<ResponseDelta> = writeResponseDelta;
export const validateResponseDelta: Validate = /* @__PURE__ */ validator(responseDeltaRule);
export const isResponseDelta: Guard<ResponseDeltaInput> = checkResponseDelta;

export const decodeResponseEnd: Decode<ResponseEnd> = /* @__PURE__ */ decoder(
  checkResponseEnd,
  readResponseEnd,
  responseEndRule,
);
export const encodeResponseEnd: Encode<ResponseEnd> = /* @__PURE__ */ encoder(
  writeResponseEnd,
  responseEndRule,
);
export const parseResponseEnd: Parse<ResponseEnd> = /* @__PURE__ */ parser(
  checkResponseEnd,
  readResponseEnd,
  responseEndRule,
);
export const dumpResponseEnd: Dump<ResponseEnd> = writeResponseEnd;
export const validateResponseEnd: Validate = /* @__PURE__ */ validator(responseEndRule);
export const isResponseEnd: Guard<ResponseEnd> = checkResponseEnd;

export const decodeToolCallStart: Decode<ToolCallStart> = /* @__PURE__ */ decoder(
  checkToolCallStart,
  readToolCallStart,
  toolCallStartRule,
);
export const encodeToolCallStart: Encode<ToolCallStart> = /* @__PURE__ */ encoder(
  writeToolCallStart,
  toolCallStartRule,
);
export const parseToolCallStart: Parse<ToolCallStart> = /* @__PURE__ */ parser(
  checkToolCallStart,
  readToolCallStart,
  toolCallStartRule,
);
export const dumpToolCallStart: Dump<ToolCallStart> = writeToolCallStart;
export const validateToolCallStart: Validate = /* @__PURE__ */ validator(toolCallStartRule);
export const isToolCallStart: Guard<ToolCallStart> = /* @__PURE__ */ guard(
  checkToolCallStart,
  toolCallStartRule,
);

export const decodeToolCallResult: Decode<ToolCallResult> = /* @__PURE__ */ decoder(
  checkToolCallResult,
  readToolCallResult,
  toolCallResultRule,
);
export const encodeToolCallResult: Encode<ToolCallResult> = /* @__PURE__ */ encoder(
  writeToolCallResult,
  toolCallResultRule,
);
export const parseToolCallResult: Parse<ToolCallResult> = /* @__PURE__ */ parser(
  checkToolCallResult,
  readToolCallResult,
  toolCallResultRule,
);
export const dumpToolCallResult: Dump<ToolCallResult> = writeToolCallResult;
export const validateToolCallResult: Validate = /* @__PURE__ */ validator(toolCallResultRule);
export const isToolCallResult: Guard<ToolCallResult> = /* @__PURE__ */ guard(
  checkToolCallResult,
  toolCallResultRule,
);

export const decodeMcpStartupFailedStatus: Decode<McpStartupFailedStatus> = /* @__PURE__ */ decoder(
  checkMcpStartupFailedStatus,
  readMcpStartupFailedStatus,
  mcpStartupFailedStatusRule,
);
export const encodeMcpStartupFailedStatus: Encode<McpStartupFailedStatus> = /* @__PURE__ */ encoder(
  writeMcpStartupFailedStatus,
  mcpStartupFailedStatusRule,
);
export const parseMcpStartupFailedStatus: Parse<McpStartupFailedStatus> = /* @__PURE__ */ parser(
  checkMcpStartupFailedStatus,
  readMcpStartupFailedStatus,
  mcpStartupFailedStatusRule,
);
export const dumpMcpStartupFailedStatus: Dump<McpStartupFailedStatus> = writeMcpStartupFailedStatus;
export const validateMcpStartupFailedStatus: Validate = /* @__PURE__ */ validator(
  mcpStartupFailedStatusRule,
);
export const isMcpStartupFailedStatus: Guard<McpStartupFailedStatus> = checkMcpStartupFailedStatus;

const mcpStartupStatusKeep: Keep<UnknownMcpStartupStatus> = /* @__PURE__ */ keepExternal(
  mcpStartupStatusVariants,
  UnknownMcpStartupStatus,
);
export const decodeMcpStartupStatus: DecodeUnion<McpStartupStatus, UnknownMcpStartupStatus> =
  /* @__PURE__ */ unionDecoder(
    checkMcpStartupStatus,
    readMcpStartupStatus,
    mcpStartupStatusRule,
    mcpStartupStatusKeep,
  );
export const encodeMcpStartupStatus: Encode<McpStartupStatus | UnknownMcpStartupStatus> =
  /* @__PURE__ */ encoder(writeMcpStartupStatus, mcpStartupStatusRule);
export const parseMcpStartupStatus: ParseUnion<McpStartupStatus, UnknownMcpStartupStatus> =
  /* @__PURE__ */ unionParser(
    checkMcpStartupStatus,
    readMcpStartupStatus,
    mcpStartupStatusRule,
    mcpStartupStatusKeep,
  );
export const dumpMcpStartupStatus: Dump<McpStartupStatus | UnknownMcpStartupStatus> =
  writeMcpStartupStatus;
export const validateMcpStartupStatus: Validate = /* @__PURE__ */ validator(mcpStartupStatusRule);
export const isMcpStartupStatus: Guard<McpStartupStatus> = checkMcpStartupStatus;

export const decodeMcpStartupUpdateEvent: Decode<McpStartupUpdateEvent> = /* @__PURE__ */ decoder(
  checkMcpStartupUpdateEvent,
  readMcpStartupUpdateEvent,
  mcpStartupUpdateEventRule,
);
export const encodeMcpStartupUpdateEvent: Encode<McpStartupUpdateEvent> = /* @__PURE__ */ encoder(
  writeMcpStartupUpdateEvent,
  mcpStartupUpdateEventRule,
);
export const parseMcpStartupUpdateEvent: Parse<McpStartupUpdateEvent> = /* @__PURE__ */ parser(
  checkMcpStartupUpdateEvent,
  readMcpStartupUpdateEvent,
  mcpStartupUpdateEventRule,
);
export const dumpMcpStartupUpdateEvent: Dump<McpStartupUpdateEvent> = writeMcpStartupUpdateEvent;
export const validateMcpStartupUpdateEvent: Validate =
  /* @__PURE__ */ validator(mcpStartupUpdateEventRule);
export const isMcpStartupUpdateEvent: Guard<McpStartupUpdateEvent> = checkMcpStartupUpdateEvent;

export const decodeMcpStartupUpdate: Decode<McpStartupUpdate> = /* @__PURE__ */ decoder(
  checkMcpStartupUpdate,
  readMcpStartupUpdate,
  mcpStartupUpdateRule,
);
export const encodeMcpStartupUpdate: Encode<McpStartupUpdate> = /* @__PURE__ */ encoder(
  writeMcpStartupUpdate,
  mcpStartupUpdateRule,
);
export const parseMcpStartupUpdate: Parse<McpStartupUpdate> = /* @__PURE__ */ parser(
  checkMcpStartupUpdate,
  readMcpStartupUpdate,
  mcpStartupUpdateRule,
);
export const dumpMcpStartupUpdate: Dump<McpStartupUpdate> = writeMcpStartupUpdate;
export const validateMcpStartupUpdate: Validate = /* @__PURE__ */ validator(mcpStartupUpdateRule);
export const isMcpStartupUpdate: Guard<McpStartupUpdate> = checkMcpStartupUpdate;

export const decodeMcpStartupFailure: Decode<McpStartupFailure> = /* @__PURE__ */ decoder(
  checkMcpStartupFailure,
  readMcpStartupFailure,
  mcpStartupFailureRule,
);
export const encodeMcpStartupFailure: Encode<McpStartupFailure> = /* @__PURE__ */ encoder(
  writeMcpStartupFailure,
  mcpStartupFailureRule,
);
export const parseMcpStartupFailure: Parse<McpStartupFailure> = /* @__PURE__ */ parser(
  checkMcpStartupFailure,
  readMcpStartupFailure,
  mcpStartupFailureRule,
);
export const dumpMcpStartupFailure: Dump<McpStartupFailure> = writeMcpStartupFailure;
export const validateMcpStartupFailure: Validate = /* @__PURE__ */ validator(mcpStartupFailureRule);
export const isMcpStartupFailure: Guard<McpStartupFailure> = checkMcpStartupFailure;

export const decodeMcpStartupCompleteEvent: Decode<McpStartupCompleteEvent> =
  /* @__PURE__ */ decoder(
    checkMcpStartupCompleteEvent,
    readMcpStartupCompleteEvent,
    mcpStartupCompleteEventRule,
  );
export const encodeMcpStartupCompleteEvent: Encode<McpStartupCompleteEvent> =
  /* @__PURE__ */ encoder(writeMcpStartupCompleteEvent, mcpStartupCompleteEventRule);
export const parseMcpStartupCompleteEvent: Parse<McpStartupCompleteEvent> = /* @__PURE__ */ parser(
  checkMcpStartupCompleteEvent,
  readMcpStartupCompleteEvent,
  mcpStartupCompleteEventRule,
);
export const dumpMcpStartupCompleteEvent: Dump<McpStartupCompleteEvent> =
  writeMcpStartupCompleteEvent;
export const validateMcpStartupCompleteEvent: Validate = /* @__PURE__ */ validator(
  mcpStartupCompleteEventRule,
);
export const isMcpStartupCompleteEvent: Guard<McpStartupCompleteEvent> =
  checkMcpStartupCompleteEvent;

export const decodeMcpStartupComplete: Decode<McpStartupComplete> = /* @__PURE__ */ decoder(
  checkMcpStartupComplete,
  readMcpStartupComplete,
  mcpStartupCompleteRule,
);
export const encodeMcpStartupComplete: Encode<McpStartupComplete> = /* @__PURE__ */ encoder(
  writeMcpStartupComplete,
  mcpStartupCompleteRule,
);
export const parseMcpStartupComplete: Parse<McpStartupComplete> = /* @__PURE__ */ parser(
  checkMcpStartupComplete,
  readMcpStartupComplete,
  mcpStartupCompleteRule,
);
export const dumpMcpStartupComplete: Dump<McpStartupComplete> = writeMcpStartupComplete;
export const validateMcpStartupComplete: Validate =
  /* @__PURE__ */ validator(mcpStartupCompleteRule);
export const isMcpStartupComplete: Guard<McpStartupComplete> = checkMcpStartupComplete;

export const decodeMcpToolCallBegin: Decode<McpToolCallBegin> = /* @__PURE__ */ decoder(
  checkMcpToolCallBegin,
  readMcpToolCallBegin,
  mcpToolCallBeginRule,
);
export const encodeMcpToolCallBegin: Encode<McpToolCallBegin> = /* @__PURE__ */ encoder(
  writeMcpToolCallBegin,
  mcpToolCallBeginRule,
);
export const parseMcpToolCallBegin: Parse<McpToolCallBegin> = /* @__PURE__ */ parser(
  checkMcpToolCallBegin,
  readMcpToolCallBegin,
  mcpToolCallBeginRule,
);
export const dumpMcpToolCallBegin: Dump<McpToolCallBegin> = writeMcpToolCallBegin;
export const validateMcpToolCallBegin: Validate = /* @__PURE__ */ validator(mcpToolCallBeginRule);
export const isMcpToolCallBegin: Guard<McpToolCallBegin> = checkMcpToolCallBegin;

export const decodeMcpToolCallEnd: Decode<McpToolCallEnd> = /* @__PURE__ */ decoder(
  checkMcpToolCallEnd,
  readMcpToolCallEnd,
  mcpToolCallEndRule,
);
export const encodeMcpToolCallEnd: Encode<McpToolCallEnd> = /* @__PURE__ */ encoder(
  writeMcpToolCallEnd,
  mcpToolCallEndRule,
);
export const parseMcpToolCallEnd: Parse<McpToolCallEnd> = /* @__PURE__ */ parser(
  checkMcpToolCallEnd,
  readMcpToolCallEnd,
  mcpToolCallEndRule,
);
export const dumpMcpToolCallEnd: Dump<McpToolCallEnd> = writeMcpToolCallEnd;
export const validateMcpToolCallEnd: Validate = /* @__PURE__ */ validator(mcpToolCallEndRule);
export const isMcpToolCallEnd: Guard<McpToolCallEnd> = checkMcpToolCallEnd;

export const decodeNetworkApprovalContext: Decode<NetworkApprovalContext> = /* @__PURE__ */ decoder(
  checkNetworkApprovalContext,
  readNetworkApprovalContext,
  networkApprovalContextRule,
);
export const encodeNetworkApprovalContext: Encode<NetworkApprovalContext> = /* @__PURE__ */ encoder(
  writeNetworkApprovalContext,
  networkApprovalContextRule,
);
export const parseNetworkApprovalContext: Parse<NetworkApprovalContext> = /* @__PURE__ */ parser(
  checkNetworkApprovalContext,
  readNetworkApprovalContext,
  networkApprovalContextRule,
);
export const dumpNetworkApprovalContext: Dump<NetworkApprovalContext> = writeNetworkApprovalContext;
export const validateNetworkApprovalContext: Validate = /* @__PURE__ */ validator(
  networkApprovalContextRule,
);
export const isNetworkApprovalContext: Guard<NetworkApprovalContext> = checkNetworkApprovalContext;

export const decodeNetworkPolicyAction: Decode<NetworkPolicyAction> = /* @__PURE__ */ decoder(
  checkNetworkPolicyAction,
  asIs,
  networkPolicyActionRule,
);
export const encodeNetworkPolicyAction: Encode<NetworkPolicyAction> = /* @__PURE__ */ encoder(
  asIs,
  networkPolicyActionRule,
);
export const parseNetworkPolicyAction: Parse<NetworkPolicyAction> = /* @__PURE__ */ parser(
  checkNetworkPolicyAction,
  asIs,
  networkPolicyActionRule,
);
export const dumpNetworkPolicyAction: Dump<NetworkPolicyAction> = asIs;
export const validateNetworkPolicyAction: Validate =
  /* @__PURE__ */ validator(networkPolicyActionRule);
export const isNetworkPolicyAction: Guard<NetworkPolicyAction> = checkNetworkPolicyAction;

export const decodeNetworkPolicyAmendment: Decode<NetworkPolicyAmendment> = /* @__PURE__ */ decoder(
  checkNetworkPolicyAmendment,
  readNetworkPolicyAmendment,
  networkPolicyAmendmentRule,
);
export const encodeNetworkPolicyAmendment: Encode<NetworkPolicyAmendment> = /* @__PURE__ */ encoder(
  writeNetworkPolicyAmendment,
  networkPolicyAmendmentRule,
);
export const parseNetworkPolicyAmendment: Parse<NetworkPolicyAmendment> = /* @__PURE__ */ parser(
  checkNetworkPolicyAmendment,
  readNetworkPolicyAmendment,
  networkPolicyAmendmentRule,
);
export const dumpNetworkPolicyAmendment: Dump<NetworkPolicyAmendment> = writeNetworkPolicyAmendment;
export const validateNetworkPolicyAmendment: Validate = /* @__PURE__ */ validator(
  networkPolicyAmendmentRule,
);
export const isNetworkPolicyAmendment: Guard<NetworkPolicyAmendment> = checkNetworkPolicyAmendment;

export const decodeApprovedDecision: Decode<ApprovedDecision> = /* @__PURE__ */ decoder(
  checkApprovedDecision,
  readApprovedDecision,
  approvedDecisionRule,
);
export const encodeApprovedDecision: Encode<ApprovedDecision> = /* @__PURE__ */ encoder(
  writeApprovedDecision,
  approvedDecisionRule,
);
export const parseApprovedDecision: Parse<ApprovedDecision> = /* @__PURE__ */ parser(
  checkApprovedDecision,
  readApprovedDecision,
  approvedDecisionRule,
);
export const dumpApprovedDecision: Dump<ApprovedDecision> = writeApprovedDecision;
export const validateApprovedDecision: Validate = /* @__PURE__ */ validator(approvedDecisionRule);
export const isApprovedDecision: Guard<ApprovedDecision> = checkApprovedDecision;

export const decodeApprovedExecpolicyAmendmentDecision: Decode<ApprovedExecpolicyAmendmentDecision> =
  /* @__PURE__ */ decoder(
    checkApprovedExecpolicyAmendmentDecision,
    readApprovedExecpolicyAmendmentDecision,
    approvedExecpolicyAmendmentDecisionRule,
  );
export const encodeApprovedExecpolicyAmendmentDecision: Encode<ApprovedExecpolicyAmendmentDecision> =
  /* @__PURE__ */ encoder(
    writeApprovedExecpolicyAmendmentDecision,
    approvedExecpolicyAmendmentDecisionRule,
  );
export const parseApprovedExecpolicyAmendmentDecision: Parse<ApprovedExecpolicyAmendmentDecision> =
  /* @__PURE__ */ parser(
    checkApprovedExecpolicyAmendmentDecision,
    readApprovedExecpolicyAmendmentDecision,
    approvedExecpolicyAmendmentDecisionRule,
  );
export const dumpApprovedExecpolicyAmendmentDecision: Dump<ApprovedExecpolicyAmendmentDecision> =
  writeApprovedExecpolicyAmendmentDecision;
export const validateApprovedExecpolicyAmendmentDecision: Validate = /* @__PURE__ */ validator(
  approvedExecpolicyAmendmentDecisionRule,
);
export const isApprovedExecpolicyAmendmentDecision: Guard<ApprovedExecpolicyAmendmentDecision> =
  checkApprovedExecpolicyAmendmentDecision;

export const decodeApprovedForSessionDecision: Decode<ApprovedForSessionDecision> =
  /* @__PURE__ */ decoder(
    checkApprovedForSessionDecision,
    readApprovedForSessionDecision,
    approvedForSessionDecisionRule,
  );
export const encodeApprovedForSessionDecision: Encode<ApprovedForSessionDecision> =
  /* @__PURE__ */ encoder(writeApprovedForSessionDecision, approvedForSessionDecisionRule);
export const parseApprovedForSessionDecision: Parse<ApprovedForSessionDecision> =
  /* @__PURE__ */ parser(
    checkApprovedForSessionDecision,
    readApprovedForSessionDecision,
    approvedForSessionDecisionRule,
  );
export const dumpApprovedForSessionDecision: Dump<ApprovedForSessionDecision> =
  writeApprovedForSessionDecision;
export const validateApprovedForSessionDecision: Validate = /* @__PURE__ */ validator(
  approvedForSessionDecisionRule,
);
export const isApprovedForSessionDecision: Guard<ApprovedForSessionDecision> =
  checkApprovedForSessionDecision;

export const decodeNetworkPolicyAmendmentDecision: Decode<NetworkPolicyAmendmentDecision> =
  /* @__PURE__ */ decoder(
    checkNetworkPolicyAmendmentDecision,
    readNetworkPolicyAmendmentDecision,
    networkPolicyAmendmentDecisionRule,
  );
export const encodeNetworkPolicyAmendmentDecision: Encode<NetworkPolicyAmendmentDecision> =
  /* @__PURE__ */ encoder(writeNetworkPolicyAmendmentDecision, networkPolicyAmendmentDecisionRule);
export const parseNetworkPolicyAmendmentDecision: Parse<NetworkPolicyAmendmentDecision> =
  /* @__PURE__ */ parser(
    checkNetworkPolicyAmendmentDecision,
    readNetworkPolicyAmendmentDecision,
    networkPolicyAmendmentDecisionRule,
  );
export const dumpNetworkPolicyAmendmentDecision: Dump<NetworkPolicyAmendmentDecision> =
  writeNetworkPolicyAmendmentDecision;
export const validateNetworkPolicyAmendmentDecision: Validate = /* @__PURE__ */ validator(
  networkPolicyAmendmentDecisionRule,
);
export const isNetworkPolicyAmendmentDecision: Guard<NetworkPolicyAmendmentDecision> =
  checkNetworkPolicyAmendmentDecision;

export const decodeDeniedDecision: Decode<DeniedDecision> = /* @__PURE__ */ decoder(
  checkDeniedDecision,
  readDeniedDecision,
  deniedDecisionRule,
);
export const encodeDeniedDecision: Encode<DeniedDecision> = /* @__PURE__ */ encoder(
  writeDeniedDecision,
  deniedDecisionRule,
);
export const parseDeniedDecision: Parse<DeniedDecision> = /* @__PURE__ */ parser(
  checkDeniedDecision,
  readDeniedDecision,
  deniedDecisionRule,
);
export const dumpDeniedDecision: Dump<DeniedDecision> = writeDeniedDecision;
export const validateDeniedDecision: Validate = /* @__PURE__ */ validator(deniedDecisionRule);
export const isDeniedDecision: Guard<DeniedDecision> = checkDeniedDecision;

export const decodeAbortDecision: Decode<AbortDecision> = /* @__PURE__ */ decoder(
  checkAbortDecision,
  readAbortDecision,
  abortDecisionRule,
);
export const encodeAbortDecision: Encode<AbortDecision> = /* @__PURE__ */ encoder(
  writeAbortDecision,
  abortDecisionRule,
);
export const parseAbortDecision: Parse<AbortDecision> = /* @__PURE__ */ parser(
  checkAbortDecision,
  readAbortDecision,
  abortDecisionRule,
);
export const dumpAbortDecision: Dump<AbortDecision> = writeAbortDecision;
export const validateAbortDecision: Validate = /* @__PURE__ */ validator(abortDecisionRule);
export const isAbortDecision: Guard<AbortDecision> = checkAbortDecision;

const reviewDecisionKeep: Keep<UnknownReviewDecision> = /* @__PURE__ */ keepInternal(
  ["type"],
  reviewDecisionVariants,
  UnknownReviewDecision,
);
export const decodeReviewDecision: DecodeUnion<ReviewDecision, UnknownReviewDecision> =
  /* @__PURE__ */ unionDecoder(
    checkReviewDecision,
    readReviewDecision,
    reviewDecisionRule,
    reviewDecisionKeep,
  );
export const encodeReviewDecision: Encode<ReviewDecision | UnknownReviewDecision> =
  /* @__PURE__ */ encoder(writeReviewDecision, reviewDecisionRule);
export const parseReviewDecision: ParseUnion<ReviewDecision, UnknownReviewDecision> =
  /* @__PURE__ */ unionParser(
    checkReviewDecision,
    readReviewDecision,
    reviewDecisionRule,
    reviewDecisionKeep,
  );
export const dumpReviewDecision: Dump<ReviewDecision | UnknownReviewDecision> = writeReviewDecision;
export const validateReviewDecision: Validate = /* @__PURE__ */ validator(reviewDecisionRule);
export const isReviewDecision: Guard<ReviewDecision> = checkReviewDecision;

export const decodeExecApprovalRequestEvent: Decode<ExecApprovalRequestEvent> =
  /* @__PURE__ */ decoder(
    checkExecApprovalRequestEvent,
    readExecApprovalRequestEvent,
    execApprovalRequestEventRule,
  );
export const encodeExecApprovalRequestEvent: Encode<ExecApprovalRequestEvent> =
  /* @__PURE__ */ encoder(writeExecApprovalRequestEvent, execApprovalRequestEventRule);
export const parseExecApprovalRequestEvent: Parse<ExecApprovalRequestEvent> =
  /* @__PURE__ */ parser(
    checkExecApprovalRequestEvent,
    readExecApprovalRequestEvent,
    execApprovalRequestEventRule,
  );
export const dumpExecApprovalRequestEvent: Dump<ExecApprovalRequestEvent> =
  writeExecApprovalRequestEvent;
export const validateExecApprovalRequestEvent: Validate = /* @__PURE__ */ validator(
  execApprovalRequestEventRule,
);
export const isExecApprovalRequestEvent: Guard<ExecApprovalRequestEventInput> =
  checkExecApprovalRequestEvent;

export const decodeExecApprovalRequest: Decode<ExecApprovalRequest> = /* @__PURE__ */ decoder(
  checkExecApprovalRequest,
  readExecApprovalRequest,
  execApprovalRequestRule,
);
export const encodeExecApprovalRequest: Encode<ExecApprovalRequest> = /* @__PURE__ */ encoder(
  writeExecApprovalRequest,
  execApprovalRequestRule,
);
export const parseExecApprovalRequest: Parse<ExecApprovalRequest> = /* @__PURE__ */ parser(
  checkExecApprovalRequest,
  readExecApprovalRequest,
  execApprovalRequestRule,
);
export const dumpExecApprovalRequest: Dump<ExecApprovalRequest> = writeExecApprovalRequest;
export const validateExecApprovalRequest: Validate =
  /* @__PURE__ */ validator(execApprovalRequestRule);
export const isExecApprovalRequest: Guard<ExecApprovalRequestInput> = checkExecApprovalRequest;

export const decodeApplyPatchApprovalRequest: Decode<ApplyPatchApprovalRequest> =
  /* @__PURE__ */ decoder(
    checkApplyPatchApprovalRequest,
    readApplyPatchApprovalRequest,
    applyPatchApprovalRequestRule,
  );
export const encodeApplyPatchApprovalRequest: Encode<ApplyPatchApprovalRequest> =
  /* @__PURE__ */ encoder(writeApplyPatchApprovalRequest, applyPatchApprovalRequestRule);
export const parseApplyPatchApprovalRequest: Parse<ApplyPatchApprovalRequest> =
  /* @__PURE__ */ parser(
    checkApplyPatchApprovalRequest,
    readApplyPatchApprovalRequest,
    applyPatchApprovalRequestRule,
  );
export const dumpApplyPatchApprovalRequest: Dump<ApplyPatchApprovalRequest> =
  writeApplyPatchApprovalRequest;
export const validateApplyPatchApprovalRequest: Validate = /* @__PURE__ */ validator(
  applyPatchApprovalRequestRule,
);
export const isApplyPatchApprovalRequest: Guard<ApplyPatchApprovalRequestInput> =
  checkApplyPatchApprovalRequest;

export const decodeUserInputOption: Decode<UserInputOption> = /* @__PURE__ */ decoder(
  checkUserInputOption,
  readUserInputOption,
  userInputOptionRule,
);
export const encodeUserInputOption: Encode<UserInputOption> = /* @__PURE__ */ encoder(
  writeUserInputOption,
  userInputOptionRule,
);
export const parseUserInputOption: Parse<UserInputOption> = /* @__PURE__ */ parser(
  checkUserInputOption,
  readUserInputOption,
  userInputOptionRule,
);
export const dumpUserInputOption: Dump<UserInputOption> = writeUserInputOption;
export const validateUserInputOption: Validate = /* @__PURE__ */ validator(userInputOptionRule);
export const isUserInputOption: Guard<UserInputOption> = checkUserInputOption;

export const decodeUserInputQuestion: Decode<UserInputQuestion> = /* @__PURE__ */ decoder(
  checkUserInputQuestion,
  readUserInputQuestion,
  userInputQuestionRule,
);
export const encodeUserInputQuestion: Encode<UserInputQuestion> = /* @__PURE__ */ encoder(
  writeUserInputQuestion,
  userInputQuestionRule,
);
export const parseUserInputQuestion: Parse<UserInputQuestion> = /* @__PURE__ */ parser(
  checkUserInputQuestion,
  readUserInputQuestion,
  userInputQuestionRule,
);
export const dumpUserInputQuestion: Dump<UserInputQuestion> = writeUserInputQuestion;
export const validateUserInputQuestion: Validate = /* @__PURE__ */ validator(userInputQuestionRule);
export const isUserInputQuestion: Guard<UserInputQuestionInput> = checkUserInputQuestion;

export const decodeUserInputRequestEvent: Decode<UserInputRequestEvent> = /* @__PURE__ */ decoder(
  checkUserInputRequestEvent,
  readUserInputRequestEvent,
  userInputRequestEventRule,
);
export const encodeUserInputRequestEvent: Encode<UserInputRequestEvent> = /* @__PURE__ */ encoder(
  writeUserInputRequestEvent,
  userInputRequestEventRule,
);
export const parseUserInputRequestEvent: Parse<UserInputRequestEvent> = /* @__PURE__ */ parser(
  checkUserInputRequestEvent,
  readUserInputRequestEvent,
  userInputRequestEventRule,
);
export const dumpUserInputRequestEvent: Dump<UserInputRequestEvent> = writeUserInputRequestEvent;
export const validateUserInputRequestEvent: Validate =
  /* @__PURE__ */ validator(userInputRequestEventRule);
export const isUserInputRequestEvent: Guard<UserInputRequestEventInput> =
  checkUserInputRequestEvent;

export const decodeUserInputRequest: Decode<UserInputRequest> = /* @__PURE__ */ decoder(
  checkUserInputRequest,
  readUserInputRequest,
  userInputRequestRule,
);
export const encodeUserInputRequest: Encode<UserInputRequest> = /* @__PURE__ */ encoder(
  writeUserInputRequest,
  userInputRequestRule,
);
export const parseUserInputRequest: Parse<UserInputRequest> = /* @__PURE__ */ parser(
  checkUserInputRequest,
  readUserInputRequest,
  userInputRequestRule,
);
export const dumpUserInputRequest: Dump<UserInputRequest> = writeUserInputRequest;
export const validateUserInputRequest: Validate = /* @__PURE__ */ validator(userInputRequestRule);
export const isUserInputRequest: Guard<UserInputRequestInput> = checkUserInputRequest;

export const decodeElicitationRequest: Decode<ElicitationRequest> = /* @__PURE__ */ decoder(
  checkElicitationRequest,
  readElicitationRequest,
  elicitationRequestRule,
);
export const encodeElicitationRequest: Encode<ElicitationRequest> = /* @__PURE__ */ encoder(
  writeElicitationRequest,
  elicitationRequestRule,
);
export const parseElicitationRequest: Parse<ElicitationRequest> = /* @__PURE__ */ parser(
  checkElicitationRequest,
  readElicitationRequest,
  elicitationRequestRule,
);
export const dumpElicitationRequest: Dump<ElicitationRequest> = writeElicitationRequest;
export const validateElicitationRequest: Validate =
  /* @__PURE__ */ validator(elicitationRequestRule);
export const isElicitationRequest: Guard<ElicitationRequest> = checkElicitationRequest;

export const decodeExecCommandBegin: Decode<ExecCommandBegin> = /* @__PURE__ */ decoder(
  checkExecCommandBegin,
  readExecCommandBegin,
  execCommandBeginRule,
);
export const encodeExecCommandBegin: Encode<ExecCommandBegin> = /* @__PURE__ */ encoder(
  writeExecCommandBegin,
  execCommandBeginRule,
);
export const parseExecCommandBegin: Parse<ExecCommandBegin> = /* @__PURE__ */ parser(
  checkExecCommandBegin,
  readExecCommandBegin,
  execCommandBeginRule,
);
export const dumpExecCommandBegin: Dump<ExecCommandBegin> = writeExecCommandBegin;
export const validateExecCommandBegin: Validate = /* @__PURE__ */ validator(execCommandBeginRule);
export const isExecCommandBegin: Guard<ExecCommandBegin> = checkExecCommandBegin;

export const decodeExecCommandOutputDelta: Decode<ExecCommandOutputDelta> = /* @__PURE__ */ decoder(
  checkExecCommandOutputDelta,
  readExecCommandOutputDelta,
  execCommandOutputDeltaRule,
);
export const encodeExecCommandOutputDelta: Encode<ExecCommandOutputDelta> = /* @__PURE__ */ encoder(
  writeExecCommandOutputDelta,
  execCommandOutputDeltaRule,
);
export const parseExecCommandOutputDelta: Parse<ExecCommandOutputDelta> = /* @__PURE__ */ parser(
  checkExecCommandOutputDelta,
  readExecCommandOutputDelta,
  execCommandOutputDeltaRule,
);
export const dumpExecCommandOutputDelta: Dump<ExecCommandOutputDelta> = writeExecCommandOutputDelta;
export const validateExecCommandOutputDelta: Validate = /* @__PURE__ */ validator(
  execCommandOutputDeltaRule,
);
export const isExecCommandOutputDelta: Guard<ExecCommandOutputDelta> = checkExecCommandOutputDelta;

export const decodeExecCommandEnd: Decode<ExecCommandEnd> = /* @__PURE__ */ decoder(
  checkExecCommandEnd,
  readExecCommandEnd,
  execCommandEndRule,
);
export const encodeExecCommandEnd: Encode<ExecCommandEnd> = /* @__PURE__ */ encoder(
  writeExecCommandEnd,
  execCommandEndRule,
);
export const parseExecCommandEnd: Parse<ExecCommandEnd> = /* @__PURE__ */ parser(
  checkExecCommandEnd,
  readExecCommandEnd,
  execCommandEndRule,
);
export const dumpExecCommandEnd: Dump<ExecCommandEnd> = writeExecCommandEnd;
export const validateExecCommandEnd: Validate = /* @__PURE__ */ validator(execCommandEndRule);
export const isExecCommandEnd: Guard<ExecCommandEnd> = checkExecCommandEnd;

export const decodePatchApplyBegin: Decode<PatchApplyBegin> = /* @__PURE__ */ decoder(
  checkPatchApplyBegin,
  readPatchApplyBegin,
  patchApplyBeginRule,
);
export const encodePatchApplyBegin: Encode<PatchApplyBegin> = /* @__PURE__ */ encoder(
  writePatchApplyBegin,
  patchApplyBeginRule,
);
export const parsePatchApplyBegin: Parse<PatchApplyBegin> = /* @__PURE__ */ parser(
  checkPatchApplyBegin,
  readPatchApplyBegin,
  patchApplyBeginRule,
);
export const dumpPatchApplyBegin: Dump<PatchApplyBegin> = writePatchApplyBegin;
export const validatePatchApplyBegin: Validate = /* @__PURE__ */ validator(patchApplyBeginRule);
export const isPatchApplyBegin: Guard<PatchApplyBegin> = checkPatchApplyBegin;

export const decodePatchApplyEnd: Decode<PatchApplyEnd> = /* @__PURE__ */ decoder(
  checkPatchApplyEnd,
  readPatchApplyEnd,
  patchApplyEndRule,
);
export const encodePatchApplyEnd: Encode<PatchApplyEnd> = /* @__PURE__ */ encoder(
  writePatchApplyEnd,
  patchApplyEndRule,
);
export const parsePatchApplyEnd: Parse<PatchApplyEnd> = /* @__PURE__ */ parser(
  checkPatchApplyEnd,
  readPatchApplyEnd,
  patchApplyEndRule,
);
export const dumpPatchApplyEnd: Dump<PatchApplyEnd> = writePatchApplyEnd;
export const validatePatchApplyEnd: Validate = /* @__PURE__ */ validator(patchApplyEndRule);
export const isPatchApplyEnd: Guard<PatchApplyEnd> = checkPatchApplyEnd;

export const decodeTurnStarted: Decode<TurnStarted> = /* @__PURE__ */ decoder(
  checkTurnStarted,
  readTurnStarted,
  turnStartedRule,
);
export const encodeTurnStarted: Encode<TurnStarted> = /* @__PURE__ */ encoder(
  writeTurnStarted,
  turnStartedRule,
);
export const parseTurnStarted: Parse<TurnStarted> = /* @__PURE__ */ parser(
  checkTurnStarted,
  readTurnStarted,
  turnStartedRule,
);
export const dumpTurnStarted: Dump<TurnStarted> = writeTurnStarted;
export const validateTurnStarted: Validate = /* @__PURE__ */ validator(turnStartedRule);
export const isTurnStarted: Guard<TurnStarted> = checkTurnStarted;

export const decodeTurnComplete: Decode<TurnComplete> = /* @__PURE__ */ decoder(
  checkTurnComplete,
  readTurnComplete,
  turnCompleteRule,
);
export const encodeTurnComplete: Encode<TurnComplete> = /* @__PURE__ */ encoder(
  writeTurnComplete,
  turnCompleteRule,
);
export const parseTurnComplete: Parse<TurnComplete> = /* @__PURE__ */ parser(
  checkTurnComplete,
  readTurnComplete,
  turnCompleteRule,
);
export const dumpTurnComplete: Dump<TurnComplete> = writeTurnComplete;
export const validateTurnComplete: Validate = /* @__PURE__ */ validator(turnCompleteRule);
export const isTurnComplete: Guard<TurnComplete> = checkTurnComplete;

export const decodeTurnAborted: Decode<TurnAborted> = /* @__PURE__ */ decoder(
  checkTurnAborted,
  readTurnAborted,
  turnAbortedRule,
);
export const encodeTurnAborted: Encode<TurnAborted> = /* @__PURE__ */ encoder(
  writeTurnAborted,
  turnAbortedRule,
);
export const parseTurnAborted: Parse<TurnAborted> = /* @__PURE__ */ parser(
  checkTurnAborted,
  readTurnAborted,
  turnAbortedRule,
);
export const dumpTurnAborted: Dump<TurnAborted> = writeTurnAborted;
export const validateTurnAborted: Validate = /* @__PURE__ */ validator(turnAbortedRule);
export const isTurnAborted: Guard<TurnAborted> = checkTurnAborted;

export const decodeThreadGoalStatus: Decode<ThreadGoalStatus> = /* @__PURE__ */ decoder(
  checkThreadGoalStatus,
  asIs,
  threadGoalStatusRule,
);
export const encodeThreadGoalStatus: Encode<ThreadGoalStatus> = /* @__PURE__ */ encoder(
  asIs,
  threadGoalStatusRule,
);
export const parseThreadGoalStatus: Parse<ThreadGoalStatus> = /* @__PURE__ */ parser(
  checkThreadGoalStatus,
  asIs,
  threadGoalStatusRule,
);
export const dumpThreadGoalStatus: Dump<ThreadGoalStatus> = asIs;
export const validateThreadGoalStatus: Validate = /* @__PURE__ */ validator(threadGoalStatusRule);
export const isThreadGoalStatus: Guard<ThreadGoalStatus> = checkThreadGoalStatus;

export const decodeThreadGoal: Decode<ThreadGoal> = /* @__PURE__ */ decoder(
  checkThreadGoal,
  readThreadGoal,
  threadGoalRule,
);
export const encodeThreadGoal: Encode<ThreadGoal> = /* @__PURE__ */ encoder(
  writeThreadGoal,
  threadGoalRule,
);
export const parseThreadGoal: Parse<ThreadGoal> = /* @__PURE__ */ parser(
  checkThreadGoal,
  readThreadGoal,
  threadGoalRule,
);
export const dumpThreadGoal: Dump<ThreadGoal> = writeThreadGoal;
export const validateThreadGoal: Validate = /* @__PURE__ */ validator(threadGoalRule);
export const isThreadGoal: Guard<ThreadGoalInput> = checkThreadGoal;

export const decodeThreadGoalUpdated: Decode<ThreadGoalUpdated> = /* @__PURE__ */ decoder(
  checkThreadGoalUpdated,
  readThreadGoalUpdated,
  threadGoalUpdatedRule,
);
export const encodeThreadGoalUpdated: Encode<ThreadGoalUpdated> = /* @__PURE__ */ encoder(
  writeThreadGoalUpdated,
  threadGoalUpdatedRule,
);
export const parseThreadGoalUpdated: Parse<ThreadGoalUpdated> = /* @__PURE__ */ parser(
  checkThreadGoalUpdated,
  readThreadGoalUpdated,
  threadGoalUpdatedRule,
);
export const dumpThreadGoalUpdated: Dump<ThreadGoalUpdated> = writeThreadGoalUpdated;
export const validateThreadGoalUpdated: Validate = /* @__PURE__ */ validator(threadGoalUpdatedRule);
export const isThreadGoalUpdated: Guard<ThreadGoalUpdatedInput> = checkThreadGoalUpdated;

export const decodeThreadGoalCleared: Decode<ThreadGoalCleared> = /* @__PURE__ */ decoder(
  checkThreadGoalCleared,
  readThreadGoalCleared,
  threadGoalClearedRule,
);
export const encodeThreadGoalCleared: Encode<ThreadGoalCleared> = /* @__PURE__ */ encoder(
  writeThreadGoalCleared,
  threadGoalClearedRule,
);
export const parseThreadGoalCleared: Parse<ThreadGoalCleared> = /* @__PURE__ */ parser(
  checkThreadGoalCleared,
  readThreadGoalCleared,
  threadGoalClearedRule,
);
export const dumpThreadGoalCleared: Dump<ThreadGoalCleared> = writeThreadGoalCleared;
export const validateThreadGoalCleared: Validate = /* @__PURE__ */ validator(threadGoalClearedRule);
export const isThreadGoalCleared: Guard<ThreadGoalCleared> = checkThreadGoalCleared;

export const decodeAgentError: Decode<AgentError> = /* @__PURE__ */ decoder(
  checkAgentError,
  readAgentError,
  agentErrorRule,
);
export const encodeAgentError: Encode<AgentError> = /* @__PURE__ */ encoder(
  writeAgentError,
  agentErrorRule,
);
export const parseAgentError: Parse<AgentError> = /* @__PURE__ */ parser(
  checkAgentError,
  readAgentError,
  agentErrorRule,
);
export const dumpAgentError: Dump<AgentError> = writeAgentError;
export const validateAgentError: Validate = /* @__PURE__ */ validator(agentErrorRule);
export const isAgentError: Guard<AgentError> = checkAgentError;

const eventFrameKeep: Keep<UnknownEventFrame> = /* @__PURE__ */ keepInternal(
  ["event"],
  eventFrameVariants,
  UnknownEventFrame,
);
export const decodeEventFrame: DecodeUnion<EventFrame, UnknownEventFrame> =
  /* @__PURE__ */ unionDecoder(checkEventFrame, readEventFrame, eventFrameRule, eventFrameKeep);
export const encodeEventFrame: Encode<EventFrame | UnknownEventFrame> = /* @__PURE__ */ encoder(
  writeEventFrame,
  eventFrameRule,
);
export const parseEventFrame: ParseUnion<EventFrame, UnknownEventFrame> =
  /* @__PURE__ */ unionParser(checkEventFrame, readEventFrame, eventFrameRule, eventFrameKeep);
export const dumpEventFrame: Dump<EventFrame | UnknownEventFrame> = writeEventFrame;
export const validateEventFrame: Validate = /* @__PURE__ */ validator(eventFrameRule);
export const isEventFrame: Guard<EventFrameInput> = /* @__PURE__ */ guard(
  checkEventFrame,
  eventFrameRule,
);

export {
  decodeEventFrame as decode,
  encodeEventFrame as encode,
  parseEventFrame as parse,
  dumpEventFrame as dump,
  validateEventFrame as validate,
  isEventFrame as is,
};

// Records: made from their members.

/** Fills in its constants. */
export function newResponseStart(init: Omit<ResponseStart, "event">): ResponseStart {
  return readResponseStart({ ...init, event: "response_start" });
}

/** Fills in its constants and defaults. */
export function newResponseDelta(init: Omit<ResponseDeltaInput, "event">): ResponseDelta {
  return readResponseDelta({ ...init, event: "response_delta" });
}

/** Fills in its constants. */
export function newResponseEnd(init: Omit<ResponseEnd, "event">): ResponseEnd {
  return readResponseEnd({ ...init, event: "response_end" });
}

/** Fills in its constants. */
export function newToolCallStart(init: Omit<ToolCallStart, "event">): ToolCallStart {
  return readToolCallStart({ ...init, event: "tool_call_start" });
}

/** Fills in its constants. */
export function newToolCallResult(init: Omit<ToolCallResult, "event">): ToolCallResult {
  return readToolCallResult({ ...init, event: "tool_call_result" });
}

export function newMcpStartupFailedStatus(init: McpStartupFailedStatus): McpStartupFailedStatus {
  return readMcpStartupFailedStatus(init);
}

export function newMcpStartupUpdateEvent(init: McpStartupUpdateEvent): McpStartupUpdateEvent {
  return readMcpStartupUpdateEvent(init);
}

/** Fills in its constants. */
export function newMcpStartupUpdate(init: Omit<McpStartupUpdate, "event">): McpStartupUpdate {
  return readMcpStartupUpdate({ ...init, event: "mcp_startup_update" });
}

export function newMcpStartupFailure(init: McpStartupFailure): McpStartupFailure {
  return readMcpStartupFailure(init);
}

export function newMcpStartupCompleteEvent(init: McpStartupCompleteEvent): McpStartupCompleteEvent {
  return readMcpStartupCompleteEvent(init);
}

/** Fills in its constants. */
export function newMcpStartupComplete(init: Omit<McpStartupComplete, "event">): McpStartupComplete {
  return readMcpStartupComplete({ ...init, event: "mcp_startup_complete" });
}

/** Fills in its constants. */
export function newMcpToolCallBegin(init: Omit<McpToolCallBegin, "event">): McpToolCallBegin {
  return readMcpToolCallBegin({ ...init, event: "mcp_tool_call_begin" });
}

/** Fills in its constants. */
export function newMcpToolCallEnd(init: Omit<McpToolCallEnd, "event">): McpToolCallEnd {
  return readMcpToolCallEnd({ ...init, event: "mcp_tool_call_end" });
}

export function newNetworkApprovalContext(init: NetworkApprovalContext): NetworkApprovalContext {
  return readNetworkApprovalContext(init);
}

export function newNetworkPolicyAmendment(init: NetworkPolicyAmendment): NetworkPolicyAmendment {
  return readNetworkPolicyAmendment(init);
}

/** Fills in its constants. */
export function newApprovedDecision(init: Omit<ApprovedDecision, "type">): ApprovedDecision {
  return readApprovedDecision({ ...init, type: "approved" });
}

/** Fills in its constants. */
export function newApprovedExecpolicyAmendmentDecision(
  init: Omit<ApprovedExecpolicyAmendmentDecision, "type">,
): ApprovedExecpolicyAmendmentDecision {
  return readApprovedExecpolicyAmendmentDecision({
    ...init,
    type: "approved_execpolicy_amendment",
  });
}

/** Fills in its constants. */
export function newApprovedForSessionDecision(
  init: Omit<ApprovedForSessionDecision, "type">,
): ApprovedForSessionDecision {
  return readApprovedForSessionDecision({ ...init, type: "approved_for_session" });
}

/** Fills in its constants. */
export function newNetworkPolicyAmendmentDecision(
  init: Omit<NetworkPolicyAmendmentDecision, "type">,
): NetworkPolicyAmendmentDecision {
  return readNetworkPolicyAmendmentDecision({ ...init, type: "network_policy_amendment" });
}

/** Fills in its constants. */
export function newDeniedDecision(init: Omit<DeniedDecision, "type">): DeniedDecision {
  return readDeniedDecision({ ...init, type: "denied" });
}

/** Fills in its constants. */
export function newAbortDecision(init: Omit<AbortDecision, "type">): AbortDecision {
  return readAbortDecision({ ...init, type: "abort" });
}

/** Fills in its defaults. */
export function newExecApprovalRequestEvent(
  init: ExecApprovalRequestEventInput,
): ExecApprovalRequestEvent {
  return readExecApprovalRequestEvent(init);
}

/** Fills in its constants. */
export function newExecApprovalRequest(
  init: Omit<ExecApprovalRequestInput, "event">,
): ExecApprovalRequest {
  return readExecApprovalRequest({ ...init, event: "exec_approval_request" });
}

/** Fills in its constants. */
export function newApplyPatchApprovalRequest(
  init: Omit<ApplyPatchApprovalRequestInput, "event">,
): ApplyPatchApprovalRequest {
  return readApplyPatchApprovalRequest({ ...init, event: "apply_patch_approval_request" });
}

export function newUserInputOption(init: UserInputOption): UserInputOption {
  return readUserInputOption(init);
}

/** Fills in its defaults. */
export function newUserInputQuestion(init: UserInputQuestionInput): UserInputQuestion {
  return readUserInputQuestion(init);
}

export function newUserInputRequestEvent(init: UserInputRequestEventInput): UserInputRequestEvent {
  return readUserInputRequestEvent(init);
}

/** Fills in its constants. */
export function newUserInputRequest(init: Omit<UserInputRequestInput, "event">): UserInputRequest {
  return readUserInputRequest({ ...init, event: "user_input_request" });
}

/** Fills in its constants. */
export function newElicitationRequest(init: Omit<ElicitationRequest, "event">): ElicitationRequest {
  return readElicitationRequest({ ...init, event: "elicitation_request" });
}

/** Fills in its constants. */
export function newExecCommandBegin(init: Omit<ExecCommandBegin, "event">): ExecCommandBegin {
  return readExecCommandBegin({ ...init, event: "exec_command_begin" });
}

/** Fills in its constants. */
export function newExecCommandOutputDelta(
  init: Omit<ExecCommandOutputDelta, "event">,
): ExecCommandOutputDelta {
  return readExecCommandOutputDelta({ ...init, event: "exec_command_output_delta" });
}

/** Fills in its constants. */
export function newExecCommandEnd(init: Omit<ExecCommandEnd, "event">): ExecCommandEnd {
  return readExecCommandEnd({ ...init, event: "exec_command_end" });
}

/** Fills in its constants. */
export function newPatchApplyBegin(init: Omit<PatchApplyBegin, "event">): PatchApplyBegin {
  return readPatchApplyBegin({ ...init, event: "patch_apply_begin" });
}

/** Fills in its constants. */
export function newPatchApplyEnd(init: Omit<PatchApplyEnd, "event">): PatchApplyEnd {
  return readPatchApplyEnd({ ...init, event: "patch_apply_end" });
}

/** Fills in its constants. */
export function newTurnStarted(init: Omit<TurnStarted, "event">): TurnStarted {
  return readTurnStarted({ ...init, event: "turn_started" });
}

/** Fills in its constants. */
export function newTurnComplete(init: Omit<TurnComplete, "event">): TurnComplete {
  return readTurnComplete({ ...init, event: "turn_complete" });
}

/** Fills in its constants. */
export function newTurnAborted(init: Omit<TurnAborted, "event">): TurnAborted {
  return readTurnAborted({ ...init, event: "turn_aborted" });
}

/** Fills in its defaults. */
export function newThreadGoal(init: ThreadGoalInput): ThreadGoal {
  return readThreadGoal(init);
}

/** Fills in its constants. */
export function newThreadGoalUpdated(
  init: Omit<ThreadGoalUpdatedInput, "event">,
): ThreadGoalUpdated {
  return readThreadGoalUpdated({ ...init, event: "thread_goal_updated" });
}

/** Fills in its constants. */
export function newThreadGoalCleared(init: Omit<ThreadGoalCleared, "event">): ThreadGoalCleared {
  return readThreadGoalCleared({ ...init, event: "thread_goal_cleared" });
}

/** Fills in its constants. */
export function newAgentError(init: Omit<AgentError, "event">): AgentError {
  return readAgentError({ ...init, event: "error" });
}

// Checks: whether a value is valid, in one pass and without explanation.

function checkResponseStart(value: unknown): value is ResponseStart {
  return (
    anObject<ResponseStart>(value) &&
    value.event === "response_start" &&
    typeof value.response_id === "string"
  );
}

function checkResponseChannel(value: unknown): value is ResponseChannel {
  return value === "text" || value === "reasoning";
}

function checkResponseDelta(value: unknown): value is ResponseDeltaInput {
  return (
    anObject<ResponseDeltaInput>(value) &&
    value.event === "response_delta" &&
    typeof value.response_id === "string" &&
    typeof value.delta === "string" &&
    (value.channel === undefined || checkResponseChannel(value.channel))
  );
}

function checkResponseEnd(value: unknown): value is ResponseEnd {
  return (
    anObject<ResponseEnd>(value) &&
    value.event === "response_end" &&
    typeof value.response_id === "string"
  );
}

function checkToolCallStart(value: unknown): value is ToolCallStart {
  return (
    anObject<ToolCallStart>(value) &&
    value.event === "tool_call_start" &&
    typeof value.response_id === "string" &&
    typeof value.tool_name === "string" &&
    anyJson(value.arguments)
  );
}

function checkToolCallResult(value: unknown): value is ToolCallResult {
  return (
    anObject<ToolCallResult>(value) &&
    value.event === "tool_call_result" &&
    typeof value.response_id === "string" &&
    typeof value.tool_name === "string" &&
    anyJson(value.output)
  );
}

function checkMcpStartupFailedStatus(value: unknown): value is McpStartupFailedStatus {
  return anObject<McpStartupFailedStatus>(value) && typeof value.error === "string";
}

function checkMcpStartupStatus(value: unknown): value is McpStartupStatus {
  if (typeof value === "string") {
    return value === "starting" || value === "ready" || value === "cancelled";
  }
  if (!anObject<McpStartupStatusVariants>(value)) return false;
  switch (onlyKey(value)) {
    case "failed":
      return checkMcpStartupFailedStatus(value.failed);
    default:
      return false;
  }
}

function checkMcpStartupUpdateEvent(value: unknown): value is McpStartupUpdateEvent {
  return (
    anObject<McpStartupUpdateEvent>(value) &&
    typeof value.server_name === "string" &&
    checkMcpStartupStatus(value.status)
  );
}

function checkMcpStartupUpdate(value: unknown): value is McpStartupUpdate {
  return (
    anObject<McpStartupUpdate>(value) &&
    value.event === "mcp_startup_update" &&
    checkMcpStartupUpdateEvent(value.update)
  );
}

function checkMcpStartupFailure(value: unknown): value is McpStartupFailure {
  return (
    anObject<McpStartupFailure>(value) &&
    typeof value.server_name === "string" &&
    typeof value.error === "string"
  );
}

function checkMcpStartupCompleteEvent(value: unknown): value is McpStartupCompleteEvent {
  return (
    anObject<McpStartupCompleteEvent>(value) &&
    anArrayOf(value.ready, aString) &&
    anArrayOf(value.failed, checkMcpStartupFailure) &&
    anArrayOf(value.cancelled, aString)
  );
}

function checkMcpStartupComplete(value: unknown): value is McpStartupComplete {
  return (
    anObject<McpStartupComplete>(value) &&
    value.event === "mcp_startup_complete" &&
    checkMcpStartupCompleteEvent(value.summary)
  );
}

function checkMcpToolCallBegin(value: unknown): value is McpToolCallBegin {
  return (
    anObject<McpToolCallBegin>(value) &&
    value.event === "mcp_tool_call_begin" &&
    typeof value.server_name === "string" &&
    typeof value.tool_name === "string"
  );
}

function checkMcpToolCallEnd(value: unknown): value is McpToolCallEnd {
  return (
    anObject<McpToolCallEnd>(value) &&
    value.event === "mcp_tool_call_end" &&
    typeof value.server_name === "string" &&
    typeof value.tool_name === "string" &&
    typeof value.ok === "boolean"
  );
}

function checkNetworkApprovalContext(value: unknown): value is NetworkApprovalContext {
  return (
    anObject<NetworkApprovalContext>(value) &&
    typeof value.host === "string" &&
    typeof value.protocol === "string"
  );
}

function checkNetworkPolicyAction(value: unknown): value is NetworkPolicyAction {
  return value === "allow" || value === "deny";
}

function checkNetworkPolicyAmendment(value: unknown): value is NetworkPolicyAmendment {
  return (
    anObject<NetworkPolicyAmendment>(value) &&
    typeof value.host === "string" &&
    checkNetworkPolicyAction(value.action)
  );
}

function checkApprovedDecision(value: unknown): value is ApprovedDecision {
  return anObject<ApprovedDecision>(value) && value.type === "approved";
}

function checkApprovedExecpolicyAmendmentDecision(
  value: unknown,
): value is ApprovedExecpolicyAmendmentDecision {
  return (
    anObject<ApprovedExecpolicyAmendmentDecision>(value) &&
    value.type === "approved_execpolicy_amendment"
  );
}

function checkApprovedForSessionDecision(value: unknown): value is ApprovedForSessionDecision {
  return anObject<ApprovedForSessionDecision>(value) && value.type === "approved_for_session";
}

function checkNetworkPolicyAmendmentDecision(
  value: unknown,
): value is NetworkPolicyAmendmentDecision {
  return (
    anObject<NetworkPolicyAmendmentDecision>(value) &&
    value.type === "network_policy_amendment" &&
    typeof value.host === "string" &&
    checkNetworkPolicyAction(value.action)
  );
}

function checkDeniedDecision(value: unknown): value is DeniedDecision {
  return anObject<DeniedDecision>(value) && value.type === "denied";
}

function checkAbortDecision(value: unknown): value is AbortDecision {
  return anObject<AbortDecision>(value) && value.type === "abort";
}

function checkReviewDecision(value: unknown): value is ReviewDecision {
  if (!anObject<ReviewDecision>(value)) return false;
  switch (value.type) {
    case "approved":
      return checkApprovedDecision(value);
    case "approved_execpolicy_amendment":
      return checkApprovedExecpolicyAmendmentDecision(value);
    case "approved_for_session":
      return checkApprovedForSessionDecision(value);
    case "network_policy_amendment":
      return checkNetworkPolicyAmendmentDecision(value);
    case "denied":
      return checkDeniedDecision(value);
    case "abort":
      return checkAbortDecision(value);
    default:
      return false;
  }
}

function checkExecApprovalRequestEvent(value: unknown): value is ExecApprovalRequestEventInput {
  return (
    anObject<ExecApprovalRequestEventInput>(value) &&
    typeof value.call_id === "string" &&
    typeof value.approval_id === "string" &&
    typeof value.turn_id === "string" &&
    typeof value.command === "string" &&
    typeof value.cwd === "string" &&
    typeof value.reason === "string" &&
    (value.matched_rule === undefined ||
      value.matched_rule === null ||
      typeof value.matched_rule === "string") &&
    (value.network_approval_context === undefined ||
      value.network_approval_context === null ||
      checkNetworkApprovalContext(value.network_approval_context)) &&
    (value.proposed_execpolicy_amendment === undefined ||
      anArrayOf(value.proposed_execpolicy_amendment, aString)) &&
    (value.proposed_network_policy_amendments === undefined ||
      anArrayOf(value.proposed_network_policy_amendments, checkNetworkPolicyAmendment)) &&
    (value.additional_permissions === undefined ||
      anArrayOf(value.additional_permissions, aString)) &&
    (value.available_decisions === undefined ||
      anArrayOf(value.available_decisions, checkReviewDecision))
  );
}

function checkExecApprovalRequest(value: unknown): value is ExecApprovalRequestInput {
  return (
    anObject<ExecApprovalRequestInput>(value) &&
    value.event === "exec_approval_request" &&
    checkExecApprovalRequestEvent(value.request)
  );
}

function checkApplyPatchApprovalRequest(value: unknown): value is ApplyPatchApprovalRequestInput {
  return (
    anObject<ApplyPatchApprovalRequestInput>(value) &&
    value.event === "apply_patch_approval_request" &&
    checkExecApprovalRequestEvent(value.request)
  );
}

function checkUserInputOption(value: unknown): value is UserInputOption {
  return (
    anObject<UserInputOption>(value) &&
    typeof value.label === "string" &&
    typeof value.description === "string"
  );
}

function checkUserInputQuestion(value: unknown): value is UserInputQuestionInput {
  return (
    anObject<UserInputQuestionInput>(value) &&
    typeof value.header === "string" &&
    typeof value.id === "string" &&
    typeof value.question === "string" &&
    anArrayOf(value.options, checkUserInputOption) &&
    (value.allow_free_text === undefined || typeof value.allow_free_text === "boolean") &&
    (value.multi_select === undefined || typeof value.multi_select === "boolean")
  );
}

function checkUserInputRequestEvent(value: unknown): value is UserInputRequestEventInput {
  return (
    anObject<UserInputRequestEventInput>(value) &&
    typeof value.call_id === "string" &&
    typeof value.turn_id === "string" &&
    typeof value.request_id === "string" &&
    anArrayOf(value.questions, checkUserInputQuestion)
  );
}

function checkUserInputRequest(value: unknown): value is UserInputRequestInput {
  return (
    anObject<UserInputRequestInput>(value) &&
    value.event === "user_input_request" &&
    checkUserInputRequestEvent(value.request)
  );
}

function checkElicitationRequest(value: unknown): value is ElicitationRequest {
  return (
    anObject<ElicitationRequest>(value) &&
    value.event === "elicitation_request" &&
    typeof value.server_name === "string" &&
    typeof value.request_id === "string" &&
    typeof value.prompt === "string"
  );
}

function checkExecCommandBegin(value: unknown): value is ExecCommandBegin {
  return (
    anObject<ExecCommandBegin>(value) &&
    value.event === "exec_command_begin" &&
    typeof value.command === "string" &&
    typeof value.cwd === "string"
  );
}

function checkExecCommandOutputDelta(value: unknown): value is ExecCommandOutputDelta {
  return (
    anObject<ExecCommandOutputDelta>(value) &&
    value.event === "exec_command_output_delta" &&
    typeof value.command === "string" &&
    typeof value.delta === "string"
  );
}

function checkExecCommandEnd(value: unknown): value is ExecCommandEnd {
  return (
    anObject<ExecCommandEnd>(value) &&
    value.event === "exec_command_end" &&
    typeof value.command === "string" &&
    integerWithin(value.exit_code, -2147483648, 2147483647)
  );
}

function checkPatchApplyBegin(value: unknown): value is PatchApplyBegin {
  return (
    anObject<PatchApplyBegin>(value) &&
    value.event === "patch_apply_begin" &&
    typeof value.path === "string"
  );
}

function checkPatchApplyEnd(value: unknown): value is PatchApplyEnd {
  return (
    anObject<PatchApplyEnd>(value) &&
    value.event === "patch_apply_end" &&
    typeof value.path === "string" &&
    typeof value.ok === "boolean"
  );
}

function checkTurnStarted(value: unknown): value is TurnStarted {
  return (
    anObject<TurnStarted>(value) &&
    value.event === "turn_started" &&
    typeof value.turn_id === "string"
  );
}

function checkTurnComplete(value: unknown): value is TurnComplete {
  return (
    anObject<TurnComplete>(value) &&
    value.event === "turn_complete" &&
    typeof value.turn_id === "string"
  );
}

function checkTurnAborted(value: unknown): value is TurnAborted {
  return (
    anObject<TurnAborted>(value) &&
    value.event === "turn_aborted" &&
    typeof value.turn_id === "string" &&
    typeof value.reason === "string"
  );
}

function checkThreadGoalStatus(value: unknown): value is ThreadGoalStatus {
  return (
    value === "active" ||
    value === "paused" ||
    value === "blocked" ||
    value === "usage_limited" ||
    value === "budget_limited" ||
    value === "complete"
  );
}

function checkThreadGoal(value: unknown): value is ThreadGoalInput {
  return (
    anObject<ThreadGoalInput>(value) &&
    typeof value.thread_id === "string" &&
    typeof value.goal_id === "string" &&
    typeof value.objective === "string" &&
    checkThreadGoalStatus(value.status) &&
    (value.token_budget === undefined ||
      value.token_budget === null ||
      Number.isSafeInteger(value.token_budget)) &&
    Number.isSafeInteger(value.tokens_used) &&
    Number.isSafeInteger(value.time_used_seconds) &&
    Number.isSafeInteger(value.continuation_count) &&
    Number.isSafeInteger(value.created_at) &&
    Number.isSafeInteger(value.updated_at)
  );
}

function checkThreadGoalUpdated(value: unknown): value is ThreadGoalUpdatedInput {
  return (
    anObject<ThreadGoalUpdatedInput>(value) &&
    value.event === "thread_goal_updated" &&
    checkThreadGoal(value.goal)
  );
}

function checkThreadGoalCleared(value: unknown): value is ThreadGoalCleared {
  return (
    anObject<ThreadGoalCleared>(value) &&
    value.event === "thread_goal_cleared" &&
    typeof value.thread_id === "string"
  );
}

function checkAgentError(value: unknown): value is AgentError {
  return (
    anObject<AgentError>(value) &&
    value.event === "error" &&
    typeof value.response_id === "string" &&
    typeof value.message === "string"
  );
}

function checkEventFrame(value: unknown): value is EventFrameInput {
  if (!anObject<EventFrameInput>(value)) return false;
  switch (value.event) {
    case "response_start":
      return checkResponseStart(value);
    case "response_delta":
      return checkResponseDelta(value);
    case "response_end":
      return checkResponseEnd(value);
    case "tool_call_start":
      return checkToolCallStart(value);
    case "tool_call_result":
      return checkToolCallResult(value);
    case "mcp_startup_update":
      return checkMcpStartupUpdate(value);
    case "mcp_startup_complete":
      return checkMcpStartupComplete(value);
    case "mcp_tool_call_begin":
      return checkMcpToolCallBegin(value);
    case "mcp_tool_call_end":
      return checkMcpToolCallEnd(value);
    case "exec_approval_request":
      return checkExecApprovalRequest(value);
    case "apply_patch_approval_request":
      return checkApplyPatchApprovalRequest(value);
    case "user_input_request":
      return checkUserInputRequest(value);
    case "elicitation_request":
      return checkElicitationRequest(value);
    case "exec_command_begin":
      return checkExecCommandBegin(value);
    case "exec_command_output_delta":
      return checkExecCommandOutputDelta(value);
    case "exec_command_end":
      return checkExecCommandEnd(value);
    case "patch_apply_begin":
      return checkPatchApplyBegin(value);
    case "patch_apply_end":
      return checkPatchApplyEnd(value);
    case "turn_started":
      return checkTurnStarted(value);
    case "turn_complete":
      return checkTurnComplete(value);
    case "turn_aborted":
      return checkTurnAborted(value);
    case "thread_goal_updated":
      return checkThreadGoalUpdated(value);
    case "thread_goal_cleared":
      return checkThreadGoalCleared(value);
    case "error":
      return checkAgentError(value);
    default:
      return false;
  }
}

// Readers: the value of checked JSON, with its defaults applied.

function readResponseStart(value: ResponseStart): ResponseStart {
  return {
    event: "response_start",
    response_id: value.response_id,
  };
}

function readResponseDelta(value: ResponseDeltaInput): ResponseDelta {
  return {
    event: "response_delta",
    response_id: value.response_id,
    delta: value.delta,
    channel: value.channel ?? "text",
  };
}

function readResponseEnd(value: ResponseEnd): ResponseEnd {
  return {
    event: "response_end",
    response_id: value.response_id,
  };
}

function readToolCallStart(value: ToolCallStart): ToolCallStart {
  return {
    event: "tool_call_start",
    response_id: value.response_id,
    tool_name: value.tool_name,
    arguments: value.arguments,
  };
}

function readToolCallResult(value: ToolCallResult): ToolCallResult {
  return {
    event: "tool_call_result",
    response_id: value.response_id,
    tool_name: value.tool_name,
    output: value.output,
  };
}

function readMcpStartupFailedStatus(value: McpStartupFailedStatus): McpStartupFailedStatus {
  return {
    error: value.error,
  };
}

function readMcpStartupStatus(value: McpStartupStatus): McpStartupStatus {
  if (typeof value === "string") return value;
  return { failed: readMcpStartupFailedStatus(value.failed) };
}

function readMcpStartupUpdateEvent(value: McpStartupUpdateEvent): McpStartupUpdateEvent {
  return {
    server_name: value.server_name,
    status: readMcpStartupStatus(value.status),
  };
}

function readMcpStartupUpdate(value: McpStartupUpdate): McpStartupUpdate {
  return {
    event: "mcp_startup_update",
    update: readMcpStartupUpdateEvent(value.update),
  };
}

function readMcpStartupFailure(value: McpStartupFailure): McpStartupFailure {
  return {
    server_name: value.server_name,
    error: value.error,
  };
}

function readMcpStartupCompleteEvent(value: McpStartupCompleteEvent): McpStartupCompleteEvent {
  return {
    ready: value.ready,
    failed: value.failed.map(readMcpStartupFailure),
    cancelled: value.cancelled,
  };
}

function readMcpStartupComplete(value: McpStartupComplete): McpStartupComplete {
  return {
    event: "mcp_startup_complete",
    summary: readMcpStartupCompleteEvent(value.summary),
  };
}

function readMcpToolCallBegin(value: McpToolCallBegin): McpToolCallBegin {
  return {
    event: "mcp_tool_call_begin",
    server_name: value.server_name,
    tool_name: value.tool_name,
  };
}

function readMcpToolCallEnd(value: McpToolCallEnd): McpToolCallEnd {
  return {
    event: "mcp_tool_call_end",
    server_name: value.server_name,
    tool_name: value.tool_name,
    ok: value.ok,
  };
}

function readNetworkApprovalContext(value: NetworkApprovalContext): NetworkApprovalContext {
  return {
    host: value.host,
    protocol: value.protocol,
  };
}

function readNetworkPolicyAmendment(value: NetworkPolicyAmendment): NetworkPolicyAmendment {
  return {
    host: value.host,
    action: value.action,
  };
}

function readApprovedDecision(_value: ApprovedDecision): ApprovedDecision {
  return {
    type: "approved",
  };
}

function readApprovedExecpolicyAmendmentDecision(
  _value: ApprovedExecpolicyAmendmentDecision,
): ApprovedExecpolicyAmendmentDecision {
  return {
    type: "approved_execpolicy_amendment",
  };
}

function readApprovedForSessionDecision(
  _value: ApprovedForSessionDecision,
): ApprovedForSessionDecision {
  return {
    type: "approved_for_session",
  };
}

function readNetworkPolicyAmendmentDecision(
  value: NetworkPolicyAmendmentDecision,
): NetworkPolicyAmendmentDecision {
  return {
    type: "network_policy_amendment",
    host: value.host,
    action: value.action,
  };
}

function readDeniedDecision(_value: DeniedDecision): DeniedDecision {
  return {
    type: "denied",
  };
}

function readAbortDecision(_value: AbortDecision): AbortDecision {
  return {
    type: "abort",
  };
}

function readReviewDecision(value: ReviewDecision): ReviewDecision {
  switch (value.type) {
    case "approved":
      return readApprovedDecision(value);
    case "approved_execpolicy_amendment":
      return readApprovedExecpolicyAmendmentDecision(value);
    case "approved_for_session":
      return readApprovedForSessionDecision(value);
    case "network_policy_amendment":
      return readNetworkPolicyAmendmentDecision(value);
    case "denied":
      return readDeniedDecision(value);
    case "abort":
      return readAbortDecision(value);
  }
}

function readExecApprovalRequestEvent(
  value: ExecApprovalRequestEventInput,
): ExecApprovalRequestEvent {
  return {
    call_id: value.call_id,
    approval_id: value.approval_id,
    turn_id: value.turn_id,
    command: value.command,
    cwd: value.cwd,
    reason: value.reason,
    matched_rule: value.matched_rule ?? null,
    network_approval_context: orNull(value.network_approval_context, readNetworkApprovalContext),
    proposed_execpolicy_amendment: value.proposed_execpolicy_amendment ?? [],
    proposed_network_policy_amendments: (value.proposed_network_policy_amendments ?? []).map(
      readNetworkPolicyAmendment,
    ),
    additional_permissions: value.additional_permissions ?? [],
    available_decisions: (value.available_decisions ?? []).map(readReviewDecision),
  };
}

function readExecApprovalRequest(value: ExecApprovalRequestInput): ExecApprovalRequest {
  return {
    event: "exec_approval_request",
    request: readExecApprovalRequestEvent(value.request),
  };
}

function readApplyPatchApprovalRequest(
  value: ApplyPatchApprovalRequestInput,
): ApplyPatchApprovalRequest {
  return {
    event: "apply_patch_approval_request",
    request: readExecApprovalRequestEvent(value.request),
  };
}

function readUserInputOption(value: UserInputOption): UserInputOption {
  return {
    label: value.label,
    description: value.description,
  };
}

function readUserInputQuestion(value: UserInputQuestionInput): UserInputQuestion {
  return {
    header: value.header,
    id: value.id,
    question: value.question,
    options: value.options.map(readUserInputOption),
    allow_free_text: value.allow_free_text ?? false,
    multi_select: value.multi_select ?? false,
  };
}

function readUserInputRequestEvent(value: UserInputRequestEventInput): UserInputRequestEvent {
  return {
    call_id: value.call_id,
    turn_id: value.turn_id,
    request_id: value.request_id,
    questions: value.questions.map(readUserInputQuestion),
  };
}

function readUserInputRequest(value: UserInputRequestInput): UserInputRequest {
  return {
    event: "user_input_request",
    request: readUserInputRequestEvent(value.request),
  };
}

function readElicitationRequest(value: ElicitationRequest): ElicitationRequest {
  return {
    event: "elicitation_request",
    server_name: value.server_name,
    request_id: value.request_id,
    prompt: value.prompt,
  };
}

function readExecCommandBegin(value: ExecCommandBegin): ExecCommandBegin {
  return {
    event: "exec_command_begin",
    command: value.command,
    cwd: value.cwd,
  };
}

function readExecCommandOutputDelta(value: ExecCommandOutputDelta): ExecCommandOutputDelta {
  return {
    event: "exec_command_output_delta",
    command: value.command,
    delta: value.delta,
  };
}

function readExecCommandEnd(value: ExecCommandEnd): ExecCommandEnd {
  return {
    event: "exec_command_end",
    command: value.command,
    exit_code: value.exit_code,
  };
}

function readPatchApplyBegin(value: PatchApplyBegin): PatchApplyBegin {
  return {
    event: "patch_apply_begin",
    path: value.path,
  };
}

function readPatchApplyEnd(value: PatchApplyEnd): PatchApplyEnd {
  return {
    event: "patch_apply_end",
    path: value.path,
    ok: value.ok,
  };
}

function readTurnStarted(value: TurnStarted): TurnStarted {
  return {
    event: "turn_started",
    turn_id: value.turn_id,
  };
}

function readTurnComplete(value: TurnComplete): TurnComplete {
  return {
    event: "turn_complete",
    turn_id: value.turn_id,
  };
}

function readTurnAborted(value: TurnAborted): TurnAborted {
  return {
    event: "turn_aborted",
    turn_id: value.turn_id,
    reason: value.reason,
  };
}

function readThreadGoal(value: ThreadGoalInput): ThreadGoal {
  return {
    thread_id: value.thread_id,
    goal_id: value.goal_id,
    objective: value.objective,
    status: value.status,
    token_budget: value.token_budget ?? null,
    tokens_used: value.tokens_used,
    time_used_seconds: value.time_used_seconds,
    continuation_count: value.continuation_count,
    created_at: value.created_at,
    updated_at: value.updated_at,
  };
}

function readThreadGoalUpdated(value: ThreadGoalUpdatedInput): ThreadGoalUpdated {
  return {
    event: "thread_goal_updated",
    goal: readThreadGoal(value.goal),
  };
}

function readThreadGoalCleared(value: ThreadGoalCleared): ThreadGoalCleared {
  return {
    event: "thread_goal_cleared",
    thread_id: value.thread_id,
  };
}

function readAgentError(value: AgentError): AgentError {
  return {
    event: "error",
    response_id: value.response_id,
    message: value.message,
  };
}

function readEventFrame(value: EventFrameInput): EventFrame {
  switch (value.event) {
    case "response_start":
      return readResponseStart(value);
    case "response_delta":
      return readResponseDelta(value);
    case "response_end":
      return readResponseEnd(value);
    case "tool_call_start":
      return readToolCallStart(value);
    case "tool_call_result":
      return readToolCallResult(value);
    case "mcp_startup_update":
      return readMcpStartupUpdate(value);
    case "mcp_startup_complete":
      return readMcpStartupComplete(value);
    case "mcp_tool_call_begin":
      return readMcpToolCallBegin(value);
    case "mcp_tool_call_end":
      return readMcpToolCallEnd(value);
    case "exec_approval_request":
      return readExecApprovalRequest(value);
    case "apply_patch_approval_request":
      return readApplyPatchApprovalRequest(value);
    case "user_input_request":
      return readUserInputRequest(value);
    case "elicitation_request":
      return readElicitationRequest(value);
    case "exec_command_begin":
      return readExecCommandBegin(value);
    case "exec_command_output_delta":
      return readExecCommandOutputDelta(value);
    case "exec_command_end":
      return readExecCommandEnd(value);
    case "patch_apply_begin":
      return readPatchApplyBegin(value);
    case "patch_apply_end":
      return readPatchApplyEnd(value);
    case "turn_started":
      return readTurnStarted(value);
    case "turn_complete":
      return readTurnComplete(value);
    case "turn_aborted":
      return readTurnAborted(value);
    case "thread_goal_updated":
      return readThreadGoalUpdated(value);
    case "thread_goal_cleared":
      return readThreadGoalCleared(value);
    case "error":
      return readAgentError(value);
  }
}

// Writers: the JSON of a value.

function writeResponseStart(value: ResponseStart): JsonValue {
  return {
    event: value.event,
    response_id: value.response_id,
  };
}

function writeResponseDelta(value: ResponseDelta): JsonValue {
  return {
    event: value.event,
    response_id: value.response_id,
    delta: value.delta,
    ...(value.channel === "text" ? {} : { channel: value.channel }),
  };
}

function writeResponseEnd(value: ResponseEnd): JsonValue {
  return {
    event: value.event,
    response_id: value.response_id,
  };
}

function writeToolCallStart(value: ToolCallStart): JsonValue {
  return {
    event: value.event,
    response_id: value.response_id,
    tool_name: value.tool_name,
    arguments: value.arguments,
  };
}

function writeToolCallResult(value: ToolCallResult): JsonValue {
  return {
    event: value.event,
    response_id: value.response_id,
    tool_name: value.tool_name,
    output: value.output,
  };
}

function writeMcpStartupFailedStatus(value: McpStartupFailedStatus): JsonValue {
  return {
    error: value.error,
  };
}

function writeMcpStartupStatus(value: McpStartupStatus | UnknownMcpStartupStatus): JsonValue {
  if (value instanceof UnknownMcpStartupStatus) return value.raw;
  if (typeof value === "string") return value;
  return { failed: writeMcpStartupFailedStatus(value.failed) };
}

function writeMcpStartupUpdateEvent(value: McpStartupUpdateEvent): JsonValue {
  return {
    server_name: value.server_name,
    status: writeMcpStartupStatus(value.status),
  };
}

function writeMcpStartupUpdate(value: McpStartupUpdate): JsonValue {
  return {
    event: value.event,
    update: writeMcpStartupUpdateEvent(value.update),
  };
}

function writeMcpStartupFailure(value: McpStartupFailure): JsonValue {
  return {
    server_name: value.server_name,
    error: value.error,
  };
}

function writeMcpStartupCompleteEvent(value: McpStartupCompleteEvent): JsonValue {
  return {
    ready: value.ready,
    failed: value.failed.map(writeMcpStartupFailure),
    cancelled: value.cancelled,
  };
}

function writeMcpStartupComplete(value: McpStartupComplete): JsonValue {
  return {
    event: value.event,
    summary: writeMcpStartupCompleteEvent(value.summary),
  };
}

function writeMcpToolCallBegin(value: McpToolCallBegin): JsonValue {
  return {
    event: value.event,
    server_name: value.server_name,
    tool_name: value.tool_name,
  };
}

function writeMcpToolCallEnd(value: McpToolCallEnd): JsonValue {
  return {
    event: value.event,
    server_name: value.server_name,
    tool_name: value.tool_name,
    ok: value.ok,
  };
}

function writeNetworkApprovalContext(value: NetworkApprovalContext): JsonValue {
  return {
    host: value.host,
    protocol: value.protocol,
  };
}

function writeNetworkPolicyAmendment(value: NetworkPolicyAmendment): JsonValue {
  return {
    host: value.host,
    action: value.action,
  };
}

function writeApprovedDecision(value: ApprovedDecision): JsonValue {
  return {
    type: value.type,
  };
}

function writeApprovedExecpolicyAmendmentDecision(
  value: ApprovedExecpolicyAmendmentDecision,
): JsonValue {
  return {
    type: value.type,
  };
}

function writeApprovedForSessionDecision(value: ApprovedForSessionDecision): JsonValue {
  return {
    type: value.type,
  };
}

function writeNetworkPolicyAmendmentDecision(value: NetworkPolicyAmendmentDecision): JsonValue {
  return {
    type: value.type,
    host: value.host,
    action: value.action,
  };
}

function writeDeniedDecision(value: DeniedDecision): JsonValue {
  return {
    type: value.type,
  };
}

function writeAbortDecision(value: AbortDecision): JsonValue {
  return {
    type: value.type,
  };
}

function writeReviewDecision(value: ReviewDecision | UnknownReviewDecision): JsonValue {
  if (value instanceof UnknownReviewDecision) return value.raw;
  switch (value.type) {
    case "approved":
      return writeApprovedDecision(value);
    case "approved_execpolicy_amendment":
      return writeApprovedExecpolicyAmendmentDecision(value);
    case "approved_for_session":
      return writeApprovedForSessionDecision(value);
    case "network_policy_amendment":
      return writeNetworkPolicyAmendmentDecision(value);
    case "denied":
      return writeDeniedDecision(value);
    case "abort":
      return writeAbortDecision(value);
  }
}

function writeExecApprovalRequestEvent(value: ExecApprovalRequestEvent): JsonValue {
  return {
    call_id: value.call_id,
    approval_id: value.approval_id,
    turn_id: value.turn_id,
    command: value.command,
    cwd: value.cwd,
    reason: value.reason,
    ...(value.matched_rule === null ? {} : { matched_rule: value.matched_rule }),
    ...(value.network_approval_context === null
      ? {}
      : { network_approval_context: writeNetworkApprovalContext(value.network_approval_context) }),
    proposed_execpolicy_amendment: value.proposed_execpolicy_amendment,
    proposed_network_policy_amendments: value.proposed_network_policy_amendments.map(
      writeNetworkPolicyAmendment,
    ),
    additional_permissions: value.additional_permissions,
    available_decisions: value.available_decisions.map(writeReviewDecision),
  };
}

function writeExecApprovalRequest(value: ExecApprovalRequest): JsonValue {
  return {
    event: value.event,
    request: writeExecApprovalRequestEvent(value.request),
  };
}

function writeApplyPatchApprovalRequest(value: ApplyPatchApprovalRequest): JsonValue {
  return {
    event: value.event,
    request: writeExecApprovalRequestEvent(value.request),
  };
}

function writeUserInputOption(value: UserInputOption): JsonValue {
  return {
    label: value.label,
    description: value.description,
  };
}

function writeUserInputQuestion(value: UserInputQuestion): JsonValue {
  return {
    header: value.header,
    id: value.id,
    question: value.question,
    options: value.options.map(writeUserInputOption),
    allow_free_text: value.allow_free_text,
    multi_select: value.multi_select,
  };
}

function writeUserInputRequestEvent(value: UserInputRequestEvent): JsonValue {
  return {
    call_id: value.call_id,
    turn_id: value.turn_id,
    request_id: value.request_id,
    questions: value.questions.map(writeUserInputQuestion),
  };
}

function writeUserInputRequest(value: UserInputRequest): JsonValue {
  return {
    event: value.event,
    request: writeUserInputRequestEvent(value.request),
  };
}

function writeElicitationRequest(value: ElicitationRequest): JsonValue {
  return {
    event: value.event,
    server_name: value.server_name,
    request_id: value.request_id,
    prompt: value.prompt,
  };
}

function writeExecCommandBegin(value: ExecCommandBegin): JsonValue {
  return {
    event: value.event,
    command: value.command,
    cwd: value.cwd,
  };
}

function writeExecCommandOutputDelta(value: ExecCommandOutputDelta): JsonValue {
  return {
    event: value.event,
    command: value.command,
    delta: value.delta,
  };
}

function writeExecCommandEnd(value: ExecCommandEnd): JsonValue {
  return {
    event: value.event,
    command: value.command,
    exit_code: value.exit_code,
  };
}

function writePatchApplyBegin(value: PatchApplyBegin): JsonValue {
  return {
    event: value.event,
    path: value.path,
  };
}

function writePatchApplyEnd(value: PatchApplyEnd): JsonValue {
  return {
    event: value.event,
    path: value.path,
    ok: value.ok,
  };
}

function writeTurnStarted(value: TurnStarted): JsonValue {
  return {
    event: value.event,
    turn_id: value.turn_id,
  };
}

function writeTurnComplete(value: TurnComplete): JsonValue {
  return {
    event: value.event,
    turn_id: value.turn_id,
  };
}

function writeTurnAborted(value: TurnAborted): JsonValue {
  return {
    event: value.event,
    turn_id: value.turn_id,
    reason: value.reason,
  };
}

function writeThreadGoal(value: ThreadGoal): JsonValue {
  return {
    thread_id: value.thread_id,
    goal_id: value.goal_id,
    objective: value.objective,
    status: value.status,
    ...(value.token_budget === null ? {} : { token_budget: value.token_budget }),
    tokens_used: value.tokens_used,
    time_used_seconds: value.time_used_seconds,
    continuation_count: value.continuation_count,
    created_at: value.created_at,
    updated_at: value.updated_at,
  };
}

function writeThreadGoalUpdated(value: ThreadGoalUpdated): JsonValue {
  return {
    event: value.event,
    goal: writeThreadGoal(value.goal),
  };
}

function writeThreadGoalCleared(value: ThreadGoalCleared): JsonValue {
  return {
    event: value.event,
    thread_id: value.thread_id,
  };
}

function writeAgentError(value: AgentError): JsonValue {
  return {
    event: value.event,
    response_id: value.response_id,
    message: value.message,
  };
}

function writeEventFrame(value: EventFrame | UnknownEventFrame): JsonValue {
  if (value instanceof UnknownEventFrame) return value.raw;
  switch (value.event) {
    case "response_start":
      return writeResponseStart(value);
    case "response_delta":
      return writeResponseDelta(value);
    case "response_end":
      return writeResponseEnd(value);
    case "tool_call_start":
      return writeToolCallStart(value);
    case "tool_call_result":
      return writeToolCallResult(value);
    case "mcp_startup_update":
      return writeMcpStartupUpdate(value);
    case "mcp_startup_complete":
      return writeMcpStartupComplete(value);
    case "mcp_tool_call_begin":
      return writeMcpToolCallBegin(value);
    case "mcp_tool_call_end":
      return writeMcpToolCallEnd(value);
    case "exec_approval_request":
      return writeExecApprovalRequest(value);
    case "apply_patch_approval_request":
      return writeApplyPatchApprovalRequest(value);
    case "user_input_request":
      return writeUserInputRequest(value);
    case "elicitation_request":
      return writeElicitationRequest(value);
    case "exec_command_begin":
      return writeExecCommandBegin(value);
    case "exec_command_output_delta":
      return writeExecCommandOutputDelta(value);
    case "exec_command_end":
      return writeExecCommandEnd(value);
    case "patch_apply_begin":
      return writePatchApplyBegin(value);
    case "patch_apply_end":
      return writePatchApplyEnd(value);
    case "turn_started":
      return writeTurnStarted(value);
    case "turn_complete":
      return writeTurnComplete(value);
    case "turn_aborted":
      return writeTurnAborted(value);
    case "thread_goal_updated":
      return writeThreadGoalUpdated(value);
    case "thread_goal_cleared":
      return writeThreadGoalCleared(value);
    case "error":
      return writeAgentError(value);
  }
}

// Rules: the schemas themselves. They find every issue of a value that failed its check.

function responseStartRule(): Rule {
  return record(required("event", constant("response_start")), required("response_id", STRING));
}

function responseChannelRule(): Rule {
  return typed("string", among("text", "reasoning"));
}

function responseDeltaRule(): Rule {
  return record(
    required("event", constant("response_delta")),
    required("response_id", STRING),
    required("delta", STRING),
    optional("channel", ref(responseChannelRule)),
  );
}

function responseEndRule(): Rule {
  return record(required("event", constant("response_end")), required("response_id", STRING));
}

function toolCallStartRule(): Rule {
  return record(
    required("event", constant("tool_call_start")),
    required("response_id", STRING),
    required("tool_name", STRING),
    required("arguments", ANY_JSON),
  );
}

function toolCallResultRule(): Rule {
  return record(
    required("event", constant("tool_call_result")),
    required("response_id", STRING),
    required("tool_name", STRING),
    required("output", ANY_JSON),
  );
}

function mcpStartupFailedStatusRule(): Rule {
  return record(required("error", STRING));
}

function mcpStartupStatusVariants(): Variant[] {
  return [
    variant("starting"),
    variant("ready"),
    variant("failed", ref(mcpStartupFailedStatusRule)),
    variant("cancelled"),
  ];
}

function mcpStartupStatusRule(): Rule {
  return external(mcpStartupStatusVariants());
}

function mcpStartupUpdateEventRule(): Rule {
  return record(required("server_name", STRING), required("status", ref(mcpStartupStatusRule)));
}

function mcpStartupUpdateRule(): Rule {
  return record(
    required("event", constant("mcp_startup_update")),
    required("update", ref(mcpStartupUpdateEventRule)),
  );
}

function mcpStartupFailureRule(): Rule {
  return record(required("server_name", STRING), required("error", STRING));
}

function mcpStartupCompleteEventRule(): Rule {
  return record(
    required("ready", arrayOf(STRING)),
    required("failed", arrayOf(ref(mcpStartupFailureRule))),
    required("cancelled", arrayOf(STRING)),
  );
}

function mcpStartupCompleteRule(): Rule {
  return record(
    required("event", constant("mcp_startup_complete")),
    required("summary", ref(mcpStartupCompleteEventRule)),
  );
}

function mcpToolCallBeginRule(): Rule {
  return record(
    required("event", constant("mcp_tool_call_begin")),
    required("server_name", STRING),
    required("tool_name", STRING),
  );
}

function mcpToolCallEndRule(): Rule {
  return record(
    required("event", constant("mcp_tool_call_end")),
    required("server_name", STRING),
    required("tool_name", STRING),
    required("ok", BOOLEAN),
  );
}

function networkApprovalContextRule(): Rule {
  return record(required("host", STRING), required("protocol", STRING));
}

function networkPolicyActionRule(): Rule {
  return typed("string", among("allow", "deny"));
}

function networkPolicyAmendmentRule(): Rule {
  return record(required("host", STRING), required("action", ref(networkPolicyActionRule)));
}

function approvedDecisionRule(): Rule {
  return record(required("type", constant("approved")));
}

function approvedExecpolicyAmendmentDecisionRule(): Rule {
  return record(required("type", constant("approved_execpolicy_amendment")));
}

function approvedForSessionDecisionRule(): Rule {
  return record(required("type", constant("approved_for_session")));
}

function networkPolicyAmendmentDecisionRule(): Rule {
  return record(
    required("type", constant("network_policy_amendment")),
    required("host", STRING),
    required("action", ref(networkPolicyActionRule)),
  );
}

function deniedDecisionRule(): Rule {
  return record(required("type", constant("denied")));
}

function abortDecisionRule(): Rule {
  return record(required("type", constant("abort")));
}

function reviewDecisionVariants(): Variant[] {
  return [
    variant("approved", ref(approvedDecisionRule)),
    variant("approved_execpolicy_amendment", ref(approvedExecpolicyAmendmentDecisionRule)),
    variant("approved_for_session", ref(approvedForSessionDecisionRule)),
    variant("network_policy_amendment", ref(networkPolicyAmendmentDecisionRule)),
    variant("denied", ref(deniedDecisionRule)),
    variant("abort", ref(abortDecisionRule)),
  ];
}

function reviewDecisionRule(): Rule {
  return internal(["type"], reviewDecisionVariants());
}

function execApprovalRequestEventRule(): Rule {
  return record(
    required("call_id", STRING),
    required("approval_id", STRING),
    required("turn_id", STRING),
    required("command", STRING),
    required("cwd", STRING),
    required("reason", STRING),
    optional("matched_rule", typed(["null", "string"])),
    optional("network_approval_context", nullable(ref(networkApprovalContextRule))),
    optional("proposed_execpolicy_amendment", arrayOf(STRING)),
    optional("proposed_network_policy_amendments", arrayOf(ref(networkPolicyAmendmentRule))),
    optional("additional_permissions", arrayOf(STRING)),
    optional("available_decisions", arrayOf(ref(reviewDecisionRule))),
  );
}

function execApprovalRequestRule(): Rule {
  return record(
    required("event", constant("exec_approval_request")),
    required("request", ref(execApprovalRequestEventRule)),
  );
}

function applyPatchApprovalRequestRule(): Rule {
  return record(
    required("event", constant("apply_patch_approval_request")),
    required("request", ref(execApprovalRequestEventRule)),
  );
}

function userInputOptionRule(): Rule {
  return record(required("label", STRING), required("description", STRING));
}

function userInputQuestionRule(): Rule {
  return record(
    required("header", STRING),
    required("id", STRING),
    required("question", STRING),
    required("options", arrayOf(ref(userInputOptionRule))),
    optional("allow_free_text", BOOLEAN),
    optional("multi_select", BOOLEAN),
  );
}

function userInputRequestEventRule(): Rule {
  return record(
    required("call_id", STRING),
    required("turn_id", STRING),
    required("request_id", STRING),
    required("questions", arrayOf(ref(userInputQuestionRule))),
  );
}

function userInputRequestRule(): Rule {
  return record(
    required("event", constant("user_input_request")),
    required("request", ref(userInputRequestEventRule)),
  );
}

function elicitationRequestRule(): Rule {
  return record(
    required("event", constant("elicitation_request")),
    required("server_name", STRING),
    required("request_id", STRING),
    required("prompt", STRING),
  );
}

function execCommandBeginRule(): Rule {
  return record(
    required("event", constant("exec_command_begin")),
    required("command", STRING),
    required("cwd", STRING),
  );
}

function execCommandOutputDeltaRule(): Rule {
  return record(
    required("event", constant("exec_command_output_delta")),
    required("command", STRING),
    required("delta", STRING),
  );
}

function execCommandEndRule(): Rule {
  return record(
    required("event", constant("exec_command_end")),
    required("command", STRING),
    required("exit_code", INT32),
  );
}

function patchApplyBeginRule(): Rule {
  return record(required("event", constant("patch_apply_begin")), required("path", STRING));
}

function patchApplyEndRule(): Rule {
  return record(
    required("event", constant("patch_apply_end")),
    required("path", STRING),
    required("ok", BOOLEAN),
  );
}

function turnStartedRule(): Rule {
  return record(required("event", constant("turn_started")), required("turn_id", STRING));
}

function turnCompleteRule(): Rule {
  return record(required("event", constant("turn_complete")), required("turn_id", STRING));
}

function turnAbortedRule(): Rule {
  return record(
    required("event", constant("turn_aborted")),
    required("turn_id", STRING),
    required("reason", STRING),
  );
}

function threadGoalStatusRule(): Rule {
  return typed(
    "string",
    among("active", "paused", "blocked", "usage_limited", "budget_limited", "complete"),
  );
}

function threadGoalRule(): Rule {
  return record(
    required("thread_id", STRING),
    required("goal_id", STRING),
    required("objective", STRING),
    required("status", ref(threadGoalStatusRule)),
    optional(
      "token_budget",
      typed(["null", "integer"], minimum(-9223372036854775808n), maximum(9223372036854775807n)),
    ),
    required("tokens_used", INT64),
    required("time_used_seconds", INT64),
    required("continuation_count", INT64),
    required("created_at", INT64),
    required("updated_at", INT64),
  );
}

function threadGoalUpdatedRule(): Rule {
  return record(
    required("event", constant("thread_goal_updated")),
    required("goal", ref(threadGoalRule)),
  );
}

function threadGoalClearedRule(): Rule {
  return record(required("event", constant("thread_goal_cleared")), required("thread_id", STRING));
}

function agentErrorRule(): Rule {
  return record(
    required("event", constant("error")),
    required("response_id", STRING),
    required("message", STRING),
  );
}

function eventFrameVariants(): Variant[] {
  return [
    variant("response_start", ref(responseStartRule)),
    variant("response_delta", ref(responseDeltaRule)),
    variant("response_end", ref(responseEndRule)),
    variant("tool_call_start", ref(toolCallStartRule)),
    variant("tool_call_result", ref(toolCallResultRule)),
    variant("mcp_startup_update", ref(mcpStartupUpdateRule)),
    variant("mcp_startup_complete", ref(mcpStartupCompleteRule)),
    variant("mcp_tool_call_begin", ref(mcpToolCallBeginRule)),
    variant("mcp_tool_call_end", ref(mcpToolCallEndRule)),
    variant("exec_approval_request", ref(execApprovalRequestRule)),
    variant("apply_patch_approval_request", ref(applyPatchApprovalRequestRule)),
    variant("user_input_request", ref(userInputRequestRule)),
    variant("elicitation_request", ref(elicitationRequestRule)),
    variant("exec_command_begin", ref(execCommandBeginRule)),
    variant("exec_command_output_delta", ref(execCommandOutputDeltaRule)),
    variant("exec_command_end", ref(execCommandEndRule)),
    variant("patch_apply_begin", ref(patchApplyBeginRule)),
    variant("patch_apply_end", ref(patchApplyEndRule)),
    variant("turn_started", ref(turnStartedRule)),
    variant("turn_complete", ref(turnCompleteRule)),
    variant("turn_aborted", ref(turnAbortedRule)),
    variant("thread_goal_updated", ref(threadGoalUpdatedRule)),
    variant("thread_goal_cleared", ref(threadGoalClearedRule)),
    variant("error", ref(agentErrorRule)),
  ];
}

function eventFrameRule(): Rule {
  return internal(["event"], eventFrameVariants());
}
