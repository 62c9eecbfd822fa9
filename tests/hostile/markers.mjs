/**
 * Looks where a marker stands in TypeScript files.
 *
 * Usage: node markers.mjs MARKER FILE...; prints a JSON array with what is wrong: syntax errors,
 * and places where the marker is in neither a literal nor a comment.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ts = createRequire(new URL("../node/package.json", import.meta.url))("typescript");
const [marker, ...files] = process.argv.slice(2);

/** The ranges of all literals of a file; comments are in no token at all. */
function tokens(source) {
  const found = [];
  const { FirstJSDocNode, LastJSDocNode } = ts.SyntaxKind;
  const visit = (node) => {
    if (node.kind >= FirstJSDocNode && node.kind <= LastJSDocNode) return;
    if (node.getChildCount(source) === 0) {
      found.push([node.getStart(source), node.getEnd(), ts.isLiteralExpression(node)]);
    }
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return found;
}

const wrong = [];
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  for (const { messageText } of source.parseDiagnostics) wrong.push(`${file}: ${messageText}`);
  for (const [start, end, literal] of tokens(source)) {
    if (!literal && text.slice(start, end).includes(marker)) {
      wrong.push(`${file}: ${text.slice(start, end)}`);
    }
  }
}
process.stdout.write(JSON.stringify(wrong));
