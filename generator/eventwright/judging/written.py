"""Written values: defaults are written, and what is written should be valid again."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from eventwright.errors import Problem
from eventwright.judging.issues import Issue
from eventwright.judging.reference import Reference
from eventwright.modelling.model import Model, Record
from eventwright.planning.plan import Members, Plan, Program, Type
from eventwright.reading.jsontext import Json

_VALUES: tuple[Json, ...] = (None, "", 0, False, [], {})
"""What a member may be: one of each JSON type, since most verdicts ask only whether it is there."""


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
    for given in _given(record, filled):
        # What a value needs besides is missing without the defaults, too.
        missing = reference.issues(program, given)
        found = [i for i in reference.issues(program, given | filled) if i not in missing]
        if found:
            first, *others = [
                name
                for name in filled
                if found[0] not in reference.issues(program, given | _without(filled, name))
            ] or filled
            yield _spoiled(record, first, others, found[0])
            return


def _given(record: Record, filled: Container[str]) -> Iterator[dict[str, Json]]:
    """Values of a record before its defaults are filled in: few members are needed to tell."""
    yield {}
    for field in record.fields:
        if field.wire not in filled:
            yield from ({field.wire: value} for value in _VALUES)


def _without(value: dict[str, Json], name: str) -> dict[str, Json]:
    return {other: inner for other, inner in value.items() if other != name}


def _spoiled(record: Record, name: str, others: Sequence[str], issue: Issue) -> Problem:
    besides = "".join(f' beside that of "{other}"' for other in others)
    problem = (
        f"filled in{besides}, it may make what is written invalid ({issue.code});"
        ' "x-omit-default": true leaves it out'
    )
    [place] = (field.location for field in record.fields if field.wire == name)
    return Problem(place.child("default"), problem, 'add "x-omit-default": true beside it')
