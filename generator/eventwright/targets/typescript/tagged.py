"""Records that a tag chooses: what is left to ask of one whose tag is known.

The union has compared the tag, and the record's own check would do so again. JSON.parse makes one
string of all equal ones that are short; to compare long ones takes more time than the other tests
of a small record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.model import Record, Union
from eventwright.planning.plan import Branch, Call, Internal, Program, Type
from eventwright.reading.jsonvalues import TagValue
from eventwright.rendering.code import Code
from eventwright.targets.typescript.conditions import Tester
from eventwright.targets.typescript.language import literal
from eventwright.targets.typescript.layout import Doc, call
from eventwright.targets.typescript.scope import Scope, member_of
from eventwright.targets.typescript.tests import TRUE, NoConditionError, Test, all_of, all_parts

_MADE_ONE = 10
"""How long strings are at most, in characters, of which V8's JSON.parse makes equal ones one."""
_VALUE = Code("value")


@frozen
class Tagged:
    """The check of a record in its parts."""

    is_object: Test
    tag: Code
    """Whether the tag is the record's."""
    others: Test | None
    """Whether all else is as it should be; None where the record has nothing but its tag."""


def tagged_records(scope: Scope) -> Mapping[Location, Tagged]:
    """The records that a union tells by a long tag."""
    found: dict[Location, Tagged] = {}
    for target, tag in _chosen(scope):
        parts = _parts(target, scope)
        if tag in parts[1:]:
            others = [part for part in parts[1:] if part != tag]
            found[target] = Tagged(parts[0], tag, all_of(*others) if others else None)
    return found


def after_tag(target: Location, record: Tagged, scope: Scope) -> Doc:
    """What is left to ask of a record whose tag is known."""
    return TRUE if record.others is None else call(has_members(target, scope), _VALUE)


def has_members(target: Location, scope: Scope) -> Code:
    """The name of the function that asks it."""
    return scope.function("has", target)


def tag_test(tag: str, branch: Branch[TagValue], scope: Scope) -> Code:
    """Whether the tag of a value is that of a branch."""
    return Code(f"{member_of(_VALUE, tag, scope)} === {literal(branch.tag)}")


def called(branch: Branch[TagValue], scope: Scope) -> Location | None:
    """The type whose check a branch is, if it is one's."""
    match branch.program:
        case Program(checks=(Call(entry=entry),)) if scope.has_type(entry):
            return entry.location
        case _:
            return None


def _chosen(scope: Scope) -> Iterator[tuple[Location, Code]]:
    """The records that unions tell by a long tag, each with the test of its tag."""
    for union in scope.definitions:
        match union, scope.module.plan.of(union.location).checks:
            case Union(), (Internal(tag=(tag,), branches=branches),) if scope.discriminated(
                union, (tag,)
            ):
                for branch in branches:
                    target = called(branch, scope)
                    is_long = isinstance(branch.tag, str) and len(branch.tag) > _MADE_ONE
                    if target is not None and is_long:
                        yield target, tag_test(tag, branch, scope)
            case _:
                pass


def _parts(target: Location, scope: Scope) -> tuple[Test, ...]:
    """The tests of a record that all have to hold, the first of which is for an object."""
    program = scope.module.plan.of(target)
    match scope.definition(target), program.checks:
        case _ if scope.is_left_to_rule(target):
            return ()
        case Record() as record, (Type(types=("object",)), *_):
            try:
                return all_parts(Tester.of(record, scope).program(program, _VALUE))
            except NoConditionError:
                return ()
        case _:
            return ()
