"""Shapes: what a value looks like at the place where it stands."""

from __future__ import annotations

from typing import TypeAlias

from eventwright.errors import Location
from eventwright.frozen import frozen

JsonScalar: TypeAlias = "str | int | float | bool | None"


@frozen
class Text:
    """A string."""


@frozen
class Boolean:
    """True or false."""


@frozen
class Null:
    """The JSON null."""


@frozen
class Number:
    """A number, with its bounds where the schema sets them; its value is the nearest double."""

    minimum: float | None = None
    maximum: float | None = None
    is_double: bool = False
    """Whether a double holds it with all its digits, as the schema asks."""


@frozen
class Integer:
    """An integer, with its inclusive bounds where the schema sets them."""

    minimum: int | None = None
    maximum: int | None = None


@frozen
class Literals:
    """One of a few scalar values, written out where it stands."""

    values: tuple[JsonScalar, ...]


@frozen
class AnyJson:
    """Any JSON value, kept as it is."""


@frozen
class Never:
    """No value at all."""


@frozen
class Array:
    """An array of items of one shape."""

    items: Shape


@frozen
class Tuple:
    """An array of as many items as there are shapes, each of its own."""

    items: tuple[Shape, ...]


@frozen
class Dictionary:
    """An object whose member names are data."""

    values: Shape
    names: Shape | None = None
    """The strings that names may be, where they are listed."""
    has_all: bool = False
    """Whether members of all of these names are there."""


@frozen
class Named:
    """A reference to a definition of the module."""

    target: Location


@frozen
class Nullable:
    """The inner shape, or null."""

    inner: Shape


@frozen
class Alternatives:
    """One of several shapes that no tag tells apart, each with the place of its schema.

    The plan of the value holds a program for each of these places; it tells which one it is.
    """

    branches: tuple[tuple[Location, Shape], ...]


@frozen
class Open:
    """A string: one of those of an enumeration, or any other, which it does not know."""

    known: Shape


@frozen
class Unknown:
    """A value of the union at a place whose tag no variant has, kept as it came."""

    union: Location


Shape: TypeAlias = (
    Text
    | Boolean
    | Null
    | Number
    | Integer
    | Literals
    | AnyJson
    | Never
    | Array
    | Tuple
    | Dictionary
    | Named
    | Nullable
    | Alternatives
    | Open
    | Unknown
)
