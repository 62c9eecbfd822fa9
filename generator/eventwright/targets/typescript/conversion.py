"""Conversion of what stands at a place, from JSON to a value's type or back."""

from __future__ import annotations

from eventwright.modelling.model import (
    Alternatives,
    Array,
    Dictionary,
    Integer,
    Named,
    Nullable,
    Number,
    Shape,
    Tuple,
)
from eventwright.modelling.walking import inside
from eventwright.reading.jsontext import Json
from eventwright.rendering.code import Code
from eventwright.targets.typescript.kinds import told
from eventwright.targets.typescript.language import inherited, literal, member, property_key
from eventwright.targets.typescript.layout import (
    Arrow,
    Doc,
    Group,
    bars,
    call,
    enclosed,
    generic,
)
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.shapes import alternatives, flat


class Converter:
    """Makes the expressions of one direction: reading from JSON, or writing to it."""

    def __init__(self, scope: Scope, *, reading: bool) -> None:
        self._scope = scope
        self._reading = reading

    def changes(self, shape: Shape) -> bool:
        """Whether a value of this shape is not taken over as it is."""
        match shape:
            case Named(target=target):
                return target in self._scope.read_anew
            case Integer() | Number():
                return self._reading and self._scope.is_settled(shape)
            case _:
                return any(map(self.changes, inside(shape)))

    def converted(self, shape: Shape, place: Doc) -> Doc:
        """The expression that converts what stands at a place."""
        if not self.changes(shape):
            return place
        match shape:
            case Array(items=items):
                cast = isinstance(place, Code) and " as " in place
                array: Doc = (Code("("), place, Code(")")) if cast else place
                return call((array, Code(".map")), self.converter(items))
            case Tuple(items=shapes):
                places: list[Doc] = [(place, Code(f"[{at}]")) for at in range(len(shapes))]
                made = [self.converted(*pair) for pair in zip(shapes, places, strict=True)]
                return enclosed("[", made, "]")
            case Dictionary(values=values):
                return call(self._scope.imports.use("mapMembers"), place, self.converter(values))
            case Nullable(inner=inner):
                return call(self._scope.imports.use("orNull"), place, self.converter(inner))
            case Alternatives():
                return self._chosen(shape, place)
            case Named(target=target) if self._scope.is_constant(target):
                return call(self.converter(shape))
            case _:
                return call(self.converter(shape), place)

    def _chosen(self, shape: Alternatives, place: Doc) -> Doc:
        wanted = [Code("unknown")]
        if self._reading:
            wanted = alternatives(shape, self._scope, before=False)
        union = wanted[0] if len(wanted) == 1 else Group(bars(wanted))
        function = generic(self._scope.imports.use("asFirstOf"), [union])
        choices = [
            told(shape, branch, self.typed_converter(branch[1]), self._read(branch[1]), self._scope)
            for branch in shape.branches
        ]
        return call(function, place, *choices)

    def converter(self, shape: Shape) -> Doc:
        """The function that converts a value of this shape."""
        if not self.changes(shape):
            return self._scope.imports.use("asIs")
        match shape:
            case Named(target=target):
                return self._scope.reader(target) if self._reading else self._scope.writer(target)
            case Integer() if self._scope.wide(shape):
                return self._scope.imports.use("toLong")
            case Integer() | Number():
                return Code("Number")
            case _:
                return Arrow(Code("item"), self.converted(shape, Code("item")))

    def typed_converter(self, shape: Shape) -> Doc:
        """The same function, which says by itself what it takes where nothing around it does."""
        convert = self.converter(shape)
        if not isinstance(convert, Arrow):
            return convert
        type_ = flat(shape, self._scope, before=True)
        return Arrow(Code(f"{convert.parameter}: {type_}"), convert.body)

    def _read(self, shape: Shape) -> Doc | None:
        """The function that reads what this one writes, where it is another one."""
        read = Converter(self._scope, reading=True)
        is_written_apart = not self._reading and self.converter(shape) != read.converter(shape)
        return read.typed_converter(shape) if is_written_apart else None

    def literal(self, value: Json, shape: Shape) -> Code:
        """A default value, as JSON of this shape."""
        match value:
            case list():
                items = Code(", ").join(
                    self.literal(item, _inner(shape, index)) for index, item in enumerate(value)
                )
                return Code(f"[{items}]")
            case dict():
                members = Code(", ").join(
                    Code(f"{property_key(name)}: {self.literal(member, _inner(shape))}")
                    for name, member in value.items()
                )
                return Code(f"{{ {members} }}" if value else "{}")
            case bool():
                return literal(value)
            case int() if self._is_bigint(shape):
                return Code(f"{value}n")
            case _:
                return literal(value)

    def _is_bigint(self, shape: Shape) -> bool:
        match shape:
            case Alternatives(branches=branches):
                return any(self._is_bigint(inner) for _, inner in branches)
            case Nullable(inner=inner):
                return self._is_bigint(inner)
            case Integer():
                return self._scope.wide(shape)
            case _:
                return False

    def member(self, value: Code, wire: str) -> Code:
        """The expression for a member of a typed value."""
        if inherited(wire):
            return Code(f"{self._scope.imports.use('own')}({value}, {literal(wire)})")
        return member(value, wire)


def _inner(shape: Shape, index: int = 0) -> Shape:
    match shape:
        case Array(items=inner) | Dictionary(values=inner):
            return inner
        case Tuple(items=items):
            return items[index]
        case Nullable(inner=inner):
            return _inner(inner, index)
        case _:
            return shape
