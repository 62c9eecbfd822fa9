"""Turn a schema of any draft into an equal one of draft 2020-12, the only one spoken after loading.

What a keyword means in its own draft decides: keywords that the draft does not know are removed,
those that later got another name or shape are rewritten, and where a schema moves by that, its old
place is remembered for the references to it. Values that `enum` lists twice are listed once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import TypeAlias

from eventwright.errors import Location, Problem, escape
from eventwright.frozen import frozen
from eventwright.reading.dialect import DRAFT_2020_12, Dialect, Holds
from eventwright.reading.drafts import DRAFT_2019_09, KEYWORDS, Dialects
from eventwright.reading.jsontext import Json
from eventwright.reading.rewriting import ANNOTATIONS, Resource, Rewriting, Schema

_REWRITTEN = frozenset(
    "$schema $recursiveRef $recursiveAnchor additionalItems dependencies enum".split()
)


@frozen
class Upgraded:
    """A document of draft 2020-12, and what was done to make it one."""

    content: Json
    moved: dict[str, str] = field(default_factory=dict)
    """For the old JSON Pointer of each schema that stands elsewhere now: the new one."""
    notes: list[Problem] = field(default_factory=list)
    """The keywords that have no effect, by their old places."""


def upgrade(
    content: Json,
    location: Location,
    dialect: Dialect,
    dialects: Dialects,
    hides_contains: Callable[[], bool],
) -> Upgraded:
    """Rewrite a document that its meta-schema accepts.

    Args:
        content: The document, which is left as it is.
        location: Its place.
        dialect: What it is written in where it does not say so itself.
        dialects: Knows the dialects that `$schema` may name.
        hides_contains: Whether `unevaluatedItems` may look at what `contains` of draft 2019-09
            left alone; asked only where it matters.
    """
    upgrader = _Upgrader(location.file, dialects, hides_contains)
    top: list[Json] = [content]
    root = Resource(dialect, _plain(dialect), recursive=False)
    upgrader.pending.append((top, 0, location.pointer, (), root))
    upgrader.run()
    notes = sorted(upgrader.notes, key=lambda note: note.location)
    return Upgraded(top[0], upgrader.moved, notes)


_Slot: TypeAlias = (
    "tuple[Schema, str, str, tuple[str, ...], Resource]"
    " | tuple[list[Json], int, str, tuple[str, ...], Resource]"
)
"""Where a schema that is still to be rewritten stands: its container and key there, its new JSON
Pointer, the old ones where they differ, and the resource around it."""


def _plain(dialect: Dialect) -> frozenset[str]:
    known = {keyword for keyword in KEYWORDS if dialect.knows(keyword)}
    rewritten = _REWRITTEN
    if dialect.identifier == "id":
        rewritten |= {"id", "exclusiveMinimum", "exclusiveMaximum"}
    if dialect.anchors_in_identifier:
        rewritten |= {dialect.identifier}
    if dialect.lone_reference:
        rewritten |= {"$ref"}
    if dialect.uri == DRAFT_2019_09.uri:
        rewritten |= {"contains", "minContains", "maxContains"}
    if dialect.uri != DRAFT_2020_12.uri:
        rewritten |= {"items"}
    return frozenset(known | ANNOTATIONS | {"$defs"}) - rewritten


class _Upgrader:
    def __init__(self, file: str, dialects: Dialects, hides_contains: Callable[[], bool]) -> None:
        self.pending: list[_Slot] = []
        self.moved: dict[str, str] = {}
        self.notes: list[Problem] = []
        self.file = file
        self._hides_contains = hides_contains
        self._dialects = dialects

    def hides_contains(self) -> bool:
        """Whether `unevaluatedItems` may look at what `contains` of 2019-09 left alone."""
        return self._hides_contains()

    def run(self) -> None:
        """Rewrite everything that is pending, and what is found in it."""
        while self.pending:
            container, key, pointer, names, around = self.pending.pop()
            for name in names:
                self.moved[name] = pointer
            # mypy can't know that the key fits the container of the same slot.
            schema: Json = container[key]  # type: ignore[index]
            if isinstance(schema, dict):
                resource = self._resource(schema, pointer, around)
                new: Schema = {}
                container[key] = new  # type: ignore[index]
                if resource.plain.issuperset(schema):
                    self._copy(schema, new, pointer, names, resource)
                else:
                    Rewriting(self, schema, new, pointer, names, resource).run()

    def _resource(self, schema: Schema, pointer: str, around: Resource) -> Resource:
        if not ("$schema" in schema or around.dialect.identifier in schema or not pointer):
            return around
        dialect = self._dialects.of(schema, Location(self.file, pointer), around.dialect)
        plain = around.plain if dialect is around.dialect else _plain(dialect)
        starts = not pointer or dialect.identifier in schema
        anchored = schema.get("$recursiveAnchor") is True and dialect.knows("$recursiveAnchor")
        return Resource(dialect, plain, anchored if starts else around.recursive)

    def _copy(
        self, schema: Schema, new: Schema, pointer: str, names: tuple[str, ...], resource: Resource
    ) -> None:
        for keyword, value in schema.items():
            if keyword in DRAFT_2020_12.subschemas:
                olds = tuple(f"{name}/{keyword}" for name in names)
                self.enter(new, keyword, value, f"{pointer}/{keyword}", olds, resource)
            else:
                new[keyword] = value

    def enter(
        self,
        new: Schema,
        keyword: str,
        value: Json,
        pointer: str,
        olds: tuple[str, ...],
        resource: Resource,
    ) -> None:
        """Put a keyword with subschemas into a new schema, to be rewritten in their turn."""
        holds = DRAFT_2020_12.subschemas[keyword]
        new[keyword] = value
        if holds is Holds.SCHEMA:
            self.pending.append((new, keyword, pointer, olds, resource))
        elif isinstance(value, dict):
            copied = dict(value)
            new[keyword] = copied
            for name, item in value.items():
                if olds or isinstance(item, dict):
                    end = f"/{escape(name)}"
                    places = tuple(old + end for old in olds)
                    self.pending.append((copied, name, pointer + end, places, resource))
        elif isinstance(value, list):
            items = list(value)
            new[keyword] = items
            for index in range(len(items)):
                places = tuple(f"{old}/{index}" for old in olds)
                self.pending.append((items, index, f"{pointer}/{index}", places, resource))
