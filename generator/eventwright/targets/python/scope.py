"""What the parts of the Python target share about the module that they render."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventwright.casing import snake
from eventwright.compiled import CompiledModule
from eventwright.errors import EventwrightError, Location, Problem
from eventwright.frozen import frozen
from eventwright.modelling.model import (
    Definition,
    Enum,
    Field,
    Model,
    Named,
    Open,
    Record,
    Shape,
    Union,
)
from eventwright.modelling.walking import all_shapes
from eventwright.planning.plan import Entry, Plan, Program
from eventwright.planning.walking import by_place
from eventwright.rendering.code import Code, identifier
from eventwright.rendering.naming import Names, bind, collision
from eventwright.targets.python.dispatch import dispatched_tags
from eventwright.targets.python.language import free, language, wrapped_variants, wrappers


@frozen
class Scope:
    """One module: its model, its plan, and the names of everything in it."""

    model: Model
    plan: Plan
    names: Names
    wrapped: Mapping[Location, Code]
    """The classes around the payloads of externally tagged variants, where they have one."""
    order: dict[Location, int]
    """Where each definition stands in the module."""
    dynamic: frozenset[Location]
    """The definitions that dynamic anchors change; their readers leave it to rules to judge."""
    dispatched: dict[Location, str]
    """The records whose readers leave it to the union to look at the tag; with the tag's member."""
    entries: dict[Entry, int]
    """Where the rule of each definition stands, as it is reached."""
    programs: Mapping[Location, Program]
    """The programs of what is inside of definitions, by the places of their schemas."""
    open_enums: frozenset[Location]
    """The enums beside whose members a value may be any other string."""
    numbered: bool
    """Whether the package has tags that are integers."""
    agreed: bool = False
    """Whether a value's rule was asked before it is read, so that the shape alone is left."""

    def definition(self, shape: Named) -> Definition:
        """The definition that a shape refers to."""
        return self.model.definitions[shape.target]

    def type(self, target: Location) -> str:
        """The name of a type."""
        return self.names.type(target)

    def reader(self, target: Location) -> str:
        """The name of the function that reads a type."""
        return f"_read_{self.names.snake(target)}"

    def word_reader(self, target: Location) -> str:
        """The name of the function that reads a string which an enum may not know."""
        return f"_word_of_{self.names.snake(target)}"

    def writer(self, target: Location) -> str:
        """The name of the function that writes a type."""
        if isinstance(self.model.definitions[target], Enum):
            return "quoted"
        return f"_write_{self.names.snake(target)}"

    def rule(self, entry: Entry) -> str:
        """The name of a type's rule; what dynamic anchors are bound to follows the type."""
        bound = "".join(f"_WITH_{snake(name)}_{self._place(place)}" for name, place in entry.scope)
        return f"_{self._place(entry.location)}{bound}".upper()

    def _place(self, place: Location) -> str:
        """What a place is called in the name of a rule."""
        named = place in self.names.types
        return self.names.snake(place) if named else snake(f"{place.file}{place.pointer}")

    def reads_once(self, entry: Entry, *, asks_rules: bool) -> bool:
        """Whether the reader of a type may be asked, or ask rules, about one value again."""
        return entry in self.plan.repeating or (asks_rules and entry in self.plan.circular)

    def table(self, target: Location) -> str:
        """The name of what a union's reader looks up: the readers of the variants by their tags."""
        return f"_variants_of_{self.names.snake(target)}"

    def writers(self, target: Location) -> str:
        """The name of what a union's writer looks up: the writers of values by their classes."""
        return f"_writers_of_{self.names.snake(target)}"

    def is_later_union(self, shape: Shape, union: Union) -> bool:
        """Whether a shape is a union that is made no earlier than another one."""
        return (
            isinstance(shape, Named)
            and isinstance(self.definition(shape), Union)
            and self.order[shape.target] >= self.order[union.location]
        )

    def member(self, field: Field) -> str:
        """The name of a field's member."""
        return self.names.members[field.location]

    def extra_member(self, record: Record) -> str:
        """The name of the member that holds additional members, none of the others' names."""
        name = "extra"
        while name in {self.member(field) for field in record.fields}:
            name += "_"
        return name

    def wrapped_payloads(self, definition: Definition) -> list[Shape]:
        """The payloads of a union's variants that have a class around them."""
        variants = definition.variants if isinstance(definition, Union) else ()
        return [v.payload for v in variants if v.payload and v.location in self.wrapped]

    def unknown(self, union: Location) -> str:
        """The class of the values of a union whose tag is not known."""
        name = f"Unknown{self.type(union).rstrip('_')}"
        return free(name, self.names.all_types)


def scope(module: CompiledModule, *, numbered: bool = False) -> Scope:
    """Bind the names of a module, whose package may have tags that are integers.

    Raises:
        EventwrightError: Two places want one name.
    """
    model = module.model
    names = bind(model, language(model))
    own = [Entry(location) for location in model.definitions]
    entries = [*own, *sorted(module.plan.programs.keys() - set(own))]
    return Scope(
        model=model,
        plan=module.plan,
        names=names,
        wrapped=_wrapped(model, names),
        order={location: index for index, location in enumerate(model.definitions)},
        dynamic=frozenset(entry.location for entry in entries if entry.scope),
        dispatched=dispatched_tags(model, module.plan),
        entries={entry: index for index, entry in enumerate(entries)},
        programs=by_place(module.plan),
        open_enums=frozenset(_open_enums(model)),
        numbered=numbered,
    )


def _open_enums(model: Model) -> Iterator[Location]:
    for definition in model.definitions.values():
        for shape in all_shapes(definition):
            match shape:
                case Open(known=Named(target=target)):
                    yield target
                case _:
                    pass


def _wrapped(model: Model, names: Names) -> dict[Location, Code]:
    """The classes around the payloads of variants.

    Raises:
        EventwrightError: Two variants of a union want one name.
    """
    found: dict[Location, Code] = {}
    problems: list[Problem] = []
    variants = wrapped_variants(model)
    unions = (union for union in model.definitions.values() if isinstance(union, Union))
    for union in unions:
        taken: dict[str, Location] = {}
        for place, name in wrappers(
            names.type(union.location).rstrip("_"), union, variants
        ).items():
            if taken.setdefault(name, place) != place:
                problems.append(collision(place, taken[name], name))
            found[place] = identifier(free(name, names.all_types))
    if problems:
        raise EventwrightError(*problems)
    return found
