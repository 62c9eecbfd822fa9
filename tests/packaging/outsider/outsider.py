"""A stranger's first program with the Python bindings; prints what it saw."""

import json

from agent_events import chat_event as ce
from agent_events import event_frame as ef

STARTED = """{"SessionStarted": {
    "meta": {"event_id": "e1", "occurred_at": "2026-03-01T09:08:07.123456789Z"},
    "session_id": "s1", "model": "m1"}}"""

event = ce.decode(STARTED)
match event:
    case ce.SessionStarted(meta=meta, model=model):
        print("started", model, meta.occurred_at, meta.trace_id)
    case _:
        print("some other event")
print(json.dumps(json.loads(ce.encode(event)), sort_keys=True))

frame = ef.ResponseDelta(response_id="r1", delta="Hello")
print(json.dumps(json.loads(ef.encode(frame)), sort_keys=True))
print(ef.decode(ef.encode(frame)) == frame)

try:
    ef.decode(b'{"event": "turn_aborted", "turn_id": 7}')
except ef.DecodeError as error:
    print([(issue.path, issue.code) for issue in error.issues])
