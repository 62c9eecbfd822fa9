"""Random schemas over all keywords that are supported: small, and full of corners."""

from __future__ import annotations

import random
from typing import Any

NAMES = ("a", "b", "c", "ab", "a/b", "kind", "__proto__")
TYPES = ("null", "boolean", "integer", "number", "string", "array", "object")
PATTERNS = ("^a", "b$", "^[a-z]+$", "^.$", "\\d", "^(?!a)", "é", "^$", "[^a]")
NUMBERS = (0, 1, -1, 2, 3, 5, 0.5, 1.5, 10, 2**53, 2**63, 1e300)
DIVISORS = (1, 2, 3, 0.5, 0.1, 0.01, 1e-7, 10, 2**53)
VALUES = (
    *(None, True, False, 0, 1, 1.0, -1, 1.5, "", "a", "b", "c d", [], [1], [True], {}),
    *({"a": 1}, {"a": [0]}, {"b": None}, 2**53 + 1, "constructor"),
)
_TYPES = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    list: "array",
    dict: "object",
    type(None): "null",
}


class RandomSchemas:
    """Makes schemas; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        # Reproducible noise is what is wanted; nothing here is a secret.
        self._random = random.Random(seed)  # noqa: S311
        self._all: list[str] = []
        self._earlier: list[str] = []

    # Any: a schema is any JSON value.
    def document(self) -> dict[str, Any]:
        """A schema with a few definitions, which may refer to each other and to it."""
        names = ("D", "E")[: self._random.choice((0, 1, 1, 2))]
        self._all = ["#", *(f"#/$defs/{name}" for name in names)]
        definitions = {}
        # In place, a schema refers only to what came before it: else it would describe nothing.
        self._earlier = []
        for name in names:
            definitions[name] = self._definition()
            self._earlier.append(f"#/$defs/{name}")
        schema = self._root()
        if definitions:
            schema["$defs"] = definitions
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}

    def _definition(self) -> Any:
        return self._scalar_or_container() if self._random.random() < 0.3 else self._schema(2)

    def _scalar_or_container(self) -> dict[str, Any]:
        """What stands for several scalars and a container, as an alias of any JSON does."""
        scalars = self._random.sample(("string", "number", "boolean", "null"), 2)
        array = {"type": "array", "items": self._part(1)}
        mapping = {"type": "object", "additionalProperties": self._part(1)}
        return {"anyOf": [{"type": scalars}, self._random.choice((array, mapping))]}

    def _root(self) -> dict[str, Any]:
        schema = self._records() if self._random.random() < 0.2 else self._schema(3)
        while not isinstance(schema, dict):
            schema = self._schema(3)
        return schema

    def _records(self) -> dict[str, Any]:
        """A union of objects with members beside it, as protocols have them."""
        schema: dict[str, Any] = {}
        branches = self._branches()
        if self._earlier and self._random.random() < 0.4:
            branches.append({"$ref": self._random.choice(self._earlier)})
        schema[self._random.choice(("anyOf", "oneOf"))] = branches
        for _ in range(self._random.choice((1, 2, 3))):
            self._object(schema, 1)
        if self._random.random() < 0.3:
            self._logic(schema, 2)
        if self._random.random() < 0.3:
            schema["unevaluatedProperties"] = self._part(1)
        return schema

    def _branches(self) -> list[dict[str, Any]]:
        return [self._record() for _ in range(self._random.choice((1, 2, 2, 3)))]

    def _record(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": "object"}
        for _ in range(self._random.choice((1, 2, 3))):
            self._object(schema, 1)
        return schema

    def _part(self, levels: int) -> Any:
        """A schema for a part of the value, which may refer to what it is inside of."""
        if self._random.random() < 0.15:
            # Often enough to have types that lead back to themselves in more than one way.
            return {"$ref": self._random.choice(("#", *self._all))}
        earlier, self._earlier = self._earlier, self._all
        try:
            return self._schema(levels)
        finally:
            self._earlier = earlier

    def _schema(self, levels: int) -> Any:
        if self._random.random() < 0.06:
            return self._random.random() < 0.7
        if levels and self._random.random() < 0.1:
            usual = (
                *(self._open_enumeration, self._map_by_pattern, self._limits_in_branches),
                self._record_with_others,
            )
            return self._random.choice(usual)(levels - 1)
        schema: dict[str, Any] = {}
        if self._random.random() < 0.7:
            schema["type"] = self._type()
        ways = [self._of_type(schema), *([self._logic] if levels else [])]
        for _ in range(self._random.choice((1, 1, 2, 3))):
            self._random.choice(ways)(schema, levels)
        return schema

    def _open_enumeration(self, levels: int) -> dict[str, Any]:
        """Constants beside any value of their type, and perhaps beside something else."""
        kind = self._random.choice(("string", "string", "integer", "number", "boolean"))
        of_kind = [value for value in VALUES if _TYPES[type(value)] == kind]
        branches: list[Any] = [{"const": value} for value in self._random.sample(of_kind, 2)]
        branches.append({"type": kind})
        if self._random.random() < 0.3:
            branches.append({"type": "array", "items": self._part(levels)})
        if self._earlier and self._random.random() < 0.6:
            branches.append({"$ref": self._random.choice(self._earlier)})
        self._random.shuffle(branches)
        return {self._random.choice(("anyOf", "anyOf", "anyOf", "oneOf")): branches}

    def _map_by_pattern(self, levels: int) -> dict[str, Any]:
        """An object of which all names match a pattern."""
        patterns = {self._random.choice(PATTERNS): self._part(levels)}
        return {"type": "object", "patternProperties": patterns, "additionalProperties": False}

    def _record_with_others(self, levels: int) -> dict[str, Any]:
        """An object whose other members are what is made of a record or an integer."""
        record = {"type": "object", "properties": {self._name(): self._part(0)}}
        other: dict[str, Any] = self._random.choice((record, {"type": "integer"}))
        for _ in range(self._random.choice((1, 1, 2))):
            other = self._holder(other)
        members = {name: self._part(levels) for name in self._some_names()}
        return {"type": "object", "properties": members, "additionalProperties": other}

    def _holder(self, inner: dict[str, Any]) -> dict[str, Any]:
        """What holds some values of a schema, or is one."""
        array = {"type": "array", "items": inner}
        pair = {"type": "array", "prefixItems": [{"type": "string"}, inner], "minItems": 2}
        holders = (
            *(array, {**array, "type": ["array", "null"]}, {**pair, "items": False}),
            {"type": "object", "additionalProperties": inner},
            {"anyOf": [inner, {"type": self._random.choice(("null", "string"))}]},
        )
        return self._random.choice(holders)

    def _limits_in_branches(self, levels: int) -> dict[str, Any]:
        """A scalar, of which a union asks more without saying its type."""
        del levels  # nor do limits
        kind = self._random.choice(("string", "integer", ["number", "null"]))
        schema: dict[str, Any] = {"type": kind}
        branches: list[dict[str, Any]] = [{}, {}]
        for branch in branches:
            (self._textual if kind == "string" else self._numeric)(branch, 0)
        schema[self._random.choice(("anyOf", "oneOf"))] = branches
        return schema

    def _type(self) -> Any:
        if self._random.random() < 0.8:
            return self._random.choice((*TYPES, "object", "object", "array"))
        return self._random.sample(TYPES, self._random.choice((1, 2, 3)))

    def _of_type(self, schema: dict[str, Any]) -> Any:
        families = {
            "integer": self._numeric,
            "number": self._numeric,
            "string": self._textual,
            "array": self._array,
            "object": self._object,
        }
        kind = schema.get("type")
        if isinstance(kind, str):
            return families.get(kind, self._valued)
        return self._random.choice((*families.values(), self._valued))

    def _valued(self, schema: dict[str, Any], levels: int) -> None:
        del levels  # values hold no schemas
        if self._random.random() < 0.5:
            schema["const"] = self._random.choice(VALUES)
        else:
            picked = [self._random.choice(VALUES) for _ in range(self._random.choice((1, 2, 3)))]
            distinct = [v for i, v in enumerate(picked) if not any(_same(v, o) for o in picked[:i])]
            schema["enum"] = distinct

    def _numeric(self, schema: dict[str, Any], levels: int) -> None:
        del levels  # nor do numbers
        keyword = self._random.choice(
            ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        )
        schema[keyword] = self._random.choice(DIVISORS if keyword == "multipleOf" else NUMBERS)

    def _textual(self, schema: dict[str, Any], levels: int) -> None:
        del levels  # nor do strings
        keyword = self._random.choice(("minLength", "maxLength", "pattern"))
        schema[keyword] = (
            self._random.choice(PATTERNS) if keyword == "pattern" else self._random.randrange(4)
        )

    def _array(self, schema: dict[str, Any], levels: int) -> None:
        inner = max(levels - 1, 0)
        match self._random.randrange(8 if levels else 3):
            case 0:
                schema["minItems"] = self._random.randrange(3)
            case 1:
                schema["maxItems"] = self._random.randrange(4)
            case 2:
                schema["uniqueItems"] = self._random.random() < 0.9
            case 3 | 4:
                schema["items"] = self._part(inner)
            case 5:
                schema["prefixItems"] = [
                    self._part(inner) for _ in range(self._random.choice((1, 2)))
                ]
            case 6:
                schema["contains"] = self._part(inner)
                for keyword in ("minContains", "maxContains"):
                    if self._random.random() < 0.3:
                        schema[keyword] = self._random.randrange(3)
            case _:
                schema["unevaluatedItems"] = self._part(inner)

    def _object(self, schema: dict[str, Any], levels: int) -> None:
        inner = max(levels - 1, 0)
        match self._random.randrange(12 if levels else 4):
            case 0:
                schema["minProperties"] = self._random.randrange(3)
            case 1:
                schema["maxProperties"] = self._random.randrange(4)
            case 2:
                schema["required"] = self._some_names()
            case 3:
                schema["dependentRequired"] = {self._name(): self._some_names()}
            case 4 | 5 | 6:
                members = {name: self._part(inner) for name in self._some_names()}
                schema["properties"] = {**schema.get("properties", {}), **members}
            case 7:
                schema["patternProperties"] = {self._random.choice(PATTERNS): self._part(inner)}
            case 8:
                schema["additionalProperties"] = self._part(inner)
            case 9:
                schema["propertyNames"] = self._part(inner)
            case 10:
                schema["dependentSchemas"] = {self._name(): self._schema(inner)}
            case _:
                schema["unevaluatedProperties"] = self._part(inner)

    def _logic(self, schema: dict[str, Any], levels: int) -> None:
        inner = levels - 1
        match self._random.randrange(8):
            case 0:
                schema["not"] = self._schema(inner)
            case 1:
                schema["if"] = self._schema(inner)
                for keyword in ("then", "else"):
                    if self._random.random() < 0.7:
                        schema[keyword] = self._schema(inner)
            case 2 | 3 if self._earlier:
                schema["$ref"] = self._random.choice(self._earlier)
            case case:
                keyword = {4: "allOf", 5: "anyOf"}.get(case, "oneOf")
                schema[keyword] = [
                    self._schema(inner) for _ in range(self._random.choice((1, 2, 2, 3)))
                ]

    def _name(self) -> str:
        return self._random.choice(NAMES)

    def _some_names(self) -> list[str]:
        return self._random.sample(NAMES, self._random.choice((1, 1, 2)))


def _same(left: object, right: object) -> bool:
    return left == right and isinstance(left, bool) == isinstance(right, bool)
