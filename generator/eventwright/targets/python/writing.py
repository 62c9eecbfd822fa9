"""The expression that writes a value: the JSON text that stands for it.

Each may stand in the braces of an f-string in single quotes: it has no such quote, no backslash
and no colon outside of parentheses.
"""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.frozen import frozen
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
    Never,
    Null,
    Nullable,
    Number,
    Open,
    Record,
    Shape,
    Text,
    Tuple,
    Union,
    Unknown,
)
from eventwright.modelling.walking import inside, targets
from eventwright.targets.python.classes import LAST, classes, has_classes
from eventwright.targets.python.scope import Scope

_WITHOUT_FUNCTION = (Boolean, Array, Tuple, Dictionary, Nullable, Alternatives)
"""The shapes whose values are written by an expression, not by a function that has a name."""
_SHORT = 64
"""The longest expression that is clearer where it stands than as a call."""
_LOOP = " for "
"""What every comprehension has.

From 3.12 on Python makes one function of those inside each other, and 21 crash it; so one that has
others in it is a generator, which stays a function of its own.
"""


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
                text = writing(items, "item", scope)
                loop = f"{text} for item in {source}"
                return f"list_text({f'({loop})' if _LOOP in text else f'[{loop}]'}, str)"
            return f"list_text({source}, {writer(items, scope)})"
        case Tuple(items=shapes):
            texts = [writing(inner, f"{source}[{at}]", scope) for at, inner in enumerate(shapes)]
            return f"list_text([{', '.join(texts)}], str)"
        case Dictionary(values=values):
            if isinstance(values, _WITHOUT_FUNCTION):
                text = writing(values, "item", scope)
                loop = f"for name, item in {source}.items()"
                pairs = f"dict((name, {text}) {loop})"
                made = pairs if _LOOP in text else f"{{name: {text} {loop}}}"
                return f"mapping_text({made}, str)"
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
        case Text() | Open():
            return "quoted"
        case Unknown():
            return "unknown_text"
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
        case Text() | Open() | Integer() | Number():
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


@frozen
class Written:
    """What is written for the values of some classes; for all others where there is no test."""

    test: str
    text: str


def written_by_class(shape: Alternatives, source: str, scope: Scope) -> list[Written]:
    """The class of a value tells how it is written; the last way is for what is left."""
    flat = [AnyJson() if _is_any(branch, scope) else branch for branch in _flat(shape)]
    branches = _merged(_opened(list(dict.fromkeys(flat)), scope))
    told = [branch for branch in branches if _is_told(branch, branches, scope)]
    converted = [branch for branch in told if _converts(branch, scope)]
    converted.sort(key=lambda branch: classes(branch, scope)[0] in LAST)
    left = [
        branch for branch in branches if branch not in converted or not has_classes(branch, scope)
    ]
    if left and all(writer(branch, scope) == "quoted" for branch in left):
        rest = f"quoted({source})"
    else:
        rest = _by_parts([branch for branch in branches if branch not in told], source, scope)
    if converted and len(converted) == len(branches):
        *others, last = converted
        if all(has_classes(other, scope) for other in others):
            converted, rest = others, writing(last, source, scope)
    ways = [
        Written(" | ".join(classes(branch, scope)), writing(branch, source, scope))
        for branch in converted
    ]
    return [*ways, Written("", rest)]


def _is_told(shape: Shape, branches: list[Shape], scope: Scope) -> bool:
    """Whether the class of a branch's values tells it from the others; any JSON has mappings."""
    found = [name for branch in branches for name in classes(branch, scope)]
    found += ["Mapping"] if AnyJson() in branches else []
    return all(name not in LAST or found.count(name) < 2 for name in classes(shape, scope))


def _by_parts(branches: list[Shape], source: str, scope: Scope) -> str:
    """What writes a value that may be one of several branches: each part by its class alone."""
    writers: dict[str, str] = {}
    for target in _reached(branches, scope):
        if isinstance(scope.model.definitions[target], Record | Union):
            own = [name for name in classes(Named(target), scope) if name not in LAST]
            writers = dict.fromkeys(own, scope.writer(target)) | writers
    table = ", ".join(f"{name}: {writer}" for name, writer in writers.items())
    return f"tree_text({source}, {{{table}}})" if table else f"json_text({source})"


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

    One that holds itself stays, since opening it would have no end.
    """
    opened: list[Shape] = []
    for branch in branches:
        definition = scope.definition(branch) if isinstance(branch, Named) else None
        is_told = _is_told(branch, branches, scope)
        if isinstance(definition, Alias) and not is_told and not _holds_itself(definition, scope):
            opened += _flat(definition.shape)
        else:
            opened.append(branch)
    return opened if opened == branches else _opened(opened, scope)


def _holds_itself(alias: Alias, scope: Scope) -> bool:
    """Whether an alias leads to itself with no class of its own in between."""
    return alias.location in _reached([alias.shape], scope)


def _reached(shapes: list[Shape], scope: Scope) -> list[Location]:
    """The types that shapes lead to with no class of their own in between."""
    found = [target for shape in shapes for target in targets(shape)]
    for target in found:  # which grows meanwhile
        definition = scope.model.definitions[target]
        if isinstance(definition, Alias):
            found += [inner for inner in targets(definition.shape) if inner not in found]
    return list(dict.fromkeys(found))


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
    distinct = [shape for shape in dict.fromkeys(shapes) if shape != Never()] or [Never()]
    if len(distinct) == 1:
        return distinct[0]
    return Alternatives(tuple((Location(""), shape) for shape in distinct))


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
