/** Both protocols in ArkType, as somebody who knows it writes them. */

import { type } from "arktype";

const u32 = type("0 <= number.integer <= 4294967295");
const i32 = type("-2147483648 <= number.integer <= 2147483647");
const u64 = type("number.safe >= 0").and("number.integer");
const i64 = type("number.safe").and("number.integer");
const dateTime = type(
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/,
);

const EventMeta = type({
  event_id: "string",
  occurred_at: dateTime,
  trace_id: "string | null = null",
});
const TokenUsage = type({
  prompt_tokens: u64,
  completion_tokens: u64,
  total_tokens: u64,
});
const SessionStarted = type({ meta: EventMeta, session_id: "string", model: "string" });
const SessionCompleted = type({
  meta: EventMeta,
  session_id: "string",
  status: "'running' | 'completed' | 'error' | 'cancelled'",
});
const RoundStarted = type({
  meta: EventMeta,
  round_id: "string",
  session_id: "string",
  model: "string",
});
const RoundCompleted = type({
  meta: EventMeta,
  round_id: "string",
  session_id: "string",
  status: "'running' | 'success' | 'error' | 'cancelled'",
  usage: TokenUsage,
  latency_ms: u64,
  error: "string | null = null",
});
const ToolCalled = type({
  meta: EventMeta,
  tool_call_id: "string",
  round_id: "string",
  session_id: "string",
  tool_name: "string",
  latency_ms: u64,
  success: "boolean",
});
const MessageCountUpdated = type({
  meta: EventMeta,
  session_id: "string",
  message_count: u32,
});

export const ChatEvent = type.or(
  type({ "+": "reject", SessionStarted }),
  type({ "+": "reject", SessionCompleted }),
  type({ "+": "reject", RoundStarted }),
  type({ "+": "reject", RoundCompleted }),
  type({ "+": "reject", ToolCalled }),
  type({ "+": "reject", MessageCountUpdated }),
);

const McpStartupStatus = type.or(
  "'starting' | 'ready' | 'cancelled'",
  type({ "+": "reject", failed: type({ error: "string" }) }),
);
const NetworkPolicyAmendment = type({ host: "string", action: "'allow' | 'deny'" });
const ReviewDecision = type.or(
  type({ type: "'approved'" }),
  type({ type: "'approved_execpolicy_amendment'" }),
  type({ type: "'approved_for_session'" }),
  type({
    type: "'network_policy_amendment'",
    host: "string",
    action: "'allow' | 'deny'",
  }),
  type({ type: "'denied'" }),
  type({ type: "'abort'" }),
);
const ExecApprovalRequestEvent = type({
  call_id: "string",
  approval_id: "string",
  turn_id: "string",
  command: "string",
  cwd: "string",
  reason: "string",
  matched_rule: "string | null = null",
  network_approval_context: [[{ host: "string", protocol: "string" }, "|", "null"], "=", null],
  proposed_execpolicy_amendment: ["string[]", "=", () => []],
  proposed_network_policy_amendments: [NetworkPolicyAmendment.array(), "=", () => []],
  additional_permissions: ["string[]", "=", () => []],
  available_decisions: [ReviewDecision.array(), "=", () => []],
});
const UserInputQuestion = type({
  header: "string",
  id: "string",
  question: "string",
  options: type({ label: "string", description: "string" }).array(),
  allow_free_text: "boolean = false",
  multi_select: "boolean = false",
});
const UserInputRequestEvent = type({
  call_id: "string",
  turn_id: "string",
  request_id: "string",
  questions: UserInputQuestion.array(),
});
const ThreadGoal = type({
  thread_id: "string",
  goal_id: "string",
  objective: "string",
  status: "'active' | 'paused' | 'blocked' | 'usage_limited' | 'budget_limited' | 'complete'",
  token_budget: [i64.or("null"), "=", null],
  tokens_used: i64,
  time_used_seconds: i64,
  continuation_count: i64,
  created_at: i64,
  updated_at: i64,
});

export const EventFrame = type.or(
  type({ event: "'response_start'", response_id: "string" }),
  type({
    event: "'response_delta'",
    response_id: "string",
    delta: "string",
    channel: "'text' | 'reasoning' = 'text'",
  }),
  type({ event: "'response_end'", response_id: "string" }),
  type({
    event: "'tool_call_start'",
    response_id: "string",
    tool_name: "string",
    arguments: "unknown",
  }),
  type({
    event: "'tool_call_result'",
    response_id: "string",
    tool_name: "string",
    output: "unknown",
  }),
  type({
    event: "'mcp_startup_update'",
    update: type({ server_name: "string", status: McpStartupStatus }),
  }),
  type({
    event: "'mcp_startup_complete'",
    summary: type({
      ready: "string[]",
      failed: type({ server_name: "string", error: "string" }).array(),
      cancelled: "string[]",
    }),
  }),
  type({
    event: "'mcp_tool_call_begin'",
    server_name: "string",
    tool_name: "string",
  }),
  type({
    event: "'mcp_tool_call_end'",
    server_name: "string",
    tool_name: "string",
    ok: "boolean",
  }),
  type({ event: "'exec_approval_request'", request: ExecApprovalRequestEvent }),
  type({ event: "'apply_patch_approval_request'", request: ExecApprovalRequestEvent }),
  type({ event: "'user_input_request'", request: UserInputRequestEvent }),
  type({
    event: "'elicitation_request'",
    server_name: "string",
    request_id: "string",
    prompt: "string",
  }),
  type({ event: "'exec_command_begin'", command: "string", cwd: "string" }),
  type({
    event: "'exec_command_output_delta'",
    command: "string",
    delta: "string",
  }),
  type({ event: "'exec_command_end'", command: "string", exit_code: i32 }),
  type({ event: "'patch_apply_begin'", path: "string" }),
  type({ event: "'patch_apply_end'", path: "string", ok: "boolean" }),
  type({ event: "'turn_started'", turn_id: "string" }),
  type({ event: "'turn_complete'", turn_id: "string" }),
  type({ event: "'turn_aborted'", turn_id: "string", reason: "string" }),
  type({ event: "'thread_goal_updated'", goal: ThreadGoal }),
  type({ event: "'thread_goal_cleared'", thread_id: "string" }),
  type({ event: "'error'", response_id: "string", message: "string" }),
);

const contender = (schema) => ({
  is: (value) => schema.allows(value),
  decode: (text) => schema.assert(JSON.parse(text)),
  validate(value) {
    const result = schema(value);
    return result instanceof type.errors ? [...result] : [];
  },
});

export const chatEvent = contender(ChatEvent);
export const eventFrame = contender(EventFrame);
