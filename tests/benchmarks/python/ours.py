"""The generated bindings with each JSON parser that they may find when they are imported."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from benchmarks.race import Decoders, Encoders
from eventwright.casing import snake
from support.fixtures import PROTOCOLS, Protocol
from support.parsers import Parser, only
from support.project import GENERATED

PACKAGE = "agent_events"


def bindings(parser: Parser) -> Mapping[Protocol, ModuleType]:
    """Modules of their own, imported while only this parser can be found."""
    with only(parser), _fresh():
        return {protocol: import_module(f"{PACKAGE}.{protocol}") for protocol in PROTOCOLS}


def decoders(modules: Mapping[Protocol, ModuleType]) -> Decoders:
    return {protocol: module.decode for protocol, module in modules.items()}


def encoders(modules: Mapping[Protocol, ModuleType]) -> Encoders:
    return {protocol: module.encode for protocol, module in modules.items()}


def decoder_of(module: ModuleType, type_name: str) -> Callable[[bytes], object]:
    """The function that decodes one named type."""
    decode: Callable[[bytes], object] = getattr(module, f"decode_{snake(type_name)}")
    return decode


@contextmanager
def _fresh() -> Iterator[None]:
    """Import the package anew, beside any that was imported before."""
    sys.path.insert(0, str(GENERATED / "python"))
    try:
        _forget()
        yield
    finally:
        _forget()
        sys.path.remove(str(GENERATED / "python"))


def _forget() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]
