"""The Python bindings as a stranger gets them: a wheel in an empty environment."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from support.packages import BUILT, build_wheel, create_venv
from support.project import GENERATED, run

OUTSIDER = Path(__file__).parent / "outsider" / "outsider.py"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("python")
    project = shutil.copytree(GENERATED / "python", folder / "project", ignore=BUILT)
    return build_wheel(project, folder / "dist")


def test_wheel_holds_the_package_and_asks_for_nothing(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (metadata,) = (archive.read(name) for name in names if name.endswith("METADATA"))
    package = GENERATED / "python" / "agent_events"
    modules = {path.name for path in package.iterdir() if path.is_file()}
    assert {"__init__.py", "chat_event.py", "event_frame.py", "py.typed"} <= modules
    assert {f"agent_events/{module}" for module in modules} <= names
    assert b"Requires-Dist" not in metadata
    assert b"Requires-Python: >=3.11" in metadata


def test_stranger_decodes_matches_and_encodes(wheel: Path, tmp_path: Path) -> None:
    python = create_venv(tmp_path / "venv", wheel)
    script = shutil.copy(OUTSIDER, tmp_path)
    assert run(python, "-I", "-W", "error", script, cwd=tmp_path).splitlines() == [
        "started m1 2026-03-01T09:08:07.123456789Z None",
        '{"SessionStarted": {"meta": {"event_id": "e1", "occurred_at": '
        '"2026-03-01T09:08:07.123456789Z", "trace_id": null}, "model": "m1", "session_id": "s1"}}',
        '{"delta": "Hello", "event": "response_delta", "response_id": "r1"}',
        "True",
        "[('/turn_id', 'type'), ('/reason', 'required')]",
    ]
