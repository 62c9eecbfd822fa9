/**
 * Puts payloads through a compiled TypeScript module.
 *
 * Usage: node replay.mjs MODULE.js, with a JSON array of {text, type, unknown} on standard input;
 * `type` is the named type to read, or null for the short names. Writes a JSON array of what
 * became of each.
 */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { replay } from "./replaying.mjs";

const bindings = await import(pathToFileURL(resolve(process.argv[2])).href);
const payloads = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(payloads.map((payload) => replay(bindings, payload))));
