"""One self-contained schema of a module, in the terms that datamodel-code-generator names well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eventwright.casing import pascal, snake
from eventwright.compiled import CompiledModule
from eventwright.errors import EventwrightError, Location, Problem
from eventwright.modelling.facts import types
from eventwright.modelling.joined import objects_at
from eventwright.modelling.model import Doc, Enum, Internal, Named, Record, Union, Variant
from eventwright.planning.planner import FAMILIES
from eventwright.reading.dialect import DRAFT_2020_12, Holds
from eventwright.reading.formats import INTEGER_FORMATS
from eventwright.reading.jsontext import Json
from eventwright.rendering.naming import Names, is_plain

# A date-time stays the text that it is: Python's own type would lose the digits past microseconds.
# What no pattern can tell is left out: which years have a 29 February, and when a leap second is.
_DATE_TIME = (
    "^[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])"
    "|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)"
    "[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:[.][0-9]+)?"
    "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"
)
# All else stays out: vendor keywords make datamodel-code-generator import what a schema names. A
# string with a format stays the text that it is on the wire; references are written anew.
_KEPT = frozenset(
    {"description", "default", "deprecated"}.union(*(family.KEYWORDS for family in FAMILIES))
    - {"format", "$ref", "$dynamicRef"}
)
_INTEGERS: tuple[Json, ...] = ("integer", ["integer", "null"], ["null", "integer"])
# What the planner leaves out of the schemas around a branch: a union is what the branch is of.
_NOT_AROUND = frozenset({"oneOf", "anyOf", "allOf", "$ref", "description"})


@dataclass(frozen=True, slots=True)
class Bundle:
    """A module's schema, and the names of members that can't keep the ones that they have."""

    source: str
    """Where the schemas are, for messages."""
    schema: dict[str, Json]
    places: Mapping[str, Location]
    """Where the schema has what is in `$defs`: named types and the envelopes of their variants."""
    aliases: dict[str, str]
    """For `Type.member`: the name of the member in Python."""


def bundle(module: CompiledModule, names: Names, *, formats: bool) -> Bundle:
    """A schema whose `$defs` are the module's named types, under the names that are bound.

    Args:
        module: The module.
        names: The names of its types, members and enum values.
        formats: Whether `format` is asserted.

    Raises:
        EventwrightError: A variant's envelope would have the name of another type, or a reference
            is dynamic.
    """
    bundler = _Bundler(module, names, formats)
    for location, definition in module.model.definitions.items():
        match definition:
            case Enum():
                bundler.add(location, bundler.enum(definition))
            case Union():
                bundler.add(location, bundler.union(definition))
            case Record():
                bundler.name_members(definition)
                bundler.add(location, bundler.copy(location))
            case _:
                bundler.add(location, bundler.copy(location))
    schema: dict[str, Json] = {"$schema": DRAFT_2020_12.uri, "$defs": bundler.definitions}
    return Bundle(module.source, schema, bundler.places, bundler.aliases)


class _Bundler:
    def __init__(self, module: CompiledModule, names: Names, formats: bool) -> None:
        self.definitions: dict[str, Json] = {}
        self.places: dict[str, Location] = {}
        self.aliases: dict[str, str] = {}
        self._module = module
        self._names = names
        # Datamodel-code-generator takes off an underscore at the end of a name.
        self._types = {
            location: f"{name[:-1]}Model" if name.endswith("_") else str(name)
            for location, name in names.types.items()
        }
        self._formats = formats
        self._without_effect = {note.location for note in module.notes}

    def add(self, location: Location, schema: Json) -> None:
        """Enter the schema of a named type."""
        self.definitions[self._types[location]] = schema
        self.places[self._types[location]] = location

    def name_members(self, record: Record) -> None:
        """Have the members of a record that can't keep their names go by ours."""
        name = self._types[record.location]
        for field in record.fields:
            if field.alias or not is_plain(field.wire):
                self.aliases[f"{name}.{field.wire}"] = self._names.members[field.location]

    def enum(self, enum: Enum) -> Json:
        """An enum whose values have our names."""
        return _described(enum.doc) | {
            "type": "string",
            "enum": [value.value for value in enum.values],
            "x-enum-varnames": [str(self._names.members[value.location]) for value in enum.values],
            "x-enum-descriptions": [_visible(value.doc.description or "") for value in enum.values],
        }

    def union(self, union: Union) -> Json:
        """A union in the terms of its encoding: by its discriminator, or by its envelopes."""
        if isinstance(union.encoding, Internal):
            return self._internal(union, union.encoding)
        described = _described(union.doc)
        bare: list[Json] = [v.tag for v in union.variants if v.payload is None]
        texts: Json = {"type": "string", "enum": bare, "x-enum-field-as-literal": True}
        envelopes = [
            self._envelope(union, v, v.tag)
            for v in union.variants
            if v.payload is not None and v.tag is not None
        ]
        return described | {"oneOf": ([texts] if bare else []) + envelopes}

    def _internal(self, union: Union, encoding: Internal) -> Json:
        """A union with a discriminator, where pydantic has one of the kind; else a plain one."""
        branches = {v.tag: self._variant(v) for v in union.variants}
        if not all(self._has_tag(variant, encoding.tag) for variant in union.variants):
            return self.copy(union.location)
        mapping: dict[str, Json] = {
            str(tag): branch["$ref"] for tag, branch in branches.items() if isinstance(branch, dict)
        }
        return _described(union.doc) | {
            "oneOf": list(branches.values()),
            "discriminator": {"propertyName": encoding.tag[0], "mapping": mapping},
        }

    def _variant(self, variant: Variant) -> Json:
        payload = variant.payload
        if isinstance(payload, Named):
            return {"$ref": self._reference(payload.target)}
        return self._at(variant.location)

    def _has_tag(self, variant: Variant, path: tuple[str, ...]) -> bool:
        """Whether a variant is a record that must have the only member of a path."""
        payload = variant.payload
        definitions = self._module.model.definitions
        record = definitions[payload.target] if isinstance(payload, Named) else None
        return isinstance(record, Record) and any(
            (field.wire,) == path and field.required and variant.tag is not None
            for field in record.fields
        )

    def _envelope(self, union: Union, variant: Variant, tag: str) -> Json:
        """A variant's object of one key, as a type of its own."""
        if variant.location in self._module.schemas.targets:
            return self._at(variant.location)
        name = f"{self._types[union.location]}{pascal(tag)}"
        if self._is_payload(variant, name):
            name += "Envelope"
        if name in self.definitions or name in self._types.values():
            raise EventwrightError(
                Problem(
                    variant.location,
                    f"its name in code, {name}, is also the name of another type",
                    'give that type another name with "x-name"',
                )
            )
        self.definitions[name] = self.copy(variant.location)
        self.places[name] = variant.location
        self.aliases[f"{name}.{tag}"] = snake(tag)
        return {"$ref": f"#/$defs/{name}"}

    def _is_payload(self, variant: Variant, name: str) -> bool:
        """Whether the type of a variant's payload has this name."""
        payload = variant.payload
        return isinstance(payload, Named) and self._types[payload.target] == name

    def copy(self, location: Location) -> Json:
        """The schema at a place, with references to named types in place of those it holds."""
        inside = self._module.model.branches.get(location)
        if inside is None:
            return self._record_or_null(location) or self._copy(location)
        if inside.only_objects:
            return {"allOf": [{"type": "object"}, self._copy(inside.branch)]}
        around = [self._copy(place, without=_NOT_AROUND) for place in inside.around]
        parts: list[Json] = [*around, self._copy(inside.branch)]
        return {"allOf": parts}

    def _record_or_null(self, location: Location) -> Json:
        """The named record of a schema's objects, or null, where these are its values."""
        record = objects_at(location)
        only = types(self._module.schemas, location) == frozenset({"object", "null"})
        if not only or record not in self._module.model.definitions:
            return None
        return {"anyOf": [{"$ref": self._reference(record)}, {"type": "null"}]}

    def _copy(self, location: Location, *, without: frozenset[str] = frozenset()) -> Json:
        schema = self._module.schemas.at(location)
        if not isinstance(schema, dict):
            return schema
        if "$dynamicRef" in schema:
            raise EventwrightError(
                Problem(
                    location,
                    'no pydantic models can be made of a schema with "$dynamicRef"',
                    "leave this target out (--target names those wanted)",
                )
            )
        copied = {
            keyword: self._value(keyword, value, location.child(keyword))
            for keyword, value in schema.items()
            if keyword in _KEPT - without and location.child(keyword) not in self._without_effect
        }
        if "$ref" in schema and "$ref" not in without:
            copied["$ref"] = self._reference(self._module.schemas.targets[location])
        if self._formats:
            copied |= _asserted(schema)
        if "enum" in copied:
            copied["x-enum-field-as-literal"] = True
        return copied

    def _value(self, keyword: str, value: Json, place: Location) -> Json:
        match DRAFT_2020_12.subschemas.get(keyword), value:
            case Holds.SCHEMA, _:
                return self._at(place)
            case Holds.ARRAY_OF_SCHEMAS, list():
                return [self._at(place.child(index)) for index in range(len(value))]
            case Holds.MAP_OF_SCHEMAS, dict():
                return {name: self._at(place.child(name)) for name in value}
            case None, str() if keyword == "description":
                return _visible(value)
            case _:
                return value

    def _at(self, location: Location) -> Json:
        if location in self._module.model.definitions:
            return {"$ref": self._reference(location)}
        return self.copy(location)

    def _reference(self, target: Location) -> str:
        return f"#/$defs/{self._types[target]}"


def _asserted(schema: dict[str, Json]) -> dict[str, Json]:
    """The keywords that ask what a format does, of those formats that have any."""
    name = schema.get("format")
    if name == "date-time":
        return {"pattern": _DATE_TIME}
    if name not in INTEGER_FORMATS or schema.get("type") not in _INTEGERS:
        return {}
    low, high = INTEGER_FORMATS[str(name)]
    lowest, highest = schema.get("minimum", low), schema.get("maximum", high)
    return {
        "minimum": max(low, lowest) if isinstance(lowest, int | float) else low,
        "maximum": min(high, highest) if isinstance(highest, int | float) else high,
    }


def _described(doc: Doc) -> dict[str, Json]:
    return {"description": _visible(doc.description)} if doc.description else {}


def _visible(text: str) -> str:
    """Text for a docstring, with escapes for the characters that hide or turn round others."""
    return "".join(
        character if character == "\n" or character.isprintable() else f"\\u{ord(character):04x}"
        for character in text
    )
