"""From schemas to bindings: the whole pipeline in a few lines."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Protocol, cast

import jinja2

from eventwright.calls import with_many_calls
from eventwright.compiled import CompiledModule
from eventwright.errors import EventwrightError, Location, Problem
from eventwright.frozen import frozen
from eventwright.judging.defaults import usable_defaults
from eventwright.judging.examples import refused_examples
from eventwright.judging.written import refused_defaults
from eventwright.modelling.absence import with_null_for_absent
from eventwright.modelling.documents import leading_past_documents
from eventwright.modelling.grouping import with_groups
from eventwright.modelling.shapes import build_model
from eventwright.parallel import side_by_side
from eventwright.planning.planner import build_plan
from eventwright.reading.load import SchemaModule, load
from eventwright.reading.refs import resolve
from eventwright.rendering.overlay import mistake, refuse_useless
from eventwright.rendering.render import environment
from eventwright.rendering.ruff import format_python
from eventwright.settings import Settings

_LONGEST_FIRST = ("pydantic", "vectors", "typescript", "python")


class Target(Protocol):
    """A module of `eventwright.targets`: one kind of bindings."""

    def files(
        self, modules: Sequence[CompiledModule], settings: Settings, env: jinja2.Environment
    ) -> Mapping[str, str]:
        """The target's files by their posix path inside the output folder."""
        ...


@frozen
class Bindings:
    """What a run makes."""

    files: Mapping[str, bytes]
    """By their posix path inside the output folder."""
    notes: tuple[Problem, ...]
    """What the schemas say without effect or leave unsaid, and which target could not be made."""


@with_many_calls
def generate(settings: Settings) -> Bindings:
    """Make all files of all targets.

    Raises:
        EventwrightError: Schemas or templates can't be used; it tells what to change, and where.
    """
    if settings.templates:
        refuse_useless(settings.templates)
    modules = compile_modules(settings)
    env = environment(settings.templates)
    files: dict[str, str] = {}
    names = sorted(settings.targets, key=_LONGEST_FIRST.index)
    jobs = [partial(_made, name, modules, settings, env) for name in names]
    *made_files, advised = side_by_side([*jobs, partial(_advised, modules, settings)])
    answers = dict(zip(names, made_files, strict=True))
    notes = [*(note for module in modules for note in module.notes), *advised.problems]
    for name in settings.targets:
        made = answers[name]
        if made.problems and name not in settings.best_effort:
            raise EventwrightError(*made.problems)
        files |= made.files
        notes += made.problems
    return Bindings(
        {path: files[path].encode() for path in sorted(files)},
        # Two modules may read the same file.
        tuple(dict.fromkeys(notes)),
    )


@frozen
class _Made:
    """What comes of a job: the files of a target, or the problems for which there are none."""

    files: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def _made(
    name: str, modules: Sequence[CompiledModule], settings: Settings, env: jinja2.Environment
) -> _Made:
    try:
        files = target(name).files(modules, settings, env)
    except EventwrightError as error:
        fit = [module for module in modules if not _is_told_of(module, error)]
        if name not in settings.best_effort or len(fit) in {0, len(modules)}:
            return _Made({}, error.problems)
        rest = _made(name, fit, settings, env)
        return _Made(rest.files, (*error.problems, *rest.problems))
    except jinja2.TemplateError as error:
        if settings.templates is None:
            raise
        raise EventwrightError(mistake(error)) from error
    python = {path: text for path, text in files.items() if path.endswith(".py")}
    return _Made({**files, **(format_python(python) if python else {})})


def _is_told_of(module: CompiledModule, error: EventwrightError) -> bool:
    files = {module.source, *(document.file for document in module.schemas.module.documents)}
    return any(problem.location.file in files for problem in error.problems)


def _advised(modules: Sequence[CompiledModule], settings: Settings) -> _Made:
    """What the schemas leave unsaid: a job of its own, since no target needs it."""
    # No target waits for it, so none waits for its import.
    from eventwright.modelling.advice import advice

    found = (advice(module.schemas, module.model, settings) for module in modules)
    return _Made({}, tuple(chain.from_iterable(found)))


@with_many_calls
def compile_modules(settings: Settings) -> tuple[CompiledModule, ...]:
    """Load, resolve, model and plan every module of the schema folder.

    Raises:
        EventwrightError: The schemas can't be used; it tells what to change, and where.
    """
    compiled: list[CompiledModule] = []
    problems: list[Problem] = []
    for module in load(settings.schema, settings.root, settings.resources):
        try:
            compiled.append(_compile(module, settings))
        except EventwrightError as error:
            problems.extend(error.problems)
    if problems:
        # Two modules may read the same copy of a foreign schema.
        raise EventwrightError(*dict.fromkeys(problems))
    return tuple(compiled)


def _compile(module: SchemaModule, settings: Settings) -> CompiledModule:
    try:
        return _compiled(module, settings)
    except RecursionError:
        problem = "its schemas hold or refer to each other in too long a chain"
        place = Location(module.documents[0].file)
        raise EventwrightError(Problem(place, problem, "shorten the chain")) from None


def _compiled(module: SchemaModule, settings: Settings) -> CompiledModule:
    schemas = with_groups(leading_past_documents(resolve(module)))
    model = build_model(schemas, settings)
    if settings.null_as_absent:
        model = with_null_for_absent(schemas, model)
    plan = build_plan(schemas, model, settings)
    closed: Iterable[Problem] = ()
    if settings.unknown == "keep":
        # Few need these, and each module that is imported delays the others.
        from eventwright.planning.opening import opened
        from eventwright.planning.telling import still_closed

        model, plan = opened(model, plan)
        closed = dict.fromkeys(still_closed(model, plan))
    model, unusable = usable_defaults(model, plan)
    notes = (
        *schemas.notes,
        *unusable,
        *refused_defaults(model, plan),
        *refused_examples(schemas, model, plan),
        *closed,
    )
    return CompiledModule(module.name, schemas, model, plan, notes)


def target(name: str) -> Target:
    """The target of this name; imported only when it is asked for, since some take long."""
    # A module is the simplest thing that fits the protocol, and importlib can't know its type.
    return cast(Target, importlib.import_module(f"eventwright.targets.{name}"))
