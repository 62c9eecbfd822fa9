"""The rules: the plan as expressions that find every issue, in the plan's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from eventwright.code import Code
from eventwright.errors import EventwrightError, Location, Problem
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
    JsonType,
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
from eventwright.targets.typescript.language import literal
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    Doc,
    Indent,
    call,
    enclosed,
    render,
)
from eventwright.targets.typescript.scope import Scope

_PLAIN: Sequence[tuple[tuple[Check, ...], str]] = (
    ((Type(("string",)),), "STRING"),
    ((Type(("boolean",)),), "BOOLEAN"),
    ((Type(("null",)),), "NULL"),
    ((Type(("number",)),), "NUMBER"),
    ((Type(("integer",)),), "INTEGER"),
    ((Type(("integer",)), Minimum(-(2**31)), Maximum(2**31 - 1)), "INT32"),
    ((Type(("integer",)), Minimum(-(2**63)), Maximum(2**63 - 1)), "INT64"),
    ((Type(("integer",)), Minimum(0), Maximum(2**32 - 1)), "UINT32"),
    ((Type(("integer",)), Minimum(0), Maximum(2**64 - 1)), "UINT64"),
    ((AnyJson(),), "ANY_JSON"),
)
"""The programs that the runtime has a name for."""

_END: Doc = (HARD_LINE, Code("}"))
_LIMITS: Mapping[type[Check], str] = MappingProxyType(
    {
        Minimum: "minimum",
        Maximum: "maximum",
        ExclusiveMinimum: "exclusiveMinimum",
        ExclusiveMaximum: "exclusiveMaximum",
        MinLength: "minLength",
        MaxLength: "maxLength",
        MinItems: "minItems",
        MaxItems: "maxItems",
    }
)


def functions(scope: Scope) -> Iterator[Code]:
    """The functions that make the rules; each is called when its rule is first asked for."""
    writer = _Writer(scope)
    for definition in scope.definitions:
        yield from writer.functions(definition.location)


class _Writer:
    """Writes the rules of one module."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def functions(self, target: Location) -> Iterator[Code]:
        """The function that makes a type's rule, and the one that lists a union's variants."""
        program = self._scope.module.plan.programs[target]
        variants = self._scope.constant(target, "Variants")
        listed = Code(f"{variants}()")
        match program.checks:
            case (Internal(tag=tag, branches=branches),):
                yield self._variants(variants, branches)
                yield self._function(target, self._call("internal", literal(tag), listed))
            case (External(branches=branches),):
                yield self._variants(variants, branches)
                yield self._function(target, self._call("external", listed))
            case _:
                yield self._function(target, self.rule(program))

    def _function(self, target: Location, rule: Doc) -> Code:
        head = Code(f"function {self._scope.rule(target)}(): {self._use('Rule')} {{")
        return render((head, Indent((HARD_LINE, Code("return "), rule, Code(";"))), _END))

    def _variants(self, name: Code, branches: Sequence[Branch]) -> Code:
        head = Code(f"function {name}(): {self._use('Variant')}[] {{")
        listed = enclosed("[", [self._branch(branch) for branch in branches], "]")
        return render((head, Indent((HARD_LINE, Code("return "), listed, Code(";"))), _END))

    def _branch(self, branch: Branch) -> Doc:
        payload = () if branch.program is None else (self.rule(branch.program),)
        return self._call("variant", literal(branch.tag), *payload)

    def rule(self, program: Program) -> Doc:
        """The rule of a program."""
        for checks, name in _PLAIN:
            if checks == program.checks:
                return self._use(name)
        match program.checks:
            case (Type(types=types), *rest):
                return self._typed(types, rest, program)
            case (check,):
                return self._check(check, program)
            case checks:
                return self._call("all", *(self._check(check, program) for check in checks))

    def _typed(self, types: tuple[JsonType, ...], rest: Sequence[Check], program: Program) -> Doc:
        match types, rest:
            case ("object",), [Members(members=members), *others]:
                inside = [*map(self._member, members), *(self._check(c, program) for c in others)]
                return self._call("record", *inside)
            case ("array",), [Items(program=items)]:
                return self._call("arrayOf", self.rule(items))
            case (kind,), _:
                wanted: Doc = literal(kind)
            case _:
                wanted = enclosed("[", [literal(kind) for kind in types], "]")
        return self._call("typed", wanted, *(self._check(check, program) for check in rest))

    def _member(self, member: Member) -> Doc:
        name = "required" if member.required else "optional"
        return self._call(name, literal(member.name), self.rule(member.program))

    def _check(self, check: Check, program: Program) -> Doc:
        match check:
            case AnyJson():
                return self._use("ANY_JSON")
            case Type(types=types):
                return self._typed(types, [], program)
            case Enum(values=values):
                return self._call("oneOf", *self._scalars(values, program))
            case Const(value=value):
                return self._call("constant", *self._scalars([value], program))
            case Format(name="date-time"):
                return self._use("DATE_TIME")
            case Items(program=inner):
                return self._call("items", self.rule(inner))
            case Members(members=members):
                return self._call("members", *map(self._member, members))
            case AdditionalMembers(known=known, program=inner_or_none):
                names = enclosed("[", [literal(name) for name in known], "]")
                rule = self._use("FORBIDDEN") if inner_or_none is None else self.rule(inner_or_none)
                return self._call("additional", names, rule)
            case Nullable(program=inner):
                return self._call("nullable", self.rule(inner))
            case Call(target=target):
                return self._call("ref", self._scope.rule(target))
            case Internal(tag=tag, branches=branches):
                variants = enclosed("[", [self._branch(branch) for branch in branches], "]")
                return self._call("internal", literal(tag), variants)
            case External(branches=branches):
                variants = enclosed("[", [self._branch(branch) for branch in branches], "]")
                return self._call("external", variants)
            case Format(name=name):
                raise ValueError(f"no rule for the format {name}")
            case _:
                return self._call(_LIMITS[type(check)], literal(check.limit))

    def _scalars(self, values: Sequence[object], program: Program) -> list[Doc]:
        scalars = [
            value for value in values if value is None or isinstance(value, str | int | float)
        ]
        if len(scalars) < len(values):
            raise EventwrightError(
                Problem(
                    program.location,
                    "a constant that is an array or an object is not supported yet",
                    "rewrite the schema without it",
                )
            )
        return [literal(value) for value in scalars]

    def _call(self, function: str, *arguments: Doc) -> Doc:
        return call(self._use(function), *arguments)

    def _use(self, name: str) -> Code:
        return self._scope.imports.use(name)
