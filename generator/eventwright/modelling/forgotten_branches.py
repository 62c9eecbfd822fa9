"""Files of events that the root of their module, a union by tag, does not take."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location, Problem
from eventwright.modelling.facts import Tag
from eventwright.modelling.model import Internal, Model, Union
from eventwright.modelling.unions import branch_tags
from eventwright.reading.refs import SchemaSet


def forgotten_branches(schemas: SchemaSet, model: Model) -> Iterator[Problem]:
    """The files that nothing refers to, and that have a tag of their own as its branches have."""
    root = model.definitions[model.root] if model.root else None
    if not isinstance(root, Union) or not isinstance(root.encoding, Internal):
        return
    path, known = root.encoding.tag, {variant.tag for variant in root.variants}
    named = {root.location.file, *(target.file for target in schemas.targets.values())}
    for document in schemas.module.documents:
        if document.file not in named:
            place = Location(document.file)
            tag = branch_tags(schemas, place, place).get(path)
            if tag and tag.required and known.isdisjoint(tag.values):
                yield _forgotten(place, path, tag, root.location)


def _forgotten(place: Location, path: tuple[str, ...], tag: Tag, root: Location) -> Problem:
    problem = f'has "{"/".join(path)}": "{tag.values[0]}", and is no branch of {root.file}'
    return Problem(place, problem, "add it to the branches there, or move it out of this folder")
