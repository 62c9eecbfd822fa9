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
    assert not re.search(ASKS_A_RULE[language], made(name, language, tmp_path))


@pytest.mark.parametrize("name", ["arrays_of_which_more_is_asked", "maps_of_which_more_is_asked"])
def test_arrays_and_maps_in_python(tmp_path: Path, name: str) -> None:
    assert not re.search(ASKS_A_RULE["python"], made(name, "python", tmp_path))


def test_arrays_in_typescript(tmp_path: Path) -> None:
    module = made("arrays_of_which_more_is_asked", "typescript", tmp_path)
    assert not re.search(ASKS_A_RULE["typescript"], module)


def test_maps_leave_to_rules_what_is_asked_of_names_in_typescript(tmp_path: Path) -> None:
    assert rules_asked("maps_of_which_more_is_asked", tmp_path) == [
        ("checkLabels", "validateLabels_propertiesNamesPropertyNames"),
        ("checkLabels", "validateLabels_propertiesPartsPropertyNames"),
    ]


def test_rule_of_a_union_is_asked_only_where_there_is_no_tag(tmp_path: Path) -> None:
    module = made("tags_that_may_be_left_out", "typescript", tmp_path)
    (asked,) = re.finditer(ASKS_A_RULE["typescript"], module)
    assert module[: asked.start()].endswith("case undefined:\n      return anyJson(value) && ")


def test_a_record_leaves_to_rules_what_no_member_tells_in_python(tmp_path: Path) -> None:
    asked = re.findall(
        r"agrees\(\s*value,([^)]+)\)",
        made("records_of_which_more_is_asked", "python", tmp_path),
    )
    assert [re.findall(r"\w+", rules) for rules in asked] == [
        ["_PRICED__DEPENDENT_REQUIRED", "_LINE__ALL_OF_1_NOT", "_LINE__ANY_OF"],
        [
            "_OPTIONS__PROPERTY_NAMES",
            "_OPTIONS__PATTERN_MEMBERS",
            "_OPTIONS__ADDITIONAL_MEMBERS",
        ],
        # What its other members are is said twice, so that they are read as any JSON.
        [
            "_ADDRESS__DEPENDENT_SCHEMAS",
            "_ADDRESS__CONDITIONAL",
            "_ADDRESS__ADDITIONAL_MEMBERS",
        ],
        [
            "_ORDER__MIN_PROPERTIES",
            "_ORDER__MAX_PROPERTIES",
            "_ORDER__DEPENDENT_REQUIRED",
            "_ORDER__NOT",
        ],
        ["_PRICED__DEPENDENT_REQUIRED"],
    ]


def test_only_a_member_that_asks_for_more_is_left_to_a_rule_in_python(tmp_path: Path) -> None:
    module = made("members_of_which_more_is_asked", "python", tmp_path)
    asked = re.findall(r"agrees\(\s*([^,]+),\s*([^)]+)\)", module)
    assert [(of, re.findall(r"\w+", rules)) for of, rules in asked] == [
        ('value["size"]', ["_PART__PROPERTIES_SIZE", "_BASE__PROPERTIES_SIZE"]),
        ('value["parts"]', ["_PART__PROPERTIES_PARTS"]),
        ('value["label"]', ["_BOX__PROPERTIES_LABEL"]),
        ("value", ["_ORDER__ADDITIONAL_MEMBERS"]),
        ('value["id"]', ["_ORDER__PROPERTIES_ID"]),
        ('value["size"]', ["_ORDER__PROPERTIES_SIZE"]),
        ('value["marks"]', ["_ORDER__PROPERTIES_MARKS"]),
        ('value["count"]', ["_ORDER__PROPERTIES_COUNT"]),
        ('value["more-by"]', ["_ORDER__PROPERTIES_MORE_BY"]),
        ('value["size"]', ["_BASE__PROPERTIES_SIZE"]),
    ]


def test_a_record_leaves_to_rules_what_no_member_tells_in_typescript(tmp_path: Path) -> None:
    assert rules_asked("records_of_which_more_is_asked", tmp_path) == [
        ("checkLine", "validateLine_allOf1Not"),
        ("checkOptions", "validateOptions_propertyNames"),
        ("isAddress", "validateAddress_dependentSchemas"),
        ("isAddress", "validateAddress_conditional"),
        ("checkOrder", "validateOrder_not"),
    ]


def rules_asked(name: str, folder: Path) -> list[tuple[str, str]]:
    """The rules that the checks of the TypeScript of a small schema ask, each with who asks it."""
    asked: list[tuple[str, str]] = []
    check = ""
    for line in made(name, "typescript", folder).splitlines():
        if found := re.match(r"(?:export )?const (\w+) = \(", line):
            check = found[1]
        asked += [(check, rule) for rule in re.findall(r"passes\(\S+, (\w+)\)", line)]
    return asked


def made(name: str, language: Literal["python", "typescript"], folder: Path) -> str:
    """The module that is made of a small schema."""
    fixture = json.loads((FIXTURES / "small_schemas" / f"{name}.json").read_bytes())
    schema = folder / "usual.schema.json"
    schema.write_text(json.dumps(fixture["schema"]), encoding="utf-8")
    settings = Settings(
        schema=schema, output=folder, package="package", targets=(language,), root=folder
    )
    return generate(settings).files[MODULES[language]].decode()
