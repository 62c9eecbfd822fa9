"""Every keyword has vectors on both sides, and an independent validator agrees with all of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from eventwright.generate import compile_modules
from eventwright.reading.formats import ASSERTED
from eventwright.rendering.render import environment
from eventwright.settings import Settings
from eventwright.targets import vectors
from eventwright.targets.vectors.formats import FORMATS
from support.fixtures import FIXTURES

# A vector as JSON has it.
Vector = dict[str, Any]

# What a schema says, and the codes of the issues that some vectors are to have.
SCHEMAS: dict[str, tuple[dict[str, object], set[str]]] = {
    "multipleOf": ({"type": "number", "multipleOf": 0.01}, {"multipleOf"}),
    "multipleOf, large": ({"type": "integer", "multipleOf": 3}, {"multipleOf"}),
    "multipleOf from a bound on": (
        {"type": "integer", "multipleOf": 7, "minimum": 100},
        {"multipleOf", "minimum"},
    ),
    "pattern": ({"type": "string", "pattern": "^[a-c]{2}-[0-9]+$"}, {"pattern"}),
    "pattern and length": (
        {"type": "string", "pattern": "^a+$", "minLength": 2, "maxLength": 3},
        {"pattern", "minLength", "maxLength"},
    ),
    "uniqueItems": (
        {"type": "array", "items": {"type": "integer"}, "uniqueItems": True, "minItems": 2},
        {"uniqueItems", "minItems"},
    ),
    "prefixItems": (
        {
            "type": "array",
            "prefixItems": [{"type": "integer"}, {"type": "string"}],
            "items": {"type": "boolean"},
        },
        {"type"},
    ),
    "contains": (
        {"type": "array", "contains": {"const": 1}, "minContains": 2, "maxContains": 3},
        {"minContains", "maxContains"},
    ),
    "contains alone": ({"type": "array", "contains": {"type": "string"}}, {"contains"}),
    "minProperties": (
        {"type": "object", "minProperties": 1, "maxProperties": 2},
        {"minProperties", "maxProperties"},
    ),
    "propertyNames": (
        {"type": "object", "propertyNames": {"pattern": "^[a-z]+$"}},
        {"propertyNames"},
    ),
    "propertyNames, all of which are required": (
        {
            "type": "object",
            "propertyNames": {"enum": ["a", "b"]},
            "additionalProperties": {"type": "number", "minimum": 1},
            "required": ["a", "b"],
        },
        {"propertyNames", "required", "minimum"},
    ),
    "patterns of a start and an end": (
        {"type": "string", "maxLength": 9, "allOf": [{"pattern": "^a"}, {"pattern": "z$"}]},
        {"pattern"},
    ),
    "patternProperties": (
        {
            "type": "object",
            "patternProperties": {"^x-": {"type": "string"}},
            "additionalProperties": False,
        },
        {"type", "additionalProperties"},
    ),
    "dependentRequired": (
        {
            "type": "object",
            "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
            "dependentRequired": {"a": ["b", "c"]},
        },
        {"dependentRequired"},
    ),
    "dependentSchemas": (
        {"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}},
        {"required"},
    ),
    "allOf": (
        {
            "allOf": [
                {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
                {"properties": {"b": {"type": "integer"}}, "required": ["b"]},
            ]
        },
        {"type", "required"},
    ),
    "anyOf": ({"type": "integer", "anyOf": [{"minimum": 9}, {"multipleOf": 4}]}, {"anyOf"}),
    "anyOf, one branch meant": ({"anyOf": [{"type": "integer"}, {"minimum": 2.5}]}, {"minimum"}),
    "oneOf": ({"oneOf": [{"multipleOf": 2}, {"multipleOf": 3}], "type": "integer"}, {"oneOf"}),
    "null, or what nothing can be": (
        {"anyOf": [{"type": "null"}, {"oneOf": [{"type": "string"}, {"type": "string"}]}]},
        set(),
    ),
    "not": ({"type": "integer", "not": {"enum": [1, 2]}}, {"not"}),
    "if": (
        {
            "type": "object",
            "properties": {"a": {"type": "integer"}},
            "if": {"properties": {"a": {"minimum": 10}}, "required": ["a"]},
            "then": {"required": ["big"]},
            "else": {"required": ["small"]},
        },
        {"required"},
    ),
    "one of two members that have types": (
        {
            "type": "object",
            "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
            "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
        },
        {"type", "anyOf"},
    ),
    "a member with a type, under a condition": (
        {
            "type": "object",
            "required": ["a"],
            "allOf": [{"properties": {"b": {"type": "string", "minLength": 3}}}],
            "properties": {"a": {"type": "boolean"}},
            "if": {"properties": {"a": {"const": True}}},
            "then": {"required": ["b"]},
        },
        {"type", "minLength", "required"},
    ),
    "JSON types": (
        {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {}}]},
        {"type", "minLength"},
    ),
    "unevaluatedProperties": (
        {
            "type": "object",
            "properties": {"a": {}},
            "anyOf": [
                {"properties": {"b": {}}, "required": ["b"]},
                {"properties": {"c": {}}, "required": ["c"]},
            ],
            "unevaluatedProperties": False,
        },
        {"unevaluatedProperties"},
    ),
    "unevaluatedItems": (
        {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": False},
        {"unevaluatedItems"},
    ),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_both_sides_of_a_keyword(tmp_path: Path, name: str) -> None:
    schema, codes = SCHEMAS[name]
    made = vectors_of(tmp_path, schema)
    found = {issue["code"] for vector in made for issue in vector.get("issues", ())}
    assert codes <= found
    assert any(vector["valid"] for vector in made)
    validator = jsonschema_rs.Draft202012Validator(schema)
    different = [
        vector["id"]
        for vector in made
        if vector["type"] == "M"
        # No reader has a value for a number that is too large for a double.
        and "1e400" not in vector["text"]
        and not any(issue["code"] == "json" for issue in vector.get("issues", ()))
        and validator.is_valid(json.loads(vector["text"])) != vector["valid"]
    ]
    # jsonschema-rs divides doubles where a number is large.
    assert [name for name in different if not name.endswith("1e300")] == []


def vectors_of(folder: Path, schema: object) -> list[Vector]:
    path = folder / "m.json"
    path.write_text(json.dumps(schema))
    settings = Settings(schema=path, output=folder / "out", root=folder)
    files = vectors.files(compile_modules(settings), settings, environment(None))
    return [json.loads(line) for line in files["vectors/m.jsonl"].splitlines()]


def test_a_type_that_nothing_satisfies_is_named_in_the_readme(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    path.write_text(json.dumps({"title": "Nothing", "not": {}}))
    settings = Settings(schema=path, output=tmp_path / "out", root=tmp_path)
    files = vectors.files(compile_modules(settings), settings, environment(None))
    assert files["vectors/m.jsonl"] == ""
    assert "`Nothing` in `m`" in files["vectors/README.md"]


def test_every_asserted_format_has_vectors() -> None:
    assert frozenset(FORMATS) == ASSERTED


# What patterns of schemas may not have, though ECMA-262 does: no language can say the same.
UNTRANSLATED = {"a{1,99999999999999999999}", "\\1(a)", "\\k<n>(?<n>a)"}


@pytest.mark.parametrize("path", sorted((FIXTURES / "formats").iterdir()), ids=lambda p: p.stem)
def test_the_check_of_a_format_agrees_with_its_fixtures(path: Path) -> None:
    cases = [json.loads(line) for line in path.read_text(encoding="ascii").splitlines()]
    known = FORMATS[path.stem]
    wrong = [case["text"] for case in cases if known.check(case["text"]) != case["valid"]]
    assert set(wrong) <= UNTRANSLATED
