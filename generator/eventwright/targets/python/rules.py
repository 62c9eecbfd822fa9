"""The rules of a module: the plan, said with the combinators of the runtime."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eventwright.code import Code, python_literal
from eventwright.errors import Location
from eventwright.plan import (
    AdditionalMembers,
    AnyJson,
    Branch,
    Call,
    Check,
    Const,
    Enum,
    ExclusiveMaximum,
    ExclusiveMinimum,
    External,
    Format,
    Internal,
    Items,
    Maximum,
    MaxItems,
    MaxLength,
    Member,
    Members,
    Minimum,
    MinItems,
    MinLength,
    Nullable,
    Program,
    Type,
)
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import limit_name, literals

FORMATS = {"date-time": "DATE_TIME"}
_LIMITS: dict[type[Check], str] = {
    Minimum: "minimum",
    Maximum: "maximum",
    ExclusiveMinimum: "exclusive_minimum",
    ExclusiveMaximum: "exclusive_maximum",
    MinLength: "min_length",
    MaxLength: "max_length",
    MinItems: "min_items",
    MaxItems: "max_items",
}
_USUAL: tuple[tuple[tuple[Check, ...], str], ...] = (
    ((AnyJson(),), "ANY_JSON"),
    ((Type(("null",)),), "NULL"),
    ((Type(("boolean",)),), "BOOLEAN"),
    ((Type(("string",)),), "STRING"),
    ((Type(("number",)),), "NUMBER"),
    ((Type(("integer",)),), "INTEGER"),
    ((Type(("integer",)), Minimum(-(2**31)), Maximum(2**31 - 1)), "INT32"),
    ((Type(("integer",)), Minimum(-(2**63)), Maximum(2**63 - 1)), "INT64"),
    ((Type(("integer",)), Minimum(0), Maximum(2**32 - 1)), "UINT32"),
    ((Type(("integer",)), Minimum(0), Maximum(2**64 - 1)), "UINT64"),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule of one type; one that is used before it is made says what it is."""

    name: Code
    annotation: Code
    value: Code


def rules(scope: Scope) -> Iterator[Rule]:
    """The rule of every type, in the module's order."""
    used_early: set[Location] = set()
    made: list[tuple[Location, str]] = []
    for location in scope.model.definitions:
        writer = _Writer(scope, location)
        made.append((location, writer.rule(scope.plan.programs[location])))
        used_early |= writer.later
    for location, value in made:
        annotation = Code(": Rule" if location in used_early else "")
        yield Rule(Code(scope.rule(location)), annotation, Code(value))


class _Writer:
    """Writes the rule of one definition, and notes which later ones it uses."""

    def __init__(self, scope: Scope, location: Location) -> None:
        self._scope = scope
        self._location = location
        self.later: set[Location] = set()

    def rule(self, program: Program) -> str:
        """The expression that makes the rule of a program."""
        checks = program.checks
        for usual, name in _USUAL:
            if usual == checks:
                return name
        match checks:
            case (Type(types=("object",)), AdditionalMembers(known=(), program=Program() as each)):
                return f"mapping_of({self.rule(each)})"
            case (Type(types=("object",)), *rest):
                return f"record({self._rules(rest)})"
            case (Type(types=("array",)), Items(program=items)):
                return f"array_of({self.rule(items)})"
            case (Type(types=types), *rest):
                wanted = ", ".join(map(python_literal, types))
                wanted = wanted if len(types) == 1 else f"({wanted})"
                return f"typed({', '.join([wanted, *self._each(rest)])})"
            case _:
                rules = list(self._each(checks))
                return rules[0] if len(rules) == 1 else f"every({', '.join(rules)})"

    def _rules(self, checks: Iterable[Check]) -> str:
        return ", ".join(self._each(checks))

    def _each(self, checks: Iterable[Check]) -> Iterator[str]:
        for check in checks:
            yield from self._check(check)

    def _check(self, check: Check) -> Iterator[str]:
        match check:
            case AnyJson():
                yield "ANY_JSON"
            case Type():
                yield self.rule(Program(self._location, (check,)))
            case Enum(values=values):
                yield f"enum({', '.join(map(python_literal, values))})"
            case Const(value=value):
                yield f"const({python_literal(value)})"
            case Format(name=name):
                yield FORMATS[name]
            case Items(program=program):
                yield f"items({self.rule(program)})"
            case Members(members=members):
                yield from map(self._member, members)
            case AdditionalMembers(known=known, program=program):
                names = literals(known)
                yield f"additional({names}, {self.rule(program) if program else None})"
            case Nullable(program=program):
                yield f"nullable({self.rule(program)})"
            case Call(target=target):
                yield self._call(target)
            case Internal(tag=tag, branches=branches):
                yield f"internal({python_literal(tag)}, {{{self._branches(branches)}}})"
            case External(branches=branches):
                yield f"external({', '.join(map(self._variant, branches))})"
            case _:
                yield f"{_LIMITS[type(check)]}({limit_name(check.limit)})"

    def _member(self, member: Member) -> str:
        kind = "required" if member.required else "optional"
        return f"{kind}({python_literal(member.name)}, {self.rule(member.program)})"

    def _branches(self, branches: Iterable[Branch]) -> str:
        return ", ".join(
            f"{python_literal(branch.tag)}: {self.rule(branch.program)}"
            for branch in branches
            if branch.program is not None
        )

    def _variant(self, branch: Branch) -> str:
        rule = self.rule(branch.program) if branch.program else None
        return f"({python_literal(branch.tag)}, {rule})"

    def _call(self, target: Location) -> str:
        name = self._scope.rule(target)
        if self._scope.order[target] < self._scope.order[self._location]:
            return name
        self.later.add(target)
        return f"lazy(lambda: {name})"
