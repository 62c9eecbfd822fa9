"""Texts with values in them: f-strings, as lines can hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from eventwright.rendering.code import python_format, python_literal

_WIDEST = 84
"""The longest f-string that fits into a line of a function, indented twice."""


@dataclass(frozen=True, slots=True)
class Hole:
    """What stands in the braces of an f-string."""

    expression: str


Group: TypeAlias = list[str | Hole]
"""What stands together in a text, such as the name of a member and its value."""


def assembled(groups: Iterable[Group]) -> str:
    """An expression for a text: f-strings and literals beside each other, as lines can hold them.

    What no line can hold in the braces of an f-string is added to the text.
    """
    operands: list[str] = []
    strings: list[str] = []
    for part in (part for group in _joined(groups) for part in _fitting(group)):
        hole = next((each for each in part if isinstance(each, Hole)), None)
        if hole is None:
            strings.append(python_literal("".join(map(str, part))))
        elif _fits(part):
            strings.append(f"f'{''.join(map(_formatted, part))}'")
        else:
            after = "".join(str(each) for each in part[1:])
            is_conditional = " if " in hole.expression
            added = f"({hole.expression})" if is_conditional else hole.expression
            operands += [" ".join(strings), added]
            strings = [python_literal(after)] if after else []
    operands += [" ".join(strings)] if strings else []
    return f"({' + '.join(operands)})"


def _fitting(group: Group) -> Iterator[Group]:
    """A group in parts that lines can hold, if possible: what stands before a hole is one."""
    match group:
        case [str() as text, Hole() as hole, *rest] if not _fits(group):
            yield [text]
            yield [hole, *rest]
        case _:
            yield group


def _fits(part: Group) -> bool:
    """Whether a line can hold an f-string; an integer that formats itself can't do without."""
    text = "".join(map(_formatted, part))
    return len(text) <= _WIDEST or ":d" in text


def _joined(groups: Iterable[Group]) -> Iterator[Group]:
    """The same groups, but those without a hole stand before the next one."""
    before = ""
    for group in groups:
        match group:
            case [str() as text]:
                before += text
            case [str() as text, *rest]:
                yield [before + text, *rest]
                before = ""
            case _:
                yield group
    if before:
        yield [before]


def _formatted(part: str | Hole) -> str:
    """A part as it stands in an f-string."""
    return f"{{{part.expression}}}" if isinstance(part, Hole) else python_format(part)
