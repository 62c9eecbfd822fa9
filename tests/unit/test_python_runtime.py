"""What every generated Python module stands on: JSON text, issues, values that are absent."""

from __future__ import annotations

import copy
import json
import math
import pickle
import sys
import time
import traceback
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from support.python_bindings import python_bindings

SCHEMA: dict[str, object] = {
    "title": "Holder",
    "type": "object",
    "properties": {
        "any": {},
        "count": {"type": "integer", "minimum": 0, "maximum": 2**64 - 1},
        "share": {"type": "number"},
        "list": {"type": "array", "items": {"type": "number"}},
        "when": {"type": "string", "format": "date-time"},
        "note": {"type": ["string", "null"]},
    },
}


UNION: dict[str, object] = {
    "title": "Union",
    "oneOf": [
        {
            "title": kind,
            "type": "object",
            "properties": {"kind": {"const": kind}, "of": {"enum": [1, 2]}},
            "required": ["kind", "of"],
        }
        for kind in ("a", "b")
    ],
}


@pytest.fixture(scope="module")
def holder(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return python_bindings(tmp_path_factory.mktemp("holder"), SCHEMA)


def issues(read: Callable[[Any], object], data: object) -> list[tuple[str, str, str]]:
    """The issues of a payload that is refused; a reader of anything else fails the test."""
    try:
        read(data)
    except ValueError as error:
        return [(issue.path, issue.code, issue.message) for issue in error.issues]  # type: ignore[attr-defined]
    raise AssertionError(f"accepted: {data!r}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{} {}",
        "{}\x00",
        "\ufeff{}",
        "{'a': 1}",
        '{"a": 1,}',
        '{"a": 01}',
        '{"a": +1}',
        '{"a": .5}',
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"a": "\t"}',
        '{"a": "\\x41"}',
        "// no comment\n{}",
        "\u00a0{}",
    ],
)
def test_text_that_is_not_json(holder: Any, text: str) -> None:
    assert issues(holder.decode, text) == [("", "json", "is not valid JSON")]
    assert issues(holder.decode, text.encode()) == [("", "json", "is not valid JSON")]


@pytest.mark.parametrize("data", [b"\xff", b'{"a": "\xc0\x80"}', b'{"a": "\xed\xa0\x80"}'])
def test_bytes_that_are_not_utf8(holder: Any, data: bytes) -> None:
    assert issues(holder.decode, data) == [("", "json", "is not valid UTF-8")]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "\\ud83d"}',
        '{"a": "\\uDE00"}',
        '{"\\ud83d": 1}',
        '{"a": "\\ud83d\\n\\ude00"}',
        '{"a": "\\ude00\\ud83d"}',
        '{"a": "\\ud83d", "a": 1}',
        '{"a": "\ud83d"}',
        '{"a": "\\\\\\ud83d"}',
    ],
)
def test_lone_surrogate(holder: Any, text: str) -> None:
    assert issues(holder.decode, text) == [("", "json", "has a lone surrogate")]


@pytest.mark.parametrize("text", ['{"a": "\\ud83d\\ude00"}', '{"a": "\\\\ud83d"}', '{"a": "😀"}'])
def test_what_only_looks_like_a_lone_surrogate(holder: Any, text: str) -> None:
    assert holder.decode(text) == holder.decode("{}")


def test_nesting_is_counted_outside_strings(holder: Any) -> None:
    deepest = '{"any": ' + "[" * 126 + "]" * 126 + "}"
    deeper = '{"any": ' + "[" * 127 + "]" * 127 + "}"
    refused = [("", "json", "has more than 127 levels of nesting")]
    assert holder.encode(holder.decode(deepest)) == deepest.replace(" ", "").encode()
    assert issues(holder.decode, deeper) == refused
    assert issues(holder.decode, "[" * 1_000_000) == refused
    assert issues(holder.parse, json.loads(deeper)) == refused
    with pytest.raises(holder.EncodeError, match="levels of nesting"):
        holder.encode(replace(holder.decode(deepest), any=json.loads(deeper)["any"]))
    brackets = {"any": '"\\' + "[" * 500}
    assert holder.decode(json.dumps(brackets)).any == brackets["any"]
    side_by_side = {"any": [[] for _ in range(500)]}
    assert holder.decode(json.dumps(side_by_side)).any == side_by_side["any"]


def test_records_inside_each_other_without_end_are_too_deep(tmp_path: Path) -> None:
    chain = python_bindings(
        tmp_path, {"title": "Chain", "type": "object", "properties": {"next": {"$ref": "#"}}}
    )
    value = None
    for _ in range(5000):
        value = chain.Chain(next=value)
    for write in (chain.encode, chain.dump):
        with pytest.raises(chain.EncodeError, match="levels of nesting"):
            write(value)


def test_a_value_that_holds_itself_is_refused(holder: Any) -> None:
    endless: list[object] = []
    endless.append(endless)
    assert issues(holder.parse, endless) == [("", "json", "has more than 127 levels of nesting")]


def test_integers_of_many_digits(holder: Any) -> None:
    longest, longer = "9" * 4300, "9" * 4301
    refused = [("", "json", "has a number of more than 4300 digits")]
    assert holder.decode(f'{{"any": -{longest}}}').any == -int(longest)
    for text in (f'{{"any": {longer}}}', f'{{"x": -{longer}}}', f'{{"any": {longer}, "any": 1}}'):
        assert issues(holder.decode, text) == refused
    assert issues(holder.decode, f'{{"any": {longer}') == [("", "json", "is not valid JSON")]
    assert holder.decode(f'{{"any": "{longer}"}}').any == longer
    assert holder.decode(f'{{"any": 0.{longer}}}').any == 1.0


@pytest.mark.parametrize(
    "text",
    ["[" * 200 + '"\\' * 500_000, '"' + ("1" * 4300 + "x") * 500, '{"a": "\\ud83d' * 100_000],
)
def test_long_texts_that_are_refused_take_little_time(holder: Any, text: str) -> None:
    start = time.process_time()
    assert issues(holder.decode, text)
    assert time.process_time() - start < 2


def test_white_space_duplicates_and_bytes(holder: Any) -> None:
    assert holder.decode(' \t\r\n{"any": 1, "any": 2}\n').any == 2
    assert holder.decode('{"any": "é"}'.encode()).any == "é"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"any": (1,)}, [("/any", "json", "is not a JSON value")]),
        ({"any": {1}}, [("/any", "json", "is not a JSON value")]),
        ({"any": {1: 2}}, [("/any", "json", "is not a JSON value")]),
        ({"any": ["\ud800"]}, [("/any/0", "json", "has a lone surrogate")]),
        ({"any": {"\udfff": 1}}, [("/any", "json", "has a lone surrogate")]),
        (object(), [("", "json", "is not a JSON value")]),
        (
            {"z": b"", "a~/": bytearray(), "count": "wrong too"},
            [
                ("/a~0~1", "json", "is not a JSON value"),
                ("/z", "json", "is not a JSON value"),
            ],
        ),
    ],
)
def test_values_that_are_not_json(
    holder: Any, value: object, expected: list[tuple[str, str, str]]
) -> None:
    assert issues(holder.parse, value) == expected
    assert [(i.path, i.code, i.message) for i in holder.validate(value)] == expected


def test_what_is_required_and_not_described_has_to_be_json(tmp_path: Path) -> None:
    described: dict[str, object] = {"properties": {"n": {"type": "integer"}}}
    schema = {"title": "Held", "type": "object", "required": ["any"], **described}
    held = python_bindings(tmp_path, schema)
    assert issues(held.parse, {"any": math.inf}) == [("/any", "json", "must be a finite number")]


@pytest.mark.parametrize("text", ['{"any": 1e999}', '{"any": [{"a": -1e999}]}', '{"share": 1e999}'])
def test_numbers_past_the_range_of_a_double(holder: Any, text: str) -> None:
    [(path, code, message)] = issues(holder.decode, text)
    assert (code, message) == ("json", "must be a finite number")
    assert path in {"/any", "/any/0/a", "/share"}


def test_numbers(holder: Any) -> None:
    read = holder.decode('{"count": 1e3, "share": 2, "any": 18446744073709551617}')
    assert (read.count, type(read.count)) == (1000, int)
    assert (read.share, type(read.share)) == (2, int)
    assert read.any == 2**64 + 1
    assert holder.decode('{"count": 18446744073709551615}').count == 2**64 - 1
    too_large = [("/count", "maximum", "must be at most 18446744073709551615")]
    assert issues(holder.decode, '{"count": 18446744073709551615.0}') == too_large
    assert issues(holder.decode, '{"count": true}') == [("/count", "type", "must be an integer")]
    assert issues(holder.decode, '{"count": 1e999}') == [("/count", "type", "must be an integer")]
    huge = '{"share":1' + "0" * 400 + "}"
    assert holder.encode(holder.decode(huge)).decode() == huge


@pytest.mark.parametrize("member", ["any", "list"])
def test_issues_past_the_hundredth_are_not_told(holder: Any, member: str) -> None:
    exact = issues(holder.parse, {member: [math.inf] * 100})
    assert [path for path, _, _ in exact] == [f"/{member}/{index}" for index in range(100)]
    last = ("", "limit", "has more issues than the 100 told here")
    assert issues(holder.parse, {member: [math.inf] * 101}) == [*exact, last]
    foreign = issues(holder.parse, {member: [b""] * 101})
    assert (len(foreign), foreign[-1]) == (101, last)


def test_a_million_wrong_items_take_little_time(holder: Any) -> None:
    value = {"list": ["x"] * 1_000_000}
    text = json.dumps(value)
    began = time.perf_counter()
    assert len(issues(holder.decode, text)) == 101
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"any": [math.nan]}, [("/any/0", "json", "must be a finite number")]),
        ({"share": math.inf}, [("/share", "json", "must be a finite number")]),
        ({"any": {"a": "\ud800"}}, [("/any/a", "json", "has a lone surrogate")]),
        ({"any": 10**4300}, [("/any", "json", "has a number of more than 4300 digits")]),
        ({"when": "\udc00"}, [("/when", "json", "has a lone surrogate")]),
    ],
)
def test_values_without_a_text(
    holder: Any, value: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    assert issues(holder.encode, holder.Holder(**value)) == expected


def test_errors_tell_their_issues_and_can_be_copied(holder: Any) -> None:
    with pytest.raises(holder.DecodeError) as caught:
        holder.decode('{"count": -1, "share": "1"}')
    assert str(caught.value) == "/count must be at least 0\n/share must be a number"
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - made in the line itself
    assert again.issues == caught.value.issues
    with pytest.raises(holder.DecodeError, match=r"^the payload must be an object$"):
        holder.decode("[]")


@pytest.mark.parametrize("payload", ['"hush"', '{"kind":"hush"}', '{"kind":"a","of":"hush"}'])
def test_tracebacks_quote_no_payload(tmp_path: Path, payload: str) -> None:
    union = python_bindings(tmp_path, UNION)
    with pytest.raises(union.DecodeError) as caught:
        union.decode(payload)
    assert "hush" not in "".join(traceback.format_exception(caught.value))


def test_no_member_is_written_twice(tmp_path: Path) -> None:
    members = {"name": {"type": "string"}}
    schema = {"title": "Open", "type": "object", "properties": members}
    module = python_bindings(tmp_path, {**schema, "additionalProperties": True})
    assert module.encode(module.Open(name="a", extra={"b": 1})) == b'{"name":"a","b":1}'
    with pytest.raises(ValueError, match=r'^"name" stands twice'):
        module.encode(module.Open(name="a", extra={"name": "b"}))


def test_functions_go_by_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    union = python_bindings(tmp_path, UNION)
    monkeypatch.syspath_prepend(tmp_path)
    assert union.decode.__qualname__ == "decode_union"
    for name in ("decode", "encode_a", "parse_b", "dump", "validate"):
        function = getattr(union, name)
        assert function.__module__ == union.__name__
        assert pickle.loads(pickle.dumps(function)) is function  # noqa: S301 - made in the line


def test_functions_say_what_they_take_and_give(tmp_path: Path) -> None:
    union = python_bindings(tmp_path, UNION)
    anything = "Union | UnknownUnion"
    assert {name: getattr(union, name).__annotations__ for name in ("decode_a", "encode_a")} == {
        "decode_a": {"data": "bytes | str", "return": "A"},
        "encode_a": {"value": "A", "return": "bytes"},
    }
    assert union.decode.__annotations__["return"] == anything
    assert union.parse.__annotations__["return"] == anything
    assert union.encode.__annotations__["value"] == anything
    assert union.dump_b.__annotations__ == {"value": "B", "return": "JsonValue"}


def test_what_to_do_with_unknown_tags_is_asked_of_unions_and_in_two_words(tmp_path: Path) -> None:
    union = python_bindings(tmp_path, UNION)
    with pytest.raises(TypeError, match="unknown"):
        union.decode_a('{"kind":"a","of":1}', unknown="keep")
    for read, value in ((union.decode, '{"kind":"c"}'), (union.parse, {"kind": "a", "of": 1})):
        with pytest.raises(
            ValueError, match=r"""^unknown has to be "error" or "keep", not 'kepp'$"""
        ):
            read(value, unknown="kepp")


NESTED: dict[str, object] = {
    "title": "Outer",
    "type": "object",
    "properties": {
        "class": {"$ref": "#/$defs/Inner"},
        "all": {"type": "array", "items": {"$ref": "#/$defs/Inner"}},
        "named": {"type": "object", "additionalProperties": {"type": "integer"}},
        "any": {},
        "pair": {
            "type": "array",
            "prefixItems": [{"type": "string"}, {"type": "integer"}],
            "minItems": 2,
            "maxItems": 2,
        },
        "either": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "number"}}]},
    },
    "$defs": {
        "Inner": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "union": UNION},
            "required": ["name"],
        }
    },
}


@pytest.fixture(scope="module")
def nested(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return python_bindings(tmp_path_factory.mktemp("nested"), NESTED)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "the value has to be Outer, not NoneType"),
        (lambda m: m.Inner(name="a"), "the value has to be Outer, not Inner"),
        (
            lambda m: m.Outer(class_=m.Inner(name=None)),
            "Outer.class_.name has to be str, not NoneType",
        ),
        (lambda m: m.Outer(class_={"name": "a"}), "Outer.class_ has to be Inner | None, not dict"),
        (
            lambda m: m.Outer(class_=m.Inner(name="a", union={"kind": "a", "of": 1})),
            "Outer.class_.union has to be Union | None, not dict",
        ),
        (
            lambda m: m.Outer(class_=m.Inner(name="a", union=m.B(of=2)), all=(m.Inner(name=1),)),
            "Outer.all[0].name has to be str, not int",
        ),
        (
            lambda m: m.Outer(all=(m.Inner(name="a"), None)),
            "Outer.all[1] has to be an item of tuple[Inner, ...] | None, not NoneType",
        ),
        (lambda m: m.Outer(all=1), "Outer.all has to be tuple[Inner, ...] | None, not int"),
        (
            lambda m: m.Outer(named={"a": 1, "b": "c"}, any=[None]),
            "Outer.named['b'] has to be a member of Mapping[str, int] | None, not str",
        ),
        (
            lambda m: m.Outer(named={3: 1}),
            "Outer.named[3] has to be named by str, not int",
        ),
        (
            lambda m: m.Outer(pair=("a", "b")),
            "Outer.pair[1] has to be an item of tuple[str, int] | None, not str",
        ),
        (
            lambda m: m.Outer(pair=("a",)),
            "Outer.pair has to be tuple[str, int] | None, not tuple of length 1",
        ),
        (
            lambda m: m.Outer(either=("a",)),
            "Outer.either[0] has to be an item of str | tuple[float, ...] | None, not str",
        ),
    ],
)
def test_a_value_of_another_type_is_told_by_its_place(
    nested: Any, make: Callable[[Any], object], message: str
) -> None:
    for write in (nested.encode, nested.dump):
        with pytest.raises(TypeError) as caught:
            write(make(nested))
        assert str(caught.value) == message


def test_a_value_of_no_class_of_a_union_is_told(tmp_path: Path) -> None:
    union = python_bindings(tmp_path, UNION)
    with pytest.raises(TypeError, match=r"^the value has to be Union \| UnknownUnion, not dict$"):
        union.encode({"kind": "a", "of": 1})

    class Derived(union.A):  # type: ignore[misc, name-defined]
        pass

    told = "^Derived is derived from a class of the schema; only those are written$"
    with pytest.raises(TypeError, match=told):
        union.encode(Derived(of=1))


class Share(float):
    """A number that writes itself in a way of its own, as those of NumPy do."""

    def __repr__(self) -> str:
        return f"Share({float(self)})"

    __str__ = __repr__


def test_numbers_of_classes_of_their_own_are_written_as_numbers(holder: Any) -> None:
    value = holder.Holder(share=Share(0.5), list=(Share(1),), any=[Share(1.5)])
    assert holder.encode(value) == b'{"any":[1.5],"share":0.5,"list":[1.0]}'
    for number in (Share("inf"), Share("nan")):
        assert issues(holder.encode, holder.Holder(share=number)) == [
            ("/share", "json", "must be a finite number")
        ]


@pytest.mark.parametrize("value", [uuid.UUID(int=1), date(2026, 3, 1), Decimal(1), {1}, object()])
def test_what_is_no_json_is_told_by_its_place(holder: Any, value: object) -> None:
    wrong = [("/any/a", "json", "is not a JSON value")]
    assert issues(holder.encode, holder.Holder(any={"a": value})) == wrong
    assert issues(holder.dump, holder.Holder(any={"a": value})) == wrong
    assert issues(holder.encode, holder.Holder(any={"a": value}, note="\ud800")) == [
        ("/any/a", "json", "is not a JSON value"),
        ("/note", "json", "has a lone surrogate"),
    ]
    name = type(value).__name__
    with pytest.raises(TypeError, match=rf"^Holder.note has to be str .* None, not {name}$"):
        holder.encode(holder.Holder(note=value))


def test_json_of_another_type_is_told_by_its_place(holder: Any) -> None:
    with pytest.raises(TypeError, match=r"^Holder.note has to be str \| Absent \| None, not int$"):
        holder.encode(holder.Holder(note=1))
    with pytest.raises(TypeError, match=r"^Holder.count has to be int \| None, not float$"):
        holder.encode(holder.Holder(count=1.5))


def test_absent_is_neither_null_nor_true(holder: Any) -> None:
    absent = sys.modules[holder.__package__].ABSENT
    read = holder.decode("{}")
    assert read.note is absent
    assert not absent
    assert repr(absent) == "ABSENT"
    assert copy.deepcopy(read).note is absent
    assert holder.encode(read) == b"{}"
    assert holder.encode(holder.decode('{"note": null}')) == b'{"note":null}'


RIGHT = """
2026-03-01T09:08:07Z
2026-03-01t09:08:07.123456789012345z
2026-12-31T23:59:59+23:59
2024-02-29T00:00:00-00:00
2000-02-29T00:00:00Z
0000-02-29T00:00:00Z
2016-12-31T23:59:60Z
2017-01-01T05:29:60.5+05:30
2016-12-31T15:59:60-08:00
"""
WRONG = """
2026-03-01 09:08:07Z
2026-03-01T09:08:07
2026-03-01T09:08Z
2026-03-01T09:08:07.Z
2026-3-01T09:08:07Z
2026-02-29T00:00:00Z
2100-02-29T00:00:00Z
2024-02-30T00:00:00Z
2026-04-31T00:00:00Z
2026-00-01T00:00:00Z
2026-13-01T00:00:00Z
2026-01-00T00:00:00Z
2026-01-32T00:00:00Z
2026-03-01T24:00:00Z
2026-03-01T09:60:00Z
2026-03-01T09:08:61Z
2026-03-01T09:08:60Z
2026-03-01T23:59:60+01:00
2024-02-29T23:59:61Z
2024-02-29T00:00:00+24:00
2024-02-29T00:00:00+01:60
2026-03-01T09:08:07+0100
2026-03-01T09:08:07Zx
٢٠٢٦-03-01T09:08:07Z
"""


@pytest.mark.parametrize("text", RIGHT.split("\n")[1:-1])
def test_date_times(holder: Any, text: str) -> None:
    assert holder.decode(json.dumps({"when": text})).when == text


@pytest.mark.parametrize("text", [*WRONG.split("\n")[1:-1], "2026-03-01T09:08:07Z\n", ""])
def test_what_is_no_date_time(holder: Any, text: str) -> None:
    refused = [("/when", "format", "must be a valid date-time")]
    assert issues(holder.decode, json.dumps({"when": text})) == refused


def test_formats_are_annotations_where_they_are_not_asserted(tmp_path: Path) -> None:
    module = python_bindings(tmp_path, SCHEMA, format_assertion=False)
    assert module.decode('{"when": "soon"}').when == "soon"
