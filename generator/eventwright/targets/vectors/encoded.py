"""What an encoder owes for a valid payload: the model's rules of writing, on plain JSON values."""

from __future__ import annotations

from eventwright.load import Json
from eventwright.model import (
    Alias,
    AnyJson,
    Array,
    Boolean,
    Definition,
    Dictionary,
    Enum,
    Integer,
    Internal,
    Literals,
    Model,
    Named,
    Null,
    Nullable,
    Number,
    Record,
    Shape,
    Text,
    Union,
)
from eventwright.targets.vectors.reference import same
from eventwright.targets.vectors.tree import as_object


def encoded(model: Model, definition: Definition, value: Json) -> Json:
    """What a decoder and then an encoder make of a value that is valid for the definition."""
    match definition:
        case Record():
            return _record(model, definition, as_object(value))
        case Enum():
            return value
        case Union():
            return _union(model, definition, value)
        case Alias(shape=shape):
            return _shape(model, shape, value)


def _shape(model: Model, shape: Shape, value: Json) -> Json:
    match shape, value:
        case ((Text() | Boolean() | Null() | Literals() | AnyJson()), _):
            return value
        case Number(), int() | float():
            return float(value)
        case Integer(), int() | float():
            return int(value)
        case Array(items=items), list():
            return [_shape(model, items, item) for item in value]
        case Dictionary(values=values), dict():
            return {name: _shape(model, values, member) for name, member in value.items()}
        case Named(target=target), _:
            return encoded(model, model.definitions[target], value)
        case Nullable(inner=inner), _:
            return None if value is None else _shape(model, inner, value)
        case _:
            raise TypeError(f"the model and the plan disagree about {shape}")


def _record(model: Model, record: Record, value: dict[str, Json]) -> Json:
    written: dict[str, Json] = {}
    for field in record.fields:
        if field.wire in value:
            member = _shape(model, field.shape, value[field.wire])
        elif field.default is not None:
            member = _shape(model, field.shape, field.default.value)
        else:
            continue
        if not (field.omit_default and field.default and same(member, field.default.value)):
            written[field.wire] = member
    if record.extra is not None:
        known = {field.wire for field in record.fields}
        for name, member in value.items():
            if name not in known:
                written[name] = _shape(model, record.extra, member)
    return written


def _union(model: Model, union: Union, value: Json) -> Json:
    payloads = {v.tag: v.payload for v in union.variants if v.payload is not None}
    if isinstance(value, str):
        return value
    members = as_object(value)
    if isinstance(union.encoding, Internal):
        tag = members[union.encoding.tag]
        payload = payloads.get(str(tag))
        rest = as_object(_shape(model, payload, value)) if payload else {}
        return {union.encoding.tag: tag} | rest
    [(name, inner)] = members.items()
    return {name: _shape(model, payloads[name], inner)}
