"""Types of shapes, as they stand at a place: each on one line."""

from __future__ import annotations

from eventwright.modelling.model import (
    Alternatives,
    AnyJson,
    Array,
    Boolean,
    Dictionary,
    Integer,
    Literals,
    Named,
    Never,
    Null,
    Nullable,
    Number,
    Open,
    Shape,
    Text,
    Tuple,
    Unknown,
)
from eventwright.rendering.code import Code
from eventwright.targets.typescript.language import literal
from eventwright.targets.typescript.scope import Scope

_TYPE_OF_LITERAL = dict.fromkeys("\"'", "string") | dict.fromkeys("-0123456789", "number")
"""The type of a literal by the character that it begins with."""


ANY_STRING = Code("(string & {})")
"""Any string beside constants: TypeScript takes `"a" | string` for `string`, which none is in."""


def alternatives(shape: Shape, scope: Scope, *, before: bool) -> list[Code]:
    """The types that a shape is a union of."""
    match shape:
        case Literals(values=values):
            return [literal(value) for value in values]
        case Nullable(inner=Named() | AnyJson() | Dictionary() as inner):
            # Prettier never breaks the line between such a type and null.
            return [Code(f"{flat(inner, scope, before=before)} | null")]
        case Nullable(inner=inner):
            return [*alternatives(inner, scope, before=before), Code("null")]
        case Open(known=known):
            return [*alternatives(known, scope, before=before), ANY_STRING]
        case Unknown(union=target) if before:
            return [scope.unknown_type(target), scope.imports.use("UnknownJson")]
        case Alternatives(branches=branches):
            found = [a for _, inner in branches for a in alternatives(inner, scope, before=before)]
            return _open(list(dict.fromkeys(found)))
        case Number() if scope.wide(shape):
            return [Code("number"), Code("bigint")]
        case Integer() if before and scope.wide(shape):
            return [Code("number"), Code("bigint")]
        case _:
            return [flat(shape, scope, before=before)]


def _open(types: list[Code]) -> list[Code]:
    """The same types; beside constants that are listed, any other is spelled so that they stay.

    TypeScript would take `"a" | string` for `string`, so that no editor offered `"a"`.
    """
    listed = {_TYPE_OF_LITERAL.get(text[0]) for text in types}
    return [Code(f"({text} & {{}})") if text in listed else text for text in types]


def flat(shape: Shape, scope: Scope, *, before: bool) -> Code:
    """A type on one line."""
    match shape:
        case Text():
            return Code("string")
        case Boolean():
            return Code("boolean")
        case Null():
            return Code("null")
        case Never():
            return Code("never")
        case Number() | Integer() if not scope.wide(shape):
            return Code("number")
        case Integer() if not before:
            return Code("bigint")
        case AnyJson():
            return scope.imports.use("JsonValue")
        case Array(items=items):
            inner = flat(items, scope, before=before)
            return Code(
                f"readonly ({inner})[]" if _compound(items, inner) else f"readonly {inner}[]"
            )
        case Tuple(items=shapes):
            inner = Code(", ").join(flat(shape, scope, before=before) for shape in shapes)
            return Code(f"readonly [{inner}]")
        case Dictionary(values=values, names=names) if names is not None:
            listed, inner = (flat(part, scope, before=before) for part in (names, values))
            mark = "" if shape.has_all else "?"
            return Code(f"{{ readonly [name in {listed}]{mark}: {inner} }}")
        case Dictionary(values=values):
            return Code(f"{{ readonly [name: string]: {flat(values, scope, before=before)} }}")
        case Named(target=target):
            return scope.input_type(target) if before else scope.type(target)
        case Unknown(union=target) if not before:
            return scope.unknown_type(target)
        case Integer() | Number() | Literals() | Nullable() | Alternatives() | Open() | Unknown():
            return Code(" | ").join(alternatives(shape, scope, before=before))


def _compound(shape: Shape, text: Code) -> bool:
    """Whether a type needs parentheses before `[]`."""
    return " " in text and not isinstance(shape, Dictionary)
