"""The plan, read literally: which issues a parsed payload has.

This is what the vectors expect of every binding. It shares the plan and the words with them and
nothing else, and it is written to be read, not to be fast.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass

from eventwright import plan
from eventwright.errors import escape
from eventwright.load import Json
from eventwright.plan import Check, JsonType, Plan, Program
from eventwright.targets.vectors.formats import FORMATS
from eventwright.words import TYPES, WORDS

MAX_SAFE = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong with a payload."""

    path: str
    code: str
    message: str


class _TypeFaultError(Exception):
    """The value has the wrong JSON type, so that the rest of its program has nothing to say."""


class Reference:
    """Judges values by the plan, as a binding does that holds every integer exactly.

    With `doubles`, as a binding does whose numbers are doubles: an integer that does not fit gets
    `precision`, and no other issue.
    """

    def __init__(self, programs: Plan, *, doubles: bool = False) -> None:
        self._programs = programs.programs
        self._doubles = doubles

    def issues(self, program: Program, value: Json, path: str = "") -> list[Issue]:
        """The issues of a value, in plan order; none when it is valid."""
        found: list[Issue] = []
        try:
            for check in program.checks:
                found += self._check(check, value, path)
        except _TypeFaultError as failure:
            found += failure.args
        return found

    def _check(self, check: Check, value: Json, path: str) -> list[Issue]:
        match check:
            case plan.AnyJson():
                return self._any_json(value, path)
            case plan.Type(types=types):
                return self._type(types, value, path)
            case plan.Items(program=program):
                items = value if isinstance(value, list) else []
                found = (self.issues(program, v, f"{path}/{i}") for i, v in enumerate(items))
                return [issue for issues in found for issue in issues]
            case plan.Members(members=members):
                return self._members(members, value, path)
            case plan.AdditionalMembers():
                return self._additional(check, value, path)
            case plan.Nullable(program=program):
                return [] if value is None else self.issues(program, value, path)
            case plan.Call(target=target):
                return self.issues(self._programs[target], value, path)
            case plan.Internal():
                return self._internal(check, value, path)
            case plan.External():
                return self._external(check, value, path)
            case _:
                return [] if _passes(check, value) else [Issue(path, *_fault(check))]

    def _type(self, types: tuple[JsonType, ...], value: Json, path: str) -> list[Issue]:
        kind = json_type(value)
        if kind not in types and not (kind == "integer" and "number" in types):
            raise _TypeFaultError(type_issue(types, path))
        if isinstance(value, bool) or not isinstance(value, int | float):
            return []
        if kind == "integer" and "integer" in types:
            if self._doubles and abs(value) > MAX_SAFE:
                raise _TypeFaultError(Issue(path, "precision", WORDS["precision"]))
        elif not _finite(value):
            raise _TypeFaultError(Issue(path, "json", WORDS["finite"]))
        return []

    def _any_json(self, value: Json, path: str) -> list[Issue]:
        match value:
            case float() if not math.isfinite(value):
                return [Issue(path, "json", WORDS["finite"])]
            case int() if self._doubles and not _double_holds(value):
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

    def _members(self, members: Iterable[plan.Member], value: Json, path: str) -> list[Issue]:
        if not isinstance(value, dict):
            return []
        found: list[Issue] = []
        for member in members:
            place = f"{path}/{escape(member.name)}"
            if member.name in value:
                found += self.issues(member.program, value[member.name], place)
            elif member.required:
                found.append(Issue(place, "required", WORDS["required"]))
        return found

    def _additional(self, check: plan.AdditionalMembers, value: Json, path: str) -> list[Issue]:
        if not isinstance(value, dict):
            return []
        found: list[Issue] = []
        for name in sorted(value.keys() - set(check.known)):
            place = f"{path}/{escape(name)}"
            if check.program is None:
                found.append(Issue(place, "additionalProperties", WORDS["additional"]))
            else:
                found += self.issues(check.program, value[name], place)
        return found

    def _internal(self, check: plan.Internal, value: Json, path: str) -> list[Issue]:
        if not isinstance(value, dict):
            return [type_issue(("object",), path)]
        place = f"{path}/{escape(check.tag)}"
        if check.tag not in value:
            return [Issue(place, "required", WORDS["required"])]
        for branch in check.branches:
            if branch.tag == value[check.tag]:
                return self.issues(branch.program, value, path) if branch.program else []
        return [_tag_issue(check.branches, place)]

    def _external(self, check: plan.External, value: Json, path: str) -> list[Issue]:
        bare = {branch.tag for branch in check.branches if branch.program is None}
        payloads = {b.tag: b.program for b in check.branches if b.program is not None}
        if isinstance(value, str) and bare:
            return [] if value in bare else [_tag_issue(check.branches, path)]
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
            return [_tag_issue(check.branches, place)]
        return self.issues(payloads[tag], payload, place)


def json_type(value: Json) -> JsonType:
    """The JSON type of a value; a number without a fraction is an integer."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "integer" if value.is_integer() else "number"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"


def same(one: Json, other: Json) -> bool:
    """Whether two values are the same JSON value: 1 is 1.0, and neither is true."""
    match one, other:
        case dict(), dict():
            return one.keys() == other.keys() and all(same(one[k], other[k]) for k in one)
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
        case _:
            return isinstance(one, bool) == isinstance(other, bool) and one == other


def type_issue(types: tuple[JsonType, ...], path: str) -> Issue:
    """The issue of a value that has none of these JSON types."""
    wanted = WORDS["or"].join(TYPES[name] for name in types)
    return Issue(path, "type", WORDS["type"] + wanted)


def _tag_issue(branches: Iterable[plan.Branch], path: str) -> Issue:
    tags: dict[str, None] = dict.fromkeys(branch.tag for branch in branches)
    return Issue(path, "tag", WORDS["tag"] + _as_json([*tags]))


def _finite(value: int | float) -> bool:
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False


def _double_holds(value: int) -> bool:
    return _finite(value) and int(float(value)) == value


def _passes(check: Check, value: Json) -> bool:
    match check:
        case plan.Enum(values=values):
            return any(same(value, other) for other in values)
        case plan.Const(value=other):
            return same(value, other)
        case plan.MinItems(limit=limit):
            return not isinstance(value, list) or len(value) >= limit
        case plan.MaxItems(limit=limit):
            return not isinstance(value, list) or len(value) <= limit
        case plan.MinLength(limit=limit):
            return not isinstance(value, str) or len(value) >= limit
        case plan.MaxLength(limit=limit):
            return not isinstance(value, str) or len(value) <= limit
        case plan.Format(name=name):
            return not isinstance(value, str) or FORMATS[name].check(value)
        case _:
            return (
                isinstance(value, bool)
                or not isinstance(value, int | float)
                or _bounded(check, value)
            )


def _bounded(check: Check, value: int | float) -> bool:
    match check:
        case plan.Minimum(limit=limit):
            return value >= limit
        case plan.Maximum(limit=limit):
            return value <= limit
        case plan.ExclusiveMinimum(limit=limit):
            return value > limit
        case plan.ExclusiveMaximum(limit=limit):
            return value < limit
        case _:
            raise TypeError(f"no such check of a number: {check}")


def _fault(check: Check) -> tuple[str, str]:
    """The code and the message of a failed check that has one limit or one list of values."""
    match check:
        case plan.Enum(values=values):
            return "enum", WORDS["enum"] + _as_json(list(values))
        case plan.Const(value=value):
            return "const", WORDS["const"] + _as_json(value)
        case plan.Format(name=name):
            return "format", WORDS["format"] + name
        case plan.Minimum(limit=limit):
            return "minimum", WORDS["minimum"] + _as_json(limit)
        case plan.Maximum(limit=limit):
            return "maximum", WORDS["maximum"] + _as_json(limit)
        case plan.ExclusiveMinimum(limit=limit):
            return "exclusiveMinimum", WORDS["exclusive_minimum"] + _as_json(limit)
        case plan.ExclusiveMaximum(limit=limit):
            return "exclusiveMaximum", WORDS["exclusive_maximum"] + _as_json(limit)
        case plan.MinLength(limit=limit):
            return "minLength", WORDS["min_length"] + _as_json(limit)
        case plan.MaxLength(limit=limit):
            return "maxLength", WORDS["max_length"] + _as_json(limit)
        case plan.MinItems(limit=limit):
            return "minItems", WORDS["min_items"] + _as_json(limit)
        case plan.MaxItems(limit=limit):
            return "maxItems", WORDS["max_items"] + _as_json(limit)
        case _:
            raise TypeError(f"this check has issues of its own kind: {check}")


def _as_json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)
