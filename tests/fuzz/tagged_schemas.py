"""Random tagged unions in every way that tags stand on the wire."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from typing import Any

from eventwright.reading.jsonvalues import kind
from fuzz.union_schemas import WideSchemas, titled

TAGS = (
    *("a", "b", "c", "A", "B", "ab", "Ab", "started", "Started", "", "__proto__", "a/b~c", "~1"),
    *("class", "constructor", "toString", "é", "e\u0301", "😀", '"', "'", "\\", "`", "${a}", "{a}"),
    *("null", "true", "0", "1", "-1", "a b", " a", "*/", "'''", '"""', "#", "\n", "\u2028", "kind"),
    *("response_output_text_delta", "response_output_text_Delta", "value", "tag", "raw", "None"),
)
NUMBERS = (0, 1, -1, 2, 3, 10, 1.0, 7.0, 2**31, 2**53 - 1)
OTHER_TAGS: tuple[tuple[Any, ...], ...] = ((True, False), (1, True), (0, "0"), (1, 2**53), (1, 0.5))
"""Booleans, and what is tried in turn: tags of several types, or such as not every number holds."""
HOLDERS = ("kind", "kind", "type", "t", "tag", "", "__proto__", "a/b~c", "class", "é", "'", "\\")
MEMBERS = ("a", "b", "c", "ab", "a/b", "value", "tag", "raw", "__proto__", "items")
INTEGERS: tuple[dict[str, Any], ...] = (
    *({"type": "integer", "format": form} for form in ("int64", "uint64", "int32")),
    {"type": "integer", "minimum": 0, "maximum": 2**64 - 1},
    {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1, "default": 0},
)
DEFAULTS: tuple[dict[str, Any], ...] = (
    *({"type": "integer", "default": 7}, {"type": "string", "default": "a"}),
    *({"enum": ["a", "b"], "default": "b"}, {"type": "boolean", "default": False}),
    *({"type": "array", "items": {"type": "integer"}, "default": [1]}, {"default": {"a": [1]}}),
    *({"type": ["string", "null"], "default": None}, {"const": "a", "default": "a"}),
    {"type": "integer", "default": 3, "x-omit-default": True},
    {"type": "object", "properties": {"b": {"type": "integer", "default": 1}}, "default": {}},
)


# Any: a schema is any JSON value.
class TaggedSchemas(WideSchemas):
    """Makes unions whose tag is a member, stands deeper inside, or is the only key."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._moved: dict[str, Any] = {}
        self._names = 0

    def document(self) -> dict[str, Any]:
        """A schema whose variants have titles, or go by their tags where they all differ."""
        self._moved, self._names = {}, 0
        drafted = self._drafted()
        if self._moved:
            drafted["$defs"] = {**drafted.get("$defs", {}), **self._moved}
        return drafted if self._chance(0.2) else dict(titled(drafted, itertools.count(1)))

    def _definition(self) -> Any:
        return (
            self._tagged(self._random.choice((0, 1)))
            if self._chance(0.6)
            else super()._definition()
        )

    def _root(self) -> dict[str, Any]:
        return self._tagged(self._random.choice((0, 1, 1, 2)))

    def _part(self, levels: int) -> Any:
        roll = self._random.random()
        if roll < 0.15:
            return dict(self._random.choice((*INTEGERS, *DEFAULTS)))
        if levels > 0 and roll < 0.3:
            return self._tagged(levels - 1)
        return super()._part(levels)

    def _branches(self, levels: int = 2) -> list[dict[str, Any]]:
        return [_spelled(branch) for branch in super()._branches(levels)]

    def _chance(self, likely: float) -> bool:
        return self._random.random() < likely

    def _tagged(self, levels: int) -> dict[str, Any]:
        """A tagged union, perhaps with keywords beside it."""
        inside = (self._internal, self._internal, self._nested, self._adjacent)
        if self._chance(0.25):
            branches = self._random.choice(inside)(self._other_tags(), levels)
        else:
            tags = self._random.sample(TAGS, self._random.choice((2, 2, 3, 4)))
            if self._chance(0.3):
                tags[1] = tags[0].swapcase() if tags[0].swapcase() not in tags else tags[1]
            ways = (*inside, self._external, self._external)
            branches = self._random.choice(ways)(tags, levels)
        branches = [self._elsewhere(branch) if self._chance(0.4) else branch for branch in branches]
        self._random.shuffle(branches)
        keyword = self._random.choice(("oneOf", "oneOf", "anyOf"))
        if self._chance(0.2):
            branches.append(self._of_other_type(keyword, branches))
        schema = {keyword: branches}
        if self._chance(0.25):
            self._beside(schema)
        return schema

    def _of_other_type(self, keyword: str, branches: Sequence[Any]) -> Any:
        """A branch without a tag, for values of other JSON types."""
        others: list[Any] = [{"type": kinds} for kinds in ("null", "string", ["null", "array"])]
        if self._chance(0.3):
            # What the items are called has just the branches that stand beside them.
            items = self._moved_to({keyword: [*branches]})
            others = [{"type": "array", "items": items}]
        return self._random.choice(others)

    def _other_tags(self) -> Sequence[Any]:
        """Tags of which not all are strings."""
        numbers = self._random.sample(NUMBERS, self._random.choice((2, 2, 3, 4)))
        distinct = list(dict.fromkeys(numbers))
        return (
            distinct if len(distinct) > 1 and self._chance(0.7) else self._random.choice(OTHER_TAGS)
        )

    def _elsewhere(self, branch: Any) -> Any:
        """A reference to where a branch has been moved to, perhaps with more beside it."""
        reference = self._moved_to(branch)
        match self._random.randrange(12):
            case 0:
                return {"allOf": [reference, self._some()]}
            case 1:
                return {**reference, "properties": self._members(0)}
            case _:
                return reference

    def _moved_to(self, schema: Any) -> dict[str, Any]:
        """A reference to a definition of a schema."""
        name = f"V{len(self._moved)}"
        self._moved[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def _beside(self, schema: dict[str, Any]) -> None:
        """Say more of all variants."""
        match self._random.randrange(8):
            case 0 | 1:
                schema["properties"] = self._members(0)
            case 2:
                schema["required"] = [self._random.choice(MEMBERS)]
            case 3:
                schema["properties"] = self._members(0)
                schema["required"] = list(schema["properties"])[:1]
                schema["type"] = "object"
            case 4:
                schema["unevaluatedProperties"] = self._random.choice((False, self._part(0)))
            case 5:
                schema["if"] = {"properties": self._members(0)}
                schema[self._random.choice(("then", "else"))] = self._some()
            case 6:
                schema["type"] = self._random.choice(("object", ["object", "null"]))
            case _:
                self._object(schema, 1)

    def _members(self, levels: int) -> dict[str, Any]:
        count = self._random.choice((0, 1, 1, 1, 2))
        return {name: self._member(levels) for name in self._random.sample(MEMBERS, count)}

    def _member(self, levels: int) -> Any:
        if self._chance(0.06):
            return {"anyOf": [self._tagged(0), {"type": "null"}]}
        if self._chance(0.12):
            return {
                "$ref": self._random.choice(("#", *(f"#/$defs/{name}" for name in self._moved)))
            }
        return self._part(levels)

    def _constant(self, tags: Sequence[Any]) -> dict[str, Any]:
        """The schema of a tag."""
        if len(tags) > 1 or self._chance(0.2):
            said: dict[str, Any] = {"enum": list(tags)}
        else:
            said = {"const": tags[0]}
        return {"type": kind(tags[0]), **said} if self._chance(0.5) else said

    def _internal(self, tags: Sequence[Any], levels: int) -> list[Any]:
        """Objects with their tag in a member of one name."""
        holder = self._random.choice(HOLDERS)
        branches = self._each(
            tags, levels, lambda some: {holder: self._named(holder, self._constant(some))}, [holder]
        )
        return [*branches, self._others(holder, tags)] if self._chance(0.08) else branches

    def _others(self, holder: str, tags: Sequence[Any]) -> dict[str, Any]:
        """A variant for all tags but these."""
        known = {"properties": {holder: {"enum": list(tags)}}, "required": [holder]}
        others = self._random.choice(({"type": kind(tags[0])}, {}))
        inside = {"not": {"enum": list(tags)}} if self._chance(0.5) else {}
        members = {**self._members(0), holder: self._named(holder, {**others, **inside})}
        beside = {} if inside else {"not": known}
        return {"type": "object", "properties": members, "required": [holder], **beside}

    def _nested(self, tags: Sequence[Any], levels: int) -> list[Any]:
        """Objects with their tag in a member of a member."""
        holder, inner = self._random.choice(HOLDERS), self._random.choice(HOLDERS)

        def holding(some: Sequence[Any]) -> dict[str, Any]:
            members = {**self._members(0), inner: self._named(inner, self._constant(some))}
            held = {"type": "object", "properties": members, "required": [inner]}
            return {holder: self._named(holder, held)}

        return self._each(tags, levels, holding, [holder])

    def _adjacent(self, tags: Sequence[Any], levels: int) -> list[Any]:
        """Objects with their tag in one member and what it stands for in another."""
        holder = self._random.choice(HOLDERS)
        content = self._random.choice([name for name in MEMBERS if name != holder])

        def holding(some: Sequence[Any]) -> dict[str, Any]:
            held = {holder: self._named(holder, self._constant(some))}
            return held if some[0] == tags[0] else {**held, content: self._payload(levels)}

        required = ([holder], *([holder, content] for _ in tags[1:]))
        return [
            self._variant(holding([tag]), names, levels)
            for tag, names in zip(tags, required, strict=True)
        ]

    def _each(
        self,
        tags: Sequence[Any],
        levels: int,
        holding: Callable[[Sequence[Any]], dict[str, Any]],
        required: Sequence[str],
    ) -> list[Any]:
        """The variants of tags that `holding` makes members of, some for more than one tag."""
        joined = 2 if len(tags) > 2 and self._chance(0.3) else 1
        groups = [tags[:joined], *([tag] for tag in tags[joined:])]
        if levels > 0 and len(groups) > 2 and self._chance(0.3):  # a union of the last ones
            *groups, one, other = groups
            inside = [self._variant(holding(some), required, levels - 1) for some in (one, other)]
            inner: dict[str, Any] = {self._random.choice(("oneOf", "anyOf")): inside}
            if self._chance(0.2):
                self._beside(inner)
        else:
            inner = {}
        branches: list[Any] = [self._versions(holding(some), required, levels) for some in groups]
        return [*branches, inner] if inner else branches

    def _versions(
        self, held: dict[str, Any], required: Sequence[str], levels: int
    ) -> dict[str, Any]:
        """A variant, or a union of some that share its tag and have others of their own."""
        if levels == 0 or not self._chance(0.1):
            return self._variant(held, required, levels)
        inside = self._internal(self._random.sample(TAGS, 2), levels - 1)
        for branch in inside:
            if "properties" in branch:
                branch["properties"] = {**branch["properties"], **held}
                branch["required"] = [*dict.fromkeys([*branch.get("required", []), *required])]
        return {self._random.choice(("oneOf", "anyOf")): inside}

    def _variant(
        self, held: dict[str, Any], required: Sequence[str], levels: int
    ) -> dict[str, Any]:
        """An object with the members that hold its tag, and perhaps others."""
        more = {} if self._chance(0.2) else self._members(levels)
        first = {**more, **held} if self._chance(0.3) else {**held, **more}
        others = [name for name in more if name not in held and self._chance(0.4)]
        schema: dict[str, Any] = {"type": "object", **({"properties": first} if first else {})}
        if (required or others) and not self._chance(0.04):  # else the tag may be left out
            schema["required"] = [*required, *others]
        match self._random.randrange(20):
            case 0:
                schema["additionalProperties"] = self._random.choice((False, True, self._part(0)))
            case 1:
                self._object(schema, 0)
            case 2 if levels > 0:  # a variant that is a union itself
                schema["oneOf"] = self._internal(self._random.sample(TAGS, 2), 0)
            case 3:
                schema["unevaluatedProperties"] = False
            case _:
                pass
        return schema

    def _external(self, tags: Sequence[str], levels: int) -> list[Any]:
        """Objects whose only key is their tag, and bare strings."""
        count = self._random.choice((0, 0, 1, 2)) if len(tags) > 2 else 0
        bare, keyed = tags[:count], tags[count:]
        if bare and self._chance(0.2):
            keyed = [*keyed, bare[0]]  # with and without a payload
        branches: list[Any] = [
            {
                "type": "object",
                "properties": {tag: self._named(tag, self._payload(levels))},
                "required": [tag],
                "additionalProperties": False,
            }
            for tag in keyed
        ]
        if bare:
            groups = [bare] if self._chance(0.5) else [[tag] for tag in bare]
            branches += [self._constant(some) for some in groups]
        return branches

    def _named(self, name: str, schema: Any) -> Any:
        """The schema of a member, with a name where no identifier can be made of its own."""
        if re.search("[A-Za-z0-9]", name) or not isinstance(schema, dict):
            return schema
        self._names += 1
        return {"x-name": f"N{self._names}", **schema}

    def _payload(self, levels: int) -> Any:
        match self._random.randrange(8):
            case 0:
                return self._part(0)
            case 1:
                return self._elsewhere(self._variant({}, [], levels))
            case 2:
                return {"$ref": "#"}
            case 3:
                return self._tagged(levels - 1) if levels > 0 else {"type": "null"}
            case 4:
                return dict(self._random.choice(INTEGERS))
            case 5:
                return {"type": "array", "items": self._part(levels)}
            case _:
                return self._variant({}, [], levels)


def _spelled(schema: Any) -> Any:
    """A schema that leaves out no defaults, for unions without a tag (see `USUAL`)."""
    if isinstance(schema, list):
        return [_spelled(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        keyword: _spelled(part) for keyword, part in schema.items() if keyword != "x-omit-default"
    }
