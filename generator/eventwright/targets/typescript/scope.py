"""What the writers of TypeScript know about the module that they write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from eventwright.code import Code
from eventwright.compiled import CompiledModule
from eventwright.errors import Location
from eventwright.model import (
    Alias,
    AnyJson,
    Array,
    Definition,
    Dictionary,
    Integer,
    Named,
    Nullable,
    Number,
    Record,
    Shape,
    Union,
    Variant,
)
from eventwright.naming import Names
from eventwright.targets.typescript.language import MAX_SAFE


@dataclass
class Imports:
    """The names that a module takes from the runtime, noted as they are used."""

    names: set[str] = field(default_factory=set)

    def use(self, name: str) -> Code:
        """A name of the runtime, from now on imported."""
        self.names.add(name)
        return Code(name)


@dataclass
class Scope:
    """One module: its names in TypeScript and what has to be known about its definitions."""

    module: CompiledModule
    names: Names
    exact: bool
    """Whether integers that no number holds are bigints."""
    imports: Imports = field(default_factory=Imports)

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The module's types, each after those that it holds where no cycle forbids."""
        return tuple(self.module.model.definitions.values())

    def definition(self, target: Location) -> Definition:
        """The type at this place of the schema."""
        return self.module.model.definitions[target]

    def type(self, target: Location) -> Code:
        """The name of a type."""
        return self.names.type(target)

    def input_type(self, target: Location) -> Code:
        """The name of the type that a value has before its defaults are applied."""
        return (
            self.related_type("", target, "Input")
            if target in self.differing
            else self.type(target)
        )

    def unknown_type(self, target: Location) -> Code:
        """The class of a union's values whose tag isn't known."""
        return self.related_type("Unknown", target)

    def related_type(self, before: str, target: Location, after: str = "") -> Code:
        """The name of a type that another one brings along."""
        return Code(before + self.type(target).rstrip("_") + after)

    def function(self, verb: str, target: Location) -> Code:
        """The name of a function about a type."""
        return Code(verb + self.type(target).rstrip("_"))

    def constant(self, target: Location, role: str) -> Code:
        """The name of a constant about a type."""
        return Code(self.names.camel(target) + role)

    def rule(self, target: Location) -> Code:
        """The name of a type's rule."""
        return self.constant(target, "Rule")

    def reader(self, target: Location) -> Code:
        """The function that makes a value of a checked one."""
        rebuilt = target in self.read_anew
        return self.function("read", target) if rebuilt else self.imports.use("asIs")

    def writer(self, target: Location) -> Code:
        """The function that makes a JSON value of a value."""
        rebuilt = target in self.written_anew
        return self.function("write", target) if rebuilt else self.imports.use("asIs")

    def wide(self, shape: Integer) -> bool:
        """Whether an integer is a bigint: some that its bounds admit fit no number."""
        bounds = (shape.minimum, shape.maximum)
        return self.exact and any(bound is None or abs(bound) > MAX_SAFE for bound in bounds)

    @cached_property
    def differing(self) -> frozenset[Location]:
        """The types that take another type before defaults are applied."""
        return self._closure(
            lambda shape: isinstance(shape, Integer) and self.wide(shape),
            lambda definition: (
                isinstance(definition, Record)
                and any(f.default is not None for f in definition.fields)
            ),
        )

    @cached_property
    def read_anew(self) -> frozenset[Location]:
        """The types whose values reading makes anew."""
        return self._closure(
            lambda shape: self.exact and isinstance(shape, Integer | Number),
            lambda definition: isinstance(definition, Record),
        )

    @cached_property
    def written_anew(self) -> frozenset[Location]:
        """The types whose values writing makes anew."""
        return self._closure(
            lambda _shape: False, lambda definition: isinstance(definition, Record | Union)
        )

    @cached_property
    def inexact(self) -> frozenset[Location]:
        """The types whose check may refuse a valid value, so that the rule has the last word."""
        return self._closure(
            lambda shape: (
                isinstance(shape, AnyJson) or (self.exact and isinstance(shape, Integer | Number))
            ),
            lambda _definition: False,
        )

    def _closure(
        self, of_shape: Callable[[Shape], bool], of_definition: Callable[[Definition], bool]
    ) -> frozenset[Location]:
        """The types that have a trait themselves or hold something that has it."""
        found: set[Location] = set()
        while True:
            more = {
                definition.location
                for definition in self.definitions
                if definition.location not in found
                and (
                    of_definition(definition)
                    or any(holds(shape, of_shape, found) for shape in shapes(definition))
                )
            }
            if not more:
                return frozenset(found)
            found |= more


def shapes(definition: Definition) -> tuple[Shape, ...]:
    """The shapes that a type is made of."""
    match definition:
        case Record(fields=fields, extra=extra):
            others = () if extra is None else (extra,)
            return (*(field.shape for field in fields), *others)
        case Union(variants=variants):
            return tuple(v.payload for v in variants if v.payload is not None)
        case Alias(shape=shape):
            return (shape,)
        case _:
            return ()


def payloads(union: Union) -> list[tuple[Variant, Shape]]:
    """The variants that have a payload, each with it."""
    return [(variant, variant.payload) for variant in union.variants if variant.payload is not None]


def holds(shape: Shape, trait: Callable[[Shape], bool], named: set[Location]) -> bool:
    """Whether a shape, or one inside it, has the trait or is one of the named types."""
    match shape:
        case Array(items=inner) | Dictionary(values=inner) | Nullable(inner=inner):
            return trait(shape) or holds(inner, trait, named)
        case Named(target=target):
            return target in named
        case _:
            return trait(shape)
