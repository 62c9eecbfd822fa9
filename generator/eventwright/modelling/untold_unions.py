"""Unions of which no types are made, since they say of one value what others say of it too."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location, Problem
from eventwright.modelling.describe import keeps_all, unions_at
from eventwright.modelling.model import Alternatives, Model, Shape, Union
from eventwright.modelling.walking import all_shapes
from eventwright.reading.refs import SchemaSet


def untold_unions(schemas: SchemaSet, model: Model) -> Iterator[Problem]:
    """What stays any JSON because of them."""
    yield from _of_one_value(schemas, model)
    yield from dict.fromkeys(_inside_others(schemas, model))


def _of_one_value(schemas: SchemaSet, model: Model) -> Iterator[Problem]:
    """The values that several unions are about."""
    problem = "is one value of several unions, of which no type is made; so it stays any JSON"
    cure = "make each but one a member, or one union of all their combinations"
    for place in sorted(model.whole):
        if len(unions_at(schemas, place)) > 1:
            yield Problem(schemas.joined.get(place, (place,))[0], problem, cure)


def _inside_others(schemas: SchemaSet, model: Model) -> Iterator[Problem]:
    """The branches of unions that are unions themselves, where members stand beside the outer."""
    problem = (
        "is a union itself, beside the members of the one around it; "
        "so it stays an object of any JSON"
    )
    cure = "make it a member, or write its branches as branches of that one"
    for place, shape in _branches(model):
        if keeps_all(shape) and len(unions_at(schemas, place)) == 1:
            yield Problem(place, problem, cure)


def _branches(model: Model) -> Iterator[tuple[Location, Shape]]:
    """The branches of all unions, each with what its values look like."""
    for definition in model.definitions.values():
        if isinstance(definition, Union):
            found = ((variant.location, variant.payload) for variant in definition.variants)
            yield from ((place, payload) for place, payload in found if payload is not None)
        for shape in all_shapes(definition):
            if isinstance(shape, Alternatives):
                yield from shape.branches
