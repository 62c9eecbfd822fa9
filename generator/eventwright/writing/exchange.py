"""Replace a folder by another in one step, and repair what a killed run left behind.

Two sibling folders may exist for a moment. The stage is worthless whenever it is found: a new tree
that isn't complete yet, or an old one that is being deleted. The folder set aside is a whole tree:
the one of the two, old or new, that is not in place.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from eventwright.writing import foreign, manifest


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other run works on a folder inside `folder`, and keep others waiting."""
    try:
        import fcntl
    except ImportError:  # Windows has no locks of folders
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def replace(
    output: Path, tree: Mapping[str, bytes], unchanged: Container[str], keep: Iterable[str]
) -> None:
    """Put `tree` in the place of `output`; the paths in `keep` move from the old to the new one.

    What is `unchanged` stays the file that it is, with the time of its last change. Killed at any
    moment, `output` is the old tree or the new one (or missing, where the system can't exchange
    folders), and `recover` tidies up. Raises OSError, with the old tree in place, when the system
    refuses. Call it under `locked(output.parent)`.
    """
    stage, aside = _stage(output), _aside(output)
    try:
        _write(stage, tree, output, unchanged)
        if not output.exists():
            os.rename(stage, output)
        else:
            shutil.copymode(output, stage)
            os.rename(stage, aside)
            if not _exchange(aside, output):
                os.rename(aside, stage)
                os.rename(output, aside)
                os.rename(stage, output)
            _sync(output.parent)
            _carry_over(aside, output, keep)
            _discard(aside, stage)
        _sync(output.parent)
    except BaseException:
        recover(output)
        raise


def recover(output: Path) -> None:
    """Bring back a missing `output`, and finish or undo what a killed run began.

    Raises OSError when the system refuses. Call it under `locked(output.parent)`.
    """
    stage, aside = _stage(output), _aside(output)
    if aside.exists() and not output.exists():
        os.rename(aside, output)
    elif aside.exists():
        ours = [*(manifest.read(aside) or ()), *(manifest.read(output) or ()), manifest.NAME]
        found = foreign.find(aside, ours, foreign.ignored_by_git(output))
        _carry_over(aside, output, found.ignored)
        _discard(aside, stage)
    if stage.exists():
        shutil.rmtree(stage)


def _stage(output: Path) -> Path:
    return output.with_name(f".{output.name}.eventwright-stage")


def _aside(output: Path) -> Path:
    return output.with_name(f".{output.name}.eventwright-aside")


def _write(stage: Path, tree: Mapping[str, bytes], output: Path, unchanged: Container[str]) -> None:
    """Write all files, and make sure that they are on the disk."""
    stage.mkdir()
    for path, content in tree.items():
        file = stage / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if path in unchanged and _link(output / path, file):
            continue
        with file.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    for folder, _, _ in os.walk(stage):
        _sync(Path(folder))


def _link(file: Path, name: Path) -> bool:
    """Give a file a second name; False where the system can't."""
    try:
        os.link(file, name)
    except OSError:
        return False
    return True


def _sync(folder: Path) -> None:
    """Make sure that the names in `folder` are on the disk."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _carry_over(aside: Path, output: Path, keep: Iterable[str]) -> None:
    """Move the files that aren't ours to the new tree, save where something else is by now."""
    for path in keep:
        target = output / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            continue
        if not os.path.lexists(target) and os.path.lexists(aside / path):
            os.rename(aside / path, target)


def _discard(aside: Path, stage: Path) -> None:
    """Delete a whole tree; the new name says that what is left of it is worth nothing."""
    if stage.exists():
        shutil.rmtree(stage)
    os.rename(aside, stage)
    shutil.rmtree(stage)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system has no such step."""
    import ctypes  # Takes longer to import than the rest of this module.

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, TypeError):  # the latter on Windows
        return False
    at_current_folder, exchange = -100, 2
    paths = os.fsencode(one), os.fsencode(other)
    if renameat2(at_current_folder, paths[0], at_current_folder, paths[1], exchange) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), os.fspath(other))
