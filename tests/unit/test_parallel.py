"""Jobs side by side answer as they would one after another, whatever becomes of their processes."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from eventwright import parallel
from eventwright.parallel import side_by_side

ALONE = os.getpid()
SOME = "some text that fills more than a pipe holds" * 10_000


@pytest.fixture(autouse=True)
def processors(monkeypatch: pytest.MonkeyPatch) -> int:
    """How many processors there seem to be, whatever machine this is."""
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    return 3


@pytest.fixture(params=[True, False], ids=["copies", "no copies"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the system doubles processes; the answers are the same."""
    doubles = bool(request.param)
    monkeypatch.setattr(parallel, "_CAN_DOUBLE", doubles)
    return doubles


def fail() -> str:
    raise ValueError("as planned")


def _in_the_first_process(alone: Callable[[], str], copied: Callable[[], str]) -> str:
    return alone() if os.getpid() == ALONE else copied()


@pytest.mark.usefixtures("either_way")
def test_answers_come_in_the_order_of_the_jobs() -> None:
    jobs = [lambda number=number: f"{number}{SOME}" for number in range(5)]
    assert side_by_side(jobs) == [f"{number}{SOME}" for number in range(5)]


def _read(pipe: int) -> bytes:
    """What is in a pipe; nothing where nothing comes in half a minute."""
    return os.read(pipe, 1) if select.select([pipe], [], [], 30)[0] else b""


def _meeting(count: int) -> Callable[[], int]:
    """A job that waits until so many processes do it, and tells in which one it was done."""
    here, arriving = os.pipe()
    go, letting = os.pipe()

    def meets() -> int:
        os.write(arriving, b"!")
        if os.getpid() == ALONE:
            for _ in range(count):
                _read(here)
            os.write(letting, b"!" * count)
        _read(go)
        return os.getpid()

    return meets


def test_as_many_run_at_a_time_as_there_are_processors(processors: int) -> None:
    pids = side_by_side([_meeting(processors)] * processors)
    assert ALONE in pids
    assert len(set(pids)) == processors


def test_no_more_processes_do_jobs_than_there_are_processors(processors: int) -> None:
    meets = _meeting(processors)
    pids = side_by_side([meets] * processors + [os.getpid] * 20)
    assert len(set(pids)) == processors


def test_a_job_that_takes_long_keeps_no_other_one_waiting() -> None:
    waiting, done = os.pipe()
    others: list[Callable[[], bytes]] = [lambda: b"."] * 5
    jobs = [lambda: _read(waiting), *others, lambda: bytes([os.write(done, b"!")])]
    assert side_by_side(jobs) == [b"!", *[b"."] * 5, b"\1"]


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("position", [0, 1])
def test_a_failure_is_raised_as_it_is(position: int) -> None:
    jobs: list[Callable[[], str]] = [lambda: "fine", lambda: "fine"]
    jobs[position] = fail
    with pytest.raises(ValueError, match="as planned"):
        side_by_side(jobs)


def _killed() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def test_a_job_whose_process_was_killed_is_done_again() -> None:
    dies = partial(_in_the_first_process, lambda: "done here", _killed)
    assert side_by_side([dies] * 5) == ["done here"] * 5


def test_where_no_process_can_be_had_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert side_by_side([os.getpid] * 2) == [ALONE, ALONE]


def test_what_is_no_longer_wanted_ends_and_tidies_up(tmp_path: Path) -> None:
    ready, writing = os.pipe()

    def waits() -> str:
        try:
            os.write(writing, b"!")
            signal.pause()
        finally:
            (tmp_path / "tidy").touch()
        return "never"

    def fails_meanwhile() -> str:
        os.read(ready, 1)
        return fail()

    with pytest.raises(ValueError, match="as planned"):
        side_by_side([partial(_in_the_first_process, fails_meanwhile, waits)] * 2)
    assert (tmp_path / "tidy").exists()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_copy_ends_when_nobody_waits_for_its_answer_any_more() -> None:
    held, holding = os.pipe()  # open at one end as long as a copy lives
    waiting, letting = os.pipe()
    first = os.fork()
    if not first:
        os.close(held)
        alone = os.getpid()

        def ends_alone() -> str:
            if os.getpid() == alone:
                os.write(letting, b"!!")
                os._exit(0)  # as if killed: it neither reads the answers nor ends the copies
            os.read(waiting, 1)
            return SOME

        side_by_side([ends_alone] * 3)
    os.close(holding)
    os.waitpid(first, 0)
    with os.fdopen(held, "rb") as lives:
        assert select.select([lives], [], [], 30)[0]
        assert lives.read() == b""
