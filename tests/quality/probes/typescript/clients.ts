/** What clients pass on, store and export: functions as values, types that are inferred. */

import * as ef from "agent-events/event-frame";

export const codecs = { decode: ef.decode, encode: ef.encode, goal: ef.decodeThreadGoal };

export class Client {
  readonly decode = ef.decode;
  readonly parse = ef.parse;
  readonly is = ef.is;
  readonly validate = ef.validate;
}

function readAll<T>(lines: readonly string[], decode: (line: string) => T): T[] {
  return lines.map((line) => decode(line));
}

export const frames: ef.EventFrame[] = readAll([], ef.decode);
export const first: Promise<ef.EventFrame> = Promise.resolve("").then(ef.decode);
export const returned: ReturnType<typeof ef.decode> extends ef.EventFrame ? true : false = true;

export function read(line: string, keep: boolean): ef.EventFrame | ef.UnknownEventFrame {
  return ef.decode(line, { unknown: keep ? "keep" : "error" });
}

export function parsed(value: unknown, keep: boolean): ef.EventFrame | ef.UnknownEventFrame {
  return ef.parse(value, { unknown: keep ? "keep" : "error" });
}

export function delta(channel: ef.ResponseChannel | undefined): ef.ResponseDelta {
  return ef.newResponseDelta({ response_id: "r", delta: "d", channel });
}

export function forwarded(unknown: ef.UnknownEventFrame): string {
  // @ts-expect-error: a copy is no instance of the class that keeps it.
  ef.encode({ ...unknown });
  return ef.encode(unknown);
}

export const logged = (issues: readonly ef.Issue[], json: ef.JsonObject): unknown[] => [
  ...issues,
  json["event"],
];
