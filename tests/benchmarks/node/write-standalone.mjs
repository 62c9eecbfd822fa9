/** Writes ajv's standalone code to `build`: to run, and to bundle with all errors. */

import { mkdirSync, writeFileSync } from "node:fs";
import standaloneCode from "ajv/dist/standalone/index.js";
import { makeAjv, ROOTS } from "./peers/ajv-setup.mjs";

const BUILD = new URL("build/", import.meta.url);
const FILES = {
  "ajv.cjs": { code: { source: true } },
  "ajv-filling.cjs": { code: { source: true }, useDefaults: true },
  "ajv-all-errors.mjs": { code: { source: true, esm: true }, allErrors: true },
};

mkdirSync(BUILD, { recursive: true });
for (const [name, options] of Object.entries(FILES)) {
  writeFileSync(new URL(name, BUILD), standaloneCode.default(makeAjv(options), ROOTS));
}
