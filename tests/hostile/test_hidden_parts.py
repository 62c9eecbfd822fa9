"""A text is judged by all that stands in it, whatever a parser makes of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.python import ours
from eventwright.reading.jsontext import Json
from hostile.hidden_parts import hidden_parts
from hostile.test_hostile_payloads import READER
from support.parsers import PARSERS, Parser
from support.project import GENERATED, run

TEXTS = [*hidden_parts()]
DEEP_IN_A_THREAD = """
import sys, threading
sys.path.insert(0, {bindings!r})
sys.modules.update(dict.fromkeys({others!r}))
from agent_events import event_frame as ef

def read():
    for levels in (128, 999, 1000, 1001, 2000, 100_000):
        for unit, end in (("[", "]"), ('{{"":', "}}"), ('{{"":[', "]}}")):
            for text in (unit * levels + "1" + end * levels, unit * levels):
                try:
                    ef.decode(text)
                except ef.DecodeError as error:
                    told.add(str(error))

told = set()
sys.setrecursionlimit(1_000_000)
threading.stack_size(2**20)
thread = threading.Thread(target=read)
thread.start()
thread.join()
print(*told)
"""


@pytest.fixture(params=[4300, 0], ids=["Python's digits", "any digits"])
def _most_digits(request: pytest.FixtureRequest) -> Iterator[None]:
    """How long an integer Python reads; a program may take the limit away."""
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(request.param)
    yield
    sys.set_int_max_str_digits(limit)


@pytest.mark.usefixtures("_most_digits")
@pytest.mark.parametrize("parser", PARSERS)
def test_python_judges_what_is_hidden(parser: Parser) -> None:
    module = ours.bindings(parser)["event_frame"]
    for text, owed in TEXTS:
        for data in (text, text.encode()):
            expected = owed or json.loads(text)["output"]
            assert in_python(module, data) == expected, text


# Any: generated modules have no type in common.
def in_python(module: Any, data: str | bytes) -> Json:
    """The output that is read, or what is wrong."""
    try:
        output: Json = module.decode(data).output
    except module.DecodeError as error:
        return "; ".join(issue.message for issue in error.issues)
    return output


@pytest.mark.parametrize("parser", PARSERS)
def test_python_needs_little_of_the_stack(parser: Parser) -> None:
    others = [name for name in PARSERS if name != parser]
    program = DEEP_IN_A_THREAD.format(bindings=str(GENERATED / "python"), others=others)
    assert run(sys.executable, "-c", program) == (
        "the payload has more than 127 levels of nesting\n"
    )


@pytest.mark.parametrize("mode", ["typescript_package", "typescript_bigint_package"])
def test_typescript_judges_what_is_hidden(mode: str, request: pytest.FixtureRequest) -> None:
    package: Path = request.getfixturevalue(mode)
    payloads = [
        {"module": "event-frame", "before": text, "unit": "", "count": 0, "after": "", "hex": None}
        for text, _ in TEXTS
    ]
    answers = json.loads(run("node", READER, package, stdin=json.dumps(payloads)))
    for (text, owed), answer in zip(TEXTS, answers, strict=True):
        assert [message for _, _, message in answer["issues"]] == ([owed] if owed else []), text
        assert answer["accepted"] == (owed == ""), text
