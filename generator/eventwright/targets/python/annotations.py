"""The text of Python's types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from eventwright.modelling.model import (
    Alias,
    Alternatives,
    AnyJson,
    Array,
    Boolean,
    Dictionary,
    Field,
    Integer,
    JsonScalar,
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
    Union,
    Unknown,
)
from eventwright.reading.jsonvalues import identity
from eventwright.rendering.code import python_literal
from eventwright.targets.python.defaults import default
from eventwright.targets.python.scope import Scope


def member_annotation(field: Field, scope: Scope) -> str:
    """The type of a record's member, which may be absent."""
    types = _alternatives(field.shape, scope)
    filler = default(field, scope)
    if filler is not None and field.default is None:
        types.append("Absent" if filler.text == "ABSENT" else "None")
    return _join(types)


def annotation(shape: Shape, scope: Scope) -> str:
    """The type of a value of this shape."""
    return _join(_alternatives(shape, scope))


def _alternatives(shape: Shape, scope: Scope) -> list[str]:
    """The types that a value of this shape may have."""
    match shape:
        case Text():
            return ["str"]
        case Boolean():
            return ["bool"]
        case Null():
            return ["None"]
        case Number():
            return ["float"]
        case Integer():
            return ["int"]
        case AnyJson():
            return ["JsonValue"]
        case Literals(values=values):
            return _literals(values)
        case Array(items=items):
            return [f"tuple[{annotation(items, scope)}, ...]"]
        case Tuple(items=shapes):
            return [f"tuple[{', '.join(annotation(inner, scope) for inner in shapes)}]"]
        case Dictionary(values=inner, names=names):
            return [f"Mapping[{annotation(names or Text(), scope)}, {annotation(inner, scope)}]"]
        case Named(target=target):
            return [scope.type(target)]
        case Nullable(inner=inner):
            return [*_alternatives(inner, scope), "None"]
        case Never():
            return []
        case Open(known=known):
            return [*_alternatives(known, scope), "str"]
        case Unknown(union=target):
            return [scope.unknown(target)]
        case Alternatives(branches=branches):
            joined = _with_literals_joined([branch for _, branch in branches])
            return [text for branch in joined for text in _alternatives(branch, scope)]


def _with_literals_joined(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """The same shapes, but lists of values that stand side by side as one."""
    for kind, group in groupby(shapes, key=type):
        if kind is Literals:
            lists = [shape.values for shape in group if isinstance(shape, Literals)]
            distinct = {identity(value): value for values in lists for value in values}
            yield Literals(tuple(distinct.values()))
        else:
            yield from group


def _literals(values: Sequence[JsonScalar]) -> list[str]:
    """The types of a few values; Python's Literal takes any scalar but a float."""
    exact = [value for value in values if value is not None and not isinstance(value, float)]
    types = [f"Literal[{', '.join(map(python_literal, exact))}]"] if exact else []
    types += ["float"] if any(isinstance(value, float) for value in values) else []
    return types + (["None"] if None in values else [])


def union_annotation(union: Union, scope: Scope) -> str:
    """The type of a tagged union: its bare strings, then what stands for each other variant."""
    bare = tuple(v.tag for v in union.variants if v.payload is None)
    types = _literals(bare) if bare else []
    for variant in union.variants:
        if variant.location in scope.wrapped:
            types.append(scope.wrapped[variant.location])
        elif variant.payload is not None:
            types += _alternatives(variant.payload, scope)
    return _join(types)


def _join(types: Iterable[str]) -> str:
    distinct = dict.fromkeys(types) or ["Never"]
    return " | ".join(sorted(distinct, key=lambda type_: type_ == "None"))


def nothing(shape: Shape, scope: Scope) -> Literal["None", "Never"] | None:
    """What a shape without any value but null is to type checkers, which forbid to use it."""
    match shape:
        case Never():
            return "Never"
        case Null() | Literals(values=(None,)):
            return "None"
        case Nullable(inner=inner):
            return "None" if nothing(inner, scope) else None
        case Alternatives(branches=branches):
            found = [nothing(inner, scope) for _, inner in branches]
            if None in found:
                return None
            return "None" if "None" in found else "Never"
        case Named():
            definition = scope.definition(shape)
            return nothing(definition.shape, scope) if isinstance(definition, Alias) else None
        case _:
            return None
