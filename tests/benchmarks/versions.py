"""Which versions took part."""

from __future__ import annotations

import platform
import re
from importlib.metadata import version
from pathlib import Path

REQUIREMENTS = Path(__file__).parent / "requirements.txt"


def versions() -> dict[str, str]:
    """Python's, then that of each peer, by name."""
    pinned = re.findall(r"^([a-z0-9-]+)==", REQUIREMENTS.read_text(encoding="utf-8"), re.MULTILINE)
    return {"Python": platform.python_version(), **{name: version(name) for name in pinned}}
