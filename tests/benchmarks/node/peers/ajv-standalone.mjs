/** Both protocols in code that ajv wrote beforehand; `write-standalone.mjs` makes it. */

import plain from "../build/ajv.cjs";
import filling from "../build/ajv-filling.cjs";

const contender = (is, fill) => ({
  is: (value) => is(value),
  decode(text) {
    const value = JSON.parse(text);
    if (!fill(value)) throw new TypeError("not valid");
    return value;
  },
});

export const chatEvent = contender(plain.chatEvent, filling.chatEvent);
export const eventFrame = contender(plain.eventFrame, filling.eventFrame);
