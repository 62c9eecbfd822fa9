"""Tests of the room for many calls inside each other."""

from __future__ import annotations

import sys

import pytest

from eventwright.calls import with_many_calls


def _deep(levels: int) -> int:
    return 1 + _deep(levels - 1) if levels else 0


def _shallow() -> None:
    pass


def _looping(levels: int) -> None:
    """Make some calls at each of so many levels."""
    for _ in range(100):
        _shallow()
    if levels:
        _looping(levels - 1)


def test_calls_may_be_deep_and_only_there() -> None:
    limit = sys.getrecursionlimit()
    assert with_many_calls(_deep)(9_000) == 9_000
    assert sys.getrecursionlimit() == limit


def test_calls_keep_the_memory_that_they_use() -> None:
    resource = pytest.importorskip("resource", reason="Windows counts nothing of the kind")

    def faults() -> int:
        counted: int = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        return counted

    @with_many_calls
    def work() -> int:
        _looping(500)
        before = faults()
        _looping(500)
        return faults() - before

    assert work() < 50
