"""Matching every variant leaves nothing over; both checkers must see that."""

from typing import assert_never

from agent_events import chat_event as ce
from agent_events import event_frame as ef


def describe_event(event: ce.ChatEvent) -> str:
    match event:
        case ce.SessionStarted(model=model):
            return model
        case ce.SessionCompleted(status=status):
            return status.value
        case ce.RoundStarted(model=model):
            return model
        case ce.RoundCompleted(latency_ms=latency_ms):
            return str(latency_ms)
        case ce.ToolCalled(tool_name=tool_name):
            return tool_name
        case ce.MessageCountUpdated(message_count=message_count):
            return str(message_count)
        case _:
            assert_never(event)


def describe_frame(frame: ef.EventFrame) -> str:
    match frame:
        case ef.ResponseStart(response_id=response_id):
            return response_id
        case ef.ResponseEnd(response_id=response_id):
            return response_id
        case ef.ResponseDelta(delta=delta):
            return delta
        case ef.ToolCallStart(tool_name=tool_name):
            return tool_name
        case ef.ToolCallResult(tool_name=tool_name):
            return tool_name
        case ef.McpStartupUpdate(update=update):
            return update.server_name
        case ef.McpStartupComplete(summary=summary):
            return ", ".join(summary.ready)
        case ef.McpToolCallBegin(tool_name=tool_name):
            return tool_name
        case ef.McpToolCallEnd(tool_name=tool_name):
            return tool_name
        case ef.ExecApprovalRequest(request=request):
            return request.turn_id
        case ef.ApplyPatchApprovalRequest(request=request):
            return request.turn_id
        case ef.UserInputRequest(request=request):
            return request.turn_id
        case ef.ElicitationRequest(prompt=prompt):
            return prompt
        case ef.ExecCommandBegin(command=command):
            return command
        case ef.ExecCommandOutputDelta(delta=delta):
            return delta
        case ef.ExecCommandEnd(exit_code=exit_code):
            return str(exit_code)
        case ef.PatchApplyBegin(path=path):
            return path
        case ef.PatchApplyEnd(path=path):
            return path
        case ef.TurnStarted(turn_id=turn_id):
            return turn_id
        case ef.TurnComplete(turn_id=turn_id):
            return turn_id
        case ef.TurnAborted(reason=reason):
            return reason
        case ef.ThreadGoalUpdated(goal=goal):
            return goal.objective
        case ef.ThreadGoalCleared(thread_id=thread_id):
            return thread_id
        case ef.AgentError(message=message):
            return message
        case _:
            assert_never(frame)
