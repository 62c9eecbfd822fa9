"""Where the generator's own files are: in an installed package, or in a checkout."""

from __future__ import annotations

from pathlib import Path


def package_folder() -> Path:
    """The folder of the package `eventwright`."""
    return Path(__file__).parent


def templates_folder() -> Path:
    """The folder of the built-in templates."""
    packaged = package_folder() / "templates"
    return packaged if packaged.is_dir() else package_folder().parents[1] / "templates"
