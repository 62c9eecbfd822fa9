"""Which mutants of a module's plan its vectors notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache

from eventwright.errors import Location
from eventwright.rendering.naming import Language as Naming
from eventwright.rendering.naming import bind
from mutation.mutants import Mutant
from mutation.replaying import (
    WORKER,
    InPython,
    InTypeScript,
    Language,
    StillbornError,
    Subject,
)
from support.defects import SETTINGS, modules
from support.fixtures import Protocol
from support.node_process import NodeProcess
from support.vectors import vectors

# Names as the vectors have them: those of the schema.
_NAMES = Naming(
    reserved=frozenset(),
    member_reserved=frozenset(),
    members_verbatim=True,
    derived=lambda _: (),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant."""

    mutant: Mutant
    noticed_by: str | None = None
    """The id of the first vector whose answer is another one."""
    stillborn: str | None = None
    """Why no bindings can be made of it."""

    @property
    def survived(self) -> bool:
        return self.noticed_by is None and self.stillborn is None


@cache
def canonical(protocol: Protocol) -> Subject:
    """One of our protocols with its committed vectors."""
    return Subject(modules()[protocol], SETTINGS, vectors(protocol))


def judged(subject: Subject, language: Language, mutants: Iterable[Mutant]) -> Iterator[Verdict]:
    """What becomes of each mutant in a language."""
    types = type_names(subject)
    with ExitStack() as stack:
        if language == "python":
            replayer: InPython | InTypeScript = InPython(subject)
        else:
            replayer = InTypeScript(subject, stack.enter_context(NodeProcess(WORKER)))
        for mutant in mutants:
            try:
                first = types.get(mutant.entry.location)
                yield Verdict(mutant, noticed_by=replayer.noticed_by(mutant.plan, first))
            except StillbornError as error:
                yield Verdict(mutant, stillborn=str(error))


def type_names(subject: Subject) -> Mapping[Location, str]:
    """What the vectors call each definition."""
    names = bind(subject.module.model, _NAMES)
    return {place: str(names.type(place)) for place in subject.module.model.definitions}
