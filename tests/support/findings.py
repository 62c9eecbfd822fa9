"""Small schemas with payloads for which it is known what both languages make of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eventwright.reading.jsontext import Json
from eventwright.settings import Settings
from fuzz.comparing import same_value
from fuzz.languages import Outcome, make_packages, node, read_in_python
from support.many_schemas import Outcomes, outcomes


@dataclass(frozen=True, slots=True)
class Finding:
    schema: dict[str, Json]
    valid: tuple[Json, ...]
    refused: tuple[Json, ...]
    shortened: tuple[tuple[Json, Json], ...] = ()
    """Valid payloads with members that are not kept, each with what is written for it."""

    @property
    def payloads(self) -> tuple[Json, ...]:
        return (*self.valid, *(payload for payload, _ in self.shortened), *self.refused)

    @property
    def written(self) -> tuple[Json, ...]:
        return (*self.valid, *(written for _, written in self.shortened))


def read_findings(findings: Mapping[str, Finding], folder: Path) -> dict[str, Outcomes]:
    """What both languages make of the payloads of each finding."""
    groups = {name: (finding.schema, finding.payloads) for name, finding in findings.items()}
    return outcomes(groups, folder, Settings(schema=folder, output=folder))


def assert_found(finding: Finding, both: Outcomes) -> None:
    """Both languages refuse what they have to, with the same issues, and write what is owed."""
    owed = [compact(payload) for payload in finding.written] + [None] * len(finding.refused)
    for python, typescript, written in zip(both.python, both.typescript, owed, strict=True):
        assert python.fault is typescript.fault is None, (python.fault, typescript.fault)
        assert python.issues == typescript.issues, (python.issues, typescript.issues)
        assert same_value(python.encoded, written), (python.encoded, written)
        assert same_value(typescript.encoded, written), (typescript.encoded, written)


def read_everywhere(
    cases: Mapping[str, tuple[Mapping[str, Json], Json]], folder: Path
) -> dict[str, list[Outcome]]:
    """What is made of a payload of each schema.

    By Python with each of its parsers, and by TypeScript with bigint and with number.
    """
    (schemas := folder / "schemas").mkdir()
    for name, (schema, _) in cases.items():
        (schemas / f"{name}.json").write_text(json.dumps(schema), encoding="utf-8")
    packages = make_packages(schemas, folder / "made", formats=False)
    found: dict[str, list[Outcome]] = {}
    with node() as process:
        process.load(*packages.typescript)
        for name, (_, payload) in cases.items():
            text = [compact(payload)]
            readings = [
                *(read_in_python(module, text) for module in packages.modules(name).values()),
                *(process.read(place, name, text) for place in packages.typescript),
            ]
            found[name] = [outcome for [outcome] in readings]
    return found


def required(name: str) -> dict[str, Json]:
    """An object with one member, an integer."""
    return {"type": "object", "properties": {name: {"type": "integer"}}, "required": [name]}


def compact(payload: Json) -> str:
    """The text of a payload, in which an infinite number is one past the range of a double."""
    return json.dumps(payload, separators=(",", ":")).replace("Infinity", "1e400")
