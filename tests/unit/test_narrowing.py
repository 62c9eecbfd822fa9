"""Checks of one value that are said once let the same values pass as all of them together."""

from __future__ import annotations

from itertools import combinations

import pytest

from eventwright.errors import Location
from eventwright.judging.reference import Reference
from eventwright.planning import plan
from eventwright.planning.narrowing import narrowed
from eventwright.planning.plan import Check, Plan, Program
from eventwright.reading.jsontext import Json

HERE = Location("m.json")
TEXT = plan.Type(("string",))
CHECKS: tuple[Check, ...] = (
    TEXT,
    plan.Type(("null", "string")),
    plan.Type(("null",)),
    plan.Type(("number",)),
    plan.Type(("integer", "boolean")),
    plan.Enum(("a", "b", None, 1, True)),
    plan.Enum(("b", 1, 2.5)),
    plan.Enum((1.0, False)),
    plan.Enum(([1], "b")),
    plan.Const([True]),
    plan.Const("b"),
    plan.MinLength(2),
    plan.Nullable(Program(HERE, (TEXT,))),
    plan.AnyOf((Program(HERE, (TEXT,)), Program(HERE, (plan.Type(("number",)),)))),
    plan.Not(Program(HERE, (plan.Type(("null",)),))),
)
VALUES: tuple[Json, ...] = (None, True, False, 0, 1, 1.0, 2.5, "a", "b", "bb", [], [1], [True], {})


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_same_values_pass(count: int) -> None:
    judge = Reference(Plan({}))
    for checks in combinations(CHECKS, count):
        together, once = Program(HERE, checks), Program(HERE, narrowed(checks))
        for value in VALUES:
            passes = judge.passes(together, value)
            assert judge.passes(once, value) == passes, (checks, value)


def test_types_and_values_are_said_once() -> None:
    checks = (plan.Type(("null", "string")), plan.Enum(("a", None)), TEXT, plan.Enum(("b", "a")))
    assert narrowed(checks) == (TEXT, plan.Enum(("a",)))


def test_nothing_is_asked_of_null_that_is_not_about_it() -> None:
    checks = (plan.Type(("null", "string")), plan.MinLength(2), plan.Type(("null",)))
    assert narrowed(checks) == (plan.Type(("null",)),)


def test_null_is_not_let_pass_where_another_check_asks_for_more() -> None:
    assert narrowed((plan.Nullable(Program(HERE, (TEXT,))), TEXT)) == (TEXT,)
