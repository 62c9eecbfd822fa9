"""The words of every issue, in one place: both languages and the vectors take them from here.

A message never holds a payload's value. The words that end with a space are followed by what the
schema says: a limit, or a list of values as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "null": "null",
        "boolean": "a boolean",
        "integer": "an integer",
        "number": "a number",
        "string": "a string",
        "array": "an array",
        "object": "an object",
    }
)

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "type": "must be ",
        "or": " or ",
        "required": "is required",
        "enum": "must be one of ",
        "const": "must be ",
        "minimum": "must be at least ",
        "maximum": "must be at most ",
        "exclusive_minimum": "must be greater than ",
        "exclusive_maximum": "must be less than ",
        "min_length": "must have a length of at least ",
        "max_length": "must have a length of at most ",
        "format": "must be a valid ",
        "min_items": "must have an item count of at least ",
        "max_items": "must have an item count of at most ",
        "additional": "is not allowed here",
        "tag": "must name one of the variants ",
        "one_key": "must have exactly one key, which names the variant",
        "precision": "is an integer that needs more than 53 bits, which a number can't hold",
        "finite": "must be a finite number",
        "syntax": "is not valid JSON",
        "utf8": "is not valid UTF-8",
        "nesting": "has more than 127 levels of nesting",
        "surrogate": "has a lone surrogate",
        "digits": "has a number of more than 4300 digits",
        "foreign": "is not a JSON value",
    }
)
