/**
 * What all modules of this package stand on: JSON text, issues, and the rules that find them.
 *
 * Made by eventwright; run `eventwright generate` to make it anew.
 */

// Types

/** What a JSON text stands for. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** One thing that is wrong with a payload. */
export interface Issue {
  /** Where it is, as a JSON Pointer (RFC 6901). */
  readonly path: string;
  /** The JSON Schema keyword that failed, or `tag`, `json`, `precision` or `limit`. */
  readonly code: string;
  readonly message: string;
}

class IssuesError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ path, message }) => `${path || "the payload"} ${message}`).join("\n"));
    this.issues = issues;
  }
}

/** A payload is not what its schema asks for; `issues` tells all that is wrong with it. */
export class DecodeError extends IssuesError {
  override readonly name: string = "DecodeError";
}

/** A value has no JSON text; `issues` tells where and why. */
export class EncodeError extends IssuesError {
  override readonly name: string = "EncodeError";
}

/** A value whose tag isn't known, kept as it came; it is written back unchanged. */
export class Unknown {
  /** Only what was made here is one: no copy of its members can be written. */
  declare protected readonly made: true;
  readonly tag: string;
  readonly raw: JsonValue;

  constructor(tag: string, raw: JsonValue) {
    this.tag = tag;
    this.raw = raw;
  }

  /** What JSON.stringify writes. */
  toJSON(): JsonValue {
    return this.raw;
  }
}

/** An object with exactly one of the members of `Variants`. */
export type OneOf<Variants> = {
  [Tag in keyof Variants]: { readonly [T in Tag]: Variants[T] } & {
    // Every object inherits the members of Object, so that those can't be ruled out.
    readonly [Other in Exclude<keyof Variants, Tag | keyof object | keyof Object>]?: never;
  };
}[keyof Variants];

/** An object of a type, as far as nobody has checked: only the names of its members are known. */
export type Unchecked<T> = { readonly [Name in keyof T]?: unknown };

/** The same type, where members of these names may be absent. */
export type WithOptional<T, Names extends keyof T> = Omit<T, Names> & {
  readonly [Name in Names]?: T[Name] | undefined;
};

// The comments stand on the signatures, where editors show them for a call. The last signature counts
// where a function is passed on: it has no options, as the index that `map` gives is none.

export interface Decode<T> {
  /** Reads JSON text, a string or UTF-8 bytes. Throws a DecodeError if it isn't valid. */
  (text: string | Uint8Array): T;
}

export interface DecodeUnion<T, U> {
  /** Reads JSON text, a string or UTF-8 bytes. Throws a DecodeError if it isn't valid. */
  (text: string | Uint8Array, options?: { readonly unknown?: "error" }): T;
  /** Reads JSON text; asked to, it keeps a value whose tag isn't known. */
  (text: string | Uint8Array, options: { readonly unknown: "error" | "keep" }): T | U;
  (text: string | Uint8Array): T;
}

export interface Encode<I> {
  /** Writes JSON text. Throws an EncodeError if the value holds something that JSON can't. */
  (value: I): string;
}

export interface Parse<T> {
  /**
   * Reads a JSON value. Throws a DecodeError if it isn't valid; an error that a getter or a proxy
   * in the value throws itself is passed on as it is.
   */
  (value: unknown): T;
}

export interface ParseUnion<T, U> {
  /** Reads a JSON value. Throws a DecodeError if it isn't valid. */
  (value: unknown, options?: { readonly unknown?: "error" }): T;
  /** Reads a JSON value; asked to, it keeps one whose tag isn't known. */
  (value: unknown, options: { readonly unknown: "error" | "keep" }): T | U;
  (value: unknown): T;
}

export interface Dump<I> {
  /** Makes a JSON value. */
  (value: I): JsonValue;
}

export interface Validate {
  /** Lists all that is wrong with a JSON value: nothing, if it is valid. */
  (value: unknown): Issue[];
}

export interface Guard<T> {
  /** Tells whether a JSON value is valid; whether it is JSON isn't asked. */
  (value: unknown): value is T;
}

/** Adds the issues of a value that stands at a path. */
export interface Rule {
  (value: unknown, path: string, issues: Issue[]): void;
  /** Where the tag of a tagged union stands, unless it is the only key, and the tags. */
  readonly union?: { readonly way?: readonly string[]; readonly known: Pairs<Validate | null> };
}

/** A member that may be absent, and the rule that it passes where it isn't. */
interface Optional {
  readonly rule: Rule;
}

/** Things by name, in order: in a list where an object would give them another one. */
type Named<T> = { readonly [name: string]: T } | Pairs<T>;
type Pairs<T> = readonly (readonly [string, T])[];

interface Options {
  readonly unknown?: "error" | "keep";
}

/** An object of which nothing else is known. */
export interface Members {
  readonly [name: string]: unknown;
}

type Read<I, T> = (value: I) => T;
type Write<I> = (value: I) => unknown;

/** What is known about a type. */
interface Steps<I, T, U = never> {
  /** Whether JSON can be read as it is; where it says no, `validate` decides. */
  readonly check: Guard<I>;
  readonly read: Read<I, T>;
  readonly validate: Validate;
  readonly write: Write<I>;
  /** What keeps a value with an unknown tag. */
  readonly Kept?: UnknownClass<U>;
}

type UnknownClass<U> = new (tag: string, raw: JsonValue) => U;

// The functions of a type

/** Makes the `validate` of a type, whose rule is made when it is first asked for. */
export function validator(make: () => Rule): Validate {
  let made: Rule | undefined;
  const rule = (): Rule => (made ??= make());
  return Object.assign((value: unknown) => explained(value, rule()), { rule });
}

/** Makes the `parse` of a type: the check decides, and `validate` explains. */
export function parser<I, T extends I>(
  check: Guard<I>,
  validate: Validate,
  read: Read<I, T> = (value) => value as T,
  write: Write<I> = read,
): Parse<T> {
  const steps: Steps<I, T> = { check, read, validate, write };
  return Object.assign((value: unknown) => parse(value, steps), { steps });
}

/** Makes the `parse` of a tagged union. */
export function unionParser<I, T extends I, U>(
  check: Guard<I>,
  validate: Validate,
  Kept: UnknownClass<U>,
  read: Read<I, T> = (value) => value as T,
  write: Write<I> = read,
): ParseUnion<T, U> {
  const steps: Steps<I, T, U> = { check, read, validate, write, Kept };
  const read_ = (value: unknown, options?: Options) => parse(value, steps, options);
  // The overloads of the interface say more than one signature can.
  return Object.assign(read_, { steps }) as unknown as ParseUnion<T, U>;
}

/** Makes the `decode` of a type from its `parse`. */
export function decoder<T>(parse: Parse<T>): Decode<T> {
  const steps: Steps<never, T> = stepsOf(parse);
  return (text) => decode(text, steps);
}

/** Makes the `decode` of a tagged union from its `parse`. */
export function unionDecoder<T, U>(parse: ParseUnion<T, U>): DecodeUnion<T, U> {
  const steps: Steps<never, T> = stepsOf(parse);
  // The overloads of the interface say more than one signature can.
  return ((text: string | Uint8Array, options?: Options) =>
    decode(text, steps, options)) as DecodeUnion<T, U>;
}

// Where there are too many issues to tell them all, digits may be lost among the others.
const LOSSES: readonly string[] = ["precision", "limit"];

/** Makes the `encode` of a type from its `parse`. */
export function encoder<I, T>(parse: Parse<T>): Encode<I | Unknown> {
  const { write, validate }: Steps<I, T> = stepsOf(parse);
  return (value) => {
    const json = dump(value, write);
    if (writable(json)) return JSON.stringify(json);
    const issues = explained(json, ANY_JSON);
    if (issues.length > 0) throw new EncodeError(issues);
    // Nothing says how many digits an unknown variant has.
    if (value instanceof Unknown) return stringify(json);
    const found = issuesOf(ruleOf(validate), json);
    const lost = found.filter(({ code }) => LOSSES.includes(code));
    if (lost.length > 0) throw new EncodeError(lost);
    return stringify(json);
  };
}

function stepsOf<I, T>(parse: Parse<T>): Steps<I, T> {
  // Whatever makes a `parse` leaves its steps there.
  return (parse as Parse<T> & { readonly steps: Steps<I, T> }).steps;
}

/** Makes the `dump` of a type. */
export function dumper<I>(write: Write<I> = (value) => value): Dump<I | Unknown> {
  return (value) => dump(value, write);
}

/** Makes the `is` of a type whose check may refuse a valid value. */
export function guard<I>(check: Guard<I>, validate: Validate): Guard<I> {
  return (value): value is I => check(value) || validate(value).length === 0;
}

/** Reads a text: by the fast path if the check says yes, else as the rule decides. */
function decode<I, T, U>(
  data: string | Uint8Array,
  steps: Steps<I, T, U>,
  options?: Options,
): T | U {
  const text = typeof data === "string" ? data : fromUtf8(data);
  const value = fromText(text);
  if (steps.check(value)) return steps.read(value);
  return decided(LONG_INTEGER.test(text) ? exactly(text) : value, steps, options);
}

/** Reads a value that may be anything. */
function parse<I, T, U>(value: unknown, steps: Steps<I, T, U>, options?: Options): T | U {
  const foreign = explained(value, ANYTHING);
  if (foreign.length > 0) throw new DecodeError(foreign);
  if (steps.check(value)) return steps.read(value);
  return decided(value, steps, options);
}

/** Reads a JSON value that the check refused, as the rule decides: by all of its digits. */
function decided<I, T, U>(value: unknown, steps: Steps<I, T, U>, options?: Options): T | U {
  const rule = ruleOf(steps.validate);
  const issues = issuesOf(rule, value);
  // What the rule has nothing against is what the check looks for.
  if (issues.length === 0) return heldByNumbers(steps.read(value as I));
  const tag = options?.unknown === "keep" ? unknownTag(rule, value) : undefined;
  if (steps.Kept === undefined || tag === undefined) throw new DecodeError(issues);
  return new steps.Kept(tag, heldByNumbers(value as JsonValue));
}

/** A value that was read by all of its digits, of which numbers have to hold those that it keeps. */
function heldByNumbers<T>(value: T): T {
  if (anyJson(value)) return value;
  const issues = issuesOf(ANY_JSON, value);
  if (issues.length > 0) throw new DecodeError(issues);
  return inNumbers(value) as T;
}

/** The same value with numbers for its bigints. */
function inNumbers(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (isArray(value)) return value.map(inNumbers);
  return anObject<Members>(value) ? mapMembers(value, inNumbers) : value;
}

/** The tag of a value of a union whose tag is the one thing that isn't known. */
function unknownTag({ union }: Rule, value: unknown): string | undefined {
  if (union === undefined) return undefined;
  // A string is a tag where a known tag may stand alone.
  const bare = typeof value === "string" && union.known.some(([, variant]) => !variant);
  const key = anObject(value) ? onlyKey(value) : bare ? value : undefined;
  const tag = union.way ? tagAt(value, union.way) : key;
  const known = typeof tag !== "string" || union.known.some(([name]) => name === tag);
  return known ? undefined : tag;
}

function dump<I>(value: I | Unknown, write: Write<I>): JsonValue {
  // The types of values say what JSON they are made of, but no interface is a JsonObject.
  return value instanceof Unknown ? value.raw : (write(value) as JsonValue);
}

/** What is wrong with a value that may be anything. */
function explained(value: unknown, rule: Rule): Issue[] {
  const asked: Rule = (value, path, issues) => {
    // Nearly always it is JSON, and to see that takes neither paths nor an order.
    if (!writable(value)) inspect(value, path, issues, MAX_LEVELS);
    if (issues.length === 0) rule(value, path, issues);
  };
  return issuesOf(asked, value);
}

// JSON text

const MAX_LEVELS = 127;
const MAX_DIGITS = 4300;
// In a text that begins with so many characters, so few quotes among them, are large strings.
const LONG = 4096;
const FEW = 100;
const UTF8: TextDecoder = /*#__PURE__*/ new TextDecoder("utf-8", {
  fatal: true,
  ignoreBOM: true,
});
const LONG_INTEGER = /\d{16}/;
const DIGITS_AROUND = /(?<=(\d*))\d+/y;
const NUMERAL = /-?\d+(\.\d+)?([eE][+-]?\d+)?/g;
const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;
const ESCAPED_PAIR = /\\\\|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}/g;
// No text that was accepted holds a lone surrogate, so it can mark what stands for an integer.
const MARK = "\ud800";

function fromUtf8(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw refused("is not valid UTF-8");
  }
}

/** The value of a text in which integers are the nearest numbers. */
function fromText(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused(isTooDeep(text) ? "has more than 127 levels of nesting" : "is not valid JSON");
  }
  if (!showsAll(value, text)) {
    if (!isShallow(text) && isTooDeep(text, value)) {
      throw refused("has more than 127 levels of nesting");
    }
    if (hasLoneSurrogate(text)) throw refused("has a lone surrogate");
  }
  if (text.length > MAX_DIGITS && hasLongInteger(text)) {
    throw refused("has a number of more than 4300 digits");
  }
  return value;
}

/** The value of a text in which an integer that a number may not hold is a bigint. */
function exactly(text: string): unknown {
  const mark = (part: string): string =>
    part.replace(NUMERAL, (digits, fraction, exponent) =>
      fraction || exponent || Number.isSafeInteger(Number(digits)) ? digits : `"${MARK}${digits}"`,
    );
  // In fewer characters stands no such integer.
  const marked = betweenStrings(text, (part) => (part.length < 16 ? part : mark(part)));
  return JSON.parse(marked, (_, value) =>
    typeof value === "string" && value.startsWith(MARK) ? BigInt(value.slice(1)) : value,
  );
}

/** Whether a text is clearly too short to be too deep, as far as it is JSON. */
function isShallow(text: string): boolean {
  // A level of arrays takes two characters, and one of objects five.
  const { length } = text;
  return length <= 2 * MAX_LEVELS || (length <= 5 * MAX_LEVELS && !text.includes("["));
}

/** Whether it is soon clear by its value that a text has not too many levels, nor lone surrogates. */
function showsAll(value: unknown, text: string): boolean {
  if (text.length < LONG || hasMore(text.slice(0, LONG), '"', FEW)) return false;
  const { levels, strings } = outlineOf(text);
  // A value lacks a member whose key stands again behind it, and so a string at least.
  return levels <= MAX_LEVELS && strings === countStrings(value);
}

/** The number of a value's strings, names included; NaN if there is a lone surrogate in one. */
function countStrings(value: unknown): number {
  if (typeof value === "string") return value.isWellFormed() ? 1 : NaN;
  let count = 0;
  if (isArray(value)) {
    for (const item of value) count += countStrings(item);
  } else if (isWhole(value)) {
    for (const [name, member] of Object.entries(value)) {
      count += countStrings(name) + countStrings(member);
    }
  }
  return count;
}

/** Whether a text has too many levels; its value, if it has one, may tell sooner. */
function isTooDeep(text: string, value?: unknown): boolean {
  // The cheaper tests come first: most texts have few brackets, those in strings included.
  return (
    hasMore(text, "[{", MAX_LEVELS) && !isFlat(text, value) && outlineOf(text).levels > MAX_LEVELS
  );
}

/** Whether any of some characters stand more often in a text than so many times. */
function hasMore(text: string, characters: string, most: number): boolean {
  let found = 0;
  for (const character of characters) {
    let at = text.indexOf(character);
    for (; at >= 0 && found <= most; at = text.indexOf(character, at + 1)) found++;
  }
  return found > most;
}

/** Whether the first levels of a value have so many of its text's brackets that few are left. */
function isFlat(text: string, value: unknown): boolean {
  let seen = 0;
  let level = [value].filter(isWhole);
  for (let deeper = MAX_LEVELS - 1; level.length > 0; deeper--) {
    seen += level.length;
    if (seen > MAX_LEVELS) return !hasMore(text, "[{", seen + deeper);
    const inside: object[] = [];
    for (const whole of level) {
      for (const part of isArray(whole) ? whole : Object.values(whole)) {
        if (isWhole(part)) inside.push(part);
      }
    }
    level = inside;
  }
  return false;
}

function isWhole(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** How many levels and strings a text has. */
function outlineOf(text: string): { levels: number; strings: number } {
  let level = 0;
  let levels = 0;
  let strings = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      strings++;
      at = closingQuote(text, at);
      if (at < 0) break; // what follows is inside a string that never ends
    } else if (character === "[" || character === "{") {
      levels = Math.max(levels, ++level);
    } else if (character === "]" || character === "}") {
      level--;
    }
  }
  return { levels, strings };
}

/** Whether more digits than are read stand side by side, be it in a string. */
function hasManyDigits(text: string): boolean {
  // One of so many stands where the index is a multiple of their number.
  for (let at = 0; at < text.length; at += MAX_DIGITS + 1) {
    DIGITS_AROUND.lastIndex = at;
    const digits = DIGITS_AROUND.exec(text)?.join("") ?? "";
    if (digits.length > MAX_DIGITS) return true;
  }
  return false;
}

function hasLongInteger(text: string): boolean {
  if (!hasManyDigits(text)) return false;
  let found = false;
  betweenStrings(text, (part) => {
    for (const [digits, fraction, exponent] of part.matchAll(NUMERAL)) {
      found ||= !fraction && !exponent && digits.replace("-", "").length > MAX_DIGITS;
    }
    return part;
  });
  return found;
}

function hasLoneSurrogate(text: string): boolean {
  if (!text.isWellFormed()) return true;
  if (!text.includes("\\u") || !ESCAPED_SURROGATE.test(text)) return false;
  // Without the escaped backslashes, every backslash that is left begins an escape.
  return ESCAPED_SURROGATE.test(text.replace(ESCAPED_PAIR, ""));
}

/** The text with its parts outside of strings changed. */
function betweenStrings(text: string, change: (part: string) => string): string {
  let changed = "";
  let end = 0;
  for (;;) {
    const start = text.indexOf('"', end);
    const close = start < 0 ? -1 : closingQuote(text, start);
    if (close < 0) return changed + change(text.slice(end));
    changed += change(text.slice(end, start)) + text.slice(start, close + 1);
    end = close + 1;
  }
}

function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let first = at;
    while (text[first - 1] === "\\") first--;
    if ((at - first) % 2 === 0) return at;
  }
  return -1;
}

/** Whether JSON.stringify writes a value as it is. */
function writable(value: unknown, levels: number = MAX_LEVELS): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value === "number") return aNumber(value);
  if (value === null || typeof value === "boolean") return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) return everyItem(value, (item) => writable(item, levels - 1));
  if (!anObject(value) || !isPlain(value)) return false;
  return everyMember(value, (member, name) => name.isWellFormed() && writable(member, levels - 1));
}

/** The text of a JSON value; every integer up to 1e21 is written with all its digits. */
function stringify(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(stringify).join(",")}]`;
  if (anObject(value)) {
    const texts = Object.entries(value).map(
      ([name, member]) => member !== undefined && `${JSON.stringify(name)}:${stringify(member)}`,
    );
    return `{${texts.filter(Boolean).join(",")}}`;
  }
  const long = Number.isInteger(value) && Math.abs(Number(value)) < 1e21;
  return long ? String(BigInt(Number(value))) : JSON.stringify(value);
}

function refused(message: string): DecodeError {
  return new DecodeError([{ path: "", code: "json", message }]);
}

// JSON values

const TOO_DEEP: Issue = {
  path: "",
  code: "json",
  message: "has more than 127 levels of nesting",
};

/** Notes what is no JSON in a value of at most so many levels. */
function inspect(value: unknown, path: string, issues: Issue[], levels: number): void {
  if (typeof value === "string") {
    if (!value.isWellFormed()) report(issues, path, "json", "has a lone surrogate");
  } else if (isArray(value) || (anObject(value) && isPlain(value))) {
    // It is told alone, so that the search is broken off: issuesOf catches this.
    if (levels === 0) throw TOO_DEEP;
    for (const [key, inner] of entries(value)) {
      if (String(key).isWellFormed()) inspect(inner, child(path, key), issues, levels - 1);
      else report(issues, path, "json", "has a lone surrogate");
    }
  } else if (value !== null && typeof value !== "boolean" && typeof value !== "number") {
    report(issues, path, "json", "is not a JSON value");
  }
}

/** Whether an object is no instance of a class; it may come from another realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The names of an object's members; one that is undefined is absent. */
function names(value: Members): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

/** Sorts names by code points. */
function inOrder(found: string[]): string[] {
  // Code units are sorted in a fraction of the time, and otherwise only where there are surrogates.
  return found.sort(found.some((name) => SURROGATE.test(name)) ? byCodePoint : undefined);
}

/** The items of an array, or the members of an object by their names in code-point order. */
function entries(value: readonly unknown[] | Members): Iterable<[string | number, unknown]> {
  if (isArray(value)) return value.entries();
  return inOrder(names(value)).map((name) => [name, value[name]]);
}

const SURROGATE = /[\ud800-\udfff]/;

function byCodePoint(left: string, right: string): number {
  for (let at = 0; at < left.length && at < right.length; at++) {
    const difference = left.codePointAt(at)! - right.codePointAt(at)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function child(path: string, segment: string | number): string {
  return `${path}/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// Tests for the checks

/** Whether a value is an object; of its members only the names are known, from a type. */
export function anObject<T = Members>(value: unknown): value is Unchecked<T> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a string. */
export function aString(value: unknown): value is string {
  return typeof value === "string";
}

/** Whether a value is a number of either kind. */
export function numeric(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

/** Whether a value is a number of which no digit is lost. */
export function aNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
}

/** Whether a value is a number without a fraction, within bounds. */
export function integerWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === "number" && value >= low && value <= high && Number.isInteger(value);
}

/** Whether all of a value can be kept; a large number is for `validate` to decide. */
export function anyJson(value: unknown, levels: number = MAX_LEVELS): value is JsonValue {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return aNumber(value);
    case "object":
      if (value === null) return true;
      if (levels === 0) return false;
      if (Array.isArray(value)) {
        for (const item of value) if (!anyJson(item, levels - 1)) return false;
        return true;
      }
      return anObject(value) && everyMember(value, (member) => anyJson(member, levels - 1));
    default:
      return false;
  }
}

/** Whether a value is an array whose items all pass. */
export function anArrayOf(value: unknown, test: (item: unknown) => boolean): value is unknown[] {
  return Array.isArray(value) && everyItem(value, test);
}

/** Whether all items pass. */
export function everyItem(value: readonly unknown[], test: (item: unknown) => boolean): boolean {
  // Array.every would skip what a sparse array lacks.
  for (const item of value) if (!test(item)) return false;
  return true;
}

/** Whether all members pass; one that is undefined is absent. */
function everyMember(value: Members, test: (member: unknown, name: string) => boolean): boolean {
  // This takes a quarter of the time of a loop over Object.keys.
  for (const name in value) {
    const member = value[name];
    if (member !== undefined && !test(member, name) && Object.hasOwn(value, name)) return false;
  }
  return true;
}

/** What stands at a path of members' names; undefined if one is missing. */
export function tagAt(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const name of path) found = anObject(found) ? own(found, name) : undefined;
  return found;
}

/** The name of the only member; undefined if there is none, or more than one. */
export function onlyKey(value: Members): string | undefined {
  const keys = Object.keys(value);
  // Nearly always there is one, and to leave out what is undefined would take as long as the rest.
  const [only, other] = keys.length === 1 ? keys : names(value);
  return only !== undefined && value[only] !== undefined && other === undefined ? only : undefined;
}

/** A member of an object itself, where the object may inherit one of that name. */
export function own<T extends object, K extends keyof T>(value: T, name: K): T[K] {
  // The types of optional members include undefined, so that this is one of its values.
  return (Object.hasOwn(value, name) ? value[name] : undefined) as T[K];
}

// Helpers of readers and writers

/** Converts a value that may be null; one that is absent is null as well. */
export function orNull<I, T>(value: I | null | undefined, convert: (value: I) => T): T | null {
  return value === null || value === undefined ? null : convert(value);
}

/** Converts the members of an object whose member names are data. */
export function mapMembers<N extends string, I, T>(
  value: { readonly [name in N]?: I },
  convert: (member: I) => T,
): { readonly [name in N]: T } {
  const made: { [name: string]: T } = {};
  for (const name of Object.keys(value)) setMember(made, name, convert(value[name as N] as I));
  return made as { readonly [name in N]: T };
}

/** Sets a member; to assign one that is named __proto__ would set no member. */
function setMember<T>(made: { [name: string]: T }, name: string, value: T): void {
  if (name === "__proto__") {
    const described = { value, configurable: true, enumerable: true, writable: true };
    Object.defineProperty(made, name, described);
  } else {
    made[name] = value;
  }
}

// Rules

type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** The types as messages call them. */
const TYPES: Readonly<Record<JsonType, string>> = {
  null: "null",
  boolean: "a boolean",
  integer: "an integer",
  number: "a number",
  string: "a string",
  array: "an array",
  object: "an object",
};

const MAX_ISSUES = 100;
const MORE_ISSUES: Issue = {
  path: "",
  code: "limit",
  message: "has more issues than the 100 told here",
};

/** Tells an issue, which several rules may find, once. */
function report(issues: Issue[], path: string, code: string, message: string): void {
  const told = issues.some((i) => i.path === path && i.code === code && i.message === message);
  if (told) return;
  // Nobody reads on, so that the search is broken off: issuesOf catches this.
  if (issues.length === MAX_ISSUES) throw MORE_ISSUES;
  issues.push({ path, code, message });
}

/** All issues of a value, or as many as are told; too deep a nesting is told alone. */
function issuesOf(rule: Rule, value: unknown, path: string = ""): Issue[] {
  const issues: Issue[] = [];
  try {
    rule(value, path, issues);
  } catch (thrown) {
    if (thrown === TOO_DEEP) return [TOO_DEEP];
    if (thrown !== MORE_ISSUES) throw thrown;
    issues.push(MORE_ISSUES);
  }
  return issues;
}

/** Tells of a number that can't be kept; gives whether the value is one. */
function reportLoss(value: unknown, path: string, issues: Issue[], integer = false): boolean {
  const lossy = integer ? !Number.isSafeInteger(value) : isChanged(value);
  if (typeof value === "number" && !Number.isFinite(value)) {
    report(issues, path, "json", "must be a finite number");
  } else if (lossy) {
    report(
      issues,
      path,
      "precision",
      "is an integer that needs more than 53 bits, which a number can't hold",
    );
  } else {
    return false;
  }
  return true;
}

/** Whether no number holds this integer. */
function isChanged(value: unknown): boolean {
  // Loose equality compares a bigint and a number by what they stand for.
  return typeof value === "bigint" && (Number(value) as unknown) != value;
}

function reportType(issues: Issue[], path: string, types: readonly JsonType[]): void {
  const wanted = types.map((type) => TYPES[type]).join(" or ");
  report(issues, path, "type", "must be " + wanted);
}

function hasType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "integer":
      return typeof value === "bigint" || Number.isInteger(value);
    case "number":
      return numeric(value);
    case "array":
      return isArray(value);
    case "object":
      return anObject(value);
    default:
      return typeof value === type;
  }
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A value of one of these types that also passes the rules; a wrong type is told alone. */
export function typed(types: JsonType | readonly JsonType[], ...rules: readonly Rule[]): Rule {
  const wanted = [types].flat() as readonly JsonType[];
  return (value, path, issues) => {
    if (!wanted.some((type) => hasType(value, type))) {
      reportType(issues, path, wanted);
      return;
    }
    const integer = wanted.includes("integer") && hasType(value, "integer");
    if (reportLoss(value, path, issues, integer)) return;
    for (const rule of rules) rule(value, path, issues);
  };
}

/** Null, or what passes the rule. */
export function nullable(rule: Rule): Rule {
  return (value, path, issues) => {
    if (value !== null) rule(value, path, issues);
  };
}

/** The rule that the `validate` of a type goes by. */
function ruleOf(validate: Validate): Rule {
  // Whatever makes a `validate` leaves its rule there.
  return (validate as Validate & { readonly rule: () => Rule }).rule();
}

/** The rule of a named type; types may refer to each other in circles. */
export function ref(validate: Validate): Rule {
  return (value, path, issues) => ruleOf(validate)(value, path, issues);
}

/** Makes a rule of a test, which tells this issue where the test does not hold. */
function assertion(code: string, message: string, holds: (value: unknown) => boolean): Rule {
  return (value, path, issues) => {
    if (!holds(value)) report(issues, path, code, message);
  };
}

// Rules: several for the same value

/** Passes everything. */
export function ANYTHING(): void {}

// Rules: objects

/** An object whose members pass their rules, and which passes the others. */
export function record(rules: Named<Rule | Optional>, ...others: readonly Rule[]): Rule {
  return typed("object", members(rules), ...others);
}

/** The known members of a value, if it is an object. */
export function members(rules: Named<Rule | Optional>): Rule {
  const known = pairs(rules);
  return (object, path, issues) => {
    if (!anObject(object)) return;
    for (const [name, member] of known) {
      const value = own(object, name);
      const rule = typeof member === "function" ? member : member.rule;
      if (value !== undefined) {
        rule(value, child(path, name), issues);
      } else if (rule === member) {
        report(issues, child(path, name), "required", "is required");
      }
    }
  };
}

function pairs<T>(named: Named<T>): Pairs<T> {
  return isArray(named) ? named : Object.entries(named);
}

/** A member that may be absent, and passes the rule where it isn't. */
export function optional(rule: Rule): Optional {
  return { rule };
}

// Rules: arrays

/** An array whose items pass the rule. */
export function arrayOf(rule: Rule): Rule {
  return typed("array", items(rule));
}

/** The items of a value, if it is an array, from an index on. */
export function items(rule: Rule, start: number = 0): Rule {
  return (value, path, issues) => {
    if (!isArray(value)) return;
    for (let index = start; index < value.length; index++) {
      rule(value[index], child(path, index), issues);
    }
  };
}

// Rules: strings and numbers

/** A string, if it is one, has this format. */
export function format(name: string, test: (text: string) => boolean): Rule {
  return assertion("format", "must be a valid " + name, (value) => !aString(value) || test(value));
}

/** A number, if it is one, is at least this. */
export function minimum(limit: number | bigint): Rule {
  const message = "must be at least " + limit;
  return assertion("minimum", message, (value) => !numeric(value) || value >= limit);
}

/** A number, if it is one, is at most this. */
export function maximum(limit: number | bigint): Rule {
  const message = "must be at most " + limit;
  return assertion("maximum", message, (value) => !numeric(value) || value <= limit);
}

// Rules: values

type Json = null | boolean | number | bigint | string;

/** One of these values. */
export function among(...values: readonly Json[]): Rule {
  const message = "must be one of " + shown(values);
  const known = new Set<unknown>(values);
  const isAmong = (value: unknown) => values.some((other) => sameJson(value, other));
  return assertion("enum", message, (value) => known.has(value) || isAmong(value));
}

/** One of these strings. */
export function strings(...values: readonly string[]): Rule {
  return typed("string", among(...values));
}

/** This value. */
export function constant(other: Json): Rule {
  const message = "must be " + shown(other);
  return assertion("const", message, (value) => sameJson(value, other));
}

/** Whether two JSON values, neither of them an array or an object, are equal. */
export function sameJson(left: unknown, right: unknown): boolean {
  // 1n and 1 are one integer, and only loose equality says so.
  return left === right || (numeric(left) && numeric(right) && left == right);
}

/** A value of the schema as messages show it. */
function shown(value: Json | readonly Json[]): string {
  if (isArray(value)) return `[${value.map(shown).join(", ")}]`;
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}

/** Any JSON value, as long as every number in it can be kept. */
export function ANY_JSON(value: unknown, path: string, issues: Issue[]): void {
  // Nearly always all can be, and to see that takes neither paths nor an order.
  if (!writable(value)) reportLosses(value, path, issues);
}

function reportLosses(value: unknown, path: string, issues: Issue[]): void {
  if (reportLoss(value, path, issues) || !(isArray(value) || anObject(value))) return;
  for (const [key, inner] of entries(value)) reportLosses(inner, child(path, key), issues);
}

// Rules: unions

/** An object that a string inside it assigns to a variant, or to a rule for all other objects. */
export function internal(
  tag: string | readonly string[],
  variants: Named<Validate | null>,
  missing?: Rule,
  unknown?: Rule,
): Rule {
  const way = [tag].flat();
  const known = pairs(variants);
  const byTag = new Map<unknown, Validate | null>(known);
  const rule: Rule = (value, path, issues) => {
    let at = path;
    let name = value;
    for (const segment of way) {
      if (!anObject(name)) return reportType(issues, at, ["object"]);
      at = child(at, segment);
      name = own(name, segment);
      if (name !== undefined) continue;
      if (missing) missing(value, path, issues);
      else report(issues, at, "required", "is required");
      return;
    }
    const variant = byTag.get(name);
    const rule = variant ? ruleOf(variant) : unknown;
    if (rule) rule(value, path, issues);
    else reportTag(issues, at, known);
  };
  return Object.assign(rule, { union: { way, known } });
}

/** An object whose only key names the variant, or a string that does: one without a rule. */
export function external(variants: Named<Validate | null>): Rule {
  const known = pairs(variants);
  const types = (["string", "object"] as const).filter((type) =>
    known.some(([, variant]) => (variant ? "object" : "string") === type),
  );
  const rule = typed(types, (value, path, issues) => {
    const bare = typeof value === "string";
    const key = bare ? value : onlyKey(value as Members);
    if (key === undefined) {
      report(issues, path, "tag", "must have exactly one key, which names the variant");
      return;
    }
    const at = bare ? path : child(path, key);
    const found = known.find(([tag, variant]) => tag === key && !variant === bare);
    if (!found) return reportTag(issues, at, known);
    const [, variant] = found;
    if (variant) ruleOf(variant)((value as Members)[key], at, issues);
  });
  return Object.assign(rule, { union: { known } });
}

function reportTag(issues: Issue[], path: string, known: Pairs<unknown>): void {
  const tags = new Set(known.map(([tag]) => tag));
  report(issues, path, "tag", "must name one of the variants " + shown([...tags]));
}

// Rules: what many schemas say

export const BOOLEAN: Rule = /*#__PURE__*/ typed("boolean");
export const STRING: Rule = /*#__PURE__*/ typed("string");
export const NULL_OR_STRING: Rule = /*#__PURE__*/ typed(["null", "string"]);
export const INT32: Rule = /*#__PURE__*/ typed(
  "integer",
  /*#__PURE__*/ minimum(-2147483648),
  /*#__PURE__*/ maximum(2147483647),
);
export const UINT32: Rule = /*#__PURE__*/ typed(
  "integer",
  /*#__PURE__*/ minimum(0),
  /*#__PURE__*/ maximum(4294967295),
);
export const INT64: Rule = /*#__PURE__*/ typed(
  "integer",
  /*#__PURE__*/ minimum(-9223372036854775808n),
  /*#__PURE__*/ maximum(9223372036854775807n),
);
export const NULL_OR_INT64: Rule = /*#__PURE__*/ typed(
  ["null", "integer"],
  /*#__PURE__*/ minimum(-9223372036854775808n),
  /*#__PURE__*/ maximum(9223372036854775807n),
);
export const UINT64: Rule = /*#__PURE__*/ typed(
  "integer",
  /*#__PURE__*/ minimum(0),
  /*#__PURE__*/ maximum(18446744073709551615n),
);
