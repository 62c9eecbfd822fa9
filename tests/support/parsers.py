"""The JSON parsers that the Python bindings use where they are installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TypeAlias

Parser: TypeAlias = Literal["the standard library", "orjson", "msgspec"]
PARSERS: tuple[Parser, ...] = ("the standard library", "orjson", "msgspec")


@contextmanager
def only(parser: Parser) -> Iterator[None]:
    """Let imports find this parser alone; None in `sys.modules` says that there is none."""
    others = [name for name in PARSERS if name != parser]
    kept = {name: sys.modules.get(name) for name in others}
    sys.modules.update(dict.fromkeys(others))  # type: ignore[arg-type]  # None is documented
    try:
        yield
    finally:
        for name, module in kept.items():
            sys.modules.pop(name)
            if module is not None:
                sys.modules[name] = module
