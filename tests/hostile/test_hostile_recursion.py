"""Types that lead back to themselves in two ways, which make n levels 2**n times the work."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

from eventwright.reading.jsontext import Json
from eventwright.settings import Int64, Settings
from fuzz.languages import Node, Outcome, node, read_in_python
from hostile.generating import generated_files
from hostile.timing import HANGS, within
from support.many_schemas import compiled, write_package

LEVELS = 60
MOST_LEVELS = 126
AGAIN: Json = {"$ref": "#"}
HOLDS_ITSELF: Json = {"properties": {"a": AGAIN}}
OBJECT_OR_INTEGER: Json = {"type": ["object", "integer"]}
INTEGER: Json = {"type": "integer"}


def record(**others: Json) -> Json:
    """An object that holds the root again, and further members."""
    return {"type": "object", "required": ["a"], "properties": {"a": AGAIN, **others}}


def objects(leaf: Json, levels: int = LEVELS) -> Json:
    for _ in range(levels):
        leaf = {"a": leaf}
    return leaf


def arrays(leaf: Json, levels: int = LEVELS) -> Json:
    for _ in range(levels):
        leaf = [leaf]
    return leaf


def tagged(leaf: Json, levels: int = LEVELS) -> Json:
    for _ in range(levels):
        leaf = {"kind": "x", "a": leaf}
    return leaf


@dataclass(frozen=True, slots=True)
class Case:
    # Any: a schema is any JSON value.
    schema: dict[str, Any]
    """Takes the integer 1 as the innermost value, and no string."""
    nested: Callable[[Json], Json] = objects


CASES = {
    "any_of_records": Case(
        {"anyOf": [record(l={"type": "string"}), record(r={"type": "integer"}), INTEGER]}
    ),
    "one_of_records": Case(
        {"oneOf": [record(l=INTEGER), {**record(), "required": ["a", "r"]}, INTEGER]}
    ),
    "one_of_records_with_one_tag": Case(
        {
            "oneOf": [
                record(kind={"const": "x"}, l={"type": "string"}),
                {**record(kind={"const": "x"}), "required": ["kind", "a", "r"]},
                {**record(kind={"const": "y"}), "required": ["kind", "a"]},
                INTEGER,
            ]
        },
        tagged,
    ),
    "any_of_arrays": Case(
        {
            "anyOf": [
                {"type": "array", "items": AGAIN, "minItems": 2},
                {"type": "array", "items": AGAIN},
                INTEGER,
            ]
        },
        arrays,
    ),
    "any_of_mappings": Case(
        {
            "anyOf": [
                {"type": "object", "additionalProperties": AGAIN, "minProperties": 2},
                {"type": "object", "additionalProperties": AGAIN},
                INTEGER,
            ]
        }
    ),
    "any_of_with_the_rest": Case(
        {
            **OBJECT_OR_INTEGER,
            "anyOf": [HOLDS_ITSELF, {"properties": {"a": AGAIN, "b": {}}}],
            "unevaluatedProperties": False,
        }
    ),
    "all_of": Case({**OBJECT_OR_INTEGER, "allOf": [HOLDS_ITSELF, HOLDS_ITSELF]}),
    "all_of_beside_properties": Case(
        {**OBJECT_OR_INTEGER, **HOLDS_ITSELF, "allOf": [HOLDS_ITSELF]}
    ),
    "if_and_then": Case(
        {**OBJECT_OR_INTEGER, "if": HOLDS_ITSELF, "then": HOLDS_ITSELF, "else": False}
    ),
    "if_and_else": Case(
        {
            **OBJECT_OR_INTEGER,
            "if": {**HOLDS_ITSELF, "required": ["b"]},
            "else": HOLDS_ITSELF,
        }
    ),
    "not_beside_properties": Case(
        {
            **OBJECT_OR_INTEGER,
            **HOLDS_ITSELF,
            "not": {"type": "object", "required": ["a"], "properties": {"a": {"not": AGAIN}}},
        }
    ),
    "dependent_schemas": Case(
        {**OBJECT_OR_INTEGER, **HOLDS_ITSELF, "dependentSchemas": {"a": HOLDS_ITSELF}}
    ),
    "pattern_properties": Case(
        {**OBJECT_OR_INTEGER, **HOLDS_ITSELF, "patternProperties": {"^a": AGAIN}}
    ),
    "contains_beside_items": Case(
        {"type": ["array", "integer"], "items": AGAIN, "contains": AGAIN}, arrays
    ),
    "unevaluated_in_a_part": Case(
        {
            **OBJECT_OR_INTEGER,
            **HOLDS_ITSELF,
            "allOf": [{"properties": {"b": True}, "unevaluatedProperties": AGAIN}],
        }
    ),
    "one_after_the_other": Case(
        {
            "$ref": "#/$defs/Outer",
            "$defs": {
                "Outer": {
                    "anyOf": [
                        {"title": "Once", **record(a={"$ref": "#/$defs/Inner"})},
                        {"title": "Again", **record(a={"$ref": "#/$defs/Inner"}, b=INTEGER)},
                        INTEGER,
                    ]
                },
                "Inner": {"title": "Inner", "allOf": [record(a={"$ref": "#/$defs/Outer"})]},
            },
        }
    ),
    "dynamic_references": Case(
        {
            "$dynamicAnchor": "node",
            **OBJECT_OR_INTEGER,
            "properties": {"a": {"$dynamicRef": "#node"}},
            "allOf": [{"properties": {"a": {"$dynamicRef": "#node"}}}],
        }
    ),
}


HOLDS_MANY: Json = {"properties": {"a": {"type": "array", "items": AGAIN}}}
WIDE: dict[str, dict[str, Any]] = {
    # What readers ask at each level, for the whole value, would make 60 levels 60 times the work.
    "wide_one_of": {
        "oneOf": [
            {"type": "object", **HOLDS_MANY, "required": ["a"]},
            {"type": "object", "required": ["b"]},
            INTEGER,
        ]
    },
    "wide_any_of": {**OBJECT_OR_INTEGER, "anyOf": [HOLDS_MANY, {**HOLDS_MANY, "minProperties": 2}]},
    "wide_if": {**OBJECT_OR_INTEGER, "if": {"type": "object"}, "then": HOLDS_MANY},
    "wide_rest": {
        **OBJECT_OR_INTEGER,
        "anyOf": [HOLDS_MANY, HOLDS_MANY],
        "unevaluatedProperties": INTEGER,
    },
}


def wide(leaf: Json, levels: int = LEVELS) -> Json:
    """About 150 kB of levels that each hold many values."""
    made: Json = {"b": leaf}
    for _ in range(levels):
        made = {"a": [made, *[{"a": [1]} for _ in range(200)]]}
    return made


@dataclass(frozen=True, slots=True)
class Bindings:
    """The packages of all cases."""

    folder: Path
    node: Node

    def read(self, name: str, payloads: list[Json]) -> list[list[Outcome]]:
        """What Python makes of payloads, and TypeScript with bigint and with number."""
        texts = [json.dumps(payload) for payload in payloads]
        module = importlib.import_module(f"recursion.{name}")
        with within(HANGS):
            python = read_in_python(module, texts)
        with within(HANGS):
            return [
                python,
                *(self.node.read(self.folder / i / "typescript", name, texts) for i in MODES),
            ]


MODES = get_args(Int64)


@pytest.fixture(scope="module")
def bindings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bindings]:
    folder = tmp_path_factory.mktemp("recursion")
    settings = Settings(schema=folder, output=folder)
    schemas = {name: case.schema for name, case in CASES.items()} | WIDE
    modules = [compiled(name, schema, folder, settings) for name, schema in schemas.items()]
    for int64 in MODES:
        write_package(modules, folder / int64, "recursion", int64)
    sys.path.insert(0, str(folder / MODES[0] / "python"))
    with node() as process:
        process.load(*(folder / int64 / "typescript" for int64 in MODES))
        yield Bindings(folder, process)
    sys.path.pop(0)


@pytest.mark.parametrize("name", CASES)
def test_levels_do_not_double_the_work(name: str, bindings: Bindings) -> None:
    nested = CASES[name].nested
    outcomes = bindings.read(name, [nested(1), nested("x"), nested(1.5)])
    assert [outcome.fault for outcome in outcomes[0]] == [None] * 3
    assert outcomes[1:] == outcomes[:1] * 2
    valid, *invalid = outcomes[0]
    assert json.loads(valid.encoded or "") == nested(1)
    assert all(outcome.issues for outcome in invalid)


@pytest.mark.parametrize("name", CASES)
def test_all_levels_are_read_however_much_is_asked_at_each(name: str, bindings: Bindings) -> None:
    nested = CASES[name].nested
    pair = [nested(leaf, MOST_LEVELS) for leaf in (1, "x")]
    outcomes = bindings.read(name, pair)
    assert outcomes[1:] == outcomes[:1] * 2
    assert [(outcome.accepted, outcome.fault) for outcome in outcomes[0]] == [
        (True, None),
        (False, None),
    ]


@pytest.mark.parametrize("name", WIDE)
def test_levels_do_not_multiply_the_work(name: str, bindings: Bindings) -> None:
    outcomes = bindings.read(name, [wide(1), wide([[None]])])
    assert outcomes[1:] == outcomes[:1] * 2
    assert [outcome.fault for outcome in outcomes[0]] == [None] * 2
    assert json.loads(outcomes[0][0].encoded or "") == wide(1)


@pytest.mark.parametrize("name", CASES)
def test_examples_and_defaults_do_not_double_the_work(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    held: Json = {"$ref": "#", "default": case.nested("x")}
    holder: Json = {"title": "Holder", "type": "object", "properties": {"held": held}}
    schema = {**case.schema, "examples": [case.nested(1)], "$defs": {"Holder": holder}}
    if "$defs" in case.schema:
        schema["$defs"] |= case.schema["$defs"]
    file = tmp_path / "m.json"
    file.write_text(json.dumps(schema), encoding="utf-8")
    with within(HANGS):
        files = generated_files(file, targets=("vectors",))
    written = json.dumps(case.nested(1), separators=(",", ":"))
    assert json.dumps(written).encode() in b"".join(files.values())
