"""What a hostile schema gets: an error with its place, or code in which its text is only data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eventwright.errors import EventwrightError
from hostile.generating import LANGUAGES, generated_files, python_bindings, record
from hostile.timing import HANGS, within


def chain(link: Callable[[str], Any], doublings: int = 30) -> dict[str, Any]:
    """Definitions that each use the next one twice: 2^30 uses of the last one in thirty."""
    links = {f"B{index}": link(f"#/$defs/B{index + 1}") for index in range(doublings)}
    return {"$defs": links | {f"B{doublings}": {"type": "string"}}, "$ref": "#/$defs/B0"}


def twice(keyword: str) -> Callable[[str], Any]:
    return lambda uri: {keyword: [{"$ref": uri}, {"$ref": uri}]}


def nullable_arrays(levels: int) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "string"}
    for _ in range(levels):
        made = {"type": ["array", "null"], "items": made}
    return made


def ring(types: int) -> dict[str, Any]:
    """So many types, each of which has a list of the next one."""
    places = (f"#/$defs/T{(n + 1) % types}" for n in range(types))
    lists = [{"type": "array", "items": {"$ref": place}} for place in places]
    return record(a={"$ref": "#/$defs/T0"}) | {
        "$defs": {f"T{n}": record(next=next_) for n, next_ in enumerate(lists)}
    }


def pattern(source: str) -> dict[str, Any]:
    return {"type": "string", "pattern": source}


def text_of(schema: Any) -> bytes:
    if isinstance(schema, bytes):
        return schema
    return (schema if isinstance(schema, str) else json.dumps(schema)).encode()


def problems(folder: Path, schema: Any) -> list[tuple[str, str]]:
    """Where each problem is, and what it is."""
    file = folder / "m" / "m.schema.json"
    file.parent.mkdir()
    file.write_bytes(text_of(schema))
    (folder / "outside.json").write_text('{"type": "string"}', encoding="utf-8")
    with within(HANGS), pytest.raises(EventwrightError) as caught:
        generated_files(file, targets=LANGUAGES)
    return [(problem.location.pointer, problem.problem) for problem in caught.value.problems]


TOO_MANY = "schemas; 100,000 are the limit"
REFUSED: dict[str, tuple[Any, str, str]] = {
    # name: the schema, the pointer of the first problem, and words of it
    "http reference": (
        record(a={"$ref": "http://example.invalid/x.json"}),
        "/properties/a/$ref",
        "no schema has that $id",
    ),
    "file reference": (
        record(a={"$ref": "file:///etc/passwd"}),
        "/properties/a/$ref",
        "no schema has that $id",
    ),
    "reference out of the folder": (
        record(a={"$ref": "../outside.json"}),
        "/properties/a/$ref",
        "which is no schema file",
    ),
    "escaped reference out of the folder": (
        record(a={"$ref": "%2e%2e/outside.json"}),
        "/properties/a/$ref",
        "which is no schema file",
    ),
    "absolute reference": (
        record(a={"$ref": "/etc/hostname"}),
        "/properties/a/$ref",
        "which is no schema file",
    ),
    "reference loop": (
        {"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}},
        "/$defs/A/$ref",
        "leads back to itself",
    ),
    "reference to itself": ({"allOf": [{"$ref": "#"}]}, "/allOf/0/$ref", "leads back to itself"),
    "10,000 levels": ('{"items":' * 10_000 + "true" + "}" * 10_000, "", "more than 100 levels"),
    "101 levels": ('{"items":' * 101 + "true" + "}" * 101, "", "more than 100 levels"),
    "102 levels of allOf": ('{"allOf":[' * 51 + "true" + "]}" * 51, "", "more than 100 levels"),
    "101 levels in a constant": (
        '{"const":' + "[" * 100 + "]" * 100 + "}",
        "",
        "more than 100 levels",
    ),
    "101 levels in a default": (
        '{"default":' + "[" * 100 + "]" * 100 + "}",
        "",
        "more than 100 levels",
    ),
    "33 nullable arrays": (nullable_arrays(33), "/items" * 33, "more than 32 arrays"),
    "allOf bomb": (chain(twice("allOf")), "/$defs/B15", TOO_MANY),
    "anyOf bomb": (
        chain(lambda uri: {"anyOf": [{"$ref": uri}, {"$ref": uri, "minLength": 0}]}),
        "",
        TOO_MANY,
    ),
    "oneOf bomb": (chain(twice("oneOf")), "/$defs/B15", TOO_MANY),
    "not bomb": (
        chain(lambda uri: {"not": {"allOf": [{"$ref": uri}, {"not": {"$ref": uri}}]}}),
        "/$defs/B15",
        TOO_MANY,
    ),
    "if bomb": (
        chain(lambda uri: {"if": {"$ref": uri}, "then": {"$ref": uri}}),
        "/$defs/B15",
        TOO_MANY,
    ),
    "repeated member": ('{"type": "string", "type": "integer"}', "/type", "stands twice"),
    "repeated $id": (
        record() | {"$defs": {n: {"$id": "https://x.invalid/a", "type": "string"} for n in "ab"}},
        "/$defs/b/$id",
        "also belongs to /$defs/a",
    ),
    "byte-order mark": (b'\xef\xbb\xbf{"type": "string"}', "", "byte-order mark"),
    "invalid UTF-8": (b'{"description": "\xff"}', "", "not UTF-8"),
    "overlong UTF-8": (b'{"description": "\xc0\xaf"}', "", "not UTF-8"),
    "encoded surrogate": (b'{"description": "\xed\xa0\x80"}', "", "not UTF-8"),
    "UTF-16": ('{"type": "string"}'.encode("utf-16"), "", "not UTF-8"),
    "lone surrogate": ('{"description": "\\ud800"}', "/description", "half a surrogate pair"),
    "NaN": ('{"type": "number", "minimum": NaN}', "/minimum", "not a number that a double"),
    "Infinity": ('{"type": "number", "maximum": -Infinity}', "/maximum", "not a number that"),
    "1e999": ('{"type": "number", "minimum": 1e999}', "/minimum", "not a number that a double"),
    "5,000 digits": (f'{{"minimum": {"9" * 5000}}}', "/minimum", "not a number that a double"),
    "multiple of zero": ({"multipleOf": 0}, "/multipleOf", "less than or equal to"),
    "multiple of what is read as zero": ('{"multipleOf": 1e-400}', "/multipleOf", "less than or"),
    "unknown dialect": ({"$schema": "http://example.invalid/m"}, "/$schema", "is not known"),
    "(a+)+$": (pattern("(a+)+$"), "/pattern", "may take long"),
    "^(a|a)*$": (pattern("^(a|a)*$"), "/pattern", "may take long"),
    "a*a*a*b": (pattern("a*a*a*b"), "/pattern", "may take long"),
    "counted repetitions": (
        pattern(r"([a-z]{0,9}(?:b|é{2,5}|[ab]){2,5}\w)!"),
        "/pattern",
        "may take long",
    ),
    "back reference": (pattern("^(a+)\\1$"), "/pattern", "may take long"),
    "million repetitions": (pattern("^(a{1000}){1000}$"), "/pattern", "may take long"),
    "5,000 groups": (pattern("(" * 5000 + ")" * 5000), "/pattern", "more than 100 deep"),
    "broken pattern": (pattern("("), "/pattern", "can't be translated"),
    "catastrophic names": (
        {"type": "object", "patternProperties": {"(a+)+$": True}},
        "/patternProperties/(a+)+$",
        "may take long",
    ),
    "catastrophic names beside a long one": (
        record(**{"a" * 40 + "!": True}) | {"patternProperties": {"(a+)+$": True}},
        "/patternProperties/(a+)+$",
        "may take long",
    ),
    "a slow pattern in an allOf beside a maxLength, which a dynamic reference leads past": (
        record(
            s={"maxLength": 9, "allOf": [pattern("a*a*b")]},
            t={"$dynamicRef": "#/properties/s/allOf/0"},
        ),
        "/properties/s/allOf/0/pattern",
        "may take long",
    ),
    "a slow pattern in an allOf beside a maxLength, which a reference leads past": (
        record(
            s={"maxLength": 9, "allOf": [pattern("a*a*b")]}, t={"$ref": "#/properties/s/allOf/0"}
        ),
        "/properties/s/allOf/0/pattern",
        "may take long",
    ),
    "a slow pattern of a member that is called allOf": (
        record(allOf={"not": pattern("a*a*b")}, maxLength=True),
        "/properties/allOf/not/pattern",
        "may take long",
    ),
    "5,000 types in a ring": (ring(5000), "", "too long a chain"),
    "class beside class_": (
        record(**{"class": {"type": "string"}, "class_": {"type": "string"}}),
        "/properties/class_",
        "also the name of m.schema.json#/properties/class",
    ),
    "definitions that differ in case": (
        record(a={"$ref": "#/$defs/foo"}, b={"$ref": "#/$defs/Foo"})
        | {
            "$defs": {
                n: record(a={"type": "string"}, title={"type": "null"}) | {"title": n}
                for n in ("foo", "Foo")
            }
        },
        "/$defs/Foo",
        "also the name of m.schema.json#/$defs/foo",
    ),
    "keys that differ in case": (
        {
            "title": "Envelope",
            "oneOf": [
                record(**{tag: {"type": "string"}})
                | {"title": f"T{tag[0]}", "required": [tag], "additionalProperties": False}
                for tag in ("started", "Started")
            ],
        },
        "/oneOf/1",
        "also the name of m.schema.json#/oneOf/0",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    schema, pointer, words = REFUSED[name]
    found = problems(tmp_path, schema)
    shown = found[0][1].replace("m.schema.json#/$defs/a", "/$defs/a")
    assert found[0][0] == pointer
    assert words in found[0][1] or words in shown


BOUNDED: dict[str, Any] = {
    "32 nullable arrays": nullable_arrays(32),
    "items bomb": chain(lambda uri: {"type": "array", "prefixItems": [{"$ref": uri}] * 2}),
    "properties bomb": chain(
        lambda uri: {"type": "object", "properties": {n: {"$ref": uri} for n in "lr"}}
    ),
    "anyOf that says the same twice": chain(twice("anyOf")),
    "anyOf below the limit": chain(twice("anyOf"), 11),
    "oneOf below the limit": chain(twice("oneOf"), 11),
    "allOf below the limit": chain(twice("allOf"), 14),
    "400 types in a ring": ring(400),
    "100 levels": '{"items":' * 100 + "true" + "}" * 100,
    "100 levels of allOf": '{"allOf":[' * 50 + "true" + "]}" * 50,
    "100 levels in a constant": '{"const":' + "[" * 99 + "]" * 99 + "}",
    "100 levels in a default": '{"default":' + "[" * 99 + "]" * 99 + "}",
    "20,000 enum values": {"title": "E", "enum": [f"v{index}" for index in range(20_000)]},
    "3,000 members": record(**{f"p{index}": {"type": "string"} for index in range(3000)}),
}


@pytest.mark.parametrize("name", BOUNDED)
def test_is_made_in_bounded_time(name: str, tmp_path: Path) -> None:
    file = tmp_path / "m.schema.json"
    file.write_bytes(text_of(BOUNDED[name]))
    with within(HANGS):
        files = generated_files(file, targets=LANGUAGES)
    # Indentation grows with the square of the levels, of which a schema has 100 at most.
    assert sum(map(len, files.values())) < 100 * file.stat().st_size + 400_000


@pytest.mark.parametrize("name", BOUNDED)
def test_bindings_of_what_is_let_through_answer_at_once(name: str, tmp_path: Path) -> None:
    bindings = python_bindings(tmp_path, text_of(BOUNDED[name]).decode())
    with within(HANGS):
        for payload in ('"x"', "1", "[]", "{}"):
            bindings.validate(json.loads(payload))


def test_file_past_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "m.schema.json"
    with file.open("wb") as stream:
        stream.truncate(100_000_000)
    with within(HANGS), pytest.raises(EventwrightError, match="is larger than 20 MB"):
        generated_files(file)
