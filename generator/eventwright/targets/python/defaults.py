"""The default values of members, as Python expressions."""

from __future__ import annotations

from eventwright.frozen import frozen
from eventwright.judging.defaults import alternative, takes
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    AnyJson,
    Array,
    Dictionary,
    Enum,
    Field,
    Integer,
    Literals,
    Named,
    Null,
    Nullable,
    Number,
    Open,
    Shape,
    Text,
    Tuple,
    Union,
)
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import same
from eventwright.rendering.code import python_literal
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import tuple_of


@frozen
class Expression:
    """A default value; one that is not `constant` has to be made anew for every object."""

    text: str
    constant: bool


def default(field: Field, scope: Scope) -> Expression | None:
    """What a member is when nobody says: its default, or what says that it is absent.

    None for a member that has to be given.
    """
    if field.default is not None:
        return _value(field.shape, field.default.value, scope)
    if field.required:
        return None
    return Expression("ABSENT" if _admits_null(field.shape, scope) else "None", constant=True)


def _admits_null(shape: Shape, scope: Scope) -> bool:
    """Whether null is a value, so that it can't stand for a member that is absent."""
    match shape:
        case Nullable() | Null() | AnyJson():
            return True
        case Literals(values=values):
            return None in values
        case Alternatives(branches=branches):
            return any(_admits_null(branch, scope) for _, branch in branches)
        case Named():
            definition = scope.definition(shape)
            return isinstance(definition, Alias) and _admits_null(definition.shape, scope)
        case _:
            return False


def constant(field: Field) -> str:
    """The one value of a constant field.

    Raises:
        ValueError: The field has another shape than that of one literal.
    """
    match field.shape:
        case Literals(values=(value,)):
            return python_literal(value)
        case _:
            raise ValueError(f"not a constant: {field}")


def _value(shape: Shape, value: Json, scope: Scope) -> Expression:
    match shape, value:
        case Nullable(), None:
            return Expression("None", constant=True)
        case Nullable(inner=inner), _:
            return _value(inner, value, scope)
        case Alternatives(), _:
            return _value(alternative(shape, value, scope.model, scope.plan), value, scope)
        case Integer(), float() if value.is_integer():
            return Expression(python_literal(int(value)), constant=True)
        case Number(), int() if not isinstance(value, bool):
            return Expression(python_literal(float(value)), constant=True)
        case Literals(values=values), _:
            (chosen,) = (literal for literal in values if same(literal, value))
            return Expression(python_literal(chosen), constant=True)
        case Open(known=known), _:
            is_known = takes(known, value, scope.model, scope.plan)
            return _value(known if is_known else Text(), value, scope)
        case Named(), _:
            return _named(shape, value, scope)
        case Array(items=items), list():
            parts = [_value(items, item, scope) for item in value]
            text = tuple_of(part.text for part in parts)
            return Expression(text, all(part.constant for part in parts))
        case Tuple(items=shapes), list():
            parts = [_value(inner, item, scope) for inner, item in zip(shapes, value, strict=True)]
            text = tuple_of(part.text for part in parts)
            return Expression(text, all(part.constant for part in parts))
        case Dictionary(values=values, names=names), dict():
            made = {
                _value(names or Text(), key, scope).text: _value(values, item, scope)
                for key, item in value.items()
            }
            text = ", ".join(f"{key}: {part.text}" for key, part in made.items())
            # Where the whole may be None as well, mypy takes listed names for any strings.
            typed = f"dict[Any, Any]({{{text}}})" if isinstance(names, Literals) else f"{{{text}}}"
            return Expression(typed, constant=False)
        case _, list() | dict():
            return Expression(f"closely(any_json, {python_literal(value)})", constant=False)
        case _:
            return Expression(python_literal(value), constant=True)


def _named(shape: Named, value: Json, scope: Scope) -> Expression:
    match scope.definition(shape):
        case Alias(shape=inner):
            return _value(inner, value, scope)
        case Enum(values=members):
            (chosen,) = (member for member in members if member.value == value)
            name = scope.names.members[chosen.location]
            return Expression(f"{scope.type(shape.target)}.{name}", constant=True)
        case Union() if isinstance(value, str):
            return Expression(python_literal(value), constant=True)
        case _:
            reader = scope.reader(shape.target)
            return Expression(f"closely({reader}, {python_literal(value)})", constant=False)
