"""What can't be had in TypeScript, told before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.modelling.model import (
    Definition,
    Literals,
    Record,
)
from eventwright.modelling.walking import all_shapes
from eventwright.planning.plan import Check, Const, Enum
from eventwright.planning.walking import nested
from eventwright.reading.jsontext import Json
from eventwright.targets.typescript.declarations import made_names
from eventwright.targets.typescript.language import MAX_SAFE
from eventwright.targets.typescript.scope import Scope

# The source files beside those of the modules, be it that these need them or not.
_SHARED = frozenset({"formats", "index", "runtime"})


def refuse(scope: Scope) -> None:
    """Refuse a module that has no faithful TypeScript.

    Raises:
        EventwrightError: Names collide, or an integer of the schema fits no number.
    """
    problems = [*_taken_file(scope), *_collisions(scope)]
    if not scope.exact:
        problems += _long_integers(scope)
    if problems:
        raise EventwrightError(*problems)


def _taken_file(scope: Scope) -> Iterator[Problem]:
    name = scope.module.name
    if name in _SHARED:
        yield Problem(
            Location(scope.module.source),
            f"the module name {name!r} is taken by what all modules of the package share",
            "rename the schema's file or folder",
        )


def _collisions(scope: Scope) -> Iterator[Problem]:
    owners: dict[str, Location] = {name: place for place, name in scope.names.types.items()}
    for definition in scope.definitions:
        for name, location in made_names(definition, scope):
            if owners.setdefault(name, location) != location:
                yield Problem(
                    owners[name],
                    f"its name in code, {name}, is also made for {location}",
                    'give one of the two another name with "x-name"',
                )


def _long_integers(scope: Scope) -> Iterator[Problem]:
    for definition in scope.definitions:
        literals = (shape for shape in all_shapes(definition) if isinstance(shape, Literals))
        if any(_too_long(value) for shape in literals for value in shape.values):
            yield from map(_too_long_in, _places(definition, scope))
        if isinstance(definition, Record):
            for field in definition.fields:
                if field.default is not None and _too_long(field.default.value):
                    yield _too_long_in(field.location.child("default"))


def _places(definition: Definition, scope: Scope) -> Sequence[Location]:
    """The schemas of a definition that ask for such integers."""
    programs = nested(scope.module.plan.of(definition.location))
    found = [program.location for program in programs if any(map(_asks_too_long, program.checks))]
    return found or [definition.location]


def _asks_too_long(check: Check) -> bool:
    match check:
        case Const(value=value):
            return _too_long(value)
        case Enum(values=values):
            return any(map(_too_long, values))
        case _:
            return False


def _too_long_in(location: Location) -> Problem:
    return Problem(
        location,
        "an integer here needs more than 53 bits, which a TypeScript number can't hold",
        'have such integers as bigint: int64 = "bigint", or --int64 bigint',
    )


def _too_long(value: Json) -> bool:
    match value:
        case int():
            return abs(value) > MAX_SAFE
        case list():
            return any(map(_too_long, value))
        case dict():
            return any(map(_too_long, value.values()))
        case _:
            return False
