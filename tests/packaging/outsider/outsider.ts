/** A stranger's first program with the TypeScript bindings; prints what it saw. */

import { DecodeError } from "agent-events";
import * as ce from "agent-events/chat-event";
import * as ef from "agent-events/event-frame";

// The program asks for no library but ECMAScript's own, which has no console.
declare const console: { log(text: string): void };

const STARTED = `{"SessionStarted": {
  "meta": {"event_id": "e1", "occurred_at": "2026-03-01T09:08:07.123456789Z"},
  "session_id": "s1", "model": "m1"}}`;

const event = ce.decode(STARTED);
if (event.SessionStarted !== undefined) {
  const { meta, model } = event.SessionStarted;
  console.log(`started ${model} ${meta.occurred_at} ${String(meta.trace_id)}`);
}
console.log(ce.encode(event));

const frame: ef.EventFrame = ef.newResponseDelta({ response_id: "r1", delta: "Hello" });
switch (frame.event) {
  case "response_delta":
    console.log(`${frame.delta} ${frame.channel}`);
    break;
  default:
    console.log("some other frame");
}
console.log(ef.encode(frame));

const value: unknown = { event: "turn_started", turn_id: "t1" };
console.log(ef.is(value) && value.event === "turn_started" ? value.turn_id : "no frame");

try {
  ef.decode('{"event": "turn_aborted", "turn_id": 7}');
} catch (error) {
  if (!(error instanceof DecodeError)) throw error;
  console.log(JSON.stringify(error.issues.map(({ path, code }) => [path, code])));
}
