"""The generator as a stranger gets it: an installed wheel, on somebody else's schemas."""

from __future__ import annotations

import json
import shutil
import sysconfig
import zipfile
from pathlib import Path

import pytest

from support.packages import build_wheel, create_venv
from support.project import ROOT, attempt, run

SCHEMAS = Path(__file__).parent / "parcels"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(ROOT, tmp_path_factory.mktemp("generator"))


@pytest.fixture(scope="module")
def eventwright(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed command; its dependencies are lent by the environment of the tests."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    python = create_venv(folder, wheel)
    lent = python_packages(python) / "lent.pth"
    lent.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (folder / "bin" / "ruff").symlink_to(Path(sysconfig.get_path("scripts")) / "ruff")
    return folder / "bin" / "eventwright"


def python_packages(python: Path) -> Path:
    """Where an interpreter finds installed packages."""
    where = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    return Path(where.strip())


def test_wheel_holds_modules_and_templates(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    templates = {path.relative_to(ROOT) for path in (ROOT / "templates").rglob("*.jinja")}
    assert templates
    assert {f"eventwright/{path.as_posix()}" for path in templates} <= names
    assert "eventwright/cli.py" in names
    assert not [name for name in names if name.startswith(("tests/", "generated/", "schema/"))]


def test_command_runs_from_its_own_installation(eventwright: Path, tmp_path: Path) -> None:
    python = eventwright.with_name("python")
    where = run(python, "-c", "import eventwright; print(eventwright.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(eventwright.parents[1])


def test_stranger_generates_checks_and_uses_bindings(eventwright: Path, tmp_path: Path) -> None:
    schemas = shutil.copytree(SCHEMAS, tmp_path / "parcels")
    flags = ("--schema", "parcels", "--output", "bindings", "--package", "parcel-events")
    run(eventwright, "generate", *flags, cwd=tmp_path)
    run(eventwright, "check", *flags, cwd=tmp_path)

    use = (
        "from parcel_events import parcels\n"
        'event = parcels.decode(\'{"type": "delivered", "parcel": "p1", "stops": 3}\')\n'
        "print(event)\n"
        "print(parcels.encode(event).decode())\n"
    )
    said = run(eventwright.with_name("python"), "-c", use, cwd=tmp_path / "bindings" / "python")
    shown, encoded = said.splitlines()
    assert shown == "ParcelDelivered(parcel='p1', stops=3)"
    assert json.loads(encoded) == {"type": "delivered", "parcel": "p1", "stops": 3}

    edited = json.loads((schemas / "delivered.schema.json").read_text(encoding="utf-8"))
    edited["properties"]["stops"]["maximum"] = 9
    (schemas / "delivered.schema.json").write_text(json.dumps(edited), encoding="utf-8")
    assert attempt(eventwright, "check", *flags, cwd=tmp_path).returncode == 1


def test_mistake_is_told_without_a_traceback(eventwright: Path, tmp_path: Path) -> None:
    schemas = shutil.copytree(SCHEMAS, tmp_path / "parcels")
    (schemas / "lost.schema.json").unlink()
    flags = ("--schema", "parcels", "--output", "bindings", "--package", "parcel-events")
    done = attempt(eventwright, "generate", *flags, cwd=tmp_path)
    assert done.returncode == 1
    assert "parcels.schema.json#/oneOf/1" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "bindings").exists()
