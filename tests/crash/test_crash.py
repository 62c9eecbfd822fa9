"""A short part of `make crash`, runs that race, and systems that refuse to write."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crash.killing import ENVIRONMENT, Project, kill, tree
from support.project import attempt, python_tool

KILLS = 20


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.prepare()
    return made


def test_a_killed_run_leaves_the_old_tree_or_the_new_one(project: Project) -> None:
    kills = kill(project, KILLS, seed=1)
    assert kills.faults == []
    assert kills.found["mixture"] == 0
    assert kills.found["old"] > 0
    assert kills.writing > 0


def test_runs_at_once_leave_the_tree_of_one_of_them(project: Project) -> None:
    for _ in range(3):
        children: list[subprocess.Popen[bytes]] = []
        for state in (1, 0, 1):
            # Each run reads schemas of its own, and all of them write to the same folder.
            schemas = project.folder / f"schema_{len(children)}"
            shutil.rmtree(schemas, ignore_errors=True)
            project.choose(state)
            (project.folder / "schema").rename(schemas)
            words = ("generate", "--schema", schemas.name, "--output", "generated")
            children.append(
                subprocess.Popen(
                    [str(part) for part in (*python_tool("eventwright"), *words)],
                    cwd=project.folder,
                    env={**ENVIRONMENT, "XDG_CACHE_HOME": str(project.folder / "cache")},
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                )
            )
        complaints = [child.communicate()[1] for child in children]
        assert [child.returncode for child in children] == [0, 0, 0], complaints
        left = {name for name in tree(project.output) if name.startswith("vectors/only_")}
        assert left in ({"vectors/only_0.jsonl"}, {"vectors/only_1.jsonl"})
        assert [name for name in project.siblings() if not name.startswith("schema_")] == []


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
sys.argv = ["eventwright", "generate"]
from eventwright.cli import main
main()
"""
IN_A_SPACE = "mount -t tmpfs -o size={size} tmpfs {folder} && cp -a {copy}/. {folder} && "
FULL = IN_A_SPACE + "dd if=/dev/zero of={folder}/fill bs=4k 2>/dev/null; cd {folder} && {run}"
READ_ONLY = IN_A_SPACE + "mount -o remount,ro {folder} && cd {folder} && {run}"


def mounting_is_possible() -> bool:
    return shutil.which("unshare") is not None and (
        attempt("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt").returncode == 0
    )


def test_a_file_too_large_is_told_and_nothing_changes(project: Project) -> None:
    before = tree(project.output)
    project.choose(1)
    run = attempt(sys.executable, "-c", LIMITED, cwd=project.folder)
    told_once(run)
    assert tree(project.output) == before
    assert project.siblings() == []


@pytest.mark.skipif(not mounting_is_possible(), reason="this user may not mount a file system")
@pytest.mark.parametrize("script", [FULL, READ_ONLY], ids=["full", "read-only"])
def test_a_disk_that_takes_nothing_is_told_and_nothing_changes(
    script: str, project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project.choose(1)
    shutil.rmtree(project.folder / "cache")
    place, cache = tmp_path_factory.mktemp("mounted"), tmp_path_factory.mktemp("cache")
    command = " ".join(map(str, (*python_tool("eventwright"), "generate")))
    seen = "find generated -type f -exec sha256sum {} + | sort; ls -A"
    whole = script.format(
        size="2m",
        folder=place,
        copy=project.folder,
        run=f"{{ {seen}; }} > /dev/shm/before-$$; {command}; code=$?; "
        f"{{ {seen}; }} | cmp - /dev/shm/before-$$ && rm /dev/shm/before-$$; exit $code",
    )
    run = attempt("unshare", "-rm", "sh", "-c", whole, env={"XDG_CACHE_HOME": str(cache)})
    assert run.stdout == ""
    told_once(run)


def told_once(run: subprocess.CompletedProcess[str]) -> None:
    """One clear error, and no traceback."""
    assert run.returncode == 1, run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    assert run.stderr.count("the system refused") == 1, run.stderr
