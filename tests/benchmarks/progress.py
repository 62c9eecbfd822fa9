"""Say what is being measured, since a run takes minutes."""

from __future__ import annotations

import sys
from time import monotonic

_start = monotonic()


def tell(what: str) -> None:
    """Print a line with the minutes and seconds since the start to standard error."""
    minutes, seconds = divmod(int(monotonic() - _start), 60)
    sys.stderr.write(f"[{minutes}:{seconds:02}] {what}\n")
    sys.stderr.flush()
