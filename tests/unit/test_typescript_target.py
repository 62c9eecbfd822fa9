"""TypeScript bindings, from the outside: what a schema says is what the compiled module does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eventwright.errors import EventwrightError
from eventwright.generate import generate
from eventwright.rendering.code import Code
from eventwright.settings import Int64, Settings, Unknown
from eventwright.targets.typescript.layout import call
from eventwright.targets.typescript.printing import render
from support.many_schemas import outcomes
from support.project import node_tool, run

Schema = dict[str, object]


def record(title: str, properties: Schema, *required: str, **more: object) -> Schema:
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(required),
        **more,
    }


def envelope(tag: str, payload: Schema) -> Schema:
    return record("", {tag: payload}, tag, additionalProperties=False) | {"title": f"Only{tag}"}


TEXT: Schema = {"type": "string"}
INT64: Schema = {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1}
SCHEMAS: dict[str, Schema] = {
    "note": record(
        "Note",
        {
            "kind": {"const": "note"},
            "text": {"type": "string", "minLength": 1, "maxLength": 3},
            "loud": {"type": "boolean", "default": False},
            "tone": {"enum": ["plain", 'so-"called"'], "default": "plain", "x-omit-default": True},
            "tags": {"type": "array", "items": TEXT, "default": [], "maxItems": 2},
            "by": {"type": ["string", "null"]},
            "old": {"type": "boolean", "deprecated": True},
        },
        "kind",
        "text",
        description='Ends */ here, `with` ${odd} "characters"\u2028and a second line.\n\n@tag',
    ),
    "odd": record(
        "Odd",
        {
            "__proto__": TEXT,
            "constructor": {"type": "object", "additionalProperties": {"type": "integer"}},
            "toString": record("Inner", {"valueOf": {"type": "boolean", "default": True}}),
            "two words": TEXT,
            "1": TEXT,
        },
        "two words",
        additionalProperties={"type": "number", "exclusiveMinimum": 0},
    ),
    "choice": {
        "title": "Choice",
        "oneOf": [
            {"const": "none"},
            envelope("One", record("One", {"n": {"type": "integer", "minimum": 0}}, "n")),
            envelope("many", {"type": "array", "items": TEXT}),
            envelope("constructor", {"type": ["string", "null"]}),
        ],
    },
    "labels": {"title": "Labels", "type": "object", "additionalProperties": TEXT},
    "step": {
        "title": "Step",
        "oneOf": [
            record("Begin", {"do": {"const": "begin"}}, "do"),
            record("Move", {"do": {"const": "move"}, "by": {"type": "number"}}, "do", "by"),
        ],
    },
    "job": {
        "title": "Job",
        "oneOf": [
            record(name, {"at": record(f"At{name}", {"is": {"const": name}}, "is")}, "at")
            for name in ("Copy", "Move")
        ],
    },
    "tree": record(
        "Tree",
        {"value": {}, "kids": {"type": "array", "items": {"$ref": "#"}, "default": []}},
        "value",
    ),
    "wide": record(
        "Wide", {"id": INT64, "small": {"type": "integer", "minimum": 0, "maximum": 9}}, "id"
    ),
    "instant": {"title": "Instant", "type": "string", "format": "date-time"},
    "amount": record(
        "Amount",
        {
            "of": {"type": "number", "minimum": 0, "maximum": 2**70},
            "even": {"type": "number", "multipleOf": 2},
            "any": {"type": ["number", "string"], "default": 0.5},
            "share": {"type": "number", "minimum": 0, "exclusiveMaximum": 200},
        },
        additionalProperties=False,
    ),
}


@dataclass(frozen=True, slots=True)
class Package:
    """A generated package that is compiled."""

    folder: Path

    def evaluate(self, module: str, expression: str) -> Any:
        """What an expression about a module, `m`, gives; a bigint comes as text, like "5n"."""
        script = f"""
            import * as m from {json.dumps(str(self.folder / "dist" / f"{module}.js"))};
            const issues = (run) => {{
              try {{
                run();
              }} catch (error) {{
                return error.issues.map(({{ path, code }}) => `${{path}} ${{code}}`);
              }}
              return [];
            }};
            const text = (_, value) => (typeof value === "bigint" ? `${{value}}n` : value);
            console.log(JSON.stringify({expression}, text));
        """
        return json.loads(run("node", "--input-type=module", "--eval", script))

    def refused(self, module: str, text: str) -> list[str]:
        """The paths and codes of the issues that decoding a text gives."""
        found = self.evaluate(module, f"issues(() => m.decode({json.dumps(text)}))")
        assert isinstance(found, list)
        return found

    def rewritten(self, module: str, text: str) -> Any:
        """What decoding and encoding a text gives, as JSON."""
        return json.loads(self.evaluate(module, f"m.encode(m.decode({json.dumps(text)}))"))


def generated(
    folder: Path,
    schemas: dict[str, Schema],
    int64: Int64 = "number",
    unknown: Unknown = "error",
) -> Path:
    source = folder / "schema"
    source.mkdir(parents=True)
    for name, schema in schemas.items():
        (source / f"{name}.json").write_text(json.dumps(schema), encoding="utf-8")
    settings = Settings(
        schema=source,
        output=folder,
        targets=("typescript",),
        int64=int64,
        unknown=unknown,
        root=folder,
    )
    for name, content in generate(settings).files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "typescript"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Int64], Package]:
    made: dict[Int64, Package] = {}

    def of(int64: Int64) -> Package:
        if int64 not in made:
            folder = generated(tmp_path_factory.mktemp(int64), SCHEMAS, int64)
            run(node_tool("tsc"), "--project", "tsconfig.json", cwd=folder)
            made[int64] = Package(folder)
        return made[int64]

    return of


@pytest.fixture(scope="module")
def number(package: Callable[[Int64], Package]) -> Package:
    return package("number")


@pytest.fixture(scope="module")
def bigint(package: Callable[[Int64], Package]) -> Package:
    return package("bigint")


@pytest.mark.parametrize("int64", ["number", "bigint"])
def test_prettier_would_format_nothing(package: Callable[[Int64], Package], int64: Int64) -> None:
    sources = sorted((package(int64).folder / "src").glob("*.ts"))
    assert len(sources) == len(SCHEMAS) + len(["formats", "index", "runtime"])
    run(node_tool("prettier"), "--check", "--no-config", "--print-width=100", *sources)


def test_lines_are_broken_where_prettier_breaks_them_whatever_a_name_takes(tmp_path: Path) -> None:
    members: Schema = {"text": {"type": ["string", "null"], "default": None}, "more": TEXT}
    # A name of 20 letters leaves room on most lines, one of 60 on few.
    schemas = {f"named{n}": record("N" * n, members, "more") for n in range(20, 60)}
    sources = sorted((generated(tmp_path, schemas) / "src").glob("named*.ts"))
    assert len(sources) == len(schemas)
    run(node_tool("prettier"), "--check", "--no-config", "--print-width=100", *sources)


def test_prettier_would_format_none_of_the_rules(tmp_path: Path) -> None:
    path: Schema = {"type": "string", "pattern": "^[a-z]+(/[a-z]+)*$", "maxLength": 64}
    members: Schema = {
        "never": False,
        "paths": {"type": "array", "items": path, "uniqueItems": True},
        "counted": {
            "type": "array",
            "prefixItems": [TEXT],
            "contains": {"const": 3},
            "minContains": 2,
            "maxContains": 4,
            "unevaluatedItems": {"not": {"type": "null"}},
        },
        "named": {
            "type": "object",
            "propertyNames": path,
            "patternProperties": {"^a-rather-long-beginning": path},
            "additionalProperties": False,
            "minProperties": 1,
        },
    }
    schemas = {
        "rules": record("Rules", members, "paths", dependentRequired={"never": ["named"]}),
        "seen": record("Seen", members, unevaluatedProperties=False, **{"if": {"required": ["a"]}}),
    }
    for name, schema in schemas.items():
        sources = sorted((generated(tmp_path / name, {name: schema}) / "src").glob("*.ts"))
        assert len(sources) == len([name, "index", "runtime"])
        run(node_tool("prettier"), "--check", "--no-config", "--print-width=100", *sources)


@pytest.mark.parametrize("int64", ["number", "bigint"])
def test_what_is_kept_stays_so_where_numbers_are_long(int64: Int64, tmp_path: Path) -> None:
    steps: Schema = {
        "title": "Step",
        "oneOf": [record(t, {"is": {"const": t}}, "is") for t in "AB"],
    }
    schema = record(
        "Note", {"size": {"type": "number"}, "steps": {"type": "array", "items": steps}}
    )
    folder = generated(tmp_path, {"note": schema}, int64, "keep")
    run(node_tool("tsc"), "--project", "tsconfig.json", cwd=folder)
    made = Package(folder)
    text = '{"size":10000000000000000000,"steps":[{"is":"C","n":100000000000000000},{"is":"A"}]}'
    read = f"const note = m.decode({json.dumps(text)})"
    shown = "[note.steps[0] instanceof m.UnknownStep, note.steps[0].tag, m.encode(note)]"
    is_kept, tag, encoded = made.evaluate("note", f"(() => {{ {read}; return {shown}; }})()")
    assert (is_kept, tag) == (True, "C")
    assert json.loads(encoded) == json.loads(text)
    copied = f"(() => {{ {read}; return m.encode(m.newNote({{ ...note, size: 1 }})); }})()"
    assert json.loads(made.evaluate("note", copied)) == json.loads(text) | {"size": 1}


def test_record(number: Package) -> None:
    assert number.evaluate("note", 'm.decode(\'{"text": "hi", "kind": "note", "x": 1}\')') == {
        "kind": "note",
        "text": "hi",
        "loud": False,
        "tone": "plain",
        "tags": [],
    }
    made = "m.newNote({ text: 'hi', by: null })"
    assert number.evaluate("note", f"m.dump({made})") == {
        "kind": "note",
        "text": "hi",
        "loud": False,
        "tags": [],
        "by": None,
    }
    assert number.evaluate("note", f"m.validate(m.dump({made}))") == []
    assert number.evaluate("note", f"m.encode({made}) === m.encodeNote(m.parse(m.dump({made})))")
    assert number.rewritten("note", '{"kind": "note", "text": "a", "tone": "so-\\"called\\""}') == {
        "kind": "note",
        "text": "a",
        "loud": False,
        "tone": 'so-"called"',
        "tags": [],
    }


def test_types_that_the_schema_does_not_name_are_only_made(tmp_path: Path) -> None:
    inner = {"type": "object", "properties": {"a": TEXT}}
    titled = {**inner, "title": "Named"}
    outer = record("Outer", {"inner": inner, "other": titled, "again": {"$ref": "#/$defs/Kept"}})
    folder = generated(tmp_path, {"outer": {**outer, "$defs": {"Kept": inner}}})
    source = (folder / "src" / "outer.ts").read_text(encoding="utf-8")
    exported = set(re.findall(r"^export (?:const|function) (\w+)", source, re.MULTILINE))
    for verb in ("decode", "encode", "parse", "dump", "validate", "is"):
        assert {f"{verb}{name}" for name in ("Outer", "Named", "Kept")} <= exported
        assert f"{verb}OuterInner" not in exported
    assert {"newOuter", "newNamed", "newKept", "newOuterInner"} <= exported


def test_issues_in_schema_order(number: Package) -> None:
    wrong = {"tags": ["", 1, ""], "tone": 1, "loud": None, "text": "😀😀😀😀", "kind": "other"}
    assert number.refused("note", json.dumps(wrong, ensure_ascii=False)) == [
        "/kind const",
        "/text maxLength",
        "/loud type",
        "/tone enum",
        "/tags maxItems",
        "/tags/1 type",
    ]
    assert number.refused("note", "{}") == ["/kind required", "/text required"]
    assert number.refused("note", '{"kind": "note", "text": ""}') == ["/text minLength"]
    assert number.evaluate("note", "m.validate({kind: 'note', text: 1})") == [
        {"path": "/text", "code": "type", "message": "must be a string"}
    ]


def test_names_that_objects_inherit(number: Package) -> None:
    text = (
        '{"__proto__": "p", "constructor": {"__proto__": 1}, "toString": {}, "two words": "w",'
        ' "1": "one", "valueOf": 2.5}'
    )
    assert number.rewritten("odd", text) == {
        "__proto__": "p",
        "constructor": {"__proto__": 1},
        "toString": {"valueOf": True},
        "two words": "w",
        "1": "one",
        "valueOf": 2.5,
    }
    assert number.evaluate("odd", "m.validate({ 'two words': '' })") == []
    assert number.evaluate("odd", "m.is({ 'two words': '' })")
    wrong = '{"valueOf": "", "toString": 1, "__proto__": 1, "\U0001f600": 0, "\uffff": 0, "a/~": 0}'
    assert number.refused("odd", wrong) == [
        "/__proto__ type",
        "/toString type",
        "/two words required",
        "/a~1~0 exclusiveMinimum",
        "/valueOf type",
        "/\uffff exclusiveMinimum",
        "/\U0001f600 exclusiveMinimum",
    ]


def test_members_that_objects_inherit_are_not_theirs(number: Package) -> None:
    inherited = "Object.assign(Object.create(null), { inherited: 1 })"
    value = f"Object.assign(Object.create({inherited}), {{ own: '' }})"
    assert number.evaluate("labels", f"m.is({value})")
    assert number.evaluate("labels", f"m.validate({value})") == []
    assert number.evaluate("labels", f"m.dump(m.parse({value}))") == {"own": ""}
    assert number.evaluate("labels", f"m.is({inherited})") is False


def test_externally_tagged_union(number: Package) -> None:
    for text in ('"none"', '{"One":{"n":1}}', '{"many":["a"]}', '{"constructor":null}'):
        assert number.rewritten("choice", text) == json.loads(text)
    for text, issues in {
        '"One"': [" tag"],
        "1": [" type"],
        "{}": [" tag"],
        '{"One":{"n":1},"many":[]}': [" tag"],
        '{"none":null}': ["/none tag"],
        '{"toString":{}}': ["/toString tag"],
        '{"One":{"n":-1}}': ["/One/n minimum"],
        '{"many":[0]}': ["/many/0 type"],
    }.items():
        assert number.refused("choice", text) == issues, text
    keep = "{ unknown: 'keep' }"
    assert number.evaluate("choice", f"""m.encode(m.decode('"new"', {keep}))""") == '"new"'
    kept = f"""m.decode('{{"a":[1]}}', {keep})"""
    assert number.evaluate("choice", f"[{kept}.tag, {kept}.raw]") == ["a", {"a": [1]}]
    malformed = """['"One"', '{"none":1}', '{"a":1,"b":1}', '[]', '{"a":1e999}']"""
    found = number.evaluate("choice", f"{malformed}.map((t) => issues(() => m.decode(t, {keep})))")
    assert found == [[" tag"], ["/none tag"], [" tag"], [" type"], ["/a json"]]


def test_internally_tagged_union(number: Package) -> None:
    assert number.rewritten("step", '{"by": 1.0, "do": "move"}') == {"do": "move", "by": 1}
    assert number.refused("step", '{"do": "move"}') == ["/by required"]
    assert number.refused("step", '{"by": 1}') == ["/do required"]
    assert number.refused("step", '{"do": 1}') == ["/do tag"]
    assert number.refused("step", '["begin"]') == [" type"]
    kept = "m.parse({ do: 'jump' }, { unknown: 'keep' })"
    assert number.evaluate("step", f"[{kept}.tag, {kept}.raw]") == ["jump", {"do": "jump"}]
    assert number.evaluate("step", f"JSON.stringify([{kept}])") == '[{"do":"jump"}]'
    assert number.evaluate("step", f"{kept} instanceof m.UnknownStep")
    assert number.evaluate("step", f"m.dump({kept})") == {"do": "jump"}
    half_known = "m.parse({ do: 'move' }, { unknown: 'keep' })"
    assert number.evaluate("step", f"issues(() => {half_known})") == ["/by required"]


def test_an_unknown_variant_is_not_written_as_another_one(number: Package) -> None:
    attempt = "(() => { try { return m.encode(%s); } catch (error) { return error.message; } })()"
    assert number.evaluate("job", attempt % '{ at: { is: "Move" } }') == '{"at":{"is":"Move"}}'
    kept = "m.parse({ at: { is: 'Link' } }, { unknown: 'keep' })"
    assert number.evaluate("job", attempt % kept) == '{"at":{"is":"Link"}}'
    unknown = "no variant has this tag"
    assert number.evaluate("job", attempt % f"structuredClone({kept})") == unknown
    assert number.evaluate("job", attempt % '{ at: { is: "Link" } }') == unknown
    assert number.evaluate("step", attempt % '{ do: "jump" }') == "the payload is not a JSON value"


@pytest.mark.parametrize("int64", ["number", "bigint"])
def test_what_is_kept_can_be_written(int64: Int64, package: Callable[[Int64], Package]) -> None:
    kept = """m.decode('{"do": "jump", "x": 1e999}', { unknown: 'keep' })"""
    assert package(int64).evaluate("step", f"issues(() => {kept})") == ["/x json"]


def test_recursion_ends_at_127_levels(number: Package) -> None:
    def tree(levels: int) -> str:
        return '{"value":1,"kids":[' * levels + '{"value":1,"kids":[]}' + "]}" * levels

    assert number.rewritten("tree", tree(62)) == json.loads(tree(62))
    assert number.refused("tree", tree(63)) == [" json"]
    assert number.evaluate("tree", f"m.validate({tree(63)}).length") == 1
    assert number.refused("tree", tree(2).replace("1", "1e999", 1)) == ["/value json"]
    circle = "(() => { const t = { value: 1 }; t.kids = [t]; return t; })()"
    assert number.evaluate(
        "tree", f"m.validate({circle}).map(({{ path, code }}) => path + code)"
    ) == ["json"]


def test_integers_as_numbers(number: Package) -> None:
    assert number.rewritten("wide", '{"id": 9007199254740991, "small": 1.0}') == {
        "id": 2**53 - 1,
        "small": 1,
    }
    for text in ("9007199254740992", "-9223372036854775809", "1e300"):
        assert number.refused("wide", f'{{"id": {text}}}') == ["/id precision"]
    assert number.refused("wide", '{"id": true, "small": 10}') == ["/id type", "/small maximum"]
    assert number.evaluate("wide", "issues(() => m.encode({ id: 2 ** 53 }))") == ["/id precision"]
    assert number.evaluate("wide", "issues(() => m.encode({ id: NaN }))") == ["/id json"]
    assert number.refused("tree", '{"value": [0.5, 9007199254740993]}') == ["/value/1 precision"]
    long = '{"value": [9223372036854775808, 1e300], "kids": []}'
    assert number.rewritten("tree", long) == json.loads(long)


def test_integers_as_bigint(bigint: Package) -> None:
    long = '{"id": -9223372036854775808, "text": "\\"12345678901234567890"}'
    assert bigint.evaluate("wide", f"m.decode({json.dumps(long)})") == {
        "id": "-9223372036854775808n"
    }
    assert bigint.rewritten("wide", long) == {"id": -(2**63)}
    assert bigint.refused("wide", '{"id": 9223372036854775808}') == ["/id maximum"]
    assert bigint.refused("wide", '{"id": 9223372036854775807.0}') == ["/id maximum"]
    assert bigint.evaluate("wide", "m.newWide({ id: 5, small: 3 })") == {"id": "5n", "small": 3}
    assert bigint.evaluate("wide", "[m.is({ id: 5 }), m.is({ id: 2n ** 63n })]") == [True, False]
    long = '{"value": {"a": [12345678901234567890, 1.5]}, "kids": []}'
    assert bigint.rewritten("tree", long) == json.loads(long)


def test_numbers_as_numbers(number: Package) -> None:
    held = '{"of": 9007199254740992, "even": 1e300, "any": -0.5}'
    assert number.rewritten("amount", held) == json.loads(held)
    for name in ("of", "even", "any"):
        assert number.refused("amount", f'{{"{name}": 9007199254740993}}') == [f"/{name} precision"]
    assert number.refused("amount", '{"of": 1e999}') == ["/of json"]
    assert number.evaluate("amount", "[m.is({ of: 2 ** 60 }), m.is({ of: -1 })]") == [True, False]


def test_numbers_as_bigint(bigint: Package) -> None:
    long = '{"of": 9007199254740993, "even": 12345678901234567890, "any": 9007199254740993}'
    assert bigint.rewritten("amount", long) == json.loads(long)
    assert bigint.evaluate("amount", f"m.decode({json.dumps(long)}).of") == "9007199254740993n"
    assert bigint.evaluate("amount", "m.decode('{\"of\": 5}')") == {"of": 5, "any": 0.5}
    assert bigint.refused("amount", f'{{"of": {2**70}, "even": 2}}') == []
    assert bigint.refused("amount", f'{{"of": {2**70 + 1}}}') == ["/of maximum"]
    assert bigint.refused("amount", '{"even": 9007199254740993}') == ["/even multipleOf"]
    assert bigint.evaluate("amount", "m.is({ of: 2n ** 60n, any: 3n })") is True


@pytest.mark.parametrize("share", ["5", "5.0", "1e2", "0.5"])
def test_numbers_within_bounds_stay_numbers(bigint: Package, share: str) -> None:
    long = f'{{"share": {share}, "of": 9007199254740993}}'
    for text in (f'{{"share": {share}}}', long):
        read = f"m.decode({json.dumps(text)})"
        assert bigint.evaluate("amount", f"{read}.share") == float(share)
        assert bigint.rewritten("amount", text) == {"any": 0.5, **json.loads(text)}


def test_a_bigint_within_the_bounds_of_a_number_becomes_one(bigint: Package) -> None:
    assert bigint.evaluate("amount", "m.parse({ share: 5n })") == {"share": 5, "any": 0.5}


def test_a_hundred_issues_are_told(number: Package) -> None:
    last = {"path": "", "code": "limit", "message": "has more issues than the 100 told here"}
    for kids, told in (("kids: Array(100).fill(1)", 100), ("kids: Array(1000000).fill(1)", 101)):
        found = number.evaluate("tree", f"m.validate({{ value: 1, {kids} }})")
        assert len(found) == told
        assert found[99]["path"] == "/kids/99"
        assert found[100:] == [last] * (told - 100)
    found = number.evaluate("tree", "m.validate(Array(200).fill(undefined))")
    assert [issue["code"] for issue in found] == ["json"] * 100 + ["limit"]
    wrong = '{"value": 1, "kids": [' + "1," * 200 + "1]}"
    assert number.refused("tree", wrong)[100:] == [" limit"]


def test_what_is_no_json(number: Package) -> None:
    for value in ("undefined", "1n", "new Map()", "[,]", "[undefined]", "'\\ud800'", "() => 1"):
        found = number.evaluate("tree", f"m.validate({{ value: {value}, kids: [{{}}] }})")
        expected = "required" if value == "undefined" else "json"
        assert found[0]["code"] == expected, value
        assert (len(found) == 1) == (expected == "json")
    for value in ("new Date()", "Infinity", "'\\ud800'", "{ '\\ud800': 1 }"):
        found = number.evaluate("tree", f"issues(() => m.encode({{ value: {value}, kids: [] }}))")
        assert found == ["/value json"], value


def test_what_is_no_json_text(number: Package) -> None:
    for text in (
        "",
        "NaN",
        "\ufeff1",
        "[1,]",
        "'a'",
        "1 2",
        '"\\ud800"',
        '{"\\udfff":1}',
        "[" * 128,
    ):
        assert number.refused("tree", text) == [" json"], text
    many = {"1" * 4301: [" json"], "1" * 4300: ["/value precision"], "0." + "1" * 4301: []}
    for digits, issues in many.items():
        assert number.refused("tree", f'{{"value": {digits}}}') == issues
    assert number.refused("tree", '{"value": "\\\\ud800 \\ud83d\\ude00 [[[["}') == []
    bytes_ = "[[0xff], [0xef, 0xbb, 0xbf, 0x31], [0x22, 0xed, 0xa0, 0x80, 0x22]]"
    decoded = f"{bytes_}.map((bytes) => issues(() => m.decode(new Uint8Array(bytes))))"
    assert number.evaluate("tree", decoded) == [[" json"]] * 3
    assert number.evaluate(
        "instant", "m.is(m.decode(new TextEncoder().encode('\"2026-01-01T00:00:00Z\"')))"
    )


def test_date_times(number: Package) -> None:
    valid = [
        "2024-02-29t23:59:60.123456789123z",
        "2026-12-31T00:29:60+00:30",
        "2000-02-29T00:00:00-23:59",
        "0000-02-29T00:00:00Z",
        "2026-07-31T10:00:00+14:00",
    ]
    invalid = [
        "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-01-01T23:58:60Z",
        "2026-01-01T23:59:60+01:00",
        "2026-01-01T24:00:00Z",
        "2026-01-01 00:00:00Z",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00+24:00",
        "2026-01-01T00:00:00Z\n",
        "\uff12026-01-01T00:00:00Z",
    ]
    assert number.evaluate("instant", f"{json.dumps(valid)}.map(m.is)") == [True] * len(valid)
    found = number.evaluate("instant", f"{json.dumps(invalid)}.map((t) => m.validate(t)[0]?.code)")
    assert found == ["format"] * len(invalid)


def refusal(folder: Path, name: str, schema: Schema) -> tuple[str, str]:
    with pytest.raises(EventwrightError) as caught:
        generated(folder, {name: schema})
    (problem,) = caught.value.problems
    return problem.location.pointer, problem.problem


def test_a_name_that_a_type_brings_along_gives_way_to_a_type(tmp_path: Path) -> None:
    inner = record("Note", {"loud": {"type": "boolean", "default": True}})
    schema = record("Outer", {"a": inner, "b": record("NoteInput", {"x": TEXT})})
    source = generated(tmp_path, {"outer": schema}) / "src" / "outer.ts"
    text = source.read_text(encoding="utf-8")
    assert "export interface NoteInput {" in text
    assert 'export type NoteInput_ = WithOptional<Note, "loud">;' in text


def test_a_default_that_no_number_holds_is_refused(tmp_path: Path) -> None:
    schema = record("Wide", {"n": {"type": "integer", "default": 2**53}})
    pointer, problem = refusal(tmp_path / "number", "wide", schema)
    assert pointer == "/properties/n/default"
    assert "53 bits" in problem
    assert generated(tmp_path / "bigint", {"wide": schema}, "bigint").is_dir()


def test_a_constant_that_no_number_holds_is_refused_in_its_place(tmp_path: Path) -> None:
    wide = {"enum": [2**70, 5]}
    members = {"a": wide, "b": {"type": "array", "items": {"const": 2**70}}, "c": {"const": 5}}
    schema = record("Wide", {**members, "d": {"$ref": "#/$defs/D"}}) | {"$defs": {"D": wide}}
    with pytest.raises(EventwrightError, match="53 bits") as caught:
        generated(tmp_path / "number", {"wide": schema})
    places = [problem.location.pointer for problem in caught.value.problems]
    assert places == ["/$defs/D", "/properties/a", "/properties/b/items"]
    assert generated(tmp_path / "bigint", {"wide": schema}, "bigint").is_dir()


@pytest.mark.parametrize("name", ["runtime", "formats", "index"])
def test_the_name_of_a_file_that_all_modules_share_is_refused(tmp_path: Path, name: str) -> None:
    day = {"type": "string", "format": "date"}
    assert f"{name!r} is taken" in refusal(tmp_path, name, record("Some", {"a": day}))[1]


def test_a_call_is_broken_only_where_it_has_to_be() -> None:
    short = [Code(letter * 10) for letter in "abc"]
    assert render(call(Code("f"), *short)) == "f(aaaaaaaaaa, bbbbbbbbbb, cccccccccc)"
    long = [Code(letter * 40) for letter in "abc"]
    assert render(call(Code("f"), *long)) == "f(\n" + "".join(f"  {part},\n" for part in long) + ")"


ONE_KEYWORD: dict[str, tuple[object, list[tuple[object, list[str]]]]] = {
    "never": ({"properties": {"a": False}}, [({"a": 1}, ["/a false"]), ({}, [])]),
    "multiple_of": ({"multipleOf": 0.0001}, [(0.0075, []), (0.00751, [" multipleOf"])]),
    "pattern": ({"pattern": "^[a-c]+$"}, [("abc", []), ("abd", [" pattern"]), (1, [])]),
    "unique_items": (
        {"uniqueItems": True},
        [
            ([1, True, {"a": 1, "b": 2}], []),
            ([{"a": 1, "b": 2}, {"b": 2, "a": 1}], [" uniqueItems"]),
        ],
    ),
    "prefix_items": (
        {"prefixItems": [TEXT], "items": {"type": "boolean"}},
        [(["a", True], []), ([1, 1], ["/0 type", "/1 type"])],
    ),
    "contains": (
        {"contains": TEXT, "minContains": 2, "maxContains": 2},
        [(["a", "b"], []), (["a"], [" minContains"]), (["a", "b", "c"], [" maxContains"])],
    ),
    "property_names": (
        {"propertyNames": {"maxLength": 1}},
        [({"a": 1, "bc": 1}, ["/bc propertyNames"])],
    ),
    "pattern_members": (
        {"patternProperties": {"^x": TEXT}, "additionalProperties": False},
        [({"xa": "a"}, []), ({"xa": 1, "b": 1}, ["/xa type", "/b additionalProperties"])],
    ),
    "dependent": (
        {
            "dependentRequired": {"a": ["b"]},
            "dependentSchemas": {"c": {"minProperties": 2}},
        },
        [({"a": 1}, ["/b dependentRequired"]), ({"c": 1}, [" minProperties"])],
    ),
    "logic": (
        {"if": TEXT, "then": {"minLength": 2}, "else": {"not": {"const": 0}}},
        [("ab", []), ("a", [" minLength"]), (1, []), (0, [" not"])],
    ),
    "one_of": (
        {"oneOf": [{"minimum": 1}, {"multipleOf": 2}]},
        [(1, []), (2, [" oneOf"]), (-1, [" oneOf"])],
    ),
    "by_type": ({"type": ["string", "integer"]}, [("a", []), (1, []), (None, [" type"])]),
    "unevaluated": (
        {
            "anyOf": [{"properties": {"a": TEXT}, "required": ["a"]}, {"properties": {"b": TEXT}}],
            "unevaluatedProperties": False,
        },
        [({"a": "1", "b": "2"}, []), ({"a": 1, "b": "2"}, ["/a unevaluatedProperties"])],
    ),
    "equal": (
        {"enum": [{"a": [1, "x"]}, None]},
        [({"a": [1.0, "x"]}, []), ({"a": [1]}, [" enum"])],
    ),
}


def test_every_keyword_has_its_issues(tmp_path: Path) -> None:
    groups = {
        name: (schema, [payload for payload, _ in cases])
        for name, (schema, cases) in ONE_KEYWORD.items()
    }
    found = outcomes(groups, tmp_path, Settings(schema=tmp_path, output=tmp_path))
    told = {
        name: [[f"{path} {code}" for path, code, _ in one.issues] for one in found[name].typescript]
        for name in groups
    }
    assert told == {name: [owed for _, owed in cases] for name, (_, cases) in ONE_KEYWORD.items()}


def test_runtime_holds_only_what_is_used(number: Package, tmp_path: Path) -> None:
    source = (number.folder / "src" / "runtime.ts").read_text(encoding="utf-8")
    assert "function typed(" in source
    assert "function contains(" not in source
    used = generated(tmp_path, {"some": {"type": "array", "contains": TEXT}})
    assert "function contains(" in (used / "src" / "runtime.ts").read_text(encoding="utf-8")


def test_alternatives_are_read_by_their_type(tmp_path: Path) -> None:
    one = record("One", {"n": {"type": "integer", "default": 1}, "a": TEXT}, "a")
    schema = {"title": "Some", "anyOf": [TEXT, one, {"type": "array", "items": one}]}
    settings = Settings(schema=tmp_path, output=tmp_path)
    text, single, many = outcomes(
        {"some": (schema, ["a", {"a": "b"}, [{"a": "c"}]])}, tmp_path, settings
    )["some"].typescript
    assert (text.encoded, single.encoded) == ('"a"', '{"n":1,"a":"b"}')
    assert many.encoded == '[{"n":1,"a":"c"}]'
