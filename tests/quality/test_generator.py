"""The generator and its tests pass the checks that the project sets itself."""

from __future__ import annotations

import ast
import sys
import tomllib

from support.project import ROOT, python_tool, run

GENERATOR = ROOT / "generator" / "eventwright"
MAX_LINES = 300
# The folders in the order in which schemas pass through them; each knows only those before it.
STEPS = "patterns reading modelling planning judging rendering targets writing".split()


def test_ruff_finds_nothing() -> None:
    run(*python_tool("ruff"), "check", "--no-cache", ".")


def test_ruff_would_format_nothing() -> None:
    run(*python_tool("ruff"), "format", "--check", "--no-cache", ".")


def test_mypy_finds_nothing() -> None:
    run(*python_tool("mypy"))


def test_modules_stay_short() -> None:
    lengths = {
        path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines())
        for path in GENERATOR.rglob("*.py")
    }
    assert lengths
    assert {path: count for path, count in lengths.items() if count > MAX_LINES} == {}


def test_every_imported_package_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {
        requirement.split("=")[0].split(">")[0].replace("-", "_")
        for requirement in project["dependencies"]
    }
    imported = {
        name.split(".")[0]
        for path in GENERATOR.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imports(node)
    }
    assert imported - sys.stdlib_module_names - declared == {"eventwright"}


def test_data_flows_one_way() -> None:
    assert sorted(STEPS) == sorted(path.parent.name for path in GENERATOR.glob("*/__init__.py"))
    backwards = {
        (str(path.relative_to(GENERATOR)), name)
        for index, step in enumerate(STEPS)
        for path in (GENERATOR / step).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imports(node)
        if any(f"{name}.".startswith(f"eventwright.{later}.") for later in STEPS[index + 1 :])
    }
    assert backwards == set()


def _imports(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
        case _:
            return []
