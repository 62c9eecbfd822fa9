"""What several schemas ask of one value together, said once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import get_args

from eventwright.modelling.facts import common_types
from eventwright.planning import plan
from eventwright.planning.applying import looks_at_null
from eventwright.planning.domains import domain
from eventwright.planning.plan import Check
from eventwright.reading.jsontext import JsonType

_TYPES: tuple[JsonType, ...] = get_args(JsonType)


def narrowed(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Checks that the same values pass: of types and of single values no more than one is left.

    So a member that one schema calls a string or null, and another one null, is null.
    """
    found = _without_null(tuple(checks))
    types = [check.types for check in found if isinstance(check, plan.Type)]
    listed = [check for check in found if isinstance(check, plan.Const | plan.Enum)]
    said = [check for check in found if isinstance(check, plan.Type | plan.Const | plan.Enum)]
    kinds = reduce(_both, types) if types else None
    if len(types) < 2 and len(listed) < 2 and kinds != ("null",):
        return found
    left: list[Check] = []
    if kinds is not None:
        left.append(plan.Type(kinds))
    if listed:
        left.append(plan.Enum(domain(said).values or ()))
    others = [check for check in found if check not in said]
    return (*left, *(check for check in others if kinds != ("null",) or may_refuse_null(check)))


def may_refuse_null(check: Check) -> bool:
    """Whether null may be refused by a check that is no type."""
    return looks_at_null(check) and not isinstance(check, plan.AnyJson | plan.Nullable)


def _without_null(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """The checks, without one that lets null pass besides what another one asks for."""
    return tuple(
        check
        for check in checks
        if not isinstance(check, plan.Nullable)
        or any(inside not in checks for inside in check.program.checks)
    )


def _both(one: tuple[JsonType, ...], other: tuple[JsonType, ...]) -> tuple[JsonType, ...]:
    kinds = common_types(frozenset(one), frozenset(other))
    return tuple(kind for kind in _TYPES if kind in kinds)
