"""A short seeded part of what `make fuzz` does, and proof that it can fail."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fuzz.languages import Node, node
from fuzz.oracles import Oracles
from fuzz.running import Subject, fuzz, loaded, subjects
from fuzz.schema_sets import schema_set
from fuzz.schemas_run import SchemaFuzzer
from support.fixtures import PROTOCOLS, Protocol
from support.project import ROOT

PAYLOADS = 5000
SCHEMAS = 64


@pytest.fixture(scope="module")
def process() -> Iterator[Node]:
    with node() as started:
        yield started


def protocol_subject(schema: Path, folder: Path, process: Node) -> Subject:
    packages = loaded(schema, folder, process, formats=True)
    (subject,) = subjects(schema.name, schema_set(schema), packages, process)
    return subject


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_languages_and_oracles_agree(protocol: Protocol, process: Node, tmp_path: Path) -> None:
    made = protocol_subject(ROOT / "schema" / protocol, tmp_path, process)
    result = fuzz(made, seed=1, payloads=PAYLOADS, deadline=math.inf)
    assert [str(finding) for finding in result.findings] == []
    assert result.payloads == PAYLOADS
    assert PAYLOADS / 10 < result.accepted < PAYLOADS * 9 / 10
    assert {"type", "required", "tag", "enum", "minimum", "maximum", "json"} <= result.codes.keys()


def test_random_schemas_mean_the_same_everywhere(process: Node, tmp_path: Path) -> None:
    fuzzer = SchemaFuzzer(tmp_path, process, seed=1, types_of_every=3)
    result, used = fuzzer.run(SCHEMAS, deadline=math.inf)
    assert [str(finding) for finding in result.findings] == []
    assert used > SCHEMAS * 9 / 10
    assert result.payloads / 10 < result.accepted < result.payloads * 9 / 10


def test_a_weaker_check_is_found_and_told_in_short(process: Node, tmp_path: Path) -> None:
    schema = tmp_path / "chat_event"
    shutil.copytree(ROOT / "schema" / "chat_event", schema)
    planted = protocol_subject(schema, tmp_path / "made", process)
    file = schema / "message_count_updated.schema.json"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"minimum": 0', '"minimum": 1'), encoding="utf-8")
    schemas = schema_set(schema)
    oracles = Oracles(schemas, planted.root)
    ajv = process.oracle(schemas, planted.root)
    crossed = replace(planted, schemas=schemas, oracles=oracles, ajv=ajv)
    result = fuzz(crossed, seed=1, payloads=20_000, deadline=math.inf)
    assert [finding.difference.kind for finding in result.findings] == ["verdict"]
    assert len(result.findings[0].payload) < 250
