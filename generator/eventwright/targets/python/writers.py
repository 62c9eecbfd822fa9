"""The writers of a module: from a value to the JSON value that stands for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventwright.modelling.model import (
    Alias,
    Alternatives,
    Definition,
    Enum,
    Field,
    Internal,
    Named,
    Nullable,
    Record,
    Shape,
    Union,
    Variant,
)
from eventwright.rendering.code import Code, python_literal
from eventwright.targets.python.defaults import constant, default
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import indented
from eventwright.targets.python.writing import classes, converts, writing, written_by_class

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
        if not _is_called(definition, scope):
            continue
        yield Writer(
            Code(scope.writer(location)),
            scope.names.type(location),
            Code("\n".join(indented(_body(definition, scope)))),
        )


def _is_called(definition: Definition, scope: Scope) -> bool:
    """Whether something writes a type by its writer: a function of its own, or types around it."""
    if definition.location in scope.names.given:
        return True
    return not isinstance(definition, Enum) and converts(Named(definition.location), scope)


def _body(definition: Definition, scope: Scope) -> list[str]:
    match definition:
        case Record():
            return _record(definition, scope)
        case Enum():
            return ["return value.value"]
        case Union():
            return _union(definition, scope)
        case Alias(shape=Alternatives() as shape):
            return _alternatives(shape, scope)
        case Alias(shape=Nullable(inner=Alternatives() as shape)):
            return ["if value is None:", "    return None", *_alternatives(shape, scope)]
        case Alias(shape=shape):
            return [f"return {writing(shape, 'value', scope)}"]


def _alternatives(shape: Alternatives, scope: Scope) -> list[str]:
    """A statement for each class: in one expression, type checkers take twice as long for each."""
    *tested, rest = written_by_class(shape, "value", scope)
    lines = [
        line
        for written in tested
        for line in (f"if isinstance(value, {written.test}):", f"    return {written.text}")
    ]
    return [*lines, f"return {rest.text}"]


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
        member = writing(record.extra, "member", scope)
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
    return writing(shape, f"value.{scope.member(field)}", scope)


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
    written = writing(field.shape, source, scope)
    return f"not same({written}, {python_literal(value)})"


def _union(union: Union, scope: Scope) -> list[str]:
    lines = ["match value:"]
    taken: set[str] = set()
    for variant in union.variants:
        if variant.payload is not None:
            lines += indented(_case(union, variant, variant.payload, taken, scope))
    bare = [variant.tag for variant in union.variants if variant.payload is None]
    if bare:
        pattern = " | ".join(map(python_literal, bare))
        lines += indented([f"case {pattern}:", "    return value"])
    return [*lines, *indented(["case _:", "    assert_never(value)"])]


def _case(
    union: Union, variant: Variant, payload: Shape, taken: set[str], scope: Scope
) -> list[str]:
    """The case of a variant, but for classes that another one has taken care of."""
    wrapped = variant.location in scope.wrapped
    found = [scope.wrapper(union, variant)] if wrapped else classes(payload, scope)
    new = [name for name in found if name not in taken]
    taken.update(new)
    written = writing(payload, "value.value" if wrapped else "value", scope)
    if not isinstance(union.encoding, Internal):
        written = f"{{{python_literal(variant.tag)}: {written}}}"
    pattern = " | ".join(f"{name}()" for name in new)
    return [f"case {pattern}:", f"    return {written}"] if new else []
