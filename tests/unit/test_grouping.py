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


@pytest.mark.parametrize(
    "part",
    [
        {"anyOf": [*BRANCHES, tagged("c")]},
        {"anyOf": BRANCHES, "type": "string"},
        {"anyOf": BRANCHES, "minProperties": 2},
        {"anyOf": [tagged("a"), {"$ref": "#/$defs/B"}]},
        {"oneOf": BRANCHES},
    ],
)
def test_no_definition_is_taken_that_says_anything_else(tmp_path: Path, part: Json) -> None:
    union: Json = {
        "anyOf": [*BRANCHES, {"type": "array", "items": {"$ref": "#/properties/x/$defs/Part"}}],
        "$defs": {"Part": part},
    }
    assert groups(tmp_path, union)["anyOf"] == ["anyOf", "anyOf/2"]
