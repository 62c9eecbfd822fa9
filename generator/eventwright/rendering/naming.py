"""Names: words of the schema turned into identifiers of one language.

Names live outside the model and are bound once per target. Wire names stay as they are where the
language allows it; a reserved word gets a trailing underscore; where the letters and digits of two
names are the same, or there are none, the other characters are written out; values of an enum that
only their case tells apart stay as they are, where they can. What collides all the same is an error
that names both places and is cured by `x-name`, never by a number.
"""

from __future__ import annotations

import keyword
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from eventwright.casing import pascal, snake, spelled, upper
from eventwright.errors import EventwrightError, Location, Problem
from eventwright.frozen import frozen
from eventwright.modelling.model import Definition, Enum, EnumValue, Field, Model, Record
from eventwright.rendering.code import Code, identifier

_OTHER_ENUM = (
    'write the values as a "oneOf" of "const", where "x-name" can give one of the two another name;'
    ' an item of "enum" has no place for it'
)


@frozen
class Language:
    """What names a language allows where."""

    reserved: frozenset[str]
    """Names that no type may take: keywords, builtins, and what a generated module imports."""
    member_reserved: frozenset[str]
    """Names that no member may take."""
    members_verbatim: bool
    """Whether members and values are written as the schema has them (TypeScript quotes them)."""
    derived: Callable[[str], Iterable[str]]
    """The further module-level names that a type of this name brings along."""


@dataclass(frozen=True)
class Names:
    """The identifiers of one module in one language."""

    types: Mapping[Location, Code]
    members: Mapping[Location, Code]
    """The identifiers of fields and of enum values, by where the schema has them."""
    given: frozenset[Location]
    """The types whose name the schema gives itself; any other is named after its place.

    Only these have functions of their own: the others are reached through the type around them.
    """

    def type(self, target: Location) -> Code:
        """The type's name in PascalCase."""
        return self.types[target]

    def snake(self, target: Location) -> Code:
        """The type's name in snake_case."""
        return self._snakes[target]

    @cached_property
    def all_types(self) -> frozenset[str]:
        """The names of all types."""
        return frozenset(self.types.values())

    @cached_property
    def _snakes(self) -> Mapping[Location, Code]:
        return {t: identifier(snake(name.rstrip("_"))) for t, name in self.types.items()}


def bind(model: Model, language: Language) -> Names:
    """Give every definition, field and enum value of the model its identifier.

    Raises:
        EventwrightError: Two places want one name.
    """
    problems: list[Problem] = []
    turns = _turns(model)
    types = _bind_types(model, turns, language, problems)
    members: dict[Location, Code] = {}
    for definition in model.definitions.values():
        match definition:
            case Record(fields=fields):
                members |= _bind_members(fields, language, problems)
            case Enum():
                members |= _bind_values(definition, language, problems)
            case _:
                pass
    if problems:
        raise EventwrightError(*problems)
    given = {place for place, turn in turns.items() if turn < model.definitions[place].title.given}
    return Names(types, members, frozenset(given))


def _bind_types(
    model: Model, turns: Mapping[Location, int], language: Language, problems: list[Problem]
) -> dict[Location, Code]:
    types: dict[Location, Code] = {}
    taken: dict[str, Definition] = {}
    titles = {place: model.definitions[place].title.wishes[turn] for place, turn in turns.items()}
    plain = Counter(map(snake, titles.values()))
    for location, title in titles.items():
        definition = model.definitions[location]
        name = pascal(title)
        if not name or plain[snake(title)] > 1:
            # A hyphen is what joins the parts of a name.
            name = pascal("-".join(map(spelled, title.split("-"))))
        if name[:1].isdigit():
            name = f"N{name}"
        if name in language.reserved:
            name += "_"
        wanted = {name, snake(name), *language.derived(name)}
        clash = next((taken[want] for want in sorted(wanted) if want in taken), None)
        if clash is not None:
            problems.append(collision(location, clash.location, name))
            continue
        taken |= dict.fromkeys(wanted, definition)
        types[location] = identifier(name)
    return types


def _turns(model: Model) -> dict[Location, int]:
    """Which of its wishes each definition gets: the first that no other is left with.

    Of those with one wish in common, each moves on to its next one, but for those at their last,
    and for those whose schema gives them that name, where others only take it from their place:
    so a name never depends on definitions that don't want it.
    """
    titles = {location: definition.title for location, definition in model.definitions.items()}
    turns = dict.fromkeys(titles, 0)
    while True:
        wanting: dict[str, list[Location]] = {}
        for location, turn in turns.items():
            wanting.setdefault(snake(titles[location].wishes[turn]), []).append(location)
        moving: list[Location] = []
        for rivals in (found for found in wanting.values() if len(found) > 1):
            free = [place for place in rivals if turns[place] + 1 < len(titles[place].wishes)]
            unnamed = [place for place in free if turns[place] >= titles[place].given]
            moving += unnamed or free
        if not moving:
            return turns
        for location in moving:
            turns[location] += 1


def _bind_members(
    fields: tuple[Field, ...], language: Language, problems: list[Problem]
) -> dict[Location, Code]:
    if language.members_verbatim:
        return {}
    members: dict[Location, Code] = {}
    taken: dict[str, Location] = {}
    wires = {field.wire for field in fields}
    names = {field.wire: field.alias or _public(field.wire, wires) for field in fields}
    plain = Counter(_member(name, language) for name in names.values())
    for field in fields:
        name = _member(names[field.wire], language)
        if not name or (plain[name] > 1 and not is_plain(names[field.wire])):
            name = _member(spelled(names[field.wire]), language)
        if name in taken:
            problems.append(collision(field.location, taken[name], name))
        else:
            taken[name] = field.location
            members[field.location] = identifier(name)
    return members


def _public(wire: str, wires: Set[str]) -> str:
    """A name without the underscores at its start, which would make it private to its class."""
    public = wire.lstrip("_")
    return f"{public}_" if public != wire and public in wires else public or wire


def _member(wire: str, language: Language) -> str:
    name = wire if is_plain(wire) else snake(unicodedata.normalize("NFKC", wire))
    if name.startswith("__"):
        name = name.strip("_")
    if name[:1].isdigit():
        name = f"n{name}"
    return f"{name}_" if name in language.member_reserved else name


def is_plain(wire: str) -> bool:
    """Whether a name is an identifier as it is."""
    return wire.isascii() and wire.isidentifier()


def _bind_values(enum: Enum, language: Language, problems: list[Problem]) -> dict[Location, Code]:
    if language.members_verbatim:
        return {}
    members: dict[Location, Code] = {}
    taken: dict[str, Location] = {}
    names = _value_names([value.alias or value.value for value in enum.values])
    for value, name in zip(enum.values, names, strict=True):
        if name in taken:
            clash = collision(value.location, taken[name], name)
            problems.append(replace(clash, fix=_OTHER_ENUM) if _is_item(value) else clash)
        else:
            taken[name] = value.location
            members[value.location] = identifier(name)
    return members


def _value_names(texts: Sequence[str]) -> Iterator[str]:
    plain = [upper(text) for text in texts]
    counts = Counter(plain)
    names = [
        name if name and counts[name] == 1 else upper(spelled(text))
        for text, name in zip(texts, plain, strict=True)
    ]
    rivals: dict[str, list[str]] = {}
    for text, name in zip(texts, names, strict=True):
        rivals.setdefault(name, []).append(text)
    for text, name in zip(texts, names, strict=True):
        if len(rivals[name]) > 1 and all(map(_names_a_value, rivals[name])):
            yield text
        else:
            yield f"N{name}" if name[:1].isdigit() else name


def _names_a_value(text: str) -> bool:
    """Whether an enum can have a value of just this name: nothing of its own is called so."""
    own = text.startswith("_") or text in {"name", "value"} or hasattr(StrEnum, text)
    return is_plain(text) and not own and not keyword.iskeyword(text)


def _is_item(value: EnumValue) -> bool:
    """Whether an enum value is a mere item of `enum`, and no schema that could say more."""
    return value.location.parent.pointer.endswith("/enum")


def collision(location: Location, other: Location, name: str) -> Problem:
    """What to tell of two places that want one name."""
    return Problem(
        location,
        f"its name in code, {name}, is also the name of {other}",
        'give one of the two another name with "x-name"',
    )
