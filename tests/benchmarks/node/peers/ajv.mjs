/** Both protocols in ajv, compiled when the program starts. */

import { makeAjv, ROOTS } from "./ajv-setup.mjs";

const plain = makeAjv({});
const filling = makeAjv({ useDefaults: true });

function contender(root) {
  const is = plain.getSchema(root);
  const fill = filling.getSchema(root);
  return {
    is: (value) => is(value),
    decode(text) {
      const value = JSON.parse(text);
      if (!fill(value)) throw new TypeError("not valid");
      return value;
    },
  };
}

export const chatEvent = contender(ROOTS.chatEvent);
export const eventFrame = contender(ROOTS.eventFrame);
