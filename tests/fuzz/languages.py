"""The generated bindings of a schema set in each language, as functions from payload to outcome."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import jinja2

from eventwright.casing import snake
from eventwright.compiled import CompiledModule
from eventwright.errors import Location
from eventwright.generate import compile_modules, target
from eventwright.modelling.model import Union
from eventwright.rendering.render import environment
from eventwright.rendering.ruff import format_python
from eventwright.settings import Int64, Settings, Unknown
from eventwright.targets.python.scope import scope
from fuzz.schema_sets import SchemaSet
from hostile.generating import write_tree
from support.node_process import NodeProcess
from support.parsers import PARSERS, Parser, only
from support.replay import same_json
from support.type_checks import TYPESCRIPT

Payload: TypeAlias = str | bytes
Payloads: TypeAlias = Sequence[Payload]
INT64: tuple[Int64, ...] = ("bigint", "number")
Issues: TypeAlias = tuple[tuple[str, str, str], ...]

WORKER = Path(__file__).with_name("worker.mjs")

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reader made of a payload."""

    encoded: str | None = None
    """The text that it wrote again."""
    issues: Issues = ()
    """Triples of path, code and message."""
    fault: str | None = None
    """What no reader may do: an exception of another kind, or answers that contradict."""
    kept: str | None = None
    """The text that it wrote again when it was asked to keep a tag that it did not know."""
    tag: str | int | None = None
    """The tag that it kept."""
    refused: Issues = ()
    """What it said when it was asked to keep a tag and did not, where that is something else."""

    @property
    def accepted(self) -> bool:
        return self.encoded is not None

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(code for _, code, _ in self.issues)


class Node:
    """A long-lived Node process with compiled modules."""

    def __init__(self, process: NodeProcess) -> None:
        self._process = process

    def load(self, *packages: Path) -> None:
        """Compile and import the TypeScript packages in these folders."""
        self._process.ask({"load": [str(package) for package in packages]})

    def type_errors(self, package: Path, modules: Iterable[str]) -> list[tuple[str, str, str]]:
        """What tsc, strict, finds in modules of a package: each one's module, code and message."""
        names = {_file_name(module): module for module in modules}
        options = {**TYPESCRIPT, "noEmit": True}
        request = {"check": str(package), "modules": list(names), "options": options}
        return [(names[name], code, told) for name, code, told in self._process.ask(request)]

    def read(
        self, package: Path, module: str, payloads: Payloads, suffix: str = ""
    ) -> list[Outcome]:
        """What the functions of a loaded package's module with this suffix make of each payload."""
        request = {
            "folder": str(package),
            "module": _file_name(module),
            "suffix": suffix,
            "payloads": _sent(payloads),
        }
        return [_outcome(row) for row in self._process.ask(request)]

    def oracle(self, schemas: SchemaSet, root: str) -> int:
        """Let ajv compile a schema; gives the number by which it is asked."""
        documents = dict(schemas.documents)
        number: int = self._process.ask(
            {"documents": documents, "root": root, "dialect": schemas.dialect}
        )
        return number

    def told_by_oracle(self, number: int, payloads: Payloads) -> list[bool | None]:
        """What ajv says of each payload; None where it can't tell."""
        verdicts: list[bool | None] = self._process.ask(
            {"oracle": number, "payloads": _sent(payloads)}
        )
        return verdicts


def _file_name(module: str) -> str:
    """What a module is called in TypeScript."""
    return module.replace("_", "-")


def _sent(payloads: Payloads) -> list[object]:
    return [p if isinstance(p, str) else {"hex": p.hex()} for p in payloads]


def _outcome(row: dict[str, Any]) -> Outcome:  # a row of the worker's JSON
    issues, refused = (
        tuple((path, code, message) for path, code, message in row.get(name, ()))
        for name in ("issues", "refused")
    )
    if refused == issues:
        refused = ()
    encoded, fault, kept, tag = map(row.get, ("encoded", "fault", "kept", "tag"))
    if isinstance(tag, dict):
        tag = int(tag["bigint"])
    elif isinstance(tag, int | float):
        tag = int(float(tag))  # JavaScript writes the shortest text that stands for a double
    return Outcome(encoded, issues, fault, kept, tag, refused)


@contextmanager
def node() -> Iterator[Node]:
    """A Node process that ends with the block."""
    with NodeProcess(WORKER, "--stack-size=900") as process:
        yield Node(process)


@dataclass(frozen=True, slots=True)
class Packages:
    """The generated packages of one schema set."""

    python: Mapping[Parser, str]
    """The importable names of as many copies as there are parsers."""
    typescript: tuple[Path, ...]
    """The folders of the TypeScript package: with bigint, then with number for 64-bit integers."""
    types: Mapping[str, Mapping[Location, str]]
    """The names that functions end in, by module and by the place of what they read."""
    roots: Mapping[str, Location | None]
    """The place of each module's root type."""
    beside: frozenset[Location]
    """The places of types that are made of more than the schema there."""
    unions: Mapping[str, Mapping[Location, Union]]
    """The tagged unions, by module and place."""
    opened: Packages | None = None
    """The packages that keep unknown tags and words."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of all TypeScript packages."""
        return (*self.typescript, *(self.opened.typescript if self.opened else ()))

    def modules(self, name: str) -> Mapping[Parser, ModuleType]:
        """One Python module of the set, by the only parser that it has found."""
        return {parser: self._module(name, parser) for parser in self.python}

    def _module(self, name: str, parser: Parser) -> ModuleType:
        with only(parser):
            return importlib.import_module(f"{self.python[parser]}.{name}")


def make_packages(schema: Path, folder: Path, *, formats: bool) -> Packages:
    """Generate the packages of a schema set, and make the Python ones importable.

    Raises:
        EventwrightError: The schemas can't be used.
    """
    closed = _made(schema, folder / "closed", "error", formats=formats)
    return replace(closed, opened=_made(schema, folder / "opened", "keep", formats=formats))


def _made(schema: Path, folder: Path, unknown: Unknown, *, formats: bool) -> Packages:
    name = f"fuzzed_{next(_numbers)}"
    root = schema if schema.is_dir() else schema.parent
    settings = Settings(
        schema, folder, package=name, format_assertion=formats, unknown=unknown, root=root
    )
    modules = compile_modules(settings)
    env = _templates()
    python = target("python").files(modules, settings, env)
    texts = {path: text for path, text in python.items() if path.endswith(".py")}
    formatted = format_python(texts)
    copies = {parser: f"{name}_{number}" for number, parser in enumerate(PARSERS)}
    for copy in copies.values():
        _write(folder, {path.replace(name, copy, 1): text for path, text in formatted.items()})
    sys.path.insert(0, str(folder / "python"))
    for int64 in INT64:
        files = target("typescript").files(modules, replace(settings, int64=int64), env)
        _write(folder / int64, files)
    folders = tuple(folder / int64 / "typescript" for int64 in INT64)
    types = {module.name: _types(module) for module in modules}
    roots = {module.name: module.model.root for module in modules}
    beside = frozenset(place for module in modules for place in module.model.branches)
    unions = {module.name: _unions(module) for module in modules}
    return Packages(copies, folders, types, roots, beside, unions)


@cache
def _templates() -> jinja2.Environment:
    return environment(None)


def _types(module: CompiledModule) -> dict[Location, str]:
    names = scope(module).names
    return {place: names.type(place).rstrip("_") for place in names.given}


def _unions(module: CompiledModule) -> dict[Location, Union]:
    definitions = module.model.definitions
    return {place: made for place, made in definitions.items() if isinstance(made, Union)}


def _write(folder: Path, files: Mapping[str, str]) -> None:
    write_tree(folder, {path: text.encode() for path, text in files.items()})


def read_in_python(module: Any, payloads: Payloads, suffix: str = "") -> list[Outcome]:
    """What the functions of a Python module for a type, or for its root type, make of payloads."""
    end = f"_{snake(suffix)}" if suffix else ""
    functions = Functions(
        *(
            getattr(module, verb + end)
            for verb in ("decode", "encode", "parse", "dump", "validate")
        ),
        module.DecodeError,
    )
    return [_read(functions, payload) for payload in payloads]


@dataclass(frozen=True, slots=True)
class Functions:
    """The functions for one type; generated modules have no type in common."""

    decode: Callable[..., Any]
    encode: Callable[[Any], bytes]
    parse: Callable[..., Any]
    dump: Callable[[Any], Any]
    validate: Callable[[Any], Any]
    DecodeError: Any


def _read(module: Functions, payload: Payload) -> Outcome:
    try:
        outcome = _decoded(module, payload)
        is_json = not any(issue[:2] == ("", "json") for issue in outcome.issues)
        fault = _contradiction(module, payload, outcome) if is_json else None
        return replace(outcome, fault=fault)
    except Exception as error:  # noqa: BLE001 - any other exception is what is looked for
        return Outcome(None, (), f"{type(error).__name__}: {error}")


def _decoded(module: Functions, payload: Payload) -> Outcome:
    try:
        return Outcome(module.encode(module.decode(payload)).decode())
    except module.DecodeError as error:
        issues = _triples(error.issues)
    try:
        value = module.decode(payload, **_keeping(module.decode))
    except module.DecodeError as error:
        refused = _triples(error.issues)
        return Outcome(issues=issues, refused=refused if refused != issues else ())
    return Outcome(issues=issues, kept=module.encode(value).decode(), tag=value.tag)


def _keeping(function: Callable[..., Any]) -> dict[str, str]:
    """What asks a function to keep unknown tags, if it can be asked."""
    return {"unknown": "keep"} if "unknown" in function.__annotations__ else {}


def _triples(issues: Any) -> Issues:
    return tuple((issue.path, issue.code, issue.message) for issue in issues)


def _contradiction(module: Functions, payload: Payload, outcome: Outcome) -> str | None:
    """What a sister of `decode` makes of the same value, where it is something else."""
    value = json.loads(payload)
    listed = _triples(module.validate(value))
    if listed != outcome.issues:
        return f"decode and validate differ: {outcome.issues} and {listed}"
    if outcome.encoded is None and outcome.kept is None:
        return None
    # What is valid is the same, whether unknown tags are kept or not.
    read = module.parse(value, **_keeping(module.parse))
    written = module.encode(read).decode()
    if written != (outcome.encoded or outcome.kept):
        return f"decode and parse differ: {outcome.encoded or outcome.kept} and {written}"
    dumped = module.dump(read)
    if not same_json(dumped, json.loads(written)):
        return f"encode and dump differ: {written} and {dumped}"
    if outcome.kept is not None and not same_json(read.raw, value):
        return f"raw is not what was read: {read.raw}"
    return None
