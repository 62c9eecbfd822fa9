"""Jobs side by side, where the system can double a process cheaply and safely.

A copy of the process has at hand all that its jobs need, and sends nothing but answers. The pools
of the standard library want jobs that can be pickled, and take 35 ms to import and to begin, where
a small schema takes 400 ms in all.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, cast

Answer = TypeVar("Answer")

# Windows can't double a process; macOS can, but its own libraries may fail in the copy.
_CAN_DOUBLE = hasattr(os, "fork") and sys.platform != "darwin"


def side_by_side(jobs: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """What each job answers, in their order; there are at most 256.

    Where the system allows it, as many processes as it has processors do them: this one, and
    copies of it. Each takes the next job as soon as it is done with another, so that those that
    take longest should come first. A job of which no answer comes, for whatever reason, runs here
    once more, so that its failure is seen.
    """
    queue = _queue(len(jobs))
    copies: list[_Copy[Answer]] = []
    answers: dict[int, Answer] = {}
    try:
        while len(copies) < _most_processes(len(jobs)) - 1 and (copy := _copy(jobs, queue)):
            copies.append(copy)
        answers |= _taken(jobs, queue)
        for copy in copies:
            answers |= copy.answers()
    finally:
        os.close(queue)
        for copy in copies:
            copy.end()
    return [answers[n] if n in answers else job() for n, job in enumerate(jobs)]


def _most_processes(jobs: int) -> int:
    return min(jobs, os.cpu_count() or 1) if _CAN_DOUBLE else 1


def _copy(jobs: Sequence[Callable[[], Answer]], queue: int) -> _Copy[Answer] | None:
    """A copy that takes jobs; None where there can't be one more."""
    try:
        return _Copy(jobs, queue)
    except OSError:  # Too many processes, or too little memory.
        return None


def _queue(count: int) -> int:
    """A pipe that holds the numbers of the jobs: what one process reads, no other does."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(count)))
    os.close(writing)
    return reading


def _taken(jobs: Sequence[Callable[[], Answer]], queue: int) -> dict[int, Answer]:
    """Do jobs until all are taken; the answers by the jobs' numbers."""
    answers: dict[int, Answer] = {}
    while taken := os.read(queue, 1):
        answers[taken[0]] = jobs[taken[0]]()
    return answers


class _Copy(Generic[Answer]):
    """A copy of this process that does some of the jobs and ends."""

    def __init__(self, jobs: Sequence[Callable[[], Answer]], queue: int) -> None:
        self._has_answered = False
        reading, writing = os.pipe()
        self._process = os.fork()
        if not self._process:
            # Else the copy would wait for itself where nobody else reads its answer any more.
            os.close(reading)
            _do(jobs, queue, writing)
        os.close(writing)
        self._pipe = os.fdopen(reading, "rb")  # `end` closes it.

    def answers(self) -> dict[int, Answer]:
        """What the jobs that it took answer, by their numbers; nothing where one failed."""
        try:
            # Written by this very program, so it is safe to read and of the right type.
            answers = cast(dict[int, Answer], pickle.load(self._pipe))  # noqa: S301
        except (EOFError, pickle.UnpicklingError):
            return {}
        self._has_answered = True
        return answers

    def end(self) -> None:
        """Have the copy end, whether it has answered or not."""
        self._pipe.close()
        if not self._has_answered:
            # As from the keyboard, so that it tidies up behind itself.
            os.kill(self._process, signal.SIGINT)
        os.waitpid(self._process, 0)


def _do(jobs: Sequence[Callable[[], object]], queue: int, pipe: int) -> None:
    """Do jobs in the copy, and end it without a word: what is left here is the first one's."""
    try:
        # What runs in the background of a shell would ignore it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        answers = pickle.dumps(_taken(jobs, queue))
        with os.fdopen(pipe, "wb") as stream:
            stream.write(answers)
    finally:
        os._exit(0)
