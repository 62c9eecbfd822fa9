/** Both protocols in zod/mini, as somebody who knows it writes them. */

import * as z from "zod/mini";

const u64 = z.int().check(z.nonnegative()); // `int` is safe integers only
const i64 = z.int();

const EventMeta = z.object({
  event_id: z.string(),
  occurred_at: z.iso.datetime({ offset: true }),
  trace_id: z._default(z.nullable(z.string()), null),
});
const TokenUsage = z.object({
  prompt_tokens: u64,
  completion_tokens: u64,
  total_tokens: u64,
});
const SessionStarted = z.object({ meta: EventMeta, session_id: z.string(), model: z.string() });
const SessionCompleted = z.object({
  meta: EventMeta,
  session_id: z.string(),
  status: z.enum(["running", "completed", "error", "cancelled"]),
});
const RoundStarted = z.object({
  meta: EventMeta,
  round_id: z.string(),
  session_id: z.string(),
  model: z.string(),
});
const RoundCompleted = z.object({
  meta: EventMeta,
  round_id: z.string(),
  session_id: z.string(),
  status: z.enum(["running", "success", "error", "cancelled"]),
  usage: TokenUsage,
  latency_ms: u64,
  error: z._default(z.nullable(z.string()), null),
});
const ToolCalled = z.object({
  meta: EventMeta,
  tool_call_id: z.string(),
  round_id: z.string(),
  session_id: z.string(),
  tool_name: z.string(),
  latency_ms: u64,
  success: z.boolean(),
});
const MessageCountUpdated = z.object({
  meta: EventMeta,
  session_id: z.string(),
  message_count: z.uint32(),
});

export const ChatEvent = z.union([
  z.strictObject({ SessionStarted }),
  z.strictObject({ SessionCompleted }),
  z.strictObject({ RoundStarted }),
  z.strictObject({ RoundCompleted }),
  z.strictObject({ ToolCalled }),
  z.strictObject({ MessageCountUpdated }),
]);

const McpStartupStatus = z.union([
  z.enum(["starting", "ready", "cancelled"]),
  z.strictObject({ failed: z.object({ error: z.string() }) }),
]);
const NetworkPolicyAmendment = z.object({ host: z.string(), action: z.enum(["allow", "deny"]) });
const ReviewDecision = z.discriminatedUnion("type", [
  z.object({ type: z.literal("approved") }),
  z.object({ type: z.literal("approved_execpolicy_amendment") }),
  z.object({ type: z.literal("approved_for_session") }),
  z.object({
    type: z.literal("network_policy_amendment"),
    host: z.string(),
    action: z.enum(["allow", "deny"]),
  }),
  z.object({ type: z.literal("denied") }),
  z.object({ type: z.literal("abort") }),
]);
const ExecApprovalRequestEvent = z.object({
  call_id: z.string(),
  approval_id: z.string(),
  turn_id: z.string(),
  command: z.string(),
  cwd: z.string(),
  reason: z.string(),
  matched_rule: z._default(z.nullable(z.string()), null),
  network_approval_context: z._default(
    z.nullable(z.object({ host: z.string(), protocol: z.string() })),
    null,
  ),
  proposed_execpolicy_amendment: z._default(z.array(z.string()), []),
  proposed_network_policy_amendments: z._default(z.array(NetworkPolicyAmendment), []),
  additional_permissions: z._default(z.array(z.string()), []),
  available_decisions: z._default(z.array(ReviewDecision), []),
});
const UserInputQuestion = z.object({
  header: z.string(),
  id: z.string(),
  question: z.string(),
  options: z.array(z.object({ label: z.string(), description: z.string() })),
  allow_free_text: z._default(z.boolean(), false),
  multi_select: z._default(z.boolean(), false),
});
const UserInputRequestEvent = z.object({
  call_id: z.string(),
  turn_id: z.string(),
  request_id: z.string(),
  questions: z.array(UserInputQuestion),
});
const ThreadGoal = z.object({
  thread_id: z.string(),
  goal_id: z.string(),
  objective: z.string(),
  status: z.enum(["active", "paused", "blocked", "usage_limited", "budget_limited", "complete"]),
  token_budget: z._default(z.nullable(i64), null),
  tokens_used: i64,
  time_used_seconds: i64,
  continuation_count: i64,
  created_at: i64,
  updated_at: i64,
});

export const EventFrame = z.discriminatedUnion("event", [
  z.object({ event: z.literal("response_start"), response_id: z.string() }),
  z.object({
    event: z.literal("response_delta"),
    response_id: z.string(),
    delta: z.string(),
    channel: z._default(z.enum(["text", "reasoning"]), "text"),
  }),
  z.object({ event: z.literal("response_end"), response_id: z.string() }),
  z.object({
    event: z.literal("tool_call_start"),
    response_id: z.string(),
    tool_name: z.string(),
    arguments: z.nonoptional(z.unknown()),
  }),
  z.object({
    event: z.literal("tool_call_result"),
    response_id: z.string(),
    tool_name: z.string(),
    output: z.nonoptional(z.unknown()),
  }),
  z.object({
    event: z.literal("mcp_startup_update"),
    update: z.object({ server_name: z.string(), status: McpStartupStatus }),
  }),
  z.object({
    event: z.literal("mcp_startup_complete"),
    summary: z.object({
      ready: z.array(z.string()),
      failed: z.array(z.object({ server_name: z.string(), error: z.string() })),
      cancelled: z.array(z.string()),
    }),
  }),
  z.object({
    event: z.literal("mcp_tool_call_begin"),
    server_name: z.string(),
    tool_name: z.string(),
  }),
  z.object({
    event: z.literal("mcp_tool_call_end"),
    server_name: z.string(),
    tool_name: z.string(),
    ok: z.boolean(),
  }),
  z.object({ event: z.literal("exec_approval_request"), request: ExecApprovalRequestEvent }),
  z.object({ event: z.literal("apply_patch_approval_request"), request: ExecApprovalRequestEvent }),
  z.object({ event: z.literal("user_input_request"), request: UserInputRequestEvent }),
  z.object({
    event: z.literal("elicitation_request"),
    server_name: z.string(),
    request_id: z.string(),
    prompt: z.string(),
  }),
  z.object({ event: z.literal("exec_command_begin"), command: z.string(), cwd: z.string() }),
  z.object({
    event: z.literal("exec_command_output_delta"),
    command: z.string(),
    delta: z.string(),
  }),
  z.object({ event: z.literal("exec_command_end"), command: z.string(), exit_code: z.int32() }),
  z.object({ event: z.literal("patch_apply_begin"), path: z.string() }),
  z.object({ event: z.literal("patch_apply_end"), path: z.string(), ok: z.boolean() }),
  z.object({ event: z.literal("turn_started"), turn_id: z.string() }),
  z.object({ event: z.literal("turn_complete"), turn_id: z.string() }),
  z.object({ event: z.literal("turn_aborted"), turn_id: z.string(), reason: z.string() }),
  z.object({ event: z.literal("thread_goal_updated"), goal: ThreadGoal }),
  z.object({ event: z.literal("thread_goal_cleared"), thread_id: z.string() }),
  z.object({ event: z.literal("error"), response_id: z.string(), message: z.string() }),
]);

const contender = (schema) => ({
  is: (value) => schema.safeParse(value).success,
  decode: (text) => schema.parse(JSON.parse(text)),
  validate: (value) => schema.safeParse(value).error?.issues ?? [],
});

export const chatEvent = contender(ChatEvent);
export const eventFrame = contender(EventFrame);
