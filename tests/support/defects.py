"""Plant a defect in the bindings of one language: in their plan, their words or their names."""

from __future__ import annotations

import importlib
import itertools
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Literal, TypeAlias, get_args
from unittest.mock import patch

from eventwright.compiled import CompiledModule
from eventwright.generate import compile_modules, target
from eventwright.planning.plan import Check, Member, Plan, Program
from eventwright.planning.words import WORDS
from eventwright.reading.jsonvalues import TYPES
from eventwright.rendering.render import environment
from eventwright.rendering.ruff import format_python
from eventwright.settings import Settings
from support.fixtures import Protocol
from support.project import GENERATED, ROOT, node_tool, run

Language: TypeAlias = Literal["python", "typescript"]
# The text of every file, by its path in the package's folder.
Sources: TypeAlias = Mapping[str, str]

CHECKS = get_args(Check)
SETTINGS = Settings(schema=ROOT / "schema", output=GENERATED, int64="bigint", root=ROOT)
# The module of each target that takes the words of the messages.
SPEAKERS: Mapping[Language, str] = {
    "python": "eventwright.targets.python.runtime",
    "typescript": "eventwright.targets.typescript",
}
COMPILER_OPTIONS = ("--noCheck", "--module", "nodenext", "--target", "es2022")

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Swap:
    """Two texts that change places in one declaration, which a blank line ends."""

    opening: str
    left: str
    right: str


@cache
def modules() -> Mapping[str, CompiledModule]:
    """The modules of the canonical schemas, by their names."""
    return {module.name: module for module in compile_modules(SETTINGS)}


def sources(language: Language, module: CompiledModule) -> dict[str, str]:
    """What a target makes of a module, laid out as the generator writes it."""
    files = dict(target(language).files((module,), SETTINGS, environment(None)))
    files |= format_python({path: text for path, text in files.items() if path.endswith(".py")})
    return {path.removeprefix(f"{language}/"): text for path, text in files.items()}


def without_one(kind: str, protocol: Protocol, language: Language) -> dict[str, str]:
    """The sources of a module whose plan lacks the first check of a kind, such as `Minimum`.

    The kind `Member` leaves out a known member; `required` makes one optional.
    """
    defective = next(changed for dropped, changed in _drops(protocol) if dropped == kind)
    return sources(language, defective)


def kinds(protocol: Protocol) -> set[str]:
    """The kinds of checks that the plan of a module has."""
    return {kind for kind, _ in _drops(protocol)}


def _drops(protocol: Protocol) -> Iterator[tuple[str, CompiledModule]]:
    module = modules()[protocol]
    for entry, program in module.plan.programs.items():
        for kind, changed in _without(program):
            assert isinstance(changed, Program)
            plan = Plan({**module.plan.programs, entry: changed})
            yield kind, replace(module, plan=plan)


# A part of a plan is a check, a tuple of them, or a value in one; a copy is of the same type.
def _without(part: object) -> Iterator[tuple[str, object]]:
    """Every copy of a part of a plan that lacks one thing, with the kind of that thing."""
    if isinstance(part, tuple):
        for index, item in enumerate(part):
            before, after = part[:index], part[index + 1 :]
            if isinstance(item, (*CHECKS, Member)):
                yield type(item).__name__, (*before, *after)
            if isinstance(item, Member) and item.required:
                yield "required", (*before, replace(item, required=False), *after)
            yield from ((kind, (*before, copy, *after)) for kind, copy in _without(item))
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            for kind, copy in _without(getattr(part, field.name)):
                yield kind, replace(part, **{field.name: copy})


def with_another_word(key: str, protocol: Protocol, language: Language) -> dict[str, str]:
    """The sources of a module whose messages differ in the words of one key."""
    name = "WORDS" if key in WORDS else "TYPES"
    words = WORDS if key in WORDS else TYPES
    with patch(f"{SPEAKERS[language]}.{name}", {**words, key: f"{words[key]}?"}):
        return sources(language, modules()[protocol])


def with_names_swapped(
    protocol: Protocol, swaps: Iterable[Swap], path: str, language: Language
) -> dict[str, str]:
    """The sources of a module in which names have changed places in one file."""
    made = sources(language, modules()[protocol])
    for swap in swaps:
        made[path] = _swapped(made[path], swap)
    return made


def _swapped(source: str, swap: Swap) -> str:
    start = source.index(swap.opening)
    end = f"{source}\n".index("\n\n", start)
    other = {swap.left: swap.right, swap.right: swap.left}
    name = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, other))})")
    declaration = source[start:end]
    assert {*name.findall(declaration)} == other.keys()
    swapped = name.sub(lambda found: other[found[0]], declaration)
    return source[:start] + swapped + source[end:]


def import_python(made: Sources, protocol: Protocol, folder: Path) -> ModuleType:
    """A module of Python sources, under a name of its own."""
    package = f"defective_{next(_numbers)}"
    for path, text in made.items():
        if path.endswith(".py"):
            file = folder / package / Path(path).name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(f"{package}.{protocol}")
    finally:
        sys.path.remove(str(folder))


def compile_together(packages: Mapping[str, Sources], folder: Path) -> dict[str, Path]:
    """Compile the sources of many TypeScript packages with one run of the compiler.

    Types are not checked: a defect that the compiler would find has to be found without it too.
    """
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    places = {name: folder / str(number) for number, name in enumerate(packages)}
    files = []
    for name, made in packages.items():
        (places[name] / "dist").mkdir(parents=True)
        for path, text in made.items():
            if path.endswith(".ts"):
                files.append(places[name] / "dist" / Path(path).name)
                files[-1].write_text(text, encoding="utf-8")
    run(node_tool("tsc"), *COMPILER_OPTIONS, *files, cwd=folder)
    return places
