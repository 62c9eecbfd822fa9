"""The shapes that people program with: records, enums, unions and aliases.

The model is what the types and the construction of values are made from. It is lossy on purpose;
the verdict on a payload comes from the plan, never from here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.reading.jsontext import Json

JsonScalar: TypeAlias = "str | int | float | bool | None"


@frozen
class Doc:
    """What the schema tells a reader about a type, a field or a value."""

    description: str | None = None
    deprecated: bool = False


# Shapes: what a value looks like at the place where it stands.


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
)


# Definitions: the named types of a module.


@frozen
class Title:
    """What a type would like to be called: the first of these that no other type wants too."""

    wishes: tuple[str, ...]
    base: str
    """What the names of types inside begin with where their first wish is taken."""
    given: int
    """How many of the first wishes are names of the schema's own: of a file, a title, a key."""


@frozen
class Default:
    """A default value; wrapped, since null is one."""

    value: Json


@frozen
class Field:
    """A member of a record.

    A `constant` field has one possible value and is always written; who builds a record does not
    spell it. `omit_default` leaves a member out of what is written while it equals its default.
    """

    wire: str
    shape: Shape
    required: bool
    default: Default | None
    omit_default: bool
    constant: bool
    doc: Doc
    location: Location
    alias: str | None
    """The member's name in code where the schema sets one with `x-name`."""


@frozen
class Record:
    """An object with known members; `extra` is the shape of others that are kept, if any are."""

    location: Location
    title: Title
    doc: Doc
    fields: tuple[Field, ...]
    extra: Shape | None


@frozen
class EnumValue:
    """One value of an enum."""

    value: str
    doc: Doc
    location: Location
    alias: str | None
    """The value's name in code where the schema sets one with `x-name`."""


@frozen
class Enum:
    """A closed set of strings."""

    location: Location
    title: Title
    doc: Doc
    values: tuple[EnumValue, ...]


@frozen
class Internal:
    """The variants are objects that carry their tag in a member reached by these names."""

    tag: tuple[str, ...]


@frozen
class External:
    """A variant is an object whose only key is its tag; without a payload it is a bare string."""


Encoding: TypeAlias = Internal | External


@frozen
class Variant:
    """One alternative of a tagged union; without a payload it is a bare string on the wire."""

    tag: str | None
    """None: the variant is for all tags that no other one has."""
    payload: Shape | None
    doc: Doc
    location: Location
    alias: str | None = None
    """The `x-name` of its branch."""


@frozen
class Union:
    """A value that is one of several variants, told apart by a tag."""

    location: Location
    title: Title
    doc: Doc
    encoding: Encoding
    variants: tuple[Variant, ...]


@frozen
class Alias:
    """A name for a shape that has no definition of its own kind, such as a list or an integer."""

    location: Location
    title: Title
    doc: Doc
    shape: Shape


Definition: TypeAlias = Record | Enum | Union | Alias


@frozen
class BranchBeside:
    """The branch of a union, or a member's schema, and what a value must pass around it.

    Its type has their members too, so by itself it must pass them all.
    """

    branch: Location
    around: tuple[Location, ...]
    only_objects: bool = False
    """Whether its values are just the objects that pass, and the branch has others too."""


@frozen
class Model:
    """The named types of a module, every definition after those it holds where no cycle forbids."""

    definitions: Mapping[Location, Definition]
    root: Location | None
    branches: Mapping[Location, BranchBeside]
    """The types that are made of a branch of a union and of what stands beside the union, or of
    all that is said of a member.
    """
    whole: frozenset[Location]
    """The places whose values are kept as they are, members that no schema describes included."""
    contradicted: Mapping[Location, Sequence[Location]]
    """The schema of a member that no value passes, with the others that describe it too."""
