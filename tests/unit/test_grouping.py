"""Which branches of a union are one type together, beside those of other JSON types."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright.modelling.grouping import with_groups
from eventwright.reading.jsontext import Json
from support.schema_folders import place, schema_set


def tagged(tag: Json) -> Json:
    return {"type": "object", "properties": {"kind": {"const": tag}}, "required": ["kind"]}


A, B = tagged("a"), tagged("b")
NULL: Json = {"type": "null"}
BRANCHES: list[Json] = [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]


def groups(folder: Path, union: Json, **documents: Json) -> dict[str, list[str]]:
    """The branches of the member `x`, and of the group in it, where they are not as written."""
    root: Json = {"properties": {"x": union}, "$defs": {"A": A, "B": B}}
    made = with_groups(schema_set(folder, m=root, **documents))
    return {
        str(at).removeprefix("m/m.json#/properties/x/"): [
            str(branch).removeprefix("m/m.json#/properties/x/") for branch in branches
        ]
        for at, branches in made.grouped.items()
    }


@pytest.mark.parametrize(
    "others", [[NULL], [{"type": "string"}], [{"type": ["null", "array"]}, {"const": 1}]]
)
def test_branches_with_a_tag_are_one_branch_beside_others(
    tmp_path: Path, others: list[Json]
) -> None:
    found = groups(tmp_path, {"anyOf": [others[0], *BRANCHES, *others[1:]]})
    rest = [f"anyOf/{index}" for index in (0, *range(3, 2 + len(others)))]
    assert found == {"anyOf": ["anyOf", *rest], "anyOf/anyOf": ["anyOf/1", "anyOf/2"]}


@pytest.mark.parametrize(
    "union",
    [
        {"anyOf": BRANCHES},
        {"anyOf": [BRANCHES[0], NULL]},
        {"anyOf": [*BRANCHES, {"type": "object"}]},
        {"anyOf": [*BRANCHES, NULL], "minProperties": 2},
        {"anyOf": [A, {"type": "object", "properties": {"kind": {"const": "a"}}}, NULL]},
    ],
)
def test_others_are_left_as_they_are(tmp_path: Path, union: Json) -> None:
    assert groups(tmp_path, union) == {}


def keyed(name: str) -> Json:
    return {
        "type": "object",
        "properties": {name: {"type": "string"}},
        "required": [name],
        "additionalProperties": False,
    }


def test_objects_of_one_key_are_taken_for_tagged_beside_null_alone(tmp_path: Path) -> None:
    found = groups(tmp_path / "null", {"oneOf": [keyed("a"), NULL, keyed("b"), {"const": "c"}]})
    assert found["oneOf/oneOf"] == ["oneOf/0", "oneOf/2", "oneOf/3"]
    assert (
        groups(tmp_path / "number", {"oneOf": [keyed("a"), {"type": "number"}, keyed("b")]}) == {}
    )


def test_a_definition_of_the_same_branches_is_taken_from_any_file(tmp_path: Path) -> None:
    part: Json = {"anyOf": [{"$ref": "m.json#/$defs/B"}, {"$ref": "m.json#/$defs/A"}]}
    used: Json = {"$ref": "part.json"}
    found = groups(tmp_path, {"anyOf": [*BRANCHES, {"type": "array", "items": used}]}, part=part)
    assert found == {"anyOf": [str(place("part.json#")), "anyOf/2"]}


def with_part(part: Json, branches: list[Json]) -> Json:
    """A union of branches beside items, which are another one that the schema defines."""
    items: Json = {"$ref": "#/properties/x/$defs/Part"}
    return {"anyOf": [*branches, {"type": "array", "items": items}], "$defs": {"Part": part}}


@pytest.mark.parametrize(
    "part",
    [
        {"anyOf": [*BRANCHES, tagged("c")]},
        {"anyOf": BRANCHES, "type": "string"},
        {"anyOf": BRANCHES, "minProperties": 2},
        {"anyOf": [tagged("a"), {"$ref": "#/$defs/B"}]},
        {"oneOf": BRANCHES},
        {"oneOf": [*BRANCHES, BRANCHES[0]]},
    ],
)
def test_no_definition_is_taken_that_says_anything_else(tmp_path: Path, part: Json) -> None:
    assert groups(tmp_path, with_part(part, BRANCHES))["anyOf"] == ["anyOf", "anyOf/2"]


def test_no_definition_is_taken_for_branches_that_say_something_themselves(tmp_path: Path) -> None:
    found = groups(tmp_path, with_part({"anyOf": [A, B]}, [A, B]))
    assert found["anyOf"] == ["anyOf", "anyOf/2"]


def test_none_is_taken_where_references_are_dynamic(tmp_path: Path) -> None:
    """What they lead to may be another type by another way."""
    node: Json = {"$dynamicAnchor": "node", "items": {"$dynamicRef": "#node"}}
    found = groups(tmp_path, with_part({"anyOf": BRANCHES}, BRANCHES), node=node)
    assert found["anyOf"] == ["anyOf", "anyOf/2"]


def test_references_to_the_same_schemas_are_one_type_wherever_they_stand(tmp_path: Path) -> None:
    other: Json = {"anyOf": [{"type": "string"}, *reversed(BRANCHES)]}
    found = groups(tmp_path, {"properties": {"y": other, "z": {"anyOf": [*BRANCHES, NULL]}}})
    assert found == {
        "properties/y/anyOf": ["properties/y/anyOf", "properties/y/anyOf/0"],
        "properties/y/anyOf/anyOf": ["properties/y/anyOf/1", "properties/y/anyOf/2"],
        "properties/z/anyOf": ["properties/y/anyOf", "properties/z/anyOf/2"],
    }


@pytest.mark.parametrize(
    "asking",
    [
        {"properties": {"id": {"type": "string"}}},
        {"type": "object"},
        {"unevaluatedProperties": False},
        {"allOf": [{"required": ["id"]}]},
    ],
)
def test_a_union_beside_which_more_is_asked_is_left_as_it_is(tmp_path: Path, asking: Json) -> None:
    assert isinstance(asking, dict)
    union: Json = {"anyOf": [*BRANCHES, NULL]}
    root: Json = {"$ref": "#/$defs/Union", **asking, "$defs": {"Union": union, "A": A, "B": B}}
    assert with_groups(schema_set(tmp_path, m=root)).grouped == {}
    alone: Json = {"$ref": "#/$defs/Union", "$defs": {"Union": union, "A": A, "B": B}}
    assert len(with_groups(schema_set(tmp_path, m=alone)).grouped) == 2
