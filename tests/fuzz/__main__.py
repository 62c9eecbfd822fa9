"""`make fuzz`: compare the bindings for a while and tell what was found."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from fuzz.languages import node
from fuzz.running import Result, fuzz, loaded, subjects
from fuzz.schema_sets import schema_set
from fuzz.schemas_run import SchemaFuzzer
from support.project import ROOT

PROTOCOLS = (ROOT / "schema" / "chat_event", ROOT / "schema" / "event_frame")


def main() -> int:
    """Run the fuzzer as the command line says; 1 if there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="the time to spend in all")
    parser.add_argument("--payloads", type=int, default=10**9, help="the most for each schema")
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same payloads")
    parser.add_argument(
        "--schema", type=Path, action="append", help="a schema file or a module's folder"
    )
    parser.add_argument("--schemas", type=int, help="compare so many random schemas instead")
    asked = parser.parse_args()
    if asked.schemas:
        return fuzz_random_schemas(asked)
    schemas = asked.schema or PROTOCOLS
    share = asked.seconds / len(schemas)
    findings = sum(fuzz_schema(schema.resolve(), share, asked) for schema in schemas)
    return 1 if findings else 0


def fuzz_schema(schema: Path, seconds: float, asked: argparse.Namespace) -> int:
    """Compare the bindings of every type of a module; gives the number of findings."""
    ours = asked.schema is None
    with tempfile.TemporaryDirectory() as folder, node() as process:
        packages = loaded(schema, Path(folder), process, formats=ours)
        (name,) = packages.types
        chosen = subjects(name, schema_set(schema), packages, process, every_type=not ours)
        total = Result()
        deadline = time.monotonic() + seconds
        for index, subject in enumerate(chosen):
            left = len(chosen) - index
            until = time.monotonic() + (deadline - time.monotonic()) / left
            some = (asked.payloads - total.payloads) // left
            total.add(fuzz(subject, asked.seed, payloads=some, deadline=until))
    report(f"{name}, {len(chosen)} types" if len(chosen) > 1 else name, total)
    return len(total.findings)


def fuzz_random_schemas(asked: argparse.Namespace) -> int:
    """Compare the bindings of random schemas; 1 if there is a finding."""
    with tempfile.TemporaryDirectory() as folder, node() as process:
        fuzzer = SchemaFuzzer(Path(folder), process, asked.seed)
        result, used = fuzzer.run(asked.schemas, time.monotonic() + asked.seconds)
    report(f"{used} random schemas", result)
    return 1 if result.findings else 0


def report(name: str, result: Result) -> None:
    """Tell what a run has done."""
    codes = ", ".join(f"{code} {count}" for code, count in result.codes.most_common())
    counts = f"{result.payloads} payloads, {result.accepted} accepted, {result.kept} kept"
    print(f"{name}: {counts}; {codes}")  # noqa: T201
    for finding in result.findings:
        print(f"\n{finding}")  # noqa: T201 - it is what the command is for


sys.exit(main())
