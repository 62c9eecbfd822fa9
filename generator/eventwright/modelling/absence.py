"""Members for which null and absent are one, as they are for Rust's `Option`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from eventwright.errors import Location
from eventwright.modelling.facts import members
from eventwright.modelling.model import (
    Alias,
    AnyJson,
    Default,
    Definition,
    Field,
    Model,
    Named,
    Null,
    Nullable,
    Record,
    Shape,
)
from eventwright.reading.refs import SchemaSet


def with_null_for_absent(schemas: SchemaSet, model: Model) -> Model:
    """The same model; a member that may be absent or null is null where it is absent.

    It is left out when it is written, as one with `default: null` and `x-omit-default` is; it is
    written where it says `"x-omit-default": false`.
    """
    known = model.definitions
    definitions = {place: _filled(schemas, each, known) for place, each in known.items()}
    return replace(model, definitions=definitions)


def _filled(
    schemas: SchemaSet, definition: Definition, known: Mapping[Location, Definition]
) -> Definition:
    match definition:
        case Record(fields=fields):
            filled = tuple(_with_null(schemas, field, known) for field in fields)
            return replace(definition, fields=filled)
        case _:
            return definition


def _with_null(schemas: SchemaSet, field: Field, known: Mapping[Location, Definition]) -> Field:
    filled = field.default is not None and field.default.value is not None
    if field.required or filled or not _may_be_null(field.shape, known):
        return field
    is_written = members(schemas.at(field.location)).get("x-omit-default") is False
    return replace(field, default=Default(None), omit_default=not is_written)


def _may_be_null(shape: Shape, known: Mapping[Location, Definition]) -> bool:
    match shape:
        case Null() | Nullable() | AnyJson():
            return True
        case Named(target=target):
            definition = known[target]
            return isinstance(definition, Alias) and _may_be_null(definition.shape, known)
        case _:
            return False
