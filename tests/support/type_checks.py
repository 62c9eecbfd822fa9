"""The strictest settings of the type checkers that users hold generated code to."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from support.project import attempt, node_tool, python_tool, run

TYPESCRIPT = {
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "noImplicitOverride": True,
    "noImplicitReturns": True,
    "noFallthroughCasesInSwitch": True,
    "noPropertyAccessFromIndexSignature": True,
    "noUnusedLocals": True,
    "noUnusedParameters": True,
    "verbatimModuleSyntax": True,
    "isolatedModules": True,
    "erasableSyntaxOnly": True,
    "skipLibCheck": False,
}


def mypy(*paths: Path, cache: Path) -> None:
    """Have mypy, strict, accept packages and files."""
    options = ("--config-file=", "--strict", "--python-version=3.11", f"--cache-dir={cache}")
    run(*python_tool("mypy"), *options, *paths)


def pyright(folder: Path) -> list[str]:
    """The errors, each with its file's name, that pyright, strict, finds in a folder."""
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = ("--outputjson", "--pythonpath", sys.executable, "--project", folder)
    report = json.loads(attempt(node_tool("pyright"), *command).stdout)
    assert report["summary"]["filesAnalyzed"]
    return [
        f"{Path(finding['file']).name}: {finding['message']}"
        for finding in report["generalDiagnostics"]
    ]


def tsc(package: Path) -> None:
    """Have the TypeScript compiler, strict, accept a generated package."""
    flags = [f"--{option}={json.dumps(value)}" for option, value in TYPESCRIPT.items()]
    options = [word for flag in flags for word in flag.split("=")]
    declarations = ["--declaration", "true", "--isolatedDeclarations", "true"]
    project = ["--project", str(package / "tsconfig.json"), "--noEmit", "true"]
    run(node_tool("tsc"), *project, *options, *declarations)
