"""What the schemas say of types and members, as editors show it in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eventwright.generate import generate
from eventwright.settings import Settings

Schema = dict[str, object]

BASE: Schema = {
    "type": "object",
    "description": "What every event has.",
    "properties": {"id": {"type": "string", "description": "Names the event."}},
}
REF: Schema = {"$ref": "#/$defs/Base"}
MORE: Schema = {"type": "object", "properties": {"n": {"type": "integer"}}}
DEPRECATED: Schema = {"deprecated": True}


def told(folder: Path, schema: Schema) -> tuple[str, str]:
    """What Python and TypeScript tell of the type that is made of a schema."""
    defs = {"Base": BASE, "Subject": schema}
    root = {"type": "object", "properties": {"a": {"$ref": "#/$defs/Subject"}, "b": REF}}
    (folder / "m.schema.json").write_text(json.dumps({**root, "title": "Root", "$defs": defs}))
    settings = Settings(
        schema=folder, output=folder, targets=("python", "typescript"), root=folder, package="p"
    )
    files = {name: text.decode() for name, text in generate(settings).files.items()}
    python, typescript = files["python/p/m.py"], files["typescript/src/m.ts"]
    docstring = re.search(r'class Subject[^:]*:\n(?:    """(.*?)""")?', python, re.DOTALL)
    comment = re.search(r"(?:/\*\*([^/]*)\*/\n)?export (?:interface|type) Subject\b", typescript)
    assert docstring
    assert comment
    words = re.findall(r"[^\s*]+", comment[1] or "")
    return " ".join((docstring[1] or "").split()), " ".join(words)


@pytest.mark.parametrize(
    ("schema", "python", "typescript"),
    [
        ({**MORE, "description": "Mine."}, "Mine.", "Mine."),
        ({**MORE, **DEPRECATED}, "Deprecated.", "@deprecated"),
        ({**MORE, **DEPRECATED, "description": "Mine."}, "Mine. Deprecated.", "Mine. @deprecated"),
        ({"allOf": [REF, MORE]}, "", ""),
        ({**MORE, **REF}, "", ""),
        ({"allOf": [REF, MORE], "description": "Mine."}, "Mine.", "Mine."),
        ({"allOf": [REF, {**MORE, "description": "Inside."}]}, "Inside.", "Inside."),
        ({"allOf": [REF, MORE], **DEPRECATED}, "Deprecated.", "@deprecated"),
        ({**REF, "required": ["id"]}, "What every event has.", "What every event has."),
    ],
)
def test_a_record_is_told_of_by_its_own_schema(
    tmp_path: Path, schema: Schema, python: str, typescript: str
) -> None:
    assert told(tmp_path, schema) == (python, typescript)


def test_deprecated_values_are_told_where_the_type_lists_them(tmp_path: Path) -> None:
    values = [{"const": "low", "description": "Low."}, {"const": "high", **DEPRECATED}]
    _, typescript = told(tmp_path, {"oneOf": values})
    assert typescript == '- `"low"`: Low. - `"high"`: Deprecated.'
