"""What schemas usually ask for is checked in straight lines: no rule is asked first."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Literal

import pytest

from eventwright.generate import generate
from eventwright.settings import Settings
from support.fixtures import FIXTURES

ASKS_A_RULE = {"python": r"agrees|judged", "typescript": r"passes\("}
MODULES = {"python": "python/package/usual.py", "typescript": "typescript/src/usual.ts"}


@pytest.mark.parametrize("language", ["python", "typescript"])
@pytest.mark.parametrize(
    "name",
    [
        "branches_that_exclude_each_other",
        "branches_that_hold_any_json",
        "members_of_all_branches",
        "members_that_base_schemas_describe",
        "members_that_two_schemas_describe",
        "scalars_of_which_much_is_asked",
        "tagged_branches_beside_an_array",
    ],
)
def test_usual_schemas(
    tmp_path: Path, name: str, language: Literal["python", "typescript"]
) -> None:
    fixture = json.loads((FIXTURES / "small_schemas" / f"{name}.json").read_bytes())
    schema = tmp_path / "usual.schema.json"
    schema.write_text(json.dumps(fixture["schema"]), encoding="utf-8")
    settings = Settings(
        schema=schema, output=tmp_path, package="package", targets=(language,), root=tmp_path
    )
    module = generate(settings).files[MODULES[language]].decode()
    assert not re.search(ASKS_A_RULE[language], module)
