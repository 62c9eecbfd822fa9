"""The keywords of one schema, in the terms that datamodel-code-generator and pydantic have."""

from __future__ import annotations

from collections.abc import Callable

from eventwright import patterns
from eventwright.frozen import frozen
from eventwright.planning.planner import FAMILIES
from eventwright.reading.formats import ASSERTED, INTEGER_FORMATS
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import tag_value

FORMAT = "x-format"
"""The keyword that says the format of a value without having it checked."""
# A date-time stays the text that it is: Python's own type would lose the digits past microseconds.
# What no pattern can tell is left out: which years have a 29 February, and when a leap second is.
_DATE_TIME = (
    "^[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])"
    "|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)"
    "[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:[.][0-9]+)?"
    "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"
)
# All else stays out: vendor keywords make datamodel-code-generator import what a schema names. A
# string with a format stays the text that it is on the wire; references are written anew.
KEPT = frozenset(
    {"description", "default", "deprecated"}.union(*(family.KEYWORDS for family in FAMILIES))
    - {"format", "$ref", "$dynamicRef"}
)
_INTEGERS: tuple[Json, ...] = ("integer", ["integer", "null"], ["null", "integer"])


@frozen
class Dialect:
    """What models ask of strings, and how."""

    formats: bool
    """Whether `format` is asserted."""
    pattern: Callable[[str], str]
    """How a pattern is written."""


class NoPatternError(Exception):
    """The engine that pydantic has of its own knows no pattern that means the same."""


def rust(source: str) -> str:
    """The pattern for the engine that pydantic has of its own.

    Raises:
        NoPatternError: Only Python's has one.
    """
    pattern = patterns.rust(source)
    if pattern is None:
        raise NoPatternError
    return pattern


def adjusted(kept: dict[str, Json], schema: dict[str, Json], dialect: Dialect) -> dict[str, Json]:
    """The keywords of a schema as models have them.

    Args:
        kept: Those that models have any of, with what is written anew already.
        schema: The whole schema.
        dialect: What is asked of strings.
    """
    asserted = _asserted(schema) if dialect.formats else {}
    made = kept | _others(kept, dialect) | asserted | _annotated(schema)
    if isinstance(pattern := made.get("pattern"), str):
        made["pattern"] = dialect.pattern(pattern)
    if "const" in made:
        made = _constant(made.pop("const"), made)
    if "enum" in made:
        made["x-enum-field-as-literal"] = True
    return made


def _others(kept: dict[str, Json], dialect: Dialect) -> dict[str, Json]:
    """What is said of members by a pattern: all of a map's are, or the others may be any."""
    match kept:
        case {"patternProperties": dict(named), "additionalProperties": False} if (
            len(named) == 1 and "properties" not in kept
        ):
            ((source, value),) = named.items()
            return {"patternProperties": {dialect.pattern(source): value}}
        case {"patternProperties": _}:
            return {"patternProperties": {}, "additionalProperties": True}
        case _:
            return {}


def _asserted(schema: dict[str, Json]) -> dict[str, Json]:
    """The keywords that ask what a format does, of those formats that have any."""
    name = schema.get("format")
    if name == "date-time":
        return {"pattern": _DATE_TIME}
    if name not in INTEGER_FORMATS or schema.get("type") not in _INTEGERS:
        return {}
    low, high = INTEGER_FORMATS[str(name)]
    lowest, highest = schema.get("minimum", low), schema.get("maximum", high)
    return {
        "minimum": max(low, lowest) if isinstance(lowest, int | float) else low,
        "maximum": min(high, highest) if isinstance(highest, int | float) else high,
    }


def _annotated(schema: dict[str, Json]) -> dict[str, Json]:
    """What OpenAPI tells of a format, where it is one that we know."""
    name = schema.get("format")
    return {FORMAT: name} if name in ASSERTED or name in INTEGER_FORMATS else {}


def _constant(value: Json, beside: dict[str, Json]) -> dict[str, Json]:
    """A constant as a literal, where Python has one, or as near to it as pydantic knows."""
    tag = tag_value(value)
    match value if tag is None else tag:
        case float():
            return {"type": "number"} | beside | {"minimum": value, "maximum": value}
        case dict():
            return {"type": "object"} | beside
        case list():
            return {"type": "array"} | beside
        case None:
            return beside | {"type": "null"}
        case constant:
            return beside | {"const": constant}


def visible(text: str) -> str:
    """Text for a docstring, with escapes for the characters that hide or turn round others."""
    return "".join(
        character if character == "\n" or character.isprintable() else f"\\u{ord(character):04x}"
        for character in text
    )
