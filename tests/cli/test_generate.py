"""`eventwright generate`: settings in, folder replaced, summary and mistakes told."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright.settings import Settings
from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("project", "made")


def test_it_makes_the_output_and_sums_up(project: Path, made: list[Settings]) -> None:
    run = eventwright("generate")
    assert run.code == 0
    assert run.stderr == ""
    assert run.stdout.splitlines() == [
        "generated: 4 added (4 files)",
        "  added    pydantic/order.json",
        "  added    python/order.json",
        "  added    typescript/order.json",
        "  added    vectors/order.json",
    ]
    assert (project / "generated" / "python" / "order.json").is_file()
    assert made[0].package == "shop-events"


def test_again_it_is_up_to_date() -> None:
    eventwright("generate")
    assert eventwright("generate").stdout == "generated: up to date (4 files)\n"


def test_a_change_is_told_by_kind(project: Path) -> None:
    eventwright("generate", "--target", "python")
    (project / "schema" / "order.json").write_text('{"title": "Purchase"}\n')
    (project / "schema" / "refund.json").write_text("{}\n")
    assert eventwright("generate", "--target", "python").stdout.splitlines() == [
        "generated: 1 added, 1 changed (2 files)",
        "  changed  python/order.json",
        "  added    python/refund.json",
    ]


def test_a_file_that_is_no_longer_made_is_removed(project: Path) -> None:
    eventwright("generate", "--target", "python")
    (project / "schema" / "order.json").rename(project / "schema" / "refund.json")
    assert eventwright("generate", "--target", "python").stdout.splitlines() == [
        "generated: 1 added, 1 removed (1 files)",
        "  removed  python/order.json",
        "  added    python/refund.json",
    ]


def test_no_file_of_somebody_else_is_lost(project: Path) -> None:
    eventwright("generate", "--target", "python")
    for name in ("mine.py", "refund.json"):
        (project / "generated" / "python" / name).write_text("by hand\n")
    (project / "schema" / "refund.json").write_text("{}\n")
    run = eventwright("generate", "--target", "python")
    assert (run.code, run.stdout) == (1, "")
    assert run.stderr.splitlines() == [
        "generated/python/mine.py: was not made by eventwright, which does not delete it",
        "  fix: move it out of the output folder, or let git ignore it",
        "generated/python/refund.json: stands where a file is to be made, and was not made by"
        " eventwright",
        "  fix: move it out of the output folder",
    ]
    assert (project / "generated" / "python" / "mine.py").read_text() == "by hand\n"


def test_many_files_are_elided(project: Path) -> None:
    for number in range(50):
        (project / "schema" / f"event_{number}.json").write_text("{}\n")
    lines = eventwright("generate", "--target", "python").stdout.splitlines()
    assert lines[0] == "generated: 51 added (51 files)"
    assert lines[-1].split() == ["...", "and", "31", "more"]
    assert len(lines) == 22


def test_flags_reach_the_settings(project: Path, made: list[Settings]) -> None:
    words = "--output out --package a-b --package-version 1.2.3 --target vectors --target python"
    more = "--no-format-assertion --slow-patterns --null-as-absent --int64 bigint --templates look"
    notes = "--unknown keep --accept-note a.json#/b --accept-note c.json"
    copies = "--resource https://example.com/a=a.json --resource https://example.com/?b=2=b"
    assert eventwright("generate", *f"{words} {more} {notes} {copies}".split()).code == 0
    assert made == [
        Settings(
            schema=project / "schema",
            output=project / "out",
            package="a-b",
            package_version="1.2.3",
            targets=("python", "vectors"),
            best_effort=frozenset(),
            format_assertion=False,
            slow_patterns=True,
            null_as_absent=True,
            unknown="keep",
            int64="bigint",
            accept_notes=("a.json#/b", "c.json"),
            templates=project / "look",
            resources=(
                ("https://example.com/a", project / "a.json"),
                ("https://example.com/?b=2", project / "b"),
            ),
            root=project,
        )
    ]


def test_it_works_from_a_folder_inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "schema")
    assert eventwright("generate").stdout.startswith(f"{project}/generated: 4 added")
    assert (project / "generated" / "python" / "order.json").is_file()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--target", "cobol"], "none of python, typescript, pydantic, vectors"),
        (["--int64", "string"], "'number', 'bigint'"),
        (["--unknown", "drop"], "'error', 'keep'"),
        (["--package", "Agent Events"], "must be a package name"),
        (["--package-version", "one"], "must be a version such as 1.0.0"),
        (["--resource", "vendor/"], "must be BASE_URI=PATH"),
        (["--frobnicate"], "No such option"),
        (["extra"], "unexpected extra argument"),
    ],
)
def test_wrong_use_exits_2(project: Path, words: list[str], complaint: str) -> None:
    run = eventwright("generate", *words)
    assert run.code == 2
    assert complaint in run.stderr
    assert not (project / "generated").exists()


def test_wrong_settings_exit_2(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.eventwright]\npakage = "x"\n')
    run = eventwright("generate")
    assert run.code == 2
    assert run.stdout == ""
    assert run.stderr.splitlines() == [
        "pyproject.toml#/tool/eventwright/pakage: is no setting of eventwright",
        "  fix: write package",
    ]


def test_somebody_elses_folder_is_refused(project: Path) -> None:
    (project / "work").mkdir()
    (project / "work" / "thesis.txt").write_text("years")
    run = eventwright("generate", "--output", "work")
    assert run.code == 1
    assert run.stderr.splitlines() == [
        "work: holds thesis.txt, which was not made by eventwright",
        "  fix: choose another folder with --output, or empty this one",
    ]
    assert (project / "work" / "thesis.txt").read_text() == "years"


def test_the_schemas_themselves_are_never_replaced(project: Path) -> None:
    run = eventwright("generate", "--output", ".")
    assert run.code == 1
    assert "lies in one folder with the schemas" in run.stderr
    assert (project / "schema" / "order.json").is_file()


def test_what_the_system_refuses_is_told(project: Path) -> None:
    (project / "file").write_text("")
    run = eventwright("generate", "--output", "file/generated")
    assert run.code == 1
    assert run.stderr.startswith("file/generated: the system refused: ")


def test_control_characters_do_not_reach_the_terminal(project: Path) -> None:
    (project / "schema" / "\x1b[31m.json").write_text("{}")
    run = eventwright("generate", "--target", "python")
    assert "python/\\x1b[31m.json" in run.stdout
    assert "\x1b" not in run.stdout
