/** Both protocols in valibot, as somebody who knows it writes them. */

import * as v from "valibot";

const integer = (least, most) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const u32 = integer(0, 2 ** 32 - 1);
const i32 = integer(-(2 ** 31), 2 ** 31 - 1);
const u64 = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const i64 = v.pipe(v.number(), v.safeInteger());
const dateTime = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/,
  ),
);

const EventMeta = v.object({
  event_id: v.string(),
  occurred_at: dateTime,
  trace_id: v.optional(v.nullable(v.string()), null),
});
const TokenUsage = v.object({
  prompt_tokens: u64,
  completion_tokens: u64,
  total_tokens: u64,
});
const SessionStarted = v.object({ meta: EventMeta, session_id: v.string(), model: v.string() });
const SessionCompleted = v.object({
  meta: EventMeta,
  session_id: v.string(),
  status: v.picklist(["running", "completed", "error", "cancelled"]),
});
const RoundStarted = v.object({
  meta: EventMeta,
  round_id: v.string(),
  session_id: v.string(),
  model: v.string(),
});
const RoundCompleted = v.object({
  meta: EventMeta,
  round_id: v.string(),
  session_id: v.string(),
  status: v.picklist(["running", "success", "error", "cancelled"]),
  usage: TokenUsage,
  latency_ms: u64,
  error: v.optional(v.nullable(v.string()), null),
});
const ToolCalled = v.object({
  meta: EventMeta,
  tool_call_id: v.string(),
  round_id: v.string(),
  session_id: v.string(),
  tool_name: v.string(),
  latency_ms: u64,
  success: v.boolean(),
});
const MessageCountUpdated = v.object({
  meta: EventMeta,
  session_id: v.string(),
  message_count: u32,
});

export const ChatEvent = v.union([
  v.strictObject({ SessionStarted }),
  v.strictObject({ SessionCompleted }),
  v.strictObject({ RoundStarted }),
  v.strictObject({ RoundCompleted }),
  v.strictObject({ ToolCalled }),
  v.strictObject({ MessageCountUpdated }),
]);

const McpStartupStatus = v.union([
  v.picklist(["starting", "ready", "cancelled"]),
  v.strictObject({ failed: v.object({ error: v.string() }) }),
]);
const NetworkPolicyAmendment = v.object({
  host: v.string(),
  action: v.picklist(["allow", "deny"]),
});
const ReviewDecision = v.variant("type", [
  v.object({ type: v.literal("approved") }),
  v.object({ type: v.literal("approved_execpolicy_amendment") }),
  v.object({ type: v.literal("approved_for_session") }),
  v.object({
    type: v.literal("network_policy_amendment"),
    host: v.string(),
    action: v.picklist(["allow", "deny"]),
  }),
  v.object({ type: v.literal("denied") }),
  v.object({ type: v.literal("abort") }),
]);
const ExecApprovalRequestEvent = v.object({
  call_id: v.string(),
  approval_id: v.string(),
  turn_id: v.string(),
  command: v.string(),
  cwd: v.string(),
  reason: v.string(),
  matched_rule: v.optional(v.nullable(v.string()), null),
  network_approval_context: v.optional(
    v.nullable(v.object({ host: v.string(), protocol: v.string() })),
    null,
  ),
  proposed_execpolicy_amendment: v.optional(v.array(v.string()), []),
  proposed_network_policy_amendments: v.optional(v.array(NetworkPolicyAmendment), []),
  additional_permissions: v.optional(v.array(v.string()), []),
  available_decisions: v.optional(v.array(ReviewDecision), []),
});
const UserInputQuestion = v.object({
  header: v.string(),
  id: v.string(),
  question: v.string(),
  options: v.array(v.object({ label: v.string(), description: v.string() })),
  allow_free_text: v.optional(v.boolean(), false),
  multi_select: v.optional(v.boolean(), false),
});
const UserInputRequestEvent = v.object({
  call_id: v.string(),
  turn_id: v.string(),
  request_id: v.string(),
  questions: v.array(UserInputQuestion),
});
const ThreadGoal = v.object({
  thread_id: v.string(),
  goal_id: v.string(),
  objective: v.string(),
  status: v.picklist([
    "active",
    "paused",
    "blocked",
    "usage_limited",
    "budget_limited",
    "complete",
  ]),
  token_budget: v.optional(v.nullable(i64), null),
  tokens_used: i64,
  time_used_seconds: i64,
  continuation_count: i64,
  created_at: i64,
  updated_at: i64,
});

export const EventFrame = v.variant("event", [
  v.object({ event: v.literal("response_start"), response_id: v.string() }),
  v.object({
    event: v.literal("response_delta"),
    response_id: v.string(),
    delta: v.string(),
    channel: v.optional(v.picklist(["text", "reasoning"]), "text"),
  }),
  v.object({ event: v.literal("response_end"), response_id: v.string() }),
  v.object({
    event: v.literal("tool_call_start"),
    response_id: v.string(),
    tool_name: v.string(),
    arguments: v.unknown(),
  }),
  v.object({
    event: v.literal("tool_call_result"),
    response_id: v.string(),
    tool_name: v.string(),
    output: v.unknown(),
  }),
  v.object({
    event: v.literal("mcp_startup_update"),
    update: v.object({ server_name: v.string(), status: McpStartupStatus }),
  }),
  v.object({
    event: v.literal("mcp_startup_complete"),
    summary: v.object({
      ready: v.array(v.string()),
      failed: v.array(v.object({ server_name: v.string(), error: v.string() })),
      cancelled: v.array(v.string()),
    }),
  }),
  v.object({
    event: v.literal("mcp_tool_call_begin"),
    server_name: v.string(),
    tool_name: v.string(),
  }),
  v.object({
    event: v.literal("mcp_tool_call_end"),
    server_name: v.string(),
    tool_name: v.string(),
    ok: v.boolean(),
  }),
  v.object({ event: v.literal("exec_approval_request"), request: ExecApprovalRequestEvent }),
  v.object({ event: v.literal("apply_patch_approval_request"), request: ExecApprovalRequestEvent }),
  v.object({ event: v.literal("user_input_request"), request: UserInputRequestEvent }),
  v.object({
    event: v.literal("elicitation_request"),
    server_name: v.string(),
    request_id: v.string(),
    prompt: v.string(),
  }),
  v.object({ event: v.literal("exec_command_begin"), command: v.string(), cwd: v.string() }),
  v.object({
    event: v.literal("exec_command_output_delta"),
    command: v.string(),
    delta: v.string(),
  }),
  v.object({ event: v.literal("exec_command_end"), command: v.string(), exit_code: i32 }),
  v.object({ event: v.literal("patch_apply_begin"), path: v.string() }),
  v.object({ event: v.literal("patch_apply_end"), path: v.string(), ok: v.boolean() }),
  v.object({ event: v.literal("turn_started"), turn_id: v.string() }),
  v.object({ event: v.literal("turn_complete"), turn_id: v.string() }),
  v.object({ event: v.literal("turn_aborted"), turn_id: v.string(), reason: v.string() }),
  v.object({ event: v.literal("thread_goal_updated"), goal: ThreadGoal }),
  v.object({ event: v.literal("thread_goal_cleared"), thread_id: v.string() }),
  v.object({ event: v.literal("error"), response_id: v.string(), message: v.string() }),
]);

const contender = (schema) => ({
  is: (value) => v.is(schema, value),
  decode: (text) => v.parse(schema, JSON.parse(text)),
  validate: (value) => v.safeParse(schema, value).issues ?? [],
});

export const chatEvent = contender(ChatEvent);
export const eventFrame = contender(EventFrame);
