"""Where things are in the repository, and how the tests start other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ROOT / "generated"
NODE_MODULES = ROOT / "tests" / "node" / "node_modules"


class CommandError(AssertionError):
    """A program that should have succeeded did not; the message holds all that it printed."""


def attempt(
    *command: str | Path, cwd: Path = ROOT, stdin: str = "", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever its exit code; `env` is added to the environment."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def run(
    *command: str | Path, cwd: Path = ROOT, stdin: str = "", env: Mapping[str, str] | None = None
) -> str:
    """Run a program that must succeed and give its output; otherwise raise `CommandError`."""
    done = attempt(*command, cwd=cwd, stdin=stdin, env=env)
    if done.returncode:
        words = " ".join(str(part) for part in command)
        raise CommandError(f"{words}\nexit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def node_tool(name: str) -> Path:
    """The pinned Node program of this name; `make test` installs it."""
    path = NODE_MODULES / ".bin" / name
    if not path.exists():
        raise CommandError(f"{name} is not installed: run `npm ci` in tests/node, or `make test`")
    return path


def python_tool(module: str) -> tuple[str | Path, ...]:
    """The command that runs a Python module with the interpreter of the tests."""
    return (sys.executable, "-m", module)
