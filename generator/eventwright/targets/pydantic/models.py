"""Run datamodel-code-generator on a bundled schema."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.modelling.facts import members
from eventwright.targets.pydantic.bundle import Bundle
from eventwright.targets.pydantic.keywords import FORMAT
from eventwright.targets.pydantic.rewriting import rewritten

_MOST_NAMED = 5


def models(bundle: Bundle, header: str, base: str) -> str:
    """The source of a module with one type for each of the schema's `$defs`.

    Args:
        bundle: What to make models of.
        header: The text that the module begins with.
        base: The module with the class that all models derive from.

    Raises:
        EventwrightError: Datamodel-code-generator can't do it, or needs names of its own for it.
    """
    # It takes a second to import, and only this target needs it.
    from datamodel_code_generator import generate
    from datamodel_code_generator.config import GenerateConfig
    from datamodel_code_generator.enums import (
        AllOfMergeMode,
        DataModelType,
        InputFileType,
        StrictTypes,
    )
    from datamodel_code_generator.format import PythonVersion

    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        custom_file_header=header,
        base_class=f"{base}.Model",
        aliases=bundle.aliases,
        formatters=[],
        # Verdicts: true is no integer, 1 no string; null only where the schema has it.
        strict_types=[StrictTypes.str, StrictTypes.int, StrictTypes.float, StrictTypes.bool],
        strict_nullable=True,
        field_constraints=True,
        use_annotated=True,
        # Shape: events don't change; a derived type has the defaults of members that it narrows.
        allof_merge_mode=AllOfMergeMode.All,
        enable_faux_immutability=True,
        use_tuple_for_closed_arrays=True,
        set_default_enum_member=True,
        use_specialized_enum=True,
        skip_root_model=True,
        # Documentation.
        field_extra_keys_without_x_prefix={FORMAT},
        use_schema_description=True,
        use_field_description=True,
        use_attribute_docstrings=True,
        use_single_line_docstring=True,
    )
    try:
        with warnings.catch_warnings():
            # Of what it leaves out, which is for us to tell.
            warnings.simplefilter("ignore")
            source = generate(bundle.schema, config=config)
    # It meets schemas that it was not made for with errors of any class.
    except Exception as error:
        said = f"datamodel-code-generator says: {str(error) or type(error).__name__}"
        raise EventwrightError(_unfit(Location(bundle.source), said)) from error
    if not isinstance(source, str):
        raise TypeError("datamodel-code-generator made no single module")
    source = rewritten(source, bundle.places.keys(), base)
    _check_names(source, bundle)
    return source


def _check_names(source: str, bundle: Bundle) -> None:
    """Look for classes that no schema names, and for schemas that no class is named after."""
    body = ast.parse(source).body
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    aliases = (node.targets for node in body if isinstance(node, ast.Assign))
    made = {node.name for node in classes} | {ast.unparse(name) for (name,) in aliases}
    missing = sorted(bundle.places.keys() - made)
    # A nested schema becomes a class of its own; one that needs a number has no name.
    numbered = sorted(name for name in made - bundle.places.keys() if name[-1].isdigit())
    if numbered:
        names = ", ".join(numbered[:_MOST_NAMED]) + (", ..." if numbered[_MOST_NAMED:] else "")
        said = f"schemas inside it have no names, and would be called {names}"
        place = _holder(numbered[0], classes, bundle)
        raise EventwrightError(_unfit(place, said, 'move nested schemas to "$defs", or '))
    if missing:
        said = "datamodel-code-generator makes no type of it"
        raise EventwrightError(_unfit(bundle.places[missing[0]], said))


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


def _unfit(place: Location, problem: str, cure: str = "") -> Problem:
    return Problem(
        place,
        f"no pydantic models can be made: {problem}",
        f"{cure}leave this target out (--target names those wanted)",
    )
