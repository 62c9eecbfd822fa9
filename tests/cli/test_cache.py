"""A run with known inputs makes nothing, and is never wrong for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eventwright import cache, installation
from eventwright import generate as pipeline
from eventwright.errors import Location, Problem
from eventwright.settings import Settings
from eventwright.writing import manifest
from support.command_line import eventwright

UP_TO_DATE = "generated: up to date (4 files)\n"


@pytest.fixture
def remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is remembered, for one test alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "eventwright"


@pytest.fixture
def runs(project: Path, made: list[Settings], remembered: Path) -> list[Settings]:
    """The runs that made something, after a first one; the output is up to date."""
    (project / "vendor").mkdir()
    (project / "vendor" / "common.json").write_text("{}")
    (project / "look").mkdir()
    (project / "look" / "module.jinja").write_text("")
    lines = ['templates = "look"', 'resources = { "https://example.com/" = "vendor" }', ""]
    with (project / "pyproject.toml").open("a") as settings:
        settings.write("\n".join(lines))
    assert eventwright("generate").code == 0
    assert len(made) == 1
    assert len(list(remembered.iterdir())) == 1
    return made


@pytest.mark.parametrize("command", ["generate", "check"])
def test_again_nothing_is_made(runs: list[Settings], command: str) -> None:
    for _ in range(2):
        run = eventwright(command)
        assert (run.code, run.stdout, run.stderr) == (0, UP_TO_DATE, "")
    assert len(runs) == 1


@pytest.mark.usefixtures("project", "remembered")
def test_the_notes_are_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Problem(Location("schema/order.json", "/x"), '"x" has no effect', "remove it")
    bindings = pipeline.Bindings({"python/order.py": b""}, (note,))
    monkeypatch.setattr(pipeline, "generate", lambda _: bindings)
    first = eventwright("generate")
    again = eventwright("generate")
    assert again.stdout == "generated: up to date (1 files)\n"
    assert again.stderr == first.stderr != ""


def _write(path: str, text: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text)

    return change


@pytest.mark.parametrize(
    "change",
    [
        _write("schema/order.json", '{"title": "Other"}\n'),
        _write("schema/refund.json", "{}"),
        _write("look/module.jinja", "x"),
        _write("look/other/module.jinja", ""),
        _write("vendor/common.json", "true"),
        _write("vendor/inside/more.json", "{}"),
        lambda project: (project / "schema" / "order.json").rename(project / "schema" / "a.json"),
    ],
)
def test_every_input_counts(
    project: Path, runs: list[Settings], change: Callable[[Path], None]
) -> None:
    change(project)
    eventwright("generate")
    assert len(runs) == 2


@pytest.mark.parametrize(
    "words", [["--int64", "bigint"], ["--slow-patterns"], ["--package-version", "9.9.9"]]
)
def test_every_setting_counts(runs: list[Settings], words: list[str]) -> None:
    eventwright("generate", *words)
    assert len(runs) == 2


def test_the_generator_itself_counts(
    tmp_path: Path, runs: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "eventwright"
    source.mkdir()
    for text in ("a = 1\n", "a = 2\n"):
        (source / "module.py").write_text(text)
        monkeypatch.setattr(cache, "package_folder", lambda: source)
        eventwright("generate")
    assert len(runs) == 3
    monkeypatch.setattr(cache, "templates_folder", lambda: source)
    eventwright("generate")
    assert len(runs) == 4


def test_a_tool_of_another_version_counts(
    tmp_path: Path, runs: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site" / "ruff-99.0.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "site")])
    eventwright("generate")
    assert len(runs) == 2


def test_what_does_not_decide_the_bytes_does_not_count(project: Path, runs: list[Settings]) -> None:
    (project / "schema" / "README.md").write_text("About these schemas.")
    (project / "schema" / ".order.json.swp").write_text("")
    os.utime(project / "schema" / "order.json", (1, 1))
    assert eventwright("check").stdout == UP_TO_DATE
    assert len(runs) == 1


def test_check_still_finds_what_was_done_to_the_output(project: Path, runs: list[Settings]) -> None:
    output = project / "generated"
    (output / "python" / "order.json").write_text("by hand\n")
    (output / "vectors" / "order.json").unlink()
    (output / "mine.txt").write_text("")
    run = eventwright("check")
    assert run.code == 1
    assert "  edited by hand     python/order.json" in run.stdout
    assert "  missing            vectors/order.json" in run.stdout
    assert "  made by no schema  mine.txt" in run.stdout
    (output / "mine.txt").unlink()
    assert eventwright("generate").code == 0
    assert eventwright("check").stdout == UP_TO_DATE
    assert len(runs) == 3


def test_line_endings_that_git_makes_are_no_change(project: Path, runs: list[Settings]) -> None:
    for file in (project / "generated").rglob("*.json"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert eventwright("check").stdout == UP_TO_DATE
    assert eventwright("generate").stdout == UP_TO_DATE
    assert len(runs) == 1


def test_a_manifest_that_agrees_with_an_edit_is_not_believed(
    project: Path, runs: list[Settings]
) -> None:
    """Somebody could commit both; only what this machine has made counts."""
    file = project / "generated" / "python" / "order.json"
    recorded = project / "generated" / ".eventwright.json"
    known = manifest.digest(file.read_bytes())
    file.write_text("by hand\n")
    content = recorded.read_text()
    assert known in content
    recorded.write_text(content.replace(known, manifest.digest(b"by hand\n")))
    assert eventwright("check").code == 1
    assert len(runs) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda content: content[:-1],
        lambda content: content.replace(b"python/order.json", b"python/orders.json"),
        lambda content: content.partition(b"\n")[2],
        lambda _: b"\xff" * 100,
        lambda _: b"[" * 10_000,
    ],
)
def test_a_damaged_entry_is_not_believed(
    runs: list[Settings], remembered: Path, damage: Callable[[bytes], bytes]
) -> None:
    [entry] = remembered.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    run = eventwright("check")
    assert (run.code, run.stdout, run.stderr) == (0, UP_TO_DATE, "")
    assert len(runs) == 2
    assert entry.read_bytes() == whole


def test_without_a_place_to_remember_all_is_made_each_time(
    tmp_path: Path, runs: list[Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    for _ in range(2):
        run = eventwright("check")
        assert (run.code, run.stdout, run.stderr) == (0, UP_TO_DATE, "")
    assert len(runs) == 3


def test_a_schema_that_is_saved_meanwhile_is_not_taken_for_what_was_read(
    project: Path, made: list[Settings], remembered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = project / "schema" / "order.json"
    before = schema.read_text()
    copy = pipeline.generate

    def slow(settings: Settings) -> pipeline.Bindings:
        schema.write_text('{"title": "Saved meanwhile"}')
        return copy(settings)

    monkeypatch.setattr(pipeline, "generate", slow)
    assert eventwright("generate").code == 0
    monkeypatch.setattr(pipeline, "generate", copy)
    schema.write_text(before)
    assert not remembered.exists()
    assert eventwright("check").code == 1
    assert len(made) == 2


def test_a_link_to_a_folder_of_templates_is_followed_by_no_hash(
    project: Path, runs: list[Settings]
) -> None:
    (project / "elsewhere").mkdir()
    (project / "look" / "linked").symlink_to(project / "elsewhere")
    for _ in range(2):
        assert eventwright("generate").stdout == UP_TO_DATE
    assert len(runs) == 3


def test_the_oldest_entries_are_forgotten(
    project: Path, runs: list[Settings], remembered: Path
) -> None:
    for number in range(550):
        old = remembered / f"{number:064}"
        old.write_bytes(b"")
        os.utime(old, (number, number))
    (project / "schema" / "order.json").write_text('{"title": "Other"}\n')
    eventwright("generate")
    assert len(list(remembered.iterdir())) == 500
    assert not (remembered / f"{51:064}").exists()
    assert eventwright("check").stdout == UP_TO_DATE
    assert len(runs) == 2


def test_the_templates_of_the_checkout_or_of_the_package_are_hashed() -> None:
    assert (installation.templates_folder() / "python" / "module.py.jinja").is_file()
    assert (installation.package_folder() / "cache.py").is_file()
