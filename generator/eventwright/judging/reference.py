"""The plan, read literally: which issues a parsed payload has.

This is what the vectors expect of every binding. It shares the plan and the words with them and
nothing else, and it is written to be read, not to be fast.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from eventwright.errors import escape
from eventwright.judging.containers import (
    ArrayCheck,
    ObjectCheck,
    Seen,
    array_issues,
    object_issues,
)
from eventwright.judging.issues import Issue, tag_issue, type_issue
from eventwright.judging.limits import Limit, limit_issues
from eventwright.modelling.facts import json_type
from eventwright.planning import plan
from eventwright.planning.plan import Check, Plan, Program
from eventwright.planning.words import WORDS
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import MAX_SAFE, double_holds

_TOLD_ONCE = frozenset({"precision", "json"})
"""What several checks of one value may find."""


class Reference:
    """Judges values by the plan, as a binding does that holds every integer exactly.

    With `doubles`, as a binding does whose numbers are doubles: an integer that does not fit gets
    `precision`, and no other issue. It does so only where it is kept: whether a value passes what
    it is only tried against does not depend on how numbers are held.
    """

    def __init__(self, programs: Plan, *, doubles: bool = False) -> None:
        self._programs = programs.programs
        self._doubles = doubles
        # By identity; each program is kept, so that its id stays its own.
        self._asking: dict[int, tuple[Program, bool]] = {}
        self._exact = Reference(programs) if doubles else self

    def issues(
        self, program: Program, value: Json, path: str = "", seen: Seen = None
    ) -> list[Issue]:
        """The issues of a value, in plan order; none when it is valid.

        Args:
            program: What the value is judged by.
            value: The value.
            path: Where it stands.
            seen: Takes in the members and items that were looked at, where somebody asks.
        """
        own = set[str | int]() if self._asks(program) else seen
        found: list[Issue] = []
        for check in program.checks:
            if isinstance(check, plan.Type):
                fault = self._type(check.types, value, path)
                if fault is not None:
                    found.append(fault)
                    break
            else:
                found += (
                    issue
                    for issue in self._check(check, value, path, own)
                    if issue.code not in _TOLD_ONCE or issue not in found
                )
        if seen is not None and own is not None:
            seen |= own
        return found

    def _asks(self, program: Program) -> bool:
        """Whether one of a program's own checks needs to know what the others looked at."""
        if id(program) not in self._asking:
            asks = plan.UnevaluatedItems | plan.UnevaluatedMembers
            found = any(isinstance(check, asks) for check in program.checks)
            self._asking[id(program)] = program, found
        return self._asking[id(program)][1]

    def _check(self, check: Check, value: Json, path: str, seen: Seen) -> Iterable[Issue]:
        if isinstance(check, ObjectCheck):
            return object_issues(self.issues, check, value, path, seen)
        if isinstance(check, plan.Contains):
            return array_issues(self._exact.issues, check, value, path, seen)
        if isinstance(check, ArrayCheck):
            return array_issues(self.issues, check, value, path, seen)
        if isinstance(check, Limit):
            return limit_issues(check, value, path)
        match check:
            case plan.Never():
                return [Issue(path, "false", WORDS["never"])]
            case plan.AnyJson():
                return self._any_json(value, path)
            case plan.Type(types=types):
                fault = self._type(types, value, path)
                return [] if fault is None else [fault]
            case plan.Nullable(program=program):
                return [] if value is None else self.issues(program, value, path, seen)
            case plan.Call(entry=entry):
                return self.issues(self._programs[entry], value, path, seen)
            case plan.AllOf(programs=programs):
                return [i for p in programs for i in self.issues(p, value, path, seen)]
            case plan.AnyOf(programs=programs):
                passed = [program for program in programs if self._passes(program, value, seen)]
                if not passed:
                    return [Issue(path, "anyOf", WORDS["any_of"])]
                return self._lost(passed[0], value, path)
            case plan.OneOf(programs=programs):
                passed = [program for program in programs if self._passes(program, value, seen)]
                if len(passed) != 1:
                    return [Issue(path, "oneOf", WORDS["one_of"])]
                return self._lost(passed[0], value, path)
            case plan.Not(program=program):
                found = self._passes(program, value, None)
                return [Issue(path, "not", WORDS["not"])] if found else []
            case plan.Conditional(condition=condition, then=then, otherwise=otherwise):
                chosen = then if self._passes(condition, value, seen) else otherwise
                return self.issues(chosen, value, path, seen) if chosen else []
            case plan.Internal():
                return self._internal(check, value, path, seen)
            case plan.External():
                return self._external(check, value, path, seen)
            case plan.ByType(branches=branches):
                for types, program in branches:
                    if _has_type(value, types):
                        return self.issues(program, value, path, seen)
                return [type_issue(_told(branches), path)]

    def _passes(self, program: Program, value: Json, seen: Seen) -> bool:
        """Whether a value is valid; what was looked at is seen only then."""
        inside: Seen = None if seen is None else set()
        if self._exact.issues(program, value, "", inside):
            return False
        if seen is not None and inside is not None:
            seen |= inside
        return True

    def _lost(self, program: Program, value: Json, path: str) -> list[Issue]:
        """What is lost of a value that passes this program, and is read as it says."""
        return self.issues(program, value, path) if self._doubles else []

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

    def _any_json(self, value: Json, path: str) -> list[Issue]:
        match value:
            case float() if not math.isfinite(value):
                return [Issue(path, "json", WORDS["finite"])]
            case int() if self._doubles and not double_holds(value):
                return [Issue(path, "precision", WORDS["precision"])]
            case list():
                found = (self._any_json(item, f"{path}/{i}") for i, item in enumerate(value))
            case dict():
                found = (
                    self._any_json(value[name], f"{path}/{escape(name)}") for name in sorted(value)
                )
            case _:
                return []
        return [issue for issues in found for issue in issues]

    def _internal(self, check: plan.Internal, value: Json, path: str, seen: Seen) -> list[Issue]:
        tag, place = value, path
        for name in check.tag:
            if not isinstance(tag, dict):
                return [type_issue(("object",), place)]
            place += f"/{escape(name)}"
            if name not in tag:
                if check.missing is None:
                    return [Issue(place, "required", WORDS["required"])]
                return self.issues(check.missing, value, path, seen)
            tag = tag[name]
        for branch in check.branches:
            if branch.tag == tag:
                return self.issues(branch.program, value, path, seen) if branch.program else []
        if check.unknown is None:
            return [tag_issue(check.branches, place)]
        return self.issues(check.unknown, value, path, seen)

    def _external(self, check: plan.External, value: Json, path: str, seen: Seen) -> list[Issue]:
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
        return self.issues(payloads[tag], payload, place)


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
