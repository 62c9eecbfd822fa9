"""Templates of the user's own, and what is told of mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.command_line import eventwright
from support.schema_folders import write

TEMPLATE = "typescript/package.json.jinja"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a schema, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"schema/order.schema.json": '{"title": "Order", "type": "object"}'})
    return tmp_path


def generate() -> tuple[int, str]:
    run = eventwright("generate", "--target", "typescript", "--templates", "look")
    return run.code, run.stderr


def test_a_file_of_the_same_path_stands_in_for_ours(folder: Path) -> None:
    write(folder, {f"look/{TEMPLATE}": '{ "name": {{ name }}, "private": true }\n'})
    assert generate() == (0, "")
    made = (folder / "generated" / "typescript" / "package.json").read_text()
    assert made == '{ "name": "agent-events", "private": true }\n'


def test_a_folder_that_is_not_there(folder: Path) -> None:
    assert generate() == (
        1,
        f"{folder}/look: is no folder\n"
        "  fix: correct the path of your templates, or make the folder\n",
    )


def test_a_folder_that_stands_in_for_nothing(folder: Path) -> None:
    write(folder, {"look/package.json.jinja": "{}", "look/typescript/package.json": "{}"})
    code, told = generate()
    assert code == 1
    assert told == (
        f"{folder}/look: holds no template that stands in for one of eventwright's\n"
        "  fix: give one its path, such as pydantic/README.md.jinja\n"
    )


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{\n{{ nmae }}\n}", "line 2: 'nmae' is undefined"),
        ("{\n\n{% for %}\n}", "line 3: Expected an expression, got 'end of statement block'"),
        ("{% set words = 'a' %}{{ words }}", "line 1: text that is not safe as code would be"),
    ],
)
def test_a_mistake_in_a_template(folder: Path, template: str, told: str) -> None:
    write(folder, {f"look/{TEMPLATE}": template})
    code, stderr = generate()
    assert code == 1
    assert stderr.startswith(f"{folder}/look/{TEMPLATE}: {told}")
    assert stderr.endswith("\n  fix: correct the template\n")


def test_a_template_that_asks_for_one_that_is_not_there(folder: Path) -> None:
    write(folder, {f"look/{TEMPLATE}": "{% include 'typescript/mine.jinja' %}"})
    assert generate() == (
        1,
        "typescript/mine.jinja: is no template\n  fix: correct the name\n",
    )
