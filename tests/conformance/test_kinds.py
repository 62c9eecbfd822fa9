"""Schemas of the kinds that real protocols are of, from the types to what is on the wire."""

from __future__ import annotations

import importlib
import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from eventwright.generate import compile_modules
from eventwright.settings import Int64, Settings
from fuzz.comparing import same_value
from fuzz.languages import Node, node, read_in_python
from support.fixtures import FIXTURES
from support.many_schemas import write_package
from support.type_checks import function_types, mypy, pyright, tsc

FOLDER = FIXTURES / "kinds"
KINDS = sorted(file.stem for file in (FOLDER / "payloads").iterdir())


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the packages in both languages, one with bigint and one with number."""
    folder = tmp_path_factory.mktemp("kinds")
    schema = FOLDER / "schema"
    modules = compile_modules(Settings(schema=schema, output=folder, root=schema))
    for int64 in get_args(Int64):
        write_package(modules, folder / int64, "kinds", int64)
    sys.path.insert(0, str(folder / "bigint" / "python"))
    yield folder
    sys.path.remove(str(folder / "bigint" / "python"))


@pytest.fixture(scope="module")
def process(packages: Path) -> Iterator[Node]:
    with node() as process:
        process.load(packages / "bigint" / "typescript")
        yield process


@pytest.mark.parametrize("kind", KINDS)
def test_payloads(kind: str, packages: Path, process: Node) -> None:
    module = importlib.import_module(f"kinds.{kind}")
    lines = (FOLDER / "payloads" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    assert {"issues" in case for case in cases} == {True, False}
    for case in cases:
        text = [json.dumps(case["payload"])]
        [python] = read_in_python(module, text, case["type"])
        [typescript] = process.read(packages / "bigint" / "typescript", kind, text, case["type"])
        assert python.fault is typescript.fault is None, (python, typescript)
        assert python.issues == typescript.issues, case
        assert [[path, code] for path, code, _ in python.issues] == case.get("issues", []), case
        owed = json.dumps(case["written"]) if "written" in case else None
        assert same_value(python.encoded, owed), (case, python.encoded)
        assert same_value(typescript.encoded, owed), (case, typescript.encoded)


def test_python_clients_pass_the_type_checkers(packages: Path, tmp_path: Path) -> None:
    shutil.copytree(packages / "bigint" / "python" / "kinds", tmp_path / "kinds")
    shutil.copy(FOLDER / "probes" / "kinds.py", tmp_path / "probe.py")
    mypy(tmp_path / "kinds", tmp_path / "probe.py", cache=tmp_path / "cache")
    assert pyright(tmp_path) == []


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize("kind", KINDS)
def test_types_of_members_are_known_when_python_runs(kind: str) -> None:
    module = importlib.import_module(f"kinds.{kind}")
    classes = [c for c in vars(module).values() if isinstance(c, type) and is_dataclass(c)]
    assert classes
    for class_ in classes:
        hints = get_type_hints(class_)
        assert {field.name for field in fields(class_)} <= hints.keys()


def test_mypy_knows_what_all_python_functions_take_and_give(packages: Path, tmp_path: Path) -> None:
    types = function_types(packages / "bigint" / "python" / "kinds", tmp_path)
    assert len(types) > 5 * len(KINDS)
    assert {name: type_ for name, type_ in types.items() if "Any" in type_} == {}


@pytest.mark.parametrize("int64", get_args(Int64))
def test_typescript_clients_pass_the_compiler(int64: Int64, packages: Path, tmp_path: Path) -> None:
    package = tmp_path / "kinds"
    shutil.copytree(packages / int64 / "typescript", package)
    shutil.copy(FOLDER / "probes" / "kinds.ts", package / "src" / "probe.ts")
    tsc(package)
