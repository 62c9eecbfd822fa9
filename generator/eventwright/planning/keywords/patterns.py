"""Regular expressions, wherever a keyword has one."""

from __future__ import annotations

from eventwright.errors import Location
from eventwright.patterns import PatternError, blow_up, python, typescript
from eventwright.planning.keywords.context import Context


def checked(source: str, location: Location, context: Context) -> str:
    """The expression, once it is known to mean the same in both languages."""
    try:
        python(source)
        typescript(source)
    except PatternError as error:
        fix = "write it in ECMA-262 as both languages have it"
        context.refuse(location, f"the pattern can't be translated: {error}", fix)
    else:
        danger = None if context.settings.slow_patterns else blow_up(source)
        if danger:
            fix = "rewrite it, or let such patterns through (--slow-patterns)"
            context.refuse(location, f"the pattern may take long on some strings: {danger}", fix)
    return source
