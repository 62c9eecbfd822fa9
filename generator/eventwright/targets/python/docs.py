"""Docstrings: what the schema says about a type, a member or a value."""

from __future__ import annotations

import re
import textwrap

from eventwright.modelling.model import Doc
from eventwright.rendering.code import Code, python_docstring

LINE_LENGTH = 100
_QUOTES = '"""'
_SENTENCE_END = re.compile(r"(?<=[.!?])[ \n]+(?=[A-Z])")


def docstring(doc: Doc, *, indent: int) -> Code | None:
    """The docstring of a member or an alias; None where the schema says nothing.

    Its first line stands where the template puts it, the others are indented by so many spaces.
    """
    return _quoted(_text(doc), indent)


def summarised(doc: Doc, *, indent: int) -> Code | None:
    """The same for a class or a module: the first sentence stands alone, as PEP 257 asks."""
    text = _text(doc)
    if _fits(text, indent):
        return _quoted(text, indent)
    first, *rest = _SENTENCE_END.split(text, maxsplit=1)
    return _quoted("\n\n".join([first, *rest]) if _fits(first, indent) else text, indent)


def _text(doc: Doc) -> str:
    paragraphs = [doc.description] if doc.description else []
    if doc.deprecated:
        paragraphs.append("Deprecated.")
    return python_docstring("\n\n".join(paragraphs))


def _fits(text: str, indent: int) -> bool:
    return "\n" not in text and indent + len(text) + 2 * len(_QUOTES) <= LINE_LENGTH


def _quoted(text: str, indent: int) -> Code | None:
    if not text:
        return None
    if _fits(text, indent):
        return Code(f"{_QUOTES}{text}{_QUOTES}")
    first, *rest = text.splitlines()
    width = LINE_LENGTH - indent
    lines = _wrap(_QUOTES + first, width)
    for line in rest:
        lines += _wrap(line, width)
    margin = " " * indent
    return Code("\n".join(f"{margin}{line}".rstrip() for line in [*lines, _QUOTES]).lstrip())


def _wrap(line: str, width: int) -> list[str]:
    """One line of text, broken where it is too long; an indented one keeps its indentation."""
    margin = line[: len(line) - len(line.lstrip())]
    broken = textwrap.wrap(
        line.strip(),
        width,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return broken or [""]
