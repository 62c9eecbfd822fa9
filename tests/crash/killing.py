"""Kill `eventwright generate` at random moments and look at what it leaves."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from support.project import python_tool, run

Tree = Mapping[str, bytes]
COMMAND = (*python_tool("eventwright"), "generate")
# A killed process leaves its measure of coverage broken, so it takes none.
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE")}


def tree(folder: Path) -> Tree:
    """Every file of a folder, those that start with a dot included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@dataclass
class Project:
    """A project whose schemas have two states, and what each of them makes."""

    folder: Path
    trees: dict[int, Tree] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        return self.folder / "generated"

    def prepare(self) -> None:
        """Make both states once, undisturbed; the first one stays."""
        (self.folder / "pyproject.toml").write_text(
            '[tool.eventwright]\ntargets = ["python", "typescript", "vectors"]\n', encoding="utf-8"
        )
        for state in (1, 0):
            self.choose(state)
            run(*COMMAND, cwd=self.folder, env=self._environment())
            self.trees[state] = tree(self.output)
        assert self.trees[0] != self.trees[1]

    def choose(self, state: int) -> None:
        """Put the schemas into a state: a module that is in both, and one that is not."""
        schemas = self.folder / "schema"
        schemas.mkdir(exist_ok=True)
        for old in schemas.iterdir():
            old.unlink()
        for name in ("order", f"only_{state}"):
            members = {f"member_{i}_{state}": {"type": "string"} for i in range(20)}
            schema = {"title": name.title(), "type": "object", "properties": members}
            (schemas / f"{name}.schema.json").write_text(json.dumps(schema), encoding="utf-8")

    def start(self) -> subprocess.Popen[bytes]:
        """Begin a run that may be killed."""
        return subprocess.Popen(
            [str(part) for part in COMMAND],
            cwd=self.folder,
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def _environment(self) -> dict[str, str]:
        # What a run remembers would spare it the work that is to be killed.
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        return {**ENVIRONMENT, "XDG_CACHE_HOME": str(self.folder / "cache")}

    def siblings(self) -> list[str]:
        """What a run has left beside the output."""
        return sorted(
            path.name
            for path in self.folder.iterdir()
            if path.name not in ("generated", "schema", "pyproject.toml", "cache")
        )


@dataclass
class Kills:
    """What was found after each kill."""

    found: Counter[str] = field(default_factory=Counter)
    """How often the old tree was there, and the new one."""
    writing: int = 0
    """How many kills met a run that had begun to write."""
    faults: list[str] = field(default_factory=list)


def kill(project: Project, count: int, seed: int) -> Kills:
    """Kill runs at random moments, each after the one before was recovered from.

    Half of the moments are anywhere in a run, the others after it has begun to write.
    """
    moments = random.Random(seed)  # noqa: S311 - nothing here is secret
    kills = Kills()
    state = 0
    whole = _duration(project)
    for index in range(count):
        old, new = project.trees[state], project.trees[1 - state]
        project.choose(1 - state)
        child = project.start()
        if index % 2:
            _wait_for_stage(project, child)
            time.sleep(moments.uniform(0, 0.03))
        else:
            time.sleep(moments.uniform(0, whole))
        child.kill()
        child.communicate()
        left = tree(project.output)
        kills.found["old" if left == old else "new" if left == new else "mixture"] += 1
        kills.writing += bool(project.siblings()) or left == new
        if left not in (old, new):
            kills.faults.append(f"kill {index}: a mixture")
        recovery = project.start()
        _, complaint = recovery.communicate()
        if recovery.returncode or tree(project.output) != new or project.siblings():
            kills.faults.append(f"kill {index}: not recovered: {complaint.decode()}")
        state = 1 - state
    return kills


def _duration(project: Project) -> float:
    """Seconds that a run takes that writes."""
    project.choose(1)
    start = time.perf_counter()
    project.start().communicate()
    project.choose(0)
    project.start().communicate()
    return (time.perf_counter() - start) / 2


def _wait_for_stage(project: Project, child: subprocess.Popen[bytes]) -> None:
    while child.poll() is None and not project.siblings():
        time.sleep(0.0005)
