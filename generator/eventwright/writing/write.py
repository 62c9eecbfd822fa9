"""Compare the output folder with what the schemas make, and replace it as a whole."""

from __future__ import annotations

import difflib
import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path, PurePosixPath
from typing import Literal, TypeAlias

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.frozen import frozen
from eventwright.writing import exchange, foreign, manifest

Kind: TypeAlias = Literal["added", "changed", "edited", "removed", "unexpected", "obstacle"]
"""What somebody else did: `edited` was changed, `unexpected` was made, and so was an `obstacle`,
which is in the way of what the schemas make."""
STRANGE: frozenset[Kind] = frozenset({"unexpected", "obstacle"})
"""What eventwright did not make, and so must not delete."""


@frozen
class Change:
    """One file that differs between the output folder and what the schemas make."""

    path: str
    """A POSIX path inside the output folder."""
    kind: Kind
    before: bytes | None
    after: bytes | None

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff, for a text that is there before and after."""
        if self.before is None or self.after is None or b"\0" in self.before + self.after:
            return iter(())
        return difflib.unified_diff(
            self.before.decode(errors="replace").splitlines(),
            self.after.decode(errors="replace").splitlines(),
            f"{self.path} (on disk)",
            f"{self.path} (from the schemas)",
            lineterm="",
        )


@frozen
class _Survey:
    changes: tuple[Change, ...]
    ignored: tuple[str, ...]


def holds(output: Path, digests: Mapping[str, str]) -> bool:
    """Whether `changes` would find nothing, had the tree files with these SHA-256 digests.

    Leftovers of a killed run are tidied up. Raises EventwrightError for what the system refuses.
    """
    whole = {**digests, manifest.NAME: manifest.digest(manifest.text(digests))}
    with _explained(output):
        if output.is_symlink() or not output.parent.is_dir():
            return False
        with exchange.locked(output.parent):
            exchange.recover(output)
            if _links(output, whole) or not _has(output, whole):
                return False
            return not foreign.find(output, whole, foreign.ignored_by_git(output)).unexpected


def _has(output: Path, digests: Mapping[str, str]) -> bool:
    contents = ((_content(output / path), wanted) for path, wanted in digests.items())
    return all(c is not None and manifest.digest(c) == wanted for c, wanted in contents)


def changes(output: Path, tree: Mapping[str, bytes]) -> tuple[Change, ...]:
    """What `swap` would change, or refuse to; all stays as it is but leftovers of a killed run.

    Raises EventwrightError like `swap`, save that files which somebody else made are told.
    """
    parent = output.parent
    with _explained(output), exchange.locked(parent) if parent.is_dir() else nullcontext():
        exchange.recover(output)
        return _survey(output, manifest.with_manifest(tree)).changes


def swap(output: Path, tree: Mapping[str, bytes]) -> tuple[Change, ...]:
    """Make `output` hold exactly `tree`, its manifest, and what git ignores; tell what changed.

    Nothing is written when nothing differs. Raises EventwrightError, with nothing changed, for a
    folder, or files in it, that eventwright didn't make, a symbolic link in a place that would be
    written, or a system that refuses to write.
    """
    whole = manifest.with_manifest(tree)
    with _explained(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        with exchange.locked(output.parent):
            exchange.recover(output)
            survey = _survey(output, whole)
            _refuse_strange(output, survey.changes)
            if survey.changes:
                unchanged = whole.keys() - {change.path for change in survey.changes}
                exchange.replace(output, whole, unchanged, survey.ignored)
            return survey.changes


@contextmanager
def _explained(output: Path) -> Iterator[None]:
    """Tell the user what the system refused, without a traceback."""
    try:
        yield
    except OSError as error:
        what = f"the system refused: {error.strerror or error}"
        where = f" ({error.filename})" if error.filename else ""
        # A mount, or a folder of a container's image, can't be renamed.
        fix = (
            "choose a folder inside this one with --output"
            if error.errno in (errno.EBUSY, errno.EXDEV)
            else "make room, give the right to write there, or choose another folder with --output"
        )
        raise EventwrightError(Problem(_location(output), what + where, fix)) from error


def _survey(output: Path, whole: Mapping[str, bytes]) -> _Survey:
    recorded = manifest.read(output) if not output.is_symlink() else None
    ours = {*whole, *(recorded or ())}
    _refuse_links(output, ours)
    found = _foreign(output, ours, owned=recorded is not None)
    changes = [
        *_differing(output, whole, recorded or {}, ours),
        *(Change(path, "unexpected", None, None) for path in found.unexpected),
        *(Change(path, "obstacle", None, None) for path in _obstacles(found.ignored, whole)),
    ]
    return _Survey(tuple(sorted(changes, key=lambda c: c.path)), found.ignored)


def _obstacles(ignored: Iterable[str], whole: Iterable[str]) -> Iterator[str]:
    """What git ignores where there is to be a file, or a folder in the place of a file."""
    made = {str(p) for path in whole for p in (PurePosixPath(path), *PurePosixPath(path).parents)}
    return (path for path in ignored if path.removesuffix("/") in made)


def _foreign(output: Path, ours: Iterable[str], *, owned: bool) -> foreign.Foreign:
    if not output.exists():
        return foreign.Foreign((), ())
    if owned:
        return foreign.find(output, ours, foreign.ignored_by_git(output))
    # Git may ignore a whole folder, and it is somebody's work all the same.
    found = foreign.find(output, (), foreign.by_products) if output.is_dir() else None
    if found and not found.unexpected:
        return found
    what = f"holds {found.unexpected[0]}, which" if found else "is a file that"
    problem = f"{what} was not made by eventwright"
    fix = "choose another folder with --output, or empty this one"
    raise EventwrightError(Problem(_location(output), problem, fix))


def _differing(
    output: Path, whole: Mapping[str, bytes], recorded: Mapping[str, str], ours: Iterable[str]
) -> Iterator[Change]:
    for path in ours:
        before, after = _content(output / path), whole.get(path)
        if _same(before, after):
            continue
        if before is None:
            yield Change(path, "added", before, after)
        elif after is None:
            yield Change(path, "removed", before, after)
        elif path not in recorded and path != manifest.NAME:
            yield Change(path, "obstacle", before, after)
        else:
            by_hand = path in recorded and recorded[path] != manifest.digest(before)
            yield Change(path, "edited" if by_hand else "changed", before, after)


def _same(before: bytes | None, after: bytes | None) -> bool:
    if before is None or after is None:
        return before is after
    return before == after or manifest.digest(before) == manifest.digest(after)


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _refuse_strange(output: Path, found: Iterable[Change]) -> None:
    strange = {
        "unexpected": (
            "was not made by eventwright, which does not delete it",
            "move it out of the output folder, or let git ignore it",
        ),
        "obstacle": (
            "stands where a file is to be made, and was not made by eventwright",
            "move it out of the output folder",
        ),
    }
    problems = [
        Problem(_location(output / change.path), *strange[change.kind])
        for change in found
        if change.kind in STRANGE
    ]
    if problems:
        raise EventwrightError(*problems)


def _refuse_links(output: Path, ours: Iterable[str]) -> None:
    """A link could lead the run to write, or compare, somewhere else."""
    problem = "is a symbolic link, where only plain files and folders are written"
    fix = "remove the link, or choose another folder with --output"
    found = [Problem(_location(link), problem, fix) for link in _links(output, ours)]
    if found:
        raise EventwrightError(*found)


def _links(output: Path, ours: Iterable[str]) -> Sequence[Path]:
    inside = {p for path in ours for p in (PurePosixPath(path), *PurePosixPath(path).parents)}
    return sorted(output / path for path in inside if (output / path).is_symlink())


def _location(path: Path) -> Location:
    relative = os.path.relpath(path)
    return Location(str(path) if relative.startswith("..") else Path(relative).as_posix())
