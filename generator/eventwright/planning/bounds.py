"""The bounds that checks set to an integer."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor

from eventwright.planning import plan
from eventwright.planning.plan import Check


def integer_bounds(checks: Iterable[Check]) -> tuple[int | None, int | None] | None:
    """The least and the greatest integer that pass; None where anything else is asked of it."""
    lower: list[int] = []
    upper: list[int] = []
    for check in checks:
        match check:
            case plan.Minimum(limit=limit):
                lower.append(ceil(limit))
            case plan.ExclusiveMinimum(limit=limit):
                lower.append(floor(limit) + 1)
            case plan.Maximum(limit=limit):
                upper.append(floor(limit))
            case plan.ExclusiveMaximum(limit=limit):
                upper.append(ceil(limit) - 1)
            case _:
                return None
    return max(lower, default=None), min(upper, default=None)
