"""A match that forgets one variant; both checkers must refuse it."""

from typing import assert_never

from agent_events import chat_event as ce


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
        case ce.MessageCountUpdated(message_count=message_count):
            return str(message_count)
        case _:
            assert_never(event)
