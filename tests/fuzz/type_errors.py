"""What type checkers have against the bindings of random schemas."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from fuzz.comparing import Difference
from fuzz.languages import Node, Packages
from support import type_checks
from support.project import attempt

TypeCheck: TypeAlias = Callable[[Packages, Collection[str]], Iterator[tuple[str, Difference]]]
"""Gives what a type checker finds in modules of packages, each with its module."""
_TOLD = re.compile(r"([^:]+)\.py:\d+: error: (.*?)  \[([a-z-]+)\]")


def tsc(
    packages: Packages, modules: Collection[str], node: Node
) -> Iterator[tuple[str, Difference]]:
    """What tsc finds, with bigint and with number for 64-bit integers."""
    for folder in packages.typescript:
        for module, code, told in node.type_errors(folder, modules):
            yield module, Difference(f"tsc: {code}", told)


def mypy(
    packages: Packages, modules: Collection[str], cache: Path
) -> Iterator[tuple[str, Difference]]:
    """What mypy finds."""
    files = _files(packages, modules)
    told = attempt(*type_checks.MYPY, f"--cache-dir={cache}", *files).stdout
    for path, message, code in _TOLD.findall(told):
        yield Path(path).name, Difference(f"mypy: {code}", message)


def pyright(packages: Packages, modules: Collection[str]) -> Iterator[tuple[str, Difference]]:
    """What pyright finds."""
    files = _files(packages, modules)
    for error in type_checks.pyright(files[0].parents[1], *files):
        module, _, message = error.partition(".py: ")
        yield module, Difference("pyright", message)


def _files(packages: Packages, modules: Collection[str]) -> list[Path]:
    """The files of Python modules; the copies for the other parsers are the same."""
    spec = find_spec(next(iter(packages.python.values())))
    assert spec is not None
    assert spec.origin is not None
    return [Path(spec.origin).with_name(f"{module}.py") for module in modules]
