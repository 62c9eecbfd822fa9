/** What the types must refuse: each line marked so is an error, or the compiler complains. */

import type { ChatEvent, SessionCompleted, SessionStarted } from "agent-events/chat-event";
import type { EventFrame, TurnAborted } from "agent-events/event-frame";

declare const started: SessionStarted;
declare const completed: SessionCompleted;
declare const aborted: TurnAborted;

export const oneKey: ChatEvent = { SessionStarted: started };

// @ts-expect-error two keys are two events
export const twoKeys: ChatEvent = { SessionStarted: started, SessionCompleted: completed };

// @ts-expect-error an event has a key
export const noKey: ChatEvent = {};

// @ts-expect-error no event has this name
export const unknownKey: ChatEvent = { SessionPaused: started };

// @ts-expect-error the payload is another event's
export const wrongPayload: ChatEvent = { SessionStarted: completed };

// @ts-expect-error no frame has this tag
export const unknownTag: EventFrame = { event: "turn_paused", turn_id: "t1" };

// @ts-expect-error the reason is missing
export const incomplete: EventFrame = { event: "turn_aborted", turn_id: "t1" };

// @ts-expect-error events do not change
aborted.reason = "again";

export function forgetful(event: ChatEvent): never {
  if (event.SessionStarted !== undefined) throw new Error(event.SessionStarted.session_id);
  // @ts-expect-error five events are left
  return event;
}
