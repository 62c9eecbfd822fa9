"""Very many parts, one of them wrong: what is wrong in both languages, and no hang."""

from __future__ import annotations

import importlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eventwright.settings import Settings
from fuzz.languages import Issues, Node, Outcome, node, read_in_python
from hostile.timing import HANGS, within
from support.many_schemas import compiled, write_package

# As many as take well under a second, while so many times so many steps would be a hang.
MANY = 100_000
INTEGER = {"type": "integer"}
TYPE = ("type", "must be an integer")
OBJECTS = [{"m1": [n]} for n in range(50)]


@dataclass(frozen=True, slots=True)
class Wide:
    """A payload of very many parts, made when it is needed, and the issues that it has."""

    # Any: a schema is any JSON value.
    schema: dict[str, Any]
    kind: str
    issues: Issues

    def text(self) -> str:
        numbers = [*range(MANY)]
        random.Random(1).shuffle(numbers)  # noqa: S311 - it is no secret
        match self.kind:
            case "members, one wrong":
                return json.dumps({**{f"m{n}": n for n in numbers}, "m": "x"})
            case "items, one wrong":
                return json.dumps([*numbers, "x"])
            case "arrays":
                return json.dumps([*([n] for n in numbers), [0]])
            case "objects":
                return json.dumps([*({"n": n} for n in numbers), {"n": 0}])
            case _:
                raise ValueError(self.kind)


CASES = {
    "mapping": Wide(
        {"type": "object", "additionalProperties": INTEGER},
        "members, one wrong",
        (("/m", *TYPE),),
    ),
    "closed_by_pattern": Wide(
        {"type": "object", "patternProperties": {"^m": INTEGER}, "additionalProperties": False},
        "members, one wrong",
        (("/m", *TYPE),),
    ),
    "names": Wide(
        {"type": "object", "propertyNames": {"minLength": 2}},
        "members, one wrong",
        (("/m", "propertyNames", "has a name that is not allowed"),),
    ),
    "unevaluated": Wide(
        {"type": "object", "properties": {"a": True}, "unevaluatedProperties": INTEGER},
        "members, one wrong",
        (("/m", *TYPE),),
    ),
    "listed": Wide(
        {"enum": OBJECTS},
        "members, one wrong",
        (("", "enum", f"must be one of {json.dumps(OBJECTS)}"),),
    ),
    "union": Wide(
        {
            "anyOf": [
                {"type": "object", "additionalProperties": {"type": t}} for t in ("integer", "null")
            ]
        },
        "members, one wrong",
        (("", "anyOf", "must match at least one of the alternatives"),),
    ),
    "numbers": Wide(
        {"type": "array", "items": INTEGER}, "items, one wrong", ((f"/{MANY}", *TYPE),)
    ),
    "containing": Wide(
        {"type": "array", "contains": {"type": "null"}},
        "items, one wrong",
        (("", "contains", "must have a matching item"),),
    ),
    "different_arrays": Wide(
        {"type": "array", "uniqueItems": True},
        "arrays",
        (("", "uniqueItems", "must not have two equal items"),),
    ),
    "different_objects": Wide(
        {"type": "array", "uniqueItems": True},
        "objects",
        (("", "uniqueItems", "must not have two equal items"),),
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("wide")
    settings = Settings(schema=made, output=made)
    modules = [compiled(name, case.schema, made, settings) for name, case in CASES.items()]
    write_package(modules, made, "wide", "bigint")
    return made


@pytest.fixture(scope="module")
def process(folder: Path) -> Iterator[Node]:
    with node() as started:
        started.load(folder / "typescript")
        yield started


@pytest.mark.parametrize("name", CASES)
def test_python_tells_what_is_wrong(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(folder / "python")
    module = importlib.import_module(f"wide.{name}")
    text = CASES[name].text()
    with within(HANGS):
        found = read_in_python(module, [text])
    assert found == [Outcome(issues=CASES[name].issues)]


@pytest.mark.parametrize("name", CASES)
def test_typescript_tells_what_is_wrong(name: str, folder: Path, process: Node) -> None:
    text = CASES[name].text()
    with within(HANGS):
        found = process.read(folder / "typescript", name, [text])
    assert found == [Outcome(issues=CASES[name].issues)]
