"""Measure the bindings and the generator against their peers: `make bench`."""

from __future__ import annotations

from benchmarks.generators import run_generators
from benchmarks.imports import run_imports
from benchmarks.progress import tell
from benchmarks.python_side import run_python
from benchmarks.race import ROUNDS
from benchmarks.report.as_json import as_json
from benchmarks.report.as_svg import as_svg
from benchmarks.report.as_text import as_text
from benchmarks.stream import large_results, stream
from benchmarks.typescript_side import run_typescript
from benchmarks.versions import versions
from support.project import ROOT

DOCS = ROOT / "docs"


def main() -> None:
    """Run everything and write the tables, the JSON and the chart to `docs`."""
    texts, large = stream(), large_results()
    parts = [
        run_python(texts, large),
        (run_imports(), []),
        run_typescript(texts, large),
        run_generators(),
    ]
    results = [result for found, _ in parts for result in found]
    tables = [table for _, filled in parts for table in filled]
    tell("writing docs/benchmarks.*")
    DOCS.mkdir(exist_ok=True)
    written = {
        "benchmarks.md": as_text(results, tables, versions(), ROUNDS),
        "benchmarks.json": as_json(results),
        "benchmarks.svg": as_svg(tables),
    }
    for name, text in written.items():
        (DOCS / name).write_text(text, encoding="utf-8")
    missed = [result.measure.name for result in results if not result.met]
    tell(f"{len(results) - len(missed)} of {len(results)} goals met")
    for name in missed:
        tell(f"not met: {name}")


if __name__ == "__main__":
    main()
