"""The results as a page of Markdown, for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.measures import Result
from benchmarks.report.figures import goal, spelled, verdict
from benchmarks.tables import Row, Table

HEAD = """\
# Benchmarks

What `make bench` measured, all in one run. Times are compared, not listed: a ratio says more about
the software and less about the machine.

![Chart of the tables below](benchmarks.svg)

## Goals
"""

METHOD = """\
## How it is measured

- The stream is made anew from a fixed seed: 2,000 event frames, of which 60 % are response_delta
  with 20 to 200 characters, a quarter of those with non-ASCII text, 8 % are
  exec_command_output_delta and the rest are of the other 22 kinds, with nested approval requests
  and tool arguments; 600 chat events, 100 of each kind. One event is one compact JSON text: bytes
  in Python, a string in TypeScript. Of the large tool results there are five of each kind.
- All contenders of a language run in one process. In each of {rounds} rounds every one of them goes
  over the stream once, in an order that changes, after some rounds to warm up. The slow ones
  (fastjsonschema, jsonschema) take every 10th and every 50th payload of a round, other ones each
  time. A ratio is the median of the rounds' ratios: of the processor's time in Python, and of
  elapsed time in Node and for whole programs.
- The peers' models are written by hand in `tests/benchmarks`, as somebody who knows the library
  would write them; the validators get the schemas in `schema/`. Python's validators see what
  `json.loads` gives, so a fault of the text alone is decided there.
- A verdict is wrong when a contender takes an invalid payload or refuses a valid one. They are
  counted on all fixtures and on the vectors of the root types; our own bindings are asked about all
  vectors. In TypeScript a payload with a number past 2<sup>53</sup> is left out for the peers,
  since a double can't tell it from its neighbours.
"""


def as_text(
    results: Sequence[Result],
    tables: Iterable[Table],
    versions: Mapping[str, str],
    rounds: int,
) -> str:
    """The whole page: goals, tables, how it was measured, and with which versions."""
    parts = [HEAD, _goals(results)]
    parts += [_table(table) for table in tables]
    parts += [METHOD.format(rounds=rounds), _versions(versions)]
    return "\n".join(parts)


def _goals(results: Sequence[Result]) -> str:
    rows = [
        [
            result.measure.name,
            spelled(result.value, result.measure.unit),
            goal(result.measure),
            verdict(result),
        ]
        for result in results
    ]
    table = _markdown(["measure", "value", "goal", "met"], rows)
    return f"{table}\n{sum(result.met for result in results)} of {len(results)} are met.\n"


def _table(table: Table) -> str:
    judged = table.judged is not None
    heads = ["", *table.columns, *([f"wrong verdicts of {table.judged:,}"] if judged else [])]
    rows = [_row(table, row) for row in table.rows]
    return f"## {table.title}\n\n{table.note}\n\n{_markdown(heads, rows)}"


def _row(table: Table, row: Row) -> list[str]:
    figures = [
        spelled(row.figures[column], table.unit) if column in row.figures else ""
        for column in table.columns
    ]
    if table.judged is None:
        return [row.contender, *figures]
    return [row.contender, *figures, "" if row.wrong is None else f"{row.wrong:,}"]


def _versions(versions: Mapping[str, str]) -> str:
    listed = ", ".join(f"{name} {version}" for name, version in versions.items())
    return f"Versions: {listed}.\n"


def _markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---", *("---:" for _ in heads[1:])], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
