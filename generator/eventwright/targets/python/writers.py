"""The writers of a module: from a value to the JSON text that stands for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from eventwright.modelling.model import (
    Alias,
    Alternatives,
    Definition,
    Enum,
    Field,
    Internal,
    JsonScalar,
    Literals,
    Nullable,
    Record,
    Shape,
    Union,
    Variant,
)
from eventwright.rendering.code import Code, python_format, python_literal
from eventwright.targets.python.defaults import default
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import indented
from eventwright.targets.python.writing import (
    LAST,
    classes,
    formatted,
    writer,
    writing,
    written_by_class,
)

_WIDEST = 84
"""The longest f-string that fits into a line of a function, indented twice."""


@dataclass(frozen=True, slots=True)
class WriterTable:
    """The writers of a union, by the classes of the values that they write."""

    name: Code
    value: Code


@dataclass(frozen=True, slots=True)
class Writer:
    """A function that writes a type."""

    name: Code
    type: Code
    body: Code
    table: WriterTable | None


def writers(scope: Scope) -> Iterator[Writer]:
    """The writer of every type but the enums, whose members are strings."""
    for definition in scope.model.definitions.values():
        if not isinstance(definition, Enum):
            yield _writer(definition, scope)


def _writer(definition: Definition, scope: Scope) -> Writer:
    location = definition.location
    table: WriterTable | None = None
    match definition:
        case Record():
            body = _record(definition, scope)
        case Union():
            body, table = _union(definition, scope)
        case Alias(shape=Alternatives() as shape):
            body = _alternatives(shape, scope)
        case Alias(shape=Nullable(inner=Alternatives() as shape)):
            body = ["if value is None:", '    return "null"', *_alternatives(shape, scope)]
        case Alias(shape=shape):
            body = [f"return {writing(shape, 'value', scope)}"]
        case Enum():
            body = ["return quoted(value)"]
    return Writer(
        Code(scope.writer(location)),
        scope.names.type(location),
        Code("\n".join(indented(body))),
        table,
    )


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
    """One text of the leading members that are always there, then a statement for each other."""
    conditions = [_condition(field, scope) for field in record.fields]
    always = next((i for i, found in enumerate(conditions) if found), len(conditions))
    first = [
        _member("," if index else "{", field, scope)
        for index, field in enumerate(record.fields[:always])
    ]
    rest: list[str] = []
    together: list[list[str | _Hole]] = []
    for field, condition in zip(record.fields[always:], conditions[always:], strict=True):
        group = _member(",", field, scope)
        if condition is None:
            together.append(group)
            continue
        rest += _added(together)
        rest += [f"if {condition}:", *indented(_added([group]))]
        together = []
    rest += _added(together)
    if record.extra is not None:
        member = formatted(record.extra, "member", scope)
        rest += [
            f"for name, member in value.{scope.extra_member(record)}.items():",
            f"    written += f',{{quoted(name)}}:{{{member}}}'",
        ]
    if not rest:
        return [f"return {_text(_closed(first))}"]
    if first:
        return [f"written = {_text(first)}", *rest, 'return written + "}"']
    return ['written = ""', *rest, 'return f"{{{written[1:]}}}"']


def _added(groups: list[list[str | _Hole]]) -> list[str]:
    """The statement that adds members to what is written."""
    return [f"written += {_text(groups)}"] if groups else []


def _closed(groups: list[list[str | _Hole]]) -> list[list[str | _Hole]]:
    """The members of an object with the brace that ends it."""
    return [*groups[:-1], [*groups[-1], "}"]] if groups else [["{}"]]


@dataclass(frozen=True, slots=True)
class _Hole:
    """What stands in the braces of an f-string."""

    expression: str


def _text(groups: list[list[str | _Hole]]) -> str:
    """An expression for a text: an f-string for each group, or one literal without holes.

    Where a line can't hold an f-string, what would stand in its braces is added to the text.
    """
    if not any(isinstance(part, _Hole) for group in groups for part in group):
        return python_literal("".join(str(part) for group in groups for part in group))
    operands: list[str] = []
    strings: list[str] = []
    for group in _joined(groups):
        text = "".join(map(_formatted, group))
        if len(text) <= _WIDEST or ":d" in text:
            strings.append(f"f'{text}'")
            continue
        for part in group:
            if isinstance(part, _Hole):
                operands += [" ".join(strings), f"({part.expression})"]
                strings = []
            else:
                strings.append(python_literal(part))
    operands += [" ".join(strings)] if strings else []
    return f"({' + '.join(operands)})"


def _joined(groups: list[list[str | _Hole]]) -> Iterator[list[str | _Hole]]:
    """The same groups, but those without a hole stand before the next one."""
    before = ""
    for group in groups:
        match group:
            case [str() as text]:
                before += text
            case [str() as text, *rest]:
                yield [before + text, *rest]
                before = ""
            case _:
                yield group
    if before:
        yield [before]


def _formatted(part: str | _Hole) -> str:
    """A part as it stands in an f-string."""
    return f"{{{part.expression}}}" if isinstance(part, _Hole) else python_format(part)


def _member(opening: str, field: Field, scope: Scope) -> list[str | _Hole]:
    """What is written for a member, and before it."""
    key = f"{opening}{_json(field.wire)}:"
    match field.shape:
        case Literals(values=(only,)) if field.constant:
            return [f"{key}{_json(only)}"]
        case Nullable(inner=inner) if _condition(field, scope) == _is_not(field, "None", scope):
            shape = inner
        case shape:
            pass
    return [key, _Hole(formatted(shape, f"value.{scope.member(field)}", scope))]


def _json(value: JsonScalar) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


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
        return f"{source} != {python_literal(value)}"
    return f"not same(parsed({writing(field.shape, source, scope)}), {python_literal(value)})"


@dataclass(frozen=True, slots=True)
class _Case:
    """The classes that stand for a variant, and how their values are written."""

    classes: list[str]
    written: str
    writer: str


def _union(union: Union, scope: Scope) -> tuple[list[str], WriterTable | None]:
    cases = list(_cases(union, scope))
    bare = [variant.tag for variant in union.variants if variant.payload is None]
    name = Code(f"_writers_of_{scope.names.snake(union.location)}")
    found = [(class_, case.writer) for case in cases for class_ in case.classes]
    if not any(class_ in LAST for class_, _ in found):
        found += [("str", "quoted")] if bare else []
        pairs = ", ".join(f"{class_}: {function}" for class_, function in found)
        return [f"return {name}[type(value)](value)"], WriterTable(name, Code(f"{{{pairs}}}"))
    lines = ["match value:"]
    for case in cases:
        pattern = " | ".join(f"{class_}()" for class_ in case.classes)
        lines += indented([f"case {pattern}:", f"    return {case.written}"])
    if bare:
        lines += indented([f"case {' | '.join(map(python_literal, bare))}:"])
        lines += indented(["    return quoted(value)"])
    return [*lines, *indented(["case _:", "    assert_never(value)"])], None


def _cases(union: Union, scope: Scope) -> Iterator[_Case]:
    """The cases of a union's variants, each without the classes of those before it."""
    taken: set[str] = set()
    for variant in union.variants:
        if variant.payload is None:
            continue
        wrapped = variant.location in scope.wrapped
        found = [scope.wrapper(union, variant)] if wrapped else classes(variant.payload, scope)
        new = [name for name in found if name not in taken]
        taken.update(new)
        if new:
            yield _case(union, variant, variant.payload, new, scope)


def _case(union: Union, variant: Variant, payload: Shape, names: list[str], scope: Scope) -> _Case:
    source = "value.value" if variant.location in scope.wrapped else "value"
    if isinstance(union.encoding, Internal):
        return _Case(names, writing(payload, source, scope), writer(payload, scope))
    tag = f"{{{_json(variant.tag)}:"
    written = _text([[tag, _Hole(formatted(payload, source, scope)), "}"]])
    return _Case(names, written, f"lambda value: {written}")
