/**
 * Reads hostile payloads with a compiled TypeScript package.
 *
 * Usage: node payloads.mjs PACKAGE_FOLDER, with a JSON array of {module, before, unit, count,
 * after, hex} on standard input: a text with a part that is repeated, or bytes. Writes a JSON array
 * of {accepted, written, issues, count, seconds} or {fault}; long lists of issues are cut.
 */

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2]);
const KEPT = 200;

async function outcome({ module, before, unit, count, after, hex }) {
  const bindings = await import(pathToFileURL(join(folder, "dist", `${module}.js`)).href);
  const data = hex ? Buffer.from(hex, "hex") : before + unit.repeat(count) + after;
  const start = process.cpuUsage();
  const seconds = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  try {
    const written = bindings.encode(bindings.decode(data));
    return { accepted: true, written: written.slice(0, 1000), issues: [], count: 0, seconds: seconds() };
  } catch (error) {
    if (!(error instanceof bindings.DecodeError)) return { fault: String(error?.stack ?? error) };
    const issues = error.issues.slice(0, KEPT).map(({ path, code, message }) => [path, code, message]);
    return { accepted: false, written: "", issues, count: error.issues.length, seconds: seconds() };
  }
}

const names = () => Object.getOwnPropertyNames(Object.prototype).join();
const before = names();
const outcomes = [];
for (const payload of JSON.parse(readFileSync(0, "utf8"))) {
  const made = await outcome(payload);
  const touched = names() !== before || {}.polluted !== undefined;
  outcomes.push(touched ? { fault: "Object.prototype was touched" } : made);
}
process.stdout.write(JSON.stringify(outcomes));
