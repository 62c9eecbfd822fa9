"""How a record is read: member by member, in straight lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from eventwright.frozen import frozen
from eventwright.modelling.model import AnyJson, Field, Literals, Record, Shape
from eventwright.planning import plan
from eventwright.planning.plan import Entry, Program
from eventwright.reading.jsonvalues import TagValue
from eventwright.rendering.code import python_literal
from eventwright.targets.python.choices import asks_for
from eventwright.targets.python.expected import expected
from eventwright.targets.python.fields import FILLED, FieldRead, read_field, statements
from eventwright.targets.python.guards import NoStraightLineError
from eventwright.targets.python.members import Asked, AskedMember, AskedMembers, asked_members
from eventwright.targets.python.reading import NOT_AN_OBJECT, Checks, expression
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import strings


@frozen
class RecordReader:
    """How a record is read."""

    body: list[str]
    left: tuple[Asked, ...]
    """What is left to rules."""


@frozen
class _Others:
    """How the members that have no names of their own are read."""

    tests: tuple[str, ...] = ()
    """The statements that refuse them."""
    statements: tuple[str, ...] = ()
    """The statement that reads them."""
    left: tuple[Asked, ...] = ()
    """What is asked of them and left to a rule."""


def read_record(record: Record, program: Program, scope: Scope) -> RecordReader:
    """The body of a record's reader.

    Raises:
        NoStraightLineError: More is asked of the value than its shape says.
    """
    asked = asked_members(Entry(record.location), program, scope)
    known = {**_only_kept(record), **asked.known}
    if {(f.wire, f.required) for f in record.fields} != {
        (name, member.required) for name, member in known.items()
    }:
        raise NoStraightLineError
    members = [_member(field, known[field.wire], record, scope) for field in record.fields]
    others = _others(record, asked, scope)
    of_all = (*asked.left, *others.left)
    left = (*of_all, *(part for member in members for part in member.left))
    if not _have_names(left, scope):
        raise NoStraightLineError
    type_ = scope.type(record.location)
    filling = [*statements(members), *others.statements]
    body = [
        *([] if asks_for_members(record) else NOT_AN_OBJECT),
        *(agreed(part.rule(scope) for part in of_all) if of_all else []),
        *(["any_json(value)"] if asked.writable else []),
        *(line for member in members for line in member.tests),
        *others.tests,
        *(_filled(type_, filling) or [f"return {type_}()"]),
    ]
    return RecordReader(body, left)


def _only_kept(record: Record) -> Mapping[str, AskedMember]:
    """The members that may be any JSON, or missing, of which no schema needs to ask anything."""
    kept = (f.wire for f in record.fields if f.shape == AnyJson() and not f.required)
    return {wire: AskedMember(False, ()) for wire in kept}


def _have_names(left: Iterable[Asked], scope: Scope) -> bool:
    """Whether each part that is left to a rule has a name for it that no other part has."""
    named: dict[str, Asked] = {}
    return all(named.setdefault(part.rule(scope), part) == part for part in left)


def agreed(rules: Iterable[str], value: str = "value", where: str = "") -> list[str]:
    """The statements that leave it to rules to judge a value, where it is there."""
    return [f"if {where}not agrees({value}, {', '.join(rules)}):", "    raise InvalidError"]


def asks_for_members(record: Record) -> bool:
    """Whether what is no object is told by the TypeError of a member that it hasn't."""
    return any(field.required for field in record.fields)


def _filled(type_: str, filling: list[str]) -> list[str]:
    """The statements that make a record of its members, if it has any."""
    if not filling:
        return []
    frozen = [f"{FILLED}.__class__ = {type_}", f"return {FILLED}"]
    return [f"{FILLED} = _blank.{type_}()", *filling, *frozen]


def _member(field: Field, asked: AskedMember, record: Record, scope: Scope) -> FieldRead:
    """How a member is read, which has to pass its own rules first where these ask for more.

    Raises:
        NoStraightLineError: More is asked of it than its shape says, and no rule for it alone.
    """
    try:
        return _straight(field, record, asked.checks, scope)
    except NoStraightLineError:
        _may_ask_of_parts(record, scope)
    key = python_literal(field.wire)
    where = "" if field.required else f"{key} in value and "
    tests = agreed((part.rule(scope) for part in asked.programs), f"value[{key}]", where)
    read = _straight(field, record, *_alone(field.shape, record, scope))
    return replace(read, tests=(*tests, *read.tests), left=asked.programs)


def _straight(field: Field, record: Record, checks: Checks, scope: Scope) -> FieldRead:
    """How a member is read in straight lines, or compared where it is a constant."""
    if not field.constant:
        return read_field(field, checks, scope)
    compared = _constant(field, checks)
    is_tag = field.wire == scope.dispatched.get(record.location)
    return FieldRead(tests=() if is_tag else tuple(compared))


def _constant(field: Field, checks: Checks) -> list[str]:
    match field.shape:
        case Literals(values=(str() | int() as only,)) if asks_for((only,), checks):
            key = python_literal(field.wire)
            found = f"value[{key}]"
            if not field.required:
                found = f"value.get({key}, {python_literal(only)})"
            return [f"if {_differs(found, only)}:", "    raise InvalidError"]
        case _:
            raise NoStraightLineError


def _differs(found: str, wanted: TagValue) -> str:
    """The condition that a value is not a constant; to Python, true is 1 and false is 0."""
    match wanted:
        case bool():
            return f"{found} is not {wanted}"
        case 0 | 1:
            return f"{found} is {bool(wanted)} or {found} != {wanted}"
        case _:
            return f"{found} != {python_literal(wanted)}"


def _others(record: Record, asked: AskedMembers, scope: Scope) -> _Others:
    """How the members that have no names of their own are read.

    Raises:
        NoStraightLineError: More is asked of them than their shape says, and no rule for it alone.
    """
    match asked.rest, record.extra:
        case None, None:
            return _Others()
        case Asked(part=plan.AdditionalMembers(program=None)), None:
            names = strings(field.wire for field in record.fields)
            refused = f"if not value.keys() <= {{{names}}}:" if names else "if value:"
            return _Others(tests=(refused, "    raise InvalidError"))
        case Asked(part=plan.AdditionalMembers(program=Program() as each)) as rest, extra if extra:
            try:
                return _Others(statements=(_extra(record, extra, each.checks, scope),))
            except NoStraightLineError:
                _may_ask_of_parts(record, scope)
            read = _extra(record, extra, *_alone(extra, record, scope))
            return _Others(statements=(read,), left=(rest,))
        case None, extra if extra and asked.left:
            checks = expected(extra, record.location, scope).checks
            return _Others(statements=(_extra(record, extra, checks, scope),))
        case _:
            raise NoStraightLineError


def _extra(record: Record, extra: Shape, checks: Checks, scope: Scope) -> str:
    """The statement that reads the members of a record that have no names of their own."""
    known = strings(field.wire for field in record.fields)
    others = f" if name not in {{{known}}}" if known else ""
    read = expression(extra, checks, "member", scope)
    made = f"{{name: {read} for name, member in value.items(){others}}}"
    return f"{FILLED}.{scope.extra_member(record)} = {made}"


def _may_ask_of_parts(record: Record, scope: Scope) -> None:
    """Make sure that rules may judge parts of a record.

    Raises:
        NoStraightLineError: They judge the whole of it.
    """
    if scope.agreed or record.location in scope.dynamic:
        raise NoStraightLineError


def _alone(shape: Shape, record: Record, scope: Scope) -> tuple[Checks, Scope]:
    """What a shape asks by itself of a value that has passed its rules."""
    return expected(shape, record.location, scope).checks, replace(scope, agreed=True)
