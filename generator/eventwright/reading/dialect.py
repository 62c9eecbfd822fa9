"""The language that schemas are written in: its keywords, and what each one may hold.

Everything after loading speaks JSON Schema 2020-12, which is described here; the older drafts are
in `drafts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto

from eventwright.errors import Location, escape
from eventwright.frozen import frozen
from eventwright.reading.jsontext import Json

JSON_TYPES = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})


class Holds(Enum):
    """Where the subschemas of a keyword stand in its value."""

    SCHEMA = auto()
    ARRAY_OF_SCHEMAS = auto()
    MAP_OF_SCHEMAS = auto()
    SCHEMA_OR_ARRAY = auto()
    """`items` before 2020-12."""
    MAP_OF_SCHEMAS_OR_NAMES = auto()
    """`dependencies`: a schema, or the names of other members."""


@frozen
class Dialect:
    """A version of JSON Schema."""

    uri: str
    name: str
    subschemas: Mapping[str, Holds]
    """The keywords that hold subschemas."""
    values: Mapping[str, Callable[[Json], bool]]
    """For each other keyword, whether a value surely is what the meta-schema asks for."""
    in_place: frozenset[str]
    """The keywords whose subschemas are about the same value as the schema that holds them."""
    identifier: str = "$id"
    """The keyword that gives a schema its URI."""
    anchors_in_identifier: bool = False
    """Whether the fragment of that URI names a place, as `$anchor` does in later drafts."""
    lone_reference: bool = False
    """Whether `$ref` hides the keywords beside it."""
    has_booleans: bool = True
    """Whether `true` and `false` are schemas everywhere."""
    without_effect: frozenset[str] = frozenset()
    """Keywords that the meta-schema describes but the specification gives no meaning."""
    asserts_formats: bool = False
    """Whether `format` is a check, whatever the settings say."""

    def knows(self, keyword: str) -> bool:
        """Whether a keyword means something in this dialect."""
        known = keyword in self.subschemas or keyword in self.values
        return known and keyword not in self.without_effect


def _text(value: Json) -> bool:
    return isinstance(value, str)


def _matches(pattern: str) -> Callable[[Json], bool]:
    expression = re.compile(pattern)
    return lambda value: isinstance(value, str) and expression.fullmatch(value) is not None


def _anything(_: Json) -> bool:
    return True


def _flag(value: Json) -> bool:
    return isinstance(value, bool)


def _number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _positive(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _count(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _array(value: Json) -> bool:
    return isinstance(value, list)


def _names(value: Json) -> bool:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return False
    return len(set(map(str, value))) == len(value)


def _types(value: Json) -> bool:
    if isinstance(value, list):
        return bool(value) and _names(value) and JSON_TYPES.issuperset(map(str, value))
    return isinstance(value, str) and value in JSON_TYPES


def _map_of(test: Callable[[Json], bool]) -> Callable[[Json], bool]:
    return lambda value: isinstance(value, dict) and all(map(test, value.values()))


_ANCHOR = _matches(r"[A-Za-z_][-A-Za-z0-9._]*")

DRAFT_2020_12 = Dialect(
    uri="https://json-schema.org/draft/2020-12/schema",
    name="JSON Schema 2020-12",
    subschemas={
        "$defs": Holds.MAP_OF_SCHEMAS,
        "definitions": Holds.MAP_OF_SCHEMAS,
        "allOf": Holds.ARRAY_OF_SCHEMAS,
        "anyOf": Holds.ARRAY_OF_SCHEMAS,
        "oneOf": Holds.ARRAY_OF_SCHEMAS,
        "not": Holds.SCHEMA,
        "if": Holds.SCHEMA,
        "then": Holds.SCHEMA,
        "else": Holds.SCHEMA,
        "dependentSchemas": Holds.MAP_OF_SCHEMAS,
        "dependencies": Holds.MAP_OF_SCHEMAS_OR_NAMES,
        "prefixItems": Holds.ARRAY_OF_SCHEMAS,
        "items": Holds.SCHEMA,
        "contains": Holds.SCHEMA,
        "unevaluatedItems": Holds.SCHEMA,
        "properties": Holds.MAP_OF_SCHEMAS,
        "patternProperties": Holds.MAP_OF_SCHEMAS,
        "additionalProperties": Holds.SCHEMA,
        "propertyNames": Holds.SCHEMA,
        "unevaluatedProperties": Holds.SCHEMA,
        "contentSchema": Holds.SCHEMA,
    },
    values={
        "$schema": _text,
        "$id": _matches(r"[^#]*#?"),
        "$ref": _text,
        "$anchor": _ANCHOR,
        "$dynamicRef": _text,
        "$dynamicAnchor": _ANCHOR,
        "$vocabulary": _map_of(_flag),
        "$comment": _text,
        "$recursiveRef": _text,
        "$recursiveAnchor": _ANCHOR,
        "type": _types,
        "enum": _array,
        "const": _anything,
        "default": _anything,
        "multipleOf": _positive,
        "minimum": _number,
        "maximum": _number,
        "exclusiveMinimum": _number,
        "exclusiveMaximum": _number,
        "minLength": _count,
        "maxLength": _count,
        "pattern": _text,
        "minItems": _count,
        "maxItems": _count,
        "uniqueItems": _flag,
        "minContains": _count,
        "maxContains": _count,
        "minProperties": _count,
        "maxProperties": _count,
        "required": _names,
        "dependentRequired": _map_of(_names),
        "format": _text,
        "title": _text,
        "description": _text,
        "examples": _array,
        "deprecated": _flag,
        "readOnly": _flag,
        "writeOnly": _flag,
        "contentEncoding": _text,
        "contentMediaType": _text,
    },
    in_place=frozenset(
        {"allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "dependencies"}
    ),
    without_effect=frozenset({"$recursiveRef", "$recursiveAnchor"}),
)


def subschemas(
    schema: Json, location: Location, dialect: Dialect = DRAFT_2020_12
) -> Iterator[tuple[Location, Json]]:
    """The subschemas directly inside a schema, each with its place, in document order.

    Only the positions that hold schemas are entered, never `const`, `enum`, `default` or
    `examples`; what stands in a schema's place without being one is passed over.
    """
    for pointer, item in inside(schema, location.pointer, dialect):
        yield Location(location.file, pointer), item


def inside(schema: Json, pointer: str, dialect: Dialect) -> Iterator[tuple[str, Json]]:
    """What `subschemas` finds, with bare JSON Pointers."""
    if not isinstance(schema, dict):
        return
    for keyword in schema:
        holds = dialect.subschemas.get(keyword)
        if holds is not None:
            yield from held(holds, schema[keyword], f"{pointer}/{keyword}")


def held(holds: Holds, value: Json, pointer: str) -> Iterator[tuple[str, Json]]:
    """The subschemas in the value of a keyword, which is at `pointer`."""
    match value:
        case dict() if holds in _MAPS:
            for name, item in value.items():
                if isinstance(item, dict | bool):
                    yield f"{pointer}/{escape(name)}", item
        case list() if holds in _ARRAYS:
            for index, item in enumerate(value):
                if isinstance(item, dict | bool):
                    yield f"{pointer}/{index}", item
        case dict() | bool() if holds in _SINGLE:
            yield pointer, value


_MAPS = frozenset({Holds.MAP_OF_SCHEMAS, Holds.MAP_OF_SCHEMAS_OR_NAMES})
_ARRAYS = frozenset({Holds.ARRAY_OF_SCHEMAS, Holds.SCHEMA_OR_ARRAY})
_SINGLE = frozenset({Holds.SCHEMA, Holds.SCHEMA_OR_ARRAY})
