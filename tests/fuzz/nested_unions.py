"""Random tagged unions: inside each other, with what they ask for said here, there or twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fuzz.union_schemas import WideSchemas

TAG = "kind"
TAGS = ("a", "b", "c", "d", "e", "f", "g", "constructor")


class NestedUnions(WideSchemas):
    """Makes unions of records told by a tag, some of whose branches are such unions themselves."""

    # Any: a schema is any JSON value.
    def _definition(self) -> Any:
        return self._tagged(1) if self._random.random() < 0.7 else super()._definition()

    def _root(self) -> dict[str, Any]:
        return self._tagged(2)

    def _tagged(self, levels: int) -> dict[str, Any]:
        """A union whose branches leave more or less of what they need to the schema around them."""
        tags = iter(self._random.sample(TAGS, len(TAGS)))
        schema = self._around()
        keyword = self._random.choice(("oneOf", "oneOf", "anyOf"))
        schema[keyword] = [
            self._tagged_branch(levels, tags) for _ in range(self._random.choice((2, 2, 3)))
        ]
        return schema

    def _around(self) -> dict[str, Any]:
        schema: dict[str, Any] = {}
        if self._random.random() < 0.6:
            schema["type"] = "object"
        if self._random.random() < 0.5:
            schema["required"] = [TAG, *self._some_names()[: self._random.randrange(2)]]
        if self._random.random() < 0.5:
            schema["properties"] = {name: self._part(0) for name in self._some_names()}
        if self._random.random() < 0.3:
            self._object(schema, 1)
        return schema

    def _tagged_branch(self, levels: int, tags: Iterator[str]) -> dict[str, Any]:
        if self._earlier and self._random.random() < 0.3:
            return {"$ref": self._random.choice(self._earlier)}
        if levels > 0 and self._random.random() < 0.4:
            return self._inside(tags)
        return self._tagged_record(tags)

    def _inside(self, tags: Iterator[str]) -> dict[str, Any]:
        schema = self._around()
        schema[self._random.choice(("oneOf", "anyOf"))] = [self._tagged_record(tags) for _ in "ab"]
        return schema

    def _tagged_record(self, tags: Iterator[str]) -> dict[str, Any]:
        record = self._record(1)
        tag = next(tags, "last")
        several = {"enum": [tag, f"{tag}{tag}"]}
        constant = self._random.choice(({"const": tag}, {"const": tag}, {"enum": [tag]}, several))
        record["properties"] = {**record["properties"], TAG: constant}
        if self._random.random() < 0.5:
            record["required"] = list({TAG: 0, **dict.fromkeys(record.get("required", []))})
        if self._random.random() < 0.4:
            del record["type"]
        return record
