"""The expression that writes a value: the JSON text that stands for it.

Each may stand in the braces of an f-string in single quotes: it has no such quote, no backslash
and no colon outside of parentheses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventwright.errors import Location
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    AnyJson,
    Array,
    Boolean,
    Dictionary,
    Enum,
    Integer,
    Literals,
    Named,
    Null,
    Nullable,
    Number,
    Record,
    Shape,
    Text,
    Tuple,
    Union,
    inside,
)
from eventwright.targets.python.language import targets
from eventwright.targets.python.scope import Scope

# An instance of a record may be a mapping too, as far as a type checker knows.
LAST = ("tuple", "Mapping")
_WITHOUT_FUNCTION = (Boolean, Array, Tuple, Dictionary, Nullable, Alternatives)
"""The shapes whose values are written by an expression, not by a function that has a name."""
_SHORT = 64
"""The longest expression that is clearer where it stands than as a call."""


def formatted(shape: Shape, source: str, scope: Scope) -> str:
    """What stands in the braces of an f-string for a value; an integer formats itself."""
    return f"{source}:d" if isinstance(shape, Integer) else writing(shape, source, scope)


def writing(shape: Shape, source: str, scope: Scope) -> str:
    """An expression for the JSON text of a value."""
    match shape:
        case Boolean():
            return f'"true" if {source} else "false"'
        case Null():
            return '"null"'
        case Array(items=items):
            if isinstance(items, _WITHOUT_FUNCTION):
                # Type checkers see what an item is in a comprehension, not in a lambda.
                return f"list_text([{writing(items, 'item', scope)} for item in {source}], str)"
            return f"list_text({source}, {writer(items, scope)})"
        case Tuple(items=shapes):
            texts = [writing(inner, f"{source}[{at}]", scope) for at, inner in enumerate(shapes)]
            return f"list_text([{', '.join(texts)}], str)"
        case Dictionary(values=values):
            if isinstance(values, _WITHOUT_FUNCTION):
                item = writing(values, "item", scope)
                return f"mapping_text({{name: {item} for name, item in {source}.items()}}, str)"
            return f"mapping_text({source}, {writer(values, scope)})"
        case Nullable(inner=inner):
            text = f'"null" if {source} is None else {writing(inner, source, scope)}'
            return (nullable_text(inner, source, scope) if len(text) > _SHORT else None) or text
        case Alternatives():
            return _alternatives(shape, source, scope)
        case _:
            return f"{writer(shape, scope)}({source})"


def writer(shape: Shape, scope: Scope) -> str:
    """A function that gives the JSON text of a value."""
    match shape:
        case Text():
            return "quoted"
        case Integer():
            return "integer_text"
        case Number():
            return "number_text"
        case Literals(values=values) if all(isinstance(value, str) for value in values):
            return "quoted"
        case Named(target=target):
            return scope.writer(target)
        case _ if isinstance(shape, _WITHOUT_FUNCTION):
            return f"lambda item: {writing(shape, 'item', scope)}"
        case _:
            return "json_text"


def nullable_text(inner: Shape, source: str, scope: Scope) -> str | None:
    """A call for the JSON text of a value that may be null, if type checkers see what it is."""
    one_class = _is_one_class(inner, scope)
    return f"nullable_text({source}, {writer(inner, scope)})" if one_class else None


def _is_one_class(shape: Shape, scope: Scope) -> bool:
    """Whether all values of a shape are of one class, so that type checkers see what it is."""
    match shape:
        case Text() | Integer() | Number():
            return True
        case Named():
            return isinstance(scope.definition(shape), Record | Enum)
        case _:
            return False


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
    flat = [AnyJson() if _is_any(branch, scope) else branch for branch in _flat(shape)]
    branches = _merged(_opened(list(dict.fromkeys(flat)), scope))
    converted = [branch for branch in branches if _converts(branch, scope)]
    converted.sort(key=lambda branch: classes(branch, scope)[0] in LAST)
    rest = f"json_text({source})"
    if converted and len(converted) == len(branches):
        *others, last = converted
        if all(_has_classes(other, scope) for other in others):
            converted, rest = others, writing(last, source, scope)
    ways = [
        Written(" | ".join(classes(branch, scope)), writing(branch, source, scope))
        for branch in converted
    ]
    return [*ways, Written("", rest)]


def _is_any(shape: Shape, scope: Scope) -> bool:
    """Whether a shape is any JSON by another name."""
    definition = scope.definition(shape) if isinstance(shape, Named) else None
    return isinstance(definition, Alias) and definition.shape == AnyJson()


def _flat(shape: Shape) -> Iterator[Shape]:
    """The branches of a union and of the unions among them, null by itself."""
    match shape:
        case Alternatives(branches=branches):
            for _, branch in branches:
                yield from _flat(branch)
        case Nullable(inner=inner):
            yield Null()
            yield from _flat(inner)
        case _:
            yield shape


def _opened(branches: list[Shape], scope: Scope) -> list[Shape]:
    """The same branches, but what aliases stand for where no class tells it from another branch.

    Any JSON may be a mapping too. What would have no end stays: one alias that holds itself can be
    opened, but not beside another one or beside any JSON.
    """
    found = [name for branch in branches for name in classes(branch, scope)]
    circular = [branch for branch in branches if _holds_itself(branch, scope)]
    if AnyJson() in branches and "Mapping" in found and not circular:
        branches = list(dict.fromkeys([*branches, Dictionary(AnyJson())]))
        found.append("Mapping")
    ends = len(circular) < 2 and (AnyJson() not in branches or not circular)
    opened: list[Shape] = []
    for branch in branches:
        definition = scope.definition(branch) if isinstance(branch, Named) else None
        is_told = all(name not in LAST or found.count(name) < 2 for name in classes(branch, scope))
        if isinstance(definition, Alias) and not is_told and (ends or branch not in circular):
            opened += _flat(definition.shape)
        else:
            opened.append(branch)
    return opened if opened == branches else _opened(opened, scope)


def _holds_itself(shape: Shape, scope: Scope) -> bool:
    """Whether a shape is an alias that leads to itself with no class of its own in between."""
    found: set[Location] = set()
    pending = list(targets(shape)) if isinstance(shape, Named) else []
    while pending:
        definition = scope.model.definitions[pending.pop()]
        if isinstance(definition, Alias):
            pending += [inner for inner in targets(definition.shape) if inner not in found]
            found.update(targets(definition.shape))
    return isinstance(shape, Named) and shape.target in found


def _merged(branches: list[Shape]) -> list[Shape]:
    """The branches that no class tells apart as one: arrays of any items, and mappings."""
    arrays = list(dict.fromkeys(b for b in branches if isinstance(b, Array | Tuple)))
    mappings = list(dict.fromkeys(b for b in branches if isinstance(b, Dictionary)))
    rest = [branch for branch in branches if branch not in arrays and branch not in mappings]
    if len(arrays) > 1:
        arrays = [Array(_any_of([item for array in arrays for item in inside(array)]))]
    if len(mappings) > 1:
        mappings = [Dictionary(_any_of([mapping.values for mapping in mappings]))]
    return [*dict.fromkeys(rest), *arrays, *mappings]


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
        case Array() | Tuple():
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


def _converts(shape: Shape, scope: Scope, above: frozenset[Location] = frozenset()) -> bool:
    """Whether values of a shape are something else than the JSON values that stand for them."""
    match shape:
        case Named(target=target):
            definition = scope.definition(shape)
            if not isinstance(definition, Alias) or target in above:
                return target not in above
            return _converts(definition.shape, scope, above | {target})
        case Array() | Tuple() | Dictionary():
            return True
        case Nullable(inner=inner):
            return _converts(inner, scope, above)
        case Alternatives(branches=branches):
            return any(_converts(branch, scope, above) for _, branch in branches)
        case _:
            return False


def _has_classes(shape: Shape, scope: Scope, above: frozenset[Location] = frozenset()) -> bool:
    """Whether all values of a shape are of its classes, so that none is left for another way."""
    match shape:
        case Array() | Tuple() | Dictionary():
            return True
        case Alternatives(branches=branches):
            return all(_has_classes(branch, scope, above) for _, branch in branches)
        case Named(target=target) if target not in above:
            match scope.definition(shape):
                case Record() | Enum():
                    return True
                case Union(variants=variants):
                    payloads = [variant.payload for variant in variants]
                    return all(p and _has_classes(p, scope, above | {target}) for p in payloads)
                case Alias(shape=inner):
                    return _has_classes(inner, scope, above | {target})
        case _:
            return False
