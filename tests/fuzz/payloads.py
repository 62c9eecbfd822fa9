"""A seeded stream of payloads for a schema: valid ones, ones with a fault, and noise."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from typing import Any

from referencing.exceptions import Unresolvable

from fuzz.schema_sets import SchemaSet
from fuzz.spelling import broken, spelled
from fuzz.tag_faults import TagFaults

MAX_LEVELS = 12
MAX_PARTS = 500
FORMATS = {
    "date-time": ("2024-02-29T23:59:60Z", "2024-01-01T00:00:00.123456789+05:30", "2024-13-01"),
    "date": ("2024-02-29", "2023-02-29"),
    "uri": ("https://a.b/c?d#e", "a"),
    "uuid": ("123e4567-e89b-12d3-a456-426614174000",),
}
STRINGS = (
    *(
        "",
        "a",
        "b",
        "ab",
        "aa",
        "A",
        "1",
        "0",
        "é",
        "e\u0301",
        "😀",
        "\ud7ff",
        "\x00",
        "\n",
        "\u2028",
    ),
    *(
        "__proto__",
        "constructor",
        "toString",
        "hasOwnProperty",
        "null",
        "true",
        "~",
        "/",
        "~0",
        "a/b",
    ),
    *("length", "abc", "aaaaaaaaaa", "\\", '"', "\ufeff", "ﬁ", "\U0001d4b3y", "1e5", "-1"),
)
NUMBERS = (
    *(
        0,
        1,
        -1,
        2,
        3,
        5,
        10,
        0.5,
        1.5,
        -0.0,
        1.0,
        2.0,
        0.1,
        0.3,
        1e-7,
        5e-324,
        1e16,
        1e21,
        1e22,
        1e300,
    ),
    *(2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**32 - 1, 2**32, 2**53 - 1, 2**53, 2**53 + 1),
    *(-(2**53) - 1, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64 - 1, 2**64, 10**30, 9.2e18),
    *(
        float(2**53),
        float(2**63),
        float(2**64),
        1.7976931348623157e308,
        0.0075,
        12345678901234567890,
    ),
)


class Payloads:
    """Makes payloads; the same seed makes the same ones."""

    def __init__(self, schemas: SchemaSet, root: str, seed: int) -> None:
        # Reproducible noise is what is wanted; nothing here is a secret.
        self._random = random.Random(seed)  # noqa: S311
        self._schemas = schemas
        self._root = root
        self._parts = 0
        self._pool = list(_constants(list(schemas.documents.values())))
        self._tags = TagFaults(self._random, self._pool)

    def stream(self) -> Iterator[str | bytes]:
        """Texts without end, most of them JSON."""
        while True:
            roll = self._random.random()
            value = self.noise(3) if roll > 0.9 else self.sample()
            if 0.4 < roll <= 0.9:
                for _ in range(self._random.choice((1, 1, 1, 2, 3))):
                    value = self.mutant(value)
            if 0.3 < roll < 0.5:
                text = spelled(value, self._random)
                yield broken(text, self._random) if self._random.random() < 0.3 else text
            else:
                yield json.dumps(value, ensure_ascii=self._random.random() < 0.5)

    def sample(self) -> Any:
        """A value that is likely to be valid."""
        self._parts = 0
        resolver = self._schemas.registry.resolver()
        found = resolver.lookup(self._root)
        return self._of(found.contents, found.resolver, 0)

    def mutant(self, value: Any) -> Any:
        """The value with one fault, or what may be none, at a place picked at random."""
        places = list(_places(value))
        if self._random.random() < 0.4:
            changes = [
                (path, way) for path in places for way in self._tags.changes(_at(value, path))
            ]
            if changes:
                return _with(value, *self._random.choice(changes))
        path = self._random.choice(places)
        return _with(value, path, self._fault)

    def noise(self, levels: int) -> Any:
        """Any JSON value."""
        kind = self._random.randrange(8 if levels else 5)
        if kind == 0:
            return self._random.choice((None, True, False))
        if kind == 1:
            return self._number()
        if kind < 5:
            return self._string()
        size = self._random.choice((0, 1, 1, 2, 3))
        if kind == 5:
            return [self.noise(levels - 1) for _ in range(size)]
        return {self._string(): self.noise(levels - 1) for _ in range(size)}

    def _fault(self, value: Any) -> Any:
        if isinstance(value, dict) and self._random.random() < 0.7:
            return self._changed_members(dict(value))
        if isinstance(value, list) and self._random.random() < 0.6:
            return self._changed_items(list(value))
        if isinstance(value, int | float) and self._random.random() < 0.5:
            return value + self._random.choice((1, -1, 0.5, 0.0))
        return self._random.choice((self.noise(1), self._constant(), self._number(), None))

    def _changed_members(self, value: dict[str, Any]) -> dict[str, Any]:
        names = list(value)
        way = self._random.randrange(4)
        if way == 0 or not names:
            value[self._string()] = self.noise(1)
        elif way == 1:
            del value[self._random.choice(names)]
        elif way == 2:
            name = self._random.choice(names)
            value[self._string()] = value.pop(name)
        else:
            value[self._random.choice(names)] = self._constant()
        return value

    def _changed_items(self, value: list[Any]) -> list[Any]:
        place = self._random.randint(0, len(value))
        if value and self._random.random() < 0.5:
            item = self._random.choice(value)
            value.insert(place, self._random.choice((item, self.noise(1))))
        elif value:
            del value[min(place, len(value) - 1)]
        else:
            value.append(self.noise(1))
        return value

    def _string(self) -> str:
        if self._random.random() < 0.6:
            named = self._constant()
            if isinstance(named, str):
                return named
        return self._random.choice(STRINGS)

    def _number(self) -> int | float:
        return self._random.choice(NUMBERS)

    def _constant(self) -> Any:
        return self._random.choice(self._pool) if self._pool else self._random.choice(STRINGS)

    # Any: schemas and the values that they describe are JSON.
    def _of(self, schema: Any, resolver: Any, levels: int) -> Any:
        if not isinstance(schema, dict):
            return self.noise(1)
        self._parts += 1
        if levels > MAX_LEVELS or self._parts > MAX_PARTS:
            return self._plain(schema)
        if "const" in schema:
            return schema["const"]
        if schema.get("enum"):
            return self._random.choice(schema["enum"])
        parts = [self._of(part, resolver, levels + 1) for part in self._in_place(schema)]
        references = [schema[k] for k in ("$ref", "$dynamicRef") if k in schema]
        parts += [self._referred(reference, resolver, levels) for reference in references]
        if not parts or schema.keys() & {"type", "properties", "items", "prefixItems", "minimum"}:
            parts.append(self._typed(schema, resolver, levels))
        if all(isinstance(part, dict) for part in parts):
            return {name: item for part in parts for name, item in part.items()}
        return self._random.choice(parts)

    def _in_place(self, schema: dict[str, Any]) -> list[Any]:
        chosen = list(schema.get("allOf", ()))
        chosen += [self._random.choice(schema[k]) for k in ("anyOf", "oneOf") if schema.get(k)]
        if "if" in schema:
            side = self._random.choice((("if", "then"), ("else",)))
            chosen += [schema[keyword] for keyword in side if keyword in schema]
        return chosen

    def _referred(self, reference: str, resolver: Any, levels: int) -> Any:
        try:
            found = resolver.lookup(reference)
        except Unresolvable:
            return self.noise(1)
        return self._of(found.contents, found.resolver, levels + 1)

    def _plain(self, schema: dict[str, Any]) -> Any:
        simple = {"null": None, "boolean": True, "string": "a", "array": [], "object": {}}
        kind = self._type(schema)
        return simple.get(kind, 1)

    def _type(self, schema: dict[str, Any]) -> str:
        kinds = schema.get("type")
        if isinstance(kinds, str):
            return kinds
        if kinds:
            return str(self._random.choice(kinds))
        for kind, keywords in _TELLING.items():
            if schema.keys() & keywords:
                return kind
        return self._random.choice(("null", "string", "integer", "object", "array", "boolean"))

    def _typed(self, schema: dict[str, Any], resolver: Any, levels: int) -> Any:
        match self._type(schema):
            case "null":
                return None
            case "boolean":
                return self._random.random() < 0.5
            case "integer":
                return self._number_of(schema, whole=True)
            case "number":
                return self._number_of(schema, whole=False)
            case "string":
                return self._string_of(schema)
            case "array":
                return self._array_of(schema, resolver, levels)
            case _:
                return self._object_of(schema, resolver, levels)

    def _number_of(self, schema: dict[str, Any], *, whole: bool) -> int | float:
        limits = [
            schema[keyword] + step
            for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
            if keyword in schema
            for step in (-1, 0, 1)
        ]
        if "multipleOf" in schema:
            limits += [schema["multipleOf"] * factor for factor in (0, 1, 2, 3, 7, 1000)]
        choice = self._random.choice(limits) if limits and self._random.random() < 0.7 else None
        if choice is None:
            choice = self._random.choice((self._random.randint(0, 1000), self._number()))
        return int(choice) if whole and self._random.random() < 0.9 else choice

    def _string_of(self, schema: dict[str, Any]) -> str:
        if schema.get("format") in FORMATS:
            return self._random.choice(FORMATS[schema["format"]])
        fitting = self._fitting(schema.get("pattern"))
        text = self._random.choice(fitting) if fitting else self._random.choice(STRINGS)
        shortest, longest = int(schema.get("minLength", 0)), int(schema.get("maxLength", 99))
        return text + "a" * (shortest - len(text)) if len(text) < shortest else text[:longest]

    def _fitting(self, pattern: str | None) -> list[str]:
        if pattern is None:
            return []
        try:
            return [text for text in STRINGS if re.search(pattern, text)]
        except re.error:
            return []  # ECMA-262 has it, Python has not

    def _array_of(self, schema: dict[str, Any], resolver: Any, levels: int) -> list[Any]:
        first = [self._of(item, resolver, levels + 1) for item in schema.get("prefixItems", ())]
        fewest, most = int(schema.get("minItems", 0)), int(schema.get("maxItems", 5))
        size = max(fewest, min(most, self._random.choice((0, 1, 1, 2, 3))))
        items = schema.get("items", schema.get("contains", True))
        more = [self._of(items, resolver, levels + 1) for _ in range(size - len(first))]
        if "contains" in schema and self._random.random() < 0.8:
            more.append(self._of(schema["contains"], resolver, levels + 1))
        return first[: max(size, self._random.randint(0, len(first)))] + more

    def _object_of(self, schema: dict[str, Any], resolver: Any, levels: int) -> dict[str, Any]:
        members = schema.get("properties", {})
        required = set(schema.get("required", ()))
        likely = 0.5 if levels < 6 else 0.05
        made = {
            name: self._of(part, resolver, levels + 1)
            for name, part in members.items()
            if name in required or self._random.random() < likely
        }
        for name in sorted(required - members.keys()):
            made[name] = self.noise(1)
        extra = schema.get("additionalProperties", schema.get("unevaluatedProperties"))
        if extra is not False and self._random.random() < 0.25:
            made[self._string()] = self._of(extra, resolver, levels + 1)
        for pattern, part in schema.get("patternProperties", {}).items():
            for name in self._fitting(pattern)[:2]:
                made[name] = self._of(part, resolver, levels + 1)
        return made


_TELLING = {
    "object": {"properties", "required", "additionalProperties", "patternProperties"},
    "array": {"items", "prefixItems", "contains", "uniqueItems", "minItems", "maxItems"},
    "string": {"minLength", "maxLength", "pattern"},
    "number": {"minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum"},
}


def _constants(schema: Any) -> Iterator[Any]:
    """The names, constants and numbers that a schema speaks of."""
    if isinstance(schema, dict):
        for name, part in schema.items():
            if name in ("properties", "dependentRequired", "dependentSchemas"):
                yield from part if isinstance(part, dict) else ()
            if name == "const":
                yield part
            elif name in ("enum", "required") and isinstance(part, list):
                yield from part
            if name not in ("description", "title", "$comment", "examples"):
                yield from _constants(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _constants(part)
    elif isinstance(schema, int | float):
        yield schema


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _places(part, (*path, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _places(part, (*path, index))


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at a path."""
    for step in path:
        value = value[step]
    return value


def _with(value: Any, path: tuple[str | int, ...], change: Any) -> Any:
    """The value with what stands at a path changed."""
    if not path:
        return change(value)
    copy = value.copy()
    copy[path[0]] = _with(value[path[0]], path[1:], change)
    return copy
