"""Texts just inside and just outside each format that is asserted, and what tells them apart."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_DATE_TIME = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?"
    r"(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))"
)

_LONG_MONTHS = {1, 3, 5, 7, 8, 10, 12}


def _is_date_time(text: str) -> bool:
    """Whether the text is a date-time of RFC 3339 section 5.6, with the limits of section 5.7."""
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return False
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    offset_hour, offset_minute = int(match[8] or 0), int(match[9] or 0)
    if not 1 <= month <= 12 or not 1 <= day <= _days(year, month):
        return False
    if hour > 23 or minute > 59 or offset_hour > 23 or offset_minute > 59:
        return False
    sign = -1 if match[7] == "-" else 1
    utc = (hour * 60 + minute - sign * (offset_hour * 60 + offset_minute)) % (24 * 60)
    return second <= 59 or (second == 60 and utc == 23 * 60 + 59)


def _days(year: int, month: int) -> int:
    return 28 + calendar.isleap(year) if month == 2 else 30 + (month in _LONG_MONTHS)


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its check, and texts on both sides of each of its rules."""

    check: Callable[[str], bool]
    inside: tuple[str, ...]
    outside: tuple[str, ...]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "date-time": Format(
            _is_date_time,
            inside=(
                "2026-03-01T09:08:07Z",
                "2026-03-01T09:08:07.1Z",
                "2026-03-01T09:08:07.123456789Z",
                "2026-03-01T09:08:07.1234567890123456789012345Z",
                "2026-03-01t09:08:07z",
                "2026-03-01T09:08:07+05:30",
                "2026-03-01T09:08:07-00:00",
                "2026-03-01T09:08:07+23:59",
                "2026-01-31T00:00:00Z",
                "2026-12-31T23:59:59Z",
                "2026-04-30T00:00:00Z",
                "2026-02-28T00:00:00Z",
                "2024-02-29T00:00:00Z",
                "2000-02-29T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2016-12-31T23:59:60Z",
                "2016-12-31T23:59:60.5Z",
                "2017-01-01T00:59:60+01:00",
                "2016-12-31T15:59:60-08:00",
            ),
            outside=(
                "",
                "2026-03-01",
                "09:08:07Z",
                "2026-03-01T09:08:07",
                "2026-03-01 09:08:07Z",
                "2026-03-01_09:08:07Z",
                " 2026-03-01T09:08:07Z",
                "2026-03-01T09:08:07Z ",
                "2026-03-01T09:08:07Z\n",
                "2026-03-01T09:08:07ZZ",
                "2026-03-01T09:08Z",
                "2026-03-01T09:08:07.Z",
                "2026-03-01T09:08:07,5Z",
                "2026-03-01T9:08:07Z",
                "2026-3-01T09:08:07Z",
                "226-03-01T09:08:07Z",
                "12026-03-01T09:08:07Z",
                "+2026-03-01T09:08:07Z",
                "20260301T090807Z",
                "2026-00-01T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-32T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2024-02-30T00:00:00Z",
                "2100-02-29T00:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T09:60:00Z",
                "2026-03-01T09:08:60Z",
                "2016-12-31T23:59:61Z",
                "2016-12-31T23:58:60Z",
                "2016-12-31T22:59:60Z",
                "2016-12-31T23:59:60+01:00",
                "2026-03-01T09:08:07+24:00",
                "2026-03-01T09:08:07+05:60",
                "2026-03-01T09:08:07+0530",
                "2026-03-01T09:08:07+05",
                "2026-03-01T09:08:07 +05:30",
                "2026-03-01T09:08:07\u221205:30",
                "2026-03-01T09:08:07UTC",
                "\u0662\u0660\u0662\u0666-03-01T09:08:07Z",
                "2026-03-01T09:08:0\uff17Z",
            ),
        )
    }
)
