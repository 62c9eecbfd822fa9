"""Pydantic models of unions ask for their tags, and are written as on the wire."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.errors import EventwrightError
from support.pydantic_models import Import, record, refuses, rendered, takes


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


def test_constants_of_any_type_are_asked_for(imported: Import) -> None:
    constants = {"f": 1.0, "h": 0.5, "n": None, "o": {"a": 1}, "l": [1]}
    module = imported(record("R", **{name: {"const": value} for name, value in constants.items()}))
    assert takes(module.R, constants)
    assert refuses(module.R, *({**constants, name: "x"} for name in constants))
    assert refuses(module.R, {**constants, "f": 1.5}, {**constants, "h": 0})
    assert refuses(
        module.R, *({n: constants[n] for n in constants if n != left} for left in "fhno")
    )


def test_what_branches_ask_beside_members_makes_no_classes(imported: Import) -> None:
    either = {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    schema = {**record("R", a={"type": "integer"}, b={"type": "integer"}), **either, "required": []}
    schema["dependentRequired"] = {"a": ["c"]}
    module = imported({"title": "D", "allOf": [{"$ref": "#/$defs/R"}], "$defs": {"R": schema}})
    assert takes(module.D, {"a": 1, "c": [2]}, {"b": 1})
    assert takes(module.R, {"a": 1}, {"b": 1})
