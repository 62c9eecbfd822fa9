// Whether a text has a format that JSON Schema names.
//
// Every check takes time in proportion to the text. No pattern repeats a group without a bound: that
// overflows the engine's stack on a long text. Patterns look for what is wrong instead.

// Every day but 29 February.
const DAY =
  "[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])" +
  "|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)";

// Every time with its offset from UTC, but for leap seconds.
const CLOCK =
  "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]+)?" +
  "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";

const DATE_TIME = /*#__PURE__*/ new RegExp(`^${DAY}[Tt]${CLOCK}$`);

/** Whether a text is a date-time of RFC 3339: a real day, and a time with its offset. */
export function isDateTime(text: string): boolean {
  if (DATE_TIME.test(text)) return true;
  return /^.{10}[Tt]/.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

const DATE = /*#__PURE__*/ new RegExp(`^${DAY}$`);
const LEAP_DAY = /^[0-9]{4}-02-29$/;

/** Whether a text is a full-date of RFC 3339, a day that its month has. */
export function isDate(text: string): boolean {
  if (DATE.test(text)) return true;
  // In a year without this day, Date takes it for another one or for none.
  return LEAP_DAY.test(text) && JSON.stringify(new Date(text)).includes(text);
}

const TIME = /*#__PURE__*/ new RegExp(`^${CLOCK}$`);
const LEAP_SECOND = /^(.{5}):60/;

/** Whether a text is a full-time of RFC 3339; a leap second ends the day in UTC. */
export function isTime(text: string): boolean {
  if (TIME.test(text)) return true;
  const before = text.replace(LEAP_SECOND, "$1:59");
  if (!TIME.test(before)) return false;
  return JSON.stringify(new Date(`2000-01-01T${before.toUpperCase()}`)).includes("T23:59");
}
