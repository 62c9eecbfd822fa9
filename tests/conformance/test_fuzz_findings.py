"""What fuzzing has found gets its verdict, the same one in both languages."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from eventwright.reading.jsontext import Json
from eventwright.settings import Settings
from support.many_schemas import Outcomes, outcomes


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
