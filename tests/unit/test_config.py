"""Settings come from the nearest [tool.eventwright], flags win, and mistakes are told in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventwright import config
from eventwright.errors import EventwrightError
from eventwright.settings import TARGETS


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "schema").mkdir()
    (tmp_path / "deep" / "er").mkdir(parents=True)
    return tmp_path


def configure(project: Path, *lines: str) -> None:
    (project / "pyproject.toml").write_text("\n".join(["[tool.eventwright]", *lines]))


def problems(project: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(EventwrightError) as caught:
        config.settings({}, project)
    return [(str(p.location), p.problem, p.fix) for p in caught.value.problems]


def test_without_configuration_the_schema_folder_is_taken(project: Path) -> None:
    settings = config.settings({}, project)
    assert settings.schema == project / "schema"
    assert settings.output == project / "generated"
    assert settings.root == project
    assert settings.targets == TARGETS
    assert settings.int64 == "number"


def test_without_any_schemas_it_says_what_to_do(tmp_path: Path) -> None:
    [(place, problem, fix)] = problems(tmp_path)
    assert place == f"{tmp_path}/schema#"
    assert problem == "does not exist"
    assert "--schema PATH" in fix


def test_all_settings_are_read_from_the_table(project: Path) -> None:
    configure(
        project,
        'schema = "contracts/events.json"',
        'output = "bindings"',
        'package = "shop-events"',
        'package-version = "2.0.0-rc.1"',
        'targets = ["vectors", "python", "python"]',
        "format-assertion = false",
        "slow-patterns = true",
        "null-as-absent = true",
        'unknown = "keep"',
        'int64 = "bigint"',
        'accept-notes = ["contracts/events.json#/properties/a"]',
        'resources = { "https://example.com/" = "vendor" }',
        'templates = "../look"',
    )
    settings = config.settings({}, project / "deep" / "er")
    assert settings.schema == project / "contracts" / "events.json"
    assert settings.output == project / "bindings"
    assert settings.package == "shop-events"
    assert settings.package_version == "2.0.0-rc.1"
    assert settings.targets == ("python", "vectors")
    assert settings.format_assertion is False
    assert settings.slow_patterns is True
    assert settings.null_as_absent is True
    assert settings.unknown == "keep"
    assert settings.int64 == "bigint"
    assert settings.accept_notes == ("contracts/events.json#/properties/a",)
    assert settings.resources == (("https://example.com/", project / "vendor"),)
    assert settings.templates == project.parent / "look"
    assert settings.root == project


def test_flags_win_and_start_where_the_user_stands(project: Path) -> None:
    configure(project, 'schema = "contracts"', 'package = "shop-events"', 'output = "bindings"')
    flags: dict[str, config.Value] = {"schema": Path("x.json"), "package": "other"}
    settings = config.settings(flags, project / "deep")
    assert settings.schema == project / "deep" / "x.json"
    assert settings.package == "other"
    assert settings.output == project / "bindings"


def test_a_pyproject_of_something_else_is_passed_by(project: Path) -> None:
    configure(project, 'package = "shop-events"')
    (project / "deep" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    settings = config.settings({}, project / "deep")
    assert settings.package == "shop-events"
    assert settings.root == project


@pytest.mark.parametrize(
    ("line", "pointer", "problem", "fix"),
    [
        ('output-dir = "x"', "output-dir", "is no setting of eventwright", "write output"),
        ("format_assertion = true", "format_assertion", "is no setting", "write format-assertion"),
        ("zzz = 1", "zzz", "is no setting", "use one of schema, output, package,"),
        ('"a/b" = 1', "a~1b", "is no setting", "use one of"),
        ("schema = 3", "schema", "must be a path", "correct schema"),
        ('schema = ""', "schema", "must be a path", "correct schema"),
        ('package = "Agent Events"', "package", "must be a package name: words of", "correct"),
        ('package = "@acme"', "package", "must be a package name: words of", "correct"),
        ('package = "@acme/Events"', "package", "must be a package name: words of", "correct"),
        ('package = "acme/events"', "package", "must be a package name: words of", "correct"),
        ('package = "@acme/a/b"', "package", "must be a package name: words of", "correct"),
        ('package = "class"', "package", "class is reserved", "correct package"),
        ('package-version = "1.0"', "package-version", "must be a version such as", "correct"),
        ("package-version = 1.0", "package-version", "must be a version such as", "correct"),
        ('targets = "python"', "targets", "must be a list of one or more of python", "correct"),
        ("targets = []", "targets", "must be a list of one or more of python", "correct"),
        ('targets = ["rust"]', "targets", "has 'rust', which is none of python", "correct"),
        ("targets = [[]]", "targets", "has [], which is none of python", "correct targets"),
        ('format-assertion = "yes"', "format-assertion", "must be true or false", "correct"),
        ('slow-patterns = "yes"', "slow-patterns", "must be true or false", "correct"),
        ("null-as-absent = 1", "null-as-absent", "must be true or false", "correct"),
        ('resources = ["a=b"]', "resources", "must be a table of paths by URI", "correct"),
        ("resources = { a = 1 }", "resources", "must be a table of paths by URI", "correct"),
        ('unknown = "drop"', "unknown", "must be error or keep", "correct unknown"),
        ("unknown = true", "unknown", "must be error or keep", "correct unknown"),
        ('int64 = "string"', "int64", "must be number or bigint", "correct int64"),
        ("int64 = []", "int64", "must be number or bigint", "correct int64"),
        ('accept-notes = "a"', "accept-notes", "must be a list of what notes say", "correct"),
        ("accept-notes = [1]", "accept-notes", "must be a list of what notes say", "correct"),
    ],
)
def test_a_mistake_is_told_in_place(
    project: Path, line: str, pointer: str, problem: str, fix: str
) -> None:
    configure(project, line)
    [(where, what, cure)] = problems(project)
    assert where == f"pyproject.toml#/tool/eventwright/{pointer}"
    assert what.startswith(problem) or problem in what
    assert fix in cure


def test_all_mistakes_are_told_at_once(project: Path) -> None:
    configure(project, "schema = 3", "int64 = 4", "x = 5")
    assert len(problems(project)) == 3


def test_a_table_of_another_kind_is_a_mistake(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool]\neventwright = 3\n")
    assert problems(project)[0][:2] == ("pyproject.toml#/tool/eventwright", "must be a table")


def test_a_file_that_is_not_toml_is_named(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.eventwright\n")
    [(place, problem, _)] = problems(project)
    assert place == f"{project}/pyproject.toml#"
    assert problem.startswith("is not TOML: ")
    assert "line 1" in problem


def test_a_file_that_is_not_utf8_is_named(project: Path) -> None:
    (project / "pyproject.toml").write_bytes(b"# caf\xe9\n")
    assert problems(project)[0][1] == "is not UTF-8 (byte 5)"


@pytest.mark.parametrize(
    ("schema", "output"),
    [("schema", "schema"), ("schema", "."), ("schema", "schema/generated"), ("schema", "/")],
)
def test_the_output_never_overlaps_the_schemas(project: Path, schema: str, output: str) -> None:
    made = config.settings({"schema": Path(schema), "output": Path(output)}, project)
    with pytest.raises(EventwrightError, match="lies in one folder with the schemas"):
        config.keep_apart(made)


def test_the_output_never_overlaps_the_templates(project: Path) -> None:
    flags: dict[str, config.Value] = {"templates": Path("look"), "output": Path("look/out")}
    with pytest.raises(EventwrightError, match="lies in one folder with the templates"):
        config.keep_apart(config.settings(flags, project))


def test_a_schema_file_beside_the_output_is_fine(project: Path) -> None:
    config.keep_apart(config.settings({"schema": Path("events.json")}, project))
