/**
 * Writes the types of some schemas with json-schema-to-typescript, in one process.
 *
 * Usage: node json2ts.mjs FOLDER SCHEMA..., the folder to write to. The program that comes with it
 * looks for all references beside one schema, so it can't take those of two folders at once.
 */

import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { compileFromFile } from "json-schema-to-typescript";

const [folder, ...schemas] = process.argv.slice(2);
for (const schema of schemas) {
  const types = await compileFromFile(schema, { cwd: dirname(schema) });
  writeFileSync(join(folder, `${basename(schema, ".schema.json")}.ts`), types);
}
