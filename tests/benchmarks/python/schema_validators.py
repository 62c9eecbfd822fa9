"""The canonical schemas in three validators, each with a JSON parser in front of it.

They give plain dicts back, so what they do is less than decoding into classes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import fastjsonschema
import jsonschema
import jsonschema_rs
import referencing

from benchmarks.race import Decoders
from support.fixtures import PROTOCOLS, Protocol
from support.project import ROOT

Schemas: TypeAlias = dict[str, Any]
Decode: TypeAlias = Callable[[bytes], Any]


def _schemas(protocol: Protocol) -> Schemas:
    """The protocol's schemas by their identifiers."""
    texts = (path.read_bytes() for path in sorted((ROOT / "schema" / protocol).glob("*.json")))
    return {schema["$id"]: schema for schema in map(json.loads, texts)}


def _root(protocol: Protocol, schemas: Schemas) -> Any:
    (identifier,) = (name for name in schemas if name.endswith(f"/{protocol}.schema.json"))
    return schemas[identifier]


def _refusing(is_valid: Callable[[Any], bool]) -> Decode:
    def decode(text: bytes) -> Any:
        value = json.loads(text)
        if not is_valid(value):
            raise ValueError("not valid")
        return value

    return decode


def _with_jsonschema_rs(protocol: Protocol) -> Decode:
    schemas = _schemas(protocol)
    registry = jsonschema_rs.Registry([*schemas.items()])
    validator = jsonschema_rs.Draft202012Validator(
        _root(protocol, schemas), registry=registry, validate_formats=True
    )
    return _refusing(validator.is_valid)


def _with_jsonschema(protocol: Protocol) -> Decode:
    schemas = _schemas(protocol)
    validator = jsonschema.Draft202012Validator(
        _root(protocol, schemas),
        registry=referencing.Registry().with_contents(schemas.items()),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
    return _refusing(validator.is_valid)


def _with_fastjsonschema(protocol: Protocol) -> Decode:
    """What the schemas use means the same in draft 07, the newest that fastjsonschema knows."""
    schemas = _schemas(protocol)
    validate = fastjsonschema.compile(
        _root(protocol, schemas), handlers={"https": schemas.__getitem__}
    )
    return lambda text: validate(json.loads(text))


JSONSCHEMA_RS: Decoders = {protocol: _with_jsonschema_rs(protocol) for protocol in PROTOCOLS}
JSONSCHEMA: Decoders = {protocol: _with_jsonschema(protocol) for protocol in PROTOCOLS}
FASTJSONSCHEMA: Decoders = {protocol: _with_fastjsonschema(protocol) for protocol in PROTOCOLS}
