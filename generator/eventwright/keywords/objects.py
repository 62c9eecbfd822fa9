"""`properties`, `required` and `additionalProperties`."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location
from eventwright.keywords.context import Context, Schema, has_type
from eventwright.plan import AdditionalMembers, AnyJson, Check, Member, Members, Program

KEYWORDS = frozenset({"properties", "required", "additionalProperties"})


def checks(schema: Schema, location: Location, context: Context) -> Iterator[Check]:
    """The known members in the schema's order, the required others, then additional ones."""
    properties = schema.get("properties")
    known = tuple(properties) if isinstance(properties, dict) else ()
    if known and schema.get("type") != "object":
        context.unsupported(location.child("properties"), '"properties" without type "object"')
    required = _required(schema)
    inside = [
        Member(name, name in required, context.subprogram(location.child("properties", name)))
        for name in known
    ]
    anything = Program(location, (AnyJson(),))
    inside += [Member(name, True, anything) for name in required if name not in known]
    if inside:
        yield Members(tuple(inside))
    yield from _additional(schema, location, known, context)


def _required(schema: Schema) -> dict[str, None]:
    names = schema.get("required")
    listed = names if isinstance(names, list) else []
    return dict.fromkeys(name for name in listed if isinstance(name, str))


def _additional(
    schema: Schema, location: Location, known: tuple[str, ...], context: Context
) -> Iterator[Check]:
    rest = schema.get("additionalProperties")
    if rest is False:
        yield AdditionalMembers(known, None)
    elif rest is not None:
        yield AdditionalMembers(known, context.subprogram(location.child("additionalProperties")))
    elif has_type(schema, "object") and not known:
        yield AdditionalMembers(known, Program(location, (AnyJson(),)))
