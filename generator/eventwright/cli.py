"""The command line: `eventwright generate`, `eventwright check` and `eventwright validate`."""

from __future__ import annotations

import errno
import functools
import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from eventwright import cache, config, report
from eventwright.accepted import not_accepted
from eventwright.errors import EventwrightError, Location, Problem, WrongUseError
from eventwright.payloads import Payload, line_of, split
from eventwright.settings import TARGETS, Int64, Settings, Unknown
from eventwright.writing import manifest, write

if TYPE_CHECKING:
    from eventwright.generate import Bindings

# Any: click calls a command with whatever its flags are.
_Command = TypeVar("_Command", bound=Callable[..., Any])


def main() -> None:
    """Run the command line; exits with 0, 1 (stale or invalid) or 2 (usage)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Any name of a file can be told, whatever the terminal's encoding.
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    finally:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # All that is left goes with the process: Python need not look through it once more.
        gc.freeze()


@click.group(
    no_args_is_help=True,
    epilog="Each setting can also stand under [tool.eventwright] in pyproject.toml; flags win.",
)
@click.version_option(package_name="eventwright", message="%(package)s %(version)s")
def app() -> None:
    """Generate Python and TypeScript bindings for events from canonical JSON Schemas."""


def _flag(
    read: Callable[[Any], config.Value], *names: str, **attributes: Any
) -> Callable[[_Command], _Command]:
    """A flag whose value is read, and refused, as it is where it stands in the configuration."""

    def callback(_context: click.Context, _flag: click.Parameter, value: Any) -> object:
        if value is None or value == ():
            return None
        try:
            return read(value)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error

    return click.option(*names, callback=callback, **attributes)


def _switch(name: str, words: str) -> Callable[[_Command], _Command]:
    """A flag that turns a setting of this name on or off."""
    return _flag(config.flag, f"--{name}/--no-{name}", default=None, help=words)


_FLAGS = {
    "schema": _flag(
        config.path, "--schema", metavar="PATH", help="A folder of schemas, or one schema file."
    ),
    "output": _flag(config.path, "--output", metavar="DIR", help="The folder to write, whole."),
    "package": _flag(config.package, "--package", metavar="NAME", help="The packages' name."),
    "package-version": _flag(
        config.package_version, "--package-version", metavar="V", help="The packages' version."
    ),
    "targets": _flag(
        lambda names: config.targets(list(names)),
        "--target",
        "targets",
        multiple=True,
        metavar="NAME",
        help=f"One of {', '.join(TARGETS)}; repeatable, all that can be made if not given.",
    ),
    "format-assertion": _switch("format-assertion", "Check `format`, or only note it."),
    "slow-patterns": _switch(
        "slow-patterns", "Let a `pattern` through that may take long on some strings."
    ),
    "null-as-absent": _switch(
        "null-as-absent", "Take null and absent for one where a member may be both."
    ),
    "unknown": _flag(
        config.unknown,
        "--unknown",
        type=click.Choice(get_args(Unknown)),
        help="Whether tags and words that a schema does not know are errors, or kept.",
    ),
    "int64": _flag(
        config.int64,
        "--int64",
        type=click.Choice(get_args(Int64)),
        help="How TypeScript holds integers past 2**53 - 1.",
    ),
    "accept-notes": _flag(
        lambda notes: config.notes(list(notes)),
        "--accept-note",
        "accept_notes",
        multiple=True,
        metavar="NOTE",
        help="Don't tell notes that say this, or of a place: FILE or FILE#POINTER; repeatable.",
    ),
    "templates": _flag(
        config.path,
        "--templates",
        metavar="DIR",
        help="Templates that stand in for ours of the same path.",
    ),
    "resources": _flag(
        lambda pairs: tuple(map(config.resource, pairs)),
        "--resource",
        "resources",
        multiple=True,
        metavar="BASE_URI=PATH",
        help="A local copy of foreign schemas, a file or a folder; repeatable.",
    ),
}
"""By the names of the settings."""


def _with_settings(*names: str) -> Callable[[_Command], Callable[..., None]]:
    """Give a command the flags of these settings, and the settings themselves to work with."""

    def decorate(command: _Command) -> Callable[..., None]:
        # Any: click calls it with the values of all flags and arguments.
        @functools.wraps(command)
        def with_settings(**values: Any) -> None:
            flags = {name: values.pop(name.replace("-", "_")) for name in names}
            given = {name: value for name, value in flags.items() if value is not None}
            with _mistakes_told():
                command(config.settings(given, Path.cwd()), **values)

        for name in reversed(names):
            with_settings = _FLAGS[name](with_settings)
        return with_settings

    return decorate


_strict = click.option(
    "--strict", is_flag=True, help="Take notes for errors: tell them all, and exit with 1."
)


@app.command()
@_strict
@_with_settings(*_FLAGS)
def generate(settings: Settings, *, strict: bool) -> None:
    """Make the bindings, replacing the output folder."""
    changes, count = _run(settings, write.swap, strict=strict)
    report.summary(settings.output, changes, count)


@app.command()
@_strict
@_with_settings(*_FLAGS)
def check(settings: Settings, *, strict: bool) -> None:
    """Show how the output folder differs from the schemas.

    Exits with 1 if it does: it is out of date, edited by hand, or holds files that no schema makes
    and git does not ignore.
    """
    changes, count = _run(settings, write.changes, strict=strict)
    if changes:
        report.drift(settings.output, changes)
        raise click.exceptions.Exit(1)
    report.up_to_date(settings.output, count)


@app.command()
@click.argument("module")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--type", "type_name", metavar="NAME", help="A type other than the root.")
@_with_settings("schema", "format-assertion", "slow-patterns", "resources")
def validate(settings: Settings, module: str, files: Sequence[str], type_name: str | None) -> None:
    """Check payloads against the schema of a module.

    Each FILE is JSON or JSON lines; - or none is standard input. Prints each issue with its file
    and line, and exits with 1 if there is one, or with 2 if a FILE can't be read.
    """
    # Slow to import, and of use here only.
    from eventwright.check_payload import validator

    issues_of = validator(settings, module, type_name)
    count = invalid = 0
    unreadable = False
    for file in files or ["-"]:
        name = "<stdin>" if file == "-" else file
        try:
            for payload in _payloads(file, name):
                issues = issues_of(payload.text)
                count += 1
                invalid += bool(issues)
                for issue in issues:
                    line = line_of(payload, issue.path)
                    report.issue(name, line, issue.path, issue.code, issue.message)
        except EventwrightError as error:
            report.problems(error.problems)
            unreadable = True
    report.payloads(count, invalid)
    if invalid or unreadable:
        raise click.exceptions.Exit(2 if unreadable else 1)


@contextmanager
def _mistakes_told() -> Iterator[None]:
    """Tell a user's mistakes, and what the system refused, without a traceback; exit 1 or 2."""
    try:
        yield
    except EventwrightError as error:
        report.problems(error.problems)
        raise click.exceptions.Exit(2 if isinstance(error, WrongUseError) else 1) from error
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # Whoever read the output has seen enough.
        what = f"the system refused: {error.strerror or error}"
        report.failure(f"{error.filename or 'eventwright'}: {what}")
        raise click.exceptions.Exit(1) from error
    except KeyboardInterrupt as interrupt:
        raise click.exceptions.Exit(130) from interrupt  # as shells have it


def _run(
    settings: Settings,
    act: Callable[[Path, Mapping[str, bytes]], Sequence[write.Change]],
    *,
    strict: bool,
) -> tuple[Sequence[write.Change], int]:
    """Make the bindings and do something about the output folder: what changed, of how many files.

    Where an earlier run has made the folder as it stands, of what there is now, nothing is made.
    """
    config.keep_apart(settings)
    key = cache.fingerprint(settings)
    known = cache.recall(key) if key else None
    if known and write.holds(settings.output, known.digests):
        _tell_notes(known.notes, settings, strict=strict)
        return (), len(known.digests)
    bindings = _made(settings)
    # A schema that was saved meanwhile may be among what was read, or not.
    if key and key == cache.fingerprint(settings):
        digests = {path: manifest.digest(content) for path, content in bindings.files.items()}
        cache.remember(key, cache.Outcome(digests, bindings.notes))
    _tell_notes(bindings.notes, settings, strict=strict)
    return act(settings.output, bindings.files), len(bindings.files)


def _tell_notes(found: Sequence[Problem], settings: Settings, *, strict: bool) -> None:
    """Tell what is worth a look; a strict run ends where there is any of it."""
    notes = list(not_accepted(found, settings.accept_notes))
    if strict and notes:
        report.refused(notes)
        raise click.exceptions.Exit(1)
    report.notes(notes)


def _made(settings: Settings) -> Bindings:
    # Nearly all that is made lives to the end, and looking for what does not takes long, later too.
    gc.disable()
    try:
        from eventwright.generate import generate as make  # Slow to import.

        return make(settings)
    finally:
        gc.freeze()
        gc.enable()


def _payloads(file: str, name: str) -> Iterator[Payload]:
    """The payloads of a file, or of standard input for `-`."""
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as stream:
            yield from split(stream)
    except OSError as error:
        problem = Problem(Location(name), f"can't be read: {error.strerror}", "name another file")
        raise EventwrightError(problem) from error
