/**
 * A long-lived process that reads payloads with generated TypeScript modules.
 *
 * It takes one JSON request a line and answers each with one line of JSON:
 * {load: [FOLDER, ...]} compiles the packages there and imports their modules;
 * {folder, module, payloads} decodes each payload, a text or {hex} for bytes, and answers with
 * {encoded}, {issues} or {fault}, which is anything that no reader may do.
 */

import { readdirSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const ts = createRequire(new URL("../node/package.json", import.meta.url))("typescript");
const modules = new Map();

async function load(folder) {
  const [source, built] = [join(folder, "src"), join(folder, "dist")];
  mkdirSync(built, { recursive: true });
  const names = readdirSync(source).map((file) => file.replace(/\.ts$/, ""));
  for (const name of names) {
    const compilerOptions = { target: "ES2022", module: "ES2022", verbatimModuleSyntax: true };
    const text = readFileSync(join(source, `${name}.ts`), "utf8");
    const { outputText } = ts.transpileModule(text, { compilerOptions });
    writeFileSync(join(built, `${name}.js`), outputText);
  }
  for (const name of names) {
    const url = pathToFileURL(join(built, `${name}.js`)).href;
    modules.set(`${folder}/${name}`, await import(url));
  }
}

const triples = (issues) => issues.map(({ path, code, message }) => [path, code, message]);

/** What the functions that take a JSON value say of a text that JSON.parse reads exactly. */
function disagreement(bindings, text, issues) {
  if (typeof text !== "string" || /[0-9]{16}|[eE]/.test(text)) return undefined;
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (issues.length === 1 && issues[0][0] === "" && issues[0][1] === "json") return undefined;
  const listed = triples(bindings.validate(value));
  if (JSON.stringify(listed) !== JSON.stringify(issues)) return { validate: listed, issues };
  if (bindings.is(value) !== (issues.length === 0)) return { is: bindings.is(value), issues };
  return undefined;
}

function read(bindings, payload) {
  const data = typeof payload === "string" ? payload : Buffer.from(payload.hex, "hex");
  let outcome;
  try {
    const encoded = bindings.encode(bindings.decode(data));
    outcome = { encoded };
  } catch (error) {
    if (!(error instanceof bindings.DecodeError)) return { fault: String(error?.stack ?? error) };
    outcome = { issues: triples(error.issues) };
  }
  try {
    const other = disagreement(bindings, data, outcome.issues ?? []);
    return other ? { fault: `decode and its sisters differ: ${JSON.stringify(other)}` } : outcome;
  } catch (error) {
    return { fault: String(error?.stack ?? error) };
  }
}

async function answer(request) {
  if (!request.load) {
    const bindings = modules.get(`${request.folder}/${request.module}`);
    return request.payloads.map((payload) => read(bindings, payload));
  }
  for (const folder of request.load) await load(folder);
  return "loaded";
}

for await (const line of createInterface({ input: process.stdin })) {
  let reply;
  try {
    reply = { answer: await answer(JSON.parse(line)) };
  } catch (error) {
    reply = { error: String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
