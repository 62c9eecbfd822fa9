"""ECMA-262 patterns: what is found, what is refused, and what both languages get."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from typing import Annotated

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from eventwright.patterns import PatternError, python, rust, typescript
from eventwright.patterns.unicode import code_points

FOUND = [
    (r"^abc$", "abc", "abc\n"),
    (r"^\t$", "\t", r"\t"),
    (r"^\cC$", "\x03", r"\cC"),
    (r"^\cc$", "\x03", r"\cc"),
    (r"^\d$", "0", "\u07c0"),
    (r"^\D$", "\u07c0", "0"),
    (r"^\w$", "a", "é"),
    (r"^\W$", "é", "a"),
    (r"^\s$", "\ufeff", "\u180e"),
    (r"^\S$", "\x01", "\u2029"),
    (r"^.$", "\x85", "\u2028"),
    (r"a\b", "aé", "ab"),
    (r"^\B$", "", "a"),
    (r"\p{Letter}cole", "école", "ÉCOLE"),
    (r"^\p{digit}+$", "৪২", "-%#"),
    (r"^\p{Script=Greek}$", "\u03b1", "a"),
    (r"^\p{scx=Deva}$", "\u0964", "a"),
    (r"^[^\P{Lu}A]$", "É", "A"),
    (r"^🐲*$", "🐲🐲", "🐉"),
    (r"^\ud83d\udc32$", "🐲", "\ud83d"),
    (r"^\u{1F432}{2}$", "🐲🐲", "🐲"),
    (r"^[^]$", "\n", ""),
    (r"^(?:a|[])$", "a", ""),
    (r"^(?<quote>['\"])x\k<quote>$", "'x'", "'x\""),
    (r"^(a)\1\0?$", "aa", "a"),
    (r"(?<=a|bc)d", "bcd", "bd"),
    (r"(?<!a|bc)d", "bd", "bcd"),
    (r"^[a-c]{2,3}?$", "abc", "abcd"),
    (r"^[\w-.]+\-\@[[&|~]$", "a.b-@~", "a b-@~"),
    (r"^${a}|^{b}]$".replace("$", r"\$", 1), "{b}]", "b"),
]


@pytest.mark.parametrize(("source", "found", "missed"), FOUND)
def test_python_finds_what_ecma_262_finds(source: str, found: str, missed: str) -> None:
    expression = re.compile(python(source))
    assert expression.search(found)
    assert not expression.search(missed)


@pytest.mark.parametrize(("source", "found", "missed"), FOUND)
def test_rust_finds_the_same_or_has_no_such_pattern(source: str, found: str, missed: str) -> None:
    pattern = rust(source)
    if pattern is None:
        assert re.search(r"\(\?<?[=!]|\\k|\\1|\\B|\[\]", source)
        return
    text = TypeAdapter[str](Annotated[str, Field(pattern=pattern)])
    assert text.validate_python(found) == found
    # What is no text in UTF-8 is refused as such.
    with pytest.raises(ValidationError, match=r"should match pattern|unicode"):
        text.validate_python(missed)


def test_node_finds_the_same() -> None:
    script = """
        const cases = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
        console.log(JSON.stringify(cases.map(([source, ...texts]) =>
            texts.map((text) => new RegExp(source, "u").test(text)))));
    """
    cases = [[typescript(source), found, missed] for source, found, missed in FOUND]
    run = subprocess.run(
        ["node", "-e", script], input=json.dumps(cases), capture_output=True, text=True, check=True
    )
    answers = json.loads(run.stdout)
    wrong = [case for case, answer in zip(FOUND, answers, strict=True) if answer != [True, False]]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a**", "nothing to repeat, at character 3"),
        ("^*", "an assertion can't be repeated, at character 1"),
        ("(?=a)?", "an assertion can't be repeated"),
        ("a{3,1}", "out of order, at character 2"),
        ("^[[:alpha:]]$", r"\[:alpha:\] is no class of ECMA-262, .*, at character 3"),
        ("[^[:digit:]_]", r"\[:digit:\] is no class of ECMA-262, .*, at character 3"),
        ("a{,3}", "nothing to repeat|starts with a number"),
        ("a{1", "a quantifier in braces is"),
        ("a{99999999999}", "too large"),
        ("(a", "the group opened at character 1 is not closed"),
        ("a)", "never opened, at character 2"),
        ("[a", "not closed"),
        ("[b-a]", "range in a class is out of order, at character 2"),
        ("a\\", "a backslash stands at the end"),
        (r"\Z", r"\\Z is no escape of ECMA-262 \(ECMA-262 writes \$\)"),
        (r"\a", r"\\a is no escape"),
        (r"\01", "no escape"),
        (r"\x1", "2 hexadecimal digits"),
        (r"\u{110000}", "at most 10FFFF"),
        (r"\c1", "a letter from A to Z"),
        (r"\p{Foo}", "no Unicode property 'Foo'"),
        (r"\p{Script=Foo}", "no Unicode property"),
        (r"\pL", "in braces"),
        (r"\1", "needs a group that comes before it"),
        (r"\k<n>(?<n>a)", "needs a group that comes before it"),
        ("(?<n>a)|(?<n>b)", "two groups are named 'n'"),
        ("(?<1>a)", "has to be an identifier"),
        ("(?i:a)", "kind of group"),
        ("(?>a)", "kind of group"),
        ("(" * 101 + ")" * 101, "more than 100 deep"),
    ],
)
def test_what_is_no_pattern_is_refused_for_both_languages(source: str, problem: str) -> None:
    for translate in (python, typescript):
        with pytest.raises(PatternError, match=problem):
            translate(source)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("(?<=a+)b", "texts of one length"),
        (r"(a)?\1", "group 1 may not have"),
        (r"(?:(a)|b)\1", "group 1 may not have"),
        (r"(a\1)", "group 1 may not have"),
        (r"(?=(a))\1", "group 1 may not have"),
    ],
)
def test_what_python_cannot_say_is_refused(source: str, problem: str) -> None:
    with pytest.raises(PatternError, match=problem):
        python(source)


def test_plain_patterns_stay_as_they_are_in_typescript() -> None:
    source = r"^(?<year>\d{4})-[\w.\-/]+(?:é|\u{1F432})$"
    assert typescript(source) == source


def test_a_place_inside_a_surrogate_pair_is_no_place() -> None:
    assert typescript(r"\B") == r"(?=[^]|$)(?:\B)"
    assert typescript(r"a\B") == r"a\B"


def test_general_categories_agree_with_python_on_what_was_assigned_before() -> None:
    for category in ("Lu", "Nd", "Zs", "Pc"):
        chars = code_points(category)
        assert chars is not None
        ours = {p for first, last in chars.ranges for p in range(first, last + 1)}
        theirs = {p for p in range(0x110000) if unicodedata.category(chr(p)) == category}
        unassigned = {p for p in ours if unicodedata.category(chr(p)) == "Cn"}
        assert ours - unassigned == theirs
