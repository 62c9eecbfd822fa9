"""Files in the output folder that eventwright didn't make: which git ignores, which it doesn't."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from eventwright.frozen import frozen

Ignores: TypeAlias = Callable[[Collection[str]], set[str]]
"""Which of some paths are ignored; a folder's path ends in a slash."""

# What tools leave behind when they use the generated packages.
_BY_PRODUCTS = ("__pycache__", "node_modules", "dist", "*.egg-info", ".mypy_cache", ".ruff_cache")
# Set while a hook runs, these point git at places that are relative to another folder.
_HOOK_VARIABLES = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}


@frozen
class Foreign:
    """Paths inside a folder that are not ours; an ignored folder ends in a slash."""

    ignored: tuple[str, ...]
    unexpected: tuple[str, ...]


def find(folder: Path, ours: Iterable[str], ignores: Ignores) -> Foreign:
    """Look through `folder`, but not into ignored folders, for files other than `ours`.

    Symbolic links are files here and never followed. Raises OSError when a folder can't be read.
    """
    files = set(ours)
    known = files | {f"{parent}/" for path in files for parent in PurePosixPath(path).parents}
    ignored: list[str] = []
    unexpected: list[str] = []
    level = [""]
    while level:
        entries = [entry for inside in level for entry in _entries(folder, inside)]
        strange = [entry for entry in entries if entry not in known]
        skipped = ignores(strange)
        ignored += skipped
        unexpected += [e for e in strange if not e.endswith("/") and e not in skipped]
        level = [e for e in entries if e.endswith("/") and e not in skipped]
    return Foreign(tuple(sorted(ignored)), tuple(sorted(unexpected)))


def by_products(paths: Collection[str]) -> set[str]:
    """The paths that are ignored where there is no git to ask: caches and builds by their names."""
    return {p for p in paths if _is_git(p) or any(PurePosixPath(p).match(n) for n in _BY_PRODUCTS)}


def ignored_by_git(folder: Path) -> Ignores:
    """An answer for paths inside `folder`, asked of git as if they lay there."""

    def ignores(paths: Collection[str]) -> set[str]:
        if not paths:
            return set()
        import subprocess  # Takes longer to import than this module, and is seldom needed.

        try:
            asked = subprocess.run(
                ["git", "check-ignore", "-z", "--stdin"],
                cwd=folder,
                input=b"\0".join(os.fsencode(path) for path in paths),
                capture_output=True,
                check=False,
                env={k: v for k, v in os.environ.items() if k not in _HOOK_VARIABLES},
            )
        except FileNotFoundError:
            return by_products(paths)
        nothing_ignored, found = 1, 0
        if asked.returncode not in (nothing_ignored, found):
            return by_products(paths)
        answer = {os.fsdecode(path) for path in asked.stdout.split(b"\0") if path}
        return answer | {path for path in paths if _is_git(path)}

    return ignores


def _is_git(path: str) -> bool:
    """Whether this is a repository of its own, which is never ours to remove."""
    return PurePosixPath(path).name == ".git"


def _entries(folder: Path, inside: str) -> list[str]:
    with os.scandir(folder / inside) as found:
        return sorted(
            f"{inside}{e.name}/" if e.is_dir(follow_symlinks=False) else f"{inside}{e.name}"
            for e in found
        )
