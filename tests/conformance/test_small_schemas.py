"""Small schemas that each show one thing, among them whatever was once wrong, in both languages."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest

from eventwright.compiled import CompiledModule
from eventwright.judging.reference import Reference
from eventwright.settings import Int64, Settings
from eventwright.targets.python.scope import scope
from fuzz.comparing import same_value
from support.fixtures import FIXTURES as FOLDER
from support.many_schemas import Outcomes, compiled, read, write_package
from support.project import node_tool, run
from support.type_checks import mypy, pyright, tsc

FIXTURES = {
    file.stem: json.loads(file.read_bytes())
    for file in sorted((FOLDER / "small_schemas").iterdir())
}


@dataclass(frozen=True, slots=True)
class Found:
    """What was made of one schema and its payloads."""

    # Any: the JSON of a fixture.
    fixture: dict[str, Any]
    module: CompiledModule
    outcomes: Outcomes


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CompiledModule]:
    folder = tmp_path_factory.mktemp("schemas")
    settings = Settings(schema=folder, output=folder)
    return {
        name: compiled(name, f["schema"], folder, replace(settings, **f.get("settings", {})))
        for name, f in FIXTURES.items()
    }


@pytest.fixture(scope="module")
def everything(
    modules: dict[str, CompiledModule], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Outcomes]:
    payloads = {
        name: [case["payload"] for case in (*f["valid"], *f["invalid"])]
        for name, f in FIXTURES.items()
    }
    return read(list(modules.values()), payloads, tmp_path_factory.mktemp("package"))


@pytest.fixture(params=FIXTURES)
def found(
    request: pytest.FixtureRequest,
    modules: dict[str, CompiledModule],
    everything: dict[str, Outcomes],
) -> Found:
    name = request.param
    return Found(FIXTURES[name], modules[name], everything[name])


@pytest.fixture(scope="module")
def packages(
    modules: dict[str, CompiledModule], tmp_path_factory: pytest.TempPathFactory
) -> dict[Int64, Path]:
    folders = {int64: tmp_path_factory.mktemp(int64) for int64 in get_args(Int64)}
    for int64, folder in folders.items():
        write_package(list(modules.values()), folder, "small_schemas", int64)
    return folders


@pytest.mark.parametrize("int64", get_args(Int64))
def test_bindings_pass_the_type_checkers(
    int64: Int64, packages: dict[Int64, Path], tmp_path: Path
) -> None:
    tsc(packages[int64] / "typescript")
    if int64 == "number":
        mypy(packages[int64] / "python" / "small_schemas", cache=tmp_path / "cache")
        assert pyright(packages[int64] / "python") == []


@pytest.mark.parametrize("int64", get_args(Int64))
def test_typescript_is_laid_out_as_prettier_does(int64: Int64, packages: dict[Int64, Path]) -> None:
    # It takes quotes from non-ASCII names where no name beside them needs any.
    exceptions = {"names-of-other-characters.ts"}
    sources = sorted((packages[int64] / "typescript" / "src").glob("*.ts"))
    others = [source for source in sources if source.name not in exceptions]
    run(node_tool("prettier"), "--check", "--no-config", "--print-width=100", *others)


def test_valid_payloads_are_written_as_they_should_be(found: Found) -> None:
    cases = found.fixture["valid"]
    assert cases
    for index, case in enumerate(cases):
        for outcome in (found.outcomes.python[index], found.outcomes.typescript[index]):
            assert outcome.issues == ()
            assert outcome.fault is None
            assert same_value(outcome.encoded, json.dumps(case["written"])), outcome.encoded


def test_invalid_payloads_have_their_issues(found: Found) -> None:
    first = len(found.fixture["valid"])
    cases = found.fixture["invalid"]
    assert cases
    for index, case in enumerate(cases, first):
        python, typescript = found.outcomes.python[index], found.outcomes.typescript[index]
        assert python == typescript
        assert python.fault is None
        assert [[path, code] for path, code, _ in python.issues] == case["issues"]


def test_the_judge_of_the_vectors_tells_the_same(found: Found) -> None:
    root = found.module.model.root
    assert root is not None
    judge, program = Reference(found.module.plan), found.module.plan.of(root)
    for case in (*found.fixture["valid"], *found.fixture["invalid"]):
        issues = judge.issues(program, case["payload"])
        assert [[issue.path, issue.code] for issue in issues] == case.get("issues", [])


def test_what_has_no_effect_is_told(found: Found) -> None:
    told = sorted(note.location.pointer for note in found.module.notes)
    assert told == sorted(found.fixture.get("notes", []))


def test_types_have_their_names(found: Found) -> None:
    names = sorted(scope(found.module).names.types.values())
    assert names == found.fixture.get("types", names)


def test_members_have_their_types(found: Found, packages: dict[Int64, Path]) -> None:
    name = found.module.name
    python = Path("python", "small_schemas", f"{name}.py")
    typescript = Path("typescript", "src", f"{name.replace('_', '-')}.ts")
    files = {
        "python": packages["number"] / python,
        "typescript": packages["number"] / typescript,
        "bigint": packages["bigint"] / typescript,
    }
    for language, lines in found.fixture.get("lines", {}).items():
        written = files[language].read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line not in written] == []


def test_every_file_says_what_it_shows() -> None:
    assert all(fixture["about"] for fixture in FIXTURES.values())
