"""Pydantic models of schemas made for one test."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from eventwright.generate import compile_modules
from eventwright.rendering.render import environment
from eventwright.settings import Settings
from eventwright.targets import pydantic as target

Import = Callable[..., ModuleType]
"""What makes the models of a schema, and imports them."""


def rendered(
    folder: Path, schema: Mapping[str, object], package: str, *, format_assertion: bool = True
) -> dict[str, str]:
    path = folder / "m.json"
    path.write_text(json.dumps(schema))
    settings = Settings(
        schema=path,
        output=folder / "out",
        package=package,
        root=folder,
        format_assertion=format_assertion,
    )
    return target.files(compile_modules(settings), settings, environment(None))


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def record(title: str, **properties: object) -> dict[str, object]:
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": [
            n for n, p in properties.items() if not (isinstance(p, dict) and "default" in p)
        ],
    }


def refuses(model: Any, *values: object) -> bool:
    for value in values:
        with pytest.raises(ValidationError):
            TypeAdapter(model).validate_json(json.dumps(value))
    return True


def takes(model: Any, *values: object) -> bool:
    return all(
        json.loads(model.model_validate_json(json.dumps(value)).model_dump_json()) == value
        for value in values
    )
