"""Check payloads against a schema without writing bindings: the Python ones are made in memory."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from itertools import count
from pathlib import PurePosixPath
from posixpath import commonpath
from types import ModuleType
from typing import Protocol

from eventwright.compiled import CompiledModule
from eventwright.errors import Location, Problem, WrongUseError
from eventwright.generate import compile_modules
from eventwright.rendering.render import environment
from eventwright.rendering.ruff import format_python
from eventwright.settings import Settings
from eventwright.targets import python
from eventwright.targets.python.scope import scope
from eventwright.typos import closest

_numbers = count(1)


class Issue(Protocol):
    """One thing that is wrong with a payload."""

    @property
    def path(self) -> str:
        """An RFC 6901 JSON Pointer to the place in the payload."""
        ...

    @property
    def code(self) -> str:
        """Which rule it breaks, as the JSON Schema keyword where there is one."""
        ...

    @property
    def message(self) -> str:
        """What it should be, in words that hold nothing of the payload."""
        ...


def validator(
    settings: Settings, module: str, type_name: str | None
) -> Callable[[bytes], Sequence[Issue]]:
    """The check of a payload's bytes against a named type, or against the module's root type.

    Raises:
        EventwrightError: The schemas can't be used.
        WrongUseError: They have no such module or type.
    """
    modules = {compiled.name: compiled for compiled in compile_modules(settings)}
    everything = Location(commonpath([compiled.source for compiled in modules.values()]))
    _must_be_known("module", module, modules, everything)
    chosen = modules[module]
    place = Location(chosen.source)
    names = scope(chosen).names
    functions = {
        str(names.type(target)): f"decode_{names.snake(target)}"
        for target in chosen.model.definitions
    }
    if type_name is not None:
        _must_be_known("type", type_name, functions, place)
        return _check(chosen, settings, functions[type_name])
    if chosen.model.root is None:
        problem = f'the module "{module}" has no root type to check payloads against'
        fix = f"say which type is meant, with --type: {', '.join(functions)}"
        raise WrongUseError(Problem(place, problem, fix))
    return _check(chosen, settings, "decode")


def _must_be_known(kind: str, name: str, known: Collection[str], place: Location) -> None:
    if name not in known:
        similar = closest(name, known)
        meant = f"did you mean {similar}? " if similar else ""
        problem = f'there is no {kind} "{name}"'
        raise WrongUseError(Problem(place, problem, f"{meant}There are: {', '.join(known)}"))


def _check(
    module: CompiledModule, settings: Settings, function: str
) -> Callable[[bytes], Sequence[Issue]]:
    bindings = _bindings(module, settings)
    decode: Callable[[bytes], object] = getattr(bindings, function)

    def check(payload: bytes) -> Sequence[Issue]:
        try:
            decode(payload)
        except bindings.DecodeError as error:
            issues: Sequence[Issue] = error.issues
            return issues
        return []

    return check


def _bindings(module: CompiledModule, settings: Settings) -> ModuleType:
    """The module's Python bindings, under a name of their own in `sys.modules`."""
    files = python.files([module], settings, environment(settings.templates))
    # Before that, modules import names that the package may have no use for.
    formatted = format_python({path: text for path, text in files.items() if path.endswith(".py")})
    package = f"_eventwright_bindings_{next(_numbers)}"
    finder = _InMemory(package, formatted)
    sys.meta_path.insert(0, finder)
    try:
        return importlib.import_module(f"{package}.{module.name}")
    finally:
        sys.meta_path.remove(finder)


class _InMemory(MetaPathFinder, InspectLoader):
    """Imports a package whose files are in memory."""

    def __init__(self, package: str, files: Mapping[str, str]) -> None:
        self._package = package
        self._sources = {self._name(PurePosixPath(path)): text for path, text in files.items()}

    def _name(self, path: PurePosixPath) -> str:
        return self._package if path.stem == "__init__" else f"{self._package}.{path.stem}"

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - what the import system passes
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """Where a module comes from: from here, if it is one of ours."""
        if fullname not in self._sources:
            return None
        return ModuleSpec(fullname, self, is_package=fullname == self._package)

    def get_source(self, fullname: str) -> str:
        """The text of a module."""
        return self._sources[fullname]
