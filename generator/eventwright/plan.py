"""The plan: an ordered, language-neutral program of checks. It alone decides the verdict.

Every language renders the same plan, so that all of them accept, reject and locate the same
things. A check looks only at values of the JSON type it is about and passes all others; `Type`
ends the program of its own subschema when it fails, so that one fault gives one issue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from eventwright.errors import Location
from eventwright.jsontext import Json

JsonType: TypeAlias = Literal["null", "boolean", "integer", "number", "string", "array", "object"]


@dataclass(frozen=True, slots=True)
class Program:
    """The checks of one subschema, in the order in which their issues are reported."""

    location: Location
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class AnyJson:
    """A value that is kept whole: every number in it must be finite (and fit the language)."""


@dataclass(frozen=True, slots=True)
class Type:
    """`type`: the value has one of these JSON types; an integer is a number without a fraction."""

    types: tuple[JsonType, ...]


@dataclass(frozen=True, slots=True)
class Enum:
    """`enum`: the value equals one of these."""

    values: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Const:
    """`const`: the value equals this one."""

    value: Json


@dataclass(frozen=True, slots=True)
class Minimum:
    """`minimum`: a number is at least this."""

    limit: int | float


@dataclass(frozen=True, slots=True)
class Maximum:
    """`maximum`: a number is at most this."""

    limit: int | float


@dataclass(frozen=True, slots=True)
class ExclusiveMinimum:
    """`exclusiveMinimum`: a number is greater than this."""

    limit: int | float


@dataclass(frozen=True, slots=True)
class ExclusiveMaximum:
    """`exclusiveMaximum`: a number is less than this."""

    limit: int | float


@dataclass(frozen=True, slots=True)
class MinLength:
    """`minLength`: a string has at least this many code points."""

    limit: int


@dataclass(frozen=True, slots=True)
class MaxLength:
    """`maxLength`: a string has at most this many code points."""

    limit: int


@dataclass(frozen=True, slots=True)
class Format:
    """`format` as an assertion: a string is a valid one of this kind."""

    name: str


@dataclass(frozen=True, slots=True)
class MinItems:
    """`minItems`: an array has at least this many items."""

    limit: int


@dataclass(frozen=True, slots=True)
class MaxItems:
    """`maxItems`: an array has at most this many items."""

    limit: int


@dataclass(frozen=True, slots=True)
class Items:
    """`items`: every item of an array passes."""

    program: Program


@dataclass(frozen=True, slots=True)
class Member:
    """A known member: what its value must pass, and whether it must be there."""

    name: str
    required: bool
    program: Program


@dataclass(frozen=True, slots=True)
class Members:
    """`properties` and `required`, member by member; a missing one is reported at its own path."""

    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class AdditionalMembers:
    """`additionalProperties`: members not among `known` pass; None forbids them.

    They are visited in code-point order of their names.
    """

    known: tuple[str, ...]
    program: Program | None


@dataclass(frozen=True, slots=True)
class Nullable:
    """The value is null or passes."""

    program: Program


@dataclass(frozen=True, slots=True)
class Call:
    """The value passes the program of a shared definition."""

    target: Location


@dataclass(frozen=True, slots=True)
class Branch:
    """What a value of a tagged union must pass once its tag is known; None: a bare string."""

    tag: str
    program: Program | None


@dataclass(frozen=True, slots=True)
class Internal:
    """Dispatch on the string member `tag` of an object.

    Not an object: `type` at the value. Missing: `required` at the tag. Unknown: `tag` at the tag.
    """

    tag: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class External:
    """Dispatch on the only key of an object, or on a bare string.

    Wrong JSON type: `type` at the value. No key, several keys, an unknown string: `tag` at the
    value. An unknown key: `tag` at that key.
    """

    branches: tuple[Branch, ...]


Check: TypeAlias = (
    AnyJson
    | Type
    | Enum
    | Const
    | Minimum
    | Maximum
    | ExclusiveMinimum
    | ExclusiveMaximum
    | MinLength
    | MaxLength
    | Format
    | MinItems
    | MaxItems
    | Items
    | Members
    | AdditionalMembers
    | Nullable
    | Call
    | Internal
    | External
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The program of every definition of a module; a `Call` names one of them."""

    programs: Mapping[Location, Program]
