"""`eventwright check`: exit 1 and a readable diff for every way in which the output can drift."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from eventwright.settings import Settings
from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("output")


@pytest.fixture
def output(project: Path, made: list[Settings]) -> Path:
    """An output folder that is up to date, in a repository."""
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    (project / ".gitignore").write_text("__pycache__/\n")
    assert eventwright("generate").code == 0
    assert len(made) == 1
    return project / "generated"


def drift() -> list[str]:
    run = eventwright("check")
    assert run.code == 1
    assert run.stderr == ""
    lines = run.stdout.splitlines()
    assert lines[-1] == "Run `eventwright generate` and commit the result."
    return lines


def test_nothing_to_tell_when_up_to_date() -> None:
    run = eventwright("check")
    assert (run.code, run.stdout) == (0, "generated: up to date (4 files)\n")


def test_a_stale_file_is_shown_as_a_diff(output: Path) -> None:
    for target in ("python", "typescript", "pydantic"):
        (output / target / "order.json").unlink()
    (output.parent / "schema" / "order.json").write_text('{"title": "Purchase"}\n')
    lines = drift()
    assert lines[:5] == [
        "generated: 4 files not as the schemas make them:",
        "  missing            pydantic/order.json",
        "  missing            python/order.json",
        "  missing            typescript/order.json",
        "  out of date        vectors/order.json",
    ]
    assert lines[5:-1] == [
        "",
        "--- vectors/order.json (on disk)",
        "+++ vectors/order.json (from the schemas)",
        "@@ -1 +1 @@",
        '-{"title": "Order"}',
        '+{"title": "Purchase"}',
    ]


def test_an_edit_by_hand_is_told_from_a_stale_file(output: Path) -> None:
    (output / "python" / "order.json").write_text("by hand\n")
    lines = drift()
    assert lines[1] == "  edited by hand     python/order.json"
    assert "Edits by hand will be lost" in lines[-2]
    assert (output / "python" / "order.json").read_text() == "by hand\n"


def test_a_file_of_a_schema_that_is_gone(output: Path) -> None:
    (output.parent / "schema" / "order.json").rename(output.parent / "schema" / "refund.json")
    assert "  no longer made     python/order.json" in drift()


def test_a_file_that_no_schema_makes(output: Path) -> None:
    (output / "python" / "notes").mkdir()
    (output / "python" / "notes" / "mine.txt").write_text("x")
    run = eventwright("check")
    assert (run.code, run.stdout.splitlines()) == (
        1,
        [
            "generated: 1 file not as the schemas make them:",
            "  made by no schema  python/notes/mine.txt",
            "Move what eventwright did not make out of the folder: it deletes no such file.",
        ],
    )


def test_a_file_of_somebody_else_where_one_is_to_be_made(output: Path) -> None:
    (output / "python" / "refund.json").write_text("x\n")
    (output.parent / "schema" / "refund.json").write_text("{}\n")
    lines = drift()
    assert "  in the way         python/refund.json" in lines
    assert lines[-2].startswith("Move what eventwright did not make out of the folder")


def test_a_file_that_git_ignores_is_no_drift(output: Path) -> None:
    (output / "python" / "__pycache__").mkdir()
    (output / "python" / "__pycache__" / "x.pyc").write_bytes(b"")
    assert eventwright("check").code == 0


def test_a_missing_manifest_alone_is_refused_with_its_cure(output: Path) -> None:
    (output / ".eventwright.json").unlink()
    run = eventwright("check")
    assert run.code == 1
    assert "choose another folder with --output, or empty this one" in run.stderr


def test_a_stale_manifest_alone_is_drift(output: Path) -> None:
    (output / ".eventwright.json").write_text("{}")
    assert "  out of date        .eventwright.json" in drift()


def test_a_missing_output_is_all_missing(output: Path) -> None:
    output.rename(output.parent / "elsewhere")
    lines = drift()
    assert lines[0] == "generated: 4 files not as the schemas make them:"
    assert not output.exists()


def test_long_diffs_and_long_lists_are_cut_with_counts(output: Path) -> None:
    for number in range(30):
        (output.parent / "schema" / f"event_{number:02}.json").write_text("a\n" * 100)
    eventwright("generate", "--target", "python")
    for number in range(30):
        (output.parent / "schema" / f"event_{number:02}.json").write_text("b\n" * 100)
    run = eventwright("check", "--target", "python")
    assert "  ...                and 10 more" in run.stdout
    assert "... and 163 more lines of python/event_00.json" in run.stdout
    assert "... and 20 more files that differ" in run.stdout
    assert len(run.stdout.splitlines()) < 500


def test_long_lines_are_cut(output: Path) -> None:
    schema = output.parent / "schema" / "order.json"
    schema.write_text("a" * 160 + "\n" + "b" * 161 + "\n")
    lines = [line for line in drift() if line.startswith("+") and "+++" not in line]
    assert set(lines) == {"+" + "a" * 160, "+" + "b" * 160 + "…"}


def test_few_vectors_are_shown(output: Path) -> None:
    schema = output.parent / "schema" / "order.json"
    schema.write_text("old\n" * 100)
    eventwright("generate", "--target", "vectors")
    schema.write_text("new\n" * 100)
    lines = eventwright("check", "--target", "vectors").stdout.splitlines()
    assert "... and 193 more lines of vectors/order.json" in lines
    assert lines.count("-old") == 7


def test_a_binary_file_has_no_diff(output: Path) -> None:
    (output / "python" / "order.json").write_bytes(b"\0\1")
    assert "---" not in "\n".join(drift())
