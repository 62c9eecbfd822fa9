"""Models for pydantic, made by datamodel-code-generator from the resolved schemas."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Sequence

import jinja2

from eventwright.casing import snake
from eventwright.compiled import CompiledModule
from eventwright.errors import EventwrightError, Problem
from eventwright.rendering.code import identifier, json_literal, python_docstring
from eventwright.rendering.naming import Language, bind
from eventwright.rendering.ruff import tidy_imports
from eventwright.settings import Settings
from eventwright.targets.pydantic.bundle import bundle
from eventwright.targets.pydantic.models import models

_IMPORTED = frozenset(
    "Annotated Any ConfigDict Dict Field Literal Model RootModel StrEnum StringConstraints"
    " StrictBool StrictBytes StrictFloat StrictInt StrictStr".split()
)
_LANGUAGE = Language(
    reserved=frozenset({*keyword.kwlist, *dir(builtins)}) | _IMPORTED,
    member_reserved=frozenset(keyword.kwlist),
    members_verbatim=False,
    derived=lambda _: (),
)


def files(
    modules: Sequence[CompiledModule], settings: Settings, env: jinja2.Environment
) -> dict[str, str]:
    """An installable package with one module of models for every schema module.

    Raises:
        EventwrightError: There are modules of which no models can be made; it tells all of them.
    """
    distribution = f"{settings.distribution}-pydantic"
    package = snake(distribution)
    folder = f"pydantic/{package}"
    context = {
        "distribution": json_literal(distribution),
        "version": json_literal(settings.package_version),
        "package": identifier(package),
        "modules": [identifier(module.name) for module in modules],
    }

    def render(template: str) -> str:
        return env.get_template(f"pydantic/{template}.jinja").render(context)

    made = {
        "pydantic/pyproject.toml": render("pyproject.toml"),
        "pydantic/README.md": render("README.md"),
        f"{folder}/__init__.py": render("__init__.py"),
        f"{folder}/_model.py": render("_model.py"),
        f"{folder}/py.typed": "",
    }
    problems: list[Problem] = []
    for module in modules:
        try:
            made[f"{folder}/{module.name}.py"] = _module(module, package, settings, env)
        except EventwrightError as error:
            problems += error.problems
    if problems:
        raise EventwrightError(*problems)
    sources = {path: text for path, text in made.items() if path.endswith(".py")}
    return made | tidy_imports(sources)


def _module(
    module: CompiledModule, package: str, settings: Settings, env: jinja2.Environment
) -> str:
    bundled = bundle(module, bind(module.model, _LANGUAGE), formats=settings.format_assertion)
    header = env.get_template("pydantic/header.jinja").render(
        description=python_docstring(module.description or module.name),
        source=python_docstring(module.source),
    )
    return models(bundled, header, f"{package}._model")
