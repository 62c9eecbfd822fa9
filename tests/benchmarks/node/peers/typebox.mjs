/** Both protocols in TypeBox, compiled, as somebody who knows it writes them. */

import Type from "typebox";
import { Compile } from "typebox/compile";

const u32 = Type.Integer({ minimum: 0, maximum: 2 ** 32 - 1 });
const i32 = Type.Integer({ minimum: -(2 ** 31), maximum: 2 ** 31 - 1 });
const u64 = Type.Integer({ minimum: 0, maximum: 2 ** 64 - 1 });
const i64 = Type.Integer({ minimum: -(2 ** 63), maximum: 2 ** 63 - 1 });
const nullable = (type) => Type.Union([type, Type.Null()]);
const defaulted = (type, value) => Type.Optional({ ...type, default: value });
const closed = (members) => Type.Object(members, { additionalProperties: false });

const EventMeta = Type.Object({
  event_id: Type.String(),
  occurred_at: Type.String({ format: "date-time" }),
  trace_id: defaulted(nullable(Type.String()), null),
});
const TokenUsage = Type.Object({
  prompt_tokens: u64,
  completion_tokens: u64,
  total_tokens: u64,
});
const SessionStarted = Type.Object({
  meta: EventMeta,
  session_id: Type.String(),
  model: Type.String(),
});
const SessionCompleted = Type.Object({
  meta: EventMeta,
  session_id: Type.String(),
  status: Type.Enum(["running", "completed", "error", "cancelled"]),
});
const RoundStarted = Type.Object({
  meta: EventMeta,
  round_id: Type.String(),
  session_id: Type.String(),
  model: Type.String(),
});
const RoundCompleted = Type.Object({
  meta: EventMeta,
  round_id: Type.String(),
  session_id: Type.String(),
  status: Type.Enum(["running", "success", "error", "cancelled"]),
  usage: TokenUsage,
  latency_ms: u64,
  error: defaulted(nullable(Type.String()), null),
});
const ToolCalled = Type.Object({
  meta: EventMeta,
  tool_call_id: Type.String(),
  round_id: Type.String(),
  session_id: Type.String(),
  tool_name: Type.String(),
  latency_ms: u64,
  success: Type.Boolean(),
});
const MessageCountUpdated = Type.Object({
  meta: EventMeta,
  session_id: Type.String(),
  message_count: u32,
});

export const ChatEvent = Type.Union([
  closed({ SessionStarted }),
  closed({ SessionCompleted }),
  closed({ RoundStarted }),
  closed({ RoundCompleted }),
  closed({ ToolCalled }),
  closed({ MessageCountUpdated }),
]);

const McpStartupStatus = Type.Union([
  Type.Enum(["starting", "ready", "cancelled"]),
  closed({ failed: Type.Object({ error: Type.String() }) }),
]);
const NetworkPolicyAmendment = Type.Object({
  host: Type.String(),
  action: Type.Enum(["allow", "deny"]),
});
const ReviewDecision = Type.Union([
  Type.Object({ type: Type.Literal("approved") }),
  Type.Object({ type: Type.Literal("approved_execpolicy_amendment") }),
  Type.Object({ type: Type.Literal("approved_for_session") }),
  Type.Object({
    type: Type.Literal("network_policy_amendment"),
    host: Type.String(),
    action: Type.Enum(["allow", "deny"]),
  }),
  Type.Object({ type: Type.Literal("denied") }),
  Type.Object({ type: Type.Literal("abort") }),
]);
const ExecApprovalRequestEvent = Type.Object({
  call_id: Type.String(),
  approval_id: Type.String(),
  turn_id: Type.String(),
  command: Type.String(),
  cwd: Type.String(),
  reason: Type.String(),
  matched_rule: defaulted(nullable(Type.String()), null),
  network_approval_context: defaulted(
    nullable(Type.Object({ host: Type.String(), protocol: Type.String() })),
    null,
  ),
  proposed_execpolicy_amendment: defaulted(Type.Array(Type.String()), []),
  proposed_network_policy_amendments: defaulted(Type.Array(NetworkPolicyAmendment), []),
  additional_permissions: defaulted(Type.Array(Type.String()), []),
  available_decisions: defaulted(Type.Array(ReviewDecision), []),
});
const UserInputQuestion = Type.Object({
  header: Type.String(),
  id: Type.String(),
  question: Type.String(),
  options: Type.Array(Type.Object({ label: Type.String(), description: Type.String() })),
  allow_free_text: defaulted(Type.Boolean(), false),
  multi_select: defaulted(Type.Boolean(), false),
});
const UserInputRequestEvent = Type.Object({
  call_id: Type.String(),
  turn_id: Type.String(),
  request_id: Type.String(),
  questions: Type.Array(UserInputQuestion),
});
const ThreadGoal = Type.Object({
  thread_id: Type.String(),
  goal_id: Type.String(),
  objective: Type.String(),
  status: Type.Enum(["active", "paused", "blocked", "usage_limited", "budget_limited", "complete"]),
  token_budget: defaulted(nullable(i64), null),
  tokens_used: i64,
  time_used_seconds: i64,
  continuation_count: i64,
  created_at: i64,
  updated_at: i64,
});

export const EventFrame = Type.Union([
  Type.Object({ event: Type.Literal("response_start"), response_id: Type.String() }),
  Type.Object({
    event: Type.Literal("response_delta"),
    response_id: Type.String(),
    delta: Type.String(),
    channel: defaulted(Type.Enum(["text", "reasoning"]), "text"),
  }),
  Type.Object({ event: Type.Literal("response_end"), response_id: Type.String() }),
  Type.Object({
    event: Type.Literal("tool_call_start"),
    response_id: Type.String(),
    tool_name: Type.String(),
    arguments: Type.Unknown(),
  }),
  Type.Object({
    event: Type.Literal("tool_call_result"),
    response_id: Type.String(),
    tool_name: Type.String(),
    output: Type.Unknown(),
  }),
  Type.Object({
    event: Type.Literal("mcp_startup_update"),
    update: Type.Object({ server_name: Type.String(), status: McpStartupStatus }),
  }),
  Type.Object({
    event: Type.Literal("mcp_startup_complete"),
    summary: Type.Object({
      ready: Type.Array(Type.String()),
      failed: Type.Array(Type.Object({ server_name: Type.String(), error: Type.String() })),
      cancelled: Type.Array(Type.String()),
    }),
  }),
  Type.Object({
    event: Type.Literal("mcp_tool_call_begin"),
    server_name: Type.String(),
    tool_name: Type.String(),
  }),
  Type.Object({
    event: Type.Literal("mcp_tool_call_end"),
    server_name: Type.String(),
    tool_name: Type.String(),
    ok: Type.Boolean(),
  }),
  Type.Object({ event: Type.Literal("exec_approval_request"), request: ExecApprovalRequestEvent }),
  Type.Object({
    event: Type.Literal("apply_patch_approval_request"),
    request: ExecApprovalRequestEvent,
  }),
  Type.Object({ event: Type.Literal("user_input_request"), request: UserInputRequestEvent }),
  Type.Object({
    event: Type.Literal("elicitation_request"),
    server_name: Type.String(),
    request_id: Type.String(),
    prompt: Type.String(),
  }),
  Type.Object({
    event: Type.Literal("exec_command_begin"),
    command: Type.String(),
    cwd: Type.String(),
  }),
  Type.Object({
    event: Type.Literal("exec_command_output_delta"),
    command: Type.String(),
    delta: Type.String(),
  }),
  Type.Object({ event: Type.Literal("exec_command_end"), command: Type.String(), exit_code: i32 }),
  Type.Object({ event: Type.Literal("patch_apply_begin"), path: Type.String() }),
  Type.Object({ event: Type.Literal("patch_apply_end"), path: Type.String(), ok: Type.Boolean() }),
  Type.Object({ event: Type.Literal("turn_started"), turn_id: Type.String() }),
  Type.Object({ event: Type.Literal("turn_complete"), turn_id: Type.String() }),
  Type.Object({
    event: Type.Literal("turn_aborted"),
    turn_id: Type.String(),
    reason: Type.String(),
  }),
  Type.Object({ event: Type.Literal("thread_goal_updated"), goal: ThreadGoal }),
  Type.Object({ event: Type.Literal("thread_goal_cleared"), thread_id: Type.String() }),
  Type.Object({ event: Type.Literal("error"), response_id: Type.String(), message: Type.String() }),
]);

const contender = (type) => {
  const validator = Compile(type);
  return {
    is: (value) => validator.Check(value),
    // It leaves defaults out; `Default`, which fills them in, takes thirty times as long as `Parse`.
    decode: (text) => validator.Parse(JSON.parse(text)),
    validate: (value) => validator.Errors(value),
  };
};

export const chatEvent = contender(ChatEvent);
export const eventFrame = contender(EventFrame);
