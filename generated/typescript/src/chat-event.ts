/**
 * An event of an agent's chat loop. On the wire it is an object with exactly one key, the event's
 * name, whose value holds the data. A session runs from SessionStarted to SessionCompleted; in
 * between, each round sends RoundStarted, any number of ToolCalled, RoundCompleted and
 * MessageCountUpdated.
 *
 * Made by eventwright from schema/chat_event; edit the schema and run `eventwright generate`.
 */

import { isDateTime as dateTime } from "./formats.js";
import type {
  Decode,
  DecodeUnion,
  Dump,
  Encode,
  OneOf,
  Parse,
  ParseUnion,
  Validate,
  WithOptional,
} from "./runtime.js";
import {
  BOOLEAN,
  NULL_OR_STRING,
  STRING,
  UINT32,
  UINT64,
  Unknown,
  anObject,
  decoder,
  dumper,
  encoder,
  external,
  format,
  integerWithin,
  onlyKey,
  optional,
  parser,
  record,
  ref,
  strings,
  typed,
  unionDecoder,
  unionParser,
  validator,
} from "./runtime.js";

export { DecodeError, EncodeError } from "./runtime.js";
export type {
  Decode,
  DecodeUnion,
  Dump,
  Encode,
  Issue,
  JsonObject,
  JsonValue,
  OneOf,
  Parse,
  ParseUnion,
  Validate,
  WithOptional,
} from "./runtime.js";

// Types. A type's `Input`, where it has one, is what its values are made of.

/**
 * What every chat event carries besides its own data. It says which event this is, when it happened
 * and which request chain it is part of.
 */
export interface EventMeta {
  /**
   * Identifies this one event, so that a consumer can drop a repeated delivery. A UUID v4 by
   * convention; any string is accepted.
   */
  readonly event_id: string;
  /**
   * When the event happened: an RFC 3339 date-time with an offset. Producers write UTC (`Z`) with
   * up to nine fractional digits; any number of digits and any offset can be read.
   */
  readonly occurred_at: string;
  /**
   * Links the events and requests of one chain across services. Null when the event is not traced;
   * may be left out by a writer, which means null.
   */
  readonly trace_id: string | null;
}

export type EventMetaInput = WithOptional<EventMeta, "trace_id">;

/**
 * A new chat session is initialised. It is the first event of its session; every later one names it
 * by `session_id`.
 */
export interface SessionStarted {
  /** Identity, time and trace of this event. */
  readonly meta: EventMeta;
  /** The new session. The events of its rounds and its SessionCompleted carry the same value. */
  readonly session_id: string;
  /** Name of the model that the session starts with, such as `gpt-4`. */
  readonly model: string;
}

export interface SessionStartedInput extends Omit<SessionStarted, "meta"> {
  /** Identity, time and trace of this event. */
  readonly meta: EventMetaInput;
}

/**
 * State of a chat session.
 *
 * - `"running"`: The session is still open.
 * - `"completed"`: The session came to its normal end.
 * - `"error"`: The session ended because of a failure.
 * - `"cancelled"`: The session was stopped on request before its normal end.
 */
export type SessionStatus = "running" | "completed" | "error" | "cancelled";

/** A chat session completed or was terminated. It is the last event of its session. */
export interface SessionCompleted {
  /** Identity, time and trace of this event. */
  readonly meta: EventMeta;
  /** The session that ended. */
  readonly session_id: string;
  /** How the session ended. */
  readonly status: SessionStatus;
}

export interface SessionCompletedInput extends Omit<SessionCompleted, "meta"> {
  /** Identity, time and trace of this event. */
  readonly meta: EventMetaInput;
}

/**
 * The agent begins one request-response cycle. Tool calls of the round follow, then one
 * RoundCompleted with the same `round_id`.
 */
export interface RoundStarted {
  /** Identity, time and trace of this event. */
  readonly meta: EventMeta;
  /** The new round. Its ToolCalled events and its RoundCompleted carry the same value. */
  readonly round_id: string;
  /** The session that the round belongs to. */
  readonly session_id: string;
  /** Name of the model that answers in this round; it may differ from the session's. */
  readonly model: string;
}

export interface RoundStartedInput extends Omit<RoundStarted, "meta"> {
  /** Identity, time and trace of this event. */
  readonly meta: EventMetaInput;
}

/**
 * State of one request-response cycle.
 *
 * - `"running"`: The round is still being worked on.
 * - `"success"`: The agent answered.
 * - `"error"`: The round failed; the round's `error` member says why.
 * - `"cancelled"`: The round was stopped on request before the agent had answered.
 */
export type RoundStatus = "running" | "success" | "error" | "cancelled";

/** How many model tokens a round consumed. */
export interface TokenUsage {
  /** Tokens sent to the model: instructions, history and the user's message. */
  readonly prompt_tokens: number;
  /** Tokens that the model generated. */
  readonly completion_tokens: number;
  /**
   * Tokens counted for the whole round, as the producer reports them. Usually the sum of the other
   * two, which is not enforced.
   */
  readonly total_tokens: number;
}

/** A round ended, with what it cost: tokens, time and, where it failed, the reason. */
export interface RoundCompleted {
  /** Identity, time and trace of this event. */
  readonly meta: EventMeta;
  /** The round that ended, as named by its RoundStarted. */
  readonly round_id: string;
  /** The session that the round belongs to. */
  readonly session_id: string;
  /** How the round ended. */
  readonly status: RoundStatus;
  /** Tokens that the round consumed. */
  readonly usage: TokenUsage;
  /** How long the whole round took, in milliseconds. */
  readonly latency_ms: number;
  /**
   * What went wrong, for a person to read. Null when nothing did; may be left out by a writer,
   * which means null.
   */
  readonly error: string | null;
}

export interface RoundCompletedInput extends Omit<RoundCompleted, "meta" | "error"> {
  /** Identity, time and trace of this event. */
  readonly meta: EventMetaInput;
  /**
   * What went wrong, for a person to read. Null when nothing did; may be left out by a writer,
   * which means null.
   */
  readonly error?: string | null;
}

/**
 * The agent invoked a tool in a round. One event reports the whole call, after the tool has
 * returned; a round has any number of them.
 */
export interface ToolCalled {
  /** Identity, time and trace of this event. */
  readonly meta: EventMeta;
  /** Identifies this call among all calls of the agent. */
  readonly tool_call_id: string;
  /** The round in which the tool was called. */
  readonly round_id: string;
  /** The session that the round belongs to. */
  readonly session_id: string;
  /** Name of the tool, such as `read_file`. */
  readonly tool_name: string;
  /** How long the tool ran, in milliseconds. */
  readonly latency_ms: number;
  /** Whether the tool did its work; false when it returned an error. */
  readonly success: boolean;
}

export interface ToolCalledInput extends Omit<ToolCalled, "meta"> {
  /** Identity, time and trace of this event. */
  readonly meta: EventMetaInput;
}

/** The total number of messages in a session changed, as it does after a round. */
export interface MessageCountUpdated {
  /** Identity, time and trace of this event. */
  readonly meta: EventMeta;
  /** The session whose messages were counted. */
  readonly session_id: string;
  /**
   * The new total, messages of the user and of the agent together. It replaces the last count; it
   * is not an increment.
   */
  readonly message_count: number;
}

export interface MessageCountUpdatedInput extends Omit<MessageCountUpdated, "meta"> {
  /** Identity, time and trace of this event. */
  readonly meta: EventMetaInput;
}

/** The payloads of ChatEvent, each under its tag. */
export interface ChatEventVariants {
  /** A new chat session is initialised. */
  readonly SessionStarted: SessionStarted;
  /** A chat session completed or was terminated. */
  readonly SessionCompleted: SessionCompleted;
  /** The agent begins one request-response cycle. */
  readonly RoundStarted: RoundStarted;
  /** A round ended, with its metrics. */
  readonly RoundCompleted: RoundCompleted;
  /** The agent invoked a tool in a round. */
  readonly ToolCalled: ToolCalled;
  /** The total number of messages in a session changed. */
  readonly MessageCountUpdated: MessageCountUpdated;
}

/** The payloads of ChatEvent, each under its tag, before defaults are applied. */
export interface ChatEventInputVariants {
  readonly SessionStarted: SessionStartedInput;
  readonly SessionCompleted: SessionCompletedInput;
  readonly RoundStarted: RoundStartedInput;
  readonly RoundCompleted: RoundCompletedInput;
  readonly ToolCalled: ToolCalledInput;
  readonly MessageCountUpdated: MessageCountUpdatedInput;
}

/**
 * An event of an agent's chat loop. On the wire it is an object with exactly one key, the event's
 * name, whose value holds the data. A session runs from SessionStarted to SessionCompleted; in
 * between, each round sends RoundStarted, any number of ToolCalled, RoundCompleted and
 * MessageCountUpdated.
 */
export type ChatEvent = OneOf<ChatEventVariants>;

export type ChatEventInput = OneOf<ChatEventInputVariants>;

/** A value of ChatEvent with an unknown tag, kept as it came. */
export class UnknownChatEvent extends Unknown {
  declare readonly SessionStarted?: undefined;
  declare readonly SessionCompleted?: undefined;
  declare readonly RoundStarted?: undefined;
  declare readonly RoundCompleted?: undefined;
  declare readonly ToolCalled?: undefined;
  declare readonly MessageCountUpdated?: undefined;
}

// Checks: whether a value is valid, in one pass and without explanation. One that is named
// `check…` leaves large numbers to `validate…`; `has…` is for a record whose tag is known.

export const isEventMeta = (value: unknown): value is EventMetaInput =>
  anObject<EventMeta>(value) &&
  typeof value.event_id === "string" &&
  typeof value.occurred_at === "string" &&
  dateTime(value.occurred_at) &&
  (value.trace_id == null || typeof value.trace_id === "string");

export const isSessionStarted = (value: unknown): value is SessionStartedInput =>
  anObject<SessionStarted>(value) &&
  isEventMeta(value.meta) &&
  typeof value.session_id === "string" &&
  typeof value.model === "string";

export const isSessionStatus = (value: unknown): value is SessionStatus =>
  value === "running" || value === "completed" || value === "error" || value === "cancelled";

export const isSessionCompleted = (value: unknown): value is SessionCompletedInput =>
  anObject<SessionCompleted>(value) &&
  isEventMeta(value.meta) &&
  typeof value.session_id === "string" &&
  isSessionStatus(value.status);

export const isRoundStarted = (value: unknown): value is RoundStartedInput =>
  anObject<RoundStarted>(value) &&
  isEventMeta(value.meta) &&
  typeof value.round_id === "string" &&
  typeof value.session_id === "string" &&
  typeof value.model === "string";

export const isRoundStatus = (value: unknown): value is RoundStatus =>
  value === "running" || value === "success" || value === "error" || value === "cancelled";

export const isTokenUsage = (value: unknown): value is TokenUsage =>
  anObject<TokenUsage>(value) &&
  integerWithin(value.prompt_tokens, 0, Number.MAX_SAFE_INTEGER) &&
  integerWithin(value.completion_tokens, 0, Number.MAX_SAFE_INTEGER) &&
  integerWithin(value.total_tokens, 0, Number.MAX_SAFE_INTEGER);

export const isRoundCompleted = (value: unknown): value is RoundCompletedInput =>
  anObject<RoundCompleted>(value) &&
  isEventMeta(value.meta) &&
  typeof value.round_id === "string" &&
  typeof value.session_id === "string" &&
  isRoundStatus(value.status) &&
  isTokenUsage(value.usage) &&
  integerWithin(value.latency_ms, 0, Number.MAX_SAFE_INTEGER) &&
  (value.error == null || typeof value.error === "string");

export const isToolCalled = (value: unknown): value is ToolCalledInput =>
  anObject<ToolCalled>(value) &&
  isEventMeta(value.meta) &&
  typeof value.tool_call_id === "string" &&
  typeof value.round_id === "string" &&
  typeof value.session_id === "string" &&
  typeof value.tool_name === "string" &&
  integerWithin(value.latency_ms, 0, Number.MAX_SAFE_INTEGER) &&
  typeof value.success === "boolean";

export const isMessageCountUpdated = (value: unknown): value is MessageCountUpdatedInput =>
  anObject<MessageCountUpdated>(value) &&
  isEventMeta(value.meta) &&
  typeof value.session_id === "string" &&
  integerWithin(value.message_count, 0, 4294967295);

export function isChatEvent(value: unknown): value is ChatEventInput {
  if (!anObject<ChatEventVariants>(value)) return false;
  switch (onlyKey(value)) {
    case "SessionStarted":
      return isSessionStarted(value.SessionStarted);
    case "SessionCompleted":
      return isSessionCompleted(value.SessionCompleted);
    case "RoundStarted":
      return isRoundStarted(value.RoundStarted);
    case "RoundCompleted":
      return isRoundCompleted(value.RoundCompleted);
    case "ToolCalled":
      return isToolCalled(value.ToolCalled);
    case "MessageCountUpdated":
      return isMessageCountUpdated(value.MessageCountUpdated);
    default:
      return false;
  }
}

// Records: made anew of their members, or of checked JSON. Constants and defaults are filled in,
// members that the schema doesn't know are left out.

export const newEventMeta = ({
  event_id,
  occurred_at,
  trace_id = null,
}: EventMetaInput): EventMeta => ({ event_id, occurred_at, trace_id });

export const newSessionStarted = ({
  meta,
  session_id,
  model,
}: SessionStartedInput): SessionStarted => ({ meta: newEventMeta(meta), session_id, model });

export const newSessionCompleted = ({
  meta,
  session_id,
  status,
}: SessionCompletedInput): SessionCompleted => ({ meta: newEventMeta(meta), session_id, status });

export const newRoundStarted = ({
  meta,
  round_id,
  session_id,
  model,
}: RoundStartedInput): RoundStarted => ({ meta: newEventMeta(meta), round_id, session_id, model });

export const newTokenUsage = ({
  prompt_tokens,
  completion_tokens,
  total_tokens,
}: TokenUsage): TokenUsage => ({ prompt_tokens, completion_tokens, total_tokens });

export const newRoundCompleted = ({
  meta,
  round_id,
  session_id,
  status,
  usage,
  latency_ms,
  error = null,
}: RoundCompletedInput): RoundCompleted => ({
  meta: newEventMeta(meta),
  round_id,
  session_id,
  status,
  usage: newTokenUsage(usage),
  latency_ms,
  error,
});

export const newToolCalled = ({
  meta,
  tool_call_id,
  round_id,
  session_id,
  tool_name,
  latency_ms,
  success,
}: ToolCalledInput): ToolCalled => ({
  meta: newEventMeta(meta),
  tool_call_id,
  round_id,
  session_id,
  tool_name,
  latency_ms,
  success,
});

export const newMessageCountUpdated = ({
  meta,
  session_id,
  message_count,
}: MessageCountUpdatedInput): MessageCountUpdated => ({
  meta: newEventMeta(meta),
  session_id,
  message_count,
});

// Readers: other values, made anew of checked JSON.

function readChatEvent(value: ChatEventInput): ChatEvent {
  if (value.SessionStarted !== undefined) {
    return { SessionStarted: newSessionStarted(value.SessionStarted) };
  }
  if (value.SessionCompleted !== undefined) {
    return { SessionCompleted: newSessionCompleted(value.SessionCompleted) };
  }
  if (value.RoundStarted !== undefined) {
    return { RoundStarted: newRoundStarted(value.RoundStarted) };
  }
  if (value.RoundCompleted !== undefined) {
    return { RoundCompleted: newRoundCompleted(value.RoundCompleted) };
  }
  if (value.ToolCalled !== undefined) {
    return { ToolCalled: newToolCalled(value.ToolCalled) };
  }
  return { MessageCountUpdated: newMessageCountUpdated(value.MessageCountUpdated) };
}

// Validators: the schemas themselves. They find every issue of a value, also of one that failed
// its check.

export const validateEventMeta: Validate = /*#__PURE__*/ validator(() =>
  record({
    event_id: STRING,
    occurred_at: typed("string", format("date-time", dateTime)),
    trace_id: optional(NULL_OR_STRING),
  }),
);

export const validateSessionStarted: Validate = /*#__PURE__*/ validator(() =>
  record({ meta: ref(validateEventMeta), session_id: STRING, model: STRING }),
);

export const validateSessionStatus: Validate = /*#__PURE__*/ validator(() =>
  strings("running", "completed", "error", "cancelled"),
);

export const validateSessionCompleted: Validate = /*#__PURE__*/ validator(() =>
  record({ meta: ref(validateEventMeta), session_id: STRING, status: ref(validateSessionStatus) }),
);

export const validateRoundStarted: Validate = /*#__PURE__*/ validator(() =>
  record({ meta: ref(validateEventMeta), round_id: STRING, session_id: STRING, model: STRING }),
);

export const validateRoundStatus: Validate = /*#__PURE__*/ validator(() =>
  strings("running", "success", "error", "cancelled"),
);

export const validateTokenUsage: Validate = /*#__PURE__*/ validator(() =>
  record({ prompt_tokens: UINT64, completion_tokens: UINT64, total_tokens: UINT64 }),
);

export const validateRoundCompleted: Validate = /*#__PURE__*/ validator(() =>
  record({
    meta: ref(validateEventMeta),
    round_id: STRING,
    session_id: STRING,
    status: ref(validateRoundStatus),
    usage: ref(validateTokenUsage),
    latency_ms: UINT64,
    error: optional(NULL_OR_STRING),
  }),
);

export const validateToolCalled: Validate = /*#__PURE__*/ validator(() =>
  record({
    meta: ref(validateEventMeta),
    tool_call_id: STRING,
    round_id: STRING,
    session_id: STRING,
    tool_name: STRING,
    latency_ms: UINT64,
    success: BOOLEAN,
  }),
);

export const validateMessageCountUpdated: Validate = /*#__PURE__*/ validator(() =>
  record({ meta: ref(validateEventMeta), session_id: STRING, message_count: UINT32 }),
);

export const validateChatEvent: Validate = /*#__PURE__*/ validator(() =>
  external({
    SessionStarted: validateSessionStarted,
    SessionCompleted: validateSessionCompleted,
    RoundStarted: validateRoundStarted,
    RoundCompleted: validateRoundCompleted,
    ToolCalled: validateToolCalled,
    MessageCountUpdated: validateMessageCountUpdated,
  }),
);

// Functions: what else this module offers for every type, made of what stands above.

export const parseEventMeta: Parse<EventMeta> = /*#__PURE__*/ parser(
  isEventMeta,
  validateEventMeta,
  newEventMeta,
);
export const decodeEventMeta: Decode<EventMeta> = /*#__PURE__*/ decoder(parseEventMeta);
export const encodeEventMeta: Encode<EventMetaInput> = /*#__PURE__*/ encoder(parseEventMeta);
export const dumpEventMeta: Dump<EventMetaInput> = /*#__PURE__*/ dumper(newEventMeta);

export const parseSessionStarted: Parse<SessionStarted> = /*#__PURE__*/ parser(
  isSessionStarted,
  validateSessionStarted,
  newSessionStarted,
);
export const decodeSessionStarted: Decode<SessionStarted> =
  /*#__PURE__*/ decoder(parseSessionStarted);
export const encodeSessionStarted: Encode<SessionStartedInput> =
  /*#__PURE__*/ encoder(parseSessionStarted);
export const dumpSessionStarted: Dump<SessionStartedInput> =
  /*#__PURE__*/ dumper(newSessionStarted);

export const parseSessionStatus: Parse<SessionStatus> = /*#__PURE__*/ parser(
  isSessionStatus,
  validateSessionStatus,
);
export const decodeSessionStatus: Decode<SessionStatus> = /*#__PURE__*/ decoder(parseSessionStatus);
export const encodeSessionStatus: Encode<SessionStatus> = /*#__PURE__*/ encoder(parseSessionStatus);
export const dumpSessionStatus: Dump<SessionStatus> = /*#__PURE__*/ dumper();

export const parseSessionCompleted: Parse<SessionCompleted> = /*#__PURE__*/ parser(
  isSessionCompleted,
  validateSessionCompleted,
  newSessionCompleted,
);
export const decodeSessionCompleted: Decode<SessionCompleted> =
  /*#__PURE__*/ decoder(parseSessionCompleted);
export const encodeSessionCompleted: Encode<SessionCompletedInput> =
  /*#__PURE__*/ encoder(parseSessionCompleted);
export const dumpSessionCompleted: Dump<SessionCompletedInput> =
  /*#__PURE__*/ dumper(newSessionCompleted);

export const parseRoundStarted: Parse<RoundStarted> = /*#__PURE__*/ parser(
  isRoundStarted,
  validateRoundStarted,
  newRoundStarted,
);
export const decodeRoundStarted: Decode<RoundStarted> = /*#__PURE__*/ decoder(parseRoundStarted);
export const encodeRoundStarted: Encode<RoundStartedInput> =
  /*#__PURE__*/ encoder(parseRoundStarted);
export const dumpRoundStarted: Dump<RoundStartedInput> = /*#__PURE__*/ dumper(newRoundStarted);

export const parseRoundStatus: Parse<RoundStatus> = /*#__PURE__*/ parser(
  isRoundStatus,
  validateRoundStatus,
);
export const decodeRoundStatus: Decode<RoundStatus> = /*#__PURE__*/ decoder(parseRoundStatus);
export const encodeRoundStatus: Encode<RoundStatus> = /*#__PURE__*/ encoder(parseRoundStatus);
export const dumpRoundStatus: Dump<RoundStatus> = /*#__PURE__*/ dumper();

export const parseTokenUsage: Parse<TokenUsage> = /*#__PURE__*/ parser(
  isTokenUsage,
  validateTokenUsage,
  newTokenUsage,
);
export const decodeTokenUsage: Decode<TokenUsage> = /*#__PURE__*/ decoder(parseTokenUsage);
export const encodeTokenUsage: Encode<TokenUsage> = /*#__PURE__*/ encoder(parseTokenUsage);
export const dumpTokenUsage: Dump<TokenUsage> = /*#__PURE__*/ dumper(newTokenUsage);

export const parseRoundCompleted: Parse<RoundCompleted> = /*#__PURE__*/ parser(
  isRoundCompleted,
  validateRoundCompleted,
  newRoundCompleted,
);
export const decodeRoundCompleted: Decode<RoundCompleted> =
  /*#__PURE__*/ decoder(parseRoundCompleted);
export const encodeRoundCompleted: Encode<RoundCompletedInput> =
  /*#__PURE__*/ encoder(parseRoundCompleted);
export const dumpRoundCompleted: Dump<RoundCompletedInput> =
  /*#__PURE__*/ dumper(newRoundCompleted);

export const parseToolCalled: Parse<ToolCalled> = /*#__PURE__*/ parser(
  isToolCalled,
  validateToolCalled,
  newToolCalled,
);
export const decodeToolCalled: Decode<ToolCalled> = /*#__PURE__*/ decoder(parseToolCalled);
export const encodeToolCalled: Encode<ToolCalledInput> = /*#__PURE__*/ encoder(parseToolCalled);
export const dumpToolCalled: Dump<ToolCalledInput> = /*#__PURE__*/ dumper(newToolCalled);

export const parseMessageCountUpdated: Parse<MessageCountUpdated> = /*#__PURE__*/ parser(
  isMessageCountUpdated,
  validateMessageCountUpdated,
  newMessageCountUpdated,
);
export const decodeMessageCountUpdated: Decode<MessageCountUpdated> =
  /*#__PURE__*/ decoder(parseMessageCountUpdated);
export const encodeMessageCountUpdated: Encode<MessageCountUpdatedInput> =
  /*#__PURE__*/ encoder(parseMessageCountUpdated);
export const dumpMessageCountUpdated: Dump<MessageCountUpdatedInput> =
  /*#__PURE__*/ dumper(newMessageCountUpdated);

export const parseChatEvent: ParseUnion<ChatEvent, UnknownChatEvent> = /*#__PURE__*/ unionParser(
  isChatEvent,
  validateChatEvent,
  UnknownChatEvent,
  readChatEvent,
);
export const decodeChatEvent: DecodeUnion<ChatEvent, UnknownChatEvent> =
  /*#__PURE__*/ unionDecoder(parseChatEvent);
export const encodeChatEvent: Encode<ChatEventInput | UnknownChatEvent> =
  /*#__PURE__*/ encoder(parseChatEvent);
export const dumpChatEvent: Dump<ChatEventInput | UnknownChatEvent> =
  /*#__PURE__*/ dumper(readChatEvent);

export {
  decodeChatEvent as decode,
  encodeChatEvent as encode,
  parseChatEvent as parse,
  dumpChatEvent as dump,
  validateChatEvent as validate,
  isChatEvent as is,
};
