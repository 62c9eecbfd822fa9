"""Which versions took part."""

from __future__ import annotations

import json
import platform
import re
from importlib.metadata import version
from pathlib import Path

from support.project import run

HERE = Path(__file__).parent


def versions() -> dict[str, str]:
    """Those of Python and Node, then that of each peer, by name."""
    requirements = (HERE / "requirements.txt").read_text(encoding="utf-8")
    in_python = re.findall(r"^([a-z0-9-]+)==", requirements, re.MULTILINE)
    in_node = json.loads((HERE / "node" / "package.json").read_bytes())["devDependencies"]
    return {
        "Python": platform.python_version(),
        "Node": run("node", "--version").strip().removeprefix("v"),
        **{name: version(name) for name in [*in_python, "datamodel-code-generator"]},
        **in_node,
    }
