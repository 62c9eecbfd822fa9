"""How a member of a record is read: by a test in a straight line, or by an expression."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from eventwright.frozen import frozen
from eventwright.modelling.model import (
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
    Shape,
    Text,
)
from eventwright.planning import plan
from eventwright.reading.jsontext import Json
from eventwright.rendering.code import python_literal
from eventwright.targets.python.choices import without_null
from eventwright.targets.python.defaults import default
from eventwright.targets.python.guards import Instance, NoStraightLineError, guard
from eventwright.targets.python.language import local
from eventwright.targets.python.members import Asked
from eventwright.targets.python.reading import Checks, expression, function
from eventwright.targets.python.scope import Scope

FILLED = "made"
"""The variable of the record that a reader fills."""


@frozen
class FieldRead:
    """How a member is read into the record that is filled."""

    statements: tuple[str, ...] = ()
    instance: Instance | None = None
    """What its value has to be, where no more is asked of it."""
    fault: str | None = None
    """The condition under which what it has read is at fault, where more is asked."""
    repair: str | None = None
    """The statement that reads it then; None: it can't be read."""
    tests: tuple[str, ...] = ()
    """The statements that test it before a record is made."""
    left: tuple[Asked, ...] = ()
    """What is asked of it and left to rules."""


def statements(members: Iterable[FieldRead]) -> Iterator[str]:
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


def read_field(field: Field, checks: Checks, scope: Scope) -> FieldRead:
    """How a member is read.

    Raises:
        NoStraightLineError: More is asked of its value than its shape says.
    """
    member = f"{FILLED}.{scope.member(field)}"
    name = local(scope.member(field))
    inner = without_null(checks) if isinstance(field.shape, Nullable) else None
    shape = field.shape.inner if isinstance(field.shape, Nullable) and inner else field.shape
    test = guard(shape, inner or checks, name)
    if test is None:
        return FieldRead((f"{member} = {_by_expression(field, checks, scope)}",))
    default_fits = field.default is not None and (
        _admits(shape, inner or checks, field.default.value)
        or (inner is not None and field.default.value is None)
    )
    source, missing = _source(field, default_fits=default_fits)
    filler = default(field, scope) if missing else None
    if filler is not None:
        with suppress(NoStraightLineError):
            return FieldRead((f"{member} = {_by_expression(field, checks, scope)}",))
    if test.instance is not None and filler is None and inner is None:
        return FieldRead((f"{member} = {name} = {source}",), instance=test.instance)
    exempt = [*(["ABSENT"] if filler else []), *(["None"] if inner is not None else [])]
    faults = " or ".join(test.faults)
    if exempt and len(test.faults) > 1:
        faults = f"({faults})"
    fault = " and ".join([*(f"{name} is not {value}" for value in exempt), faults])
    statements = [f"{member} = {name} = {source}"]
    if filler is not None and filler.text != "ABSENT":
        statements += [f"if {name} is ABSENT:", f"    {member} = {filler.text}"]
    repair = f"{member} = {test.repair}" if test.repair else None
    return FieldRead(tuple(statements), None, fault, repair)


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
            if any(isinstance(check, plan.MultipleOf) for check in checks):
                return False
            return (lower is None or lower <= value) and (upper is None or value <= upper)
        case _:
            return False
