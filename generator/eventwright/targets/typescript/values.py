"""The fast path's second half: functions that make a value of checked JSON, and JSON of a value."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.code import Code
from eventwright.model import (
    Alias,
    Array,
    Default,
    Definition,
    External,
    Field,
    Literals,
    Nullable,
    Record,
    Shape,
    Union,
    Variant,
)
from eventwright.targets.typescript.conversion import Converter
from eventwright.targets.typescript.language import (
    inherited,
    literal,
    member,
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
    lines,
    render,
    right_side,
)
from eventwright.targets.typescript.scope import Scope, payloads
from eventwright.targets.typescript.shapes import flat


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
        unknown = f" | {self._scope.unknown_type(target)}" if isinstance(definition, Union) else ""
        return Code(f"{self._scope.type(target)}{unknown}")

    def result(self, definition: Definition) -> Code:
        if self._reading:
            return self._scope.type(definition.location)
        return self._scope.imports.use("JsonValue")

    def body(self, definition: Definition) -> Doc:
        match definition:
            case Record():
                return self._record(definition)
            case Union(encoding=External()):
                return self._external(definition)
            case Union():
                return self._internal(definition)
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
        return self._property(key, self._convert.converted(field.shape, place))

    def _property(self, key: Code, value: Doc) -> Doc:
        return Group((Code(f"{key}:"), right_side(value)))

    def _unless(self, absent: Doc, wire: str, shape: Shape, place: Code) -> Doc:
        """A member that is left out in one case."""
        if inherited(wire):
            # Every object has members of such names, so that they narrow no type.
            place = Code(f"{place} as {flat(shape, self._scope, before=self._reading)}")
        inner = self._property(property_key(wire), self._convert.converted(shape, place))
        value = enclosed("{", [inner], "}", SPACE_LINE)
        choice = Indent((SPACE_LINE, Code("? {}"), SPACE_LINE, Code(": "), Indent(value)))
        return Group((Code("...("), absent, choice, Code(")")))

    def _defaulted(self, key: Code, shape: Shape, place: Code, default: Default) -> Doc:
        value = self._convert.literal(default.value, shape)
        if isinstance(shape, Nullable) and default.value is not None:
            chosen: Doc = Code(f"{place} === undefined ? {value} : {place}")
        elif isinstance(shape, Nullable) and self._convert.changes(shape):
            chosen = place
        else:
            chosen = Code(f"{place} ?? {value}")
        if not self._convert.changes(shape):
            return Group((Code(f"{key}:"), Indent((SPACE_LINE, chosen))))
        if isinstance(shape, Array):
            chosen = Group((Code("("), Indent((SOFT_LINE, chosen)), SOFT_LINE, Code(")")))
        return self._property(key, self._convert.converted(shape, chosen))

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
        names = enclosed("[", [literal(field.wire) for field in record.fields], "]")
        others = call(
            self._scope.imports.use("othersOf"),
            Code("value"),
            names,
            self._convert.converter(shape),
        )
        return (Code("..."), others)

    # Unions

    def _internal(self, union: Union) -> Doc:
        if not self._reading:
            return lines([self._given_back(union), self._switch(union)])
        return self._switch(union)

    def _switch(self, union: Union) -> Doc:
        match union.encoding:
            case External():
                raise ValueError("an externally tagged union has no member to switch on")
            case encoding:
                tag = self._convert.member(Code("value"), encoding.tag)
        arms: list[Doc] = []
        narrowed = not inherited(encoding.tag)
        for variant, payload in payloads(union):
            type_ = flat(payload, self._scope, before=self._reading)
            value = self._convert.converted(
                payload, Code("value" if narrowed else f"value as {type_}")
            )
            arms.append(
                (Code(f"case {literal(variant.tag)}:"), Indent((HARD_LINE, _return(value))))
            )
        body = Indent(tuple((HARD_LINE, arm) for arm in arms))
        return (Code(f"switch ({tag}) {{"), body, HARD_LINE, Code("}"))

    def _external(self, union: Union) -> Doc:
        loaded = payloads(union)
        statements: list[Doc] = []
        if not self._reading:
            statements.append(self._given_back(union))
        if not loaded:
            return lines([*statements, _return(Code("value"))])
        if len(loaded) < len(union.variants):
            statements.append(Code('if (typeof value === "string") return value;'))
        *others, last = [self._envelope(union, *variant) for variant in loaded]
        for place, envelope in others:
            head = Code(f"if ({place} !== undefined) {{")
            statements.append((head, Indent((HARD_LINE, _return(envelope))), HARD_LINE, Code("}")))
        return lines([*statements, _return(last[1])])

    def _envelope(self, union: Union, variant: Variant, payload: Shape) -> tuple[Code, Doc]:
        """Where a variant's payload stands, and the object that holds it converted."""
        if any(inherited(tagged.tag) for tagged, _ in payloads(union)):
            # Every object has members of such names, so that they narrow no type.
            members = self._scope.imports.use("Members")
            own = self._scope.imports.use("own")
            place = Code(f"{own}(value as {members}, {literal(variant.tag)})")
            typed: Code = Code(f"{place} as {flat(payload, self._scope, before=self._reading)}")
        else:
            typed = place = member(Code("value"), variant.tag)
        inner = self._property(property_key(variant.tag), self._convert.converted(payload, typed))
        return place, enclosed("{", [inner], "}", SPACE_LINE)

    def _given_back(self, union: Union) -> Code:
        unknown = self._scope.unknown_type(union.location)
        return Code(f"if (value instanceof {unknown}) return value.raw;")


def _other_than(field: Field) -> Shape:
    """The shape of a member's values without its default, where that is null."""
    match field.shape, field.default:
        case Nullable(inner=inner), Default(value=None):
            return inner
        case _:
            return field.shape


def _return(value: Doc) -> Doc:
    return (Code("return "), value, Code(";"))
