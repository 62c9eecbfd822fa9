"""What the definitions of a module are made of, and which of them refer to which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from eventwright.errors import Location
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    Array,
    Boolean,
    Definition,
    Dictionary,
    Enum,
    Integer,
    Literals,
    Named,
    Nullable,
    Number,
    Open,
    Record,
    Shape,
    Text,
    Tuple,
    Union,
)

_ALONE: frozenset[type[Shape]] = frozenset({Text, Integer, Number, Boolean, Literals, Named})
"""The commonest of the shapes that no other ones are inside of."""


def inside(shape: Shape) -> tuple[Shape, ...]:
    """The shapes that a shape is made of."""
    if type(shape) in _ALONE:
        return ()
    match shape:
        case Array(items=inner) | Nullable(inner=inner):
            return (inner,)
        case Dictionary(values=inner, names=names):
            return (inner,) if names is None else (names, inner)
        case Open(known=known):
            return (known,)
        case Tuple(items=items):
            return items
        case Alternatives(branches=branches):
            return tuple(inner for _, inner in branches)
        case _:
            return ()


def shapes(definition: Definition) -> Iterator[Shape]:
    """The shapes that a definition is made of."""
    match definition:
        case Record(fields=fields, extra=extra):
            yield from (field.shape for field in fields)
            if extra is not None:
                yield extra
        case Union(variants=variants):
            yield from (variant.payload for variant in variants if variant.payload is not None)
        case Alias(shape=shape):
            yield shape
        case Enum():
            pass


def all_shapes(definition: Definition) -> Iterator[Shape]:
    """The shapes that a definition is made of, with those inside them."""
    pending = list(shapes(definition))
    while pending:
        shape = pending.pop()
        yield shape
        pending += inside(shape)


def targets(shape: Shape) -> Iterator[Location]:
    """The definitions that a shape refers to."""
    match shape:
        case Named(target=target):
            yield target
        case _:
            for inner in inside(shape):
                yield from targets(inner)


def referred(definition: Definition) -> Iterator[Location]:
    """The definitions that a definition refers to, each as often as it does."""
    for shape in shapes(definition):
        yield from targets(shape)


def uses(definitions: Iterable[Definition]) -> Counter[Location]:
    """How often some definitions refer to each."""
    return Counter(target for definition in definitions for target in referred(definition))


def reached(
    definitions: Mapping[Location, Definition], first: Iterable[Location]
) -> Mapping[Location, Definition]:
    """Some definitions, and all that these refer to in any number of steps, in their order."""
    found: set[Location] = set()
    pending = list(first)
    while pending:
        place = pending.pop()
        if place not in found:
            found.add(place)
            pending += referred(definitions[place])
    return {place: definition for place, definition in definitions.items() if place in found}


def holding(
    definitions: Sequence[Definition],
    held_by: Mapping[Location, Sequence[Location]],
    of_shape: Callable[[Shape], bool],
    of_definition: Callable[[Definition], bool],
) -> frozenset[Location]:
    """The types that have a trait themselves or hold something that has it."""
    pending = [
        definition.location
        for definition in definitions
        if of_definition(definition) or any(map(of_shape, all_shapes(definition)))
    ]
    found: set[Location] = set()
    while pending:
        target = pending.pop()
        if target not in found:
            found.add(target)
            pending += held_by.get(target, ())
    return frozenset(found)


def holders(definitions: Sequence[Definition]) -> Mapping[Location, Sequence[Location]]:
    """By each type that another one names: those that do."""
    found: dict[Location, list[Location]] = {}
    for definition in definitions:
        for shape in all_shapes(definition):
            if isinstance(shape, Named):
                found.setdefault(shape.target, []).append(definition.location)
    return found
