"""Replay the vectors of a module through bindings made of a mutant of its plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any, Literal, TypeAlias

from eventwright.compiled import CompiledModule
from eventwright.generate import target
from eventwright.planning.plan import Plan
from eventwright.rendering.render import environment
from eventwright.rendering.ruff import format_python
from eventwright.settings import Settings
from mutation.in_memory import imported
from support.node_process import NodeProcess
from support.replay import outcome_of, read_in_python
from support.vectors import Vector, is_owed, wrong

Language: TypeAlias = Literal["python", "typescript"]
LANGUAGES: tuple[Language, ...] = ("python", "typescript")
WORKER = Path(__file__).with_name("worker.mjs")

_numbers = count(1)


class StillbornError(Exception):
    """No bindings can be made of a plan, or they can't be imported: nobody could ship them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A module, how it is generated, and the vectors that hold its bindings to the plan."""

    module: CompiledModule
    settings: Settings
    vectors: Sequence[Vector]

    def sources(self, language: Language, plan: Plan) -> dict[str, str]:
        """The files of the package that a language makes of a plan, by their names.

        Raises:
            StillbornError: There is no such package.
        """
        module = replace(self.module, plan=plan)
        try:
            files = target(language).files((module,), self.settings, environment(None))
        except Exception as error:
            raise StillbornError(f"{type(error).__name__}: {error}") from error
        suffix = {"python": ".py", "typescript": ".ts"}[language]
        return {
            path.rpartition("/")[2]: text for path, text in files.items() if path.endswith(suffix)
        }


@lru_cache(maxsize=32)
def _finished(text: str) -> str:
    """A Python file without the imports that it does not use; of mutants, most files are alike."""
    return format_python({"x.py": text})["x.py"]


class InPython:
    """Replays the vectors in Python."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    def noticed_by(self, plan: Plan, type_name: str | None) -> str | None:
        """The id of a vector that the bindings get wrong; those of a type are tried first.

        Raises:
            StillbornError: There are no such bindings.
        """
        sources = self._subject.sources("python", plan)
        package = f"mutant_{next(_numbers)}"
        try:
            sources = {name: _finished(text) for name, text in sources.items()}
            with imported(sources, package, self._subject.module.name) as module:
                for vector in _type_first(self._subject.vectors, type_name):
                    if not is_owed(vector, read_in_python(module, vector.payload)):
                        return vector.id
        except (
            RuntimeError,
            SyntaxError,
            ImportError,
            NameError,
            TypeError,
            AttributeError,
        ) as error:
            raise StillbornError(f"{type(error).__name__}: {error}") from error
        return None


def _type_first(vectors: Sequence[Vector], type_name: str | None) -> Iterator[Vector]:
    for wanted in (True, False):
        yield from (v for v in vectors if (v.payload.type == type_name) is wanted)


class InTypeScript:
    """Replays the vectors in TypeScript."""

    def __init__(self, subject: Subject, node: NodeProcess) -> None:
        self._subject = subject
        self._node = node
        node.ask({"payloads": [asdict(vector.payload) for vector in subject.vectors]})
        rows = self._ask(subject.sources("typescript", subject.module.plan))
        unmutated = wrong(subject.vectors, map(outcome_of, rows))
        if unmutated:
            raise AssertionError(f"wrong without a mutation: {unmutated}")

    def noticed_by(self, plan: Plan, type_name: str | None) -> str | None:
        """The id of a vector that the bindings get wrong; those of a type are tried first.

        Raises:
            StillbornError: There are no such bindings.
        """
        answer = self._ask(self._subject.sources("typescript", plan), type=type_name or "")
        if answer is None:
            return None
        if "stillborn" in answer:
            raise StillbornError(answer["stillborn"])
        vector: Vector = self._subject.vectors[answer["index"]]
        if is_owed(vector, outcome_of(answer["outcome"])):
            raise AssertionError(f"{vector.id}: the same value in another text")
        return vector.id

    # Any: the worker's answers are JSON.
    def _ask(self, files: Mapping[str, str], **more: str) -> Any:
        module = self._subject.module.name.replace("_", "-")
        return self._node.ask({"files": files, "module": module, **more})
