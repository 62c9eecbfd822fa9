"""A module as the targets see it: everything decided, nothing laid out."""

from __future__ import annotations

import posixpath

from eventwright.errors import Problem
from eventwright.frozen import frozen
from eventwright.modelling.facts import members
from eventwright.modelling.model import Model
from eventwright.modelling.records import doc_of
from eventwright.planning.plan import Plan
from eventwright.reading.refs import SchemaSet


@frozen
class CompiledModule:
    """One protocol: its schemas, the shapes made of them, and the plan that judges payloads."""

    name: str
    """In snake_case."""
    schemas: SchemaSet
    model: Model
    plan: Plan
    notes: tuple[Problem, ...] = ()
    """What the schemas say that has no effect, or is not valid."""

    @property
    def source(self) -> str:
        """The schema folder or file that the module was made from, for headers."""
        return posixpath.commonpath([document.file for document in self.schemas.module.documents])

    @property
    def description(self) -> str | None:
        """What the root schema says about the whole protocol."""
        document, root = self.schemas.module.root, self.model.root
        if document is None or root is None:
            return None
        said = doc_of(members(document.content)).description
        return said or self.model.definitions[root].doc.description
