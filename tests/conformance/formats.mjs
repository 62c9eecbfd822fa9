// Ask the TypeScript checks about texts.
// Usage: node formats.mjs <formats.js>, with a JSON array of [function, text] on standard input;
// prints the answers as a JSON array.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const checks = await import(pathToFileURL(process.argv[2]));
const questions = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(questions.map(([name, text]) => checks[name](text))));
