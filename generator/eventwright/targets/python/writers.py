"""The writers of a module: from a value to the JSON text that stands for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypeGuard

from eventwright.frozen import frozen
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    Definition,
    Enum,
    External,
    Field,
    Integer,
    Internal,
    JsonScalar,
    Literals,
    Nullable,
    Number,
    Record,
    Shape,
    Union,
)
from eventwright.rendering.code import Code, python_literal
from eventwright.targets.python.cases import cases, variants
from eventwright.targets.python.classes import LAST, classes
from eventwright.targets.python.defaults import default
from eventwright.targets.python.fstrings import Group, Hole, assembled
from eventwright.targets.python.language import local
from eventwright.targets.python.payloads import is_told, payload_writer, told_payloads
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import indented
from eventwright.targets.python.writing import (
    formatted,
    nullable_text,
    writer,
    writing,
    written_by_class,
)

_TABLE = Code("Writers")
_OF_THE_RUNTIME = frozenset({"quoted", "integer_text", "number_text", "json_text"})


@frozen
class Writer:
    """A function that writes a type."""

    name: Code
    type: Code
    body: Code

    @property
    def code(self) -> str:
        """What can mention the names of other modules."""
        return self.body


@frozen
class MadeWriter:
    """A function that writes a type, which the runtime makes or has."""

    name: Code
    value: Code
    type: Code | None = None
    """The type of the name, where it is said."""

    @property
    def is_table(self) -> bool:
        """Whether it is no function but a table of those that write values of some classes."""
        return self.type == _TABLE

    @property
    def code(self) -> str:
        """What can mention the names of other modules."""
        return f"{self.name}: {self.type} = {self.value}"


def writers(scope: Scope) -> Iterator[Writer | MadeWriter]:
    """The writer of every type but the enums, whose members are strings."""
    made: set[Code] = set()
    for definition in scope.model.definitions.values():
        if isinstance(definition, Enum):
            continue
        for class_, text in told_payloads(definition, scope):
            if class_ not in made:
                made.add(class_)
                yield Writer(payload_writer(class_), class_, Code(f"    return {text}"))
        if _is_written_by_class(definition, scope):
            table = Code(scope.writers(definition.location))
            yield MadeWriter(table, Code(_by_class(definition, scope)), _TABLE)
            yield _union_writer(definition, f"by_class({table})", scope)
        else:
            yield _writer(definition, scope)


def _is_written_by_class(definition: Definition, scope: Scope) -> TypeGuard[Union]:
    """Whether a type is a union whose values tell by their class how they are written."""
    match definition:
        case Union(encoding=Internal()):
            by_class = cases(definition, scope)
            return not any(class_ in LAST for case in by_class for class_ in case.classes)
        case _:
            return False


def _writer(definition: Record | Union | Alias, scope: Scope) -> Writer | MadeWriter:
    name = Code(scope.writer(definition.location))
    type_ = scope.names.type(definition.location)
    match definition:
        case Record():
            body = _record(definition, scope)
        case Union(encoding=External()):
            return _union_writer(definition, _under_key(definition, scope), scope)
        case Union():
            body = _by_match(definition, scope)
            type_ = _union_type(definition, scope)
        case Alias(shape=Alternatives() as shape):
            body = _alternatives(shape, scope)
        case Alias(shape=Nullable(inner=Alternatives() as shape)):
            body = ["if value is None:", '    return "null"', *_alternatives(shape, scope)]
        case Alias(shape=shape):
            if writer(shape, scope) in _OF_THE_RUNTIME:
                return MadeWriter(name, Code(writer(shape, scope)))
            body = [f"return {writing(shape, 'value', scope)}"]
    return Writer(name, type_, Code("\n".join(indented(body))))


def _union_writer(union: Union, value: str, scope: Scope) -> MadeWriter:
    """A writer that has to say what it takes: from its tables, type checkers see that it is any."""
    type_ = Code(f"Callable[[{_union_type(union, scope)}], str]")
    return MadeWriter(Code(scope.writer(union.location)), Code(value), type_)


def _union_type(union: Union, scope: Scope) -> Code:
    """The type of a union's values, with those whose tags are not known."""
    type_ = scope.names.type(union.location)
    return Code(f"{type_} | {scope.unknown(union.location)}") if union.is_closed else type_


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
    """A variable for each member that may be left out, then one text of all members."""
    members = [(field, _condition(field, scope)) for field in record.fields]
    first = [field for field, condition in members if condition is None][:1]
    lines: list[str] = []
    groups = [_member("{", field, scope) for field in first]
    for field, condition in members:
        if condition is not None:
            variable = local(scope.member(field))
            lines += [f'{variable} = ""', f"if {condition}:"]
            lines += indented([f"{variable} = {assembled([_member(',', field, scope)])}"])
            groups.append([Hole(variable)])
        elif field is not first[0]:
            groups.append(_member(",", field, scope))
    if record.extra is None and (first or not groups):
        return [*lines, f"return {assembled(_closed(groups))}"]
    lines.append(f"written = {assembled(groups)}" if groups else 'written = ""')
    if record.extra is not None:
        member_text = formatted(record.extra, "member", scope)
        # Members of one value are all written alike.
        taken = "member" if "member" in member_text else "_"
        known = [python_literal(field.wire) for field in record.fields]
        asked = ", ".join([f"value.{scope.extra_member(record)}", *known])
        lines += [
            f"for name, {taken} in others({asked}):",
            f"    written += f',{{quoted(name)}}:{{{member_text}}}'",
        ]
    return [*lines, 'return written + "}"' if first else 'return f"{{{written[1:]}}}"']


def _closed(groups: list[Group]) -> list[Group]:
    """The members of an object with the brace that ends it."""
    return [*groups[:-1], [*groups[-1], "}"]] if groups else [["{}"]]


def _member(opening: str, field: Field, scope: Scope) -> Group:
    """What is written for a member, and before it."""
    key = f"{opening}{_json(field.wire)}:"
    source = f"value.{scope.member(field)}"
    written: str | None = None
    match field.shape:
        case Literals(values=(only,)) if field.constant:
            return [f"{key}{_json(only)}"]
        case Nullable(inner=inner) if _condition(field, scope) == _is_not(field, "None", scope):
            written = formatted(inner, source, scope)
        case Nullable(inner=inner) if _condition(field, scope) is not None:
            written = nullable_text(inner, source, scope)
        case _:
            pass
    return [key, Hole(written or formatted(field.shape, source, scope))]


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
    shape = field.shape.inner if isinstance(field.shape, Nullable) else field.shape
    is_text = isinstance(value, str) and filler.constant
    if is_text or (isinstance(value, int | float) and isinstance(shape, Integer | Number)):
        return f"{source} != {python_literal(value)}"
    return f"not same(parsed({writing(field.shape, source, scope)}), {python_literal(value)})"


def _by_class(union: Union, scope: Scope) -> str:
    """The table of the writers of a union's values by their classes."""
    pairs = [
        f"{class_}: {_writer_before(union, case.payload, scope)}"
        for case in cases(union, scope)
        for class_ in case.classes
    ]
    return f"{{{', '.join(pairs)}}}"


def _under_key(union: Union, scope: Scope) -> str:
    """The call that makes the writer of a union whose values stand under a key, or are strings."""
    others: list[str] = []
    pairs: list[str] = []
    for variant in variants(union):
        if variant.payload is None:
            others = ["str: quoted", *others]
        elif variant.location in scope.wrapped:
            class_ = scope.wrapped[variant.location]
            written = f"lambda value: {writing(variant.payload, 'value.value', scope)}"
            if is_told(variant.payload):
                written = payload_writer(class_)
            pairs.append(f"{class_}: ({python_literal(variant.tag)}, {written})")
        else:
            write = writer(variant.payload, scope)
            [name] = classes(variant.payload, scope)
            if variant.tag is None:
                others.append(f"{name}: {write}")
            else:
                pairs.append(f"{name}: ({python_literal(variant.tag)}, {write})")
    arguments = [f"{{{', '.join(each)}}}" for each in (pairs, dict.fromkeys(others))]
    return f"by_class_under_key({', '.join(arguments)})"


def _writer_before(union: Union, payload: Shape, scope: Scope) -> str:
    """The writer of a variant's payload; one that is made later is looked up then."""
    if scope.is_later_union(payload, union):
        return f"lambda value: {writing(payload, 'value', scope)}"
    return writer(payload, scope)


def _by_match(union: Union, scope: Scope) -> list[str]:
    """The statements that write a union, some of whose variants have no class of their own."""
    lines = ["match value:"]
    for case in cases(union, scope):
        pattern = " | ".join(f"{class_}()" for class_ in case.classes)
        written = writing(case.payload, "value", scope)
        lines += indented([f"case {pattern}:", f"    return {written}"])
    return [*lines, *indented(["case _:", "    assert_never(value)"])]
