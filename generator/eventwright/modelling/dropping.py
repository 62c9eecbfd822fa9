"""Records that drop members which nothing describes, and what that may spoil."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from eventwright.errors import Location, Problem
from eventwright.modelling.asks import CLOSING
from eventwright.modelling.facts import branches_in, members, parts
from eventwright.modelling.in_place import essence
from eventwright.modelling.model import Alternatives, Definition, Model, Record
from eventwright.modelling.walking import all_shapes, reached, targets
from eventwright.reading.refs import SchemaSet


def drops(schemas: SchemaSet, model: Model, definition: Definition | None) -> bool:
    """Whether it is a record that drops what it does not describe, and does not refuse it."""
    if not isinstance(definition, Record) or definition.extra is not None:
        return False
    return not any(
        schema.get(word) is False
        for place in model.made_of(definition.location)
        for schema in parts(schemas, place).values()
        for word in CLOSING
    )


def items_alike(schemas: SchemaSet, model: Model) -> Iterator[Problem]:
    """The arrays whose items may differ only in members that are not written."""
    problem = (
        "items that differ only in members that nothing describes are written alike; "
        "so what is written may be invalid"
    )
    cure = (
        'add "additionalProperties": false to the items to refuse such members, '
        "or true to keep them"
    )
    unique = [
        place
        for place, schema in schemas.schemas.items()
        if members(schema).get("uniqueItems") is True and "items" in members(schema)
    ]
    untold = _untold(model) if unique else {}
    for place in unique:
        items = essence(schemas, place.child("items"))
        told = (untold.get(branch, frozenset()) for branch in branches_in(schemas, items))
        first = frozenset({items} & model.definitions.keys()).union(*told)
        if any(drops(schemas, model, each) for each in reached(model.definitions, first).values()):
            yield Problem(place.child("uniqueItems"), problem, cure)


def _untold(model: Model) -> Mapping[Location, Set[Location]]:
    """What the branches of the unions without a tag refer to, by their places."""
    found: defaultdict[Location, set[Location]] = defaultdict(set)
    for definition in model.definitions.values():
        for shape in all_shapes(definition):
            if isinstance(shape, Alternatives):
                for place, branch in shape.branches:
                    found[place].update(targets(branch))
    return found
