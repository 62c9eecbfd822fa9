"""The only text that may reach a template: identifiers, literals and comments made safe."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import final

from eventwright.reading.jsontext import Json

# What could end a line, a comment or a string early, or show a reader other text than is there:
# control characters, U+2028 and U+2029, zero-width and bidirectional controls, and a stray BOM.
# `str.isprintable` is False for each of them, and much quicker to ask.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)

# Where a tag of JSDoc, an order to the TypeScript compiler, or one to Biome begins, or goes on.
_ORDER = re.compile(r"(?<![^\s{])(?=@\S)|(?<=\bbiome)(?=[-_]?ignore)", re.IGNORECASE)

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


@final
class Code(str):
    """Text that is safe to stand in generated code.

    Only this module and the target modules make it, from identifiers, literals and fixed words.
    Any string operation gives back a plain `str`, which a template refuses.
    """

    __slots__ = ()

    def join(self, parts: Iterable[str]) -> Code:
        """The parts with this text between them.

        Raises:
            TypeError: A part is not Code.
        """
        items = list(parts)
        for part in items:
            if not isinstance(part, Code):
                raise TypeError(f"not safe to stand in generated code: {part!r}")
        return Code(str.join(self, items))


def identifier(text: str) -> Code:
    """A name that both languages accept as it stands.

    Raises:
        ValueError: The text is no identifier; naming should have made one of it.
    """
    if not (text.isascii() and text.isidentifier()):
        raise ValueError(f"not an identifier: {text!r}")
    return Code(text)


def _escape(match: re.Match[str]) -> str:
    point = ord(match[0])
    if point > 0xFFFF:
        point -= 0x10000
        return f"\\u{0xD800 + (point >> 10):04x}\\u{0xDC00 + (point & 0x3FF):04x}"
    return f"\\u{point:04x}"


def json_literal(value: Json) -> Code:
    """A value as JSON text in which every invisible or line-ending character is escaped.

    It is a literal of TypeScript too: JSON is a subset of ECMAScript since ECMA-262 2019.
    """
    text = _encode(value)
    return Code(text if text.isprintable() else _UNSAFE.sub(_escape, text))


def python_literal(value: Json) -> Code:
    """A value as a Python expression; strings are quoted the way ruff quotes them."""
    match value:
        case None | bool() | int() | float():
            return Code(repr(value))
        case str():
            text = _encode(value)
            return Code(text if text.isprintable() else _UNSAFE.sub(_python_escape, text))
        case list():
            return Code(f"[{', '.join(map(python_literal, value))}]")
        case dict():
            pairs = (f"{python_literal(k)}: {python_literal(v)}" for k, v in value.items())
            return Code(f"{{{', '.join(pairs)}}}")


def python_format(text: str) -> Code:
    """Text as a part of an f-string in single quotes, outside of its braces."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    escaped = escaped.replace("{", "{{").replace("}", "}}")
    return Code(_UNSAFE.sub(_python_escape, escaped))


def _python_escape(match: re.Match[str]) -> str:
    point = ord(match[0])
    return f"\\U{point:08x}" if point > 0xFFFF else f"\\u{point:04x}"


def _visible(text: str) -> str:
    """Text for a comment: line breaks kept, other invisible characters written as escapes."""
    if text.isprintable():
        return text.rstrip()
    lines = re.split(r"\r\n|[\r\n\u2028\u2029]", text)
    return "\n".join(_UNSAFE.sub(_escape, line.replace("\t", " ")).rstrip() for line in lines)


def python_docstring(text: str) -> Code:
    """The lines between the triple quotes of a docstring; the template indents them."""
    safe = _visible(text).strip().replace("\\", "\\\\")
    # Mypy takes orders from any line that begins so, be it in a string.
    safe = safe.replace("# mypy:", "\\x23 mypy:")
    stem = safe.rstrip('"')
    # Quotes at the end would run into the closing ones.
    return Code(stem.replace('"""', '\\"\\"\\"') + '\\"' * (len(safe) - len(stem)))


def typescript_comment(text: str) -> Code:
    """The lines between the delimiters of a block comment; the template indents them.

    A backslash, which TSDoc and Markdown hide, keeps text from being read as an order to a tool.
    """
    safe = _visible(text).strip().replace("*/", "*\\/")
    # To look for the two words first takes a tenth of the time.
    may_order = "@" in safe or "biome" in safe.lower()
    return Code(_ORDER.sub(r"\\", safe) if may_order else safe)
