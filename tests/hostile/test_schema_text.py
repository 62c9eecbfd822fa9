"""The text of a schema is only data in the code that is made of it."""

from __future__ import annotations

import ast
import io
import json
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eventwright.errors import EventwrightError
from hostile.generating import (
    INVISIBLE,
    LANGUAGES,
    generated_files,
    python_bindings,
    record,
    write_tree,
)
from support.project import ROOT, run

# From 3.12 on, what an f-string says is a token of its own.
TEXTS = {tokenize.STRING, tokenize.COMMENT, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
MARKERS = ROOT / "tests" / "hostile" / "markers.mjs"
# Where these characters stand, no generator has made an identifier of the text around them.
OPEN, CLOSE = "⟦", "⟧"
BREAKING = (
    *(
        '"""',
        "'''",
        "*/",
        "/*",
        "\\",
        "\\\\",
        "\r",
        "\n",
        "\r\n",
        "\u2028",
        "\u2029",
        "\x00",
        "\x1b",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "${1}",
        "`",
        '"',
        "'",
        "{{ 7*7 }}",
        "{% for x in y %}",
    ),
    *(
        "{# #}",
        "#",
        "//",
        "<!--",
        "</script>",
        "\\u000a",
        "\\N{DIGIT ONE}",
        "%s",
        "{0}",
        "\x85",
        "\x0c",
    ),
)


def hostile_texts() -> Iterator[str]:
    for index, text in enumerate(BREAKING):
        yield f"{OPEN}{index}{CLOSE} {text}{OPEN}{index}{CLOSE}{text}"


def marked_schema() -> dict[str, Any]:
    """A schema in which each string that is no name is a marker that tries to break out."""
    notes = list(hostile_texts())
    members = {
        f"member_{index}": {
            "title": f"Title {text}" if index % 2 else text,
            "description": text,
            "$comment": text,
            "examples": [text, {text: text}],
            "type": "string",
            "default": text,
            "tsType": text,
            "x-python-type": text,
            "default_factory": text,
        }
        for index, text in enumerate(notes)
    }
    more: dict[str, Any] = {
        "constant": {"const": [notes[0], {text: text for text in notes}]},
        "pattern": {"type": "string", "pattern": f"^{OPEN}[`'\"${{}}/*]{CLOSE}$"},
        "names": {
            "type": "object",
            "patternProperties": {f"^{OPEN}`{CLOSE}": {"type": "string"}},
            "dependentRequired": {text: [text] for text in notes},
            "propertyNames": {"not": {"enum": [[text] for text in notes]}},
        },
        "wire": {"type": "object", "required": notes, "minProperties": 1},
    }
    return {
        "title": "Marked",
        "description": "\n".join(notes),
        "type": "object",
        "properties": {**members, **more},
        "examples": notes,
    }


def marked_names() -> dict[str, Any]:
    """A schema in which what gets a name in code is a marker that tries to break out."""
    texts = list(hostile_texts())
    notes = {"format": texts[0], "contentMediaType": texts[1], "contentEncoding": texts[2]}
    members = {f"m{i}{text}": {"type": "string", **notes} for i, text in enumerate(texts)}
    tag = f"kind{OPEN}`{CLOSE}"
    tagged = [
        {
            "title": f"T{i}{text}",
            "type": "object",
            "properties": {tag: {"const": f"k{i}{text}"}, "n": {"type": "null"}},
            "required": [tag],
        }
        for i, text in enumerate(texts)
    ]
    keyed = [
        {
            "type": "object",
            "properties": {name: {"title": f"K{name}", "type": "object", "properties": members}},
            "required": [name],
            "additionalProperties": False,
        }
        for name in list(members)[:3]
    ]
    return {
        "title": "Named",
        "type": "object",
        "properties": {
            **members,
            "chosen": {
                "title": f"E{texts[0]}",
                "enum": [f"v{i}{text}" for i, text in enumerate(texts)],
            },
            "tagged": {"title": f"U{texts[1]}", "oneOf": tagged},
            "keyed": {"title": f"X{texts[2]}", "oneOf": keyed},
        },
        "$defs": {
            f"D{i}{text}": {"type": "object", "properties": {f"a{text}": True}}
            for i, text in enumerate(texts)
        },
    }


MARKED = {"values": marked_schema, "names": marked_names}


def marked_files(
    folder: Path, suffix: str, marked: str, targets: tuple[str, ...] = LANGUAGES
) -> list[Path]:
    schema = folder / "m.schema.json"
    schema.write_text(json.dumps(MARKED[marked]()), encoding="utf-8")
    write_tree(folder / "made", generated_files(schema, targets=targets))
    files = [file for file in sorted((folder / "made").rglob(f"*{suffix}")) if file.is_file()]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    assert OPEN in text or "\\u27e6" in text
    return files


@pytest.mark.parametrize("marked", MARKED)
@pytest.mark.parametrize("target", ["python", "pydantic"])
def test_python_has_schema_text_in_literals_and_comments_only(
    target: str, marked: str, tmp_path: Path
) -> None:
    for file in marked_files(tmp_path, ".py", marked, (target,)):
        text = file.read_text(encoding="utf-8")
        ast.parse(text)
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type not in TEXTS:
                assert OPEN not in token.string, f"{file.name}:{token.start}"


@pytest.mark.parametrize("marked", MARKED)
def test_typescript_has_schema_text_in_literals_and_comments_only(
    marked: str, tmp_path: Path
) -> None:
    files = marked_files(tmp_path, ".ts", marked)
    assert json.loads(run("node", MARKERS, OPEN, *files)) == []


def test_the_search_finds_a_marker_in_code(tmp_path: Path) -> None:
    file = tmp_path / "x.ts"
    file.write_text("const zq = 1; // zq\nconst b = 'zq';\n", encoding="utf-8")
    assert len(json.loads(run("node", MARKERS, "zq", file))) == 1


@pytest.mark.parametrize("marked", MARKED)
def test_vectors_are_a_json_text_a_line(marked: str, tmp_path: Path) -> None:
    (file,) = marked_files(tmp_path, ".jsonl", marked, ("vectors",))
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
    assert len(rows) > 100


@pytest.mark.parametrize("marked", MARKED)
def test_no_file_holds_an_invisible_character(marked: str, tmp_path: Path) -> None:
    for file in marked_files(tmp_path, "", marked, (*LANGUAGES, "vectors")):
        found = INVISIBLE.intersection(file.read_bytes().decode())
        assert not found, (file.name, found)


VENDOR = (
    *("tsType", "tsEnumNames", "x-python-type", "x-python-import", "default_factory"),
    *("customTypePath", "customBasePath", "x-go-type", "javaType", "existingJavaType"),
)


@pytest.mark.parametrize("keyword", VENDOR)
def test_vendor_keywords_reach_no_output(keyword: str, tmp_path: Path) -> None:
    file = tmp_path / "m.schema.json"
    file.write_text(json.dumps(record(a={"type": "string", keyword: "zq7qz"})), encoding="utf-8")
    files = generated_files(file, targets=("python", "typescript", "pydantic", "vectors"))
    assert [name for name, content in files.items() if b"zq7qz" in content] == []


@pytest.mark.parametrize("text", BREAKING, ids=ascii)
def test_text_of_a_schema_is_the_same_text_in_the_bindings(text: str, tmp_path: Path) -> None:
    schema = record(
        d={"type": "string", "default": text},
        c={"const": text},
        e={"enum": [1, [text]]},
        o={"type": "object", "required": [text]},
    )
    notes = {"description": f"Ends with {text}", "required": ["c"]}
    bindings = python_bindings(tmp_path, schema | notes)
    payload = {"c": text, "e": [text], "o": {text: 1}}
    written = json.loads(bindings.encode(bindings.decode(json.dumps(payload))))
    assert written["d"] == text
    assert written["c"] == text
    (issue,) = bindings.validate({"c": text, "o": {}})
    escaped = text.replace("~", "~0").replace("/", "~1")
    assert (issue.path, issue.code) == (f"/o/{escaped}", "required")


WIRE_NAMES = (
    *("class", "self", "__init__", "__class__", "__proto__", "constructor", "hasOwnProperty"),
    *("toString", "x" * 10_000, "a\nb", "a\u2028b", 'a"b', "a`${b}", "a{{b}}", "a\\", "a/b", "cls"),
    *(
        "None",
        "import",
        "await",
        "default",
        "prototype",
        "__dict__",
        "__slots__",
        "__eq__",
        "value",
    ),
    *("Absent", "JsonValue", "dataclass", "type", "list", "str", "int", "field", "then", "_", "__"),
)


@pytest.mark.parametrize("name", WIRE_NAMES, ids=lambda name: ascii(name)[:20])
def test_member_names_are_literal_on_the_wire(name: str, tmp_path: Path) -> None:
    schema = record(**{name: {"type": "integer"}}) | {"required": [name]}
    try:
        bindings = python_bindings(tmp_path, schema)
    except EventwrightError as error:
        assert "no identifier" in str(error)  # noqa: PT017 - an error is one of two good answers
        return
    payload = json.dumps({name: 5})
    assert json.loads(bindings.encode(bindings.decode(payload))) == {name: 5}
    with pytest.raises(bindings.DecodeError):
        bindings.decode("{}")


@pytest.mark.parametrize("title", ["T", "U", "Codec", "Issue", "Enum", "Mapping", "Record", "Map"])
@pytest.mark.parametrize("kind", ["record", "enum"])
def test_titles_do_not_clash_with_what_the_module_uses(
    title: str, kind: str, tmp_path: Path
) -> None:
    body = record(a={"type": "integer"}) if kind == "record" else {"enum": ["a", "b"]}
    bindings = python_bindings(tmp_path, {**body, "title": title})
    payload = '{"a":1}' if kind == "record" else '"a"'
    assert bindings.encode(bindings.decode(payload)).decode() == payload


def test_values_of_an_enum_that_read_alike_stay_apart(tmp_path: Path) -> None:
    bindings = python_bindings(tmp_path, {"title": "E", "enum": ["a-b", "a_b"]})
    assert len(bindings.E) == 2
    for value in ("a-b", "a_b"):
        assert json.loads(bindings.encode(bindings.E(value))) == value
