"""What the fuzzer says of unknown tags that are kept otherwise than they should be."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from eventwright.errors import Location
from eventwright.modelling.model import (
    Doc,
    Encoding,
    External,
    Internal,
    Null,
    Shape,
    Title,
    Union,
    Variant,
)
from eventwright.reading.jsontext import Json
from fuzz.comparing import difference
from fuzz.keeping import of_keeping, unknown_tag
from fuzz.languages import Outcome

HERE = Location("s.json")


def union(encoding: Encoding, **variants: Shape | None) -> Union:
    made = (Variant(tag, payload, Doc(), HERE, None) for tag, payload in variants.items())
    return Union(HERE, Title(("S",), "S", 1), Doc(), encoding, tuple(made))


INTERNAL = union(Internal(("kind",)), a=Null(), b=Null())
NESTED = union(Internal(("meta", "kind")), a=Null(), b=Null())
EXTERNAL = union(External(), a=Null(), b=Null())
BARE = union(External(), a=Null(), b=None)


@pytest.mark.parametrize(
    ("made", "value", "tag"),
    [
        (INTERNAL, {"kind": "c"}, "c"),
        (INTERNAL, {"kind": "A", "c": 1}, "A"),
        (INTERNAL, {"kind": "a"}, None),
        (INTERNAL, {"kind": 1}, None),
        (INTERNAL, {}, None),
        (INTERNAL, "c", None),
        (NESTED, {"meta": {"kind": ""}}, ""),
        (NESTED, {"meta": "c"}, None),
        (EXTERNAL, {"c": None}, "c"),
        (EXTERNAL, {"c": None, "d": None}, None),
        (EXTERNAL, {"a": 1}, None),
        (EXTERNAL, "c", None),
        (BARE, "c", "c"),
        (BARE, "a", None),
    ],
)
def test_tags_that_a_union_does_not_know(made: Union, value: Json, tag: str | None) -> None:
    assert unknown_tag(made, value) == tag


PAYLOAD = '{"kind":"c","n":[1.5,null]}'
ISSUES = (("/kind", "tag", "must name one of the variants"),)
KEPT = Outcome(None, ISSUES, kept=PAYLOAD, tag="c")


def test_what_is_owed_passes() -> None:
    assert of_keeping(PAYLOAD, KEPT, INTERNAL) is None
    assert difference(KEPT, KEPT, KEPT, PAYLOAD) is None


@pytest.mark.parametrize(
    "wrong",
    [
        replace(KEPT, kept='{"kind":"c"}'),
        replace(KEPT, kept='{"kind":"c","n":[1.5]}'),
        replace(KEPT, tag="C"),
        replace(KEPT, kept=None, tag=None, refused=ISSUES),
    ],
)
def test_what_is_kept_otherwise_is_told(wrong: Outcome) -> None:
    assert of_keeping(PAYLOAD, wrong, INTERNAL) is not None
    assert difference(KEPT, wrong, KEPT, PAYLOAD) is not None
    assert difference(KEPT, KEPT, wrong, PAYLOAD) is not None


def test_what_is_known_is_not_kept() -> None:
    kept = Outcome(None, (("/n", "required", "is required"),), kept='{"kind":"a"}', tag="a")
    assert of_keeping(json.dumps({"kind": "a"}), kept, INTERNAL) is not None
