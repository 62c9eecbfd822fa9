"""The payloads with a known verdict that every contender is asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from support.fixtures import Protocol, invalid, valid
from support.vectors import vectors

ROOT_TYPES: dict[Protocol, str] = {"chat_event": "ChatEvent", "event_frame": "EventFrame"}
MAX_SAFE = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Case:
    """A payload, the named type that it is read as, and whether it is valid."""

    type: str
    text: str
    valid: bool
    number: bool | None
    """The verdict of a reader whose integers are doubles; None where nobody says what it owes."""


def cases(protocol: Protocol) -> list[Case]:
    """All fixtures and all vectors of a protocol."""
    root = ROOT_TYPES[protocol]
    return [
        *(_fixture(root, case.text, valid=True) for case in valid(protocol)),
        *(_fixture(root, case.text, valid=False) for case in invalid(protocol)),
        *(
            Case(
                vector.payload.type or root,
                vector.payload.text,
                valid=not vector.issues,
                number=not vector.in_number_mode().issues,
            )
            for vector in vectors(protocol)
        ),
    ]


def _fixture(root: str, text: str, *, valid: bool) -> Case:
    return Case(root, text, valid, number=valid if fits_doubles(text) else None)


def fits_doubles(text: str) -> bool:
    """Whether a reader whose numbers are doubles can tell all integers of a payload apart."""
    numbers = re.findall(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", text)
    return all(abs(float(number)) <= MAX_SAFE for number in numbers)


def root_cases(protocol: Protocol) -> list[Case]:
    """Those that are read as the protocol's root type, which every contender has."""
    return [case for case in cases(protocol) if case.type == ROOT_TYPES[protocol]]


def count_wrong(decode: Callable[[bytes], object], asked: Iterable[Case]) -> int:
    """How often a function that raises on invalid payloads gives the wrong verdict."""
    return sum(_takes(decode, case.text) is not case.valid for case in asked)


def _takes(decode: Callable[[bytes], object], text: str) -> bool:
    try:
        decode(text.encode("utf-8"))
    except Exception:  # noqa: BLE001 - each contender raises what it likes
        return False
    return True
