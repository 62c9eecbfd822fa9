"""How a member's value is tested in a straight line, where it is used as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from eventwright import patterns
from eventwright.frozen import frozen
from eventwright.modelling.model import (
    Boolean,
    Integer,
    Literals,
    Never,
    Null,
    Number,
    Open,
    Shape,
    Text,
)
from eventwright.planning import plan
from eventwright.planning.bounds import integer_bounds
from eventwright.planning.plan import Check, Program
from eventwright.reading.jsontext import Json
from eventwright.rendering.code import python_literal
from eventwright.targets.python.choices import plain
from eventwright.targets.python.text import SIZES, format_test, limit_name, literals


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
            faults = [f"type({variable}) is not int", *_integer_faults(rest, variable)]
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
        case plan.Not(program=ruled_out):
            return f"{variable} in {literals(_texts(ruled_out))}"
        case _:
            raise NoStraightLineError


def _texts(program: Program) -> tuple[str, ...]:
    """The strings that pass a program which lists what passes.

    Raises:
        NoStraightLineError: It lists nothing.
    """
    match program.checks:
        case (plan.Const(value=value),):
            values: tuple[Json, ...] = (value,)
        case (plan.Enum(values=values),):
            pass
        case _:
            raise NoStraightLineError
    return tuple(value for value in values if isinstance(value, str))


def _pattern(source: str) -> str:
    return python_literal(patterns.python(source))


def text_reader(source: str, checks: Sequence[Check]) -> str:
    """An expression that reads a string.

    Raises:
        NoStraightLineError: Other things are asked of it than tests of strings tell.
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
            case plan.Not(program=ruled_out):
                read = f"other_than({read}, {literals(_texts(ruled_out))})"
            case _:
                raise NoStraightLineError
    return read


def number_reader(source: str, checks: Sequence[Check]) -> str:
    """An expression that reads a number.

    Raises:
        NoStraightLineError: More is asked of it than its bounds and what it is a multiple of.
    """
    limits: dict[str, float] = {}
    divisors: list[float] = []
    read = f"number({source})"
    for check in checks:
        match check:
            case plan.Double():
                read = f"double({source})"
                continue
            case plan.MultipleOf(divisor=divisor):
                divisors.append(divisor)
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
    read = f"within({read}, {_keywords(**limits)})" if limits else read
    return _multiple(read, divisors)


def _multiple(read: str, divisors: Sequence[float]) -> str:
    """An expression that reads a number as another one does, which is a multiple of some others."""
    for divisor in divisors:
        read = f"multiple({read}, {divisor!r})"
    return read


def _keywords(**arguments: float | None) -> str:
    """Keyword arguments, but for those that have no value."""
    given = {name: value for name, value in arguments.items() if value is not None}
    return ", ".join(f"{name}={limit_name(value)}" for name, value in given.items())


def _integer_faults(checks: Sequence[Check], variable: str) -> list[str]:
    (lower, upper), divisors = _bounds_and_divisors(checks)
    left = "" if lower is None else f"{limit_name(lower)} <= "
    right = "" if upper is None else f" <= {limit_name(upper)}"
    is_bounded = bool(left or right)
    return [
        *([f"not {left}{variable}{right}"] if is_bounded else []),
        *(f"{variable} % {_least_multiple(divisor)} != 0" for divisor in divisors),
    ]


def _least_multiple(divisor: float) -> int:
    """The least integer of which all integers that are multiples of a number are multiples."""
    return int(divisor) if divisor == int(divisor) else Fraction(repr(divisor)).numerator


def integer_reader(source: str, checks: Sequence[Check]) -> str:
    """An expression that reads an integer.

    Raises:
        NoStraightLineError: More is asked of it than its bounds and what it is a multiple of.
    """
    (lower, upper), divisors = _bounds_and_divisors(checks)
    if lower is None and upper is None:
        read = f"integer({source})"
    elif lower is not None and upper is not None and (lower, upper) in SIZES:
        read = f"{SIZES[lower, upper]}({source})"
    else:
        read = f"integer({source}, {limit_name(lower)}, {limit_name(upper)})"
    return _multiple(read, divisors)


def _bounds_and_divisors(
    checks: Sequence[Check],
) -> tuple[tuple[int | None, int | None], list[float]]:
    """The bounds of an integer, and what it is a multiple of.

    Raises:
        NoStraightLineError: More is asked of it.
    """
    divisors = [check.divisor for check in checks if isinstance(check, plan.MultipleOf)]
    bounds = integer_bounds(c for c in checks if not isinstance(c, plan.MultipleOf))
    if bounds is None:
        raise NoStraightLineError
    return bounds, divisors


def scalar_reader(shape: Shape, checks: tuple[Check, ...], source: str) -> str:
    """An expression that reads a value which holds no others.

    Raises:
        NoStraightLineError: It is none, or more is asked of it than its shape says.
    """
    match shape, checks:
        case Never(), (plan.Never(),):
            return f"never({source})"
        case Text() | Open(known=Literals()), (plan.Type(types=("string",)), *rest):
            return text_reader(source, rest)
        case Boolean(), (plan.Type(types=("boolean",)),):
            return f"boolean({source})"
        case Null(), (plan.Type(types=("null",)),):
            return f"one_value({source}, (None,))"
        case Number(), (plan.Type(types=("number",)), *rest):
            return number_reader(source, rest)
        case Integer(), (plan.Type(types=("integer",)), *rest):
            return integer_reader(source, rest)
        case _:
            raise NoStraightLineError
