"""The words of every issue, in one place: both languages and the vectors take them from here.

A message never holds a payload's value. The words that end with a space are followed by what the
schema says: a limit, or a list of values as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from eventwright.reading.jsontext import Json

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
        "multiple_of": "must be a multiple of ",
        "pattern": "must match the pattern ",
        "min_items": "must have an item count of at least ",
        "max_items": "must have an item count of at most ",
        "unique_items": "must not have two equal items",
        "contains": "must have a matching item",
        "min_contains": "must have a count of matching items of at least ",
        "max_contains": "must have a count of matching items of at most ",
        "min_properties": "must have a member count of at least ",
        "max_properties": "must have a member count of at most ",
        "property_names": "has a name that is not allowed",
        "additional": "is not allowed here",
        "dependent_required": "is required beside ",
        "any_of": "must match at least one of the alternatives",
        "one_of": "must match exactly one of the alternatives",
        "not": "must not match what is ruled out",
        "unevaluated": "is not allowed here",
        "never": "is not allowed here",
        "tag": "must name one of the variants ",
        "one_key": "must have exactly one key, which names the variant",
        "precision": "is an integer that needs more than 53 bits, which a number can't hold",
        "finite": "must be a finite number",
        "syntax": "is not valid JSON",
        "utf8": "is not valid UTF-8",
        "nesting": "has more than 127 levels of nesting",
        "surrogate": "has a lone surrogate",
        "digits": "has a number of more than 4300 digits",
        "limit": "has more issues than the 100 told here",
        "foreign": "is not a JSON value",
    }
)

_encode = json.JSONEncoder(ensure_ascii=False).encode


OTHER_VALUE = ("type", "const", "enum", "false", "anyOf", "oneOf", "not", "tag")
"""The codes that tell, at a value, that a branch of a union is for values of another kind."""
OTHER_MEMBERS = ("required", "const", "tag")
"""The codes that tell the same at a member of the value."""
UNKNOWN_MEMBERS = ("additionalProperties", "unevaluatedProperties")
"""The codes that tell the same where several branches are left: a member is another branch's."""


def shown(value: Json) -> str:
    """A value of the schema as messages show it: JSON, its numbers as ECMAScript writes them."""
    match value:
        case float():
            return _number(value)
        case list():
            return f"[{', '.join(map(shown, value))}]"
        case dict():
            pairs = (f"{shown(name)}: {shown(member)}" for name, member in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return _encode(value)


def _number(value: float) -> str:
    """A double as `Number::toString` of ECMA-262 writes it."""
    if value == 0:
        return "0"
    sign, figures, exponent = Decimal(repr(value)).normalize().as_tuple()
    digits = "".join(map(str, figures))
    point = len(digits) + int(exponent)
    if len(digits) <= point <= 21:
        text = digits.ljust(point, "0")
    elif 0 < point <= 21:
        text = f"{digits[:point]}.{digits[point:]}"
    elif -6 < point <= 0:
        text = f"0.{'0' * -point}{digits}"
    else:
        mantissa = digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "")
        text = f"{mantissa}e{point - 1:+d}"
    return f"-{text}" if sign else text
