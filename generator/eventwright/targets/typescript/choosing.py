"""The checks of tagged unions: straight-line functions that choose by the tag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.modelling.domains import EVERYTHING
from eventwright.modelling.model import Union
from eventwright.planning.dispatching import tag_type
from eventwright.planning.domains import domain, member_domains
from eventwright.planning.plan import Branch, Check, Entry, External, Internal, Program, Type
from eventwright.reading.jsonvalues import TagValue
from eventwright.rendering.code import Code
from eventwright.targets.typescript.conditions import Tester
from eventwright.targets.typescript.language import inherited, literal
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    Doc,
    Indent,
    call,
    enclosed,
    lines,
)
from eventwright.targets.typescript.programs import flattened, is_plain
from eventwright.targets.typescript.scope import Scope, member_of
from eventwright.targets.typescript.tagged import (
    Tagged,
    after_tag,
    called,
)
from eventwright.targets.typescript.tests import (
    FALSE,
    TRUE,
    NoConditionError,
    Test,
    all_of,
    all_parts,
    one_of,
    refused_unless,
    returned_test,
)

_OBJECT = Type(("object",))


@frozen
class Statements:
    """The body of a check that is more than one expression."""

    doc: Doc


def left_to_rule(target: Location, scope: Scope) -> Test:
    """Whether a value passes the rule of a type."""
    entry = Entry(target)
    ruled = call(scope.imports.use("passes"), Code("value"), scope.validate(entry))
    if entry not in scope.digits.inexact:
        return ruled
    # The rule can only tell when every digit is there.
    return all_of(call(scope.imports.use("anyJson"), Code("value")), ruled)


def internal_check(
    internal: Internal,
    shared: Sequence[Check],
    union: Union,
    scope: Scope,
    tagged: Mapping[Location, Tagged],
) -> Statements:
    """The check of a union whose tag stands inside the object.

    Args:
        internal: What chooses by the tag.
        shared: What is asked of all variants beside.
        union: The union.
        scope: The module.
        tagged: The records that a union tells by a long tag.

    Raises:
        NoConditionError: It is better left to the rule.
    """
    value = Code("value")
    beside = member_domains(flattened(shared)) if len(internal.tag) == 1 else {}
    tags = beside.get(internal.tag[0], EVERYTHING)
    branches = [branch for branch in internal.branches if tags.kept([branch.tag])]
    if scope.discriminated(union, internal.tag):
        # What is not the check of a type looks at members that other variants may lack.
        by_name = all(called(branch, scope) for branch in internal.branches)
        # An unknown variant has no other members.
        by_name = by_name and not (
            union.is_open and [check for check in shared if check != _OBJECT]
        )
        known = scope.type(union.location) if by_name else None
        tester = Tester(scope, known)
        place = tester.member_of(value, *internal.tag)
        arm = Tester(scope, known, asked=shared)
        narrowed = [(branch.tag, _chosen(branch, place, arm, scope, tagged)) for branch in branches]
        others = _other_tags(internal, union, place, scope)
        # V8 compares strings faster where it has met nothing else in their place.
        are_strings = tag_type(internal) == "string" and not others
        if are_strings or _asks_for_tags(internal, union):
            statements = _among_tags(internal, place, narrowed, others, scope)
        else:
            statements = [_switch(place, narrowed, others)]
        asked = _asked_of_all(shared, union, tester)
        return Statements(lines([_unless_object(scope, known), *asked, *statements]))
    path = enclosed("[", [literal(name) for name in internal.tag], "]")
    subject = call(scope.imports.use("tagAt"), value, path)
    others = _other_tags(internal, union, subject, scope)
    if others and len(internal.tag) > 1 and not union.is_open:
        raise NoConditionError
    arm = Tester(scope, asked=shared)
    cases: list[tuple[TagValue | None, Test]] = [
        (branch.tag, _branch(branch, value, arm)) for branch in branches
    ]
    first = list(_asked_of_all(shared, union, Tester(scope)))
    if not others and not first:
        return Statements(_switch(subject, cases))
    chosen = [_switch(subject, cases, others)]
    if _asks_for_tags(internal, union):
        chosen = _among_tags(internal, subject, cases, others, scope)
    return Statements(lines([_unless_object(scope), *first, *chosen]))


def _among_tags(
    internal: Internal,
    subject: Doc,
    cases: Sequence[tuple[TagValue | None, Test]],
    others: Mapping[str, Test],
    scope: Scope,
) -> list[Doc]:
    """The statements that choose by a tag that has to be of the type of those that are known."""
    tag = Code("tag")
    is_other: Doc = (Code("!"), _is_tag(internal, tag, scope))
    if tag_type(internal) == "string":
        is_other = Code('typeof tag !== "string"')
    return [
        (Code("const tag = "), subject, Code(";")),
        (Code("if ("), is_other, Code(") return false;")),
        _switch(tag, cases, others),
    ]


def _is_tag(internal: Internal, tag: Doc, scope: Scope) -> Doc:
    """Whether a value is of the type of the tags that are known, of which some may be unknown."""
    if tag_type(internal) == "string":
        return (Code("typeof "), tag, Code(' === "string"'))
    is_integer = scope.imports.use("anInteger") if scope.exact else Code("Number.isSafeInteger")
    return call(is_integer, tag)


def _asks_for_tags(internal: Internal, union: Union) -> bool:
    """Whether every value of an open union has a tag."""
    return union.is_open and internal.missing is None


def _other_tags(internal: Internal, union: Union, tag: Doc, scope: Scope) -> Mapping[str, Test]:
    """What an object is asked that has no tag, or an unknown one."""
    found: dict[str, Test] = {}
    if internal.missing is not None:
        found["missing"] = _untagged(internal.missing, union, scope)
    if union.is_open:
        kept = call(scope.imports.use("anyJson"), Code("value"))
        found["unknown"] = all_of(*([_is_tag(internal, tag, scope)] if found else []), kept)
    elif internal.unknown is not None:
        found["unknown"] = _untagged(internal.unknown, union, scope)
    return found


def _untagged(program: Program, union: Union, scope: Scope) -> Test:
    """What a value is asked whose tag tells nothing, in a straight line or by the union's rule."""
    try:
        return Tester(scope).program(program, Code("value"))
    except NoConditionError:
        return left_to_rule(union.location, scope)


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


def external_check(union: External, known: Code, scope: Scope) -> Statements | Test:
    """The check of a union whose tag is the only key, or a bare string.

    Args:
        union: What chooses by the tag.
        known: The name of the interface that holds the payloads.
        scope: The module.

    Raises:
        NoConditionError: It is better left to the rule.
    """
    bare = [branch.tag for branch in union.branches if branch.program is None]
    payloads = [b for b in union.branches if b.program and domain(b.program.checks).types]
    if not payloads and not bare:
        raise NoConditionError
    if not payloads:
        return one_of(bare, Code("value"))
    statements: list[Doc] = []
    if bare:
        # Of strings that are no tag, the rule tells.
        names = returned_test(one_of(bare, Code("value")))
        head = Code('if (typeof value === "string") {')
        statements.append((head, Indent((HARD_LINE, names)), HARD_LINE, Code("}")))
    statements.append(_unless_object(scope, known))
    cases: list[tuple[TagValue | None, Test]] = [(b.tag, _payload(b, scope)) for b in payloads]
    subject = Code(f"{scope.imports.use('onlyKey')}(value)")
    if union.unknown is None:
        statements.append(_switch(subject, cases))
    else:
        # A tag that is a bare string is no key, and no value is one whose payload nothing passes.
        empty = [b.tag for b in union.branches if b.program and b not in payloads]
        cases += [(tag, FALSE) for tag in (*bare, *empty, None)]
        kept = call(scope.imports.use("anyJson"), Code("value"))
        statements.append(_switch(subject, cases, {"unknown": kept}))
    return Statements(lines(statements))


def _payload(branch: Branch[str], scope: Scope) -> Test:
    """Whether what stands under a tag passes.

    Raises:
        NoConditionError: A member that every object has can be asked for once only.
    """
    if branch.program and inherited(branch.tag) and not is_plain(branch.program):
        raise NoConditionError
    return _branch(branch, member_of(Code("value"), branch.tag, scope), Tester(scope))


def _chosen(
    branch: Branch[TagValue],
    place: Code,
    tester: Tester,
    scope: Scope,
    tagged: Mapping[Location, Tagged],
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


def _branch(branch: Branch[TagValue], value: Code, tester: Tester) -> Test:
    return TRUE if branch.program is None else tester.program(branch.program, value)


def _switch(
    subject: Doc,
    cases: Sequence[tuple[TagValue | None, Test]],
    others: Mapping[str, Test] | None = None,
) -> Doc:
    rest = others or {}
    arms: list[Doc] = []
    for test, same in groupby(cases, lambda case: case[1]):
        heads = lines([Code(f"case {_tag(tag)}:") for tag, _ in same])
        arms.append((heads, Indent((HARD_LINE, returned_test(test)))))
    if "missing" in rest and rest.get("unknown") != rest["missing"]:
        arms.append((Code("case undefined:"), Indent((HARD_LINE, returned_test(rest["missing"])))))
    unknown = rest.get("unknown", FALSE)
    arms.append((Code("default:"), Indent((HARD_LINE, returned_test(unknown)))))
    body = Indent(tuple((HARD_LINE, arm) for arm in arms))
    return (Code("switch ("), subject, Code(") {"), body, HARD_LINE, Code("}"))


def _tag(tag: TagValue | None) -> Code:
    return Code("undefined") if tag is None else literal(tag)
