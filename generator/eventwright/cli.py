"""The command line: `eventwright generate`, `eventwright check` and `eventwright validate`."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from eventwright import config, report
from eventwright.errors import EventwrightError, Location, Problem
from eventwright.payloads import Payload, line_of, split
from eventwright.settings import TARGETS, Int64, Settings
from eventwright.writing import write

_Read = TypeVar("_Read")

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # Brackets in messages are to stay brackets.
    pretty_exceptions_enable=False,
    help="Generate Python and TypeScript bindings for events from canonical JSON Schemas.",
    epilog="Each setting can also stand under [tool.eventwright] in pyproject.toml; flags win.",
)


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


def _checked(read: Callable[[object], _Read]) -> Callable[[object], _Read | None]:
    """A reader of the configuration, made a check of a flag."""

    def callback(value: object) -> _Read | None:
        if value is None:
            return None
        try:
            return read(value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    return callback


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # Slow to import, and of use here only.

        typer.echo(f"eventwright {version('eventwright')}")
        raise typer.Exit


_Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
]
_Schema = Annotated[
    Path | None, typer.Option(metavar="PATH", help="A folder of schemas, or one schema file.")
]
_Output = Annotated[Path | None, typer.Option(metavar="DIR", help="The folder to write, whole.")]
_Package = Annotated[
    str | None,
    typer.Option(metavar="NAME", callback=_checked(config.package), help="The packages' name."),
]
_PackageVersion = Annotated[
    str | None,
    typer.Option(
        metavar="V", callback=_checked(config.package_version), help="The packages' version."
    ),
]
_Targets = Annotated[
    list[str] | None,
    typer.Option(
        "--target",
        metavar="NAME",
        callback=_checked(config.targets),
        help=f"One of {', '.join(TARGETS)}; repeatable, all if not given.",
    ),
]
_FormatAssertion = Annotated[
    bool | None,
    typer.Option(
        "--format-assertion/--no-format-assertion", help="Check `format`, or only note it."
    ),
]
_SlowPatterns = Annotated[
    bool | None,
    typer.Option(
        "--slow-patterns/--no-slow-patterns",
        help="Let a `pattern` through that may take long on some strings.",
    ),
]
_Int64 = Annotated[Int64 | None, typer.Option(help="How TypeScript holds integers past 2**53 - 1.")]
_Templates = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Templates of your own, laid over ours.")
]
_Resources = Annotated[
    list[str] | None,
    typer.Option(
        "--resource",
        metavar="BASE_URI=PATH",
        help="A local copy of foreign schemas, a file or a folder; repeatable.",
    ),
]


@app.callback()
def _common(_version: _Version = False) -> None:
    """Take the flags that stand before a command."""


@app.command()
def generate(
    schema: _Schema = None,
    output: _Output = None,
    package: _Package = None,
    package_version: _PackageVersion = None,
    targets: _Targets = None,
    format_assertion: _FormatAssertion = None,
    slow_patterns: _SlowPatterns = None,
    int64: _Int64 = None,
    templates: _Templates = None,
    resources: _Resources = None,
) -> None:
    """Make the bindings, replacing the output folder."""
    with _mistakes_told():
        settings = _settings(
            schema=schema,
            output=output,
            package=package,
            package_version=package_version,
            targets=tuple(targets) if targets else None,
            format_assertion=format_assertion,
            slow_patterns=slow_patterns,
            int64=int64,
            templates=templates,
            resources=_resources(resources),
        )
        tree = _made(settings)
        report.summary(settings.output, write.swap(settings.output, tree), len(tree))


@app.command()
def check(
    schema: _Schema = None,
    output: _Output = None,
    package: _Package = None,
    package_version: _PackageVersion = None,
    targets: _Targets = None,
    format_assertion: _FormatAssertion = None,
    slow_patterns: _SlowPatterns = None,
    int64: _Int64 = None,
    templates: _Templates = None,
    resources: _Resources = None,
) -> None:
    """Show how the output folder differs from the schemas.

    Exits with 1 if it does: it is out of date, edited by hand, or holds files that no schema makes
    and git does not ignore.
    """
    with _mistakes_told():
        settings = _settings(
            schema=schema,
            output=output,
            package=package,
            package_version=package_version,
            targets=tuple(targets) if targets else None,
            format_assertion=format_assertion,
            slow_patterns=slow_patterns,
            int64=int64,
            templates=templates,
            resources=_resources(resources),
        )
        tree = _made(settings)
        changes = write.changes(settings.output, tree)
        if changes:
            report.drift(settings.output, changes)
            raise typer.Exit(1)
        report.up_to_date(settings.output, len(tree))


@app.command()
def validate(
    module: Annotated[str, typer.Argument(metavar="MODULE", help="The schemas' module.")],
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="JSON or JSON lines; - is standard input."),
    ] = None,
    type_name: Annotated[
        str | None, typer.Option("--type", metavar="NAME", help="A type other than the root.")
    ] = None,
    schema: _Schema = None,
    format_assertion: _FormatAssertion = None,
    slow_patterns: _SlowPatterns = None,
    resources: _Resources = None,
) -> None:
    """Check payloads against a schema.

    Prints each issue with its file and line, and exits with 1 if there is one.
    """
    # Slow to import, and of use here only.
    from eventwright.check_payload import validator

    with _mistakes_told():
        issues_of = validator(
            _settings(
                schema=schema,
                format_assertion=format_assertion,
                slow_patterns=slow_patterns,
                resources=_resources(resources),
            ),
            module,
            type_name,
        )
        count = invalid = unreadable = 0
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
                report.problems(error)
                unreadable += 1
        report.payloads(count, invalid)
        if invalid or unreadable:
            raise typer.Exit(1)


@contextmanager
def _mistakes_told() -> Iterator[None]:
    """Tell a user's mistakes, and what the system refused, without a traceback; exit 1."""
    try:
        yield
    except EventwrightError as error:
        report.problems(error)
        raise typer.Exit(1) from error
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # Whoever read the output has seen enough.
        report.failure(f"{error.filename or 'eventwright'}: {error.strerror or error}")
        raise typer.Exit(1) from error


def _settings(**flags: config.Value | None) -> Settings:
    given = {name.replace("_", "-"): value for name, value in flags.items() if value is not None}
    return config.settings(given, Path.cwd())


def _resources(flags: list[str] | None) -> config.Resources | None:
    try:
        return tuple(map(config.resource, flags)) if flags else None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--resource") from error


def _made(settings: Settings) -> Mapping[str, bytes]:
    # Slow to import: `--help` and usage errors are to be quick.
    from eventwright.generate import generate as make

    config.keep_apart(settings)
    with report.progress(f"Making the bindings from {settings.schema.name}"):
        bindings = make(settings)
    report.notes(bindings.notes)
    return bindings.files


def _payloads(file: str, name: str) -> Iterator[Payload]:
    """The payloads of a file, or of standard input for `-`."""
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as stream:
            yield from split(stream)
    except OSError as error:
        problem = Problem(Location(name), f"can't be read: {error.strerror}", "name another file")
        raise EventwrightError(problem) from error
