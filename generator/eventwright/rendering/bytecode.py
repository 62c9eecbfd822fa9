"""Templates that need not be compiled again."""

from __future__ import annotations

import sys
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from eventwright import cache


class KeptTemplates(jinja2.BytecodeCache):
    """Keeps what Jinja makes of each template in the user's cache folder."""

    def __init__(self, settings: Path) -> None:
        """Take over what was made with the same settings, which a source file spells."""
        made_by = [sys.version, jinja2.__version__, cache.digest(settings.read_bytes())]
        self._made_by = "\n".join(made_by)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template was compiled as it stands."""
        content = cache.read(self._entry(bucket))
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        cache.keep(self._entry(bucket), bucket.bytecode_to_string())

    def _entry(self, bucket: Bucket) -> str:
        # The key is the template's name and place, the checksum that of its text.
        return cache.digest(f"{bucket.key}\n{bucket.checksum}\n{self._made_by}".encode())
