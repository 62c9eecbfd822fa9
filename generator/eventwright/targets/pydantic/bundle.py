"""One self-contained schema of a module, in the terms that datamodel-code-generator names well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain

from eventwright import patterns
from eventwright.casing import pascal, snake
from eventwright.compiled import CompiledModule
from eventwright.errors import EventwrightError, Location, Problem
from eventwright.frozen import frozen
from eventwright.modelling.facts import array, common_types, members, own_type
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    AnyJson,
    Doc,
    Enum,
    Internal,
    Named,
    Record,
    Union,
    Unknown,
    Variant,
)
from eventwright.reading.dialect import DRAFT_2020_12
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import tag_text
from eventwright.rendering.naming import Names, is_plain
from eventwright.targets.pydantic.copying import Copies
from eventwright.targets.pydantic.keywords import (
    Dialect,
    NoPatternError,
    rust,
    visible,
)


@frozen
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
    try:
        return _bundled(_Bundler(module, names, Dialect(formats, rust)))
    except NoPatternError:
        # A model has one engine for all its patterns, and `$` is not the same to both.
        return _bundled(_Bundler(module, names, Dialect(formats, patterns.python)))


def _bundled(bundler: _Bundler) -> Bundle:
    for location, definition in bundler.module.model.definitions.items():
        match definition:
            case Enum():
                bundler.add(location, bundler.enum(definition))
            case Union():
                bundler.add(location, bundler.union(definition))
            case Record():
                bundler.name_members(definition)
                bundler.add(location, bundler.record(definition))
            case Alias():
                bundler.add(location, bundler.alias(definition))
    schema: dict[str, Json] = {"$schema": DRAFT_2020_12.uri, "$defs": bundler.definitions}
    return Bundle(bundler.module.source, schema, bundler.places, bundler.aliases)


class _Bundler:
    def __init__(self, module: CompiledModule, names: Names, dialect: Dialect) -> None:
        self.definitions: dict[str, Json] = {}
        self.places: dict[str, Location] = {}
        self.aliases: dict[str, str] = {}
        self.module = module
        self._names = names
        # Datamodel-code-generator takes off an underscore at the end of a name.
        self._types = {
            location: f"{name[:-1]}Model" if name.endswith("_") else str(name)
            for location, name in names.types.items()
        }
        self._copies = Copies(module, self._types, dialect)

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

    def record(self, record: Record) -> Json:
        """A record, with the members that are asked for though nothing describes them."""
        copied = _each_once(members(self._copies.copy(record.location)))
        if isinstance(record.extra, AnyJson):
            copied = {"additionalProperties": True} | copied
        others = [f for f in record.fields if not f.location.parent.pointer.endswith("/properties")]
        if not others:
            return copied
        required = dict.fromkeys(array(copied.get("required")))
        required |= dict.fromkeys(field.wire for field in others if field.required)
        return copied | {
            "properties": members(copied.get("properties")) | {f.wire: {} for f in others},
            "required": [*required],
        }

    def enum(self, enum: Enum) -> Json:
        """An enum whose values have our names."""
        return _described(enum.doc) | {
            "type": "string",
            "enum": [value.value for value in enum.values],
            "x-enum-varnames": [str(self._names.members[value.location]) for value in enum.values],
            "x-enum-descriptions": [visible(value.doc.description or "") for value in enum.values],
        }

    def union(self, union: Union) -> Json:
        """A union in the terms of its encoding: by its discriminator, or by its envelopes.

        The models know no other tags than the schema does.
        """
        known = tuple(v for v in union.variants if not isinstance(v.payload, Unknown))
        union = replace(union, variants=known)
        if isinstance(union.encoding, Internal):
            return self._internal(union, union.encoding)
        described = _described(union.doc)
        bare: list[Json] = [v.tag for v in union.variants if v.payload is None]
        texts: Json = {"type": "string", "enum": bare, "x-enum-field-as-literal": True}
        envelopes = [
            self._envelope(union, v, v.key)
            for v in union.variants
            if v.payload is not None and v.tag is not None
        ]
        return described | {"oneOf": ([texts] if bare else []) + envelopes}

    def alias(self, alias: Alias) -> Json:
        """A union of named types, which have what stands beside it too, or any other schema."""
        match alias.shape:
            case Alternatives(branches=branches):
                types = [shape.target for _, shape in branches if isinstance(shape, Named)]
                if len(types) == len(branches):
                    references: list[Json] = [
                        {"$ref": self._copies.reference(each)} for each in types
                    ]
                    return _described(alias.doc) | {"anyOf": references}
        return self._copies.copy(alias.location)

    def _internal(self, union: Union, encoding: Internal) -> Json:
        """A union with a discriminator, where pydantic has one of the kind; else a plain one."""
        branches = {v.tag: self._variant(v) for v in union.variants}
        has_name = encoding.tag != ("",)
        if not (has_name and all(self._has_tag(each, encoding.tag) for each in union.variants)):
            return self._copies.copy(union.location)
        mapping: dict[str, Json] = {
            tag_text(tag): branch["$ref"]
            for tag, branch in branches.items()
            if tag is not None and isinstance(branch, dict)
        }
        return _described(union.doc) | {
            "oneOf": list(branches.values()),
            "discriminator": {"propertyName": encoding.tag[0], "mapping": mapping},
        }

    def _variant(self, variant: Variant) -> Json:
        payload = variant.payload
        if isinstance(payload, Named):
            return {"$ref": self._copies.reference(payload.target)}
        return self._copies.at(variant.location)

    def _has_tag(self, variant: Variant, path: tuple[str, ...]) -> bool:
        """Whether a variant is a record that must have the only member of a path."""
        payload = variant.payload
        definitions = self.module.model.definitions
        record = definitions[payload.target] if isinstance(payload, Named) else None
        return isinstance(record, Record) and any(
            (field.wire,) == path and field.required and variant.tag is not None
            for field in record.fields
        )

    def _envelope(self, union: Union, variant: Variant, tag: str) -> Json:
        """A variant's object of one key, as a type of its own."""
        if variant.location in self.module.schemas.targets:
            return self._copies.at(variant.location)
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
        self.definitions[name] = self._copies.copy(variant.location)
        self.places[name] = variant.location
        self.aliases[f"{name}.{tag}"] = snake(tag)
        return {"$ref": f"#/$defs/{name}"}

    def _is_payload(self, variant: Variant, name: str) -> bool:
        """Whether the type of a variant's payload has this name."""
        payload = variant.payload
        return isinstance(payload, Named) and self._types[payload.target] == name


def _each_once(schema: dict[str, Json]) -> dict[str, Json]:
    """A record's schema where no two parts but its bases describe a member; earlier ones prevail.

    Datamodel-code-generator would take what one of them says, and drop the others.
    """
    parts = [members(part) for part in array(schema.get("allOf"))]
    own = [members(p.get("properties")) for p in (schema, *parts) if "$ref" not in p]
    described = Counter(chain.from_iterable(own))
    joined: dict[str, Json] = {
        name: _together([members(said[name]) for said in own if name in said])
        for name, count in described.items()
        if count > 1
    }
    if not joined:
        return schema
    left: list[Json] = [
        part | {"properties": {n: s for n, s in named.items() if n not in joined}}
        for part in parts
        for named in (members(part.get("properties")),)
    ]
    return schema | {"properties": members(schema.get("properties")) | joined, "allOf": left}


def _together(schemas: Sequence[dict[str, Json]]) -> dict[str, Json]:
    """What several schemas say of a value: for each keyword the first, and the types of all."""
    said = {keyword: value for schema in reversed(schemas) for keyword, value in schema.items()}
    kinds = [kind for schema in schemas if (kind := own_type(schema))]
    common: frozenset[str] = reduce(common_types, kinds) if kinds else frozenset()
    match sorted(common):
        case []:
            return said
        case [only]:
            return said | {"type": only}
        case several:
            return said | {"type": [*several]}


def _described(doc: Doc) -> dict[str, Json]:
    return {"description": visible(doc.description)} if doc.description else {}
