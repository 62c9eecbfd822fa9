"""What fuzzing has found gets its verdict, the same one in both languages."""

from __future__ import annotations

import json
from dataclasses import dataclass
<<<<<<< HEAD
=======
from pathlib import Path
from typing import Any, get_args
>>>>>>> cd07b21 (Keep every digit in what is only tried, and where a format is only a note)

import pytest

from eventwright.reading.jsontext import Json
<<<<<<< HEAD
from eventwright.settings import Settings
from support.many_schemas import Outcomes, outcomes
=======
from eventwright.settings import Int64, Settings
from support.python_bindings import python_bindings
from support.typescript_suite import Verdict, verdicts
>>>>>>> cd07b21 (Keep every digit in what is only tried, and where a format is only a note)


@dataclass(frozen=True, slots=True)
class Finding:
    schema: dict[str, Json]
    valid: tuple[Json, ...]
    refused: tuple[Json, ...]

    @property
    def payloads(self) -> tuple[Json, ...]:
        return self.valid + self.refused


FINDINGS = {
    "required_beside_unevaluated": Finding(
        {"unevaluatedProperties": {"type": "object"}, "required": ["a"]},
        valid=({"a": {}}, {"a": {}, "b": {}}, "", []),
        refused=({"a": ""}, {"a": {}, "b": 1}, {}),
    ),
    "keyword_beside_recursion": Finding(
        {"type": "object", "additionalProperties": {"$ref": "", "minItems": 1}},
        valid=({}, {"a": {}}, {"a": {"b": {}}}),
        refused=({"a": []}, {"a": 1}, {"a": {"b": [1]}}, []),
    ),
    "one_branch_for_several_types": Finding(
        {"type": ["string", "number"], "oneOf": [{}]},
        valid=("a", 1, 1.5),
        refused=(None, True, [], {}),
    ),
    "number_keyword_where_no_number_may_be": Finding(
        {"type": ["boolean", "string"], "multipleOf": 1e-07},
        valid=(True, False, "a"),
        refused=(1, None, {}),
    ),
    "integer_that_must_be_a_number_too": Finding(
        {"type": "number", "allOf": [{"type": "integer"}]},
        valid=(11, -1),
        refused=(1.5, None, "a"),
    ),
    "null_branch_that_asks_for_more": Finding(
        {"anyOf": [{"type": "null", "oneOf": [{"type": "string"}]}, {"type": "number"}]},
        valid=(1, 1.5),
        refused=(None, "a"),
    ),
    "members_of_what_need_be_no_object": Finding(
        {"properties": {"ab": {}}, "anyOf": [{}, {"type": "array"}]},
        valid=({"ab": 1}, [], -1, "a"),
        refused=(),
    ),
}


INT64: tuple[Int64, ...] = get_args(Int64)
WIDE = 2**53 + 1
ID = {"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}


@dataclass(frozen=True, slots=True)
class Kept:
    """A valid or invalid payload with an integer that no number holds."""

    schema: dict[str, Json]
    payload: Json
    python: tuple[str, ...] = ()
    """The codes of its issues where all digits are kept."""
    number: tuple[tuple[str, str], ...] = ()
    """The places and codes of its issues where integers are numbers."""


WIDE_INTEGERS = {
    "what_is_ruled_out": Kept(
        {"not": {"type": "integer"}}, 10**16, python=("not",), number=(("", "not"),)
    ),
    "two_alternatives_at_once": Kept(
        {"oneOf": [{"type": "integer"}, {"type": "number"}]},
        10**16,
        python=("oneOf",),
        number=(("", "oneOf"),),
    ),
    "an_alternative_without_it": Kept(
        {"anyOf": [ID, {"type": "object", "properties": {"name": {"type": "string"}}}]},
        {"id": 10**16, "name": "a"},
        number=(("/id", "precision"),),
    ),
    "an_alternative_that_keeps_it": Kept(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"anyOf": [ID, {}]}}]},
        [{"id": WIDE}],
        number=(("/0/id", "precision"),),
    ),
    "another_fault_beside_it": Kept(
        {"title": "Rec", **ID, "required": ["id", "a"], "anyOf": [ID, {"required": ["b"]}]},
        {"id": WIDE},
        python=("required",),
        number=(("/id", "precision"), ("/a", "required")),
    ),
    "what_is_contained": Kept(
        {"type": "array", "items": {"type": "number"}, "contains": {"type": "integer"}},
        [1.5, 10**16],
    ),
    "a_format_that_is_a_note": Kept(
        {"type": "integer", "format": "uint32"}, WIDE, number=(("", "precision"),)
    ),
    "a_condition": Kept(
        {"if": {"type": "integer"}, "then": {"maximum": 5}},
        10**16,
        python=("maximum",),
        number=(("", "maximum"),),
    ),
}


@pytest.mark.parametrize("name", WIDE_INTEGERS)
def test_digits_that_a_number_loses(name: str, tmp_path: Path) -> None:
    kept = WIDE_INTEGERS[name]
    bindings = python_bindings(tmp_path, kept.schema, format_assertion=False)
    ours = verdict_in_python(bindings, kept.payload)
    assert tuple(code for _, code, _ in ours.issues) == kept.python
    for int64 in INT64:
        settings = Settings(schema=tmp_path, output=tmp_path, int64=int64, format_assertion=False)
        groups = {name: (kept.schema, [kept.payload])}
        (theirs,) = verdicts(groups, tmp_path / int64, settings)[name]
        if int64 == "bigint":
            assert theirs == ours
        else:
            places = tuple((path, code) for path, code, _ in theirs.issues)
            assert (places, theirs.encoded) == (kept.number, None if kept.number else ours.encoded)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcomes]:
    folder = tmp_path_factory.mktemp("findings")
    groups = {name: (finding.schema, finding.payloads) for name, finding in FINDINGS.items()}
    return outcomes(groups, folder, Settings(schema=folder, output=folder))


@pytest.mark.parametrize("name", FINDINGS)
def test_verdicts(name: str, found: dict[str, Outcomes]) -> None:
    finding, both = FINDINGS[name], found[name]
    assert both.python == both.typescript
    written = [compact(payload) for payload in finding.valid] + [None] * len(finding.refused)
    assert [outcome.encoded for outcome in both.python] == written
    assert [outcome.fault for outcome in both.python] == [None] * len(written)


def compact(payload: Json) -> str:
    return json.dumps(payload, separators=(",", ":"))
