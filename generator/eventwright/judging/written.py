"""Written values: defaults are written, and what is written should be valid again."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Problem
from eventwright.judging.reference import Reference
from eventwright.modelling.model import Model, Record
from eventwright.planning.plan import Members, Plan, Type
from eventwright.reading.jsontext import Json


def refused_defaults(model: Model, plan: Plan) -> Iterator[Problem]:
    """A note about each record whose schema may refuse a value because of the defaults in it."""
    reference = Reference(plan)
    for record in model.definitions.values():
        if not isinstance(record, Record):
            continue
        program = plan.of(record.location)
        fields = {
            field.wire: field
            for field in record.fields
            if field.default is not None and not field.omit_default
        }
        if not fields or all(isinstance(check, Type | Members) for check in program.checks):
            continue
        filled = {name: field.default.value for name, field in fields.items() if field.default}
        # What a value needs besides is missing without the defaults, too.
        missing = reference.issues(program, {})
        found = [issue for issue in reference.issues(program, filled) if issue not in missing]
        if found:
            first, *others = [
                name
                for name in filled
                if found[0] not in reference.issues(program, _without(filled, name))
            ] or filled
            besides = "".join(f' beside that of "{name}"' for name in others)
            problem = (
                f"filled in{besides}, it may make what is written invalid ({found[0].code});"
                ' "x-omit-default": true leaves it out'
            )
            fix = 'add "x-omit-default": true beside it'
            yield Problem(fields[first].location.child("default"), problem, fix)


def _without(value: dict[str, Json], name: str) -> dict[str, Json]:
    return {other: inner for other, inner in value.items() if other != name}
