"""Import Python packages whose sources are held in memory."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import CodeType, ModuleType


class _Sources(Loader, MetaPathFinder):
    """Finds the modules of one package."""

    def __init__(self, package: str, sources: Mapping[str, str]) -> None:
        self._sources = {_dotted(package, path): text for path, text in sources.items()}
        self._package = package

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self._sources:
            return None
        return ModuleSpec(fullname, self, is_package=fullname == self._package)

    def exec_module(self, module: ModuleType) -> None:
        text = self._sources[module.__name__]
        code = _compiled(text, module.__name__.rpartition(".")[2])
        exec(code, module.__dict__)  # noqa: S102 - it is what importing is


def _dotted(package: str, path: str) -> str:
    stem = path.rpartition("/")[2].removesuffix(".py")
    return package if stem == "__init__" else f"{package}.{stem}"


@lru_cache(maxsize=32)
def _compiled(source: str, name: str) -> CodeType:
    # A mutant changes one file: the others need compiling once.
    return compile(source, f"<{name}>", "exec", dont_inherit=True)


@contextmanager
def imported(sources: Mapping[str, str], package: str, module: str) -> Iterator[ModuleType]:
    """A module of a package, forgotten after the block.

    Args:
        sources: The text of each file of the package, by its path.
        package: A name that no other package has.
        module: The module's name in the package.
    """
    finder = _Sources(package, sources)
    sys.meta_path.insert(0, finder)
    try:
        yield importlib.import_module(f"{package}.{module}")
    finally:
        sys.meta_path.remove(finder)
        for name in [n for n in sys.modules if n == package or n.startswith(f"{package}.")]:
            del sys.modules[name]
