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
  Guard,
  JsonValue,
  Keep,
  OneOf,
  Parse,
  ParseUnion,
  Rule,
  Validate,
  Variant,
} from "./runtime.js";
import {
  BOOLEAN,
  STRING,
  UINT32,
  UINT64,
  Unknown,
  among,
  anObject,
  asIs,
  decoder,
  encoder,
  external,
  format,
  integerWithin,
  keepExternal,
  onlyKey,
  optional,
  parser,
  record,
  ref,
  required,
  typed,
  unionDecoder,
  unionParser,
  validator,
  variant,
} from "./runtime.js";

export { DecodeError, EncodeError } from "./runtime.js";
export type { Issue, JsonValue } from "./runtime.js";

// Types

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

/** What it is made of: members that have a default may be left out. */
export interface EventMetaInput extends Omit<EventMeta, "trace_id"> {
  readonly trace_id?: string | null;
}

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

/** What it is made of: members that have a default may be left out. */
export interface SessionStartedInput extends Omit<SessionStarted, "meta"> {
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

/** What it is made of: members that have a default may be left out. */
export interface SessionCompletedInput extends Omit<SessionCompleted, "meta"> {
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

/** What it is made of: members that have a default may be left out. */
export interface RoundStartedInput extends Omit<RoundStarted, "meta"> {
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

/** What it is made of: members that have a default may be left out. */
export interface RoundCompletedInput extends Omit<RoundCompleted, "meta" | "error"> {
  readonly meta: EventMetaInput;
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

/** What it is made of: members that have a default may be left out. */
export interface ToolCalledInput extends Omit<ToolCalled, "meta"> {
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

/** What it is made of: members that have a default may be left out. */
export interface MessageCountUpdatedInput extends Omit<MessageCountUpdated, "meta"> {
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

/** What it is made of: members that have a default may be left out. */
export type ChatEventInput = OneOf<ChatEventInputVariants>;

/** A ChatEvent with a tag that the schema doesn't know, kept as it came. */
export class UnknownChatEvent extends Unknown {}

// Functions: what this module offers for every type.

export const decodeEventMeta: Decode<EventMeta> = /* @__PURE__ */ decoder(
  checkEventMeta,
  readEventMeta,
  eventMetaRule,
);
export const encodeEventMeta: Encode<EventMeta> = /* @__PURE__ */ encoder(
  writeEventMeta,
  eventMetaRule,
);
export const parseEventMeta: Parse<EventMeta> = /* @__PURE__ */ parser(
  checkEventMeta,
  readEventMeta,
  eventMetaRule,
);
export const dumpEventMeta: Dump<EventMeta> = writeEventMeta;
export const validateEventMeta: Validate = /* @__PURE__ */ validator(eventMetaRule);
export const isEventMeta: Guard<EventMetaInput> = checkEventMeta;

export const decodeSessionStarted: Decode<SessionStarted> = /* @__PURE__ */ decoder(
  checkSessionStarted,
  readSessionStarted,
  sessionStartedRule,
);
export const encodeSessionStarted: Encode<SessionStarted> = /* @__PURE__ */ encoder(
  writeSessionStarted,
  sessionStartedRule,
);
export const parseSessionStarted: Parse<SessionStarted> = /* @__PURE__ */ parser(
  checkSessionStarted,
  readSessionStarted,
  sessionStartedRule,
);
export const dumpSessionStarted: Dump<SessionStarted> = writeSessionStarted;
export const validateSessionStarted: Validate = /* @__PURE__ */ validator(sessionStartedRule);
export const isSessionStarted: Guard<SessionStartedInput> = checkSessionStarted;

export const decodeSessionStatus: Decode<SessionStatus> = /* @__PURE__ */ decoder(
  checkSessionStatus,
  asIs,
  sessionStatusRule,
);
export const encodeSessionStatus: Encode<SessionStatus> = /* @__PURE__ */ encoder(
  asIs,
  sessionStatusRule,
);
export const parseSessionStatus: Parse<SessionStatus> = /* @__PURE__ */ parser(
  checkSessionStatus,
  asIs,
  sessionStatusRule,
);
export const dumpSessionStatus: Dump<SessionStatus> = asIs;
export const validateSessionStatus: Validate = /* @__PURE__ */ validator(sessionStatusRule);
export const isSessionStatus: Guard<SessionStatus> = checkSessionStatus;

export const decodeSessionCompleted: Decode<SessionCompleted> = /* @__PURE__ */ decoder(
  checkSessionCompleted,
  readSessionCompleted,
  sessionCompletedRule,
);
export const encodeSessionCompleted: Encode<SessionCompleted> = /* @__PURE__ */ encoder(
  writeSessionCompleted,
  sessionCompletedRule,
);
export const parseSessionCompleted: Parse<SessionCompleted> = /* @__PURE__ */ parser(
  checkSessionCompleted,
  readSessionCompleted,
  sessionCompletedRule,
);
export const dumpSessionCompleted: Dump<SessionCompleted> = writeSessionCompleted;
export const validateSessionCompleted: Validate = /* @__PURE__ */ validator(sessionCompletedRule);
export const isSessionCompleted: Guard<SessionCompletedInput> = checkSessionCompleted;

export const decodeRoundStarted: Decode<RoundStarted> = /* @__PURE__ */ decoder(
  checkRoundStarted,
  readRoundStarted,
  roundStartedRule,
);
export const encodeRoundStarted: Encode<RoundStarted> = /* @__PURE__ */ encoder(
  writeRoundStarted,
  roundStartedRule,
);
export const parseRoundStarted: Parse<RoundStarted> = /* @__PURE__ */ parser(
  checkRoundStarted,
  readRoundStarted,
  roundStartedRule,
);
export const dumpRoundStarted: Dump<RoundStarted> = writeRoundStarted;
export const validateRoundStarted: Validate = /* @__PURE__ */ validator(roundStartedRule);
export const isRoundStarted: Guard<RoundStartedInput> = checkRoundStarted;

export const decodeRoundStatus: Decode<RoundStatus> = /* @__PURE__ */ decoder(
  checkRoundStatus,
  asIs,
  roundStatusRule,
);
export const encodeRoundStatus: Encode<RoundStatus> = /* @__PURE__ */ encoder(
  asIs,
  roundStatusRule,
);
export const parseRoundStatus: Parse<RoundStatus> = /* @__PURE__ */ parser(
  checkRoundStatus,
  asIs,
  roundStatusRule,
);
export const dumpRoundStatus: Dump<RoundStatus> = asIs;
export const validateRoundStatus: Validate = /* @__PURE__ */ validator(roundStatusRule);
export const isRoundStatus: Guard<RoundStatus> = checkRoundStatus;

export const decodeTokenUsage: Decode<TokenUsage> = /* @__PURE__ */ decoder(
  checkTokenUsage,
  readTokenUsage,
  tokenUsageRule,
);
export const encodeTokenUsage: Encode<TokenUsage> = /* @__PURE__ */ encoder(
  writeTokenUsage,
  tokenUsageRule,
);
export const parseTokenUsage: Parse<TokenUsage> = /* @__PURE__ */ parser(
  checkTokenUsage,
  readTokenUsage,
  tokenUsageRule,
);
export const dumpTokenUsage: Dump<TokenUsage> = writeTokenUsage;
export const validateTokenUsage: Validate = /* @__PURE__ */ validator(tokenUsageRule);
export const isTokenUsage: Guard<TokenUsage> = checkTokenUsage;

export const decodeRoundCompleted: Decode<RoundCompleted> = /* @__PURE__ */ decoder(
  checkRoundCompleted,
  readRoundCompleted,
  roundCompletedRule,
);
export const encodeRoundCompleted: Encode<RoundCompleted> = /* @__PURE__ */ encoder(
  writeRoundCompleted,
  roundCompletedRule,
);
export const parseRoundCompleted: Parse<RoundCompleted> = /* @__PURE__ */ parser(
  checkRoundCompleted,
  readRoundCompleted,
  roundCompletedRule,
);
export const dumpRoundCompleted: Dump<RoundCompleted> = writeRoundCompleted;
export const validateRoundCompleted: Validate = /* @__PURE__ */ validator(roundCompletedRule);
export const isRoundCompleted: Guard<RoundCompletedInput> = checkRoundCompleted;

export const decodeToolCalled: Decode<ToolCalled> = /* @__PURE__ */ decoder(
  checkToolCalled,
  readToolCalled,
  toolCalledRule,
);
export const encodeToolCalled: Encode<ToolCalled> = /* @__PURE__ */ encoder(
  writeToolCalled,
  toolCalledRule,
);
export const parseToolCalled: Parse<ToolCalled> = /* @__PURE__ */ parser(
  checkToolCalled,
  readToolCalled,
  toolCalledRule,
);
export const dumpToolCalled: Dump<ToolCalled> = writeToolCalled;
export const validateToolCalled: Validate = /* @__PURE__ */ validator(toolCalledRule);
export const isToolCalled: Guard<ToolCalledInput> = checkToolCalled;

export const decodeMessageCountUpdated: Decode<MessageCountUpdated> = /* @__PURE__ */ decoder(
  checkMessageCountUpdated,
  readMessageCountUpdated,
  messageCountUpdatedRule,
);
export const encodeMessageCountUpdated: Encode<MessageCountUpdated> = /* @__PURE__ */ encoder(
  writeMessageCountUpdated,
  messageCountUpdatedRule,
);
export const parseMessageCountUpdated: Parse<MessageCountUpdated> = /* @__PURE__ */ parser(
  checkMessageCountUpdated,
  readMessageCountUpdated,
  messageCountUpdatedRule,
);
export const dumpMessageCountUpdated: Dump<MessageCountUpdated> = writeMessageCountUpdated;
export const validateMessageCountUpdated: Validate =
  /* @__PURE__ */ validator(messageCountUpdatedRule);
export const isMessageCountUpdated: Guard<MessageCountUpdatedInput> = checkMessageCountUpdated;

const chatEventKeep: Keep<UnknownChatEvent> = /* @__PURE__ */ keepExternal(
  chatEventVariants,
  UnknownChatEvent,
);
export const decodeChatEvent: DecodeUnion<ChatEvent, UnknownChatEvent> =
  /* @__PURE__ */ unionDecoder(checkChatEvent, readChatEvent, chatEventRule, chatEventKeep);
export const encodeChatEvent: Encode<ChatEvent | UnknownChatEvent> = /* @__PURE__ */ encoder(
  writeChatEvent,
  chatEventRule,
);
export const parseChatEvent: ParseUnion<ChatEvent, UnknownChatEvent> = /* @__PURE__ */ unionParser(
  checkChatEvent,
  readChatEvent,
  chatEventRule,
  chatEventKeep,
);
export const dumpChatEvent: Dump<ChatEvent | UnknownChatEvent> = writeChatEvent;
export const validateChatEvent: Validate = /* @__PURE__ */ validator(chatEventRule);
export const isChatEvent: Guard<ChatEventInput> = checkChatEvent;

export {
  decodeChatEvent as decode,
  encodeChatEvent as encode,
  parseChatEvent as parse,
  dumpChatEvent as dump,
  validateChatEvent as validate,
  isChatEvent as is,
};

// Records: made from their members.

/** Fills in its defaults. */
export function newEventMeta(init: EventMetaInput): EventMeta {
  return readEventMeta(init);
}

export function newSessionStarted(init: SessionStartedInput): SessionStarted {
  return readSessionStarted(init);
}

export function newSessionCompleted(init: SessionCompletedInput): SessionCompleted {
  return readSessionCompleted(init);
}

export function newRoundStarted(init: RoundStartedInput): RoundStarted {
  return readRoundStarted(init);
}

export function newTokenUsage(init: TokenUsage): TokenUsage {
  return readTokenUsage(init);
}

/** Fills in its defaults. */
export function newRoundCompleted(init: RoundCompletedInput): RoundCompleted {
  return readRoundCompleted(init);
}

export function newToolCalled(init: ToolCalledInput): ToolCalled {
  return readToolCalled(init);
}

export function newMessageCountUpdated(init: MessageCountUpdatedInput): MessageCountUpdated {
  return readMessageCountUpdated(init);
}

// Checks: whether a value is valid, in one pass and without explanation.

function checkEventMeta(value: unknown): value is EventMetaInput {
  return (
    anObject<EventMetaInput>(value) &&
    typeof value.event_id === "string" &&
    typeof value.occurred_at === "string" &&
    dateTime(value.occurred_at) &&
    (value.trace_id === undefined || value.trace_id === null || typeof value.trace_id === "string")
  );
}

function checkSessionStarted(value: unknown): value is SessionStartedInput {
  return (
    anObject<SessionStartedInput>(value) &&
    checkEventMeta(value.meta) &&
    typeof value.session_id === "string" &&
    typeof value.model === "string"
  );
}

function checkSessionStatus(value: unknown): value is SessionStatus {
  return value === "running" || value === "completed" || value === "error" || value === "cancelled";
}

function checkSessionCompleted(value: unknown): value is SessionCompletedInput {
  return (
    anObject<SessionCompletedInput>(value) &&
    checkEventMeta(value.meta) &&
    typeof value.session_id === "string" &&
    checkSessionStatus(value.status)
  );
}

function checkRoundStarted(value: unknown): value is RoundStartedInput {
  return (
    anObject<RoundStartedInput>(value) &&
    checkEventMeta(value.meta) &&
    typeof value.round_id === "string" &&
    typeof value.session_id === "string" &&
    typeof value.model === "string"
  );
}

function checkRoundStatus(value: unknown): value is RoundStatus {
  return value === "running" || value === "success" || value === "error" || value === "cancelled";
}

function checkTokenUsage(value: unknown): value is TokenUsage {
  return (
    anObject<TokenUsage>(value) &&
    integerWithin(value.prompt_tokens, 0, Number.MAX_SAFE_INTEGER) &&
    integerWithin(value.completion_tokens, 0, Number.MAX_SAFE_INTEGER) &&
    integerWithin(value.total_tokens, 0, Number.MAX_SAFE_INTEGER)
  );
}

function checkRoundCompleted(value: unknown): value is RoundCompletedInput {
  return (
    anObject<RoundCompletedInput>(value) &&
    checkEventMeta(value.meta) &&
    typeof value.round_id === "string" &&
    typeof value.session_id === "string" &&
    checkRoundStatus(value.status) &&
    checkTokenUsage(value.usage) &&
    integerWithin(value.latency_ms, 0, Number.MAX_SAFE_INTEGER) &&
    (value.error === undefined || value.error === null || typeof value.error === "string")
  );
}

function checkToolCalled(value: unknown): value is ToolCalledInput {
  return (
    anObject<ToolCalledInput>(value) &&
    checkEventMeta(value.meta) &&
    typeof value.tool_call_id === "string" &&
    typeof value.round_id === "string" &&
    typeof value.session_id === "string" &&
    typeof value.tool_name === "string" &&
    integerWithin(value.latency_ms, 0, Number.MAX_SAFE_INTEGER) &&
    typeof value.success === "boolean"
  );
}

function checkMessageCountUpdated(value: unknown): value is MessageCountUpdatedInput {
  return (
    anObject<MessageCountUpdatedInput>(value) &&
    checkEventMeta(value.meta) &&
    typeof value.session_id === "string" &&
    integerWithin(value.message_count, 0, 4294967295)
  );
}

function checkChatEvent(value: unknown): value is ChatEventInput {
  if (!anObject<ChatEventInputVariants>(value)) return false;
  switch (onlyKey(value)) {
    case "SessionStarted":
      return checkSessionStarted(value.SessionStarted);
    case "SessionCompleted":
      return checkSessionCompleted(value.SessionCompleted);
    case "RoundStarted":
      return checkRoundStarted(value.RoundStarted);
    case "RoundCompleted":
      return checkRoundCompleted(value.RoundCompleted);
    case "ToolCalled":
      return checkToolCalled(value.ToolCalled);
    case "MessageCountUpdated":
      return checkMessageCountUpdated(value.MessageCountUpdated);
    default:
      return false;
  }
}

// Readers: the value of checked JSON, with its defaults applied.

function readEventMeta(value: EventMetaInput): EventMeta {
  return {
    event_id: value.event_id,
    occurred_at: value.occurred_at,
    trace_id: value.trace_id ?? null,
  };
}

function readSessionStarted(value: SessionStartedInput): SessionStarted {
  return {
    meta: readEventMeta(value.meta),
    session_id: value.session_id,
    model: value.model,
  };
}

function readSessionCompleted(value: SessionCompletedInput): SessionCompleted {
  return {
    meta: readEventMeta(value.meta),
    session_id: value.session_id,
    status: value.status,
  };
}

function readRoundStarted(value: RoundStartedInput): RoundStarted {
  return {
    meta: readEventMeta(value.meta),
    round_id: value.round_id,
    session_id: value.session_id,
    model: value.model,
  };
}

function readTokenUsage(value: TokenUsage): TokenUsage {
  return {
    prompt_tokens: value.prompt_tokens,
    completion_tokens: value.completion_tokens,
    total_tokens: value.total_tokens,
  };
}

function readRoundCompleted(value: RoundCompletedInput): RoundCompleted {
  return {
    meta: readEventMeta(value.meta),
    round_id: value.round_id,
    session_id: value.session_id,
    status: value.status,
    usage: readTokenUsage(value.usage),
    latency_ms: value.latency_ms,
    error: value.error ?? null,
  };
}

function readToolCalled(value: ToolCalledInput): ToolCalled {
  return {
    meta: readEventMeta(value.meta),
    tool_call_id: value.tool_call_id,
    round_id: value.round_id,
    session_id: value.session_id,
    tool_name: value.tool_name,
    latency_ms: value.latency_ms,
    success: value.success,
  };
}

function readMessageCountUpdated(value: MessageCountUpdatedInput): MessageCountUpdated {
  return {
    meta: readEventMeta(value.meta),
    session_id: value.session_id,
    message_count: value.message_count,
  };
}

function readChatEvent(value: ChatEventInput): ChatEvent {
  if (value.SessionStarted !== undefined) {
    return { SessionStarted: readSessionStarted(value.SessionStarted) };
  }
  if (value.SessionCompleted !== undefined) {
    return { SessionCompleted: readSessionCompleted(value.SessionCompleted) };
  }
  if (value.RoundStarted !== undefined) {
    return { RoundStarted: readRoundStarted(value.RoundStarted) };
  }
  if (value.RoundCompleted !== undefined) {
    return { RoundCompleted: readRoundCompleted(value.RoundCompleted) };
  }
  if (value.ToolCalled !== undefined) {
    return { ToolCalled: readToolCalled(value.ToolCalled) };
  }
  return { MessageCountUpdated: readMessageCountUpdated(value.MessageCountUpdated) };
}

// Writers: the JSON of a value.

function writeEventMeta(value: EventMeta): JsonValue {
  return {
    event_id: value.event_id,
    occurred_at: value.occurred_at,
    trace_id: value.trace_id,
  };
}

function writeSessionStarted(value: SessionStarted): JsonValue {
  return {
    meta: writeEventMeta(value.meta),
    session_id: value.session_id,
    model: value.model,
  };
}

function writeSessionCompleted(value: SessionCompleted): JsonValue {
  return {
    meta: writeEventMeta(value.meta),
    session_id: value.session_id,
    status: value.status,
  };
}

function writeRoundStarted(value: RoundStarted): JsonValue {
  return {
    meta: writeEventMeta(value.meta),
    round_id: value.round_id,
    session_id: value.session_id,
    model: value.model,
  };
}

function writeTokenUsage(value: TokenUsage): JsonValue {
  return {
    prompt_tokens: value.prompt_tokens,
    completion_tokens: value.completion_tokens,
    total_tokens: value.total_tokens,
  };
}

function writeRoundCompleted(value: RoundCompleted): JsonValue {
  return {
    meta: writeEventMeta(value.meta),
    round_id: value.round_id,
    session_id: value.session_id,
    status: value.status,
    usage: writeTokenUsage(value.usage),
    latency_ms: value.latency_ms,
    error: value.error,
  };
}

function writeToolCalled(value: ToolCalled): JsonValue {
  return {
    meta: writeEventMeta(value.meta),
    tool_call_id: value.tool_call_id,
    round_id: value.round_id,
    session_id: value.session_id,
    tool_name: value.tool_name,
    latency_ms: value.latency_ms,
    success: value.success,
  };
}

function writeMessageCountUpdated(value: MessageCountUpdated): JsonValue {
  return {
    meta: writeEventMeta(value.meta),
    session_id: value.session_id,
    message_count: value.message_count,
  };
}

function writeChatEvent(value: ChatEvent | UnknownChatEvent): JsonValue {
  if (value instanceof UnknownChatEvent) return value.raw;
  if (value.SessionStarted !== undefined) {
    return { SessionStarted: writeSessionStarted(value.SessionStarted) };
  }
  if (value.SessionCompleted !== undefined) {
    return { SessionCompleted: writeSessionCompleted(value.SessionCompleted) };
  }
  if (value.RoundStarted !== undefined) {
    return { RoundStarted: writeRoundStarted(value.RoundStarted) };
  }
  if (value.RoundCompleted !== undefined) {
    return { RoundCompleted: writeRoundCompleted(value.RoundCompleted) };
  }
  if (value.ToolCalled !== undefined) {
    return { ToolCalled: writeToolCalled(value.ToolCalled) };
  }
  return { MessageCountUpdated: writeMessageCountUpdated(value.MessageCountUpdated) };
}

// Rules: the schemas themselves. They find every issue of a value that failed its check.

function eventMetaRule(): Rule {
  return record(
    required("event_id", STRING),
    required("occurred_at", typed("string", format("date-time", dateTime))),
    optional("trace_id", typed(["null", "string"])),
  );
}

function sessionStartedRule(): Rule {
  return record(
    required("meta", ref(eventMetaRule)),
    required("session_id", STRING),
    required("model", STRING),
  );
}

function sessionStatusRule(): Rule {
  return typed("string", among("running", "completed", "error", "cancelled"));
}

function sessionCompletedRule(): Rule {
  return record(
    required("meta", ref(eventMetaRule)),
    required("session_id", STRING),
    required("status", ref(sessionStatusRule)),
  );
}

function roundStartedRule(): Rule {
  return record(
    required("meta", ref(eventMetaRule)),
    required("round_id", STRING),
    required("session_id", STRING),
    required("model", STRING),
  );
}

function roundStatusRule(): Rule {
  return typed("string", among("running", "success", "error", "cancelled"));
}

function tokenUsageRule(): Rule {
  return record(
    required("prompt_tokens", UINT64),
    required("completion_tokens", UINT64),
    required("total_tokens", UINT64),
  );
}

function roundCompletedRule(): Rule {
  return record(
    required("meta", ref(eventMetaRule)),
    required("round_id", STRING),
    required("session_id", STRING),
    required("status", ref(roundStatusRule)),
    required("usage", ref(tokenUsageRule)),
    required("latency_ms", UINT64),
    optional("error", typed(["null", "string"])),
  );
}

function toolCalledRule(): Rule {
  return record(
    required("meta", ref(eventMetaRule)),
    required("tool_call_id", STRING),
    required("round_id", STRING),
    required("session_id", STRING),
    required("tool_name", STRING),
    required("latency_ms", UINT64),
    required("success", BOOLEAN),
  );
}

function messageCountUpdatedRule(): Rule {
  return record(
    required("meta", ref(eventMetaRule)),
    required("session_id", STRING),
    required("message_count", UINT32),
  );
}

function chatEventVariants(): Variant[] {
  return [
    variant("SessionStarted", ref(sessionStartedRule)),
    variant("SessionCompleted", ref(sessionCompletedRule)),
    variant("RoundStarted", ref(roundStartedRule)),
    variant("RoundCompleted", ref(roundCompletedRule)),
    variant("ToolCalled", ref(toolCalledRule)),
    variant("MessageCountUpdated", ref(messageCountUpdatedRule)),
  ];
}

function chatEventRule(): Rule {
  return external(chatEventVariants());
}
