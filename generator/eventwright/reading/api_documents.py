"""Documents that describe an API, with schemas somewhere inside, and are no schemas themselves."""

from __future__ import annotations

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.reading.jsontext import Json

_KINDS = (
    ("openapi", "an OpenAPI", "components/schemas"),
    ("swagger", "an OpenAPI", "definitions"),
    ("asyncapi", "an AsyncAPI", "components/schemas"),
)
"""The member that says what a document is, what it is called, and where it has its schemas."""


def refuse_api(content: Json, location: Location) -> None:
    """See that a file describes no API.

    Raises:
        EventwrightError: It does.
    """
    for member, kind, place in _KINDS:
        if isinstance(content, dict) and isinstance(content.get(member), str):
            fix = (
                f'put what is under "{place}" into the "$defs" of a schema file, and write '
                f'"#/$defs/" for "#/{place}/"'
            )
            raise EventwrightError(Problem(location, f"is {kind} document, not a schema", fix))
