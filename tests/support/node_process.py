"""A long-lived Node process that answers requests, one line of JSON each."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any


class NodeProcess:
    """A running script; leave the `with` block to end it.

    Each request is a line of JSON on its standard input, and each reply one on its standard output:
    {answer} or {error}.
    """

    def __init__(self, script: Path, *flags: str) -> None:
        self._process = subprocess.Popen(
            ["node", *flags, str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> NodeProcess:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._process.kill()  # it may be busy with what has taken too long
        self._process.communicate()

    # Any: each request has an answer of its own shape.
    def ask(self, request: object) -> Any:
        """The answer to a request.

        Raises:
            RuntimeError: The script could not answer; it tells why.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        reply = json.loads(self._process.stdout.readline() or '{"error": "Node has ended"}')
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply["answer"]
