"""What the command line notes of OpenAPI's discriminators."""

from __future__ import annotations

import pytest

from eventwright.reading.jsontext import Json
from support.union_notes import leaving, notes, tagged

pytestmark = pytest.mark.usefixtures("project")


def discriminator(**mapping: Json) -> Json:
    """What OpenAPI says of a union that is told by the member `type`."""
    return {"propertyName": "type", **({"mapping": dict(mapping)} if mapping else {})}


def test_a_discriminator_that_constants_agree_with() -> None:
    defs: Json = {"A": tagged("a"), "B": {**tagged("b"), "description": "The second."}}
    referring: list[Json] = [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]
    mapping = discriminator(a="#/components/schemas/A", b="B")
    assert notes(*referring, **{"$defs": defs}, discriminator=mapping) == []
    assert notes(tagged("a"), tagged("b"), {"type": "null"}, discriminator=discriminator()) == []
    assert notes(tagged("a"), leaving("a"), discriminator=discriminator()) == []


def test_a_discriminator_without_constants() -> None:
    bare: Json = tagged({"type": "string"})
    assert notes(tagged("a"), bare, discriminator=discriminator()) == [
        '/discriminator: has no effect: not every branch has constants for "type"; '
        'give each branch a "const" (or an "enum") for "type", and require it'
    ]


def test_a_discriminator_that_branches_may_do_without() -> None:
    branches = [{**tagged(tag), "required": []} for tag in "ab"]
    fix = (
        'add "type" to "required" in each branch; what pydantic exports for mode "serialization" '
        "has it there with json_schema_serialization_defaults_required"
    )
    for left, some in (branches, "2 branches"), ([tagged("a"), branches[1]], "/oneOf/1"):
        told = f'/discriminator: does not ask for "type", which {some} may do without; {fix}'
        assert told in notes(*left, discriminator=discriminator())


def test_a_discriminator_without_a_union() -> None:
    base: Json = {**tagged({"type": "string"}), "discriminator": discriminator()}
    assert notes({"$ref": "#/$defs/Base"}, {"type": "null"}, **{"$defs": {"Base": base}}) == [
        "/$defs/Base/discriminator: has no effect: no union stands beside it; "
        'put it beside a "oneOf" of branches that each have a "const" for "type"'
    ]


def test_a_discriminator_that_maps_to_another_branch() -> None:
    defs: Json = {"A": tagged("a"), "B": tagged("b")}
    referring: list[Json] = [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]
    mapping = discriminator(a="#/$defs/B")
    assert notes(*referring, **{"$defs": defs}, discriminator=mapping) == [
        '/discriminator/mapping/a: names #/$defs/B, which is no branch with "type": "a"; '
        "correct it, or the branch"
    ]


def test_a_discriminator_that_maps_to_a_branch_which_is_a_union() -> None:
    defs: Json = {"A": tagged("a")}
    versions: list[Json] = [
        {
            "properties": {"type": {"const": "b"}, "version": {"const": version}},
            "required": ["type", "version"],
        }
        for version in (1, 2)
    ]
    inner: Json = {"type": "object", "oneOf": versions}
    branches: list[Json] = [{"$ref": "#/$defs/A"}, inner]
    assert notes(*branches, **{"$defs": defs}, discriminator=discriminator(b=inner)) == []
    assert notes(*branches, **{"$defs": defs}, discriminator=discriminator(b=tagged("b"))) == [
        '/discriminator/mapping/b: names a schema, which is no branch with "type": "b"; '
        "correct it, or the branch"
    ]


def test_what_is_called_a_discriminator_in_other_formats() -> None:
    assert notes(tagged("a"), tagged("b"), discriminator="type") == [
        '/discriminator: "discriminator" has no effect in JSON Schema 2020-12; '
        "remove it, or correct its name; what begins with x- is never noted"
    ]
