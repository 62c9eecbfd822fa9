"""Examples: what a schema shows to its readers should be valid by it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from eventwright.errors import Location, Problem
from eventwright.judging.defaults import first_fault, programs_of_member
from eventwright.judging.reference import Reference
from eventwright.modelling.facts import array
from eventwright.modelling.model import Model, Record
from eventwright.planning.plan import Plan, Program
from eventwright.reading.refs import SchemaSet


def refused_examples(schemas: SchemaSet, model: Model, plan: Plan) -> Iterator[Problem]:
    """A note about each example of a definition, or of a member of one, that is not valid."""
    shown = {
        place: array(schema["examples"])
        for place, schema in schemas.schemas.items()
        if isinstance(schema, dict) and "examples" in schema
    }
    reference = Reference(plan)
    for place, programs in _judging(shown, model, plan):
        for index, example in enumerate(shown[place]):
            told = first_fault(programs, example, reference)
            if told:
                problem = f"is no valid value: {told}"
                yield Problem(place.child("examples", index), problem, "correct it, or remove it")


def _judging(
    shown: Container[Location], model: Model, plan: Plan
) -> Iterator[tuple[Location, Sequence[Program]]]:
    """The places of some that are definitions, or members of one, and what their values pass."""
    for location, definition in model.definitions.items():
        if location in shown:
            yield location, [plan.of(location)]
        for field in definition.fields if isinstance(definition, Record) else ():
            place = field.location
            # A member of a base schema is shown there, and may be narrowed here.
            is_own = place in shown and place == location.child("properties", field.wire)
            if is_own and place not in model.definitions:
                yield place, [*programs_of_member(plan, plan.of(location), field.wire)]
