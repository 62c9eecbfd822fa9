"""Recognise the checks of an array that has just so many items, each its own program."""

from __future__ import annotations

from collections.abc import Sequence

from eventwright.planning import plan
from eventwright.planning.plan import Check, Program


def exact_items(checks: Sequence[Check]) -> tuple[Program, ...] | None:
    """What is asked of each item; None where more is asked, or another number is allowed."""
    prefixes = [check.programs for check in checks if isinstance(check, plan.PrefixItems)]
    if len(prefixes) != 1:
        return None
    count = len(prefixes[0])
    at_least = at_most = False
    for check in checks:
        match check:
            case plan.MinItems(limit=limit) if limit == count:
                at_least = True
            case plan.MaxItems(limit=limit) if limit == count:
                at_most = True
            case plan.Items(start=start, program=Program(checks=(plan.Never(),))) if start == count:
                at_most = True
            case plan.PrefixItems():
                pass
            case _:
                return None
    return prefixes[0] if at_least and at_most else None
