"""Why a value can't be written, and where: nothing of this is needed before one can't.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from ._issues import EncodeError, Issue, collected
from ._json import (
    TOO_DEEP,
    JsonValue,
    find_unwritable,
    has_surrogate,
    has_text,
    json_issues,
    parsed,
)

_T = TypeVar("_T")
_M = TypeVar("_M", str, int)


def why_unwritable(
    value: _T, write: Callable[[_T], str], encode: Callable[[_T], bytes], error: Exception
) -> Exception:
    """The error that tells best why a value can't be written.

    Args:
        value: The value.
        write: What writes it.
        encode: The function that was called with it; it knows of which type the value has to be.
        error: What Python says to it.
    """
    issues = _issues(value, write)
    # What is no JSON is best told by the type that it has to be of.
    if any(issue.message != "is not a JSON value" for issue in issues):
        return EncodeError(issues)
    types = get_type_hints(encode, vars(sys.modules[encode.__module__]))
    misfit = _misfit(value, types["value"], "", encode.__annotations__["value"])
    if misfit is not None:
        return TypeError(f"{misfit.path or 'the value'} has to be {misfit.asked}, not {misfit.is_}")
    if issues:
        return EncodeError(issues)
    if isinstance(error, KeyError) and isinstance(error.args[0], type):
        name = error.args[0].__name__
        return TypeError(f"{name} is derived from a class of the schema; only those are written")
    return error


@dataclass(frozen=True, slots=True)
class _Misfit:
    """A part of a value that is of another type than it has to be."""

    path: str
    """Where it is, as Python reaches it; empty for the value itself."""
    asked: str
    """What it has to be."""
    is_: str
    """What it is: the name of its class, and more where that is not what is wrong."""


def _misfit(value: object, type_: Any, path: str, asked: str) -> _Misfit | None:
    """The first part of a value, or the value itself, that is not of the type that it has to be."""
    alone = _Misfit(path, asked, type(value).__name__)
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Union or origin is UnionType:
        found = [_misfit(value, one, path, asked) for one in arguments]
        # What fits further than others is what the value is meant for.
        return None if None in found else max(filter(None, found), key=lambda m: len(m.path))
    if origin is tuple or origin is list:
        if not isinstance(value, tuple | list):
            return alone
        items = [*cast("Iterable[object]", value)]
        is_endless = origin is list or arguments[-1] is ...
        types = arguments[:1] * len(items) if is_endless else arguments
        if len(items) != len(types):
            return replace(alone, is_=f"{alone.is_} of length {len(items)}")
        parts = [
            _misfit(item, one, f"{path}[{index}]", f"an item of {asked}")
            for index, (item, one) in enumerate(zip(items, types, strict=True))
        ]
    elif origin is dict or origin is Mapping:
        if not isinstance(value, Mapping):
            return alone
        parts = [
            # Listed names may be given as plain strings.
            _misfit(name, str, f"{path}[{name!r}]", "named by str")
            or _misfit(member, arguments[1], f"{path}[{name!r}]", f"a member of {asked}")
            for name, member in cast("Mapping[object, object]", value).items()
        ]
    elif isinstance(type_, type) and is_dataclass(type_):
        if not isinstance(value, type_):
            return alone
        # Without the class's own names, among which a member's may be that of a type.
        members, whole = get_type_hints(type_, localns={}), path or type_.__name__
        parts = [
            _misfit(getattr(value, f.name), members[f.name], f"{whole}.{f.name}", str(f.type))
            for f in fields(type_)
        ]
    else:
        return None if _is_one(value, type_) else alone
    return next(filter(None, parts), None)


def _is_one(value: object, type_: Any) -> bool:
    """Whether a value, which has no parts, is of a type."""
    if get_origin(type_) is Literal:
        return any(isinstance(value, type(one)) for one in get_args(type_))
    if type_ is float:
        return isinstance(value, int | float)
    return not isinstance(type_, type) or isinstance(value, type_)


def _issues(value: _T, write: Callable[[_T], str]) -> list[Issue]:
    """What keeps a value from being written; it is told where that stands in the JSON value.

    Whatever has no text is marked by something that has one, and found again in what is written.
    Nothing is told of JSON that is of another type than what it stands for.
    """
    originals: dict[JsonValue, object] = {}
    try:
        written = parsed(write(_marked(value, originals)))
        whole = _restored(written, originals)
        return json_issues(whole) or collected(lambda found: find_unwritable(whole, "", found))
    except RecursionError:
        return [TOO_DEEP]
    except (TypeError, ValueError, LookupError, AttributeError):
        return []


def _marked(value: object, originals: dict[JsonValue, object]) -> Any:  # it is of the same type
    match value:
        case str() if has_surrogate(value):
            return _mark(value, f"{len(originals)}, which has no text", originals)
        case int() if not has_text(value):
            return _mark(int(value), 10**40 + len(originals), originals)
        case float() if not has_text(value):
            return _mark(float(value), 10**40 + len(originals), originals)
        case tuple() | list():
            items = cast("Iterable[object]", value)
            return [_marked(item, originals) for item in items]
        case Mapping():
            members = cast("Mapping[str, object]", value).items()
            return {
                _marked(name, originals): _marked(member, originals) for name, member in members
            }
        case _ if is_dataclass(value) and not isinstance(value, type):
            changes = {f.name: _marked(getattr(value, f.name), originals) for f in fields(value)}
            return replace(value, **changes)
        case None | str() | int() | float() | Enum():
            return value
        case _:
            return _mark(value, f"{len(originals)}, which is no JSON", originals)


def _mark(value: object, mark: _M, originals: dict[JsonValue, object]) -> _M:
    originals[mark] = value
    return mark


def _restored(value: JsonValue, originals: dict[JsonValue, object]) -> Any:  # may be no JSON
    """A value with the originals in the place of their marks."""
    if isinstance(value, dict):
        names = {name: originals.get(name, name) for name in value}
        return {str(names[name]): _restored(member, originals) for name, member in value.items()}
    if isinstance(value, list):
        return [_restored(item, originals) for item in value]
    return originals.get(value, value)
