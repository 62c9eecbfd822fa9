"""What a schema says about a value, read off for the types that people program with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, floor

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.modelling.documents import type_of
from eventwright.modelling.domains import domain
from eventwright.modelling.encodings import ByJsonType, Encoding, Single, StringEnum, Trial
from eventwright.modelling.facts import (
    UNIONS,
    describes_items,
    fixed_items,
    members,
    names_members,
    only_pattern,
    opening,
    parts,
    strings,
    types,
)
from eventwright.modelling.in_place import describes, essence
from eventwright.modelling.model import (
    Alternatives,
    AnyJson,
    Boolean,
    Definition,
    Dictionary,
    Integer,
    JsonScalar,
    Named,
    Null,
    Nullable,
    Number,
    Record,
    Shape,
    Text,
    Union,
)
from eventwright.modelling.unions import recognise
from eventwright.reading.formats import DOUBLES, INTEGER_FORMATS
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import tag_value
from eventwright.reading.load import describes_type
from eventwright.reading.reach import led_to
from eventwright.reading.refs import SchemaSet, once
from eventwright.reading.vocabulary import meaning

SCALARS: dict[str, Shape] = {
    "string": Text(),
    "boolean": Boolean(),
    "null": Null(),
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
MAX_NAMELESS = 32
"""How many arrays and mappings without names may be inside each other in a type."""
_FEW = 3
"""How many objects and arrays a union without a name may have as its branches."""


def too_nested(location: Location) -> EventwrightError:
    """The error of a place inside too many arrays and mappings that have no names."""
    problem = f"more than {MAX_NAMELESS} arrays and objects without names are inside each other"
    return EventwrightError(Problem(location, problem, "give inner ones names in $defs"))


@once
def unions_at(schemas: SchemaSet, location: Location) -> Sequence[Encoding]:
    """The unions that say what a value looks like; none that only ask more of a known object."""
    places = parts(schemas, location)
    unions = [(place, word) for place, held in places.items() for word in UNIONS if word in held]
    known = bool(unions) and any(map(names_members, places.values()))
    found: list[Encoding] = []
    for place, keyword in unions:
        encoding = recognise(schemas, place, keyword)
        if encoding is None or isinstance(encoding, Single):
            continue
        branches = schemas.combined(place, keyword)
        if not known or any(describes(schemas, branch) for branch in branches):
            found.append(encoding)
    return found


def tells_inside(schemas: SchemaSet, location: Location) -> bool:
    """Whether a schema says what is inside of objects or arrays, or which of several they are."""
    return any(
        names_members(schema) or opening(schema) or describes_items(schema)
        for schema in parts(schemas, location).values()
    ) or bool(unions_at(schemas, location))


def has_many_branches(schemas: SchemaSet, location: Location) -> bool:
    """Whether a value is one of so many objects and arrays that their union deserves a name."""
    return any(
        len([branch for branch in _branches(encoding) if _is_container(schemas, branch)]) > _FEW
        for encoding in unions_at(schemas, location)
    )


def _branches(encoding: Encoding) -> Iterator[Location]:
    match encoding:
        case Trial(branches=branches):
            yield from branches
        case Single(location=location):
            yield location
        case ByJsonType(groups=groups):
            for _, group in groups:
                yield from _branches(group)
        case _:
            pass


def _is_container(schemas: SchemaSet, location: Location) -> bool:
    kinds = types(schemas, location)
    return kinds is None or not kinds.isdisjoint({"array", "object"})


def without_twins(schemas: SchemaSet, branches: Sequence[Location]) -> list[Location]:
    """The branches that no other one says the same as: no value passes just one of such two."""
    said = {branch: meaning(schemas.at(branch)) for branch in branches}
    count = Counter(said.values())
    return [branch for branch in branches if count[said[branch]] == 1]


def literals(schemas: SchemaSet, location: Location) -> tuple[JsonScalar, ...]:
    """The values of a schema that lists them; none where it does not, or where some hold others."""
    values = domain(schemas, location).values or ()
    scalars = tuple(v for v in values if v is None or isinstance(v, str | int | float | bool))
    if len(scalars) < len(values):
        return ()
    plain = map(tag_value, scalars)
    return tuple(v if found is None else found for v, found in zip(scalars, plain, strict=True))


def integer(schemas: SchemaSet, location: Location, *, formats: bool) -> Integer:
    """An integer with the narrowest bounds, those of asserted formats among them."""
    places = parts(schemas, location).values()
    lowest = [ceil(limit) for limit in _limits(places, "minimum")]
    highest = [floor(limit) for limit in _limits(places, "maximum")]
    lowest += [floor(limit) + 1 for limit in _limits(places, "exclusiveMinimum")]
    highest += [ceil(limit) - 1 for limit in _limits(places, "exclusiveMaximum")]
    for schema in places:
        if formats and schema.get("format") in INTEGER_FORMATS:
            low, high = INTEGER_FORMATS[str(schema["format"])]
            lowest.append(low)
            highest.append(high)
    return Integer(max(lowest, default=None), min(highest, default=None))


def number(schemas: SchemaSet, location: Location, *, formats: bool) -> Number:
    """A number with the narrowest bounds, which it may not reach where they are exclusive."""
    places = parts(schemas, location).values()
    lowest = _limits(places, "minimum", "exclusiveMinimum")
    highest = _limits(places, "maximum", "exclusiveMaximum")
    is_double = formats and any(schema.get("format") in DOUBLES for schema in places)
    return Number(max(lowest, default=None), min(highest, default=None), is_double)


def _limits(places: Iterable[Mapping[str, Json]], *keywords: str) -> list[int | float]:
    limits = [schema.get(keyword) for schema in places for keyword in keywords]
    return [v for v in limits if isinstance(v, int | float) and not isinstance(v, bool)]


def tuple_items(schemas: SchemaSet, location: Location) -> list[tuple[Location, str]]:
    """The items of an array that has just these, each with its role; none if there are many."""
    fixed = fixed_items(schemas, location)
    return list(zip(fixed, _ORDINALS, strict=False)) if len(fixed) <= len(_ORDINALS) else []


def dictionary_values(schemas: SchemaSet, location: Location) -> list[Location]:
    """The schemas of all members of an object, where there are any and nothing names some."""
    only = only_pattern(schemas, location)
    if only:
        return [only]
    found = parts(schemas, location)
    kept = [place for place, schema in found.items() if "additionalProperties" in schema]
    closed = any(found[place]["additionalProperties"] is False for place in kept)
    apart = any(names_members(schema) or "patternProperties" in schema for schema in found.values())
    return [] if closed or apart else [place.child("additionalProperties") for place in kept]


def words(schemas: SchemaSet, location: Location) -> Sequence[str]:
    """The strings that a schema admits, where it lists them."""
    match unions_at(schemas, essence(schemas, location)):
        case [StringEnum(values=values)]:
            return [value for value, _ in values]
        case _:
            return strings(schemas, location)


def root(schemas: SchemaSet) -> Location | None:
    """The root type of a module."""
    document = schemas.module.root
    return type_of(schemas, Location(document.file)) if document else None


def roots(schemas: SchemaSet) -> list[Location]:
    """The places that are types because a schema says so: documents, `$defs`, targets of `$ref`."""
    module = schemas.module
    first = [module.root] if module.root else []
    documents = first + [d for d in module.documents if d is not module.root]
    described = (Location(d.file) for d in documents if describes_type(d.content))
    roots = [type_of(schemas, document) for document in described]
    for document in documents:
        for keyword in ("$defs", "definitions"):
            names = members(members(document.content).get(keyword))
            roots += [Location(document.file).child(keyword, name) for name in names]
    return [*dict.fromkeys(roots), *sorted(led_to(schemas) - set(roots))]


def keeps_all(shape: Shape) -> bool:
    """Whether an object of this shape keeps all of its members as they are."""
    match shape:
        case AnyJson() | Dictionary(values=AnyJson()):
            return True
        case Nullable(inner=inner):
            return keeps_all(inner)
        case Alternatives(branches=branches):
            return any(keeps_all(inner) for _, inner in branches)
        case _:
            return False


def beside_null(branches: Sequence[tuple[Location, Shape]]) -> list[tuple[Location, Shape]]:
    """The branches that are something else than null, without the null that they may be too."""
    return [
        (place, shape.inner if isinstance(shape, Nullable) else shape)
        for place, shape in branches
        if not isinstance(shape, Null)
    ]


def closest_first(
    branches: Sequence[tuple[Location, Shape]], definitions: Mapping[Location, Definition]
) -> list[tuple[Location, Shape]]:
    """The branches in the order in which they are tried: those that ask for most members first.

    Where several take a value, the one that knows most of its members is to have it.
    """
    return sorted(branches, key=lambda branch: _members(branch[1], definitions), reverse=True)


def _members(shape: Shape, definitions: Mapping[Location, Definition]) -> tuple[int, int]:
    """How many members the objects of a shape must have, and may have."""
    if not isinstance(shape, Named):
        return (-1, 0) if isinstance(shape, Dictionary) else (0, 0)
    match definitions.get(shape.target):
        case Record(fields=fields):
            return sum(field.required for field in fields), len(fields)
        case Union(variants=variants):
            payloads = [v.payload for v in variants if v.payload is not None]
            return min((_members(payload, definitions) for payload in payloads), default=(0, 0))
        case _:
            return 0, 0
