"""Which records are read only after the union that they are variants of has looked at their tag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.modelling.model import (
    Definition,
    Internal,
    Literals,
    Model,
    Named,
    Record,
    Union,
    Variant,
)
from eventwright.modelling.walking import uses
from eventwright.planning.dispatching import dispatch
from eventwright.planning.plan import Plan


def dispatched_tags(model: Model, checks: Plan) -> dict[Location, str]:
    """The records that unions alone read, once they know the tag; with the member that holds it."""
    counts = uses(model.definitions.values())
    dispatches = Counter(
        (target, tag)
        for definition in model.definitions.values()
        if isinstance(definition, Union)
        for target, tag in _dispatches(definition, model, checks)
    )
    return {target: tag for (target, tag), count in dispatches.items() if count == counts[target]}


def _dispatches(union: Union, model: Model, checks: Plan) -> Iterator[tuple[Location, str]]:
    """The records that a union reads by their tag alone, with the member that holds it."""
    match union.encoding:
        case Internal(tag=(tag,)):
            lookup = dispatch(checks.of(union.location).checks, (tag,))
        case _:
            return
    if lookup is None or lookup.missing is not None:
        return
    if lookup.unknown is not None and not union.is_open:
        return
    for variant in union.variants:
        match variant.payload:
            case Named(target=target) if _has_tag(model.definitions[target], tag, variant):
                yield target, tag
            case _:
                pass


def _has_tag(payload: Definition, tag: str, variant: Variant) -> bool:
    """Whether a variant is a record in which a member has to be the variant's tag.

    A look-up finds true under 1, and 1 under true, so that a record still has to tell these apart.
    """
    is_exact = variant.tag not in (0, 1)
    return (
        is_exact
        and isinstance(payload, Record)
        and any(
            field.wire == tag and field.required and field.shape == Literals((variant.tag,))
            for field in payload.fields
        )
    )
