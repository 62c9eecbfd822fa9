"""The race in TypeScript, and the size of what a client ships."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias, TypedDict

from benchmarks import measures
from benchmarks.cases import ROOT_TYPES, Case, cases, fits_doubles
from benchmarks.measures import EVENTS, Result
from benchmarks.progress import tell
from benchmarks.race import ROUNDS, Races, Times, speed_ratio, time_ratio
from benchmarks.stream import LARGE_NOTE
from benchmarks.tables import Row, Table, by_events, speed_rows
from support.fixtures import PROTOCOLS, Protocol
from support.packages import compile_typescript
from support.project import GENERATED, python_tool, run
from support.replay import compiled_module

NODE = Path(__file__).parent / "node"
OURS = "eventwright"
AJV = "ajv"
PARSE_ALONE = "JSON.parse alone"

Mode: TypeAlias = Literal["number", "bigint"]


class Wrong(TypedDict):
    """Counts of wrong verdicts: ours by mode, the peers' by name."""

    ours: dict[Mode, int]
    peers: dict[str, int]


# By functional syntax, since `is` is no name in Python.
Found = TypedDict(
    "Found",
    {
        "decode": Races,
        "decodeLarge": Mapping[str, Times],
        "is": Races,
        "isAfterInvalid": Races,
        "wrong": Wrong,
    },
)


def run_typescript(
    stream: Mapping[Protocol, Sequence[str]], large: Mapping[str, Sequence[str]]
) -> tuple[list[Result], list[Table]]:
    """Race all contenders and bundle them; gives our results and the tables of everybody's."""
    tell("TypeScript: compile the bindings")
    run("node", "write-standalone.mjs", cwd=NODE)
    with TemporaryDirectory() as folder:
        packages = _compile(Path(folder))
        found = _race(stream, large, packages)
        sizes = _bundle(packages["number"])
    return [*_results(found, sizes)], [*_tables(found, sizes)]


def _compile(folder: Path) -> dict[Mode, Path]:
    options = ("--target", "typescript", "--int64", "bigint", "--output", folder / "generated")
    run(*python_tool("eventwright"), "generate", *options)
    sources: dict[Mode, Path] = {
        "number": GENERATED / "typescript",
        "bigint": folder / "generated" / "typescript",
    }
    return {mode: compile_typescript(source, folder / mode) for mode, source in sources.items()}


def _race(
    stream: Mapping[Protocol, Sequence[str]],
    large: Mapping[str, Sequence[str]],
    packages: Mapping[Mode, Path],
) -> Found:
    task = {
        "stream": stream,
        "large": large,
        "cases": {protocol: [*map(_asked, cases(protocol))] for protocol in PROTOCOLS},
        "bindings": {
            mode: {protocol: str(compiled_module(package, protocol)) for protocol in PROTOCOLS}
            for mode, package in packages.items()
        },
        "rounds": ROUNDS,
    }
    tell("TypeScript: decode and is")
    done = subprocess.run(
        ["node", "main.mjs"],
        cwd=NODE,
        input=json.dumps(task),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found: Found = json.loads(done.stdout)
    return found


def _asked(case: Case) -> dict[str, object]:
    return {**asdict(case), "peers": _is_for_peers(case)}


def _is_for_peers(case: Case) -> bool:
    return case.type in ROOT_TYPES.values() and fits_doubles(case.text)


def _bundle(package: Path) -> dict[str, int]:
    tell("TypeScript: bundle a client")
    sizes: dict[str, int] = json.loads(run("node", "bundle.mjs", package, cwd=NODE))
    return sizes


def _results(found: Found, sizes: Mapping[str, int]) -> Iterable[Result]:
    for protocol in EVENTS:
        slower = time_ratio(found["decode"][protocol], OURS, PARSE_ALONE)
        yield Result(measures.TYPESCRIPT_DECODE[protocol], slower)
    for goals, races in (
        (measures.TYPESCRIPT_IS, found["is"]),
        (measures.TYPESCRIPT_IS_AFTER, found["isAfterInvalid"]),
    ):
        for protocol in EVENTS:
            yield Result(goals[protocol], speed_ratio(races[protocol], OURS, AJV))
    yield Result(measures.BUNDLE, sizes[OURS])
    for mode, wrong in found["wrong"]["ours"].items():
        yield Result(measures.wrong_verdicts(f"TypeScript, {mode}"), wrong)


def _tables(found: Found, sizes: Mapping[str, int]) -> Iterable[Table]:
    wrong = {OURS: found["wrong"]["ours"]["number"], **found["wrong"]["peers"]}
    decoders = found["decode"]["event_frame"]
    judged = sum(_is_for_peers(case) for protocol in PROTOCOLS for case in cases(protocol))
    yield Table(
        "TypeScript decode: speed against JSON.parse alone",
        "From text to a value that is checked and has its defaults; TypeBox leaves these out.",
        [*EVENTS.values()],
        speed_rows(decoders, by_events(found["decode"]), PARSE_ALONE, wrong),
        judged=judged,
    )
    yield Table(
        "TypeScript decode of large tool results: speed against JSON.parse alone",
        LARGE_NOTE,
        [*found["decodeLarge"]],
        speed_rows(decoders, found["decodeLarge"], PARSE_ALONE, {}),
    )
    yield Table(
        "TypeScript is: speed against ajv",
        "Whether a parsed value is valid.",
        [*EVENTS.values()],
        speed_rows(found["is"]["event_frame"], by_events(found["is"]), AJV, {}),
    )
    yield Table(
        "TypeScript is, after all invalid payloads: speed against ajv",
        "The same once more, when every contender has seen each invalid payload.",
        [*EVENTS.values()],
        speed_rows(found["is"]["event_frame"], by_events(found["isAfterInvalid"]), AJV, {}),
    )
    yield Table(
        "A client that validates both protocols, bytes after gzip",
        "With full lists of issues, by esbuild --bundle --minify and gzip -9.",
        ["bytes"],
        [Row(name, {"bytes": size}) for name, size in sizes.items()],
        better="lower",
        unit="bytes",
    )
