"""The same schemas give the same bytes, and generated/ holds just those."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.project import GENERATED, python_tool, run

BY_PRODUCTS = {"__pycache__", "dist", "node_modules"}


def tree(folder: Path) -> dict[str, bytes]:
    """The content of every file that belongs to the output."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not BY_PRODUCTS & set(path.relative_to(folder).parts)
    }


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_every_hash_seed_gives_the_committed_bytes(seed: str, tmp_path: Path) -> None:
    output = tmp_path / "generated"
    command = (*python_tool("eventwright"), "generate", "--output", output)
    run(*command, env={"PYTHONHASHSEED": seed})
    made, committed = tree(output), tree(GENERATED)
    assert made.keys() == committed.keys()
    assert [path for path in made if made[path] != committed[path]] == []


def test_check_finds_generated_up_to_date() -> None:
    run(*python_tool("eventwright"), "check")
