"""TypeScript's words: reserved names, literals, member names and comments."""

from __future__ import annotations

import re
import textwrap
from functools import cache
from typing import TypeGuard

from eventwright import patterns
from eventwright.modelling.model import Doc, JsonScalar
from eventwright.reading.jsontext import Json
from eventwright.rendering.code import Code, identifier, json_literal, typescript_comment
from eventwright.rendering.naming import Language
from eventwright.targets.typescript.layout import WIDTH

MAX_SAFE = 2**53 - 1
"""The largest integer up to which a number holds every integer."""

_GLOBALS = frozenset(
    "AggregateError Array ArrayBuffer AsyncIterable AsyncIterator Atomics Awaited BigInt"
    " BigInt64Array BigUint64Array Boolean Capitalize ConstructorParameters DataView Date Error"
    " EvalError Exclude Extract FinalizationRegistry Float32Array Float64Array Function Generator"
    " Infinity InstanceType Int16Array Int32Array Int8Array Intl Iterable Iterator JSON Lowercase"
    " Map Math NaN NoInfer NonNullable Number Object Omit OmitThisParameter Parameters Partial Pick"
    " Promise PromiseLike PropertyKey Proxy RangeError Readonly ReadonlyArray ReadonlyMap"
    " ReadonlySet Record ReferenceError Reflect RegExp Required ReturnType Set SharedArrayBuffer"
    " String Symbol SyntaxError ThisParameterType ThisType TypeError URIError Uint16Array"
    " Uint32Array Uint8Array Uint8ClampedArray Uncapitalize Uppercase WeakKey WeakMap WeakRef"
    " WeakSet".split()
)
RUNTIME_TYPES = frozenset(
    "Decode DecodeUnion Dump Encode Guard Issue JsonObject JsonValue Members Mutable OneOf Parse"
    " ParseUnion Rule Unchecked UnknownJson Validate WithOptional Without".split()
)
"""The types that a module may import from the runtime."""
PUBLIC_TYPES = frozenset(
    "Decode DecodeUnion Dump Encode Guard Issue JsonObject JsonValue OneOf Parse ParseUnion"
    " UnknownJson Validate WithOptional Without".split()
)
"""Those that a module exports too, where it has them: for the types that clients infer."""
_RUNTIME_CLASSES = frozenset({"DecodeError", "EncodeError", "Unknown"})
_NAME = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
# What every object has without any member of its own.
_INHERITED = frozenset(
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor"
    " hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split()
)

LANGUAGE = Language(
    reserved=_GLOBALS | RUNTIME_TYPES | _RUNTIME_CLASSES,
    member_reserved=frozenset(),
    members_verbatim=True,
    derived=lambda _name: (),
)


def literal(value: JsonScalar) -> Code:
    """A scalar as prettier writes it; an integer that no number holds is a bigint."""
    match value:
        case str():
            return _string(value)
        case bool() | None:
            return json_literal(value)
        case int():
            return Code(f"{value}n" if abs(value) > MAX_SAFE else f"{value}")
        case float():
            if value.is_integer() and abs(value) <= MAX_SAFE:
                return Code(f"{int(value)}")
            return Code(re.sub("e[+]?(-?)0*", r"e\1", repr(value)))


def number_type(*, exact: bool) -> Code:
    """The type of numbers, where integers that none of them holds may be bigints."""
    return Code("number | bigint" if exact else "number")


def is_held(value: Json) -> TypeGuard[JsonScalar]:
    """Whether a value is a scalar that `===` compares as JSON does."""
    if isinstance(value, int):
        return abs(value) <= MAX_SAFE
    return value is None or isinstance(value, str | float)


def pattern(source: str) -> Code:
    """The text of an ECMA-262 expression as TypeScript's engine takes it."""
    return literal(patterns.typescript(source))


def json(value: Json) -> Code:
    """A JSON value as an expression."""
    match value:
        case list():
            return Code(f"[{Code(', ').join(map(json, value))}]")
        case dict():
            members = [Code(f"{property_key(name)}: {json(value[name])}") for name in value]
            return Code(f"{{ {Code(', ').join(members)} }}" if members else "{}")
        case _:
            return literal(value)


@cache
def _string(text: str) -> Code:
    quoted = json_literal(text)
    if text.count('"') <= text.count("'"):
        return quoted
    return Code("'" + quoted[1:-1].replace('\\"', '"').replace("'", "\\'") + "'")


@cache
def property_name(wire: str) -> Code:
    """A member's name in a type, quoted where it has to be."""
    return Code(wire) if _NAME.fullmatch(wire) else _string(wire)


def property_key(wire: str) -> Code:
    """A member's name in an object literal, where `__proto__` would set the prototype."""
    return Code('["__proto__"]') if wire == "__proto__" else property_name(wire)


def inherited(wire: str) -> bool:
    """Whether every object answers to this name, so that its own member has to be asked for."""
    return wire in _INHERITED


def member(value: Code, wire: str) -> Code:
    """The member of this name, for a name that objects don't inherit."""
    name = property_name(wire)
    return Code(f"{value}[{name}]" if name != wire else f"{value}.{name}")


def kebab(name: str) -> Code:
    """A module's name, which is in snake_case, as a file name and a subpath of the package."""
    return Code(identifier(name).replace("_", "-"))


def comment(text: str, indent: int = 0, *, deprecated: bool = False) -> Code:
    """A documentation comment whose lines are filled up to the width; no line break at its end."""
    lines = [line for part in typescript_comment(text).splitlines() for line in _fill(part, indent)]
    if deprecated:
        lines.append("@deprecated")
    margin = " " * indent
    if len(lines) == 1 and len(lines[0]) + indent + len("/**  */") <= WIDTH:
        return Code(f"{margin}/** {lines[0]} */")
    body = "".join(f"{margin} * {line}".rstrip() + "\n" for line in lines)
    return Code(f"{margin}/**\n{body}{margin} */")


def _fill(line: str, indent: int) -> list[str]:
    room = WIDTH - indent - len(" * ")
    if 0 < len(line) <= room:
        return [line]
    return textwrap.wrap(line, room, break_long_words=False, break_on_hyphens=False) or [""]


def doc_comment(doc: Doc, indent: int = 0) -> Code | None:
    """The documentation comment of a type or a member, if there is anything to say."""
    if doc.description is None and not doc.deprecated:
        return None
    return comment(doc.description or "", indent, deprecated=doc.deprecated)
