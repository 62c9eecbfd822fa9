"""Resolve references: by URI, by `$id`, by anchor and by JSON Pointer; static and dynamic ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import wraps
from typing import Any, TypeAlias, TypeVar
from urllib.parse import unquote

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.frozen import frozen
from eventwright.reading.circles import circles
from eventwright.reading.dangling import Dangling
from eventwright.reading.dialect import DRAFT_2020_12, subschemas
from eventwright.reading.index import Index, Reference, file_uri, join, value_at
from eventwright.reading.jsontext import Json
from eventwright.reading.load import SchemaModule

__all__ = ["SchemaSet", "once", "resolve", "subschemas"]

Answer = TypeVar("Answer")
_Question: TypeAlias = "Callable[[SchemaSet, Location], Answer]"
"""What can be asked about a place in schemas."""


@frozen
class SchemaSet:
    """The schemas of a module, with every reference resolved."""

    module: SchemaModule
    targets: Mapping[Location, Location]
    """For the place of each schema that has `$ref`: the place of the schema that it names."""
    contents: Mapping[str, Json]
    """By file: the module's documents, and the others that they refer to."""
    dynamic_targets: Mapping[Location, Location]
    """For the place of each schema that has `$dynamicRef`: what it names by itself."""
    dynamic_names: Mapping[Location, str]
    """The anchor that a `$dynamicRef` looks for further out, by the same places; a `$dynamicRef`
    that names anything but a `$dynamicAnchor` is a mere `$ref`, and not listed."""
    dynamic_anchors: Mapping[Location, Mapping[str, Location]]
    """For the root of each schema resource that has any: the `$dynamicAnchor`s in it."""
    resources: frozenset[Location]
    """The roots of the schema resources."""
    schemas: Mapping[Location, Json]
    """Every schema by its place."""
    asserts_formats: frozenset[str]
    """The files whose dialect makes `format` a check."""
    notes: tuple[Problem, ...]
    """What the user should know of, though it is no fault: keywords without effect, mostly."""
    grouped: Mapping[Location, Sequence[Location]] = field(default_factory=dict)
    """By the place of a list of schemas: those that are taken for its items, where others are."""
    joined: dict[Location, Sequence[Location]] = field(
        default_factory=dict, init=False, compare=False
    )
    """By a place that no schema has: the schemas that it stands for, all of which hold."""
    _told: dict[Location, Json] = field(default_factory=dict, init=False, compare=False)
    """What is told of these schemas together, by the same places."""
    answers: defaultdict[_Question[Any], dict[Location, Any]] = field(
        default_factory=lambda: defaultdict(dict), init=False, compare=False
    )
    """By question, those that are known; Any, since each has answers of its own type."""

    def at(self, location: Location) -> Json:
        """The JSON value at a place.

        Raises:
            LookupError: There is nothing at that place.
        """
        try:
            return self.schemas[location]
        except KeyError:
            if location in self._told:
                return self._told[location]
            return value_at(self.contents, location)

    def combined(self, location: Location, keyword: str) -> Sequence[Location]:
        """The schemas that a keyword of the schema at a place combines; none without it."""
        return self.grouped.get(location.child(keyword)) or self.listed(location, keyword)

    def listed(self, location: Location, keyword: str) -> Sequence[Location]:
        """The same as it is written, whatever is taken for it."""
        schema = self.at(location)
        listed = schema.get(keyword) if isinstance(schema, dict) else None
        count = len(listed) if isinstance(listed, list) else 0
        return [location.child(keyword, index) for index in range(count)]

    def join(self, places: Sequence[Location], told: Json) -> Location:
        """A place that stands for several schemas, as if they held beside one that tells this."""
        key = joint(places)
        self.joined[key] = places
        self._told[key] = told
        return key

    def resource_of(self, location: Location) -> Location:
        """The root of the schema resource that the schema at a place belongs to."""
        place = location
        while place not in self.resources:
            place = Location(place.file, place.pointer.rpartition("/")[0])
        return place


def joint(places: Sequence[Location]) -> Location:
    """What goes for the place of several schemas together."""
    first, *others = places
    return first.child("allOf", *(step for each in others for step in each.steps))


def once(question: _Question[Answer]) -> _Question[Answer]:
    """Look only once for the answer about a place, which stays the same as the schemas do."""

    @wraps(question)
    def asked(schemas: SchemaSet, location: Location, /) -> Answer:
        answers = schemas.answers[question]
        if location not in answers:
            answers[location] = question(schemas, location)
        answer: Answer = answers[location]
        return answer

    return asked


def resolve(module: SchemaModule) -> SchemaSet:
    """Find what every reference in the module points to (JSON Schema 2020-12 core, section 8.2).

    A document goes by its `$id` and by its file name, so that relative references between files
    work with and without `$id`. Those of other modules, and of the module's library, are resolved
    where something refers to them.

    Raises:
        EventwrightError: A reference points to nothing that is read together or in the library, or
            back to itself without looking at a part of the value; or two schemas share one `$id`
            or anchor.
    """
    resolver = _Resolver(module)
    index = resolver.index
    targets: dict[Location, Location] = {}
    dynamic: dict[Location, Location] = {}
    names: dict[Location, str] = {}
    # Following a reference can bring in a document with further ones.
    for reference in index.references:
        target = resolver.target(reference)
        if target is not None:
            kind = targets if reference.keyword == "$ref" else dynamic
            kind[reference.holder] = target
            name = reference.text.partition("#")[2]
            anchor = index.schemas[target]
            bound = isinstance(anchor, dict) and anchor.get("$dynamicAnchor") == name
            if reference.keyword == "$dynamicRef" and bound:
                names[reference.holder] = name
    problems = [*index.problems, *resolver.without_document()] or list(
        circles(index.schemas, (targets, dynamic))
    )
    if problems:
        raise EventwrightError(*problems)
    notes = [note for document in index.documents.values() for note in document.notes]
    return SchemaSet(
        module=module,
        targets=targets,
        contents=resolver.contents,
        dynamic_targets=dynamic,
        dynamic_names=names,
        dynamic_anchors=index.dynamic_anchors,
        resources=frozenset(index.resources.values()),
        schemas=index.schemas,
        asserts_formats=frozenset(
            file for file, document in index.documents.items() if document.dialect.asserts_formats
        ),
        notes=(*notes, *resolver.notes),
    )


class _Resolver:
    """Finds the places that references point to."""

    def __init__(self, module: SchemaModule) -> None:
        self.index = Index()
        self.contents: dict[str, Json] = {d.file: d.content for d in module.documents}
        self.notes: list[Problem] = []
        self._together = module.together
        self._library = module.library
        self._dangling = Dangling(module, self.index)
        self._missing: dict[str, list[Reference]] = {}
        # All names first, so that an `$id` can't take the name of a file that comes later.
        for document in module.documents:
            self.index.resources[file_uri(document.file)] = Location(document.file)
        for document in module.documents:
            self.index.add(document, file_uri(document.file))

    def target(self, reference: Reference) -> Location | None:
        """The place that a reference points to; None, and a problem noted, if there is none."""
        uri, _, fragment = join(reference.base, reference.text).partition("#")
        fragment = unquote(fragment)
        resource = self._resource(uri, reference)
        if resource is None:
            self._missing.setdefault(uri, []).append(reference)
            return None
        if fragment and not fragment.startswith("/"):
            target = self.index.anchors.get((resource, fragment))
            if target is None:
                self.index.problems.append(self._dangling.anchor(reference, resource, fragment))
            return target
        pointer = resource.pointer + fragment
        moved = self.index.documents[resource.file].moved
        place = Location(resource.file, moved.get(pointer, pointer))
        if place not in self.index.schemas and not self._adopt(place, resource, uri):
            self.index.problems.append(self._dangling.schema(reference, place))
            return None
        return place

    def without_document(self) -> list[Problem]:
        """The references that no document was found for, one problem for each document."""
        return [self._dangling.document(found, uri) for uri, found in self._missing.items()]

    def _resource(self, uri: str, reference: Reference) -> Location | None:
        """The root of the resource of a URI, which is another module's or the library's perhaps."""
        if uri not in self.index.resources:
            around = self.index.documents[reference.holder.file].dialect
            other = self._together.get(uri)
            document = other or self._library.document(uri, around)
            if document is not None:
                self.contents.setdefault(document.file, document.content)
                self.index.add(document, file_uri(document.file) if other else uri)
        return self.index.resources.get(uri)

    def _adopt(self, place: Location, resource: Location, uri: str) -> bool:
        """Take what an unknown keyword holds for a schema, if that is what it can only be."""
        value = self._value(place)
        if not isinstance(value, dict | bool) or not self._is_unknown(place):
            return False
        reader, dialect = self._library.reader, self.index.documents[place.file].dialect
        problems = list(reader.problems(value, place, dialect))
        if problems or not reader.stays(value, place, dialect):
            self.index.problems += problems
            return False
        self.index.enter(value, place, resource, uri)
        problem = "is read as a schema because a reference points to it; no keyword says so"
        fix = "move the schema to $defs, and refer to it there"
        self.notes.append(Problem(place, problem, fix))
        return True

    def _value(self, place: Location) -> Json:
        try:
            return value_at(self.contents, place)
        except LookupError:
            return None

    def _is_unknown(self, place: Location) -> bool:
        """Whether a place is in the value of a keyword that means nothing."""
        above, rest = place, ""
        while above not in self.index.schemas:
            pointer, _, rest = above.pointer.rpartition("/")
            above = Location(above.file, pointer)
        return not (rest in DRAFT_2020_12.subschemas or rest in DRAFT_2020_12.values)
