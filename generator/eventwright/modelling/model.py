"""The shapes that people program with: records, enums, unions and aliases.

The model is what the types and the construction of values are made from. It is lossy on purpose;
the verdict on a payload comes from the plan, never from here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.shape import *
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import TagValue, json_type


@frozen
class Doc:
    """What the schema tells a reader about a type, a field or a value."""

    description: str | None = None
    deprecated: bool = False


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

    tag: TagValue | None
    """None: the variant is for all tags that no other one has."""
    payload: Shape | None
    doc: Doc
    location: Location
    alias: str | None = None
    """The `x-name` of its branch."""

    @property
    def key(self) -> str:
        """The tag of an externally tagged variant, which is a key or a bare string.

        Raises:
            ValueError: It has no such tag.
        """
        if not isinstance(self.tag, str):
            raise ValueError(f"{self.location} has no key")
        return self.tag


@frozen
class Union:
    """A value that is one of several variants, told apart by a tag."""

    location: Location
    title: Title
    doc: Doc
    encoding: Encoding
    variants: tuple[Variant, ...]

    @property
    def is_closed(self) -> bool:
        """Whether there are tags that it doesn't know: no variant is for all others.

        One whose tags are booleans has both of them.
        """
        return not any(v.tag is None or isinstance(v.tag, bool) for v in self.variants)

    @property
    def has_numbers(self) -> bool:
        """Whether its tags are integers."""
        return any(json_type(variant.tag) == "integer" for variant in self.variants)

    @property
    def is_open(self) -> bool:
        """Whether it keeps values of tags that it doesn't know."""
        return any(isinstance(variant.payload, Unknown) for variant in self.variants)

    @property
    def has_unknown(self) -> bool:
        """Whether there is a type for values of tags that it doesn't know."""
        return self.is_closed or self.is_open


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

    def made_of(self, place: Location) -> tuple[Location, ...]:
        """The schemas that a type is made of: one at its place, or those that stand together."""
        made = self.branches.get(place)
        return (place,) if made is None else (made.branch, *made.around)
