"""What has to be known about the programs of the plan."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from eventwright.planning import plan
from eventwright.planning.applying import looks_at_null
from eventwright.planning.plan import Check, Entry, Program
from eventwright.planning.walking import checks_of, in_place
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import json_type

MOST_COMPARED = 100
"""With how many values one expression compares another one: TypeScript's compiler goes as deep as
such a chain is long, and overflows its stack at 2,000."""


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


def constants(kinds: Collection[JsonType], checks: Sequence[plan.Check]) -> tuple[Json, ...]:
    """The few values of these types that checks ask for, where they ask for nothing else."""
    match checks:
        case [plan.Const(value=value)]:
            values: tuple[Json, ...] = (value,)
        case [plan.Enum(values=values)] if len(values) <= MOST_COMPARED:
            pass
        case _:
            return ()
    return values if {json_type(value) for value in values} <= set(kinds) else ()


def flattened(checks: Iterable[Check]) -> Iterator[Check]:
    """The checks, with those of an `allOf` among them, or of a lone branch, in its place."""
    for check in checks:
        match check:
            case plan.AllOf(programs=programs):
                yield from (part for program in programs for part in flattened(program.checks))
            case plan.AnyOf(programs=(program,)) | plan.OneOf(programs=(program,)):
                yield from flattened(program.checks)
            case _:
                yield check


def is_call(program: plan.Program) -> bool:
    """Whether a program calls the rule of a type."""
    return any(isinstance(check, plan.Call) for check in program.checks)


def late(check: plan.Check) -> int:
    """How late a check is asked: what may narrow a value to another type comes last."""
    if _calls(check):
        return 2
    # A rule that decides by all digits is asked of any JSON.
    ruled = isinstance(check, plan.PropertyNames) and not is_short(check.program)
    return int(looks_at_null(check) or ruled or isinstance(check, plan.DependentSchemas))


def is_short(program: Program) -> bool:
    """Whether a program of names is that of a type, or lists a few strings and asks no more."""
    match [check for check in program.checks if check != plan.Type(("string",))]:
        case [plan.Call()]:
            return True
        case asked:
            return bool(constants(["string"], asked))


def _calls(check: plan.Check) -> bool:
    """Whether a check calls another type's check for the value that it is given."""
    inside = (inner for part in in_place(check) if part is not None for inner in part.checks)
    return isinstance(check, plan.Call) or any(map(_calls, inside))


def is_plain(program: plan.Program) -> bool:
    """Whether a program's expression asks for the value once, so that nothing is narrowed."""
    match program.checks:
        case (plan.Type(types=("string" | "boolean" | "null" | "number" | "integer",)),):
            return True
        case (plan.AnyJson() | plan.Call(),):
            return True
        case _:
            return False
