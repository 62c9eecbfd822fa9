"""What `make bench` found is told as text, as JSON and as a chart."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from benchmarks.measures import Measure, Result
from benchmarks.report.as_json import as_json
from benchmarks.report.as_svg import BARS, as_svg
from benchmarks.report.as_text import as_text
from benchmarks.report.figures import spelled
from benchmarks.tables import Row, Table

FASTER = Measure("decode: speed against <others>", 1.1, "higher")
SMALLER = Measure("bundle", 3_200, "lower", "bytes")
TABLE = Table(
    "Decode & more",
    "A note.",
    ["frames", "events"],
    [
        Row("eventwright", {"frames": 2.0, "events": 1.5}, wrong=0),
        Row("a <peer>", {"frames": 1.0}, wrong=12),
    ],
    judged=1_234,
)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("measure", "value", "met"),
    [
        (FASTER, 1.1, True),
        (FASTER, 1.0996, True),
        (FASTER, 1.099, False),
        (SMALLER, 3_200, True),
        (SMALLER, 3_201, False),
    ],
)
def test_a_goal_is_met_in_its_own_direction(measure: Measure, value: float, met: bool) -> None:
    assert Result(measure, value).met is met


def test_json_lists_every_measure() -> None:
    text = as_json([Result(FASTER, 1.23456), Result(SMALLER, 4_000)])
    assert json.loads(text) == [
        {
            "measure": "decode: speed against <others>",
            "value": 1.235,
            "goal": 1.1,
            "better": "higher",
            "met": True,
        },
        {"measure": "bundle", "value": 4_000, "goal": 3_200, "better": "lower", "met": False},
    ]


def test_text_has_the_goals_and_every_row() -> None:
    text = as_text([Result(FASTER, 1.2), Result(SMALLER, 4_000)], [TABLE], {"Python": "3.11"}, 30)
    assert "| decode: speed against <others> | 1.20 | ≥ 1.10 | yes |" in text
    assert "| bundle | 4,000 | ≤ 3,200 | no |" in text
    assert "1 of 2 are met." in text
    assert "|  | frames | events | wrong verdicts of 1,234 |" in text
    assert "| a <peer> | 1.00 |  | 12 |" in text
    assert "In each of 30 rounds" in text
    assert "Versions: Python 3.11." in text


def test_a_table_that_nobody_judged_has_no_column_for_it() -> None:
    rows = [replace(row, wrong=None) for row in TABLE.rows]
    text = as_text([], [replace(TABLE, rows=rows, judged=None)], {}, 30)
    assert "|  | frames | events |\n" in text
    assert "| a <peer> | 1.00 |  |\n" in text


def test_the_chart_is_xml_with_a_bar_a_figure() -> None:
    drawing = ElementTree.fromstring(as_svg([TABLE, TABLE]))  # noqa: S314 - we made it
    bars = [*drawing.iter(f"{SVG}rect")]
    assert len(bars) == 6
    assert [float(bar.attrib["width"]) for bar in bars[:3]] == [BARS, BARS * 0.75, BARS / 2]
    assert [bar.attrib["class"] for bar in bars[:3]] == ["ours first", "ours second", "first"]
    words = [text.text for text in drawing.iter(f"{SVG}text")]
    assert words.count("a <peer>") == 2
    assert words.count("1.50") == 2


@pytest.mark.parametrize(
    ("value", "words"), [(12.34, "12.3"), (1.234, "1.23"), (0.1, "0.10"), (0.0123, "0.012")]
)
def test_a_ratio_has_few_digits(value: float, words: str) -> None:
    assert spelled(value, "ratio") == words
