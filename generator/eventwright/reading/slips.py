"""What to tell of a keyword that holds what it must not: in JSON's words, with the likely cure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from eventwright.reading.dialect import JSON_TYPES
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import TYPES, kind
from eventwright.typos import closest

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


def problem(error: ValidationError) -> str:
    """What is wrong with a value that a meta-schema refuses."""
    value, asked = cast(Json, error.instance), cast(Json, error.validator_value)
    match error.validator, asked:
        case "type", str() | list():
            kinds = [asked] if isinstance(asked, str) else asked
            wanted = " or ".join(TYPES[str(name)] for name in kinds)
            return f"must be {wanted}, not {TYPES[kind(value)]}"
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
        case "type", str() if name := closest(value, sorted(JSON_TYPES), 0.5):
            return f'write "{name}", if that is meant'
        case "items", list():
            return 'write "prefixItems" for items by position, or name the older draft in "$schema"'
        case "required", bool():
            return 'list the names of the members that must be there in the object\'s "required"'
        case "exclusiveMinimum" | "exclusiveMaximum", bool():
            bound = keyword.removeprefix("exclusive").lower()
            return f'write the bound itself after "{keyword}", in place of "{bound}"'
        case _:
            return f'correct "{keyword}" as {dialect} describes it'
