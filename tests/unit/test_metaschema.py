"""The quick table of the meta-schema against jsonschema, which has the last word."""

from __future__ import annotations

from itertools import product
from urllib.parse import urljoin

import pytest
from jsonschema.validators import validator_for
from jsonschema_specifications import REGISTRY

from eventwright.errors import Location, Problem
from eventwright.reading.dialect import Dialect
from eventwright.reading.drafts import DIALECTS, Dialects
from eventwright.reading.jsontext import Json
from eventwright.reading.metaschema import problems

VALUES: list[Json] = [
    *(None, True, False, 0, 1, -1, 2**70, 0.0, 1.0, 1.5, -0.5),
    *("", "a", "a\n", "object", "integer", "a#", "#", "a#b", "http://x/y", "1a", "_a.b-c", "%"),
    *([], [1], ["a"], ["a", "a"], ["a", 1], ["object"], ["object", "null"], ["object", "object"]),
    *(["object", "x"], [{}], [True], [{}, 5], [None], [[]]),
    *({}, {"a": {}}, {"a": True}, {"a": 5}, {"a": ["b"]}, {"a": ["b", "b"]}, {"a": []}, {"a": "b"}),
    *({"type": "x"}, {"a": {"type": "x"}}, [{"type": "x"}], [{}, {"minLength": "x"}]),
]


def keywords(dialect: Dialect) -> set[str]:
    return {*dialect.subschemas, *dialect.values}


CASES = [(draft, k) for draft in DIALECTS.values() for k in sorted(keywords(draft) | {"x-unknown"})]


def found(schema: Json, dialect: Dialect) -> list[Problem]:
    return list(problems(schema, Location("a.json"), dialect, Dialects(lambda _: None)))


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=lambda dialect: dialect.name)
def test_every_keyword_of_the_meta_schema_is_in_the_table(dialect: Dialect) -> None:
    meta_schema = REGISTRY.contents(dialect.uri)
    known = set(meta_schema["properties"])
    for part in meta_schema.get("allOf", []):
        known |= set(REGISTRY.contents(urljoin(dialect.uri, part["$ref"]))["properties"])
    assert known <= keywords(dialect)


@pytest.mark.parametrize(
    ("dialect", "keyword"), CASES, ids=lambda x: x.name if isinstance(x, Dialect) else x
)
def test_the_verdict_is_that_of_jsonschema(dialect: Dialect, keyword: str) -> None:
    checker = validator_for({"$schema": dialect.uri})
    meta_schema = checker(checker.META_SCHEMA)
    for value in VALUES:
        if keyword == "$schema" and isinstance(value, str):
            continue  # other dialects are refused before the meta-schema is asked
        schema: Json = {keyword: value}
        expected = meta_schema.is_valid(schema)
        if keyword == "$defs" and dialect.lone_reference:
            # These drafts have no $defs, but everybody takes it for a place of schemas.
            inner = value.values() if isinstance(value, dict) else ()
            expected = not any(found(item, dialect) for item in inner if isinstance(item, dict))
        assert (not found(schema, dialect)) is expected, schema


@pytest.mark.parametrize(("outer", "inner"), [*product(["not", "items", "if"], repeat=2)])
def test_problems_have_the_places_that_jsonschema_gives(outer: str, inner: str) -> None:
    schema: Json = {outer: {inner: {"minLength": -1, "maxLength": "x"}}, "title": 1}
    draft = DIALECTS["json-schema.org/draft/2020-12/schema"]
    checker = validator_for({"$schema": draft.uri})
    errors = checker(checker.META_SCHEMA).iter_errors(schema)
    expected = {"/".join(["", *map(str, e.absolute_path)]) for e in errors}
    pointers = [problem.location.pointer for problem in found(schema, draft)]
    assert set(pointers) == expected
    assert len(pointers) == 3
