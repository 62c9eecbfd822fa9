"""A template is compiled once, and never taken for another one."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from eventwright.rendering.render import environment

NAME = "greeting.jinja"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is kept, for one test alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "eventwright"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder with one template."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / NAME).write_text("Hello\n")
    return folder


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The source of each template that Jinja compiles."""
    sources: list[object] = []
    compile_ = jinja2.Environment._compile

    def noted(self: jinja2.Environment, source: str, filename: str) -> object:
        sources.append(filename)
        return compile_(self, source, filename)

    monkeypatch.setattr(jinja2.Environment, "_compile", noted)
    return sources


def rendered(templates: Path) -> str:
    return environment(templates).get_template(NAME).render()


@pytest.mark.usefixtures("kept")
def test_a_template_is_compiled_once(templates: Path, compiled: list[object]) -> None:
    assert [rendered(templates) for _ in range(3)] == ["Hello\n"] * 3
    assert len(compiled) == 1


@pytest.mark.usefixtures("kept")
def test_a_changed_template_is_compiled_again(templates: Path, compiled: list[object]) -> None:
    rendered(templates)
    (templates / NAME).write_text("Bye\n")
    assert rendered(templates) == "Bye\n"
    assert len(compiled) == 2


@pytest.mark.parametrize("damage", [b"", b"\0", b"x" * 70 + b"\n" + b"x" * 500])
def test_a_damaged_entry_is_as_good_as_none(
    kept: Path, templates: Path, compiled: list[object], damage: bytes
) -> None:
    rendered(templates)
    [entry] = kept.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage or whole[:-1])
    assert rendered(templates) == "Hello\n"
    assert len(compiled) == 2
    assert entry.read_bytes() == whole


def test_nothing_has_to_be_kept(kept: Path, templates: Path, compiled: list[object]) -> None:
    kept.parent.write_text("a file where the folder should be")
    assert [rendered(templates) for _ in range(2)] == ["Hello\n"] * 2
    assert len(compiled) == 2
