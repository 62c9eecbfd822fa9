"""What `make bench` measures, and the goal of each measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from support.fixtures import Protocol
from support.parsers import Parser

Direction: TypeAlias = Literal["higher", "lower"]
Unit: TypeAlias = Literal["ratio", "s", "bytes", "payloads"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure, the value that it should reach, and in which direction that is."""

    name: str
    goal: float
    better: Direction
    unit: Unit = "ratio"


@dataclass(frozen=True, slots=True)
class Result:
    """A measure and the value that it had in this run."""

    measure: Measure
    value: float

    @property
    def met(self) -> bool:
        """Whether the value as it is printed reaches the goal."""
        value, goal = round(self.value, 3), self.measure.goal
        return value >= goal if self.measure.better == "higher" else value <= goal


EVENTS: dict[Protocol, str] = {"event_frame": "event frames", "chat_event": "chat events"}


def _of_each(
    name: str, frames: float, chat: float, better: Direction = "higher"
) -> dict[Protocol, Measure]:
    goals: dict[Protocol, float] = {"event_frame": frames, "chat_event": chat}
    return {p: Measure(f"{name}, {EVENTS[p]}", goal, better) for p, goal in goals.items()}


_DECODE = "Python decode, {}: speed against pydantic BaseModel"
PYTHON_DECODE: dict[Parser, dict[Protocol, Measure]] = {
    "the standard library": _of_each(_DECODE.format("the standard library"), 1.00, 1.10),
    "orjson": _of_each(_DECODE.format("orjson"), 1.55, 1.60),
    "msgspec": _of_each(_DECODE.format("msgspec"), 1.55, 1.60),
}
_ENCODE = "Python encode, {}: speed against pydantic's to_json"
PYTHON_ENCODE: dict[Parser, dict[Protocol, Measure]] = {
    "the standard library": _of_each(_ENCODE.format("the standard library"), 0.70, 1.50),
    "orjson": _of_each(_ENCODE.format("orjson"), 1.40, 2.00),
}
TYPESCRIPT_DECODE = _of_each(
    "TypeScript decode: time against JSON.parse alone", 1.25, 1.12, "lower"
)
TYPESCRIPT_IS = _of_each("TypeScript is: speed against ajv", 2.5, 7)
TYPESCRIPT_IS_AFTER = _of_each(
    "TypeScript is, after all invalid payloads: speed against ajv", 2, 3.5
)


def wrong_verdicts(variant: str) -> Measure:
    """The count of wrong verdicts of one variant of our bindings."""
    name = f"Wrong verdicts on all vectors and fixtures, {variant}"
    return Measure(name, 0, "lower", "payloads")


BUNDLE = Measure("A client that validates both protocols, bundled, gzip", 3_200, "lower", "bytes")
IMPORT = Measure("Import of both Python modules: time against their bare dataclasses", 1.2, "lower")
GENERATE = Measure("eventwright generate, all targets but pydantic", 0.6, "lower", "s")
UNCHANGED = Measure("The same, nothing changed", 0.25, "lower", "s")
LARGE = Measure("generate of 5,400 definitions: time against datamodel-codegen", 0.5, "lower")
GROWTH = Measure("generate of 5,400 definitions: time against 540", 11, "lower")
