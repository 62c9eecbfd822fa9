"""Keywords beyond the common ones: what the rules of generated Python say of a payload."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from support.python_bindings import python_bindings, python_source

CASES: list[tuple[dict[str, Any], Any, list[tuple[str, str, str]]]] = [
    (
        {"type": "number", "multipleOf": 1e-7},
        1.5e-7,
        [("", "multipleOf", "must be a multiple of 1e-7")],
    ),
    ({"type": "number", "multipleOf": 0.0001}, 0.0075, []),
    (
        {"type": "array", "uniqueItems": True},
        [1, True, {"a": 1}, {"a": 1.0}],
        [("", "uniqueItems", "must not have two equal items")],
    ),
    ({"type": "array", "uniqueItems": True}, [1, True, ["bool", 1], "1"], []),
    (
        {"type": "array", "contains": {"const": 1}, "minContains": 2},
        [1, 2],
        [("", "minContains", "must have a count of matching items of at least 2")],
    ),
    (
        {"type": "object", "dependentRequired": {"a": ["b"]}},
        {"a": 1},
        [("/b", "dependentRequired", 'is required beside "a"')],
    ),
    (
        {"type": "object", "propertyNames": {"maxLength": 1}},
        {"ab": 1},
        [("/ab", "propertyNames", "has a name that is not allowed")],
    ),
    (
        {"anyOf": [{"properties": {"a": {"const": 1}}}, {"properties": {"b": {}}}]}
        | {"type": "object", "unevaluatedProperties": False},
        {"a": 1, "b": 2, "c": 3},
        [("/c", "unevaluatedProperties", "is not allowed here")],
    ),
]


READ: list[tuple[dict[str, Any], Any]] = [
    ({"type": ["string", "number"], "oneOf": [{}]}, 1.5),
    ({"type": ["boolean", "string"], "multipleOf": 1e-7}, "a"),
    ({"type": ["number", "integer"], "if": {}}, 2**64 + 1),
    ({"type": "number", "multipleOf": 3, "minimum": 2**60}, 3 * 2**80),
    ({"type": "number", "const": 2**53 + 1}, 2**53 + 1),
]


@pytest.mark.parametrize(("schema", "payload"), READ)
def test_what_is_read_is_written_back(tmp_path: Path, schema: dict[str, Any], payload: Any) -> None:
    module = python_bindings(tmp_path, {"title": "Probe", **schema})
    assert module.dump(module.parse(payload)) == payload


def test_numbers_are_compared_exactly(tmp_path: Path) -> None:
    schema = {"title": "Probe", "type": "number", "const": 2**53}
    module = python_bindings(tmp_path, schema)
    assert [issue.code for issue in module.validate(2**53 + 1)] == ["const"]


def test_types_named_like_type_variables(tmp_path: Path) -> None:
    names = {"T": {"type": "string"}, "U": {"const": 1}, "V": {"type": "object"}}
    refs = [{"$ref": f"#/$defs/{name}"} for name in names]
    module = python_bindings(tmp_path, {"title": "Probe", "$defs": names, "anyOf": refs})
    assert module.dump(module.parse("a")) == "a"


def test_a_value_may_take_members_of_several_branches(tmp_path: Path) -> None:
    branches = [{"properties": {n: {"const": n}}, "required": [n]} for n in ("a", "b")]
    schema = {"title": "Probe", "type": "object", "anyOf": branches}
    module = python_bindings(tmp_path, {**schema, "unevaluatedProperties": False})
    module.parse({"a": "a", "b": "b"})
    assert [issue.path for issue in module.validate({"a": "a", "b": "x"})] == ["/b"]


def test_schemas_nested_many_levels_deep(tmp_path: Path) -> None:
    schema: dict[str, Any] = {"type": "integer"}
    payload: Any = 1
    for _ in range(97):
        schema = {"minItems": 1, "unevaluatedItems": schema}
        payload = [payload]
    module = python_bindings(tmp_path, {"title": "Probe", **schema})
    assert module.dump(module.parse(payload)) == payload


@pytest.mark.parametrize(("schema", "payload", "issues"), CASES)
def test_issues(
    tmp_path: Path, schema: dict[str, Any], payload: Any, issues: list[tuple[str, str, str]]
) -> None:
    module = python_bindings(tmp_path, {"title": "Probe", **schema})
    found = [(issue.path, issue.code, issue.message) for issue in module.validate(payload)]
    assert found == issues


def test_the_runtime_holds_what_is_used_and_nothing_else(tmp_path: Path) -> None:
    files = python_source(tmp_path, {"title": "Flag", "type": "boolean"}, package="flags")
    assert "flags/_formats.py" not in files
    assert "def boolean(" in files["flags/_values.py"]
    assert "def mapping(" not in files["flags/_values.py"]
    assert "def multiple_of(" not in files["flags/_rules.py"]
    assert "seen" not in files["flags/_rules.py"]
