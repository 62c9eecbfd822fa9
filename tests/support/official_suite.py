"""The official JSON-Schema-Test-Suite, as the source distribution of jsonschema holds it."""

from __future__ import annotations

import importlib
import json
import sys
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias

from eventwright.casing import snake
from eventwright.errors import EventwrightError
from eventwright.generate import compile_modules, target
from eventwright.rendering.render import environment
from eventwright.rendering.ruff import format_python
from eventwright.settings import Settings
from support.project import ROOT, python_tool, run
from support.typescript_suite import verdicts as typescript_verdicts

Draft: TypeAlias = Literal["draft7", "draft2019-09", "draft2020-12"]

RELEASE = "4.26.0"
CACHE = ROOT / ".cache" / "official-suite"
REMOTES_URI = "http://localhost:1234/"
META_SCHEMAS: dict[Draft, str] = {
    "draft7": "http://json-schema.org/draft-07/schema#",
    "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
    "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A payload, and whether it is valid."""

    description: str
    payload: Any
    valid: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A schema and the cases for it; `name` is the file's, with what the group is about."""

    name: str
    schema: Any
    cases: tuple[Case, ...]


Finding: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the bindings of a group say of each of its cases; a problem where there are none."""

    issues: tuple[tuple[Finding, ...], ...] = ()
    """For each case, the path, code and message of every issue; none where it is valid."""
    problem: str | None = None


def suite_folder() -> Path:
    """The folder of the suite, fetched from the package registry where it is not there yet."""
    folder = CACHE / f"jsonschema-{RELEASE}" / "json"
    if not folder.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        options = ("--no-deps", "--no-binary", "jsonschema")
        package = f"jsonschema=={RELEASE}"
        run(*python_tool("pip"), "download", "--quiet", *options, "--dest", CACHE, package)
        with tarfile.open(CACHE / f"jsonschema-{RELEASE}.tar.gz") as archive:
            archive.extractall(CACHE, filter="data")
    return folder


def groups(suite: Path, draft: Draft) -> Iterator[Group]:
    """The mandatory groups of a draft; a schema that names no draft is one of this."""
    for file in sorted((suite / "tests" / draft).glob("*.json")):
        for group in json.loads(file.read_text(encoding="utf-8")):
            schema = group["schema"]
            if isinstance(schema, dict):
                schema = {"$schema": META_SCHEMAS[draft], **schema}
            cases = (Case(c["description"], c["data"], c["valid"]) for c in group["tests"])
            yield Group(f"{file.stem}: {group['description']}", schema, tuple(cases))


def in_python(suite: Path, folder: Path, wanted: Sequence[Group]) -> list[Verdicts]:
    """The verdicts of Python bindings that are generated for each group."""
    package = snake(folder.name)
    made: dict[str, str] = {}
    problems: dict[int, str] = {}
    for number, group in enumerate(wanted):
        try:
            made |= _python_files(suite, folder, f"{package}_group{number}", group)
        except EventwrightError as error:
            problems[number] = str(error)
    _write(folder, format_python(made))
    sys.path.insert(0, str(folder / "python"))
    try:
        return [
            Verdicts(problem=problems[number])
            if number in problems
            else _python_verdicts(f"{package}_group{number}", group)
            for number, group in enumerate(wanted)
        ]
    finally:
        sys.path.remove(str(folder / "python"))


def _python_files(suite: Path, folder: Path, name: str, group: Group) -> dict[str, str]:
    schema = folder / name / "probe.json"
    schema.parent.mkdir(parents=True)
    schema.write_text(json.dumps(group.schema), encoding="utf-8")
    settings = replace(_settings(suite, folder), schema=schema, package=name, root=schema.parent)
    files = target("python").files(compile_modules(settings), settings, environment(None))
    return {path: text for path, text in files.items() if path.endswith(".py")}


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _python_verdicts(package: str, group: Group) -> Verdicts:
    module = importlib.import_module(f"{package}.probe")
    found = [module.validate(case.payload) for case in group.cases]
    for case, issues in zip(group.cases, found, strict=True):
        if not issues:
            # What is valid can be read, and what was read can be written.
            module.encode(module.parse(case.payload))
    return Verdicts(tuple(tuple((i.path, i.code, i.message) for i in issues) for issues in found))


def in_typescript(suite: Path, folder: Path, wanted: Sequence[Group]) -> list[Verdicts]:
    """The verdicts of TypeScript bindings, in bigint mode, that are generated for each group."""
    settings = replace(_settings(suite, folder), int64="bigint")
    named = {f"group_{number}": group for number, group in enumerate(wanted)}
    found = typescript_verdicts(
        {name: (g.schema, [case.payload for case in g.cases]) for name, g in named.items()},
        folder,
        settings,
    )
    return [Verdicts(tuple(tuple(verdict.issues) for verdict in found[name])) for name in named]


def _settings(suite: Path, folder: Path) -> Settings:
    return Settings(
        schema=folder,
        output=folder,
        format_assertion=False,
        slow_patterns=True,
        resources=((REMOTES_URI, suite / "remotes"),),
    )
