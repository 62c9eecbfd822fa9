"""Folders of schemas made for one test, and what loading and resolving them gives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.reading.jsontext import Json
from eventwright.reading.load import load
from eventwright.reading.refs import SchemaSet, resolve


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make files in a folder, by their path in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def load_problems(path: Path, relative_to: Path) -> tuple[Problem, ...]:
    """What loading complains about."""
    with pytest.raises(EventwrightError) as caught:
        load(path, relative_to)
    return caught.value.problems


def schema_set(
    folder: Path, resources: tuple[tuple[str, Path], ...] = (), **documents: Json
) -> SchemaSet:
    """The resolved module `m` whose documents are called m/NAME.json; _ stands for a folder."""
    for name, content in documents.items():
        path = folder / "m" / f"{name.replace('_', '/')}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content))
    (module,) = load(folder / "m", folder, resources)
    return resolve(module)


def reference_problems(folder: Path, **documents: Json) -> tuple[Problem, ...]:
    """What resolving the module `m` with these documents complains about."""
    with pytest.raises(EventwrightError) as caught:
        schema_set(folder, **documents)
    return caught.value.problems


def place(text: str) -> Location:
    """The location that is written as file#pointer below the module's folder."""
    file, _, pointer = text.partition("#")
    return Location(f"m/{file}", pointer)
