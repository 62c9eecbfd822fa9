r"""ECMA-262 regular expressions with the `u` flag (ECMA-262 2024, section 22.2.1).

Beyond that, what the flag forbids but Annex B.1.2 allows is read where its meaning is plain:
a backslash before punctuation, a brace or bracket that closes nothing, `-` beside `\w` in
a class.
"""

from __future__ import annotations

import re

from eventwright.patterns import unicode
from eventwright.patterns.charset import DOT, CharSet
from eventwright.patterns.escapes import char_or_set
from eventwright.patterns.reader import Reader
from eventwright.patterns.syntax import (
    Assertion,
    Backreference,
    Char,
    Choice,
    Edit,
    Group,
    Look,
    Node,
    Pattern,
    Repeat,
    Sequence,
)

DEEPEST = 100
"""How many groups may lie inside each other."""
MOST_REPEATS = 2**31 - 2
"""The highest count that engines tell from an endless one."""

_DECIMAL = "0123456789"
_POSIX_CLASS = re.compile(r"\[:\^?[a-z]+:\]")
_LOOKS = {"?=": (False, False), "?!": (False, True), "?<=": (True, False), "?<!": (True, True)}
"""How a lookaround opens: whether it looks behind, and whether it is negative."""


def parse(source: str) -> Pattern:
    """The syntax tree of a pattern; raises PatternError when it is none."""
    parser = _Parser(Reader(source))
    return parser.pattern()


class _Parser:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.depth = 0
        self.groups = 0
        self.names: dict[str, int] = {}

    def pattern(self) -> Pattern:
        root = self.disjunction()
        if self.reader.next:
            raise self.reader.error("a parenthesis is closed that was never opened")
        return Pattern(root, tuple(self.reader.edits))

    def disjunction(self) -> Node:
        options = [self.alternative()]
        while self.reader.accept("|"):
            options.append(self.alternative())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def alternative(self) -> Node:
        items: list[Node] = []
        while self.reader.next not in ("", "|", ")"):
            items.append(self.term())
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def term(self) -> Node:
        start = self.reader.position
        node = self.atom()
        quantifier_start = self.reader.position
        counts = self.quantifier()
        if counts is None:
            return node
        low, high = counts
        if isinstance(node, Assertion | Look):
            raise self.reader.error("an assertion can't be repeated", start)
        if high is not None and low > high:
            raise self.reader.error("a quantifier's numbers are out of order", quantifier_start)
        if max(low, high or 0) > MOST_REPEATS:
            raise self.reader.error("a quantifier's number is too large", quantifier_start)
        return Repeat(node, low, high, greedy=not self.reader.accept("?"))

    def quantifier(self) -> tuple[int, int | None] | None:
        """The least and the most times, if a quantifier comes next."""
        reader = self.reader
        if reader.accept("*"):
            return 0, None
        if reader.accept("+"):
            return 1, None
        if reader.accept("?"):
            return 0, 1
        if not self.at_counts():
            return None
        reader.take()
        low = reader.digits(_DECIMAL)
        comma = reader.accept(",")
        high = reader.digits(_DECIMAL)
        reader.expect("}", "a quantifier in braces is {n}, {n,} or {n,m}")
        if not low:
            raise reader.error("a quantifier in braces starts with a number")
        if max(len(low), len(high)) > len(str(MOST_REPEATS)):
            raise reader.error("a quantifier's number is too large")
        return int(low), int(high) if high else None if comma else int(low)

    def at_counts(self) -> bool:
        """Whether a brace comes next that is meant as a quantifier."""
        following = self.reader.source[self.reader.position + 1 : self.reader.position + 2]
        return self.reader.next == "{" and following != "" and following in "0123456789,"

    def atom(self) -> Node:
        reader = self.reader
        start = reader.position
        if reader.next in ("*", "+", "?") or self.at_counts():
            raise reader.error("a quantifier has nothing to repeat")
        match char := reader.take():
            case "^":
                return Assertion.START
            case "$":
                return Assertion.END
            case ".":
                return Char(DOT)
            case "[":
                return Char(self.char_class())
            case "(":
                return self.group(start)
            case "\\":
                return self.escape(start)
            case "{" | "}" | "]":
                if char == "]":
                    self.refuse_posix_class(start)
                reader.replace_since(start, f"\\{char}")
        return Char(CharSet.char(ord(char)))

    def refuse_posix_class(self, end: int) -> None:
        """A bracket that closes nothing ends what was meant for one, as `[[:alpha:]]`."""
        meant = _POSIX_CLASS.search(self.reader.source, 0, end)
        if meant is not None:
            problem = f"{meant[0]} is no class of ECMA-262, which has \\p{{...}}"
            raise self.reader.error(problem, meant.start())

    def escape(self, start: int) -> Node:
        reader = self.reader
        if reader.accept("b"):
            return Assertion.BOUNDARY
        if reader.accept("B"):
            return Assertion.NOT_BOUNDARY
        if reader.accept("k"):
            reader.expect("<", "\\k needs a group's name in angle brackets")
            return Backreference(self.opened(self.names.get(self.name()), start))
        if reader.next and reader.next in "123456789":
            number = reader.digits(_DECIMAL)
            return Backreference(self.opened(int(number) if len(number) < 9 else None, start))
        return Char(char_or_set(reader, in_class=False))

    def opened(self, group: int | None, start: int) -> int:
        if group is None or group > self.groups:
            raise self.reader.error("a backreference needs a group that comes before it", start)
        return group

    def group(self, start: int) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.reader.error(f"groups lie more than {DEEPEST} deep in each other", start)
        node = self.group_of_kind(start)
        self.reader.expect(")", f"the group opened at character {start + 1} is not closed")
        self.depth -= 1
        return node

    def group_of_kind(self, start: int) -> Node:
        reader = self.reader
        if reader.accept("?:"):
            # The sequence keeps `(?:^)*` apart from `^*`, which is none.
            return Sequence((self.disjunction(),))
        for opening, (behind, negative) in _LOOKS.items():
            if reader.accept(opening):
                return Look(self.disjunction(), behind, negative)
        number = self.groups + 1
        if reader.accept("?<"):
            name = self.name()
            if name in self.names:
                raise reader.error(f"two groups are named {name!a}", start)
            self.names[name] = number
        elif reader.next == "?":
            raise reader.error("this kind of group is not one that every language has", start)
        self.groups = number
        return Group(number, self.disjunction())

    def name(self) -> str:
        """A group's name, whose opening angle bracket was just read."""
        start = self.reader.position
        end = self.reader.source.find(">", start)
        name = self.reader.source[start:end] if end > start else ""
        if not unicode.is_identifier(name):
            raise self.reader.error("a group's name has to be an identifier", start)
        self.reader.position = end + 1
        return name

    def char_class(self) -> CharSet:
        reader = self.reader
        negative = reader.accept("^")
        ranges: list[tuple[int, int]] = []
        while not reader.accept("]"):
            ranges.extend(self.class_ranges().ranges)
        chars = CharSet.of(ranges)
        return chars.complement() if negative else chars

    def class_ranges(self) -> CharSet:
        """One item of a class: a character, a named set, or a range."""
        reader = self.reader
        start = reader.position
        first, first_char = self.class_atom()
        dash = reader.position
        if not (reader.next == "-" and reader.source[dash + 1 : dash + 2] not in ("", "]")):
            return first
        reader.take()
        edits = len(reader.edits)
        last, last_char = self.class_atom()
        if first_char is None or last_char is None:
            reader.edits.insert(edits, Edit(dash, dash + 1, "\\-"))
            return CharSet.of([*first.ranges, (ord("-"), ord("-")), *last.ranges])
        if first_char > last_char:
            raise reader.error("a range in a class is out of order", start)
        return CharSet.of([(first_char, last_char)])

    def class_atom(self) -> tuple[CharSet, int | None]:
        """What comes next in a class, and its code point if it is a single character."""
        reader = self.reader
        char = reader.take()
        if not char:
            raise reader.error("a character class is not closed")
        named = char == "\\" and reader.next in ("d", "D", "s", "S", "w", "W", "p", "P")
        chars = char_or_set(reader, in_class=True) if char == "\\" else CharSet.char(ord(char))
        return chars, None if named else chars.ranges[0][0]
