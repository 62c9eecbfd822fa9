"""The Python bindings give the same answers with every parser that they may find."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import pytest

from support.parsers import PARSERS, only
from support.python_bindings import python_bindings

FASTER = PARSERS[1:]

SCHEMA: dict[str, object] = {
    "title": "Holder",
    "type": "object",
    "properties": {
        "any": {},
        "count": {"type": "integer"},
        "long": {"type": "integer", "minimum": -(2**63), "maximum": 2**64 - 1},
        "share": {"type": "number"},
        "even": {"type": "integer", "multipleOf": 2},
        "one": {"enum": [1e22, "1e22"]},
        "text": {"type": "string"},
        "wide": {"default": {"any": 1e300}},
        "frame": {
            "title": "Frame",
            "oneOf": [
                {"type": "object", "properties": {"op": {"const": op}}, "required": ["op"]}
                for op in (0, 1, 1000)
            ],
        },
    },
}

NUMBERS = (
    *("0", "-0", "-0.0", "1.0", "1e3", "1E400", "-1e400", "0.1e-400", "2.2250738585072011e-308"),
    *(str(2**53 + 1), "9007199254740993.0", str(2**63), str(-(2**63) - 1), str(2**64 - 1)),
    *(str(2**64), str(2**64 + 1), "1e19", "1e22", "1" + "0" * 22, "1" + "0" * 21 + "2", "1e300"),
    *("123456789012345678901234567890.5", "9" * 400, "9" * 4300, "9" * 4301, "-" + "9" * 5000),
    *("01", "1.", ".5", "+1", "-", "1e", "NaN", "Infinity", "-Infinity", "0x1", "1_000"),
)
TEXTS = (
    *(b"", b" ", b"{}", b" {}\n", b"\xef\xbb\xbf{}", b"\x00{}", b"{}\x00", b"{} {}", b"\xc2\xa0{}"),
    *(b"{}\n", b"{}\r\n\t ", b"{}\x0b", b"{}\x0c", b"{}\xc2\xa0", b"{}\n1"),
    *(
        b"[]",
        b"null",
        b"{",
        b'{"any"',
        b'{"any":1,}',
        b"{'any':1}",
        b'{"any":1,"any":2}',
        b"/**/{}",
    ),
    *(b'{"text":"\xff"}', b'{"text":"\xed\xa0\x80"}', b'{"text":"\xc0\x80"}', b'{"text":"\t"}'),
    *(b'{"text":"\x01"}', b'{"text":"\x7f"}', b'{"text":"a\x00b"}', b'{"text":"\xf4\x90\x80\x80"}'),
    *(rb'{"text":"\ud800"}', rb'{"text":"\uDC00"}', rb'{"x":"\ud83d\u0041"}', rb'{"text":"\x41"}'),
    *(rb'{"text":"\ud83d\ude00"}', rb'{"\u0061ny":1}', rb'{"text":"\u00g0"}', rb'{"\ud800":1}'),
    *(
        '{"text":"größer 東京 😀"}'.encode(),
        "{}".encode("utf-16"),
        b'{"text":' + b'"x' * 5000 + b'"}',
    ),
    *(b'{"any":' + b"[" * n + b"]" * n + b"}" for n in (126, 127, 900, 1100, 100_000)),
    *(b'{"x":' * n + b"1" + b"}" * n for n in (127, 128, 900, 1100)),
    b'{"any":[' + b"[]," * 400 + b"[]]}",
    ('{"any":[1e400,"ö' + "[" * 130 + '"]}').encode(),
    *(
        b'{"text":"' + b"x" * 5000 + b'"}' + end
        for end in (b"\r\n\t ", b"\x0b", b"\n1", b"\xc2\xa0")
    ),
    *(f'{{"{name}":{number}}}'.encode() for name in ("any", "x") for number in NUMBERS),
    *(f'{{"{name}":{n}}}'.encode() for name in ("count", "long", "share", "even") for n in NUMBERS),
    *(f'{{"one":{number}}}'.encode() for number in NUMBERS),
    *(f'{{"frame":{{"op":{number}}}}}'.encode() for number in (*NUMBERS, "true", "false")),
    *(f'{{"any":[1,{{"a":{number}}}]}}'.encode() for number in NUMBERS),
)


@pytest.fixture(scope="module")
def holders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """The same bindings, once for each parser: no other one is found."""
    made = {}
    for parser in PARSERS:
        with only(parser):
            made[parser] = python_bindings(tmp_path_factory.mktemp("holder"), SCHEMA)
    return made


def outcome(module: Any, data: bytes | str) -> str:
    """What comes of a text: the value and what is written of it, or the issues."""
    try:
        value = module.decode(data)
    except module.DecodeError as error:
        return repr(error.issues)
    try:
        return f"{value!r} {module.encode(value)!r}"
    except module.EncodeError as error:
        return f"{value!r} {error.issues!r}"


def test_each_parser_is_the_one_that_is_used(holders: Mapping[str, Any]) -> None:
    found = {
        name: getattr(sys.modules[f"{holder.__package__}._json"].load, "__module__", None)
        for name, holder in holders.items()
    }
    assert found == {PARSERS[0]: None, "orjson": "orjson", "msgspec": "msgspec._core"}


@pytest.mark.parametrize("parser", FASTER)
@pytest.mark.parametrize("data", TEXTS, ids=lambda data: repr(data[:40]))
def test_a_faster_parser_changes_nothing(
    holders: Mapping[str, Any], parser: str, data: bytes
) -> None:
    expected = outcome(holders[PARSERS[0]], data)
    assert outcome(holders[parser], data) == expected
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return
    assert outcome(holders[parser], text) == outcome(holders[PARSERS[0]], text)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("arrays", [0, 1, 40, 90, 126])
def test_levels_are_counted_in_the_shortest_texts(
    holders: Mapping[str, Any], parser: str, arrays: int
) -> None:
    holder = holders[parser]
    levels = ["{}"] * (126 - arrays) + ["[]"] * arrays
    for order in (levels, levels[::-1], levels[::2] + levels[1::2]):
        for innermost in ("{}", "[]"):
            deepest = nested(["{}", *order[1:], innermost])
            deeper = nested(["{}", *order, innermost])
            assert holder.decode(deepest) == holder.decode(deepest.encode()) == holder.Holder()
            for data in (deeper, deeper.encode()):
                assert "127 levels" in outcome(holder, data)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "noise", ["", "]}]}", r"\"]}", r"}]\\", r"\\\"[", "[{[{", r"\n\\[\"", "ö[😀]"]
)
def test_levels_are_counted_among_brackets_in_strings(
    holders: Mapping[str, Any], parser: str, noise: str
) -> None:
    holder = holders[parser]
    for kinds in (["[]"], ["{}"], ["{}", "[]"]):
        levels = kinds * 127
        for wide in ("[]", "{}"):
            deepest = nested(["{}", *levels[:126]], f'"{noise}"', wide)
            deeper = nested(["{}", *levels[:127]], f'"{noise}"', wide)
            assert holder.decode(deepest) == holder.decode(deepest.encode()) == holder.Holder()
            for data in (deeper, deeper.encode()):
                assert "127 levels" in outcome(holder, data)


def nested(levels: list[str], string: str = "", wide: str = "") -> str:
    """A text with these levels, from the outermost to one that is empty.

    It is the shortest, unless each level has a string and another value beside the one inside it.
    """
    beside = f"{string},{wide}," if string else ""
    member = f'{string}:{string},"w":{wide},"":' if string else '"":'
    opening = "".join("{" + member if level == "{}" else "[" + beside for level in levels[:-1])
    return opening + levels[-1] + "".join(level[-1] for level in levels[-2::-1])


@pytest.mark.parametrize("parser", PARSERS)
def test_a_default_past_64_bits_is_made(holders: Mapping[str, Any], parser: str) -> None:
    assert holders[parser].Holder().wide == {"any": 1e300}
