"""The fast path's first half: straight-line functions that say whether a value is valid.

A check never says yes wrongly. Where the plan has something that is better left to the rules, the
whole function asks the rule instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventwright.errors import Location
from eventwright.modelling.model import Definition, Record, Union
from eventwright.planning.plan import Entry, External, Internal
from eventwright.rendering.code import Code
from eventwright.targets.typescript.choosing import (
    Statements,
    external_check,
    internal_check,
    left_to_rule,
)
from eventwright.targets.typescript.conditions import Tester
from eventwright.targets.typescript.declarations import variants_type
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    SPACE_LINE,
    Doc,
    Group,
    Indent,
    enclosed,
)
from eventwright.targets.typescript.printing import render
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.tagged import (
    Tagged,
    after_tag,
    has_members,
    tagged_records,
)
from eventwright.targets.typescript.tests import (
    FALSE,
    TRUE,
    NoConditionError,
    Test,
    all_of,
    expressed,
)


def functions(scope: Scope) -> Iterator[Code]:
    """The check of every type, and before those of some records what a known tag leaves to ask."""
    tagged = tagged_records(scope)
    for definition in scope.definitions:
        record = tagged.get(definition.location)
        if record is not None and record.others is not None:
            yield render(_others(definition.location, record.others, scope))
        yield render(_function(definition, scope, tagged))


def _others(target: Location, others: Test, scope: Scope) -> Doc:
    unchecked = f"{scope.imports.use('Unchecked')}<{scope.type(target)}>"
    parameters = enclosed("(", [Code(f"value: {unchecked}")], ")")
    head = Group((Code(f"const {has_members(target, scope)} = "), parameters, Code(" =>")))
    return (head, Group(Indent((SPACE_LINE, expressed(others)))), Code(";"))


def _function(definition: Definition, scope: Scope, tagged: Mapping[Location, Tagged]) -> Doc:
    target = definition.location
    try:
        body = _body(definition, scope, tagged)
    except NoConditionError:
        body = left_to_rule(target, scope)
    public = target in scope.names.given and Entry(target) not in scope.digits.inexact
    export = "export " if public else ""
    name = scope.check(target)
    parameters = enclosed("(", [Code("value: unknown")], ")")
    narrowed = f": value is {scope.input_type(target)}"
    match body:
        case Statements(doc=doc):
            head = Group((Code(f"{export}function {name}"), parameters, Code(f"{narrowed} {{")))
            return (head, Indent((HARD_LINE, doc)), HARD_LINE, Code("}"))
        case test:
            head = Group((Code(f"{export}const {name} = "), parameters, Code(f"{narrowed} =>")))
            return (head, Group(Indent((SPACE_LINE, expressed(test)))), Code(";"))


def _body(
    definition: Definition, scope: Scope, tagged: Mapping[Location, Tagged]
) -> Statements | Test:
    target = definition.location
    program = scope.module.plan.of(target)
    if scope.is_left_to_rule(target):
        raise NoConditionError
    match definition, program.checks:
        case Union(), (*shared, Internal() as internal):
            return internal_check(internal, shared, definition, scope, tagged)
        case Union(), (External() as external,):
            return external_check(external, variants_type(definition, scope, before=False), scope)
        case Record(), _ if (parts := tagged.get(target)) is not None:
            left = () if parts.others is None else (after_tag(target, parts, scope),)
            return all_of(parts.is_object, parts.tag, *left)
        case Record() as record, _:
            tester = Tester.of(record, scope)
        case _:
            tester = Tester(scope)
    test = tester.program(program, Code("value"))
    if test in (TRUE, FALSE):
        raise NoConditionError  # the parameter would be unused
    return test
