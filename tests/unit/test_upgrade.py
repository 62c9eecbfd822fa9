"""What schemas of older drafts become in the terms of 2020-12."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from eventwright.errors import Location
from eventwright.reading.dialect import DRAFT_2020_12, Dialect
from eventwright.reading.drafts import DRAFT_04, DRAFT_06, DRAFT_07, DRAFT_2019_09, Dialects
from eventwright.reading.jsontext import Json
from eventwright.reading.upgrade import Upgraded, upgrade
from support.schema_folders import place, schema_set


def upgraded(schema: Json, dialect: Dialect, *, hides_contains: bool = True) -> Upgraded:
    before = copy.deepcopy(schema)
    dialects = Dialects(lambda _: None)
    made = upgrade(schema, Location("a.json"), dialect, dialects, lambda: hides_contains)
    assert schema == before
    return made


@pytest.mark.parametrize(
    ("dialect", "schema", "expected"),
    [
        (DRAFT_04, {"id": "a", "properties": {"id": {}}}, {"$id": "a", "properties": {"id": {}}}),
        (DRAFT_04, {"exclusiveMinimum": True, "minimum": 1}, {"exclusiveMinimum": 1}),
        (DRAFT_04, {"exclusiveMaximum": False, "maximum": 1}, {"maximum": 1}),
        (DRAFT_04, {"const": 1, "type": "null"}, {"type": "null"}),
        (DRAFT_06, {"if": {}, "then": {}, "const": 1}, {"const": 1}),
        (DRAFT_06, {"$id": "#a"}, {"$anchor": "a"}),
        (DRAFT_07, {"$id": "a#b"}, {"$id": "a", "$anchor": "b"}),
        (DRAFT_07, {"$id": "#/properties/a"}, {}),
        (DRAFT_07, {"items": [{}, True]}, {"prefixItems": [{}, True]}),
        (
            DRAFT_07,
            {"items": [{}], "additionalItems": False},
            {"prefixItems": [{}], "items": False},
        ),
        (DRAFT_07, {"items": {}, "additionalItems": False}, {"items": {}}),
        (DRAFT_07, {"dependentRequired": {}, "$anchor": "a", "unevaluatedItems": False}, {}),
        (
            DRAFT_07,
            {"$ref": "#", "$id": "a", "type": "null", "title": "T", "definitions": {"A": {}}},
            {"$ref": "#", "title": "T", "definitions": {"A": {}}},
        ),
        (DRAFT_07, {"properties": {"$ref": {"minLength": 1}}}, None),
        (DRAFT_2019_09, {"$ref": "#", "type": "null", "$anchor": "a"}, None),
        (DRAFT_2019_09, {"prefixItems": [{}]}, {}),
        (DRAFT_2019_09, {"$recursiveRef": "#"}, {"$ref": "#"}),
        (
            DRAFT_2019_09,
            {"$recursiveRef": "#", "$ref": "a"},
            {"$ref": "a", "allOf": [{"$ref": "#"}]},
        ),
        (
            DRAFT_2019_09,
            {"$recursiveAnchor": True, "not": {"$recursiveRef": "#"}},
            {
                "$dynamicAnchor": "_recursiveAnchor",
                "not": {"$dynamicRef": "#_recursiveAnchor"},
            },
        ),
        (
            DRAFT_2019_09,
            {"contains": {"items": [{}]}, "minContains": 2, "allOf": [{}]},
            {
                "allOf": [
                    {},
                    {"not": {"not": {"minContains": 2, "contains": {"prefixItems": [{}]}}}},
                ]
            },
        ),
        (DRAFT_2020_12, {"additionalItems": {}, "$recursiveRef": "#", "x": 1}, {"x": 1}),
        (
            DRAFT_2020_12,
            {"dependencies": {"a": ["b"], "c": False}},
            {"dependentRequired": {"a": ["b"]}, "dependentSchemas": {"c": False}},
        ),
        (
            DRAFT_2020_12,
            {"dependencies": {"a": ["b"]}, "dependentRequired": {"a": ["c"]}},
            {"dependentRequired": {"a": ["c"]}, "allOf": [{"dependentRequired": {"a": ["b"]}}]},
        ),
        (DRAFT_07, {"enum": [{"$ref": "#", "a": 1}], "default": {"items": [1]}}, None),
    ],
)
def test_a_schema(dialect: Dialect, schema: Json, expected: Json | None) -> None:
    assert upgraded(schema, dialect).content == (schema if expected is None else expected)
    outer: Json = {"properties": {"a": {"anyOf": [schema, {}]}}}
    inner = upgraded(outer, dialect).content
    if "$recursiveAnchor" not in str(schema):
        assert inner == {"properties": {"a": {"anyOf": [expected or schema, {}]}}} or not expected


def test_contains_stays_where_nothing_asks_what_it_looked_at() -> None:
    schema: Json = {"contains": {"type": "null"}}
    assert upgraded(schema, DRAFT_2019_09, hides_contains=False).content == schema


def test_another_file_may_ask_what_contains_looked_at(tmp_path: Path) -> None:
    draft = {"$schema": DRAFT_2019_09.uri}
    other: Json = {**draft, "contains": {"type": "null"}}
    asking: Json = {**draft, "$ref": "other.json", "unevaluatedItems": False}
    schemas = schema_set(tmp_path, m=asking, other=other)
    assert schemas.at(place("other.json#/allOf/0/not/not/contains")) == {"type": "null"}


def test_an_embedded_resource_keeps_its_own_draft() -> None:
    uri = "http://json-schema.org/draft-07/schema#"
    inner: Json = {"$id": "a", "$schema": uri, "items": [{"items": [{}]}]}
    made = upgraded({"$defs": {"A": inner, "B": {"prefixItems": []}}}, DRAFT_2020_12)
    assert made.content == {
        "$defs": {
            "A": {
                "$id": "a",
                "$schema": DRAFT_2020_12.uri,
                "prefixItems": [{"prefixItems": [{}]}],
            },
            "B": {"prefixItems": []},
        }
    }


def test_keywords_without_effect_are_noted() -> None:
    schema: Json = {
        "typo": 1,
        "x-name": "a",
        "not": {"$ref": "#", "minimum": 1, "title": ""},
        "items": [{"const": 1, "items": {}, "additionalItems": {}}],
    }
    notes = upgraded(schema, DRAFT_04).notes
    assert [(note.location.pointer, note.problem) for note in notes] == [
        ("/items/0/additionalItems", '"additionalItems" has no effect without an array in items'),
        ("/items/0/const", '"const" has no effect in JSON Schema draft-04'),
        ("/not/minimum", '"minimum" has no effect beside $ref in JSON Schema draft-04'),
        ("/typo", '"typo" has no effect in JSON Schema draft-04'),
    ]


def test_a_value_that_is_listed_twice_counts_once() -> None:
    values: Json = ["truck", 1, "van", True, "van", 1.0]
    made = upgraded({"items": {"enum": values}}, DRAFT_2020_12)
    assert made.content == {"items": {"enum": ["truck", 1, "van", True]}}
    assert [(note.location.pointer, note.problem, note.fix) for note in made.notes] == [
        (f"/items/enum/{index}", 'this value stands in "enum" twice, and counts once', "remove it")
        for index in (4, 5)
    ]


@pytest.mark.parametrize(
    ("keyword", "meant"),
    [
        ("maxLenght", "maxLength"),
        ("additionalPropertes", "additionalProperties"),
        ("requierd", "required"),
        ("Required", "required"),
        ("MINIMUM", "minimum"),
        ("tpye", "type"),
        ("ref", "$ref"),
        ("example", "examples"),
    ],
)
def test_the_keyword_that_is_meant_is_told(keyword: str, meant: str) -> None:
    [note] = upgraded({keyword: 1}, DRAFT_2020_12).notes
    assert note.problem == f'"{keyword}" has no effect in JSON Schema 2020-12'
    assert note.fix == f'write "{meant}", if that is meant'


@pytest.mark.parametrize(
    ("dialect", "keyword"),
    [
        (DRAFT_2020_12, "discriminator"),
        (DRAFT_2020_12, "enumDescriptions"),
        (DRAFT_04, "minContains"),
        (DRAFT_04, "Const"),
    ],
)
def test_no_keyword_is_guessed_that_is_unlike_or_unknown(dialect: Dialect, keyword: str) -> None:
    [note] = upgraded({keyword: 1}, dialect).notes
    assert note.problem == f'"{keyword}" has no effect in {dialect.name}'
    assert note.fix.startswith("remove it, or correct its name; ")


def test_null_is_told_to_be_a_type() -> None:
    schema: Json = {"items": [{"type": "string", "nullable": value} for value in (True, False)]}
    notes = upgraded({"$defs": {"A": schema}}, DRAFT_04).notes
    assert [note.fix for note in notes] == [
        'write "type": [..., "null"], if that is meant',
        "remove it, or correct its name; what begins with x- is never noted",
    ]


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        ("#/items/0", "#/prefixItems/0"),
        ("#/items/1/items/0", "#/prefixItems/1/prefixItems/0"),
        ("#/additionalItems", "#/items"),
        ("#/additionalItems/items", "#/items/items"),
        ("#/dependencies/a~1b", "#/dependentSchemas/a~1b"),
        ("#/definitions/A", "#/definitions/A"),
        ("inner#/items/0", "#/prefixItems/1/prefixItems/1/prefixItems/0"),
    ],
)
def test_references_follow_what_moved(tmp_path: Path, reference: str, target: str) -> None:
    inner: Json = {"$id": "inner", "items": [{}]}
    schema: Json = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "properties": {"a": {"$ref": reference}},
        "items": [True, {"items": [{}, inner]}],
        "additionalItems": {"items": {}},
        "dependencies": {"a/b": {}, "c": ["d"]},
        "definitions": {"A": {}},
    }
    found = schema_set(tmp_path, m=schema).targets
    assert found == {place("m.json#/properties/a"): place(f"m.json{target}")}
