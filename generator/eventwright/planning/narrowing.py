"""What several schemas ask of one value together, said once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import get_args

from eventwright.modelling.facts import common_types, json_type
from eventwright.planning import plan
from eventwright.planning.applying import looks_at_null
from eventwright.planning.plan import Check
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import same

_TYPES: tuple[JsonType, ...] = get_args(JsonType)


def narrowed(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Checks that the same values pass: of types and of single values no more than one is left.

    So a member that one schema calls a string or null, and another one null, is null.
    """
    found = _without_null(tuple(checks))
    types = [check.types for check in found if isinstance(check, plan.Type)]
    listed = [check for check in found if isinstance(check, plan.Const | plan.Enum)]
    kinds = reduce(_both, types) if types else None
    if len(types) < 2 and len(listed) < 2 and kinds != ("null",):
        return found
    left: list[Check] = []
    if kinds is not None:
        left.append(plan.Type(kinds))
    if listed:
        left.append(plan.Enum(_in_all(listed, kinds)))
    others = [check for check in found if not isinstance(check, plan.Type | plan.Const | plan.Enum)]
    return (*left, *(check for check in others if kinds != ("null",) or _may_refuse_null(check)))


def _may_refuse_null(check: Check) -> bool:
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


def _in_all(
    listed: list[plan.Const | plan.Enum], kinds: tuple[JsonType, ...] | None
) -> tuple[Json, ...]:
    """The values that all of the checks allow, in the order of the first one."""
    first, *others = [
        check.values if isinstance(check, plan.Enum) else (check.value,) for check in listed
    ]
    return tuple(
        value
        for value in first
        if all(any(same(value, each) for each in values) for values in others)
        and (kinds is None or common_types(frozenset({json_type(value)}), frozenset(kinds)))
    )
