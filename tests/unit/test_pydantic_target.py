"""Pydantic models are named by us, and written as on the wire."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from eventwright.casing import pascal
from eventwright.errors import EventwrightError
from eventwright.generate import compile_modules
from eventwright.rendering.render import environment
from eventwright.settings import Settings
from eventwright.targets import pydantic as target
from support.project import ROOT
from support.pydantic_models import Import, record, refuses, rendered, takes


def test_a_record(imported: Import) -> None:
    unit = {"title": "Unit", "type": "string", "enum": ["mm", "inch"]}
    point = record(
        "Point",
        x={"type": "integer", "minimum": 0, "maximum": 2**64 - 1},
        unit={"$ref": "#/$defs/Unit", "default": "mm"},
        note={"type": ["string", "null"], "default": None},
    )
    module = imported({**point, "$defs": {"Unit": unit}})
    value = module.Point.model_validate_json('{"x": 1, "unknown": 2}')
    assert value.unit is module.Unit.MM
    assert value.model_dump_json() == '{"x":1,"unit":"mm"}'
    assert module.Point(x=1, note=None).model_dump_json() == '{"x":1,"unit":"mm","note":null}'
    assert module.Point(x=2**64 - 1).x == 2**64 - 1
    assert refuses(module.Point, {}, {"x": True}, {"x": "1"}, {"x": -1}, {"x": 2**64})
    assert refuses(
        module.Point, {"x": 1, "unit": None}, {"x": 1, "unit": "MM"}, {"x": 1, "note": 2}
    )


@pytest.mark.filterwarnings("error")
def test_members_that_python_has_other_plans_for_keep_their_names_on_the_wire(
    imported: Import,
) -> None:
    names = "class a-b model_x copy model_dump model_dump_x model_config self cls members constant"
    wire = {name: number for number, name in enumerate(names.split())}
    module = imported(record("R", **{name: {"type": "integer"} for name in wire}))
    assert json.loads(module.R.model_validate(wire).model_dump_json()) == wire


def test_members_have_the_names_that_dataclasses_give_them(imported: Import) -> None:
    # Python takes the last two for one name.
    wires = ("1st", "+1", "*", "foo-bar", "foo_bar", "fi", "\ufb01")
    members: dict[str, object] = {wire: {"type": "integer"} for wire in wires}
    module = imported(record("M", **members, old={"type": "integer", "x-name": "former"}))
    payload = {wire: n for n, wire in enumerate([*wires, "old"])}
    made = module.M.model_validate(payload)
    assert json.loads(made.model_dump_json()) == payload
    assert list(module.M.model_fields) == [
        *("n1_st", "plus_1", "asterisk", "foo_hyphen_minus_bar", "foo_bar"),
        *("fi", "latin_small_ligature_fi", "former"),
    ]


def test_descriptions_become_docstrings(imported: Import) -> None:
    schema = {
        **record("R", x={"type": "integer", "description": "How far."}),
        "description": 'Where """it""" is\u202e \\',
    }
    module = imported(schema)
    assert module.R.__doc__ == 'Where """it""" is\\u202e \\'
    assert module.R.model_fields["x"].description == "How far."


@pytest.mark.parametrize("name", ["Annotated", "Dict", "StringConstraints"])
def test_a_type_with_the_name_of_an_import_gets_another(imported: Import, name: str) -> None:
    names = {"type": "object", "propertyNames": {"pattern": "^a"}, "additionalProperties": {}}
    user = record("R", of={"$ref": f"#/$defs/{name}"}, names=names)
    others = {**user, "additionalProperties": {"type": "integer"}}
    module = imported({**others, "$defs": {name: record(name)}})
    assert getattr(module, f"{name}Model")().model_dump() == {}
    assert takes(module.R, {"of": {}, "names": {"a": 1}, "b": 2})
    assert refuses(module.R, {"of": {}, "names": {"b": 1}}, {"of": {}, "names": {}, "b": "c"})


@pytest.mark.parametrize(
    "schema",
    [
        {"anyOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]},
        {"allOf": [True, False]},
        {"$dynamicAnchor": "node", "properties": {"next": {"$dynamicRef": "#node"}}},
    ],
)
def test_what_the_generator_of_models_can_not_do_is_an_error(
    tmp_path: Path, schema: dict[str, object]
) -> None:
    with pytest.raises(EventwrightError) as caught:
        rendered(tmp_path, {"title": "T", **schema}, "p")
    (problem,) = caught.value.problems
    assert "pydantic" in problem.problem
    assert "--target" in problem.fix


@pytest.mark.parametrize("at", ["", "/$defs/B"])
def test_a_class_without_a_good_name_is_told_with_its_place(tmp_path: Path, at: str) -> None:
    branches: dict[str, object] = {name: {"properties": {name: {}}} for name in "XY"}
    point = {"anyOf": [*branches.values()]}
    holder = record("B", point=point)
    schema = {**record("A"), "$defs": {"B": holder}} if at else holder
    with pytest.raises(EventwrightError) as caught:
        rendered(tmp_path, schema, "p")
    (problem,) = caught.value.problems
    assert str(problem.location) == f"m.json#{at}/properties/point"
    assert problem.problem.endswith("schemas inside it have no names, and would be called Point1")
    assert problem.fix.startswith('move nested schemas to "$defs", ')
    point["anyOf"] = [{"$ref": f"#/$defs/{name}"} for name in branches]
    rendered(tmp_path, {**holder, "$defs": branches}, "p")


def test_types_that_hold_themselves(imported: Import) -> None:
    module = imported(record("Node", children={"type": "array", "items": {"$ref": "#"}}))
    text = '{"children":[{"children":[]}]}'
    assert module.Node.model_validate_json(text).model_dump_json() == text


@pytest.mark.parametrize("name", ['a"b', "a'b", "a\\", "a\nimport subprocess\n", '"""', "{a}"])
def test_names_and_values_that_try_to_be_code_stay_data(imported: Import, name: str) -> None:
    inner = record("Inner", x={"const": name}, **{name: {"type": "string", "default": name}})
    module = imported({**inner, "description": name})
    assert module.Inner.model_validate({"x": name}).model_dump(mode="json") == {
        "x": name,
        name: name,
    }


def test_the_classes_of_the_protocols_are_the_named_types_alone() -> None:
    settings = Settings(schema=ROOT / "schema", output=ROOT / "generated", root=ROOT)
    modules = compile_modules(settings)
    files = target.files(modules, settings, environment(None))
    for module in modules:
        tree = ast.parse(files[f"pydantic/agent_events_pydantic/{module.name}.py"])
        classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
        titles = {definition.title.wishes[0] for definition in module.model.definitions.values()}
        assert set(map(pascal, titles)) <= classes
        assert not [name for name in classes if name[-1].isdigit()]


def test_who_builds_a_model_goes_by_either_name_and_json_by_that_on_the_wire(
    imported: Import,
) -> None:
    inner = {**record("Inner", **{"from": {"type": "integer"}}), "required": []}
    ev = {**record("Ev", **{"class": {"type": "string"}, "inner": inner}), "required": []}
    module = imported(ev)
    built = module.Ev(class_="gold", inner=module.Inner(from_=1))
    assert built.model_dump_json() == '{"class":"gold","inner":{"from":1}}'
    assert module.Ev(**{"class": "gold"}).class_ == "gold"
    text = '{"class_":"gold","inner":{"from_":1}}'
    assert module.Ev.model_validate_json(text).model_dump_json() == '{"inner":{}}'
    assert module.Ev.model_validate(json.loads(text)).class_ is None


@pytest.mark.filterwarnings("error")
def test_a_deprecated_member_is_written_without_a_warning(imported: Import) -> None:
    old = {"type": "string", "minLength": 1, "deprecated": True}
    many = [{"type": "array", "items": item} for item in (old, {"$ref": "#/$defs/Old"})]
    members = {"old": old, "inline": many[0], "named": many[1]}
    module = imported({**record("R", **members), "required": [], "$defs": {"Old": old}})
    assert module.R().model_dump_json() == "{}"
    assert module.R(old="x").model_dump_json(exclude_unset=True) == '{"old":"x"}'


@pytest.mark.parametrize(
    "others", [{}, {"additionalProperties": False}, {"additionalProperties": {"type": "integer"}}]
)
def test_members_that_a_pattern_allows_are_taken(
    imported: Import, others: dict[str, object]
) -> None:
    patterns = {"patternProperties": {"^x-": {"type": "string"}}}
    module = imported({**record("R", id={"type": "integer"}), **patterns, **others})
    assert takes(module.R, {"id": 1, "x-a": "s"})


def test_a_map_whose_names_match_a_pattern_takes_others_where_they_may_be(imported: Import) -> None:
    tags = {"type": "object", "patternProperties": {"^\\d$": {"type": "string"}}}
    two = {**tags["patternProperties"], "^a": {"type": "integer"}}
    more = {**tags, "patternProperties": two, "additionalProperties": False}
    module = imported(record("M", c={**tags, "additionalProperties": False}, o=tags, m=more))
    assert takes(module.M, {"c": {"1": "s"}, "o": {"1": "s", "a": 2}, "m": {"1": "s", "a": 2}})
    assert refuses(module.M, {"c": {"a": "s"}, "o": {}, "m": {}})
    assert refuses(module.M, {"c": {"\u0661": "s"}, "o": {}, "m": {}})


def test_members_that_only_a_condition_describes_are_taken(imported: Import) -> None:
    then = {
        "if": {"properties": {"kind": {"const": "a"}}},
        "then": {"properties": {"b": {"type": "string"}}},
        "unevaluatedProperties": False,
    }
    module = imported({**record("R", kind={"type": "string"}), **then})
    assert takes(module.R, {"kind": "a", "b": "x"})


def test_a_required_member_that_nothing_describes_is_asked_for_and_kept(imported: Import) -> None:
    base = {**record("Base", a={"type": "integer"}), "required": ["q"]}
    derived = {"allOf": [{"$ref": "#/$defs/Base"}], "required": ["a", "z"]}
    module = imported({"title": "Derived", **derived, "$defs": {"Base": base}})
    assert takes(module.Base, {"q": [1]})
    assert takes(module.Derived, {"q": None, "z": 1, "a": 1})
    assert refuses(module.Base, {"a": 1})
    assert refuses(module.Derived, {"q": 1, "a": 1}, {"z": 1, "a": 1}, {"q": 1, "z": 1})
