"""How figures are spelled, in text and in the chart."""

from __future__ import annotations

from benchmarks.measures import Measure, Result, Unit


def spelled(value: float, unit: Unit) -> str:
    """A figure with its unit; a ratio has three significant digits, and no unit."""
    match unit:
        case "ratio":
            return (
                f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else _small(value)
            )
        case "s":
            return f"{value:.2f} s"
        case "bytes" | "payloads":
            return f"{round(value):,}"


def _small(value: float) -> str:
    return f"{value:.2g}"


def goal(measure: Measure) -> str:
    """What a measure should be, such as `≥ 1.10`."""
    sign = "≥" if measure.better == "higher" else "≤"
    return f"{sign} {spelled(measure.goal, measure.unit)}"


def verdict(result: Result) -> str:
    """Whether a result meets its goal, in a word."""
    return "yes" if result.met else "no"
