"""A limit for what might never end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

HANGS = 20
"""Seconds of work: what is hostile is done within a few, and some machines are much slower."""
_WAITS = 10
"""How many times as long it may take by the clock: a machine may be busy with other things."""


class TooSlowError(BaseException):
    """A block took longer than it may; no Exception, since blocks may catch all of those."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError when the block works for longer; only in the main thread."""

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        raise TooSlowError(f"still running after {seconds} s")

    limits = {
        (signal.ITIMER_PROF, signal.SIGPROF): seconds,
        (signal.ITIMER_REAL, signal.SIGALRM): seconds * _WAITS,
    }
    before = [signal.signal(number, stop) for _, number in limits]
    for (timer, _), limit in limits.items():
        signal.setitimer(timer, limit)
    try:
        yield
    finally:
        for (timer, number), handler in zip(limits, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)
