"""The generator as these tests use it: from a schema file or folder to files."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eventwright.generate import generate
from eventwright.settings import Settings

LANGUAGES = ("python", "typescript")
INVISIBLE = frozenset("\x00\x1b\u202e\u2066\u200b\ufeff\u2028\u2029\x85\x0c\r")
_numbers = itertools.count(1)


def generated_files(schema: Path, **options: Any) -> Mapping[str, bytes]:
    """All files made of a schema file or folder, by their path in the output folder.

    Raises:
        EventwrightError: The schemas can't be used.
    """
    root = schema if schema.is_dir() else schema.parent
    made: Any = generate(Settings(schema=schema, output=root / "out", root=root, **options))
    files: Mapping[str, bytes] = getattr(made, "files", made)
    return files


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, by their path in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


# Any: generated modules have no type in common.
def python_bindings(folder: Path, schema: object) -> Any:
    """The Python module that is made of one schema, imported under a name of its own.

    Raises:
        EventwrightError: The schema can't be used.
    """
    package = f"hostile_{next(_numbers)}"
    file = folder / "m.schema.json"
    text = schema if isinstance(schema, str) else json.dumps(schema)
    file.write_text(text, encoding="utf-8")
    write_tree(folder, generated_files(file, targets=("python",), package=package))
    sys.path.insert(0, str(folder / "python"))
    try:
        return importlib.import_module(f"{package}.m")
    finally:
        sys.path.remove(str(folder / "python"))


# Any: a schema is any JSON value.
def record(**members: Any) -> dict[str, Any]:
    return {"title": "Rec", "type": "object", "properties": members}
