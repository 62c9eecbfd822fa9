"""What is wrong with a text that is not JSON, in words for whoever wrote it."""

from __future__ import annotations

import json
import re

_YAML = re.compile(r"(---|%YAML|[\w$-]+:)(\s|$)")
_COMMENT = re.compile(r"//|/\*|#")
_WORD = re.compile(r"(True|False|None|undefined)\b")
_IN_JSON = {"True": "true", "False": "false", "None": "null", "undefined": "null"}
_BY_MESSAGE = {
    "Expecting property name": ("a name without double quotes", "put it in double quotes"),
    "Expecting ',' delimiter": ("a comma is missing", "put one before what stands there"),
    "Expecting ':' delimiter": ("a colon is missing", "put one before what stands there"),
    "Extra data": ("more text follows what is closed", "remove it, or a bracket before it"),
    "Invalid \\escape": ("a backslash begins no escape", r"write a backslash as \\"),
    "Invalid control character": ("a line break or the like in a string", r"write it as \n"),
    "Unterminated string": ("a string has no end", "put a double quote at its end"),
}
"""What there is to say by the beginning of what `json` says."""


def mistake(text: str, error: json.JSONDecodeError) -> tuple[str, str]:
    """The problem with a text, with its line and column, and the cure.

    What stands at the place counts first: `json` tells less, and differs from version to version.

    Args:
        text: The text, which is not JSON.
        error: What `json` says of it.
    """
    at = error.pos
    left, right = text[:at].rstrip(), text[at:].lstrip()
    # Versions of `json` point to a last comma, or to what is behind it.
    comma = at if right.startswith(",") else len(left) - 1
    closing = right.removeprefix(",").lstrip()[:1]
    word = _WORD.match(right)
    if text[comma : comma + 1] == "," and closing in ("}", "]"):
        return _placed(f"a comma before the closing {closing}", text, comma), "remove the comma"
    if not right:
        said = "the text ends too soon", "close what is open in it"
    elif not left and _YAML.match(right):
        said = "it reads like YAML", "convert it first, such as by npx js-yaml"
    elif _COMMENT.match(right):
        said = "a comment", 'remove it, or say it in a "$comment"'
    elif right.startswith("'"):
        said = "single quotes", "use double quotes"
    elif word:
        said = f"{word[0]} is no JSON", f"write {_IN_JSON[word[0]]}"
    elif right.startswith(("}", "]")):
        said = f"{right[0]} closes what is not open", "close what is open, or remove it"
    else:
        found = (said for start, said in _BY_MESSAGE.items() if error.msg.startswith(start))
        said = next(found, (error.msg, "correct the text there"))
    return _placed(said[0], text, at), said[1]


def _placed(problem: str, text: str, at: int) -> str:
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return f"is not JSON: {problem} at line {line}, column {column}"
