"""Pydantic models are named by us, strict where the wire is, and written as on the wire."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from eventwright.casing import pascal, snake
from eventwright.errors import EventwrightError
from eventwright.generate import compile_modules
from eventwright.rendering.render import environment
from eventwright.settings import Settings
from eventwright.targets import pydantic as target
from support.project import ROOT
from support.type_checks import mypy

Import = Callable[..., ModuleType]


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Imports the models of a schema; every test has a package of its own."""

    def make(schema: Mapping[str, object], *, format_assertion: bool = True) -> ModuleType:
        package = tmp_path.name
        write(tmp_path, rendered(tmp_path, schema, package, format_assertion=format_assertion))
        monkeypatch.syspath_prepend(tmp_path / "pydantic")
        return import_module(f"{snake(package)}_pydantic.m")

    return make


def rendered(
    folder: Path, schema: Mapping[str, object], package: str, *, format_assertion: bool = True
) -> dict[str, str]:
    path = folder / "m.json"
    path.write_text(json.dumps(schema))
    settings = Settings(
        schema=path,
        output=folder / "out",
        package=package,
        root=folder,
        format_assertion=format_assertion,
    )
    return target.files(compile_modules(settings), settings, environment(None))


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def record(title: str, **properties: object) -> dict[str, object]:
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": [
            n for n, p in properties.items() if not (isinstance(p, dict) and "default" in p)
        ],
    }


def refuses(model: Any, *values: object) -> bool:
    for value in values:
        with pytest.raises(ValidationError):
            TypeAdapter(model).validate_json(json.dumps(value))
    return True


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


def test_an_internally_tagged_union_has_a_discriminator(imported: Import) -> None:
    a = record("A", kind={"const": "a"}, x={"type": "integer"})
    b = record("B", kind={"const": "b"})
    module = imported({"title": "U", "oneOf": [a, b]})
    assert module.U.model_fields["root"].discriminator == "kind"
    assert module.U.model_validate_json('{"kind": "a", "x": 1}').root == module.A(x=1)
    assert module.B().model_dump_json() == '{"kind":"b"}'
    assert module.B().model_dump_json(exclude_unset=True) == '{"kind":"b"}'
    assert module.B().model_dump_json(exclude={"kind"}) == "{}"
    assert module.U(module.A(x=1)).model_dump_json(exclude_defaults=True) == '{"kind":"a","x":1}'
    assert refuses(module.U, {"x": 1}, {"kind": "c"}, {"kind": "a"}, 1)


def envelope(tag: str, payload: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {tag: payload},
        "required": [tag],
        "additionalProperties": False,
    }


def test_an_externally_tagged_union_is_what_it_is_on_the_wire(imported: Import) -> None:
    failed = envelope("Failed", record("Failure", why={"type": "string"}))
    module = imported({"title": "Status", "oneOf": [{"const": "ready"}, failed]})
    for text in ('"ready"', '{"Failed":{"why":"x"}}'):
        assert module.Status.model_validate_json(text).model_dump_json() == text
    for name in ("Failed", "failed"):
        assert module.StatusFailed(**{name: module.Failure(why="x")}).failed.why == "x"
    two = {"Failed": {"why": "x"}, "ready": None}
    assert refuses(module.Status, "Failed", {}, {"ready": None}, {"failed": {"why": "x"}}, two)


def test_an_envelope_leaves_its_name_to_its_payload(imported: Import) -> None:
    failed = envelope("Failed", record("StatusFailed", why={"type": "string"}))
    module = imported({"title": "Status", "oneOf": [{"const": "ready"}, failed]})
    payload = module.StatusFailed(why="x")
    assert module.StatusFailedEnvelope(Failed=payload).failed is payload


def test_another_type_with_the_name_of_an_envelope_is_an_error(tmp_path: Path) -> None:
    failed = envelope("Failed", {"type": "string"})
    status = {"title": "Status", "oneOf": [{"const": "ready"}, failed]}
    with pytest.raises(EventwrightError) as caught:
        rendered(tmp_path, {**status, "$defs": {"Other": record("StatusFailed")}}, "p")
    (problem,) = caught.value.problems
    assert str(problem.location) == "m.json#/oneOf/1"
    assert "StatusFailed" in problem.problem
    assert "x-name" in problem.fix


def test_date_times_keep_their_digits(imported: Import) -> None:
    at = {"type": "string", "format": "date-time"}
    module = imported(record("R", at=at))
    text = '{"at":"2026-03-01T09:08:07.123456789Z"}'
    assert module.R.model_validate_json(text).model_dump_json() == text
    assert refuses(module.R, {"at": "2026-03-01"}, {"at": "2026-04-31T00:00:00Z"})


def test_a_format_that_is_only_noted_is_not_checked(imported: Import) -> None:
    at = {"type": "string", "format": "date-time"}
    assert imported(record("R", at=at), format_assertion=False).R(at="yesterday").at == "yesterday"


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


@pytest.mark.parametrize("tag", ['a"b', "a'b", "a\\", "a\nb", '"""'])
def test_a_tag_with_any_name_and_value_is_data(imported: Import, tag: str) -> None:
    variants = [
        {**record(title, **{tag: {"const": f"{tag}{title}"}})} for title in ("First", "Other")
    ]
    module = imported({"title": "U", "oneOf": variants})
    value = {tag: f"{tag}Other"}
    assert json.loads(module.U.model_validate(value).model_dump_json()) == value


def test_a_branch_has_the_members_that_stand_beside_its_union(imported: Import) -> None:
    a = record("A", kind={"const": "a"}, x={"type": "integer"})
    b = record("B", kind={"const": "b"})
    beside = record("U", id={"type": "string", "minLength": 1})
    module = imported({**beside, "oneOf": [a, {"$ref": "#/$defs/B"}], "$defs": {"B": b}})
    for value in ({"kind": "a", "x": 1, "id": "i"}, {"kind": "b", "id": "i"}):
        read = module.U.model_validate_json(json.dumps(value))
        assert json.loads(read.model_dump_json()) == value
        assert read.root.id == "i"
    assert refuses(module.U, {"kind": "a", "x": 1}, {"kind": "b"}, {"kind": "b", "id": ""})
    assert refuses(module.U, {"kind": "a", "id": "i"}, {"id": "i"}, 1)
    assert module.B().model_dump() == {"kind": "b"}


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


def test_formats_of_integers_are_bounds(imported: Import) -> None:
    plain = {"type": "integer", "format": "int64"}
    small = {"type": ["integer", "null"], "format": "uint8", "maximum": 9.5}
    module = imported(record("R", a=plain, b=small))
    assert module.R.model_validate_json('{"a": -9223372036854775808, "b": 9}').b == 9
    assert refuses(module.R, {"a": 2**63, "b": 0}, {"a": 0, "b": 10}, {"a": 0, "b": -1})


def test_a_member_that_nobody_gave_is_left_out(imported: Import) -> None:
    members = {"seq": {"type": "integer"}, "class": {"type": "string"}}
    module = imported({**record("Ev", **members), "required": []})
    assert module.Ev().model_dump_json() == "{}"
    assert module.Ev.model_validate({"class": "a"}).model_dump(mode="json") == {"class": "a"}
    assert module.Ev(seq=1).model_dump() == {"seq": 1, "class": None}
    assert module.Ev.model_json_schema(mode="serialization")["properties"].keys() == members.keys()


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


def test_a_required_constant_is_asked_for_in_payloads_and_not_of_who_builds(
    imported: Import,
) -> None:
    members = {"a-tag": {"const": "x"}, "tag": {"const": "y", "deprecated": True}}
    optional = {"o": {"const": "o"}, "d": {"const": "d", "default": "d"}}
    module = imported(
        {
            **record("R", **members, **optional),
            "additionalProperties": False,
            "required": [*members],
        }
    )
    text = '{"a-tag":"x","tag":"y","d":"d"}'
    assert module.R().model_dump_json() == text
    assert module.R.model_validate_json('{"a-tag":"x","tag":"y"}').model_dump_json() == text
    assert module.R.model_construct().model_dump()["tag"] == "y"
    assert refuses(module.R, {}, {"a-tag": "x"}, {"tag": "y"}, {"a-tag": "y", "tag": "y"})
    assert module.R.model_json_schema()["required"] == ["a-tag", "tag"]


@pytest.mark.parametrize("values", [(1, 2), (True, False)], ids=str)
def test_a_tag_of_any_type_is_asked_for(imported: Import, values: tuple[object, object]) -> None:
    variants = [record(f"V{n}", v={"const": tag}) for n, tag in zip("ab", values, strict=True)]
    module = imported({"title": "U", "oneOf": variants})
    assert module.U.model_validate({"v": values[1]}).root == module.Vb()
    assert refuses(module.U, {}, {"a": "x"})


def test_a_tag_inside_a_member_is_asked_for(imported: Import) -> None:
    variants = [record(name, meta=record(f"{name}Meta", kind={"const": name})) for name in "AB"]
    module = imported({"title": "U", "oneOf": variants})
    assert module.U.model_validate({"meta": {"kind": "B"}}).root == module.B(meta=module.BMeta())
    assert refuses(module.U, {}, {"meta": {}})


def test_a_tag_of_which_a_base_lists_the_values_is_asked_for(imported: Import) -> None:
    kinds = ["cat", "dog"]
    pet = record("Pet", kind={"enum": kinds})
    pets = {
        kind.title(): {
            "allOf": [{"$ref": "#/$defs/Pet"}, {"properties": {"kind": {"const": kind}}}]
        }
        for kind in kinds
    }
    either = [{"$ref": f"#/$defs/{name}"} for name in pets]
    module = imported({"title": "U", "oneOf": either, "$defs": {"Pet": pet, **pets}})
    assert module.U.model_validate({"kind": "dog"}).root == module.Dog()
    assert refuses(module.U, {})


def test_a_number_is_finite(imported: Import) -> None:
    amount = {"$ref": "#/$defs/Amount"}
    schema = record("R", n={"type": "number"}, amounts={"type": "array", "items": amount})
    module = imported({**schema, "$defs": {"Amount": {"type": "number", "minimum": 0}}})
    for text in ("1e400", "NaN"):
        for payload in (f'{{"n":{text},"amounts":[]}}', f'{{"n":1,"amounts":[{text}]}}'):
            with pytest.raises(ValidationError):
                module.R.model_validate_json(payload)


@pytest.mark.filterwarnings("error")
def test_a_deprecated_member_is_written_without_a_warning(imported: Import) -> None:
    old = {"type": "string", "minLength": 1, "deprecated": True}
    many = [{"type": "array", "items": item} for item in (old, {"$ref": "#/$defs/Old"})]
    members = {"old": old, "inline": many[0], "named": many[1]}
    module = imported({**record("R", **members), "required": [], "$defs": {"Old": old}})
    assert module.R().model_dump_json() == "{}"
    assert module.R(old="x").model_dump_json(exclude_unset=True) == '{"old":"x"}'


def takes(model: Any, *values: object) -> bool:
    return all(
        json.loads(model.model_validate_json(json.dumps(value)).model_dump_json()) == value
        for value in values
    )


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


def test_patterns_are_those_of_ecma_262(imported: Import) -> None:
    texts = {"d": "^\\d{4}$", "w": "\\w\\s", "look": "^(?=a)\\w+$"}
    members = {name: {"type": "string", "pattern": pattern} for name, pattern in texts.items()}
    codes = {"type": "array", "items": {"$ref": "#/$defs/Code"}}
    code = {"type": "string", "pattern": "^(?!b)\\d$"}
    module = imported({**record("R", **members, codes=codes), "$defs": {"Code": code}})
    good = {"d": "1234", "w": "-a\ufeff", "look": "ab", "codes": ["1"]}
    assert takes(module.R, good)
    wrong = {"d": ["\u0661\u0662\u0663\u0664", "1234\n"], "w": ["\u00e9 "], "look": ["a\u00e9"]}
    assert refuses(module.R, *({**good, name: text} for name in wrong for text in wrong[name]))
    assert refuses(module.R, {**good, "codes": ["b"]}, {**good, "codes": ["\u0661"]})


def test_a_default_is_inherited_by_who_narrows_its_member(imported: Import) -> None:
    base = record("Base", rev={"type": "integer", "minimum": 1, "default": 2})
    derived = {"allOf": [{"$ref": "#/$defs/Base"}, {"properties": {"rev": {"maximum": 9}}}]}
    module = imported({"title": "Derived", **derived, "$defs": {"Base": base}})
    assert module.Derived().model_dump_json() == '{"rev":2}'
    assert refuses(module.Derived, {"rev": 0}, {"rev": 10}, {"rev": None})


def test_constants_of_any_type_are_asked_for(imported: Import) -> None:
    constants = {"f": 1.0, "h": 0.5, "n": None, "o": {"a": 1}, "l": [1]}
    module = imported(record("R", **{name: {"const": value} for name, value in constants.items()}))
    assert takes(module.R, constants)
    assert refuses(module.R, *({**constants, name: "x"} for name in constants))
    assert refuses(module.R, {**constants, "f": 1.5}, {**constants, "h": 0})
    assert refuses(
        module.R, *({n: constants[n] for n in constants if n != left} for left in "fhno")
    )


def test_a_required_member_that_nothing_describes_is_asked_for_and_kept(imported: Import) -> None:
    base = {**record("Base", a={"type": "integer"}), "required": ["q"]}
    derived = {"allOf": [{"$ref": "#/$defs/Base"}], "required": ["a", "z"]}
    module = imported({"title": "Derived", **derived, "$defs": {"Base": base}})
    assert takes(module.Base, {"q": [1]})
    assert takes(module.Derived, {"q": None, "z": 1, "a": 1})
    assert refuses(module.Base, {"a": 1})
    assert refuses(module.Derived, {"q": 1, "a": 1}, {"z": 1, "a": 1}, {"q": 1, "z": 1})


def test_a_named_scalar_is_a_string_or_number_and_not_a_model_around_it(imported: Import) -> None:
    definitions = {
        "Currency": {"type": "string", "pattern": "^[A-Z]{3}$", "description": "By ISO 4217."},
        "Cents": {"type": "integer", "format": "int64"},
    }
    currency, cents = ({"$ref": f"#/$defs/{name}"} for name in definitions)
    many = {"type": "array", "items": currency}
    described = {**currency, "default": "EUR", "description": "Which."}
    either = {"anyOf": [cents, {"type": "string", "maxLength": 2}, {"type": "null"}]}
    money = record("Money", of=currency, currency=described, many=many, cents=either)
    module = imported({**money, "$defs": definitions})
    made = module.Money(of="EUR", many=["USD"], cents=1)
    assert (made.of, made.currency, made.many, made.cents) == ("EUR", "EUR", ["USD"], 1)
    assert takes(module.Money, {"of": "A" * 3, "currency": "EUR", "many": [], "cents": None})
    good = {"of": "EUR", "many": [], "cents": 1}
    wrong = {"of": "E", "currency": "eur", "many": ["e"], "cents": "abc"}
    assert refuses(module.Money, *({**good, name: value} for name, value in wrong.items()))
    assert TypeAdapter(module.Currency).validate_python("EUR") == "EUR"
    assert refuses(module.Cents, 2**63)


def test_what_a_member_names_in_place_has_its_default(imported: Import) -> None:
    detail = {"type": "string", "title": "Detail", "enum": ["low", "auto"], "default": "auto"}
    size = {"type": "object", "properties": {"w": {"type": "integer"}}, "default": {"w": 1}}
    module = imported(record("Image", detail=detail, size=size))
    assert module.Image().model_dump_json() == '{"detail":"auto","size":{"w":1}}'
    assert module.Image(detail="low").detail is module.Detail.LOW


def test_a_named_list_of_scalars_is_one_of_them(imported: Import, tmp_path: Path) -> None:
    definitions = {
        "Prio": {"enum": [1, 2]},
        "Mixed": {"enum": ["a", 1]},
        "Maybe": {"enum": [1, None]},
        "Null": {"type": "null"},
    }
    named = {name.lower(): {"$ref": f"#/$defs/{name}"} for name in definitions}
    defaults = {"prio": 2, "mixed": "a", "maybe": None}
    described = {name: {**named[name], "default": value} for name, value in defaults.items()}
    schema = record("M", **described)
    schema["properties"] = {**described, "null": named["null"]}
    module = imported({**schema, "$defs": definitions})
    made = module.M(prio=1)
    assert (made.prio, made.mixed, made.maybe) == (1, "a", None)
    assert refuses(module.M, {"prio": 3}, {"prio": None}, {"mixed": "b"}, {"maybe": 2})
    mypy(tmp_path / "pydantic" / module.__package__, cache=tmp_path / "cache")


def test_items_that_are_told_one_by_one_are_a_tuple(imported: Import) -> None:
    bounded = [{"type": "number", "minimum": -limit, "maximum": limit} for limit in (90, 180)]
    two = {"type": "array", "prefixItems": bounded, "minItems": 2}
    point = record("P", at={**two, "maxItems": 2}, closed={**two, "items": False})
    module = imported(point)
    assert takes(module.P, {"at": [10, 170], "closed": [10, 170]})
    good = {"at": [1, 2], "closed": [1, 2]}
    for items in ([170, 10], [1], [1, 2, 3]):
        assert refuses(module.P, {**good, "at": items}, {**good, "closed": items})


def test_what_branches_ask_beside_members_makes_no_classes(imported: Import) -> None:
    either = {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    schema = {**record("R", a={"type": "integer"}, b={"type": "integer"}), **either, "required": []}
    schema["dependentRequired"] = {"a": ["c"]}
    module = imported({"title": "D", "allOf": [{"$ref": "#/$defs/R"}], "$defs": {"R": schema}})
    assert takes(module.D, {"a": 1, "c": [2]}, {"b": 1})
    assert takes(module.R, {"a": 1}, {"b": 1})


def test_formats_stay_in_the_json_schema(imported: Import) -> None:
    formats = {"uuid": "string", "date-time": "string", "uri": "string", "int32": "integer"}
    members = {name: {"type": kind, "format": name} for name, kind in formats.items()}
    module = imported(record("R", **members))
    told = module.R.model_json_schema()["properties"]
    assert {name: told[name]["format"] for name in formats} == {name: name for name in formats}


@pytest.mark.filterwarnings("error")
def test_a_member_that_several_schemas_describe_is_asked_what_they_all_ask(
    imported: Import,
) -> None:
    said = [{"minLength": 2, "type": ["string", "null"]}, {"maxLength": 3}]
    parts = [{"properties": {"k": keywords}} for keywords in said]
    base = {"allOf": [{"$ref": "#/$defs/Base"}, *parts]}
    schema = {**record("R", k={"type": "string"}), **base}
    module = imported({**schema, "$defs": {"Base": record("Base", j={"type": "integer"})}})
    assert takes(module.R, {"j": 1, "k": "ab"})
    assert refuses(module.R, *({"j": 1, "k": wrong} for wrong in ("a", "abcd", 1)), {"j": 1})
    assert isinstance(module.R(j=1, k="ab"), module.Base)
