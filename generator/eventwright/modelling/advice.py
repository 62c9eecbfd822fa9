"""Advice on what schemas leave out, most likely by a slip."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator

from eventwright.errors import Location, Problem
from eventwright.modelling import describe
from eventwright.modelling.contradictions import contradictions
from eventwright.modelling.discriminators import discriminators
from eventwright.modelling.dropping import items_alike
from eventwright.modelling.facts import (
    array,
    fixed_items,
    members,
    named_in,
    parts,
    types,
    whole_of,
)
from eventwright.modelling.forgotten_branches import forgotten_branches
from eventwright.modelling.idle_keywords import idle_keywords
from eventwright.modelling.missed_tags import missed_tags
from eventwright.modelling.model import (
    AnyJson,
    Dictionary,
    Field,
    Model,
    Record,
    Union,
)
from eventwright.modelling.overlapping import overlapping
from eventwright.modelling.refused_members import refused_members
from eventwright.modelling.swallowed import swallowed
from eventwright.modelling.untold_unions import untold_unions
from eventwright.reading.formats import ASSERTED, DOUBLES, INTEGER_FORMATS
from eventwright.reading.refs import SchemaSet
from eventwright.reading.vocabulary import meaning
from eventwright.settings import Settings
from eventwright.typos import closest


def advice(schemas: SchemaSet, model: Model, settings: Settings) -> tuple[Problem, ...]:
    """What is worth a look, though it is no fault."""
    refused = tuple(dict.fromkeys(refused_members(schemas)))
    missed = tuple(missed_tags(schemas))
    told = {problem.location.parent for problem in missed}
    return (
        *_untyped_objects(schemas, model),
        *_conditional_members(schemas, model),
        *_refined_members(schemas, model),
        *_undescribed_members(schemas, model, {problem.location for problem in refused}),
        *items_alike(schemas, model),
        *missed,
        *forgotten_branches(schemas, model),
        *discriminators(schemas),
        *contradictions(schemas),
        *idle_keywords(schemas),
        *refused,
        *_contradicted_members(model),
        *untold_unions(schemas, model),
        *overlapping(schemas, model, told),
        *swallowed(schemas, told),
        *_repeated_unions(schemas, model),
        *_open_tuples(schemas),
        *_open_maps(schemas),
        *(_unchecked_formats(schemas) if settings.format_assertion else ()),
    )


def _untyped_objects(schemas: SchemaSet, model: Model) -> Iterator[Problem]:
    """The places that would be types of their own, did they but say that values are objects."""
    problem = (
        'describes "properties" without "type": "object"; '
        "so other JSON passes too, and it stays any JSON"
    )
    for place in sorted(model.whole):
        if place in schemas.joined:
            continue  # each of its schemas says so itself
        if types(schemas, place) is None and any(
            members(schemas.at(part)).get("properties") for part in parts(schemas, place)
        ):
            yield Problem(place, problem, 'add "type": "object"')


def _conditional_members(schemas: SchemaSet, model: Model) -> Iterator[Problem]:
    """The objects that would be types of their own, did they but describe members beside `if`."""
    problem = "describes members under conditions alone; so it stays any JSON"
    cure = 'describe them under "properties" beside the conditions too'
    for place in sorted(model.whole):
        held = parts(schemas, place)
        named = named_in(members(schemas.at(part)) for part in held)
        depending = [at for part in held for at in _under_conditions(schemas, part)]
        if not named and named_in(members(schemas.at(at)) for at in depending):
            yield Problem(place, problem, cure)


def _refined_members(schemas: SchemaSet, model: Model) -> Iterator[Problem]:
    """The members that are any object by themselves, and described where a condition holds."""
    problem = "is described under conditions alone; so it stays an object of any JSON"
    for record in model.definitions.values():
        if not isinstance(record, Record):
            continue
        described = {
            name
            for place in model.made_of(record.location)
            for part in parts(schemas, place)
            for at in _under_conditions(schemas, part)
            for name in members(members(schemas.at(at)).get("properties"))
            if named_in(parts(schemas, at.child("properties", name)).values())
        }
        for field in record.fields:
            if field.wire in described and field.shape in (AnyJson(), Dictionary(AnyJson())):
                cure = f'write a "oneOf" of objects, each with its constants and its "{field.wire}"'
                yield Problem(field.location, problem, cure)


def _under_conditions(schemas: SchemaSet, place: Location) -> Iterator[Location]:
    """The schemas that hold where another one does, with all that they are made of."""
    schema = members(schemas.at(place))
    conditional = [place.child(word) for word in ("then", "else") if word in schema]
    dependent = members(schema.get("dependentSchemas"))
    conditional += [place.child("dependentSchemas", name) for name in dependent]
    for at in conditional:
        yield from parts(schemas, at)


def _undescribed_members(
    schemas: SchemaSet, model: Model, refused: Container[Location]
) -> Iterator[Problem]:
    """The members that records may have to have, and of which no schema says what they are."""
    for record in model.definitions.values():
        if isinstance(record, Record) and record.extra is None:
            for field in record.fields:
                # The place of a member that is described is its schema's, else its name's.
                if isinstance(schemas.at(field.location), str) and field.location not in refused:
                    yield _undescribed(schemas, field)


def _undescribed(schemas: SchemaSet, field: Field) -> Problem:
    asking = field.location.parent.parent
    described = named_in(parts(schemas, asking).values())
    if field.wire in described:
        what, cure = (
            "is described for some objects alone",
            'describe it under "properties" for all of them',
        )
    else:
        what, cure = "nothing describes", 'describe it under "properties"'
    return Problem(field.location, f'requires "{field.wire}", which {what}; it is any JSON', cure)


def _contradicted_members(model: Model) -> Iterator[Problem]:
    """The members that several schemas describe, which no value passes all of."""
    for place, others in sorted(model.contradicted.items()):
        problem = f"takes no value that {' and '.join(map(str, others))} takes too"
        yield Problem(place, problem, "correct one of them")


def _repeated_unions(schemas: SchemaSet, model: Model) -> Iterator[Problem]:
    """The unions inside other schemas that say what another one says, and make a second type."""
    roots = frozenset(describe.roots(schemas))
    unions = [
        place
        for place, made in model.definitions.items()
        if isinstance(made, Union) and place not in model.branches and place not in schemas.grouped
    ]
    first: dict[tuple[str, Hashable], Location] = {}
    for place in sorted(unions, key=lambda place: place not in roots):
        other = first.setdefault((place.file, meaning(schemas.at(place))), place)
        if other != place and place not in roots:
            problem = f"says what {other} says, and makes another type of it"
            yield Problem(place, problem, "move it to $defs, and refer to it from both places")


def _open_tuples(schemas: SchemaSet) -> Iterator[Problem]:
    """The arrays described item by item that would be tuples, did they but say how many there are.

    Who describes further items means a list.
    """
    for place, schema in schemas.schemas.items():
        items = array(members(schema).get("prefixItems"))
        further = members(schema).get("items", False)
        if items and further is False and not whole_of(place) and not fixed_items(schemas, place):
            problem = "describes items, but not how many there are; it is an array of any JSON"
            cure = f'add "items": false and "minItems": {len(items)} for a tuple'
            yield Problem(place.child("prefixItems"), problem, cure)


def _open_maps(schemas: SchemaSet) -> Iterator[Problem]:
    """The objects that would be maps of one pattern, did they but forbid members of other names."""
    problem = "describes members of some names alone; so all of them are any JSON"
    for place, value in schemas.schemas.items():
        described = members(members(value).get("patternProperties"))
        found = parts(schemas, place)
        told = any("additionalProperties" in schema for schema in found.values())
        asks = [pattern for pattern, schema in described.items() if schema not in (True, {})]
        if len(asks) == 1 and not told and not named_in(found.values()) and not whole_of(place):
            cure = 'add "additionalProperties": false, or move its schema there to mean all names'
            yield Problem(place.child("patternProperties", asks[0]), problem, cure)


def _unchecked_formats(schemas: SchemaSet) -> Iterator[Problem]:
    """The formats that are mere annotations, each with the one that may be meant."""
    checked = (*sorted(ASSERTED), *INTEGER_FORMATS, *sorted(DOUBLES))
    for place, schema in schemas.schemas.items():
        name = members(schema).get("format")
        if isinstance(name, str) and name not in checked:
            close = closest(name, checked, 0.85)
            meant = f'write "{close}", if that is meant'
            fix = meant if close else "use one that is checked, or leave it"
            yield Problem(place.child("format"), f'the format "{name}" is not checked', fix)
