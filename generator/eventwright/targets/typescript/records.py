"""How a record is made anew, member by member."""

from __future__ import annotations

import re

from eventwright.modelling.model import (
    Alternatives,
    Array,
    Default,
    Field,
    Literals,
    Named,
    Nullable,
    Record,
    Shape,
    Tuple,
)
from eventwright.modelling.walking import inside
from eventwright.rendering.code import Code
from eventwright.targets.typescript.conversion import Converter
from eventwright.targets.typescript.language import (
    inherited,
    literal,
    member,
    property_key,
    property_name,
)
from eventwright.targets.typescript.layout import (
    SOFT_LINE,
    SPACE_LINE,
    Doc,
    Group,
    IfBroken,
    Indent,
    assigned,
    call,
    enclosed,
    lines,
    right_side,
)
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.shapes import flat
from eventwright.targets.typescript.tests import all_of, expressed

# Members of these names can't be parameters: words of the language, and what a body may call.
_TAKEN = frozenset(
    "arguments await break case catch class const continue debugger default delete do else enum"
    " eval export extends false finally for function if implements import in instanceof interface"
    " let new null package private protected public return static super switch this throw true try"
    " typeof undefined var void while with yield"
    " BigInt Number asIs made mapMembers orNull othersOf own sameJson toLong".split()
)
_FEW = 2
"""How many members a literal spreads, which takes longer for each than to set it."""
_FUNCTION = re.compile(r"(?:new|read|write)[A-Z]")


class RecordBody:
    """The parameter and the body of a function that makes a record anew."""

    def __init__(self, scope: Scope, record: Record, *, reading: bool) -> None:
        self._scope = scope
        self._record = record
        self._reading = reading
        self._convert = Converter(scope, reading=reading)
        self._apart = record.extra is None and all(map(self._is_parameter, record.fields))
        conditions = ((field, self._condition(field)) for field in record.fields)
        self._left_out = [(field, c) for field, c in conditions if c is not None]
        # Few are worth no statements, and what every object has by such a name is of another type.
        names = [field.wire for field, _ in self._left_out]
        sets = len(names) > _FEW and not any(map(inherited, names))
        self._sets = sets and record.extra is None

    def members(self) -> list[Doc] | None:
        """The members that the function takes apart; None where it takes the value as a whole."""
        asked = [field for field in self._record.fields if self._is_asked_for(field)]
        takes_none = all(map(self._is_spelled, self._record.fields))
        return [*map(self._taken_apart, asked)] if self._apart and (asked or takes_none) else None

    @property
    def parameter(self) -> Code:
        """What the function calls the value that it takes as a whole."""
        asks = self._record.extra is not None or any(map(self._is_asked_for, self._record.fields))
        return Code("value" if asks else "_value")

    def statements(self) -> Doc | None:
        """The statements that make a record of which many members may be left out, else None."""
        if not self._sets:
            return None
        head = Code(f"const made: {self._scope.imports.use('Mutable')}<{self._result()}> = ")
        settings = [self._setting(field, condition) for field, condition in self._left_out]
        return lines([(head, self._object(), Code(";")), *settings, Code("return made;")])

    def expression(self) -> Doc:
        """The record, as it stands behind an arrow."""
        record = self._record
        if record.extra is not None and not record.fields:
            return Group(Indent((SPACE_LINE, self._others(record, record.extra))))
        return (Code(" ("), self._object(), Code(")"))

    def _object(self) -> Doc:
        """The record with all of its members but those that statements set."""
        record = self._record
        parts = [self._member(f) for f in record.fields if self._condition(f) is None]
        # Engines make a literal at once up to its first spread, and what follows bit by bit.
        if not self._sets:
            parts += [self._spread(field, condition) for field, condition in self._left_out]
        if record.extra is not None:
            parts.append((Code("..."), self._others(record, record.extra)))
        return enclosed("{", parts, "}", SPACE_LINE)

    def _result(self) -> Code:
        """The type of the record that is made, where it is written only as far as names go."""
        name = self._scope.type(self._record.location)
        return name if self._reading else Code(f"{self._scope.imports.use('Unchecked')}<{name}>")

    def _is_parameter(self, field: Field) -> bool:
        plain = property_name(field.wire) == field.wire and not inherited(field.wire)
        free = field.wire not in _TAKEN and not _FUNCTION.match(field.wire)
        return (plain and free and not _is_chosen(field.shape)) or self._is_spelled(field)

    def _is_spelled(self, field: Field) -> bool:
        """Whether a member's value is known without asking for it."""
        return self._reading and field.constant

    def _is_asked_for(self, field: Field) -> bool:
        """Whether what is made of a member depends on it; a record of constants does not."""
        match field.shape:
            case Named(target=target) if field.required:
                return not self._scope.is_constant(target)
            case _:
                return not self._is_spelled(field)

    def _taken_apart(self, field: Field) -> Doc:
        default = self._default(field)
        return Code(f"{field.wire} = {default}" if default else field.wire)

    def _default(self, field: Field) -> Code | None:
        """What stands for an absent member."""
        if field.required or field.default is None:
            return None
        if isinstance(field.shape, Nullable) and field.default.value is None:
            # What converts a value that may be null takes an absent one for null as well.
            is_taken = self._convert.changes(field.shape) and not self._is_left_out(field)
            return None if is_taken else Code("null")
        return self._convert.literal(field.default.value, field.shape)

    def _is_left_out(self, field: Field) -> bool:
        """Whether a member is left out while it equals its default."""
        return field.omit_default and not self._reading

    def _condition(self, field: Field) -> Doc | None:
        """Under which condition a member is there, if it may be left out."""
        if self._is_spelled(field):
            return None
        if not field.required and field.default is None:
            return Code(f"{self._place(field)} !== undefined")
        if field.default is not None and self._is_left_out(field):
            return self._is_told(field, field.default)
        return None

    def _place(self, field: Field) -> Code:
        """The expression for a member of what is given."""
        return Code(field.wire) if self._apart else self._convert.member(Code("value"), field.wire)

    def _member(self, field: Field) -> Doc:
        """A member that is always there."""
        key = property_key(field.wire)
        if self._is_spelled(field):
            match field.shape:
                case Literals(values=(value,)):
                    return Code(f"{key}: {literal(value)}")
                case _:
                    raise ValueError(f"{field.wire} is constant and has no single value")
        return self._assigned(key, field, self._place(field))

    def _assigned(self, key: Code, field: Field, place: Code) -> Doc:
        default = None if self._apart else self._default(field)
        changes = self._convert.changes(field.shape)
        if self._apart and not changes:
            return place
        if default is None:
            return assigned(key, self._convert.converted(field.shape, place))
        if self._scope.may_be_null(field.shape) and default != "null":
            given = self._there(field, field.shape)
            other = f"({given})" if inherited(field.wire) else given
            arms = Code(f"? {default}"), SPACE_LINE, Code(f": {other}")
            chosen: Doc = Group((Code(f"{place} === undefined"), Indent((SPACE_LINE, *arms))))
        else:
            chosen = Code(f"{place} ?? {default}")
        if not changes:
            return Group((Code(f"{key}:"), Indent((SPACE_LINE, chosen))))
        if isinstance(field.shape, Array | Tuple):
            chosen = Group((Code("("), Indent((SOFT_LINE, chosen)), SOFT_LINE, Code(")")))
        return assigned(key, self._convert.converted(field.shape, chosen))

    def _setting(self, field: Field, condition: Doc) -> Doc:
        """The statement that sets a member under a condition."""
        head = Code(f"{member(Code('made'), field.wire)} =")
        setting = Group((head, right_side(self._value(field)), Code(";")))
        opening = (Code("if ("), condition, Code(")"), IfBroken(Code(" {")))
        return Group((opening, Indent((SPACE_LINE, setting)), SOFT_LINE, IfBroken(Code("}"))))

    def _spread(self, field: Field, condition: Doc) -> Doc:
        """A member that is there under a condition, as a part of a literal."""
        if self._apart and not self._convert.changes(self._shape(field)):
            inner: Doc = Code(field.wire)
        else:
            inner = assigned(property_key(field.wire), self._value(field))
        alone = enclosed("{", [inner], "}", SPACE_LINE)
        return Group((Code("...("), condition, Code(" && "), alone, Code(")")))

    def _shape(self, field: Field) -> Shape:
        """The shape of the values of a member that is there."""
        return field.shape if self._reading or not field.omit_default else _other(field)

    def _value(self, field: Field) -> Doc:
        """The value of a member that is there."""
        shape = self._shape(field)
        return self._convert.converted(shape, self._there(field, shape))

    def _there(self, field: Field, shape: Shape) -> Code:
        """The expression for a member that is there."""
        place = self._place(field)
        # Every object has members of such names, so that they narrow no type.
        return (
            Code(f"{place} as {flat(shape, self._scope, before=True)}")
            if inherited(field.wire)
            else place
        )

    def _is_told(self, field: Field, default: Default) -> Doc:
        """Whether a member has another value than its default."""
        if self._apart:
            return self._differs(field, default, self._place(field))
        is_there = Code(f"{self._place(field)} !== undefined")
        return expressed(
            all_of(is_there, self._differs(field, default, self._there(field, field.shape)))
        )

    def _differs(self, field: Field, default: Default, place: Code) -> Doc:
        """Whether a member that is there has another value than its default."""
        value = self._convert.literal(default.value, field.shape)
        match default.value, field.shape:
            case [], Array() if not inherited(field.wire):
                return Code(f"{place}.length > 0")
            case int(), _ if value.endswith("n"):
                # A number may be given for a bigint.
                return Code(f"{place} != {value}")
            case None | str() | int() | float(), _:
                return Code(f"{place} !== {value}")
            case _:
                same = Code(f"!{self._scope.imports.use('sameJson')}")
                return call(same, self._convert.converted(field.shape, place), value)

    def _others(self, record: Record, shape: Shape) -> Doc:
        names = enclosed("[", [literal(field.wire) for field in record.fields], "]")
        convert = self._convert.typed_converter(shape)
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
