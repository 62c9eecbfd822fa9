"""Runs of the fuzzer over random schemas."""

from __future__ import annotations

import json
import math
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from eventwright.errors import EventwrightError
from fuzz.comparing import Difference
from fuzz.languages import Node, Packages, Payload, make_packages
from fuzz.random_documents import random_documents
from fuzz.running import Finding, Result, Subject, fuzz, subjects
from fuzz.schema_sets import one_document
from fuzz.shrinking import shrunk_json
from fuzz.type_errors import TypeCheck, mypy, pyright, tsc

# Any: a schema is any JSON value.
Look: TypeAlias = Callable[[Any, Packages], Iterable[Difference]]
"""Gives the differences that a schema and its packages show."""
BATCH = 80
PAYLOADS = 60
"""How many payloads the types of a schema get together."""
UNION_PAYLOADS = 12
"""How many payloads a tagged union gets at least."""


@dataclass(frozen=True, slots=True)
class SchemaFuzzer:
    """Makes bindings of random schemas and compares what they say."""

    folder: Path
    node: Node
    seed: int
    types_of_every: int = 1
    """Of every how many schemas type checkers look at the bindings; it takes most of the time."""

    def run(self, schemas: int, deadline: float) -> tuple[Result, int]:
        """Compare payloads of random schemas; also gives how many schemas could be used."""
        total = Result()
        used = 0
        source = random_documents(self.seed)
        for start in range(0, schemas, BATCH):
            size = min(BATCH, schemas - start)
            documents = {f"s{start + i}": next(source) for i in range(size)}
            if time.monotonic() < deadline:
                used += self._batch(documents, total)
        return total, used

    # Any: a schema is any JSON value.
    def _batch(self, documents: dict[str, Any], total: Result) -> int:
        everything = dict(documents)
        packages, crashed = _packages(self._place(), documents)
        try:
            self.node.load(*packages.folders)
            findings = [
                f for name in documents for f in self._compared(name, documents, packages, total)
            ]
        except RuntimeError as error:
            findings = [Finding("batch", "", Difference("crash", str(error)))]
        for finding in (*crashed, *findings):
            document = everything.get(finding.schema.partition("#")[0])
            look = partial(self._differences, finding.payload)
            total.findings.append(self._minimal(finding, document, look))
        checked = dict(islice(documents.items(), 0, None, self.types_of_every))
        if checked:
            total.findings += self._badly_typed(checked, packages)
        return len(documents)

    def _badly_typed(self, documents: dict[str, Any], packages: Packages) -> Iterator[Finding]:
        cache = self.folder / "mypy"
        for check in (partial(tsc, node=self.node), partial(mypy, cache=cache), pyright):
            # One of each kind is enough: the others may well be the same fault.
            told = [
                each
                for made in (packages, packages.opened)
                if made is not None
                for each in check(made, documents)
            ]
            by_kind = {found.kind: (name, found) for name, found in told}
            for name, found in by_kind.values():
                look = partial(_type_errors, check)
                yield self._minimal(Finding(name, "", found), documents.get(name), look)

    def _compared(
        self, name: str, documents: dict[str, Any], packages: Packages, total: Result
    ) -> list[Finding]:
        result = Result()
        try:
            types = self._subjects(name, documents[name], packages)
            for subject in types:
                some = max(-(-PAYLOADS // len(types)), UNION_PAYLOADS if subject.union else 0)
                result.add(fuzz(subject, self.seed, payloads=some, deadline=math.inf))
        except Exception:  # noqa: BLE001 - a module that can't be imported is a finding too
            return [Finding(name, "", Difference("crash", traceback.format_exc(limit=-3)))]
        findings, result.findings = result.findings, []
        total.add(result)
        return findings

    def _subjects(self, name: str, document: Any, packages: Packages) -> list[Subject]:
        sets = one_document(document, f"{name}.schema.json")
        return subjects(name, sets, packages, self.node, every_type=True)

    def _place(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self.folder))

    def _minimal(self, finding: Finding, document: Any, look: Look) -> Finding:
        """The finding with the smallest schema that shows it too."""

        def fails(candidate: Any) -> bool:
            return isinstance(candidate, dict) and self._kind(candidate, look) == kind

        kind = self._kind(document, look)
        smallest = shrunk_json(document, fails) if kind else document
        return Finding(json.dumps(smallest), finding.payload, finding.difference)

    def _kind(self, document: Any, look: Look) -> str | None:
        """What kind of difference a schema shows; the last line of the traceback for a crash."""
        place = self._place()
        documents = {"s": document}
        try:
            packages, crashed = _packages(place, documents)
            if crashed:
                return crashed[0].difference.detail.strip().splitlines()[-1]
            if not documents:
                return None
            found = next(iter(look(document, packages)), None)
        except Exception as error:  # noqa: BLE001 - a crash is one kind
            return f"{type(error).__name__}: {error}"
        return found.kind if found else None

    def _differences(
        self, payload: Payload, document: Any, packages: Packages
    ) -> Iterator[Difference]:
        """What is disagreed about a payload of the only module."""
        self.node.load(*packages.folders)
        for each in self._subjects("s", document, packages):
            for _, found in each.differences([payload], Result()):
                yield found


def _type_errors(check: TypeCheck, document: Any, packages: Packages) -> Iterator[Difference]:
    """What a type checker finds in the only module, whatever its schema."""
    del document
    for made in (packages, packages.opened):
        if made is not None:
            yield from (found for _, found in check(made, ("s",)))


# Any: a schema is any JSON value.
def _packages(folder: Path, documents: dict[str, Any]) -> tuple[Packages, list[Finding]]:
    """The packages of the documents that can be used, and findings about those that crash.

    Documents that can't be used are removed from `documents`.
    """
    crashed: list[Finding] = []
    source = folder / "set"
    source.mkdir(parents=True)
    for name, document in documents.items():
        (source / f"{name}.schema.json").write_text(json.dumps(document), encoding="utf-8")
    while True:
        try:
            if not documents:
                return Packages({}, (), {}, {}, frozenset(), {}), crashed
            # A folder of its own: what another try has left there would be loaded too.
            made = make_packages(source, folder / f"made_{len(documents)}", formats=False)
        except EventwrightError as error:
            refused = {problem.location.file.partition(".")[0] for problem in error.problems}
        except Exception:  # noqa: BLE001 - whatever it is, it is a finding
            refused = set(_crashing(folder, documents, crashed))
        else:
            return made, crashed
        if not refused & documents.keys():
            raise AssertionError("schemas that are refused only when they are together")
        for name in refused:
            del documents[name]
            (source / f"{name}.schema.json").unlink()


def _crashing(folder: Path, documents: dict[str, Any], crashed: list[Finding]) -> Iterator[str]:
    """The documents that the generator can't take, each noted as a finding or refused."""
    for name in documents:
        try:
            schema = folder / "set" / f"{name}.schema.json"
            make_packages(schema, folder / "alone" / name, formats=False)
        except EventwrightError:
            yield name
        except Exception:  # noqa: BLE001 - whatever it is, it is a finding
            found = Difference("crash", traceback.format_exc(limit=-2))
            crashed.append(Finding(name, "", found))
            yield name
