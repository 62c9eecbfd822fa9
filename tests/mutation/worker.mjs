/**
 * A long-lived process that replays test vectors through TypeScript bindings held in memory.
 *
 * {payloads} says what to replay; {files, module} answers with what became of each payload;
 * {files, module, type} replays those of one type first, stops at the first whose outcome
 * differs from that of the files given before it, and answers with {index, outcome} or null.
 * `files` are sources by their name in the package; a file that can't be run is {stillborn}.
 */

import { createRequire } from "node:module";

import { replay } from "../conformance/replaying.mjs";
import { answerAll } from "../support/answering.mjs";

const ts = createRequire(new URL("../node/package.json", import.meta.url))("typescript");
const compilerOptions = { target: "ES2022", module: "CommonJS" };
const compiled = new Map();
let payloads = [];
let right = [];

/** The function that runs a source as a CommonJS module; that of the last source of each file is kept. */
function runner(name, source) {
  if (compiled.get(name)?.source !== source) {
    const { outputText } = ts.transpileModule(source, { compilerOptions });
    compiled.set(name, { source, run: new Function("require", "exports", outputText) });
  }
  return compiled.get(name).run;
}

/** A module of a package, with fresh modules under it. */
function load(files, name) {
  const modules = new Map();
  const require = (path) => {
    const file = path.replace(/^\.\/|\.js$/g, "");
    if (!modules.has(file)) {
      modules.set(file, {});
      runner(file, files[`${file}.ts`])(require, modules.get(file));
    }
    return modules.get(file);
  };
  return require(name);
}

function* inOrder(type) {
  for (const wanted of [true, false]) {
    for (const [index, payload] of payloads.entries()) {
      if ((payload.type === type) === wanted) yield index;
    }
  }
}

function answer(request) {
  if (request.payloads) {
    payloads = request.payloads;
    return payloads.length;
  }
  let bindings;
  try {
    bindings = load(request.files, request.module);
  } catch (error) {
    return { stillborn: String(error) };
  }
  if (request.type === undefined) {
    const outcomes = payloads.map((payload) => replay(bindings, payload));
    right = outcomes.map((outcome) => JSON.stringify(outcome));
    return outcomes;
  }
  for (const index of inOrder(request.type)) {
    const outcome = replay(bindings, payloads[index]);
    if (JSON.stringify(outcome) !== right[index]) return { index, outcome };
  }
  return null;
}

await answerAll(answer);
