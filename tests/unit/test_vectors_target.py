"""The vectors say what a payload owes, for both sides of every check, and can tell a wrong plan."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import jsonschema_rs
import pytest

from eventwright.compiled import CompiledModule
from eventwright.errors import Location
from eventwright.generate import compile_modules
from eventwright.judging.reference import Reference
from eventwright.planning import plan
from eventwright.planning.plan import Check, JsonType, Plan, Program
from eventwright.rendering.naming import Language, bind
from eventwright.rendering.render import environment
from eventwright.settings import Settings
from eventwright.targets import vectors
from eventwright.targets.vectors.formats import FORMATS
from support.project import ROOT

# A vector as JSON has it.
Vector = dict[str, Any]


def compiled(schema: Path) -> tuple[CompiledModule, ...]:
    return compile_modules(Settings(schema=schema, output=schema / "out", root=schema.parent))


def types_of(module: CompiledModule) -> Mapping[Location, str]:
    """The names of a module's types, none of which any language reserves."""
    language = Language(frozenset(), frozenset(), members_verbatim=True, derived=lambda _: ())
    return bind(module.model, language).types


def lines_of(modules: tuple[CompiledModule, ...]) -> dict[str, dict[str, Vector]]:
    """The vectors by module and id."""
    settings = Settings(schema=Path(), output=Path())
    files = vectors.files(modules, settings, environment(None))
    return {
        module.name: {
            vector["id"]: vector
            for vector in map(json.loads, files[f"vectors/{module.name}.jsonl"].splitlines())
        }
        for module in modules
    }


def vectors_of(folder: Path, schema: Mapping[str, object]) -> dict[str, Vector]:
    """The vectors of a module that is one schema file."""
    path = folder / "m.json"
    path.write_text(json.dumps(schema))
    return lines_of(compiled(path))["m"]


def issues(vector: Vector) -> list[tuple[str, str]]:
    return [(issue["path"], issue["code"]) for issue in vector["issues"]]


POINT = {
    "title": "Point",
    "type": "object",
    "properties": {
        "x": {"type": "integer", "minimum": 0, "maximum": 2**64 - 1},
        "note": {"type": "string", "default": "", "x-omit-default": True},
        "unit": {"type": "string", "default": "mm"},
    },
    "required": ["x"],
}


def test_both_sides_of_a_bound(tmp_path: Path) -> None:
    made = vectors_of(tmp_path, POINT)
    inside = made["Point/x:limit=18446744073709551615"]
    assert json.loads(inside["text"])["x"] == 2**64 - 1
    assert inside["valid"]
    assert inside["encoded"] == {"x": 2**64 - 1, "unit": "mm"}
    assert issues(inside["number"]) == [("/x", "precision")]
    outside = made["Point/x:limit=18446744073709551616"]
    assert outside["issues"] == [
        {"path": "/x", "code": "maximum", "message": "must be at most 18446744073709551615"}
    ]
    assert issues(made["Point/x:limit=-1"]) == [("/x", "minimum")]


def test_a_fraction_of_zero_makes_an_integer(tmp_path: Path) -> None:
    made = vectors_of(tmp_path, POINT)
    assert '"x":1.0' in made["Point/x:integer=1.0"]["text"]
    assert made["Point/x:integer=1.0"]["encoded"] == {"x": 1, "unit": "mm"}
    assert issues(made["Point/x:integer=1.5"]) == [("/x", "type")]
    assert issues(made["Point/x:type=boolean"]) == [("/x", "type")]


def test_a_number_keeps_the_integer_that_it_is(tmp_path: Path) -> None:
    made = vectors_of(tmp_path, {"title": "N", "type": "number", "maximum": 2**53})
    held, lost = made["N:number=9007199254740992"], made["N:number=-9007199254740993"]
    assert held["encoded"] == 2**53
    assert "number" not in held
    assert type(lost["encoded"]) is int
    assert lost["encoded"] == -(2**53) - 1
    assert issues(lost["number"]) == [("", "precision")]
    above = made["N:number=9007199254740993"]
    assert issues(above) == [("", "maximum")]
    assert issues(above["number"]) == [("", "precision")]


def test_no_more_than_a_hundred_issues_are_told(tmp_path: Path) -> None:
    wrong = {"items": {"type": "string"}, "examples": [[1] * 100, [1] * 101]}
    made = vectors_of(tmp_path, {"title": "L", "type": "array", **wrong})
    assert issues(made["L:example=0"]) == [(f"/{n}", "type") for n in range(100)]
    assert issues(made["L:example=1"]) == [*issues(made["L:example=0"]), ("", "limit")]


def test_what_is_written(tmp_path: Path) -> None:
    made = vectors_of(tmp_path, POINT)
    full = made["Point:members=full"]["encoded"]
    assert full == {"x": 1, "note": "note", "unit": "unit"}
    assert made["Point/note:type=string-empty"]["encoded"] == {"x": 1, "unit": "mm"}
    assert made["Point:members=unknown"]["encoded"] == {"x": 1, "unit": "mm"}
    assert issues(made["Point/x:absent"]) == [("/x", "required")]


def test_an_internally_tagged_union(tmp_path: Path) -> None:
    def branch(tag: str) -> dict[str, object]:
        return {
            "type": "object",
            "properties": {"kind": {"const": tag}, tag: {"type": "string"}},
            "required": ["kind", tag],
        }

    made = vectors_of(tmp_path, {"title": "U", "oneOf": [branch("a"), branch("b")]})
    assert issues(made["U/kind:missing"]) == [("/kind", "required")]
    assert issues(made["U/kind:tag=constructor"]) == [("/kind", "tag")]
    assert issues(made["U/kind:tag=array"]) == [("/kind", "tag")]
    assert issues(made["U/b:other-tag"]) == [("/a", "required")]
    assert issues(made["U/b/b:type=null"]) == [("/b", "type")]
    assert made["U:tag=last"]["valid"]


def test_a_union_told_by_numbers(tmp_path: Path) -> None:
    def branch(tag: int) -> dict[str, object]:
        described = {"op": {"const": tag}, f"m{tag}": {"type": "string"}}
        return {"type": "object", "properties": described, "required": ["op"]}

    made = vectors_of(tmp_path, {"title": "U", "oneOf": [branch(1), branch(5)]})
    assert made["U/op:tag=1.0"]["valid"]
    for wrong in ("boolean", "false", "string", "2", "1.5", "18446744073709551617"):
        assert issues(made[f"U/op:tag={wrong}"]) == [("/op", "tag")]
    assert issues(made["U/5/m5:type=null"]) == [("/m5", "type")]


def test_an_externally_tagged_union(tmp_path: Path) -> None:
    failed = {
        "type": "object",
        "properties": {"failed": {"type": "string"}},
        "required": ["failed"],
        "additionalProperties": False,
    }
    made = vectors_of(tmp_path, {"title": "U", "oneOf": [{"const": "ready"}, failed]})
    assert made["U:valid"]["encoded"] == "ready"
    assert made["U/failed:valid"]["encoded"] == {"failed": "text"}
    assert made["U:type=null"]["issues"] == [
        {"path": "", "code": "type", "message": "must be a string or an object"}
    ]
    assert issues(made["U:keys=none"]) == [("", "tag")]
    assert issues(made["U/failed:keys=two"]) == [("", "tag")]
    assert issues(made["U/failed:as-string"]) == [("", "tag")]
    assert issues(made["U/ready:as-key"]) == [("/ready", "tag")]
    assert issues(made["U/unknown:unknown-key"]) == [("/unknown", "tag")]
    assert issues(made["U/failed:type=null"]) == [("/failed", "type")]


def test_any_json(tmp_path: Path) -> None:
    schema = {"title": "R", "type": "object", "properties": {"any": {}}, "required": ["any"]}
    made = vectors_of(tmp_path, schema)
    assert made["R/any:any=null"]["encoded"] == {"any": None}
    assert issues(made["R/any:any=1e400"]) == [("/any", "json")]
    big = made["R/any:any=9007199254740993"]
    assert big["valid"]
    assert issues(big["number"]) == [("/any", "precision")]
    assert "number" not in made["R/any:any=9007199254740992"]


def test_the_text_itself(tmp_path: Path) -> None:
    made = vectors_of(tmp_path, POINT)
    for wrong in ("text=byte-order mark", "levels=128 of [", 'surrogate="\\ud83d"', "inner=NaN"):
        assert issues(made[f"Point:{wrong}"]) == [("", "json")], wrong
    assert made["Point:levels=127 of ["]["valid"]
    assert made["Point:duplicate=x, good last"]["valid"]
    assert issues(made["Point:duplicate=x, null last"]) == [("/x", "type")]


def test_members_that_are_not_known_are_reported_in_code_point_order(tmp_path: Path) -> None:
    closed = {"title": "R", "type": "object", "properties": {}, "additionalProperties": False}
    many = vectors_of(tmp_path, closed)["R:additional=many"]
    paths = [path for path, _ in issues(many)]
    assert paths == ["/10", "/9", "/B", "/a", "/a~1b", "/a~0b", "/b", "/\uffff", "/\U0001f600"]


def test_ids_and_payloads_stay_when_types_come_and_go(tmp_path: Path) -> None:
    before = vectors_of(tmp_path, POINT)
    after = vectors_of(tmp_path, {**POINT, "$defs": {"Other": {"type": "string"}}})
    assert {name: v for name, v in after.items() if v["type"] == "Point"} == before


@pytest.mark.parametrize(
    ("property_schema", "samples"),
    [({"$ref": "#"}, False), ({"type": "array", "items": {"$ref": "#"}}, True)],
)
def test_types_that_hold_themselves(
    tmp_path: Path, property_schema: dict[str, object], samples: bool
) -> None:
    schema = {
        "title": "Node",
        "type": "object",
        "properties": {"next": property_schema},
        "required": ["next"],
    }
    assert bool(vectors_of(tmp_path, schema)) == samples


@pytest.mark.parametrize("name", FORMATS)
def test_the_texts_of_a_format_are_on_their_side(name: str) -> None:
    known = FORMATS[name]
    assert [text for text in known.inside if not known.check(text)] == []
    assert [text for text in known.outside if known.check(text)] == []


PROTOCOLS = compiled(ROOT / "schema")


@pytest.mark.parametrize("module", PROTOCOLS, ids=lambda module: module.name)
def test_an_independent_validator_agrees(module: CompiledModule) -> None:
    validators = {
        type_name: _validator(module, location) for location, type_name in types_of(module).items()
    }
    different = [
        vector["id"]
        for vector in lines_of((module,))[module.name].values()
        if not any(issue["code"] == "json" for issue in vector.get("issues", ()))
        and validators[vector["type"]].is_valid(json.loads(vector["text"])) != vector["valid"]
    ]
    # jsonschema-rs takes -2**63 written as a double for less than -2**63 written as an integer.
    assert [name for name in different if not name.endswith("limit=-9223372036854775808.0")] == []


def _validator(module: CompiledModule, location: Location) -> jsonschema_rs.Draft202012Validator:
    documents = {document.file: document.content for document in module.schemas.module.documents}
    registry = jsonschema_rs.Registry(
        [(f"https://test/{f}", _local(c)) for f, c in documents.items()]
    )
    return jsonschema_rs.Draft202012Validator(
        {"$ref": f"https://test/{location.file}#{location.pointer}"},
        registry=registry,
        validate_formats=True,
    )


def _local(content: Any) -> Any:
    """A schema without its `$id`, so that relative references lead to other files."""
    return {keyword: value for keyword, value in content.items() if keyword != "$id"}


@pytest.mark.parametrize("module", PROTOCOLS, ids=lambda module: module.name)
def test_a_plan_with_one_check_dropped_or_changed_is_found_out(module: CompiledModule) -> None:
    made = lines_of((module,))[module.name].values()
    payloads = {
        location: [
            (json.loads(vector["text"]), issues(vector) if "issues" in vector else [])
            for vector in made
            if vector["type"] == type_name and not fails_as_text(vector)
        ]
        for location, type_name in types_of(module).items()
    }
    changed = [
        (entry, mutant)
        for entry, program in module.plan.programs.items()
        for mutant in mutants(program)
    ]
    survivors = [
        mutant
        for entry, mutant in changed
        if all(
            verdict(Plan({**module.plan.programs, entry: mutant}), mutant, value) == expected
            for value, expected in payloads[entry.location]
        )
    ]
    assert len(changed) > 100
    assert survivors == []


def fails_as_text(vector: Vector) -> bool:
    """Whether no schema has a say in the verdict."""
    return bool(vector.get("issues")) and issues(vector) == [("", "json")]


def verdict(programs: Plan, program: Program, value: Any) -> list[tuple[str, str]]:
    return [(issue.path, issue.code) for issue in Reference(programs).issues(program, value)]


def mutants(program: Program) -> Iterator[Program]:
    """The program with one check dropped or changed, at any depth."""
    for index, check in enumerate(program.checks):
        before, after = program.checks[:index], program.checks[index + 1 :]
        yield Program(program.location, before + after)
        for other in changes(check):
            yield Program(program.location, (*before, other, *after))


def changes(check: Check) -> Iterator[Check]:
    match check:
        case plan.Type(types=types):
            others = [kind for kind in get_args(JsonType) if kind not in types]
            # With `number`, an integer passes anyhow.
            yield from (plan.Type((*types, kind)) for kind in others if kind != "number")
            yield from (plan.Type(types[:i] + types[i + 1 :]) for i in range(len(types)))
        case plan.Enum(values=values):
            yield plan.Enum((*values, "unknown"))
            yield from (plan.Enum(values[:i] + values[i + 1 :]) for i in range(len(values)))
        case plan.Minimum(limit=limit):
            yield from (plan.Minimum(limit - 1), plan.Minimum(limit + 1))
        case plan.Maximum(limit=limit):
            yield from (plan.Maximum(limit - 1), plan.Maximum(limit + 1))
        case plan.Items(program=inner):
            yield from map(plan.Items, mutants(inner))
        case plan.Nullable(program=inner):
            yield from inner.checks
            yield from map(plan.Nullable, mutants(inner))
        case plan.Members(members=members):
            for i, member in enumerate(members):
                for other in member_changes(member):
                    yield plan.Members((*members[:i], *other, *members[i + 1 :]))
            if len(members) > 1:
                yield plan.Members(members[::-1])
        case plan.Internal(tag=tag, branches=branches):
            yield plan.Internal((f"{tag[0]}_",), branches)
            yield from (plan.Internal(tag, other) for other in branch_changes(branches))
        case plan.External(branches=branches):
            yield from (plan.External(other) for other in branch_changes(branches))
        case _:
            pass


def member_changes(member: plan.Member) -> Iterator[tuple[plan.Member, ...]]:
    yield ()
    yield (plan.Member(f"{member.name}_", member.required, member.program),)
    yield (plan.Member(member.name, not member.required, member.program),)
    for program in mutants(member.program):
        yield (plan.Member(member.name, member.required, program),)


def branch_changes(branches: tuple[plan.Branch, ...]) -> Iterator[tuple[plan.Branch, ...]]:
    for i, branch in enumerate(branches):
        following = branches[(i + 1) % len(branches)]
        yield branches[:i] + branches[i + 1 :]
        yield (*branches[:i], plan.Branch(f"{branch.tag}_", branch.program), *branches[i + 1 :])
        if branch.program != following.program:
            other = plan.Branch(branch.tag, following.program)
            yield (*branches[:i], other, *branches[i + 1 :])


@pytest.mark.parametrize("branches", [["A", "B"], ["A", "B", None]])
def test_unions_that_keep_unknown_tags_have_vectors_where_more_is_asked(
    tmp_path: Path, branches: list[str | None]
) -> None:
    union = [{"$ref": f"#/$defs/{name}"} if name else {"type": "null"} for name in branches]
    tagged = {
        name: {"type": "object", "properties": {"kind": {"const": name}}, "required": ["kind"]}
        for name in ("A", "B")
    }
    member = {"$ref": "#/$defs/Union", "unevaluatedProperties": False}
    schema = tmp_path / "m.json"
    defs = {"Union": {"anyOf": union}, **tagged}
    schema.write_text(
        json.dumps(
            {"type": "object", "properties": {"x": member}, "required": ["x"], "$defs": defs}
        )
    )
    modules = compile_modules(Settings(schema, tmp_path / "out", root=tmp_path, unknown="keep"))
    made = lines_of(modules)["m"]
    assert any(vector.get("encoded") == {"x": {"kind": "A"}} for vector in made.values())
