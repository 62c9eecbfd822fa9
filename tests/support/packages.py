"""Build the generated packages as their publisher would, outside the repository."""

from __future__ import annotations

import shutil
from pathlib import Path

from support.project import node_tool, python_tool, run

BUILT = shutil.ignore_patterns("dist", "node_modules", "__pycache__")


def compile_typescript(source: Path, destination: Path) -> Path:
    """Copy a generated TypeScript package and compile it there; gives the package's folder."""
    shutil.copytree(source, destination, ignore=BUILT)
    run(node_tool("tsc"), "--project", "tsconfig.json", cwd=destination)
    return destination


def npm_pack(package: Path, destination: Path) -> Path:
    """Pack a compiled package and give the tarball."""
    destination.mkdir()
    run("npm", "pack", "--ignore-scripts", "--pack-destination", destination, cwd=package)
    (tarball,) = destination.glob("*.tgz")
    return tarball


def build_wheel(project: Path, destination: Path) -> Path:
    """Build a wheel of a Python project and give its path."""
    run(*python_tool("build"), "--wheel", "--no-isolation", "--outdir", destination, project)
    (wheel,) = destination.glob("*.whl")
    return wheel


def create_venv(folder: Path, wheel: Path) -> Path:
    """Make an empty virtual environment that holds just one wheel; gives its interpreter."""
    run(*python_tool("venv"), "--without-pip", folder)
    python = folder / "bin" / "python"
    pip = (*python_tool("pip"), "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel)
    return python
