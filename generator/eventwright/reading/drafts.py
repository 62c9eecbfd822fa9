"""The drafts of JSON Schema before 2020-12, and the dialects of other meta-schemas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.reading.dialect import DRAFT_2020_12, Dialect, Holds
from eventwright.reading.jsontext import Json

if TYPE_CHECKING:
    from referencing import Registry

Test = Callable[[Json], bool]
_LATEST = DRAFT_2020_12


def _subset(
    later: Dialect,
    without: Iterable[str],
    holds: Mapping[str, Holds] | None = None,
    tests: Mapping[str, Test] | None = None,
) -> tuple[dict[str, Holds], dict[str, Test]]:
    """The keywords of a later draft but for some, with those that are different."""
    gone = frozenset(without)
    kept = {k: h for k, h in later.subschemas.items() if k not in gone}
    tested = {k: t for k, t in later.values.items() if k not in gone}
    return kept | dict(holds or {}), tested | dict(tests or {})


def _never_sure(_: Json) -> bool:
    """For what the meta-schema must be asked about each time."""
    return False


def _some_names(value: Json) -> bool:
    return bool(value) and _LATEST.values["required"](value)


_HOLDS, _TESTS = _subset(
    _LATEST,
    ["prefixItems", "$dynamicRef", "$dynamicAnchor"],
    {"items": Holds.SCHEMA_OR_ARRAY, "additionalItems": Holds.SCHEMA},
    {"$recursiveAnchor": _LATEST.values["uniqueItems"], "$anchor": _never_sure},
)
DRAFT_2019_09 = Dialect(
    uri="https://json-schema.org/draft/2019-09/schema",
    name="JSON Schema 2019-09",
    subschemas=_HOLDS,
    values=_TESTS,
    in_place=_LATEST.in_place,
)

_HOLDS, _TESTS = _subset(
    DRAFT_2019_09,
    "$anchor $recursiveRef $recursiveAnchor $vocabulary dependentSchemas dependentRequired"
    " unevaluatedItems unevaluatedProperties minContains maxContains contentSchema".split(),
    tests={"$id": _LATEST.values["title"]},
)
DRAFT_07 = Dialect(
    uri="http://json-schema.org/draft-07/schema",
    name="JSON Schema draft-07",
    subschemas=_HOLDS,
    values=_TESTS,
    in_place=_LATEST.in_place,
    anchors_in_identifier=True,
    lone_reference=True,
)

_HOLDS, _TESTS = _subset(DRAFT_07, ["if", "then", "else"])
DRAFT_06 = replace(
    DRAFT_07,
    uri="http://json-schema.org/draft-06/schema",
    name="JSON Schema draft-06",
    subschemas=_HOLDS,
    values=_TESTS,
)

_HOLDS, _TESTS = _subset(
    DRAFT_06,
    ["$id", "const", "contains", "propertyNames"],
    tests={
        "id": _LATEST.values["title"],
        "enum": _some_names,
        "required": _some_names,
        "exclusiveMinimum": _never_sure,
        "exclusiveMaximum": _never_sure,
    },
)
DRAFT_04 = replace(
    DRAFT_06,
    uri="http://json-schema.org/draft-04/schema",
    name="JSON Schema draft-04",
    subschemas=_HOLDS,
    values=_TESTS,
    identifier="id",
    has_booleans=False,
)

_DRAFTS = (DRAFT_04, DRAFT_06, DRAFT_07, DRAFT_2019_09, DRAFT_2020_12)
DIALECTS = {dialect.uri.partition("://")[2]: dialect for dialect in _DRAFTS}
_TOO_OLD = re.compile(r"https?://json-schema\.org/draft-0[0-3]/.*")
KEYWORDS = frozenset(keyword for draft in _DRAFTS for keyword in (*draft.subschemas, *draft.values))
"""Every keyword of any draft."""


class Dialects:
    """The dialect of each schema, by the `$schema` that it or a schema around it has."""

    def __init__(self, find: Callable[[str], Json]) -> None:
        """`find` gives the meta-schema of a URI without fragment, or None."""
        self._find = find
        self._own: dict[str, Dialect] = {}

    def of(self, schema: Json, location: Location, around: Dialect = DRAFT_2020_12) -> Dialect:
        """The dialect of a schema that stands inside one in the dialect `around`.

        Raises:
            EventwrightError: `$schema` names a dialect that nothing here describes.
        """
        uri = schema.get("$schema") if isinstance(schema, dict) else None
        if not isinstance(uri, str):
            return around
        uri = uri.removesuffix("#")
        return DIALECTS.get(uri.partition("://")[2]) or self._described(uri, location)

    def _described(self, uri: str, location: Location) -> Dialect:
        if uri in self._own:
            return self._own[uri]
        if _TOO_OLD.fullmatch(uri):
            raise _error(
                location,
                "drafts of JSON Schema before draft-04 are not read",
                "write it in JSON Schema draft-04, draft-06, draft-07, 2019-09 or 2020-12, and name"
                " that one in $schema",
            )
        meta_schema = self._find(uri)
        if not isinstance(meta_schema, dict):
            raise _error(
                location,
                f"the dialect {uri} is not known",
                f'name one that is, such as "{_LATEST.uri}", or hand in the meta-schema'
                f" with --resource {uri}=PATH",
            )
        base = meta_schema.get("$schema")
        if not isinstance(base, str) or base.removesuffix("#") == uri:
            dialect = _LATEST
        else:
            dialect = self.of(meta_schema, location)
        self._own[uri] = _restricted(dialect, meta_schema.get("$vocabulary"), location)
        return self._own[uri]


def specifications() -> Registry[Json]:
    """The meta-schemas of all drafts, and their parts, by URI."""
    # Slow to import and seldom needed; it has no type annotations.
    from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

    registry: Registry[Json] = REGISTRY
    return registry


_ASSERTING: Mapping[str, tuple[bool, ...]] = {
    "https://json-schema.org/draft/2019-09/vocab/format": (True,),
    "https://json-schema.org/draft/2020-12/vocab/format-assertion": (True, False),
}
"""The vocabularies that make `format` a check, each with how a dialect has to list it for that."""


def _restricted(dialect: Dialect, vocabulary: Json, location: Location) -> Dialect:
    """The dialect without the keywords of vocabularies that are not listed."""
    if not isinstance(vocabulary, dict):
        return dialect
    registry = specifications()
    listed: set[str] = set()
    for uri, needed in vocabulary.items():
        part = registry.get(uri.replace("/vocab/", "/meta/"))
        if part is not None:
            listed |= _keywords(part.contents)
        elif needed:
            fix = "require only vocabularies of the specification"
            raise _error(location, f"its dialect requires the unknown vocabulary {uri}", fix)
    parts = {uri for uri in registry if uri.startswith(urljoin(dialect.uri, "meta/"))}
    core = urljoin(dialect.uri, "meta/core")
    gone = {k for uri in parts - {core} for k in _keywords(registry.contents(uri))} - listed
    holds, tests = _subset(dialect, gone)
    asserts = any(vocabulary.get(uri) in checked for uri, checked in _ASSERTING.items())
    return replace(dialect, subschemas=holds, values=tests, asserts_formats=asserts)


def _keywords(part: Json) -> set[str]:
    """The keywords that a part of a meta-schema describes."""
    properties = part.get("properties") if isinstance(part, dict) else None
    return set(properties) if isinstance(properties, dict) else set()


def _error(location: Location, problem: str, fix: str) -> EventwrightError:
    return EventwrightError(Problem(location.child("$schema"), problem, fix))
