"""The fast path's first half: straight-line functions that say whether a value is valid.

A check never says yes wrongly. Where the plan has something that is better left to the rules, the
whole function asks the rule instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eventwright.errors import Location
from eventwright.modelling.model import Definition, Record, Union
from eventwright.planning.plan import (
    Branch,
    Entry,
    External,
    Internal,
)
from eventwright.rendering.code import Code
from eventwright.targets.typescript.conditions import (
    NoConditionError,
    Tester,
    member_of,
)
from eventwright.targets.typescript.declarations import variants_type
from eventwright.targets.typescript.language import (
    literal,
)
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    Doc,
    Group,
    Indent,
    call,
    enclosed,
    lines,
)
from eventwright.targets.typescript.printing import render
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.tests import Test, all_of, one_of, returned_test


def functions(scope: Scope) -> Iterator[Code]:
    """The check of every type."""
    for definition in scope.definitions:
        yield render(_function(definition, scope))


def _function(definition: Definition, scope: Scope) -> Doc:
    target = definition.location
    name = Code("value")
    try:
        body = _body(definition, scope)
    except NoConditionError:
        body = _left_to_rule(target, scope)
    function = scope.check(target)
    public = target in scope.names.given and Entry(target) not in scope.digits.inexact
    head = (
        Code(f"{'export ' if public else ''}function {function}"),
        enclosed("(", [Code(f"{name}: unknown")], ")"),
        Code(f": {name} is {scope.input_type(target)} {{"),
    )
    return (Group(head), Indent((HARD_LINE, body)), HARD_LINE, Code("}"))


def _body(definition: Definition, scope: Scope) -> Doc:
    program = scope.module.plan.of(definition.location)
    match definition, program.checks:
        case Union(), (Internal() as tagged,):
            return _internal(tagged, definition, scope)
        case Union(), (External() as tagged,):
            return _external(tagged, variants_type(definition, scope, before=True), scope)
        case Record(), _:
            tester = Tester(scope, scope.input_type(definition.location))
        case _:
            tester = Tester(scope)
    return returned_test(tester.program(program, Code("value")))


def _left_to_rule(target: Location, scope: Scope) -> Doc:
    entry = Entry(target)
    ruled = call(scope.imports.use("passes"), Code("value"), scope.rule(entry))
    if entry not in scope.digits.inexact:
        return returned_test(ruled)
    # The rule can only tell when every digit is there.
    return returned_test(all_of(call(scope.imports.use("anyJson"), Code("value")), ruled))


def _internal(tagged: Internal, union: Union, scope: Scope) -> Doc:
    value = Code("value")
    cases = [(branch.tag, _branch(branch, value, scope)) for branch in tagged.branches]
    others = {
        role: Tester(scope).program(program, value)
        for role, program in (("missing", tagged.missing), ("unknown", tagged.unknown))
        if program is not None
    }
    if scope.discriminated(union, tagged.tag):
        known = scope.input_type(union.location)
        subject: Doc = member_of(value, tagged.tag[0], scope)
        return lines([_unless_object(known, scope), _switch(subject, cases, others)])
    if others and len(tagged.tag) > 1:
        raise NoConditionError
    path = enclosed("[", [literal(name) for name in tagged.tag], "]")
    subject = call(scope.imports.use("tagAt"), value, path)
    if not others:
        return _switch(subject, cases, others)
    object_ = Code(f"if (!{scope.imports.use('anObject')}(value)) return false;")
    return lines([object_, _switch(subject, cases, others)])


def _unless_object(known: Code, scope: Scope) -> Code:
    return Code(f"if (!{scope.imports.use('anObject')}<{known}>(value)) return false;")


def _external(union: External, known: Code, scope: Scope) -> Doc:
    bare = [branch.tag for branch in union.branches if branch.program is None]
    payloads = [branch for branch in union.branches if branch.program is not None]
    statements: list[Doc] = []
    if bare and payloads:
        names = returned_test(one_of(bare, Code("value")))
        head = Code('if (typeof value === "string") {')
        statements.append((head, Indent((HARD_LINE, names)), HARD_LINE, Code("}")))
    elif bare:
        return returned_test(one_of(bare, Code("value")))
    statements.append(_unless_object(known, scope))
    cases = [
        (branch.tag, _branch(branch, member_of(Code("value"), branch.tag, scope), scope))
        for branch in payloads
    ]
    statements.append(_switch(Code(f"{scope.imports.use('onlyKey')}(value)"), cases))
    return lines(statements)


def _branch(branch: Branch, value: Code, scope: Scope) -> Test:
    return Code("true") if branch.program is None else Tester(scope).program(branch.program, value)


def _switch(
    subject: Doc, cases: Sequence[tuple[str, Test]], others: Mapping[str, Test] | None = None
) -> Doc:
    rest = others or {}
    arms: list[Doc] = []
    for tag, test in cases:
        arms.append((Code(f"case {literal(tag)}:"), Indent((HARD_LINE, returned_test(test)))))
    if "missing" in rest and rest.get("unknown") != rest["missing"]:
        arms.append((Code("case undefined:"), Indent((HARD_LINE, returned_test(rest["missing"])))))
    unknown = rest.get("unknown", Code("false"))
    arms.append((Code("default:"), Indent((HARD_LINE, returned_test(unknown)))))
    body = Indent(tuple((HARD_LINE, arm) for arm in arms))
    return (Code("switch ("), subject, Code(") {"), body, HARD_LINE, Code("}"))
