"""How a member's value is tested in a straight line, where it is used as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from eventwright import patterns
from eventwright.frozen import frozen
from eventwright.modelling.model import Boolean, Integer, Literals, Open, Shape, Text
from eventwright.planning import plan
from eventwright.planning.bounds import integer_bounds
from eventwright.planning.plan import Check
from eventwright.rendering.code import python_literal
from eventwright.targets.python.choices import plain
from eventwright.targets.python.text import SIZES, format_test, limit_name


class NoStraightLineError(Exception):
    """The checks of a place ask for more than reading its shape does; its rule has to be asked."""


@frozen
class Instance:
    """That a variable's value is an instance of a class, and of no class below it."""

    variable: str
    class_: str


@frozen
class Guard:
    """A test in a straight line: the conditions under which a variable's value is at fault.

    `repair` is an expression that reads the value then, or raises InvalidError; None: it can't be.
    """

    faults: tuple[str, ...]
    repair: str | None = None
    instance: Instance | None = None
    """What is asked, where it is no more than that."""


def guard(shape: Shape, checks: tuple[Check, ...], variable: str) -> Guard | None:
    """The test of a value that is used as it stands once it has passed."""
    match shape, plain(checks):
        case Text() | Open(known=Literals()), (plan.Type(types=("string",)), *rest):
            faults = [f"type({variable}) is not str"]
            faults += [_text_fault(check, variable) for check in rest]
            return Guard(tuple(faults), instance=None if rest else Instance(variable, "str"))
        case Boolean(), (plan.Type(types=("boolean",)),):
            fault = f"type({variable}) is not bool"
            return Guard((fault,), instance=Instance(variable, "bool"))
        case Integer(), (plan.Type(types=("integer",)), *rest):
            faults = [f"type({variable}) is not int", *_bound_fault(rest, variable)]
            return Guard(tuple(faults), integer_reader(variable, rest))
        case _:
            return None


def _text_fault(check: Check, variable: str) -> str:
    match check:
        case plan.MinLength(limit=limit):
            return f"len({variable}) < {limit}"
        case plan.MaxLength(limit=limit):
            return f"len({variable}) > {limit}"
        case plan.Pattern(source=source):
            return f"not matches({variable}, {_pattern(source)})"
        case plan.Format(name=name):
            return f"not {format_test(name)}({variable})"
        case _:
            raise NoStraightLineError


def _pattern(source: str) -> str:
    return python_literal(patterns.python(source))


def text_reader(source: str, checks: Sequence[Check]) -> str:
    """An expression that reads a string.

    Raises:
        NoStraightLineError: More is asked of it than its length, patterns and formats.
    """
    shortest = max((c.limit for c in checks if isinstance(c, plan.MinLength)), default=None)
    longest = min((c.limit for c in checks if isinstance(c, plan.MaxLength)), default=None)
    sizes = _keywords(shortest=shortest, longest=longest)
    read = f"text({source})"
    if sizes:
        read = f"sized({read}, {sizes})"
    for check in checks:
        match check:
            case plan.MinLength() | plan.MaxLength():
                pass
            case plan.Pattern(source=pattern):
                read = f"matching({read}, {_pattern(pattern)})"
            case plan.Format(name=name):
                read = f"formatted({read}, {format_test(name)})"
            case _:
                raise NoStraightLineError
    return read


def number_reader(source: str, checks: Sequence[Check]) -> str:
    """An expression that reads a number.

    Raises:
        NoStraightLineError: More is asked of it than its bounds.
    """
    limits: dict[str, float] = {}
    read = f"number({source})"
    for check in checks:
        match check:
            case plan.Double():
                read = f"double({source})"
                continue
            case plan.Minimum(limit=limit):
                name, stricter = "minimum", max
            case plan.Maximum(limit=limit):
                name, stricter = "maximum", min
            case plan.ExclusiveMinimum(limit=limit):
                name, stricter = "above", max
            case plan.ExclusiveMaximum(limit=limit):
                name, stricter = "below", min
            case _:
                raise NoStraightLineError
        limits[name] = stricter(limit, limits.get(name, limit))
    return f"within({read}, {_keywords(**limits)})" if limits else read


def _keywords(**arguments: float | None) -> str:
    """Keyword arguments, but for those that have no value."""
    given = {name: value for name, value in arguments.items() if value is not None}
    return ", ".join(f"{name}={limit_name(value)}" for name, value in given.items())


def _bound_fault(checks: Sequence[Check], variable: str) -> list[str]:
    lower, upper = _bounds(checks)
    if lower is None and upper is None:
        return []
    left = "" if lower is None else f"{limit_name(lower)} <= "
    right = "" if upper is None else f" <= {limit_name(upper)}"
    return [f"not {left}{variable}{right}"]


def integer_reader(source: str, checks: Sequence[Check]) -> str:
    """An expression that reads an integer.

    Raises:
        NoStraightLineError: More is asked of it than its bounds.
    """
    lower, upper = _bounds(checks)
    if lower is None and upper is None:
        return f"integer({source})"
    if lower is not None and upper is not None and (lower, upper) in SIZES:
        return f"{SIZES[lower, upper]}({source})"
    return f"integer({source}, {limit_name(lower)}, {limit_name(upper)})"


def _bounds(checks: Sequence[Check]) -> tuple[int | None, int | None]:
    bounds = integer_bounds(checks)
    if bounds is None:
        raise NoStraightLineError
    return bounds
