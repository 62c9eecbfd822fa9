"""What is wrong with a payload: issues, the errors that hold them, and how they are collected.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

MAX_ISSUES = 100


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong with a payload."""

    path: str
    """Where it is, as a JSON Pointer (RFC 6901)."""
    code: str
    """The JSON Schema keyword that failed, or `tag`, `json` or `limit`."""
    message: str


class _IssuesError(ValueError):
    def __init__(self, issues: list[Issue]) -> None:
        super().__init__(issues)
        self.issues = issues

    def __str__(self) -> str:
        return "\n".join(f"{issue.path or 'the payload'} {issue.message}" for issue in self.issues)


class DecodeError(_IssuesError):
    """A payload is not what its schema asks for; `issues` tells all that is wrong with it."""


class EncodeError(_IssuesError):
    """A value has no JSON text; `issues` tells where and why."""


def escape(key: str) -> str:
    """A key as a segment of a JSON Pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def collected(find: Callable[[list[Issue]], None], most: int = MAX_ISSUES) -> list[Issue]:
    """The issues that a function notes; after so many, one that tells that there are more."""
    issues = Issues(most)
    try:
        find(issues)
    except EnoughError:
        return [*issues, Issue("", "limit", "has more issues than the 100 told here")]
    return list(issues)


class EnoughError(Exception):
    """There are as many issues as are told."""


class Issues(list[Issue]):
    """A list that takes an issue once, and ends the search when there is one more than it takes."""

    __slots__ = ("most",)

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def append(self, issue: Issue, /) -> None:
        if issue in self:
            return
        if len(self) == self.most:
            raise EnoughError
        super().append(issue)


TRIAL: Final = Issues(0)
"""Takes no issue: for what is only tried."""


def tell(issues: list[Issue], path: str, code: str, message: str) -> None:
    """Note an issue; where it is only tried whether there is one, nothing is made of it."""
    if issues is TRIAL:
        raise EnoughError
    issues.append(Issue(path, code, message))
