"""Payloads that stand in classes of their own and are told by their class how they are written.

Type checkers know what a function takes, and nothing of a lambda in a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.casing import snake
from eventwright.modelling.model import Alternatives, Definition, Shape, Union
from eventwright.modelling.walking import inside
from eventwright.rendering.code import Code
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.writing import writing


def told_payloads(definition: Definition, scope: Scope) -> Iterator[tuple[Code, str]]:
    """The classes around such payloads of a union, each with what writes one of its values."""
    for variant in definition.variants if isinstance(definition, Union) else ():
        payload = variant.payload
        if variant.location in scope.wrapped and payload is not None and is_told(payload):
            yield scope.wrapped[variant.location], writing(payload, "value.value", scope)


def payload_writer(class_: Code) -> Code:
    """The name of the function that writes the payload in a class."""
    return Code(f"_payload_of_{snake(class_)}")


def is_told(shape: Shape) -> bool:
    """Whether the values of a shape are told by their classes, or parts of them are."""
    return isinstance(shape, Alternatives) or any(map(is_told, inside(shape)))
