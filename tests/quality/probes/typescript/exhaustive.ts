/** Handling every variant leaves `never` over; the compiler must see that. */

import type { ChatEvent } from "agent-events/chat-event";
import type { EventFrame } from "agent-events/event-frame";

function unreachable(rest: never): never {
  throw new Error(`not handled: ${JSON.stringify(rest)}`);
}

export function describeEvent(event: ChatEvent): string {
  if (event.SessionStarted !== undefined) return event.SessionStarted.model;
  if (event.SessionCompleted !== undefined) return event.SessionCompleted.status;
  if (event.RoundStarted !== undefined) return event.RoundStarted.model;
  if (event.RoundCompleted !== undefined) return event.RoundCompleted.usage.total_tokens.toString();
  if (event.ToolCalled !== undefined) return event.ToolCalled.tool_name;
  if (event.MessageCountUpdated !== undefined)
    return event.MessageCountUpdated.message_count.toString();
  return unreachable(event);
}

export function describeFrame(frame: EventFrame): string {
  switch (frame.event) {
    case "response_start":
      return frame.response_id;
    case "response_end":
      return frame.response_id;
    case "response_delta":
      return frame.delta;
    case "tool_call_start":
      return frame.tool_name;
    case "tool_call_result":
      return frame.tool_name;
    case "mcp_startup_update":
      return frame.update.server_name;
    case "mcp_startup_complete":
      return frame.summary.ready.join(", ");
    case "mcp_tool_call_begin":
      return frame.tool_name;
    case "mcp_tool_call_end":
      return frame.tool_name;
    case "exec_approval_request":
      return frame.request.turn_id;
    case "apply_patch_approval_request":
      return frame.request.turn_id;
    case "user_input_request":
      return frame.request.turn_id;
    case "elicitation_request":
      return frame.prompt;
    case "exec_command_begin":
      return frame.command;
    case "exec_command_output_delta":
      return frame.delta;
    case "exec_command_end":
      return frame.exit_code.toString();
    case "patch_apply_begin":
      return frame.path;
    case "patch_apply_end":
      return frame.path;
    case "turn_started":
      return frame.turn_id;
    case "turn_complete":
      return frame.turn_id;
    case "turn_aborted":
      return frame.reason;
    case "thread_goal_updated":
      return frame.goal.objective;
    case "thread_goal_cleared":
      return frame.thread_id;
    case "error":
      return frame.message;
    default:
      return unreachable(frame);
  }
}
