"""Patterns that are let through take linear time in both languages, whatever they look like."""

from __future__ import annotations

import json
import random
import re

import pytest

from eventwright.patterns import blow_up, python
from hostile.timing import HANGS, within
from support.project import ROOT, run

SEARCHER = ROOT / "tests" / "hostile" / "patterns.mjs"
PATTERNS = 600
ATOMS = ("a", "b", ".", "[ab]", "[a-z]", r"\d", r"\w", "[^a]", "é", r"\s", "x", r"\b")
LOOKS = ("(?=a)", "(?!b)", "(?!.*x)")
REPEATS = ("*", "+", "?", "*?", "{0,9}", "{2,5}", "{3}", "{1,40}", "{0,300}")
UNITS = ("a", "b", "ab", "aab", "xa", "1a", "é", " ", "a1")
TEXTS = tuple(unit * (100_000 // len(unit)) + "!\n" for unit in UNITS)


def random_pattern(chance: random.Random, levels: int = 3) -> str:
    kind = chance.randrange(8) if levels else 0
    if kind < 3:
        made = chance.choice(ATOMS)
    elif kind == 3:
        return chance.choice(LOOKS)
    elif kind < 6:
        parts = [random_pattern(chance, levels - 1) for _ in range(chance.choice((1, 2, 3)))]
        made = f"({chance.choice(('', '?:'))}{'|'.join(parts)})"
    else:
        return "".join(random_pattern(chance, levels - 1) for _ in range(chance.choice((2, 3))))
    return made + chance.choice((*REPEATS, *[""] * 20)) if made != r"\b" else made


@pytest.fixture(scope="module")
def let_through() -> list[str]:
    chance = random.Random(1)  # noqa: S311 - nothing here is secret
    made = [
        chance.choice(("", "^")) + random_pattern(chance) + chance.choice(("", "$", "!"))
        for _ in range(PATTERNS)
    ]
    kept = [source for source in made if blow_up(source) is None]
    assert PATTERNS / 4 < len(kept) < PATTERNS
    return kept


def test_python_searches_long_texts_at_once(let_through: list[str]) -> None:
    for source in let_through:
        search = re.compile(python(source)).search
        with within(HANGS):
            for text in TEXTS:
                search(text)


def test_typescript_searches_long_texts_at_once(let_through: list[str]) -> None:
    asked = json.dumps({"patterns": let_through, "texts": TEXTS})
    taken = json.loads(run("node", SEARCHER, stdin=asked))
    assert len(taken) == len(let_through)
    slow = [source for source, seconds in zip(let_through, taken, strict=True) if seconds > HANGS]
    assert slow == []
