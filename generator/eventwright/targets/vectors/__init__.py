"""Test vectors: one-fault payloads with what every binding owes for them, as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Sequence

import jinja2

from eventwright.code import identifier
from eventwright.compiled import CompiledModule
from eventwright.settings import Settings
from eventwright.targets.vectors.suite import Suite


def files(
    modules: Sequence[CompiledModule],
    settings: Settings,  # noqa: ARG001 - what every target is given
    env: jinja2.Environment,
) -> dict[str, str]:
    """The vectors of every module, and a README that tells how to use them."""
    made = {f"vectors/{module.name}.jsonl": _lines(module) for module in modules}
    names = [identifier(module.name) for module in modules]
    return made | {
        "vectors/README.md": env.get_template("vectors/README.md.jinja").render(modules=names)
    }


def _lines(module: CompiledModule) -> str:
    return "".join(f"{json.dumps(vector)}\n" for vector in Suite(module).vectors())
