/**
 * Decodes a payload with a module of TypeScript bindings and encodes what it read.
 *
 * The outcome is {encoded, kept, namedAlike, reread, narrowed} or {issues}, where the code `crash`
 * stands for any error but a DecodeError.
 */

/** Whether a value has what is written of it under the names that stand in the JSON. */
function namedAlike(value, written) {
  if (value?.constructor?.name.startsWith("Unknown")) value = value.raw;
  if (typeof written !== "object" || written === null) return Object.is(value, written);
  return Object.keys(written).every(
    (name) => Object.hasOwn(value, name) && namedAlike(value[name], written[name]),
  );
}

function isUnknown(bindings, value) {
  const types = Object.keys(bindings).filter((name) => name.startsWith("Unknown"));
  return types.some((name) => value instanceof bindings[name]);
}

/** Whether JSON that `is` narrows is written as what is read of it, its defaults filled in. */
function narrowedAlike({ is, encode, parse }, text, options) {
  const json = JSON.parse(text);
  if (!is(json)) return true;
  let read;
  try {
    read = parse(json, ...options);
  } catch {
    return true; // JSON.parse has lost digits.
  }
  return encode(json) === encode(read);
}

/** What bindings make of a payload. */
export function replay(bindings, { text, type, unknown }) {
  const names = ["decode", "encode", "parse", "dump", "is"];
  const functions = Object.fromEntries(names.map((name) => [name, bindings[name + (type ?? "")]]));
  const { decode, encode, parse, dump } = functions;
  const options = unknown === "keep" ? [{ unknown }] : [];
  try {
    const value = decode(text, ...options);
    const encoded = encode(value);
    const written = dump(value);
    const reread = encode(parse(written, ...options)) === encoded;
    if (isUnknown(bindings, value)) {
      return { encoded, kept: value.tag, reread };
    }
    const narrowed = narrowedAlike(functions, text, options);
    return { encoded, namedAlike: namedAlike(value, written), reread, narrowed };
  } catch (error) {
    if (!(error instanceof bindings.DecodeError)) return { issues: [["", "crash", String(error)]] };
    return { issues: error.issues.map(({ path, code, message }) => [path, code, message]) };
  }
}
