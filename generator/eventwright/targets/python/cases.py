"""The values of a union by their classes, which tell how they are written."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.frozen import frozen
from eventwright.modelling.model import Doc, Shape, Union, Unknown, Variant
from eventwright.targets.python.classes import classes
from eventwright.targets.python.scope import Scope


@frozen
class Case:
    """The classes that stand for a variant of a union, and the payload of the variant."""

    classes: list[str]
    payload: Shape


def variants(union: Union) -> tuple[Variant, ...]:
    """The variants of a union, with that of the values whose tag is not known."""
    unknown = Variant(None, Unknown(union.location), Doc(), union.location)
    return (*union.variants, unknown) if union.is_closed else union.variants


def cases(union: Union, scope: Scope) -> Iterator[Case]:
    """The cases of an internally tagged union, each without the classes of those before it."""
    taken: set[str] = set()
    for variant in variants(union):
        if variant.payload is None:
            continue
        new = [name for name in classes(variant.payload, scope) if name not in taken]
        taken.update(new)
        if new:
            yield Case(new, variant.payload)
