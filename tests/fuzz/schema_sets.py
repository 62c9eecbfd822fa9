"""The schemas of a set as their authors wrote them, read without the generator."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import referencing
from referencing.jsonschema import DRAFT202012

BASE = "https://fuzz.invalid/"


@dataclass(frozen=True)
class SchemaSet:
    """The documents of one module, by their URIs, and which of them is the root."""

    # Any: a schema is any JSON value.
    documents: dict[str, Any]
    root: str

    @cached_property
    def registry(self) -> referencing.Registry[Any]:
        resources = [
            (uri, referencing.Resource.from_contents(content, DRAFT202012))
            for uri, content in self.documents.items()
        ]
        return referencing.Registry().with_resources(resources)

    @cached_property
    def _slow(self) -> jsonschema.Validator:
        return jsonschema.Draft202012Validator({"$ref": self.root}, registry=self.registry)

    @cached_property
    def _fast(self) -> jsonschema_rs.Draft202012Validator:
        registry = jsonschema_rs.Registry([*self.documents.items()])
        return jsonschema_rs.Draft202012Validator(
            {"$ref": self.root}, registry=registry, validate_formats=False
        )

    @cached_property
    def _reads_doubles(self) -> bool:
        return any(_has_numbers(document) for document in self.documents.values())

    def contradicted(self, value: object, verdict: bool) -> bool:
        """Whether all oracles agree that this verdict, which leaves out formats, is wrong."""
        if self._reads_doubles and _holds_wide_integer(value):
            return False  # the bindings read it as the nearest double, the oracles exactly
        try:
            if self._fast.is_valid(value) is verdict:
                return False
            return self._slow.is_valid(value) is not verdict
        except (ValueError, RecursionError, OverflowError, ArithmeticError):
            return False  # an oracle that can't tell is no witness


def schema_set(path: Path) -> SchemaSet:
    """The schemas of a file, or of a folder with a root file of its own name."""
    if path.is_file():
        content = json.loads(path.read_bytes())
        uri = _uri(content, path.name)
        return SchemaSet({uri: content}, uri)
    documents = {}
    root = ""
    for file in sorted(path.rglob("*.json")):
        content = json.loads(file.read_bytes())
        uri = _uri(content, file.relative_to(path).as_posix())
        documents[uri] = content
        if file.name in (f"{path.name}.schema.json", f"{path.name}.json"):
            root = uri
    return SchemaSet(documents, root)


def _uri(content: object, name: str) -> str:
    own = content.get("$id") if isinstance(content, dict) else None
    return own if isinstance(own, str) and "://" in own else BASE + name


# Any: schemas and values are JSON.
def _has_numbers(schema: Any) -> bool:
    """Whether some place takes numbers that need not be integers."""
    if isinstance(schema, list):
        return any(map(_has_numbers, schema))
    if not isinstance(schema, dict):
        return False
    kinds = schema.get("type")
    number = kinds == "number" or (isinstance(kinds, list) and "number" in kinds)
    untyped = kinds is None and not _NUMERIC.isdisjoint(schema)
    return number or untyped or any(map(_has_numbers, schema.values()))


_NUMERIC = {"multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}


def _holds_wide_integer(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_wide_integer, value.values()))
    if isinstance(value, list):
        return any(map(_holds_wide_integer, value))
    return isinstance(value, int | float) and abs(value) > 2**53
