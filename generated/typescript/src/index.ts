/**
 * What the modules of this package share.
 *
 * Made by eventwright; run `eventwright generate` to make it anew.
 */

export { DecodeError, EncodeError, Unknown } from "./runtime.js";
export type { Issue, JsonObject, JsonValue } from "./runtime.js";
