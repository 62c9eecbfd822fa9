"""Make the model: which named types a module has, and what shape a value has at every place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from eventwright.errors import Location
from eventwright.modelling import describe, records
from eventwright.modelling.domains import domain
from eventwright.modelling.encodings import (
    ByJsonType,
    Encoding,
    ExternallyTagged,
    InternallyTagged,
    Single,
    StringEnum,
    TaggedBranch,
    Trial,
)
from eventwright.modelling.facts import members, parts, strings, types, whole_of
from eventwright.modelling.in_place import essence
from eventwright.modelling.joined import Joined
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    AnyJson,
    Array,
    Definition,
    Doc,
    Enum,
    EnumValue,
    External,
    Internal,
    Literals,
    Model,
    Named,
    Never,
    Null,
    Nullable,
    Shape,
    Title,
    Tuple,
    Union,
    Variant,
)
from eventwright.modelling.records import build_record, doc_of, is_record, text
from eventwright.modelling.roles import roles_of, tag_role
from eventwright.modelling.titles import inner_title, names_in, own_title
from eventwright.modelling.unions import tagged_ways
from eventwright.modelling.walking import reached
from eventwright.reading.jsonvalues import TagValue
from eventwright.reading.refs import SchemaSet
from eventwright.settings import Settings


def build_model(schemas: SchemaSet, settings: Settings) -> Model:
    """Every named type of a module, each after the types that it holds."""
    builder = _Builder(schemas, settings)
    roots = describe.roots(schemas)
    for location in roots:
        builder.define(location, own_title(schemas, location))
    # What nothing holds is of use by its own name alone.
    first_wishes = {at: d.title.wishes[0] for at, d in builder.definitions.items() if d.title.given}
    count = Counter(first_wishes.values())
    named = [location for location, wish in first_wishes.items() if count[wish] == 1]
    return Model(
        reached(builder.definitions, [*roots, *named]),
        builder.root,
        builder.joined.branches,
        frozenset(builder.whole),
        builder.joined.contradicted,
    )


class _Builder:
    """Walks schemas depth first, so that a definition is finished after those it holds."""

    def __init__(self, schemas: SchemaSet, settings: Settings) -> None:
        self.schemas = schemas
        self.settings = settings
        self.definitions: dict[Location, Definition] = {}
        self.whole: set[Location] = set()
        self.joined = Joined(schemas, self.definitions, self.whole, self.inner, self.title_at)
        self.root = describe.root(schemas)
        self._open: dict[Location, Title] = {}
        self._inside: set[Location] = set()
        self._nameless = 0
        self._referenced = frozenset(schemas.targets.values())

    def title_at(self, location: Location, other: Title) -> Title:
        """The name of the type that the schema at a place stands in; another one if it has none."""
        if location in self._open:
            return self._open[location]
        if location in self._referenced:
            return own_title(self.schemas, location)
        whole = whole_of(location)
        return self.title_at(whole, other) if whole else other

    def define(self, location: Location, title: Title) -> Named:
        """Make sure that the schema at this place has a definition, and refer to it."""
        if location not in self.definitions and location not in self._open:
            self._open[location] = title
            outside = self._nameless, self._inside
            self._nameless, self._inside = 0, set()
            self.definitions[location] = self._definition(location, title)
            self._nameless, self._inside = outside
        return Named(location)

    def inner(self, location: Location, parent: Title, *roles: str) -> Shape:
        """The shape at a place that plays these roles in the type of this title, the best first."""
        place = essence(self.schemas, location)
        if place in self._referenced:
            return self.define(place, own_title(self.schemas, place))
        title = inner_title(names_in(self.schemas, place), location, parent, roles)
        if self._wants_name(place):
            return self.define(place, title)
        if place in self._inside:
            return AnyJson()  # a schema without a name that holds itself
        if self._nameless == describe.MAX_NAMELESS:
            raise describe.too_nested(place)
        self._inside.add(place)
        self._nameless += 1
        shape = self._plain(place, title)
        self._nameless -= 1
        self._inside.remove(place)
        return shape

    def _wants_name(self, location: Location) -> bool:
        if self._tagged(location) or is_record(self.schemas, parts(self.schemas, location)):
            return True
        if describe.has_many_branches(self.schemas, location):
            return True
        lists = "enum" in members(self.schemas.at(location))
        several = lists and len(strings(self.schemas, location)) > 1
        return several and bool(names_in(self.schemas, location))

    def _tagged(self, location: Location) -> Encoding | None:
        """The one union at a place, where it makes a type of its own."""
        match describe.unions_at(self.schemas, location):
            case [StringEnum() | InternallyTagged() | ExternallyTagged() as union]:
                return union
            case _:
                return None

    def _definition(self, location: Location, title: Title) -> Definition:
        doc = doc_of(members(self.schemas.at(location)))
        place = essence(self.schemas, location)
        if place != location:
            return Alias(location, title, doc, self.inner(location, title, "value"))
        match self._tagged(location):
            case StringEnum(values=values):
                return Enum(location, title, doc, tuple(self._enum_value(*each) for each in values))
            case InternallyTagged(tag=tag, fallback=fallback) as union:
                variants = [
                    self._internal(value, tag_role(tag, value), way, location, title)
                    for value, way in tagged_ways(self.schemas, location, union)
                ]
                if fallback:
                    variants.append(self._internal(None, "other", [fallback], location, title))
                return Union(location, title, doc, Internal(tag), tuple(variants))
            case ExternallyTagged(branches=branches):
                variants = [self._external(branch, title) for branch in branches]
                return Union(location, title, doc, External(), tuple(variants))
            case _:
                return self._other_definition(location, title, doc)

    def _other_definition(self, location: Location, title: Title, doc: Doc) -> Definition:
        places = parts(self.schemas, location)
        if is_record(self.schemas, places) and not describe.unions_at(self.schemas, location):
            member_of = self.joined.member
            return build_record(self.schemas, location, [*places], title, member_of, self.title_at)
        values = strings(self.schemas, location)
        if values and "enum" in members(self.schemas.at(location)):
            found = [
                EnumValue(v, Doc(), location.child("enum", i), None) for i, v in enumerate(values)
            ]
            return Enum(location, title, doc, tuple(found))
        shape = self._plain(location, title)
        return Alias(location, title, records.doc_with_values(self.schemas, doc, shape), shape)

    def _enum_value(self, value: str, location: Location) -> EnumValue:
        schema = members(self.schemas.at(location))
        return EnumValue(value, doc_of(schema), location, text(schema.get("x-name")))

    def _external(self, branch: TaggedBranch[str], title: Title) -> Variant:
        payload = self.inner(branch.payload, title, branch.tag) if branch.payload else None
        said = members(self.schemas.at(branch.location))
        return Variant(branch.tag, payload, doc_of(said), branch.location, text(said.get("x-name")))

    def _internal(
        self, tag: TagValue | None, role: str, way: Sequence[Location], at: Location, title: Title
    ) -> Variant:
        payload = self.joined.branch(way, at, title, [role])
        return Variant(tag, payload, doc_of(members(self.schemas.at(way[0]))), way[0])

    def _plain(self, location: Location, title: Title) -> Shape:
        """The shape of a schema that makes no type of its own."""
        shape = self._shape(location, title)
        if describe.keeps_all(shape):
            self.whole.add(location)
        return shape

    def _shape(self, location: Location, title: Title) -> Shape:
        if not domain(self.schemas, location).types:
            return Never()
        unions = describe.unions_at(self.schemas, location)
        kinds = types(self.schemas, location)
        literals = describe.literals(self.schemas, location)
        scalar = kinds is not None and not literals and kinds.isdisjoint({"array", "object"})
        if len(unions) == 1:
            shape = self._alternatives(unions[0], location, title)
            if shape != AnyJson() or not scalar:
                return shape
        if literals:
            return Literals(literals)
        if kinds is None or (unions and not scalar):
            return AnyJson()
        others = sorted(kinds - {"null"})
        if len(others) > 1:
            return self._mixed(location, kinds, title)
        inner = self._typed(location, others[0], title) if others else Null()
        return Nullable(inner) if others and "null" in kinds else inner

    def _mixed(self, location: Location, kinds: frozenset[str], title: Title) -> Shape:
        """The shape of a value of several JSON types, null perhaps among them."""
        branches = tuple(
            (location, self._typed(location, kind, title)) for kind in sorted(kinds - {"null"})
        )
        if AnyJson() in (shape for _, shape in branches):
            return AnyJson()
        return Nullable(Alternatives(branches)) if "null" in kinds else Alternatives(branches)

    def _alternatives(self, encoding: Encoding, location: Location, title: Title) -> Shape:
        leaves = self._leaves(encoding, location, title)
        has_null = any(isinstance(shape, Null | Nullable) for _, shape in leaves)
        rest = describe.closest_first(describe.beside_null(leaves), self.definitions)
        if any(isinstance(shape, AnyJson) for _, shape in rest):
            return AnyJson()
        if not rest:
            return Null() if has_null else Never()
        inner = rest[0][1] if len(rest) == 1 else Alternatives(tuple(rest))
        return Nullable(inner) if has_null else inner

    def _leaves(
        self, encoding: Encoding, location: Location, title: Title
    ) -> list[tuple[Location, Shape]]:
        match encoding:
            case StringEnum(values=values):
                return [(location, Literals(tuple(value for value, _ in values)))]
            case InternallyTagged(branches=branches, fallback=fallback):
                places = [branch.location for branch in branches]
                places += [fallback] if fallback else []
            case ExternallyTagged(branches=branches):
                # Beside values of other types, each is an object with one member.
                places = [branch.location for branch in branches]
            case ByJsonType(groups=groups):
                return [
                    leaf for _, group in groups for leaf in self._leaves(group, location, title)
                ]
            case Single(location=place):
                places = [place]
            case Trial(branches=places_):
                places = describe.without_twins(self.schemas, places_)
        kinds = domain(self.schemas, location).types
        places = [p for p in dict.fromkeys(places) if domain(self.schemas, p).overlaps(kinds)]
        roles = roles_of(self.schemas, places)
        branch = self.joined.branch
        return [(place, branch([place], location, title, roles[place])) for place in places]

    def _typed(self, location: Location, kind: str, title: Title) -> Shape:
        formats = self.settings.format_assertion
        match kind:
            case "integer":
                return describe.integer(self.schemas, location, formats=formats)
            case "number":
                return describe.number(self.schemas, location, formats=formats)
            case "array":
                return self._array(location, title)
            case "object":
                return self._object(location, title)
            case _:
                return describe.SCALARS[kind]

    def _array(self, location: Location, title: Title) -> Shape:
        fixed = describe.tuple_items(self.schemas, location)
        if fixed:
            return Tuple(tuple(self.inner(place, title, role) for place, role in fixed))
        found = parts(self.schemas, location)
        items = [place.child("items") for place, schema in found.items() if "items" in schema]
        if not items or any("prefixItems" in schema for schema in found.values()):
            return Array(AnyJson())
        return Array(self.joined.member(items, title, "item"))

    def _object(self, location: Location, title: Title) -> Shape:
        record = self.joined.objects(location, title, taken=location in self._open)
        return record or self.joined.dictionary(location, title)
