"""Who takes part in the race in Python."""

from __future__ import annotations

import json
from dataclasses import dataclass

import orjson

from benchmarks.python import (
    cattrs_classes,
    mashumaro_classes,
    msgspec_structs,
    ours,
    pydantic_dataclasses,
    pydantic_models,
    schema_validators,
)
from benchmarks.race import Decoders, Encoders
from support.fixtures import PROTOCOLS
from support.parsers import PARSERS, Parser

REFERENCE = "pydantic BaseModel"


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read both protocols."""

    name: str
    decode: Decoders
    share: int = 1
    """One in how many payloads it reads in a round."""
    judged: bool = True
    """Whether it gives verdicts; a parser alone takes all JSON there is."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A way to write what a decoder has read."""

    name: str
    decode: Decoders
    encode: Encoders


def readers() -> list[Reader]:
    """Our variants, then the peers; pydantic's models are what all are measured against."""
    return [
        *(Reader(our_name(each), ours.decoders(ours.bindings(each))) for each in PARSERS),
        Reader(REFERENCE, pydantic_models.DECODE),
        Reader("pydantic BaseModel, a member an event", pydantic_models.DECODE_OPTIONAL_MEMBERS),
        Reader("pydantic dataclass", pydantic_dataclasses.DECODE),
        Reader("msgspec Struct", msgspec_structs.DECODE),
        Reader("mashumaro with orjson", mashumaro_classes.DECODE),
        Reader("cattrs with orjson", cattrs_classes.DECODE),
        Reader("jsonschema-rs", schema_validators.JSONSCHEMA_RS),
        Reader("fastjsonschema", schema_validators.FASTJSONSCHEMA, share=10),
        Reader("jsonschema", schema_validators.JSONSCHEMA, share=50),
        Reader("json.loads alone", dict.fromkeys(PROTOCOLS, json.loads), judged=False),
        Reader("orjson.loads alone", dict.fromkeys(PROTOCOLS, orjson.loads), judged=False),
    ]


def writers() -> list[Writer]:
    """All but the validators, which write nothing."""
    pydantic = pydantic_models.DECODE
    dataclasses = pydantic_dataclasses.DECODE
    return [
        *(_our_writer(parser) for parser in PARSERS),
        Writer(REFERENCE, pydantic, pydantic_models.ENCODE),
        Writer("pydantic BaseModel, dump_json", pydantic, pydantic_models.DUMP_JSON),
        Writer("pydantic dataclass", dataclasses, pydantic_dataclasses.ENCODE),
        Writer("msgspec Struct", msgspec_structs.DECODE, msgspec_structs.ENCODE),
        Writer("mashumaro with orjson", mashumaro_classes.DECODE, mashumaro_classes.ENCODE),
        Writer("cattrs with orjson", cattrs_classes.DECODE, cattrs_classes.ENCODE),
    ]


def our_name(parser: Parser) -> str:
    """What our bindings are called when they use this parser."""
    return f"eventwright, {'' if parser == PARSERS[0] else 'with '}{parser}"


def _our_writer(parser: Parser) -> Writer:
    modules = ours.bindings(parser)
    return Writer(our_name(parser), ours.decoders(modules), ours.encoders(modules))
