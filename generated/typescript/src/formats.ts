// Whether a text has a format that JSON Schema names.
//
// Every check takes time in proportion to the text. No pattern repeats a group without a bound: that
// overflows the engine's stack on a long text. Patterns look for what is wrong instead.

function pattern(flags: string, ...parts: readonly string[]): RegExp {
  return new RegExp(parts.join(""), flags);
}

// Every day but 29 February.
const DAY =
  "[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])" +
  "|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)";

// Every time with its offset from UTC, but for leap seconds.
const CLOCK =
  "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]+)?" +
  "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";

const DATE_TIME = /*#__PURE__*/ pattern("", "^", DAY, "[Tt]", CLOCK, "$");

/** Whether a text is a date-time of RFC 3339: a real day, and a time with its offset. */
export function isDateTime(text: string): boolean {
  if (DATE_TIME.test(text)) return true;
  return /^[Tt]$/.test(text.slice(10, 11)) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

const DATE = /*#__PURE__*/ pattern("", "^", DAY, "$");
const LEAP_DAY = /^([0-9]{4})-02-29$/;

/** Whether a text is a full-date of RFC 3339, a day that its month has. */
export function isDate(text: string): boolean {
  if (DATE.test(text)) return true;
  const match = LEAP_DAY.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const TIME = /*#__PURE__*/ pattern("", "^", CLOCK, "$");
const LEAP_SECOND =
  /^([01][0-9]|2[0-3]):([0-5][0-9]):60(?:[.][0-9]+)?(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))$/;

/** Whether a text is a full-time of RFC 3339; a leap second ends the day in UTC. */
export function isTime(text: string): boolean {
  if (TIME.test(text)) return true;
  const match = LEAP_SECOND.exec(text);
  if (match === null) return false;
  const [, hour, minute, sign, offsetHour = "0", offsetMinute = "0"] = match;
  const offset = Number(offsetHour) * 60 + Number(offsetMinute);
  const utc = Number(hour) * 60 + Number(minute) + (sign === "-" ? offset : -offset);
  return (utc + 24 * 60) % (24 * 60) === 23 * 60 + 59;
}
