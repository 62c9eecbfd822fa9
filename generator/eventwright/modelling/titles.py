"""What the types of a module would like to be called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from eventwright.casing import letters, words
from eventwright.errors import Location
from eventwright.modelling.facts import UNIONS, members
from eventwright.modelling.model import Title
from eventwright.reading.dialect import DRAFT_2020_12, Holds
from eventwright.reading.jsontext import Json
from eventwright.reading.refs import SchemaSet, once

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_DEFINITIONS = {"$defs", "definitions"}
_LABELLED = {"type", "enum", "const"}
_MOST_WORDS = 6
"""How many words a title may have that names the type of a document."""
_BRANCHES = tuple(f"/{keyword}" for keyword in UNIONS)
_TYPE_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")


@once
def own_title(schemas: SchemaSet, location: Location) -> Title:
    """The name of a type that a schema sets up by itself: a document, or an entry of `$defs`.

    A title is taken for a name only where it reads like one; else it is prose. In files other than
    the root's, a name that is taken is given that of the file besides; a document's is given that
    of its folder, and where that is taken too, gives way to the name of the file.
    """
    schema = members(schemas.at(location))
    title = schema.get("title")
    file = _file_name(location)
    is_named = not location.pointer or _is_entry(location)
    wishes = _keys(location) if location.pointer else [file]
    if not is_named:
        wishes = [*identified(schema), *wishes]
    if isinstance(title, str) and location.pointer and _TYPE_NAME.fullmatch(title):
        wishes = [title, *wishes]
    elif isinstance(title, str) and not location.pointer and _is_short(title):
        wishes = [title]
    base = wishes[-1]
    root = schemas.module.root
    if root is None or location.file != root.file:
        folder = _folder_name(location)
        around = (
            [f"{file}-{base}"] if location.pointer else [f"{folder}-{base}", f"{folder}-{file}"]
        )
        wishes += [wish for wish in around if wish not in wishes]
    return _chosen(schema, wishes, base, len(wishes) if is_named else int(wishes[0] == title))


def _is_short(title: str) -> bool:
    """Whether the title of a document may be a name: one word as it stands, or but few."""
    return " " not in title or len(words(title)) <= _MOST_WORDS


def identified(schema: dict[str, Json]) -> Sequence[str]:
    """What a schema is called by the URI or the anchor that it goes by."""
    said = schema.get("$id", schema.get("$anchor"))
    return _called(_stem(said)) if isinstance(said, str) else []


def _file_name(location: Location) -> str:
    return _stem(PurePosixPath(location.file).name)


def _stem(name: str) -> str:
    return name.removesuffix(".json").removesuffix(".schema")


def _folder_name(location: Location) -> str:
    return PurePosixPath(location.file).parent.name


def _is_entry(location: Location) -> bool:
    """Whether a place is an entry of `$defs`, those of other entries included."""
    levels = _levels(location)
    return len(levels[-1]) == 1 and location.pointer.rsplit("/", 2)[1] in _DEFINITIONS


def _keys(location: Location) -> list[str]:
    """What an entry of `$defs` is called, by its key; elsewhere, by the whole way to the place.

    The entry of another one's `$defs` goes by its own key too, then by both.
    """
    levels = [[_called(segment or "blank") for segment in level] for level in _levels(location)]
    if len(levels) == 1 and len(levels[0]) == 1:
        return levels[0][0]
    short = ["-".join(names[0] for names in level) for level in levels]
    by_keys = ["-".join(short[start:]) for start in reversed(range(len(short)))]
    whole = "-".join(names[-1] for level in levels for names in level)
    return list(dict.fromkeys([*by_keys, whole]))


def _levels(location: Location) -> list[list[str]]:
    """The way to a place, cut before each entry of a `$defs`; the keyword itself is left out."""
    segments = [s.replace("~1", "/").replace("~0", "~") for s in location.steps]
    levels: list[list[str]] = [[]]
    while segments:
        inside = DRAFT_2020_12.subschemas.get(segments[0], Holds.SCHEMA)
        size = 1 if inside is Holds.SCHEMA else 2
        step, segments = segments[:size], segments[size:]
        if step[0] in _DEFINITIONS and len(step) == 2:
            levels.append(step[1:])
        else:
            levels[-1] += step
    return [level for level in levels if level]


def _called(key: str) -> list[str]:
    """The name of a key; of a URI, as bundled documents have it, its end, the shortest first."""
    if not _URI.match(key):
        return [key]
    parts = key.split("://")[1].rstrip("/#").split("/")
    parts[-1] = _stem(parts[-1])
    ends = ["-".join(parts[start:]) for start in range(len(parts) - 1, -1, -1)]
    return [end for end in ends if not end[:1].isdigit()] or [key]


def names_in(schemas: SchemaSet, location: Location) -> dict[str, Json]:
    """What a schema says of the name of its type.

    The title of an enumeration is none that only says the name of its member again, as the titles
    of all members beside it do: so exporters label what they export, and a member that comes later
    would take the name away.
    """
    schema = members(schemas.at(location))
    is_label = "enum" in schema and "title" in schema and _is_label(schemas, location)
    naming = ("x-name",) if is_label else ("x-name", "title")
    return {keyword: schema[keyword] for keyword in naming if keyword in schema}


def _is_label(schemas: SchemaSet, location: Location) -> bool:
    holder = location.parent
    if not holder.pointer.endswith("/properties"):
        return False
    beside = {name: members(schema) for name, schema in members(schemas.at(holder)).items()}
    titles = {
        name: schema.get("title")
        for name, schema in beside.items()
        if "title" in schema or not _LABELLED.isdisjoint(schema)
    }
    return len(titles) > 1 and all(
        isinstance(title, str) and letters(title) == letters(name) for name, title in titles.items()
    )


def inner_title(
    schema: dict[str, Json], location: Location, parent: Title, roles: Sequence[str]
) -> Title:
    """The name of a type inside another one, by the roles that it plays there, the best first.

    What plays no role of its own goes by the name of the type around it; where all names are taken,
    that it is a branch of a union tells it from a member of the same name.
    """
    title = schema.get("title")
    starts = (parent.wishes[0], parent.base)
    wishes = [wish for role in roles for start in starts for wish in _playing(start, role)]
    own = title if isinstance(title, str) else roles[0]
    base = f"{parent.base}-{own}" if own else parent.base
    if isinstance(title, str):
        wishes = [title, *_within(parent.wishes[0], title), base, *wishes]
    given = int(isinstance(title, str))
    others = [f"{start}-{own}" for start in parent.wishes[1:]] if own else []
    kind = "variant" if location.pointer.rpartition("/")[0].endswith(_BRANCHES) else "value"
    return _chosen(schema, [*wishes, *others, f"{base}-{kind}"], base, given)


def _within(parent: str, title: str) -> Iterator[str]:
    """A title with the name of the type around it; best without saying one last word twice."""
    around, own = words(parent), words(title)
    if len(around) > 1 and own and around[-1].lower() == own[-1].lower():
        yield f"{'-'.join(around[:-1])}-{title}"
    yield f"{parent}-{title}"


def _playing(parent: str, role: str) -> Iterator[str]:
    """What plays a role in a type; best without saying twice the word between the two."""
    around, own = words(parent), words(role)
    if len(own) > 1 and around and around[-1].lower() == own[0].lower():
        yield "-".join([parent, *own[1:]])
    yield f"{parent}-{role}" if role else parent


def _chosen(schema: dict[str, Json], wishes: Sequence[str], base: str, given: int) -> Title:
    name = schema.get("x-name")
    return Title((name,), name, 1) if isinstance(name, str) else Title(tuple(wishes), base, given)
