"""The checks of a plan that look at a value alone, without programs for its parts."""

from __future__ import annotations

from eventwright.frozen import frozen
from eventwright.reading.jsontext import Json, JsonType


@frozen
class Never:
    """The schema `false`: no value passes."""


@frozen
class AnyJson:
    """A value that is kept whole: every number in it must be finite (and fit the language)."""


@frozen
class Type:
    """`type`: the value has one of these JSON types; an integer is a number without a fraction."""

    types: tuple[JsonType, ...]


@frozen
class Enum:
    """`enum`: the value equals one of these."""

    values: tuple[Json, ...]


@frozen
class Const:
    """`const`: the value equals this one."""

    value: Json


@frozen
class Minimum:
    """`minimum`: a number is at least this."""

    limit: int | float


@frozen
class Maximum:
    """`maximum`: a number is at most this."""

    limit: int | float


@frozen
class ExclusiveMinimum:
    """`exclusiveMinimum`: a number is greater than this."""

    limit: int | float


@frozen
class ExclusiveMaximum:
    """`exclusiveMaximum`: a number is less than this."""

    limit: int | float


@frozen
class MultipleOf:
    """`multipleOf`: a number is an exact multiple of this one.

    A double without a fraction is the integer that it stands for, as in whatever is compared or
    written; one with a fraction is what its shortest decimal text says.
    """

    divisor: int | float


@frozen
class Double:
    """`format: double` or `float` as an assertion: a double holds a number with all its digits."""


@frozen
class MinLength:
    """`minLength`: a string has at least this many code points."""

    limit: int


@frozen
class MaxLength:
    """`maxLength`: a string has at most this many code points."""

    limit: int


@frozen
class Pattern:
    """`pattern`: this ECMA-262 expression (with its `u` flag) matches somewhere in a string."""

    source: str
    longest: int | None = None
    """The `maxLength` beside it, where it may take long on longer strings: it is not tried there.
    """


@frozen
class Format:
    """`format` as an assertion: a string is a valid one of this kind."""

    name: str


@frozen
class MinItems:
    """`minItems`: an array has at least this many items."""

    limit: int


@frozen
class MaxItems:
    """`maxItems`: an array has at most this many items."""

    limit: int


@frozen
class UniqueItems:
    """`uniqueItems`: no two items of an array are equal as JSON values."""


@frozen
class MinProperties:
    """`minProperties`: an object has at least this many members."""

    limit: int


@frozen
class MaxProperties:
    """`maxProperties`: an object has at most this many members."""

    limit: int


@frozen
class DependentRequired:
    """`dependentRequired`: where a member is, others must be; each is missed at its own path."""

    dependencies: tuple[tuple[str, tuple[str, ...]], ...]
