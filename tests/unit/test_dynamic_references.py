"""What `$dynamicRef` points to by itself, and which of them look further out."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from support.schema_folders import place, reference_problems, schema_set

TREE: Json = {
    "$id": "https://example.com/tree",
    "$dynamicAnchor": "node",
    "properties": {"children": {"items": {"$dynamicRef": "#node"}}},
}
STRICT: Json = {
    "$id": "https://example.com/strict",
    "$dynamicAnchor": "node",
    "$ref": "tree",
    "unevaluatedProperties": False,
}


def test_an_extended_tree(tmp_path: Path) -> None:
    schemas = schema_set(tmp_path, m=STRICT, tree=TREE)
    holder = place("tree.json#/properties/children/items")
    assert schemas.dynamic_targets == {holder: place("tree.json#")}
    assert schemas.dynamic_names == {holder: "node"}
    assert schemas.dynamic_anchors == {
        place("m.json#"): {"node": place("m.json#")},
        place("tree.json#"): {"node": place("tree.json#")},
    }
    assert schemas.targets == {place("m.json#"): place("tree.json#")}


@pytest.mark.parametrize("reference", ["#plain", "#/$defs/B", "#", "other.json#/$defs/B"])
def test_what_names_no_dynamic_anchor_is_a_mere_reference(tmp_path: Path, reference: str) -> None:
    definitions: Json = {"A": {"$anchor": "plain"}, "B": {"$dynamicAnchor": "node"}}
    schema: Json = {"items": {"$dynamicRef": reference}, "$defs": definitions}
    schemas = schema_set(tmp_path, m=schema, other={"$defs": definitions})
    assert place("m.json#/items") in schemas.dynamic_targets
    assert schemas.dynamic_names == {}


def test_a_dynamic_anchor_is_an_anchor_too(tmp_path: Path) -> None:
    schemas = schema_set(tmp_path, m={"items": {"$ref": "tree.json#node"}}, tree=TREE)
    assert schemas.targets == {place("m.json#/items"): place("tree.json#")}


def test_the_resource_of_a_place(tmp_path: Path) -> None:
    inner: Json = {"$id": "inner", "not": {"items": {}}}
    schemas = schema_set(tmp_path, m={"$defs": {"A": inner, "B": {"not": {}}}})
    assert schemas.resource_of(place("m.json#/$defs/A/not/items")) == place("m.json#/$defs/A")
    assert schemas.resource_of(place("m.json#/$defs/A")) == place("m.json#/$defs/A")
    assert schemas.resource_of(place("m.json#/$defs/B/not")) == place("m.json#")


def test_dangling_and_circular_ones(tmp_path: Path) -> None:
    (dangling,) = reference_problems(tmp_path, m={"$dynamicRef": "#nowhere"})
    assert dangling.location == place("m.json#/$dynamicRef")
    (circular,) = reference_problems(tmp_path, m={"$dynamicAnchor": "a", "$dynamicRef": "#a"})
    assert circular.problem.startswith("this reference leads back to itself")
