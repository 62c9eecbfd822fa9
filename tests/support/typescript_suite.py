"""Run many small schemas in TypeScript at once: one package, one Node process."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eventwright.compiled import CompiledModule
from eventwright.generate import compile_modules, target
from eventwright.reading.jsontext import Json
from eventwright.rendering.render import environment
from eventwright.settings import Settings
from support.project import NODE_MODULES, ROOT, run

_RUNNER = ROOT / "tests" / "conformance" / "suite.mjs"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What TypeScript says of a payload."""

    issues: list[tuple[str, str, str]]
    """Path, code and message of each issue; none of a valid payload."""
    encoded: str | None
    """What a valid payload is written as."""


def verdicts(
    groups: Mapping[str, tuple[Json, Sequence[Json]]], folder: Path, settings: Settings
) -> dict[str, list[Verdict]]:
    """What the generated TypeScript says of payloads.

    Args:
        groups: Schemas by a name in snake_case, each with payloads.
        folder: An empty folder to work in.
        settings: How to generate; the schema and the output are set here.

    Raises:
        EventwrightError: A schema can't be used.
    """
    modules = [_compiled(name, schema, folder, settings) for name, (schema, _) in groups.items()]
    files = target("typescript").files(modules, settings, environment(None))
    for name, text in files.items():
        _write(folder / name, text)
    payloads = {
        name.replace("_", "-"): [json.dumps(payload) for payload in payloads]
        for name, (_, payloads) in groups.items()
    }
    ran = run(
        "node",
        _RUNNER,
        folder / "typescript",
        NODE_MODULES / "typescript",
        stdin=json.dumps(payloads),
    )
    found = json.loads(ran)
    return {
        name: [
            Verdict([tuple(issue) for issue in one["issues"]], one["encoded"])
            for one in found[name.replace("_", "-")]
        ]
        for name in groups
    }


def _compiled(name: str, schema: Json, folder: Path, settings: Settings) -> CompiledModule:
    path = folder / "schema" / f"{name}.json"
    _write(path, json.dumps(schema))
    (module,) = compile_modules(replace(settings, schema=path, output=folder, root=folder))
    return module


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
