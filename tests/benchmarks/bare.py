"""The bare types of the generated Python modules: what an import costs at the least."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path


def bare_module(sources: Iterable[Path]) -> str:
    """One module that holds the dataclasses, enums and aliases of some modules, and no more.

    What these types need is imported, as long as it is no module of the same package.
    """
    trees = [ast.parse(source.read_text(encoding="utf-8")) for source in sources]
    kept = [node for tree in trees for node in tree.body if _is_type(node)]
    used = {name.id for node in kept for name in ast.walk(node) if isinstance(name, ast.Name)}
    imports = {
        f"from {node.module} import {alias.name}\n"
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and not node.level
        for alias in node.names
        if alias.name in used
    }
    lines = ["from __future__ import annotations\n", *sorted(imports)]
    return "".join(lines) + "".join(f"{ast.unparse(node)}\n" for node in kept)


def _is_type(node: ast.stmt) -> bool:
    match node:
        case ast.ClassDef(bases=bases, decorator_list=decorators):
            return any(map(_is_dataclass, decorators)) or any(map(_is_enum, bases))
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case _:
            return False


def _is_dataclass(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Name) and called.id == "dataclass"


def _is_enum(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id.endswith("Enum")
