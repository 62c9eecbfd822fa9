/**
 * Decodes payloads with a compiled TypeScript module and encodes what it read.
 *
 * Usage: node replay.mjs MODULE.js, with a JSON array of {text, type, unknown} on standard input;
 * `type` is the named type to read, or null for the short names. Writes a JSON array in the same
 * order: {encoded, kept, namedAlike, reread} or {issues}, where the code `crash` stands for any
 * other error.
 */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const bindings = await import(pathToFileURL(resolve(process.argv[2])).href);
const unknownTypes = Object.keys(bindings).filter((name) => name.startsWith("Unknown"));

/** Whether a value has what is written of it under the names that stand in the JSON. */
function namedAlike(value, written) {
  if (typeof written !== "object" || written === null) return Object.is(value, written);
  return Object.keys(written).every(
    (name) => Object.hasOwn(value, name) && namedAlike(value[name], written[name]),
  );
}

function replay({ text, type, unknown }) {
  const [decode, encode, parse, dump] = ["decode", "encode", "parse", "dump"].map(
    (name) => bindings[name + (type ?? "")],
  );
  const options = unknown === "keep" ? [{ unknown }] : [];
  try {
    const value = decode(text, ...options);
    const encoded = encode(value);
    const written = dump(value);
    const reread = encode(parse(written, ...options)) === encoded;
    if (unknownTypes.some((name) => value instanceof bindings[name])) {
      return { encoded, kept: value.tag, reread };
    }
    return { encoded, namedAlike: namedAlike(value, written), reread };
  } catch (error) {
    if (!(error instanceof bindings.DecodeError)) return { issues: [["", "crash", String(error)]] };
    return { issues: error.issues.map(({ path, code, message }) => [path, code, message]) };
  }
}

const payloads = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(payloads.map(replay)));
