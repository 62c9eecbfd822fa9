"""The fast path's second half: functions that make a value anew, of checked JSON or of a value.

Reading fills in defaults and leaves unknown members out. What is written is made by the same
functions, but for types with members that are left out while they equal their default.
"""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.modelling.model import Alias, Definition, Record, Union
from eventwright.rendering.code import Code
from eventwright.targets.typescript.conversion import Converter
from eventwright.targets.typescript.language import literal
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    SPACE_LINE,
    WIDTH,
    Doc,
    Group,
    Indent,
    enclosed,
    generic,
    returned,
)
from eventwright.targets.typescript.printing import render
from eventwright.targets.typescript.records import RecordBody
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.unions import UnionBody


def makers(scope: Scope) -> Iterator[Code]:
    """The functions that make records, of what a client gives them or of checked JSON."""
    for definition in scope.definitions:
        if isinstance(definition, Record):
            yield render(_maker(definition, scope))


def readers(scope: Scope) -> Iterator[Code]:
    """The functions that make all other values of JSON values that passed the check."""
    for definition in scope.definitions:
        if definition.location in scope.read_anew and not isinstance(definition, Record):
            function = scope.reader(definition.location)
            source = scope.input_type(definition.location)
            result = scope.type(definition.location)
            body = _body(definition, scope, reading=True)
            yield render(_function(Code(f"function {function}"), source, result, body))


def writers(scope: Scope) -> Iterator[Code]:
    """The functions that make the JSON of values that are written otherwise than they are read."""
    for definition in scope.definitions:
        if definition.location not in scope.written_apart:
            continue
        name, source = scope.writer(definition.location), scope.input_type(definition.location)
        if isinstance(definition, Record):
            record = RecordBody(scope, definition, reading=False)
            yield render(_of_record(name, record, source, Code("unknown")))
        else:
            body = _body(definition, scope, reading=False)
            yield render(_function(Code(f"function {name}"), source, Code("unknown"), body))


def _maker(record: Record, scope: Scope) -> Doc:
    target = record.location
    constants = [literal(field.wire) for field in record.fields if field.constant]
    given = scope.input_type(target)
    if constants:
        # `Omit` of a type with an index signature would forget the members' names.
        without = Code("Omit") if record.extra is None else scope.imports.use("Without")
        given = Code(f"{without}<{given}, {Code(' | ').join(constants)}>")
    body = RecordBody(scope, record, reading=True)
    return (Code("export "), _of_record(scope.reader(target), body, given, scope.type(target)))


def _of_record(name: Code, record: RecordBody, source: Code, result: Code) -> Doc:
    statements = record.statements()
    opening = f"): {result} =>" if statements is None else f"): {result}"
    members = record.members()
    if members is None:
        parameter = enclosed("(", [Code(f"{record.parameter}: {source}")], ")")
        signature: Doc = Group((parameter, Code(f": {result}")))
    else:
        taken = _taken_apart(members, source, len(f"{opening} ({{"))
        signature = (Code("("), taken, Code(f"): {result}"))
    if statements is None:
        return (Code(f"const {name} = "), signature, Code(" =>"), record.expression(), Code(";"))
    head = (Code(f"function {name}"), signature, Code(" {"))
    return (head, Indent((HARD_LINE, statements)), HARD_LINE, Code("}"))


def _taken_apart(members: list[Doc], source: Code, after: int) -> Doc:
    """A parameter whose members have names of their own; its type is broken last.

    So many columns come after the type on its line.
    """
    if not members:
        return ()
    if len(f"}}: {source}") + after <= WIDTH:
        return (enclosed("{", members, "}", SPACE_LINE), Code(f": {source}"))
    name, _, arguments = source.partition("<")
    types = [Code(argument) for argument in arguments.removesuffix(">").split(", ")]
    broken = enclosed("{", members, "}", HARD_LINE)
    return (broken, Code(": "), generic(name, types) if arguments else source)


def _function(head: Code, source: Code, result: Code, body: Doc) -> Doc:
    parameter = enclosed("(", [Code(f"value: {source}")], ")")
    signature = (head, parameter, Code(f": {result} {{"))
    return (Group(signature), Indent((HARD_LINE, body)), HARD_LINE, Code("}"))


def _body(definition: Definition, scope: Scope, *, reading: bool) -> Doc:
    match definition:
        case Union():
            return UnionBody(scope, definition, reading=reading).statements()
        case Alias(shape=shape):
            return returned(Converter(scope, reading=reading).converted(shape, Code("value")))
        case _:
            raise ValueError(f"{definition.title} needs no function")
