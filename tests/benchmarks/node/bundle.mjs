/**
 * Bundles clients that validate both protocols and list every issue, and measures them.
 *
 * Usage: node bundle.mjs FOLDER, the compiled package of our bindings. Writes a JSON object: bytes
 * after gzip by contender.
 */

import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = import.meta.dirname;
const ours = resolve(process.argv[2], "dist");

const fromPeer = (file) => `
import { chatEvent, eventFrame } from "./peers/${file}.mjs";
export const validateChatEvent = chatEvent.validate;
export const validateEventFrame = eventFrame.validate;
`;
const CLIENTS = {
  eventwright: `
export { validate as validateChatEvent } from "${ours}/chat-event.js";
export { validate as validateEventFrame } from "${ours}/event-frame.js";
`,
  "ajv standalone": `
import { chatEvent, eventFrame } from "./build/ajv-all-errors.mjs";
export const validateChatEvent = (value) => (chatEvent(value) ? [] : chatEvent.errors);
export const validateEventFrame = (value) => (eventFrame(value) ? [] : eventFrame.errors);
`,
  zod: fromPeer("zod"),
  "zod/mini": fromPeer("zod-mini"),
  TypeBox: fromPeer("typebox"),
  valibot: fromPeer("valibot"),
  ArkType: fromPeer("arktype"),
};

const sizes = {};
for (const [name, contents] of Object.entries(CLIENTS)) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "error",
  });
  sizes[name] = gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
process.stdout.write(JSON.stringify(sizes));
