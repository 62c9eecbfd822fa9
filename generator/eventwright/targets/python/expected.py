"""What a shape asks of a value by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from eventwright.errors import Location
from eventwright.modelling.model import (
    Alternatives,
    AnyJson,
    Array,
    Boolean,
    Dictionary,
    Integer,
    Literals,
    Named,
    Never,
    Null,
    Nullable,
    Number,
    Open,
    Shape,
    Text,
    Tuple,
    Unknown,
)
from eventwright.planning import plan
from eventwright.planning.plan import Check, Entry, Program
from eventwright.targets.python.scope import Scope

_CONTAINERS = (Array, Tuple, Dictionary, Nullable, Alternatives)


def expected(shape: Shape, place: Location, scope: Scope) -> Program:
    """The program that asks for a shape and for nothing else."""

    def program(*checks: Check) -> Program:
        return Program(place, checks)

    match shape:
        case Text() | Open():
            return program(plan.Type(("string",)))
        case Boolean():
            return program(plan.Type(("boolean",)))
        case Null():
            return program(plan.Type(("null",)))
        case Number():
            return program(plan.Type(("number",)))
        case Integer():
            return program(plan.Type(("integer",)))
        case Literals(values=values):
            return program(plan.Enum(values))
        case AnyJson() | Unknown():
            return program()
        case Array(items=items):
            return program(plan.Type(("array",)), plan.Items(expected(items, place, scope)))
        case Tuple(items=shapes):
            count = len(shapes)
            each = tuple(expected(inner, place, scope) for inner in shapes)
            sizes = plan.MinItems(count), plan.MaxItems(count)
            return program(plan.Type(("array",)), *sizes, plan.PrefixItems(each))
        case Dictionary(values=values_, names=names):
            rest = plan.AdditionalMembers((), expected(values_, place, scope))
            listed = [plan.PropertyNames(expected(names, place, scope))] if names else []
            return program(plan.Type(("object",)), *listed, rest)
        case Named(target=target):
            return program(*([] if target in scope.dynamic else [plan.Call(Entry(target))]))
        case Nullable(inner=inner):
            return program(plan.Nullable(expected(inner, place, scope)))
        case Never():
            return program(plan.Never())
        case Alternatives(branches=branches):
            return program(plan.AnyOf(tuple(_told_apart(branches, scope))))


def _told_apart(branches: Sequence[tuple[Location, Shape]], scope: Scope) -> Iterator[Program]:
    """What a value is asked to see of which branch it is: named types and scalars tell it alone."""
    shared = Counter(place for place, _ in branches)
    for place, shape in branches:
        alone = isinstance(shape, _CONTAINERS) and shared[place] == 1
        # Where dynamic anchors are bound, one place may have several programs.
        own = scope.programs.get(place) if alone and not scope.dynamic else None
        yield own or expected(shape, place, scope)
