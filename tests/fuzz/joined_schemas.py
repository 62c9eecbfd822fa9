"""Random schemas that several times describe the same members, and what is owed of their values."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import jsonschema

from fuzz.union_schemas import titled

TAG = "k"
TAGS = ("a", "b")
OBJECTS = ("o", "p")
NAMES = (*OBJECTS, "map", "list", "text", "number")
ANY = ["string", "integer", "object", "array", "null"]


# Any: schemas and values are JSON.
class JoinedSchemas:
    """Makes schemas, and values that many of them take; the same seed makes the same ones.

    A member's name tells what its values are, so that two schemas of it seldom exclude each other.
    """

    def __init__(self, seed: int) -> None:
        # Reproducible noise is what is wanted; nothing here is a secret.
        self._random = random.Random(seed)  # noqa: S311
        self._earlier: list[str] = []

    def document(self) -> dict[str, Any]:
        """A schema of two that an object must pass."""
        self._earlier = []
        definitions = {}
        for name in ("A", "B", "C"):
            definitions[name] = self._object(2)
            self._earlier.append(f"#/$defs/{name}")
        drafted = {"allOf": [self._object(3), self._object(3)], "$defs": definitions}
        return dict(titled(drafted, itertools.count(1)))

    def value(self, levels: int = 3) -> Any:
        """A value of an object that schemas describe."""
        if self._chance(0.1):
            return None
        made = {TAG: self._random.choice(TAGS)} if self._chance(0.7) else {}
        made |= {name: self._member(name, levels) for name in NAMES if self._chance(0.5)}
        return {**made, "else": 1} if self._chance(0.3) else made

    def _member(self, name: str, levels: int) -> Any:
        match name:
            case "text":
                return "s"
            case "number":
                return 1
            case "map":
                return {name: self.value(levels - 1) for name in ("x", "y") if levels}
            case "list":
                return [self.value(levels - 1) for _ in range(min(levels, 2))]
            case _:
                return self.value(levels - 1) if levels else {}

    def _object(self, levels: int) -> dict[str, Any]:
        match self._random.randrange(10):
            case 0 | 1 | 2:
                return self._record(levels)
            case 3 | 4:
                return {"oneOf": [self._record(levels, tag) for tag in TAGS]}
            case 5:
                return {"oneOf": [self._record(levels), {"type": "null"}]}
            case 6:
                kinds = self._random.choice((["object", "null"], ["object", "string"], "object"))
                return {**self._record(levels), "type": kinds}
            case 7:
                return {"type": "object", "additionalProperties": {"type": ANY}}
            case 8 if levels:
                return {"allOf": [self._object(levels - 1), self._object(levels - 1)]}
            case _ if self._earlier:
                return {"$ref": self._random.choice(self._earlier)}
            case _:
                return {"type": "object"}

    def _record(self, levels: int, tag: str | None = None) -> dict[str, Any]:
        names = self._random.sample(NAMES, self._random.choice((1, 2, 3)))
        members = {name: self._described(name, levels - 1) for name in names}
        if tag is not None:
            tagged = {TAG: {"const": tag}, **members}
            return {"type": "object", "properties": tagged, "required": [TAG]}
        required = [self._random.choice(names)] if self._chance(0.2) else []
        return {"type": "object", "properties": members, "required": required}

    def _described(self, name: str, levels: int) -> dict[str, Any]:
        match name:
            case "text":
                return {"type": self._random.choice(("string", ["string", "null"]))}
            case "number":
                return {"type": "integer"}
            case _ if levels < 1:
                return {"type": "array" if name == "list" else "object"}
            case "map" if self._chance(0.5):
                return {"type": "object", "properties": {"x": self._object(levels - 1)}}
            case "map":
                return {"type": "object", "additionalProperties": self._object(levels - 1)}
            case "list":
                array = {"type": "array", "items": self._object(levels - 1)}
                return self._random.choice((array, {"oneOf": [array, {"type": "null"}]}))
            case _:
                return self._object(levels)

    def _chance(self, likely: float) -> bool:
        return self._random.random() < likely


class Owed:
    """What has to be kept of a value that such a schema takes."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self.is_valid: Callable[[Any], bool] = self._validator(document).is_valid

    def of(self, value: Any) -> Any:
        """The value without what no schema describes."""
        return self._of([self._document], value)

    def _of(self, schemas: Sequence[dict[str, Any]], value: Any) -> Any:
        held = [part for schema in schemas for part in self._parts(schema, value)]
        match value:
            case dict():
                all_kept = not any("properties" in schema for schema in held)
                about = {name: list(_about(held, name)) for name in value}
                owed = [name for name in value if all_kept or about[name]]
                return {name: self._of(about[name], value[name]) for name in owed}
            case list():
                items = [schema["items"] for schema in held if "items" in schema]
                return [self._of(items, item) for item in value]
            case _:
                return value

    def _parts(self, schema: dict[str, Any], value: Any) -> Iterator[dict[str, Any]]:
        """The schemas that a value passes where it passes this one, itself among them."""
        yield schema
        further = [*schema.get("allOf", ())]
        further += [b for b in schema.get("oneOf", ()) if self._validator(b).is_valid(value)]
        if "$ref" in schema:
            further.append(self._document["$defs"][schema["$ref"].rpartition("/")[2]])
        for each in further:
            yield from self._parts(each, value)

    def _validator(self, schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
        whole = {**schema, "$defs": self._document["$defs"]}
        return jsonschema.Draft202012Validator(whole)


def _about(schemas: Sequence[dict[str, Any]], name: str) -> Iterator[dict[str, Any]]:
    for schema in schemas:
        if name in schema.get("properties", ()):
            yield schema["properties"][name]
        elif "additionalProperties" in schema:
            yield schema["additionalProperties"]


def covers(kept: Any, owed: Any) -> bool:
    """Whether a value has all that is owed."""
    if isinstance(owed, dict) and isinstance(kept, dict):
        return all(name in kept and covers(kept[name], part) for name, part in owed.items())
    if isinstance(owed, list) and isinstance(kept, list):
        return len(kept) == len(owed) and all(map(covers, kept, owed))
    return bool(kept == owed)
