"""The functions that a client calls: one constant a function, for every type that is named."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.modelling.model import Definition, Union
from eventwright.planning.plan import Entry
from eventwright.rendering.code import Code
from eventwright.targets.typescript.layout import (
    SPACE_LINE,
    WIDTH,
    Doc,
    Group,
    call,
    enclosed,
    generic,
    lines,
    right_side,
)
from eventwright.targets.typescript.printing import render
from eventwright.targets.typescript.scope import Scope

_SHORT_NAMES = ("decode", "encode", "parse", "dump", "validate", "is")


def functions(scope: Scope) -> Iterator[Code]:
    """The functions of every type that the schema names, type by type."""
    for definition in scope.definitions:
        if definition.location in scope.names.given:
            yield render(lines(_functions(definition, scope)))


def short_names(root: Location, scope: Scope) -> Code:
    """The root type's functions once more, by their short names."""
    exports = [Code(f"{scope.function(verb, root)} as {verb}") for verb in _SHORT_NAMES]
    return render((Code("export "), enclosed("{", exports, "}", SPACE_LINE), Code(";")))


def _functions(definition: Definition, scope: Scope) -> Iterator[Doc]:
    target = definition.location
    type_ = scope.type(target)
    check, validate = scope.check(target), scope.validate(Entry(target))
    # What is the same on both sides needs neither.
    reads = [scope.reader(target)] if target in scope.read_anew else []
    writes = [scope.writer(target)] if target in scope.written_apart else reads
    steps = [check, validate]
    converters = [*reads, *(writes if writes != reads else [])]
    parse = scope.function("parse", target)
    if isinstance(definition, Union) and definition.is_closed:
        unknown = scope.unknown_type(target)
        union = [type_, unknown]
        given = [scope.input_type(target), unknown]
        steps += [unknown, *converters]
        yield _made("parse", target, scope, "ParseUnion", union, "unionParser", steps)
        yield _made("decode", target, scope, "DecodeUnion", union, "unionDecoder", [parse])
    else:
        given = [scope.input_type(target)]
        yield _made("parse", target, scope, "Parse", [type_], "parser", steps + converters)
        yield _made("decode", target, scope, "Decode", [type_], "decoder", [parse])
    written = Code(" | ").join(given)
    yield _made("encode", target, scope, "Encode", [written], "encoder", [parse])
    yield _made("dump", target, scope, "Dump", [written], "dumper", writes)
    if Entry(target) in scope.digits.inexact:
        yield _made(
            "is", target, scope, "Guard", [scope.input_type(target)], "guard", [check, validate]
        )


def _made(
    verb: str,
    target: Location,
    scope: Scope,
    interface: str,
    types: list[Code],
    factory: str,
    arguments: list[Code],
) -> Doc:
    """One exported function, made by a factory of the runtime."""
    head = Code(f"export const {scope.function(verb, target)}: ")
    type_ = scope.imports.use(interface)
    # A bundler drops the call when nobody uses its result.
    function = Code(f"/*#__PURE__*/ {scope.imports.use(factory)}")
    line = f"{head}{type_}<{', '.join(types)}> = {function}({', '.join(arguments)});"
    # Most of these, a fifth of all that is made, need no thought about where they break.
    if len(line) <= WIDTH:
        return Code(line)
    value = right_side(call(function, *arguments))
    return (Group((head, _applied(type_, types), Code(" ="), value)), Code(";"))


def _applied(interface: Code, types: list[Code]) -> Doc:
    """A type with its arguments; prettier never breaks the line around a single name."""
    match types:
        case [only] if " " not in only:
            return Code(f"{interface}<{only}>")
        case _:
            return generic(interface, types)
