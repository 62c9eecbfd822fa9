"""The TypeScript bindings as a stranger gets them: a tarball in an empty project."""

from __future__ import annotations

import json
import shutil
import tarfile
from pathlib import Path

import pytest

from support.packages import npm_pack
from support.project import node_tool, run

OUTSIDER = Path(__file__).parent / "outsider" / "outsider.ts"
MODULES = ("chat-event", "event-frame", "index", "runtime")
PARTS = ("isEventMeta", "validateEventMeta", "newEventMeta", "decodeEventMeta", "new TextDecoder")
"""What a bundle has that checks a type, lists its issues, makes it, or reads any text."""


@pytest.fixture(scope="module")
def tarball(typescript_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return npm_pack(typescript_package, tmp_path_factory.mktemp("npm") / "packed")


def test_tarball_holds_compiled_modules_with_their_types(tarball: Path) -> None:
    with tarfile.open(tarball) as archive:
        names = set(archive.getnames())
        manifest = archive.extractfile("package/package.json")
        assert manifest is not None
        package = json.load(manifest)
    compiled = {f"package/dist/{module}{end}" for module in MODULES for end in (".js", ".d.ts")}
    assert compiled <= names
    assert package["type"] == "module"
    assert {".", "./chat-event", "./event-frame"} <= package["exports"].keys()
    assert package.get("dependencies", {}) == {}


def test_publint_finds_nothing(tarball: Path) -> None:
    assert "All good!" in run(node_tool("publint"), "run", tarball, "--strict")


def test_types_resolve_wherever_modules_do(tarball: Path) -> None:
    attw = (node_tool("attw"), tarball, "--profile", "esm-only", "--no-definitely-typed")
    report = run(*attw, "--format", "ascii", "--no-color", "--no-emoji")
    assert "agent-events/chat-event" in report
    assert "agent-events/event-frame" in report


@pytest.mark.parametrize(
    ("function", "part"),
    [
        ("is", "isEventMeta"),
        ("validate", "validateEventMeta"),
        ("newSessionStarted", "newEventMeta"),
    ],
)
def test_bundle_holds_only_what_is_used(
    function: str, part: str, typescript_package: Path, tmp_path: Path
) -> None:
    modules = tmp_path / "node_modules"
    modules.mkdir()
    (modules / "agent-events").symlink_to(typescript_package)
    client = tmp_path / "client.js"
    client.write_text(f'export {{ {function} }} from "agent-events/chat-event";', encoding="utf-8")
    bundle = run(node_tool("esbuild"), client, "--bundle", "--format=esm", "--log-level=error")
    assert [each for each in PARTS if each in bundle] == [part]


def test_stranger_decodes_narrows_and_encodes(tarball: Path, tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"type": "module", "private": true}', encoding="utf-8")
    run("npm", "install", "--offline", "--ignore-scripts", "--no-audit", tarball, cwd=tmp_path)
    script = shutil.copy(OUTSIDER, tmp_path)
    options = "--strict --module nodenext --target es2022 --lib es2022 --skipLibCheck false"
    run(node_tool("tsc"), *options.split(), script, cwd=tmp_path)
    assert run("node", "outsider.js", cwd=tmp_path).splitlines() == [
        "started m1 2026-03-01T09:08:07.123456789Z null",
        '{"SessionStarted":{"meta":{"event_id":"e1","occurred_at":"2026-03-01T09:08:07.123456789Z",'
        '"trace_id":null},"session_id":"s1","model":"m1"}}',
        "Hello text",
        '{"event":"response_delta","response_id":"r1","delta":"Hello"}',
        "t1",
        '[["/turn_id","type"],["/reason","required"]]',
    ]
