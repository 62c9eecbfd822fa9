"""What the parts of the Python target share about the module that they render."""

from __future__ import annotations

from dataclasses import dataclass

from eventwright.compiled import CompiledModule
from eventwright.errors import Location
from eventwright.model import Alias, Definition, Enum, Field, Model, Named, Record, Variant
from eventwright.naming import Names, bind
from eventwright.plan import Plan
from eventwright.targets.python.language import language, wrapped_variants, wrapper


@dataclass(frozen=True, slots=True)
class Scope:
    """One module: its model, its plan, and the names of everything in it."""

    model: Model
    plan: Plan
    names: Names
    wrapped: frozenset[Location]
    """The externally tagged variants that have a class around their payload."""
    order: dict[Location, int]
    """Where each definition stands in the module."""

    def definition(self, shape: Named) -> Definition:
        """The definition that a shape refers to."""
        return self.model.definitions[shape.target]

    def type(self, target: Location) -> str:
        """The name of a type."""
        return self.names.type(target)

    def reader(self, target: Location) -> str:
        """The name of the function that reads a type."""
        return f"_read_{self.names.snake(target)}"

    def writer(self, target: Location) -> str:
        """The name of the function that writes a type."""
        return f"_write_{self.names.snake(target)}"

    def rule(self, target: Location) -> str:
        """The name of a type's rule."""
        return f"_{self.names.snake(target).upper()}"

    def table(self, target: Location) -> str:
        """The name of what a type's reader looks up: the enum's members, or the variants."""
        kind = "members" if isinstance(self.model.definitions[target], Enum) else "variants"
        return f"_{kind}_of_{self.names.snake(target)}"

    def codec(self, target: Location) -> str:
        """The name of the object whose methods are a type's functions."""
        return f"_codec_of_{self.names.snake(target)}"

    def member(self, field: Field) -> str:
        """The name of a field's member."""
        return self.names.members[field.location]

    def extra_member(self, record: Record) -> str:
        """The name of the member that holds additional members, none of the others' names."""
        name = "extra"
        while name in {self.member(field) for field in record.fields}:
            name += "_"
        return name

    def payload_record(self, variant: Variant) -> Record | None:
        """The record that is a variant's payload, through any aliases."""
        shape = variant.payload
        while isinstance(shape, Named):
            match self.definition(shape):
                case Record() as record:
                    return record
                case Alias(shape=inner):
                    shape = inner
                case _:
                    return None
        return None

    def variant_class(self, union: Location, variant: Variant) -> str:
        """The class that stands for a variant that has a payload."""
        record = self.payload_record(variant)
        if record is not None and variant.location not in self.wrapped:
            return self.type(record.location)
        return wrapper(self.type(union).rstrip("_"), variant)


def scope(module: CompiledModule) -> Scope:
    """Bind the names of a module.

    Raises:
        EventwrightError: Two places want one name.
    """
    model = module.model
    return Scope(
        model=model,
        plan=module.plan,
        names=bind(model, language(model)),
        wrapped=wrapped_variants(model),
        order={location: index for index, location in enumerate(model.definitions)},
    )
