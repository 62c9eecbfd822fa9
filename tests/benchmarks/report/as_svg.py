"""The tables as a bar chart: plain SVG, which is text that a browser draws.

Colours follow the reader's light or dark setting; every bar has its figure beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from benchmarks.report.figures import spelled
from benchmarks.tables import Row, Table

WIDTH = 860
LABELS = 270
BARS = 500
BAR = 11
ROW_GAP = 7
TITLE = 44
OURS = "eventwright"

STYLE = """\
text { font: 12px system-ui, sans-serif; fill: #1f2328; }
.title { font-size: 14px; font-weight: 600; }
.note, .figure { fill: #59636e; }
.figure { font-size: 10px; }
.ours { font-weight: 600; }
.first { fill: #afb8c1; } .second { fill: #d1d9e0; }
.ours.first { fill: #0969da; } .ours.second { fill: #54aeff; }
.reference { stroke: #59636e; opacity: 0.5; stroke-dasharray: 3 3; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .note, .figure { fill: #9198a1; }
  .first { fill: #656c76; } .second { fill: #3d444d; }
  .ours.first { fill: #4493f8; } .ours.second { fill: #1f6feb; }
  .reference { stroke: #9198a1; }
}"""


def as_svg(tables: Iterable[Table]) -> str:
    """One panel a table, below each other."""
    top = 0
    panels = []
    for table in tables:
        panels.append(f'<g transform="translate(0 {top})">\n{_panel(table)}</g>\n')
        top += _height(table) + 24
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" '
        f'width="{WIDTH}" height="{top}" role="img">\n'
        f"<title>Benchmarks of eventwright and its peers</title>\n"
        f"<style>\n{STYLE}\n</style>\n{''.join(panels)}</svg>\n"
    )


def _height(table: Table) -> int:
    return TITLE + len(table.rows) * _row_height(table)


def _row_height(table: Table) -> int:
    return BAR * len(table.columns) + ROW_GAP


def _panel(table: Table) -> str:
    scale = BARS / max(value for row in table.rows for value in row.figures.values())
    lines = [
        _text(0, 16, table.title, "title"),
        _text(0, 33, _legend(table), "note"),
    ]
    if table.unit == "ratio":
        x = LABELS + scale
        lines.append(
            f'<line class="reference" x1="{x:.1f}" x2="{x:.1f}" '
            f'y1="{TITLE - 4}" y2="{_height(table) - ROW_GAP + 4}"/>'
        )
    for place, row in enumerate(table.rows):
        lines += _row(table, row, TITLE + place * _row_height(table), scale)
    return "".join(f"{line}\n" for line in lines)


def _legend(table: Table) -> str:
    better = "longer is better" if table.better == "higher" else "shorter is better"
    if len(table.columns) == 1:
        return f"{table.columns[0]}; {better}"
    return f"upper bar: {table.columns[0]}, lower bar: {table.columns[1]}; {better}"


def _row(table: Table, row: Row, top: int, scale: float) -> Iterator[str]:
    ours = ["ours"] if row.contender.startswith(OURS) else []
    middle = top + BAR * len(table.columns) / 2 + 4
    yield _text(LABELS - 10, middle, row.contender, *ours, anchor="end")
    for place, (column, shade) in enumerate(zip(table.columns, ("first", "second"), strict=False)):
        if column in row.figures:
            value = row.figures[column]
            y, length = top + place * BAR, max(value * scale, 1)
            yield (
                f'<rect class="{_classes([*ours, shade])}" x="{LABELS}" y="{y}" '
                f'width="{length:.1f}" height="{BAR - 1}" rx="1"/>'
            )
            yield _text(LABELS + length + 6, y + 9, spelled(value, table.unit), "figure")


def _text(x: float, y: float, words: str, *classes: str, anchor: str = "start") -> str:
    named = f' class="{_classes(classes)}"' if classes else ""
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{named}{side}>{escape(words)}</text>'


def _classes(names: Sequence[str]) -> str:
    return " ".join(names)
