"""How long it takes to import the Python bindings, against their bare types."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import measures
from benchmarks.bare import bare_module
from benchmarks.measures import Result
from benchmarks.progress import tell
from benchmarks.race import time_ratio
from support.fixtures import PROTOCOLS
from support.project import GENERATED

ROUNDS = 60
STATEMENTS = {
    "bindings": "from agent_events import chat_event, event_frame",
    "bare": "import bare_types",
}
# A fresh interpreter's start is the same for both and no part of the figure.
TIMED = """
import sys
from time import process_time
sys.path.insert(0, {folder!r})
start = process_time()
{statement}
print(process_time() - start)
"""


def run_imports() -> list[Result]:
    """Import both in fresh interpreters, one after the other, round after round."""
    tell("Python: import")
    package = GENERATED / "python" / "agent_events"
    times: dict[str, list[float]] = {name: [] for name in STATEMENTS}
    with TemporaryDirectory() as folder:
        shutil.copytree(package, Path(folder, package.name))
        bare = bare_module(package / f"{protocol}.py" for protocol in PROTOCOLS)
        Path(folder, "bare_types.py").write_text(bare, encoding="utf-8")
        for turn in range(ROUNDS + 1):
            for name, statement in STATEMENTS.items():
                seconds = _seconds(TIMED.format(folder=folder, statement=statement))
                if turn:  # the first round writes the byte code
                    times[name].append(seconds)
    return [Result(measures.IMPORT, time_ratio(times, "bindings", "bare"))]


def _seconds(program: str) -> float:
    """Run a program without installed packages; the bindings find the standard library alone."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=True
    )
    return float(done.stdout)
