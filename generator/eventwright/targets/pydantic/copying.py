"""Copies of schemas in the terms of models, with references to named types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventwright.compiled import CompiledModule
from eventwright.errors import EventwrightError, Location, Problem
from eventwright.modelling.facts import UNIONS, array, branches_of, members, parts, stands_in, types
from eventwright.modelling.joined import objects_at
from eventwright.modelling.model import Record
from eventwright.reading.dialect import DRAFT_2020_12, Holds
from eventwright.reading.jsontext import Json
from eventwright.targets.pydantic.keywords import KEPT, Dialect, adjusted, visible

# What the planner leaves out of the schemas around a branch: a union is what the branch is of.
_NOT_AROUND = frozenset({"oneOf", "anyOf", "allOf", "$ref", "description"})
# Keywords whose schemas may describe members that models don't know.
_DESCRIBING = frozenset({"patternProperties", "if", "dependentSchemas", *UNIONS})


class Copies:
    """Copies the schemas of a module, whose named types have these names."""

    def __init__(
        self, module: CompiledModule, names: Mapping[Location, str], dialect: Dialect
    ) -> None:
        self._module = module
        self._types = names
        self._dialect = dialect
        self._without_effect = {note.location for note in module.notes}
        self._of_records = frozenset(self._parts_of_records())

    def copy(self, location: Location) -> Json:
        """The schema at a place, with references to named types in place of those it holds."""
        joined = self._module.schemas.joined.get(location)
        if joined:
            return {"allOf": [self._copy(place) for place in joined]}
        inside = self._module.model.branches.get(location)
        if inside is None:
            return self._record_or_null(location) or self._copy(location)
        if inside.only_objects:
            return {"allOf": [{"type": "object"}, self._copy(inside.branch)]}
        around = [self._copy(place, without=_NOT_AROUND) for place in inside.around]
        asked: list[Json] = [*around, self._copy(inside.branch)]
        return {"allOf": asked}

    def _record_or_null(self, location: Location) -> Json:
        """The named record of a schema's objects, or null, where these are its values."""
        record = objects_at(location)
        only = types(self._module.schemas, location) == frozenset({"object", "null"})
        if not only or record not in self._module.model.definitions:
            return None
        return {"anyOf": [{"$ref": self.reference(record)}, {"type": "null"}]}

    def _copy(self, location: Location, *, without: frozenset[str] = frozenset()) -> Json:
        schema = self._module.schemas.at(location)
        if not isinstance(schema, dict):
            return schema
        if "$dynamicRef" in schema:
            raise EventwrightError(
                Problem(
                    location,
                    'no pydantic models can be made of a schema with "$dynamicRef"',
                    "leave this target out (--target names those wanted)",
                )
            )
        copied = {
            keyword: self._value(keyword, value, location)
            for keyword, value in schema.items()
            if keyword in KEPT - without and self._has_effect(location, keyword)
        }
        if "$ref" in schema and "$ref" not in without:
            copied["$ref"] = self.reference(self._module.schemas.targets[location])
        only = [self.at(branch) for branch in self._only_branches(location)]
        if only and "allOf" not in without:
            copied["allOf"] = [*array(copied.get("allOf")), *only]
        return adjusted(copied, schema, self._dialect)

    def _only_branches(self, location: Location) -> Iterator[Location]:
        """The branches of unions that have no other."""
        for keyword in UNIONS:
            found = branches_of(self._module.schemas, location, keyword)
            if len(found) == 1:
                yield found[0]

    def _has_effect(self, location: Location, keyword: str) -> bool:
        """Whether a keyword is one that a model has, rather than one that says nothing in it."""
        schemas = self._module.schemas
        if keyword in UNIONS:
            is_choice = len(branches_of(schemas, location, keyword)) > 1
            return is_choice and location not in self._of_records
        if keyword == "deprecated":
            # Pydantic warns where what is deprecated is no member.
            return location.parent.pointer.endswith("/properties")
        if keyword == "unevaluatedProperties":
            found = (members(schemas.at(part)) for part in parts(schemas, location))
            return all(_DESCRIBING.isdisjoint(part) for part in found)
        return location.child(keyword) not in self._without_effect

    def _value(self, keyword: str, value: Json, holder: Location) -> Json:
        match DRAFT_2020_12.subschemas.get(keyword), value:
            case Holds.SCHEMA, _:
                return self.at(holder.child(keyword))
            case Holds.ARRAY_OF_SCHEMAS, list():
                return [*map(self.at, self._module.schemas.combined(holder, keyword))]
            case Holds.MAP_OF_SCHEMAS, dict():
                return {name: self.at(holder.child(keyword, name)) for name in value}
            case None, str() if keyword == "description":
                return visible(value)
            case _:
                return value

    def at(self, location: Location) -> Json:
        """A reference to the named type at a place, or a copy of the schema there."""
        if location not in self._module.model.definitions:
            return self.copy(location)
        referring: dict[str, Json] = {"$ref": self.reference(location)}
        schema = members(self._module.schemas.at(location))
        if "default" in schema and self._has_effect(location, "default"):
            # That of the member, not of its type.
            return {**referring, "default": schema["default"]}
        return referring

    def reference(self, target: Location) -> str:
        """The reference to a named type."""
        return f"#/$defs/{self._types[target]}"

    def _parts_of_records(self) -> Iterator[Location]:
        """The schemas that say together which members records have."""
        model = self._module.model
        records = (at for at, known in model.definitions.items() if isinstance(known, Record))
        for location in records:
            branch = model.branches.get(location)
            whole = location if branch is None else branch.branch
            for part in parts(self._module.schemas, whole):
                if part == whole or stands_in(part, whole):
                    yield part
