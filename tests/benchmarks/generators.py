"""The generator against its peers: whole processes, on both protocols and on a large schema."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import measures
from benchmarks.definitions import definitions
from benchmarks.measures import Result
from benchmarks.processes import BIN, Program, race_programs
from benchmarks.progress import tell
from benchmarks.race import Times, time_ratio
from benchmarks.tables import Row, Table
from support.fixtures import PROTOCOLS
from support.project import ROOT

NODE = Path(__file__).parent / "node"
ROUNDS = 30
PEERS_EVERY = 5
LARGE_ROUNDS = 3
SMALL, LARGE = 540, 5_400

OURS = "eventwright"
UNCHANGED = "eventwright, nothing changed"
OURS_SMALL = f"eventwright, {SMALL} definitions"
DATAMODEL_CODEGEN = "datamodel-codegen"


def run_generators() -> tuple[list[Result], list[Table]]:
    """Race the generators; gives our results and the tables of everybody's."""
    tell("generators: both protocols")
    with _folder() as folder:
        protocols = race_programs(_on_protocols(folder), ROUNDS, folder)
    tell(f"generators: {LARGE:,} definitions")
    with _folder() as folder:
        large = race_programs(_on_definitions(folder), LARGE_ROUNDS, folder)
    results = [
        Result(measures.GENERATE, median(protocols[OURS])),
        Result(measures.UNCHANGED, median(protocols[UNCHANGED])),
        Result(measures.LARGE, time_ratio(large, OURS, DATAMODEL_CODEGEN)),
        Result(measures.GROWTH, time_ratio(large, OURS, OURS_SMALL)),
    ]
    tables = [
        Table(
            "Generators on both protocols, seconds",
            "Whole processes; one description changes before each run. eventwright writes Python,"
            " TypeScript and vectors; datamodel-codegen writes dataclasses, formatted by ruff; the"
            f" other two write TypeScript's types. {ROUNDS} rounds; the peers run in one of"
            f" {PEERS_EVERY}.",
            ["seconds"],
            _rows(protocols),
            better="lower",
            unit="s",
        ),
        Table(
            f"Generators on {LARGE:,} synthetic definitions, seconds",
            "eventwright writes Python and TypeScript. It and datamodel-codegen run"
            f" {LARGE_ROUNDS} times, interleaved, the other two once.",
            ["seconds"],
            _rows(large),
            better="lower",
            unit="s",
        ),
    ]
    return results, tables


@contextmanager
def _folder() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(folder)


def _on_protocols(folder: Path) -> list[Program]:
    schema = folder / "schema"
    shutil.copytree(ROOT / "schema", schema)
    change = _changing(schema / "event_frame" / "turn_started.schema.json")
    roots = [schema / protocol / f"{protocol}.schema.json" for protocol in PROTOCOLS]
    ours = _eventwright(schema, folder / "ours", ["python", "typescript", "vectors"])
    return [
        Program(OURS, ours, change),
        Program(UNCHANGED, ours),
        *(
            replace(peer, every=PEERS_EVERY)
            for peer in _peers(schema, roots, folder, folder / "dataclasses")
        ),
    ]


def _on_definitions(folder: Path) -> list[Program]:
    schemas = {size: folder / f"events{size}.schema.json" for size in (SMALL, LARGE)}
    for size, path in schemas.items():
        path.write_text(json.dumps(definitions(size)), encoding="utf-8")
    targets = ["python", "typescript"]

    def ours(size: int, name: str) -> Program:
        command = _eventwright(schemas[size], folder / f"ours{size}", targets)
        return Program(name, command, _changing(schemas[size]))

    large = schemas[LARGE]
    codegen, *others = _peers(large, [large], folder, folder / "dataclasses.py")
    return [
        ours(SMALL, OURS_SMALL),
        ours(LARGE, OURS),
        codegen,
        *(replace(other, every=LARGE_ROUNDS) for other in others),
    ]


def _changing(path: Path) -> Callable[[], None]:
    """What gives a schema another description each time, so that nothing is found unchanged."""
    schema = json.loads(path.read_bytes())
    revisions = count(1)

    def change() -> None:
        revised = {**schema, "description": f"This is revision {next(revisions)}."}
        path.write_text(json.dumps(revised), encoding="utf-8")

    return change


def _eventwright(schema: Path, output: Path, targets: Iterable[str]) -> list[str | Path]:
    options: list[str | Path] = ["--schema", schema, "--output", output, "--package", "events"]
    chosen = [word for target in targets for word in ("--target", target)]
    return [BIN / "eventwright", "generate", *options, *chosen]


def _peers(schema: Path, roots: Sequence[Path], folder: Path, output: Path) -> list[Program]:
    kind = ["--input-file-type", "jsonschema", "--output-model-type", "dataclasses.dataclass"]
    formatters = ["--formatters", "ruff-check", "ruff-format"]
    files: list[str | Path] = ["--input", schema, "--output", output]
    typescript = folder / "typescript"
    typescript.mkdir()
    quicktype = NODE / "node_modules" / ".bin" / "quicktype"
    written = typescript / "quicktype.ts"
    options = ["--src-lang", "schema", "--lang", "typescript", "--out"]
    return [
        Program(DATAMODEL_CODEGEN, [BIN / DATAMODEL_CODEGEN, *files, *kind, *formatters]),
        Program("json-schema-to-typescript", ["node", NODE / "json2ts.mjs", typescript, *roots]),
        Program("quicktype", [quicktype, *options, written, *roots]),
    ]


def _rows(times: Times) -> list[Row]:
    return [Row(name, {"seconds": median(taken)}) for name, taken in times.items()]
