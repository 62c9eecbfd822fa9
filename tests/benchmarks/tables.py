"""The tables that a benchmark fills: who was measured, and what came out of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.measures import EVENTS, Direction, Unit
from benchmarks.race import Races, Times, speed_ratio


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


def by_events(races: Races) -> dict[str, Times]:
    """The same races, under the names that columns have."""
    return {EVENTS[protocol]: times for protocol, times in races.items()}


def speed_rows(
    names: Iterable[str],
    races: Mapping[str, Times],
    reference: str,
    wrong: Mapping[str, int],
) -> list[Row]:
    """How fast contenders are beside the reference: a column a race that they took part in."""
    return [
        Row(
            name,
            {
                column: speed_ratio(times, name, reference)
                for column, times in races.items()
                if name in times
            },
            wrong.get(name),
        )
        for name in names
    ]
