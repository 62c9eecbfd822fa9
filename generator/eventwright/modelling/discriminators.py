"""OpenAPI's `discriminator`, which changes nothing where constants tell branches apart."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import Location, Problem
from eventwright.modelling.exclusion import refused_tags
from eventwright.modelling.facts import UNIONS, members, types
from eventwright.modelling.unions import branch_tags
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import tag_text
from eventwright.reading.refs import SchemaSet
from eventwright.reading.vocabulary import is_discriminator, meaning


def discriminators(schemas: SchemaSet) -> Iterator[Problem]:
    """What a discriminator says, and no keyword of JSON Schema does."""
    for place, value in schemas.schemas.items():
        schema = members(value)
        if is_discriminator("discriminator", schema.get("discriminator")):
            yield from _told(schemas, place, schema)


def _told(schemas: SchemaSet, place: Location, schema: dict[str, Json]) -> Iterator[Problem]:
    said = members(schema["discriminator"])
    name = str(said["propertyName"])
    here = place.child("discriminator")
    branches = [
        branch
        for keyword in UNIONS
        for branch in schemas.listed(place, keyword)  # mappings name what is written
        if "object" in (types(schemas, branch) or {"object"})
        and not refused_tags(schemas, branch, (name,))
    ]
    found = {branch: branch_tags(schemas, branch, place).get((name,)) for branch in branches}
    if not branches:
        fix = f'put it beside a "oneOf" of branches that each have a "const" for "{name}"'
        yield Problem(here, "has no effect: no union stands beside it", fix)
    elif None in found.values():
        problem = f'has no effect: not every branch has constants for "{name}"'
        fix = f'give each branch a "const" (or an "enum") for "{name}", and require it'
        yield Problem(here, problem, fix)
    else:
        left = [branch for branch, tag in found.items() if tag and not tag.required]
        if left:
            some = left[0].pointer if len(left) == 1 else f"{len(left)} branches"
            problem = f'does not ask for "{name}", which {some} may do without'
            fix = (
                f'add "{name}" to "required" in each branch; what pydantic exports for mode '
                '"serialization" has it there with json_schema_serialization_defaults_required'
            )
            yield Problem(here, problem, fix)
        own = [
            (members(schemas.at(at)), {*map(tag_text, t.values)}) for at, t in found.items() if t
        ]
        for value, named in members(said.get("mapping")).items():
            if not any(_is_named(branch, named) and value in values for branch, values in own):
                target = named if isinstance(named, str) else "a schema"
                problem = f'names {target}, which is no branch with "{name}": "{value}"'
                yield Problem(here.child("mapping", value), problem, "correct it, or the branch")


def _is_named(branch: dict[str, Json], named: Json) -> bool:
    """Whether a mapping names a branch: by the last of what it refers to, or by all that it says.

    Of a branch that is a union itself, pydantic repeats the schema.
    """
    if isinstance(named, str):
        return str(branch.get("$ref")).rpartition("/")[2] == named.rpartition("/")[2]
    return meaning(named) == meaning(branch)
