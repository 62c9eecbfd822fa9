"""What the programs of the plan hold, at any depth."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping

from eventwright.planning import plan
from eventwright.planning.plan import Check, Entry, Program


def checks_of(program: Program) -> Iterator[Check]:
    """Every check of a program and of the programs inside it, those of calls left out."""
    for check in program.checks:
        yield check
        for inner in parts(check):
            yield from checks_of(inner)


def parts(check: Check) -> Iterator[Program]:
    """The programs that stand right inside a check."""
    # Checks differ only in the fields that hold programs, so that one walk does for all of them.
    if not isinstance(check, plan.Call):
        yield from _programs(tuple(getattr(check, f.name) for f in dataclasses.fields(check)))


def _programs(value: object) -> Iterator[Program]:
    match value:
        case Program():
            yield value
        case plan.Member(program=program):
            yield program
        case plan.Branch(program=Program() as program):
            yield program
        case tuple():
            for part in value:
                yield from _programs(part)


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
