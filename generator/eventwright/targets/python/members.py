"""What is asked of a record's members, whichever of the schemas that it builds on asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from eventwright.planning import plan
from eventwright.planning.narrowing import narrowed
from eventwright.planning.plan import Check, Entry
from eventwright.targets.python.guards import NoStraightLineError
from eventwright.targets.python.scope import Scope


@dataclass(frozen=True, slots=True)
class AskedMember:
    """A known member: whether it must be there, and what its value must pass."""

    required: bool
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class AskedMembers:
    """All that is asked of an object, member by member."""

    known: Mapping[str, AskedMember]
    rest: plan.AdditionalMembers | None
    """What is asked of the other members; None: nothing."""
    writable: bool
    """Whether every number inside of it has to be one that can be written again."""


def asked_members(checks: Iterable[Check], scope: Scope) -> AskedMembers:
    """What checks ask of an object.

    Raises:
        NoStraightLineError: They ask for more than can be said member by member.
    """
    known: dict[str, AskedMember] = {}
    rest: plan.AdditionalMembers | None = None
    is_object = writable = False
    for check in _flat(checks, scope, ()):
        match check:
            case plan.Type(types=("object",)):
                is_object = True
            case plan.AnyJson():
                writable = True
            case plan.Members(members=members):
                for member in members:
                    known[member.name] = _joined(known.get(member.name), member)
            case plan.AdditionalMembers() if rest in (None, check):
                rest = check
            case _:
                raise NoStraightLineError
    if not is_object or (rest is not None and set(rest.known) != known.keys()):
        raise NoStraightLineError
    return AskedMembers(known, rest, writable)


def ask_alike(one: Iterable[Check], other: Iterable[Check], scope: Scope) -> bool:
    """Whether checks ask the same of an object, as far as that can be said member by member."""
    try:
        return asked_members(one, scope) == asked_members(other, scope)
    except NoStraightLineError:
        return False


def _flat(checks: Iterable[Check], scope: Scope, way: tuple[Entry, ...]) -> Iterator[Check]:
    """The checks, with those of the schemas that an object has to pass as well in their place."""
    for check in checks:
        match check:
            case plan.AllOf(programs=programs):
                for program in programs:
                    yield from _flat(program.checks, scope, way)
            case plan.Call(entry=entry) if entry not in way and entry.location not in scope.dynamic:
                yield from _flat(scope.plan.programs[entry].checks, scope, (*way, entry))
            case _:
                yield check


def _joined(asked: AskedMember | None, member: plan.Member) -> AskedMember:
    """What is asked of a member that one more schema asks something of."""
    if asked is None:
        return AskedMember(member.required, member.program.checks)
    more = [check for check in member.program.checks if check not in asked.checks]
    return AskedMember(asked.required or member.required, narrowed((*asked.checks, *more)))
