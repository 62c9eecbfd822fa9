"""`make fuzz`: compare the bindings for a while and tell what was found."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from fuzz.languages import node
from fuzz.running import Result, fuzz, subject
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
    findings = 0
    schemas = asked.schema or PROTOCOLS
    with tempfile.TemporaryDirectory() as folder, node() as process:
        for index, schema in enumerate(schemas):
            share = asked.seconds / len(schemas)
            name = module_name(schema)
            place = Path(folder) / str(index)
            made = subject(schema.resolve(), name, place, process, formats=not asked.schema)
            deadline = time.monotonic() + share
            result = fuzz(made, asked.seed, payloads=asked.payloads, deadline=deadline)
            report(name, result)
            findings += len(result.findings)
    return 1 if findings else 0


def fuzz_random_schemas(asked: argparse.Namespace) -> int:
    """Compare the bindings of random schemas; 1 if there is a finding."""
    with tempfile.TemporaryDirectory() as folder, node() as process:
        fuzzer = SchemaFuzzer(Path(folder), process, asked.seed)
        result, used = fuzzer.run(asked.schemas, time.monotonic() + asked.seconds)
    report(f"{used} random schemas", result)
    return 1 if result.findings else 0


def module_name(schema: Path) -> str:
    """The module that is made of a schema file or folder."""
    stem = schema.name.removesuffix(".json").removesuffix(".schema")
    return "".join(letter if letter.isalnum() else "_" for letter in stem)


def report(name: str, result: Result) -> None:
    """Tell what a run has done."""
    codes = ", ".join(f"{code} {count}" for code, count in result.codes.most_common())
    print(f"{name}: {result.payloads} payloads, {result.accepted} accepted; {codes}")  # noqa: T201
    for finding in result.findings:
        print(f"\n{finding}")  # noqa: T201 - it is what the command is for


sys.exit(main())
