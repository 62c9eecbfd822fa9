"""What is generated for a few random schemas passes the type checkers, contradictions and all."""

from __future__ import annotations

from pathlib import Path

from eventwright.errors import EventwrightError
from eventwright.settings import Settings
from fuzz.random_schemas import RandomSchemas
from support.many_schemas import compiled, write_package
from support.type_checks import mypy, pyright, tsc

SCHEMAS = 40


def test_random_schemas_pass_the_type_checkers(tmp_path: Path) -> None:
    schemas = RandomSchemas(seed=1)
    settings = Settings(schema=tmp_path, output=tmp_path)
    modules = []
    for number in range(SCHEMAS):
        try:
            modules.append(compiled(f"s{number}", schemas.document(), tmp_path, settings))
        except EventwrightError:
            continue  # random schemas may ask for what can't be had
    assert len(modules) > SCHEMAS * 9 / 10
    # A number is refused for integers that it can't hold; with bigint, all types can be made.
    write_package(modules, tmp_path, "random_schemas", "bigint")
    tsc(tmp_path / "typescript")
    mypy(tmp_path / "python" / "random_schemas", cache=tmp_path / "cache")
    assert pyright(tmp_path / "python") == []
