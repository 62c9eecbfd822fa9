"""The official JSON-Schema-Test-Suite, as the source distribution of jsonschema holds it."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from support.project import ROOT, python_tool, run

Draft: TypeAlias = Literal["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"]

RELEASE = "4.26.0"
CACHE = ROOT / ".cache" / "official-suite"
REMOTES_URI = "http://localhost:1234/"
META_SCHEMAS: dict[Draft, str] = {
    "draft4": "http://json-schema.org/draft-04/schema#",
    "draft6": "http://json-schema.org/draft-06/schema#",
    "draft7": "http://json-schema.org/draft-07/schema#",
    "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
    "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A payload, and whether it is valid."""

    description: str
    # Any: a payload is any JSON value.
    payload: Any
    valid: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A schema and the cases for it."""

    file: str
    """The path of its file in the draft's folder, without the ending; optional ones lie deeper."""
    description: str
    # Any: a schema is any JSON value.
    schema: Any
    cases: tuple[Case, ...]

    @property
    def mandatory(self) -> bool:
        """Whether every validator of the draft owes these verdicts."""
        return "/" not in self.file

    @property
    def asserts_formats(self) -> bool:
        """Whether the verdicts are those of a validator that checks formats."""
        return self.file.startswith("optional/format/")


def suite_folder() -> Path:
    """The folder of the suite, fetched from the package registry where it is not there yet."""
    folder = CACHE / f"jsonschema-{RELEASE}" / "json"
    if not folder.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        options = ("--no-deps", "--no-binary", "jsonschema")
        package = f"jsonschema=={RELEASE}"
        run(*python_tool("pip"), "download", "--quiet", *options, "--dest", CACHE, package)
        with tarfile.open(CACHE / f"jsonschema-{RELEASE}.tar.gz") as archive:
            archive.extractall(CACHE, filter="data")
    return folder


def groups(suite: Path, draft: Draft) -> Iterator[Group]:
    """The groups of a draft, optional ones too; a schema that names no draft is one of this."""
    folder = suite / "tests" / draft
    for path in sorted(folder.rglob("*.json")):
        file = path.relative_to(folder).with_suffix("").as_posix()
        for group in json.loads(path.read_text(encoding="utf-8")):
            schema = group["schema"]
            if isinstance(schema, dict):
                schema = {"$schema": META_SCHEMAS[draft], **schema}
            cases = (Case(c["description"], c["data"], c["valid"]) for c in group["tests"])
            yield Group(file, group["description"], schema, tuple(cases))
