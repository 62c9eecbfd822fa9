"""Builds that many tests share; each is made once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.packages import compile_typescript
from support.project import GENERATED, python_tool, run


@pytest.fixture(scope="session")
def typescript_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed TypeScript package, compiled in a folder outside the repository."""
    folder = tmp_path_factory.mktemp("typescript") / "agent-events"
    return compile_typescript(GENERATED / "typescript", folder)


@pytest.fixture(scope="session")
def typescript_bigint_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same package made anew with 64-bit integers held as bigint, and compiled."""
    folder = tmp_path_factory.mktemp("bigint")
    options = ("--target", "typescript", "--int64", "bigint", "--output", folder / "generated")
    run(*python_tool("eventwright"), "generate", *options)
    return compile_typescript(folder / "generated" / "typescript", folder / "agent-events")
