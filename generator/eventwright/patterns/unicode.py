r"""`\p{...}` from one table, so that no verdict hangs on the Unicode version of a runtime."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from eventwright.patterns.charset import NOTHING, CharSet

_CATEGORY_GROUPS = {
    "Other": "Cc Cf Cn Co Cs",
    "C": "Cc Cf Cn Co Cs",
    "Letter": "Ll Lm Lo Lt Lu",
    "L": "Ll Lm Lo Lt Lu",
    "Cased_Letter": "Ll Lt Lu",
    "LC": "Ll Lt Lu",
    "Mark": "Mc Me Mn",
    "Combining_Mark": "Mc Me Mn",
    "M": "Mc Me Mn",
    "Number": "Nd Nl No",
    "N": "Nd Nl No",
    "Punctuation": "Pc Pd Pe Pf Pi Po Ps",
    "punct": "Pc Pd Pe Pf Pi Po Ps",
    "P": "Pc Pd Pe Pf Pi Po Ps",
    "Symbol": "Sc Sk Sm So",
    "S": "Sc Sk Sm So",
    "Separator": "Zl Zp Zs",
    "Z": "Zl Zp Zs",
}
_PROPERTIES = {
    "General_Category": "General_Category",
    "gc": "General_Category",
    "Script": "Script",
    "sc": "Script",
    "Script_Extensions": "Script_Extensions",
    "scx": "Script_Extensions",
}


def code_points(expression: str) -> CharSet | None:
    r"""What `\p{expression}` matches in Unicode 17.0; None when there is no such property."""
    name, equals, value = expression.partition("=")
    if not equals:
        return _category(name) or _listed("binary", name)
    match _PROPERTIES.get(name):
        case "General_Category":
            return _category(value)
        case "Script":
            return _listed("Script", value)
        case "Script_Extensions":
            return _listed("Script_Extensions", value) or _listed("Script", value)
    return None


def is_identifier(name: str) -> bool:
    """Whether the name can be a group's, by ECMA-262's RegExpIdentifierName without escapes."""
    start, rest = code_points("ID_Start"), code_points("ID_Continue")
    if not name or start is None or rest is None:
        return False
    return (name[0] in "$_" or ord(name[0]) in start) and all(
        char in "$\u200c\u200d" or ord(char) in rest for char in name[1:]
    )


def _category(name: str) -> CharSet | None:
    if (group := _CATEGORY_GROUPS.get(name)) is None:
        return _listed("General_Category", name)
    union = NOTHING
    for member in group.split():
        union = union.union(_listed("General_Category", member) or NOTHING)
    return union


def _listed(prop: str, name: str) -> CharSet | None:
    written = _table().get((prop, name))
    if written is None:
        return None
    bounds = (entry.partition("-") for entry in written.split())
    return CharSet(tuple((int(first, 16), int(last or first, 16)) for first, _, last in bounds))


@cache
def _table() -> dict[tuple[str, str], str]:
    text = files(__package__).joinpath("unicode.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {(prop, name): points for prop, names, points in rows for name in names.split("|")}
