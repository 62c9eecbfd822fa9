"""Sets of Unicode code points, as sorted ranges that neither touch nor overlap."""

from __future__ import annotations

from collections.abc import Iterable

from eventwright.frozen import frozen

LAST = 0x10FFFF
"""The last code point."""


@frozen
class CharSet:
    """A set of code points. Build it with `of`, which brings the ranges into their one form."""

    ranges: tuple[tuple[int, int], ...]
    """First and last code point of each range, both inclusive."""

    @staticmethod
    def of(ranges: Iterable[tuple[int, int]]) -> CharSet:
        """The union of the ranges."""
        merged: list[tuple[int, int]] = []
        for first, last in sorted(ranges):
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return CharSet(tuple(merged))

    @staticmethod
    def char(code_point: int) -> CharSet:
        """The set of one code point."""
        return CharSet(((code_point, code_point),))

    def __contains__(self, code_point: int) -> bool:
        return any(first <= code_point <= last for first, last in self.ranges)

    def union(self, other: CharSet) -> CharSet:
        """What is in either set."""
        return CharSet.of((*self.ranges, *other.ranges))

    def complement(self) -> CharSet:
        """Every code point that is not in this set."""
        gaps: list[tuple[int, int]] = []
        start = 0
        for first, last in self.ranges:
            if start < first:
                gaps.append((start, first - 1))
            start = last + 1
        if start <= LAST:
            gaps.append((start, LAST))
        return CharSet(tuple(gaps))


NOTHING = CharSet(())
EVERYTHING = NOTHING.complement()
DIGITS = CharSet.of([(0x30, 0x39)])
WORD = CharSet.of([(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)])
SPACES = CharSet.of(
    [
        (0x09, 0x0D),
        (0x20, 0x20),
        (0xA0, 0xA0),
        (0x1680, 0x1680),
        (0x2000, 0x200A),
        (0x2028, 0x2029),
        (0x202F, 0x202F),
        (0x205F, 0x205F),
        (0x3000, 0x3000),
        (0xFEFF, 0xFEFF),
    ]
)
"""WhiteSpace and LineTerminator of ECMA-262."""
DOT = CharSet.of([(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)]).complement()
"""What `.` matches without the `s` flag."""
CLASS_ESCAPES = {
    "d": DIGITS,
    "D": DIGITS.complement(),
    "w": WORD,
    "W": WORD.complement(),
    "s": SPACES,
    "S": SPACES.complement(),
}
