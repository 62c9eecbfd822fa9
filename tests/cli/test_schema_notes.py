"""What the command line does with foreign schemas, words without effect, and doubtful patterns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from hostile.timing import HANGS, within
from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("project")

GENERATE = ("generate", "--target", "python")
BASE = "https://example.com/money"
SLOW = "^(a+)+$"


def write(path: Path, content: Json) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content))


def write_order(project: Path, **members: Json) -> None:
    content: Json = {"title": "Order", "type": "object", "properties": members}
    write(project / "schema" / "order.json", content)


def problem_of(*words: str) -> str:
    """The only problem that keeps the bindings from being made, without its fix."""
    run = eventwright(*GENERATE, *words)
    problem, fix = run.stderr.splitlines()
    assert (run.code, run.stdout) == (1, "")
    assert fix.startswith("  fix: ")
    assert not Path("generated").exists()
    return problem


def validated(project: Path, payload: Json, *words: str) -> list[str]:
    """What `validate` prints of a payload, but for the sum."""
    write(project / "x.json", payload)
    return eventwright("validate", "order", "x.json", *words).stdout.splitlines()[:-1]


@pytest.fixture
def copies(project: Path) -> Path:
    """A folder with the foreign schema that the project's own one refers to."""
    write_order(project, price={"$ref": f"{BASE}/price.json"})
    write(project / "vendor" / "price.json", {"$ref": "amount.json"})
    write(project / "vendor" / "amount.json", {"type": "integer", "minimum": 1})
    return project / "vendor"


WRONG = {"price": 0}
ISSUES = ["x.json:1: /price must be at least 1 [minimum]"]


@pytest.mark.usefixtures("copies")
def test_a_foreign_schema_has_to_be_handed_in() -> None:
    problem = problem_of()
    assert problem.startswith("schema/order.json#/properties/price/$ref: ")
    assert f"{BASE}/price.json" in problem


@pytest.mark.usefixtures("copies")
@pytest.mark.parametrize("end", ["", "/"])
def test_a_folder_is_a_local_copy(project: Path, end: str) -> None:
    words = ("--resource", f"{BASE}{end}=vendor")
    assert eventwright(*GENERATE, *words).code == 0
    assert eventwright("check", "--target", "python", *words).code == 0
    assert validated(project, WRONG, *words) == ISSUES


@pytest.mark.usefixtures("copies")
def test_files_are_local_copies(project: Path) -> None:
    names = ("price.json", "amount.json")
    words = [word for name in names for word in ("--resource", f"{BASE}/{name}=vendor/{name}")]
    assert eventwright(*GENERATE, *words).code == 0
    assert validated(project, WRONG, *words) == ISSUES


@pytest.mark.usefixtures("copies")
def test_local_copies_are_named_in_the_settings(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = f'[tool.eventwright.resources]\n"{BASE}/" = "vendor"\n'
    (project / "pyproject.toml").write_text(table)
    assert validated(project, WRONG) == ISSUES
    monkeypatch.chdir(project / "schema")
    assert eventwright(*GENERATE).code == 0


@pytest.mark.usefixtures("copies")
def test_a_local_copy_that_is_missing_is_told() -> None:
    assert problem_of("--resource", f"{BASE}=nowhere") == "nowhere: does not exist"


def test_what_has_no_effect_is_noted_once_for_each_kind(project: Path) -> None:
    write_order(
        project,
        first={"type": "string", "foo": 1, "x-foo": 1},
        second={"type": "string", "foo": {"type": "string"}},
        third={"$ref": "#/properties/second/foo"},
    )
    run = eventwright(*GENERATE)
    assert run.code == 0
    place = "schema/order.json#/properties"
    assert run.stderr.splitlines() == [
        f'note: {place}/first/foo: "foo" has no effect in JSON Schema 2020-12 (and 1 other place)',
        "  fix: remove it, or correct its name; what begins with x- is never noted",
        f"note: {place}/second/foo: is read as a schema because a reference points to it; "
        "no keyword says so",
        "  fix: move the schema to $defs, and refer to it there",
    ]
    assert (project / "generated" / "python" / "shop_events" / "order.py").is_file()


def test_schemas_that_stand_where_other_formats_keep_them_are_to_be_moved(project: Path) -> None:
    content: Json = {"title": "Order", "components": {"schemas": {"Line": {"type": "string"}}}}
    write(project / "schema" / "order.json", content)
    assert eventwright(*GENERATE).notes == [
        'note: schema/order.json#/components: "components" has no effect in JSON Schema 2020-12; '
        'move the schemas in it to "$defs", or remove it'
    ]


def test_values_that_are_listed_twice_are_noted_and_made_once(project: Path) -> None:
    named: Json = {"title": "Kind", "enum": ["truck", "van", "car", "van"]}
    write_order(project, kind=named, size={"enum": ["a", "b", "a"]})
    run = eventwright("generate")
    assert run.stderr.splitlines() == [
        'note: schema/order.json#/properties/kind/enum/3: this value stands in "enum" twice, and '
        "counts once (and 1 other place)",
        "  fix: remove it",
    ]
    for path in ("python/shop_events/order.py", "pydantic/shop_events_pydantic/order.py"):
        made = (project / "generated" / path).read_text()
        assert "Literal['a', 'b']" in made.replace('"', "'")
        assert made.count("VAN = ") == 1


def test_values_that_can_be_told_by_case_alone_are_named_as_they_are(project: Path) -> None:
    write_order(project, state={"title": "State", "enum": ["Active", "active", "At rest"]})
    assert eventwright("generate").code == 0
    for path in ("python/shop_events/order.py", "pydantic/shop_events_pydantic/order.py"):
        made = (project / "generated" / path).read_text().replace("'", '"')
        for line in ('Active = "Active"', 'active = "active"', 'AT_REST = "At rest"'):
            assert f"    {line}\n" in made, path


@pytest.mark.parametrize(
    ("values", "name"),
    [
        (["count", "Count"], "COUNT"),
        (["name", "Name"], "NAME"),
        (["None", "none"], "NONE"),
        (["_a", "_A"], "LOW_LINE_A"),
    ],
)
def test_values_that_can_not_be_named_as_they_are_are_told_how_to_get_names(
    project: Path, values: list[Json], name: str
) -> None:
    write_order(project, size={"title": "Size", "enum": values})
    assert eventwright("generate", "--target", "typescript").code == 0
    run = eventwright(*GENERATE)
    assert run.stderr.splitlines() == [
        f"schema/order.json#/properties/size/enum/1: its name in code, {name}, is also the name of "
        "schema/order.json#/properties/size/enum/0",
        '  fix: write the values as a "oneOf" of "const", where "x-name" can give one of the two '
        'another name; an item of "enum" has no place for it',
    ]
    named: Json = [{"const": values[0], "x-name": "number"}, {"const": values[1]}]
    write_order(project, size={"title": "Size", "oneOf": named})
    assert eventwright(*GENERATE).code == 0


def test_objects_that_may_be_anything_else_are_noted(project: Path) -> None:
    described: Json = {"properties": {"count": {"type": "integer"}}, "required": ["count"]}
    write_order(project, line=described, total={"type": "object", "allOf": [described]})
    assert eventwright(*GENERATE).stderr.splitlines() == [
        'note: schema/order.json#/properties/line: describes "properties" without "type": '
        '"object"; so other JSON passes too, and it stays any JSON',
        '  fix: add "type": "object"',
    ]
    assert validated(project, {"line": "none", "total": {"count": 1}}) == []


def test_members_that_only_conditions_describe_are_noted(project: Path) -> None:
    described: Json = {"properties": {"count": {"type": "integer"}}}
    conditional: dict[str, Json] = {"if": {"required": ["count"]}, "then": described}
    write_order(
        project,
        line={"type": "object", "allOf": [conditional]},
        part={"type": "object", "dependentSchemas": {"count": described}},
        total={"type": "object", "properties": {"sum": {"type": "integer"}}, **conditional},
        checked={"type": "object", "if": described, "then": {"minProperties": 2}},
    )
    assert eventwright(*GENERATE).stderr.splitlines() == [
        "note: schema/order.json#/properties/line: describes members under conditions alone; "
        "so it stays any JSON (and 1 other place)",
        '  fix: describe them under "properties" beside the conditions too',
    ]


def test_objects_that_only_conditions_describe_are_noted(project: Path) -> None:
    described: Json = {"properties": {"data": {"$ref": "#/$defs/Data"}}}
    condition: dict[str, Json] = {"properties": {"type": {"const": "paid"}}, "required": ["type"]}
    conditional: dict[str, Json] = {"allOf": [{"if": condition, "then": described}]}

    def event(data: Json, **others: Json) -> dict[str, Json]:
        return {
            "type": "object",
            "properties": {"type": {"type": "string"}, "data": data},
            "$defs": {"Data": {"type": "object", "properties": {"sum": {"type": "integer"}}}},
            **others,
        }

    noted = {"object": event({"type": "object"}, **conditional), "any": event(True, **conditional)}
    silent = {
        "itself": event({"$ref": "#/$defs/Data"}, **conditional),
        "never": event({"type": "object"}),
        "asked": event({"type": "object"}, **{"if": condition, "then": {"required": ["data"]}}),
    }
    for name, schema in (noted | silent).items():
        write(project / "schema" / f"{name}.json", schema)
    assert eventwright(*GENERATE, "--strict").notes[: len(noted)] == [
        f"schema/{name}.json#/properties/data: is described under conditions alone; so it stays an "
        'object of any JSON; write a "oneOf" of objects, each with its constants and its "data"'
        for name in sorted(noted)
    ]
    for name in noted:
        (project / "schema" / f"{name}.json").unlink()
    assert eventwright(*GENERATE, "--strict").code == 0


def test_members_that_are_required_and_not_described_are_noted(project: Path) -> None:
    write(
        project / "schema" / "order.json",
        {
            "type": "object",
            "properties": {"id": {"type": "integer"}},
            "required": ["id", "idd", "note"],
            "allOf": [{"properties": {"note": {"type": "string"}}}],
        },
    )
    assert eventwright(*GENERATE).stderr.splitlines() == [
        'note: schema/order.json#/required/1: requires "idd", which nothing describes; '
        "it is any JSON",
        '  fix: describe it under "properties"',
    ]


def test_members_that_may_be_asked_for_and_are_not_described_are_noted(project: Path) -> None:
    members: Json = {"name": {"type": "string"}}
    write_order(
        project,
        contact={
            "type": "object",
            "properties": members,
            "anyOf": [{"required": ["name"]}, {"required": ["email"]}],
        },
        card={"type": "object", "properties": members, "dependentRequired": {"name": ["nick"]}},
    )
    place = "schema/order.json#/properties"
    effect = "which nothing describes; it is any JSON"
    assert eventwright(*GENERATE).stderr.splitlines() == [
        f'note: {place}/contact/anyOf/1/required/0: requires "email", {effect}',
        '  fix: describe it under "properties"',
        f'note: {place}/card/dependentRequired/name/0: requires "nick", {effect}',
        '  fix: describe it under "properties"',
    ]


def test_members_that_only_branches_describe_are_noted(project: Path) -> None:
    units: Json = [
        {"type": "object", "properties": {"unit": {"const": unit}}, "required": ["unit"]}
        for unit in ("cm", "inch")
    ]
    members: Json = {"width": {"type": "number"}}
    optional: Json = [{"oneOf": units}, {}]
    write_order(project, size={"type": "object", "properties": members, "anyOf": optional})
    assert eventwright(*GENERATE).stderr.splitlines() == [
        "note: schema/order.json#/properties/size/anyOf/0/oneOf/0/required/0: "
        'requires "unit", which is described for some objects alone; it is any JSON',
        '  fix: describe it under "properties" for all of them',
    ]


def test_items_that_may_be_written_alike_are_noted(project: Path) -> None:
    one: dict[str, Json] = {"type": "object", "properties": {"a": {"type": "string"}}}
    closed: dict[str, Json] = {**one, "additionalProperties": False}

    def unique(items: Json) -> Json:
        return {"type": "array", "items": items, "uniqueItems": True}

    def tagged(tag: str, like: dict[str, Json]) -> Json:
        return {**like, "properties": {"tag": {"const": tag}}, "required": ["tag"]}

    write_order(
        project,
        open=unique(one),
        closed=unique(closed),
        kept=unique({**one, "additionalProperties": True}),
        text=unique({"type": "string"}),
        twice={"type": "array", "items": one, "uniqueItems": False},
        tagged=unique({"oneOf": [tagged("a", closed), tagged("b", one)]}),
        tagged_closed=unique({"oneOf": [tagged("a", closed), tagged("b", closed)]}),
        untagged=unique({"anyOf": [{"type": "string"}, one]}),
        or_text=unique({"anyOf": [tagged("a", closed), tagged("b", one), {"type": "string"}]}),
        untagged_closed=unique({"anyOf": [{"type": "string"}, closed]}),
        inside=unique({**closed, "properties": {"inner": one}}),
        beside=unique({**one, "oneOf": [tagged("a", one), tagged("b", one)]}),
    )
    told = [
        f"schema/order.json#/properties/{name}/uniqueItems: items that differ only in members "
        "that nothing describes are written alike; so what is written may be invalid; "
        'add "additionalProperties": false to the items to refuse such members, or true to keep '
        "them"
        for name in ("open", "tagged", "untagged", "or_text", "inside", "beside")
    ]
    noted = eventwright(*GENERATE, "--strict").notes
    assert [note for note in noted if "uniqueItems" in note] == told


def test_objects_that_only_look_like_maps_are_noted(project: Path) -> None:
    some: Json = {"type": "object", "patternProperties": {"^(.*)$": {"type": "integer"}}}
    write_order(
        project,
        map={**some, "additionalProperties": False},
        rest={**some, "additionalProperties": {"type": "integer"}},
        two={**some, "patternProperties": {"^a": {}, "^b": True}},
        record={**some, "properties": {"a": {"type": "integer"}}},
        some=some,
    )
    told = eventwright(*GENERATE).stderr.splitlines()
    assert told == [
        "note: schema/order.json#/properties/some/patternProperties/^(.*)$: describes members of"
        " some names alone; so all of them are any JSON",
        '  fix: add "additionalProperties": false, or move its schema there to mean all names',
    ]


def test_arrays_that_only_look_like_tuples_are_noted(project: Path) -> None:
    items: Json = [{"type": "number"}, {"type": "number"}]
    tuple_: dict[str, Json] = {"type": "array", "prefixItems": items, "items": False}
    members: dict[str, Json] = {
        "open": {"type": "array", "prefixItems": items},
        "tuple": {**tuple_, "minItems": 2},
        "list": {"type": "array", "prefixItems": items, "items": {"type": "string"}},
        "both": {"type": "array", "allOf": [tuple_], "minItems": 2},
    }
    write_order(project, **members)
    assert eventwright(*GENERATE).notes == [
        "note: schema/order.json#/properties/open/prefixItems: describes items, but not how many "
        'there are; it is an array of any JSON; add "items": false and "minItems": 2 for a tuple'
    ]


def test_formats_that_are_not_checked_are_noted(project: Path) -> None:
    formats = ("datetime", "markdown", "date-time", "int32", "datetime", "double")
    members: dict[str, Json] = {
        f"m{index}": {"type": "string", "format": name} for index, name in enumerate(formats)
    }
    write_order(project, **members)
    place = "schema/order.json#/properties"
    assert eventwright(*GENERATE).stderr.splitlines() == [
        f'note: {place}/m0/format: the format "datetime" is not checked (and 1 other place)',
        '  fix: write "date-time", if that is meant',
        f'note: {place}/m1/format: the format "markdown" is not checked',
        "  fix: use one that is checked, or leave it",
    ]
    assert eventwright(*GENERATE, "--no-format-assertion").stderr == ""


def test_a_slow_pattern_is_let_through_when_asked_for(project: Path) -> None:
    write_order(project, name={"type": "string", "pattern": SLOW})
    problem = problem_of()
    assert problem.startswith("schema/order.json#/properties/name/pattern: the pattern may take ")
    assert eventwright(*GENERATE, "--slow-patterns").code == 0
    assert validated(project, {"name": "b"}, "--slow-patterns") == [
        f"x.json:1: /name must match the pattern {SLOW} [pattern]"
    ]


MAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"


def test_a_pattern_that_is_quick_on_short_strings_needs_a_length(project: Path) -> None:
    write_order(project, mail={"type": "string", "pattern": MAIL, "maxLength": 50_000})
    assert eventwright(*GENERATE).stderr.splitlines()[1] == (
        "  fix: rewrite it, put a maxLength of at most 3000 beside it, or let such patterns through"
        " (--slow-patterns)"
    )
    write_order(project, mail={"type": "string", "pattern": MAIL, "maxLength": 254})
    assert eventwright(*GENERATE).code == 0
    with within(HANGS):
        assert validated(project, {"mail": "a@" + "." * 1_000_000 + "@"}) == [
            "x.json:1: /mail must have a length of at most 254 [maxLength]"
        ]
    assert validated(project, {"mail": "a@" + "." * 251 + "@"}) == [
        f"x.json:1: /mail must match the pattern {MAIL} [pattern]"
    ]


def test_vectors_hold_no_text_that_a_slow_pattern_takes_long_on(project: Path) -> None:
    write_order(project, name={"type": "string", "pattern": SLOW})
    with within(HANGS):
        assert eventwright("generate", "--target", "vectors", "--slow-patterns").code == 0
    made = (project / "generated" / "vectors" / "order.jsonl").read_text()
    wrong = [vector for vector in map(json.loads, made.splitlines()) if "aaaa " in vector["text"]]
    assert wrong
    assert {issue["code"] for vector in wrong for issue in vector["issues"]} == {"pattern"}


def test_the_settings_let_slow_patterns_through_and_the_flag_wins(project: Path) -> None:
    write_order(project, name={"type": "string", "pattern": SLOW})
    (project / "pyproject.toml").write_text("[tool.eventwright]\nslow-patterns = true\n")
    problem_of("--no-slow-patterns")
    assert eventwright(*GENERATE).code == 0


@pytest.mark.parametrize("words", [[], ["--slow-patterns"]])
def test_a_pattern_that_cannot_be_translated_is_refused(project: Path, words: list[str]) -> None:
    write_order(project, names={"patternProperties": {"a**": {}}})
    place = "schema/order.json#/properties/names/patternProperties/a**"
    assert problem_of(*words).startswith(f"{place}: the pattern can't be translated: ")


def test_alternatives_that_cannot_be_told_apart_are_tried(project: Path) -> None:
    write_order(project, size={"oneOf": [{"minimum": 3}, {"maximum": 5}]})
    assert eventwright(*GENERATE).code == 0
    assert validated(project, {"size": 6}) == []
    assert validated(project, {"size": 4}) == [
        "x.json:1: /size must match exactly one of the alternatives [oneOf]"
    ]
