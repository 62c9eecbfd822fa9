/**
 * Decodes payloads with a compiled TypeScript package and encodes what it read.
 *
 * Usage: node replay.mjs PACKAGE_FOLDER, with a JSON array of {module, text} on standard input;
 * writes a JSON array of {encoded} or {issues} in the same order.
 */

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const modules = new Map();

async function load(name) {
  if (!modules.has(name)) {
    const file = join(folder, "dist", `${name}.js`);
    modules.set(name, await import(pathToFileURL(file).href));
  }
  return modules.get(name);
}

async function replay({ module, text }) {
  const { DecodeError, decode, encode } = await load(module);
  try {
    return { encoded: encode(decode(text)) };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return { issues: error.issues.map(({ path, code, message }) => [path, code, message]) };
  }
}

const outcomes = [];
for (const payload of JSON.parse(readFileSync(0, "utf8"))) outcomes.push(await replay(payload));
process.stdout.write(JSON.stringify(outcomes));
