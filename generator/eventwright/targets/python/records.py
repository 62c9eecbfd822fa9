"""How a record is read: member by member, in straight lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from eventwright.frozen import frozen
from eventwright.modelling.model import (
    AnyJson,
    Array,
    Boolean,
    Default,
    Enum,
    Field,
    Integer,
    Literals,
    Named,
    Nullable,
    Open,
    Record,
    Shape,
    Text,
)
from eventwright.planning import plan
from eventwright.planning.plan import Entry, Program
from eventwright.reading.jsontext import Json
from eventwright.rendering.code import python_literal
from eventwright.targets.python.choices import asks_for, without_null
from eventwright.targets.python.defaults import default
from eventwright.targets.python.expected import expected
from eventwright.targets.python.guards import Instance, NoStraightLineError, guard
from eventwright.targets.python.language import local
from eventwright.targets.python.members import Asked, AskedMember, asked_members
from eventwright.targets.python.reading import (
    NOT_AN_OBJECT,
    Checks,
    expression,
    function,
)
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import strings

FILLED = "made"
"""The variable of the record that a reader fills."""


@frozen
class RecordReader:
    """How a record is read."""

    body: list[str]
    left: tuple[Asked, ...]
    """The checks that are left to rules."""


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
    tag = scope.dispatched.get(record.location)
    lines = agreed(*(left.rule(scope) for left in asked.left)) if asked.left else []
    lines += ["any_json(value)"] if asked.writable else []
    reading: list[_Read] = []
    for field in record.fields:
        checks = known[field.wire].checks
        if not field.constant:
            reading.append(_field(field, checks, scope))
            continue
        compared = _constant(field, checks)
        if field.wire != tag:
            lines += compared
    filling = [*_statements(reading)]
    names = strings(field.wire for field in record.fields)
    match asked.rest, record.extra:
        case None, None:
            pass
        case plan.AdditionalMembers(program=None), None:
            lines += [f"if not value.keys() <= {{{names}}}:" if names else "if value:"]
            lines += ["    raise InvalidError"]
        case plan.AdditionalMembers(program=Program() as each), extra if extra is not None:
            filling.append(_others(record, expression(extra, each.checks, "member", scope), scope))
        case None, extra if extra is not None and asked.left:
            each = expected(extra, record.location, scope)
            filling.append(_others(record, expression(extra, each.checks, "member", scope), scope))
        case _:
            raise NoStraightLineError
    type_ = scope.type(record.location)
    body = [
        *([] if asks_for_members(record) else NOT_AN_OBJECT),
        *lines,
        *(_filled(type_, filling) or [f"return {type_}()"]),
    ]
    return RecordReader(body, asked.left)


def _only_kept(record: Record) -> Mapping[str, AskedMember]:
    """The members that may be any JSON, or missing, of which no schema needs to ask anything."""
    kept = (f.wire for f in record.fields if f.shape == AnyJson() and not f.required)
    return {wire: AskedMember(False, ()) for wire in kept}


def agreed(*rules: str) -> list[str]:
    """The statements that leave it to rules to judge."""
    return [f"if not agrees(value, {', '.join(rules)}):", "    raise InvalidError"]


def _others(record: Record, read: str, scope: Scope) -> str:
    """The statement that reads the members of a record that have no names of their own."""
    known = strings(field.wire for field in record.fields)
    others = f" if name not in {{{known}}}" if known else ""
    made = f"{{name: {read} for name, member in value.items(){others}}}"
    return f"{FILLED}.{scope.extra_member(record)} = {made}"


def asks_for_members(record: Record) -> bool:
    """Whether what is no object is told by the TypeError of a member that it hasn't."""
    return any(field.required for field in record.fields)


def _filled(type_: str, filling: list[str]) -> list[str]:
    """The statements that make a record of its members, if it has any."""
    if not filling:
        return []
    frozen = [f"{FILLED}.__class__ = {type_}", f"return {FILLED}"]
    return [f"{FILLED} = _blank.{type_}()", *filling, *frozen]


def _constant(field: Field, checks: Checks) -> list[str]:
    match field.shape:
        case Literals(values=(str() as text,)) if asks_for((text,), checks):
            key, wanted = python_literal(field.wire), python_literal(text)
            found = f"value[{key}]" if field.required else f"value.get({key}, {wanted})"
            return [f"if {found} != {wanted}:", "    raise InvalidError"]
        case _:
            raise NoStraightLineError


@frozen
class _Read:
    """How a member is read into the record that is filled."""

    statements: tuple[str, ...]
    instance: Instance | None = None
    """What its value has to be, where no more is asked of it."""
    fault: str | None = None
    """The condition under which what it has read is at fault, where more is asked."""
    repair: str | None = None
    """The statement that reads it then; None: it can't be read."""


def _statements(members: Iterable[_Read]) -> Iterator[str]:
    """The statements that read members; what can't be repaired is tested once, at the end."""
    instances: dict[str, list[str]] = {}
    faults: list[str] = []
    for member in members:
        yield from member.statements
        if member.instance is not None:
            instances.setdefault(member.instance.class_, []).append(member.instance.variable)
        elif member.fault is not None and member.repair is not None:
            yield f"if {member.fault}:"
            yield f"    {member.repair}"
        elif member.fault is not None:
            faults.append(f"({member.fault})" if " and " in member.fault else member.fault)
    tests = [*(_no_instances(names, class_) for class_, names in instances.items()), *faults]
    if tests:
        yield f"if {' or '.join(tests)}:"
        yield "    raise InvalidError"


def _no_instances(variables: list[str], class_: str) -> str:
    """The condition that not all of some variables are of a class."""
    if len(variables) == 1:
        return f"type({variables[0]}) is not {class_}"
    return f"not ({' is '.join(f'type({name})' for name in variables)} is {class_})"


def _field(field: Field, checks: Checks, scope: Scope) -> _Read:
    """How a member is read."""
    member = f"{FILLED}.{scope.member(field)}"
    name = local(scope.member(field))
    inner = without_null(checks) if isinstance(field.shape, Nullable) else None
    shape = field.shape.inner if isinstance(field.shape, Nullable) and inner else field.shape
    test = guard(shape, inner or checks, name)
    if test is None:
        return _Read((f"{member} = {_by_expression(field, checks, scope)}",))
    default_fits = field.default is not None and (
        _admits(shape, inner or checks, field.default.value)
        or (inner is not None and field.default.value is None)
    )
    source, missing = _source(field, default_fits=default_fits)
    filler = default(field, scope) if missing else None
    if filler is not None:
        with suppress(NoStraightLineError):
            return _Read((f"{member} = {_by_expression(field, checks, scope)}",))
    if test.instance is not None and filler is None and inner is None:
        return _Read((f"{member} = {name} = {source}",), instance=test.instance)
    exempt = [*(["ABSENT"] if filler else []), *(["None"] if inner is not None else [])]
    faults = " or ".join(test.faults)
    if exempt and len(test.faults) > 1:
        faults = f"({faults})"
    fault = " and ".join([*(f"{name} is not {value}" for value in exempt), faults])
    statements = [f"{member} = {name} = {source}"]
    if filler is not None and filler.text != "ABSENT":
        statements += [f"if {name} is ABSENT:", f"    {member} = {filler.text}"]
    repair = f"{member} = {test.repair}" if test.repair else None
    return _Read(tuple(statements), None, fault, repair)


def _by_expression(field: Field, checks: Checks, scope: Scope) -> str:
    """The expression for a member that no test in a straight line can read."""
    source, missing = _source(field, default_fits=_reads_default(field, scope))
    filler = default(field, scope)
    if not missing or filler is None:
        return expression(field.shape, checks, source, scope)
    key = python_literal(field.wire)
    if not filler.constant:
        made = expression(field.shape, checks, f"value[{key}]", scope)
        return f"{made} if {key} in value else {filler.text}"
    if isinstance(field.shape, Nullable) and filler.text == "ABSENT":
        inner = without_null(checks)
        if inner is not None:
            read = function(field.shape.inner, inner, scope)
            return f"given_or_null(value, {key}, {read})"
    if expression(field.shape, checks, "item", scope) == "item":
        return f"value.get({key}, {filler.text})"
    read = function(field.shape, checks, scope)
    otherwise = [] if filler.text == "None" else [filler.text]
    return f"given({', '.join(['value', key, read, *otherwise])})"


def _reads_default(field: Field, scope: Scope) -> bool:
    """Whether a member's default is read as any other value would be, at little cost."""
    match field.shape, field.default:
        case Array(), Default(value=[]):
            return True
        case Nullable(), Default(value=None):
            return True
        case Open(known=Named()), Default(value=str()):
            return True
        case Named() as named, Default(value=str()):
            return isinstance(scope.definition(named), Enum)
        case _:
            return False


def _source(field: Field, *, default_fits: bool) -> tuple[str, bool]:
    """Where a member's value comes from, and whether ABSENT may come of it."""
    key = python_literal(field.wire)
    if field.required:
        return f"value[{key}]", False
    if field.default is None or not default_fits:
        return f"value.get({key}, ABSENT)", True
    if field.default.value is None:
        return f"value.get({key})", False
    return f"value.get({key}, {python_literal(field.default.value)})", False


def _admits(shape: Shape, checks: Checks, value: Json) -> bool:
    """Whether a default passes the straight-line test, so that it needs no case of its own."""
    match shape, value:
        case ((Text() | Open(known=Literals())), str()):
            return len(checks) == 1
        case Boolean(), bool():
            return True
        case Integer(minimum=lower, maximum=upper), int() if not isinstance(value, bool):
            return (lower is None or lower <= value) and (upper is None or value <= upper)
        case _:
            return False
