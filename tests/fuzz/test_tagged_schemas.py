"""What the random tagged schemas are: unions that are told by their tags in the generated code."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from eventwright.compiled import CompiledModule
from eventwright.errors import EventwrightError
from eventwright.modelling.model import External, Internal, Union
from eventwright.settings import Settings
from fuzz.tagged_schemas import TaggedSchemas
from support.many_schemas import compiled

SCHEMAS = 100


def kinds(module: CompiledModule) -> Counter[str]:
    """How many tagged unions of each encoding a module has."""
    found: Counter[str] = Counter()
    for definition in module.model.definitions.values():
        match definition:
            case Union(encoding=External(), variants=variants):
                found["external"] += 1
                found["with bare strings"] += any(v.payload is None for v in variants)
            case Union(encoding=Internal(tag=tag)):
                found["internal" if len(tag) == 1 else "under a path"] += 1
            case _:
                pass
    return found


def test_most_are_tagged_unions(tmp_path: Path) -> None:
    schemas = TaggedSchemas(seed=1)
    settings = Settings(schema=tmp_path, output=tmp_path, int64="bigint")
    found: Counter[str] = Counter()
    for number in range(SCHEMAS):
        try:
            module = compiled(f"s{number}", schemas.document(), tmp_path, settings)
        except EventwrightError:
            continue  # random names may collide
        found.update(kinds(module))
        found["tagged"] += bool(kinds(module))
        root = module.model.definitions[module.model.root] if module.model.root else None
        found["roots"] += isinstance(root, Union)
    assert found["tagged"] > SCHEMAS * 8 / 10
    assert found["roots"] > SCHEMAS * 6 / 10
    rare = min(found[k] for k in ("internal", "external", "under a path", "with bare strings"))
    assert rare >= SCHEMAS / 20, found
