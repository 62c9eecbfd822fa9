"""Issues, and those whose words depend on more than one limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eventwright.planning import plan
from eventwright.planning.words import OTHER_MEMBERS, OTHER_VALUE, TYPES, WORDS, shown
from eventwright.reading.jsontext import Json, JsonType


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong with a payload."""

    path: str
    code: str
    message: str


def is_none(issues: Iterator[Issue]) -> bool:
    """Whether there is no issue; only the first one is looked for."""
    return next(issues, None) is None


def is_meant(issues: Iterable[Issue], path: str) -> bool:
    """Whether a value is of the kind that a branch is for, to go by what is wrong with it."""
    return not any(
        (issue.path == path and issue.code in OTHER_VALUE)
        or (issue.path.rpartition("/")[0] == path and issue.code in OTHER_MEMBERS)
        for issue in issues
    )


def type_issue(types: Iterable[JsonType], path: str) -> Issue:
    """The issue of a value that has none of these JSON types."""
    wanted = WORDS["or"].join(TYPES[name] for name in types)
    return Issue(path, "type", WORDS["type"] + wanted)


def tag_issue(branches: Iterable[plan.Branch], path: str) -> Issue:
    """The issue of a tag that is none of the branches'."""
    tags: list[Json] = list(dict.fromkeys(branch.tag for branch in branches))
    return Issue(path, "tag", WORDS["tag"] + shown(tags))
