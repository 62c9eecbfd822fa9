"""Read payloads of many small schemas: one package a language, one Node process."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from eventwright.compiled import CompiledModule
from eventwright.generate import compile_modules, target
from eventwright.reading.jsontext import Json
from eventwright.rendering.render import environment
from eventwright.rendering.ruff import format_python
from eventwright.settings import Int64, Settings
from fuzz.languages import Outcome, node, read_in_python

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What each language made of the payloads of one schema, in their order."""

    python: list[Outcome]
    typescript: list[Outcome]
    """With bigint for 64-bit integers."""


def compiled(name: str, schema: Json, folder: Path, settings: Settings) -> CompiledModule:
    """The module of a schema, whose file is put into a folder.

    Raises:
        EventwrightError: The schema can't be used.
    """
    path = folder / f"{name}.json"
    path.write_text(json.dumps(schema), encoding="utf-8")
    (module,) = compile_modules(replace(settings, schema=path, root=folder))
    return module


def outcomes(
    groups: Mapping[str, tuple[Json, Sequence[Json]]], folder: Path, settings: Settings
) -> dict[str, Outcomes]:
    """What the bindings of each schema, in an empty folder, make of the payloads beside it.

    Raises:
        EventwrightError: A schema can't be used.
    """
    modules = [compiled(name, schema, folder, settings) for name, (schema, _) in groups.items()]
    payloads = {name: payloads for name, (_, payloads) in groups.items()}
    return read(modules, payloads, folder / "package")


def read(
    modules: Sequence[CompiledModule], payloads: Mapping[str, Sequence[Json]], folder: Path
) -> dict[str, Outcomes]:
    """What the bindings of each module make of its payloads, by the module's name.

    Args:
        modules: All modules of one package.
        payloads: By the module's name.
        folder: An empty folder, or a new one, to work in.

    Raises:
        EventwrightError: Two names in a module collide.
    """
    package = f"many_schemas_{next(_numbers)}"
    write_package(modules, folder, package, "bigint")
    texts = {name: [json.dumps(payload) for payload in some] for name, some in payloads.items()}
    with ThreadPoolExecutor() as pool:
        in_typescript = pool.submit(_in_typescript, folder / "typescript", texts)
        in_python = _in_python(folder / "python", package, texts)
        found = in_typescript.result()
    return {name: Outcomes(in_python[name], found[name]) for name in texts}


def write_package(
    modules: Sequence[CompiledModule], folder: Path, package: str, int64: Int64
) -> None:
    """Put the packages of some modules into the folders `python` and `typescript` of a folder.

    Raises:
        EventwrightError: Two names in a module collide.
    """
    settings = Settings(schema=folder, output=folder, package=package, int64=int64)
    for language in ("python", "typescript"):
        files = dict(target(language).files(modules, settings, environment(None)))
        files |= format_python({path: text for path, text in files.items() if path.endswith(".py")})
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def _in_python(
    folder: Path, package: str, texts: Mapping[str, Sequence[str]]
) -> dict[str, list[Outcome]]:
    sys.path.insert(0, str(folder))
    try:
        return {
            name: read_in_python(importlib.import_module(f"{package}.{name}"), some)
            for name, some in texts.items()
        }
    finally:
        sys.path.remove(str(folder))


def _in_typescript(folder: Path, texts: Mapping[str, Sequence[str]]) -> dict[str, list[Outcome]]:
    with node() as process:
        process.load(folder)
        return {name: process.read(folder, name, some) for name, some in texts.items()}
