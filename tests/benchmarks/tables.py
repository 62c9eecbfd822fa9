"""The tables that a benchmark fills: who was measured, and what came out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.measures import Direction, Unit


@dataclass(frozen=True, slots=True)
class Row:
    """A contender and its figures by column; where it was not measured, there is none."""

    contender: str
    figures: Mapping[str, float]
    wrong: int | None = None
    """How many verdicts it got wrong; None where nobody asked."""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures side by side. In a table of ratios, the reference is 1."""

    title: str
    note: str
    columns: Sequence[str]
    rows: Sequence[Row]
    better: Direction = "higher"
    unit: Unit = "ratio"
    judged: int | None = None
    """Of how many payloads the wrong verdicts are counted."""
