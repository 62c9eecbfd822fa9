"""Split a file of payloads, one JSON document or JSON lines, and find the lines of its parts."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from eventwright.frozen import frozen

_SPACE = re.compile(r"[ \t\r\n]*")
_decoder = json.JSONDecoder()


@frozen
class Payload:
    """One payload, and the line of its file on which it begins, counted from 1."""

    line: int
    text: bytes


def split(stream: BinaryIO) -> Iterator[Payload]:
    """The payloads of a file; JSON lines one by one, as they arrive.

    The file is one payload when it is one JSON document, or when its first line opens a document
    that goes on over the next lines. Otherwise each line that isn't blank is one. Raises OSError.
    """
    number, first = _first_line(stream)
    lines: Iterable[bytes] = chain([first], stream)
    opens = first.removeprefix(codecs.BOM_UTF8).strip() in (b"{", b"[")
    if opens or not _is_document(first):
        whole = first + stream.read()
        if opens or _is_document(whole):
            yield Payload(number, whole)
            return
        lines = whole.split(b"\n")
    for line_number, line in enumerate(lines, number):
        if line.strip():
            yield Payload(line_number, line.rstrip(b"\r\n"))


def line_of(payload: Payload, pointer: str) -> int:
    """The line, in its file, of the value at `pointer`, or of the nearest value around it.

    The line of the mistake for a payload that is no JSON.
    """
    if b"\n" not in payload.text:
        return payload.line
    try:
        text = payload.text.decode()
        json.loads(text)
        return payload.line + text.count("\n", 0, _offset(text, pointer))
    except json.JSONDecodeError as error:
        return payload.line + error.lineno - 1
    except (ValueError, RecursionError):
        return payload.line


def _first_line(stream: BinaryIO) -> tuple[int, bytes]:
    """The first line that isn't blank, and its number."""
    return next(((n, line) for n, line in enumerate(stream, 1) if line.strip()), (1, b""))


def _is_document(text: bytes) -> bool:
    try:
        json.loads(text.decode())
    except (json.JSONDecodeError, UnicodeDecodeError):
        return False
    except (ValueError, RecursionError):
        return True  # It is too deep, or a number too long, to read: whole all the same.
    return True


def _offset(text: str, pointer: str) -> int:
    """Where the value at `pointer` begins in a JSON text."""
    here = _skip(text, 0)
    for segment in pointer.split("/")[1:]:
        children = _children(text, here)
        name = segment.replace("~1", "/").replace("~0", "~")
        if name not in children:
            break
        here = children[name]
    return here


def _children(text: str, start: int) -> dict[str, int]:
    """Where each member or item of the object or array at `start` begins; none for other values."""
    found: dict[str, int] = {}
    if text[start] not in "{[":
        return found
    here = _skip(text, start + 1)
    while text[here] not in "}]":
        name = str(len(found))
        if text[start] == "{":
            name, here = _decoder.raw_decode(text, here)
            here = _skip(text, _skip(text, here) + 1)
        found[name] = here
        here = _skip(text, _decoder.raw_decode(text, here)[1])
        if text[here] == ",":
            here = _skip(text, here + 1)
    return found


def _skip(text: str, start: int) -> int:
    """The end of the white space at `start`."""
    space = _SPACE.match(text, start)
    return space.end() if space else start
