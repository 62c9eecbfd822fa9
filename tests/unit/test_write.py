"""The output folder is replaced whole, and what is not ours is kept or left alone."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from eventwright.errors import EventwrightError
from eventwright.writing import exchange, manifest
from eventwright.writing.write import Change, changes, swap

OLD = {"a.txt": b"old\n", "python/old.py": b"1\n", "python/both.py": b"2\n"}
NEW = {"a.txt": b"new\n", "python/both.py": b"2\n", "vectors/new.jsonl": b"{}\n"}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != manifest.NAME
    }


def kinds(found: tuple[Change, ...]) -> dict[str, str]:
    return {change.path: change.kind for change in found if change.path != manifest.NAME}


def siblings(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir() if path != output)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "generated"


@pytest.fixture
def repository(output: Path) -> Path:
    """An output folder in a git repository that ignores builds."""
    subprocess.run(["git", "init", "-q"], cwd=output.parent, check=True)
    (output.parent / ".gitignore").write_text("node_modules/\n*.log\n/generated/typescript/dist/\n")
    swap(output, OLD)
    return output


def refusal(output: Path, tree: Mapping[str, bytes] = NEW) -> str:
    """What a refused run says; `changes` must refuse the same."""
    with pytest.raises(EventwrightError) as checked:
        changes(output, tree)
    with pytest.raises(EventwrightError) as caught:
        swap(output, tree)
    assert checked.value.problems == caught.value.problems
    [problem] = caught.value.problems
    return f"{problem.location.file}: {problem.problem}; {problem.fix}"


class TestSwap:
    def test_writes_a_missing_folder_with_its_parents(self, tmp_path: Path) -> None:
        output = tmp_path / "deep" / "generated"
        assert set(kinds(swap(output, OLD)).values()) == {"added"}
        assert files(output) == OLD
        assert siblings(output) == []

    def test_fills_an_empty_folder(self, output: Path) -> None:
        output.mkdir()
        swap(output, OLD)
        assert files(output) == OLD

    def test_replaces_the_whole_tree_and_tells_how(self, output: Path) -> None:
        swap(output, OLD)
        assert kinds(swap(output, NEW)) == {
            "a.txt": "changed",
            "python/old.py": "removed",
            "vectors/new.jsonl": "added",
        }
        assert files(output) == NEW
        assert siblings(output) == []

    def test_writes_nothing_when_nothing_changed(self, output: Path) -> None:
        swap(output, OLD)
        before = {path: path.stat().st_mtime_ns for path in [output, *output.rglob("*")]}
        folder_before = output.stat().st_ino
        assert swap(output, OLD) == ()
        assert {path: path.stat().st_mtime_ns for path in [output, *output.rglob("*")]} == before
        assert output.stat().st_ino == folder_before

    def test_leaves_line_endings_as_git_has_checked_them_out(self, output: Path) -> None:
        swap(output, OLD)
        windows = {path: content.replace(b"\n", b"\r\n") for path, content in files(output).items()}
        for path, content in windows.items():
            (output / path).write_bytes(content)
        recorded = (output / manifest.NAME).read_bytes()
        (output / manifest.NAME).write_bytes(recorded.replace(b"\n", b"\r\n"))
        assert swap(output, OLD) == ()
        assert kinds(swap(output, NEW)) == {
            "a.txt": "changed",
            "python/old.py": "removed",
            "vectors/new.jsonl": "added",
        }
        assert files(output) == NEW | {"python/both.py": windows["python/both.py"]}

    def test_keeps_the_folders_permissions(self, output: Path) -> None:
        swap(output, OLD)
        output.chmod(0o750)
        swap(output, NEW)
        assert output.stat().st_mode & 0o777 == 0o750

    def test_turns_a_file_into_a_folder_and_back(self, output: Path) -> None:
        swap(output, {"x": b"1"})
        swap(output, {"x/y": b"2"})
        assert files(output) == {"x/y": b"2"}
        swap(output, {"x": b"1"})
        assert files(output) == {"x": b"1"}

    def test_replaces_edits(self, output: Path) -> None:
        swap(output, OLD)
        (output / "a.txt").write_text("by hand\n")
        assert kinds(swap(output, OLD)) == {"a.txt": "edited"}
        assert files(output) == OLD

    @pytest.mark.parametrize(
        "path", ["../x", "/x", "a/../../x", "", "a//b", "./a", "a/", manifest.NAME, ".git/config"]
    )
    def test_never_leaves_the_folder(self, output: Path, path: str) -> None:
        with pytest.raises(ValueError, match="no path inside"):
            swap(output, {path: b""})
        assert not output.exists()


class TestManifest:
    def test_lists_every_file_and_nothing_of_the_machine(self, output: Path) -> None:
        swap(output, OLD)
        content = json.loads((output / manifest.NAME).read_text())
        assert list(content["files"]) == sorted(OLD)
        assert content["files"]["a.txt"] == manifest.digest(b"old\n")
        assert set(content) == {"madeBy", "format", "files"}

    @pytest.mark.parametrize("text", ["<<<<<<< ours", "[]", "{}", '{"files": 1}', '{"files": []}'])
    def test_a_broken_one_still_marks_the_folder_and_is_mended(
        self, output: Path, text: str
    ) -> None:
        swap(output, OLD)
        (output / manifest.NAME).write_text(text)
        assert {change.path for change in changes(output, OLD)} == {manifest.NAME}
        swap(output, OLD)
        assert changes(output, OLD) == ()

    def test_leads_nobody_outside(self, output: Path) -> None:
        swap(output, OLD)
        outside = output.parent / "outside.txt"
        outside.write_text("x")
        listed = {path: manifest.digest(b"x") for path in ("../outside.txt", *OLD)}
        (output / manifest.NAME).write_bytes(manifest.text(listed))
        swap(output, NEW)
        assert outside.read_text() == "x"

    def test_with_a_merge_conflict_lists_the_files_of_both_sides(self, output: Path) -> None:
        swap(output, NEW)
        theirs = (output / manifest.NAME).read_text()
        swap(output, OLD)
        ours = (output / manifest.NAME).read_text()
        (output / "vectors").mkdir()
        (output / "vectors" / "new.jsonl").write_bytes(b"")
        conflict = f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"
        (output / manifest.NAME).write_text(conflict)
        (output / "a.txt").write_text("<<<<<<< ours\n")
        assert kinds(swap(output, {"a.txt": b"merged\n"})) == {
            "a.txt": "edited",
            "python/both.py": "removed",
            "python/old.py": "removed",
            "vectors/new.jsonl": "removed",
        }
        assert files(output) == {"a.txt": b"merged\n"}


class TestChanges:
    def test_tells_each_kind_and_writes_nothing(self, repository: Path) -> None:
        (repository / "a.txt").write_text("by hand\n")
        (repository / "python" / "both.py").unlink()
        (repository / "python" / "mine.py").write_text("")
        (repository / "build.log").write_text("ignored")
        (repository / "taken").write_text("by hand\n")
        before = files(repository)
        tree = {"a.txt": b"old\n", "python/both.py": b"2\n", "b": b"", "taken": b""}
        found = changes(repository, tree)
        assert kinds(found) == {
            "a.txt": "edited",
            "b": "added",
            "python/both.py": "added",
            "python/mine.py": "unexpected",
            "python/old.py": "removed",
            "taken": "obstacle",
        }
        assert files(repository) == before

    def test_diffs_a_changed_text_lazily(self, output: Path) -> None:
        swap(output, OLD)
        change = next(change for change in changes(output, NEW) if change.path == "a.txt")
        assert [*change.diff()] == [
            "--- a.txt (on disk)",
            "+++ a.txt (from the schemas)",
            "@@ -1 +1 @@",
            "-old",
            "+new",
        ]

    def test_of_a_missing_folder_are_all_files(self, tmp_path: Path) -> None:
        output = tmp_path / "no" / "such" / "generated"
        assert kinds(changes(output, OLD)) == dict.fromkeys(OLD, "added")
        assert not (tmp_path / "no").exists()

    def test_of_a_repository_asked_from_a_hook(
        self, repository: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GIT_DIR", ".git")
        (repository / "build.log").write_text("ignored")
        assert changes(repository, OLD) == ()


class TestKeeps:
    def test_what_git_ignores(self, repository: Path) -> None:
        kept = {
            "typescript/dist/index.js": b"js",
            "typescript/node_modules/x/y.js": b"js",
            "strange/build.log": b"log",
        }
        for path, content in kept.items():
            (repository / path).parent.mkdir(parents=True, exist_ok=True)
            (repository / path).write_bytes(content)
        assert changes(repository, OLD) == ()
        swap(repository, NEW)
        assert files(repository) == NEW | kept

    def test_what_tools_leave_behind_where_there_is_no_repository(self, output: Path) -> None:
        swap(output, OLD)
        cache = output / "python" / "__pycache__" / "both.pyc"
        cache.parent.mkdir()
        cache.write_bytes(b"pyc")
        assert changes(output, OLD) == ()
        swap(output, NEW)
        assert cache.read_bytes() == b"pyc"

    def test_what_tools_leave_behind_where_there_is_no_git(
        self, repository: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", "")
        (repository / "dist").mkdir()
        (repository / "build.log").write_text("no longer ignored")
        assert kinds(changes(repository, OLD)) == {"build.log": "unexpected"}

    def test_a_repository_of_its_own(self, output: Path) -> None:
        swap(output, OLD)
        subprocess.run(["git", "init", "-q"], cwd=output, check=True)
        swap(output, NEW)
        assert (output / ".git" / "HEAD").is_file()
        assert changes(output, NEW) == ()

    def test_links_that_git_ignores_without_following_them(self, repository: Path) -> None:
        outside = repository.parent / "outside"
        outside.mkdir()
        (outside / "x").write_text("x")
        (repository / "python" / "link.log").symlink_to(outside)
        swap(repository, NEW)
        assert (repository / "python" / "link.log").is_symlink()
        assert (outside / "x").read_text() == "x"


class TestRefuses:
    def test_a_folder_that_it_did_not_make(self, output: Path) -> None:
        output.mkdir()
        (output / "thesis.txt").write_text("years of work")
        assert "holds thesis.txt, which was not made by eventwright" in refusal(output)
        assert files(output) == {"thesis.txt": b"years of work"}

    def test_such_a_folder_even_where_git_ignores_it(self, output: Path) -> None:
        subprocess.run(["git", "init", "-q"], cwd=output.parent, check=True)
        (output.parent / ".gitignore").write_text("generated/\n")
        output.mkdir()
        (output / "thesis.txt").write_text("years of work")
        assert "choose another folder with --output, or empty this one" in refusal(output)

    def test_to_delete_what_somebody_put_there_later(self, output: Path) -> None:
        swap(output, OLD)
        (output / "python" / "mine.py").write_text("years of work")
        with pytest.raises(EventwrightError) as caught:
            swap(output, NEW)
        [problem] = caught.value.problems
        assert str(problem.location).endswith("generated/python/mine.py#")
        assert problem.problem == "was not made by eventwright, which does not delete it"
        assert problem.fix == "move it out of the output folder, or let git ignore it"
        assert files(output) == OLD | {"python/mine.py": b"years of work"}

    def test_to_overwrite_what_somebody_put_there_later(self, output: Path) -> None:
        swap(output, OLD)
        (output / "vectors").mkdir()
        (output / "vectors" / "new.jsonl").write_text("years of work")
        with pytest.raises(EventwrightError) as caught:
            swap(output, NEW)
        [problem] = caught.value.problems
        assert str(problem.location).endswith("generated/vectors/new.jsonl#")
        assert (
            problem.problem == "stands where a file is to be made, and was not made by eventwright"
        )
        assert problem.fix == "move it out of the output folder"
        assert files(output) == OLD | {"vectors/new.jsonl": b"years of work"}

    @pytest.mark.parametrize("ignored", ["build.log", "build.log/x", "build.log/x/y"])
    def test_to_overwrite_what_git_ignores(self, repository: Path, ignored: str) -> None:
        (repository / ignored).parent.mkdir(parents=True, exist_ok=True)
        (repository / ignored).write_text("years of work")
        with pytest.raises(EventwrightError, match="stands where a file is to be made"):
            swap(repository, OLD | {"build.log/x": b"made"})
        assert files(repository) == OLD | {ignored: b"years of work"}

    def test_nothing_that_is_just_what_it_would_make(self, output: Path) -> None:
        swap(output, OLD)
        (output / "vectors").mkdir()
        (output / "vectors" / "new.jsonl").write_bytes(NEW["vectors/new.jsonl"])
        swap(output, NEW)
        assert files(output) == NEW

    def test_a_file(self, output: Path) -> None:
        output.write_text("x")
        assert "is a file that was not made by eventwright" in refusal(output)

    def test_a_linked_output(self, output: Path) -> None:
        elsewhere = output.parent / "elsewhere"
        swap(elsewhere, OLD)
        output.symlink_to(elsewhere)
        assert "generated: is a symbolic link" in refusal(output)
        assert files(elsewhere) == OLD

    @pytest.mark.parametrize("inside", ["python", "a.txt", "vectors"])
    def test_a_link_inside_where_it_would_write(self, output: Path, inside: str) -> None:
        swap(output, {"python/both.py": b"2\n", "vectors/x": b""} if inside == "a.txt" else OLD)
        outside = output.parent / "outside"
        outside.mkdir()
        if (output / inside).exists():
            (output / inside).rename(output.parent / "moved")
        (output / inside).symlink_to(outside)
        assert f"generated/{inside}: is a symbolic link" in refusal(output)

    def test_a_place_below_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(EventwrightError, match="the system refused: File exists"):
            swap(tmp_path / "file" / "generated", OLD)

    @pytest.mark.parametrize("code", [errno.EBUSY, errno.EXDEV])
    def test_a_folder_that_cannot_be_renamed(
        self, output: Path, monkeypatch: pytest.MonkeyPatch, code: int
    ) -> None:
        swap(output, OLD)

        def refuse(_one: Path, other: Path) -> bool:
            raise OSError(code, os.strerror(code), str(other))

        monkeypatch.setattr(exchange, "_exchange", refuse)
        with pytest.raises(EventwrightError) as caught:
            swap(output, NEW)
        assert caught.value.problems[0].fix == "choose a folder inside this one with --output"
        assert files(output) == OLD
        assert siblings(output) == []

    def test_a_disk_that_takes_no_more_and_leaves_the_old_tree(self, output: Path) -> None:
        swap(output, OLD)
        limited = (
            "import resource, sys; from pathlib import Path\n"
            "from eventwright.writing.write import swap\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
            "swap(Path(sys.argv[1]), {'big': b'x' * 5000})\n"
        )
        run = subprocess.run(
            [sys.executable, "-c", limited, output], capture_output=True, text=True, check=False
        )
        assert "EventwrightError" in run.stderr
        assert "the system refused: File too large" in run.stderr
        assert files(output) == OLD
        assert siblings(output) == []


# A killed process leaves its measure of coverage broken, so it takes none.
UNMEASURED = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE")}

SWAPS_FOREVER = """
import signal
import sys
# What runs in the background of a shell would ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
from pathlib import Path
from eventwright.writing import exchange
from eventwright.writing.write import swap
if sys.argv[2] == "renames":
    exchange._exchange = lambda one, other: False
print(flush=True)
while True:
    for content in (b"old", b"new"):
        name = content.decode()
        tree = {f"{i}/{name}{j}": content for i in range(3) for j in range(3)}
        swap(Path(sys.argv[1]), tree)
"""

# Dies at each audited step in turn: opening, creating, renaming, deleting.
DIES_AT_EVERY_STEP = """
import json, os, signal, sys
from pathlib import Path
from eventwright.writing import exchange, manifest
from eventwright.writing.write import changes, swap
output, how = Path(sys.argv[1]), sys.argv[2]
old = {"a": b"old", "b/c": b"old"}
new = {"a": b"new", "d/e": b"new"}
kept = output / "b" / "dist" / "kept"

def made():
    return {
        p.relative_to(output).as_posix(): p.read_bytes()
        for p in output.rglob("*")
        if p.is_file() and p.name not in (manifest.NAME, "kept")
    }

def dying(steps):
    left = [steps]
    def hook(event, arguments):
        if event in ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod",
                     "shutil.rmtree", "os.scandir", "ctypes.dlsym"):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    return hook

if how == "renames":
    exchange._exchange = lambda one, other: False
outcomes = {"old": 0, "new": 0, "missing": 0}
steps = 0
while True:
    steps += 1
    swap(output, old)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("kept")
    child = os.fork()
    if child == 0:
        sys.addaudithook(dying(steps))
        swap(output, new)
        os._exit(0)
    died = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    if not output.exists():
        assert how == "renames", steps
        outcomes["missing"] += 1
    else:
        assert made() in (old, new), (steps, made())
        outcomes["old" if made() == old else "new"] += 1
    changes(output, new)
    assert made() in (old, new), (steps, made())
    assert kept.read_text() == "kept", steps
    assert [p.name for p in output.parent.iterdir()] == [output.name], steps
    if not died:
        break
print(json.dumps(outcomes))
"""


class TestKilled:
    @pytest.mark.parametrize("how", ["exchange", "renames"])
    def test_at_every_step_it_is_the_old_tree_or_the_new_one(self, output: Path, how: str) -> None:
        run = subprocess.run(
            [sys.executable, "-c", DIES_AT_EVERY_STEP, output, how],
            env=UNMEASURED,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        outcomes = json.loads(run.stdout)
        assert outcomes["old"] > 10
        assert outcomes["new"] > 10
        assert (outcomes["missing"] > 0) == (how == "renames")

    @pytest.mark.parametrize("how", ["exchange", "renames"])
    def test_at_any_moment_it_is_one_of_two_whole_trees(self, output: Path, how: str) -> None:
        moments = random.Random(how)  # noqa: S311 - nothing here is secret
        for _ in range(20):
            child = subprocess.Popen(
                [sys.executable, "-c", SWAPS_FOREVER, output, how],
                env=UNMEASURED,
                stdout=subprocess.PIPE,
            )
            assert child.stdout
            with child, child.stdout:
                child.stdout.readline()
                time.sleep(moments.uniform(0, 0.05))
                child.kill()
            if how == "renames":
                changes(output, {})
            if output.exists():
                contents = set(files(output).values())
                assert len(contents) == 1
                assert len(files(output)) == 9
        changes(output, {})
        assert siblings(output) == []

    def test_a_system_that_cannot_exchange_renames_instead(
        self, output: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        swap(output, OLD)
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
        swap(output, NEW)
        assert files(output) == NEW
        assert siblings(output) == []

    def test_a_system_without_locks_and_descriptors_of_folders_does_without(
        self, output: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        swap(output, OLD)

        def refuse(path: Path, *_: int) -> int:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

        def library(*_: object, **__: object) -> None:
            raise TypeError("argument of type 'NoneType' is not iterable")

        monkeypatch.setitem(sys.modules, "fcntl", None)  # what is None can't be imported
        monkeypatch.setattr(exchange, "os", SimpleNamespace(**{**vars(os), "open": refuse}))
        monkeypatch.setattr(ctypes, "CDLL", library)
        swap(output, NEW)
        assert files(output) == NEW
        assert siblings(output) == []

    @pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL])
    def test_a_disk_that_cannot_exchange_renames_instead(
        self, output: Path, monkeypatch: pytest.MonkeyPatch, code: int
    ) -> None:
        swap(output, OLD)
        system = SimpleNamespace(renameat2=lambda *_: -1)
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: system)
        monkeypatch.setattr(ctypes, "get_errno", lambda: code)
        swap(output, NEW)
        assert files(output) == NEW
        assert siblings(output) == []

    def test_what_does_not_change_keeps_its_time(self, output: Path) -> None:
        swap(output, OLD)
        for path in OLD:
            os.utime(output / path, (1, 1))
        swap(output, NEW)
        assert {path for path in NEW if (output / path).stat().st_mtime == 1} == {"python/both.py"}

    def test_a_disk_without_links_gets_all_files_anew(
        self, output: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: Path) -> None:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

        swap(output, OLD)
        monkeypatch.setattr(os, "link", refuse)
        swap(output, NEW)
        assert files(output) == NEW
        assert siblings(output) == []

    def test_interrupted_it_tidies_up_at_once(
        self, output: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        swap(output, OLD)

        def interrupt(_: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            swap(output, NEW)
        assert files(output) == OLD
        assert siblings(output) == []


class TestTogether:
    def test_runs_wait_for_each_other(self, output: Path) -> None:
        children = [
            subprocess.Popen(
                [sys.executable, "-c", SWAPS_FOREVER, output, "exchange"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for _ in range(3)
        ]
        time.sleep(1.5)
        for child in children:
            child.send_signal(signal.SIGINT)
        complaints = [child.communicate()[1].decode() for child in children]
        assert all(text.rstrip().endswith("KeyboardInterrupt") for text in complaints), complaints
        changes(output, {})
        assert len(files(output)) == 9
        assert len(set(files(output).values())) == 1
        assert siblings(output) == []

    def test_a_reader_waits_for_a_writer(self, output: Path) -> None:
        swap(output, OLD)
        with exchange.locked(output.parent):
            reader = subprocess.Popen(
                [
                    sys.executable,
                    "-c",
                    "import sys; from pathlib import Path\n"
                    "from eventwright.writing.write import changes\n"
                    "changes(Path(sys.argv[1]), {})",
                    output,
                ]
            )
            with pytest.raises(subprocess.TimeoutExpired):
                reader.wait(0.5)
        assert reader.wait(10) == 0
