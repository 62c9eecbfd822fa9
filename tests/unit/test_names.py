"""What types and members are called, in a package of one schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright.casing import pascal, snake
from support.python_bindings import python_bindings

META: dict[str, object] = {"type": "object", "properties": {"id": {"type": "string"}}}


@pytest.mark.parametrize(
    ("text", "type_name", "member_name"),
    [
        ("größe", "Grosse", "grosse"),
        ("Straßen-Übergang", "StrassenUbergang", "strassen_ubergang"),
        ("naïve", "Naive", "naive"),
        ("Łódź", "Lodz", "lodz"),
        ("ﬁle", "File", "file"),
        ("ä", "A", "a"),
    ],
)
def test_letters_of_latin_script_lose_their_marks(
    text: str, type_name: str, member_name: str
) -> None:
    assert (pascal(text), snake(text)) == (type_name, member_name)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("1; import os", "N1ImportOs"),
        ("3D model", "N3DModel"),
        ("[]", "Array"),
        ("😀", "GrinningFace"),
        ("注文", "CjkUnifiedIdeograph6Ce8CjkUnifiedIdeograph6587"),
    ],
)
def test_every_title_makes_a_name(tmp_path: Path, title: str, name: str) -> None:
    module = python_bindings(tmp_path, {**META, "title": title})
    assert vars(module)[name](id="i").id == "i"


def test_a_schema_inside_another_one_goes_by_its_id_or_anchor(tmp_path: Path) -> None:
    schema = {
        "$id": "https://example.com/event.schema.json",
        "title": "Event",
        "type": "object",
        "properties": {
            "node": {"$id": "Node", **META},
            "place": {"$id": "https://example.com/geo/place.schema.json", **META},
            "mark": {"$anchor": "Mark", **META},
            "others": {
                "type": "array",
                "items": {"oneOf": [{"$ref": "Node"}, {"$ref": "geo/place.schema.json"}]},
            },
            "marks": {"type": "array", "items": {"$ref": "#Mark"}},
        },
    }
    assert {"Node", "Place", "Mark"} < vars(python_bindings(tmp_path, schema)).keys()


def test_the_type_of_a_member_goes_by_the_schema_that_describes_it(tmp_path: Path) -> None:
    schema = {
        "title": "Event",
        "type": "object",
        "properties": {"meta": META},
        "oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}],
        "$defs": {
            "Base": {"type": "object", "properties": {"origin": META}},
            "A": {"allOf": [{"$ref": "#/$defs/Base"}], **_tagged("a")},
            "B": {"allOf": [{"$ref": "#/$defs/Base"}], **_tagged("b")},
        },
    }
    module = python_bindings(tmp_path, schema)
    assert {"EventMeta", "BaseOrigin", "AOwn", "BOwn"} < vars(module).keys()


def test_a_definition_keeps_its_name_from_what_stands_inside_of_it(tmp_path: Path) -> None:
    members = {"type": "object", "properties": {"t": {"type": "boolean"}}}
    shape = {"oneOf": [{"type": "null"}, members]}
    either = {"anyOf": [{"type": "array", "items": {"type": "string"}}, members]}
    module = python_bindings(tmp_path, {"$defs": {"Shape": shape, "Either": either}})
    names = {"ShapeWithT", "decode_shape", "EitherWithT", "decode_either"}
    assert names < vars(module).keys()
    assert module.decode_shape("null") is None


def _tagged(tag: str) -> dict[str, object]:
    members = {"kind": {"const": tag}, "own": META}
    return {"type": "object", "properties": members, "required": ["kind"]}
