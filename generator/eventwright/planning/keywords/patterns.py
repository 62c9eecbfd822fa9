"""Regular expressions, wherever a keyword has one."""

from __future__ import annotations

from eventwright.errors import Location
from eventwright.modelling.facts import members, whole_of
from eventwright.patterns import PatternError, blow_up, python, typescript
from eventwright.planning.keywords.context import Context, size
from eventwright.planning.plan import Pattern
from eventwright.reading.refs import SchemaSet

_LENGTHS = (3000, 1000, 300, 200, 100)
"""What is tried as a `maxLength` that makes a pattern quick."""


def checked(source: str, location: Location, context: Context) -> str:
    """The expression, once it is known to mean the same in both languages, and to be quick."""
    danger = _danger(source, location, context)
    if danger:
        _refuse(danger, "rewrite it", location, context)
    return source


def of_text(source: str, location: Location, context: Context, longest: int | None) -> Pattern:
    """The check of `pattern` beside a `maxLength`, or in an `allOf` beside one, if there is one.

    A pattern that may take long on long strings is not tried on those which `maxLength` refuses.
    """
    danger = _danger(source, location, context)
    if danger is None:
        return Pattern(source)
    if longest is None:
        longest = _longest_around(location.parent, context.schemas)
    if longest is not None and blow_up(source, longest) is None:
        return Pattern(source, longest)
    enough = next((length for length in _LENGTHS if blow_up(source, length) is None), None)
    bounded = f", put a maxLength of at most {enough} beside it" if enough else ""
    _refuse(danger, f"rewrite it{bounded}", location, context)
    return Pattern(source)


def _longest_around(location: Location, schemas: SchemaSet) -> int | None:
    """The `maxLength` of what holds a schema in its `allOf`, if nothing else refers to that."""
    if schemas.dynamic_targets:
        return None
    named = schemas.targets.values()
    while (
        location not in named
        and location.parent.pointer.endswith("/allOf")
        and (whole := whole_of(location))
    ):
        location = whole
        longest = size(members(schemas.at(location)), "maxLength")
        if longest is not None:
            return longest
    return None


def _danger(source: str, location: Location, context: Context) -> str | None:
    """Why a pattern may take long, unless such are let through; refuses one of no translation."""
    try:
        python(source)
        typescript(source)
    except PatternError as error:
        fix = "write it in ECMA-262 as both languages have it"
        context.refuse(location, f"the pattern can't be translated: {error}", fix)
        return None
    return None if context.settings.slow_patterns else blow_up(source)


def _refuse(danger: str, cure: str, location: Location, context: Context) -> None:
    problem = f"the pattern may take long on some strings: {danger}"
    context.refuse(location, problem, f"{cure}, or let such patterns through (--slow-patterns)")
