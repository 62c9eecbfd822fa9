"""Descriptions that read like orders to a tool are none in the code that is made of them."""

from __future__ import annotations

import ast
import io
import json
import tokenize
from pathlib import Path

import pytest
from mypy.util import get_mypy_comments

from hostile.generating import generated_files, record, write_tree
from support.project import ROOT, run
from support.type_checks import tsc

DIRECTIVES = ROOT / "tests" / "hostile" / "directives.mjs"
FILLER = "words " * 14


def described(text: str) -> dict[str, object]:
    """A schema that says a text of a module, a type, an alias, a member and a variant."""
    note = {"description": text}
    kinds = [record(kind={"const": k}) | {"required": ["kind"], **note} for k in ("a", "b")]
    members = {
        "plain": {"type": "string", **note},
        "named": {"title": "Named", "enum": ["x", "y"], **note},
        "kinds": {"title": "Kinds", "oneOf": kinds, **note},
        "alias": {"$ref": "#/$defs/Texts"},
    }
    texts = {"type": "array", "items": {"type": "string"}, **note}
    return {**record(**members), "$defs": {"Texts": texts}, **note}


def made(folder: Path, content: object, target: str) -> list[Path]:
    schema = folder / "m.schema.json"
    schema.write_text(json.dumps(content), encoding="utf-8")
    write_tree(folder, generated_files(schema, targets=(target,)))
    return sorted((folder / target).rglob("*.ts" if target == "typescript" else "*.py"))


@pytest.mark.parametrize(
    "text",
    [
        "@ts-expect-error",
        "@ts-ignore because",
        "// @ts-nocheck",
        "Two lines.\n@deprecated since 2",
        "In a line @internal, too.",
        f"{FILLER}@deprecated {FILLER}",
        "\t@format\u00a0@jsx h",
        "{@link Other}",
        "@@private",
        "@type {number}",
        "biome-ignore lint: no reason",
        f"{FILLER}biome-ignore-all {FILLER}",
        "* Biome_ignore",
    ],
)
def test_no_tool_takes_orders_from_a_description(text: str, tmp_path: Path) -> None:
    files = made(tmp_path, described(text), "typescript")
    assert json.loads(run("node", DIRECTIVES, *files)) == []


def test_what_the_schema_deprecates_has_its_tag(tmp_path: Path) -> None:
    note = {"type": "string", "description": "@internal", "deprecated": True}
    files = made(tmp_path, record(a=note), "typescript")
    assert json.loads(run("node", DIRECTIVES, *files)) == ["@deprecated"]


def test_addresses_stay_as_they_are(tmp_path: Path) -> None:
    text = "Ask me@example.com, `@types/node`, or a @ b."
    made(tmp_path, described(text), "typescript")
    assert text in (tmp_path / "typescript" / "src" / "m.ts").read_text(encoding="utf-8")


def test_typescript_compiles_whatever_descriptions_say(tmp_path: Path) -> None:
    made(tmp_path, described("@ts-expect-error"), "typescript")
    tsc(tmp_path / "typescript")


@pytest.mark.parametrize("target", ["python", "pydantic"])
def test_mypy_takes_no_orders_from_a_docstring(target: str, tmp_path: Path) -> None:
    text = f"First.\n# mypy: ignore-errors\n{FILLER}{FILLER}# mypy: no-such-flag\n# type: ignore"
    [file] = [f for f in made(tmp_path, described(text), target) if f.name == "m.py"]
    source = file.read_text(encoding="utf-8")
    orders = [order for _, order in get_mypy_comments(source)]
    assert not {"ignore-errors", "no-such-flag"}.intersection(orders)
    assert "# mypy: ignore-errors\n" in str(ast.get_docstring(ast.parse(source)))
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT]
    assert not any("type:" in comment for comment in comments)
