/** Who takes part in the race in TypeScript. */

import { pathToFileURL } from "node:url";

export const PARSE_ALONE = "JSON.parse alone";
export const OURS = "eventwright";

const PEERS = {
  ajv: "ajv",
  "ajv standalone": "ajv-standalone",
  zod: "zod",
  "zod/mini": "zod-mini",
  TypeBox: "typebox",
  valibot: "valibot",
  ArkType: "arktype",
};
const EXPORTS = { event_frame: "eventFrame", chat_event: "chatEvent" };

/** Imports a compiled module of our bindings. */
export function importBindings(path) {
  return import(pathToFileURL(path).href);
}

/** The contenders, each a name and what it does with either protocol: `is` and `decode`. */
export async function contenders(paths) {
  const ours = {};
  for (const [protocol, path] of Object.entries(paths)) {
    ours[protocol] = await importBindings(path);
  }
  const all = [{ name: OURS, ...ours }];
  for (const [name, file] of Object.entries(PEERS)) {
    const peer = await import(`./peers/${file}.mjs`);
    const protocols = Object.entries(EXPORTS).map(([protocol, key]) => [protocol, peer[key]]);
    all.push({ name, ...Object.fromEntries(protocols) });
  }
  return all;
}
