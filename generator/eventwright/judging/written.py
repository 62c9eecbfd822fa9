"""Written values: defaults are written, and what is written should be valid again."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Problem
from eventwright.judging.reference import Reference
from eventwright.modelling.model import Model, Record
from eventwright.planning.plan import Members, Plan, Program, Type
from eventwright.reading.jsontext import Json


def refused_defaults(model: Model, plan: Plan) -> Iterator[Problem]:
    """A note about each record whose schema may refuse a value because of the defaults in it."""
    reference = Reference(plan)
    for record in model.definitions.values():
        if isinstance(record, Record):
            yield from _refused(record, plan.of(record.location), reference)


def _refused(record: Record, program: Program, reference: Reference) -> Iterator[Problem]:
    filled: dict[str, Json] = {
        field.wire: field.default.value
        for field in record.fields
        if field.default is not None and not field.omit_default
    }
    if not filled or all(isinstance(check, Type | Members) for check in program.checks):
        return
    # What a value needs besides is missing without the defaults, too.
    missing = reference.issues(program, {})
    found = [issue for issue in reference.issues(program, filled) if issue not in missing]
    if not found:
        return
    first, *others = [
        name for name in filled if found[0] not in reference.issues(program, _without(filled, name))
    ] or filled
    besides = "".join(f' beside that of "{name}"' for name in others)
    problem = (
        f"filled in{besides}, it may make what is written invalid ({found[0].code});"
        ' "x-omit-default": true leaves it out'
    )
    [place] = (field.location for field in record.fields if field.wire == first)
    yield Problem(place.child("default"), problem, 'add "x-omit-default": true beside it')


def _without(value: dict[str, Json], name: str) -> dict[str, Json]:
    return {other: inner for other, inner in value.items() if other != name}
