"""Where files go, and what the command line shows, whatever a schema or a folder holds."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from hostile.generating import (
    INVISIBLE,
    generated_files,
    record,
)
from support.command_line import eventwright


def test_no_name_leads_out_of_the_output_folder(tmp_path: Path) -> None:
    schema = record(a={"$ref": "#/$defs/..~1..~1x"}) | {
        "title": "../../evil",
        "$id": "https://x.invalid/../../../evil",
        "$defs": {"../../x": record(b={"type": "string"}) | {"title": "../x"}},
    }
    file = tmp_path / "m.schema.json"
    file.write_text(json.dumps(schema), encoding="utf-8")
    for name in generated_files(file):
        assert not Path(name).is_absolute()
        assert ".." not in Path(name).parts


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "m.schema.json").write_text('{"type": "string"}', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_output_folder_that_is_a_link_is_refused(project: Path) -> None:
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("kept", encoding="utf-8")
    (project / "generated").symlink_to(elsewhere)
    outcome = eventwright("generate", "--target", "python")
    assert outcome.code == 1
    assert "link" in outcome.stderr
    assert os.listdir(elsewhere) == ["kept"]  # noqa: PTH208 - just the names


def test_link_where_a_file_goes_is_never_written_through(project: Path) -> None:
    assert eventwright("generate", "--target", "python").code == 0
    victim = project / "victim"
    victim.write_text("kept", encoding="utf-8")
    (made,) = (project / "generated").rglob("m.py")
    made.unlink()
    made.symlink_to(victim)
    eventwright("generate", "--target", "python")
    assert victim.read_text(encoding="utf-8") == "kept"


def test_schema_link_that_leaves_the_folder_is_refused(project: Path) -> None:
    (project / "secret.json").write_text('{"type": "string"}', encoding="utf-8")
    (project / "schema" / "n.schema.json").symlink_to(project / "secret.json")
    outcome = eventwright("generate", "--target", "python")
    assert outcome.code == 1
    assert "link that leaves the schema folder" in outcome.stderr.replace("\n", " ")


def test_errors_show_no_control_characters(project: Path) -> None:
    schema = record(**{"\x1b[31m\n\u202e": {"type": "strin\x1b"}})
    (project / "schema" / "m.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    outcome = eventwright("generate", "--target", "python")
    assert outcome.code == 1
    assert not INVISIBLE.intersection(outcome.stderr)
