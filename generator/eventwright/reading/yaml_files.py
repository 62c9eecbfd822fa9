"""Schemas in YAML, which is not read: how one is told, and what to do about it."""

from __future__ import annotations

import shlex
from pathlib import Path, PurePath


def is_yaml(path: PurePath) -> bool:
    """Whether a file is YAML by its name."""
    return path.suffix in {".yaml", ".yml"}


def first_yaml(folder: Path) -> PurePath | None:
    """The first YAML file in a folder or below it, by its path in there; hidden ones are none."""
    inside = sorted(path.relative_to(folder) for path in folder.rglob("*") if is_yaml(path))
    return next((p for p in inside if not any(part.startswith(".") for part in p.parts)), None)


def cure(path: PurePath) -> str:
    """How to make a schema file of one that is YAML."""
    yaml, json = path.as_posix(), path.with_suffix(".json").as_posix()
    return f"convert it first, such as by: npx js-yaml {shlex.quote(yaml)} > {shlex.quote(json)}"
