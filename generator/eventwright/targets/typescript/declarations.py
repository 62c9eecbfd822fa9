"""The types of a module, as interfaces and unions with the schema's documentation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventwright.errors import Location
from eventwright.modelling.model import (
    Alias,
    Definition,
    Enum,
    External,
    Field,
    Internal,
    Record,
    Shape,
    Union,
    Unknown,
)
from eventwright.modelling.model import (
    Doc as Documentation,
)
from eventwright.modelling.records import doc_listing
from eventwright.rendering.code import Code
from eventwright.targets.typescript.language import (
    comment,
    doc_comment,
    inherited,
    literal,
    number_type,
    property_name,
)
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    SPACE_LINE,
    Doc,
    Group,
    Indent,
    bars,
    generic,
)
from eventwright.targets.typescript.printing import render
from eventwright.targets.typescript.scope import Scope, payloads
from eventwright.targets.typescript.shapes import alternatives, flat

_MEMBERS_OF_UNKNOWN = frozenset({"tag", "raw", "made", "toJSON"})


def declarations(scope: Scope) -> Iterator[Code]:
    """The declarations of all types, in the model's order."""
    for definition in scope.definitions:
        yield from _declarations(definition, scope)


def _declarations(definition: Definition, scope: Scope) -> Iterator[Code]:
    location = definition.location
    name = scope.type(location)
    match definition:
        case Record():
            yield _declared(definition.doc, _interface(definition, name, scope, before=False))
        case Enum(values=values):
            wires = [literal(value.value) for value in values]
            told = zip(wires, (value.doc for value in values), strict=True)
            yield _declared(doc_listing(definition.doc, told), _alias(name, wires))
        case Union():
            yield from _union_declarations(definition, name, scope)
        case Alias(shape=shape):
            yield _declared(definition.doc, _alias(name, alternatives(shape, scope, before=False)))
    if location in scope.differing:
        yield render(_input(definition, scope))
    if isinstance(definition, Union) and (definition.has_unknown):
        doc = Documentation(f"A value of {name} with an unknown tag, kept as it came.")
        yield _declared(doc, _unknown_class(definition, scope))


def _unknown_class(union: Union, scope: Scope) -> Doc:
    """The class of values whose tag is not known, which clients narrow as they do variants."""
    base = scope.imports.use("Unknown")
    head = Code(f"export class {scope.unknown_type(union.location)} extends {base} {{")
    members = [
        Code(f"declare readonly {property_name(name)}?: undefined;")
        for name in dict.fromkeys(_told_by(union))
        if name not in _MEMBERS_OF_UNKNOWN and not inherited(name)
    ]
    if scope.numbered:
        type_ = number_type(exact=scope.exact) if union.has_numbers else "string"
        members.insert(0, Code(f"declare readonly tag: {type_};"))
    if not members:
        return Code(f"{head}}}")
    return (head, Indent(tuple((HARD_LINE, line) for line in members)), HARD_LINE, Code("}"))


def _told_by(union: Union) -> Iterator[str]:
    """The members by which values of a union are told apart: they narrow what else there is."""
    match union.encoding:
        case Internal(tag=(tag,)):
            yield tag
        case Internal():
            pass
        case External():
            yield from (variant.key for variant, _ in payloads(union))


def _declared(doc: Documentation, declaration: Doc) -> Code:
    above = doc_comment(doc)
    return render(declaration if above is None else (above, HARD_LINE, declaration))


def _alias(name: Code, types: Sequence[Doc]) -> Doc:
    head = Code(f"export type {name} =")
    if len(types) == 1:
        return (head, Code(" "), types[0], Code(";"))
    return Group((head, Indent((SPACE_LINE, Group(bars(types)))), Code(";")))


def _interface(record: Record, name: Code, scope: Scope, *, before: bool) -> Doc:
    """A record with its members; `before` its defaults are applied, or after."""
    members: list[Doc] = [_member(field, scope, before=before) for field in record.fields]
    if record.extra is not None:
        members.append(Code("readonly [name: string]: unknown;"))
    if not members:
        return Code(f"export interface {name} {{}}")
    return (
        Code(f"export interface {name} {{"),
        Indent(tuple((HARD_LINE, member) for member in members)),
        HARD_LINE,
        Code("}"),
    )


def _member(field: Field, scope: Scope, *, before: bool) -> Doc:
    declared = _declared_member(field, scope, before=before)
    above = doc_comment(field.doc, indent=2)
    if above is None:
        return declared
    # The comment's lines are laid out already; the first one is indented by the document.
    return (Code(above.lstrip()), HARD_LINE, declared)


def _declared_member(field: Field, scope: Scope, *, before: bool) -> Doc:
    optional = not field.required and (before or field.default is None)
    mark = "?" if optional else ""
    head = Code(f"readonly {property_name(field.wire)}{mark}:")
    return Group((head, _type(field.shape, scope, before=before), Code(";")))


def _input(definition: Definition, scope: Scope) -> Doc:
    name = scope.input_type(definition.location)
    match definition:
        case Record():
            return _input_record(definition, name, scope)
        case Union(encoding=External()):
            return _alias(name, _external_members(definition, scope, before=True))
        case Union():
            return _alias(name, _input_variants(definition, scope))
        case Alias(shape=shape):
            return _alias(name, alternatives(shape, scope, before=True))
        case Enum():
            raise ValueError("an enum is the same before and after")


def _input_record(record: Record, name: Code, scope: Scope) -> Doc:
    changed = [f for f in record.fields if _changes(f, scope)]
    if record.extra is not None:
        return _interface(record, name, scope, before=True)
    names = Group(bars([literal(field.wire) for field in changed]))
    if not any(_changes_type(field, scope) for field in changed):
        # All that the defaults change is that these members may be absent.
        optional = generic(scope.imports.use("WithOptional"), [scope.type(record.location), names])
        return (Code(f"export type {name} = "), optional, Code(";"))
    if len(changed) == len(record.fields):
        return _interface(record, name, scope, before=True)
    return (
        Code(f"export interface {name} extends "),
        generic("Omit", [scope.type(record.location), names]),
        Code(" {"),
        Indent(tuple((HARD_LINE, _member(f, scope, before=True)) for f in changed)),
        HARD_LINE,
        Code("}"),
    )


def _changes(field: Field, scope: Scope) -> bool:
    defaulted = field.default is not None and not field.required
    return defaulted or _changes_type(field, scope)


def _changes_type(field: Field, scope: Scope) -> bool:
    before, after = (flat(field.shape, scope, before=before) for before in (True, False))
    return before != after


def _union_declarations(union: Union, name: Code, scope: Scope) -> Iterator[Code]:
    if isinstance(union.encoding, External):
        if payloads(union):
            yield _variants(union, scope, before=False)
        if union.location in scope.differing:
            yield _variants(union, scope, before=True)
        yield _declared(union.doc, _alias(name, _external_members(union, scope, before=False)))
    else:
        yield _declared(union.doc, _alias(name, _variant_types(union, scope, before=False)))


def _variant_types(union: Union, scope: Scope, *, before: bool) -> list[Code]:
    types = [flat(payload, scope, before=before) for _, payload in payloads(union)]
    return list(dict.fromkeys([*types, *_of_unknown(union, scope, before=before)]))


def _of_unknown(union: Union, scope: Scope, *, before: bool) -> list[Code]:
    """The types of a union's values whose tag is not known, where it keeps them."""
    kept = Unknown(union.location)
    return alternatives(kept, scope, before=before) if union.is_open else []


def _input_variants(union: Union, scope: Scope) -> Sequence[Doc]:
    """The types of a union's values before defaults are applied: only some differ, as a rule."""
    before, after = (_variant_types(union, scope, before=before) for before in (True, False))
    changed = [type_ for type_ in before if type_ not in after]
    replaced = [type_ for type_ in after if type_ not in before]
    is_told = isinstance(union.encoding, Internal) and union.is_closed
    if not is_told or 2 * len(changed) > len(before) or len(changed) != len(replaced):
        return before
    # Values of one variant are none of another's, since their tags differ.
    others = generic("Exclude", [scope.type(union.location), Group(bars(replaced))])
    return [Indent(others), *changed]


def _external_members(union: Union, scope: Scope, *, before: bool) -> list[Code]:
    bare = [literal(v.tag) for v in union.variants if v.payload is None and v.tag is not None]
    kept = _of_unknown(union, scope, before=before)
    if bare and kept and before:
        bare = [Code("string")]
    if not payloads(union):
        return [*bare, *kept] or [Code("never")]
    one_of = scope.imports.use("OneOf")
    return [*bare, Code(f"{one_of}<{variants_type(union, scope, before=before)}>"), *kept]


def variants_type(union: Union, scope: Scope, *, before: bool) -> Code:
    """The name of the interface that holds an externally tagged union's payloads."""
    suffix = "InputVariants" if before and union.location in scope.differing else "Variants"
    return scope.related_type("", union.location, suffix)


def _said_of_variants(union: Union, scope: Scope, *, before: bool) -> str:
    said = f"The payloads of {scope.type(union.location)}, each under its tag"
    return f"{said}, before defaults are applied." if before else f"{said}."


def _variants(union: Union, scope: Scope, *, before: bool) -> Code:
    name = variants_type(union, scope, before=before)
    members: list[Doc] = []
    for variant, payload in payloads(union):
        above = None if before else doc_comment(variant.doc, indent=2)
        if above is not None:
            members += [HARD_LINE, Code(above.lstrip())]
        type_ = _type(payload, scope, before=before)
        members += [
            HARD_LINE,
            Group((Code(f"readonly {property_name(variant.key)}:"), type_, Code(";"))),
        ]
    return render(
        (
            comment(_said_of_variants(union, scope, before=before)),
            HARD_LINE,
            Code(f"export interface {name} {{"),
            Indent(tuple(members)),
            HARD_LINE,
            Code("}"),
        )
    )


def _type(shape: Shape, scope: Scope, *, before: bool) -> Doc:
    """The type of a member, with the space or the line's end that comes before it."""
    types = alternatives(shape, scope, before=before)
    if len(types) == 1:
        return (Code(" "), types[0])
    return Indent((SPACE_LINE, Group(bars(types))))


def made_names(definition: Definition, scope: Scope) -> Iterator[tuple[Code, Location]]:
    """The names that a type brings along, beside its own."""
    location = definition.location
    if location in scope.differing:
        yield scope.input_type(location), location
    if isinstance(definition, Union):
        if definition.has_unknown:
            yield scope.unknown_type(location), location
        if isinstance(definition.encoding, External) and payloads(definition):
            yield variants_type(definition, scope, before=False), location
            yield variants_type(definition, scope, before=True), location
