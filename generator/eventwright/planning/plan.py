"""The plan: an ordered, language-neutral program of checks. It alone decides the verdict.

Every language renders the same plan, so that all of them accept, reject and locate the same
things. A check looks only at values of the JSON type it is about and passes all others; `Type`
ends the program of its own subschema when it fails, so that one fault gives one issue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeAlias

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.planning.assertions import *
from eventwright.reading.jsontext import JsonType
from eventwright.reading.jsonvalues import AnyTag, TagValue


@frozen
class Program:
    """The checks of one subschema, in the order in which their issues are reported."""

    location: Location
    checks: tuple[Check, ...]


@frozen
class PrefixItems:
    """`prefixItems`: the first items of an array pass, each its own program."""

    programs: tuple[Program, ...]


@frozen
class Items:
    """`items`: every item of an array passes, from index `start` on."""

    program: Program
    start: int = 0


@frozen
class Contains:
    """`contains`: the number of items that pass is between two limits (None: no upper limit).

    Too few: `contains` at the array, or `minContains` where the schema sets it. Too many:
    `maxContains` at the array.
    """

    program: Program
    fewest: int
    most: int | None
    fewest_is_set: bool


@frozen
class Member:
    """A known member: what its value must pass, and whether it must be there."""

    name: str
    required: bool
    program: Program


@frozen
class Members:
    """`properties` and `required`, member by member; a missing one is reported at its own path."""

    members: tuple[Member, ...]


@frozen
class PropertyNames:
    """`propertyNames`: the name of every member passes; else one issue at that member.

    Members are visited in code-point order of their names.
    """

    program: Program


@frozen
class PatternMembers:
    """`patternProperties`: members whose names match an expression pass its program.

    Pattern by pattern; the members of each in code-point order of their names.
    """

    patterns: tuple[tuple[str, Program], ...]


@frozen
class AdditionalMembers:
    """`additionalProperties`: members that are neither `known` nor match a pattern pass.

    None forbids them. They are visited in code-point order of their names.
    """

    known: tuple[str, ...]
    program: Program | None
    patterns: tuple[str, ...] = ()


@frozen
class DependentSchemas:
    """`dependentSchemas`: where a member is, the whole object passes a program."""

    dependencies: tuple[tuple[str, Program], ...]


@frozen
class UnevaluatedMembers:
    """`unevaluatedProperties`: members that no other check of the subschema looked at pass.

    None forbids them, in code-point order. A union has looked at all of what no branch takes.
    """

    program: Program | None


@frozen
class UnevaluatedItems:
    """`unevaluatedItems`: the same for items."""

    program: Program | None


@frozen
class AllOf:
    """`allOf`: the value passes every program."""

    programs: tuple[Program, ...]


@frozen
class AnyOf:
    """`anyOf`: the value passes at least one program."""

    programs: tuple[Program, ...]


@frozen
class OneOf:
    """`oneOf`: the value passes exactly one program."""

    programs: tuple[Program, ...]
    exclusive: bool
    """Whether no value can pass two of them, so that the first which it passes is the one."""


@frozen
class Not:
    """`not`: the value does not pass."""

    program: Program


@frozen
class Conditional:
    """`if`, `then` and `else`: what passes `condition` passes `then`, all else `otherwise`."""

    condition: Program
    then: Program | None
    otherwise: Program | None


@frozen
class Nullable:
    """The value is null or passes."""

    program: Program


# A tuple for the same reason as a Location is one.
class Entry(NamedTuple):
    """A definition as it is reached: dynamic anchors bound further out change what it means.

    `scope` holds only the bindings that differ from what the anchors would mean without them, so
    that it is empty wherever a schema set does not extend a recursive schema dynamically.
    """

    location: Location
    scope: tuple[tuple[str, Location], ...] = ()


@frozen
class Call:
    """The value passes the program of a shared definition."""

    entry: Entry


@frozen
class Branch(Generic[AnyTag]):
    """What a value of a tagged union must pass once its tag is known; None: a bare string."""

    tag: AnyTag
    program: Program | None


@frozen
class Internal:
    """Dispatch on a member of an object, reached by the names in `tag`.

    The tags have one JSON type. They are equal as JSON values are: 1.0 is 1, and true is not.
    Not an object: `type` at the value, or at the member on the way. Missing: the program `missing`
    decides, else `required` at the tag. Unknown: `unknown` decides, else `tag` at the tag.
    """

    tag: tuple[str, ...]
    branches: tuple[Branch[TagValue], ...]
    missing: Program | None = None
    unknown: Program | None = None


@frozen
class ByType:
    """Dispatch on the JSON type of the value; each type selects one program at most.

    No program for the type: `type` at the value.
    """

    branches: tuple[tuple[tuple[JsonType, ...], Program], ...]


@frozen
class External:
    """Dispatch on the only key of an object, or on a bare string.

    Wrong JSON type: `type` at the value. No key, several keys, an unknown string: `tag` at the
    value. An unknown key: `tag` at that key. With `unknown`, what is no tag passes where a tag may
    stand, and the program decides about what stands under such a key.
    """

    branches: tuple[Branch[str], ...]
    unknown: Program | None = None


Check: TypeAlias = (
    Never
    | AnyJson
    | Type
    | Enum
    | Const
    | MultipleOf
    | Minimum
    | Maximum
    | ExclusiveMinimum
    | ExclusiveMaximum
    | Double
    | MinLength
    | MaxLength
    | Pattern
    | Format
    | MinItems
    | MaxItems
    | UniqueItems
    | PrefixItems
    | Items
    | Contains
    | MinProperties
    | MaxProperties
    | PropertyNames
    | Members
    | PatternMembers
    | AdditionalMembers
    | DependentRequired
    | DependentSchemas
    | AllOf
    | AnyOf
    | OneOf
    | Not
    | Conditional
    | Nullable
    | Call
    | Internal
    | ByType
    | External
    | UnevaluatedItems
    | UnevaluatedMembers
)


@frozen
class Plan:
    """The program of every definition of a module; a `Call` names one of them."""

    programs: Mapping[Entry, Program]
    circular: frozenset[Entry] = frozenset()
    """The definitions that lead back to themselves, for parts of the value."""
    repeating: frozenset[Entry] = frozenset()
    """Those of them that may ask more than once about one part of a value."""

    def of(self, location: Location) -> Program:
        """The program of the definition at a place, as it is reached from outside."""
        return self.programs[Entry(location)]
