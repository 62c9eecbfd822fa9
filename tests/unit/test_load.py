"""Loading real folders: which files make which module, and what a wrong path is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from eventwright.errors import Location, Problem
from eventwright.reading.load import SchemaModule, load
from support.schema_folders import load_problems, write

OBJECT = '{"type": "object"}'


def modules(path: Path, relative_to: Path) -> dict[str, SchemaModule]:
    return {module.name: module for module in load(path, relative_to)}


# Which files make which module.


def test_a_file_is_a_module_and_its_schema_the_root(tmp_path: Path) -> None:
    write(tmp_path, {"in/order.schema.json": OBJECT, "in/other.json": "not read"})
    (module,) = load(tmp_path / "in" / "order.schema.json", tmp_path)
    assert (module.name, module.source) == ("order", "in/order.schema.json")
    assert [document.file for document in module.documents] == ["in/order.schema.json"]
    assert module.root == module.documents[0]
    assert module.root.content == {"type": "object"}


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("order.json", "order"),
        ("order.schema.json", "order"),
        ("OrderPlaced.json", "order_placed"),
        ("order-placed.v2.json", "order_placed_v2"),
        ("HTTPRequest.schema.json", "http_request"),
        ("mcp-2025-11-25.json", "mcp_2025_11_25"),
        ("already_snake2case.json", "already_snake2case"),
        ("match.json", "match"),
    ],
)
def test_the_stem_in_snake_case_names_the_module(tmp_path: Path, file: str, name: str) -> None:
    write(tmp_path, {file: OBJECT})
    assert [module.name for module in load(tmp_path / file, tmp_path)] == [name]


def test_a_schema_that_only_holds_definitions_is_no_root(tmp_path: Path) -> None:
    text = '{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://x/y",'
    text += ' "title": "T", "description": "D", "$comment": "C", "$defs": {"A": {}}'
    write(
        tmp_path, {"types.json": text + "}", "one.json": text + ', "const": 1}', "yes.json": "true"}
    )
    found = modules(tmp_path, tmp_path)
    assert found["types"].root is None
    assert found["one"].root is found["one"].documents[0]
    assert found["yes"].root is found["yes"].documents[0]


@pytest.mark.parametrize("own", ["chat.schema.json", "chat.json"])
def test_a_folder_with_a_file_of_its_name_is_one_module(tmp_path: Path, own: str) -> None:
    files = [own, "b.json", "Z.schema.json", "deep/down/c.json"]
    write(tmp_path / "chat", dict.fromkeys(files, OBJECT))
    write(tmp_path / "chat", {".hidden.json": "no", ".git/x.json": "no", "README.md": "no"})
    (module,) = load(tmp_path / "chat", tmp_path)
    assert (module.name, module.source) == ("chat", "chat")
    assert {document.file for document in module.documents} == {f"chat/{name}" for name in files}
    assert module.root is not None
    assert module.root.file == f"chat/{own}"


def test_any_other_folder_is_a_collection(tmp_path: Path) -> None:
    names = ["solo.json", "chat/chat.schema.json", "chat/a.json", "rootless/a.json", "empty/x.txt"]
    write(tmp_path / "schema", dict.fromkeys(names, OBJECT))
    found = modules(tmp_path / "schema", tmp_path)
    assert list(found) == ["chat", "rootless", "solo"]
    roots = {name: module.root and module.root.file for name, module in found.items()}
    assert roots == {
        "chat": "schema/chat/chat.schema.json",
        "rootless": None,
        "solo": "schema/solo.json",
    }
    chat = [document.file for document in found["chat"].documents]
    assert chat == ["schema/chat/a.json", "schema/chat/chat.schema.json"]


def test_the_folder_is_known_by_its_name_when_it_is_given_as_a_dot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "chat", {"chat.json": OBJECT})
    monkeypatch.chdir(tmp_path / "chat")
    (module,) = load(Path(), Path())
    assert module.name == "chat"
    assert [document.file for document in module.documents] == ["chat.json"]


def test_files_elsewhere_are_called_as_the_user_named_them(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.json": OBJECT})
    (module,) = load(tmp_path / "in", tmp_path / "project")
    assert module.documents[0].file == f"{tmp_path.as_posix()}/in/a.json"


def test_numbers_stay_exact(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": '{"maximum": 18446744073709551615, "minimum": 1.0}'})
    (module,) = load(tmp_path / "a.json", tmp_path)
    content = module.documents[0].content
    assert isinstance(content, dict)
    assert content["maximum"] == 2**64 - 1
    assert isinstance(content["minimum"], float)


# What is wrong with a path or a name.


def test_a_missing_path(tmp_path: Path) -> None:
    (problem,) = load_problems(tmp_path / "schema", tmp_path)
    assert problem == Problem(
        Location("schema"), "does not exist", "point to a schema file or folder"
    )


def test_a_folder_without_schemas(tmp_path: Path) -> None:
    write(tmp_path / "schema", {"notes.txt": "x", "sub/more.txt": "x"})
    (problem,) = load_problems(tmp_path / "schema", tmp_path)
    assert problem.location == Location("schema")
    assert problem.problem == "holds no schema files"
    assert ".schema.json" in problem.fix


def test_a_folder_with_nothing_but_yaml(tmp_path: Path) -> None:
    files = {".ci/run.yml": "x", "sub/order.yml": "type: object", "sub/z.yaml": "x"}
    write(tmp_path / "schema", files)
    (problem,) = load_problems(tmp_path / "schema", tmp_path)
    assert problem.location == Location("schema")
    assert problem.problem == (
        "holds no schema files, but YAML (sub/order.yml); schemas are read as JSON only"
    )
    assert problem.fix.endswith("npx js-yaml schema/sub/order.yml > schema/sub/order.json")


def test_what_is_neither_file_nor_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    (named,) = load_problems(tmp_path / "pipe.json", tmp_path)
    assert named.problem == "is neither a file nor a folder"
    (found,) = load_problems(tmp_path, tmp_path)
    assert (found.location, found.problem) == (Location("pipe.json"), "is not a regular file")


@pytest.mark.parametrize("name", ["1st.json", "class.json", "été.json", "___.json", "日本.json"])
def test_a_name_that_is_no_identifier(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: OBJECT})
    (problem,) = load_problems(tmp_path, tmp_path)
    assert problem.location == Location(name)
    assert f"no module can be named after {name}" in problem.problem
    assert problem.fix.startswith("rename the file")


def test_two_modules_of_one_name(tmp_path: Path) -> None:
    write(tmp_path, {"OrderPlaced.json": OBJECT, "order-placed.schema.json": OBJECT})
    (problem,) = load_problems(tmp_path, tmp_path)
    assert problem == Problem(
        Location("order-placed.schema.json"),
        "its module would be order_placed, and so would that of OrderPlaced.json",
        "rename one of the two",
    )


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"secret.json": OBJECT, "schema/a.json": OBJECT})
    (tmp_path / "schema" / "b.json").symlink_to(tmp_path / "secret.json")
    (problem,) = load_problems(tmp_path / "schema", tmp_path)
    assert problem.location == Location("schema/b.json")
    assert problem.problem == "is a link that leaves the schema folder"


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "schema", {"a/a.json": OBJECT})
    (tmp_path / "schema" / "a" / "again").symlink_to(tmp_path / "schema")
    (problem,) = load_problems(tmp_path / "schema", tmp_path)
    assert problem.location == Location("schema/a/again")
    assert problem.problem == "is a link to another folder of schemas"


def test_a_link_within_the_folder_is_a_file_like_any_other(tmp_path: Path) -> None:
    write(tmp_path / "schema", {"shared/meta.json": OBJECT, "chat/chat.json": OBJECT})
    (tmp_path / "schema/chat/meta.json").symlink_to("../shared/meta.json")
    files = [document.file for document in modules(tmp_path, tmp_path)["schema"].documents]
    assert files == [
        "schema/chat/chat.json",
        "schema/chat/meta.json",
        "schema/shared/meta.json",
    ]


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to("a.json")
    (problem,) = load_problems(tmp_path, tmp_path)
    assert problem.location == Location("a.json")
    assert problem.problem.startswith("can't be read: ")


def test_a_name_that_can_not_be_shown(tmp_path: Path) -> None:
    write(tmp_path, {"a\nb.json": OBJECT})
    (problem,) = load_problems(tmp_path, tmp_path)
    assert r"'a\nb.json'" in problem.problem
    assert problem.fix == "rename it"
