"""How the tests run the command line inside their own process."""

from __future__ import annotations

from dataclasses import dataclass

from click.testing import CliRunner

from eventwright.cli import app


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    stdout: str
    stderr: str

    @property
    def notes(self) -> list[str]:
        """What is noted on stderr, each note with its cure in one line."""
        return self.stderr.replace("\n  fix: ", "; ").splitlines()


def eventwright(*words: str, stdin: bytes = b"") -> Outcome:
    """Run `eventwright` in the current folder; what is no exit is raised."""
    result = CliRunner().invoke(app, words, input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)
