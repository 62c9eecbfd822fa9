"""From schemas to bindings: the whole pipeline in a few lines."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol, cast

import jinja2

from eventwright.compiled import CompiledModule
from eventwright.errors import EventwrightError, Location, Problem
from eventwright.judging.defaults import usable_defaults
from eventwright.modelling.shapes import build_model
from eventwright.planning.planner import build_plan
from eventwright.reading.load import SchemaModule, load
from eventwright.reading.refs import resolve
from eventwright.rendering.render import environment
from eventwright.rendering.ruff import format_python
from eventwright.settings import Settings


class Target(Protocol):
    """A module of `eventwright.targets`: one kind of bindings."""

    def files(
        self, modules: Sequence[CompiledModule], settings: Settings, env: jinja2.Environment
    ) -> Mapping[str, str]:
        """The target's files by their posix path inside the output folder."""
        ...


@dataclass(frozen=True, slots=True)
class Bindings:
    """What a run makes."""

    files: Mapping[str, bytes]
    """By their posix path inside the output folder."""
    notes: tuple[Problem, ...]
    """What the schemas say that has no effect, and which target could not be made."""


def generate(settings: Settings) -> Bindings:
    """Make all files of all targets.

    Raises:
        EventwrightError: The schemas can't be used; it tells what to change, and where.
    """
    modules = compile_modules(settings)
    env = environment(settings.templates)
    files: dict[str, str] = {}
    notes = [note for module in modules for note in module.notes]
    # A target's Python is formatted, by a process of its own, while the next ones are made.
    with ThreadPoolExecutor() as formatters:
        formatted: list[Future[dict[str, str]]] = []
        for name in settings.targets:
            try:
                made = target(name).files(modules, settings, env)
            except EventwrightError as error:
                if name not in settings.best_effort:
                    raise
                notes += error.problems
                continue
            files |= made
            python = {path: text for path, text in made.items() if path.endswith(".py")}
            if python:
                formatted.append(formatters.submit(format_python, python))
    for future in formatted:
        files |= future.result()
    return Bindings(
        {path: files[path].encode() for path in sorted(files)},
        tuple(notes),
    )


def compile_modules(settings: Settings) -> tuple[CompiledModule, ...]:
    """Load, resolve, model and plan every module of the schema folder.

    Raises:
        EventwrightError: The schemas can't be used; it tells what to change, and where.
    """
    modules = load(settings.schema, settings.root, settings.resources)
    return tuple(_compile(module, settings) for module in modules)


def _compile(module: SchemaModule, settings: Settings) -> CompiledModule:
    try:
        return _compiled(module, settings)
    except RecursionError:
        problem = "its schemas hold or refer to each other in too long a chain"
        place = Location(module.documents[0].file)
        raise EventwrightError(Problem(place, problem, "shorten the chain")) from None


def _compiled(module: SchemaModule, settings: Settings) -> CompiledModule:
    schemas = resolve(module)
    model = build_model(schemas, settings)
    plan = build_plan(schemas, model, settings)
    model, unusable = usable_defaults(model, plan)
    return CompiledModule(module.name, schemas, model, plan, (*schemas.notes, *unusable))


def target(name: str) -> Target:
    """The target of this name; imported only when it is asked for, since some take long."""
    # A module is the simplest thing that fits the protocol, and importlib can't know its type.
    return cast(Target, importlib.import_module(f"eventwright.targets.{name}"))
