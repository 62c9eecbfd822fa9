"""What a user reads when something is wrong: where it is, what it is, and what to do."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from eventwright.frozen import frozen


# A tuple, since places are looked up all the time, and it hashes and compares without Python code.
class Location(NamedTuple):
    """A place in a schema file: the file as the user knows it, and an RFC 6901 JSON Pointer."""

    file: str
    pointer: str = ""

    def child(self, *segments: str | int) -> Location:
        """The place reached from here through the given member names and indices."""
        pointer = self.pointer
        for segment in segments:
            pointer += f"/{escape(segment)}"
        return Location(self.file, pointer)

    @property
    def steps(self) -> list[str]:
        """The member names and indices on the way to the place, escaped."""
        return self.pointer.split("/")[1:]

    @property
    def parent(self) -> Location:
        """The object or array that the place is a member or an item of."""
        return Location(self.file, self.pointer.rpartition("/")[0])

    def __str__(self) -> str:
        return f"{self.file}#{self.pointer}"


@cache
def escape(segment: str | int) -> str:
    """One segment of a JSON Pointer, escaped as RFC 6901 section 3 says."""
    return str(segment).replace("~", "~0").replace("/", "~1")


@frozen
class Problem:
    """One thing that is wrong, and its cure."""

    location: Location
    problem: str
    fix: str


class EventwrightError(Exception):
    """The user's input can't be used; nothing was written."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(f"{p.location}: {p.problem}" for p in problems))
        self.problems = problems


class WrongUseError(EventwrightError):
    """A command was asked for what isn't there, or a setting can't be used."""
