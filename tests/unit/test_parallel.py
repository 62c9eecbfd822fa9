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
    assert list(side_by_side(jobs)) == [f"{number}{SOME}" for number in range(5)]


def test_all_but_the_first_run_in_processes_of_their_own(either_way: bool) -> None:
    pids = list(side_by_side([os.getpid] * 3))
    assert pids[0] == ALONE
    assert len(set(pids)) == (3 if either_way else 1)


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("position", [0, 1])
def test_a_failure_is_raised_as_it_is(position: int) -> None:
    jobs: list[Callable[[], str]] = [lambda: "fine", lambda: "fine"]
    jobs[position] = fail
    with pytest.raises(ValueError, match="as planned"):
        list(side_by_side(jobs))


def _killed() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def test_a_job_whose_process_was_killed_is_done_again() -> None:
    job = partial(_in_the_first_process, lambda: "done again", _killed)
    assert list(side_by_side([lambda: "first", job])) == ["first", "done again"]


def test_where_no_process_can_be_had_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refuse)
    assert list(side_by_side([os.getpid] * 2)) == [ALONE, ALONE]


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
        list(side_by_side([fails_meanwhile, waits]))
    assert (tmp_path / "tidy").exists()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_copy_ends_when_nobody_waits_for_its_answer_any_more() -> None:
    held, holding = os.pipe()  # open at one end as long as a copy lives
    first = os.fork()
    if not first:
        os.close(held)
        side = side_by_side([lambda: SOME] * 3)
        next(side)
        os._exit(0)  # as if killed: it neither reads the answers nor ends the copies
    os.close(holding)
    os.waitpid(first, 0)
    with os.fdopen(held, "rb") as lives:
        assert select.select([lives], [], [], 30)[0]
        assert lives.read() == b""
