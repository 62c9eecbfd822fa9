"""The rules of a module: the plan, said with the combinators of the runtime."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventwright.frozen import frozen
from eventwright.planning.plan import Entry
from eventwright.rendering.code import Code
from eventwright.targets.python.members import Asked
from eventwright.targets.python.programs import ProgramWriter
from eventwright.targets.python.scope import Scope


@frozen
class Rule:
    """The rule of one type; one that is used before it is made says what it is."""

    name: Code
    annotation: Code
    value: Code


def rules(scope: Scope, left: Iterable[Asked]) -> Iterator[Rule]:
    """The rule of every type, and of types as dynamic anchors change them, in order.

    Args:
        scope: The module.
        left: The checks that readers leave to rules, so that each has one of its own.
    """
    apart: dict[Entry, list[Asked]] = {}
    for asked in left:
        apart.setdefault(asked.entry, []).append(asked)
    used_early: set[Entry] = set()
    made: list[tuple[Entry, str, dict[str, str]]] = []
    for entry in scope.entries:
        writer = ProgramWriter(scope, entry, apart.get(entry, []))
        value = writer.rule(scope.plan.programs[entry])
        if entry in scope.plan.circular:
            value = f"remembered({value})"
        made.append((entry, value, writer.parts))
        used_early |= writer.later
    for entry, value, parts in made:
        yield from (Rule(Code(name), Code(""), Code(part)) for name, part in parts.items())
        annotation = Code(": Rule" if entry in used_early else "")
        yield Rule(Code(scope.rule(entry)), annotation, Code(value))
