"""Of members that several schemas describe, all is kept that one of them describes."""

from __future__ import annotations

import json
from pathlib import Path

from eventwright.settings import Settings
from fuzz.joined_schemas import JoinedSchemas, Owed, covers
from support.many_schemas import outcomes

SCHEMAS = 60
VALUES = 25


def test_all_that_is_described_is_kept(tmp_path: Path) -> None:
    source = JoinedSchemas(seed=1)
    documents = {f"s{number}": source.document() for number in range(SCHEMAS)}
    groups = {
        name: (document, [source.value() for _ in range(VALUES)])
        for name, document in documents.items()
    }
    found = outcomes(groups, tmp_path, Settings(schema=tmp_path, output=tmp_path))
    accepted = 0
    for name, (document, values) in groups.items():
        owed = Owed(document)
        read = zip(values, found[name].python, found[name].typescript, strict=True)
        for value, python, typescript in read:
            told = (json.dumps(document), value, python, typescript)
            assert python.accepted == typescript.accepted == owed.is_valid(value), told
            if python.encoded is not None and typescript.encoded is not None:
                accepted += 1
                for text in (python.encoded, typescript.encoded):
                    written = json.loads(text)
                    assert owed.is_valid(written), told
                    assert covers(written, owed.of(value)), told
    assert accepted > SCHEMAS * VALUES / 4
