"""What fuzzing has found about values whose unknown tags are kept."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from eventwright.reading.jsontext import Json
from fuzz.languages import Outcome
from support.findings import compact, read_everywhere


@dataclass(frozen=True, slots=True)
class Asked:
    """A payload of a union of which unknown tags are to be kept."""

    schema: dict[str, Json]
    payload: Json
    is_kept: bool


def _tree(*tags: str) -> dict[str, Json]:
    """A union whose variants hold others of it."""
    return {
        "title": "Tree",
        "oneOf": [
            {
                "title": f"Tree{number}",
                "type": "object",
                "properties": {"tag": {"const": tag}, "inner": {"$ref": "#"}},
                "required": ["tag"],
            }
            for number, tag in enumerate(tags)
        ],
    }


ASKED = {
    "an_unknown_tag_inside_of_an_empty_one": Asked(
        _tree("", "a"), {"tag": "", "inner": {"tag": "b"}}, is_kept=False
    ),
    "an_unknown_tag_inside_of_a_known_one": Asked(
        _tree("", "a"), {"tag": "a", "inner": {"tag": "b"}}, is_kept=False
    ),
    "an_unknown_tag_around_a_known_one": Asked(
        _tree("", "a"), {"tag": "b", "inner": {"tag": ""}}, is_kept=True
    ),
    "an_integer_past_53_bits_beside_an_unknown_tag": Asked(
        {**_tree("a", "b"), "properties": {"n": {"type": "integer"}}},
        {"tag": "c", "n": 2**60},
        is_kept=True,
    ),
    "an_empty_tag": Asked(_tree("a", "b"), {"tag": ""}, is_kept=True),
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Outcome]]:
    cases = {name: (asked.schema, asked.payload) for name, asked in ASKED.items()}
    return read_everywhere(cases, tmp_path_factory.mktemp("asked"))


@pytest.mark.parametrize("name", ASKED)
def test_all_keep_what_only_the_tag_is_unknown_of(
    name: str, read: dict[str, list[Outcome]]
) -> None:
    asked = ASKED[name]
    assert {outcome.encoded for outcome in read[name]} == {None}
    owed = compact(asked.payload) if asked.is_kept else None
    assert [outcome.kept for outcome in read[name]] == [owed] * len(read[name])
