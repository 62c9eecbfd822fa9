"""The rewriting of one schema of an older draft, keyword by keyword."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol, TypeAlias
from urllib.parse import urldefrag

from eventwright.errors import Location, Problem
from eventwright.frozen import frozen
from eventwright.reading.dialect import DRAFT_2020_12, Dialect
from eventwright.reading.drafts import DRAFT_2019_09, KEYWORDS
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import identity
from eventwright.reading.vocabulary import is_discriminator
from eventwright.typos import closest

Schema: TypeAlias = dict[str, Json]

_RECURSIVE_ANCHOR = "_recursiveAnchor"
"""The `$dynamicAnchor` that stands for `"$recursiveAnchor": true`."""
ANNOTATIONS = frozenset(
    "title description default examples deprecated readOnly writeOnly $comment"
    " contentEncoding contentMediaType".split()
)
"""Keywords that say nothing about validity in any draft."""
_REMOVE = "remove it, or correct its name; what begins with x- is never noted"
_HOLDERS = frozenset({"components", "schemas"})
"""Where other formats keep schemas that are referred to."""
_MOVE = 'move the schemas in it to "$defs", or remove it'
_BESIDE_REFERENCE = ANNOTATIONS | {"$ref", "$schema", "$defs", "definitions"}


@frozen
class Resource:
    """What holds for all schemas of a schema resource."""

    dialect: Dialect
    plain: frozenset[str]
    """The keywords that may stay as they are."""
    recursive: bool
    """Whether its root has `"$recursiveAnchor": true`."""


class Upgrader(Protocol):
    """What the rewriting of one schema needs of the walk through its document."""

    file: str
    notes: list[Problem]

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
        ...

    def hides_contains(self) -> bool:
        """Whether `unevaluatedItems` may look at what `contains` of 2019-09 left alone."""
        ...


class Rewriting:
    """The rewriting of one schema, without those inside it."""

    def __init__(
        self,
        upgrader: Upgrader,
        schema: Schema,
        new: Schema,
        pointer: str,
        names: tuple[str, ...],
        resource: Resource,
    ) -> None:
        self.upgrader = upgrader
        self.schema = schema
        self.new = new
        self.pointer = pointer
        self.names = names
        self.resource = resource
        self.dialect = resource.dialect
        self.branches: list[Json] = []

    def run(self) -> None:
        """Fill the new schema."""
        alone = self.dialect.lone_reference and isinstance(self.schema.get("$ref"), str)
        for keyword, value in self.schema.items():
            if alone and keyword not in _BESIDE_REFERENCE:
                if self.dialect.knows(keyword):
                    self.note(keyword, f"beside $ref in {self.dialect.name}")
            elif not (self.dialect.knows(keyword) or keyword in ANNOTATIONS | {"$defs"}):
                self.unknown(keyword, value)
            else:
                self.rewrite(keyword, value)
        if self.branches:
            kept = self.new.setdefault("allOf", [])
            if isinstance(kept, list):
                kept.extend(self.branches)

    @property
    def place(self) -> Location:
        """Where the user has the schema."""
        return Location(self.upgrader.file, (self.names or (self.pointer,))[0])

    def note(self, keyword: str, where: str, fix: str = _REMOVE) -> None:
        """Tell the user that a keyword does nothing."""
        place = self.place.child(keyword)
        self.upgrader.notes.append(Problem(place, f'"{keyword}" has no effect {where}', fix))

    def unknown(self, keyword: str, value: Json) -> None:
        """Drop a keyword of another draft; what no draft knows is an annotation, and stays."""
        if keyword not in KEYWORDS:
            self.new[keyword] = value
        if not (keyword.startswith("x-") or is_discriminator(keyword, value)):
            self.note(keyword, f"in {self.dialect.name}", self.cure(keyword, value))

    def cure(self, keyword: str, value: Json) -> str:
        """What to do about a keyword that the draft does not know."""
        if keyword in _HOLDERS and isinstance(value, dict):
            return _MOVE
        meant = self.meant(keyword, value)
        return f"write {meant}, if that is meant" if meant else _REMOVE

    def meant(self, keyword: str, value: Json) -> str | None:
        """What a keyword that no draft knows is likely to stand for; None where that is unclear."""
        if keyword == "nullable" and value is True:  # OpenAPI 3.0
            return '"type": [..., "null"]'
        known = () if keyword in KEYWORDS else filter(self.dialect.knows, KEYWORDS)
        close = closest(keyword, known, 0.85)
        return f'"{close}"' if close else None

    def rewrite(self, keyword: str, value: Json) -> None:
        """Say what a keyword of the draft says in the terms of 2020-12."""
        match keyword, value:
            case "$schema", str():
                self.new["$schema"] = DRAFT_2020_12.uri
            case (("$id" | "id"), str()) if self.dialect.anchors_in_identifier:
                self.identify(value)
            case "$recursiveAnchor", _:
                if value is True and self.resource.recursive:
                    self.new["$dynamicAnchor"] = _RECURSIVE_ANCHOR
            case "$recursiveRef", _:
                self.refer_recursively()
            case "items", list():
                self.move("prefixItems", value, "items")
            case "additionalItems", _:
                if isinstance(self.schema.get("items"), list):
                    self.move("items", value, "additionalItems")
                else:
                    self.note(keyword, "without an array in items")
            case (("exclusiveMinimum" | "exclusiveMaximum"), bool()):
                limit = _limit(keyword)
                if value and limit in self.schema:
                    self.new[keyword] = self.schema[limit]
            case (("minimum" | "maximum"), _):
                if self.schema.get(_exclusive(keyword)) is not True:
                    self.new[keyword] = value
            case "enum", list():
                self.list_once(value)
            case "dependencies", dict():
                self.depend(value)
            case (("contains" | "minContains" | "maxContains"), _) if self.hides_contains():
                if keyword == "contains":
                    self.hide_contains(value)
            case _:
                self.move(keyword, value, keyword)

    def identify(self, value: str) -> None:
        """A URI, and in its fragment the name that later drafts give by `$anchor`."""
        uri, anchor = urldefrag(value)
        if uri:
            self.new["$id"] = uri
        if anchor and not anchor.startswith("/"):
            self.new["$anchor"] = anchor

    def refer_recursively(self) -> None:
        """A reference to the root, which is dynamic where the root allows it."""
        if self.resource.recursive:
            self.new["$dynamicRef"] = f"#{_RECURSIVE_ANCHOR}"
        elif "$ref" not in self.schema:
            self.new["$ref"] = "#"
        else:
            self.branch()[0]["$ref"] = "#"

    def list_once(self, values: list[Json]) -> None:
        """The values that are allowed, each of them once."""
        known: set[Hashable] = set()
        kept: list[Json] = []
        for index, value in enumerate(values):
            if identity(value) in known:
                place = self.place.child("enum", index)
                problem = 'this value stands in "enum" twice, and counts once'
                self.upgrader.notes.append(Problem(place, problem, "remove it"))
            else:
                known.add(identity(value))
                kept.append(value)
        self.new["enum"] = kept

    def depend(self, dependencies: Schema) -> None:
        """`dependencies` mixes what later drafts keep apart."""
        names: Schema = {k: v for k, v in dependencies.items() if isinstance(v, list)}
        schemas: Schema = {k: v for k, v in dependencies.items() if not isinstance(v, list)}
        for keyword, value in (("dependentRequired", names), ("dependentSchemas", schemas)):
            if not value:
                continue
            known = self.dialect.knows(keyword) and keyword in self.schema
            new, pointer = self.branch() if known else (self.new, self.pointer)
            self.move(keyword, value, "dependencies", new, pointer)

    def hides_contains(self) -> bool:
        """Whether what `contains` looked at must still count as unevaluated."""
        return self.dialect.uri == DRAFT_2019_09.uri and self.upgrader.hides_contains()

    def hide_contains(self, value: Json) -> None:
        """Put `contains` under two negations, from under which nothing counts as evaluated."""
        limits = ("minContains", "maxContains")
        inner: Schema = {limit: self.schema[limit] for limit in limits if limit in self.schema}
        outer, pointer = self.branch()
        outer["not"] = {"not": inner}
        self.move("contains", value, "contains", inner, f"{pointer}/not/not")

    def branch(self) -> tuple[Schema, str]:
        """A further schema for the same value, and its place."""
        kept = self.schema.get("allOf")
        index = len(self.branches) + (len(kept) if isinstance(kept, list) else 0)
        new: Schema = {}
        self.branches.append(new)
        return new, f"{self.pointer}/allOf/{index}"

    def move(
        self,
        keyword: str,
        value: Json,
        old: str,
        new: Schema | None = None,
        pointer: str | None = None,
    ) -> None:
        """Put a keyword that was called `old` here into the new schema, or into a branch of it."""
        goal = self.new if new is None else new
        place = f"{self.pointer if pointer is None else pointer}/{keyword}"
        if keyword not in DRAFT_2020_12.subschemas:
            goal[keyword] = value
            return
        olds = tuple(f"{name}/{old}" for name in self.names)
        before = f"{self.pointer}/{old}"
        if before != place:
            olds = (*olds, before)
        self.upgrader.enter(goal, keyword, value, place, olds, self.resource)


def _limit(exclusive: str) -> str:
    return exclusive.removeprefix("exclusive").lower()


def _exclusive(limit: str) -> str:
    return f"exclusive{limit.capitalize()}"
