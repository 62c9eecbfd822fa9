"""The expression that writes a value: the JSON value that stands for it."""

from __future__ import annotations

from dataclasses import dataclass

from eventwright.errors import Location
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    Array,
    Dictionary,
    Enum,
    Named,
    Nullable,
    Record,
    Shape,
    Union,
)
from eventwright.targets.python.scope import Scope

# An instance of a record may be a mapping too, as far as a type checker knows.
_LAST = ("tuple", "Mapping")


def writing(shape: Shape, source: str, scope: Scope) -> str:
    """An expression for the JSON value of a value; the value itself where it is one already."""
    match shape:
        case Named(target=target):
            if isinstance(scope.definition(shape), Enum):
                return f"{source}.value"
            return f"{scope.writer(target)}({source})" if converts(shape, scope) else source
        case Array(items=items):
            item = writing(items, "item", scope)
            return f"list({source})" if item == "item" else f"[{item} for item in {source}]"
        case Dictionary(values=values):
            item = writing(values, "member", scope)
            if item == "member":
                return f"dict({source})"
            return f"{{name: {item} for name, member in {source}.items()}}"
        case Nullable(inner=inner):
            written = writing(inner, source, scope)
            return source if written == source else f"None if {source} is None else {written}"
        case Alternatives():
            return _alternatives(shape, source, scope)
        case _:
            return source


def _alternatives(shape: Alternatives, source: str, scope: Scope) -> str:
    *tested, rest = written_by_class(shape, source, scope)
    text = rest.text
    for written in reversed(tested):
        text = f"{written.text} if isinstance({source}, {written.test}) else {text}"
    return text


@dataclass(frozen=True, slots=True)
class Written:
    """What is written for the values of some classes; for all others where there is no test."""

    test: str
    text: str


def written_by_class(shape: Alternatives, source: str, scope: Scope) -> list[Written]:
    """The class of a value tells how it is written; the last way is for what is left."""
    branches = _merged([branch for _, branch in shape.branches])
    converted = [branch for branch in branches if converts(branch, scope)]
    converted.sort(key=lambda branch: classes(branch, scope)[0] in _LAST)
    rest = source
    if converted and len(converted) == len(branches):
        rest = writing(converted.pop(), source, scope)
    ways = [
        Written(" | ".join(classes(branch, scope)), writing(branch, source, scope))
        for branch in converted
    ]
    return [*ways, Written("", rest)]


def _merged(branches: list[Shape]) -> list[Shape]:
    """The branches that no class tells apart as one: arrays of any items, and mappings."""
    arrays = [branch.items for branch in branches if isinstance(branch, Array)]
    mappings = [branch.values for branch in branches if isinstance(branch, Dictionary)]
    rest = [branch for branch in branches if not isinstance(branch, Array | Dictionary)]
    return [
        *dict.fromkeys(rest),
        *([Array(_any_of(arrays))] if arrays else []),
        *([Dictionary(_any_of(mappings))] if mappings else []),
    ]


def _any_of(shapes: list[Shape]) -> Shape:
    distinct = list(dict.fromkeys(shapes))
    if len(distinct) == 1:
        return distinct[0]
    return Alternatives(tuple((Location(""), shape) for shape in distinct))


def classes(shape: Shape, scope: Scope) -> list[str]:
    """The classes of the values that are not what JSON has for them."""
    match shape:
        case Named():
            return _classes_of(shape, scope)
        case Array():
            return ["tuple"]
        case Dictionary():
            return ["Mapping"]
        case Nullable(inner=inner):
            return classes(inner, scope)
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
                    [scope.wrapper(union, variant)]
                    if variant.location in scope.wrapped
                    else classes(variant.payload, scope)
                )
            ]
            return list(dict.fromkeys(found))
        case Alias(shape=inner):
            return classes(inner, scope)


def converts(shape: Shape, scope: Scope, above: frozenset[Location] = frozenset()) -> bool:
    """Whether values of a shape are something else than the JSON values that stand for them."""
    match shape:
        case Named(target=target):
            definition = scope.definition(shape)
            if not isinstance(definition, Alias) or target in above:
                return target not in above
            return converts(definition.shape, scope, above | {target})
        case Array() | Dictionary():
            return True
        case Nullable(inner=inner):
            return converts(inner, scope, above)
        case Alternatives(branches=branches):
            return any(converts(branch, scope, above) for _, branch in branches)
        case _:
            return False
