"""Time contenders against each other: interleaved in one process, round after round."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median
from time import process_time
from typing import Any, TypeAlias

from support.fixtures import Protocol

ROUNDS = 40
ORDER_SEED = 1

# Any: what a contender decodes into is its own affair.
Decoders: TypeAlias = Mapping[Protocol, Callable[[bytes], Any]]
Encoders: TypeAlias = Mapping[Protocol, Callable[[Any], bytes]]

Times: TypeAlias = Mapping[str, Sequence[float]]
"""The time an input takes, one number a round, of each runner by its name."""

Races: TypeAlias = Mapping[Protocol, Times]


@dataclass(frozen=True, slots=True)
class Runner:
    """A function to time, and what it is called with, one after the other."""

    name: str
    function: Callable[[Any], object]
    inputs: Sequence[Any]
    share: int = 1
    """One in how many inputs is taken in a round, each round others; for those that are slow."""

    def seconds(self, turn: int) -> float:
        """The processor's time for an input, on average over those of this turn.

        Time in which other programs ran is not in it, so a busy machine does little harm.
        """
        function, inputs = self.function, self.inputs[turn % self.share :: self.share]
        start = process_time()
        for each in inputs:
            function(each)
        return (process_time() - start) / len(inputs)


def race(runners: Sequence[Runner], rounds: int = ROUNDS) -> Times:
    """Let every runner run once a round, in an order that changes; one more round warms up."""
    times: dict[str, list[float]] = {runner.name: [] for runner in runners}
    order = Random(ORDER_SEED)  # noqa: S311 - nothing here is a secret
    for turn in range(rounds + 1):
        for runner in order.sample(runners, len(runners)):
            gc.collect()
            gc.disable()
            try:
                seconds = runner.seconds(turn)
            finally:
                gc.enable()
            if turn:
                times[runner.name].append(seconds)
    return times


def time_ratio(times: Times, name: str, reference: str) -> float:
    """How many times the reference's time a runner takes: the median over all rounds."""
    pairs = zip(times[name], times[reference], strict=True)
    return median(mine / other for mine, other in pairs)


def speed_ratio(times: Times, name: str, reference: str) -> float:
    """How many times as fast as the reference a runner is: the median over all rounds."""
    return time_ratio(times, reference, name)
