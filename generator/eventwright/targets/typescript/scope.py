"""What the writers of TypeScript know about the module that they write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from eventwright.casing import pascal
from eventwright.compiled import CompiledModule
from eventwright.errors import Location
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    AnyJson,
    Definition,
    Field,
    Integer,
    Internal,
    Literals,
    Named,
    Never,
    Null,
    Nullable,
    Number,
    Record,
    Shape,
    Union,
    Unknown,
    Variant,
)
from eventwright.modelling.walking import holders, holding
from eventwright.planning import plan
from eventwright.planning.plan import Entry
from eventwright.planning.walking import by_place, checks_inside
from eventwright.rendering.code import Code, identifier
from eventwright.rendering.naming import Names
from eventwright.targets.typescript.apart import Apart
from eventwright.targets.typescript.digits import Digits
from eventwright.targets.typescript.imports import Imports
from eventwright.targets.typescript.language import MAX_SAFE, inherited, literal, member


@dataclass
class Scope:
    """One module: its names in TypeScript and what has to be known about its definitions."""

    module: CompiledModule
    names: Names
    exact: bool
    """Whether integers that no number holds are bigints."""
    numbered: bool
    """Whether the package has tags that are integers."""
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
        name = before + self.type(target).rstrip("_") + after
        # The types of the schema go before.
        return Code(f"{name}_" if name in self.names.all_types else name)

    def function(self, verb: str, target: Location) -> Code:
        """The name of a function about a type."""
        return Code(verb + self.type(target).rstrip("_"))

    def validate(self, entry: Entry) -> Code:
        """The name of the function that lists the issues of a definition as it is reached."""
        bindings = "And".join(self._called(place) for _, place in entry.scope)
        suffix = f"With{bindings}" if bindings else ""
        return identifier(f"validate{self._called(entry.location)}{suffix}")

    def _called(self, place: Location) -> str:
        """The name of a type, or a name for a place that only dynamic references reach."""
        if place in self.names.types:
            return self.names.types[place].rstrip("_")
        return pascal(f"{PurePosixPath(place.file).stem}-{place.pointer}")

    def has_type(self, entry: Entry) -> bool:
        """Whether a program is that of a type, with functions of its own."""
        return not entry.scope and entry.location in self.names.types

    def order(self, pair: tuple[Entry, plan.Program]) -> tuple[int, Entry]:
        """Where a program stands among those of the module: with its definition."""
        entry, _ = pair
        return self._positions.get(entry.location, len(self._positions)), entry

    @cached_property
    def _positions(self) -> dict[Location, int]:
        return {place: at for at, place in enumerate(self.module.model.definitions)}

    def reader(self, target: Location) -> Code:
        """The function that makes a value of a checked one."""
        made = isinstance(self.definition(target), Record)
        return self.function("new" if made else "read", target)

    def is_constant(self, target: Location) -> bool:
        """Whether a type is a record whose every member has one value: it is made of nothing."""
        match self.definition(target):
            case Record(fields=fields, extra=None):
                return all(field.constant for field in fields)
            case _:
                return False

    def writer(self, target: Location) -> Code:
        """The function that makes a JSON value of a value."""
        apart = target in self.written_apart
        return self.function("write", target) if apart else self.reader(target)

    def check(self, target: Location) -> Code:
        """The function that tells whether a value is valid, but for some that the rule decides."""
        return self.function("check" if Entry(target) in self.digits.inexact else "is", target)

    def is_left_to_rule(self, target: Location) -> bool:
        """Whether only a type's rule may check it, which remembers what it was asked before."""
        return Entry(target) in self.module.plan.repeating

    def leads_back(self, check: plan.Check) -> bool:
        """Whether a check calls a type that leads back to itself."""
        calls = (inner for inner in checks_inside(check) if isinstance(inner, plan.Call))
        return any(call.entry in self.module.plan.circular for call in calls)

    def discriminated(self, union: Union, tag: tuple[str, ...]) -> bool:
        """Whether TypeScript tells the variants apart by a member that each has a constant in."""
        # By a member whose name is empty it narrows nothing.
        plain = len(tag) == 1 and tag != ("",) and not inherited(tag[0])
        return plain and all(self._has_constant(payload, tag) for _, payload in payloads(union))

    def _has_constant(self, payload: Shape, tag: tuple[str, ...]) -> bool:
        """Whether a variant has one of a few constants as its tag, or all of its variants do."""
        inside = self.definition(payload.target) if isinstance(payload, Named) else None
        if isinstance(inside, Union):
            # What keeps unknown tags says nothing of members that are no tags of its own.
            told = isinstance(inside.encoding, Internal) and not inside.is_open
            return (told or inside.encoding == Internal(tag)) and self.discriminated(inside, tag)
        field = self.field(payload, tag[0])
        return field is not None and isinstance(field.shape, Literals)

    def field(self, payload: Shape, wire: str) -> Field | None:
        """A member of a record that a shape names."""
        record = self.definition(payload.target) if isinstance(payload, Named) else None
        fields = record.fields if isinstance(record, Record) else ()
        return next((field for field in fields if field.wire == wire), None)

    def may_be_null(self, shape: Shape) -> bool:
        """Whether null is a value of a shape."""
        match shape:
            case Nullable() | AnyJson() | Null():
                return True
            case Literals(values=values):
                return None in values
            case Alternatives(branches=branches):
                return any(self.may_be_null(inner) for _, inner in branches)
            case Named(target=target):
                definition = self.definition(target)
                return isinstance(definition, Alias) and self.may_be_null(definition.shape)
            case _:
                return False

    def wide(self, shape: Integer | Number) -> bool:
        """Whether an integer is a bigint, or a number may be: some in its bounds fit no number."""
        if isinstance(shape, Number) and shape.is_double:
            return False
        bounds = (shape.minimum, shape.maximum)
        return self.exact and any(bound is None or abs(bound) > MAX_SAFE for bound in bounds)

    def is_settled(self, shape: Shape) -> bool:
        """Whether JSON has numbers and bigints for a value that is always one of both."""
        match shape:
            case Integer():
                return self.exact
            case Number():
                return self.exact and not self.wide(shape)
            case _:
                return False

    @cached_property
    def differing(self) -> frozenset[Location]:
        """The types that take another type before defaults are applied."""
        # The type of a record says nothing of its other members.
        told = [replace(d, extra=None) if isinstance(d, Record) else d for d in self.definitions]
        return holding(
            told,
            holders(told),
            lambda shape: isinstance(shape, Integer) and self.wide(shape),
            lambda definition: (
                definition.is_open
                if isinstance(definition, Union)
                else isinstance(definition, Record)
                and any(f.default is not None and not f.required for f in definition.fields)
            ),
        )

    @cached_property
    def read_anew(self) -> frozenset[Location]:
        """The types whose values reading makes anew."""
        return holding(
            self.definitions,
            self._holders,
            self.is_settled,
            lambda definition: (
                definition.is_open
                if isinstance(definition, Union)
                else isinstance(definition, Record)
            ),
        )

    @cached_property
    def written_apart(self) -> frozenset[Location]:
        """The types whose values are written otherwise than they are read."""
        return holding(
            self.definitions,
            self._holders,
            lambda _shape: False,
            lambda definition: (
                definition.is_open
                if isinstance(definition, Union)
                else isinstance(definition, Record)
                and any(f.omit_default and f.default is not None for f in definition.fields)
            ),
        )

    @cached_property
    def apart(self) -> Apart:
        """The checks that have rules of their own."""
        return Apart(self.module.plan, self.validate)

    @cached_property
    def digits(self) -> Digits:
        """Where numbers may be longer than what holds them."""
        return Digits(self.module.plan.programs, exact=self.exact)

    def program_at(self, place: Location) -> plan.Program | None:
        """The program of the schema at a place, wherever it stands."""
        return self._programs.get(place)

    @cached_property
    def _holders(self) -> Mapping[Location, Sequence[Location]]:
        return holders(self.definitions)

    @cached_property
    def _programs(self) -> dict[Location, plan.Program]:
        return by_place(self.module.plan)


def payloads(union: Union) -> list[tuple[Variant, Shape]]:
    """The variants that have a payload, each with it.

    Those that no value is are left out, and that which keeps values of unknown tags.
    """
    found = ((variant, variant.payload) for variant in union.variants)
    return [
        (variant, shape)
        for variant, shape in found
        if shape is not None and not isinstance(shape, Never | Unknown)
    ]


def member_of(value: Code, wire: str, scope: Scope) -> Code:
    """A member of an object that was read from JSON."""
    if inherited(wire):
        return Code(f"{scope.imports.use('own')}({value}, {literal(wire)})")
    return member(value, wire)
