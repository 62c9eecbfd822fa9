"""Which types a module has of the files of other modules."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from eventwright.reading.load import load
from eventwright.reading.reach import led_to
from eventwright.reading.refs import resolve
from support.schema_folders import write

COMMON = """{
  "$defs": {
    "Used": {"properties": {"part": {"$ref": "#/$defs/Part"}}},
    "Used0": {"items": {"$ref": "#/$defs/Other"}},
    "Used/a": {"items": {"$ref": "#/$defs/Other"}},
    "Part": {"$ref": "more.json"},
    "Other": {}
  }
}"""
FILES: Mapping[str, str] = {
    "a.json": '{"items": {"$ref": "common.json#/$defs/Used"}, "$defs": {"Own": {"$ref": "#"}}}',
    "common.json": COMMON,
    "more.json": '{"items": {"$ref": "common.json#/$defs/Used"}}',
}


def found(folder: Path, files: Mapping[str, str]) -> list[str]:
    write(folder, files)
    module, *_ = load(folder, folder)
    return sorted(map(str, led_to(resolve(module))))


def test_what_only_unused_schemas_refer_to_is_not_led_to(tmp_path: Path) -> None:
    assert found(tmp_path, FILES) == [
        "a.json#",
        "common.json#/$defs/Part",
        "common.json#/$defs/Used",
        "more.json#",
    ]


@pytest.mark.parametrize("reference", ["common.json#/$defs/Used~1a", "common.json#/$defs/Used0"])
def test_a_place_of_which_another_one_begins_alike(tmp_path: Path, reference: str) -> None:
    main = f'{{"items": {{"$ref": "{reference}"}}}}'
    led = found(tmp_path, {**FILES, "a.json": main})
    assert led == sorted([reference, "common.json#/$defs/Other"])


def test_all_is_led_to_where_a_reference_is_dynamic(tmp_path: Path) -> None:
    more = '{"$dynamicAnchor": "node", "items": {"$dynamicRef": "#node"}}'
    led = found(tmp_path, {**FILES, "more.json": more})
    assert "common.json#/$defs/Other" in led
