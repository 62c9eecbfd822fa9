"""How a record is read: member by member, in straight lines."""

from __future__ import annotations

from eventwright.modelling.model import (
    Alternatives,
    Array,
    Boolean,
    Field,
    Integer,
    Literals,
    Nullable,
    Record,
    Shape,
    Text,
)
from eventwright.planning import plan
from eventwright.planning.plan import Program
from eventwright.reading.jsontext import Json
from eventwright.rendering.code import python_literal
from eventwright.targets.python.annotations import member_annotation
from eventwright.targets.python.defaults import default
from eventwright.targets.python.language import local
from eventwright.targets.python.reading import (
    NOT_AN_OBJECT,
    Checks,
    NoStraightLineError,
    asks_for,
    expression,
    guard,
    without_null,
)
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import strings


def read_record(record: Record, program: Program, scope: Scope) -> list[str]:
    """The body of a record's reader.

    Raises:
        NoStraightLineError: More is asked of the value than its shape says.
    """
    members, rest = _split(program.checks)
    if [(m.name, m.required) for m in members] != [(f.wire, f.required) for f in record.fields]:
        raise NoStraightLineError
    lines = list(NOT_AN_OBJECT)
    arguments: list[str] = []
    for field, member in zip(record.fields, members, strict=True):
        if field.constant:
            lines += _constant(field, member.program.checks)
            continue
        statements, made = _field(field, member.program.checks, scope)
        lines += statements
        arguments.append(f"{scope.member(field)}={made}")
    known = strings(field.wire for field in record.fields)
    match rest, record.extra:
        case None, None:
            pass
        case plan.AdditionalMembers(program=None, patterns=()), None:
            lines += [f"if not value.keys() <= {{{known}}}:" if known else "if value:"]
            lines += ["    raise InvalidError"]
        case plan.AdditionalMembers(program=Program() as each, patterns=()), extra if (
            extra is not None
        ):
            read = expression(extra, each.checks, "member", scope)
            others = f" if name not in {{{known}}}" if known else ""
            made = f"{{name: {read} for name, member in value.items(){others}}}"
            arguments.append(f"{scope.extra_member(record)}={made}")
        case _:
            raise NoStraightLineError
    return [*lines, f"return {scope.type(record.location)}({', '.join(arguments)})"]


def _split(checks: Checks) -> tuple[tuple[plan.Member, ...], plan.AdditionalMembers | None]:
    """What a record's program asks of the known members, and of others."""
    match checks:
        case (plan.Type(types=("object",)),):
            return (), None
        case (plan.Type(types=("object",)), plan.Members(members=members)):
            return members, None
        case (plan.Type(types=("object",)), plan.AdditionalMembers() as rest):
            return (), rest
        case (
            plan.Type(types=("object",)),
            plan.Members(members=members),
            plan.AdditionalMembers() as rest,
        ):
            return members, rest
        case _:
            raise NoStraightLineError


def _constant(field: Field, checks: Checks) -> list[str]:
    match field.shape:
        case Literals(values=(str() as text,)) if asks_for((text,), checks):
            key, wanted = python_literal(field.wire), python_literal(text)
            found = f"value[{key}]" if field.required else f"value.get({key}, {wanted})"
            return [f"if {found} != {wanted}:", "    raise InvalidError"]
        case _:
            raise NoStraightLineError


def _field(field: Field, checks: Checks, scope: Scope) -> tuple[list[str], str]:
    """The statements that read a member, and the expression for it when they have run."""
    name = local(scope.member(field))
    inner = without_null(checks) if isinstance(field.shape, Nullable) else None
    shape = field.shape.inner if isinstance(field.shape, Nullable) and inner else field.shape
    test = guard(shape, inner or checks, name)
    if test is None:
        return _by_expression(field, checks, name, scope)
    default_fits = field.default is not None and (
        _admits(shape, inner or checks, field.default.value)
        or (inner is not None and field.default.value is None)
    )
    source, missing = _source(field, default_fits=default_fits)
    exempt = [*(["ABSENT"] if missing else []), *(["None"] if inner is not None else [])]
    faults = " or ".join(test.faults)
    if exempt and len(test.faults) > 1:
        faults = f"({faults})"
    condition = " and ".join([*(f"{name} is not {value}" for value in exempt), faults])
    lines = [f"{name} = {source}", f"if {condition}:", f"    {test.remedy}"]
    filler = default(field, scope)
    if missing and filler is not None and filler.text != "ABSENT":
        return lines, f"{filler.text} if {name} is ABSENT else {name}"
    return lines, name


def _by_expression(field: Field, checks: Checks, name: str, scope: Scope) -> tuple[list[str], str]:
    """As `_field`, for a member that no test in a straight line can read."""
    empty = field.default is not None and (
        (field.default.value == [] and isinstance(field.shape, Array))
        or (field.default.value is None and isinstance(field.shape, Nullable))
    )
    source, missing = _source(field, default_fits=empty)
    filler = default(field, scope)
    if not missing or filler is None:
        return [], expression(field.shape, checks, source, scope)
    key = python_literal(field.wire)
    made = expression(field.shape, checks, f"value[{key}]", scope)
    # What a type checker infers for literals and alternatives is wider than their type.
    vague = isinstance(field.shape, Literals | Alternatives)
    type_ = f": {member_annotation(field, scope)}" if vague else ""
    return [f"{name}{type_} = {made} if {key} in value else {filler.text}"], name


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
        case Text(), str():
            return len(checks) == 1
        case Boolean(), bool():
            return True
        case Integer(minimum=lower, maximum=upper), int() if not isinstance(value, bool):
            return (lower is None or lower <= value) and (upper is None or value <= upper)
        case _:
            return False
