"""What to tell of a keyword that holds what it must not: in JSON's words, with the likely cure."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, cast

from eventwright.reading.dialect import JSON_TYPES
from eventwright.reading.jsontext import Json

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def problem(error: ValidationError) -> str:
    """What is wrong with a value that a meta-schema refuses."""
    value, asked = cast(Json, error.instance), cast(Json, error.validator_value)
    match error.validator, asked:
        case "type", str() | list():
            kinds = [asked] if isinstance(asked, str) else list(map(str, asked))
            wanted = " or ".join(map(_with_article, kinds))
            return f"must be {wanted}, not {_with_article(_kind(value))}"
        case "enum", list():
            return f"is {json.dumps(value)}, and must be {' or '.join(map(json.dumps, asked))}"
        case "uniqueItems", _:
            return "holds a value twice"
        case "pattern", _:
            return f"is {json.dumps(value)}, which does not match the pattern {asked}"
        case _:
            return error.message


def cure(keyword: str, value: Json, dialect: str) -> str:
    """What to do about a keyword with a value that the dialect does not allow."""
    match keyword, value:
        case "type", str() if close := get_close_matches(
            value, sorted(JSON_TYPES), n=1, cutoff=0.5
        ):
            return f'write "{close[0]}", if that is meant'
        case "items", list():
            return 'write "prefixItems" for items by their position, or one schema for all of them'
        case "required", bool():
            return 'list the names of the members that must be there in the object\'s "required"'
        case "exclusiveMinimum" | "exclusiveMaximum", bool():
            bound = keyword.removeprefix("exclusive").lower()
            return f'write the bound itself after "{keyword}", in place of "{bound}"'
        case _:
            return f'correct "{keyword}" as {dialect} describes it'


def _kind(value: Json) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "string"
        case int() | float():
            return "number"
        case list():
            return "array"
        case dict():
            return "object"


def _with_article(kind: str) -> str:
    if kind == "null":
        return kind
    return f"an {kind}" if kind[0] in "aio" else f"a {kind}"
