"""The plan, read literally: which issues a parsed payload has.

This is what the vectors expect of every binding. It shares the plan and the words with them and
nothing else, and it is written to be read, not to be fast.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any, TypeAlias, get_args

from eventwright.errors import escape
from eventwright.judging.containers import (
    ArrayCheck,
    ObjectCheck,
    Seen,
    array_issues,
    object_issues,
)
from eventwright.judging.issues import Issue, is_meant, is_none, tag_issue, type_issue
from eventwright.judging.limits import Limit, limit_issues
from eventwright.modelling.facts import json_type
from eventwright.planning import plan
from eventwright.planning.plan import Check, Entry, Plan, Program
from eventwright.planning.words import WORDS
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import MAX_SAFE, double_holds

Memory: TypeAlias = "dict[tuple[Reference, Entry, int], tuple[list[Issue], set[str | int]]]"
"""What definitions have found of parts of the value at hand, told by their ids, and looked at."""


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
        self._repeating = programs.repeating
        self._memory: Memory = {} if memory is None else memory
        self._doubles = doubles
        # By identity; each program is kept, so that its id stays its own.
        self._asking: dict[int, tuple[Program, bool]] = {}
        self._exact = Reference(programs, memory=self._memory) if doubles else self
        self._brief = brief
        """Whether nobody reads why a value passes no branch."""
        self._trial = self if brief else Reference(programs, brief=True, memory=self._memory)
        # Any: each takes the checks that it stands under.
        self._judges: Mapping[type[Check], Callable[[Any, Json, str, Seen], Iterable[Issue]]] = {
            **dict.fromkeys(get_args(Limit), _limited),
            **dict.fromkeys(get_args(ObjectCheck), partial(object_issues, self.found)),
            **dict.fromkeys(get_args(ArrayCheck), partial(array_issues, self.found)),
            plan.Contains: partial(array_issues, self._trial.found),
        }

    def issues(self, program: Program, value: Json) -> list[Issue]:
        """The issues of a value by a program, in plan order; none when it is valid."""
        found = list(self.found(program, value))
        self._memory.clear()
        return found

    def passes(self, program: Program, value: Json) -> bool:
        """Whether a value is valid by a program; looks no further than its first issue."""
        passed = is_none(self.found(program, value))
        self._memory.clear()
        return passed

    def found(
        self, program: Program, value: Json, path: str = "", seen: Seen = None
    ) -> Iterator[Issue]:
        """The issues of a value, in plan order, each looked for when it is asked for.

        Args:
            program: What the value is judged by.
            value: The value.
            path: Where it stands.
            seen: Takes in the members and items that were looked at, where somebody asks.
        """
        own = set[str | int]() if self._asks(program) else seen
        told: set[Issue] = set()
        for check in program.checks:
            if isinstance(check, plan.Type):
                fault = self._type(check.types, value, path)
                if fault is not None:
                    yield fault
                    break
                continue
            for issue in self._check(check, value, path, own):
                if issue not in told:
                    told.add(issue)
                    yield issue
        if seen is not None and own is not None:
            seen |= own

    def _asks(self, program: Program) -> bool:
        """Whether one of a program's own checks needs to know what the others looked at."""
        known = self._asking.get(id(program))
        if known is None:
            asks = plan.UnevaluatedItems | plan.UnevaluatedMembers
            found = any(isinstance(check, asks) for check in program.checks)
            known = self._asking[id(program)] = program, found
        return known[1]

    def _check(self, check: Check, value: Json, path: str, seen: Seen) -> Iterable[Issue]:
        judge = self._judges.get(type(check), self._whole)
        return judge(check, value, path, seen)

    def _whole(self, check: Check, value: Json, path: str, seen: Seen) -> Iterable[Issue]:
        """The issues by a check that takes further programs for the same value, or any value."""
        match check:
            case plan.Call(entry=entry):
                return self._called(entry, value, path, seen)
            case plan.Nullable(program=program):
                return [] if value is None else self.found(program, value, path, seen)
            case plan.Never():
                return [Issue(path, "false", WORDS["never"])]
            case plan.AnyJson():
                return self._any_json(value, path)
            case plan.AllOf(programs=programs):
                return (i for p in programs for i in self.found(p, value, path, seen))
            case plan.AnyOf(programs=programs):
                passed = [program for program in programs if self._passes(program, value, seen)]
                if not passed:
                    return self._none(programs, value, Issue(path, "anyOf", WORDS["any_of"]))
                return self._lost(passed[0], value, path)
            case plan.OneOf(programs=programs):
                passed = [program for program in programs if self._passes(program, value, seen)]
                issue = Issue(path, "oneOf", WORDS["one_of"])
                if not passed:
                    return self._none(programs, value, issue)
                if len(passed) > 1:
                    return [issue]
                return self._lost(passed[0], value, path)
            case plan.Not(program=program):
                found = self._passes(program, value, None)
                return [Issue(path, "not", WORDS["not"])] if found else []
            case plan.Conditional(condition=condition, then=then, otherwise=otherwise):
                chosen = then if self._passes(condition, value, seen) else otherwise
                return self.found(chosen, value, path, seen) if chosen else []
            case plan.Internal():
                return self._internal(check, value, path, seen)
            case plan.External():
                return self._external(check, value, path, seen)
            case plan.ByType(branches=branches):
                for types, program in branches:
                    if _has_type(value, types):
                        return self.found(program, value, path, seen)
                return [type_issue(_told(branches), path)]
            case _:
                raise ValueError(f"no judge for {check}")

    def _called(self, entry: Entry, value: Json, path: str, seen: Seen) -> Iterable[Issue]:
        """The issues by a definition, which is asked once about a value if it asks others twice."""
        program = self._programs[entry]
        if entry not in self._repeating:
            return self.found(program, value, path, seen)
        key = (self, entry, id(value))
        if key not in self._memory:
            inside = set[str | int]()
            found = islice(self.found(program, value, "", inside), 1 if self._brief else None)
            self._memory[key] = (list(found), inside)
        told, inside = self._memory[key]
        if seen is not None:
            seen |= inside
        return (replace(issue, path=path + issue.path) for issue in told)

    def _passes(self, program: Program, value: Json, seen: Seen) -> bool:
        """Whether a value is valid; what was looked at is seen only then."""
        inside: Seen = None if seen is None else set()
        if not is_none(self._trial.found(program, value, "", inside)):
            return False
        if seen is not None and inside is not None:
            seen |= inside
        return True

    def _none(self, programs: Iterable[Program], value: Json, issue: Issue) -> list[Issue]:
        """Why a value passes no branch: what the one finds wrong that it is meant for."""
        if self._brief:
            return [issue]
        found = [[*self._exact.found(program, value, issue.path, None)] for program in programs]
        meant = [issues for issues in found if is_meant(issues, issue.path)]
        return meant[0] if len(meant) == 1 else [issue]

    def _lost(self, program: Program, value: Json, path: str) -> Iterable[Issue]:
        """What is lost of a value that passes this program, and is read as it says."""
        return self.found(program, value, path, None) if self._doubles else []

    def _type(self, types: tuple[JsonType, ...], value: Json, path: str) -> Issue | None:
        if not _has_type(value, types):
            return type_issue(types, path)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        if self._too_long(types, value):
            return Issue(path, "precision", WORDS["precision"])
        if isinstance(value, float) and not math.isfinite(value):
            return Issue(path, "json", WORDS["finite"])
        return None

    def _too_long(self, types: tuple[JsonType, ...], value: int | float) -> bool:
        """Whether a number can't be held; as an integer, only one whose neighbours can be too."""
        if not self._doubles:
            return False
        if json_type(value) == "integer" and "integer" in types:
            return abs(value) > MAX_SAFE
        return isinstance(value, int) and not double_holds(value)

    def _any_json(self, value: Json, path: str) -> Iterator[Issue]:
        match value:
            case dict():
                for name in sorted(value):
                    yield from self._any_json(value[name], f"{path}/{escape(name)}")
            case list():
                for index, item in enumerate(value):
                    yield from self._any_json(item, f"{path}/{index}")
            case float() if not math.isfinite(value):
                yield Issue(path, "json", WORDS["finite"])
            case int() if self._doubles and not double_holds(value):
                yield Issue(path, "precision", WORDS["precision"])
            case _:
                pass

    def _internal(
        self, check: plan.Internal, value: Json, path: str, seen: Seen
    ) -> Iterable[Issue]:
        tag, place = value, path
        for name in check.tag:
            if not isinstance(tag, dict):
                return [type_issue(("object",), place)]
            place += f"/{escape(name)}"
            if name not in tag:
                if check.missing is None:
                    return [Issue(place, "required", WORDS["required"])]
                return self.found(check.missing, value, path, seen)
            tag = tag[name]
        for branch in check.branches:
            if branch.tag == tag:
                return self.found(branch.program, value, path, seen) if branch.program else []
        if check.unknown is None:
            return [tag_issue(check.branches, place)]
        return self.found(check.unknown, value, path, seen)

    def _external(
        self, check: plan.External, value: Json, path: str, seen: Seen
    ) -> Iterable[Issue]:
        bare = {branch.tag for branch in check.branches if branch.program is None}
        payloads = {b.tag: b.program for b in check.branches if b.program is not None}
        if isinstance(value, str) and bare:
            return [] if value in bare else [tag_issue(check.branches, path)]
        if not isinstance(value, dict) or not payloads:
            wanted: tuple[JsonType, ...] = (
                *(("string",) if bare else ()),
                *(("object",) if payloads else ()),
            )
            return [type_issue(wanted, path)]
        if len(value) != 1:
            return [Issue(path, "tag", WORDS["one_key"])]
        [(tag, payload)] = value.items()
        place = f"{path}/{escape(tag)}"
        if tag not in payloads:
            return [tag_issue(check.branches, place)]
        if seen is not None:
            seen.add(tag)
        return self.found(payloads[tag], payload, place, None)


def _limited(check: Limit, value: Json, path: str, _seen: Seen) -> list[Issue]:
    return limit_issues(check, value, path)


def _has_type(value: Json, types: tuple[JsonType, ...]) -> bool:
    kind = json_type(value)
    return kind in types or (kind == "integer" and "number" in types)


def _told(branches: Iterable[tuple[tuple[JsonType, ...], Program]]) -> list[JsonType]:
    """The types that a message tells: with numbers, integers go without saying."""
    return [
        kind
        for types, _ in branches
        for kind in types
        if kind != "integer" or "number" not in types
    ]
