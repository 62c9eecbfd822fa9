"""Random unions of records with unions inside them, as large protocols have them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from fuzz.random_schemas import PATTERNS, RandomSchemas

# None with x-omit-default: beside what takes an object only without that default, TypeScript can't
# tell whether the default was left out or spelled.
USUAL: tuple[dict[str, Any], ...] = (
    *({}, {"type": "integer"}, {"type": "string"}, {"type": ["number", "null"]}, {"const": 1}),
    *({"const": "a"}, {"enum": ["a", "b"]}, {"type": "object"}, {"type": "array"}),
    *({"type": "integer", "default": 1}, {"type": "string", "default": "a"}),
    *({"type": ["integer", "string"]}, {"type": ["number", "object"]}, {"type": "boolean"}),
    *({"type": ["string", "array", "null"]}, {"enum": [1, "a", None]}, {"minimum": 1}),
)


# Any: a schema is any JSON value.
class DenseSchemas(RandomSchemas):
    """Makes unions of records with unions inside them, many of branches that are almost alike."""

    def document(self) -> dict[str, Any]:
        """A schema of which each record and union has a title, since few could be told apart."""
        return dict(titled(self._drafted(), itertools.count(1)))

    def _drafted(self) -> dict[str, Any]:
        """The schema without titles."""
        return super().document()

    def _definition(self) -> Any:
        return self._records() if self._random.random() < 0.7 else self._schema(2)

    def _root(self) -> dict[str, Any]:
        return self._records()

    def _branches(self, levels: int = 2) -> list[dict[str, Any]]:
        branches = [self._record(levels)]
        for _ in range(self._random.choice((1, 1, 2))):
            alike = self._random.random() < 0.5
            branches.append(self._altered(branches[0]) if alike else self._alternative(levels))
        return branches

    def _altered(self, record: dict[str, Any]) -> dict[str, Any]:
        """A copy of which one member, perhaps deep down, is another."""
        members = record["properties"]
        name = self._random.choice(sorted(members))
        part = members[name]
        deep = isinstance(part, dict) and part.get("properties") and self._random.random() < 0.7
        changed = self._altered(part) if deep else self._part(0)
        return {**record, "properties": {**members, name: changed}}

    def _alternative(self, levels: int) -> dict[str, Any]:
        match self._random.randrange(8):
            case 0:
                return {"type": "object", "additionalProperties": self._part(0)}
            case 1:
                return {**self._record(levels), "type": ["object", "null"]}
            case 2:
                return {"type": "array", "items": self._part(levels)}
            case _:
                return self._record(levels)

    def _record(self, levels: int = 2) -> dict[str, Any]:
        members = {name: self._part(levels - 1) for name in self._some_names()}
        schema: dict[str, Any] = {"type": "object", "properties": members}
        for _ in range(self._random.choice((0, 0, 1, 2))):
            self._object(schema, 1)
        if self._random.random() < 0.3:
            schema["required"] = [self._random.choice(sorted(members))]
        return schema

    def _part(self, levels: int) -> Any:
        if self._random.random() < 0.4:
            return dict(self._random.choice(USUAL))
        if levels < 1:
            return super()._part(0)
        match self._random.randrange(6):
            case 0 | 1:
                return {self._random.choice(("anyOf", "oneOf")): self._branches(levels)}
            case 2:
                return self._record(levels)
            case 3:
                return {"type": "array", "items": self._part(levels)}
            case 4:
                return {"type": "array", "prefixItems": [self._part(levels - 1) for _ in "ab"]}
            case _:
                return super()._part(levels)


class WideSchemas(DenseSchemas):
    """Makes the same with what is asked of some objects alone beside and inside the branches."""

    def _object(self, schema: dict[str, Any], levels: int) -> None:
        del levels  # The parts of what stands around a union are small.
        match self._random.randrange(8):
            case 0:
                schema["dependentSchemas"] = {self._name(): self._some()}
            case 1:
                schema["unevaluatedProperties"] = self._random.choice((False, self._part(0)))
            case 2:
                schema["patternProperties"] = {self._random.choice(PATTERNS): self._part(1)}
            case 3:
                schema["additionalProperties"] = self._random.choice((False, True, self._part(1)))
            case 4:
                schema["if"] = {"properties": {self._name(): self._part(0)}}
                schema[self._random.choice(("then", "else"))] = self._some()
            case 5:
                schema["dependentRequired"] = {self._name(): self._some_names()}
            case 6:
                schema["allOf"] = [self._some()]
            case _:
                members = {name: self._part(1) for name in self._some_names()}
                schema["properties"] = {**schema.get("properties", {}), **members}

    def _some(self) -> dict[str, Any]:
        """A record, or members that may be asked for."""
        if self._random.random() < 0.5:
            return self._record(1)
        members = {name: self._part(0) for name in self._some_names()}
        return {"properties": members, "required": self._some_names()}

    def _logic(self, schema: dict[str, Any], levels: int) -> None:
        del levels  # as above
        keyword = self._random.choice(("oneOf", "anyOf", "allOf", "not"))
        schema[keyword] = self._record(1) if keyword == "not" else self._branches(1)

    def _part(self, levels: int) -> Any:
        if levels < 1 or self._random.random() < 0.85:
            return super()._part(levels)
        first = [self._record(levels), self._part(levels - 1)]
        schema: dict[str, Any] = {"type": "array", "prefixItems": first}
        keyword = self._random.choice(("items", "unevaluatedItems", "contains"))
        schema[keyword] = self._random.choice((False, self._part(0)))
        return schema


def titled(schema: Any, numbers: Iterator[int]) -> Any:
    """A schema of which each record and union has a title."""
    if isinstance(schema, list):
        return [titled(part, numbers) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {keyword: titled(part, numbers) for keyword, part in schema.items()}
    named = parts.keys() & {"properties", "anyOf", "oneOf"}
    return {"title": f"T{next(numbers)}", **parts} if named else parts
