"""How the functions that every module offers are called: for type checkers and editors alone.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

from typing import Literal, Protocol, TypeVar, overload

from ._issues import Issue
from ._json import JsonValue
from ._values import Unknown

_T = TypeVar("_T", covariant=True)
_U = TypeVar("_U", bound=Unknown, covariant=True)
_A = TypeVar("_A", contravariant=True)


# What can be done with every type.


class Decode(Protocol[_T]):
    """Reads a value from JSON text."""

    def __call__(self, data: bytes | str) -> _T:
        """Read a value from JSON text; bytes are UTF-8.

        Raises:
            DecodeError: The text is not JSON, or not what the schema asks for.
        """
        ...


class Encode(Protocol[_A]):
    """Writes a value as JSON text."""

    def __call__(self, value: _A) -> bytes:
        """Write a value as JSON text, in UTF-8; it is taken for what its type says.

        Raises:
            EncodeError: It holds a number that is not finite, or a lone surrogate, or is too deep.
            TypeError: A part of it is of another type and can't be written; it is told which.
        """
        ...


class Parse(Protocol[_T]):
    """Reads a value from a JSON value."""

    def __call__(self, value: object) -> _T:
        """Read a value from a JSON value, as `json.loads` gives it.

        Raises:
            DecodeError: The value is not JSON, or not what the schema asks for.
        """
        ...


class Dump(Protocol[_A]):
    """Writes a value as a JSON value."""

    def __call__(self, value: _A) -> JsonValue:
        """Write a value as a JSON value, as `json.dumps` takes it.

        Raises:
            EncodeError: It holds a number that is not finite, or a lone surrogate, or is too deep.
            TypeError: A part of it is of another type and can't be written; it is told which.
        """
        ...


class Validate(Protocol):
    """Lists what is wrong with a JSON value."""

    def __call__(self, value: object) -> list[Issue]:
        """List all that is wrong with a JSON value; nothing where it is valid."""
        ...


# What can be done with a tagged union, which may keep a value whose tag it doesn't know.


class DecodeUnion(Protocol[_T, _U]):
    """Reads a value of a union from JSON text."""

    @overload
    def __call__(self, data: bytes | str, *, unknown: Literal["error"] = "error") -> _T: ...
    @overload
    def __call__(self, data: bytes | str, *, unknown: Literal["keep"]) -> _T | _U: ...
    def __call__(
        self, data: bytes | str, *, unknown: Literal["error", "keep"] = "error"
    ) -> _T | _U:
        """Read a value from JSON text.

        Args:
            data: The text; bytes are UTF-8.
            unknown: What to do with a tag that the schema doesn't know: it is an error, or the
                value is kept as it is.

        Raises:
            DecodeError: The text is not JSON, or not what the schema asks for.
        """
        ...


class ParseUnion(Protocol[_T, _U]):
    """Reads a value of a union from a JSON value."""

    @overload
    def __call__(self, value: object, *, unknown: Literal["error"] = "error") -> _T: ...
    @overload
    def __call__(self, value: object, *, unknown: Literal["keep"]) -> _T | _U: ...
    def __call__(self, value: object, *, unknown: Literal["error", "keep"] = "error") -> _T | _U:
        """Read a value from a JSON value, as `json.loads` gives it.

        Args:
            value: The JSON value.
            unknown: What to do with a tag that the schema doesn't know: it is an error, or the
                value is kept as it is.

        Raises:
            DecodeError: The value is not JSON, or not what the schema asks for.
        """
        ...
