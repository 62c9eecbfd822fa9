"""More values than a compiler takes in one expression."""

from __future__ import annotations

from pathlib import Path

from eventwright.settings import Settings
from support.many_schemas import outcomes
from support.type_checks import tsc

# TypeScript's own overflows its stack for 2,000 comparisons in a row.
MANY = 5000


def test_one_of_very_many_values_is_read_in_both_languages(tmp_path: Path) -> None:
    texts = [f"v{n}" for n in range(MANY)]
    schema = {
        "type": "array",
        "prefixItems": [
            {"$ref": "#/$defs/Named"},
            {"enum": [None, 1.5, *texts]},
            {"type": ["string", "integer"], "enum": [*texts, *range(MANY)]},
        ],
        "items": False,
        "minItems": 3,
        "$defs": {"Named": {"title": "Named", "type": "string", "enum": texts}},
    }
    good = [["v0", "v0", "v0"], [f"v{MANY - 1}", None, MANY - 1], ["v1", 1.5, 0]]
    bad = [["v", "v0", "v0"], ["v0", 1, "v0"], ["v0", "v0", MANY], [0, "v0", "v0"]]
    found = outcomes({"wide": (schema, good + bad)}, tmp_path, Settings(tmp_path, tmp_path))["wide"]
    assert found.typescript == found.python
    paths = [[path for path, _, _ in outcome.issues] for outcome in found.python]
    assert paths == [[], [], [], ["/0"], ["/1"], ["/2"], ["/0"]]
    tsc(tmp_path / "package" / "typescript")
