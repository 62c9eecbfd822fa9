"""The writers of a module: from a value to the JSON value that stands for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventwright.code import Code, python_literal
from eventwright.model import (
    Alias,
    AnyJson,
    Array,
    Boolean,
    Definition,
    Dictionary,
    Enum,
    Field,
    Integer,
    Internal,
    Literals,
    Named,
    Null,
    Nullable,
    Number,
    Record,
    Shape,
    Text,
    Union,
    Variant,
)
from eventwright.targets.python.defaults import constant, default
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import indented

WRITTEN = "written: dict[str, JsonValue]"


@dataclass(frozen=True, slots=True)
class Writer:
    """A function that writes a type."""

    name: Code
    type: Code
    body: Code


def writers(scope: Scope) -> Iterator[Writer]:
    """The writer of every type, in the module's order."""
    for location, definition in scope.model.definitions.items():
        yield Writer(
            Code(scope.writer(location)),
            scope.names.type(location),
            Code("\n".join(indented(_body(definition, scope)))),
        )


def _body(definition: Definition, scope: Scope) -> list[str]:
    match definition:
        case Record():
            return _record(definition, scope)
        case Enum():
            return ["return value.value"]
        case Union():
            return _union(definition, scope)
        case Alias(shape=shape):
            return [f"return {_written(shape, 'value', scope)}"]


def _record(record: Record, scope: Scope) -> list[str]:
    """A literal of the leading members that are always there, then a statement for each other."""
    pairs = {f.wire: _pair(f, scope) for f in record.fields}
    conditions = {f.wire: _condition(f, scope) for f in record.fields}
    wires = list(pairs)
    always = next((i for i, wire in enumerate(wires) if conditions[wire]), len(wires))
    first = ", ".join(f"{python_literal(wire)}: {pairs[wire]}" for wire in wires[:always])
    rest: list[str] = []
    for wire in wires[always:]:
        assignment = f"written[{python_literal(wire)}] = {pairs[wire]}"
        condition = conditions[wire]
        rest += [f"if {condition}:", f"    {assignment}"] if condition else [assignment]
    if record.extra is not None:
        member = _written(record.extra, "member", scope)
        source = f"value.{scope.extra_member(record)}"
        made = f"{{name: {member} for name, member in {source}.items()}}"
        rest += [f"written |= {source if member == 'member' else made}"]
    if not rest:
        return [f"return {{{first}}}"]
    return [f"{WRITTEN} = {{{first}}}", *rest, "return written"]


def _pair(field: Field, scope: Scope) -> str:
    """What is written for a member."""
    if field.constant:
        return constant(field)
    shape = field.shape
    if isinstance(shape, Nullable) and _condition(field, scope) == _is_not(field, "None", scope):
        shape = shape.inner
    return _written(shape, f"value.{scope.member(field)}", scope)


def _is_not(field: Field, expression: str, scope: Scope) -> str:
    return f"value.{scope.member(field)} is not {expression}"


def _condition(field: Field, scope: Scope) -> str | None:
    """When a member is written; None for always."""
    source = f"value.{scope.member(field)}"
    filler = default(field, scope)
    if field.required or filler is None:
        return None
    if field.default is None:
        return _is_not(field, filler.text, scope)
    if not field.omit_default:
        return None
    value = field.default.value
    if value is None or isinstance(value, bool):
        return _is_not(field, filler.text, scope)
    if isinstance(value, str) and filler.constant:
        return f"{source} != {filler.text}"
    written = _written(field.shape, source, scope)
    return f"not same({written}, {python_literal(value)})"


def _union(union: Union, scope: Scope) -> list[str]:
    lines = ["match value:"]
    bare = [variant.tag for variant in union.variants if variant.payload is None]
    for variant in union.variants:
        if variant.payload is not None:
            lines += indented(_case(union, variant, variant.payload, scope))
    if bare:
        pattern = " | ".join(map(python_literal, bare))
        lines += indented([f"case {pattern}:", "    return value"])
    return [*lines, *indented(["case _:", "    assert_never(value)"])]


def _case(union: Union, variant: Variant, payload: Shape, scope: Scope) -> list[str]:
    name = scope.variant_class(union.location, variant)
    wrapped = variant.location in scope.wrapped
    written = _written(payload, "value.value" if wrapped else "value", scope)
    if not isinstance(union.encoding, Internal):
        written = f"{{{python_literal(variant.tag)}: {written}}}"
    return [f"case {name}():", f"    return {written}"]


def _written(shape: Shape, source: str, scope: Scope) -> str:
    """An expression for the JSON value of a value."""
    match shape:
        case Text() | Boolean() | Null() | Number() | Integer() | Literals() | AnyJson():
            return source
        case Named(target=target):
            match scope.definition(shape):
                case Enum():
                    return f"{source}.value"
                case Alias(shape=inner):
                    return _written(inner, source, scope)
                case _:
                    return f"{scope.writer(target)}({source})"
        case Array(items=items):
            item = _written(items, "item", scope)
            return f"list({source})" if item == "item" else f"[{item} for item in {source}]"
        case Dictionary(values=values):
            item = _written(values, "member", scope)
            if item == "member":
                return f"dict({source})"
            return f"{{name: {item} for name, member in {source}.items()}}"
        case Nullable(inner=inner):
            written = _written(inner, source, scope)
            return source if written == source else f"None if {source} is None else {written}"
