"""Which branches exclude each other; where they do not, a payload shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from eventwright.modelling.exclusion import exclude_each_other
from eventwright.reading.jsontext import Json
from support.schema_folders import place, schema_set


def an_object(*required: str, closed: bool = False, **properties: Json) -> Json:
    """The schema of an object with these members."""
    schema: dict[str, Json] = {
        "type": "object",
        "required": list(required),
        "properties": properties,
    }
    return {**schema, "additionalProperties": False} if closed else schema


ANY: Json = {}
A: Json = {"const": "a"}
B: Json = {"enum": ["b", "c"]}


def excluded(folder: Path, *branches: Json) -> bool:
    document: Json = {"oneOf": list(branches)}
    places = [place(f"m.json#/oneOf/{index}") for index in range(len(branches))]
    return exclude_each_other(schema_set(folder, m=document), places)


@pytest.mark.parametrize(
    "branches",
    [
        (an_object("kind", kind=A), an_object("kind", kind=B)),
        (an_object("kind", kind=A), an_object(kind=B)),
        (an_object("a"), an_object(b=ANY, closed=True)),
        (an_object("a", a=an_object("x")), an_object("a", a=an_object(y=ANY, closed=True))),
        (an_object("a", a=an_object("kind", kind=A)), an_object(a=an_object("kind", kind=B))),
        ({"oneOf": [an_object("kind", kind=A), an_object("x")]}, an_object(kind=B, closed=True)),
        (an_object("a", a=an_object("x")), an_object(a=an_object(closed=True))),
        (an_object("kind", kind=A), {"allOf": [an_object("kind"), an_object(kind=B)]}),
        (an_object("op", op={"const": 1}), an_object("op", op={"enum": [2, 3]})),
        (an_object("op", op={"const": 1}), an_object("op", op={"const": True})),
        (an_object("op", op={"const": False}), an_object("op", op={"const": "false"})),
    ],
)
def test_they_do(tmp_path: Path, branches: tuple[Json, Json]) -> None:
    assert excluded(tmp_path, *branches)
    assert excluded(tmp_path, *reversed(branches))


@pytest.mark.parametrize(
    ("branches", "payload"),
    [
        ((an_object("a"), an_object("b")), {"a": 1, "b": 1}),
        ((an_object("op", op={"const": 1}), an_object(op={"const": 1.0})), {"op": 1}),
        ((an_object(kind=A), an_object(kind=B)), {}),
        ((an_object("kind", kind=A), an_object("kind", kind={"enum": ["a", "b"]})), {"kind": "a"}),
        ((an_object(a=ANY), an_object(b=ANY, closed=True)), {}),
        ((an_object("a", closed=True, a=ANY), an_object("a", a=ANY)), {"a": 1}),
        (
            (an_object("ab"), {**dict(an_object(closed=True)), "patternProperties": {"^a": {}}}),
            {"ab": 1},
        ),
        ((an_object(a=an_object("x")), an_object(a=an_object(closed=True))), {}),
        (({"required": ["a"]}, {"additionalProperties": False}), 1),
        (({"type": ["object", "null"], "required": ["a"]}, {"additionalProperties": False}), None),
        (
            ({"oneOf": [an_object("kind", kind=A), an_object("x")]}, an_object("kind", kind=B)),
            {"kind": "b", "x": 1},
        ),
        (({"oneOf": [an_object("a"), True]}, an_object(closed=True)), {}),
    ],
)
def test_they_do_not(tmp_path: Path, branches: tuple[Json, Json], payload: Json) -> None:
    assert all(Draft202012Validator(branch).is_valid(payload) for branch in branches)
    assert not excluded(tmp_path, *branches)
