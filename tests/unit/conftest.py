"""Packages of models that tests of one kind share the making of."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from eventwright.casing import snake
from support.pydantic_models import Import, rendered, write


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Imports the models of a schema; every test has a package of its own."""

    def make(schema: Mapping[str, object], *, format_assertion: bool = True) -> ModuleType:
        package = tmp_path.name
        write(tmp_path, rendered(tmp_path, schema, package, format_assertion=format_assertion))
        monkeypatch.syspath_prepend(tmp_path / "pydantic")
        return import_module(f"{snake(package)}_pydantic.m")

    return make
