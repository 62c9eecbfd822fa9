"""Whether a text has a format that JSON Schema names.

Every check takes time in proportion to the text. No pattern repeats a group without a bound: in
JavaScript, whose checks are the same, that overflows the engine's stack on a long text. Patterns
look for what is wrong instead.
"""

from __future__ import annotations

import re
from functools import cache

# Compiles a pattern when it is first needed: hardly any date-time needs more than its own.
_compiled = cache(re.compile)

# Every day but 29 February.
_DAY = (
    r"[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)

# Every time with its offset from UTC, but for leap seconds.
_CLOCK = (
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]+)?"
    r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)

_DATE_TIME = re.compile(f"{_DAY}[Tt]{_CLOCK}")


def is_date_time(text: str) -> bool:
    """Whether a text is a date-time of RFC 3339: a real day, and a time with its offset."""
    if _DATE_TIME.fullmatch(text):
        return True
    return text[10:11] in {"T", "t"} and is_date(text[:10]) and is_time(text[11:])


_LEAP_DAY = r"([0-9]{4})-02-29"


def is_date(text: str) -> bool:
    """Whether a text is a full-date of RFC 3339, a day that its month has."""
    if _compiled(_DAY).fullmatch(text):
        return True
    match = _compiled(_LEAP_DAY).fullmatch(text)
    if match is None:
        return False
    year = int(match[1])
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


_LEAP_SECOND = (
    r"([01][0-9]|2[0-3]):([0-5][0-9]):60(?:[.][0-9]+)?"
    r"(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))"
)


def is_time(text: str) -> bool:
    """Whether a text is a full-time of RFC 3339; a leap second ends the day in UTC."""
    if _compiled(_CLOCK).fullmatch(text):
        return True
    match = _compiled(_LEAP_SECOND).fullmatch(text)
    if match is None:
        return False
    hour, minute, sign, offset_hour, offset_minute = match.groups("0")
    offset = int(offset_hour) * 60 + int(offset_minute)
    utc = int(hour) * 60 + int(minute) + (offset if sign == "-" else -offset)
    return (utc + 24 * 60) % (24 * 60) == 23 * 60 + 59
