"""A project in a temporary folder, and the command line with a generator that is quick."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright import generate as pipeline
from eventwright.settings import Settings


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with schemas and settings, in which the commands run."""
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "order.json").write_text('{"title": "Order"}\n')
    (tmp_path / "pyproject.toml").write_text('[tool.eventwright]\npackage = "shop-events"\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """In place of the pipeline, a copy of the schemas; holds the settings of each run."""
    runs: list[Settings] = []

    def copy(settings: Settings) -> pipeline.Bindings:
        runs.append(settings)
        files = {
            f"{target}/{schema.name}": schema.read_bytes()
            for target in settings.targets
            for schema in settings.schema.iterdir()
        }
        return pipeline.Bindings(files, ())

    monkeypatch.setattr(pipeline, "generate", copy)
    return runs
