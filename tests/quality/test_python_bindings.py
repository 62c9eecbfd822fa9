"""The generated Python passes the strictest checks, and narrowing by `match` is exhaustive."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from fuzz.random_schemas import RandomSchemas
from support.packages import BUILT
from support.project import GENERATED, attempt, node_tool, python_tool, run
from support.python_bindings import python_source
from support.type_checks import MYPY

PYTHON = GENERATED / "python"
PROBES = Path(__file__).parent / "probes" / "python"
COMPLETE = PROBES / "exhaustive_match.py"
INCOMPLETE = PROBES / "incomplete_match.py"
FUNCTIONS = PROBES / "function_types.py"
RANDOM_PACKAGES = 60

# Matters of taste; and datamodel-code-generator neither wraps docstrings nor describes all classes,
# while pydantic copies the mutable defaults that ruff warns of.
RUFF_NOT_ASKED = {
    "python": "D105,D203,D213,D401,D413",
    "pydantic": "D,E501,RUF012",
}


@pytest.fixture(scope="module")
def mypy(tmp_path_factory: pytest.TempPathFactory) -> tuple[str | Path, ...]:
    """mypy with no settings but strict, on the bindings and on what is named after it."""
    cache = tmp_path_factory.mktemp("mypy")
    return (*MYPY, f"--cache-dir={cache}", PYTHON / "agent_events")


@pytest.fixture(scope="module")
def pyright(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The errors that pyright, strict, finds in each file; one run looks at everything."""
    folder = tmp_path_factory.mktemp("pyright")
    shutil.copytree(PYTHON / "agent_events", folder / "agent_events", ignore=BUILT)
    shutil.copytree(PROBES, folder, dirs_exist_ok=True)
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = ("--outputjson", "--pythonpath", sys.executable, "--project", folder)
    done = attempt(node_tool("pyright"), *command)
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] > len(list(PROBES.glob("*.py")))
    errors: dict[str, list[str]] = {}
    for finding in report["generalDiagnostics"]:
        errors.setdefault(Path(finding["file"]).name, []).append(finding["message"])
    return errors


def test_mypy_accepts_the_bindings_and_an_exhaustive_match(mypy: tuple[str | Path, ...]) -> None:
    run(*mypy, COMPLETE)


def test_mypy_knows_what_the_functions_take_and_give(mypy: tuple[str | Path, ...]) -> None:
    run(*mypy, FUNCTIONS)


def test_mypy_sees_a_forgotten_variant(mypy: tuple[str | Path, ...]) -> None:
    done = attempt(*mypy, INCOMPLETE)
    (error,) = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert INCOMPLETE.name in error
    assert '"ToolCalled"; expected "Never"' in error


def test_pyright_accepts_the_bindings_and_an_exhaustive_match(
    pyright: dict[str, list[str]],
) -> None:
    assert {name: found for name, found in pyright.items() if name != INCOMPLETE.name} == {}


def test_pyright_sees_a_forgotten_variant(pyright: dict[str, list[str]]) -> None:
    (error,) = pyright[INCOMPLETE.name]
    assert '"ToolCalled"' in error
    assert '"Never"' in error


@pytest.mark.parametrize(("target", "not_asked"), RUFF_NOT_ASKED.items())
def test_ruff_finds_nothing(target: str, not_asked: str) -> None:
    ruff = (*python_tool("ruff"), "check", "--isolated", "--no-cache", "--line-length=100")
    rules = ("--select=A,B,C4,D,E,F,I,N,PIE,RUF,SIM,UP,W", f"--ignore={not_asked}")
    run(*ruff, "--target-version=py311", *rules, ".", cwd=GENERATED / target)


@pytest.mark.parametrize("target", ["python", "pydantic"])
def test_ruff_would_format_nothing(target: str) -> None:
    ruff = (*python_tool("ruff"), "format", "--check", "--isolated", "--no-cache")
    run(*ruff, "--line-length=100", "--target-version=py311", GENERATED / target)


def test_packages_of_random_schemas_import_just_what_they_use(tmp_path: Path) -> None:
    schemas = RandomSchemas(seed=5)
    for number in range(RANDOM_PACKAGES):
        package = f"p{number}"
        for name, text in python_source(tmp_path, schemas.document(), package=package).items():
            file = tmp_path / package / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    ruff = (*python_tool("ruff"), "check", "--isolated", "--no-cache", "--line-length=100")
    run(*ruff, "--target-version=py311", "--select=F,I", ".", cwd=tmp_path)
