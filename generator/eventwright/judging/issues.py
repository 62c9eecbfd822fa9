"""Issues, and those whose words depend on more than one limit."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from eventwright.errors import escape
from eventwright.planning import plan
from eventwright.planning.words import (
    OTHER_MEMBERS,
    OTHER_VALUE,
    UNKNOWN_MEMBERS,
    WORDS,
    shown,
)
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import TYPES, TagValue


# A tuple, since judging makes and compares thousands.
class Issue(NamedTuple):
    """One thing that is wrong with a value."""

    path: str
    """Where, from the value on."""
    code: str
    message: str

    def under(self, segment: str | int) -> Issue:
        """The same, told of what holds the value as this member or item."""
        return Issue(f"/{escape(segment)}{self.path}", self.code, self.message)


def is_none(issues: Iterator[Issue]) -> bool:
    """Whether there is no issue; only the first one is looked for."""
    return next(issues, None) is None


def told_of_none(found: Iterable[list[Issue]], issue: Issue) -> list[Issue]:
    """Why a value passes no branch: what is wrong with it by the one branch that it is meant for.

    Args:
        found: What is wrong with it by each branch.
        issue: What to tell where it may be meant for several, or for none.
    """
    meant = [issues for issues in found if _is_meant(issues, OTHER_MEMBERS)]
    if len(meant) > 1:
        meant = [issues for issues in meant if _is_meant(issues, UNKNOWN_MEMBERS)]
    return meant[0] if len(meant) == 1 else [issue]


def _is_meant(issues: Iterable[Issue], of_members: Container[str]) -> bool:
    """Whether a value is of the kind that a branch is for, to go by what is wrong with it."""
    return not any(
        (issue.code in OTHER_VALUE and not issue.path)
        or (issue.code in of_members and issue.path.count("/") == 1)
        for issue in issues
    )


def type_issue(types: Iterable[JsonType], path: str = "") -> Issue:
    """The issue of a value that has none of these JSON types."""
    wanted = WORDS["or"].join(TYPES[name] for name in types)
    return Issue(path, "type", WORDS["type"] + wanted)


def tag_issue(branches: Iterable[plan.Branch[TagValue]], path: str = "") -> Issue:
    """The issue of a tag that is none of the branches'."""
    tags: list[Json] = list(dict.fromkeys(branch.tag for branch in branches))
    return Issue(path, "tag", WORDS["tag"] + shown(tags))


def told_types(branches: Iterable[tuple[tuple[JsonType, ...], plan.Program]]) -> list[JsonType]:
    """The types that a message tells: with numbers, integers go without saying."""
    return [
        kind
        for types, _ in branches
        for kind in types
        if kind != "integer" or "number" not in types
    ]
