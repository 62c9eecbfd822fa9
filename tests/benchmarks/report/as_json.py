"""The results as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from benchmarks.measures import Result


def as_json(results: Iterable[Result]) -> str:
    """A JSON array of {measure, value, goal, better, met}, in the order of the results."""
    rows = [
        {
            "measure": result.measure.name,
            "value": round(result.value, 3),
            "goal": result.measure.goal,
            "better": result.measure.better,
            "met": result.met,
        }
        for result in results
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
