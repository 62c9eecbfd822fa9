"""Time programs against each other, from start to exit, round after round."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.race import Times

BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Program:
    """A command, and what is done before it runs in a round, which is not timed."""

    name: str
    command: Sequence[str | Path]
    prepare: Callable[[], object] = lambda: None
    every: int = 1
    """It runs in one round of how many."""


def race_programs(programs: Sequence[Program], rounds: int, caches: Path) -> Times:
    """Run the programs round after round, in their order; gives the seconds that each run took.

    They find the tools of this environment, such as ruff, and keep their caches in a folder. What
    Python compiles it keeps, as it does where a package is installed and not edited.
    """
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "XDG_CACHE_HOME": str(caches)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    times: dict[str, list[float]] = {program.name: [] for program in programs}
    for turn in range(rounds):
        for program in programs:
            if turn % program.every:
                continue
            program.prepare()
            start = perf_counter()
            _run(program, env)
            times[program.name].append(perf_counter() - start)
    return times


def _run(program: Program, env: Mapping[str, str]) -> None:
    done = subprocess.run(
        [str(word) for word in program.command],
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{program.name} failed: {done.stdout}{done.stderr}")
