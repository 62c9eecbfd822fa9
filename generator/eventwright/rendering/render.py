"""One strict Jinja environment: a template lays out, and only safe text passes through it."""

from __future__ import annotations

from pathlib import Path

import jinja2

from eventwright.installation import templates_folder
from eventwright.rendering.bytecode import KeptTemplates
from eventwright.rendering.code import Code


class UnsafeTextError(jinja2.TemplateRuntimeError):
    """A template would write what is not known to be safe as code."""


def _only_code(value: object) -> object:
    if isinstance(value, jinja2.Undefined):
        return str(value)  # which raises an error that tells its name
    if not isinstance(value, Code):
        raise UnsafeTextError(f"text that is not safe as code would be written: {value!r}")
    return value


def environment(overlay: Path | None) -> jinja2.Environment:
    """The environment that all targets render with.

    Args:
        overlay: A folder whose files stand in for the built-in templates of the same path.
    """
    folders = [templates_folder()] if overlay is None else [overlay, templates_folder()]
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        bytecode_cache=KeptTemplates(Path(__file__)),
        undefined=jinja2.StrictUndefined,
        finalize=_only_code,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is code, and `finalize` guards it
    )
