"""What is asked of a record, member by member, and what is left that no member tells.

Whichever of the schemas that it builds on asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from eventwright.casing import snake
from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.planning import plan
from eventwright.planning.narrowing import narrowed
from eventwright.planning.plan import Check, Entry, Program
from eventwright.targets.python.guards import NoStraightLineError
from eventwright.targets.python.scope import Scope


@frozen
class Asked:
    """A part of what an object or a member has to pass; where it stands makes no difference."""

    part: Check | Program
    entry: Entry = field(compare=False)
    """The definition in which it stands."""
    place: Location = field(compare=False)
    """The schema in which it stands."""

    def rule(self, scope: Scope) -> str:
        """The name of the rule of this part alone; no type's rule has two underscores in it."""
        inside = self.place.pointer.removeprefix(self.entry.location.pointer)
        last = "" if isinstance(self.part, Program) else f"/{type(self.part).__name__}"
        return f"{scope.rule(self.entry)}__{snake(inside + last)}".upper()


@frozen
class AskedMember:
    """A known member: whether it must be there, and what its value must pass."""

    required: bool
    checks: tuple[Check, ...]
    programs: tuple[Asked, ...] = field(default=(), compare=False)
    """What asks for it, schema by schema."""


@frozen
class AskedMembers:
    """All that is asked of an object."""

    known: Mapping[str, AskedMember]
    rest: Asked | None
    """The AdditionalMembers that is asked of the other members; None: nothing."""
    writable: bool
    """Whether every number inside of it has to be one that can be written again."""
    left: tuple[Asked, ...]
    """What is asked besides, of the object as a whole."""


def asked_members(entry: Entry, program: Program, scope: Scope) -> AskedMembers:
    """What the program of a definition asks of an object.

    Raises:
        NoStraightLineError: What it asks can't be taken apart.
    """
    known: dict[str, AskedMember] = {}
    of_others: Asked | None = None
    rest: list[Asked] = []
    left: list[Asked] = []
    is_object = writable = False
    for asked in _flat(program, scope, (entry,)):
        match asked.part:
            case plan.Type(types=("object",)):
                is_object = True
            case plan.AnyJson():
                writable = True
            case plan.Members(members=members):
                for member in members:
                    known[member.name] = _joined(known.get(member.name), member, asked.entry)
            case plan.AdditionalMembers(patterns=()):
                rest.append(asked)
            case plan.Call() | plan.UnevaluatedMembers() | plan.UnevaluatedItems():
                raise NoStraightLineError  # what is called changes on the way, or hangs on the rest
            case _:
                left.append(asked)
    match rest:
        case [Asked(part=plan.AdditionalMembers(known=names)) as first, *others] if set(
            names
        ) == known.keys() and all(asked == first for asked in others):
            of_others = first
        case _:
            left += rest
    if not is_object:
        raise NoStraightLineError
    return AskedMembers(known, of_others, writable, tuple(left))


def asks_alike(checks: tuple[Check, ...], entry: Entry, scope: Scope) -> bool:
    """Whether checks ask the same of an object as a definition, as far as they can be compared."""
    own = scope.plan.programs[entry]
    try:
        asked = asked_members(entry, Program(own.location, checks), scope)
        return asked == asked_members(entry, own, scope)
    except NoStraightLineError:
        return False


def _flat(program: Program, scope: Scope, way: tuple[Entry, ...]) -> Iterator[Asked]:
    """The checks, with those of the schemas that an object has to pass as well in their place."""
    for check in program.checks:
        match check:
            case plan.AllOf(programs=programs):
                for inner in programs:
                    yield from _flat(inner, scope, way)
            case plan.Call(entry=entry) if entry not in way and entry.location not in scope.dynamic:
                yield from _flat(scope.plan.programs[entry], scope, (*way, entry))
            case _:
                yield Asked(check, way[-1], program.location)


def _joined(asked: AskedMember | None, member: plan.Member, entry: Entry) -> AskedMember:
    """What is asked of a member that one more schema, which stands in a definition, describes."""
    program = member.program
    programs = (Asked(program, entry, program.location),) if program.checks else ()
    if asked is None:
        return AskedMember(member.required, program.checks, programs)
    more = [check for check in program.checks if check not in asked.checks]
    return AskedMember(
        asked.required or member.required,
        narrowed((*asked.checks, *more)),
        (*asked.programs, *programs) if more else asked.programs,
    )
