"""The whole command line on somebody's own schemas, nothing replaced."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("project")

ORDER = {
    "title": "Order",
    "description": "What a customer asks for.",
    "type": "object",
    "properties": {
        "id": {"type": "string", "description": "Names the order."},
        "count": {"type": "integer", "minimum": 1, "description": "How many are asked for."},
    },
    "required": ["id", "count"],
}


@pytest.fixture
def order(project: Path) -> Path:
    schema = project / "schema" / "order.json"
    schema.write_text(json.dumps(ORDER))
    return schema


def test_from_schema_to_bindings_and_back(project: Path, order: Path) -> None:
    made = eventwright("generate", "--target", "python", "--target", "vectors")
    assert (made.code, made.stderr) == (0, "")
    assert (project / "generated" / "python" / "shop_events" / "order.py").is_file()
    assert eventwright("check", "--target", "python", "--target", "vectors").code == 0
    order.write_text(json.dumps(ORDER | {"description": "What a shop sells."}))
    stale = eventwright("check", "--target", "python", "--target", "vectors")
    assert stale.code == 1
    assert "What a shop sells." in stale.stdout


@pytest.mark.usefixtures("order")
def test_payloads_are_checked_against_the_schema(project: Path) -> None:
    (project / "x.jsonl").write_text('{"id": "1", "count": 2}\n{"id": 1}\n[\n')
    run = eventwright("validate", "order", "x.jsonl")
    assert run.code == 1
    assert run.stdout.splitlines() == [
        "x.jsonl:2: /id must be a string [type]",
        "x.jsonl:2: /count is required [required]",
        "x.jsonl:3: is not valid JSON [json]",
        "3 payloads, 2 invalid",
    ]


@pytest.mark.usefixtures("order")
def test_an_unknown_module_or_type_is_told() -> None:
    for words in (["refund"], ["order", "--type", "Refund"]):
        run = eventwright("validate", *words)
        assert run.code == 2
        assert "\n  fix: " in run.stderr


def test_an_unusable_schema_is_told_and_nothing_is_written(project: Path) -> None:
    (project / "schema" / "order.json").write_text('{"type": "objekt"}')
    run = eventwright("generate")
    assert run.code == 1
    assert run.stderr.startswith("schema/order.json#/type: ")
    assert "\n  fix: " in run.stderr
    assert not (project / "generated").exists()


def test_the_problems_of_all_modules_are_told(project: Path) -> None:
    for name in ("order", "refund"):
        (project / "schema" / f"{name}.json").write_text('{"$ref": "#/$defs/Unlike"}')
    told = eventwright("generate").stderr.splitlines()
    assert [line.partition(": ")[0] for line in told[::2]] == [
        "schema/order.json#/$ref",
        "schema/refund.json#/$ref",
    ]


def test_missing_schemas_are_told() -> None:
    run = eventwright("generate", "--schema", "nowhere")
    assert run.code == 1
    assert run.stderr.startswith("nowhere: ")


def test_models_that_cannot_be_made_are_left_out_unless_asked_for(project: Path) -> None:
    schema: dict[str, object] = {"title": "T", "allOf": [True, False]}
    (project / "schema" / "order.json").write_text(json.dumps(schema))
    made = eventwright("generate")
    assert made.code == 0
    assert "no pydantic models can be made" in made.stderr
    assert (project / "generated" / "python").is_dir()
    assert not (project / "generated" / "pydantic").exists()
    assert eventwright("check").code == 0
    asked = eventwright("generate", "--target", "python", "--target", "pydantic")
    assert asked.code == 1
    assert "no pydantic models can be made" in asked.stderr


def test_modules_without_models_leave_those_of_others_be(project: Path) -> None:
    schema: dict[str, object] = {"title": "T", "allOf": [True, False]}
    for name in ("t", "u"):
        (project / "schema" / f"{name}.json").write_text(json.dumps(schema))
    made = eventwright("generate")
    (told,) = [line for line in made.stderr.splitlines() if "no pydantic models" in line]
    assert "schema/t.json#: " in told
    assert told.endswith("(and 1 other place)")
    (models,) = (project / "generated" / "pydantic").glob("*_pydantic")
    assert sorted(path.name for path in models.glob("*.py")) == [
        "__init__.py",
        "_model.py",
        "order.py",
    ]
    assert f"{models.name}.t`" not in (models.parent / "README.md").read_text()
    assert eventwright("check").code == 0
    assert eventwright("generate", "--target", "pydantic").code == 1


@pytest.mark.usefixtures("order")
def test_a_scope_on_npm_is_a_word_of_the_python_packages(project: Path) -> None:
    assert eventwright("generate", "--package", "@acme/shop-events").code == 0
    made = project / "generated"
    assert json.loads((made / "typescript/package.json").read_text())["name"] == "@acme/shop-events"
    assert '"@acme/shop-events/order"' in (made / "typescript/README.md").read_text()
    for folder, name in (("python", "acme-shop-events"), ("pydantic", "acme-shop-events-pydantic")):
        built = tomllib.loads((made / folder / "pyproject.toml").read_text())["project"]
        assert built["name"] == name
        assert (made / folder / name.replace("-", "_") / "order.py").is_file()


def test_the_readmes_of_modules_without_a_root_show_functions_that_there_are(
    project: Path,
) -> None:
    (project / "schema" / "order.json").unlink()
    folder = project / "schema" / "parts"
    folder.mkdir()
    for name in ("money", "place"):
        schema: dict[str, object] = {"type": "object", "properties": {"unit": {"type": "string"}}}
        (folder / f"{name}.json").write_text(json.dumps(schema))
    assert eventwright("generate").code == 0
    made = project / "generated"
    assert "events.decodePlace(line)" in (made / "typescript/README.md").read_text()
    assert "export const decodePlace:" in (made / "typescript/src/parts.ts").read_text()
    assert "parts.decode_place(line)" in (made / "python/README.md").read_text()
    assert "decode_place, " in (made / "python/shop_events/parts.py").read_text()
