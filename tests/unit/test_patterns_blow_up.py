"""Which patterns may take more than linear time on a backtracking engine."""

from __future__ import annotations

import re

import pytest

from eventwright.patterns import blow_up, python
from hostile.timing import HANGS, within

LINEAR = [
    "^[A-Z]{3}$",
    "^(/([^/~]|~[01])*)*$",
    "^a*$",
    "a+",
    "^x-",
    "[0-9]{2,}",
    "^.*bar$",
    "X[a-z]*$",
    "^[a-z]+@[a-z]+$",
    "^(?!.*foo)",
    r"^(?=.*[A-Z])(?=.*\d).{8,}$",
    r"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$",
    r"\p{Letter}cole",
    r"^\p{digit}+$",
    r"^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$",
    "[a-z]{1,64}@",
    "^.{1,256}@.{1,256}$",
    r"^(['\"])x\1$",
    "^.{1,1000}$",
    "^(?:a?)*$",
    "^(a|b|)*$",
    r"^CVSS:3[.]1/((AV:[NALP]|AC:[LH]|PR:[NLH]|UI:[NR]|S:[UC]|[CIA]:[NLH]|E:[XUPFH]|RL:[XOTWU]"
    r"|RC:[XURC]|[CIA]R:[XLMH]|MAV:[XNALP]|MAC:[XLH]|MPR:[XNLH]|MUI:[XNR]|MS:[XUC]|M[CIA]:[XNLH])/)*"
    r"(AV:[NALP]|AC:[LH]|PR:[NLH]|UI:[NR]|S:[UC]|[CIA]:[NLH]|E:[XUPFH]|RL:[XOTWU]|RC:[XURC]"
    r"|[CIA]R:[XLMH]|MAV:[XNALP]|MAC:[XLH]|MPR:[XNLH]|MUI:[XNR]|MS:[XUC]|M[CIA]:[XNLH])$",
]
EXPONENTIAL = [
    "(a+)+$",
    "^(a*)*$",
    "^(a|a)*$",
    "^(a|aa)+$",
    r"^([a-z]+\d*)+!$",
    "^(?:(?:a?)*b)*$",
    "^(a{1,100}){1,100}$",
    "^(?!(a+)+$)",
    "^a(?:(?:x+)+y)?",
]
POLYNOMIAL = ["^b{0,9}a*[ab]+!$", r"^.*a.*b$", r"^\s*(.*)\s*$", "^(?:x(?:[a-z]*!)?)*"]
SEARCHED = ["a(?!.[ab]+)", "a?(a{1,9}[ab]{1,9}){2}!", "a+$", "[a-z]+@", "f.*o", r"\s+$"]
AMBIGUOUS = [
    "^x{0,9}[xy]{1,9}(a?){30}a{30}$",
    "^(a?){30}a{30}$",
    "^" + "a?" * 30 + "a" * 30,
    r"([a-z]{0,9}(?:b|é{2,5}|[ab]){2,5}\w)!",
]
TOO_LARGE = ["(((a{64}){64}){64})", "^" + "(|)" * 30 + "x", r"^(a*)\1$"]


@pytest.mark.parametrize("source", LINEAR)
def test_linear_patterns_are_let_through(source: str) -> None:
    assert blow_up(source) is None


@pytest.mark.parametrize(
    ("source", "length"),
    [
        (r"^[^@\s]+@[^@\s]+\.[^@\s]+$", 3000),
        (r"^\S+@\S+\.\S+$", 200),
        ("[a-z]+@", 3000),
        ("^b{0,9}a*[ab]+!$", 1000),
    ],
)
def test_polynomial_patterns_are_quick_on_short_texts(source: str, length: int) -> None:
    assert blow_up(source, length) is None
    assert blow_up(source, 20 * length)


@pytest.mark.parametrize("source", EXPONENTIAL)
def test_exponential_patterns_are_slow_on_short_texts_too(source: str) -> None:
    assert blow_up(source, 100)


@pytest.mark.parametrize(
    ("sources", "reason"),
    [
        (EXPONENTIAL, "a repetition can match the same text in more than one way"),
        (POLYNOMIAL, "two repetitions"),
        (SEARCHED, "tried again from every character"),
        (AMBIGUOUS, "optional parts"),
        (TOO_LARGE, "too large"),
    ],
)
def test_the_reason_is_told(sources: list[str], reason: str) -> None:
    assert [source for source in sources if reason not in (blow_up(source) or "")] == []


@pytest.mark.parametrize("source", LINEAR)
def test_what_is_let_through_reads_a_long_text_at_once(source: str) -> None:
    expression = re.compile(python(source))
    for unit in ("a", "a0", "X", "ab.", "9", "/", "/~0", "@", "fo", "-", "é"):
        with within(HANGS):
            expression.search(unit * (100_000 // len(unit)) + "!\n")
