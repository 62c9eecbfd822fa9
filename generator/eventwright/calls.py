"""Room for many calls inside each other, as schemas need that lead to each other in long chains."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_MOST_CALLS = 10_000
"""So many take less than half a megabyte of the processor's stack."""
_MOST_VALUES = 2**17
"""What calls hold of locals and of what they work on: a megabyte on Python's own stack."""

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def with_many_calls(function: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Let a function make many calls inside each other, and have room for all of them at once.

    Else Python takes 16 kB of stack from the system whenever a call needs more than is there, and
    gives them back as that call ends. A loop that stands right there waits longer for that than
    for what it calls, and a tenth of all time is spent so.
    """

    def roomy(*args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, _MOST_CALLS))
        try:
            return function(*args, **kwargs)
        finally:
            sys.setrecursionlimit(limit)

    # What a call is given at once is never less than twice what it asks for itself.
    roomy.__code__ = roomy.__code__.replace(co_stacksize=_MOST_VALUES)
    return wraps(function)(roomy)
