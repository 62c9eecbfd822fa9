"""What earlier runs made of which inputs, so that a run with known inputs renders nothing.

It is kept in the user's cache folder and not beside the output: what is committed can be edited or
merged wrongly, so a run believes only what a run on this machine has seen. An entry goes by a hash
of everything that decides what it holds. That of a run holds no bytes, only their hashes.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import astuple, replace
from pathlib import Path

from eventwright.errors import Location, Problem
from eventwright.frozen import frozen
from eventwright.installation import package_folder, templates_folder
from eventwright.settings import Settings

_MOST_ENTRIES = 500


@frozen
class Outcome:
    """What a run made."""

    digests: Mapping[str, str]
    """The SHA-256 of each file by its POSIX path inside the output folder."""
    notes: tuple[Problem, ...]
    """What the schemas say that has no effect."""


def fingerprint(settings: Settings) -> str | None:
    """The SHA-256 of all that decides what a run makes, wherever it writes it.

    That is the settings, the files of schemas, resources and templates, the generator's own source,
    and the versions of Python and of everything installed beside it. None where some of that can't
    be read: the run itself tells why.
    """
    try:
        return digest("\n".join(_inputs(settings)).encode())
    except OSError:
        return None


def recall(key: str) -> Outcome | None:
    """What the run with this fingerprint made; None where its entry is missing or damaged."""
    content = read(key)
    if content is None:
        return None
    digests, notes = json.loads(content)
    problems = (Problem(Location(*place), problem, fix) for place, problem, fix in notes)
    return Outcome(digests, tuple(problems))


def remember(key: str, outcome: Outcome) -> None:
    """Keep what the run with this fingerprint made; where the system refuses, nothing is kept."""
    keep(key, json.dumps(astuple(outcome)).encode())


def read(key: str) -> bytes | None:
    """The content of an entry; None where it is missing or damaged."""
    try:
        seal, _, content = (_folder() / key).read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if seal == digest(content).encode() else None


def keep(key: str, content: bytes) -> None:
    """Keep an entry, instead of the oldest one where there are many.

    Where the system refuses, nothing is kept.
    """
    with suppress(OSError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"{key}.{os.getpid()}"
        unfinished.write_bytes(digest(content).encode() + b"\n" + content)
        os.replace(unfinished, folder / key)
        _forget_oldest(folder)


def _forget_oldest(folder: Path) -> None:
    entries = sorted(folder.iterdir(), key=lambda entry: entry.stat().st_mtime, reverse=True)
    for entry in entries[_MOST_ENTRIES:]:
        entry.unlink()


def _folder() -> Path:
    """The cache folder. Raises OSError where the user has none."""
    from platformdirs import user_cache_path  # Takes longer to import than this module.

    folder = user_cache_path("eventwright")
    if not folder.is_absolute():
        raise FileNotFoundError("the user has no home")
    return folder


def _inputs(settings: Settings) -> Iterator[str]:
    yield repr(replace(settings, output=Path()))
    yield sys.version
    yield from sorted(_installed())
    yield from _files(package_folder(), ".py")
    yield from _files(templates_folder())
    if settings.templates is not None:
        yield from _files(settings.templates)
    yield from _files(settings.schema, ".json")
    for _, place in settings.resources:
        yield from _files(place)


def _installed() -> Iterator[str]:
    """The name and version of every package that could be imported; the tools are among them."""
    for folder in filter(os.path.isdir, sys.path):
        with os.scandir(folder) as found:
            yield from (entry.name for entry in found if entry.name.endswith(".dist-info"))


def _files(place: Path, suffix: str = "") -> Iterator[str]:
    """A line for each file at a place or below it whose name ends so; hidden ones are left out.

    Raises OSError for what can't be read, and for a link to a folder, which may lead anywhere.
    """
    if place.is_file():
        yield _line(place)
        return
    folders = [os.fspath(place)]
    while folders:
        with os.scandir(folders.pop()) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if entry.is_symlink():
                    raise OSError(f"{entry.path} is a link to a folder")
                folders.append(entry.path)
            elif entry.name.endswith(suffix):
                if not entry.is_file():
                    raise OSError(f"{entry.path} is no regular file")
                yield _line(Path(entry.path))


def _line(file: Path) -> str:
    return f"{file} {digest(file.read_bytes())}"


def digest(content: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()
