"""The format checks of both languages give every fixture the verdict that is owed.

tests/fixtures/formats/<format>.jsonl holds one text a line, its verdict and the reason for it.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from eventwright.rendering.render import environment
from support.fixtures import FIXTURES
from support.project import ROOT, node_tool, python_tool, run

RUNNER = ROOT / "tests" / "conformance" / "formats.mjs"
FORMATS = (
    *("date-time", "date", "time", "duration", "email", "idn-email", "hostname"),
    *("ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uri-template"),
    *("uuid", "json-pointer", "relative-json-pointer", "regex"),
)
# Pieces that patterns choke on when they can be read in more than one way.
PIECES = (
    *("a", "1", "a.", "1:", "::", '"', "\\a", "\\\\", "%41", "%", "#", "?", "[", "]", "[a-", "("),
    *("(?:", "{", "{a,", "{a}", "/", "~0", "-", "xn--a.", "1Y", "a*", "|", "\\1", "\ue000", "😀"),
)
OPENINGS = ("", "a:", "http://", "P", '"', "a@", "[", "{", "/", "0", "09:08:07.")
ENDINGS = ("", "!", '"@a.b')
TYPESCRIPT_OPTIONS = (
    *("--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes"),
    *("--noUnusedLocals", "--noUnusedParameters", "--isolatedDeclarations", "--declaration"),
    *("--erasableSyntaxOnly", "--verbatimModuleSyntax", "--module", "nodenext"),
    *("--target", "es2022", "--outDir", "dist"),
)


@dataclass(frozen=True, slots=True)
class Case:
    text: str
    valid: bool
    why: str


def cases(name: str) -> list[Case]:
    lines = (FIXTURES / "formats" / f"{name}.jsonl").read_text(encoding="ascii").splitlines()
    return [Case(**json.loads(line)) for line in lines]


def rendered(template: str, formats: Iterable[str]) -> str:
    return environment(None).get_template(template).render(formats=frozenset(formats))


def in_python(module: ModuleType, name: str) -> Callable[[str], bool]:
    check: Callable[[str], bool] = getattr(module, "is_" + name.replace("-", "_"))
    return check


def in_typescript(compiled: Path, questions: Iterable[tuple[str, str]]) -> list[bool]:
    """The answers of the TypeScript checks to pairs of format and text."""
    named = [("is" + name.title().replace("-", ""), text) for name, text in questions]
    answers: list[bool] = json.loads(run("node", RUNNER, compiled, stdin=json.dumps(named)))
    return answers


@pytest.fixture(scope="module")
def python_checks(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    file = tmp_path_factory.mktemp("python") / "formats.py"
    file.write_text(rendered("python/_formats.py.jinja", FORMATS), encoding="utf-8")
    spec = spec_from_file_location("rendered_formats", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def typescript_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checks of all formats, and of each format alone, compiled in its folder `dist`."""
    folder = tmp_path_factory.mktemp("typescript")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for file, formats in {"all": FORMATS, **{name: (name,) for name in FORMATS}}.items():
        text = rendered("typescript/formats.ts.jinja", formats)
        (folder / f"{file}.ts").write_text(text, encoding="utf-8")
    sources = [file.name for file in sorted(folder.glob("*.ts"))]
    run(node_tool("tsc"), *TYPESCRIPT_OPTIONS, *sources, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def typescript_checks(typescript_folder: Path) -> Path:
    return typescript_folder / "dist" / "all.js"


def test_every_format_has_fixtures() -> None:
    assert {file.stem for file in (FIXTURES / "formats").iterdir()} == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_fixtures_are_many_and_of_both_kinds(name: str) -> None:
    listed = cases(name)
    assert len(listed) >= 30
    assert len({case.text for case in listed}) == len(listed)
    assert {case.valid for case in listed} == {True, False}
    assert all(case.why for case in listed)


@pytest.mark.parametrize("name", FORMATS)
def test_python_gives_the_verdict_that_is_owed(name: str, python_checks: ModuleType) -> None:
    check = in_python(python_checks, name)
    assert [case for case in cases(name) if check(case.text) is not case.valid] == []


@pytest.mark.parametrize("name", FORMATS)
def test_typescript_gives_the_verdict_that_is_owed(name: str, typescript_checks: Path) -> None:
    listed = cases(name)
    answers = in_typescript(typescript_checks, [(name, case.text) for case in listed])
    assert [case for case, said in zip(listed, answers, strict=True) if said != case.valid] == []


def test_both_languages_agree_on_the_texts_of_all_other_formats(
    python_checks: ModuleType, typescript_checks: Path
) -> None:
    texts = sorted({case.text for name in FORMATS for case in cases(name)})
    questions = [(name, text) for name in FORMATS for text in texts]
    answers = in_typescript(typescript_checks, questions)
    different = [
        question
        for question, said in zip(questions, answers, strict=True)
        if in_python(python_checks, question[0])(question[1]) is not said
    ]
    assert different == []


@pytest.mark.parametrize("name", FORMATS)
def test_python_takes_linear_time(name: str, python_checks: ModuleType) -> None:
    check = in_python(python_checks, name)
    slow = []
    for opening in OPENINGS:
        for piece in PIECES:
            text = opening + piece * (100_000 // len(piece))
            start = time.perf_counter()
            for ending in ENDINGS:
                check(text + ending)
            if time.perf_counter() - start > 5:
                slow.append((opening, piece))
    assert slow == []


def test_typescript_takes_linear_time(typescript_checks: Path) -> None:
    texts = [
        opening + piece * (20_000 // len(piece)) + ending
        for opening in OPENINGS
        for piece in PIECES
        for ending in ("", "!")
    ]
    start = time.perf_counter()
    in_typescript(typescript_checks, [(name, text) for name in FORMATS for text in texts[::3]])
    assert time.perf_counter() - start < 60


@pytest.mark.parametrize(
    ("name", "piece"),
    [("email", "a."), ("iri", "\U0001f600"), ("uri-template", "\U0001f600"), ("regex", "(a)")],
)
def test_typescript_reads_texts_of_megabytes(
    name: str, piece: str, typescript_checks: Path
) -> None:
    opening, ending = {"email": ("", "a@a"), "iri": ("a:", "")}.get(name, ("", ""))
    text = opening + piece * (8_000_000 // len(piece.encode())) + ending
    assert in_typescript(typescript_checks, [(name, text)]) == [True]


@pytest.mark.parametrize("name", FORMATS)
def test_python_of_one_format_holds_nothing_unused(name: str, tmp_path: Path) -> None:
    source = rendered("python/_formats.py.jinja", [name])
    defined = re.findall(r"^(?:def )?(_[A-Za-z0-9_]+)(?= = |\()", source, re.MULTILINE)
    unused = [item for item in defined if len(re.findall(rf"\b{item}\b", source)) < 2]
    assert unused == []
    file = tmp_path / "formats.py"
    file.write_text(source, encoding="utf-8")
    run(*python_tool("ruff"), "check", "--isolated", "--select", "F", file)
    run(*python_tool("mypy"), "--strict", "--cache-dir", tmp_path / "cache", file)


def test_typescript_is_laid_out_as_prettier_does(typescript_folder: Path) -> None:
    run(node_tool("prettier"), "--print-width", "100", "--check", "*.ts", cwd=typescript_folder)
