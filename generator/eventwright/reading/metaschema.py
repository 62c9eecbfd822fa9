"""Is a document a schema at all? A table says yes quickly; jsonschema finds what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.reading import slips
from eventwright.reading.dialect import Dialect, Holds, inside
from eventwright.reading.drafts import Dialects
from eventwright.reading.jsontext import Json

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

MAX_MESSAGE = 200


def problems(
    schema: Json, location: Location, dialect: Dialect, dialects: Dialects
) -> Iterator[Problem]:
    """Everything that makes a document no schema, in document order.

    Args:
        schema: The document.
        location: Its place.
        dialect: What it is written in where it does not say so itself.
        dialects: Knows the dialects that `$schema` may name.
    """
    pending: list[tuple[str, Json, Dialect]] = [(location.pointer, schema, dialect)]
    while pending:
        pointer, item, spoken = pending.pop()
        if isinstance(item, dict):
            if "$schema" in item:
                try:
                    spoken = dialects.of(item, Location(location.file, pointer), spoken)
                except EventwrightError as error:
                    yield from error.problems
                    continue
            if not _surely_valid(item, spoken):
                yield from _worded(item, Location(location.file, pointer), spoken)
            children = [(place, child, spoken) for place, child in inside(item, pointer, spoken)]
            pending.extend(reversed(children))
        elif not isinstance(item, bool):
            yield Problem(
                Location(location.file, pointer),
                "is neither an object nor a boolean, so it is no schema",
                "write a JSON Schema, such as an object with a type",
            )


def _surely_valid(schema: dict[str, Json], dialect: Dialect) -> bool:
    """Whether the keywords of one schema hold what they should; its subschemas are not entered."""
    holders, tests = dialect.subschemas, dialect.values
    for keyword, value in schema.items():
        test = tests.get(keyword)
        if test is not None:
            if not test(value):
                return False
        elif keyword in holders and not _holds_schemas(holders[keyword], value, dialect):
            return False
    return True


def _holds_schemas(holds: Holds, value: Json, dialect: Dialect) -> bool:
    match holds, value:
        case Holds.SCHEMA | Holds.SCHEMA_OR_ARRAY, dict() | bool():
            return _is_schema(value, dialect)
        case Holds.ARRAY_OF_SCHEMAS | Holds.SCHEMA_OR_ARRAY, list():
            return bool(value) and all(_is_schema(item, dialect) for item in value)
        case Holds.MAP_OF_SCHEMAS | Holds.MAP_OF_SCHEMAS_OR_NAMES, dict():
            return all(_is_schema(item, dialect) for item in value.values())
        case _:
            return False


def _is_schema(value: Json, dialect: Dialect) -> bool:
    return isinstance(value, dict) or (isinstance(value, bool) and dialect.has_booleans)


def _worded(schema: dict[str, Json], location: Location, dialect: Dialect) -> Iterator[Problem]:
    causes = map(_cause, _validator(dialect.uri).iter_errors(_shallow(schema, dialect)))
    # Several vocabularies of the meta-schema find the same fault.
    found = {(tuple(cause.absolute_path), slips.problem(cause)) for cause in causes}
    for path, words in sorted(found, key=str):
        keyword = str(path[0]) if path else "$schema"
        fix = slips.cure(keyword, schema.get(keyword), dialect.name)
        yield Problem(location.child(*path), _shortened(words), fix)


def _cause(error: ValidationError) -> ValidationError:
    """Of a choice that failed, such as one type or several, the closest miss."""
    misses = [miss for miss in error.context if miss.validator != "type"]
    return max(misses, key=lambda miss: len(miss.absolute_path), default=error)


@cache
def _validator(uri: str) -> Validator:
    from jsonschema import validators  # slow to import, and seldom needed

    checker = validators.validator_for({"$schema": uri})
    return checker(checker.META_SCHEMA)


def _shallow(schema: dict[str, Json], dialect: Dialect) -> dict[str, Json]:
    """The schema with `{}` for each subschema, which is checked by itself."""
    shallow: dict[str, Json] = {}
    for keyword, value in schema.items():
        match dialect.subschemas.get(keyword), value:
            case Holds.SCHEMA | Holds.SCHEMA_OR_ARRAY, dict():
                shallow[keyword] = {}
            case Holds.ARRAY_OF_SCHEMAS | Holds.SCHEMA_OR_ARRAY, list():
                shallow[keyword] = [{} if isinstance(item, dict) else item for item in value]
            case Holds.MAP_OF_SCHEMAS | Holds.MAP_OF_SCHEMAS_OR_NAMES, dict():
                shallow[keyword] = {
                    name: {} if isinstance(item, dict) else item for name, item in value.items()
                }
            case _:
                shallow[keyword] = value
    return shallow


def _shortened(message: str) -> str:
    return message if len(message) <= MAX_MESSAGE else f"{message[:MAX_MESSAGE]} …"
