/**
 * Decodes payloads with the modules of a generated package, without type-checking it.
 *
 * Usage: node suite.mjs PACKAGE_FOLDER TYPESCRIPT_FOLDER, with a JSON object of modules and their
 * payloads, as texts, on standard input; writes a JSON object of the same modules with a list of
 * {issues, encoded}. Fails where `decode`, `validate` and `is` don't say the same.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, compiler] = process.argv.slice(2).map((path) => resolve(path));
const { ModuleKind, ScriptTarget, transpileModule } = createRequire(import.meta.url)(compiler);
const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 };

mkdirSync(join(folder, "dist"));
for (const file of readdirSync(join(folder, "src"))) {
  const source = readFileSync(join(folder, "src", file), "utf8");
  const { outputText } = transpileModule(source, { compilerOptions });
  writeFileSync(join(folder, "dist", file.replace(/ts$/, "js")), outputText);
}

const plain = ({ path, code, message }) => [path, code, message];

function judged({ decode, encode, validate, is, DecodeError }, text) {
  const value = JSON.parse(text);
  const valid = validate(value).length === 0;
  // JSON.parse rounds long integers; only decode sees all their digits.
  const exact = !/\d{16}/.test(text);
  if (exact && is(value) !== valid) throw new Error(`is and validate differ on ${text}`);
  try {
    const encoded = encode(decode(text));
    if (exact && !valid) throw new Error(`decode takes what validate refuses: ${text}`);
    return { issues: [], encoded };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return { issues: error.issues.map(plain), encoded: null };
  }
}

const found = {};
for (const [name, texts] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const module = await import(pathToFileURL(join(folder, "dist", `${name}.js`)).href);
  found[name] = texts.map((text) => judged(module, text));
}
process.stdout.write(JSON.stringify(found));
