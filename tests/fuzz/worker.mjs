/**
 * A long-lived process that reads payloads with generated TypeScript modules, and with ajv.
 *
 * {load: [FOLDER, ...]} compiles the packages there and imports their modules;
 * {check: FOLDER, modules, options} answers with the type errors of modules of the package there,
 * each as its module, its code and its message, below its line;
 * {folder, module, suffix, payloads} decodes each payload, a text or {hex} for bytes, with the
 * functions of this suffix and answers with {encoded}, {issues, kept, tag}, {issues, refused} or
 * {fault}, which is anything that no reader may do; a tag that is a bigint is {bigint}, its text; {documents, root, dialect} lets ajv compile the schema with the URI `root`
 * and gives it a number; {oracle, payloads} answers with what ajv number `oracle` says of each
 * payload: true, false, or null where it can't tell.
 */

import { readdirSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { answerAll } from "../support/answering.mjs";

const require = createRequire(new URL("../node/package.json", import.meta.url));
const ts = require("typescript");
const AJV = {
  "json-schema.org/draft-07/schema": require("ajv"),
  "json-schema.org/draft/2019-09/schema": require("ajv/dist/2019"),
  "json-schema.org/draft/2020-12/schema": require("ajv/dist/2020"),
};
const VERBS = ["decode", "encode", "parse", "dump", "validate", "is"];
const KEEP = { unknown: "keep" };
const modules = new Map();
const oracles = [];

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

// Each is read once: the type checker would spend most of its time on these.
const libraries = new Map();

/** The errors that the type checker finds in modules of a package, made stricter by these options. */
function typeErrors(folder, names, options) {
  const config = ts.getParsedCommandLineOfConfigFile(join(folder, "tsconfig.json"), options, ts.sys);
  const host = ts.createCompilerHost(config.options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, ...others) => {
    if (file.startsWith(folder)) return getSourceFile(file, ...others);
    if (!libraries.has(file)) libraries.set(file, getSourceFile(file, ...others));
    return libraries.get(file);
  };
  const program = ts.createProgram(config.fileNames, config.options, host);
  return names.flatMap((name) => {
    const module = program.getSourceFile(join(folder, "src", `${name}.ts`));
    const found = [
      ...program.getSyntacticDiagnostics(module),
      ...program.getSemanticDiagnostics(module),
      ...program.getDeclarationDiagnostics(module),
    ];
    return found.map(({ start, code, messageText }) => {
      const line = module.text.split("\n")[module.getLineAndCharacterOfPosition(start).line];
      const message = ts.flattenDiagnosticMessageText(messageText, "\n");
      return [name, `TS${code}`, `${line.trim()}\n${message}`];
    });
  });
}

const triples = (issues) => issues.map(({ path, code, message }) => [path, code, message]);

/** The functions for one type. */
function functionsFor({ folder, module, suffix }) {
  const bindings = modules.get(`${folder}/${module}`);
  const [decode, encode, parse, dump, validate, is] = VERBS.map((verb) => bindings[verb + suffix]);
  return { decode, encode, parse, dump, validate, is, DecodeError: bindings.DecodeError };
}

/** What the functions for JSON values make of a text that JSON.parse reads exactly, if not the same. */
function disagreement(bindings, text, { issues = [], encoded, kept }) {
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
  const written = encoded ?? kept;
  if (written === undefined) return undefined;
  // What is valid is the same, whether unknown tags are kept or not.
  const read = bindings.parse(value, KEEP);
  if (bindings.encode(read) !== written) return { parse: bindings.encode(read), written };
  const inNumbers = (_name, part) => (typeof part === "bigint" ? Number(part) : part);
  const dumped = JSON.stringify(bindings.dump(read), inNumbers);
  if (dumped !== JSON.stringify(JSON.parse(written))) return { dump: dumped, written };
  if (kept !== undefined && read.raw !== value) return { raw: read.raw };
  return undefined;
}

function decoded(bindings, data) {
  let issues;
  try {
    return { encoded: bindings.encode(bindings.decode(data)) };
  } catch (error) {
    if (!(error instanceof bindings.DecodeError)) throw error;
    issues = triples(error.issues);
  }
  try {
    const value = bindings.decode(data, KEEP);
    const tag = typeof value.tag === "bigint" ? { bigint: String(value.tag) } : value.tag;
    return { issues, kept: bindings.encode(value), tag };
  } catch (error) {
    if (!(error instanceof bindings.DecodeError)) throw error;
    return { issues, refused: triples(error.issues) };
  }
}

function read(bindings, payload) {
  const data = typeof payload === "string" ? payload : Buffer.from(payload.hex, "hex");
  try {
    const outcome = decoded(bindings, data);
    const other = disagreement(bindings, data, outcome);
    return other ? { fault: `decode and its sisters differ: ${JSON.stringify(other)}` } : outcome;
  } catch (error) {
    return { fault: String(error?.stack ?? error) };
  }
}

/** What ajv makes of a schema, or nothing where it refuses it or doesn't know the draft. */
function compiledByAjv({ documents, root, dialect }) {
  const Ajv = AJV[dialect.replace(/^https?:\/\/|#$/g, "")]?.default;
  if (!Ajv) return undefined;
  // The generator has held the schema to its meta-schema, which takes ajv long to compile.
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, logger: false });
  try {
    for (const [uri, document] of Object.entries(documents)) ajv.addSchema(document, uri);
    return ajv.compile({ $ref: root });
  } catch {
    return undefined;
  }
}

/** Its numbers are doubles, so it can't tell where a text has longer ones. */
function toldByAjv(validate, payload) {
  if (!validate || typeof payload !== "string" || /[0-9]{16}|[eE][0-9+-]/.test(payload)) return null;
  try {
    return validate(JSON.parse(payload));
  } catch {
    return null;
  }
}

async function answer(request) {
  if (request.load) {
    for (const folder of request.load) await load(folder);
    return "loaded";
  }
  if (request.check) return typeErrors(request.check, request.modules, request.options);
  if (request.documents) return oracles.push(compiledByAjv(request)) - 1;
  if (request.oracle !== undefined) {
    return request.payloads.map((payload) => toldByAjv(oracles[request.oracle], payload));
  }
  const functions = functionsFor(request);
  return request.payloads.map((payload) => read(functions, payload));
}

await answerAll(answer);
