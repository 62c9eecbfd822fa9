"""The rules: the plan as expressions that find every issue, in the plan's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from eventwright.planning import plan
from eventwright.planning.plan import Check, Program
from eventwright.planning.usual import usual_rule
from eventwright.planning.walking import asks_of_rest
from eventwright.reading.jsontext import Json, JsonType
from eventwright.reading.jsonvalues import TagValue
from eventwright.rendering.code import Code
from eventwright.targets.typescript.language import json, literal, pattern
from eventwright.targets.typescript.layout import (
    Arrow,
    Doc,
    call,
    enclosed,
    hugging,
)
from eventwright.targets.typescript.named import is_listed, named
from eventwright.targets.typescript.scope import Scope

BARE = Code("null")
"""Stands for the rule of a variant that is a bare string."""
_LIMITS: Mapping[type[Check], str] = MappingProxyType(
    {
        plan.Minimum: "minimum",
        plan.Maximum: "maximum",
        plan.ExclusiveMinimum: "exclusiveMinimum",
        plan.ExclusiveMaximum: "exclusiveMaximum",
        plan.MinLength: "minLength",
        plan.MaxLength: "maxLength",
        plan.MinItems: "minItems",
        plan.MaxItems: "maxItems",
        plan.MinProperties: "minProperties",
        plan.MaxProperties: "maxProperties",
    }
)


def validator(rule: Doc, scope: Scope, note: str = "") -> Doc:
    """The call that makes a `validate` of a rule, which is made when it is first asked for."""
    return call(Code(note + scope.imports.use("validator")), Arrow(Code(""), rule))


def rule_of(program: Program, scope: Scope) -> Doc:
    """The rule of a program that is no definition's."""
    return RuleWriter(scope).rule(program)


class RuleWriter:
    """Writes the rules of one module."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def _variants(self, check: plan.Internal | plan.External) -> Doc:
        branches: tuple[plan.Branch[TagValue], ...] = check.branches
        return named([(branch.tag, self._variant(branch.program)) for branch in branches])

    def _variant(self, program: Program | None) -> Doc:
        """The validator of a variant: that of a definition, where that is all."""
        match program:
            case None:
                return BARE
            case Program(checks=(plan.Call(entry=entry),)):
                return self._scope.validate(entry)
            case _:
                return validator(self.rule(program), self._scope)

    def rule(self, program: Program) -> Doc:
        """The rule of a program."""
        rule = self._all(program.checks)
        return self._call("evaluated", rule) if asks_of_rest(program) else rule

    def _all(self, checks: tuple[Check, ...]) -> Doc:
        plain = usual_rule(checks)
        if plain is not None:
            return self._use(plain)
        match checks:
            case (plan.Type(types=("object",)), plan.Members() as known, *rest):
                return self._listing("record", self._members(known), *self._each(rest))
            case (plan.Type(types=("array",)), plan.Items(program=items, start=0)):
                return self._call("arrayOf", self.rule(items))
            case (plan.Type(types=("string",)), plan.Enum(values=values)) if _are_strings(values):
                return self._call("strings", *map(json, values))
            case (plan.Type(types=types), *rest):
                wanted = literal(types[0]) if len(types) == 1 else names(types)
                return self._call("typed", wanted, *self._each(rest))
        return self._every(list(self._each(checks)))

    def _every(self, rules: Sequence[Doc]) -> Doc:
        return rules[0] if len(rules) == 1 else self._call("all", *rules)

    def alone(self, check: Check) -> Doc:
        """The rule of one check."""
        return self._every(list(self._check(check)))

    def _each(self, checks: Sequence[Check]) -> Iterator[Doc]:
        for check in checks:
            apart = self._scope.apart.name(check)
            if apart is None:
                yield from self._check(check)
            else:
                yield self._call("ref", apart)

    def _check(self, check: Check) -> Iterator[Doc]:
        match check:
            case plan.Never() | plan.AnyJson() | plan.Type() | plan.UniqueItems():
                yield self._all((check,))
            case plan.Enum(values=values):
                yield self._call("among", *map(json, values))
            case plan.Const(value=value):
                yield self._call("constant", json(value))
            case plan.MultipleOf(divisor=divisor):
                yield self._call("multipleOf", literal(divisor))
            case plan.Pattern(source=source, longest=longest):
                most = [] if longest is None else [literal(longest)]
                yield self._call("pattern", literal(source), self._expression(source), *most)
            case plan.Double():
                yield self._scope.imports.use("DOUBLE")
            case plan.Format(name=name):
                yield self._call("format", literal(name), self._scope.imports.format(name))
            case plan.Nullable(program=program):
                yield self._call("nullable", self.rule(program))
            case plan.Call(entry=entry):
                yield self._call("ref", self._scope.validate(entry))
            case plan.Internal() | plan.External() | plan.ByType():
                yield self._union(check)
            case plan.PrefixItems() | plan.Items() | plan.Contains() | plan.UnevaluatedItems():
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
            case plan.AllOf() | plan.AnyOf() | plan.OneOf() | plan.Not() | plan.Conditional():
                yield from self._logic(check)
            case _:
                yield self._call(_LIMITS[type(check)], literal(check.limit))

    def _logic(
        self, check: plan.AllOf | plan.AnyOf | plan.OneOf | plan.Not | plan.Conditional
    ) -> Iterator[Doc]:
        match check:
            case plan.AllOf(programs=programs):
                yield from map(self.rule, programs)
            case plan.AnyOf(programs=programs):
                yield self._call("anyOf", *map(self.rule, programs))
            case plan.OneOf(programs=programs):
                yield self._call("oneOf", *map(self.rule, programs))
            case plan.Not(program=program):
                yield self._call("not", self.rule(program))
            case plan.Conditional(condition=condition, then=then, otherwise=otherwise):
                chosen = [self._or(rule, "ANYTHING") for rule in (then, otherwise)]
                yield self._call("conditional", self.rule(condition), *chosen)

    def _array(
        self, check: plan.PrefixItems | plan.Items | plan.Contains | plan.UnevaluatedItems
    ) -> Doc:
        match check:
            case plan.PrefixItems(programs=programs):
                return self._call("prefixItems", *map(self.rule, programs))
            case plan.Items(program=program, start=start):
                more = [literal(start)] if start else []
                return self._call("items", self.rule(program), *more)
            case plan.Contains(program=program, fewest=fewest, most=most, fewest_is_set=is_set):
                limits = [literal(fewest) if is_set else Code("undefined")]
                limits += [] if most is None else [literal(most)]
                limits = limits if is_set or most is not None else []
                return self._call("contains", self.rule(program), *limits)
            case plan.UnevaluatedItems(program=rest):
                return self._call("unevaluatedItems", self._or(rest, "UNEVALUATED_ITEM"))

    def _object(
        self,
        check: plan.Members
        | plan.PropertyNames
        | plan.PatternMembers
        | plan.AdditionalMembers
        | plan.DependentRequired
        | plan.DependentSchemas
        | plan.UnevaluatedMembers,
    ) -> Iterator[Doc]:
        match check:
            case plan.Members():
                yield self._listing("members", self._members(check))
            case plan.PropertyNames(program=program):
                yield self._call("propertyNames", self.rule(program))
            case plan.PatternMembers(patterns=pairs):
                for source, program in pairs:
                    expression = self._expression(source)
                    yield self._call("patternMembers", expression, self.rule(program))
            case plan.AdditionalMembers(known=known, program=rest, patterns=sources):
                found = [names(known), self._or(rest, "FORBIDDEN")]
                yield self._call("additional", *found, *map(self._expression, sources))
            case plan.DependentRequired(dependencies=required):
                for name, others in required:
                    yield self._call("dependentRequired", *map(literal, (name, *others)))
            case plan.DependentSchemas(dependencies=schemas):
                for name, program in schemas:
                    yield self._call("dependentSchemas", literal(name), self.rule(program))
            case plan.UnevaluatedMembers(program=rest):
                yield self._call("unevaluatedMembers", self._or(rest, "UNEVALUATED_MEMBER"))

    def _members(self, check: plan.Members) -> Doc:
        return named([(member.name, self._member(member)) for member in check.members])

    def _member(self, member: plan.Member) -> Doc:
        rule = self.rule(member.program)
        return rule if member.required else self._call("optional", rule)

    def _union(self, check: plan.Internal | plan.External | plan.ByType) -> Doc:
        if isinstance(check, plan.ByType):
            groups = [(_told(types), self.rule(program)) for types, program in check.branches]
            return self._call("byType", *(enclosed("[", group, "]") for group in groups))
        variants = self._variants(check)
        if isinstance(check, plan.External):
            known_only = check.unknown is None
            return self._listing("external" if known_only else "openExternal", variants)
        tag = literal(check.tag[0]) if len(check.tag) == 1 else names(check.tag)
        others: list[Doc] = []
        if check.missing is not None or check.unknown is not None:
            others.append(self._or(check.missing, None))
        if check.unknown is not None:
            others.append(self.rule(check.unknown))
        # Of two lists the last one has no place of its own.
        are_lists = len(check.tag) > 1 and is_listed([branch.tag for branch in check.branches])
        if not others and not are_lists:
            return hugging(self._use("internal"), tag, variants)
        return self._call("internal", tag, variants, *others)

    def _or(self, program: Program | None, name: str | None) -> Doc:
        if program is not None:
            return self.rule(program)
        return Code("undefined") if name is None else self._use(name)

    def _expression(self, source: str) -> Doc:
        return call(Code("new RegExp"), pattern(source), Code('"u"'))

    def _call(self, function: str, *arguments: Doc) -> Doc:
        return call(self._use(function), *arguments)

    def _listing(self, function: str, first: Doc, *others: Doc) -> Doc:
        """The call of a function whose first argument is a list or an object."""
        called = self._use(function)
        return call(called, first, *others) if others else hugging(called, first)

    def _use(self, name: str) -> Code:
        return self._scope.imports.use(name)


def names(listed: Sequence[str]) -> Doc:
    """A list of names."""
    return enclosed("[", [literal(name) for name in listed], "]")


def _are_strings(values: Sequence[Json]) -> bool:
    return all(isinstance(value, str) for value in values)


def _told(types: Sequence[JsonType]) -> Doc:
    """The types of a group as its message tells them: every integer is a number."""
    return names([kind for kind in types if kind != "integer" or "number" not in types])
