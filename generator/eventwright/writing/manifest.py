"""The file at the root of the output that says which files eventwright made there.

Its presence marks the folder as one that may be replaced whole.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

NAME = ".eventwright.json"
_FORMAT = 1
_ENTRY = re.compile(r'("(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-f]{4})*"): "([0-9a-f]{64})"')


def with_manifest(tree: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of `tree` and the manifest that lists them, sorted by path.

    Raises ValueError for a path that would leave the output or take the manifest's place: the
    caller made a mistake, not the user.
    """
    for path in tree:
        if not _stays_inside(path):
            raise ValueError(f"{path!r} is no path inside the output folder")
    return {NAME: text({path: digest(tree[path]) for path in tree}), **dict(sorted(tree.items()))}


def text(digests: Mapping[str, str]) -> bytes:
    """The manifest of files that have these digests."""
    content = {"madeBy": "eventwright", "format": _FORMAT, "files": dict(sorted(digests.items()))}
    return (json.dumps(content, indent=2) + "\n").encode()


def read(folder: Path) -> dict[str, str] | None:
    """The SHA-256 of each file that eventwright wrote to `folder`, or None if it wrote none.

    It is read entry by entry, so that one with a merge conflict lists the files of both sides. One
    without entries still marks the folder. Raises OSError when the file can't be read.
    """
    try:
        content = (folder / NAME).read_bytes().decode(errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return None
    entries = ((json.loads(path, strict=False), hash_) for path, hash_ in _ENTRY.findall(content))
    return {path: hash_ for path, hash_ in entries if _stays_inside(path)}


def digest(content: bytes) -> str:
    """The SHA-256 of a file's content in hexadecimal, as the manifest writes it.

    Lines end in a line feed, as they were written: git may have checked them out otherwise.
    """
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def _stays_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return (
        "/".join(parts) == path
        and path not in ("", NAME)
        and not path.startswith("/")
        and not {"..", ".git"}.intersection(parts)
        and not {"\\", "\0"}.intersection(path)
    )
