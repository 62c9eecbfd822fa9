"""What a judge of payloads and its helpers remember of the value at hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

from eventwright.judging.issues import Issue
from eventwright.planning.plan import Entry, Program
from eventwright.planning.repeating import repeating

_Key: TypeAlias = tuple[object, Entry, int]


class Memory:
    """What definitions have found of parts of a value, so that none is asked twice about one."""

    def __init__(self, programs: Mapping[Entry, Program]) -> None:
        self._programs = programs
        self.found: dict[_Key, tuple[list[Issue], set[str | int]]] = {}
        """By the judge, the definition and the part's id: its issues, and what was looked at."""

    @cached_property
    def repeating(self) -> frozenset[Entry]:
        """The definitions that remember; found out late, since most judges never call one."""
        return repeating(self._programs, frozenset(self._programs))
