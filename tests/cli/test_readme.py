"""What the README shows, run as it stands there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from support.project import ROOT, attempt, python_tool, run

README = (ROOT / "README.md").read_text()
FIRST_SCHEMA = "events/order_event/order_event.schema.json"


def blocks(language: str) -> list[str]:
    """The code blocks of a language, in their order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def transcript(command: str) -> list[str]:
    """What a command printed, line by line."""
    [shown] = [block for block in blocks("console") if block.startswith(f"$ {command}\n")]
    return shown.splitlines()[1:]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The schemas and the bindings of this repository, to change them."""
    for name in ("schema", "generated"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_first_five_minutes(tmp_path: Path) -> None:
    schema = tmp_path / FIRST_SCHEMA
    schema.parent.mkdir(parents=True)
    assert f"`{FIRST_SCHEMA}`" in README
    schema.write_text(blocks("json")[0])
    options = "generate --schema events --output bindings --package shop-events"
    summary, *_ = run(*python_tool("eventwright"), *options.split(), cwd=tmp_path).splitlines()
    assert transcript(f"eventwright {options}") == [summary, "  …"]
    (tmp_path / "session.txt").write_text(blocks("pycon")[0])
    run(*python_tool("doctest"), "session.txt", cwd=tmp_path, env={"PYTHONPATH": "bindings/python"})


def test_a_change_of_a_schema(copy: Path) -> None:
    schema = copy / "schema" / "event_frame" / "turn_started.schema.json"
    assert f"`{schema.relative_to(copy).as_posix()}`" in README
    member = blocks("json")[1]
    schema.write_text(
        schema.read_text().replace('"properties": {', f'"properties": {{\n{member.rstrip()},', 1)
    )
    made = run(*python_tool("eventwright"), "generate", cwd=copy)
    assert made.splitlines() == transcript("eventwright generate")


def test_recorded_payloads(copy: Path) -> None:
    command = 'echo \'{"event": "turn_started"}\' | eventwright validate event_frame -'
    payload = command.split("'")[1]
    done = attempt(
        *python_tool("eventwright"), "validate", "event_frame", "-", cwd=copy, stdin=payload
    )
    assert (done.stdout.splitlines(), done.returncode) == (transcript(command), 1)
