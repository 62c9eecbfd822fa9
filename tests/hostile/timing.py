"""A limit for what might never end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

HANGS = 5
"""Seconds: what is hostile is owed an answer within one, and a busy machine is slower by far."""


class TooSlowError(AssertionError):
    """A block took longer than it may."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError when the block takes longer; only in the main thread."""

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        raise TooSlowError(f"still running after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
