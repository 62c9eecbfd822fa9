"""The generated TypeScript compiles under the strictest settings, and its types narrow."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from support.project import GENERATED, node_tool, run
from support.type_checks import TYPESCRIPT as STRICT_OPTIONS
from support.type_checks import tsc

TYPESCRIPT = GENERATED / "typescript"
PROBES = Path(__file__).parent / "probes" / "typescript"


def test_sources_compile_under_every_strict_option() -> None:
    tsc(TYPESCRIPT)


def test_types_narrow_and_refuse(typescript_package: Path, tmp_path: Path) -> None:
    modules = tmp_path / "node_modules"
    modules.mkdir()
    (modules / typescript_package.name).symlink_to(typescript_package)
    shutil.copytree(PROBES, tmp_path / "src")
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    options = {
        **STRICT_OPTIONS,
        "target": "es2022",
        "lib": ["es2022"],
        "types": [],
        "module": "nodenext",
        # Only what writes declarations tells of types that clients can't name.
        "declaration": True,
        "rootDir": "src",
        "outDir": "dist",
    }
    config = {"compilerOptions": options, "include": ["src"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(config), encoding="utf-8")
    run(node_tool("tsc"), "--project", "tsconfig.json", cwd=tmp_path)


def test_prettier_would_format_nothing(tmp_path: Path) -> None:
    prettier = (node_tool("prettier"), "--check", "--no-config", "--no-editorconfig")
    sources = sorted((TYPESCRIPT / "src").glob("*.ts"))
    assert sources
    run(*prettier, "--print-width=100", "--ignore-path", tmp_path / "none", *sources)
