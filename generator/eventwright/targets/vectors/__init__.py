"""Test vectors: one-fault payloads with what every binding owes for them, as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Sequence

import jinja2

from eventwright.compiled import CompiledModule
from eventwright.rendering.code import Code, identifier
from eventwright.settings import Settings
from eventwright.targets.vectors.suite import Suite

_encode = json.JSONEncoder(check_circular=False).encode


def files(
    modules: Sequence[CompiledModule],
    settings: Settings,  # noqa: ARG001 - what every target is given
    env: jinja2.Environment,
) -> dict[str, str]:
    """The vectors of every module, and a README that tells how to use them."""
    made: dict[str, str] = {}
    without: list[tuple[Code, Code]] = []
    for module in modules:
        suite = Suite(module)
        lines = (f"{_encode(vector)}\n" for vector in suite.vectors())
        made[f"vectors/{module.name}.jsonl"] = "".join(lines)
        without += [(identifier(module.name), name) for name in suite.without]
    names = [identifier(module.name) for module in modules]
    readme = env.get_template("vectors/README.md.jinja")
    return made | {"vectors/README.md": readme.render(modules=names, without=without)}
