"""Python bindings, from the outside: what a schema says is what the module does."""

from __future__ import annotations

import ast
import enum
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from support.python_bindings import python_bindings, python_source

Schema = dict[str, object]
COMPREHENSIONS = (ast.ListComp, ast.DictComp)
"""From 3.12 on Python makes one function of these inside each other, and 21 crash it."""


def record(title: str, properties: Schema, *required: str, **more: object) -> Schema:
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": list(required),
        **more,
    }


def envelope(tag: str, payload: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {tag: payload},
        "required": [tag],
        "additionalProperties": False,
    }


def refused(module: Any, text: str) -> list[tuple[str, str]]:
    """The paths and codes of the issues of a payload, which has to have some."""
    with pytest.raises(module.DecodeError) as caught:
        module.decode(text)
    assert caught.value.issues
    return [(issue.path, issue.code) for issue in caught.value.issues]


def test_record(tmp_path: Path) -> None:
    properties: Schema = {
        "kind": {"const": "greeting", "description": "The tag."},
        "text": {"type": "string", "description": "What to say."},
        "loud": {"type": "boolean", "default": False},
    }
    schema = record("Greeting", properties, "kind", "text", description="Says hello.")
    module = python_bindings(tmp_path, schema)
    greeting = module.Greeting(text="hi")
    assert module.Greeting.__doc__ == "Says hello."
    assert (greeting.kind, greeting.loud) == ("greeting", False)
    assert module.encode(greeting) == b'{"kind":"greeting","text":"hi","loud":false}'
    assert module.decode('{"text": "hi", "kind": "greeting", "more": 1}') == greeting
    assert module.dump_greeting(module.parse_greeting(module.dump(greeting))) == module.dump(
        greeting
    )
    assert module.validate({"kind": "greeting", "text": "hi"}) == []
    assert refused(module, '{"kind": "other", "text": 1, "loud": null}') == [
        ("/kind", "const"),
        ("/text", "type"),
        ("/loud", "type"),
    ]
    assert refused(module, "{}") == [("/kind", "required"), ("/text", "required")]
    with pytest.raises(AttributeError):
        greeting.text = "bye"
    assert module.decode == module.decode_greeting


def test_absent_null_and_defaults(tmp_path: Path) -> None:
    leaf = record("Leaf", {"a": {"type": "integer", "default": 1}})
    properties: Schema = {
        "plain": {"type": "string"},
        "nullable": {"type": ["string", "null"]},
        "nothing": {"type": "null"},
        "anything": {},
        "null_default": {"type": ["integer", "null"], "default": None},
        "left_out": {"type": "string", "default": "x", "x-omit-default": True},
        "true_left_out": {"type": "boolean", "default": True, "x-omit-default": True},
        "one_left_out": {"default": 1, "x-omit-default": True},
        "half": {"type": "number", "default": 1},
        "leaf": {"$ref": "#/$defs/Leaf", "default": {"a": 2}},
        "list": {"type": "array", "items": {"$ref": "#/$defs/Leaf"}, "default": [{}]},
        "map": {"type": "object", "additionalProperties": {"type": "integer"}, "default": {}},
        "json": {"default": {"a": [1]}},
    }
    module = python_bindings(tmp_path, {**record("Holder", properties), "$defs": {"Leaf": leaf}})
    absent = sys.modules[module.__package__].ABSENT
    empty = module.decode("{}")
    assert empty == module.Holder()
    assert (empty.plain, empty.nullable, empty.nothing) == (None, absent, absent)
    assert empty.leaf == module.Leaf(a=2)
    assert empty.list == (module.Leaf(a=1),)
    assert module.dump(empty) == {
        "null_default": None,
        "half": 1.0,
        "leaf": {"a": 2},
        "list": [{"a": 1}],
        "map": {},
        "json": {"a": [1]},
    }
    kept = {
        **module.dump(empty),
        "plain": "p",
        "nullable": None,
        "nothing": None,
        "anything": None,
        "left_out": "y",
        "true_left_out": False,
        "one_left_out": True,
    }
    assert module.dump(module.parse(kept)) == kept
    assert "one_left_out" not in module.dump(module.parse({"one_left_out": 1.0}))
    assert refused(module, '{"plain": null}') == [("/plain", "type")]
    assert refused(module, '{"left_out": null, "map": {"b": 1.5, "a": "x"}}') == [
        ("/left_out", "type"),
        ("/map/a", "type"),
        ("/map/b", "type"),
    ]


def test_defaults_are_made_anew_for_every_value(tmp_path: Path) -> None:
    module = python_bindings(tmp_path, record("Holder", {"json": {"default": {}}}))
    module.decode("{}").json["changed"] = True
    assert module.Holder().json == {}
    assert module.decode("{}").json == {}


def test_additional_members(tmp_path: Path) -> None:
    kept = record("Kept", {"extra": {"type": "string"}}, additionalProperties={"type": "integer"})
    module = python_bindings(tmp_path, kept)
    value = module.decode('{"b": 2, "extra": "e", "a": 1.0}')
    assert (value.extra, value.extra_) == ("e", {"a": 1, "b": 2})
    assert module.encode(value) == b'{"extra":"e","b":2,"a":1}'
    assert refused(module, '{"b": "", "a/": null}') == [("/a~1", "type"), ("/b", "type")]


def test_additional_members_that_are_forbidden(tmp_path: Path) -> None:
    closed = record("Closed", {"a": {"type": "string"}}, additionalProperties=False)
    module = python_bindings(tmp_path, closed)
    assert module.decode('{"a": "x"}').a == "x"
    issue = "additionalProperties"
    assert refused(module, '{"\U0001f600": 1, "\uffff": 1}') == [
        ("/\uffff", issue),
        ("/\U0001f600", issue),
    ]


INTERNAL: Schema = {
    "title": "Frame",
    "oneOf": [
        record("Start", {"event": {"const": "start"}, "id": {"type": "string"}}, "event", "id"),
        record("Stop", {"event": {"const": "stop"}}, "event"),
    ],
}


def test_internally_tagged_union(tmp_path: Path) -> None:
    module = python_bindings(tmp_path, INTERNAL)
    assert module.decode('{"id": "1", "event": "start"}') == module.Start(id="1")
    assert module.encode(module.Stop()) == b'{"event":"stop"}'
    assert module.decode_stop('{"event": "stop"}') == module.Stop()
    assert refused(module, "[]") == [("", "type")]
    assert refused(module, "{}") == [("/event", "required")]
    assert refused(module, '{"event": ["start"]}') == [("/event", "tag")]
    assert refused(module, '{"event": "pause", "id": 1}') == [("/event", "tag")]
    assert refused(module, '{"event": "start"}') == [("/id", "required")]
    with pytest.raises(TypeError):
        module.encode("not a frame")


def test_unknown_tag_of_an_internally_tagged_union(tmp_path: Path) -> None:
    module = python_bindings(tmp_path, INTERNAL)
    text = '{"event":"pause","for":[1,null,9007199254740993]}'
    kept = module.decode(text, unknown="keep")
    assert kept == module.UnknownFrame(tag="pause", raw=module.parse(kept.raw, unknown="keep").raw)
    assert module.encode(kept) == text.encode()
    assert module.decode('{"event": "stop"}', unknown="keep") == module.Stop()
    for bad in ('{"event": "start"}', '{"event": 1}', "{}", '{"event": "x", "n": 1e999}', '"x"'):
        with pytest.raises(module.DecodeError):
            module.decode(bad, unknown="keep")


def test_a_union_told_by_numbers(tmp_path: Path) -> None:
    heartbeat = record("Heartbeat", {"op": {"const": 1}}, "op")
    hello = record("Hello", {"op": {"const": 10}, "every": {"type": "integer"}}, "op")
    module = python_bindings(tmp_path, {"title": "Frame", "oneOf": [heartbeat, hello]})
    assert module.decode('{"op": 1.0}') == module.Heartbeat()
    assert module.decode('{"op": 10, "every": 2}') == module.Hello(every=2)
    assert module.decode_hello('{"op": 10}') == module.Hello()
    assert module.encode(module.Hello(every=2)) == b'{"op":10,"every":2}'
    assert module.Hello.op == 10
    for wrong in ("true", "2", '"1"', "[1]", "{}", "null", "1.5"):
        assert refused(module, f'{{"op": {wrong}}}') == [("/op", "tag")]
    assert refused(module, "{}") == [("/op", "required")]
    kept = module.decode('{"op": 2.0, "d": [1]}', unknown="keep")
    assert kept == module.UnknownFrame(tag=2, raw={"op": 2, "d": [1]})
    assert isinstance(kept.tag, int)
    for wrong in ('{"op": true}', '{"op": "2"}', '{"op": 2.5}', '{"op": 10, "every": "a"}'):
        with pytest.raises(module.DecodeError):
            module.decode(wrong, unknown="keep")


def test_a_union_told_by_booleans(tmp_path: Path) -> None:
    good = record("Good", {"ok": {"const": True}, "value": {"type": "string"}}, "ok", "value")
    bad = record("Bad", {"ok": {"const": False}}, "ok")
    module = python_bindings(tmp_path, {"title": "Answer", "oneOf": [good, bad]})
    assert module.decode('{"ok": true, "value": "a"}') == module.Good(value="a")
    assert module.encode(module.Bad()) == b'{"ok":false}'
    for wrong in ("1", "0", "0.0", '"true"', "null"):
        assert refused(module, f'{{"ok": {wrong}, "value": "a"}}') == [("/ok", "tag")]
    # There is no third one to keep.
    assert not hasattr(module, "UnknownAnswer")


def external() -> Schema:
    shared = {"$ref": "#/$defs/Shared"}
    return {
        "title": "Status",
        "oneOf": [
            {"const": "ready", "description": "All is well."},
            envelope("Failed", {"$ref": "#/$defs/Failed"}),
            envelope("left", shared),
            envelope("right", shared),
            envelope("count", {"type": "integer", "minimum": 0}),
        ],
        "$defs": {
            "Failed": record("Failed", {"why": {"type": "string"}}, "why"),
            "Shared": record("Shared", {}),
        },
    }


def test_externally_tagged_union(tmp_path: Path) -> None:
    module = python_bindings(tmp_path, external())
    for text, value in {
        '"ready"': "ready",
        '{"Failed":{"why":"w"}}': module.Failed(why="w"),
        '{"left":{}}': module.StatusLeft(value=module.Shared()),
        '{"right":{}}': module.StatusRight(value=module.Shared()),
        '{"count":3}': module.StatusCount(value=3),
    }.items():
        assert module.decode(text) == value
        assert module.encode(value) == text.encode()
    assert refused(module, "1") == [("", "type")]
    assert refused(module, "{}") == [("", "tag")]
    assert refused(module, '{"left": {}, "right": {}}') == [("", "tag")]
    assert refused(module, '"left"') == [("", "tag")]
    assert refused(module, '{"ready": null}') == [("/ready", "tag")]
    assert refused(module, '{"Failed": {}}') == [("/Failed/why", "required")]
    assert refused(module, '{"count": -1}') == [("/count", "minimum")]


def test_unknown_tag_of_an_externally_tagged_union(tmp_path: Path) -> None:
    module = python_bindings(tmp_path, external())
    for text, tag in {'{"new":[1]}': "new", '"new"': "new"}.items():
        kept = module.decode(text, unknown="keep")
        assert (type(kept), kept.tag) == (module.UnknownStatus, tag)
        assert module.encode(kept) == text.encode()
    for bad in ('{"ready": null}', '"left"', '{"a": 1, "b": 2}', "{}", "1"):
        with pytest.raises(module.DecodeError):
            module.decode(bad, unknown="keep")


def test_enum(tmp_path: Path) -> None:
    colours = [{"const": "dark red", "description": "Like wine."}, {"const": "class"}]
    module = python_bindings(tmp_path, {"title": "Colour", "type": "string", "oneOf": colours})
    assert issubclass(module.Colour, enum.StrEnum)
    assert module.decode('"dark red"') is module.Colour.DARK_RED
    assert module.dump(module.Colour.CLASS) == "class"
    assert type(module.dump(module.Colour.CLASS)) is str
    assert refused(module, '"DARK RED"') == [("", "enum")]
    assert refused(module, "[]") == [("", "type")]


def test_words_and_tags_that_are_kept(tmp_path: Path) -> None:
    mark = {"title": "Mark", "oneOf": [{"const": "", "x-name": "Nothing"}, {"const": "!"}]}
    step = {"title": "Step", "oneOf": [record(t, {"is": {"const": t}}, "is") for t in ("A", "B")]}
    schema = record("Note", {"mark": mark, "steps": {"type": "array", "items": step}})
    module = python_bindings(tmp_path, schema, unknown="keep")
    note = module.decode('{"mark": "", "steps": [{"is": "B"}, {"is": "C", "more": [1]}]}')
    assert note.mark is module.Mark.NOTHING
    assert note.steps == (module.B(), module.UnknownStep(tag="C", raw={"is": "C", "more": [1]}))
    assert module.encode(note) == b'{"mark":"","steps":[{"is":"B"},{"is":"C","more":[1]}]}'
    assert type(module.decode('{"mark": "?"}').mark) is str
    assert refused(module, '{"mark": 1, "steps": [{"is": 1}, {}]}') == [
        ("/mark", "type"),
        ("/steps/0/is", "type"),
        ("/steps/1/is", "required"),
    ]


def test_types_that_hold_themselves(tmp_path: Path) -> None:
    tree = record("Tree", {"children": {"type": "array", "items": {"$ref": "#/$defs/Node"}}})
    node = {
        "title": "Node",
        "oneOf": [{"const": "leaf"}, envelope("tree", {"$ref": "#/$defs/Tree"})],
    }
    schema = {"$ref": "#/$defs/Tree", "title": "Root", "$defs": {"Tree": tree, "Node": node}}
    module = python_bindings(tmp_path, schema)
    text = '{"children":["leaf",{"tree":{"children":[]}}]}'
    value = module.decode(text)
    assert value.children[0] == "leaf"
    assert module.encode(value) == text.encode()
    assert refused(module, '{"children": ["leaf", {"tree": {"children": [1]}}]}') == [
        ("/children/1/tree/children/0", "type")
    ]


CHECKS: Schema = {
    "length": {"type": "string", "minLength": 2, "maxLength": 3},
    "size": {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2},
    "bounds": {"type": "integer", "minimum": -5, "maximum": 5},
    "share": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
    "items": {"type": "array", "items": {"type": "string", "format": "date-time"}},
    "mixed": {"enum": [1, "1", None, True]},
    "matrix": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
    "maybe": {"anyOf": [{"type": "string", "minLength": 1}, {"type": "null"}]},
}


@pytest.mark.parametrize(
    ("member", "valid", "invalid"),
    [
        ("length", '"😀😀"', {'"😀"': "minLength", '"abcd"': "maxLength", "1": "type"}),
        ("size", '["a"]', {"[]": "minItems", '["a", "b", "c"]': "maxItems", "{}": "type"}),
        ("bounds", "5", {"-6": "minimum", "6": "maximum", "5.5": "type", "true": "type"}),
        ("share", "0.5", {"0": "exclusiveMinimum", "1.0": "exclusiveMaximum", '"1"': "type"}),
        ("mixed", "1.0", {"2": "enum", "false": "enum", '"null"': "enum"}),
        ("maybe", "null", {'""': "minLength", "0": "type"}),
    ],
)
def test_checks(tmp_path: Path, member: str, valid: str, invalid: dict[str, str]) -> None:
    for number, checks in enumerate((CHECKS, {member: CHECKS[member]})):
        folder = tmp_path / str(number)
        folder.mkdir()
        each = python_bindings(folder, record("Checked", checks))
        value = each.decode(f'{{"{member}": {valid}}}')
        assert each.decode(each.encode(value)) == value
        for text, code in invalid.items():
            assert refused(each, f'{{"{member}": {text}}}') == [(f"/{member}", code)]


def test_checks_deep_inside(tmp_path: Path) -> None:
    module = python_bindings(tmp_path, record("Checked", CHECKS))
    assert refused(
        module, '{"items": ["2024-02-29T00:00:00Z", ""], "matrix": [[1], [1, 1.5]]}'
    ) == [
        ("/items/1", "format"),
        ("/matrix/1/1", "type"),
    ]
    assert module.decode('{"matrix": [[1.0]]}').matrix == ((1,),)


def test_a_required_member_without_a_schema(tmp_path: Path) -> None:
    module = python_bindings(tmp_path, record("Odd", {"a": {"type": "string"}}, "a", "b"))
    assert module.decode('{"a": "x", "b": 1}').a == "x"
    assert refused(module, '{"a": "x"}') == [("/b", "required")]


def test_names_that_python_uses_itself(tmp_path: Path) -> None:
    names = ["type", "str", "class", "value", "text", "id", "tuple", "self", "passes", "ABSENT"]
    names += ["Text", "bad-name", "__init__", "a/b~c", "1st", "item", "tag", "field", "None"]
    properties: Schema = {name: {"type": "string"} for name in names}
    properties["list"] = {"type": "array", "items": {"type": "string"}}
    text = {"title": "Text", **record("Text", {"kind": {"const": "text"}}, "kind")}
    schema = {**record("Names", properties, *names), "$defs": {"Text": text}}
    module = python_bindings(tmp_path, schema)
    payload = {**{name: name for name in names}, "list": ["x"]}
    value = module.parse(payload)
    assert module.dump(value) == payload
    assert (value.type, value.str_, value.class_) == ("type", "str", "class")
    assert value.bad_name == "bad-name"
    for name in names:
        assert [(i.path, i.code) for i in module.validate({**payload, name: 1})] == [
            (f"/{name.replace('~', '~0').replace('/', '~1')}", "type")
        ]


def test_text_of_the_schema_stays_text(tmp_path: Path) -> None:
    nasty = (
        'He said """stop""" \\ and\r\nleft\u2028\x00 \\N{BULLET} {{ x }} #}\n"""\nraise SystemExit'
    )
    schema = record("Nasty", {'a"\n\\': {"const": nasty}, "b": {"description": nasty}}, 'a"\n\\')
    module = python_bindings(tmp_path, {**schema, "description": nasty})
    assert module.Nasty.__doc__.startswith('He said """stop""" \\ and')
    assert module.dump(module.Nasty()) == {'a"\n\\': nasty}
    assert module.parse({'a"\n\\': nasty}) == module.Nasty()


def test_a_type_that_takes_the_name_of_what_a_union_brings(tmp_path: Path) -> None:
    unknown = {"UnknownFrame": record("UnknownFrame", {})}
    module = python_bindings(tmp_path, {**INTERNAL, "$defs": unknown})
    assert module.decode_unknown_frame("{}") == module.UnknownFrame()
    kept = module.decode('{"event": "pause"}', unknown="keep")
    assert type(kept) is module.UnknownFrame_


def test_long_descriptions_are_broken_after_their_first_sentence(tmp_path: Path) -> None:
    words = "word " * 30
    schema = record("Long", {}, description=f"One thing. Then {words}at last.")
    lines = python_source(tmp_path, schema, package="events")["events/m.py"].splitlines()
    start = lines.index("class Long:") + 1
    assert lines[start : start + 2] == ['    """One thing.', ""]
    assert max(map(len, lines)) <= 100


def test_names_that_look_like_code_are_written_as_they_are(tmp_path: Path) -> None:
    names = ["{name}", "{{", "}", "'", '"', "\\", "\\N{DIGIT ONE}", "a\nb", "\u2028", "{0!r:>9}"]
    properties = {
        name: {"type": "string", "x-name": f"member_{index}"} for index, name in enumerate(names)
    }
    optional = {"title": "Optional", "type": "object", "properties": properties}
    schema: dict[str, object] = {**optional, "title": "Required", "required": names}
    schema["$defs"] = {"Optional": optional}
    module = python_bindings(tmp_path, schema)
    payload = {name: name for name in names}
    for decode, encode in (
        (module.decode, module.encode),
        (module.decode_optional, module.encode_optional),
    ):
        assert json.loads(encode(decode(json.dumps(payload)))) == payload
    with pytest.raises(module.EncodeError) as caught:
        module.encode_optional(module.Optional(member_0="\ud800", member_8="\udfff"))
    assert [issue.path for issue in caught.value.issues] == ["/{name}", "/\u2028"]


@pytest.mark.parametrize("levels", ["ao", "oa"])
def test_comprehensions_are_not_inside_each_other(tmp_path: Path, levels: str) -> None:
    schema: Schema = {"type": ["boolean", "null"]}
    value: object = True
    for level in levels * 15:
        schema = {
            "a": {"type": ["array", "null"], "items": schema},
            "o": {"type": ["object", "null"], "additionalProperties": schema},
        }[level]
        value = {"a": [value, None], "o": {"x": value, "y": None}}[level]
    files = python_source(tmp_path, {"title": "Deep", **schema}, package="deep")
    for node in ast.walk(ast.parse(files["deep/m.py"])):
        if isinstance(node, COMPREHENSIONS):
            assert [each for each in ast.walk(node) if isinstance(each, COMPREHENSIONS)] == [node]
    module = python_bindings(tmp_path, {"title": "Deep", **schema})
    assert module.dump(module.parse(value)) == value
