"""The fast path's first half: straight-line functions that say whether a value is valid.

A check never says yes wrongly. Where the plan has something that is better left to the rules, the
whole function asks the rule instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.domains import EVERYTHING
from eventwright.modelling.model import Definition, Record, Union
from eventwright.planning.domains import domain, member_domains
from eventwright.planning.plan import Branch, Check, Entry, External, Internal, Program, Type
from eventwright.rendering.code import Code
from eventwright.targets.typescript.conditions import Tester
from eventwright.targets.typescript.declarations import variants_type
from eventwright.targets.typescript.language import inherited, literal
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    SPACE_LINE,
    Doc,
    Group,
    Indent,
    call,
    enclosed,
    lines,
)
from eventwright.targets.typescript.printing import render
from eventwright.targets.typescript.programs import is_plain
from eventwright.targets.typescript.scope import Scope, member_of
from eventwright.targets.typescript.tagged import (
    Tagged,
    after_tag,
    called,
    has_members,
    tagged_records,
)
from eventwright.targets.typescript.tests import (
    FALSE,
    TRUE,
    NoConditionError,
    Test,
    all_of,
    all_parts,
    expressed,
    one_of,
    refused_unless,
    returned_test,
)

_OBJECT = Type(("object",))


@frozen
class _Statements:
    """The body of a check that is more than one expression."""

    doc: Doc


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
        body = _left_to_rule(target, scope)
    public = target in scope.names.given and Entry(target) not in scope.digits.inexact
    export = "export " if public else ""
    name = scope.check(target)
    parameters = enclosed("(", [Code("value: unknown")], ")")
    narrowed = f": value is {scope.input_type(target)}"
    match body:
        case _Statements(doc=doc):
            head = Group((Code(f"{export}function {name}"), parameters, Code(f"{narrowed} {{")))
            return (head, Indent((HARD_LINE, doc)), HARD_LINE, Code("}"))
        case test:
            head = Group((Code(f"{export}const {name} = "), parameters, Code(f"{narrowed} =>")))
            return (head, Group(Indent((SPACE_LINE, expressed(test)))), Code(";"))


def _body(
    definition: Definition, scope: Scope, tagged: Mapping[Location, Tagged]
) -> _Statements | Test:
    target = definition.location
    program = scope.module.plan.of(target)
    if scope.is_left_to_rule(target):
        raise NoConditionError
    match definition, program.checks:
        case Union(), (*shared, Internal() as internal):
            return _internal(internal, shared, definition, scope, tagged)
        case Union(), (External() as external,):
            return _external(external, variants_type(definition, scope, before=False), scope)
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


def _left_to_rule(target: Location, scope: Scope) -> Test:
    entry = Entry(target)
    ruled = call(scope.imports.use("passes"), Code("value"), scope.validate(entry))
    if entry not in scope.digits.inexact:
        return ruled
    # The rule can only tell when every digit is there.
    return all_of(call(scope.imports.use("anyJson"), Code("value")), ruled)


def _internal(
    internal: Internal,
    shared: Sequence[Check],
    union: Union,
    scope: Scope,
    tagged: Mapping[Location, Tagged],
) -> _Statements:
    value = Code("value")
    others = {
        role: _untagged(program, union, scope)
        for role, program in (("missing", internal.missing), ("unknown", internal.unknown))
        if program is not None
    }
    if scope.discriminated(union, internal.tag):
        # What is not the check of a type looks at members that other variants may lack.
        by_name = all(called(branch, scope) for branch in internal.branches)
        known = scope.type(union.location) if by_name else None
        tester = Tester(scope, known)
        place = tester.member_of(value, *internal.tag)
        tags = member_domains(shared).get(internal.tag[0], EVERYTHING)
        arm = Tester(scope, known, asked=shared)
        narrowed = [
            (branch.tag, _chosen(branch, place, arm, scope, tagged))
            for branch in internal.branches
            if tags.kept([branch.tag])
        ]
        if others:
            statements = [_switch(place, narrowed, others)]
        else:
            # V8 compares strings faster where it has met nothing else in their place.
            only_strings = Code('if (typeof tag !== "string") return false;')
            statements = [
                Code(f"const tag = {place};"),
                only_strings,
                _switch(Code("tag"), narrowed),
            ]
        asked = _asked_of_all(shared, union, tester)
        return _Statements(lines([_unless_object(scope, known), *asked, *statements]))
    if others and len(internal.tag) > 1:
        raise NoConditionError
    arm = Tester(scope, asked=shared)
    cases = [(branch.tag, _branch(branch, value, arm)) for branch in internal.branches]
    path = enclosed("[", [literal(name) for name in internal.tag], "]")
    subject = call(scope.imports.use("tagAt"), value, path)
    first = list(_asked_of_all(shared, union, Tester(scope)))
    if not others and not first:
        return _Statements(_switch(subject, cases))
    return _Statements(lines([_unless_object(scope), *first, _switch(subject, cases, others)]))


def _untagged(program: Program, union: Union, scope: Scope) -> Test:
    """What a value is asked whose tag tells nothing, in a straight line or by the union's rule."""
    try:
        return Tester(scope).program(program, Code("value"))
    except NoConditionError:
        return _left_to_rule(union.location, scope)


def _asked_of_all(shared: Sequence[Check], union: Union, tester: Tester) -> Iterator[Doc]:
    """The statement that refuses what no variant of a union takes, if there is any."""
    more = [check for check in shared if check != _OBJECT]
    tests = _further(Program(union.location, (_OBJECT, *more)), tester)
    if tests:
        yield refused_unless(all_of(*tests))


def _further(program: Program, tester: Tester) -> list[Test]:
    """The tests of a program for objects, for a value that is one."""
    test = tester.program(program, Code("value"))
    _, *tests = all_parts(test)
    return [FALSE] if test == FALSE else tests


def _unless_object(scope: Scope, known: Code | None = None) -> Code:
    members = f"<{known}>" if known else ""
    return Code(f"if (!{scope.imports.use('anObject')}{members}(value)) return false;")


def _external(union: External, known: Code, scope: Scope) -> _Statements | Test:
    bare = [branch.tag for branch in union.branches if branch.program is None]
    payloads = [b for b in union.branches if b.program and domain(b.program.checks).types]
    if not payloads and not bare:
        raise NoConditionError
    if not payloads:
        return one_of(bare, Code("value"))
    statements: list[Doc] = []
    if bare:
        names = returned_test(one_of(bare, Code("value")))
        head = Code('if (typeof value === "string") {')
        statements.append((head, Indent((HARD_LINE, names)), HARD_LINE, Code("}")))
    statements.append(_unless_object(scope, known))
    cases = [(branch.tag, _payload(branch, scope)) for branch in payloads]
    statements.append(_switch(Code(f"{scope.imports.use('onlyKey')}(value)"), cases))
    return _Statements(lines(statements))


def _payload(branch: Branch, scope: Scope) -> Test:
    """Whether what stands under a tag passes.

    Raises:
        NoConditionError: A member that every object has can be asked for once only.
    """
    if branch.program and inherited(branch.tag) and not is_plain(branch.program):
        raise NoConditionError
    return _branch(branch, member_of(Code("value"), branch.tag, scope), Tester(scope))


def _chosen(
    branch: Branch, place: Code, tester: Tester, scope: Scope, tagged: Mapping[Location, Tagged]
) -> Test:
    """What a value is asked whose tag, which stands at a place, is that of a branch."""
    target = called(branch, scope)
    record = tagged.get(target) if target is not None else None
    has_tag = Code(f"{place} === {literal(branch.tag)}")
    if target is not None and record is not None and record.tag == has_tag:
        return after_tag(target, record, scope)
    if target is None and branch.program and branch.program.checks[:1] == (_OBJECT,):
        left = [test for test in _further(branch.program, tester) if test != has_tag]
        return all_of(*left)
    return _branch(branch, Code("value"), tester)


def _branch(branch: Branch, value: Code, tester: Tester) -> Test:
    return TRUE if branch.program is None else tester.program(branch.program, value)


def _switch(
    subject: Doc, cases: Sequence[tuple[str, Test]], others: Mapping[str, Test] | None = None
) -> Doc:
    rest = others or {}
    arms: list[Doc] = []
    for test, same in groupby(cases, lambda case: case[1]):
        heads = lines([Code(f"case {literal(tag)}:") for tag, _ in same])
        arms.append((heads, Indent((HARD_LINE, returned_test(test)))))
    if "missing" in rest and rest.get("unknown") != rest["missing"]:
        arms.append((Code("case undefined:"), Indent((HARD_LINE, returned_test(rest["missing"])))))
    unknown = rest.get("unknown", FALSE)
    arms.append((Code("default:"), Indent((HARD_LINE, returned_test(unknown)))))
    body = Indent(tuple((HARD_LINE, arm) for arm in arms))
    return (Code("switch ("), subject, Code(") {"), body, HARD_LINE, Code("}"))
