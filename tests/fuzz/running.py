"""Runs of the fuzzer: payloads for a schema set, until the time or the number is up."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from eventwright.modelling.model import Union
from fuzz.comparing import (
    Difference,
    common,
    difference,
    of_oracles,
    of_parsers,
    of_written,
    same_value,
)
from fuzz.keeping import of_keeping
from fuzz.languages import Node, Outcome, Packages, Payload, make_packages, read_in_python
from fuzz.opening import of_opening
from fuzz.oracles import Oracles
from fuzz.payloads import Payloads
from fuzz.schema_sets import SchemaSet
from fuzz.shrinking import shrunk

BATCH = 500
MAX_FINDINGS = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """A disagreement, with the smallest payload that was found to show it."""

    schema: str
    payload: Payload
    difference: Difference

    def __str__(self) -> str:
        return f"{self.schema}: {self.difference.kind}\n{self.payload!r}\n{self.difference.detail}"


@dataclass(slots=True)
class Result:
    """What a run has done."""

    payloads: int = 0
    accepted: int = 0
    kept: int = 0
    """How many had an unknown tag that was kept."""
    findings: list[Finding] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    """How many payloads had an issue of each code."""

    def add(self, other: Result) -> None:
        """Take over what another run has done."""
        self.payloads += other.payloads
        self.accepted += other.accepted
        self.kept += other.kept
        self.findings += other.findings
        self.codes.update(other.codes)


@dataclass(frozen=True, slots=True)
class Subject:
    """A type whose bindings are compared."""

    name: str
    schemas: SchemaSet
    root: str
    """The URI of the type's schema."""
    packages: Packages
    module: str
    suffix: str
    """What the functions of the type end in; those of a module's root type have short names."""
    node: Node
    oracles: Oracles
    ajv: int
    union: Union | None
    """The type, where it is a tagged union."""

    def differences(
        self, payloads: list[Payload], result: Result
    ) -> Iterator[tuple[Payload, Difference]]:
        """The payloads that are disagreed about."""
        by_parser = {
            parser: read_in_python(module, payloads, self.suffix)
            for parser, module in self.packages.modules(self.module).items()
        }
        in_python = zip(*by_parser.values(), strict=True)
        in_typescript = (
            self.node.read(folder, self.module, payloads, self.suffix)
            for folder in self.packages.typescript
        )
        told = self.node.told_by_oracle(self.ajv, payloads)
        answers = list(zip(payloads, in_python, *in_typescript, told, strict=True))
        refused = self._refused((read[0].encoded, payload) for payload, read, *_ in answers)
        for payload, read, bigint, number, ajv in answers:
            python, *_ = read
            result.payloads += 1
            result.accepted += python.accepted
            result.kept += python.kept is not None
            result.codes.update(python.codes)
            found = (
                of_parsers(dict(zip(by_parser, read, strict=True)))
                or difference(python, bigint, number, payload)
                or of_keeping(payload, python, self.union)
                or of_oracles(payload, python, self.oracles, ajv)
                or of_written(python, refused)
            )
            if found:
                yield payload, found
        yield from self._opened([python for _, (python, *_), *_ in answers], payloads)

    def _opened(
        self, closed: list[Outcome], payloads: list[Payload]
    ) -> Iterator[tuple[Payload, Difference]]:
        """The payloads that are disagreed about where unknown tags and words are kept."""
        packages = self.packages.opened
        if packages is None:
            return
        by_parser = {
            parser: read_in_python(module, payloads, self.suffix)
            for parser, module in packages.modules(self.module).items()
        }
        in_typescript = (
            self.node.read(folder, self.module, payloads, self.suffix)
            for folder in packages.typescript
        )
        in_python = zip(*by_parser.values(), strict=True)
        answers = zip(payloads, closed, in_python, *in_typescript, strict=True)
        for payload, before, read, bigint, number in answers:
            found = (
                of_parsers(dict(zip(by_parser, read, strict=True)))
                or difference(read[0], bigint, number, payload)
                or of_opening(payload, before, read[0])
            )
            if found:
                yield payload, Difference(f"{found.kind}, unknown kept", found.detail)

    def _refused(self, written: Iterable[tuple[str | None, Payload]]) -> Set[str]:
        """The texts that the oracles refuse, of some that are each written of a payload.

        Those are left out that are refused for the defaults in them, of which notes tell.
        """
        read = {
            text: payload for text, payload in written if text and not same_value(text, payload)
        }
        told = zip(read, self.node.told_by_oracle(self.ajv, list(read)), strict=True)
        return {
            text
            for text, ajv in told
            for value in [json.loads(text)]
            if self.oracles.contradict(value, verdict=True, ajv=ajv)
            and self.oracles.contradict(
                common(value, json.loads(read[text])), verdict=True, ajv=None
            )
        }


def subjects(
    module: str, schemas: SchemaSet, packages: Packages, node: Node, *, every_type: bool = False
) -> list[Subject]:
    """The root type of a module; all types where it has no root, or where they are asked for."""
    functions = packages.types[module]
    roots = {place: name for place, name in functions.items() if place == packages.roots[module]}
    chosen = functions if every_type or not roots else roots
    # A type made of a branch and of what stands around it has no schema of its own.
    places = [place for place in chosen if place not in packages.beside and schemas.holds(place)]
    return [
        Subject(
            f"{module}#{place.pointer}",
            schemas,
            root := schemas.uri(place),
            packages,
            module,
            "" if place in roots else functions[place],
            node,
            Oracles(schemas, root),
            node.oracle(schemas, root),
            packages.unions[module].get(place),
        )
        for place in places
    ]


def loaded(schema: Path, folder: Path, node: Node, *, formats: bool) -> Packages:
    """Make the bindings of a schema file, or of the folder of one module, and load them.

    Raises:
        EventwrightError: The schemas can't be used.
    """
    packages = make_packages(schema, folder, formats=formats)
    node.load(*packages.folders)
    return packages


def fuzz(subject: Subject, seed: int, *, payloads: int, deadline: float) -> Result:
    """Compare so many payloads, or as many as fit before `time.monotonic()` is at the deadline."""
    result = Result()
    kinds: set[tuple[str, str]] = set()
    stream = Payloads(subject.schemas, subject.root, seed).stream()
    while result.payloads < payloads and time.monotonic() < deadline:
        batch = list(islice(stream, min(BATCH, payloads - result.payloads)))
        for payload, found in subject.differences(batch, result):
            key = (found.kind, found.detail[:60])
            if key not in kinds and len(result.findings) < MAX_FINDINGS:
                kinds.add(key)
                result.findings.append(_minimal(subject, payload, found))
    return result


def _minimal(subject: Subject, payload: Payload, found: Difference) -> Finding:
    def same_kind(candidate: Payload) -> Difference | None:
        for _, other in subject.differences([candidate], Result()):
            return other if other.kind == found.kind else None
        return None

    smallest = shrunk(payload, lambda candidate: same_kind(candidate) is not None)
    return Finding(subject.name, smallest, same_kind(smallest) or found)
