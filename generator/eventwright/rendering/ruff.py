"""Lay out Python source as ruff does, in one run for all files, without the user's settings."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

LINE_LENGTH = 100


def format_python(files: Mapping[str, str]) -> dict[str, str]:
    """The same files with the layout of ruff.

    Raises:
        RuntimeError: A file is not Python; a template must be wrong.
    """
    return _run(["format"], files)


def tidy_imports(files: Mapping[str, str]) -> dict[str, str]:
    """The same files with their imports sorted, and without unused ones.

    Raises:
        RuntimeError: A file is not Python, or uses names that nothing makes.
    """
    return _run(["check", "--fix", "--select=F,I"], files)


def _run(command: list[str], files: Mapping[str, str]) -> dict[str, str]:
    # ruff ships no types for its one function.
    from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]

    ruff = find_ruff_bin()
    # Where the packages are, so that they know each other from third parties.
    sources = sorted({path.partition("/")[0] for path in files})
    settings = [
        "--isolated",
        "--no-cache",
        "--quiet",
        f"--config=line-length={LINE_LENGTH}",
        f"--config=src={json.dumps(sources)}",
    ]
    with tempfile.TemporaryDirectory(prefix="eventwright-") as name:
        folder = Path(name)
        for path, text in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        run = subprocess.run(
            [ruff, *command, *settings, "--target-version=py311", "."],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            raise RuntimeError(f"ruff {command[0]}: {run.stdout}{run.stderr}")
        return {path: (folder / path).read_text(encoding="utf-8") for path in files}
