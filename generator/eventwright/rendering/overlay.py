"""Templates of the user's own, laid over ours: what is wrong with them, told as of any file."""

from __future__ import annotations

from pathlib import Path
from traceback import walk_tb

import jinja2

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.installation import templates_folder


def refuse_useless(overlay: Path) -> None:
    """Refuse a folder that stands in for no template of ours.

    Raises:
        EventwrightError: It is no folder, or none of its files has the path of one of ours.
    """
    if not overlay.is_dir():
        fix = "correct the path of your templates, or make the folder"
        raise EventwrightError(Problem(Location(str(overlay)), "is no folder", fix))
    own = {path.relative_to(overlay) for path in overlay.rglob("*.jinja")}
    ours = {path.relative_to(templates_folder()) for path in templates_folder().rglob("*.jinja")}
    if own.isdisjoint(ours):
        problem = "holds no template that stands in for one of eventwright's"
        fix = f"give one its path, such as {min(ours).as_posix()}"
        raise EventwrightError(Problem(Location(str(overlay)), problem, fix))


def mistake(error: jinja2.TemplateError) -> Problem:
    """What to tell of an error in a template, with its line."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        file, line = error.filename or error.name or "", error.lineno
    elif isinstance(error, jinja2.TemplateNotFound):
        return Problem(Location(str(error.name)), "is no template", "correct the name")
    else:
        # Jinja has the frames of templates say where these are.
        frames = [(f.f_code.co_filename, line) for f, line in walk_tb(error.__traceback__)]
        file, line = [frame for frame in frames if frame[0].endswith(".jinja")][-1]
    return Problem(Location(file), f"line {line}: {error.message}", "correct the template")
