"""What the makers of candidates for single checks need of the one that makes them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from eventwright.planning.plan import Program
from eventwright.reading.jsontext import Json
from eventwright.targets.vectors.samples import Sampler
from eventwright.targets.vectors.tree import Tree
from eventwright.targets.vectors.values import Candidate


class Maker(Protocol):
    """Makes the candidates of whole programs."""

    sampler: Sampler

    def of(self, program: Program, base: Json) -> Iterator[Candidate]:
        """The candidates of a program, of which `base` is a valid value."""
        ...

    def fault(self, program: Program, tree: Tree) -> str | None:
        """The code of the first issue of a value, or None when it is valid."""
        ...

    def in_place(self, program: Program | None, base: Json, aim: str) -> Iterator[Candidate]:
        """The candidates of a further program for the same value, of which `base` is one."""
        ...
