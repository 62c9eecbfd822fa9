"""Random schemas of all kinds, by turns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fuzz.joined_schemas import JoinedSchemas
from fuzz.nested_unions import NestedUnions
from fuzz.random_schemas import RandomSchemas
from fuzz.tagged_schemas import TaggedSchemas
from fuzz.union_schemas import DenseSchemas, WideSchemas


# Any: a schema is any JSON value.
def random_documents(seed: int) -> Iterator[dict[str, Any]]:
    """Schemas without end, most of them unions of records; the same seed makes the same ones."""
    unions = (DenseSchemas(seed), WideSchemas(seed), NestedUnions(seed), TaggedSchemas(seed))
    sources = (*[RandomSchemas(seed)] * 2, *unions, JoinedSchemas(seed))
    while True:
        for source in sources:
            yield source.document()
