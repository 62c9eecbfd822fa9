"""Texts with values in them: f-strings, as lines can hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from eventwright.frozen import frozen
from eventwright.rendering.code import python_format, python_literal

_WIDEST = 84
"""The longest f-string that fits into a line of a function, indented twice."""


@frozen
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
    return _is_short(part) or ":d" in "".join(map(_formatted, part))


def _is_short(part: Group) -> bool:
    return len("".join(map(_formatted, part))) <= _WIDEST


def _joined(groups: Iterable[Group]) -> list[Group]:
    """The same groups, but text alone stands before the next one, and holes behind the last one."""
    joined: list[Group] = []
    before = ""
    for group in groups:
        match group:
            case [str() as text]:
                before += text
            case [str() as text, *rest]:
                joined.append([before + text, *rest])
                before = ""
            case _ if joined and not before and _is_short([*joined[-1], *group]):
                joined[-1] = [*joined[-1], *group]
            case _:
                joined.append([before, *group] if before else group)
                before = ""
    if before:
        joined.append([before])
    return joined


def _formatted(part: str | Hole) -> str:
    """A part as it stands in an f-string."""
    return f"{{{part.expression}}}" if isinstance(part, Hole) else python_format(part)
