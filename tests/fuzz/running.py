"""Runs of the fuzzer: payloads for a schema set, until the time or the number is up."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from fuzz.comparing import Difference, difference
from fuzz.languages import Node, Packages, Payload, make_packages, read_in_python
from fuzz.payloads import Payloads
from fuzz.schema_sets import SchemaSet, schema_set
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
    findings: list[Finding] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    """How many payloads had an issue of each code."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A module whose bindings are compared."""

    name: str
    schemas: SchemaSet
    packages: Packages
    node: Node

    def differences(
        self, payloads: list[Payload], result: Result
    ) -> Iterator[tuple[Payload, Difference]]:
        """The payloads that are disagreed about."""
        python = read_in_python(self.packages.module(self.name), payloads)
        folders = self.packages.typescript
        modes = [self.node.read(folder, self.name, payloads) for folder in folders]
        bigint, number = modes or (python, python)
        for payload, *outcomes in zip(payloads, python, bigint, number, strict=True):
            result.payloads += 1
            result.accepted += outcomes[0].accepted
            result.codes.update(outcomes[0].codes)
            found = difference(payload, self.schemas, *outcomes)
            if found:
                yield payload, found


def subject(schema: Path, name: str, folder: Path, node: Node, *, formats: bool) -> Subject:
    """Make the bindings of a schema file, or of the folder of one module.

    Raises:
        EventwrightError: The schemas can't be used.
    """
    packages = make_packages(schema, folder, formats=formats)
    node.load(*packages.typescript)
    return Subject(name, schema_set(schema), packages, node)


def fuzz(subject: Subject, seed: int, *, payloads: int, deadline: float) -> Result:
    """Compare so many payloads, or as many as fit before `time.monotonic()` is at the deadline."""
    result = Result()
    kinds: set[tuple[str, str]] = set()
    stream = Payloads(subject.schemas, seed).stream()
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
