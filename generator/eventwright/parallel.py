"""Jobs side by side, where the system can double a process cheaply and safely."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, cast

Answer = TypeVar("Answer")

# Windows can't double a process; macOS can, but its own libraries may fail in the copy.
_CAN_DOUBLE = hasattr(os, "fork") and sys.platform != "darwin"


def side_by_side(jobs: Sequence[Callable[[], Answer]]) -> Iterator[Answer]:
    """What each job answers, in their order.

    Where the system allows it, all but the first run in copies of this process meanwhile, from
    which only their answers come back. A job of which no answer comes, for whatever reason, runs
    here once more, so that its failure is seen.
    """
    copies = [None, *map(_copy, jobs[1:])]
    try:
        for job, copy in zip(jobs, copies, strict=True):
            yield job() if copy is None else copy.answer()
    finally:
        for copy in copies:
            if copy is not None:
                copy.end()


def _copy(job: Callable[[], Answer]) -> _Copy[Answer] | None:
    """A copy that does the job; None where there can't be one."""
    if not _CAN_DOUBLE:
        return None
    try:
        return _Copy(job)
    except OSError:  # Too many processes, or too little memory.
        return None


class _Copy(Generic[Answer]):
    """A copy of this process that does one job and ends."""

    def __init__(self, job: Callable[[], Answer]) -> None:
        self._job = job
        self._has_answered = False
        reading, writing = os.pipe()
        self._process = os.fork()
        if not self._process:
            # Else the copy would wait for itself where nobody else reads its answer any more.
            os.close(reading)
            _do(job, writing)
        os.close(writing)
        self._pipe = os.fdopen(reading, "rb")  # `end` closes it.

    def answer(self) -> Answer:
        """What the job answers."""
        try:
            # Written by this very program, so it is safe to read and of the right type.
            answer = cast(Answer, pickle.load(self._pipe))  # noqa: S301
        except (EOFError, pickle.UnpicklingError):
            return self._job()
        self._has_answered = True
        return answer

    def end(self) -> None:
        """Have the copy end, whether it has answered or not."""
        self._pipe.close()
        if not self._has_answered:
            # As from the keyboard, so that it tidies up behind itself.
            os.kill(self._process, signal.SIGINT)
        os.waitpid(self._process, 0)


def _do(job: Callable[[], object], pipe: int) -> None:
    """Do a job in the copy, and end it without a word: what is left here is the first one's."""
    try:
        # What runs in the background of a shell would ignore it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        answer = pickle.dumps(job())
        with os.fdopen(pipe, "wb") as stream:
            stream.write(answer)
    finally:
        os._exit(0)
