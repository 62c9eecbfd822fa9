"""The strictest settings of the type checkers that users hold generated code to."""

from __future__ import annotations

import json
import re
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


MYPY = (*python_tool("mypy"), "--config-file=", "--strict", "--python-version=3.11")
FUNCTION = re.compile(r"\b(?:decode|encode|parse|dump|validate)_\w+")


def mypy(*paths: Path, cache: Path) -> None:
    """Have mypy, strict, accept packages and files."""
    run(*MYPY, f"--cache-dir={cache}", *paths)


def function_types(package: Path, folder: Path) -> dict[str, str]:
    """What mypy knows of each function of a package's modules, by MODULE.FUNCTION."""
    modules = {m.stem: m.read_text("utf-8") for m in package.glob("*.py") if m.stem[0] != "_"}
    names = [f"{m}.{name}" for m, text in modules.items() for name in set(FUNCTION.findall(text))]
    imported = f"from {package.name} import {', '.join(modules)}"
    asked = [f"reveal_type({name})" for name in names]
    probe = folder / "function_types.py"
    probe.write_text("\n".join([imported, *asked, ""]), encoding="utf-8")
    told = run(*MYPY, f"--cache-dir={folder / 'cache'}", package, probe)
    types: list[str] = re.findall(r'Revealed type is "(.*)"', told)
    return dict(zip(names, types, strict=True))


def pyright(folder: Path, *files: Path) -> list[str]:
    """The errors, each with its file's name, that pyright, strict, finds in a folder.

    Args:
        folder: Has the files.
        files: Those that are looked at; all of the folder where there are none.
    """
    settings: dict[str, object] = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    if files:
        settings["include"] = [file.relative_to(folder).as_posix() for file in files]
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
