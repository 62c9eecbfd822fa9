"""What the references in real folders point to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.errors import Location
from eventwright.reading.jsontext import Json
from eventwright.reading.load import load
from eventwright.reading.refs import SchemaSet, resolve, subschemas
from support.schema_folders import place, schema_set, write


def targets(schemas: SchemaSet) -> dict[str, str]:
    return {
        str(source).removeprefix("m/"): str(target).removeprefix("m/")
        for source, target in schemas.targets.items()
    }


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        ("#", "m.json#"),
        ("#/$defs/A", "m.json#/$defs/A"),
        ("#/%24defs/A", "m.json#/$defs/A"),
        ("#/$defs/x~1y~0z", "m.json#/$defs/x~1y~0z"),
        ("#/$defs/x~1y%7E0z", "m.json#/$defs/x~1y~0z"),
        ("#/$defs/é", "m.json#/$defs/é"),
        ("#/$defs/%C3%A9", "m.json#/$defs/é"),
        ("#/$defs/", "m.json#/$defs/"),
        ("#/$defs/yes", "m.json#/$defs/yes"),
        ("#/$defs/many/anyOf/1", "m.json#/$defs/many/anyOf/1"),
        ("#here", "m.json#/$defs/A"),
        ("#there", "m.json#/$defs/B"),
        ("m.json#/$defs/A", "m.json#/$defs/A"),
        ("other.json", "other.json#"),
        ("./other.json#", "other.json#"),
        ("deep/../other.json", "other.json#"),
        ("deep/er.json#/$defs/C", "deep/er.json#/$defs/C"),
        ("../m/other.json", "other.json#"),
    ],
)
@pytest.mark.parametrize("identifier", [None, "https://example.com/m/m.json"])
def test_a_reference(tmp_path: Path, reference: str, target: str, identifier: str | None) -> None:
    def document(file: str, schema: dict[str, Json]) -> Json:
        uri = f"https://example.com/m/{file}"
        return {"$id": uri, **schema} if identifier else schema

    definitions: dict[str, Json] = {
        "A": {"$anchor": "here", "type": "null"},
        "B": {"$dynamicAnchor": "there"},
        "x/y~z": {},
        "é": {},
        "": {},
        "yes": True,
        "many": {"anyOf": [{}, {}]},
    }
    main: dict[str, Json] = {"properties": {"it": {"$ref": reference}}, "$defs": definitions}
    schemas = schema_set(
        tmp_path,
        m=document("m.json", main),
        other=document("other.json", {"type": "string"}),
        deep_er=document("deep/er.json", {"$defs": {"C": {"type": "integer"}}}),
    )
    assert targets(schemas) == {"m.json#/properties/it": target}


def test_a_document_with_an_id_still_goes_by_its_file_name(tmp_path: Path) -> None:
    schemas = schema_set(
        tmp_path,
        m={"allOf": [{"$ref": "other.json"}, {"$ref": "urn:example:other#/$defs/A"}]},
        other={"$id": "urn:example:other", "$defs": {"A": {}, "B": {"$ref": "#/$defs/A"}}},
    )
    assert targets(schemas) == {
        "m.json#/allOf/0": "other.json#",
        "m.json#/allOf/1": "other.json#/$defs/A",
        "other.json#/$defs/B": "other.json#/$defs/A",
    }


def test_a_schema_with_an_id_of_its_own_is_the_base_of_those_inside(tmp_path: Path) -> None:
    inner: Json = {
        "$id": "inner/thing.json#",
        "properties": {
            "root": {"$ref": "#"},
            "own": {"$ref": "#/$defs/A"},
            "outer": {"$ref": "../m.json#/$defs/A"},
            "anchor": {"$ref": "#a"},
        },
        "$defs": {"A": {"$anchor": "a"}},
    }
    outer: Json = {
        "$id": "https://example.com/m.json",
        "$ref": "inner/thing.json",
        "$defs": {"A": {"$anchor": "a"}, "Inner": inner},
    }
    assert targets(schema_set(tmp_path, m=outer)) == {
        "m.json#": "m.json#/$defs/Inner",
        "m.json#/$defs/Inner/properties/root": "m.json#/$defs/Inner",
        "m.json#/$defs/Inner/properties/own": "m.json#/$defs/Inner/$defs/A",
        "m.json#/$defs/Inner/properties/outer": "m.json#/$defs/A",
        "m.json#/$defs/Inner/properties/anchor": "m.json#/$defs/Inner/$defs/A",
    }


def test_references_are_found_where_schemas_stand_and_nowhere_else(tmp_path: Path) -> None:
    data: Json = {"$ref": "nowhere.json", "$id": "https://example.com/twice"}
    schema: Json = {
        "const": data,
        "enum": [data],
        "default": data,
        "examples": [data, {"properties": data}],
        "x-note": data,
        "properties": {"$ref": {"type": "string"}, "const": {"$ref": "#/$defs/enum"}},
        "$defs": {"enum": {"type": "null"}},
    }
    assert targets(schema_set(tmp_path, m=schema)) == {
        "m.json#/properties/const": "m.json#/$defs/enum"
    }


def test_recursion_through_a_part_of_the_value_is_fine(tmp_path: Path) -> None:
    tree: Json = {
        "anyOf": [{"type": "null"}, {"$ref": "#/$defs/Node"}],
        "$defs": {"Node": {"properties": {"next": {"$ref": "#"}}, "items": {"$ref": "#"}}},
    }
    assert len(targets(schema_set(tmp_path, m=tree))) == 3


def test_at_gives_any_value_in_the_documents(tmp_path: Path) -> None:
    schemas = schema_set(
        tmp_path, m={"$defs": {"a/b~": {"enum": [1, [2]]}, "no": False, "~1": {"const": 3}}}
    )
    assert schemas.at(place("m.json#/$defs/a~1b~0/enum/1/0")) == 2
    assert schemas.at(place("m.json#/$defs/no")) is False
    assert schemas.at(place("m.json#/$defs/~01/const")) == 3
    for nothing in ("x.json#", "m.json#/x", "m.json#/$defs/no/x", "m.json#/$defs/a~1b~0/enum/x"):
        with pytest.raises(LookupError):
            schemas.at(place(nothing))


def test_subschemas_come_in_document_order() -> None:
    schema: Json = {
        "properties": {"b": {"type": "null"}, "a": True},
        "items": False,
        "oneOf": [{}, {"const": 1}],
        "enum": [{}],
        "$defs": {"x/y": {}},
        "not": {},
    }
    found = [str(place) for place, _ in subschemas(schema, Location("f.json", "/top"))]
    assert found == [
        "f.json#/top/properties/b",
        "f.json#/top/properties/a",
        "f.json#/top/items",
        "f.json#/top/oneOf/0",
        "f.json#/top/oneOf/1",
        "f.json#/top/$defs/x~1y",
        "f.json#/top/not",
    ]
    assert list(subschemas(True, Location("f.json"))) == []


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        ("../common/common.json#/$defs/A", "common/common.json#/$defs/A"),
        ("../b.json", "b.json#"),
        ("https://example.com/b.json", "b.json#"),
        ("https://example.com/b.json#here", "b.json#/$defs/B"),
    ],
)
def test_a_reference_to_another_module(tmp_path: Path, reference: str, target: str) -> None:
    b = '{"$id": "https://example.com/b.json", "$defs": {"B": {"$anchor": "here"}}}'
    files = {
        "a/a.json": json.dumps({"items": {"$ref": reference}}),
        "b.json": b,
        "common/common.json": '{"$defs": {"A": {}}}',
    }
    write(tmp_path, files)
    module, *_ = load(tmp_path, tmp_path)
    assert targets(resolve(module)) == {"a/a.json#/items": target}


def test_what_another_module_refers_to_is_resolved_in_turn(tmp_path: Path) -> None:
    files = {
        "a.json": '{"items": {"$ref": "b.json"}}',
        "b.json": '{"items": {"$ref": "c/c.json"}}',
        "c/c.json": '{"items": {"$ref": "more.json"}}',
        "c/more.json": '{"items": {"$ref": "../a.json"}}',
    }
    write(tmp_path, files)
    module, *_ = load(tmp_path, tmp_path)
    assert targets(resolve(module)) == {
        "a.json#/items": "b.json#",
        "b.json#/items": "c/c.json#",
        "c/c.json#/items": "c/more.json#",
        "c/more.json#/items": "a.json#",
    }
