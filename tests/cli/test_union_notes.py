"""What the command line notes of unions that miss being told apart by a tag."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from support.command_line import eventwright
from support.union_notes import keyed, leaving, notes, numbered, of_tags, tagged

pytestmark = pytest.mark.usefixtures("project")

EFFECT = "so no tag tells the branches apart, and they are tried in turn"

GIVE = "give each its own, or put these into a union of their own"


def holding(tag: str) -> dict[str, Json]:
    """An object that requires a tagged one."""
    described: Json = {"payload": tagged(tag)}
    return {"type": "object", "properties": described, "required": ["payload"]}


def no_constant(name: str) -> str:
    """What is noted of a branch without one in the member of this name."""
    return (
        f'has no constant "{name}" that is required, as the other branches have; {EFFECT}; '
        'add one, or refuse those of the others with "not"'
    )


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_tag_that_another_branch_has(keyword: str) -> None:
    branches = [tagged("a"), tagged("b"), tagged("a", more={"type": "string"})]
    assert notes(*branches, keyword=keyword) == [
        f'/{keyword}/2: has "type": "a", as #/{keyword}/0 has; {EFFECT}; {GIVE}'
    ]


def test_a_number_that_another_branch_has() -> None:
    assert notes(tagged(1), tagged(2), tagged(1.0)) == [
        f'/oneOf/2: has "type": 1, as #/oneOf/0 has; {EFFECT}; {GIVE}'
    ]


def test_tags_of_several_types() -> None:
    assert notes(tagged(1), tagged(2), tagged("3")) == [
        f'/oneOf/2: has a "type" of another JSON type than #/oneOf/0 has; {EFFECT}; '
        "give all of them one type"
    ]


def test_tags_that_are_integers_or_booleans() -> None:
    assert notes(tagged(1), tagged(0), tagged(-1)) == []
    assert notes(tagged(True), tagged(False)) == []


def test_a_tag_that_a_copied_file_has() -> None:
    folder = Path("schema") / "events"
    folder.mkdir()
    tags = {"made": "made", "sent": "sent", "paid": "sent"}
    files: dict[str, Json] = {name: tagged(tag) for name, tag in tags.items()}
    files["events"] = {"oneOf": [{"$ref": f"{name}.json"} for name in tags]}
    for name, content in files.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    assert eventwright("generate", "--target", "python").stderr.splitlines() == [
        'note: schema/events/events.json#/oneOf/2: has "type": "sent", as schema/events/sent.json '
        f"has; {EFFECT}",
        f"  fix: {GIVE}",
    ]


def test_a_branch_that_another_one_repeats() -> None:
    assert notes(tagged("a"), tagged("b"), tagged("b")) == [
        f'/oneOf/2: has "type": "b", as #/oneOf/1 has; {EFFECT}; {GIVE}'
    ]


def test_a_tag_that_another_branch_has_beside_null() -> None:
    assert notes(tagged("a"), tagged("b"), tagged("b"), {"type": "null"}) == [
        f'/oneOf/2: has "type": "b", as #/oneOf/1 has; {EFFECT}; {GIVE}'
    ]


def test_a_tag_that_another_branch_has_beside_one_for_unknown_tags() -> None:
    assert notes(tagged("a"), tagged("b"), tagged("b"), leaving("a", "b")) == [
        f'/oneOf/2: has "type": "b", as #/oneOf/1 has; {EFFECT}; {GIVE}'
    ]


def test_a_tag_inside_a_member() -> None:
    assert notes(*map(holding, "abb")) == [
        f'/oneOf/2: has "payload/type": "b", as #/oneOf/1 has; {EFFECT}; {GIVE}'
    ]


def test_tags_that_are_shared_by_design() -> None:
    alike = (tagged("2.0", **{name: {"type": "string"}}) for name in "abc")
    assert of_tags(notes(*alike)) == []
    assert of_tags(notes(*map(tagged, "aabb"))) == []
    assert notes(tagged("c"), {"oneOf": [tagged("a"), tagged("b")]}) == []


def version(number: str) -> dict[str, Json]:
    """A branch of the type "a" that has a version too."""
    return {**tagged("a", version={"const": number}), "required": ["type", "version"]}


def test_versions_of_one_tag() -> None:
    assert notes(version("1"), version("2"), tagged("b")) == [
        f'/oneOf/1: has "type": "a", as #/oneOf/0 has; {EFFECT}; {GIVE}'
    ]
    assert notes({"oneOf": [version("1"), version("2")]}, tagged("b")) == []


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_version_without_the_tag(keyword: str) -> None:
    untagged: Json = {**version("2"), "required": ["version"]}
    versions: Json = {keyword: [version("1"), untagged]}
    note = f"/oneOf/0/{keyword}/1: {no_constant('type')}"
    assert notes(versions, tagged("b"), tagged("c")) == [note]
    plain: Json = {"type": "object", "properties": {"n": {"type": "integer"}}}
    unions: Json = {"oneOf": [plain, numbered("m")]}
    found = of_tags(notes(tagged("a"), unions, tagged("b")))
    assert found == [f"/oneOf/1: {no_constant('type')}"]


@pytest.mark.parametrize(
    "lacking",
    [
        {"type": "object", "properties": {"n": {"type": "integer"}}},
        {"type": "object"},
        tagged({"type": "string"}),
    ],
)
def test_a_branch_without_a_constant(lacking: Json) -> None:
    assert notes(tagged("a"), lacking, tagged("b")) == [f"/oneOf/1: {no_constant('type')}"]
    assert of_tags(notes(tagged("a"), lacking)) == []  # too few to say what they are told by


def test_branches_that_are_told_by_what_they_refuse() -> None:
    refusing: Json = {"type": "object", "not": {"required": ["type"]}}
    assert notes(tagged("a"), tagged("b"), refusing) == []


def test_a_branch_that_refuses_all_tags_but_a_new_one() -> None:
    assert notes(tagged("a"), tagged("b"), leaving("a")) == [
        f'/oneOf/2/not: refuses the "type" of other branches, but not "b"; {EFFECT}; add it there'
    ]


def test_a_tag_that_is_not_required_beside_a_branch_for_unknown_tags() -> None:
    optional: Json = {**tagged("b"), "required": []}
    assert notes(tagged("a"), optional, leaving("a", "b")) == [
        f'/oneOf/1: does not require "type", beside a branch for any other "type"; {EFFECT}; '
        'add it to "required"'
    ]
    assert notes(tagged("a"), optional) == []  # it is told apart


def test_a_tag_that_few_branches_do_not_require() -> None:
    problem = (
        'does not require "type", as the other branches do; so objects without it are read as this '
        'one, which is written without it; add it to "required"'
    )
    optional: Json = {**tagged("c"), "required": []}
    assert notes(tagged("a"), tagged("b"), optional) == [f"/oneOf/2: {problem}"]
    branches = [tagged("a"), tagged("b"), {"$ref": "#/$defs/C"}, {"type": "null"}]
    assert notes(*branches, **{"$defs": {"C": optional}}) == [f"/oneOf/2: {problem}"]
    # The schema around requires it, it is filled in, or as many do without.
    beside: dict[str, Json] = {"type": "object", "required": ["type"]}
    assert notes(tagged("a"), tagged("b"), optional, **beside) == []
    filled: Json = {**tagged({"const": "c", "default": "c"}), "required": []}
    assert notes(tagged("a"), tagged("b"), filled) == []
    assert notes(tagged("a"), tagged("b"), optional, {**tagged("d"), "required": []}) == []


def test_a_tag_inside_a_member_that_is_not_required() -> None:
    first, second, third = map(holding, "abc")
    del third["required"]
    assert notes(first, second, third) == [f"/oneOf/2: {no_constant('payload/type')}"]


def test_a_branch_that_does_not_say_that_it_is_an_object_is_noted_once() -> None:
    untyped = tagged("c")
    del untyped["type"]
    assert notes(tagged("a"), tagged("b"), untyped) == [
        '/oneOf/2: describes "properties" without "type": "object"; '
        'so other JSON passes too, and it stays any JSON; add "type": "object"'
    ]


def test_keys_beside_which_other_members_may_stand() -> None:
    problem = f"may have other members beside the one that it describes; {EFFECT}"
    cure = 'add "additionalProperties": false'
    assert notes(keyed("a"), keyed("b", closed=False)) == [f"/oneOf/1: {problem}; {cure}"]
    for others in ((), ({"const": "none"},)):
        assert notes(keyed("a", closed=False), keyed("b", closed=False), *others) == [
            f"/oneOf/0: {problem} (and 1 other place); {cure}"
        ]


def test_a_key_that_is_not_required() -> None:
    optional = keyed("c")
    del optional["required"]
    assert notes(keyed("a"), keyed("b"), optional) == [
        f"/oneOf/2: does not require its one member, as the other branches do; {EFFECT}; "
        'add "required": ["c"]'
    ]
    assert notes(keyed("a"), optional) == []  # as many do without


def test_keys_that_are_no_tags() -> None:
    beside: Json = {"id": {"type": "string"}}
    unclosed = [keyed("a", closed=False), keyed("b", closed=False)]
    assert notes(*unclosed, type="object", properties=beside) == []
    assert notes(keyed("a"), keyed("b", closed=False, maxProperties=2)) == []
    assert notes(keyed("a"), keyed("b", closed=False, additionalProperties=True)) == []


def test_a_key_that_another_branch_has() -> None:
    assert notes(keyed("a"), keyed("b"), keyed("b", description="Another one.")) == [
        f'/oneOf/2: has the one member "b", as #/oneOf/1 has; {EFFECT}; give each its own'
    ]


@pytest.mark.parametrize(
    ("slip", "cure"),
    [
        ([tagged("a"), tagged("b"), tagged("b")], tagged("c")),
        ([tagged("a"), tagged("b"), {"type": "object"}], leaving("a", "b")),
        ([tagged("a"), tagged("b"), leaving("a")], leaving("a", "b")),
        ([leaving("a", "b"), tagged("a"), {**tagged("b"), "required": []}], tagged("b")),
        ([*map(holding, "ab"), {"type": "object"}], holding("c")),
        ([keyed("a"), keyed("b"), keyed("b")], keyed("c")),
        ([keyed("a"), keyed("b"), keyed("c", closed=False)], keyed("c")),
        ([keyed("a"), keyed("b"), {**keyed("c"), "required": []}], keyed("c")),
    ],
)
def test_the_cure_makes_a_tag_tell_the_branches_apart(
    slip: list[dict[str, Json]], cure: dict[str, Json], project: Path
) -> None:
    bindings = project / "generated" / "python" / "shop_events" / "order.py"
    assert notes(*slip)
    assert "class UnknownOrder" not in bindings.read_text()
    mended = [*slip[:-1], cure]
    assert notes(*mended) == []
    takes_unknown_tags = any("not" in branch for branch in mended)
    assert ("class UnknownOrder" in bindings.read_text()) != takes_unknown_tags
