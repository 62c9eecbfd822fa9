"""Which formats can be asserted; any other is an annotation, as the specification has it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ASSERTED = frozenset(
    "date-time date time duration email idn-email hostname ipv4 ipv6 uri uri-reference iri"
    " iri-reference uri-template uuid json-pointer relative-json-pointer regex".split()
)
"""The formats of strings that the generated code can check without a dependency."""

DOUBLES = frozenset({"float", "double"})
"""The formats of numbers that a double holds; JSON spells a float so that it does."""

INTEGER_FORMATS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64, 128)}
    | {f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64, 128)}
    # Rust's isize and usize: as wide as a pointer, which is 64 bits where these events go.
    | {"int": (-(2**63), 2**63 - 1), "uint": (0, 2**64 - 1)}
)
"""The formats of integers (as OpenAPI and Rust's schemars write them), with their bounds."""
