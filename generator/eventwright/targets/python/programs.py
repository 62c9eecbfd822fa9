"""A program as an expression that makes its rule."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator

from eventwright import patterns
from eventwright.casing import snake
from eventwright.planning import plan
from eventwright.planning.plan import Check, Entry, Program
from eventwright.planning.usual import usual_rule
from eventwright.planning.walking import asks_of_rest
from eventwright.reading.jsontext import JsonType
from eventwright.rendering.code import python_literal
from eventwright.targets.python.members import Asked
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import format_rule, limit_name, literals, spelled, strings

_LIMITS: dict[type[Check], str] = {
    plan.MultipleOf: "multiple_of",
    plan.Minimum: "minimum",
    plan.Maximum: "maximum",
    plan.ExclusiveMinimum: "exclusive_minimum",
    plan.ExclusiveMaximum: "exclusive_maximum",
    plan.MinLength: "min_length",
    plan.MaxLength: "max_length",
    plan.MinItems: "min_items",
    plan.MaxItems: "max_items",
    plan.MinProperties: "min_properties",
    plan.MaxProperties: "max_properties",
}
# Python reads up to 200 parentheses inside each other; a level takes at most five of them.
_LEVELS = 30


class ProgramWriter:
    """Writes the rule of one definition, and notes which later ones it uses."""

    def __init__(self, scope: Scope, entry: Entry, apart: Iterable[Asked] = ()) -> None:
        """A writer of rules; those of the parts `apart` get names of their own."""
        self._scope = scope
        self._entry = entry
        self._level = 0
        self._apart: dict[int, str] = {}
        self.later: set[Entry] = set()
        self.parts: dict[str, str] = {}
        """The rules of parts that have a name of their own, or are nested too deep, in order."""
        for asked in apart:
            name, part = asked.rule(scope), asked.part
            if name in self.parts:
                continue  # several readers leave it to the same rule
            if isinstance(part, Program):
                self.parts[name] = self.rule(part)
            else:
                self.parts[name] = _every(list(self._check(part)))
            self._apart[id(part)] = name

    def rule(self, program: Program) -> str:
        """The expression that makes the rule of a program."""
        if id(program) in self._apart:
            return self._apart[id(program)]
        self._level += 1
        text = self._rule(program.checks)
        self._level -= 1
        if asks_of_rest(program):
            text = f"evaluated({text})"
        apart = self._level > 0 and self._level % _LEVELS == 0
        return self._part(program, text) if apart else text

    def _part(self, program: Program, text: str) -> str:
        """The name of a rule that is made before this one."""
        place = snake(program.location.pointer)
        name = f"{self._scope.rule(self._entry)}_{place}".upper()
        while name in self.parts:
            name += "_"
        self.parts[name] = text
        return name

    def _rule(self, checks: tuple[Check, ...]) -> str:
        usual = usual_rule(checks)
        if usual is not None:
            return usual
        match checks:
            case (
                plan.Type(types=("object",)),
                plan.AdditionalMembers(known=(), patterns=(), program=Program() as each),
            ):
                return f"mapping_of({self.rule(each)})"
            case (plan.Type(types=("object",)), plan.Members(members=members), *rest):
                return f"record({', '.join([*self._each(rest), self._members(members)])})"
            case (plan.Type(types=("array",)), plan.Items(start=0, program=items)):
                return f"array_of({self.rule(items)})"
            case (plan.Type(types=("string",)), plan.Enum(values=(str() as only,))):
                return f"word({python_literal(only)})"
            case (plan.Type(types=types), *rest):
                wanted = python_literal(types[0]) if len(types) == 1 else literals(types)
                return f"typed({', '.join([wanted, *self._each(rest)])})"
            case _:
                return _every(list(self._each(checks)))

    def _each(self, checks: Iterable[Check]) -> Iterator[str]:
        for check in checks:
            if id(check) in self._apart:
                yield self._apart[id(check)]
            else:
                yield from self._check(check)

    def _check(self, check: Check) -> Iterator[str]:
        match check:
            case plan.Never() | plan.AnyJson() | plan.Type():
                yield self._rule((check,))
            case plan.Enum() | plan.Const() | plan.Pattern() | plan.Format():
                yield _value(check)
            case plan.Nullable(program=program):
                yield f"nullable({self.rule(program)})"
            case plan.Call(entry=entry):
                yield self._call(entry)
            case plan.Internal() | plan.External() | plan.ByType():
                yield self._union(check)
            case plan.AllOf() | plan.AnyOf() | plan.OneOf() | plan.Not() | plan.Conditional():
                yield from self._logic(check)
            case (
                plan.UniqueItems()
                | plan.PrefixItems()
                | plan.Items()
                | plan.Contains()
                | plan.UnevaluatedItems()
            ):
                yield self._array(check)
            case (
                plan.Members()
                | plan.PropertyNames()
                | plan.PatternMembers()
                | plan.AdditionalMembers()
                | plan.DependentRequired()
                | plan.DependentSchemas()
                | plan.UnevaluatedMembers()
            ):
                yield from self._object(check)
            case plan.Double():
                yield "DOUBLE"
            case plan.MultipleOf(divisor=divisor):
                yield _limit(check, divisor)
            case _:
                yield _limit(check, check.limit)

    def _logic(
        self, check: plan.AllOf | plan.AnyOf | plan.OneOf | plan.Not | plan.Conditional
    ) -> Iterator[str]:
        match check:
            case plan.AllOf(programs=programs):
                yield from map(self.rule, programs)
            case plan.AnyOf(programs=programs):
                yield f"any_of({self._list(programs)})"
            case plan.OneOf(programs=programs):
                yield f"one_of({self._list(programs)})"
            case plan.Not(program=program):
                yield f"not_({self.rule(program)})"
            case plan.Conditional(condition=condition, then=then, otherwise=otherwise):
                chosen = [self.rule(p) if p else "ANYTHING" for p in (then, otherwise)]
                yield f"conditional({self.rule(condition)}, {', '.join(chosen)})"

    def _array(
        self,
        check: plan.UniqueItems
        | plan.PrefixItems
        | plan.Items
        | plan.Contains
        | plan.UnevaluatedItems,
    ) -> str:
        match check:
            case plan.UniqueItems():
                return "UNIQUE_ITEMS"
            case plan.PrefixItems(programs=programs):
                return f"prefix_items({self._list(programs)})"
            case plan.Items(program=program, start=start):
                return f"items({self.rule(program)}{f', {start}' if start else ''})"
            case plan.Contains(program=program, fewest=fewest, most=most, fewest_is_set=is_set):
                return f"contains({self.rule(program)}, {fewest}, {most}, fewest_is_set={is_set})"
            case plan.UnevaluatedItems(program=rest):
                return f"unevaluated_items({self._optional(rest)})"

    def _object(
        self,
        check: plan.Members
        | plan.PropertyNames
        | plan.PatternMembers
        | plan.AdditionalMembers
        | plan.DependentRequired
        | plan.DependentSchemas
        | plan.UnevaluatedMembers,
    ) -> Iterator[str]:
        match check:
            case plan.Members(members=members):
                yield f"members({self._members(members)})"
            case plan.PropertyNames(program=program):
                yield f"property_names({self.rule(program)})"
            case plan.PatternMembers(patterns=pairs):
                for source, program in pairs:
                    pattern = python_literal(patterns.python(source))
                    yield f"pattern_members({pattern}, {self.rule(program)})"
            case plan.AdditionalMembers(known=known, program=rest, patterns=sources):
                found = literals(map(patterns.python, sources))
                more = f", {found}" if sources else ""
                yield f"additional({literals(known)}, {self._optional(rest)}{more})"
            case plan.DependentRequired(dependencies=required):
                for name, others in required:
                    yield f"dependent_required({strings((name, *others))})"
            case plan.DependentSchemas(dependencies=schemas):
                for name, program in schemas:
                    yield f"dependent_schemas({python_literal(name)}, {self.rule(program)})"
            case plan.UnevaluatedMembers(program=rest):
                yield f"unevaluated_members({self._optional(rest)})"

    def _members(self, members: Iterable[plan.Member]) -> str:
        """The keyword arguments with the rules of members."""
        rules: dict[str, str] = {}
        for member in members:
            rule = self.rule(member.program)
            rules[member.name] = rule if member.required else f"optional({rule})"
        if all(map(_is_keyword_argument, rules)):
            return ", ".join(f"{name}={rule}" for name, rule in rules.items())
        pairs = (f"{python_literal(name)}: {rule}" for name, rule in rules.items())
        return f"**named({{{', '.join(pairs)}}})"

    def _union(self, check: plan.Internal | plan.External | plan.ByType) -> str:
        match check:
            case plan.Internal(tag=tag, branches=branches, missing=missing, unknown=unknown):
                pairs = ((b.tag, b.program) for b in branches if b.program is not None)
                chosen = ", ".join(f"{python_literal(t)}: {self.rule(p)}" for t, p in pairs)
                rest = {"missing": missing, "unknown": unknown}
                named = [f"{name}={self.rule(p)}" for name, p in rest.items() if p is not None]
                return f"internal({', '.join([literals(tag), f'{{{chosen}}}', *named])})"
            case plan.External(branches=branches, unknown=unknown):
                variants = (
                    f"({python_literal(b.tag)}, {self._optional(b.program)})" for b in branches
                )
                function = "external" if unknown is None else "open_external"
                return f"{function}({', '.join(variants)})"
            case plan.ByType(branches=kinds):
                groups = (f"({literals(_told(t))}, {self.rule(program)})" for t, program in kinds)
                return f"by_type({', '.join(groups)})"

    def _list(self, programs: Iterable[Program]) -> str:
        return ", ".join(map(self.rule, programs))

    def _optional(self, program: Program | None) -> str:
        return self.rule(program) if program is not None else "None"

    def _call(self, entry: Entry) -> str:
        name = self._scope.rule(entry)
        order = self._scope.entries
        if order[entry] < order[self._entry]:
            return name
        self.later.add(entry)
        return f"lazy(lambda: {name})"


def _is_keyword_argument(name: str) -> bool:
    """Whether Python takes a name for that of an argument, and as it is."""
    is_name = name.isascii() and name.isidentifier()
    return is_name and not keyword.iskeyword(name) and name != "__debug__"


def _every(rules: list[str]) -> str:
    return rules[0] if len(rules) == 1 else f"every({', '.join(rules)})"


def _told(types: tuple[JsonType, ...]) -> list[JsonType]:
    """The types of a group as its message tells them: every integer is a number."""
    return [kind for kind in types if kind != "integer" or "number" not in types]


def _value(check: plan.Enum | plan.Const | plan.Pattern | plan.Format) -> str:
    match check:
        case plan.Enum(values=values):
            arguments = [*map(python_literal, values), *spelled(list(values), keyword=True)]
            return f"enum({', '.join(arguments)})"
        case plan.Const(value=value):
            return f"const({', '.join([python_literal(value), *spelled(value, keyword=True)])})"
        case plan.Pattern(source=source, longest=longest):
            found = patterns.python(source)
            sources = strings([source] if found == source else [source, found])
            return f"pattern({sources}{'' if longest is None else f', longest={longest}'})"
        case plan.Format(name=name):
            return format_rule(name)


def _limit(check: Check, limit: float) -> str:
    arguments = [limit_name(limit), *spelled(limit)]
    return f"{_LIMITS[type(check)]}({', '.join(arguments)})"
