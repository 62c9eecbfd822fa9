"""All vectors of one module: every type, every check, both sides of it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eventwright.compiled import CompiledModule
from eventwright.errors import Location
from eventwright.judging.issues import Issue
from eventwright.judging.reference import Reference
from eventwright.modelling.model import Definition
from eventwright.planning.words import WORDS
from eventwright.reading.jsontext import Json
from eventwright.rendering.code import Code
from eventwright.rendering.naming import Language, bind
from eventwright.targets.vectors.candidates import Candidates, Few
from eventwright.targets.vectors.encoded import Encoder, NoPlaceError
from eventwright.targets.vectors.samples import NoSampleError, Sampler
from eventwright.targets.vectors.texts import text_cases
from eventwright.targets.vectors.tree import write
from eventwright.targets.vectors.values import Candidate

MOST_CHARACTERS = 500_000
"""How long the payloads of the root type are together; of another type, a tenth of that."""
MOST_OF_OTHERS = 3 * MOST_CHARACTERS
"""How long those of all other types are together; the longest are cut to the same length."""

_FEWEST = 8
"""How many payloads of a type there are in any case, if there are as many."""
_MOST_ISSUES = 100
"""How many issues of a payload are told."""

# What a double may not hold as it stands; no shorter one is past 2**53.
_LONG_NUMBER = re.compile(r"[0-9](?:[0-9]{15}|[eE])")
# Names as the schema has them: no language's keywords get in their way.
_LANGUAGE = Language(
    reserved=frozenset(),
    member_reserved=frozenset(),
    members_verbatim=True,
    derived=lambda _: (),
)


class _Case(NamedTuple):
    """A payload, and what is wrong with it as text, or None if the schema decides."""

    place: str
    aim: str
    text: str
    issue: Issue | None


class Suite:
    """Makes the vectors of one module: of every type that has functions."""

    def __init__(self, module: CompiledModule) -> None:
        self._module = module
        self._names = bind(module.model, _LANGUAGE)
        self._exact = Reference(module.plan)
        self._doubles = Reference(module.plan, doubles=True)
        self._encoder = Encoder(module, self._exact)
        self._sampler = Sampler(module.schemas, module.plan, self._exact)
        self._few: Few = {}
        self.without: list[Code] = []
        """The types that no payload was found for."""

    def vectors(self) -> Iterator[dict[str, Json]]:
        """The vectors, each with an id that stays its own when other types come and go."""
        root = self._module.model.root
        cases: dict[Location, list[_Case]] = {}
        for location in self._module.model.definitions:
            if location not in self._names.given:
                continue
            try:
                base = self._sampler.sample(self._module.plan.of(location))
            except NoSampleError:
                self.without.append(self._names.type(location))
                continue
            most = MOST_CHARACTERS if location == root else MOST_CHARACTERS // 10
            cases[location] = list(_first(self._cases(location, base), most))
        others = [_length(some) for location, some in cases.items() if location != root]
        share = shared_out(MOST_OF_OTHERS, others)
        for location, some in cases.items():
            kept = some if location == root else _first(some, share)
            yield from self._of_type(self._module.model.definitions[location], kept)

    def _of_type(self, definition: Definition, cases: Iterable[_Case]) -> Iterator[dict[str, Json]]:
        texts: set[str] = set()
        ids: Counter[str] = Counter()
        type_name = str(self._names.type(definition.location))
        for place, aim, text, issue in cases:
            if text in texts:
                continue
            texts.add(text)
            name = f"{type_name}{place}:{aim}"
            ids[name] += 1
            unique = name if ids[name] == 1 else f"{name}~{ids[name]}"
            try:
                expected = _fault([issue]) if issue else self._expected(definition, text)
            except NoPlaceError:
                continue
            yield {"id": unique, "type": type_name, "text": text, **expected}

    def _cases(self, location: Location, base: Json) -> Iterator[_Case]:
        program = self._module.plan.of(location)
        is_root = location == self._module.model.root
        examples = _examples(self._module.schemas.at(program.location))
        candidates = [Candidate("", f"example={n}", e) for n, e in enumerate(examples)]
        maker = Candidates(
            self._module.plan,
            self._sampler,
            self._exact,
            self._names.given,
            self._few,
            through=is_root,
        )
        for candidate in (*candidates, *maker.of(program, base)):
            yield _Case(candidate.place, candidate.aim, write(candidate.tree), None)
        if is_root:
            for case in text_cases(self._exact, program, base):
                yield _Case("", case.aim, case.text, case.issue)

    def _expected(self, definition: Definition, text: str) -> dict[str, Json]:
        value: Json = json.loads(text)
        program = self._module.plan.of(definition.location)
        exact = self._exact.issues(program, value)
        doubles = self._doubles.issues(program, value) if _LONG_NUMBER.search(text) else exact
        if exact:
            expected = _fault(exact)
        else:
            expected = {"valid": True, "encoded": self._encoder.encoded(definition, value)}
        if doubles == exact:
            return expected
        return expected | {"number": _fault(doubles) if doubles else {"valid": True}}


def shared_out(whole: int, wanted: Iterable[int]) -> int:
    """The most that each may have of what it wants, so that all together have no more than a whole.

    Who wants less leaves the rest to the others.
    """
    amounts = sorted(wanted)
    for index, amount in enumerate(amounts):
        even = whole // (len(amounts) - index)
        if amount > even:
            return even
        whole -= amount
    return max(amounts, default=0)


def _length(cases: Iterable[_Case]) -> int:
    return sum(len(case.text) for case in cases)


def _first(cases: Iterable[_Case], most: int) -> Iterator[_Case]:
    """The first cases, up to the one that brings them to more characters than so many.

    The first few are a valid payload and values of other types, of which no type goes without.
    """
    characters = 0
    for count, case in enumerate(cases, 1):
        yield case
        characters += len(case.text)
        if characters > most and count >= _FEWEST:
            return


def _examples(schema: Json) -> list[Json]:
    examples = schema.get("examples") if isinstance(schema, dict) else None
    return examples if isinstance(examples, list) else []


def _fault(found: list[Issue]) -> dict[str, Json]:
    more = [Issue("", "limit", WORDS["limit"])] if len(found) > _MOST_ISSUES else []
    issues = found[:_MOST_ISSUES] + more
    listed: list[Json] = [
        {"path": issue.path, "code": issue.code, "message": issue.message} for issue in issues
    ]
    return {"valid": False, "issues": listed}
