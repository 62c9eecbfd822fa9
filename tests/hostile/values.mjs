/**
 * Puts values that no JSON text makes through a compiled TypeScript package.
 *
 * Usage: node values.mjs PACKAGE_FOLDER; writes a JSON object with {fault, passedOn, seconds} for
 * each value and module: a fault is an exception that is no DecodeError, or answers that contradict;
 * what a value throws itself when it is looked at is no fault, but passed on.
 */

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const DELTA = { event: "response_delta", response_id: "a", delta: "b" };

class OwnError extends Error {}

function raise() {
  throw new OwnError("called");
}

function cyclic(value) {
  value.zz = value;
  return value;
}

function deep() {
  let made = [];
  for (let level = 0; level < 100_000; level++) made = [made];
  return made;
}

const all = (value) => new Proxy(value, { get: raise, has: raise, ownKeys: raise });
const handled = (value) => new Proxy(value, {});
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

class Event {
  event = "response_delta";
  response_id = "a";
  delta = "b";
}

const VALUES = {
  undefined: () => undefined,
  function: () => raise,
  symbol: () => Symbol("a"),
  bigint: () => 1n,
  "bigint in a member": () => ({ ...DELTA, zz: 1n }),
  NaN: () => NaN,
  "NaN in a member": () => ({ ...DELTA, zz: NaN }),
  "infinity in a member": () => ({ ...DELTA, zz: [Infinity] }),
  "cyclic object": () => cyclic({ ...DELTA }),
  "cyclic list": () => {
    const made = [];
    made.push(made);
    return made;
  },
  "100,000 levels": deep,
  "levels in a member": () => ({ ...DELTA, zz: deep() }),
  date: () => new Date(0),
  "date in a member": () => ({ ...DELTA, zz: new Date(0) }),
  map: () => new Map([["event", "response_delta"]]),
  "map in a member": () => ({ ...DELTA, zz: new Map() }),
  set: () => new Set(["a"]),
  bytes: () => new Uint8Array(3),
  "bytes in a member": () => ({ ...DELTA, zz: new Uint8Array(3) }),
  "boxed string": () => ({ ...DELTA, delta: new String("b") }),
  "boxed number": () => ({ ...DELTA, zz: new Number(1) }),
  "regular expression": () => /a/,
  promise: () => Promise.resolve(DELTA),
  error: () => new Error("a"),
  "object of a class": () => new Event(),
  "object without a prototype": () => Object.assign(Object.create(null), DELTA),
  "members that are inherited": () => Object.create(DELTA),
  "member that throws": () => Object.defineProperty({ ...DELTA }, "zz", { get: raise, enumerable: true }),
  "tag that throws": () => Object.defineProperty({ ...DELTA }, "event", { get: raise }),
  "member that changes": () => {
    let count = 0;
    return Object.defineProperty({ ...DELTA }, "delta", {
      get: () => "b".repeat(count++ % 3), // of another type, it would be valid now and then
      enumerable: true,
    });
  },
  "hidden member": () => Object.defineProperty({ ...DELTA }, "delta", { enumerable: false }),
  "symbol as a name": () => ({ ...DELTA, [Symbol("a")]: 1 }),
  "proxy that throws": () => all({ ...DELTA }),
  "proxy that throws, in a member": () => ({ ...DELTA, zz: all({}) }),
  "proxy of a list that throws": () => ({ ...DELTA, zz: all([]) }),
  "proxy that lets through": () => handled({ ...DELTA }),
  "proxy that is revoked": revoked,
  "proxy that is revoked, in a member": () => ({ ...DELTA, zz: revoked() }),
  "__proto__ of its own": () => JSON.parse('{"event":"response_delta","__proto__":{"delta":"b"}}'),
  "toJSON that throws": () => ({ ...DELTA, toJSON: raise }),
  "toJSON in a member": () => ({ ...DELTA, zz: { toJSON: () => "x" } }),
  "array with a hole": () => ({ ...DELTA, zz: [1, , 2] }),
  "array with a member": () => ({ ...DELTA, zz: Object.assign([1], { a: 1 }) }),
  "array of a hundred million holes": () => ({ ...DELTA, zz: new Array(100_000_000) }),
  "lone surrogate": () => ({ ...DELTA, delta: "\ud800" }),
  "lone surrogate in a name": () => ({ ...DELTA, "\ud800": 1 }),
  "a million items": () => ({ ...DELTA, zz: new Array(1_000_000).fill(1) }),
  "a million wrong items": () => new Array(1_000_000).fill(null),
};

/** What is wrong with the answers about a value, if anything is. */
function fault(bindings, make) {
  const issues = bindings.validate(make());
  if (issues.length > 101) return `${issues.length} issues`;
  // `is` looks at no member that the type does not name, so that it may take what is no JSON.
  const foreign = issues.some(({ code }) => code === "json");
  const narrowed = bindings.is(make());
  if (!foreign && narrowed !== (issues.length === 0)) return `is: ${narrowed}`;
  try {
    const value = bindings.parse(make());
    if (issues.length > 0) return "parse takes what validate refuses";
    JSON.parse(bindings.encode(value));
  } catch (error) {
    if (!(error instanceof bindings.DecodeError)) throw error;
    if (issues.length === 0) return `validate takes what parse refuses`;
  }
  return null;
}

const found = {};
for (const module of ["event-frame", "chat-event"]) {
  const bindings = await import(pathToFileURL(join(folder, "dist", `${module}.js`)).href);
  for (const [name, make] of Object.entries(VALUES)) {
    const start = process.cpuUsage();
    let told = null;
    let passedOn = false;
    try {
      told = fault(bindings, make);
    } catch (error) {
      passedOn =
        error instanceof OwnError || (error instanceof TypeError && /revoked/.test(error.message));
      if (!passedOn) told = String(error?.stack ?? error);
    }
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    found[`${module}: ${name}`] = { fault: told, passedOn, seconds };
  }
}
process.stdout.write(JSON.stringify(found));
