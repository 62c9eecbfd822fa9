"""Validators that this project did not write, asked whether a verdict is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jsonschema
import jsonschema_rs
from jsonschema.validators import validator_for

from fuzz.schema_sets import SchemaSet

# Any: schemas and values are JSON.


@dataclass(frozen=True)
class Oracles:
    """jsonschema, jsonschema-rs and, through the answers it is given, ajv."""

    schemas: SchemaSet
    root: str
    """The URI of the schema that payloads have to pass."""

    def contradict(self, value: Any, verdict: bool, ajv: bool | None) -> bool:
        """Whether a verdict, which leaves formats out, is wrong: two oracles or more say so.

        They have to agree, since each of them has bugs of its own.

        Args:
            value: The payload.
            verdict: What the bindings say.
            ajv: What ajv says, if it could tell.
        """
        if self.schemas.dialect.rstrip("#").endswith("draft-04/schema"):
            value = _whole(value)
        if self._divides_past_doubles(value):
            return False
        if self.schemas.reads_doubles and _holds(value, lambda _: True):
            return False  # the bindings read it as the nearest double, the oracles exactly
        if verdict in (ajv, self._told_by(self._fast, value)):
            return False
        said = [ajv, self._told_by(self._fast, value), self._told_by(self._slow, value)]
        return verdict not in said and said.count(not verdict) > 1

    def _divides_past_doubles(self, value: Any) -> bool:
        """Whether `multipleOf` may be asked of a number whose double is not what its text says.

        The bindings take the integer that the double stands for: 755e19 is no multiple of 10. Some
        oracles take the text, or divide by doubles.
        """
        return self.schemas.divides and _holds(value, lambda part: type(part) is float)

    def _told_by(self, validator: Any, value: Any) -> bool | None:
        try:
            return bool(validator.is_valid(value))
        except (ValueError, RecursionError, OverflowError, ArithmeticError):
            return None

    @cached_property
    def _slow(self) -> jsonschema.Validator:
        kind = validator_for(self.schemas.document, default=jsonschema.Draft202012Validator)
        return kind({"$ref": self.root}, registry=self.schemas.registry)

    @cached_property
    def _fast(self) -> Any:
        uri = self.schemas.dialect
        kind = _OF_DIALECT.get(uri.rstrip("#").partition("://")[2], _NEWEST)
        registry = jsonschema_rs.Registry([*self.schemas.documents.items()])
        return kind({"$ref": self.root}, registry=registry, validate_formats=False)


_NEWEST = jsonschema_rs.Draft202012Validator
_OF_DIALECT: dict[str, Any] = {
    "json-schema.org/draft-04/schema": jsonschema_rs.Draft4Validator,
    "json-schema.org/draft-06/schema": jsonschema_rs.Draft6Validator,
    "json-schema.org/draft-07/schema": jsonschema_rs.Draft7Validator,
    "json-schema.org/draft/2019-09/schema": jsonschema_rs.Draft201909Validator,
}


def _whole(value: Any) -> Any:
    """The value with 1 in the place of 1.0, which is an integer in every draft but 04."""
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _holds(value: Any, wanted: Callable[[int | float], bool]) -> bool:
    """Whether there is a wanted number past 2^53 in a value."""
    if isinstance(value, dict):
        return any(_holds(part, wanted) for part in value.values())
    if isinstance(value, list):
        return any(_holds(part, wanted) for part in value)
    return isinstance(value, int | float) and abs(value) > 2**53 and wanted(value)
