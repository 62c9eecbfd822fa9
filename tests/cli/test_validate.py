"""`eventwright validate`: payloads from files or standard input, each issue with its line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from eventwright.errors import Location, Problem, WrongUseError
from eventwright.settings import Settings
from support.command_line import eventwright


@dataclass(frozen=True, slots=True)
class Issue:
    path: str
    code: str
    message: str


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Settings, str, str | None]]:
    """In place of the plan's checks, one rule: the member `n` is a number."""
    calls: list[tuple[Settings, str, str | None]] = []

    def validator(
        settings: Settings, module: str, type_name: str | None
    ) -> Callable[[bytes], list[Issue]]:
        calls.append((settings, module, type_name))
        if module != "order":
            problem = Problem(Location("schema"), f"has no module {module}", "use order")
            raise WrongUseError(problem)
        return check

    monkeypatch.setitem(
        sys.modules, "eventwright.check_payload", SimpleNamespace(validator=validator)
    )
    return calls


def check(text: bytes) -> list[Issue]:
    try:
        value = json.loads(text)
    except ValueError:
        return [Issue("", "json", "must be JSON")]
    return [] if isinstance(value["n"], int) else [Issue("/n", "type", "must be an integer")]


pytestmark = pytest.mark.usefixtures("project", "asked")


def test_valid_lines(project: Path) -> None:
    (project / "x.jsonl").write_text('{"n": 1}\n\n{"n": 2}\n')
    run = eventwright("validate", "order", "x.jsonl")
    assert (run.code, run.stdout, run.stderr) == (0, "2 payloads, 0 invalid\n", "")


def test_issues_with_their_lines(project: Path) -> None:
    (project / "x.jsonl").write_text('{"n": 1}\n{"n": ""}\nnot JSON\n')
    (project / "y.json").write_text('{\n\n  "n": "1"\n}\n')
    run = eventwright("validate", "order", "x.jsonl", "y.json")
    assert run.code == 1
    assert run.stdout.splitlines() == [
        "x.jsonl:2: /n must be an integer [type]",
        "x.jsonl:3: must be JSON [json]",
        "y.json:3: /n must be an integer [type]",
        "4 payloads, 3 invalid",
    ]


@pytest.mark.parametrize("words", [[], ["-"]])
def test_standard_input(words: list[str]) -> None:
    run = eventwright("validate", "order", *words, stdin=b'{"n": ""}')
    assert run.code == 1
    assert run.stdout.splitlines() == [
        "<stdin>:1: /n must be an integer [type]",
        "1 payload, 1 invalid",
    ]


def test_a_file_that_cannot_be_read(project: Path) -> None:
    (project / "x.json").write_text('{"n": 1}')
    run = eventwright("validate", "order", "nowhere.json", "schema", "x.json")
    assert run.code == 2
    assert run.stdout == "1 payload, 0 invalid\n"
    assert run.stderr.splitlines() == [
        "nowhere.json: can't be read: No such file or directory",
        "  fix: name another file",
        "schema: can't be read: Is a directory",
        "  fix: name another file",
    ]


def test_an_unknown_module() -> None:
    run = eventwright("validate", "refund")
    assert run.code == 2
    assert run.stderr.splitlines() == ["schema: has no module refund", "  fix: use order"]


def test_no_module_is_wrong_use() -> None:
    run = eventwright("validate")
    assert run.code == 2
    assert "MODULE" in run.stderr


def test_settings_and_type_reach_the_check(
    project: Path, asked: list[tuple[Settings, str, str | None]]
) -> None:
    words = ["--type", "Order", "--no-format-assertion", "--schema", "."]
    assert eventwright("validate", "order", *words).code == 0
    [(settings, module, type_name)] = asked
    assert settings.schema == project
    assert settings.format_assertion is False
    assert (module, type_name) == ("order", "Order")
