"""The fast path's first half: straight-line functions that say whether a value is valid.

A check never says yes wrongly. Where the plan has something that is better left to the rules, the
whole function asks the rule instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventwright.code import Code
from eventwright.errors import Location
from eventwright.model import Definition, Record, Union
from eventwright.plan import (
    Branch,
    External,
    Internal,
)
from eventwright.targets.typescript.conditions import (
    NoConditionError,
    Test,
    Tester,
    member_of,
    one_of,
    returned,
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
    render,
)
from eventwright.targets.typescript.scope import Scope


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
        if target in scope.inexact:
            name = Code("_value")
        body = _left_to_rule(target, scope)
    head = (
        Code(f"function {scope.function('check', target)}"),
        enclosed("(", [Code(f"{name}: unknown")], ")"),
        Code(f": {name} is {scope.input_type(target)} {{"),
    )
    return (Group(head), Indent((HARD_LINE, body)), HARD_LINE, Code("}"))


def _body(definition: Definition, scope: Scope) -> Doc:
    program = scope.module.plan.programs[definition.location]
    match definition, program.checks:
        case Union(), (Internal() as tagged,):
            return _internal(tagged, scope.input_type(definition.location), scope)
        case Union(), (External() as tagged,):
            return _external(tagged, variants_type(definition, scope, before=True), scope)
        case Record(), _:
            tester = Tester(scope, scope.input_type(definition.location))
        case _:
            tester = Tester(scope)
    return returned(tester.program(program, Code("value")))


def _left_to_rule(target: Location, scope: Scope) -> Doc:
    if target in scope.inexact:
        comment = Code("// Only the rule can tell, and only when it sees every digit.")
        return lines([comment, Code("return false;")])
    return returned(call(scope.imports.use("passes"), Code("value"), scope.rule(target)))


def _internal(union: Internal, known: Code, scope: Scope) -> Doc:
    cases = [(branch.tag, _branch(branch, Code("value"), scope)) for branch in union.branches]
    tag = member_of(Code("value"), union.tag, scope)
    return lines([_unless_object(known, scope), _switch(tag, cases)])


def _unless_object(known: Code, scope: Scope) -> Code:
    return Code(f"if (!{scope.imports.use('anObject')}<{known}>(value)) return false;")


def _external(union: External, known: Code, scope: Scope) -> Doc:
    bare = [branch.tag for branch in union.branches if branch.program is None]
    payloads = [branch for branch in union.branches if branch.program is not None]
    statements: list[Doc] = []
    if bare and payloads:
        names = returned(one_of(bare, Code("value")))
        head = Code('if (typeof value === "string") {')
        statements.append((head, Indent((HARD_LINE, names)), HARD_LINE, Code("}")))
    elif bare:
        return returned(one_of(bare, Code("value")))
    statements.append(_unless_object(known, scope))
    cases = [
        (branch.tag, _branch(branch, member_of(Code("value"), branch.tag, scope), scope))
        for branch in payloads
    ]
    statements.append(_switch(Code(f"{scope.imports.use('onlyKey')}(value)"), cases))
    return lines(statements)


def _branch(branch: Branch, value: Code, scope: Scope) -> Test:
    return Code("true") if branch.program is None else Tester(scope).program(branch.program, value)


def _switch(subject: Code, cases: Sequence[tuple[str, Test]]) -> Doc:
    arms: list[Doc] = []
    for tag, test in cases:
        arms.append((Code(f"case {literal(tag)}:"), Indent((HARD_LINE, returned(test)))))
    arms.append((Code("default:"), Indent((HARD_LINE, Code("return false;")))))
    body = Indent(tuple((HARD_LINE, arm) for arm in arms))
    return (Code(f"switch ({subject}) {{"), body, HARD_LINE, Code("}"))
