"""A payload can be checked without bindings on disk, against the root or any named type."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from eventwright.check_payload import validator
from eventwright.errors import EventwrightError, Problem
from eventwright.settings import Settings

ITEM = {
    "title": "Item",
    "type": "object",
    "properties": {"count": {"type": "integer", "minimum": 1}},
    "required": ["count"],
}
ORDER = {
    "title": "Order",
    "type": "object",
    "properties": {"item": {"$ref": "#/$defs/Item"}},
    "required": ["item"],
    "$defs": {"Item": ITEM},
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    schema = tmp_path / "schema"
    schema.mkdir()
    (schema / "order.json").write_text(json.dumps(ORDER))
    (schema / "types.json").write_text(json.dumps({"$defs": {"Item": ITEM}}))
    return Settings(schema=schema, output=tmp_path / "out", root=tmp_path)


def found(
    settings: Settings, module: str, type_name: str | None, payload: bytes
) -> list[tuple[str, str, str]]:
    issues = validator(settings, module, type_name)(payload)
    return [(issue.path, issue.code, issue.message) for issue in issues]


def problem(settings: Settings, module: str, type_name: str | None) -> Problem:
    with pytest.raises(EventwrightError) as caught:
        validator(settings, module, type_name)
    (only,) = caught.value.problems
    return only


def test_against_the_root_type(settings: Settings) -> None:
    assert found(settings, "order", None, b'{"item": {"count": 1}}') == []
    assert found(settings, "order", None, b'{"item": {"count": 0}}') == [
        ("/item/count", "minimum", "must be at least 1")
    ]
    assert found(settings, "order", None, b"\xff") == [("", "json", "is not valid UTF-8")]


def test_against_a_named_type(settings: Settings) -> None:
    assert found(settings, "order", "Item", b'{"count": 1}') == []
    assert found(settings, "types", "Item", b"{}") == [("/count", "required", "is required")]


def test_nothing_is_written(settings: Settings, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    finders = list(sys.meta_path)
    validator(settings, "order", None)
    assert sorted(tmp_path.rglob("*")) == before
    assert sys.meta_path == finders


def test_an_unknown_module(settings: Settings) -> None:
    wrong = problem(settings, "ordre", None)
    assert str(wrong.location) == "schema#"
    assert wrong.problem == 'there is no module "ordre"'
    assert wrong.fix == "did you mean order? There are: order, types"


def test_an_unknown_type(settings: Settings) -> None:
    wrong = problem(settings, "order", "item")
    assert str(wrong.location) == "schema/order.json#"
    assert wrong.problem == 'there is no type "item"'
    assert wrong.fix == "did you mean Item? There are: Item, Order"


def test_a_module_without_a_root_type(settings: Settings) -> None:
    wrong = problem(settings, "types", None)
    assert str(wrong.location) == "schema/types.json#"
    assert wrong.fix == "say which type is meant, with --type: Item"
