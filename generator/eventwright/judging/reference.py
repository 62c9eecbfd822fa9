"""The plan, read literally: which issues a parsed payload has.

This is what the vectors expect of every binding. It shares the plan and the words with them and
nothing else, and it is written to be read, not to be fast.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, NamedTuple, TypeAlias, get_args

from eventwright.errors import escape
from eventwright.judging.containers import (
    ArrayCheck,
    ObjectCheck,
    Seen,
    array_issues,
    object_issues,
)
from eventwright.judging.issues import (
    Issue,
    is_none,
    tag_issue,
    told_of_none,
    told_types,
    type_issue,
)
from eventwright.judging.limits import Limit, limit_issues, too_long
from eventwright.judging.memory import Memory
from eventwright.planning import plan
from eventwright.planning.plan import Check, Plan, Program
from eventwright.planning.words import WORDS
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import double_holds, json_type, same

# Any: each takes the checks that it stands under.
_Judge: TypeAlias = Callable[[Any, Json, Seen], Iterable[Issue]]


class _Prepared(NamedTuple):
    """A program, which so keeps its id, with what is to know of it whenever it judges a value."""

    program: Program
    checks: tuple[tuple[Check, _Judge], ...]
    asks: bool
    """Whether one of its own checks needs to know what the others looked at."""


class Reference:
    """Judges values by the plan, as a binding does that holds every integer exactly.

    With `doubles`, as a binding does whose numbers are doubles: an integer that does not fit gets
    `precision`, and no other issue. It does so only where it is kept: whether a value passes what
    it is only tried against does not depend on how numbers are held.
    """

    def __init__(
        self,
        programs: Plan,
        *,
        doubles: bool = False,
        brief: bool = False,
        memory: Memory | None = None,
    ) -> None:
        self._programs = programs.programs
        self._memory = memory = memory or Memory(self._programs)
        self._doubles = doubles
        self._exact = Reference(programs, memory=memory) if doubles else self
        self._brief = brief
        """Whether nobody reads why a value passes no branch."""
        self._trial = self if brief else Reference(programs, brief=True, memory=memory)
        self._judges: Mapping[type[Check], _Judge] = {
            **dict.fromkeys(get_args(Limit), _limited),
            **dict.fromkeys(get_args(ObjectCheck), partial(object_issues, self.found)),
            **dict.fromkeys(get_args(ArrayCheck), partial(array_issues, self.found)),
            plan.Contains: partial(array_issues, self._trial.found),
            plan.Type: self._type,
            plan.Call: self._called,
        }
        self._prepared: dict[int, _Prepared] = {}
        """By the ids of their programs."""

    def issues(self, program: Program, value: Json) -> list[Issue]:
        """The issues of a value by a program, in plan order; none when it is valid."""
        found = list(self.found(program, value, None))
        self._memory.found.clear()
        return found

    def fault(self, program: Program, value: Json) -> Issue | None:
        """The first issue of a value by a program; looks no further."""
        first = next(self.found(program, value, None), None)
        self._memory.found.clear()
        return first

    def passes(self, program: Program, value: Json) -> bool:
        """Whether a value is valid by a program."""
        return self.fault(program, value) is None

    def found(self, program: Program, value: Json, seen: Seen) -> Iterator[Issue]:
        """The issues of a value, in plan order, each looked for when it is asked for.

        Args:
            program: What the value is judged by.
            value: The value.
            seen: Takes in the members and items that were looked at, where somebody asks.
        """
        prepared = self._prepared.get(id(program)) or self._prepare(program)
        own = set[str | int]() if prepared.asks else seen
        told: set[Issue] = set()
        for check, judge in prepared.checks:
            issue = None
            for issue in judge(check, value, own):
                if issue not in told:
                    told.add(issue)
                    yield issue
            if issue is not None and isinstance(check, plan.Type):
                break
        if seen is not None and own is not None:
            seen |= own

    def _prepare(self, program: Program) -> _Prepared:
        asks = plan.UnevaluatedItems | plan.UnevaluatedMembers
        self._prepared[id(program)] = prepared = _Prepared(
            program,
            tuple((check, self._judges.get(type(check), self._whole)) for check in program.checks),
            any(isinstance(check, asks) for check in program.checks),
        )
        return prepared

    def _whole(self, check: Check, value: Json, seen: Seen) -> Iterable[Issue]:
        """The issues by a check that takes further programs for the same value, or any value."""
        match check:
            case plan.Nullable(program=program):
                return [] if value is None else self.found(program, value, seen)
            case plan.Never():
                return [Issue("", "false", WORDS["never"])]
            case plan.AnyJson():
                return self._any_json(value)
            case plan.AllOf(programs=programs):
                return (issue for each in programs for issue in self.found(each, value, seen))
            case plan.AnyOf(programs=programs):
                passed = [program for program in programs if self._passes(program, value, seen)]
                if not passed:
                    _see_all(value, seen)
                    return self._none(programs, value, Issue("", "anyOf", WORDS["any_of"]))
                return self._lost(passed[0], value)
            case plan.OneOf(programs=programs):
                passed = [program for program in programs if self._passes(program, value, seen)]
                issue = Issue("", "oneOf", WORDS["one_of"])
                if not passed:
                    _see_all(value, seen)
                    return self._none(programs, value, issue)
                if len(passed) > 1:
                    return [issue]
                return self._lost(passed[0], value)
            case plan.Not(program=program):
                found = self._passes(program, value, None)
                return [Issue("", "not", WORDS["not"])] if found else []
            case plan.Conditional(condition=condition, then=then, otherwise=otherwise):
                chosen = then if self._passes(condition, value, seen) else otherwise
                return self.found(chosen, value, seen) if chosen else []
            case plan.Internal():
                return self._internal(check, value, seen)
            case plan.External():
                return self._external(check, value, seen)
            case plan.ByType(branches=branches):
                for types, program in branches:
                    if _has_type(value, types):
                        return self.found(program, value, seen)
                _see_all(value, seen)
                return [type_issue(told_types(branches))]
            case _:
                raise ValueError(f"no judge for {check}")

    def _called(self, check: plan.Call, value: Json, seen: Seen) -> Iterable[Issue]:
        """The issues by a definition, which is asked once about a value if it asks others twice."""
        program = self._programs[check.entry]
        if check.entry not in self._memory.repeating:
            return self.found(program, value, seen)
        key = (self, check.entry, id(value))
        if key not in self._memory.found:
            inside = set[str | int]()
            found = islice(self.found(program, value, inside), 1 if self._brief else None)
            self._memory.found[key] = (list(found), inside)
        told, inside = self._memory.found[key]
        if seen is not None:
            seen |= inside
        return told

    def _passes(self, program: Program, value: Json, seen: Seen) -> bool:
        """Whether a value is valid; what was looked at is seen only then."""
        inside: Seen = None if seen is None else set()
        if not is_none(self._trial.found(program, value, inside)):
            return False
        if seen is not None and inside is not None:
            seen |= inside
        return True

    def _none(self, programs: Iterable[Program], value: Json, issue: Issue) -> list[Issue]:
        """Why a value passes no branch: what the one finds wrong that it is meant for."""
        if self._brief:
            return [issue]
        found = [[*self._exact.found(program, value, None)] for program in programs]
        return told_of_none(found, issue)

    def _lost(self, program: Program, value: Json) -> Iterable[Issue]:
        """What is lost of a value that passes this program, and is read as it says."""
        return self.found(program, value, None) if self._doubles else []

    def _type(self, check: plan.Type, value: Json, _seen: Seen) -> Iterable[Issue]:
        if not _has_type(value, check.types):
            return [type_issue(check.types)]
        if self._doubles and isinstance(value, int | float) and too_long(check.types, value):
            return [Issue("", "precision", WORDS["precision"])]
        if isinstance(value, float) and not math.isfinite(value):
            return [Issue("", "json", WORDS["finite"])]
        return []

    def _any_json(self, value: Json) -> Iterator[Issue]:
        match value:
            case dict():
                for name in sorted(value):
                    for issue in self._any_json(value[name]):
                        yield issue.under(name)
            case list():
                for index, item in enumerate(value):
                    for issue in self._any_json(item):
                        yield issue.under(index)
            case float() if not math.isfinite(value):
                yield Issue("", "json", WORDS["finite"])
            case int() if self._doubles and not double_holds(value):
                yield Issue("", "precision", WORDS["precision"])
            case _:
                pass

    def _internal(self, check: plan.Internal, value: Json, seen: Seen) -> Iterable[Issue]:
        tag, place = value, ""
        for name in check.tag:
            if not isinstance(tag, dict):
                _see_all(value, seen)
                return [type_issue(("object",), place)]
            place += f"/{escape(name)}"
            if name not in tag:
                if check.missing is not None:
                    return self.found(check.missing, value, seen)
                _see_all(value, seen)
                return [Issue(place, "required", WORDS["required"])]
            tag = tag[name]
        for branch in check.branches:
            if same(branch.tag, tag):
                return self.found(branch.program, value, seen) if branch.program else []
        if check.unknown is not None:
            return self.found(check.unknown, value, seen)
        _see_all(value, seen)
        return [tag_issue(check.branches, place)]

    def _external(self, check: plan.External, value: Json, seen: Seen) -> Iterable[Issue]:
        bare = {branch.tag for branch in check.branches if branch.program is None}
        payloads = {b.tag: b.program for b in check.branches if b.program is not None}
        tags = {branch.tag for branch in check.branches}
        if isinstance(value, str) and bare:
            is_unknown = check.unknown is not None and value not in tags
            return [] if value in bare or is_unknown else [tag_issue(check.branches)]
        if not isinstance(value, dict) or not payloads:
            wanted: tuple[JsonType, ...] = (
                *(("string",) if bare else ()),
                *(("object",) if payloads else ()),
            )
            return [type_issue(wanted)]
        _see_all(value, seen)
        if len(value) != 1:
            return [Issue("", "tag", WORDS["one_key"])]
        [(tag, payload)] = value.items()
        if tag not in tags and check.unknown is not None:
            return (issue.under(tag) for issue in self.found(check.unknown, payload, None))
        if tag not in payloads:
            return [tag_issue(check.branches).under(tag)]
        return (issue.under(tag) for issue in self.found(payloads[tag], payload, None))


def _see_all(value: Json, seen: Seen) -> None:
    """Look at all of a value of which no branch tells what may stand in it."""
    if seen is not None:
        seen.update(value if isinstance(value, dict) else ())
        seen.update(range(len(value)) if isinstance(value, list) else ())


def _limited(check: Limit, value: Json, _seen: Seen) -> list[Issue]:
    return limit_issues(check, value)


def _has_type(value: Json, types: tuple[JsonType, ...]) -> bool:
    kind = json_type(value)
    return kind in types or (kind == "integer" and "number" in types)
