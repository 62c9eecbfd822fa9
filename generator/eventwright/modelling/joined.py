"""Types that schemas of different places describe together, where none of them is the type."""

from __future__ import annotations

from collections.abc import Sequence

from eventwright.errors import Location
from eventwright.modelling import describe
from eventwright.modelling.demands import members_beside
from eventwright.modelling.domains import domain, in_all
from eventwright.modelling.facts import (
    UNIONS,
    asked_of,
    branches_of,
    describes_items,
    is_object,
    members,
    names_members,
    parts,
    stands_in,
    types,
)
from eventwright.modelling.in_place import essence
from eventwright.modelling.model import (
    Alias,
    AnyJson,
    Array,
    BranchBeside,
    Definition,
    Dictionary,
    Enum,
    Literals,
    Named,
    Never,
    Nullable,
    Shape,
    Title,
)
from eventwright.modelling.records import ShapeOf, TitleAt, build_record, is_record, narrowest
from eventwright.modelling.titles import inner_title, names_in
from eventwright.reading.jsontext import Json
from eventwright.reading.refs import SchemaSet, joint
from eventwright.reading.vocabulary import meant


class Joined:
    """Makes types of branches and what stands beside them, and of members described twice."""

    def __init__(
        self,
        schemas: SchemaSet,
        definitions: dict[Location, Definition],
        whole: set[Location],
        shape_of: ShapeOf,
        title_at: TitleAt,
    ) -> None:
        self.branches: dict[Location, BranchBeside] = {}
        self.contradicted: dict[Location, Sequence[Location]] = {}
        self._schemas = schemas
        self._definitions = definitions
        self._whole = whole
        self._shape_of = shape_of
        self._title_at = title_at

    def branch(
        self, way: Sequence[Location], union: Location, parent: Title, roles: Sequence[str]
    ) -> Shape:
        """The shape of a branch of a union, with the members that stand beside the union.

        Args:
            way: The branch; where it is a union itself, what it stands for is the branch of that
                one which is next, with what stands beside that union too.
            union: Where the union stands.
            parent: The name of the union's type.
            roles: What the branch is called there, the best first.
        """
        schemas, branch = self._schemas, way[-1]
        if self._shares_items(branch, union):
            self._whole.add(union)
            return Array(AnyJson()) if types(schemas, branch) == frozenset({"array"}) else AnyJson()
        beside = members_beside(schemas, union, branch)
        if not beside and len(way) == 1:
            return self._shape_of(way[0], parent, *roles)
        # Reached through a reference, the branch makes another type than where it stands.
        own = stands_in(branch, union) and len(way) == 1
        key = branch if own else union.child("$ref", *branch.steps)
        # The union inside has a branch of its own title too.
        described = members(schemas.at(branch)) if len(way) == 1 else {}
        title = inner_title(described, branch, parent, roles)
        unions = [union, *way[:-1]]
        inside = [part for inner in way[:-1] for part in members_beside(schemas, inner, branch)]
        places = [*parts(schemas, branch), *inside, *beside]
        found = {place: members(schemas.at(place)) for place in places}
        if not is_record(schemas, found) or describe.unions_at(schemas, branch):
            self._whole.add(union)
            known = any(is_object(schemas, place) for place in places)
            return Dictionary(AnyJson()) if known else AnyJson()
        around = tuple(part for each in unions for part in parts(schemas, each))
        return self.record(key, BranchBeside(branch, around), places, title)

    def _shares_items(self, branch: Location, union: Location) -> bool:
        """Whether items of a branch are described beside its union too."""
        return "array" in (types(self._schemas, branch) or ()) and any(
            map(describes_items, parts(self._schemas, union).values())
        )

    def record(
        self, key: Location, beside: BranchBeside, places: Sequence[Location], title: Title
    ) -> Named:
        """A record that is known under a place which no schema has.

        Args:
            key: The place.
            beside: The schemas that its values pass.
            places: Those of them that describe members.
            title: Its name, if it is not known yet.
        """
        if key not in self.branches:
            self.branches[key] = beside
            self._definitions[key] = build_record(
                self._schemas, key, places, title, self.member, self._title_at
            )
        return Named(key)

    def objects(self, location: Location, title: Title, *, taken: bool) -> Named | None:
        """The record of a schema's objects, whose values may have other types; None if it is none.

        Args:
            location: Where the schema stands.
            title: The name of the record.
            taken: Whether the schema itself has this name, so that the record needs a longer one.
        """
        places = parts(self._schemas, location)
        if not any(map(names_members, places.values())):
            return None
        beside = BranchBeside(location, (), only_objects=True)
        title = inner_title({}, location, title, ["object"]) if taken else title
        return self.record(objects_at(location), beside, [*places], title)

    def dictionary(self, location: Location, title: Title) -> Dictionary:
        """The shape of a schema's objects, whose member names are data."""
        schemas = self._schemas
        values = describe.dictionary_values(schemas, location)
        of_values = self.member(values, title, "value") if values else AnyJson()
        found = parts(schemas, location)
        naming = [
            place.child("propertyNames") for place in found if "propertyNames" in found[place]
        ]
        if len(naming) != 1 or not (words := describe.words(schemas, naming[0])):
            return Dictionary(of_values)
        of_names = self.member(naming, title, "name")
        if not self._lists_strings(of_names):
            return Dictionary(of_values)
        return Dictionary(of_values, of_names, asked_of(found.values()) >= {*words})

    def _lists_strings(self, shape: Shape) -> bool:
        definition = self._definitions.get(shape.target) if isinstance(shape, Named) else None
        match definition or shape:
            case Alias(shape=inner):
                return self._lists_strings(inner)
            case Literals(values=values):
                return all(isinstance(value, str) for value in values)
            case found:
                return isinstance(found, Enum)

    def member(self, sources: Sequence[Location], parent: Title, role: str) -> Shape:
        """The shape of a member that several schemas describe; earlier ones narrow later ones."""
        if len(sources) == 1:
            return self._shape_of(sources[0], parent, role)
        schemas = self._schemas
        kinds = self._kinds(sources)
        if not kinds:
            if all(domain(schemas, source).types for source in sources):
                self.contradicted[sources[0]] = sources[1:]
            return Never()
        asked = self._asked(sources, kinds - {"null"})
        inside = any(describe.tells_inside(schemas, place) for place in asked)
        if kinds.isdisjoint({"array", "object"}) or not inside:
            shapes = [(self._shape_of(source, parent, role), source) for source in sources]
            return narrowest([(shape, domain(schemas, at).types) for shape, at in shapes])
        told = {
            **_only(members(schemas.at(asked[0])), "description", "deprecated"),
            **names_in(schemas, sources[0]),
        }
        shape = self._together(asked, told, parent, role)
        if joint(asked) in self._whole:
            self._whole.add(sources[0])
        return Nullable(shape) if "null" in kinds - self._kinds(asked) else shape

    def _kinds(self, places: Sequence[Location]) -> frozenset[str]:
        """The JSON types of the values that pass several schemas."""
        return in_all(domain(self._schemas, place) for place in places).types

    def _asked(self, sources: Sequence[Location], kinds: frozenset[str]) -> Sequence[Location]:
        """What several schemas are about, each of which asks something of values of these types."""
        about = dict.fromkeys(self._about(source, kinds) for source in sources)
        return [place for place in about if self._schemas.at(place) is not True]

    def _about(self, location: Location, kinds: frozenset[str]) -> Location:
        """The place that a schema is about; of a union, the one branch that may have such types."""
        place = essence(self._schemas, location)
        schema = members(self._schemas.at(place))
        for keyword in UNIONS:
            if meant(schema) == {keyword}:
                branches = branches_of(self._schemas, place, keyword)
                left = [each for each in branches if domain(self._schemas, each).overlaps(kinds)]
                return self._about(left[0], kinds) if len(left) == 1 else place
        return place

    def _together(
        self, asked: Sequence[Location], told: dict[str, Json], parent: Title, role: str
    ) -> Shape:
        """The shape of objects, arrays and others that several schemas describe."""
        schemas = self._schemas
        if self._describe_one_object(asked):
            first, *others = asked
            around = [place for other in others for place in parts(schemas, other)]
            title = inner_title(told, first, parent, [role])
            places = [*parts(schemas, first), *around]
            return self.record(joint(asked), BranchBeside(first, tuple(around)), places, title)
        telling = [place for place in asked if describe.tells_inside(schemas, place)]
        alone = len(telling) == 1 and domain(schemas, telling[0]).types == self._kinds(asked)
        return self._shape_of(telling[0] if alone else schemas.join(asked, told), parent, role)

    def _describe_one_object(self, asked: Sequence[Location]) -> bool:
        """Whether schemas that hold together are about an object of which several name members."""
        schemas = self._schemas
        naming = [
            place for place in asked if any(map(names_members, parts(schemas, place).values()))
        ]
        plain = all(
            isinstance(schemas.at(place), dict)
            and types(schemas, place) in (None, frozenset({"object"}))
            and not describe.unions_at(schemas, place)
            for place in asked
        )
        return len(naming) > 1 and plain and any(is_object(schemas, place) for place in asked)


def _only(schema: dict[str, Json], *keywords: str) -> dict[str, Json]:
    return {keyword: schema[keyword] for keyword in keywords if keyword in schema}


def objects_at(location: Location) -> Location:
    """The place under which the objects of a schema are known, whose values may be others."""
    return location.child("type", "object")
