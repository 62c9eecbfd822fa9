"""Pydantic models of scalars, lists and defaults are as strict as the wire."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from support.pydantic_models import Import, record, refuses, takes
from support.type_checks import mypy


def test_date_times_keep_their_digits(imported: Import) -> None:
    at = {"type": "string", "format": "date-time"}
    module = imported(record("R", at=at))
    text = '{"at":"2026-03-01T09:08:07.123456789Z"}'
    assert module.R.model_validate_json(text).model_dump_json() == text
    assert refuses(module.R, {"at": "2026-03-01"}, {"at": "2026-04-31T00:00:00Z"})


def test_a_format_that_is_only_noted_is_not_checked(imported: Import) -> None:
    at = {"type": "string", "format": "date-time"}
    assert imported(record("R", at=at), format_assertion=False).R(at="yesterday").at == "yesterday"


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


def test_a_number_is_finite(imported: Import) -> None:
    amount = {"$ref": "#/$defs/Amount"}
    schema = record("R", n={"type": "number"}, amounts={"type": "array", "items": amount})
    module = imported({**schema, "$defs": {"Amount": {"type": "number", "minimum": 0}}})
    for text in ("1e400", "NaN"):
        for payload in (f'{{"n":{text},"amounts":[]}}', f'{{"n":1,"amounts":[{text}]}}'):
            with pytest.raises(ValidationError):
                module.R.model_validate_json(payload)


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
