"""Payloads that are wrong, or nearly so, as text: before any schema is looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator

from eventwright.frozen import frozen
from eventwright.judging.issues import Issue
from eventwright.judging.reference import Reference
from eventwright.planning.plan import Program
from eventwright.planning.words import WORDS
from eventwright.reading.jsontext import Json
from eventwright.targets.vectors.tree import Raw, Tree, as_object, write

_LEVELS = 127
_DIGITS = 4300


@frozen
class TextCase:
    """A payload text; `issue` is what is wrong with it as text, or None if the schema decides."""

    aim: str
    text: str
    issue: Issue | None


@frozen
class _Hole:
    """A place in a valid payload where any JSON may stand."""

    base: dict[str, Json]
    path: tuple[str, ...]

    @property
    def depth(self) -> int:
        """How many levels enclose the place."""
        return len(self.path) + 1

    def fill(self, text: str) -> str:
        """The payload with this JSON text at the place."""
        return write(_put(self.base, self.path, Raw(text)))


def text_cases(reference: Reference, program: Program, base: Json) -> Iterator[TextCase]:
    """The texts to try on one type, of which `base` is a valid value."""
    good = write(base)
    for aim, text in _WHOLE_FAULTS.items():
        # Two numbers in a row are one.
        if not (text == "@@" and good[-1].isdigit()):
            yield _fault(f"text={aim}", text.replace("@", good), "syntax")
    yield TextCase("text=white space", f" \t\r\n{good}\n ", None)
    deep = "[" * (_LEVELS + 1) + "]" * (_LEVELS + 1)
    yield _fault(f"levels={_LEVELS + 1}", deep, "nesting")
    if isinstance(base, dict):
        yield from _duplicates(base)
        hole = _find_hole(reference, program, base)
        yield from _in_hole(hole) if hole else ()


def _fault(aim: str, text: str, word: str) -> TextCase:
    return TextCase(aim, text, Issue("", "json", WORDS[word]))


def _duplicates(base: dict[str, Json]) -> Iterator[TextCase]:
    for name in base:
        first = write({name: None})[:-1] + "," + write(base)[1:]
        last = write(base)[:-1] + "," + write({name: None})[1:]
        yield TextCase(f"duplicate={name}, good last", first, None)
        yield TextCase(f"duplicate={name}, null last", last, None)


def _in_hole(hole: _Hole) -> Iterator[TextCase]:
    for text in _INNER_FAULTS:
        yield _fault(f"inner={text}", hole.fill(text), "syntax")
    for text in _LONE_SURROGATES:
        yield _fault(f"surrogate={text}", hole.fill(text), "surrogate")
    for text in _INNER_GOOD:
        yield TextCase(f"inner={text}", hole.fill(text), None)
    free = _LEVELS - hole.depth
    for opening, closing, middle in (("[", "]", ""), ('{"a":', "}", "1")):
        good = opening * free + middle + closing * free
        kind = opening[0]
        yield TextCase(f"levels={_LEVELS} of {kind}", hole.fill(good), None)
        bad = opening + good + closing
        yield _fault(f"levels={_LEVELS + 1} of {kind}", hole.fill(bad), "nesting")
    many = f"[{'[],' * 500}[]]"
    yield TextCase("levels=few, arrays=many", hole.fill(many), None)
    yield TextCase("levels=in a string", hole.fill(f'"{"[" * 200}\\"{"{" * 200}"'), None)
    yield TextCase(f"digits={_DIGITS}", hole.fill("1" * _DIGITS), None)
    yield _fault(f"digits={_DIGITS + 1}", hole.fill("1" * (_DIGITS + 1)), "digits")
    yield _fault(f"digits=-{_DIGITS + 1}", hole.fill("-" + "1" * (_DIGITS + 1)), "digits")


def _find_hole(reference: Reference, program: Program, base: dict[str, Json]) -> _Hole | None:
    """The outermost object in the payload that ignores or keeps whatever member it is given."""
    for path in _objects(base):
        hole = _Hole(base, path)
        values = (json.loads(hole.fill(text)) for text in ("0", "[[]]", '"text"'))
        if all(reference.passes(program, value) for value in values):
            return hole
    return None


def _objects(value: Json) -> Iterator[tuple[str, ...]]:
    """The paths of the objects that are reached through objects alone, outermost first."""
    pending: list[tuple[tuple[str, ...], Json]] = [((), value)]
    for path, inner in pending:
        if isinstance(inner, dict):
            yield path
            pending += [((*path, name), member) for name, member in inner.items()]


def _put(value: Json, path: tuple[str, ...], tree: Tree) -> Tree:
    members = as_object(value)
    if not path:
        return members | {"unknown": tree}
    return members | {path[0]: _put(members[path[0]], path[1:], tree)}


# `@` stands for a valid payload.
_WHOLE_FAULTS = {
    "empty": "",
    "white space only": " \n",
    "NaN": "NaN",
    "Infinity": "Infinity",
    "-Infinity": "-Infinity",
    "nul": "nul",
    "True": "True",
    "undefined": "undefined",
    "single quotes": "'text'",
    "byte-order mark": "\ufeff@",
    "byte-order mark after": "@\ufeff",
    "comma after": "@,",
    "comma before": ",@",
    "brace after": "@}",
    "two documents": "@@",
    "two lines": "@\n@",
    "comment after": "@//",
    "comment before": "/**/@",
    "no-break space": "\u00a0@",
    "line separator": "@\u2028",
    "form feed": "\f@",
    "vertical tab": "@\v",
    "NUL": "@\x00",
    "open string": '"@',
    "open array": "[@",
}
_INNER_FAULTS = (
    "",
    "NaN",
    "Infinity",
    "-Infinity",
    "01",
    "-01",
    "+1",
    ".5",
    "1.",
    "1.e1",
    "1e",
    "0x1",
    "1_0",
    "--1",
    "-",
    "1n",
    "True",
    "nil",
    "'a'",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1",
    "1]",
    '{"a":1,}',
    "{a:1}",
    '{"a" 1}',
    '{"a"}',
    "{1:1}",
    '"a',
    '"\t"',
    '"\n"',
    '"\x00"',
    '"\x1f"',
    r'"\x41"',
    r'"\a"',
    r'"\u12"',
    r'"\u12g4"',
    r'"\U0001f600"',
    "\uff11",
)
_LONE_SURROGATES = (
    r'"\ud83d"',
    r'"\uDE00"',
    r'"\ude00\ud83d"',
    r'"\ud83dx\ude00"',
    r'"\ud83d\ud83d\ude00"',
    r'"\ud83d\\ude00"',
    r'"\\\ud83d"',
    r'{"\ud83d":1}',
    r'[1,["\udfff"]]',
)
_INNER_GOOD = (
    r'"\ud83d\ude00"',
    r'"\\ud83d"',
    r'"\\\\ud83d"',
    r'"\u005cud83d"',
    r'"\"\\\/\b\f\n\r\t\u0041"',
    '"\x7f\u2028\ufeff\uffff\U0001f600"',
    '{"a":1,"a":[2]}',
    " [ 1 , { } ] ",
    "-0.0e-0",
    "1E+2",
)
