"""Builds that many tests share; each is made once a run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.packages import compile_typescript
from support.project import GENERATED, python_tool, run


@pytest.fixture(scope="session", autouse=True)
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither read nor fill what eventwright remembers on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


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
