"""The types of a module: dataclasses, enums and aliases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.model import (
    Alias,
    Definition,
    Doc,
    Enum,
    Field,
    Record,
    Union,
)
from eventwright.modelling.walking import shapes, targets
from eventwright.rendering.code import Code, json_literal, python_literal
from eventwright.targets.python.annotations import (
    annotation,
    member_annotation,
    union_annotation,
)
from eventwright.targets.python.defaults import constant, default
from eventwright.targets.python.docs import docstring, summarised
from eventwright.targets.python.scope import Scope


@frozen
class Declaration:
    """One line of a class body, and the docstring below it."""

    text: Code
    doc: Code | None


@frozen
class Class:
    """A class as the template lays it out."""

    kind: Literal["record", "enum", "unknown"]
    location: Location
    name: Code
    doc: Code | None
    constants: tuple[Declaration, ...]
    members: tuple[Declaration, ...]

    @property
    def code(self) -> list[str]:
        """The lines without the docstrings."""
        base = {"record": "dataclass", "enum": "StrEnum", "unknown": "Unknown"}[self.kind]
        return [base, *(line.text for line in (*self.constants, *self.members))]


@frozen
class TypeAlias:
    """An alias as the template lays it out."""

    kind: Literal["alias"]
    location: Location
    name: Code
    doc: Code | None
    type: str
    quoted: bool

    @property
    def value(self) -> Code:
        """What stands after the equals sign."""
        return python_literal(self.type) if self.quoted else Code(self.type)

    @property
    def code(self) -> list[str]:
        """The names that it uses, in quotes or not."""
        return ["TypeAlias", self.type]


def types(scope: Scope) -> Iterator[Class | TypeAlias]:
    """Every type of the module, those before it that it is made of."""
    wrapping: set[Location] = set()
    for definition in scope.model.definitions.values():
        match definition:
            case Record():
                yield _record(definition, scope)
            case Enum():
                yield _enum(definition, scope)
            case Union():
                yield from _wrappers(definition, wrapping, scope)
                yield from _union(definition, scope)
            case Alias(location=location, doc=doc, shape=shape):
                name, text = scope.names.type(location), annotation(shape, scope)
                early = _is_early(definition, scope)
                yield _alias(location, name, text, doc, early=early)


def _record(record: Record, scope: Scope) -> Class:
    constants = [_constant(field, scope) for field in record.fields if field.constant]
    members = [_member(field, scope) for field in record.fields if not field.constant]
    if record.extra is not None:
        text = f"{scope.extra_member(record)}: Mapping[str, {annotation(record.extra, scope)}]"
        text += " = _field(default_factory=no_members)"
        members.append(_declaration(text, Doc("The members that the schema doesn't name.")))
    return Class(
        "record",
        record.location,
        scope.names.type(record.location),
        summarised(record.doc, indent=4),
        tuple(constants),
        tuple(members),
    )


def _constant(field: Field, scope: Scope) -> Declaration:
    """A member that is the same in every object of its class, such as the tag."""
    type_ = annotation(field.shape, scope)
    name = scope.member(field)
    return _declaration(f"{name}: ClassVar[{type_}] = {constant(field)}", field.doc)


def _member(field: Field, scope: Scope) -> Declaration:
    name = f"{scope.member(field)}: {member_annotation(field, scope)}"
    value = default(field, scope)
    if value is None:
        return _declaration(name, field.doc)
    if value.text == "{}":
        return _declaration(f"{name} = _field(default_factory=no_members)", field.doc)
    made = value.text if value.constant else f"_field(default_factory=lambda: {value.text})"
    return _declaration(f"{name} = {made}", field.doc)


def _declaration(text: str, doc: Doc) -> Declaration:
    return Declaration(Code(text), docstring(doc, indent=4))


def _enum(enum: Enum, scope: Scope) -> Class:
    members = [
        _declaration(f"{scope.names.members[v.location]} = {python_literal(v.value)}", v.doc)
        for v in enum.values
    ]
    return Class(
        "enum",
        enum.location,
        scope.names.type(enum.location),
        summarised(enum.doc, indent=4),
        (),
        tuple(members),
    )


def _wrappers(union: Union, made: set[Location], scope: Scope) -> Iterator[Class]:
    """The classes around the payloads of a union's variants, but for those that are made."""
    for variant in union.variants:
        place, payload = variant.location, variant.payload
        if place in scope.wrapped and payload is not None and place not in made:
            made.add(place)
            value = Declaration(Code(f"value: {annotation(payload, scope)}"), None)
            doc = summarised(variant.doc, indent=4)
            yield Class("record", place, scope.wrapped[place], doc, (), (value,))


def _union(union: Union, scope: Scope) -> Iterator[Class | TypeAlias]:
    location = union.location
    name = scope.names.type(location)
    text = union_annotation(union, scope)
    alias = _alias(location, name, text, _union_doc(union), early=_is_early(union, scope))
    doc = summarised(Doc(f"A value of {name} with an unknown tag, kept as it came."), indent=4)
    type_ = "int" if union.has_numbers else "str"
    members = (Declaration(Code(f"tag: {type_}"), None),) if scope.numbered else ()
    unknown = Class("unknown", location, Code(scope.unknown(location)), doc, (), members)
    if union.is_open:
        yield unknown
    yield alias
    if union.is_closed:
        yield unknown


def _union_doc(union: Union) -> Doc:
    """What the schema says about the union, and about the variants that have no class to say it."""
    bare = [v for v in union.variants if v.payload is None and v.doc.description]
    listed = "\n".join(f"- {json_literal(v.tag)}: {v.doc.description}" for v in bare)
    parts = [part for part in (union.doc.description, listed) if part]
    return Doc("\n\n".join(parts) or None, union.doc.deprecated)


def _is_early(definition: Definition, scope: Scope) -> bool:
    """Whether all that an alias names is there when Python makes it."""
    named = scope.wrapped_payloads(definition)
    mentioned = [shape for shape in shapes(definition) if shape not in named]
    return all(
        scope.order[target] < scope.order[definition.location]
        and (
            isinstance(scope.model.definitions[target], Record | Enum)
            or _is_early(scope.model.definitions[target], scope)
        )
        and not _is_none(scope.model.definitions[target], scope)
        for shape in mentioned
        for target in targets(shape)
    )


def _is_none(definition: Definition, scope: Scope) -> bool:
    """Whether a type is None, which is no type when Python runs: `None | None` is an error."""
    return isinstance(definition, Alias) and annotation(definition.shape, scope) == "None"


def _alias(location: Location, name: Code, value: str, doc: Doc, *, early: bool) -> TypeAlias:
    """An alias; one that names what comes later in the module is quoted."""
    return TypeAlias("alias", location, name, docstring(doc, indent=0), value, quoted=not early)
