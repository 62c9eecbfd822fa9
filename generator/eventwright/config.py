"""Settings from [tool.eventwright] of the nearest pyproject.toml, and from flags, which win."""

from __future__ import annotations

import keyword
import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, get_args

from eventwright.errors import EventwrightError, Location, Problem, WrongUseError
from eventwright.frozen import frozen
from eventwright.settings import TARGETS, Int64, Settings, Unknown
from eventwright.typos import closest

# One word in lower case, or several: both PyPI and npm take it.
_NAME = r"[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*"
_PACKAGE = re.compile(rf"(?:@{_NAME}/)?{_NAME}")
# What PEP 440 and semantic versioning have in common.
_VERSION = re.compile(
    r"(?:(?:0|[1-9]\d*)\.){2}(?:0|[1-9]\d*)(?:-(?:alpha|beta|rc)\.\d+)?", re.ASCII
)
_FILE = "pyproject.toml"
_TABLE = Location(_FILE, "/tool/eventwright")

Resources: TypeAlias = tuple[tuple[str, Path], ...]
Value: TypeAlias = Path | str | bool | tuple[str, ...] | Resources


def path(value: object) -> Path:
    """A path as it is written. Raises ValueError, worded for the user, as all readers here do."""
    if not isinstance(value, str | Path) or not str(value):
        raise ValueError("must be a path")
    if "\0" in str(value):
        raise ValueError("must be a path, without NUL characters")
    return Path(value)


def package(value: object) -> str:
    """A name that npm, and without its scope PyPI and Python's `import`, can take."""
    if not isinstance(value, str) or not _PACKAGE.fullmatch(value):
        raise ValueError(
            "must be a package name: words of a-z and 0-9, joined by '-', '_' or '.', such as "
            "agent-events, or @acme/events where it has a scope on npm"
        )
    if keyword.iskeyword(value):
        raise ValueError(f"must be a package name that Python can import: {value} is reserved")
    return value


def package_version(value: object) -> str:
    """A version that PyPI and npm both take."""
    if not isinstance(value, str) or not _VERSION.fullmatch(value):
        raise ValueError("must be a version such as 1.0.0 or 1.0.0-rc.1")
    return value


def targets(value: object) -> tuple[str, ...]:
    """The chosen targets, each once, in the order in which they are always made."""
    if not isinstance(value, list) or not value:
        raise ValueError(f"must be a list of one or more of {', '.join(TARGETS)}")
    for name in value:
        if name not in TARGETS:
            raise ValueError(f"has {name!r}, which is none of {', '.join(TARGETS)}")
    return tuple(name for name in TARGETS if name in value)


def notes(value: object) -> tuple[str, ...]:
    """Notes by their words, or by their places in schemas."""
    if not isinstance(value, list) or not all(isinstance(note, str) and note for note in value):
        raise ValueError(
            "must be a list of what notes say, or of places such as schema/order.json#/properties"
        )
    return tuple(value)


def flag(value: object) -> bool:
    """Whether something is done."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def int64(value: object) -> str:
    """How TypeScript holds integers past 2**53 - 1."""
    return _one_of(get_args(Int64), value)


def unknown(value: object) -> str:
    """What becomes of tags and words that a schema does not know."""
    return _one_of(get_args(Unknown), value)


def _one_of(words: tuple[str, ...], value: object) -> str:
    if value not in words:
        raise ValueError(f"must be {' or '.join(words)}")
    return str(value)


def resource(value: object) -> tuple[str, Path]:
    """A URI and the path of its local copy, as a flag has them: BASE_URI=PATH."""
    uri, found, place = str(value).rpartition("=")
    if not found or not uri:
        raise ValueError("must be BASE_URI=PATH, such as https://example.com/schemas/=vendor/")
    return uri, path(place)


def resources(value: object) -> Resources:
    """The local copies of foreign schemas: a table of paths by URI."""
    if not isinstance(value, dict) or not all(isinstance(place, str) for place in value.values()):
        raise ValueError("must be a table of paths by URI")
    return tuple((str(uri), path(place)) for uri, place in value.items())


_READERS: Mapping[str, Callable[[object], Value]] = {
    "schema": path,
    "output": path,
    "package": package,
    "package-version": package_version,
    "targets": targets,
    "format-assertion": flag,
    "slow-patterns": flag,
    "null-as-absent": flag,
    "unknown": unknown,
    "int64": int64,
    "accept-notes": notes,
    "templates": path,
    "resources": resources,
}


@frozen
class _Table:
    """A [tool.eventwright] table and the folder of its file."""

    root: Path
    content: Mapping[str, object]


def settings(flags: Mapping[str, Value], folder: Path) -> Settings:
    """The settings for a run in `folder`.

    `flags` holds the flags that were given, by their names in [tool.eventwright], already read by
    the functions above. Relative paths start at the folder of pyproject.toml when they stand there,
    at `folder` when they are flags.

    Raises:
        WrongUseError: A setting can't be used.
        EventwrightError: There are no schemas where they are looked for.
    """
    table = _table(folder)
    root = table.root if table else folder
    chosen = _absolute(_read(table.content) if table else {}, root) | _absolute(flags, folder)
    schema = chosen.pop("schema", None) or _default_schema(root)
    output = chosen.pop("output", None) or root / "generated"
    # Any: each reader returns what the field of its name holds.
    values: dict[str, Any] = {key.replace("-", "_"): value for key, value in chosen.items()}
    if "targets" in values:
        values["best_effort"] = frozenset()
    return replace(Settings(Path(str(schema)), Path(str(output)), root=root), **values)


def keep_apart(made: Settings) -> None:
    """Refuse an output that would replace the sources, or would be read as one of them.

    Raises EventwrightError.
    """
    problems = [*_overlaps("schemas", made.schema, made.output)]
    if made.templates:
        problems += _overlaps("templates", made.templates, made.output)
    if problems:
        raise EventwrightError(*problems)


def _table(folder: Path) -> _Table | None:
    for root in (folder, *folder.parents):
        file = root / _FILE
        if not file.is_file():
            continue
        content = _toml(file)
        tool = content.get("tool")
        table = tool.get("eventwright") if isinstance(tool, dict) else None
        if isinstance(table, dict):
            return _Table(root, table)
        if table is not None:
            raise WrongUseError(
                Problem(_TABLE, "must be a table", "write the settings under [tool.eventwright]")
            )
    return None


def _toml(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8 (byte {error.start})"
        raise WrongUseError(Problem(Location(str(file)), problem, "save it as UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        problem = f"is not TOML: {error}"
        fix = "correct the file at that place"
        raise WrongUseError(Problem(Location(str(file)), problem, fix)) from error
    except OSError as error:
        problem = f"can't be read: {error.strerror}"
        fix = "give the right to read it"
        raise WrongUseError(Problem(Location(str(file)), problem, fix)) from error


def _read(table: Mapping[str, object]) -> dict[str, Value]:
    problems: list[Problem] = []
    values: dict[str, Value] = {}
    for key, value in table.items():
        if key not in _READERS:
            problems.append(_unknown(key))
            continue
        try:
            values[key] = _READERS[key](value)
        except ValueError as error:
            fix = f"correct {key} under [tool.eventwright]"
            problems.append(Problem(_TABLE.child(key), str(error), fix))
    if problems:
        raise WrongUseError(*problems)
    return values


def _unknown(key: str) -> Problem:
    near = closest(key.replace("_", "-"), _READERS)
    fix = f"write {near}" if near else f"use one of {', '.join(_READERS)}"
    return Problem(_TABLE.child(key), "is no setting of eventwright", fix)


def _absolute(values: Mapping[str, Value], folder: Path) -> dict[str, Value]:
    return {key: _from(folder, value) for key, value in values.items()}


def _from(folder: Path, value: Value) -> Value:
    if isinstance(value, Path):
        # Symbolic links stay as they are: whether the output is one matters later.
        return Path(os.path.abspath(folder / value))  # noqa: PTH100
    if isinstance(value, tuple):
        # A resource is a pair of a URI and a path; a target is a word.
        return (
            tuple((item[0], folder / item[1]) for item in value if isinstance(item, tuple)) or value
        )
    return value


def _default_schema(root: Path) -> Path:
    schema = root / "schema"
    if not schema.exists():
        fix = "name your schemas with --schema PATH, or as schema under [tool.eventwright]"
        raise EventwrightError(Problem(Location(str(schema)), "does not exist", fix))
    return schema


def _overlaps(what: str, source: Path, output: Path) -> Iterator[Problem]:
    if source.is_relative_to(output) or output.is_relative_to(source):
        problem = f"is the output folder, and lies in one folder with the {what} ({source})"
        yield Problem(Location(str(output)), problem, "keep the two in folders of their own")
