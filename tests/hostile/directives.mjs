/**
 * Finds what tools would read as an order to them in the comments of TypeScript files.
 *
 * Usage: node directives.mjs FILE...; prints a JSON array of the compiler's directives, the tags of
 * documentation comments, and the lines that Biome takes for its own.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ts = createRequire(new URL("../node/package.json", import.meta.url))("typescript");
const found = [];
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  for (const { range } of source.commentDirectives ?? []) {
    found.push(text.slice(range.pos, range.end));
  }
  for (const [name] of source.pragmas) found.push(`@${name}`);
  const visit = (node) => {
    for (const { tags } of node.jsDoc ?? []) {
      for (const { tagName } of tags ?? []) found.push(`@${tagName.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  found.push(...(text.match(/^[\s/*]*biome[-_]?ignore/gim) ?? []));
}
process.stdout.write(JSON.stringify(found));
