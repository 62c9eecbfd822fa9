"""What the command line says: plain text, with colour on terminals only."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

import click

from eventwright.errors import Location, Problem
from eventwright.writing import manifest
from eventwright.writing.write import STRANGE, Change, Kind

_FILES_LISTED = 20
_DIFFS_SHOWN = 10
_DIFF_LINES = 40
_VECTOR_LINES = 10  # there are many, and long ones, of which each follows from a change elsewhere
_DIFF_WIDTH = 161  # the sign and 160 characters

_DONE: Mapping[Kind, str] = {
    "added": "added",
    "changed": "changed",
    "edited": "changed",
    "removed": "removed",
}
_DRIFT: Mapping[Kind, str] = {
    "added": "missing",
    "changed": "out of date",
    "edited": "edited by hand",
    "removed": "no longer made",
    "unexpected": "made by no schema",
    "obstacle": "in the way",
}
_STYLES = {"added": "green", "changed": "yellow", "removed": "red"}
_DIFF_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def problems(found: Iterable[Problem]) -> None:
    """Tell what is wrong: place, problem and fix of each."""
    for problem in found:
        place = str(problem.location).removesuffix("#")
        _say(f"{place}: {problem.problem}", "red", sys.stderr)
        _say(f"  fix: {problem.fix}", "", sys.stderr)


def notes(found: Iterable[Problem]) -> None:
    """Tell what is worth a look, once for each kind, with the first place of it."""
    kinds: dict[tuple[str, str], list[Location]] = {}
    for note in found:
        kinds.setdefault((note.problem, note.fix), []).append(note.location)
    for (problem, fix), places in kinds.items():
        more = f" (and {_count(len(places) - 1, 'other place')})" if len(places) > 1 else ""
        _say(f"note: {places[0]}: {problem}{more}", "yellow", sys.stderr)
        _say(f"  fix: {fix}", "", sys.stderr)


def refused(notes: Sequence[Problem]) -> None:
    """Tell of notes that let a run fail, each in its place."""
    problems(notes)
    _say(f"{_count(len(notes), 'note')}, and --strict lets none pass", "red", sys.stderr)


def failure(words: str) -> None:
    """Tell of one thing that went wrong and has no place in a schema."""
    _say(words, "red", sys.stderr)


def summary(output: Path, changes: Sequence[Change], files: int) -> None:
    """Tell what `generate` wrote; `files` is how many the output has now."""
    place = _shown(output)
    if not changes:
        _say(f"{place}: up to date ({files} files)", "green")
        return
    listed = [(_DONE[change.kind], change.path) for change in _telling(changes)]
    counts = Counter(kind for kind, _ in listed)
    counted = ", ".join(f"{counts[kind]} {kind}" for kind in _STYLES if counts[kind])
    _say(f"{place}: {counted} ({files} files)")
    for kind, path in _elided(listed):
        _say(f"  {kind:<9}{path}", _STYLES.get(kind, ""))


def drift(output: Path, changes: Sequence[Change]) -> None:
    """Tell how the output differs from what the schemas make, as `check` found it."""
    telling = _telling(changes)
    _say(f"{_shown(output)}: {_count(len(telling), 'file')} not as the schemas make them:", "bold")
    for kind, path in _elided([(_DRIFT[change.kind], change.path) for change in telling]):
        _say(f"  {kind:<19}{path}")
    diffs = [change for change in telling if change.before is not None and change.after is not None]
    for change in diffs[:_DIFFS_SHOWN]:
        _diff(change)
    if len(diffs) > _DIFFS_SHOWN:
        _say(f"... and {_count(len(diffs) - _DIFFS_SHOWN, 'more file')} that differ")
    if any(change.kind == "edited" for change in telling):
        _say("Edits by hand will be lost: make them in the schemas or in templates.", "yellow")
    kinds = {change.kind for change in telling}
    if kinds & STRANGE:
        _say("Move what eventwright did not make out of the folder: it deletes no such file.")
    if kinds != {"unexpected"}:
        _say("Run `eventwright generate` and commit the result.", "bold")


def up_to_date(output: Path, files: int) -> None:
    """Tell that `check` found nothing."""
    _say(f"{_shown(output)}: up to date ({files} files)", "green")


def issue(file: str, line: int, path: str, code: str, message: str) -> None:
    """Tell of one issue of a payload; the path of the payload itself is empty."""
    _say(f"{file}:{line}: {f'{path} ' if path else ''}{message} [{code}]")


def payloads(count: int, invalid: int) -> None:
    """Tell how many payloads were checked."""
    _say(f"{_count(count, 'payload')}, {invalid} invalid", "red" if invalid else "green")


def _telling(changes: Sequence[Change]) -> Sequence[Change]:
    """The changes without that of the manifest, which follows from the others."""
    return [change for change in changes if change.path != manifest.NAME] or changes


def _elided(listed: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from listed[:_FILES_LISTED]
    if len(listed) > _FILES_LISTED:
        yield "...", f"and {len(listed) - _FILES_LISTED} more"


def _diff(change: Change) -> None:
    lines = change.diff()
    _say("")
    shown = _VECTOR_LINES if change.path.startswith("vectors/") else _DIFF_LINES
    for line in islice(lines, shown):
        cut = "…" if len(line) > _DIFF_WIDTH else ""
        _say(line[:_DIFF_WIDTH] + cut, _DIFF_STYLES.get(line[:1], ""))
    hidden = sum(1 for _ in lines)
    if hidden:
        _say(f"... and {_count(hidden, 'more line')} of {change.path}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _shown(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def _say(text: str, style: str = "", stream: TextIO | None = None) -> None:
    stream = stream or sys.stdout
    line = "".join(_printable(text))
    if style and not os.environ.get("NO_COLOR"):  # as no-color.org has it
        line = click.style(line, bold=True) if style == "bold" else click.style(line, fg=style)
    # It leaves the colours out where the stream is no terminal.
    click.echo(line, file=stream)


def _printable(text: str) -> Iterable[str]:
    """The text without control characters, which could steer the reader's terminal."""
    return (c if c.isprintable() or c == "\t" else ascii(c)[1:-1] for c in text)
