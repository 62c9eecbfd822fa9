"""`make crash`: kill many runs of `generate` and tell what they left."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from crash.killing import Project, kill


def main() -> int:
    """Kill as many runs as the command line says; 1 if one of them left a mixture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same moments")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        project.prepare()
        kills = kill(project, asked.kills, asked.seed)
    print(f"{asked.kills} kills, {kills.writing} after it began to write: {dict(kills.found)}")  # noqa: T201
    print("\n".join(kills.faults))  # noqa: T201 - it is what the command is for
    return 1 if kills.faults else 0


sys.exit(main())
