"""Python bindings of a schema that is made for one test."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from pathlib import Path
from typing import Any

from eventwright.generate import generate
from eventwright.settings import Settings

_numbers = itertools.count(1)


def python_source(folder: Path, schema: dict[str, object], **options: Any) -> dict[str, str]:
    """The files of the Python package of one schema, by their path in the package's folder."""
    path = folder / "m.schema.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    settings = Settings(schema=path, output=folder, targets=("python",), root=folder, **options)
    files = generate(settings).files
    return {name.removeprefix("python/"): text.decode() for name, text in files.items()}


def python_bindings(folder: Path, schema: dict[str, object], **options: Any) -> Any:
    """The module that is made of one schema, imported under a name of its own."""
    package = f"bindings_{next(_numbers)}"
    for name, text in python_source(folder, schema, package=package, **options).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(f"{package}.m")
    finally:
        sys.path.remove(str(folder))
