"""Run datamodel-code-generator on a bundled schema."""

from __future__ import annotations

import ast

from eventwright.errors import EventwrightError, Location, Problem
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
        raise EventwrightError(_unfit(bundle, said)) from error
    if not isinstance(source, str):
        raise TypeError("datamodel-code-generator made no single module")
    made = {node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
    # A nested schema with bounds becomes a class of its own; one that needs a number has no name.
    numbered = sorted(name for name in made - bundle.types if name[-1].isdigit())
    if numbered or not bundle.types <= made:
        bad = numbered or sorted(bundle.types - made)
        names = ", ".join(bad[:_MOST_NAMED]) + (", ..." if len(bad) > _MOST_NAMED else "")
        raise EventwrightError(_unfit(bundle, f"these classes would have no good name: {names}"))
    return source


def _unfit(bundle: Bundle, problem: str) -> Problem:
    return Problem(
        Location(bundle.source),
        f"no pydantic models can be made: {problem}",
        'move nested schemas to "$defs", or leave this target out (--target names those wanted)',
    )
