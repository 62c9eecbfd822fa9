"""What a person is told of a reference that can not be followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright.errors import EventwrightError, Problem
from eventwright.reading.jsontext import Json
from eventwright.reading.load import load
from eventwright.reading.refs import resolve
from support.schema_folders import place, reference_problems, schema_set, write


def dangling(folder: Path, reference: str, **documents: Json) -> Problem:
    """The one problem of a module whose main schema has this reference in a property."""
    main: Json = {
        "properties": {"it": {"$ref": reference}},
        "$defs": {"Order": {"enum": [{}]}},
        "components": {"A": {"B": 1}},
    }
    (problem,) = reference_problems(folder, m=main, **documents)
    assert problem.location == place("m.json#/properties/it/$ref")
    return problem


def test_nothing_at_the_place(tmp_path: Path) -> None:
    problem = dangling(tmp_path, "#/$defs/Ordr")
    assert problem.problem == (
        '"#/$defs/Ordr" points to m/m.json#/$defs/Ordr, and nothing is there'
    )
    assert problem.fix == 'write "#/$defs/Order", if that is meant'


def test_nothing_like_it_at_the_place(tmp_path: Path) -> None:
    problem = dangling(tmp_path, "#/$defs/Unlike")
    assert problem.fix == "add a schema there, or correct the reference"


@pytest.mark.parametrize(
    ("reference", "document"),
    [
        ("#/components/schemas/Order", ""),
        ("#/definitions/Order", ""),
        ("Order", ""),
        ("$defs/Order", ""),
        ("other.json#/definitions/Other", "other.json"),
    ],
)
def test_an_entry_of_that_name_elsewhere(tmp_path: Path, reference: str, document: str) -> None:
    problem = dangling(tmp_path, reference, other={"$defs": {"Other": {}}})
    name = reference.rpartition("/")[2]
    assert problem.fix == f'write "{document}#/$defs/{name}", if that is meant'


@pytest.mark.parametrize("reference", ["#/$defs", "#/$defs/Order/enum/0", "#/components/A/B"])
def test_no_place_for_schemas(tmp_path: Path, reference: str) -> None:
    problem = dangling(tmp_path, reference)
    assert problem.problem == (
        f'"{reference}" points to m/m.json{reference}, which is not a place for schemas'
    )
    assert "$defs" in problem.fix


def test_no_such_anchor(tmp_path: Path) -> None:
    problem = dangling(tmp_path, "other.json#here", other={"$defs": {"A": {"$anchor": "her"}}})
    assert problem.problem == (
        '"other.json#here" points to the anchor "here", which m/other.json# does not have'
    )
    assert '"$anchor": "here"' in problem.fix


@pytest.mark.parametrize(
    ("reference", "file"),
    [("unlike.json", "m/unlike.json"), ("../x/a.json#/b", "x/a.json"), ("../../../a", "../../a")],
)
def test_no_such_file(tmp_path: Path, reference: str, file: str) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.json").write_text("{}")
    problem = dangling(tmp_path, reference, other={})
    assert problem.problem == f'"{reference}" points to {file}, which is no schema file'
    assert problem.fix == (
        "put that file into the folder that --schema names, or correct the reference"
    )


def problem_of_first(folder: Path, path: Path) -> Problem:
    """The one problem of the first module of those at a path."""
    module, *_ = load(path, folder)
    with pytest.raises(EventwrightError) as caught:
        resolve(module)
    (problem,) = caught.value.problems
    return problem


def test_a_file_beside_the_one_that_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.schema.json": '{"$ref": "b.schema.json"}', "b.schema.json": "{}"})
    problem = problem_of_first(tmp_path, tmp_path / "a.schema.json")
    assert problem.problem.endswith("points to b.schema.json, which is no schema file")
    assert problem.fix == (
        "put that file beside this file, and name their folder with --schema, or correct the"
        " reference"
    )


@pytest.mark.parametrize(
    "uri", ["http://example.com/a.json", "file:///etc/passwd", "urn:example:a", "http://[bad"]
)
def test_nothing_is_fetched(tmp_path: Path, uri: str) -> None:
    problem = dangling(tmp_path, f"{uri}#/x")
    assert problem.problem == (f'"{uri}#/x" points to {uri}, and no schema has that $id')
    assert "nothing is read over the network" in problem.fix
    assert f'"$id": "{uri}"' in problem.fix
    assert f"--resource {uri}=PATH" in problem.fix


def test_a_relative_reference_is_relative_to_the_id(tmp_path: Path) -> None:
    main: Json = {"$id": "https://example.com/s/m.json", "items": {"$ref": "other.json"}}
    (problem,) = reference_problems(tmp_path, m=main, other={})
    assert problem.problem == (
        '"other.json" points to https://example.com/s/other.json, an "$id" that m/other.json does '
        "not have"
    )
    assert problem.fix == (
        'give that file "$id": "https://example.com/s/other.json", or take the "$id" out of this '
        "one"
    )


def test_a_relative_reference_of_an_id_to_a_file_of_another_module(tmp_path: Path) -> None:
    main = '{"$id": "https://example.com/a.json", "$ref": "b.schema.json"}'
    write(tmp_path, {"a.schema.json": main, "b.schema.json": "{}"})
    problem = problem_of_first(tmp_path, tmp_path)
    uri = "https://example.com/b.schema.json"
    assert problem.problem.endswith(f'{uri}, an "$id" that b.schema.json does not have')
    assert problem.fix.startswith(f'give that file "$id": "{uri}"')


def test_an_id_that_two_other_modules_have(tmp_path: Path) -> None:
    copy = '{"$id": "https://example.com/b.json"}'
    main = '{"$ref": "https://example.com/b.json"}'
    write(tmp_path, {"a.json": main, "b.json": copy, "c.json": copy})
    problem = problem_of_first(tmp_path, tmp_path)
    assert problem.problem.endswith("and no schema has that $id")


def test_a_file_of_another_module_of_a_name_like_it(tmp_path: Path) -> None:
    main = '{"$ref": "../common/commn.json#/$defs/A"}'
    write(tmp_path, {"a/a.json": main, "common/common.json": '{"$defs": {"A": {}}}'})
    problem = problem_of_first(tmp_path, tmp_path)
    assert problem.fix == 'write "../common/common.json#/$defs/A", if that is meant'


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("commn.json#/$defs/A", "common.json#/$defs/A"),
        ("./Common.json", "./common.json"),
        ("common.schema.json", "common.json"),
        ("deep/inne.json", "deep/inner.json"),
        ("../m/commn.json", "../m/common.json"),
    ],
)
@pytest.mark.parametrize("base", ["", "https://example.com/m/m.json"])
def test_a_file_of_a_name_like_it(tmp_path: Path, reference: str, meant: str, base: str) -> None:
    main: Json = {"$ref": reference, **({"$id": base} if base else {})}
    (problem,) = reference_problems(tmp_path, m=main, common={}, deep_inner={})
    assert problem.fix == f'write "{meant}", if that is meant'


def test_a_document_with_an_id_like_it(tmp_path: Path) -> None:
    base = "https://example.com/m/"
    other: Json = {"$id": f"{base}common"}
    for reference in ("commn#a", f"{base}commn#a"):
        main: Json = {"$id": base, "$ref": reference}
        (problem,) = reference_problems(tmp_path, m=main, other=other)
        assert problem.fix == f'write "{reference.replace("commn", "common")}", if that is meant'


def test_a_document_that_is_missing_is_told_once(tmp_path: Path) -> None:
    names = ["a.json#/x", "b.json#/y", "a.json", "b.json", "a.json#z"]
    found = reference_problems(tmp_path, m={"allOf": [{"$ref": name} for name in names]})
    assert [(problem.location, problem.problem) for problem in found] == [
        (
            place("m.json#/allOf/0/$ref"),
            '"a.json#/x" points to m/a.json, which is no schema file (and so do 2 others)',
        ),
        (
            place("m.json#/allOf/1/$ref"),
            '"b.json#/y" points to m/b.json, which is no schema file (and so does another '
            "reference)",
        ),
    ]


def test_every_dangling_reference_is_reported(tmp_path: Path) -> None:
    found = reference_problems(
        tmp_path, m={"allOf": [{"$ref": "#/a"}, {"$ref": "#/b"}]}, n={"$ref": "#/c"}
    )
    assert [problem.location for problem in found] == [
        place("m.json#/allOf/0/$ref"),
        place("m.json#/allOf/1/$ref"),
        place("n.json#/$ref"),
    ]


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_two_documents_of_one_id(tmp_path: Path, names: tuple[str, str]) -> None:
    documents: dict[str, Json] = {name: {"$id": "https://example.com/x"} for name in names}
    (problem,) = reference_problems(tmp_path, m={}, **documents)
    assert problem == Problem(
        place("b.json#/$id"),
        'the $id "https://example.com/x" also belongs to m/a.json#',
        "give each of the two its own",
    )


def test_an_id_that_is_the_name_of_another_file(tmp_path: Path) -> None:
    (problem,) = reference_problems(tmp_path, m={"$id": "other.json"}, other={})
    assert problem.location == place("m.json#/$id")
    assert problem.problem.endswith("also belongs to m/other.json#")


def test_an_anchor_that_stands_twice(tmp_path: Path) -> None:
    two: Json = {"A": {"$anchor": "here"}, "B": {"$anchor": "here"}}
    (problem,) = reference_problems(tmp_path, m={"$defs": two})
    assert problem.location == place("m.json#/$defs/B")
    assert problem.problem == 'the anchor "here" also belongs to m/m.json#/$defs/A'
    apart: Json = {"A": {"$anchor": "here"}, "B": {"$id": "b", "$anchor": "here"}}
    assert schema_set(tmp_path, m={"$defs": apart}).targets == {}


def test_a_circle_of_references(tmp_path: Path) -> None:
    (problem,) = reference_problems(
        tmp_path,
        m={"items": {"$ref": "a.json"}},
        a={"$ref": "b.json#/$defs/B"},
        b={"$defs": {"B": {"$ref": "a.json", "description": "beside"}}},
    )
    assert problem.location == place("a.json#/$ref")
    assert problem.problem == (
        "this reference leads back to itself without describing a value:"
        " m/a.json# → m/b.json#/$defs/B → m/a.json#"
    )
    assert problem.fix


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"anyOf": [{"type": "null"}, {"$ref": "#"}]},
        {"not": {"$ref": "#/not"}},
        {"allOf": [{"if": {"then": {"oneOf": [{"$ref": "#"}]}}}]},
        {"dependentSchemas": {"a": {"$ref": "#"}}},
    ],
)
def test_a_circle_through_schemas_about_the_same_value(tmp_path: Path, schema: Json) -> None:
    (problem,) = reference_problems(tmp_path, m=schema)
    assert problem.location.pointer.endswith("/$ref")
    assert problem.problem.startswith("this reference leads back to itself")


def test_a_long_chain_and_a_deep_schema_need_no_stack(tmp_path: Path) -> None:
    chain: dict[str, Json] = {f"D{i}": {"$ref": f"#/$defs/D{i + 1}"} for i in range(5000)}
    chain["D5000"] = {"type": "null"}
    assert len(schema_set(tmp_path, m={"$defs": chain}).targets) == 5000
    deep: Json = {"$ref": "#/$defs/A"}
    for _ in range(45):
        deep = {"properties": {"a": deep}}
    assert len(schema_set(tmp_path, m={"items": deep, "$defs": {"A": {}}}).targets) == 1
