"""The functions of a union say what they take and give; both checkers must know."""

from typing import assert_type

from agent_events import chat_event as ce
from agent_events import event_frame as ef

assert_type(ef.decode(b""), ef.EventFrame)
assert_type(ef.decode(b"", unknown="keep"), ef.EventFrame | ef.UnknownEventFrame)
assert_type(ef.decode_review_decision(""), ef.ReviewDecision)
assert_type(ce.parse({}), ce.ChatEvent)
assert_type(ce.parse({}, unknown="keep"), ce.ChatEvent | ce.UnknownChatEvent)
ef.encode(ef.TurnStarted(turn_id="1"))
ef.encode(ce.EventMeta(event_id="", occurred_at="", trace_id=None))  # type: ignore[arg-type]  # it is no event
ce.dump("text")  # type: ignore[arg-type]  # it is no event
