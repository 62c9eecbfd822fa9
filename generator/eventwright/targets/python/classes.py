"""The classes of the values of a shape, which tell how a value is written."""

from __future__ import annotations

from eventwright.errors import Location
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    Array,
    Dictionary,
    Enum,
    Named,
    Nullable,
    Open,
    Record,
    Shape,
    Tuple,
    Union,
    Unknown,
)
from eventwright.targets.python.scope import Scope

# An instance of a record may be a mapping too, as far as a type checker knows.
LAST = ("tuple", "Mapping")


def classes(shape: Shape, scope: Scope) -> list[str]:
    """The classes of the values that are not what JSON has for them."""
    match shape:
        case Named():
            return _classes_of(shape, scope)
        case Array() | Tuple():
            return ["tuple"]
        case Dictionary():
            return ["Mapping"]
        case Nullable(inner=inner) | Open(known=inner):
            return classes(inner, scope)
        case Unknown(union=target):
            return [scope.unknown(target)]
        case Alternatives(branches=branches):
            found = [name for _, branch in branches for name in classes(branch, scope)]
            return list(dict.fromkeys(found))
        case _:
            return []


def _classes_of(shape: Named, scope: Scope) -> list[str]:
    match scope.definition(shape):
        case Record() | Enum():
            return [scope.type(shape.target)]
        case Union() as union:
            found = [
                name
                for variant in union.variants
                if variant.payload is not None
                for name in (
                    [scope.wrapped[variant.location]]
                    if variant.location in scope.wrapped
                    else classes(variant.payload, scope)
                )
            ]
            return list(dict.fromkeys(found))
        case Alias(shape=inner):
            return classes(inner, scope)


def has_classes(shape: Shape, scope: Scope, above: frozenset[Location] = frozenset()) -> bool:
    """Whether all values of a shape are of its classes, so that none is left for another way."""
    match shape:
        case Array() | Tuple() | Dictionary() | Unknown():
            return True
        case Alternatives(branches=branches):
            return all(has_classes(branch, scope, above) for _, branch in branches)
        case Named(target=target) if target not in above:
            match scope.definition(shape):
                case Record() | Enum():
                    return True
                case Union(variants=variants):
                    payloads = [variant.payload for variant in variants]
                    return all(p and has_classes(p, scope, above | {target}) for p in payloads)
                case Alias(shape=inner):
                    return has_classes(inner, scope, above | {target})
        case _:
            return False
