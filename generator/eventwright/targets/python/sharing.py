"""The types that a module has of another one: what both declare alike is one class in Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eventwright.compiled import CompiledModule
from eventwright.rendering.code import Code, identifier
from eventwright.targets.python.declarations import Class, TypeAlias
from eventwright.targets.python.runtime import Imports
from eventwright.targets.python.shaking import mentioned

_Types = Mapping[str, Class | TypeAlias]
_Homes = dict[str, dict[str, str]]


def homes(
    modules: Sequence[CompiledModule], declared: Mapping[str, Sequence[Class | TypeAlias]]
) -> Mapping[str, Mapping[str, str]]:
    """For each module: its types that it has of another one, each with that one's name.

    A type's home is the module whose file describes it, where that calls it the same and makes the
    same of it, out of the same types. Of modules that refer to each other, none has types of the
    other, since each would have to be imported first.

    Args:
        modules: The modules of a package.
        declared: The types of each module, by its name.
    """
    home = {
        document.file: module.name
        for module in modules
        for document in module.schemas.module.documents
    }
    types: dict[str, _Types] = {
        module: {type_.name: type_ for type_ in own} for module, own in declared.items()
    }
    found: _Homes = {
        module: {
            name: other
            for name, type_ in own.items()
            if (other := home.get(type_.location.file, module)) != module
            and _is_alike(type_, types[other].get(name))
        }
        for module, own in types.items()
    }
    for module, name in list(_in_circles(found)):
        del found[module][name]
    while differing := list(_of_other_types(found, types)):
        for module, name in differing:
            del found[module][name]
    return found


def imports(types: Mapping[str, str]) -> list[Imports]:
    """The statements that import types of other modules, and offer them once more."""
    return [
        Imports(Code(f".{identifier(module)}"), Code(f"{identifier(name)} as {identifier(name)}"))
        for name, module in sorted(types.items(), key=lambda type_: (type_[1], type_[0].lower()))
    ]


def _is_alike(type_: Class | TypeAlias, other: Class | TypeAlias | None) -> bool:
    """Whether two types of the same name have the same source and the same text."""
    return (
        other is not None
        and (type_.kind, type_.location) == (other.kind, other.location)
        and type_.code == other.code
    )


def _in_circles(found: _Homes) -> Iterator[tuple[str, str]]:
    """The types whose module is imported, by some way, by the one that they are of."""
    ways = {module: set(types.values()) for module, types in found.items()}
    for module, types in found.items():
        back = {other for other in ways[module] if module in _reached(other, ways)}
        yield from ((module, name) for name, other in types.items() if other in back)


def _reached(module: str, ways: Mapping[str, set[str]]) -> set[str]:
    """The modules that one imports, or that these import."""
    found: set[str] = set()
    pending = [module]
    while pending:
        new = ways[pending.pop()] - found
        found |= new
        pending += new
    return found


def _of_other_types(found: _Homes, types: Mapping[str, _Types]) -> Iterator[tuple[str, str]]:
    """The types in whose text a name means one class here and another one in the other module."""
    for module, own in found.items():
        for name, other in own.items():
            for used in mentioned(types[module][name].code, types[module].keys() - {name}):
                if own.get(used, module) != found[other].get(used, other):
                    yield module, name
                    break
