"""A file of payloads is split as its author meant it, and issues are found on their lines."""

from __future__ import annotations

import io

import pytest

from eventwright.payloads import Payload, line_of, split


@pytest.mark.parametrize(
    ("text", "payloads"),
    [
        (b"", []),
        (b"\n \n", []),
        (b"1", [(1, b"1")]),
        (b'{"a": 1}\n{"a": 2}\n', [(1, b'{"a": 1}'), (2, b'{"a": 2}')]),
        (b"\n\n1\r\n\r\n2\r\n", [(3, b"1"), (5, b"2")]),
        (b'{\n"a": 1\n}\n', [(1, b'{\n"a": 1\n}\n')]),
        (b'\n{"a":\n\n1}', [(2, b'{"a":\n\n1}')]),
        (b'{\n"a": 1,\n}\n', [(1, b'{\n"a": 1,\n}\n')]),
        (b"\xef\xbb\xbf{\n}", [(1, b"\xef\xbb\xbf{\n}")]),
        (b"{bad\n{worse\n1", [(1, b"{bad"), (2, b"{worse"), (3, b"1")]),
        (b"1\n{bad\n", [(1, b"1"), (2, b"{bad")]),
        (b"\xff\n1", [(1, b"\xff"), (2, b"1")]),
        (b"[" * 100_000 + b"\n1", [(1, b"[" * 100_000), (2, b"1")]),
        (b"9" * 5000 + b"\n1", [(1, b"9" * 5000), (2, b"1")]),
    ],
)
def test_split(text: bytes, payloads: list[tuple[int, bytes]]) -> None:
    assert [(p.line, p.text) for p in split(io.BytesIO(text))] == payloads


def test_lines_are_passed_on_as_they_arrive() -> None:
    stream = io.BytesIO(b"1\n" * 100_000)
    payloads = split(stream)
    next(payloads)
    next(payloads)
    assert stream.tell() < 10


DOCUMENT = b"""{
  "a~/b": [
    1,
    {"x": "}\\"", "y":
      2}
  ],
  "c": {}
}"""


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("", 11),
        ("/a~0~1b", 12),
        ("/a~0~1b/0", 13),
        ("/a~0~1b/1/y", 15),
        ("/a~0~1b/7", 12),
        ("/c", 17),
        ("/c/missing", 17),
        ("/missing", 11),
        ("/a~0~1b/0/deeper", 13),
    ],
)
def test_line_of(pointer: str, line: int) -> None:
    assert line_of(Payload(11, DOCUMENT), pointer) == line


def test_line_of_a_mistake_in_the_text() -> None:
    assert line_of(Payload(3, b'{\n"a": 1,\n1}'), "") == 5


def test_line_of_what_cannot_be_read() -> None:
    assert line_of(Payload(3, b"\n" + b"[" * 100_000), "") == 3
    assert line_of(Payload(3, b"\n\xff"), "") == 3
