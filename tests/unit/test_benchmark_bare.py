"""The file that the bindings' import is measured against holds their types and nothing else."""

from __future__ import annotations

import dataclasses
import sys
from enum import Enum
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks.bare import bare_module
from support.fixtures import PROTOCOLS, Protocol
from support.project import GENERATED


@pytest.fixture
def bare_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    package = GENERATED / "python" / "agent_events"
    text = bare_module(package / f"{protocol}.py" for protocol in PROTOCOLS)
    (tmp_path / "bare_types.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "bare_types", raising=False)
    return import_module("bare_types")


def shape(kind: Any) -> Any:
    """The members of a dataclass or an enum; None for anything else."""
    if "__dataclass_fields__" in vars(kind):  # in its own right, unlike one that keeps the unknown
        return [field.name for field in dataclasses.fields(kind)]
    return [*kind.__members__] if isinstance(kind, type) and issubclass(kind, Enum) else None


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_dataclass_and_enum_is_there(protocol: Protocol, bare_types: ModuleType) -> None:
    module = import_module(f"agent_events.{protocol}")
    types = {
        name: shape(kind)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and kind.__module__ == module.__name__ and shape(kind) is not None
    }
    assert types
    assert {name: shape(vars(bare_types)[name]) for name in types} == types


def test_no_function_is_there(bare_types: ModuleType) -> None:
    functions = [name for name, value in vars(bare_types).items() if isfunction(value)]
    assert functions == ["dataclass"]
