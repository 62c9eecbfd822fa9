"""Run datamodel-code-generator on a bundled schema."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.modelling.facts import members
from eventwright.targets.pydantic.bundle import Bundle

_MOST_NAMED = 5


def models(bundle: Bundle, header: str, base: str) -> str:
    """The source of a module with one model for each of the schema's `$defs`.

    Args:
        bundle: What to make models of.
        header: The text that the module begins with.
        base: The import path of the class that all models derive from.

    Raises:
        EventwrightError: Datamodel-code-generator can't do it, or needs names of its own for it.
    """
    # It takes a second to import, and only this target needs it.
    from datamodel_code_generator import generate
    from datamodel_code_generator.config import GenerateConfig
    from datamodel_code_generator.enums import DataModelType, InputFileType, StrictTypes
    from datamodel_code_generator.format import PythonVersion

    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_file_header=header,
        base_class=base,
        aliases=bundle.aliases,
        formatters=[],
        # Verdicts: true is no integer, 1 no string; null only where the schema has it.
        strict_types=[StrictTypes.str, StrictTypes.int, StrictTypes.float, StrictTypes.bool],
        strict_nullable=True,
        field_constraints=True,
        use_annotated=True,
        # Shape: events don't change, and who builds one spells neither tags nor defaults.
        enable_faux_immutability=True,
        use_one_literal_as_default=True,
        set_default_enum_member=True,
        use_specialized_enum=True,
        skip_root_model=True,
        # Documentation.
        use_schema_description=True,
        use_field_description=True,
        use_attribute_docstrings=True,
        use_single_line_docstring=True,
    )
    try:
        source = generate(bundle.schema, config=config)
    # It meets schemas that it was not made for with errors of any class.
    except Exception as error:
        said = f"datamodel-code-generator says: {str(error) or type(error).__name__}"
        raise EventwrightError(_unfit(Location(bundle.source), said)) from error
    if not isinstance(source, str):
        raise TypeError("datamodel-code-generator made no single module")
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    made = {node.name for node in classes}
    # A nested schema with bounds becomes a class of its own; one that needs a number has no name.
    numbered = sorted(name for name in made - bundle.places.keys() if name[-1].isdigit())
    bad = numbered or sorted(bundle.places.keys() - made)
    if bad:
        names = ", ".join(bad[:_MOST_NAMED]) + (", ..." if len(bad) > _MOST_NAMED else "")
        place = bundle.places.get(bad[0]) or _holder(bad[0], classes, bundle)
        raise EventwrightError(_unfit(place, f"these classes would have no good name: {names}"))
    return source


def _holder(name: str, classes: Iterable[ast.ClassDef], bundle: Bundle) -> Location:
    """The place in a named type that a class without a name was made for, as far as it is known."""
    holders = [(node, s) for node in classes if node.name in bundle.places for s in node.body]
    for node, statement in holders:
        if isinstance(statement, ast.AnnAssign) and _mentions(statement.annotation, name):
            place = bundle.places[node.name]
            member = ast.unparse(statement.target)
            schema = members(members(bundle.schema["$defs"])[node.name])
            described = member in members(schema.get("properties"))
            return place.child("properties", member) if described else place
    return Location(bundle.source)


def _mentions(annotation: ast.expr, name: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(annotation))


def _unfit(place: Location, problem: str) -> Problem:
    return Problem(
        place,
        f"no pydantic models can be made: {problem}",
        'move nested schemas to "$defs", or leave this target out (--target names those wanted)',
    )
