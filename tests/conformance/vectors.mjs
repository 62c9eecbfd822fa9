/**
 * Decodes vectors with a compiled TypeScript package, each as its own type, and encodes them again.
 *
 * Usage: node vectors.mjs PACKAGE_FOLDER MODULE VECTORS.jsonl; writes a JSON array with one element
 * for each vector: {encoded} or {issues}.
 */

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, module, file] = process.argv.slice(2);
const path = join(resolve(folder), "dist", `${module}.js`);
const bindings = await import(pathToFileURL(path).href);

function outcome(read) {
  try {
    return { encoded: read() };
  } catch (error) {
    if (!(error instanceof bindings.DecodeError)) throw error;
    return { issues: error.issues.map(({ path, code, message }) => [path, code, message]) };
  }
}

function replay({ type, text }) {
  const encode = bindings[`encode${type}`];
  return outcome(() => encode(bindings[`decode${type}`](text)));
}

const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
process.stdout.write(JSON.stringify(lines.map((line) => replay(JSON.parse(line)))));
