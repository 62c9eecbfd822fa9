"""What an encoder owes for a valid payload: the model's rules of writing, on plain JSON values."""

from __future__ import annotations

from eventwright.compiled import CompiledModule
from eventwright.errors import Location
from eventwright.judging.reference import Reference
from eventwright.modelling.describe import closest_first
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    AnyJson,
    Array,
    Boolean,
    Definition,
    Dictionary,
    Enum,
    External,
    Integer,
    Literals,
    Named,
    Never,
    Null,
    Nullable,
    Number,
    Open,
    Record,
    Shape,
    Text,
    Tuple,
    Union,
    Unknown,
)
from eventwright.planning.plan import Plan, Program
from eventwright.planning.walking import nested
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import json_type, same
from eventwright.targets.vectors.tree import get

_TYPES: dict[type[Shape], tuple[JsonType, ...]] = {
    Text: ("string",),
    Open: ("string",),
    Boolean: ("boolean",),
    Null: ("null",),
    Number: ("number", "integer"),
    Integer: ("integer",),
    Array: ("array",),
    Tuple: ("array",),
    Dictionary: ("object",),
}


class NoPlaceError(Exception):
    """The type has no place for a value that its schema lets pass.

    That is so for what people leave unsaid: a schema that names members is taken for an object's,
    though it lets everything pass that is none.
    """


class Encoder:
    """Decodes and encodes valid values of one module."""

    def __init__(self, module: CompiledModule, reference: Reference) -> None:
        self._definitions = module.model.definitions
        self._reference = reference
        self._programs = _by_location(module.plan)

    def encoded(self, definition: Definition, value: Json) -> Json:
        """What a decoder and then an encoder make of a value that is valid for the definition.

        Raises:
            NoPlaceError: The type can't hold it.
        """
        match definition, value:
            case Record(), dict():
                return self._record(definition, value)
            case Enum(), str():
                return value
            case Union(), str() | dict():
                return self._union(definition, value)
            case Alias(shape=shape), _:
                return self._shape(shape, value)
            case _:
                raise NoPlaceError(str(definition.location))

    def _shape(self, shape: Shape, value: Json) -> Json:
        match shape, value:
            case ((Text() | Boolean() | Null() | Number() | Literals() | Open()), _):
                return value
            case ((AnyJson() | Unknown()), _):
                return value
            case Integer(), int() | float():
                return int(value)
            case Array(items=items), list():
                return [self._shape(items, item) for item in value]
            case Tuple(items=shapes), list():
                pairs = zip(shapes, value, strict=True)
                return [self._shape(inner, item) for inner, item in pairs]
            case Dictionary(values=values), dict():
                return {name: self._shape(values, member) for name, member in value.items()}
            case Named(target=target), _:
                return self.encoded(self._definitions[target], value)
            case Nullable(inner=inner), _:
                return None if value is None else self._shape(inner, value)
            case Alternatives(branches=branches), _:
                return self._shape(self._chosen(branches, value), value)
            case _:
                raise NoPlaceError(str(shape))

    def _chosen(self, branches: tuple[tuple[Location, Shape], ...], value: Json) -> Shape:
        """Of the branches that take the value, the one that asks for most members."""
        for location, shape in closest_first(branches, self._definitions):
            if self._fits(shape, value) and self._takes(location, shape, value):
                return shape
        raise NoPlaceError(str(branches[0][0]))

    def _fits(self, shape: Shape, value: Json) -> bool:
        """Whether a value has the JSON type of a shape, which tells those of one schema apart."""
        match shape:
            case Literals(values=values):
                return any(same(value, literal) for literal in values)
            case Nullable(inner=inner):
                return value is None or self._fits(inner, value)
            case Named(target=target):
                definition = self._definitions[target]
                if isinstance(definition, Alias):
                    return self._fits(definition.shape, value)
                return not isinstance(definition, Record) or isinstance(value, dict)
            case Alternatives() | AnyJson() | Never():
                return True
            case _:
                return json_type(value) in _TYPES[type(shape)]

    def _takes(self, location: Location, shape: Shape, value: Json) -> bool:
        program = self._programs.get(location)
        if program is None and isinstance(shape, Named):
            # A branch that is told by its key has no program but that of its type.
            program = self._programs[shape.target]
        return program is not None and self._reference.passes(program, value)

    def _record(self, record: Record, value: dict[str, Json]) -> Json:
        written: dict[str, Json] = {}
        for field in record.fields:
            if field.wire in value:
                member = self._shape(field.shape, value[field.wire])
            elif field.default is not None:
                member = self._shape(field.shape, field.default.value)
            else:
                continue
            if not (field.omit_default and field.default and same(member, field.default.value)):
                written[field.wire] = member
        if record.extra is not None:
            known = {field.wire for field in record.fields}
            for name, member in value.items():
                if name not in known:
                    written[name] = self._shape(record.extra, member)
        return written

    def _union(self, union: Union, value: str | dict[str, Json]) -> Json:
        if isinstance(value, str):
            return value
        if isinstance(union.encoding, External):
            payloads = {v.tag: v.payload for v in union.variants if v.payload is not None}
            [(name, inner)] = value.items()
            return {name: self._shape(payloads.get(name, AnyJson()), inner)}
        tag = _tag(value, union.encoding.tag)
        tagged = [v for v in union.variants if v.tag is not None and same(v.tag, tag)]
        if tagged and tagged[0].payload is not None:
            return self._shape(tagged[0].payload, value)
        for variant in union.variants:
            if variant.payload is not None and self._takes(
                variant.location, variant.payload, value
            ):
                return self._shape(variant.payload, value)
        raise NoPlaceError(str(union.location))


def _tag(value: Json, path: tuple[str, ...]) -> Json:
    """What stands at the path of a tag; null where nothing does."""
    try:
        return get(value, path)
    except KeyError:
        return None


def _by_location(plan: Plan) -> dict[Location, Program]:
    """The program of every schema, as it is reached from outside where there is a choice."""
    found: dict[Location, Program] = {}
    for entry in sorted(plan.programs, key=lambda entry: len(entry.scope)):
        for program in nested(plan.programs[entry]):
            found.setdefault(program.location, program)
    return found
