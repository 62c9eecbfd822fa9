"""The fast path's second half: functions that make a value of checked JSON, and JSON of a value."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.modelling.model import (
    Alias,
    Array,
    Default,
    Definition,
    Field,
    Literals,
    Nullable,
    Record,
    Shape,
    Union,
)
from eventwright.rendering.code import Code
from eventwright.targets.typescript.conversion import Converter, assigned
from eventwright.targets.typescript.language import (
    inherited,
    literal,
    property_key,
)
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    SOFT_LINE,
    SPACE_LINE,
    Doc,
    Group,
    Indent,
    call,
    enclosed,
    render,
    returned,
)
from eventwright.targets.typescript.scope import Scope, is_closed
from eventwright.targets.typescript.shapes import flat
from eventwright.targets.typescript.unions import UnionBody


def readers(scope: Scope) -> Iterator[Code]:
    """The functions that make values of JSON values that passed the check."""
    for definition in scope.definitions:
        if definition.location in scope.read_anew:
            yield render(_function(definition, _Direction(scope, reading=True)))


def writers(scope: Scope) -> Iterator[Code]:
    """The functions that make JSON values of values."""
    for definition in scope.definitions:
        if definition.location in scope.written_anew:
            yield render(_function(definition, _Direction(scope, reading=False)))


def _function(definition: Definition, way: _Direction) -> Doc:
    signature = Group(
        (
            Code(f"function {way.function(definition)}"),
            enclosed("(", [Code(f"{way.parameter(definition)}: {way.source(definition)}")], ")"),
            Code(f": {way.result(definition)} {{"),
        )
    )
    return (signature, Indent((HARD_LINE, way.body(definition))), HARD_LINE, Code("}"))


class _Direction:
    """One of the two directions, which differ in names, constants, defaults and integers."""

    def __init__(self, scope: Scope, *, reading: bool) -> None:
        self._scope = scope
        self._reading = reading
        self._convert = Converter(scope, reading=reading)

    def function(self, definition: Definition) -> Code:
        return self._scope.function("read" if self._reading else "write", definition.location)

    def parameter(self, definition: Definition) -> Code:
        """The parameter's name, which begins with an underscore where nothing asks for it."""
        match definition:
            case Record(fields=fields, extra=None) if all(self._is_spelled(f) for f in fields):
                return Code("_value")
            case _:
                return Code("value")

    def _is_spelled(self, field: Field) -> bool:
        return self._reading and field.constant

    def source(self, definition: Definition) -> Code:
        target = definition.location
        if self._reading:
            return self._scope.input_type(target)
        unknown = ""
        if isinstance(definition, Union) and is_closed(definition):
            unknown = f" | {self._scope.unknown_type(target)}"
        return Code(f"{self._scope.type(target)}{unknown}")

    def result(self, definition: Definition) -> Code:
        if self._reading:
            return self._scope.type(definition.location)
        return self._scope.imports.use("JsonValue")

    def body(self, definition: Definition) -> Doc:
        match definition:
            case Record():
                return self._record(definition)
            case Union():
                return UnionBody(self._scope, definition, reading=self._reading).statements()
            case Alias(shape=shape):
                return (Code("return "), self._convert.converted(shape, Code("value")), Code(";"))
            case _:
                raise ValueError(f"{definition.title} needs no function")

    # Records

    def _record(self, record: Record) -> Doc:
        members = [self._field(field) for field in record.fields]
        if record.extra is not None:
            members.append(self._extra(record, record.extra))
        if not members:
            return Code("return {};")
        if not record.fields and record.extra is not None:
            return returned(self._others(record, record.extra))
        inside = tuple((HARD_LINE, member, Code(",")) for member in members)
        return (Code("return {"), Indent(inside), HARD_LINE, Code("};"))

    def _field(self, field: Field) -> Doc:
        place = self._convert.member(Code("value"), field.wire)
        key = property_key(field.wire)
        if self._is_spelled(field):
            match field.shape:
                case Literals(values=(value,)):
                    return Code(f"{key}: {literal(value)}")
                case _:
                    raise ValueError(f"{field.wire} is constant and has no single value")
        if not field.required and field.default is None:
            return self._unless(Code(f"{place} === undefined"), field.wire, field.shape, place)
        if field.omit_default and field.default is not None and not self._reading:
            left_out = self._is_default(field, field.default, place)
            return self._unless(left_out, field.wire, _other_than(field), place)
        if self._reading and field.default is not None and not field.required:
            return self._defaulted(key, field.shape, place, field.default)
        return assigned(key, self._convert.converted(field.shape, place))

    def _unless(self, absent: Doc, wire: str, shape: Shape, place: Code) -> Doc:
        """A member that is left out in one case."""
        if inherited(wire):
            # Every object has members of such names, so that they narrow no type.
            place = Code(f"{place} as {flat(shape, self._scope, before=self._reading)}")
        inner = assigned(property_key(wire), self._convert.converted(shape, place))
        value = enclosed("{", [inner], "}", SPACE_LINE)
        choice = Indent((SPACE_LINE, Code("? {}"), SPACE_LINE, Code(": "), Indent(value)))
        return Group((Code("...("), absent, choice, Code(")")))

    def _defaulted(self, key: Code, shape: Shape, place: Code, default: Default) -> Doc:
        value = self._convert.literal(default.value, shape)
        if self._scope.may_be_null(shape) and default.value is not None:
            chosen: Doc = Code(f"{place} === undefined ? {value} : {place}")
        elif isinstance(shape, Nullable) and self._convert.changes(shape):
            chosen = place
        else:
            chosen = Code(f"{place} ?? {value}")
        if not self._convert.changes(shape):
            return Group((Code(f"{key}:"), Indent((SPACE_LINE, chosen))))
        if isinstance(shape, Array):
            chosen = Group((Code("("), Indent((SOFT_LINE, chosen)), SOFT_LINE, Code(")")))
        return assigned(key, self._convert.converted(shape, chosen))

    def _is_default(self, field: Field, default: Default, place: Code) -> Doc:
        value = self._convert.literal(default.value, field.shape)
        match default.value, field.shape:
            case [], Array():
                return Code(f"{place}.length === 0")
            case None | str() | int() | float(), _:
                return Code(f"{place} === {value}")
            case _:
                same = self._scope.imports.use("sameJson")
                return call(same, self._convert.converted(field.shape, place), value)

    def _extra(self, record: Record, shape: Shape) -> Doc:
        return (Code("..."), self._others(record, shape))

    def _others(self, record: Record, shape: Shape) -> Doc:
        names = enclosed("[", [literal(field.wire) for field in record.fields], "]")
        convert = self._convert.converter(shape)
        if convert == "asIs" and not self._reading:
            convert = Code(f"asIs<{self._scope.imports.use('JsonValue')}>")
        return call(self._scope.imports.use("othersOf"), Code("value"), names, convert)


def _other_than(field: Field) -> Shape:
    """The shape of a member's values without its default, where that is null."""
    match field.shape, field.default:
        case Nullable(inner=inner), Default(value=None):
            return inner
        case _:
            return field.shape
