"""The checks of arrays and of objects: what they ask of items and members."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from eventwright import patterns
from eventwright.judging.issues import Issue, is_none
from eventwright.planning import plan
from eventwright.planning.plan import Program
from eventwright.planning.words import WORDS, shown
from eventwright.reading.jsontext import Json

Seen: TypeAlias = "set[str | int] | None"
"""The members and items that checks have looked at; None where nobody asks."""
Judge: TypeAlias = Callable[[Program, Json, Seen], Iterator[Issue]]
"""The issues of a value by a program, which notes what it has looked at."""
ArrayCheck: TypeAlias = plan.PrefixItems | plan.Items | plan.Contains | plan.UnevaluatedItems
ObjectCheck: TypeAlias = (
    plan.Members
    | plan.PatternMembers
    | plan.AdditionalMembers
    | plan.PropertyNames
    | plan.DependentRequired
    | plan.DependentSchemas
    | plan.UnevaluatedMembers
)


def array_issues(judge: Judge, check: ArrayCheck, items: Json, seen: Seen) -> Iterator[Issue]:
    """The issues of an array and its items; any other value has none."""
    if not isinstance(items, list):
        return
    asked: list[tuple[int, Program | None]]
    match check:
        case plan.PrefixItems(programs=programs):
            asked = list(enumerate(programs[: len(items)]))
        case plan.Items(program=program, start=start):
            asked = [(index, program) for index in range(start, len(items))]
        case plan.Contains():
            yield from _contains(judge, check, items, seen)
            return
        case plan.UnevaluatedItems(program=rest):
            asked = [(index, rest) for index in range(len(items)) if index not in (seen or ())]
    for index, wanted in asked:
        _note(seen, index)
        if wanted is None:
            yield Issue(f"/{index}", "unevaluatedItems", WORDS["unevaluated"])
        else:
            for issue in judge(wanted, items[index], None):
                yield issue.under(index)


def _contains(judge: Judge, check: plan.Contains, items: list[Json], seen: Seen) -> Iterator[Issue]:
    found = [index for index, item in enumerate(items) if is_none(judge(check.program, item, None))]
    for index in found:
        _note(seen, index)
    if len(found) < check.fewest:
        if check.fewest_is_set:
            yield Issue("", "minContains", WORDS["min_contains"] + shown(check.fewest))
        else:
            yield Issue("", "contains", WORDS["contains"])
    if check.most is not None and len(found) > check.most:
        yield Issue("", "maxContains", WORDS["max_contains"] + shown(check.most))


def object_issues(judge: Judge, check: ObjectCheck, value: Json, seen: Seen) -> Iterable[Issue]:
    """The issues of an object and its members; any other value has none."""
    if not isinstance(value, dict):
        return ()
    if isinstance(check, plan.Members):
        return _known(judge, check, value, seen)
    return _further(judge, check, value, seen)


def _known(
    judge: Judge, check: plan.Members, value: dict[str, Json], seen: Seen
) -> Iterator[Issue]:
    for member in check.members:
        if member.name in value:
            # To require a member is not yet to look at it.
            if member.program.checks:
                _note(seen, member.name)
                for issue in judge(member.program, value[member.name], None):
                    yield issue.under(member.name)
        elif member.required:
            yield Issue("", "required", WORDS["required"]).under(member.name)


def _further(
    judge: Judge,
    check: plan.PatternMembers
    | plan.AdditionalMembers
    | plan.PropertyNames
    | plan.DependentRequired
    | plan.DependentSchemas
    | plan.UnevaluatedMembers,
    value: dict[str, Json],
    seen: Seen,
) -> Iterator[Issue]:
    def members(names: Iterable[str], program: Program) -> Iterator[Issue]:
        for name in names:
            _note(seen, name)
            for issue in judge(program, value[name], None):
                yield issue.under(name)

    def others(names: Iterable[str], program: Program | None, *fault: str) -> Iterator[Issue]:
        if program is not None:
            yield from members(names, program)
            return
        for name in names:
            _note(seen, name)
            yield Issue("", *fault).under(name)

    match check:
        case plan.PatternMembers(patterns=pairs):
            for pattern, program in pairs:
                yield from members(_matching(pattern, value), program)
        case plan.AdditionalMembers(program=rest):
            left = additional(check, value)
            yield from others(left, rest, "additionalProperties", WORDS["additional"])
        case plan.UnevaluatedMembers(program=rest):
            left = [name for name in sorted(value) if name not in (seen or ())]
            yield from others(left, rest, "unevaluatedProperties", WORDS["unevaluated"])
        case plan.PropertyNames(program=program):
            for name in sorted(value):
                if not is_none(judge(program, name, None)):
                    yield Issue("", "propertyNames", WORDS["property_names"]).under(name)
        case plan.DependentRequired(dependencies=required):
            for name, needed in required:
                for other in needed if name in value else ():
                    if other not in value:
                        message = WORDS["dependent_required"] + shown(name)
                        yield Issue("", "dependentRequired", message).under(other)
        case plan.DependentSchemas(dependencies=schemas):
            for name, program in schemas:
                if name in value:
                    yield from judge(program, value, seen)


def _matching(pattern: str, value: Iterable[str]) -> list[str]:
    search = re.compile(patterns.python(pattern)).search
    return [name for name in sorted(value) if search(name)]


def additional(check: plan.AdditionalMembers, value: dict[str, Json]) -> list[str]:
    """The members that `additionalProperties` is about, in code-point order of their names."""
    matched = {name for pattern in check.patterns for name in _matching(pattern, value)}
    return sorted(value.keys() - matched - set(check.known))


def _note(seen: Seen, name: str | int) -> None:
    if seen is not None:
        seen.add(name)
