"""What has to be known about the programs of the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eventwright.planning import plan
from eventwright.planning.plan import Check, Entry, Program
from eventwright.planning.walking import checks_of


def closure(programs: Mapping[Entry, Program], trait: Callable[[Check], bool]) -> frozenset[Entry]:
    """The entries whose programs have a check of some trait, or call one that has."""
    callers: dict[Entry, set[Entry]] = {}
    found: set[Entry] = set()
    for entry, program in programs.items():
        for check in checks_of(program):
            if isinstance(check, plan.Call):
                callers.setdefault(check.entry, set()).add(entry)
            elif trait(check):
                found.add(entry)
    pending = list(found)
    while pending:
        more = callers.get(pending.pop(), set()) - found
        found |= more
        pending += more
    return frozenset(found)


def dispatch(program: Program, tag: tuple[str, ...] | None) -> plan.Internal | plan.External | None:
    """The check that tells the variants of a union apart: by the tag at a path, or by a key."""
    for check in program.checks:
        match check:
            case plan.Internal(tag=path) if path == tag:
                return check
            case plan.External() if tag is None:
                return check
            case plan.AllOf(programs=programs):
                for inner in programs:
                    found = dispatch(inner, tag)
                    if found is not None:
                        return found
            case _:
                pass
    return None
