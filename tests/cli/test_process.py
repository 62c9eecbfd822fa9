"""The command line as a process: signals, pipes, terminals, and how quickly it starts."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.project import attempt, python_tool

# The pipeline is replaced by a file that says it has begun, then takes its time.
SLOW = """
import signal, sys, time
from pathlib import Path
from eventwright import cli, generate
# In the background of a shell, interrupts are ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
def slow(settings):
    Path("begun").touch()
    time.sleep(60)
generate.generate = slow
cli.main()
"""

QUICK = """
from eventwright import cli, generate
files = {f"{i:04}.txt": b"new\\n" * 20 for i in range(300)}
generate.generate = lambda settings: generate.Bindings(files, ())
cli.main()
"""

pytestmark = pytest.mark.usefixtures("project")


@pytest.mark.parametrize("words", [["--help"], ["generate", "--help"], ["check", "--help"]])
def test_help_is_plain_and_complete(words: list[str]) -> None:
    run = attempt(*python_tool("eventwright"), *words)
    assert run.returncode == 0
    assert "Usage: " in run.stdout
    assert run.stderr == ""


def test_the_version_is_that_of_the_package() -> None:
    run = attempt(*python_tool("eventwright"), "--version")
    assert run.stdout.split()[0] == "eventwright"
    assert run.stdout.split()[1][0].isdigit()


def test_no_command_is_wrong_use() -> None:
    assert attempt(*python_tool("eventwright")).returncode == 2
    assert attempt(*python_tool("eventwright"), "frobnicate").returncode == 2


SLOW_TO_IMPORT = """
import sys
from eventwright import cli
if sys.argv[1:]:
    cli.app(standalone_mode=False)
slow = "jinja2 jsonschema referencing datamodel_code_generator pydantic importlib.metadata"
print(*[name for name in slow.split() if name in sys.modules], "are imported")
"""


def test_start_up_leaves_what_is_slow_alone() -> None:
    assert attempt(sys.executable, "-c", SLOW_TO_IMPORT).stdout.split() == ["are", "imported"]


def test_so_does_a_run_that_has_nothing_to_do(project: Path) -> None:
    words = (sys.executable, "-c", SLOW_TO_IMPORT, "generate", "--target", "python")
    assert "jinja2" in attempt(*words, cwd=project).stdout
    unchanged = attempt(*words, cwd=project).stdout
    assert "up to date" in unchanged
    assert unchanged.splitlines()[-1].split() == ["are", "imported"]


def test_an_interrupt_ends_it_without_a_traceback(project: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", SLOW, "generate"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 30
    while not (project / "begun").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    child.send_signal(signal.SIGINT)
    stdout, stderr = child.communicate(timeout=30)
    assert child.returncode == 130
    assert "Traceback" not in stdout + stderr
    assert not (project / "generated").exists()


def test_a_reader_that_leaves_early_is_no_mistake() -> None:
    for words in ("check", "generate", "--help"):
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "wb") as closed:
            child = subprocess.run(
                [sys.executable, "-c", QUICK, words],
                stdout=closed,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert child.stderr == ""


def test_colour_is_for_terminals_only(project: Path) -> None:
    assert "\x1b" not in attempt(sys.executable, "-c", QUICK, "generate", cwd=project).stdout
    (project / "generated" / "0000.txt").write_text("old\n")
    assert "\x1b[" in _on_a_terminal(project, {})
    assert "\x1b" not in _on_a_terminal(project, {"NO_COLOR": "1"})


def _on_a_terminal(folder: Path, environment: dict[str, str]) -> str:
    """What `check` writes to a terminal."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-c", QUICK, "check"],
        cwd=folder,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 65536):
            written += part
    except OSError:
        pass  # Linux tells the end of a terminal so.
    os.close(ours)
    assert child.wait() == 1
    assert b"0000.txt (on disk)" in written
    return written.decode()


def test_any_name_can_be_told_on_any_terminal(project: Path) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    run = attempt(
        *python_tool("eventwright"), "generate", "--schema", "é", cwd=project, env=environment
    )
    assert run.returncode == 1
    assert run.stderr.startswith("\\xe9: ")
