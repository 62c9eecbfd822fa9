"""The check that tells the variants of a tagged union apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import overload

from eventwright.planning.plan import AllOf, Call, Check, External, Internal, Plan, Program
from eventwright.reading.jsontext import JsonType
from eventwright.reading.jsonvalues import json_type


def tag_types(checks: Iterable[Check]) -> frozenset[JsonType]:
    """The JSON types of all tags that stand in members, as some checks know them."""
    return frozenset(tag_type(check) for check in checks if isinstance(check, Internal))


def tag_type(check: Internal) -> JsonType:
    """The JSON type of the tags that a check knows."""
    return json_type(check.branches[0].tag)


@overload
def dispatch(
    checks: tuple[Check, ...], tag: tuple[str, ...], called: Plan | None = None
) -> Internal | None: ...


@overload
def dispatch(
    checks: tuple[Check, ...], tag: tuple[str, ...] | None, called: Plan | None = None
) -> Internal | External | None: ...


def dispatch(
    checks: tuple[Check, ...], tag: tuple[str, ...] | None, called: Plan | None = None
) -> Internal | External | None:
    """The check that dispatches a value on its tag, if there is one.

    Args:
        checks: What is asked of the value.
        tag: The names of the members on the way to the tag; None: it is the only key.
        called: Where the definitions are found that are called for the value; None: they are not
            looked at.
    """
    for check in checks:
        inside: tuple[Program, ...] = ()
        match check:
            case Internal(tag=path) if path == tag:
                return check
            case External() if tag is None:
                return check
            case AllOf(programs=programs):
                inside = programs
            case Call(entry=entry) if called is not None:
                inside = (called.programs[entry],)
            case _:
                pass
        for program in inside:
            found = dispatch(program.checks, tag, called)
            if found is not None:
                return found
    return None
