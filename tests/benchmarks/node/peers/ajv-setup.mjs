/** An ajv that knows the canonical schemas, with the hint that tells it the tag of a union. */

import { readdirSync, readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const SCHEMAS = new URL("../../../../schema/", import.meta.url);
const ID = "https://eventwright.dev/schema";

export const ROOTS = {
  chatEvent: `${ID}/chat_event/chat_event.schema.json`,
  eventFrame: `${ID}/event_frame/event_frame.schema.json`,
};
const TAGS = {
  [ROOTS.eventFrame]: "event",
  [`${ID}/event_frame/review_decision.schema.json`]: "type",
};

/** Makes an ajv for draft 2020-12 with `discriminator: true` and these options besides. */
export function makeAjv(options) {
  const ajv = new Ajv2020({ discriminator: true, strict: false, ...options });
  addFormats(ajv, ["date-time"]);
  for (const protocol of ["chat_event", "event_frame"]) {
    const folder = new URL(`${protocol}/`, SCHEMAS);
    for (const name of readdirSync(folder)) {
      const schema = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
      const propertyName = TAGS[schema.$id];
      ajv.addSchema(propertyName ? { ...schema, discriminator: { propertyName } } : schema);
    }
  }
  return ajv;
}
