"""What a run is asked to do."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from eventwright.frozen import frozen

Int64: TypeAlias = Literal["number", "bigint"]
Unknown: TypeAlias = Literal["error", "keep"]
TARGETS = ("python", "typescript", "pydantic", "vectors")


@frozen
class Settings:
    """The settings of [tool.eventwright], each of which is also a flag of the command line."""

    schema: Path
    """A folder of schemas or one schema file."""
    output: Path
    """The folder that is written whole."""
    package: str = "agent-events"
    """The name of the npm package, with its scope if it has one, such as `@acme/events`."""
    package_version: str = "0.1.0"
    targets: tuple[str, ...] = TARGETS
    best_effort: frozenset[str] = frozenset({"pydantic"})
    """Targets left out, with a note, where they can't be made: another generator makes the pydantic
    models, and it does not take every schema. Empty where the user names the targets.
    """
    format_assertion: bool = True
    """Whether `format` is checked, or only noted (the specification's default)."""
    slow_patterns: bool = False
    """Whether a `pattern` is let through that may take more than linear time on some string."""
    null_as_absent: bool = False
    """Whether a member that may be absent or null is null when absent, and left out when null."""
    unknown: Unknown = "error"
    """What becomes of tags and words that unions and enumerations inside a value do not know."""
    int64: Int64 = "number"
    """How TypeScript holds integers past 2**53 - 1."""
    accept_notes: tuple[str, ...] = ()
    """Notes that are not told: what they say, or the file or place that they are of."""
    templates: Path | None = None
    """Template files of the user's own, laid over ours."""
    resources: tuple[tuple[str, Path], ...] = ()
    """Local copies of foreign schemas: a URI, and the file or folder that stands for it."""
    root: Path = Path()
    """The folder that paths in messages and in headers are relative to."""

    @property
    def distribution(self) -> str:
        """What Python calls it, the scope a word among others; its package is in snake_case."""
        return self.package.removeprefix("@").replace("/", "-")
