"""The generated bindings of a schema set in each language, as functions from payload to outcome."""

from __future__ import annotations

import importlib
import itertools
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from hostile.generating import generated_files, write_tree

Payload: TypeAlias = str | bytes
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

    @property
    def accepted(self) -> bool:
        return self.encoded is not None

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(code for _, code, _ in self.issues)


class Node:
    """A long-lived Node process with compiled modules."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", "--stack-size=900", str(WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def load(self, *packages: Path) -> None:
        """Compile and import the TypeScript packages in these folders."""
        self._ask({"load": [str(package) for package in packages]})

    def read(self, package: Path, module: str, payloads: Sequence[Payload]) -> list[Outcome]:
        """What a module of a loaded package makes of each payload."""
        request = {
            "folder": str(package),
            "module": module.replace("_", "-"),
            "payloads": [p if isinstance(p, str) else {"hex": p.hex()} for p in payloads],
        }
        return [_outcome(row) for row in self._ask(request)]

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _ask(self, request: object) -> Any:  # each request has an answer of its own shape
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        reply = json.loads(self._process.stdout.readline() or '{"error": "Node has ended"}')
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply["answer"]


def _outcome(row: dict[str, Any]) -> Outcome:  # a row of the worker's JSON
    issues = tuple((path, code, message) for path, code, message in row.get("issues", ()))
    return Outcome(row.get("encoded"), issues, row.get("fault"))


@contextmanager
def node() -> Iterator[Node]:
    """A Node process that ends with the block."""
    process = Node()
    try:
        yield process
    finally:
        process.close()


@dataclass(frozen=True, slots=True)
class Packages:
    """The generated packages of one schema set."""

    python: str
    """The importable name."""
    typescript: tuple[Path, ...]
    """The folders of the TypeScript package: with bigint, then with number for 64-bit integers."""

    def module(self, name: str) -> ModuleType:
        """One Python module of the set."""
        return importlib.import_module(f"{self.python}.{name}")


def make_packages(
    schema: Path, folder: Path, *, formats: bool, typescript: bool = True
) -> Packages:
    """Generate the packages of a schema set, and make the Python one importable.

    Raises:
        EventwrightError: The schemas can't be used.
    """
    name = f"fuzzed_{next(_numbers)}"
    targets = ("python", "typescript") if typescript else ("python",)
    modes = ("bigint", "number") if typescript else ("bigint",)
    for int64 in modes:
        options = {"package": name, "int64": int64, "format_assertion": formats}
        write_tree(folder / int64, generated_files(schema, targets=targets, **options))
    sys.path.insert(0, str(folder / "bigint" / "python"))
    folders = tuple(folder / int64 / "typescript" for int64 in modes) if typescript else ()
    return Packages(name, folders)


def read_in_python(module: ModuleType, payloads: Iterable[Payload]) -> list[Outcome]:
    """What a Python module makes of each payload."""
    return [_read(module, payload) for payload in payloads]


def _read(module: Any, payload: Payload) -> Outcome:  # generated modules have no common type
    try:
        try:
            encoded = module.encode(module.decode(payload))
        except module.DecodeError as error:
            issues = tuple((i.path, i.code, i.message) for i in error.issues)
            return Outcome(None, issues, _contradiction(module, payload, issues))
        return Outcome(encoded.decode(), (), _contradiction(module, payload, ()))
    except Exception as error:  # noqa: BLE001 - any other exception is what is looked for
        return Outcome(None, (), f"{type(error).__name__}: {error}")


def _contradiction(module: Any, payload: Payload, issues: Issues) -> str | None:
    """Where `validate` says something else of the same value."""
    if len(issues) == 1 and issues[0][:2] == ("", "json"):
        return None
    listed = module.validate(json.loads(payload))
    told = tuple((i.path, i.code, i.message) for i in listed)
    return None if told == issues else f"decode and validate differ: {issues} and {told}"
