"""Which definitions lead back to themselves, and which in more than one way for the same value.

Two branches of a union that both hold the union again ask twice about what stands inside a value,
each time twice about what stands inside of that: 2**n times at n levels. What circular definitions
have found of a value is to be remembered, so that none is judged by them more than once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eventwright.planning import plan
from eventwright.planning.plan import Check, Entry, Program
from eventwright.planning.walking import checks_of, in_place, parts

_EXCLUSIVE = plan.ByType | plan.Internal | plan.External
"""The checks that choose one of their programs."""
_APART = plan.Members | plan.AdditionalMembers | plan.PrefixItems | plan.Items
"""The checks of which no two are about the same part of a value."""


def circles(programs: Mapping[Entry, Program]) -> frozenset[Entry]:
    """The definitions that lead back to themselves, and those between two of them."""
    calls = {
        entry: frozenset(c.entry for c in checks_of(program) if isinstance(c, plan.Call))
        for entry, program in programs.items()
    }
    callers: dict[Entry, set[Entry]] = {entry: set() for entry in calls}
    for entry, called in calls.items():
        for one in called:
            callers[one].add(entry)
    return _endless(calls, callers) & _endless(callers, calls)


def repeating(programs: Mapping[Entry, Program], among: frozenset[Entry]) -> frozenset[Entry]:
    """Those among some definitions that may ask others of them twice about a part of a value."""
    return frozenset(entry for entry in among if _asks(programs[entry].checks, among) > 1)


def _endless(
    onward: Mapping[Entry, Iterable[Entry]], back: Mapping[Entry, Iterable[Entry]]
) -> frozenset[Entry]:
    """The definitions from which a way leads on without end."""
    left = {entry: len(frozenset(steps)) for entry, steps in onward.items()}
    ends = [entry for entry, steps in left.items() if steps == 0]
    while ends:
        end = ends.pop()
        del left[end]
        for entry in back[end]:
            left[entry] -= 1
            if left[entry] == 0:
                ends.append(entry)
    return frozenset(left)


def _asks(checks: Iterable[Check], circular: frozenset[Entry]) -> int:
    """How often checks may ask circular definitions about one part of a value, at most."""
    apart = 0
    others = 0
    for check in checks:
        count = _of_check(check, circular)
        if isinstance(check, _APART):
            apart = max(apart, count)
        else:
            others += count
    return apart + others


def _of_check(check: Check, circular: frozenset[Entry]) -> int:
    if isinstance(check, plan.Call):
        return int(check.entry in circular)
    if isinstance(check, plan.PropertyNames):
        return 0  # a name holds nothing
    counts = [_asks(program.checks, circular) for program in parts(check)]
    if isinstance(check, plan.PatternMembers) or (
        any(in_place(check)) and not isinstance(check, _EXCLUSIVE)
    ):
        return sum(counts)
    return max(counts, default=0)
