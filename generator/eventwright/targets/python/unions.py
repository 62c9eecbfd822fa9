"""How a tagged union is read: by what its tag names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eventwright.modelling.model import Internal, Union, Variant
from eventwright.planning import plan
from eventwright.planning.plan import Program
from eventwright.rendering.code import Code, python_literal
from eventwright.targets.python.choices import in_place
from eventwright.targets.python.dispatch import dispatch
from eventwright.targets.python.reading import (
    NOT_AN_OBJECT,
    NoStraightLineError,
    expression,
    function,
)
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import literals, tuple_of


@dataclass(frozen=True, slots=True)
class Table:
    """The readers among which a reader chooses."""

    name: Code
    type: Code
    value: Code


@dataclass(frozen=True, slots=True)
class _Choice:
    """A variant, and what is asked of its payload; None for a bare string."""

    variant: Variant
    program: Program | None


def read_union(union: Union, asked: Program, own: Program, scope: Scope) -> tuple[list[str], Table]:
    """The body of a union's reader, and the table that it looks up.

    Args:
        union: The union.
        asked: What is left to ask of a value.
        own: All that the plan asks of it.
        scope: The module.

    Raises:
        NoStraightLineError: More is asked than to choose by the tag.
    """
    choices = list(_choices(union, asked))
    if isinstance(union.encoding, Internal):
        body = _internal(union, union.encoding, choices, own, scope)
    else:
        body = _external(union, scope)
    return body, _table(union, choices, scope)


def _choices(union: Union, asked: Program) -> Iterator[_Choice]:
    checks = asked.checks
    if isinstance(union.encoding, Internal) and checks[0] == plan.Type(("object",)):
        checks = checks[1:]
    branches: list[Program | None]
    match checks:
        case (plan.Internal(branches=found, missing=missing, unknown=unknown),):
            if unknown != missing and not _is_one_branch(missing):
                raise NoStraightLineError
            branches = [branch.program for branch in found]
            branches += [unknown] if unknown is not None else []
        case (plan.External(branches=found),):
            branches = [branch.program for branch in found]
        case _:
            raise NoStraightLineError
    if len(branches) != len(union.variants):
        raise NoStraightLineError
    return (_Choice(*pair) for pair in zip(union.variants, branches, strict=True))


def _is_one_branch(missing: Program | None) -> bool:
    """Whether at most one branch is for values without a tag."""
    match missing:
        case None:
            return True
        case Program(checks=(plan.OneOf(programs=(_,)) | plan.AnyOf(programs=(_,)),)):
            return True
        case _:
            return False


def _internal(
    union: Union, encoding: Internal, choices: list[_Choice], own: Program, scope: Scope
) -> list[str]:
    table = scope.table(union.location)
    lookup = dispatch(own.checks, encoding.tag)
    missing = lookup.missing if lookup else None
    untagged = [
        choice
        for choice in choices
        if choice.variant.tag is not None
        and missing is not None
        and in_place((plan.AllOf((missing,)),), choice.variant.location)
    ]
    other = next((choice for choice in choices if choice.variant.tag is None), None)
    if other is not None:
        return [
            *_tag(encoding.tag, required=False, default=None),
            f"read = {table}.get(tag) if type(tag) is str else None",
            f"return {_read(other, scope)} if read is None else read(value)",
        ]
    trial: list[str] = []
    if len(untagged) > 1:
        readers = tuple_of(_reader(choice, scope) for choice in untagged)
        trial = ["if tag is None:", f"    return first_of(value, {readers})"]
    default = untagged[0].variant.tag if len(untagged) == 1 else None
    if not untagged and len(encoding.tag) == 1:
        return [*NOT_AN_OBJECT, f"return {table}[value[{python_literal(encoding.tag[0])}]](value)"]
    return [
        *_tag(encoding.tag, required=not untagged, default=default),
        *trial,
        f"return {table}[tag](value)",
    ]


def _tag(path: tuple[str, ...], *, required: bool, default: str | None) -> list[str]:
    """The statements that find the tag, or what stands for it where it is missing."""
    filler = "" if default is None else f", {python_literal(default)}"
    if len(path) > 1:
        return [f"tag = tag_of(value, {literals(path)}{filler})"]
    name = python_literal(path[0])
    found = f"value[{name}]" if required else f"value.get({name}{filler})"
    return [*NOT_AN_OBJECT, f"tag = {found}"]


def _external(union: Union, scope: Scope) -> list[str]:
    bare = [variant.tag for variant in union.variants if variant.payload is None]
    strings = ["if type(value) is str:", f"    return one_value(value, {literals(bare)})"]
    return [
        *(strings if bare else []),
        "if type(value) is not dict or len(value) != 1:",
        "    raise InvalidError",
        "[tag] = value",
        f"return {scope.table(union.location)}[tag](value[tag])",
    ]


def _table(union: Union, choices: list[_Choice], scope: Scope) -> Table:
    pairs = [
        f"{python_literal(choice.variant.tag)}: {_entry(union, choice, scope)}"
        for choice in choices
        if choice.program is not None and choice.variant.tag is not None
    ]
    type_ = scope.type(union.location)
    return Table(
        Code(scope.table(union.location)),
        Code(f"Mapping[JsonValue, Callable[[{_taken(union)}], {type_}]]"),
        Code(f"{{{', '.join(pairs)}}}"),
    )


def _taken(union: Union) -> str:
    """What the readers of the variants take, as far as the union has looked at it."""
    match union.encoding:
        case Internal(tag=(_,)):
            return "JsonObject"
        case _:
            return "JsonValue"


def _entry(union: Union, choice: _Choice, scope: Scope) -> str:
    if choice.variant.location not in scope.wrapped:
        return _reader(choice, scope)
    name = scope.wrapper(union, choice.variant)
    return f"lambda payload: {name}(value={_read(choice, scope, 'payload')})"


def _reader(choice: _Choice, scope: Scope) -> str:
    """The function that reads a variant's payload."""
    if choice.variant.payload is None or choice.program is None:
        raise ValueError(f"a bare string has no reader: {choice.variant}")
    return function(choice.variant.payload, choice.program.checks, scope)


def _read(choice: _Choice, scope: Scope, source: str = "value") -> str:
    """The expression that reads a variant's payload."""
    if choice.variant.payload is None or choice.program is None:
        raise ValueError(f"a bare string has no payload: {choice.variant}")
    return expression(choice.variant.payload, choice.program.checks, source, scope)
