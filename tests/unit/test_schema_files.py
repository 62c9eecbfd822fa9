"""What a person is told of a schema file that is not JSON, or JSON that is no schema."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from eventwright.errors import Location, Problem
from eventwright.reading.dialect import DRAFT_2020_12
from eventwright.reading.jsontext import Json
from eventwright.reading.load import load
from support.schema_folders import load_problems, write

OBJECT = '{"type": "object"}'


def problem_of(text: str | bytes, folder: Path) -> Problem:
    """The one problem of a schema file with this text; it is called a.json."""
    write(folder, {"a.json": text})
    (problem,) = load_problems(folder / "a.json", folder)
    assert problem.location.file == "a.json"
    assert problem.fix
    return problem


# What is wrong with a text.


def test_faults_are_reported_in_document_order(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": '{"b": NaN, "a": [NaN, {"x": 1, "x": NaN}, NaN]}'})
    pointers = [problem.location.pointer for problem in load_problems(tmp_path, tmp_path)]
    assert pointers == ["/b", "/a/0", "/a/1/x", "/a/1/x", "/a/2"]


def test_every_file_with_a_fault_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": "{", "b.json": OBJECT, "c.json": '{"type": 1}'})
    assert [problem.location.file for problem in load_problems(tmp_path, tmp_path)] == [
        "a.json",
        "c.json",
    ]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "line 1, column 1"),
        ('{\n  "type": "object",\n  1}', "line 3, column 3"),
        ('{"a": 1} x', "line 1, column 10"),
        ("{'a': 1}", "line 1, column 2"),
        ('{"a": 01}', "line 1, column 8"),
        ('{"a": 1} // end', "line 1, column 10"),
    ],
)
def test_not_json(tmp_path: Path, text: str, where: str) -> None:
    problem = problem_of(text, tmp_path)
    assert problem.location.pointer == ""
    assert problem.problem.startswith("is not JSON: ")
    assert problem.problem.endswith(f"at {where}")


@pytest.mark.parametrize(
    ("text", "problem", "fix"),
    [
        ('{"a": 1,\n}', "a comma before the closing } at line 1, column 8", "remove the comma"),
        ("[1, ]", "a comma before the closing ] at line 1, column 3", "remove the comma"),
        ("{,}", "a comma before the closing } at line 1, column 2", "remove the comma"),
        ('{"a": 1\n "b": 2}', "a comma is missing at line 2, column 2", "put one before"),
        ('{"a" 1}', "a colon is missing at line 1, column 6", "put one before"),
        ("{a: 1}", "a name without double quotes at line 1, column 2", "double quotes"),
        ("{\"a\": 'b'}", "single quotes at line 1, column 7", "double quotes"),
        ('{"a": True}', "True is no JSON at line 1, column 7", "write true"),
        ('{"a": [None]}', "None is no JSON at line 1, column 8", "write null"),
        ("{\n  // b\n}", "a comment at line 2, column 3", '"$comment"'),
        ('{"a": 1}}', "} closes what is not open at line 1, column 9", "remove it"),
        ('{"a": [1}', "} closes what is not open at line 1, column 9", "close what is open"),
        ('{"a": 1', "the text ends too soon at line 1, column 8", "close what is open"),
        ('{"a": "b\n"}', "a line break or the like in a string at line 1, column 9", r"\n"),
        (r'{"a": "\d"}', "a backslash begins no escape at line 1, column 8", r"\\"),
        ('{"a": "b', "a string has no end at line 1, column 7", "a double quote"),
        ('{"a": 1} {}', "more text follows what is closed at line 1, column 10", "remove it"),
        ("type: object\n", "it reads like YAML at line 1, column 1", "npx js-yaml"),
        ("---\ntype: object\n", "it reads like YAML at line 1, column 1", "npx js-yaml"),
    ],
)
def test_mistakes_in_json(tmp_path: Path, text: str, problem: str, fix: str) -> None:
    found = problem_of(text, tmp_path)
    assert found.problem == f"is not JSON: {problem}"
    assert fix in found.fix


@pytest.mark.parametrize("name", ["order.yaml", "my order.yml"])
def test_yaml(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: "type: object\n"})
    (problem,) = load_problems(tmp_path / name, tmp_path)
    assert problem.location == Location(name)
    assert problem.problem == "is YAML, and schemas are read as JSON only"
    words = shlex.split(problem.fix.removeprefix("convert it first, such as by: "))
    assert words == ["npx", "js-yaml", name, ">", f"{name.partition('.')[0]}.json"]


def test_json_in_a_file_for_yaml(tmp_path: Path) -> None:
    write(tmp_path, {"order.yaml": OBJECT})
    (module,) = load(tmp_path / "order.yaml", tmp_path)
    assert module.root is not None


@pytest.mark.parametrize(
    ("content", "kind", "place"),
    [
        ({"openapi": "3.1.0", "info": {}}, "an OpenAPI", "components/schemas"),
        ({"swagger": "2.0", "definitions": {}}, "an OpenAPI", "definitions"),
        ({"asyncapi": "3.0.0"}, "an AsyncAPI", "components/schemas"),
    ],
)
def test_a_document_of_an_api(tmp_path: Path, content: Json, kind: str, place: str) -> None:
    problem = problem_of(json.dumps(content), tmp_path)
    assert problem.problem == f"is {kind} document, not a schema"
    assert f'under "{place}" into the "$defs" of a schema file' in problem.fix
    assert f'"#/$defs/" for "#/{place}/"' in problem.fix


def test_members_that_are_called_as_an_api_is(tmp_path: Path) -> None:
    content: Json = {"type": "object", "properties": {"openapi": {"type": "string"}}}
    write(tmp_path, {"a.json": json.dumps(content)})
    assert load(tmp_path / "a.json", tmp_path)


def test_not_utf8(tmp_path: Path) -> None:
    problem = problem_of(b'{\n"title": "\xe9"}', tmp_path)
    assert problem.problem == "is not UTF-8: byte 0xe9 in line 2"
    assert problem.fix == "save the file as UTF-8"


def test_a_byte_order_mark(tmp_path: Path) -> None:
    problem = problem_of(b"\xef\xbb\xbf{}", tmp_path)
    assert "byte-order mark" in problem.problem
    assert "byte-order mark" in problem.fix


def test_a_name_that_stands_twice(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": '{"$defs": {"a/b": {"type": "null", "type": "null"}}, "$defs": {}}'})
    (outer,) = load_problems(tmp_path, tmp_path)
    assert outer.location == Location("a.json", "/$defs")
    assert outer.problem == "stands twice in the same object"
    inner = problem_of('{"$defs": {"a/b": {"type": "null", "type": "null"}}}', tmp_path)
    assert inner.location.pointer == "/$defs/a~1b/type"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_a_number_that_is_none(tmp_path: Path, number: str) -> None:
    problem = problem_of(f'{{"enum": [1, {number}]}}', tmp_path)
    assert problem.location.pointer == "/enum/1"
    assert "double" in problem.problem


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        (r'{"title": "\ud83d"}', "/title"),
        (r'{"examples": [{"\uDE00": 1}]}', r"/examples/0/\ude00"),
    ],
)
def test_half_a_surrogate_pair(tmp_path: Path, text: str, pointer: str) -> None:
    problem = problem_of(text, tmp_path)
    assert problem.location.pointer == pointer
    assert "half a surrogate pair" in problem.problem


def test_a_whole_surrogate_pair_is_a_character(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": r'{"title": "\ud83d\ude00"}'})
    (module,) = load(tmp_path / "a.json", tmp_path)
    assert module.documents[0].content == {"title": "😀"}


def nested(depth: int) -> str:
    return '{"not": ' * depth + "true" + "}" * depth


def test_nesting_is_counted(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": nested(100)})
    assert load(tmp_path / "a.json", tmp_path)
    problem = problem_of(nested(101), tmp_path)
    assert problem.problem == "nests arrays and objects more than 100 levels deep"
    assert problem_of("[" * 1_000_000, tmp_path).problem == problem.problem
    brackets_in_text = json.dumps({"type": "object", "description": '[{"' * 1000})
    write(tmp_path, {"a.json": brackets_in_text})
    assert load(tmp_path / "a.json", tmp_path)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    problem = problem_of(b" " * 20_000_001, tmp_path)
    assert problem.problem == "is larger than 20 MB"


def test_a_file_that_can_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, {"a.json": OBJECT})
    monkeypatch.setattr(Path, "open", denied)  # permissions don't bind root
    (problem,) = load_problems(tmp_path / "a.json", tmp_path)
    assert problem.problem == "can't be read: Permission denied"


def test_a_folder_that_can_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    (problem,) = load_problems(tmp_path, tmp_path.parent)
    assert problem.location == Location(tmp_path.name)
    assert problem.problem.startswith("can't be read: ")


# What is no schema. The table of cases that jsonschema is held against is in test_metaschema.


@pytest.mark.parametrize("text", ["[]", '"object"', "1", "null"])
def test_neither_object_nor_boolean(tmp_path: Path, text: str) -> None:
    problem = problem_of(text, tmp_path)
    assert problem.location.pointer == ""
    assert problem.problem == "is neither an object nor a boolean, so it is no schema"


@pytest.mark.parametrize(
    ("text", "pointer", "words"),
    [
        ('{"type": "text"}', "/type", 'is "text", and must be "array" or "boolean" or '),
        ('{"properties": {"a/b": {"minLength": -1}}}', "/properties/a~1b/minLength", "-1 is less"),
        ('{"oneOf": []}', "/oneOf", "[] "),
        ('{"$defs": {"A": 5}}', "/$defs/A", "must be an object or a boolean, not a number"),
        ('{"title": null}', "/title", "must be a string, not null"),
        ('{"items": {"required": ["a", "a"]}}', "/items/required", "holds a value twice"),
        (
            '{"allOf": [true, {"$anchor": "1"}]}',
            "/allOf/1/$anchor",
            'is "1", which does not match the pattern ^[A-Za-z_]',
        ),
    ],
)
def test_not_a_schema(tmp_path: Path, text: str, pointer: str, words: str) -> None:
    problem = problem_of(text, tmp_path)
    keyword = pointer.rpartition("/")[2]
    assert problem.location.pointer == pointer
    assert words in problem.problem
    if keyword != "A":
        assert problem.fix == f'correct "{keyword}" as JSON Schema 2020-12 describes it'


@pytest.mark.parametrize(
    ("schema", "pointer", "fix"),
    [
        ({"type": "int"}, "/type", 'write "integer", if that is meant'),
        ({"type": ["int"]}, "/type", 'correct "type" as JSON Schema 2020-12 describes it'),
        (
            {"properties": {"a": {"required": True}}},
            "/properties/a/required",
            'list the names of the members that must be there in the object\'s "required"',
        ),
        (
            {"items": [{"type": "string"}]},
            "/items",
            'write "prefixItems" for items by position, or name the older draft in "$schema"',
        ),
        (
            {"minimum": 0, "exclusiveMinimum": True},
            "/exclusiveMinimum",
            'write the bound itself after "exclusiveMinimum", in place of "minimum"',
        ),
    ],
)
def test_a_common_slip_is_told_its_cure(
    tmp_path: Path, schema: Json, pointer: str, fix: str
) -> None:
    problem = problem_of(json.dumps(schema), tmp_path)
    assert problem.location.pointer.startswith(pointer)
    assert problem.fix == fix


def test_no_more_than_ten_problems(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": json.dumps({"$defs": {f"D{i}": {"type": 1} for i in range(50)}})})
    pointers = [problem.location.pointer for problem in load_problems(tmp_path, tmp_path)]
    assert pointers == [f"/$defs/D{i}/type" for i in range(10)]


def test_a_long_message_is_cut(tmp_path: Path) -> None:
    assert len(problem_of(json.dumps({"minLength": ["x" * 10_000]}), tmp_path).problem) < 250


@pytest.mark.parametrize("keyword", ["const", "default"])
def test_data_is_not_taken_for_a_schema(tmp_path: Path, keyword: str) -> None:
    data = {"type": "strng", "properties": 5}
    text = json.dumps({keyword: data, "enum": [data], "examples": [data]})
    write(tmp_path, {"a.json": text})
    assert load(tmp_path / "a.json", tmp_path)


@pytest.mark.parametrize("end", ["", "#"])
def test_the_dialect_may_be_named(tmp_path: Path, end: str) -> None:
    uri = f"https://json-schema.org/draft/2020-12/schema{end}"
    write(tmp_path, {"a.json": json.dumps({"$schema": uri, "type": "null"})})
    assert load(tmp_path / "a.json", tmp_path)


@pytest.mark.parametrize(
    ("uri", "name", "identifier"),
    [
        ("http://json-schema.org/draft-04/schema#", "JSON Schema draft-04", "id"),
        ("http://json-schema.org/draft-06/schema#", "JSON Schema draft-06", "$id"),
        ("https://json-schema.org/draft-07/schema", "JSON Schema draft-07", "$id"),
        ("https://json-schema.org/draft/2019-09/schema", "JSON Schema 2019-09", "$id"),
    ],
)
def test_each_draft_has_its_own_meta_schema(
    tmp_path: Path, uri: str, name: str, identifier: str
) -> None:
    good = {"$schema": uri, identifier: "a", "items": [{}], "dependencies": {"a": ["b"], "c": {}}}
    write(tmp_path, {"a.json": json.dumps(good)})
    assert load(tmp_path / "a.json", tmp_path)
    problem = problem_of(json.dumps({"$schema": uri, "items": [{"type": "text"}]}), tmp_path)
    assert problem.location.pointer == "/items/0/type"
    assert problem.fix == f'correct "type" as {name} describes it'


def test_a_dialect_that_nothing_describes(tmp_path: Path) -> None:
    uri = "https://example.com/dialect"
    problem = problem_of(json.dumps({"$schema": uri, "type": "null"}), tmp_path)
    assert problem.location.pointer == "/$schema"
    assert problem.problem == f"the dialect {uri} is not known"
    assert f"--resource {uri}=PATH" in problem.fix
    inside = json.dumps({"$defs": {"A": {"$id": "https://x/a", "$schema": uri}}})
    assert problem_of(inside, tmp_path).location.pointer == "/$defs/A/$schema"


@pytest.mark.parametrize(
    "uri", ["http://json-schema.org/draft-03/schema#", "http://json-schema.org/draft-02/schema"]
)
def test_a_draft_that_is_too_old(tmp_path: Path, uri: str) -> None:
    problem = problem_of(json.dumps({"$schema": uri, "type": "null"}), tmp_path)
    assert problem.location.pointer == "/$schema"
    assert problem.problem == "drafts of JSON Schema before draft-04 are not read"
    assert problem.fix == (
        "write it in JSON Schema draft-04, draft-06, draft-07, 2019-09 or 2020-12, and name"
        " that one in $schema"
    )


def test_a_file_without_a_dialect_is_written_in_that_of_its_root(tmp_path: Path) -> None:
    uri = "http://json-schema.org/draft-07/schema#"
    root = {"$schema": uri, "items": [{"$ref": "b.json"}]}
    write(tmp_path / "m", {"m.json": json.dumps(root), "b.json": '{"items": [true]}'})
    (module,) = load(tmp_path / "m", tmp_path)
    assert [document.content for document in module.documents] == [
        {"prefixItems": [True]},
        {"$schema": DRAFT_2020_12.uri, "prefixItems": [{"$ref": "b.json"}]},
    ]
