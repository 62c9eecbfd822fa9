"""How a record is made anew, member by member."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventwright.modelling.model import (
    Alternatives,
    Array,
    Default,
    Field,
    Literals,
    Nullable,
    Record,
    Shape,
    Tuple,
    inside,
)
from eventwright.rendering.code import Code
from eventwright.targets.typescript.conversion import Converter
from eventwright.targets.typescript.language import (
    inherited,
    literal,
    property_key,
    property_name,
)
from eventwright.targets.typescript.layout import (
    SOFT_LINE,
    SPACE_LINE,
    Doc,
    Group,
    Indent,
    assigned,
    call,
    enclosed,
)
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.shapes import flat

# Members of these names can't be parameters: words of the language, and what a body may call.
_TAKEN = frozenset(
    "arguments await break case catch class const continue debugger default delete do else enum"
    " eval export extends false finally for function if implements import in instanceof interface"
    " let new null package private protected public return static super switch this throw true try"
    " typeof undefined var void while with yield"
    " BigInt Number asIs mapMembers orNull othersOf own sameJson toLong".split()
)
_FUNCTION = re.compile(r"(?:new|read|write)[A-Z]")


class RecordBody:
    """The parameter and the body of a function that makes a record anew."""

    def __init__(self, scope: Scope, record: Record, *, reading: bool) -> None:
        self._scope = scope
        self._record = record
        self._reading = reading
        self._convert = Converter(scope, reading=reading)
        self._apart = record.extra is None and all(map(self._is_parameter, record.fields))

    def members(self) -> list[Doc] | None:
        """The members that the function takes apart; None where it takes the value as a whole."""
        asked = [field for field in self._record.fields if not self._is_spelled(field)]
        return [*map(self._taken_apart, asked)] if self._apart else None

    def body(self) -> Doc:
        """The record, as it stands behind an arrow."""
        record = self._record
        members = [member for field in record.fields for member in self._member(field)]
        if record.extra is not None and not members:
            return Group(Indent((SPACE_LINE, self._others(record, record.extra))))
        if record.extra is not None:
            members.append((Code("..."), self._others(record, record.extra)))
        return (Code(" ("), enclosed("{", members, "}", SPACE_LINE), Code(")"))

    def _is_parameter(self, field: Field) -> bool:
        plain = property_name(field.wire) == field.wire and not inherited(field.wire)
        free = field.wire not in _TAKEN and not _FUNCTION.match(field.wire)
        return (plain and free and not _is_chosen(field.shape)) or self._is_spelled(field)

    def _is_spelled(self, field: Field) -> bool:
        """Whether a member's value is known without asking for it."""
        return self._reading and field.constant

    def _taken_apart(self, field: Field) -> Doc:
        default = self._default(field)
        return Code(f"{field.wire} = {default}" if default else field.wire)

    def _default(self, field: Field) -> Code | None:
        """What stands for an absent member."""
        if not self._reading or field.required or field.default is None:
            return None
        if isinstance(field.shape, Nullable) and field.default.value is None:
            # What converts a value that may be null takes an absent one for null as well.
            return None if self._convert.changes(field.shape) else Code("null")
        return self._convert.literal(field.default.value, field.shape)

    def _member(self, field: Field) -> Iterator[Doc]:
        key = property_key(field.wire)
        if self._is_spelled(field):
            match field.shape:
                case Literals(values=(value,)):
                    yield Code(f"{key}: {literal(value)}")
                case _:
                    raise ValueError(f"{field.wire} is constant and has no single value")
            return
        place = Code(field.wire) if self._apart else self._convert.member(Code("value"), field.wire)
        if not field.required and field.default is None:
            yield self._where(Code(f"{place} !== undefined"), field, field.shape, place)
        elif field.omit_default and field.default is not None and not self._reading:
            yield self._where(
                self._differs(field, field.default, place), field, _other(field), place
            )
        else:
            yield self._assigned(key, field, place)

    def _assigned(self, key: Code, field: Field, place: Code) -> Doc:
        default = None if self._apart else self._default(field)
        changes = self._convert.changes(field.shape)
        if self._apart and not changes:
            return place
        if default is None:
            return assigned(key, self._convert.converted(field.shape, place))
        if self._scope.may_be_null(field.shape) and default != "null":
            chosen: Doc = Code(f"{place} === undefined ? {default} : {place}")
        else:
            chosen = Code(f"{place} ?? {default}")
        if not changes:
            return Group((Code(f"{key}:"), Indent((SPACE_LINE, chosen))))
        if isinstance(field.shape, Array | Tuple):
            chosen = Group((Code("("), Indent((SOFT_LINE, chosen)), SOFT_LINE, Code(")")))
        return assigned(key, self._convert.converted(field.shape, chosen))

    def _where(self, condition: Doc, field: Field, shape: Shape, place: Code) -> Doc:
        """A member that is there under a condition."""
        if inherited(field.wire):
            # Every object has members of such names, so that they narrow no type.
            place = Code(f"{place} as {flat(shape, self._scope, before=self._reading)}")
        if self._apart and not self._convert.changes(shape):
            inner: Doc = place
        else:
            key = property_key(field.wire)
            inner = assigned(key, self._convert.converted(shape, place))
        member = enclosed("{", [inner], "}", SPACE_LINE)
        return Group((Code("...("), condition, Code(" && "), member, Code(")")))

    def _differs(self, field: Field, default: Default, place: Code) -> Doc:
        """Whether a member has another value than its default."""
        value = self._convert.literal(default.value, field.shape)
        match default.value, field.shape:
            case [], Array():
                return Code(f"{place}.length > 0")
            case None | str() | int() | float(), _:
                return Code(f"{place} !== {value}")
            case _:
                same = Code(f"!{self._scope.imports.use('sameJson')}")
                return call(same, self._convert.converted(field.shape, place), value)

    def _others(self, record: Record, shape: Shape) -> Doc:
        names = enclosed("[", [literal(field.wire) for field in record.fields], "]")
        convert = self._convert.converter(shape)
        return call(self._scope.imports.use("othersOf"), Code("value"), names, convert)


def _is_chosen(shape: Shape) -> bool:
    """Whether converting a value asks which of several alternatives it is, which calls more."""
    match shape:
        case Alternatives():
            return True
        case _:
            return any(map(_is_chosen, inside(shape)))


def _other(field: Field) -> Shape:
    """The shape of a member's values without its default, where that is null."""
    match field.shape, field.default:
        case Nullable(inner=inner), Default(value=None):
            return inner
        case _:
            return field.shape
