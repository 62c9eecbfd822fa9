"""The functions that a client calls: one constant a function and type."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.modelling.model import Definition, External, Record, Union
from eventwright.planning.plan import Entry
from eventwright.rendering.code import Code
from eventwright.targets.typescript.language import comment, literal, property_key
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    SPACE_LINE,
    Doc,
    Group,
    Indent,
    call,
    enclosed,
    generic,
    lines,
    render,
    right_side,
)
from eventwright.targets.typescript.scope import Scope, is_closed
from eventwright.targets.typescript.shapes import flat

_SHORT_NAMES = ("decode", "encode", "parse", "dump", "validate", "is")


def makers(scope: Scope) -> Iterator[Code]:
    """The functions that build records to send: they spell neither tags nor defaults."""
    for definition in scope.definitions:
        if isinstance(definition, Record):
            yield render(_maker(definition, scope))


def _maker(record: Record, scope: Scope) -> Doc:
    target = record.location
    constants = [field for field in record.fields if field.constant]
    # `Omit` of a type with an index signature would forget the members' names.
    spelled = not constants or record.extra is not None
    given = scope.input_type(target) if spelled else _without_constants(record, scope)
    values = [
        Code(f"{property_key(field.wire)}: {flat(field.shape, scope, before=True)}")
        for field in constants
    ]
    whole = enclosed("{", [Code("...init"), *values], "}", SPACE_LINE)
    argument = Code("init") if spelled else whole
    head = (
        Code(f"export function {scope.function('new', target)}"),
        enclosed("(", [(Code("init: "), given)], ")"),
        Code(f": {scope.type(target)} {{"),
    )
    body = (Code(f"return {scope.reader(target)}("), argument, Code(");"))
    made = (Group(head), Indent((HARD_LINE, body)), HARD_LINE, Code("}"))
    filled_in = _filled_in(record)
    return (comment(f"Fills in its {filled_in}."), HARD_LINE, made) if filled_in else made


def _filled_in(record: Record) -> str:
    kinds = [
        kind
        for kind, there in (
            ("constants", any(field.constant for field in record.fields)),
            ("defaults", any(field.default is not None for field in record.fields)),
        )
        if there
    ]
    return " and ".join(kinds)


def _without_constants(record: Record, scope: Scope) -> Doc:
    names = Code(" | ").join(literal(field.wire) for field in record.fields if field.constant)
    return generic("Omit", [scope.input_type(record.location), names])


def functions(scope: Scope) -> Iterator[Code]:
    """The six functions of every type, type by type."""
    for definition in scope.definitions:
        yield render(lines(_functions(definition, scope)))


def short_names(root: Location, scope: Scope) -> Code:
    """The root type's functions once more, by their short names."""
    exports = [Code(f"{scope.function(verb, root)} as {verb}") for verb in _SHORT_NAMES]
    return render((Code("export "), enclosed("{", exports, "}", SPACE_LINE), Code(";")))


def _functions(definition: Definition, scope: Scope) -> Iterator[Doc]:
    target = definition.location
    type_, given = scope.type(target), scope.input_type(target)
    check = scope.function("check", target)
    reader, writer, rule = scope.reader(target), scope.writer(target), scope.rule(Entry(target))
    known = [check, reader, rule]
    written = [writer] if scope.exact else [writer, rule]
    if isinstance(definition, Union) and is_closed(definition):
        unknown = scope.unknown_type(target)
        keep = scope.constant(target, "Keep")
        yield _constant(keep, scope, "Keep", [unknown], _keep(definition, scope))
        both = Code(f"{type_} | {unknown}")
        yield _made(
            "decode", target, scope, "DecodeUnion", [type_, unknown], "unionDecoder", [*known, keep]
        )
        yield _made("encode", target, scope, "Encode", [both], "encoder", written)
        yield _made(
            "parse", target, scope, "ParseUnion", [type_, unknown], "unionParser", [*known, keep]
        )
        yield _made("dump", target, scope, "Dump", [both], None, [writer])
    else:
        yield _made("decode", target, scope, "Decode", [type_], "decoder", known)
        yield _made("encode", target, scope, "Encode", [type_], "encoder", written)
        yield _made("parse", target, scope, "Parse", [type_], "parser", known)
        yield _made("dump", target, scope, "Dump", [type_], None, [writer])
    yield _made("validate", target, scope, "Validate", [], "validator", [rule])
    guard = "guard" if Entry(target) in scope.digits.inexact else None
    yield _made("is", target, scope, "Guard", [given], guard, [check, rule][: 2 if guard else 1])


def _keep(union: Union, scope: Scope) -> Doc:
    variants = scope.constant(union.location, "Variants")
    unknown = scope.unknown_type(union.location)
    if isinstance(union.encoding, External):
        return _pure(scope.imports.use("keepExternal"), variants, unknown)
    tag = enclosed("[", [literal(name) for name in union.encoding.tag], "]")
    return _pure(scope.imports.use("keepInternal"), tag, variants, unknown)


def _pure(function: Code, *arguments: Doc) -> Doc:
    """A call that a bundler drops when nobody uses its result."""
    return call(Code(f"/* @__PURE__ */ {function}"), *arguments)


def _made(
    verb: str,
    target: Location,
    scope: Scope,
    interface: str,
    types: list[Code],
    factory: str | None,
    arguments: list[Code],
) -> Doc:
    """One exported function: made by a factory of the runtime, or another function's new name."""
    value = arguments[0] if factory is None else _pure(scope.imports.use(factory), *arguments)
    return (
        Code("export "),
        _constant(scope.function(verb, target), scope, interface, types, value),
    )


def _constant(name: Code, scope: Scope, interface: str, types: list[Code], value: Doc) -> Doc:
    head = (Code(f"const {name}: "), _applied(scope.imports.use(interface), types), Code(" ="))
    return (Group((head, right_side(value))), Code(";"))


def _applied(interface: Code, types: list[Code]) -> Doc:
    """A type with its arguments; prettier never breaks the line around a single name."""
    match types:
        case []:
            return interface
        case [only] if " " not in only:
            return Code(f"{interface}<{only}>")
        case _:
            return generic(interface, types)
