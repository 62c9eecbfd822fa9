"""The characters of a pattern, read one after the other."""

from __future__ import annotations

from eventwright.patterns.syntax import Edit, PatternError


class Reader:
    """A cursor on the source, which also collects what has to be written otherwise."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.edits: list[Edit] = []

    @property
    def next(self) -> str:
        """The next character, or an empty text at the end."""
        return self.source[self.position : self.position + 1]

    def take(self) -> str:
        """The next character, which is then behind the cursor."""
        char = self.next
        self.position += len(char)
        return char

    def accept(self, text: str) -> bool:
        """Steps over the text if it comes next."""
        if not self.source.startswith(text, self.position):
            return False
        self.position += len(text)
        return True

    def expect(self, text: str, problem: str) -> None:
        """Steps over the text, which has to come next."""
        if not self.accept(text):
            raise self.error(problem)

    def digits(self, alphabet: str, most: int | None = None) -> str:
        """The characters of the alphabet that come next, at most so many."""
        start = self.position
        while self.next and self.next in alphabet and self.position - start != most:
            self.position += 1
        return self.source[start : self.position]

    def replace_since(self, start: int, text: str) -> None:
        """Has the source from `start` to the cursor written as `text` instead."""
        self.edits.append(Edit(start, self.position, text))

    def error(self, problem: str, start: int | None = None) -> PatternError:
        """The problem, and the place that it was met at, counted from 1."""
        place = self.position if start is None else start
        return PatternError(f"{problem}, at character {place + 1}")
